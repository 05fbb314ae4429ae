//! Eigenvector centrality (Bonacich 1972): a node is central when central nodes have lines to it.

use super::network::{Network, Reading, nodes};

/// The mean change of an entry in one round below which the figures have settled.
const TOLERANCE: f64 = 1e-10;

/// Networks whose two largest eigenvalues are this slow to part have no figures that one could rely on.
const MOST_ROUNDS: usize = 10_000;

/// The leading left eigenvector, of Euclidean length 1, by power iteration on `A + I` from equal entries. The added
/// identity keeps two-sided networks from swinging between two states. Settled when the entries change by less than
/// `1e-10` each on average; none when they do not settle in 10,000 rounds, as in directed networks without a cycle.
pub fn eigenvector(network: &Network, reading: Reading) -> Option<Vec<f64>> {
    let count = network.node_count();
    let sources = network.backward(reading);
    let mut figures = vec![1.0 / count as f64; count];
    let mut before = figures.clone();
    for _ in 0..MOST_ROUNDS {
        std::mem::swap(&mut figures, &mut before);
        for node in nodes(count) {
            let received: f64 = sources.of(node).iter().map(|&source| before[source as usize]).sum();
            figures[node as usize] = before[node as usize] + received;
        }
        let length = figures.iter().map(|figure| figure * figure).sum::<f64>().sqrt();
        for figure in &mut figures {
            *figure /= length;
        }
        let change: f64 = figures.iter().zip(&before).map(|(now, then)| (now - then).abs()).sum();
        if change < count as f64 * TOLERANCE || count == 0 {
            return Some(figures);
        }
    }
    None
}
