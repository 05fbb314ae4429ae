//! What holds a plan together: dependencies, moves, and playbooks.

use domain::playbook::PlaybookForm;
use domain::schedule::moving::PlanItem;
use domain::{Date, DependencyId, Key, MetricSide, MotionId, Name, Playbook};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two motions, or two tasks or milestones of the same motion or of two.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DependencyAdd {
    /// The one that waits.
    pub waits: PlanItem,
    /// The one that it waits for.
    pub after: PlanItem,
    /// Days in between; 0 between motions.
    pub lag_days: u32,
}

/// A new dependency's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DependencyAdded {
    pub id: DependencyId,
}

/// Other days in between.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DependencyUpdate {
    pub id: DependencyId,
    pub lag_days: u32,
}

/// One dependency, between motions or between steps.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DependencyRequest {
    pub id: DependencyId,
}

/// By how many days the first and the last day of something shall move. A motion whose both ends move alike takes along what
/// is inside it and has not happened yet.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanMoveAsk {
    /// What.
    pub what: PlanItem,
    /// Days that its first day moves.
    pub start_days: i32,
    /// Days that its last day moves.
    pub end_days: i32,
}

/// The same, done.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanMove {
    /// What.
    pub what: PlanItem,
    /// Days that its first day moves.
    pub start_days: i32,
    /// Days that its last day moves.
    pub end_days: i32,
    /// What waits for it moves too, as far as it must.
    pub with_waiting: bool,
}

/// What a move would bring.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlanMovePreview {
    /// Tasks and milestones inside that move along.
    pub inside: u32,
    /// What waits for it and would have to move: motions, and steps of motions that stay.
    pub also: Vec<MovedView>,
}

/// Something that would move.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MovedView {
    /// What.
    pub what: PlanItem,
    /// Its name, a step's with its motion's.
    pub words: String,
    /// By how many days.
    #[ts(type = "number")]
    pub days: i64,
    /// First day as it would be.
    #[ts(type = "string")]
    pub start: Date,
    /// Last day as it would be.
    #[ts(type = "string")]
    pub end: Date,
}

/// A playbook to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlaybookView {
    /// Everything in it.
    pub playbook: Playbook,
    /// The kind's name.
    pub kind_name: String,
    /// Whether motions of its kind are strategic or tactical by default.
    pub side: MetricSide,
    /// It comes with the program: it can be copied, not deleted.
    pub built_in: bool,
    /// From the first day to the last.
    pub days: u32,
}

/// A playbook and how much of it is taken.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlaybookChoice {
    pub key: Key,
    pub form: PlaybookForm,
}

/// A motion kept as a playbook; one that was saved under this name is replaced.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlaybookSave {
    pub motion: MotionId,
    pub name: Name,
}

/// One playbook.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlaybookRequest {
    pub key: Key,
}

/// A saved playbook's key and name.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlaybookSaved {
    pub key: Key,
    pub name: String,
}
