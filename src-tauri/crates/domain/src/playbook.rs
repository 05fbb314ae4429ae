//! Playbooks: how motions of a kind are usually run, as phases, tasks with typical lengths, milestones, what waits for
//! what, the metrics that tell whether it worked, and what it usually costs.
//!
//! Owns: what a playbook may say, the built-in ones, the draft of a motion that one gives, and the playbook that a motion
//! leaves. Must not know: files, or which playbooks a person saved.

mod before;
mod built_in;
mod check;
mod draft;
mod from_motion;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use check::PlaybookError;
pub use draft::{Draft, draft};
pub use from_motion::of_motion;

use crate::{CostBehavior, Function, Key, Name};

/// How motions of a kind are run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Its key.
    pub key: Key,
    /// On the screen.
    pub name: Name,
    /// The kind of motion that it is for.
    pub kind: Key,
    /// When to take it, in a sentence or two.
    pub about: String,
    /// Who looks after the whole.
    pub owner: Function,
    /// What it is judged by, the first one first.
    pub metrics: Vec<Key>,
    /// The parts of the work, in order.
    pub phases: Vec<Name>,
    /// The work, in order.
    pub tasks: Vec<PlaybookTask>,
    /// What is reached, in order.
    pub milestones: Vec<PlaybookMilestone>,
    /// What it costs.
    pub budget: Vec<PlaybookCost>,
}

/// A task of a playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaybookTask {
    /// What is done.
    pub name: Name,
    /// The place of its phase in the list, from 0.
    pub phase: Option<u32>,
    /// Who does it.
    pub owner: Option<Function>,
    /// Days after the motion's start before which it does not begin.
    pub offset_days: u32,
    /// How long it takes, in days of the calendar.
    pub days: u32,
    /// Days of our work in it.
    pub effort_days: Option<f64>,
    /// What must be there before it begins.
    pub after: Vec<PlaybookWait>,
    /// Lines to tick.
    pub checklist: Vec<Name>,
}

/// A milestone of a playbook: reached on the day on which all that it waits for is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaybookMilestone {
    /// What is reached.
    pub name: Name,
    /// Days after the motion's start before which it is not reached.
    pub offset_days: u32,
    /// What must be there before.
    pub after: Vec<PlaybookWait>,
}

/// Something that must be there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaybookWait {
    /// What.
    pub on: PlaybookStep,
    /// Days that pass in between.
    pub lag_days: u32,
}

/// A task or a milestone by its place in the playbook's list, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PlaybookStep {
    Task(u32),
    Milestone(u32),
}

/// A line of a playbook's budget.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaybookCost {
    /// What is paid for.
    pub name: Name,
    /// Fixed, or following a projection.
    pub behavior: CostBehavior,
    /// Its usual part of the whole, 0 to 1.
    pub share: Option<f64>,
}

/// How much of a playbook a draft takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlaybookForm {
    /// Milestones, one owner, one metric.
    Light,
    /// Everything.
    Full,
}

/// A playbook that a person saved in a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SavedPlaybook {
    /// Its key, which no built-in one has.
    pub key: Key,
    /// On the screen.
    pub name: Name,
    /// The kind of motion that it is for.
    pub kind: Key,
    /// The [`Playbook`] as JSON.
    pub content: String,
}

/// What tasks and milestones have in common. A milestone takes no time.
struct Step<'p> {
    name: &'p Name,
    after: &'p [PlaybookWait],
    offset_days: u32,
    days: u32,
}

impl Playbook {
    /// The five that every workspace has, in the order of the kinds of motion.
    pub fn built_in() -> Vec<Self> {
        built_in::all()
    }

    /// Days from the first day of a draft to its last; 0 for one that gives no draft.
    pub fn days(&self) -> u32 {
        let last = self.times().ok().and_then(|times| times.iter().map(|times| times.early_finish).max());
        last.and_then(|days| u32::try_from(days).ok()).unwrap_or(0)
    }

    /// Every step in order, tasks first.
    fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        let tasks = self.tasks.iter().map(|task| {
            let PlaybookTask { name, after, offset_days, days, .. } = task;
            Step { name, after, offset_days: *offset_days, days: *days }
        });
        let milestones = self.milestones.iter().map(|milestone| {
            let PlaybookMilestone { name, after, offset_days } = milestone;
            Step { name, after, offset_days: *offset_days, days: 0 }
        });
        tasks.chain(milestones)
    }

    /// Where a step stands among [`Self::steps`].
    fn place(&self, step: PlaybookStep) -> Option<usize> {
        let within = |at: u32, length: usize| usize::try_from(at).ok().filter(|at| *at < length);
        match step {
            PlaybookStep::Task(at) => within(at, self.tasks.len()),
            PlaybookStep::Milestone(at) => within(at, self.milestones.len()).map(|at| self.tasks.len() + at),
        }
    }
}
