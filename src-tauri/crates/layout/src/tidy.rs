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

/// Half the width of the widest box.
pub(crate) fn widest_half(nodes: &[u32], sizes: &[NodeBox]) -> f64 {
    nodes.iter().map(|&node| sizes[node as usize].half_width).fold(0.0, f64::max)
}

/// How many columns for boxes of such a half width fit into a width, at least one.
pub(crate) fn columns_in(width: f64, half: f64) -> usize {
    ((width + GAP) / (2.0 * half + GAP) + 1e-9).max(1.0) as usize
}

/// How wide so many columns are.
pub(crate) fn width_of(columns: usize, half: f64) -> f64 {
    columns as f64 * (2.0 * half + GAP) - GAP
}

/// Nodes in their order, row by row, in so many columns for boxes of such a half width; shapes of one row on one line.
pub(crate) fn cells(nodes: &[u32], sizes: &[NodeBox], columns: usize, half: f64) -> Cells {
    let columns = columns.clamp(1, nodes.len().max(1));
    let mut block = Cells { width: width_of(columns, half), ..Cells::default() };
    for row in nodes.chunks(columns) {
        let above = row.iter().map(|&node| sizes[node as usize].above).fold(0.0, f64::max);
        let below = row.iter().map(|&node| sizes[node as usize].below).fold(0.0, f64::max);
        let y = block.height + above;
        let at = row.iter().enumerate();
        block.at.extend(at.map(|(column, &node)| (node, (half + column as f64 * (2.0 * half + GAP), y))));
        block.height = y + below + GAP;
    }
    block.height = (block.height - GAP).max(0.0);
    block
}

#[cfg(test)]
mod tests {
    use super::{cells, columns_in, widest_half};
    use crate::NodeBox;

    #[test]
    fn rows_are_as_high_as_their_boxes_and_columns_equal() {
        let size = |half_width: f64, below: f64| NodeBox { half_width, above: 10.0, below };
        let sizes = [size(20.0, 20.0), size(30.0, 40.0), size(10.0, 20.0)];
        let nodes = [0, 1, 2];
        let half = widest_half(&nodes, &sizes);
        assert_eq!(columns_in(128.0, half), 2);
        let block = cells(&nodes, &sizes, 2, half);
        assert_eq!(block.at, [(0, (30.0, 10.0)), (1, (98.0, 10.0)), (2, (30.0, 68.0))]);
        assert!((block.width - 128.0).abs() < 1e-9 && (block.height - 88.0).abs() < 1e-9);
    }
}
