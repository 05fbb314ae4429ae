//! The block of nodes without a ring, beside the rings or below them.
//!
//! Owns: its rows and its place. Must not know: rings, but for the ground they fill.

use super::scene::Scene;
use crate::ground::around;
use crate::node::GAP;
use crate::tidy::{Cells, cells, widest_half};
use crate::{FIELD_TITLE, Point, Rect};

/// Kept free around the block's cells, and between the block and the rings.
const PAD: f64 = 12.0;
const APART: f64 = 24.0;

/// Places the nodes without a ring where the whole keeps nearest to the view's shape. Room for a title stays at the top.
pub(super) fn place(
    scene: &Scene<'_>,
    rims: Option<Rect>,
    fixed: &[(usize, Rect)],
    points: &mut [Point],
) -> Option<Rect> {
    let free: Vec<u32> = scene.outside.iter().copied().filter(|&node| scene.pins[node as usize].is_none()).collect();
    if free.is_empty() {
        return None;
    }
    let size = |rect: &Rect| (rect.w / scene.aspect).max(rect.h);
    let plans = (1..=free.len()).filter(|count| *count < 40 || count.is_power_of_two()).flat_map(|columns| {
        let block = cells(&free, &scene.sizes, columns, widest_half(&free, &scene.sizes));
        [false, true].map(move |below| (block.clone(), below))
    });
    let whole = |(block, below): &(Cells, bool)| {
        let rect = at(block, rims, *below, scene.aspect);
        rims.map_or(rect, |rims| rims.with(&rect))
    };
    let (block, below) = plans.reduce(|a, b| if size(&whole(&b)) < size(&whole(&a)) - 1e-6 { b } else { a })?;
    let mut rect = at(&block, rims, below, scene.aspect);
    // Nobody gives way to a block: it goes on until it lies on no pin.
    while let Some((_, pin)) = fixed.iter().find(|(_, pin)| pin.meets(&rect, GAP)) {
        if below {
            rect.y = pin.y + pin.h + GAP + 1e-6;
        } else {
            rect.x = pin.x + pin.w + GAP + 1e-6;
        }
    }
    for (node, (x, y)) in &block.at {
        points[*node as usize] = (rect.x + PAD + x, rect.y + FIELD_TITLE + y);
    }
    around([rect])
}

/// The block's rectangle beside the rings, or below them.
fn at(block: &Cells, rims: Option<Rect>, below: bool, aspect: f64) -> Rect {
    let (w, h) = (block.width + 2.0 * PAD, block.height + FIELD_TITLE + PAD);
    match rims {
        None => Rect { x: -w / 2.0, y: -h / 2.0, w, h },
        Some(rims) if below => Rect { x: -w / 2.0, y: rims.y + rims.h + APART, w, h },
        Some(rims) => Rect { x: rims.x + rims.w + APART * aspect, y: -h / 2.0, w, h },
    }
}
