//! The built-in playbooks, written as tables: one file for each kind of motion. Lengths are what such work usually takes
//! between two companies, in days of the calendar; a reader changes what is different for them.

mod affiliate;
mod co_created;
mod enablement;
mod joint_gtm;
mod referral;

use super::{Playbook, PlaybookCost, PlaybookMilestone, PlaybookStep, PlaybookTask, PlaybookWait};
use crate::{CostBehavior, Function, Key, Name};

/// A playbook as a table. Tasks are named by their places.
struct Source {
    /// Its key is that of the kind of motion too.
    kind: &'static str,
    name: &'static str,
    about: &'static str,
    owner: Function,
    metrics: &'static [&'static str],
    phases: &'static [Phase],
    milestones: &'static [(&'static str, &'static [usize])],
    budget: &'static [(&'static str, CostBehavior, Option<f64>)],
}

/// A phase with its tasks.
struct Phase {
    name: &'static str,
    tasks: &'static [Task],
}

struct Task {
    name: &'static str,
    owner: Function,
    days: u32,
    effort: f64,
    /// Tasks that come before, and the days in between.
    after: &'static [(usize, u32)],
    checklist: &'static [&'static str],
}

/// In the order of the kinds of motion.
pub(super) fn all() -> Vec<Playbook> {
    [&co_created::SOURCE, &joint_gtm::SOURCE, &referral::SOURCE, &enablement::SOURCE, &affiliate::SOURCE]
        .into_iter()
        .filter_map(Source::playbook)
        .collect()
}

impl Source {
    fn playbook(&self) -> Option<Playbook> {
        let tasks = (0..).zip(self.phases).flat_map(|(at, phase)| phase.tasks.iter().map(move |task| (at, task)));
        let milestone = |(name, after): &(&str, &[usize])| {
            let after = after.iter().map(|&at| wait(at, 0)).collect();
            Some(PlaybookMilestone { name: Name::parse(name).ok()?, offset_days: 0, after })
        };
        let cost = |(name, behavior, share): &(&str, CostBehavior, Option<f64>)| {
            Some(PlaybookCost { name: Name::parse(name).ok()?, behavior: *behavior, share: *share })
        };
        Some(Playbook {
            key: Key::parse(self.kind).ok()?,
            name: Name::parse(self.name).ok()?,
            kind: Key::parse(self.kind).ok()?,
            about: self.about.to_owned(),
            owner: self.owner,
            metrics: self.metrics.iter().map(|key| Key::parse(key).ok()).collect::<Option<_>>()?,
            phases: self.phases.iter().map(|phase| Name::parse(phase.name).ok()).collect::<Option<_>>()?,
            tasks: tasks.map(|(phase, task)| task.playbook_task(phase)).collect::<Option<_>>()?,
            milestones: self.milestones.iter().map(milestone).collect::<Option<_>>()?,
            budget: self.budget.iter().map(cost).collect::<Option<_>>()?,
        })
    }
}

impl Task {
    fn playbook_task(&self, phase: u32) -> Option<PlaybookTask> {
        Some(PlaybookTask {
            name: Name::parse(self.name).ok()?,
            phase: Some(phase),
            owner: Some(self.owner),
            offset_days: 0,
            days: self.days,
            effort_days: Some(self.effort),
            after: self.after.iter().map(|&(at, lag)| wait(at, lag)).collect(),
            checklist: self.checklist.iter().map(|text| Name::parse(text).ok()).collect::<Option<_>>()?,
        })
    }
}

fn wait(task: usize, lag_days: u32) -> PlaybookWait {
    PlaybookWait { on: PlaybookStep::Task(u32::try_from(task).unwrap_or(u32::MAX)), lag_days }
}
