//! What moving a node between groups does to modularity: local moving and refinement, the two moves of Leiden.

use std::collections::VecDeque;

use super::network::nodes;
use super::partition::{Partition, Tally, Weighted};
use super::shuffle::Shuffle;

/// Moves nodes to the group that raises modularity most, until none does. A queue holds the nodes whose
/// neighborhood changed (Traag, Waltman and van Eck 2019, `MoveNodesFast`).
pub(super) fn move_nodes(network: &Weighted, partition: &mut Partition, shuffle: &mut Shuffle) {
    let mut order: Vec<u32> = nodes(network.node_count()).collect();
    shuffle.shuffle(&mut order);
    let mut queue: VecDeque<u32> = order.into();
    let mut queued = vec![true; network.node_count()];
    let mut mover = Mover::new(network, partition);
    while let Some(node) = queue.pop_front() {
        queued[node as usize] = false;
        let Some(group) = mover.better_group(node) else { continue };
        mover.put(node, group);
        for &(next, _) in network.of(node) {
            if mover.partition.groups[next as usize] != group && !queued[next as usize] {
                queued[next as usize] = true;
                queue.push_back(next);
            }
        }
    }
}

struct Mover<'a> {
    network: &'a Weighted,
    partition: &'a mut Partition,
    /// The strength of each group.
    sums: Vec<i64>,
    sizes: Vec<u32>,
    empty: Vec<u32>,
    tally: Tally,
}

impl<'a> Mover<'a> {
    fn new(network: &'a Weighted, partition: &'a mut Partition) -> Self {
        let count = network.node_count();
        let mut sizes = vec![0_u32; count];
        partition.groups.iter().for_each(|&group| sizes[group as usize] += 1);
        let empty = nodes(count).filter(|&group| sizes[group as usize] == 0).collect();
        Self { network, sums: group_sums(network, partition), partition, sizes, empty, tally: Tally::new(count) }
    }

    /// The group that `node` adds most to, if that is more than in its own; an empty one adds 0.
    fn better_group(&mut self, node: u32) -> Option<u32> {
        let (total, strength) = (self.network.total, self.network.strengths[node as usize]);
        let own = self.partition.groups[node as usize];
        for &(next, weight) in self.network.of(node) {
            self.tally.add(self.partition.groups[next as usize], weight);
        }
        let mut stay = gain(total, 0, strength, self.sums[own as usize] - strength);
        let (mut best, mut chosen) = (0, None);
        for (group, weight) in self.tally.drain() {
            let sum = self.sums[group as usize];
            if group == own {
                stay = gain(total, weight, strength, sum - strength);
                continue;
            }
            let gained = gain(total, weight, strength, sum);
            if gained > best || (gained == best && chosen.is_some_and(|chosen| group < chosen)) {
                (best, chosen) = (gained, Some(group));
            }
        }
        if best > stay { chosen.or_else(|| self.empty.last().copied()) } else { None }
    }

    fn put(&mut self, node: u32, group: u32) {
        let strength = self.network.strengths[node as usize];
        let own = std::mem::replace(&mut self.partition.groups[node as usize], group);
        self.sums[own as usize] -= strength;
        self.sums[group as usize] += strength;
        if self.sizes[group as usize] == 0 {
            self.empty.pop();
        }
        self.sizes[group as usize] += 1;
        self.sizes[own as usize] -= 1;
        if self.sizes[own as usize] == 0 {
            self.empty.push(own);
        }
    }
}

/// Splits every group of `partition` into parts that hang together: starting alone, nodes join the part of their
/// group that raises modularity most, if both are well tied to the rest of the group (the same, `MergeNodesSubset`;
/// where the paper draws a part at random, this takes the best, in random order).
pub(super) fn refine(network: &Weighted, partition: &Partition, shuffle: &mut Shuffle) -> Partition {
    let count = network.node_count();
    let mut parts = Partition::alone(count);
    let group_sums = group_sums(network, partition);
    let mut part_sums = network.strengths.clone();
    let inside = |node: u32, next: u32| partition.groups[node as usize] == partition.groups[next as usize];
    // Lines from each part to the rest of its group.
    let mut cuts: Vec<i64> = nodes(count)
        .map(|node| network.of(node).iter().filter(|&&(next, _)| inside(node, next)).map(|&(_, weight)| weight).sum())
        .collect();
    let mut is_alone = vec![true; count];
    let mut order: Vec<u32> = nodes(count).collect();
    shuffle.shuffle(&mut order);
    let mut tally = Tally::new(count);
    for node in order {
        let group_sum = group_sums[partition.groups[node as usize] as usize];
        let well_tied = |cut: i64, sum: i64| gain(network.total, cut, sum, group_sum - sum) >= 0;
        let strength = network.strengths[node as usize];
        if !is_alone[node as usize] || !well_tied(cuts[node as usize], strength) {
            continue;
        }
        for &(next, weight) in network.of(node) {
            if inside(node, next) {
                tally.add(parts.groups[next as usize], weight);
            }
        }
        let mut best = (0, node, 0);
        for (part, weight) in tally.drain() {
            let sum = part_sums[part as usize];
            let gained = gain(network.total, weight, strength, sum);
            let is_better = gained > best.0 || (gained == best.0 && best.1 != node && part < best.1);
            if is_better && well_tied(cuts[part as usize], sum) {
                best = (gained, part, weight);
            }
        }
        let (_, part, weight) = best;
        if part != node {
            // The part keeps the number of the node that began it, which is no longer alone.
            cuts[part as usize] += cuts[node as usize] - 2 * weight;
            part_sums[part as usize] += strength;
            is_alone[part as usize] = false;
            is_alone[node as usize] = false;
            parts.groups[node as usize] = part;
        }
    }
    parts
}

fn group_sums(network: &Weighted, partition: &Partition) -> Vec<i64> {
    let mut sums = vec![0; network.node_count()];
    for (&group, strength) in partition.groups.iter().zip(&network.strengths) {
        sums[group as usize] += strength;
    }
    sums
}

/// The gain in modularity of joining two that have `weight` lines between them, times `total²/2`: exact.
fn gain(total: i64, weight: i64, strength: i64, sum: i64) -> i128 {
    i128::from(total) * i128::from(weight) - i128::from(strength) * i128::from(sum)
}
