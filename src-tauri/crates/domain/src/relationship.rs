//! Relationships: what a company is *for us* lives here, with the values exchanged and what was observed.

mod commission;
mod exchange;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use commission::{
    Commission, CommissionError, CommissionEvent, CommissionRate, CommissionTerms, CommissionTier, CommissionTime,
};
pub use exchange::{Reciprocity, ValueKind, spelled};

use crate::{Key, Lens, Name, OrganizationId, OverruleId, RelationshipId, SignalId, ValueExchangeId};

/// A typed line between two organizations. Several may join a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// Where the line begins.
    pub from: OrganizationId,
    /// Where it ends.
    pub to: OrganizationId,
    /// A key of [`RelationshipKind`].
    pub kind: Key,
    /// Where it stands.
    pub status: RelationshipStatus,
    /// Since when.
    pub since: Option<Date>,
    /// Tier of this relationship, as the program names it.
    pub tier: Option<String>,
    /// How strong, 1 to 5.
    pub strength: Option<Weight>,
    /// Commission as a file had it, where it could not be read as [`Commission`].
    pub commission: Option<String>,
    /// Internal notes, Markdown.
    pub notes: String,
}

impl Relationship {
    /// The other side of a relationship with us.
    pub fn partner(&self, us: OrganizationId) -> Option<OrganizationId> {
        match (self.from == us, self.to == us) {
            (true, false) => Some(self.to),
            (false, true) => Some(self.from),
            _ => None,
        }
    }
}

/// A kind of relationship with its two readings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelationshipKind {
    /// Its key.
    pub key: Key,
    /// Read from beginning to end ("resells").
    pub forward: Name,
    /// Read from end to beginning ("is resold by").
    pub reverse: Name,
    /// No beginning and no end ("allied with").
    pub symmetric: bool,
    /// Counted as judgment, not as evidence. A user's kind may have none.
    pub default_lens: Option<Lens>,
    /// Place in lists, from 0.
    pub position: u32,
}

/// Where a relationship stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum RelationshipStatus {
    Idea,
    InTalks,
    Active,
    AtRisk,
    Ended,
}

impl RelationshipStatus {
    /// Whether it counts for where a partner stands: an idea, talks or what has ended does not.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Active | Self::AtRisk)
    }
}

/// A weight from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "u8", into = "u8")]
#[ts(type = "number")]
pub struct Weight(u8);

/// A number that is no [`Weight`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no weight: choose 1 to 5")]
pub struct WeightError(pub u8);

impl TryFrom<u8> for Weight {
    type Error = WeightError;
    fn try_from(value: u8) -> Result<Self, Self::Error> {
        if (1..=5).contains(&value) { Ok(Self(value)) } else { Err(WeightError(value)) }
    }
}

impl From<Weight> for u8 {
    fn from(weight: Weight) -> Self {
        weight.0
    }
}

/// One thing given or got.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueExchange {
    /// Its id.
    pub id: ValueExchangeId,
    /// The relationship that it belongs to.
    pub relationship: RelationshipId,
    /// Given by us or got by us.
    pub direction: Direction,
    /// What kind of value, the key of a [`ValueKind`].
    pub kind: Key,
    /// The note beside the kind ("Order data API"); may be empty.
    pub what: String,
    /// How much it weighs, 1 to 5.
    pub weight: Weight,
    /// Place among those of its relationship, from 0. A plan that was locked before there were places has none.
    #[serde(default)]
    pub position: u32,
}

/// Which way a value flows, seen from us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Give,
    Get,
}

/// Something observed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Its id.
    pub id: SignalId,
    /// What it is about.
    pub subject: SignalSubject,
    /// What kind (`audience_overlap`, `asked_to_co_author`).
    pub kind: Key,
    /// In words ("62 % audience overlap").
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// When.
    pub date: Date,
}

/// What a signal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum SignalSubject {
    Organization(OrganizationId),
    Relationship(RelationshipId),
}

/// A person's judgment, which stands in place of the worked-out lens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overrule {
    /// Its id.
    pub id: OverruleId,
    /// The relationship judged.
    pub relationship: RelationshipId,
    /// The aspects judged; the others stay as worked out.
    pub lens: Lens,
    /// Why.
    pub reason: String,
    /// When.
    pub date: Date,
}
