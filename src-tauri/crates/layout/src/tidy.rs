//! Boxes in tidy rows: equal columns, each row as high as its boxes need.
//!
//! Owns: cells. Must not know: who is in them and why.

use crate::node::GAP;
use crate::{NodeBox, Point};

/// A block of cells; its top left corner is at (0, 0).
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cells {
    pub(crate) at: Vec<(u32, Point)>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Nodes in their order, row by row, in so many columns of equal width; shapes of one row on one line.
pub(crate) fn cells(nodes: &[u32], sizes: &[NodeBox], columns: usize) -> Cells {
    let columns = columns.clamp(1, nodes.len().max(1));
    let size = |node: &u32| &sizes[*node as usize];
    let half = nodes.iter().map(|node| size(node).half_width).fold(0.0, f64::max);
    let mut block = Cells { width: columns as f64 * (2.0 * half + GAP) - GAP, ..Cells::default() };
    for row in nodes.chunks(columns) {
        let above = row.iter().map(|node| size(node).above).fold(0.0, f64::max);
        let below = row.iter().map(|node| size(node).below).fold(0.0, f64::max);
        let y = block.height + above;
        let at = row.iter().enumerate();
        block.at.extend(at.map(|(column, &node)| (node, (half + column as f64 * (2.0 * half + GAP), y))));
        block.height = y + below + GAP;
    }
    block.height = (block.height - GAP).max(0.0);
    block
}
