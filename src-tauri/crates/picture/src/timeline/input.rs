//! What the timeline is drawn from.

use domain::{Date, MilestoneId, MotionId, TaskId};

/// Everything that the timeline shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineInput {
    /// From top to bottom; lanes without rows are drawn as heads.
    pub lanes: Vec<TimelineLane>,
    /// Pairs (waited for, waits). A motion that stands in several lanes is reached in each.
    pub dependencies: Vec<(MotionId, MotionId)>,
    /// The same among tasks and milestones. Only what has a row is joined: tasks of closed motions have none.
    pub step_dependencies: Vec<(TimelineStep, TimelineStep)>,
    /// First day shown.
    pub from: Date,
    /// Last day shown.
    pub to: Date,
    /// Number of the fiscal year's first month, 1 to 12: quarters and years follow it.
    pub fiscal_first_month: i32,
    /// Today's line, if known.
    pub today: Option<Date>,
    /// Width of the whole picture in pixels.
    pub width: f32,
    /// Room for lane and motion names at the left, in pixels; 0 where a table stands beside it.
    pub names: f32,
}

/// Motions that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineLane {
    /// What they have in common.
    pub name: String,
    /// Dashed instead of solid.
    pub tactical: bool,
    /// Its motions are thin strips in the lane's head instead of rows.
    pub collapsed: bool,
    /// Its motions from top to bottom.
    pub rows: Vec<TimelineRow>,
}

/// One motion.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineRow {
    /// Its id.
    pub id: MotionId,
    /// As typed.
    pub name: String,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Hatched with a dashed outline.
    pub tactical: bool,
    /// Not begun: an outline only.
    pub planned: bool,
    /// Part of its tasks that is done, 0 to 1; none where there are no tasks.
    pub progress: Option<f64>,
    /// The chosen scenario plans it otherwise than Expected.
    pub changed: bool,
    /// Dated marks.
    pub milestones: Vec<TimelineMilestone>,
    /// How far it may slip, where that is asked for.
    pub slack: Option<TimelineSlack>,
    /// Its tasks as rows of their own, where it is open.
    pub tasks: Vec<TimelineTask>,
}

/// How far a motion may slip before the end of what hangs together with it slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineSlack {
    /// Not at all: it is on the critical path.
    Critical,
    /// Its last day may become this one.
    Until(Date),
}

/// Either end of a dependency between steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum TimelineStep {
    Task(TaskId),
    Milestone(MilestoneId),
}

/// A dated mark.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "as in domain::Milestone")]
pub struct TimelineMilestone {
    pub id: MilestoneId,
    pub name: String,
    pub date: Date,
    pub reached: bool,
}

/// A step of a motion.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "as in domain::Task")]
pub struct TimelineTask {
    pub id: TaskId,
    pub name: String,
    /// First and last day; a task with neither has a row without a bar.
    pub days: Option<(Date, Date)>,
    pub done: bool,
    pub overdue: bool,
}
