//! One level coarser: nodes joined to the neighbor they belong to most.
//!
//! Owns: who is joined, and the sums of masses and lines. As in Walshaw 2003, but with small clusters in place of pairs:
//! hubs with many leaves would leave nearly everyone unpaired. Masses and lines are summed, so that the forces on a
//! coarse drawing are those on a fine one with joined nodes at one place. Must not know: positions.

use super::super::force::Bodies;

/// Most that a cluster weighs, in mean masses.
const HEAVIEST: f64 = 5.0;

/// A coarser graph, and each node's place in it.
pub(super) struct Coarser {
    pub bodies: Bodies,
    pub parents: Vec<u32>,
}

pub(super) fn coarsen(bodies: &Bodies) -> Coarser {
    let (parents, clusters) = Joining::new(bodies).join();
    Coarser { bodies: joined(bodies, &parents, &clusters), parents }
}

const NOBODY: u32 = u32::MAX;

#[derive(Debug, Clone, Copy)]
struct Cluster {
    mass: f64,
    /// All members are of one group, if there are groups.
    group: Option<u32>,
}

struct Joining<'a> {
    bodies: &'a Bodies,
    heaviest: f64,
    parents: Vec<u32>,
    clusters: Vec<Cluster>,
    /// For each node the cluster last begun by a neighbor that it had no room for.
    siblings: Vec<u32>,
}

impl<'a> Joining<'a> {
    fn new(bodies: &'a Bodies) -> Self {
        let heaviest = HEAVIEST * bodies.masses.iter().sum::<f64>() / bodies.len().max(1) as f64;
        let nobody = vec![NOBODY; bodies.len()];
        Self { bodies, heaviest, parents: nobody.clone(), clusters: Vec::new(), siblings: nobody }
    }

    /// Nodes with few lines choose first. Each joins the neighbor with the most lines to it for that neighbor's mass; if
    /// there is no room, those who found none at the same neighbor, as the leaves of a hub.
    fn join(mut self) -> (Vec<u32>, Vec<Cluster>) {
        let mut order: Vec<u32> = (0..self.bodies.len() as u32).collect();
        order.sort_by_key(|&node| self.bodies.row(node as usize).len());
        for node in order.into_iter().map(|node| node as usize) {
            if self.parents[node] == NOBODY {
                let cluster = match self.nearest(node) {
                    Some(other) => self.cluster_of(other),
                    None => self.among_siblings(node),
                };
                self.parents[node] = cluster;
                self.clusters[cluster as usize].mass += self.bodies.masses[node];
            }
        }
        (self.parents, self.clusters)
    }

    fn nearest(&self, node: usize) -> Option<usize> {
        let mut best = (0.0, None);
        for &(other, weight) in self.bodies.row(node) {
            let other = other as usize;
            let cluster = self.clusters.get(self.parents[other] as usize).copied().unwrap_or_else(|| self.alone(other));
            if weight / cluster.mass > best.0 && self.has_room(cluster, node) {
                best = (weight / cluster.mass, Some(other));
            }
        }
        best.1
    }

    fn alone(&self, node: usize) -> Cluster {
        Cluster { mass: self.bodies.masses[node], group: self.bodies.groups.get(node).copied() }
    }

    fn has_room(&self, cluster: Cluster, node: usize) -> bool {
        let alone = self.alone(node);
        cluster.mass + alone.mass <= self.heaviest && cluster.group == alone.group
    }

    fn cluster_of(&mut self, node: usize) -> u32 {
        if self.parents[node] == NOBODY {
            self.parents[node] = self.begin(self.alone(node));
        }
        self.parents[node]
    }

    fn begin(&mut self, cluster: Cluster) -> u32 {
        self.clusters.push(cluster);
        self.clusters.len() as u32 - 1
    }

    fn among_siblings(&mut self, node: usize) -> u32 {
        let mut most = (0.0, node);
        for &(other, weight) in self.bodies.row(node) {
            if weight > most.0 {
                most = (weight, other as usize);
            }
        }
        let begun = self.siblings[most.1];
        match self.clusters.get(begun as usize) {
            Some(&cluster) if self.has_room(cluster, node) => begun,
            _ => {
                let cluster = self.begin(Cluster { mass: 0.0, ..self.alone(node) });
                self.siblings[most.1] = cluster;
                cluster
            }
        }
    }
}

fn joined(bodies: &Bodies, parents: &[u32], clusters: &[Cluster]) -> Bodies {
    let (starts, members) = members(parents, clusters.len());
    let mut joined = Bodies { starts: vec![0], ..Bodies::default() };
    let mut seats = vec![NOBODY; clusters.len()];
    for (index, cluster) in clusters.iter().enumerate() {
        let members = &members[starts[index] as usize..starts[index + 1] as usize];
        let from = joined.others.len();
        for &(other, weight) in members.iter().flat_map(|&member| bodies.row(member as usize)) {
            let other = parents[other as usize];
            if other as usize == index {
                continue;
            }
            let seat = seats[other as usize] as usize;
            // Seats of earlier clusters are still written there; they lie before this row.
            if seat >= from && seat < joined.others.len() {
                joined.others[seat].1 += weight;
            } else {
                seats[other as usize] = joined.others.len() as u32;
                joined.others.push((other, weight));
            }
        }
        joined.starts.push(joined.others.len() as u32);
        joined.masses.push(cluster.mass);
        joined.groups.extend(cluster.group);
    }
    joined
}

/// The nodes, cluster by cluster, and where each cluster begins.
fn members(parents: &[u32], clusters: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; clusters + 1];
    for &parent in parents {
        starts[parent as usize + 1] += 1;
    }
    for cluster in 0..clusters {
        starts[cluster + 1] += starts[cluster];
    }
    let mut ends = starts.clone();
    let mut members = vec![0_u32; parents.len()];
    for (node, &parent) in parents.iter().enumerate() {
        members[ends[parent as usize] as usize] = node as u32;
        ends[parent as usize] += 1;
    }
    (starts, members)
}

#[cfg(test)]
mod tests {
    use super::{Bodies, Coarser, coarsen};
    use crate::graph::Graph;

    fn coarser(nodes: u32, lines: impl IntoIterator<Item = (u32, u32)>, groups: &[u32]) -> (Bodies, Coarser) {
        let graph = Graph::new(nodes as usize, &lines.into_iter().collect::<Vec<_>>()).unwrap();
        let bodies = Bodies::new(&graph, groups);
        let coarser = coarsen(&bodies);
        (bodies, coarser)
    }

    #[test]
    fn shrinks_paths_stars_and_cliques() {
        let path: Vec<(u32, u32)> = (1..900).map(|node| (node - 1, node)).collect();
        let star: Vec<(u32, u32)> = (1..900).map(|node| (0, node)).collect();
        let clique: Vec<(u32, u32)> = (0..60).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
        for (nodes, lines) in [(900, path), (900, star), (60, clique)] {
            let (finer, coarser) = coarser(nodes, lines, &[]);
            assert!(coarser.bodies.len() * 3 < finer.len() * 2, "{}", coarser.bodies.len());
        }
    }

    #[test]
    fn keeps_masses_and_the_lines_between_clusters() {
        let (finer, coarser) = coarser(400, (0..400).flat_map(|a| [(a, a * 7 % 400), (a, a / 3)]), &[]);
        let total = |bodies: &Bodies| bodies.masses.iter().sum::<f64>() as usize;
        assert_eq!(total(&finer), total(&coarser.bodies));
        let between = finer.lines().filter(|&(a, b, _)| coarser.parents[a as usize] != coarser.parents[b as usize]);
        assert_eq!(between.count(), coarser.bodies.lines().map(|line| line.2 as usize).sum());
        for (from, to, weight) in coarser.bodies.lines() {
            assert!(coarser.bodies.row(to as usize).contains(&(from, weight)));
        }
    }

    #[test]
    fn joins_nobody_across_groups() {
        let groups: Vec<u32> = (0..300).map(|node| node % 7).collect();
        let (_, coarser) = coarser(300, (0..300).flat_map(|a| [(a, a / 2), (a, (a + 7) % 300)]), &groups);
        assert!(coarser.bodies.len() < 290);
        for (node, &parent) in coarser.parents.iter().enumerate() {
            assert_eq!(coarser.bodies.groups[parent as usize], groups[node]);
        }
    }
}
