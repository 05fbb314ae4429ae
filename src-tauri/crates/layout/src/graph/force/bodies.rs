//! What forces act on: nodes with masses, lines with weights, groups.
//!
//! Owns: the rows of a weighted graph, and their copy in the order of places, in which a round runs through memory
//! almost in order (several times faster above some 10,000 nodes). Must not know: forces, how weights came about.

use super::super::Graph;

/// Nodes and lines of one level of coarseness.
#[derive(Debug, Clone, Default)]
pub(in crate::graph) struct Bodies {
    /// How strongly each node pushes: one more than its lines in the finest graph.
    pub masses: Vec<f64>,
    /// Where each node's row begins in `others`.
    pub starts: Vec<u32>,
    /// Neighbors, each once, and how many lines lead there.
    pub others: Vec<(u32, f64)>,
    /// Each node's group, or empty.
    pub groups: Vec<u32>,
}

impl Bodies {
    /// A plain graph: every line counts once.
    pub fn new(graph: &Graph, groups: &[u32]) -> Self {
        let mut bodies = Self { groups: groups.to_vec(), starts: vec![0], ..Self::default() };
        for node in 0..graph.len() {
            bodies.masses.push(graph.degree(node) as f64 + 1.0);
            bodies.others.extend(graph.neighbors(node).iter().map(|&other| (other, 1.0)));
            bodies.starts.push(bodies.others.len() as u32);
        }
        bodies
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.masses.len()
    }

    /// A node's neighbors and how many lines lead there.
    pub fn row(&self, node: usize) -> &[(u32, f64)] {
        &self.others[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    /// Who neighbors whom, whatever the weights.
    pub fn graph(&self) -> Graph {
        Graph::of_rows(&self.starts, self.others.iter().map(|other| other.0).collect())
    }

    /// Every line once.
    pub fn lines(&self) -> impl Iterator<Item = (u32, u32, f64)> + '_ {
        (0..self.len()).flat_map(|node| {
            let from = node as u32;
            self.row(node).iter().filter(move |other| from < other.0).map(move |&(to, weight)| (from, to, weight))
        })
    }
}

/// The same, renumbered.
pub(super) struct Near {
    pub masses: Vec<f64>,
    /// What a force must overcome to move a node: its lines that lead elsewhere, and itself.
    pub inertia: Vec<f64>,
    pub lines: Vec<(u32, u32, f64)>,
    pub groups: Vec<u32>,
}

impl Near {
    /// The bodies in this order.
    pub fn new(bodies: &Bodies, order: &[u32]) -> Self {
        let mut places = vec![0_u32; order.len()];
        for (place, &node) in order.iter().enumerate() {
            places[node as usize] = place as u32;
        }
        let mut near = Self { masses: Vec::new(), inertia: Vec::new(), lines: Vec::new(), groups: Vec::new() };
        near.lines.reserve(bodies.others.len() / 2);
        for (from, &node) in order.iter().enumerate() {
            let from = from as u32;
            let row = bodies.row(node as usize);
            near.masses.push(bodies.masses[node as usize]);
            near.inertia.push(1.0 + row.iter().map(|&(_, weight)| weight).sum::<f64>());
            let lines = row.iter().map(|&(other, weight)| (from, places[other as usize], weight));
            near.lines.extend(lines.filter(|&(from, to, _)| from < to));
            near.groups.extend(bodies.groups.get(node as usize));
        }
        near
    }
}
