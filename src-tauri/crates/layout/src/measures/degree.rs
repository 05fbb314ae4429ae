//! Counting lines: degree, density, reciprocity (Wasserman and Faust, *Social Network Analysis*, 1994, chapters 4, 13).

use super::network::{Network, Reading, nodes};

/// How many others a node is tied to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Degree {
    /// How many have a line to it.
    pub incoming: u32,
    /// How many it has a line to.
    pub outgoing: u32,
    /// How many it is tied to either way; one tied both ways counts once.
    pub all: u32,
}

/// The degree of every node.
pub fn degrees(network: &Network) -> Vec<Degree> {
    let (out, into) = (network.forward(Reading::Directed), network.backward(Reading::Directed));
    let both = network.forward(Reading::Undirected);
    nodes(network.node_count())
        .map(|node| Degree {
            incoming: into.of(node).len() as u32,
            outgoing: out.of(node).len() as u32,
            all: both.of(node).len() as u32,
        })
        .collect()
}

/// The share of possible lines that exist: `m / n(n−1)` directed, `2m / n(n−1)` undirected; 0 below two nodes.
pub fn density(network: &Network, reading: Reading) -> f64 {
    let count = network.node_count() as f64;
    if count < 2.0 {
        return 0.0;
    }
    let lines = network.line_count(reading) as f64;
    match reading {
        Reading::Directed => lines / (count * (count - 1.0)),
        Reading::Undirected => 2.0 * lines / (count * (count - 1.0)),
    }
}

/// The share of directed lines that are answered by a line back; none without lines.
pub fn reciprocity(network: &Network) -> Option<f64> {
    let directed = network.line_count(Reading::Directed);
    let answered = 2 * (directed - network.line_count(Reading::Undirected));
    (directed > 0).then(|| answered as f64 / directed as f64)
}
