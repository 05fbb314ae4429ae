//! Betweenness by Brandes's accumulation of dependencies (2001, algorithm 1), without weights.

use super::network::{Network, Reading, Rows, nodes};
use super::sigma::{Sigma, Wide};

/// For every node the number of pairs of others whose shortest paths lead through it, each pair by the share of its
/// paths that do. Read as undirected, each pair counts once.
pub fn betweenness(network: &Network, reading: Reading) -> Vec<f64> {
    let order = near_together(network.forward(Reading::Undirected));
    let rows = &network.forward(reading).renumbered(&order);
    let mut between = vec![0.0; rows.node_count()];
    let mut narrow = Sweep::<f64>::new(rows);
    for source in nodes(rows.node_count()) {
        if narrow.forward(source) {
            narrow.backward(&mut between);
        } else {
            let mut wide = Sweep::<Wide>::new(rows);
            wide.forward(source);
            wide.backward(&mut between);
        }
        narrow.forget();
    }
    let each_pair = if reading == Reading::Undirected { 2.0 } else { 1.0 };
    let mut figures = vec![0.0; between.len()];
    for (figure, &node) in between.iter().zip(&order) {
        figures[node as usize] = figure / each_pair;
    }
    figures
}

/// The nodes in breadth-first order, so that neighbors lie near each other in memory.
fn near_together(rows: &Rows) -> Vec<u32> {
    let mut order = Vec::with_capacity(rows.node_count());
    let mut met = vec![false; rows.node_count()];
    for root in nodes(rows.node_count()) {
        let mut at = order.len();
        if !std::mem::replace(&mut met[root as usize], true) {
            order.push(root);
        }
        while let Some(&node) = order.get(at) {
            at += 1;
            order.extend(rows.of(node).iter().filter(|&&next| !std::mem::replace(&mut met[next as usize], true)));
        }
    }
    order
}

/// The most betweenness that a node can have among `node_count`, that of a star's center: divide by it to compare
/// networks of different sizes.
pub fn most_betweenness(node_count: usize, reading: Reading) -> f64 {
    let others = node_count.saturating_sub(1) as f64;
    let pairs = others * (others - 1.0).max(0.0);
    if reading == Reading::Directed { pairs } else { pairs / 2.0 }
}

const UNMET: u32 = u32::MAX;

/// One source's shortest paths, and the room for them.
struct Sweep<'a, S> {
    rows: &'a Rows,
    distances: Vec<u32>,
    /// How many shortest paths lead to each node.
    paths: Vec<S>,
    /// The nodes met, nearest first; one slot more than can be filled, see `forward`.
    order: Vec<u32>,
    met: usize,
    /// The lines on shortest paths, in the order of the nodes they start from; one slot more than can be filled.
    steps: Vec<u32>,
    /// Where the lines of each node of `order` begin in `steps`.
    step_starts: Vec<u32>,
    /// `(1 + dependency) / paths` of each node.
    shares: Vec<S>,
}

impl<'a, S: Sigma> Sweep<'a, S> {
    fn new(rows: &'a Rows) -> Self {
        let count = rows.node_count();
        Self {
            rows,
            distances: vec![UNMET; count],
            paths: vec![S::ZERO; count],
            order: vec![0; count + 1],
            met: 0,
            steps: vec![0; rows.len() + 1],
            step_starts: vec![0; count + 1],
            shares: vec![S::ZERO; count],
        }
    }

    /// Counts the shortest paths from `source`; false when there are more than `S` can count.
    ///
    /// Whether a line leads to a new node, or on along a shortest path, is close to a coin's toss: both lists are
    /// written to each time and grow by the truth of it, so that there is no branch to guess wrongly.
    fn forward(&mut self, source: u32) -> bool {
        let (rows, count) = (self.rows, self.rows.node_count());
        let (distances, all_paths) = (&mut self.distances[..count], &mut self.paths[..count]);
        let (order, steps) = (self.order.as_mut_slice(), self.steps.as_mut_slice());
        distances[source as usize] = 0;
        all_paths[source as usize] = S::of(1.0);
        order[0] = source;
        let (mut at, mut met, mut step_count, mut sound) = (0, 1, 0, true);
        while at < met {
            let node = order[at] as usize;
            let (paths, farther) = (all_paths[node], distances[node] + 1);
            sound &= paths.is_sound();
            self.step_starts[at] = step_count as u32;
            for &next in rows.of(node as u32) {
                let distance = distances[next as usize];
                order[met] = next;
                met += usize::from(distance == UNMET);
                // Unmet is the largest distance.
                let leads_on = distance >= farther;
                distances[next as usize] = distance.min(farther);
                all_paths[next as usize] = all_paths[next as usize].plus(if leads_on { paths } else { S::ZERO });
                steps[step_count] = next;
                step_count += usize::from(leads_on);
            }
            at += 1;
        }
        self.step_starts[at] = step_count as u32;
        self.met = met;
        sound
    }

    /// Adds every node's dependency, farthest first.
    fn backward(&mut self, between: &mut [f64]) {
        for at in (0..self.met).rev() {
            let node = self.order[at] as usize;
            let steps = &self.steps[self.step_starts[at] as usize..self.step_starts[at + 1] as usize];
            let share = steps.iter().fold(S::ZERO, |sum, &next| sum.plus(self.shares[next as usize]));
            let paths = self.paths[node];
            let dependency = paths.times(share).figure();
            self.shares[node] = S::of(1.0 + dependency).over(paths);
            if at > 0 {
                between[node] += dependency;
            }
        }
    }

    /// Makes ready for the next source.
    fn forget(&mut self) {
        for &node in &self.order[..self.met] {
            self.distances[node as usize] = UNMET;
            self.paths[node as usize] = S::ZERO;
        }
    }
}
