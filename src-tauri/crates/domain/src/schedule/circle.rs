//! Circles of dependencies: a plan that has one cannot be carried out, and its members are named.

use std::collections::BTreeMap;

use super::network::{self, Activity, Before};
use crate::{MotionId, Name, TaskOrMilestone, Workspace};

/// What waits for each other in a circle, by name: each for the next, the last for the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these wait for each other in a circle: {}; take one of these dependencies away", self.words())]
pub struct CircularPlan(pub Vec<Name>);

impl CircularPlan {
    /// “A” waits for “B” waits for “A”.
    pub fn words(&self) -> String {
        let mut words: Vec<String> = self.0.iter().map(|name| format!("“{name}”")).collect();
        words.extend(words.first().cloned());
        words.join(" waits for ")
    }
}

/// Refuses motions that wait for each other, switched off and dropped ones too: they may come back.
///
/// # Errors
///
/// The members of a circle.
pub fn check_motions(workspace: &Workspace) -> Result<(), CircularPlan> {
    let names: BTreeMap<MotionId, &Name> = workspace.motions.iter().map(|motion| (motion.id, &motion.name)).collect();
    check(&names, workspace.dependencies.iter().map(|row| (row.motion, row.after)))
}

/// Refuses tasks and milestones that wait for each other, with or without dates.
///
/// # Errors
///
/// The members of a circle.
pub fn check_steps(workspace: &Workspace) -> Result<(), CircularPlan> {
    let tasks = workspace.tasks.iter().map(|task| (TaskOrMilestone::Task(task.id), &task.name));
    let milestones = workspace.milestones.iter().map(|row| (TaskOrMilestone::Milestone(row.id), &row.name));
    check(&tasks.chain(milestones).collect(), workspace.task_dependencies.iter().map(|row| (row.waits, row.after)))
}

/// `pairs`: the one that waits, and the one that it waits for.
fn check<Id: Ord>(names: &BTreeMap<Id, &Name>, pairs: impl Iterator<Item = (Id, Id)>) -> Result<(), CircularPlan> {
    let places: BTreeMap<&Id, usize> = names.keys().enumerate().map(|(at, id)| (id, at)).collect();
    let mut activities = vec![Activity::default(); names.len()];
    for (waits, after) in pairs {
        if let (Some(&waits), Some(&at)) = (places.get(&waits), places.get(&after)) {
            activities[waits].after.push(Before { at, lag: 0 });
        }
    }
    let names: Vec<&Name> = names.values().copied().collect();
    network::times(&activities)
        .map(drop)
        .map_err(|circle| CircularPlan(circle.0.iter().map(|&at| names[at].clone()).collect()))
}
