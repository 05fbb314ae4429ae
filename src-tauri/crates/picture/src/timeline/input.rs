//! What the timeline is drawn from.

use std::collections::BTreeSet;

use domain::{Date, MilestoneId, Month, MotionId, MotionStatus, Workspace};

/// Everything that the timeline shows.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineInput {
    /// One for each kind of motion, in their order; lanes without rows are drawn as heads.
    pub lanes: Vec<TimelineLane>,
    /// Pairs (waited for, waits).
    pub dependencies: Vec<(MotionId, MotionId)>,
    /// First month shown.
    pub first: Month,
    /// How many months, 1 to 60.
    pub months: u32,
    /// Today's line, if known.
    pub today: Option<Date>,
    /// Width of the whole picture in pixels.
    pub width: f32,
    /// Room for lane and motion names at the left, in pixels; 0 where a table stands beside it.
    pub names: f32,
}

/// The motions of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineLane {
    /// The kind's name.
    pub name: String,
    /// Dashed instead of solid.
    pub tactical: bool,
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
    /// Dated marks.
    pub milestones: Vec<TimelineMilestone>,
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

impl TimelineInput {
    /// Every active motion of a workspace by its kind. `tactical` says which motions are; progress is the part of tasks
    /// done. Lanes without a motion are left out.
    pub fn of(
        workspace: &Workspace,
        tactical: &dyn Fn(MotionId) -> bool,
        first: Month,
        months: u32,
        width: f32,
    ) -> Self {
        let lanes = workspace.motion_kinds.iter().map(|kind| {
            let mut rows: Vec<TimelineRow> = workspace
                .motions
                .iter()
                .filter(|motion| motion.kind == kind.key && motion.active)
                .map(|motion| row(workspace, motion, tactical(motion.id)))
                .collect();
            rows.sort_by(|a, b| (a.start, &a.name, a.id).cmp(&(b.start, &b.name, b.id)));
            let by_lens = kind.default_lens.focus.is_some_and(|focus| focus < workspace.settings.bounds.lower);
            let all_tactical = !rows.is_empty() && rows.iter().all(|row| row.tactical);
            TimelineLane {
                name: kind.name.as_str().to_owned(),
                tactical: all_tactical || (rows.is_empty() && by_lens),
                rows,
            }
        });
        let lanes: Vec<TimelineLane> = lanes.filter(|lane| !lane.rows.is_empty()).collect();
        let shown: BTreeSet<MotionId> = lanes.iter().flat_map(|lane| &lane.rows).map(|row| row.id).collect();
        let dependencies = workspace
            .dependencies
            .iter()
            .filter(|d| shown.contains(&d.motion) && shown.contains(&d.after))
            .map(|d| (d.after, d.motion))
            .collect();
        Self { lanes, dependencies, first, months, today: None, width, names: 0.0 }
    }
}

fn row(workspace: &Workspace, motion: &domain::Motion, tactical: bool) -> TimelineRow {
    let tasks: Vec<bool> = workspace.tasks.iter().filter(|t| t.motion == motion.id).map(|t| t.done).collect();
    let done = tasks.iter().filter(|done| **done).count();
    let milestones = workspace.milestones.iter().filter(|m| m.motion == motion.id).map(|m| TimelineMilestone {
        id: m.id,
        name: m.name.as_str().to_owned(),
        date: m.date,
        reached: m.reached,
    });
    TimelineRow {
        id: motion.id,
        name: motion.name.as_str().to_owned(),
        start: motion.start,
        end: motion.end,
        tactical,
        planned: !matches!(motion.status, MotionStatus::Running | MotionStatus::Paused | MotionStatus::Done),
        progress: (!tasks.is_empty()).then(|| done as f64 / tasks.len() as f64),
        milestones: milestones.collect(),
    }
}
