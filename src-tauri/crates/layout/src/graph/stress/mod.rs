//! Distance-true drawings: stress lowered by stochastic gradient descent (Zheng, Pawar, Goodman 2018).
//!
//! Owns: how fast the steps shrink, which of the two ways fits a graph. Must not know: boxes, groups.

mod full;
mod sparse;

pub use full::full;
pub use sparse::sparse;

use super::{Graph, seed::Seeded};

/// Most nodes for which every pair is looked at.
pub const FULL_MAX: usize = 1500;

/// Rounds that a finished drawing takes.
pub const ROUNDS: usize = 15;

/// A first drawing for a connected graph: everyone at random in a disc-like square as wide as the graph.
pub fn scatter(graph: &Graph, seed: u64) -> Vec<[f64; 2]> {
    let mut seeded = Seeded::new(seed);
    let width = (graph.len() as f64).sqrt();
    (0..graph.len()).map(|_| [seeded.unit() * width, seeded.unit() * width]).collect()
}

/// Step sizes that shrink exponentially from `largest` to a tenth of the least weight's inverse.
fn steps(largest: f64, least: f64, rounds: usize) -> Vec<f64> {
    let decay = libm::log((largest / least).max(1.0)) / (rounds.max(2) - 1) as f64;
    (0..rounds).map(|round| largest * libm::exp(-decay * round as f64)).collect()
}
