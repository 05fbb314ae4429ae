//! Pairs that overlap push one another apart.

use super::{Boxes, Grid, reach};

/// One round: every overlapping pair is moved apart along its shorter way, half each, or one whole way off a pin.
/// Answers how many pairs were moved.
pub(super) fn push(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64) -> usize {
    let mut moved = 0;
    let grid = Grid::new(at, boxes.sizes);
    grid.pairs(|a, b| {
        let into = reach(at, boxes.sizes, a, b).map(|into| into + gap);
        let shares = match (boxes.is_pinned(a), boxes.is_pinned(b)) {
            (true, true) => return,
            (true, false) => [0.0, 1.0],
            (false, true) => [1.0, 0.0],
            (false, false) => [0.5, 0.5],
        };
        // A little is left to rounding: a pair just moved apart must not be moved again.
        if into[0] > gap * 0.5 && into[1] > gap * 0.5 {
            let axis = usize::from(into[1] < into[0]);
            let way = if at[a][axis] < at[b][axis] { -into[axis] } else { into[axis] };
            at[a][axis] += way * shares[0];
            at[b][axis] -= way * shares[1];
            moved += 1;
        }
    });
    moved
}

/// How many pairs are nearer than `gap` to each other, or overlap when it is zero.
pub(super) fn overlaps(at: &[[f64; 2]], boxes: Boxes<'_>, gap: f64) -> usize {
    let mut pairs = Vec::new();
    if !at.is_empty() {
        Grid::new(at, boxes.sizes).pairs(|a, b| {
            let into = reach(at, boxes.sizes, a, b);
            if into[0] + gap > 1e-9 && into[1] + gap > 1e-9 {
                pairs.push((a, b));
            }
        });
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.len()
}
