//! Tasks and milestones in time. A milestone takes no time: it is reached when its day is over.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::circle::CircularPlan;
use super::network::{self, Activity, Before};
use super::{days_between, later, span};
use crate::{DependencyId, MotionId, Name, TaskOrMilestone, Workspace};

/// A task or milestone as early and as late as dependencies let it be. Days are inclusive; those of a milestone are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledStep {
    /// Which.
    pub step: TaskOrMilestone,
    /// The motion that it is in.
    pub motion: MotionId,
    /// First day, as early as can be but not before it is planned to begin.
    pub early_start: Date,
    /// Last day of that.
    pub early_end: Date,
    /// First day, as late as can be without moving the end of what hangs together with it.
    pub late_start: Date,
    /// Last day of that.
    pub late_end: Date,
    /// Days that it may slip before that end slips.
    pub slack: i64,
    /// Days that it may slip before anything else does.
    pub free_slack: i64,
    /// It waits for others or others for it, and a day lost here is lost at the end.
    pub critical: bool,
}

/// A step that is dated to begin before the one that it waits for is done, and the days in between have passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenStep {
    /// Which dependency.
    pub dependency: DependencyId,
    /// The one that waits.
    pub waits: TaskOrMilestone,
    /// The one that it waits for.
    pub after: TaskOrMilestone,
    /// By how many days it comes too early.
    pub days: i64,
}

/// A dated step: when it begins and when it is over, as days of the calendar of which the second is no longer its own.
pub(super) struct Dated<'w> {
    pub step: TaskOrMilestone,
    pub motion: MotionId,
    pub name: &'w Name,
    pub begin: Date,
    pub over: Date,
}

/// Every dated task and milestone.
pub(super) fn dated(workspace: &Workspace) -> impl Iterator<Item = Dated<'_>> {
    let tasks = workspace.tasks.iter().filter_map(|task| {
        let (begin, due) = span(task)?;
        let (step, over) = (TaskOrMilestone::Task(task.id), later(due, 1));
        Some(Dated { step, motion: task.motion, name: &task.name, begin, over })
    });
    let milestones = workspace.milestones.iter().map(|row| {
        let over = later(row.date, 1);
        let step = TaskOrMilestone::Milestone(row.id);
        Dated { step, motion: row.motion, name: &row.name, begin: over, over }
    });
    tasks.chain(milestones)
}

/// By how many days the waiting one begins too early; 0 or less where it does not.
pub(super) fn too_early(waits: &Dated<'_>, after: &Dated<'_>, lag_days: u32) -> i64 {
    days_between(waits.begin, after.over) + i64::from(lag_days)
}

/// The steps of the motions in `planned`, and the dependencies between them that their dates contradict.
pub(super) fn of(
    workspace: &Workspace,
    planned: &BTreeMap<MotionId, usize>,
) -> Result<(Vec<ScheduledStep>, Vec<BrokenStep>), CircularPlan> {
    let steps: Vec<Dated<'_>> = dated(workspace).filter(|step| planned.contains_key(&step.motion)).collect();
    let Some(first) = steps.iter().map(|step| step.begin).min() else { return Ok((vec![], vec![])) };
    let places: BTreeMap<TaskOrMilestone, usize> = steps.iter().enumerate().map(|(at, row)| (row.step, at)).collect();
    let activity = |step: &Dated<'_>| Activity {
        length: days_between(step.begin, step.over),
        not_before: days_between(first, step.begin),
        after: Vec::new(),
    };
    let mut activities: Vec<Activity> = steps.iter().map(activity).collect();
    let mut joined = vec![false; steps.len()];
    let mut broken = Vec::new();
    for row in &workspace.task_dependencies {
        let (Some(&at), Some(&before)) = (places.get(&row.waits), places.get(&row.after)) else { continue };
        activities[at].after.push(Before { at: before, lag: i64::from(row.lag_days) });
        joined[at] = true;
        joined[before] = true;
        let days = too_early(&steps[at], &steps[before], row.lag_days);
        if days > 0 {
            broken.push(BrokenStep { dependency: row.id, waits: row.waits, after: row.after, days });
        }
    }
    let times = network::times(&activities)
        .map_err(|circle| CircularPlan(circle.0.iter().map(|&at| steps[at].name.clone()).collect()))?;
    let scheduled = steps.iter().zip(&times).zip(&joined).map(|((step, times), joined)| {
        let last = |finish: i64| later(first, finish - 1);
        let begin = |start: i64, finish: i64| if start == finish { last(finish) } else { later(first, start) };
        ScheduledStep {
            step: step.step,
            motion: step.motion,
            early_start: begin(times.early_start, times.early_finish),
            early_end: last(times.early_finish),
            late_start: begin(times.late_start, times.late_finish),
            late_end: last(times.late_finish),
            slack: times.total_slack,
            free_slack: times.free_slack,
            critical: *joined && times.total_slack == 0,
        }
    });
    Ok((scheduled.collect(), broken))
}

#[cfg(test)]
mod tests;
