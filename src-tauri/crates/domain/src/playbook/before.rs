//! Which milestones come before which, when the tasks between them are left out.

use std::collections::BTreeSet;

use super::Playbook;

impl Playbook {
    /// For each milestone the nearest ones before it: those all of whose work lies behind it too.
    pub(super) fn milestones_before(&self) -> Vec<Vec<usize>> {
        let behind: Vec<BTreeSet<usize>> = (0..self.milestones.len()).map(|at| self.behind(at)).collect();
        let own = |at: usize| self.tasks.len() + at;
        let is_before = |a: usize, b: usize| {
            // Of two milestones with the same work the first listed is the earlier: there is never a circle.
            let earlier = (behind[a].len(), a) < (behind[b].len(), b);
            let waits_for_it = behind[b].contains(&own(a));
            earlier && (waits_for_it || (!behind[a].is_empty() && behind[a].is_subset(&behind[b])))
        };
        let count = self.milestones.len();
        let nearest = |b: usize| {
            let before: Vec<usize> = (0..count).filter(|&a| is_before(a, b)).collect();
            let is_nearest = |a: &usize| !before.iter().any(|&between| is_before(*a, between));
            before.iter().copied().filter(is_nearest).collect()
        };
        (0..count).map(nearest).collect()
    }

    /// Everything that must be done before a milestone is reached.
    fn behind(&self, milestone: usize) -> BTreeSet<usize> {
        let steps: Vec<_> = self.steps().collect();
        let mut behind = BTreeSet::new();
        let mut open = vec![self.tasks.len() + milestone];
        while let Some(at) = open.pop() {
            let before = steps[at].after.iter().filter_map(|wait| self.place(wait.on));
            open.extend(before.filter(|&place| behind.insert(place)));
        }
        behind
    }
}
