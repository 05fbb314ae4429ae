//! What moves along when something of the plan is moved: what is inside a motion goes with it, and what waits for it is
//! pushed as far as its dependencies ask, never further than what pushes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::days_between;
use super::steps::{Dated, dated, too_early};
use crate::budget::is_planned;
use crate::{MilestoneId, Motion, MotionId, MotionStatus, TaskId, TaskOrMilestone, Workspace};

/// Something of the plan that has dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PlanItem {
    Motion(MotionId),
    Task(TaskId),
    Milestone(MilestoneId),
}

impl From<TaskOrMilestone> for PlanItem {
    fn from(step: TaskOrMilestone) -> Self {
        match step {
            TaskOrMilestone::Task(id) => Self::Task(id),
            TaskOrMilestone::Milestone(id) => Self::Milestone(id),
        }
    }
}

/// By how many days the first and the last day of something move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Shift {
    pub start_days: i64,
    pub end_days: i64,
}

/// Everything that moves when `what` is shifted, itself included. Tasks that are done and milestones that are reached have
/// happened and stay.
pub fn moves(workspace: &Workspace, what: PlanItem, shift: Shift, with_waiting: bool) -> BTreeMap<PlanItem, Shift> {
    let mut moving = Moving::of(workspace);
    moving.shift(what, shift);
    if with_waiting {
        while moving.push() {}
    }
    moving.shifts.retain(|_, shift| (shift.start_days, shift.end_days) != (0, 0));
    moving.shifts
}

struct Moving<'w> {
    workspace: &'w Workspace,
    motions: BTreeMap<MotionId, &'w Motion>,
    steps: BTreeMap<TaskOrMilestone, Dated<'w>>,
    /// Steps that have not happened, by motion.
    inside: BTreeMap<MotionId, Vec<TaskOrMilestone>>,
    shifts: BTreeMap<PlanItem, Shift>,
}

impl<'w> Moving<'w> {
    fn of(workspace: &'w Workspace) -> Self {
        let open_tasks = workspace.tasks.iter().filter(|task| !task.done);
        let open_milestones = workspace.milestones.iter().filter(|milestone| !milestone.reached);
        let mut inside: BTreeMap<MotionId, Vec<TaskOrMilestone>> = BTreeMap::new();
        for task in open_tasks {
            inside.entry(task.motion).or_default().push(TaskOrMilestone::Task(task.id));
        }
        for milestone in open_milestones {
            inside.entry(milestone.motion).or_default().push(TaskOrMilestone::Milestone(milestone.id));
        }
        Self {
            workspace,
            motions: workspace.motions.iter().map(|motion| (motion.id, motion)).collect(),
            steps: dated(workspace).map(|step| (step.step, step)).collect(),
            inside,
            shifts: BTreeMap::new(),
        }
    }

    /// A motion whose both ends move alike takes what is inside along; one that only grows leaves it.
    fn shift(&mut self, what: PlanItem, shift: Shift) {
        self.shifts.insert(what, shift);
        let PlanItem::Motion(id) = what else { return };
        if shift.start_days != shift.end_days {
            return;
        }
        for step in self.inside.get(&id).cloned().unwrap_or_default() {
            let own = self.shifts.entry(step.into()).or_insert(shift);
            // What was pushed further by something else stays there.
            if own.start_days < shift.start_days {
                *own = shift;
            }
        }
    }

    fn end_days(&self, item: PlanItem) -> i64 {
        self.shifts.get(&item).map_or(0, |shift| shift.end_days)
    }

    /// Pushes what waits once; answers whether anything moved. Shifts only grow, and none beyond the first one's: it ends.
    fn push(&mut self) -> bool {
        let motions = self.workspace.dependencies.iter().filter_map(|row| self.pushed_motion(row));
        let steps = self.workspace.task_dependencies.iter().filter_map(|row| self.pushed_step(row));
        let pushed: Vec<(PlanItem, i64)> = motions.chain(steps).collect();
        let mut any = false;
        for (item, days) in pushed {
            if days > self.shifts.get(&item).map_or(0, |shift| shift.start_days) {
                self.shift(item, Shift { start_days: days, end_days: days });
                any = true;
            }
        }
        any
    }

    fn pushed_motion(&self, row: &crate::Dependency) -> Option<(PlanItem, i64)> {
        let days = self.end_days(PlanItem::Motion(row.after));
        let (waits, after) = (self.motions.get(&row.motion)?, self.motions.get(&row.after)?);
        let goes_on = is_planned(waits) && waits.status != MotionStatus::Done;
        let needed = days_between(waits.start, after.end) + 1 + days;
        (days > 0 && goes_on).then(|| (PlanItem::Motion(waits.id), needed.clamp(0, days)))
    }

    fn pushed_step(&self, row: &crate::TaskDependency) -> Option<(PlanItem, i64)> {
        let days = self.end_days(row.after.into());
        let (waits, after) = (self.steps.get(&row.waits)?, self.steps.get(&row.after)?);
        let is_open = self.inside.get(&waits.motion).is_some_and(|steps| steps.contains(&row.waits));
        let goes_on = self.motions.get(&waits.motion).is_some_and(|motion| is_planned(motion));
        let needed = too_early(waits, after, row.lag_days) + days;
        (days > 0 && is_open && goes_on).then(|| (row.waits.into(), needed.clamp(0, days)))
    }
}

#[cfg(test)]
mod tests;
