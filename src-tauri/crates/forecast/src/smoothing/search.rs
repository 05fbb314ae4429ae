//! The best of open parameters. Must not know what makes them good.

use super::Weights;

/// The grid of each weight: its first value, how far apart, and how many.
const GRID: [(f64, f64, u8); 3] = [(0.0, 0.1, 11), (0.0, 0.1, 11), (0.8, 0.03, 7)];

/// The given weights, with those that are open set so that `error` is smallest; of equals the first.
pub(super) fn best(given: [Option<f64>; 3], error: impl Fn(Weights) -> f64) -> Weights {
    let axis = |index: usize| match given[index] {
        Some(value) => vec![value],
        None => (0..GRID[index].2).map(|step| GRID[index].0 + f64::from(step) * GRID[index].1).collect(),
    };
    let (alphas, betas, phis) = (axis(0), axis(1), axis(2));
    let mut found = (f64::INFINITY, [alphas[0], betas[0], phis[0]]);
    for alpha in &alphas {
        for beta in &betas {
            for phi in &phis {
                better(&mut found, [*alpha, *beta, *phi], &error);
            }
        }
    }
    refine(found, given.map(|given| given.is_none()), &error)
}

/// Steps along and across the open axes, halved whenever none of them is better.
fn refine(mut found: (f64, Weights), open: [bool; 3], error: &impl Fn(Weights) -> f64) -> Weights {
    const SMALLEST: f64 = 1e-9;
    // Steps at one size: on long, narrow slopes more of them would gain next to nothing.
    const MOST: usize = 400;
    let mut size = 0.5;
    while size > SMALLEST {
        for _ in 0..MOST {
            let from = found;
            for step in 0..27_u8 {
                let way = [step % 3, step / 3 % 3, step / 9].map(|side| f64::from(side) - 1.0);
                let moved = |index: usize| {
                    let (first, apart, count) = GRID[index];
                    let last = first + apart * f64::from(count - 1);
                    let there = from.1[index] + size * apart * way[index];
                    if open[index] { there.clamp(first, last) } else { from.1[index] }
                };
                better(&mut found, [moved(0), moved(1), moved(2)], error);
            }
            if found.0 >= from.0 {
                break;
            }
        }
        size *= 0.5;
    }
    found.1
}

fn better(found: &mut (f64, Weights), weights: Weights, error: &impl Fn(Weights) -> f64) {
    let error = error(weights);
    if error < found.0 {
        *found = (error, weights);
    }
}
