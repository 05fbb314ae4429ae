//! k-cores (Seidman 1983) by the bucket method of Batagelj and Zaveršnik (2003).

use super::network::{Network, Reading, nodes};

/// For every node the largest `k` such that it belongs to a part in which everyone is tied to at least `k` others of
/// that part, whatever the direction of lines.
pub fn core_numbers(network: &Network) -> Vec<u32> {
    let rows = network.forward(Reading::Undirected);
    let mut left: Vec<u32> = nodes(network.node_count()).map(|node| rows.of(node).len() as u32).collect();
    let mut order = Buckets::new(&left);
    for at in 0..left.len() {
        let node = order.nodes[at];
        for &next in rows.of(node) {
            if left[next as usize] > left[node as usize] {
                order.lower(next, left[next as usize]);
                left[next as usize] -= 1;
            }
        }
    }
    left
}

/// The nodes by how many ties they have left.
struct Buckets {
    nodes: Vec<u32>,
    /// Where each node stands in `nodes`.
    places: Vec<u32>,
    /// Where the nodes with each count begin in `nodes`.
    starts: Vec<u32>,
}

impl Buckets {
    fn new(counts: &[u32]) -> Self {
        let mut nodes: Vec<u32> = nodes(counts.len()).collect();
        nodes.sort_by_key(|&node| counts[node as usize]);
        let mut places = vec![0; counts.len()];
        for (place, &node) in nodes.iter().enumerate() {
            places[node as usize] = place as u32;
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        let mut starts = vec![0_u32; most as usize + 2];
        for &count in counts {
            starts[count as usize + 1] += 1;
        }
        for count in 0..=most as usize {
            starts[count + 1] += starts[count];
        }
        Self { nodes, places, starts }
    }

    /// Moves `node`, which has `count` ties left, to those with one less.
    fn lower(&mut self, node: u32, count: u32) {
        let (place, first) = (self.places[node as usize], self.starts[count as usize]);
        let displaced = self.nodes[first as usize];
        self.nodes.swap(place as usize, first as usize);
        self.places[node as usize] = first;
        self.places[displaced as usize] = place;
        self.starts[count as usize] += 1;
    }
}
