//! What was done with a partner, what is to be done next, and when an agreement comes up again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ActivityId, OrganizationId, PersonId, RelationshipId};

/// One entry of a partner's log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// With whom.
    pub organization: OrganizationId,
    /// When.
    pub date: Date,
    /// Who of us.
    pub person: Option<PersonId>,
    /// What it was.
    pub kind: ActivityKind,
    /// What was said or agreed.
    pub note: String,
    /// What comes of it.
    pub next_step: Option<String>,
    /// By when.
    pub next_by: Option<Date>,
    /// The next step is done.
    pub next_done: bool,
}

/// Kinds of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ActivityKind {
    Call,
    Meeting,
    Email,
    Event,
    Note,
}

/// The day on which what was agreed in a relationship ends or is renewed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Renewal {
    /// Whose.
    pub relationship: RelationshipId,
    /// When.
    pub date: Date,
    /// What is renewed ("annual reseller agreement").
    pub note: String,
}
