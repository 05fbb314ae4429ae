//! The nearest free place for boxes that pushing cannot free, as between pins.

use super::{Boxes, reach};

/// Moves every box that overlaps another, in their order, to the nearest place on a square spiral around it where
/// nothing lies. There always is one: the spiral leaves the drawing in the end.
pub(super) fn settle(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64) {
    for node in 0..at.len() {
        if boxes.is_pinned(node) || is_free(at, boxes, node, 0.0) {
            continue;
        }
        let home = at[node];
        let steps = boxes.sizes[node].map(|size| (size / 2.0).max(gap).max(1e-6));
        let free = (1..=i32::MAX).flat_map(ring).find(|&(column, row)| {
            at[node] = [home[0] + f64::from(column) * steps[0], home[1] + f64::from(row) * steps[1]];
            is_free(at, boxes, node, gap)
        });
        debug_assert!(free.is_some());
    }
}

/// The places on the border of a square, those nearest its middle first.
fn ring(far: i32) -> impl Iterator<Item = (i32, i32)> {
    (0..=far)
        .flat_map(move |near| [near, -near])
        .flat_map(move |near| [(near, far), (near, -far), (far, near), (-far, near)])
}

fn is_free(at: &[[f64; 2]], boxes: Boxes<'_>, node: usize, gap: f64) -> bool {
    (0..at.len()).filter(|&other| other != node).all(|other| {
        let into = reach(at, boxes.sizes, node, other);
        into[0] + gap <= 1e-9 || into[1] + gap <= 1e-9
    })
}
