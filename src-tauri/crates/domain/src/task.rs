//! The steps inside a motion: its phases, tasks with their checklists, milestones, and what waits for what.
//!
//! Must not know: dates that follow from dependencies, which is the business of `schedule`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Audience, ChecklistItemId, ContactId, DependencyId, Function, Key, MilestoneId, MotionId, Name, Owner, PersonId,
    PhaseId, TaskId,
};

/// A part of a motion's work, with tasks in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// The motion.
    pub motion: MotionId,
    /// As typed.
    pub name: Name,
    /// Place among the motion's phases, from 0.
    pub position: u32,
}

/// A step of a motion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The motion.
    pub motion: MotionId,
    /// As typed.
    pub name: Name,
    /// Who does it.
    pub owner: Option<TaskOwner>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub due: Option<Date>,
    /// Done.
    pub done: bool,
    /// Effort in days, ours.
    pub effort_days: Option<f64>,
    /// The phase that it belongs to, one of the same motion.
    #[serde(default)]
    pub phase: Option<PhaseId>,
    /// Free text.
    #[serde(default)]
    pub notes: String,
    /// Who may read the notes.
    #[serde(default = "internal")]
    pub notes_audience: Audience,
    /// Place among the tasks of its phase, from 0.
    #[serde(default)]
    pub position: u32,
}

fn internal() -> Audience {
    Audience::Internal
}

/// Who does a task: one of us, a function of ours, or somebody at a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskOwner {
    /// One of us.
    Person(PersonId),
    /// A function of ours.
    Function(Function),
    /// Somebody at a partner.
    Contact(ContactId),
}

impl TaskOwner {
    /// The owner on our side; none where a partner does it.
    pub fn ours(self) -> Option<Owner> {
        match self {
            Self::Person(id) => Some(Owner::Person(id)),
            Self::Function(function) => Some(Owner::Function(function)),
            Self::Contact(_) => None,
        }
    }
}

impl From<Owner> for TaskOwner {
    fn from(owner: Owner) -> Self {
        match owner {
            Owner::Person(id) => Self::Person(id),
            Owner::Function(function) => Self::Function(function),
        }
    }
}

/// A line to tick inside a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChecklistItem {
    /// Its id.
    pub id: ChecklistItemId,
    /// The task.
    pub task: TaskId,
    /// Place in the list, from 0.
    pub position: u32,
    /// What is to be done.
    pub text: Name,
    /// Ticked.
    pub done: bool,
}

/// A dated mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// The motion.
    pub motion: MotionId,
    /// As typed.
    pub name: Name,
    /// When.
    pub date: Date,
    /// Reached.
    pub reached: bool,
}

/// Either end of a dependency between steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum TaskOrMilestone {
    Task(TaskId),
    Milestone(MilestoneId),
}

/// A task or milestone that comes only after another, of the same motion or of another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TaskDependency {
    /// Its id.
    pub id: DependencyId,
    /// The one that waits.
    pub waits: TaskOrMilestone,
    /// The one that it waits for.
    pub after: TaskOrMilestone,
    /// Days in between.
    pub lag_days: u32,
}

/// A metric that a motion is judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MotionMetric {
    /// The motion.
    pub motion: MotionId,
    /// The metric's key.
    pub metric: Key,
    /// Place in the list, from 0.
    pub position: u32,
}
