//! Where a network would fall apart: articulation points and bridges by low points (Hopcroft and Tarjan 1973), with
//! an own stack in place of recursion.

use super::network::{Network, Reading, Rows, nodes};

/// What holds a network together alone, whatever the direction of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts {
    /// Nodes without which a piece falls apart, ascending.
    pub articulation_points: Vec<u32>,
    /// Ties without which a piece falls apart, smaller node first, ascending. All lines between two are one tie.
    pub bridges: Vec<(u32, u32)>,
}

/// The articulation points and bridges.
pub fn cuts(network: &Network) -> Cuts {
    let mut walk = Walk::new(network.forward(Reading::Undirected));
    for root in nodes(network.node_count()) {
        if walk.entered[root as usize] == 0 {
            walk.piece(root);
        }
    }
    walk.bridges.sort_unstable();
    let cut_nodes = nodes(network.node_count()).filter(|&node| walk.is_cut[node as usize]);
    Cuts { articulation_points: cut_nodes.collect(), bridges: walk.bridges }
}

struct Walk<'a> {
    rows: &'a Rows,
    /// When each node was entered, from 1; 0 for not yet.
    entered: Vec<u32>,
    /// The earliest entered node that its subtree has a line to.
    low: Vec<u32>,
    clock: u32,
    /// The node, who it was entered from, and how many of its neighbors are done.
    stack: Vec<(u32, u32, usize)>,
    is_cut: Vec<bool>,
    bridges: Vec<(u32, u32)>,
}

impl<'a> Walk<'a> {
    fn new(rows: &'a Rows) -> Self {
        let count = rows.node_count();
        Self {
            rows,
            entered: vec![0; count],
            low: vec![0; count],
            clock: 0,
            stack: Vec::new(),
            is_cut: vec![false; count],
            bridges: Vec::new(),
        }
    }

    fn piece(&mut self, root: u32) {
        let mut root_children = 0;
        self.enter(root, root);
        while let Some(top) = self.stack.last_mut() {
            let (node, parent, done) = *top;
            top.2 += 1;
            match self.rows.of(node).get(done) {
                Some(&next) if next == parent => (),
                Some(&next) if self.entered[next as usize] == 0 => self.enter(next, node),
                Some(&next) => self.low[node as usize] = self.low[node as usize].min(self.entered[next as usize]),
                None => {
                    self.stack.pop();
                    if parent == root && node != root {
                        root_children += 1;
                    }
                    self.leave(node, parent, root);
                }
            }
        }
        self.is_cut[root as usize] = root_children > 1;
    }

    fn enter(&mut self, node: u32, parent: u32) {
        self.clock += 1;
        self.entered[node as usize] = self.clock;
        self.low[node as usize] = self.clock;
        self.stack.push((node, parent, 0));
    }

    fn leave(&mut self, node: u32, parent: u32, root: u32) {
        if node == root {
            return;
        }
        let low = self.low[node as usize];
        self.low[parent as usize] = self.low[parent as usize].min(low);
        if low > self.entered[parent as usize] {
            self.bridges.push((node.min(parent), node.max(parent)));
        }
        if low >= self.entered[parent as usize] {
            self.is_cut[parent as usize] = true;
        }
    }
}
