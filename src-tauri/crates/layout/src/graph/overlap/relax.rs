//! Pairs that overlap push one another apart.

use super::{Boxes, Grid, reach};

/// Pairs of boxes nearer to each other than this share of a mean box's height are looked at again without asking the
/// grid who they are.
const NEAR: f64 = 0.3;

/// Pairs that overlap or nearly do, pins among themselves left out.
pub(super) fn close_pairs(at: &[[f64; 2]], boxes: Boxes<'_>) -> Vec<(u32, u32)> {
    let high = boxes.sizes.iter().map(|size| size[1]).sum::<f64>() / boxes.sizes.len().max(1) as f64;
    let mut pairs = Vec::with_capacity(at.len());
    Grid::new(at, boxes.sizes, NEAR * high).pairs(|a, b| {
        let into = reach(at, boxes.sizes, a, b);
        if into[0].min(into[1]) > -NEAR * high && !(boxes.is_pinned(a) && boxes.is_pinned(b)) {
            pairs.push((a as u32, b as u32));
        }
    });
    pairs
}

/// One round: every overlapping pair of these is moved apart along its shorter way, half each, or one whole way off a
/// pin. Answers how many pairs were moved.
pub(super) fn push(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64, pairs: &[(u32, u32)]) -> usize {
    let mut moved = 0;
    for &(a, b) in pairs {
        let (a, b) = (a as usize, b as usize);
        let into = reach(at, boxes.sizes, a, b).map(|into| into + gap);
        // A little is left to rounding: a pair just moved apart must not be moved again.
        if into[0].min(into[1]) > gap * 0.5 {
            let shares = match (boxes.is_pinned(a), boxes.is_pinned(b)) {
                (true, _) => [0.0, 1.0],
                (_, true) => [1.0, 0.0],
                _ => [0.5, 0.5],
            };
            let axis = usize::from(into[1] < into[0]);
            let way = if at[a][axis] < at[b][axis] { -into[axis] } else { into[axis] };
            at[a][axis] += way * shares[0];
            at[b][axis] -= way * shares[1];
            moved += 1;
        }
    }
    moved
}

/// How many pairs overlap.
pub(in crate::graph) fn overlaps(at: &[[f64; 2]], boxes: Boxes<'_>) -> usize {
    let mut found = 0;
    if !at.is_empty() {
        Grid::new(at, boxes.sizes, 0.0).pairs(|a, b| {
            let into = reach(at, boxes.sizes, a, b);
            found += usize::from(into[0] > 1e-9 && into[1] > 1e-9);
        });
    }
    found
}
