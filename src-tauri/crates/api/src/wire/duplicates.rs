//! "These may be the same": partners that may be one, what each of them holds, and what a person says of them.

use domain::{Character, OrganizationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Pairs that may be one partner, the best evidence first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuplicatesView {
    /// How many there are; the list ends earlier when they are very many.
    pub total: u32,
    /// Each with its evidence.
    pub pairs: Vec<DuplicatePair>,
}

/// Two partners that may be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DuplicatePair {
    /// The one that is known longer.
    pub first: OrganizationId,
    pub first_name: String,
    pub second: OrganizationId,
    pub second_name: String,
    /// Why, in words.
    pub evidence: Vec<String>,
}

/// Which two are meant, in any order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PairRequest {
    pub first: OrganizationId,
    pub second: OrganizationId,
}

/// Two partners side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairView {
    /// The two.
    pub sides: [PairSide; 2],
    /// What differs or is known of either, in the order of the inspector.
    pub facts: Vec<PairFact>,
    /// Which of them stays unless a person says otherwise: us, or the one of which more is known.
    pub stays: OrganizationId,
}

/// One of the two, and what becomes of it if it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairSide {
    /// Its id.
    pub id: OrganizationId,
    /// As it is called.
    pub name: String,
    /// Its kind.
    pub kind: domain::Key,
    /// As it stands on the map.
    pub character: Character,
    /// We stay whatever happens.
    pub is_us: bool,
    /// What would move to the other ("3 relationships").
    pub moves: Vec<String>,
    /// What would fall away, since the other has it or it joins the two ("1 relationship between the two").
    pub drops: Vec<String>,
}

/// One field of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairFact {
    /// The field's name.
    pub name: String,
    /// Of each; empty without one.
    pub values: [String; 2],
    /// Both are kept; of other fields that of the one that stays is, and the other's only where it has none.
    pub joins: bool,
}

/// Two partners made one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganizationsMerge {
    /// The one that is no more afterwards; its name stays as a further one of the other.
    pub goes: OrganizationId,
    /// The other.
    pub stays: OrganizationId,
}
