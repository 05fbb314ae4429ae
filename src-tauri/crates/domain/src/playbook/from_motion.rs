//! The playbook that a motion leaves: its work without its dates and people.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Playbook, PlaybookCost, PlaybookMilestone, PlaybookStep, PlaybookTask, PlaybookWait};
use crate::schedule::{days_between, function_of};
use crate::{BudgetLine, Function, Key, Milestone, Motion, Name, Phase, PhaseId, Task, TaskOrMilestone, Workspace};

/// What `motion` did, as a playbook called `name`. Days count from its start; what reaches outside it is left out.
pub fn of_motion(workspace: &Workspace, motion: &Motion, key: Key, name: Name) -> Playbook {
    let source = Source::of(workspace, motion);
    let owner = motion.owner.and_then(|owner| function_of(workspace, owner)).unwrap_or(Function::Partnerships);
    Playbook {
        key,
        name,
        kind: motion.kind.clone(),
        about: motion.objective.clone(),
        owner,
        metrics: source.metrics(),
        phases: source.phases.iter().map(|phase| phase.name.clone()).collect(),
        tasks: source.tasks.iter().map(|task| source.task(task)).collect(),
        milestones: source.milestones.iter().map(|milestone| source.milestone(milestone)).collect(),
        budget: source.budget(),
    }
}

struct Source<'w> {
    workspace: &'w Workspace,
    motion: &'w Motion,
    phases: Vec<&'w Phase>,
    tasks: Vec<&'w Task>,
    milestones: Vec<&'w Milestone>,
    places: BTreeMap<TaskOrMilestone, PlaybookStep>,
}

impl<'w> Source<'w> {
    fn of(workspace: &'w Workspace, motion: &'w Motion) -> Self {
        let mut phases: Vec<&Phase> = workspace.phases.iter().filter(|phase| phase.motion == motion.id).collect();
        phases.sort_by_key(|phase| (phase.position, phase.id));
        let order: BTreeMap<PhaseId, usize> = phases.iter().enumerate().map(|(at, phase)| (phase.id, at)).collect();
        let mut tasks: Vec<&Task> = workspace.tasks.iter().filter(|task| task.motion == motion.id).collect();
        tasks.sort_by_key(|task| {
            let phase = task.phase.and_then(|id| order.get(&id).copied());
            (phase.is_none(), phase, task.position, task.due, task.id)
        });
        let mut milestones: Vec<&Milestone> =
            workspace.milestones.iter().filter(|milestone| milestone.motion == motion.id).collect();
        milestones.sort_by_key(|milestone| (milestone.date, milestone.id));
        let task = |(at, task): (u32, &&Task)| (TaskOrMilestone::Task(task.id), PlaybookStep::Task(at));
        let milestone =
            |(at, row): (u32, &&Milestone)| (TaskOrMilestone::Milestone(row.id), PlaybookStep::Milestone(at));
        let places = (0..).zip(&tasks).map(task).chain((0..).zip(&milestones).map(milestone)).collect();
        Self { workspace, motion, phases, tasks, milestones, places }
    }

    fn task(&self, task: &Task) -> PlaybookTask {
        let start = task.start.or(task.due).unwrap_or(self.motion.start);
        let due = task.due.unwrap_or(start).max(start);
        let phase = self.phases.iter().position(|phase| Some(phase.id) == task.phase);
        let mut checklist: Vec<_> = self.workspace.checklist_items.iter().filter(|item| item.task == task.id).collect();
        checklist.sort_by_key(|item| (item.position, item.id));
        PlaybookTask {
            name: task.name.clone(),
            phase: phase.and_then(|at| u32::try_from(at).ok()),
            owner: task.owner.and_then(crate::TaskOwner::ours).and_then(|owner| function_of(self.workspace, owner)),
            offset_days: self.offset(start),
            days: u32::try_from(days_between(start, due) + 1).unwrap_or(1),
            effort_days: task.effort_days,
            after: self.after(TaskOrMilestone::Task(task.id)),
            checklist: checklist.into_iter().map(|item| item.text.clone()).collect(),
        }
    }

    fn milestone(&self, milestone: &Milestone) -> PlaybookMilestone {
        PlaybookMilestone {
            name: milestone.name.clone(),
            offset_days: self.offset(milestone.date),
            after: self.after(TaskOrMilestone::Milestone(milestone.id)),
        }
    }

    fn after(&self, step: TaskOrMilestone) -> Vec<PlaybookWait> {
        let rows = self.workspace.task_dependencies.iter().filter(|row| row.waits == step);
        let within = rows.filter_map(|row| Some((self.places.get(&row.after)?, row.lag_days)));
        within.map(|(&on, lag_days)| PlaybookWait { on, lag_days }).collect()
    }

    fn offset(&self, day: Date) -> u32 {
        u32::try_from(days_between(self.motion.start, day)).unwrap_or(0)
    }

    /// What it is judged by, else what it was projected to move.
    fn metrics(&self) -> Vec<Key> {
        let judged = self.workspace.motion_metrics.iter().filter(|row| row.motion == self.motion.id);
        let mut metrics: Vec<(u32, Key)> = judged.map(|row| (row.position, row.metric.clone())).collect();
        metrics.sort();
        if metrics.is_empty() {
            let projected = self.workspace.projections.iter().filter(|row| row.motion == self.motion.id);
            metrics = (0..).zip(projected.map(|row| row.metric.clone())).collect();
        }
        metrics.into_iter().map(|(_, metric)| metric).collect()
    }

    /// Shares are parts of all lines in the currency of the first.
    fn budget(&self) -> Vec<PlaybookCost> {
        let lines: Vec<&BudgetLine> =
            self.workspace.budget_lines.iter().filter(|line| line.motion == self.motion.id).collect();
        let currency = lines.first().map(|line| line.currency);
        let counts = |line: &&&BudgetLine| Some(line.currency) == currency;
        let whole: f64 = lines.iter().filter(counts).map(|line| line.planned_minor as f64).sum();
        let cost = |line: &&BudgetLine| PlaybookCost {
            name: line.name.clone(),
            behavior: line.behavior,
            share: (counts(&line) && whole > 0.0).then(|| (line.planned_minor as f64 / whole).clamp(0.0, 1.0)),
        };
        lines.iter().map(cost).collect()
    }
}
