//! Distance-true drawings: stress lowered by stochastic gradient descent (Zheng, Pawar, Goodman 2018).
//!
//! Owns: how fast the steps shrink, which of the two ways fits a graph. Must not know: boxes, groups.

mod full;
mod hops;
mod majorize;
mod sparse;

pub use full::full;
pub use hops::Hops;
pub use majorize::majorize;
pub use sparse::sparse;

use super::{Graph, seed::Seeded};

/// Most nodes for which every pair is looked at.
pub const FULL_MAX: usize = 1500;

/// Rounds that a finished drawing takes.
pub const ROUNDS: usize = 15;

/// What the rounds begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Places that mean nothing: far pairs come first.
    Cold,
    /// A drawing to be kept: steps begin small.
    Warm,
}

/// A first drawing for a connected graph: everyone at random in a disc-like square as wide as the graph.
pub fn scatter(graph: &Graph, seed: u64) -> Vec<[f64; 2]> {
    let mut seeded = Seeded::new(seed);
    let width = (graph.len() as f64).sqrt();
    (0..graph.len()).map(|_| [seeded.unit() * width, seeded.unit() * width]).collect()
}

/// Step sizes for a graph `wide` hops wide, shrinking exponentially to a tenth of what moves a line's ends all the way.
fn steps(start: Start, wide: f64, rounds: usize) -> Vec<f64> {
    let (largest, least) = (if start == Start::Cold { wide * wide } else { wide }, 0.1);
    let decay = libm::log((largest / least).max(1.0)) / (rounds.max(2) - 1) as f64;
    (0..rounds).map(|round| largest * libm::exp(-decay * round as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Graph, Hops, ROUNDS, Start::Cold, full, scatter, sparse};
    use crate::graph::{Cancelled, Phase, Progress};
    use std::{cell::Cell, ops::ControlFlow};

    fn go(_: Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn path(nodes: u32) -> Graph {
        Graph::new(nodes as usize, &(1..nodes).map(|node| (node - 1, node)).collect::<Vec<_>>()).unwrap()
    }

    fn length(at: &[[f64; 2]], a: usize, b: usize) -> f64 {
        libm::hypot(at[a][0] - at[b][0], at[a][1] - at[b][1])
    }

    #[test]
    fn draws_a_path_straight_in_both_ways() {
        let graph = path(60);
        for pivots in [None, Some(12)] {
            let mut at = scatter(&graph, 5);
            match pivots {
                None => full(&Hops::new(&graph), &mut at, Cold, ROUNDS, 5, &go).unwrap(),
                Some(pivots) => sparse(&graph, &mut at, pivots, Cold, ROUNDS, 5, &go).unwrap(),
            }
            assert!(length(&at, 0, 59) > 56.0, "{pivots:?}: {}", length(&at, 0, 59));
            assert!((1..60).all(|node| (length(&at, node - 1, node) - 1.0).abs() < 0.2));
        }
    }

    #[test]
    fn draws_the_smallest_graphs() {
        for nodes in 0..4 {
            let graph = path(nodes);
            let mut at = scatter(&graph, 1);
            full(&Hops::new(&graph), &mut at, Cold, ROUNDS, 1, &go).unwrap();
            sparse(&graph, &mut at, 200, Cold, ROUNDS, 1, &go).unwrap();
            assert!(at.iter().flatten().all(|value| value.is_finite()));
            assert!(nodes < 2 || (length(&at, 0, 1) - 1.0).abs() < 0.05);
        }
    }

    #[test]
    fn says_how_far_it_is_and_stops_when_asked() {
        let (graph, calls) = (path(20), Cell::new(0));
        let watch = |progress: Progress| {
            assert_eq!((progress.phase, progress.done, progress.total), (Phase::Stress, calls.get(), 9));
            calls.set(calls.get() + 1);
            if calls.get() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        assert_eq!(full(&Hops::new(&graph), &mut scatter(&graph, 1), Cold, 9, 1, &watch), Err(Cancelled));
        assert_eq!(calls.get(), 3);
    }
}
