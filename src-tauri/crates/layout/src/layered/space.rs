//! How much room everything takes.
//!
//! Owns: sizes and gaps. Must not know: where anything stands.

use super::LayeredOptions;

/// Beyond this a size is taken for a mistake.
const LARGEST: f64 = 1e7;

/// Sizes of boxes and the gaps between them.
#[derive(Debug, Clone)]
pub(super) struct Space {
    sizes: Vec<[f64; 2]>,
    /// Between two boxes in a column.
    pub gap: f64,
    /// Between two lanes of a column.
    pub lane_gap: f64,
    /// Between two columns at least.
    pub column_gap: f64,
    /// The width of a column that nobody stands in.
    pub empty_width: f64,
}

impl Space {
    pub(super) fn new(nodes: usize, options: &LayeredOptions) -> Self {
        let clean = |value: f64| if value.is_finite() { value.clamp(0.0, LARGEST) } else { 0.0 };
        let sizes: Vec<[f64; 2]> =
            (0..nodes).map(|node| options.boxes.get(node).map_or([0.0; 2], |size| size.map(clean))).collect();
        let mean = |axis: usize| sizes.iter().map(|size| size[axis]).sum::<f64>() / nodes.max(1) as f64;
        let or_unit = |value: f64| if value > 0.0 { value } else { 1.0 };
        let (wide, high) = (mean(0), mean(1));
        Self {
            sizes,
            gap: or_unit(0.35 * high),
            lane_gap: or_unit(0.35 * high),
            column_gap: or_unit(0.8 * wide),
            empty_width: wide,
        }
    }

    pub(super) fn size(&self, node: u32) -> [f64; 2] {
        self.sizes[node as usize]
    }
}
