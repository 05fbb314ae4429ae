//! Stress lowered without upsetting a drawing: majorization (Gansner, Koren, North 2004).
//!
//! Owns: the steps. Each moves every node to the mean of the places that the others wish it at, nearer ones counting by
//! the square; a step never raises the stress, and one that starts from a drawing by forces keeps which lines cross.
//! Must not know: how the drawing came about.

use super::super::{
    Cancelled, Phase,
    progress::{Watch, tell},
};
use super::Hops;

/// Takes `steps` steps from `at`, a drawing at any scale; of the last one a part, if they are not whole. One hop becomes
/// one unit.
pub fn majorize(hops: &Hops, at: &mut [[f64; 2]], steps: f64, watch: Watch<'_>) -> Result<(), Cancelled> {
    to_unit_hops(hops, at);
    let count = steps.ceil() as usize;
    for step in 0..count {
        tell(watch, Phase::Stress, step, count)?;
        let part = (steps - step as f64).min(1.0);
        let wishes: Vec<[f64; 2]> = (0..at.len()).map(|node| wish(hops.row(node), at, node)).collect();
        for (at, wish) in at.iter_mut().zip(wishes) {
            *at = [0, 1].map(|axis| at[axis] + part * (wish[axis] - at[axis]));
        }
    }
    Ok(())
}

/// The mean of the places that the others wish a node at.
fn wish(row: &[u16], at: &[[f64; 2]], node: usize) -> [f64; 2] {
    let (mut sum, mut weights) = ([0.0; 2], 0.0);
    for (other, &hop) in at.iter().zip(row) {
        let hop = f64::from(hop);
        // A node's own row has no hop to itself, and no weight.
        let weight = if hop > 0.0 { 1.0 / (hop * hop) } else { 0.0 };
        let apart = [at[node][0] - other[0], at[node][1] - other[1]];
        let by = hop / (apart[0] * apart[0] + apart[1] * apart[1]).sqrt().max(1e-9);
        sum = [sum[0] + weight * (other[0] + by * apart[0]), sum[1] + weight * (other[1] + by * apart[1])];
        weights += weight;
    }
    if weights > 0.0 { sum.map(|sum| sum / weights) } else { at[node] }
}

/// Scales a drawing to the size at which its stress is least.
fn to_unit_hops(hops: &Hops, at: &mut [[f64; 2]]) {
    let (mut ratios, mut squares) = (0.0, 0.0);
    for node in 0..at.len() {
        for (other, &hop) in hops.row(node)[..node].iter().enumerate() {
            let (x, y) = (at[node][0] - at[other][0], at[node][1] - at[other][1]);
            let square = (x * x + y * y) / (f64::from(hop) * f64::from(hop));
            ratios += square.sqrt();
            squares += square;
        }
    }
    if squares > 1e-12 {
        at.iter_mut().flatten().for_each(|value| *value *= ratios / squares);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Graph, Hops, Start::Cold, full, majorize, scatter};
    use crate::graph::Progress;
    use std::ops::ControlFlow;

    fn stress(hops: &Hops, at: &[[f64; 2]]) -> f64 {
        let pair = |a: usize, b: usize| {
            let drawn = libm::hypot(at[a][0] - at[b][0], at[a][1] - at[b][1]);
            let ratio = drawn / f64::from(hops.row(a)[b]) - 1.0;
            ratio * ratio
        };
        (0..at.len()).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| pair(a, b)).sum()
    }

    #[test]
    fn lowers_the_stress_with_every_step_down_to_that_of_a_finished_drawing() {
        let go = |_: Progress| ControlFlow::Continue(());
        let lines: Vec<(u32, u32)> = (1..60).flat_map(|node| [(node, node / 3), (node, (node * 7) % 60)]).collect();
        let graph = Graph::new(60, &lines).unwrap();
        let hops = Hops::new(&graph);
        let mut at = scatter(&graph, 3);
        majorize(&hops, &mut at, 0.0, &go).unwrap();
        let mut last = stress(&hops, &at);
        for _ in 0..40 {
            majorize(&hops, &mut at, 1.0, &go).unwrap();
            let now = stress(&hops, &at);
            assert!(now <= last + 1e-9, "{last} {now}");
            last = now;
        }
        let mut finished = scatter(&graph, 3);
        full(&hops, &mut finished, Cold, 15, 3, &go).unwrap();
        assert!(last < 1.15 * stress(&hops, &finished), "{last} {}", stress(&hops, &finished));
    }
}
