//! The steps inside a motion: phases, tasks, milestones, and what waits for what.

use domain::schedule::moving::PlanItem;
use domain::{
    Audience, ChecklistItemId, Date, DependencyId, Key, MetricSide, MetricUnit, MilestoneId, MotionId, Name, PhaseId,
    TaskId, TaskOwner,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// A phase of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseView {
    pub id: PhaseId,
    pub name: String,
}

/// A task of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TaskView {
    /// Which.
    pub id: TaskId,
    /// As typed.
    pub name: String,
    /// Its phase.
    pub phase: Option<PhaseId>,
    /// Who does it.
    pub owner: Option<TaskOwner>,
    /// The same in words; empty when nobody does.
    pub owner_words: String,
    /// First day.
    #[ts(type = "string | null")]
    pub start: Option<Date>,
    /// Last day.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// Done.
    pub done: bool,
    /// Its last day is over, and it is not done.
    pub overdue: bool,
    /// Days of our work in it.
    pub effort_days: Option<f64>,
    /// Free text.
    pub notes: String,
    /// Who may read the notes.
    pub notes_audience: Audience,
    /// Lines to tick, in order.
    pub checklist: Vec<ChecklistItemView>,
    /// Days that it may slip before the end of what hangs together with it slips; none without dates.
    #[ts(type = "number | null")]
    pub slack: Option<i64>,
    /// Tied to others, and without slack.
    pub critical: bool,
}

/// A line to tick.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChecklistItemView {
    pub id: ChecklistItemId,
    pub text: String,
    pub done: bool,
}

/// A milestone of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MilestoneView {
    /// Which.
    pub id: MilestoneId,
    /// As typed.
    pub name: String,
    /// Its day.
    #[ts(type = "string")]
    pub date: Date,
    /// Reached.
    pub reached: bool,
    /// Its day is over, and it is not reached.
    pub overdue: bool,
    /// Days that it may slip.
    #[ts(type = "number | null")]
    pub slack: Option<i64>,
    /// Tied to others, and without slack.
    pub critical: bool,
}

/// Something that comes only after something else.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DependencyView {
    /// Which.
    pub id: DependencyId,
    /// The one that waits.
    pub waits: PlanItem,
    /// Its name, with its motion's where that is another one.
    pub waits_words: String,
    /// The one that it waits for.
    pub after: PlanItem,
    /// Its name, with its motion's where that is another one.
    pub after_words: String,
    /// Days in between; motions have none.
    pub lag_days: u32,
    /// By how many days the waiting one comes too early; 0 where dates and dependency agree.
    #[ts(type = "number")]
    pub too_early: i64,
}

/// A metric that a motion is judged by.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionMetricView {
    pub metric: Key,
    pub name: String,
    pub side: MetricSide,
    pub unit: MetricUnit,
}

/// A new phase, behind the others.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseAdd {
    pub motion: MotionId,
    pub name: Name,
}

/// A new phase's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseAdded {
    pub id: PhaseId,
}

/// Another name, or another place.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseUpdate {
    pub id: PhaseId,
    pub change: PhaseChange,
}

/// A field of a phase with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum PhaseChange {
    /// Another name.
    Name(Name),
    /// Stands before this phase; with none, behind all.
    Before(Option<PhaseId>),
}

/// One phase.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PhaseRequest {
    pub id: PhaseId,
}

/// A new task, behind the others of its phase.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskAdd {
    pub motion: MotionId,
    pub name: Name,
    pub phase: Option<PhaseId>,
    pub owner: Option<TaskOwner>,
    #[ts(type = "string | null")]
    pub start: Option<Date>,
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    pub effort_days: Option<f64>,
}

/// A new task's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskAdded {
    pub id: TaskId,
}

/// One field of a task, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskUpdate {
    pub id: TaskId,
    pub change: TaskChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TaskChange {
    Name(Name),
    Owner(Option<TaskOwner>),
    Dates(TaskDates),
    Done(bool),
    Effort(Option<f64>),
    Notes(Text),
    NotesAudience(Audience),
    /// The whole list, in order; a line without an id is new.
    Checklist(Vec<ChecklistLine>),
}

/// First and last day; either may be open.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskDates {
    #[ts(type = "string | null")]
    pub start: Option<Date>,
    #[ts(type = "string | null")]
    pub due: Option<Date>,
}

/// A line of a checklist as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ChecklistLine {
    pub id: Option<ChecklistItemId>,
    pub text: Name,
    pub done: bool,
}

/// Another phase or another place in it.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskMove {
    /// Which.
    pub id: TaskId,
    /// The phase that it shall be in.
    pub phase: Option<PhaseId>,
    /// The task of that phase that it shall stand before; with none, behind all.
    pub before: Option<TaskId>,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskRequest {
    pub id: TaskId,
}

/// A task ticked or unticked.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TaskDone {
    pub id: TaskId,
    pub done: bool,
}

/// A new milestone.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MilestoneAdd {
    pub motion: MotionId,
    pub name: Name,
    #[ts(type = "string")]
    pub date: Date,
}

/// A new milestone's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MilestoneAdded {
    pub id: MilestoneId,
}

/// One field of a milestone, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MilestoneUpdate {
    pub id: MilestoneId,
    pub change: MilestoneChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MilestoneChange {
    Name(Name),
    Date(#[ts(type = "string")] Date),
    Reached(bool),
}

/// One milestone.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MilestoneRequest {
    pub id: MilestoneId,
}
