//! The map: the workspace's organizations and relationships as a picture.
//!
//! Owns: what each meaning looks like. Must not know: how positions are found (`layout`) or how depth is worked out.

mod input;
mod legend;

pub use input::{Known, MapInput, MapLine, MapNode, Standing};
pub use legend::{Legend, LegendCharacter, LegendKind, legend};

use crate::{DisplayList, Rect};

/// Measures every label and places everything: `layout`'s organic style. Positions are in the order of `input.nodes`.
pub fn arrange(input: &MapInput) -> layout::Organic {
    layout::organic(&layout::OrganicInput {
        nodes: Vec::new(),
        edges: Vec::new(),
        bounds: (input.bounds.lower, input.bounds.upper),
        aspect: input.aspect,
        captions: [layout::NodeBox::default(); 3],
    })
}

/// Draws the map as it was arranged.
pub fn draw(_input: &MapInput, _places: &layout::Organic) -> DisplayList {
    DisplayList { bounds: Rect { x: 0.0, y: 0.0, w: 0.0, h: 0.0 }, alt: String::new(), items: Vec::new() }
}
