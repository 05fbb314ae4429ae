//! A weighted, undirected network whose nodes may stand for many, and a partition of it into groups.

use super::network::{Network, Reading, nodes};

/// Weights are counts of lines, so that gains are exact whole numbers and every machine decides alike.
pub(super) struct Weighted {
    starts: Vec<u32>,
    ends: Vec<(u32, i64)>,
    /// The ends of lines at each node, those inside it among them.
    pub(super) strengths: Vec<i64>,
    /// The sum of all strengths, twice the number of lines.
    pub(super) total: i64,
}

impl Weighted {
    pub(super) fn new(network: &Network) -> Self {
        let count = network.node_count();
        let mut made = Self { starts: vec![0], ends: Vec::new(), strengths: Vec::with_capacity(count), total: 0 };
        for node in nodes(count) {
            let row = network.next(node, Reading::Undirected);
            made.push_row(row.iter().map(|&next| (next, 1)), row.iter().map(|_| 1).sum());
        }
        made
    }

    pub(super) fn node_count(&self) -> usize {
        self.strengths.len()
    }

    /// The neighbors of `node`, not itself, with the number of lines to each.
    pub(super) fn of(&self, node: u32) -> &[(u32, i64)] {
        let node = node as usize;
        &self.ends[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// The network whose nodes are the groups of `partition`.
    pub(super) fn joined(&self, partition: &Partition) -> Self {
        let members = partition.members();
        let mut made = Self { starts: vec![0], ends: Vec::new(), strengths: Vec::new(), total: 0 };
        let mut tally = Tally::new(members.len());
        for (group, nodes) in members.iter().enumerate() {
            let mut strength = 0;
            for &node in nodes {
                strength += self.strengths[node as usize];
                for &(next, weight) in self.of(node) {
                    tally.add(partition.groups[next as usize], weight);
                }
            }
            let mut row: Vec<(u32, i64)> = tally.drain().filter(|&(other, _)| other as usize != group).collect();
            row.sort_unstable();
            made.push_row(row.into_iter(), strength);
        }
        made
    }

    fn push_row(&mut self, row: impl Iterator<Item = (u32, i64)>, strength: i64) {
        self.ends.extend(row);
        self.starts.push(self.ends.len() as u32);
        self.strengths.push(strength);
        self.total += strength;
    }
}

/// The group of each node; groups are numbered from 0.
#[derive(Clone)]
pub(super) struct Partition {
    pub(super) groups: Vec<u32>,
}

impl Partition {
    /// Everyone alone.
    pub(super) fn alone(count: usize) -> Self {
        Self { groups: nodes(count).collect() }
    }

    /// Numbers the groups in use from 0, in the order in which nodes meet them; returns how many there are.
    pub(super) fn renumber(&mut self) -> usize {
        let mut numbers = vec![u32::MAX; self.groups.len()];
        let mut used = 0;
        for group in &mut self.groups {
            let number = &mut numbers[*group as usize];
            if *number == u32::MAX {
                *number = used;
                used += 1;
            }
            *group = *number;
        }
        used as usize
    }

    /// The members of each group; groups must be numbered without gaps.
    pub(super) fn members(&self) -> Vec<Vec<u32>> {
        let count = self.groups.iter().max().map_or(0, |&last| last as usize + 1);
        let mut members = vec![Vec::new(); count];
        for (node, &group) in self.groups.iter().enumerate() {
            members[group as usize].push(node as u32);
        }
        members
    }
}

/// Sums by group, with room that is used again.
pub(super) struct Tally {
    sums: Vec<i64>,
    touched: Vec<u32>,
}

impl Tally {
    pub(super) fn new(groups: usize) -> Self {
        Self { sums: vec![0; groups], touched: Vec::new() }
    }

    /// Adds a weight above 0.
    pub(super) fn add(&mut self, group: u32, weight: i64) {
        if self.sums[group as usize] == 0 {
            self.touched.push(group);
        }
        self.sums[group as usize] += weight;
    }

    /// The groups touched with their sums, in the order touched; forgets them.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = (u32, i64)> {
        let sums = &mut self.sums;
        self.touched.drain(..).map(move |group| (group, std::mem::take(&mut sums[group as usize])))
    }
}
