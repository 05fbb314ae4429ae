//! The draft of a motion that a playbook gives: its steps with dates that respect what waits for what.

use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

use super::{Playbook, PlaybookCost, PlaybookError, PlaybookForm, PlaybookStep};
use crate::schedule::network::{self, Activity, Before, Times};
use crate::{
    Audience, ChecklistItem, Function, Milestone, MilestoneId, MotionId, MotionMetric, Phase, Task, TaskDependency,
    TaskId, TaskOrMilestone, TaskOwner,
};

/// Everything inside a new motion.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Last day of the last step, not before the start.
    pub end: Date,
    /// Who looks after the whole.
    pub owner: Function,
    /// None in the light form.
    pub phases: Vec<Phase>,
    /// None in the light form.
    pub tasks: Vec<Task>,
    /// None in the light form.
    pub checklist_items: Vec<ChecklistItem>,
    /// All of them in both forms, on the same days.
    pub milestones: Vec<Milestone>,
    /// Between the steps above.
    pub dependencies: Vec<TaskDependency>,
    /// What it is judged by: the first one in the light form.
    pub metrics: Vec<MotionMetric>,
    /// None in the light form.
    pub budget: Vec<PlaybookCost>,
}

/// A draft for the motion with this id, which starts on `start`.
///
/// # Errors
///
/// A playbook that does not fit together.
pub fn draft(
    playbook: &Playbook,
    form: PlaybookForm,
    motion: MotionId,
    start: Date,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Draft, PlaybookError> {
    playbook.check()?;
    let times = playbook.times()?;
    let mut drafting = Drafting { playbook, motion, start, new_id };
    Ok(match form {
        PlaybookForm::Light => drafting.light(&times),
        PlaybookForm::Full => drafting.full(&times),
    })
}

struct Drafting<'a> {
    playbook: &'a Playbook,
    motion: MotionId,
    start: Date,
    new_id: &'a mut dyn FnMut() -> Uuid,
}

impl Drafting<'_> {
    fn full(&mut self, times: &[Times]) -> Draft {
        let phases: Vec<Phase> = (0..)
            .zip(&self.playbook.phases)
            .map(|(position, name)| Phase {
                id: (self.new_id)().into(),
                motion: self.motion,
                name: name.clone(),
                position,
            })
            .collect();
        let tasks = self.tasks(times, &phases);
        let checklist_items = self.checklists(&tasks);
        let milestones = self.milestones(&times[tasks.len()..]);
        let dependencies = self.dependencies(&tasks, &milestones);
        let metrics = self.metrics(usize::MAX);
        let budget = self.playbook.budget.clone();
        let (end, owner) = (self.end(times), self.playbook.owner);
        Draft { end, owner, phases, tasks, checklist_items, milestones, dependencies, metrics, budget }
    }

    /// Milestones keep their days. Of two milestones the later waits for the earlier where the tasks behind them say so.
    fn light(&mut self, times: &[Times]) -> Draft {
        let own = &times[self.playbook.tasks.len()..];
        let before = self.playbook.milestones_before();
        let activity = |(times, before): (&Times, &Vec<usize>)| Activity {
            length: 0,
            not_before: times.early_start,
            after: before.iter().map(|&at| Before { at, lag: 0 }).collect(),
        };
        let activities: Vec<Activity> = own.iter().zip(&before).map(activity).collect();
        // They are ordered by how much lies before each, so there is no circle.
        let own = network::times(&activities).unwrap_or_else(|_| own.to_vec());
        let milestones = self.milestones(&own);
        let mut dependencies = Vec::new();
        for (milestone, before) in milestones.iter().zip(&before) {
            for &at in before {
                let waits = TaskOrMilestone::Milestone(milestone.id);
                let after = TaskOrMilestone::Milestone(milestones[at].id);
                dependencies.push(TaskDependency { id: (self.new_id)().into(), waits, after, lag_days: 0 });
            }
        }
        Draft {
            end: self.end(times),
            owner: self.playbook.owner,
            phases: Vec::new(),
            tasks: Vec::new(),
            checklist_items: Vec::new(),
            milestones,
            dependencies,
            metrics: self.metrics(1),
            budget: Vec::new(),
        }
    }

    fn tasks(&mut self, times: &[Times], phases: &[Phase]) -> Vec<Task> {
        let mut tasks: Vec<Task> = Vec::with_capacity(self.playbook.tasks.len());
        for (task, times) in self.playbook.tasks.iter().zip(times) {
            let phase = task.phase.and_then(|at| phases.get(usize::try_from(at).ok()?)).map(|phase| phase.id);
            let position = tasks.iter().filter(|other| other.phase == phase).count();
            tasks.push(Task {
                id: (self.new_id)().into(),
                motion: self.motion,
                name: task.name.clone(),
                owner: task.owner.map(TaskOwner::Function),
                start: Some(self.day(times.early_start)),
                due: Some(self.day(times.early_finish - 1)),
                done: false,
                effort_days: task.effort_days,
                phase,
                notes: String::new(),
                notes_audience: Audience::Internal,
                position: u32::try_from(position).unwrap_or(u32::MAX),
            });
        }
        tasks
    }

    fn checklists(&mut self, tasks: &[Task]) -> Vec<ChecklistItem> {
        let mut items = Vec::new();
        for (task, row) in self.playbook.tasks.iter().zip(tasks) {
            for (position, text) in (0..).zip(&task.checklist) {
                let id = (self.new_id)().into();
                items.push(ChecklistItem { id, task: row.id, position, text: text.clone(), done: false });
            }
        }
        items
    }

    fn milestones(&mut self, times: &[Times]) -> Vec<Milestone> {
        let milestones = self.playbook.milestones.iter().zip(times);
        milestones
            .map(|(milestone, times)| Milestone {
                id: (self.new_id)().into(),
                motion: self.motion,
                name: milestone.name.clone(),
                date: self.start.saturating_add((times.early_finish - 1).days()),
                reached: false,
            })
            .collect()
    }

    fn dependencies(&mut self, tasks: &[Task], milestones: &[Milestone]) -> Vec<TaskDependency> {
        let tasks: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
        let milestones: Vec<MilestoneId> = milestones.iter().map(|milestone| milestone.id).collect();
        let step = |step: PlaybookStep| match step {
            PlaybookStep::Task(at) => tasks.get(usize::try_from(at).ok()?).copied().map(TaskOrMilestone::Task),
            PlaybookStep::Milestone(at) => {
                milestones.get(usize::try_from(at).ok()?).copied().map(TaskOrMilestone::Milestone)
            }
        };
        let own = tasks.iter().copied().map(TaskOrMilestone::Task);
        let own = own.chain(milestones.iter().copied().map(TaskOrMilestone::Milestone));
        let mut dependencies = Vec::new();
        for (row, waits) in self.playbook.steps().zip(own) {
            for wait in row.after {
                // What a playbook names is there: it was checked.
                let Some(after) = step(wait.on) else { continue };
                let id = (self.new_id)().into();
                dependencies.push(TaskDependency { id, waits, after, lag_days: wait.lag_days });
            }
        }
        dependencies
    }

    fn metrics(&self, most: usize) -> Vec<MotionMetric> {
        let metrics = (0..).zip(&self.playbook.metrics).take(most);
        metrics
            .map(|(position, metric)| MotionMetric { motion: self.motion, metric: metric.clone(), position })
            .collect()
    }

    fn end(&self, times: &[Times]) -> Date {
        let last = times.iter().map(|times| times.early_finish).max().unwrap_or(1);
        self.day(last.max(1) - 1)
    }

    fn day(&self, days: i64) -> Date {
        self.start.saturating_add(days.days())
    }
}
