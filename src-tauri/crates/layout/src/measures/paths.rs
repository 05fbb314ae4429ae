//! Measures of distance in steps, all by breadth-first search: closeness, reach, the introduction path.

use super::network::{Network, Reading, Rows, nodes};

/// How near every node is to those that can reach it: `(r−1)/(n−1) · (r−1)/Σd` over the `r` nodes (itself among them)
/// with a path to it, 0 where there is none. The first factor is Wasserman and Faust's (1994, p. 201) for networks in
/// several pieces; read as directed, distances are incoming.
pub fn closeness(network: &Network, reading: Reading) -> Vec<f64> {
    let count = network.node_count();
    let mut search = Search::new(count);
    let nearness = |node| {
        let (mut total, rows) = (0_u64, network.backward(reading));
        let found = search.run(rows, node, u32::MAX, |_, distance| total += u64::from(distance));
        if total == 0 {
            return 0.0;
        }
        let others = (found - 1) as f64;
        (others / total as f64) * (others / (count - 1) as f64)
    };
    nodes(count).map(nearness).collect()
}

/// The share of the others that every node reaches within `steps` lines; 0 for a lone node.
pub fn reach(network: &Network, reading: Reading, steps: u32) -> Vec<f64> {
    let count = network.node_count();
    let mut search = Search::new(count);
    let share = |node| {
        let found = search.run(network.forward(reading), node, steps, |_, _| ());
        if count < 2 { 0.0 } else { (found - 1) as f64 / (count - 1) as f64 }
    };
    nodes(count).map(share).collect()
}

/// The nodes along a shortest path, both ends included: who introduces whom. Of several, the one whose nodes come
/// first by number, compared from `from` on. None where no path leads there or a node does not exist.
pub fn introduction_path(network: &Network, reading: Reading, from: u32, to: u32) -> Option<Vec<u32>> {
    let count = network.node_count();
    if from.max(to) as usize >= count {
        return None;
    }
    let mut left = vec![u32::MAX; count];
    Search::new(count).run(network.backward(reading), to, u32::MAX, |node, distance| left[node as usize] = distance);
    let mut remaining = left[from as usize];
    if remaining == u32::MAX {
        return None;
    }
    let (mut path, mut at) = (vec![from], from);
    while remaining > 0 {
        remaining -= 1;
        at = *network.next(at, reading).iter().find(|&&node| left[node as usize] == remaining)?;
        path.push(at);
    }
    Some(path)
}

/// A breadth-first search whose room is used again by the next.
struct Search {
    /// The last round that met each node.
    met: Vec<u32>,
    round: u32,
    queue: Vec<u32>,
}

impl Search {
    fn new(count: usize) -> Self {
        Self { met: vec![0; count], round: 0, queue: Vec::with_capacity(count) }
    }

    /// Shows every node within `steps` of `source` with its distance, nearest first; returns how many, `source` included.
    fn run(&mut self, rows: &Rows, source: u32, steps: u32, mut show: impl FnMut(u32, u32)) -> usize {
        self.round += 1;
        self.queue.clear();
        self.queue.push(source);
        self.met[source as usize] = self.round;
        let (mut at, mut distance) = (0, 0);
        while at < self.queue.len() {
            let level_end = self.queue.len();
            while at < level_end {
                let node = self.queue[at];
                at += 1;
                show(node, distance);
                if distance == steps {
                    continue;
                }
                for &next in rows.of(node) {
                    if self.met[next as usize] != self.round {
                        self.met[next as usize] = self.round;
                        self.queue.push(next);
                    }
                }
            }
            distance += 1;
        }
        self.queue.len()
    }
}
