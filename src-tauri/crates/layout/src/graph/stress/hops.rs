//! How many hops every two nodes of a connected graph are apart.
//!
//! Owns: the table. Must not know: drawings.

use super::super::{Graph, UNREACHED};

/// Hops between every two nodes: as many numbers as the square of the nodes.
pub struct Hops {
    table: Vec<u16>,
    nodes: usize,
    /// The most hops between two nodes.
    pub(super) widest: u16,
}

impl Hops {
    /// Counts by one search from each node. Graphs wider than 65,535 hops count as that wide.
    pub fn new(graph: &Graph) -> Self {
        let nodes = graph.len();
        let mut table = vec![0; nodes * nodes];
        let mut hops = vec![UNREACHED; nodes];
        let mut reached = Vec::with_capacity(nodes);
        let mut widest = 0;
        for (source, row) in table.chunks_exact_mut(nodes.max(1)).enumerate() {
            hops.fill(UNREACHED);
            graph.hops_into(source, &mut hops, &mut reached);
            for (cell, &hop) in row.iter_mut().zip(&hops) {
                *cell = u16::try_from(hop).unwrap_or(u16::MAX);
            }
            widest = row.iter().fold(widest, |widest, &hop| widest.max(hop));
        }
        Self { table, nodes, widest }
    }

    /// From this node to all, in their order.
    #[inline]
    pub(super) fn row(&self, node: usize) -> &[u16] {
        &self.table[node * self.nodes..(node + 1) * self.nodes]
    }

    #[inline]
    pub(super) fn between(&self, a: usize, b: usize) -> u16 {
        self.table[a * self.nodes + b]
    }
}
