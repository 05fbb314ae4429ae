//! Layers in order, and one layer put into a better one.
//!
//! Owns: the order, and that members of a group stay side by side. Must not know: in which sequence layers are treated.

use super::{
    Wishes,
    items::{Items, Key},
};
use crate::layered::{crossings::Counter, proper::Proper, rows::Rows};
use std::collections::BTreeMap;

/// Every layer's nodes in order.
#[derive(Debug, Clone)]
pub(in crate::layered) struct Arrangement {
    pub(in crate::layered) layers: Vec<Vec<u32>>,
    /// Each node's place in its layer.
    pub(in crate::layered) place: Vec<u32>,
}

impl Arrangement {
    /// Moves the node at one place of a layer to another.
    pub(super) fn shift(&mut self, layer: usize, from: usize, to: usize) {
        let nodes = &mut self.layers[layer][from.min(to)..=from.max(to)];
        if to < from {
            nodes.rotate_right(1);
        } else {
            nodes.rotate_left(1);
        }
        for (at, &node) in nodes.iter().enumerate() {
            self.place[node as usize] = (from.min(to) + at) as u32;
        }
    }
}

/// A way to put one layer in a better order.
#[derive(Debug, Clone, Copy)]
pub(super) enum Way {
    /// By the lines to the layer before or after it.
    Sort { after: bool, key: Key, turn_ties: bool },
    /// By swapping neighbors as long as that gains.
    Transpose,
    /// By moving every node, and every group as a whole, past so many others at most, to where its lines cross least.
    Sift { reach: usize },
}

/// What stays side by side, and storage for putting layers in order.
#[derive(Debug)]
pub(super) struct Sorter<'a> {
    pub(super) proper: &'a Proper,
    /// Nodes of a layer with the same number stay side by side.
    block: Vec<u32>,
    /// Whether a node's block has several nodes, and whether any has.
    shared: Vec<bool>,
    grouped: bool,
    held: Vec<bool>,
    items: Items,
    spare: Vec<u32>,
    counter: Counter,
}

impl<'a> Sorter<'a> {
    pub(super) fn new(proper: &'a Proper, wishes: Wishes<'_>) -> Self {
        let block = blocks(proper, wishes.groups);
        let shared = shared(&block);
        let held = |node: u32| wishes.before.get(node as usize).copied().flatten().is_some();
        let held = (0..proper.len() as u32).map(held).collect();
        let grouped = shared.contains(&true);
        let (items, spare, counter) = (Items::default(), Vec::new(), Counter::default());
        Self { proper, block, shared, grouped, held, items, spare, counter }
    }

    /// Layers in an order given by the caller, with members of groups drawn to the first of them.
    pub(super) fn arrange(&self, mut layers: Vec<Vec<u32>>) -> Arrangement {
        let mut place = vec![0; self.proper.len()];
        for nodes in &mut layers {
            if self.grouped {
                let mut first = BTreeMap::new();
                for (at, &node) in nodes.iter().enumerate() {
                    first.entry(self.block[node as usize]).or_insert(at);
                }
                nodes.sort_by_key(|&node| first.get(&self.block[node as usize]).copied());
            }
            nodes.iter().enumerate().for_each(|(at, &node)| place[node as usize] = at as u32);
        }
        Arrangement { layers, place }
    }

    /// The crossings between all layers.
    pub(super) fn crossings(&mut self, arrangement: &Arrangement) -> u64 {
        let mut crossings = 0;
        for pair in arrangement.layers.windows(2) {
            let far = |&node: &u32| self.proper.after.of(node).iter().map(|&end| arrangement.place[end as usize]);
            crossings += self.counter.count(pair[1].len(), pair[0].iter().map(far));
        }
        crossings
    }

    /// Puts a layer in a better order; answers how many crossings that saves, where the way knows.
    pub(super) fn improve(&mut self, arrangement: &mut Arrangement, layer: usize, way: Way) -> i64 {
        let mut nodes = std::mem::take(&mut arrangement.layers[layer]);
        let mut gained = 0;
        if self.grouped {
            let mut pieces: Vec<Vec<u32>> = Vec::new();
            let block = |node: u32| self.block[node as usize];
            pieces.extend(nodes.chunk_by(|&a, &b| block(a) == block(b)).map(<[u32]>::to_vec));
            for piece in pieces.iter_mut().filter(|piece| piece.len() > 1) {
                gained += self.order_nodes(&arrangement.place, piece, way);
            }
            self.items.clear();
            for piece in &pieces {
                self.push(&arrangement.place, piece);
            }
            gained += self.run(way);
            nodes.clear();
            nodes.extend(self.items.order().iter().flat_map(|&piece| &pieces[piece as usize]));
        } else {
            gained += self.order_nodes(&arrangement.place, &mut nodes, way);
        }
        nodes.iter().enumerate().for_each(|(at, &node)| arrangement.place[node as usize] = at as u32);
        arrangement.layers[layer] = nodes;
        gained
    }

    /// Whether two neighbors may change places by themselves.
    pub(super) fn may_pass(&self, node: u32, other: u32) -> bool {
        let alone = |node: u32| !self.grouped || !self.shared[node as usize];
        (self.block[node as usize] == self.block[other as usize] || (alone(node) && alone(other)))
            && !(self.held[node as usize] && self.held[other as usize])
    }

    /// The neighbors of every node in the layer before its own, and in the layer after.
    pub(super) fn sides(&self) -> [&Rows; 2] {
        [&self.proper.before, &self.proper.after]
    }

    fn order_nodes(&mut self, place: &[u32], nodes: &mut [u32], way: Way) -> i64 {
        self.items.clear();
        nodes.chunks(1).for_each(|node| self.push(place, node));
        let gained = self.run(way);
        self.spare.clear();
        self.spare.extend_from_slice(nodes);
        for (node, &item) in nodes.iter_mut().zip(self.items.order()) {
            *node = self.spare[item as usize];
        }
        gained
    }

    fn run(&mut self, way: Way) -> i64 {
        match way {
            Way::Sort { after, key, turn_ties } => {
                self.items.sort(after, key, turn_ties);
                0
            }
            Way::Transpose => self.items.transpose(),
            Way::Sift { reach } => self.items.sift(reach),
        }
    }

    /// Nodes as one item.
    fn push(&mut self, place: &[u32], nodes: &[u32]) {
        let proper = self.proper;
        let place = |&end: &u32| place[end as usize];
        let before = nodes.iter().flat_map(|&node| proper.before.of(node)).map(place);
        let after = nodes.iter().flat_map(|&node| proper.after.of(node)).map(place);
        self.items.push(before, after, nodes.iter().any(|&node| self.held[node as usize]));
    }
}

/// For each node a number that it shares with the members of its group in its layer.
fn blocks(proper: &Proper, groups: &[Option<u32>]) -> Vec<u32> {
    let mut first = BTreeMap::new();
    let block = |node: u32| match groups.get(node as usize).copied().flatten() {
        Some(group) => *first.entry((proper.layer[node as usize], group)).or_insert(node),
        None => node,
    };
    (0..proper.len() as u32).map(block).collect()
}

/// Whether each node has its number in common with another.
fn shared(block: &[u32]) -> Vec<bool> {
    let mut counts = vec![0_u32; block.len()];
    for &block in block {
        counts[block as usize] += 1;
    }
    block.iter().map(|&block| counts[block as usize] > 1).collect()
}
