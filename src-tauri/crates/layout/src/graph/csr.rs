//! A plain undirected graph in compressed rows.
//!
//! Owns: who neighbors whom, hop distances, components. Must not know: what nodes and lines stand for, positions.

use std::ops::Range;

/// A line names a node that is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Line {line} joins node {node}, but the graph has {nodes} nodes, numbered from 0. Correct that line or the count."
)]
pub struct NoSuchNode {
    /// The line's place in the list, from 0.
    pub line: usize,
    /// The node it names.
    pub node: u32,
    /// How many nodes there are.
    pub nodes: usize,
}

/// An undirected graph. Lines from a node to itself place nothing and are dropped; parallel lines count once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    starts: Vec<u32>,
    neighbors: Vec<u32>,
}

/// The distance of a node that cannot be reached.
pub const UNREACHED: u32 = u32::MAX;

impl Graph {
    /// The graph of `nodes` nodes, numbered from 0, with these lines.
    pub fn new(nodes: usize, lines: &[(u32, u32)]) -> Result<Self, NoSuchNode> {
        let mut counts = vec![0_u32; nodes + 1];
        for (line, &(a, b)) in lines.iter().enumerate() {
            if let Some(node) = [a, b].into_iter().find(|&node| node as usize >= nodes) {
                return Err(NoSuchNode { line, node, nodes });
            }
            if a != b {
                counts[a as usize + 1] += 1;
                counts[b as usize + 1] += 1;
            }
        }
        for node in 0..nodes {
            counts[node + 1] += counts[node];
        }
        let mut ends = counts.clone();
        let mut neighbors = vec![0_u32; counts[nodes] as usize];
        for &(a, b) in lines.iter().filter(|(a, b)| a != b) {
            for (from, to) in [(a, b), (b, a)] {
                neighbors[ends[from as usize] as usize] = to;
                ends[from as usize] += 1;
            }
        }
        Ok(Self::sorted(&counts, &mut neighbors))
    }

    /// The graph whose rows begin at `starts` in `neighbors`; every line is in both rows, none leads to its own node.
    pub(super) fn of_rows(starts: &[u32], mut neighbors: Vec<u32>) -> Self {
        Self::sorted(starts, &mut neighbors)
    }

    fn sorted(starts: &[u32], neighbors: &mut [u32]) -> Self {
        let mut graph = Self { starts: vec![0], neighbors: Vec::with_capacity(neighbors.len()) };
        for row in starts.windows(2) {
            let row = &mut neighbors[row[0] as usize..row[1] as usize];
            row.sort_unstable();
            let from = graph.neighbors.len();
            for &neighbor in &*row {
                if graph.neighbors.len() == from || graph.neighbors.last() != Some(&neighbor) {
                    graph.neighbors.push(neighbor);
                }
            }
            graph.starts.push(graph.neighbors.len() as u32);
        }
        graph
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The neighbors of a node, ascending, each once.
    pub fn neighbors(&self, node: usize) -> &[u32] {
        &self.neighbors[self.row(node)]
    }

    /// How many neighbors a node has.
    pub fn degree(&self, node: usize) -> usize {
        self.row(node).len()
    }

    /// Every line once, the smaller end first, ascending.
    pub fn lines(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..self.len() as u32)
            .flat_map(|a| self.neighbors(a as usize).iter().copied().filter(move |&b| a < b).map(move |b| (a, b)))
    }

    /// How many lines there are, each pair counted once.
    pub fn line_count(&self) -> usize {
        self.neighbors.len() / 2
    }

    /// Hops from a node to every other ([`UNREACHED`] where there is no way), with the nodes in the order reached.
    pub fn hops(&self, source: usize) -> (Vec<u32>, Vec<u32>) {
        let mut hops = vec![UNREACHED; self.len()];
        let mut reached = Vec::with_capacity(self.len());
        self.hops_into(source, &mut hops, &mut reached);
        (hops, reached)
    }

    /// As [`Graph::hops`], into storage at hand: `hops` is all [`UNREACHED`] where this search may go.
    pub(crate) fn hops_into(&self, source: usize, hops: &mut [u32], reached: &mut Vec<u32>) {
        reached.clear();
        reached.push(source as u32);
        hops[source] = 0;
        let mut at = 0;
        while at < reached.len() {
            let node = reached[at] as usize;
            at += 1;
            for &neighbor in self.neighbors(node) {
                if hops[neighbor as usize] == UNREACHED {
                    hops[neighbor as usize] = hops[node] + 1;
                    reached.push(neighbor);
                }
            }
        }
    }

    /// The components, the largest first (equal ones by their first node), the nodes of each ascending.
    pub fn components(&self) -> Vec<Vec<u32>> {
        let mut hops = vec![UNREACHED; self.len()];
        let mut reached = Vec::new();
        let mut components = Vec::new();
        for node in 0..self.len() {
            if hops[node] == UNREACHED {
                self.hops_into(node, &mut hops, &mut reached);
                let mut component = reached.clone();
                component.sort_unstable();
                components.push(component);
            }
        }
        components.sort_by_key(|component| std::cmp::Reverse(component.len()));
        components
    }

    /// The part of the graph on these nodes, which are ascending and renumbered in their order.
    #[must_use]
    pub fn part(&self, nodes: &[u32]) -> Self {
        let mut part = Self { starts: vec![0], neighbors: Vec::new() };
        for &node in nodes {
            let inside = self.neighbors(node as usize).iter().filter_map(|neighbor| nodes.binary_search(neighbor).ok());
            part.neighbors.extend(inside.map(|index| index as u32));
            part.starts.push(part.neighbors.len() as u32);
        }
        part
    }

    fn row(&self, node: usize) -> Range<usize> {
        self.starts[node] as usize..self.starts[node + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{Graph, NoSuchNode, UNREACHED};

    #[test]
    fn drops_loops_and_counts_parallel_lines_once() {
        let graph = Graph::new(4, &[(0, 1), (1, 0), (1, 1), (2, 1), (0, 1)]).unwrap();
        assert_eq!(graph.lines().collect::<Vec<_>>(), [(0, 1), (1, 2)]);
        assert_eq!((graph.len(), graph.line_count(), graph.degree(1), graph.degree(3)), (4, 2, 2, 0));
        assert_eq!(graph.hops(0).0, [0, 1, 2, UNREACHED]);
    }

    #[test]
    fn names_the_line_that_leads_nowhere() {
        let error = Graph::new(2, &[(0, 1), (1, 2)]).unwrap_err();
        assert_eq!(error, NoSuchNode { line: 1, node: 2, nodes: 2 });
    }

    #[test]
    fn lists_components_largest_first_and_cuts_them_out() {
        let graph = Graph::new(6, &[(0, 5), (1, 3), (3, 4)]).unwrap();
        assert_eq!(graph.components(), [vec![1, 3, 4], vec![0, 5], vec![2]]);
        assert_eq!(graph.part(&[1, 3, 4]), Graph::new(3, &[(0, 1), (1, 2)]).unwrap());
        assert!(Graph::new(0, &[]).unwrap().components().is_empty());
    }
}
