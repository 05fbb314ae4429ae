//! Which tasks, milestones and partners are a motion's: looked up, not searched for.

use std::collections::BTreeMap;

use domain::{Milestone, MotionId, MotionPartner, Task, Workspace};

/// Places in the workspace's lists, in their order.
#[derive(Default)]
pub(crate) struct Inside {
    tasks: BTreeMap<MotionId, Vec<usize>>,
    milestones: BTreeMap<MotionId, Vec<usize>>,
    partners: BTreeMap<MotionId, Vec<usize>>,
}

impl Inside {
    pub(crate) fn of(workspace: &Workspace) -> Self {
        Self {
            tasks: places(workspace.tasks.iter().map(|row| row.motion)),
            milestones: places(workspace.milestones.iter().map(|row| row.motion)),
            partners: places(workspace.motion_partners.iter().map(|row| row.motion)),
        }
    }

    pub(crate) fn tasks<'a>(&'a self, workspace: &'a Workspace, motion: MotionId) -> impl Iterator<Item = &'a Task> {
        self.tasks.get(&motion).into_iter().flatten().map(|place| &workspace.tasks[*place])
    }

    pub(crate) fn milestones<'a>(
        &'a self,
        workspace: &'a Workspace,
        motion: MotionId,
    ) -> impl Iterator<Item = &'a Milestone> {
        self.milestones.get(&motion).into_iter().flatten().map(|place| &workspace.milestones[*place])
    }

    pub(crate) fn partners<'a>(
        &'a self,
        workspace: &'a Workspace,
        motion: MotionId,
    ) -> impl Iterator<Item = &'a MotionPartner> {
        self.partners.get(&motion).into_iter().flatten().map(|place| &workspace.motion_partners[*place])
    }
}

fn places(motions: impl Iterator<Item = MotionId>) -> BTreeMap<MotionId, Vec<usize>> {
    let mut places: BTreeMap<MotionId, Vec<usize>> = BTreeMap::new();
    for (place, motion) in motions.enumerate() {
        places.entry(motion).or_default().push(place);
    }
    places
}
