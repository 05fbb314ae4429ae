//! When motions can happen, and what cannot go as it is dated.

use domain::{Date, DependencyId, Function, Month, MotionId, OrganizationId, TaskOrMilestone};
use serde::Serialize;
use ts_rs::TS;

/// The plan in time.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ScheduleView {
    /// By their first days.
    pub motions: Vec<ScheduledMotionView>,
    /// The critical motions, by their first days.
    pub critical: Vec<MotionId>,
    /// Dated tasks and milestones, by their first days.
    pub steps: Vec<ScheduledStepView>,
    /// Dates that contradict a dependency.
    pub broken: Vec<BrokenDependencyView>,
    /// The same between tasks and milestones.
    pub broken_steps: Vec<BrokenStepView>,
    /// Partners in too many motions at once.
    pub crowded: Vec<CrowdView>,
    /// Days of work, by month and function.
    pub loads: Vec<LoadView>,
    /// Functions with more work than days, by month.
    pub overloads: Vec<OverloadView>,
}

/// One motion; days are inclusive.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ScheduledMotionView {
    /// Which.
    pub id: MotionId,
    /// Its name.
    pub name: String,
    /// First day, as early as dependencies let it.
    #[ts(type = "string")]
    pub early_start: Date,
    /// Last day of that.
    #[ts(type = "string")]
    pub early_end: Date,
    /// First day, as late as the end of what hangs together with it lets it.
    #[ts(type = "string")]
    pub late_start: Date,
    /// Last day of that.
    #[ts(type = "string")]
    pub late_end: Date,
    /// Days that it may slip before that end slips.
    #[ts(type = "number")]
    pub slack: i64,
    /// Days that it may slip before any other motion does.
    #[ts(type = "number")]
    pub free_slack: i64,
    /// A day lost here is lost at the end.
    pub critical: bool,
}

/// One task or milestone; days are inclusive, and those of a milestone are one.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ScheduledStepView {
    /// Which.
    pub step: TaskOrMilestone,
    /// Its name.
    pub name: String,
    /// The motion that it is in.
    pub motion: MotionId,
    /// That motion's name.
    pub motion_name: String,
    /// First day, as early as dependencies let it.
    #[ts(type = "string")]
    pub early_start: Date,
    /// Last day of that.
    #[ts(type = "string")]
    pub early_end: Date,
    /// First day, as late as the end of what hangs together with it lets it.
    #[ts(type = "string")]
    pub late_start: Date,
    /// Last day of that.
    #[ts(type = "string")]
    pub late_end: Date,
    /// Days that it may slip before that end slips.
    #[ts(type = "number")]
    pub slack: i64,
    /// Days that it may slip before anything else does.
    #[ts(type = "number")]
    pub free_slack: i64,
    /// A day lost here is lost at the end.
    pub critical: bool,
}

/// A task or milestone that comes too early.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BrokenStepView {
    /// Which dependency.
    pub id: DependencyId,
    /// The one that waits.
    pub waits: TaskOrMilestone,
    /// The one that it waits for.
    pub after: TaskOrMilestone,
    /// The motion of the one that waits.
    pub motion: MotionId,
    /// By how many days it comes too early.
    #[ts(type = "number")]
    pub days: i64,
    /// As a sentence.
    pub words: String,
}

/// A motion that begins too early.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct BrokenDependencyView {
    /// Which dependency.
    pub id: DependencyId,
    /// The one that waits.
    pub motion: MotionId,
    /// The one that it waits for.
    pub after: MotionId,
    /// By how many days it begins too early.
    #[ts(type = "number")]
    pub days: i64,
    /// As a sentence.
    pub words: String,
}

/// Too many motions with one partner.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CrowdView {
    /// The partner.
    pub organization: OrganizationId,
    /// First day.
    #[ts(type = "string")]
    pub from: Date,
    /// Last day.
    #[ts(type = "string")]
    pub to: Date,
    /// Which motions.
    pub motions: Vec<MotionId>,
    /// As a sentence.
    pub words: String,
}

/// What a function has to do in a month.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LoadView {
    /// The month.
    pub month: Month,
    /// Who.
    pub function: Function,
    /// Days of work.
    pub days: f64,
}

/// A function that has more to do in a month than it has days.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OverloadView {
    /// The month.
    pub month: Month,
    /// Who.
    pub function: Function,
    /// Days of work.
    pub days: f64,
    /// Days that there are.
    pub capacity: f64,
    /// As a sentence: "Marketing has 34 days of work in May 2026, and 20 days".
    pub words: String,
}
