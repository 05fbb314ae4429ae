//! Where nobody found a place: looking there again is most of the work of filling a zone.
//!
//! Owns: which boxes found nothing near which wishes, and nothing on which layers of a zone's raster. Right as long as
//! places are only taken. Must not know: how places are looked for.

use crate::{NodeBox, Point};

/// Wishes within this are the same for all that lies around them, in map units.
const SAME: f64 = 16.0;

/// What was found full while one zone was filled.
#[derive(Default)]
pub(super) struct Exhausted {
    near: Vec<(Point, NodeBox)>,
    layers: Vec<Vec<NodeBox>>,
}

impl Exhausted {
    /// Whether a box as large found nothing around here.
    pub(super) fn is_near(&self, at: Point, size: &NodeBox) -> bool {
        let same = |(point, least): &(Point, NodeBox)| {
            (point.0 - at.0).abs() < SAME && (point.1 - at.1).abs() < SAME && is_as_large(size, least)
        };
        self.near.iter().any(same)
    }

    pub(super) fn add_near(&mut self, at: Point, size: NodeBox) {
        self.near.push((at, size));
    }

    /// Whether a box as large found nothing on this layer.
    pub(super) fn is_layer(&self, layer: usize, size: &NodeBox) -> bool {
        self.layers.get(layer).is_some_and(|full| full.iter().any(|least| is_as_large(size, least)))
    }

    pub(super) fn add_layer(&mut self, layer: usize, size: NodeBox) {
        if self.layers.len() <= layer {
            self.layers.resize(layer + 1, Vec::new());
        }
        self.layers[layer].retain(|known| !is_as_large(known, &size));
        self.layers[layer].push(size);
    }
}

fn is_as_large(size: &NodeBox, least: &NodeBox) -> bool {
    size.half_width >= least.half_width && size.above >= least.above && size.below >= least.below
}
