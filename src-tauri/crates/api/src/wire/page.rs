//! The page of one partner: its people, its log, its dates, and what is due anywhere.

use domain::{
    ActivityId, ActivityKind, ContactId, Date, Function, MotionId, Name, OrganizationId, PersonId, RelationshipId,
    TaskId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HistoryLine, PartnerDetail, Text};

/// Everything that a partner's page shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerPage {
    pub detail: PartnerDetail,
    pub contacts: Vec<ContactView>,
    /// The newest first.
    pub activities: Vec<ActivityView>,
    /// What is due with this partner, the earliest first.
    pub due: Vec<DueItem>,
    /// What the motions with this partner are projected to do and have done.
    pub outcomes: Vec<PartnerOutcome>,
    /// Steps that touched this partner, the newest first.
    pub history: Vec<HistoryLine>,
    /// When agreements with us are renewed.
    pub renewals: Vec<RenewalView>,
    pub has_logo: bool,
    /// Further names: those of partners that were merged into this one, and those that files spell.
    pub also_called: Vec<String>,
}

/// Somebody at a partner.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ContactView {
    pub id: ContactId,
    pub name: String,
    pub role: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// A contact as it shall be: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ContactSet {
    pub id: Option<ContactId>,
    pub organization: OrganizationId,
    pub name: Name,
    pub role: Text,
    pub email: Text,
    pub phone: Text,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ContactRequest {
    pub id: ContactId,
}

/// One of us, to add.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PersonAdd {
    pub name: Name,
    pub function: Function,
}

/// The new person's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PersonAdded {
    pub id: PersonId,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActivityView {
    pub id: ActivityId,
    #[ts(type = "string")]
    pub date: Date,
    pub person: Option<PersonId>,
    pub person_name: Option<String>,
    pub kind: ActivityKind,
    pub note: String,
    pub next_step: Option<String>,
    #[ts(type = "string | null")]
    pub next_by: Option<Date>,
    pub next_done: bool,
}

/// An entry of the log as it shall be: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActivitySet {
    pub id: Option<ActivityId>,
    pub organization: OrganizationId,
    #[ts(type = "string")]
    pub date: Date,
    pub person: Option<PersonId>,
    pub kind: ActivityKind,
    pub note: Text,
    pub next_step: Text,
    #[ts(type = "string | null")]
    pub next_by: Option<Date>,
    pub next_done: bool,
}

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ActivityRequest {
    pub id: ActivityId,
}

/// A next step, done or not yet.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct NextStepDone {
    pub id: ActivityId,
    pub done: bool,
}

/// When what was agreed in a relationship is renewed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RenewalView {
    pub relationship: RelationshipId,
    /// The relationship in words.
    pub of: String,
    #[ts(type = "string")]
    pub date: Date,
    pub note: String,
}

/// A renewal as it shall be; without a date it goes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RenewalSet {
    pub relationship: RelationshipId,
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    pub note: Text,
}

/// What a motion with this partner is projected to do to a metric, and has done, in the fiscal year to date.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PartnerOutcome {
    pub motion: MotionId,
    pub motion_name: String,
    pub metric: String,
    /// In words ("€612k"); "—" without one.
    pub actual: String,
    pub projected: String,
}

/// Why something is in the list of what is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DueKind {
    NextStep,
    Task,
    Renewal,
    Fund,
}

/// Something to do by a day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DueItem {
    pub kind: DueKind,
    /// None: no day was set.
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    pub what: String,
    pub organization: Option<OrganizationId>,
    pub organization_name: Option<String>,
    pub motion: Option<MotionId>,
    pub motion_name: Option<String>,
    /// In words; empty for nobody.
    pub owner: String,
    /// Ticked off by this.
    pub activity: Option<ActivityId>,
    /// Ticked off by this.
    pub task: Option<TaskId>,
}

/// A logo: a PNG, JPEG or SVG file in base64, at most 1 MB.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LogoSet {
    pub id: OrganizationId,
    pub base64: String,
}
