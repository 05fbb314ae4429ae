//! The steps inside a motion, as its drawer shows them. Must not know how motions lie on the timeline.

use std::collections::BTreeMap;

use domain::schedule::moving::PlanItem;
use domain::schedule::{self, Schedule};
use domain::{ChecklistItem, Milestone, MotionId, Phase, PhaseId, Task, TaskId, TaskOrMilestone};

use super::Loaded;
use crate::wire::*;

/// Slack and whether it is critical.
type Room = (i64, bool);

/// How far a motion and its steps may slip. Nothing is known where the plan waits in a circle.
#[derive(Default)]
pub(crate) struct Times {
    pub(crate) motion: Option<Room>,
    steps: BTreeMap<TaskOrMilestone, Room>,
    /// Days that dependencies are contradicted by.
    broken: BTreeMap<domain::DependencyId, i64>,
}

impl Loaded {
    pub(crate) fn step_times(&self, motion: MotionId) -> Times {
        schedule::of(&self.workspace).map(|schedule| Times::of(&schedule, motion)).unwrap_or_default()
    }

    pub(crate) fn phases_of(&self, motion: MotionId) -> Vec<&Phase> {
        let mut phases: Vec<&Phase> = self.workspace.phases.iter().filter(|phase| phase.motion == motion).collect();
        phases.sort_by_key(|phase| (phase.position, phase.id));
        phases
    }

    /// Tasks by phase, place and days; those without a phase come last, and those without a day behind the others.
    pub(crate) fn tasks_of(&self, motion: MotionId) -> Vec<&Task> {
        let phases: BTreeMap<PhaseId, usize> =
            self.phases_of(motion).into_iter().enumerate().map(|(at, phase)| (phase.id, at)).collect();
        let mut tasks: Vec<&Task> = self.inside.tasks(&self.workspace, motion).collect();
        tasks.sort_by_key(|task| {
            let phase = task.phase.and_then(|phase| phases.get(&phase).copied());
            (phase.is_none(), phase, task.position, task.due.is_none(), task.due, task.start, task.id)
        });
        tasks
    }

    pub(crate) fn task_views(&self, motion: MotionId, times: &Times) -> Vec<TaskView> {
        let tasks = self.tasks_of(motion);
        let mut checklists: BTreeMap<TaskId, Vec<&ChecklistItem>> =
            tasks.iter().map(|task| (task.id, Vec::new())).collect();
        for item in &self.workspace.checklist_items {
            if let Some(list) = checklists.get_mut(&item.task) {
                list.push(item);
            }
        }
        let view = |task: &&Task| {
            let mut list = checklists.remove(&task.id).unwrap_or_default();
            list.sort_by_key(|item| (item.position, item.id));
            self.task_view(task, list, times)
        };
        tasks.iter().map(view).collect()
    }

    fn task_view(&self, task: &Task, checklist: Vec<&ChecklistItem>, times: &Times) -> TaskView {
        let room = times.steps.get(&TaskOrMilestone::Task(task.id));
        let item =
            |item: &ChecklistItem| ChecklistItemView { id: item.id, text: item.text.to_string(), done: item.done };
        TaskView {
            id: task.id,
            name: task.name.to_string(),
            phase: task.phase,
            owner: task.owner,
            owner_words: self.task_owner_words(task.owner),
            start: task.start,
            due: task.due,
            done: task.done,
            overdue: !task.done && task.due.is_some_and(|due| due < self.today),
            effort_days: task.effort_days,
            notes: task.notes.clone(),
            notes_audience: task.notes_audience,
            checklist: checklist.into_iter().map(item).collect(),
            slack: room.map(|(slack, _)| *slack),
            critical: room.is_some_and(|(_, critical)| *critical),
        }
    }

    /// By their days.
    pub(crate) fn milestone_views(&self, motion: MotionId, times: &Times) -> Vec<MilestoneView> {
        let mut rows: Vec<&Milestone> = self.inside.milestones(&self.workspace, motion).collect();
        rows.sort_by_key(|row| (row.date, row.id));
        let view = |row: &Milestone| {
            let room = times.steps.get(&TaskOrMilestone::Milestone(row.id));
            MilestoneView {
                id: row.id,
                name: row.name.to_string(),
                date: row.date,
                reached: row.reached,
                overdue: !row.reached && row.date < self.today,
                slack: room.map(|(slack, _)| *slack),
                critical: room.is_some_and(|(_, critical)| *critical),
            }
        };
        rows.into_iter().map(view).collect()
    }

    /// Those of the motion and of its steps, whichever end is in it.
    pub(crate) fn dependency_views(&self, motion: MotionId, times: &Times) -> Vec<DependencyView> {
        let view = |id, waits: PlanItem, after: PlanItem, lag_days| DependencyView {
            id,
            waits_words: self.item_words(waits, Some(motion)),
            waits,
            after_words: self.item_words(after, Some(motion)),
            after,
            lag_days,
            too_early: times.broken.get(&id).copied().unwrap_or(0),
        };
        let own = |item: PlanItem| self.motion_of(item) == Some(motion);
        let motions = self.workspace.dependencies.iter();
        let motions = motions.map(|row| (row.id, PlanItem::Motion(row.motion), PlanItem::Motion(row.after), 0));
        let steps = self.workspace.task_dependencies.iter();
        let steps = steps.map(|row| (row.id, row.waits.into(), row.after.into(), row.lag_days));
        let here = motions.chain(steps).filter(|(_, waits, after, _)| own(*waits) || own(*after));
        here.map(|(id, waits, after, lag_days)| view(id, waits, after, lag_days)).collect()
    }

    /// The motion that something is in, or is.
    pub(crate) fn motion_of(&self, item: PlanItem) -> Option<MotionId> {
        match item {
            PlanItem::Motion(id) => Some(id),
            PlanItem::Task(id) => self.task(id).ok().map(|task| task.motion),
            PlanItem::Milestone(id) => self.milestone(id).ok().map(|milestone| milestone.motion),
        }
    }

    /// Its name, a step's with its motion's unless that is `within`.
    pub(crate) fn item_words(&self, item: PlanItem, within: Option<MotionId>) -> String {
        let name = match item {
            PlanItem::Motion(id) => return self.motion(id).map(|motion| motion.name.to_string()).unwrap_or_default(),
            PlanItem::Task(id) => self.task(id).map(|task| task.name.to_string()),
            PlanItem::Milestone(id) => self.milestone(id).map(|milestone| milestone.name.to_string()),
        };
        let name = name.unwrap_or_default();
        let motion = self.motion_of(item).filter(|motion| Some(*motion) != within);
        match motion.and_then(|id| self.motion(id).ok()) {
            Some(motion) => format!("{name} ({})", motion.name),
            None => name,
        }
    }

    /// What a motion is judged by, in order.
    pub(crate) fn metric_views(&self, motion: MotionId) -> Vec<MotionMetricView> {
        let mut rows: Vec<_> = self.workspace.motion_metrics.iter().filter(|row| row.motion == motion).collect();
        rows.sort_by_key(|row| row.position);
        let view = |row: &domain::MotionMetric| {
            let metric = self.workspace.metrics.iter().find(|metric| metric.key == row.metric)?;
            let (name, side, unit) = (metric.name.to_string(), metric.side, metric.unit);
            Some(MotionMetricView { metric: metric.key.clone(), name, side, unit })
        };
        rows.into_iter().filter_map(view).collect()
    }
}

impl Times {
    fn of(schedule: &Schedule, motion: MotionId) -> Self {
        let own = schedule.motions.iter().find(|row| row.motion == motion);
        let steps = schedule.steps.iter().filter(|row| row.motion == motion);
        let motions = schedule.broken.iter().map(|row| (row.dependency, row.days));
        let broken = schedule.broken_steps.iter().map(|row| (row.dependency, row.days));
        Self {
            motion: own.map(|row| (row.slack, row.critical)),
            steps: steps.map(|row| (row.step, (row.slack, row.critical))).collect(),
            broken: motions.chain(broken).collect(),
        }
    }
}

pub(crate) fn phase_view(phase: &Phase) -> PhaseView {
    PhaseView { id: phase.id, name: phase.name.to_string() }
}
