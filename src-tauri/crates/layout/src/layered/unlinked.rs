//! Nodes without lines in a tidy block below everything.
//!
//! Owns: the block's cells. Must not know: columns, layers.

use super::{LayeredOptions, space::Space};
use crate::Rect;

/// Kept free above the block: a cell, but no less than these parts of the height and the width of what is above, for a name
/// that is read while all is in view.
const APART: [f64; 2] = [0.09, 0.045];

/// Places nodes without lines, group by group, in rows below what is there; cells that a pinned box covers stay free.
/// Answers what the block fills.
pub(super) fn place(
    at: &mut [[f64; 2]],
    nodes: &[u32],
    above: Option<Rect>,
    space: &Space,
    pins: &[Option<[f64; 2]>],
    options: &LayeredOptions,
) -> Option<Rect> {
    let mut nodes: Vec<u32> = nodes.iter().copied().filter(|&node| pins[node as usize].is_none()).collect();
    let group = |node: u32| options.groups.get(node as usize).copied().flatten();
    nodes.sort_by_key(|&node| (group(node).is_none(), group(node), node));
    let largest = |axis: usize| nodes.iter().map(|&node| space.size(node)[axis]).fold(0.0_f64, f64::max);
    let cell = [largest(0) + space.lane_gap, largest(1) + space.gap];
    let count = nodes.len();
    let above = above.unwrap_or_default();
    let aspect = if options.aspect.is_finite() { options.aspect.clamp(0.2, 5.0) } else { 1.6 };
    // width / (above + area / width) = aspect, solved for the width.
    let base = above.h * aspect;
    let width = f64::midpoint(base, (base * base + 4.0 * aspect * count as f64 * cell[0] * cell[1]).sqrt());
    let across = ((width.max(above.w) / cell[0]).round() as usize).clamp(1, count.max(1));
    let has_above = above.w > 0.0 || above.h > 0.0;
    let wide = across as f64 * cell[0];
    let left = if has_above { above.x.min(above.x + (above.w - wide) / 2.0) } else { -wide / 2.0 };
    let top = if has_above {
        above.y + above.h + cell[1].max(APART[0] * above.h).max(APART[1] * above.w)
    } else {
        -(count.div_ceil(across) as f64) * cell[1] / 2.0
    };
    let pinned: Vec<([f64; 2], [f64; 2])> =
        pins.iter().enumerate().filter_map(|(node, pin)| Some(((*pin)?, space.size(node as u32)))).collect();
    let middle = |index: usize| {
        [left + ((index % across) as f64 + 0.5) * cell[0], top + ((index / across) as f64 + 0.5) * cell[1]]
    };
    let is_free = |index: &usize| {
        let at = middle(*index);
        pinned
            .iter()
            .all(|(pin, size)| (0..2).any(|axis| (pin[axis] - at[axis]).abs() >= f64::midpoint(size[axis], cell[axis])))
    };
    let mut cells = (0..).filter(is_free);
    let mut last = 0;
    for &node in &nodes {
        last = cells.next().unwrap_or(last);
        at[node as usize] = middle(last);
    }
    let rows = last / across + 1;
    (count > 0).then_some(Rect { x: left, y: top, w: wide, h: rows as f64 * cell[1] })
}
