//! Motions.

use domain::{
    Character, Date, Function, Health, Key, MetricSide, Money, Month, MotionId, MotionStatus, Name, OrganizationId,
    Owner, ProjectionModel,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DependencyView, MilestoneView, MotionMetricView, PhaseView, PlaybookChoice, TaskView, Text};

/// All motions, and the lanes that they stand in.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionsView {
    /// Each once, by first day, name and id.
    pub motions: Vec<MotionRow>,
    pub lanes: Vec<MotionLane>,
    /// Planned budget by character; a motion that stands in several lanes counts once.
    pub strategic_budget: Money,
    pub tactical_budget: Money,
    pub total_budget: Money,
    pub statuses: Vec<StatusCount>,
    /// First and last day of the plan: its motions, and the fiscal year at least.
    #[ts(type = "[string, string]")]
    pub whole: [Date; 2],
}

/// What motions of a lane have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum LaneBy {
    #[default]
    Kind,
    /// A motion with several partners stands in the lane of each.
    Partner,
    /// The owner's.
    Function,
    Status,
    /// Of the fiscal year, by first day.
    Quarter,
}

/// Which lanes.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionsRequest {
    pub by: LaneBy,
}

/// Motions that belong together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MotionLane {
    /// Stays the same while the name changes.
    pub key: String,
    /// On the screen.
    pub name: String,
    /// Strategic or tactical; none where both stand in it.
    pub side: Option<MetricSide>,
    /// Planned, of all its motions.
    pub budget: Money,
    /// By first day, name and id.
    pub motions: Vec<MotionId>,
}

/// One motion in the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionRow {
    pub id: MotionId,
    pub name: String,
    pub kind: Key,
    pub character: Character,
    pub status: MotionStatus,
    pub health: Health,
    pub owner: Option<Owner>,
    pub budget: Money,
    pub partners: Vec<MotionPartnerView>,
    #[ts(type = "string")]
    pub start: Date,
    #[ts(type = "string")]
    pub end: Date,
    /// 0 to 1, by tasks done; none without tasks.
    pub progress: Option<f64>,
    /// In the plan; a scenario may switch it off.
    pub active: bool,
    pub base: MotionBase,
}

/// What Expected says of a motion, in words, where the chosen scenario says something else.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionBase {
    pub start: Option<String>,
    pub end: Option<String>,
    /// "on" or "off".
    pub active: Option<String>,
    pub budget: Option<String>,
}

/// A partner of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionPartnerView {
    pub id: OrganizationId,
    pub name: String,
    pub kind: Key,
    pub character: Character,
    pub role: String,
}

/// How many motions stand where.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StatusCount {
    /// A running motion counts by its health (`on_track`, `at_risk`, `behind`), any other by its status.
    pub status: String,
    /// How many.
    pub count: u32,
}

/// One motion.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionRequest {
    pub id: MotionId,
}

/// What the drawer shows of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionDetail {
    pub row: MotionRow,
    pub kind: Key,
    pub objective: String,
    pub functions: Vec<Function>,
    /// In order; tasks name theirs.
    pub phases: Vec<PhaseView>,
    /// By phase and place; those without a phase come last.
    pub tasks: Vec<TaskView>,
    pub milestones: Vec<MilestoneView>,
    /// Of the motion itself and of its steps, whichever end is here.
    pub dependencies: Vec<DependencyView>,
    /// What it is judged by, in order.
    pub metrics: Vec<MotionMetricView>,
    /// Days that the motion may slip before the end of what hangs together with it slips; none where it does not count.
    #[ts(type = "number | null")]
    pub slack: Option<i64>,
    /// Tied to other motions, and without slack.
    pub critical: bool,
    pub payers: Vec<PayerView>,
    pub projections: Vec<ProjectionView>,
}

/// Who pays which part of the budget.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PayerView {
    pub id: OrganizationId,
    pub name: String,
    pub kind: Key,
    pub is_us: bool,
    pub amount: Money,
    /// 0 to 1.
    pub share: f64,
}

/// What is expected of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ProjectionView {
    pub metric: Key,
    pub metric_name: String,
    pub from: Month,
    pub months: u32,
    pub model: ProjectionModel,
    pub total: f64,
    pub low: f64,
    pub high: f64,
    /// Written with the metric's unit.
    pub total_text: String,
    pub low_text: String,
    pub high_text: String,
    /// What Expected says, where the chosen scenario says something else.
    pub base: Option<String>,
}

/// A new motion.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionAdd {
    pub name: Name,
    pub kind: Key,
    pub partners: Vec<OrganizationId>,
    #[ts(type = "string")]
    pub start: Date,
    /// Last day; with a playbook the last day of its draft may be taken.
    #[ts(type = "string | null")]
    pub end: Option<Date>,
    /// Planned as a whole; a playbook's full form divides it.
    pub budget: Option<Money>,
    /// None with a playbook: the function that it names.
    pub owner: Option<Owner>,
    /// What the motion begins with.
    #[serde(default)]
    #[ts(optional)]
    pub playbook: Option<PlaybookChoice>,
}

/// A new motion's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionAdded {
    pub id: MotionId,
}

/// One field of a motion, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionUpdate {
    pub id: MotionId,
    pub change: MotionChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MotionChange {
    Name(Name),
    Kind(Key),
    Status(MotionStatus),
    Health(Health),
    Objective(Text),
    Dates(MotionDates),
    Owner(Option<Owner>),
    /// The planned budget: the one line of a motion that has one line or none.
    Budget(Money),
    Partners(Vec<OrganizationId>),
    /// What it is judged by, in order.
    Metrics(Vec<Key>),
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionDates {
    #[ts(type = "string")]
    pub start: Date,
    #[ts(type = "string")]
    pub end: Date,
}

/// Tasks and milestones as a calendar file.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarExport {
    /// Of one motion; without it of all.
    pub motion: Option<MotionId>,
}
