//! The organic style: us at the center, nearer is deeper.
//!
//! Owns: what a caller gives and gets. Must not know: how a box finds its place (`place`).

mod exhausted;
mod field;
mod keep;
mod linked;
mod place;
mod refine;
mod search;
mod sizes;
mod slots;
mod trays;
mod wishes;

pub use field::{NAMED_MAX, TITLE as FIELD_TITLE};
pub use place::AROUND_MAX;

use std::ops::ControlFlow;

use crate::graph::{Cancelled, Watch};
use crate::{Node, NodeBox, Point, Rect};

/// What to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganicInput {
    /// Every organization, us included, in any order; the result keeps that order.
    pub nodes: Vec<Node>,
    /// Lines, as pairs of indices into `nodes`.
    pub edges: Vec<(usize, usize)>,
    /// Where characters change: the lower and the upper bound of depth.
    pub bounds: (f64, f64),
    /// Width of the view over its height.
    pub aspect: f64,
    /// Room kept free for the captions of the core, the ecotone and the edge; zero for none.
    pub captions: [NodeBox; 3],
    /// How strongly groups are kept together and apart from others, 0 to 1.
    pub separate: f64,
    /// The zones of last time: they stay as large while everyone fits and none is far too large.
    pub previous_zones: Option<Zones>,
    /// Lays everyone out again, beginning where they lay last time, instead of keeping them there.
    pub tidy_up: bool,
}

impl Default for OrganicInput {
    fn default() -> Self {
        Self {
            nodes: Vec::new(),
            edges: Vec::new(),
            bounds: (2.0, 3.0),
            aspect: 1.4,
            captions: [NodeBox::default(); 3],
            separate: 0.5,
            previous_zones: None,
            tidy_up: false,
        }
    }
}

/// Half width and half height of each zone's ellipse around us.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Zones {
    /// The core's bound.
    pub core: Point,
    /// The ecotone's bound.
    pub ecotone: Point,
    /// Half the frame that the transactional edge fills; boxes leave it only where it is full.
    pub rim: Point,
}

/// A tidy panel of organizations outside the zones.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The whole panel.
    pub rect: Rect,
    /// Height of the title's line at the top, with more of it where the whole picture will be shown small.
    pub title: f64,
    /// Height of each block's heading, above its rectangle; 0 where blocks have none.
    pub heading: f64,
    /// Those linked to one another first, drawn by their lines; then one block for each kind, in the order of kinds.
    pub blocks: Vec<FieldBlock>,
    /// So many that names wait for zoom: cells hold the shapes only.
    pub compact: bool,
}

/// Some organizations inside a [`Field`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldBlock {
    /// Number of their kind; none for those linked to one another.
    pub kind: Option<usize>,
    /// How many.
    pub count: usize,
    /// Where its cells lie; its heading, if the field has several blocks, stands above.
    pub rect: Rect,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Organic {
    /// One for each node, in the order given.
    pub positions: Vec<Point>,
    /// The zones, grown until their members fit.
    pub zones: Zones,
    /// Anchor points of the three captions (center of the box's width, at its `above`).
    pub captions: [Point; 3],
    /// "Not placed yet".
    pub tray: Option<Field>,
    /// Organizations without a line to us, when they are too many to stand around the zones.
    pub outside: Option<Field>,
    /// What everything fills.
    pub bounds: Rect,
    /// Part of `bounds` that boxes cover.
    pub fill: f64,
    /// Pinned nodes that lie across the bound of their zone.
    pub strayed: Vec<usize>,
}

/// Places every node: no two boxes overlap unless both are pinned, and no box that is not pinned crosses its zone's
/// bound. `watch` is told between rounds and may stop the work.
pub fn organic_watched(input: &OrganicInput, watch: Watch<'_>) -> Result<Organic, Cancelled> {
    place::organic(input, watch)
}

/// As [`organic_watched`], without stopping.
pub fn organic(input: &OrganicInput) -> Organic {
    // Only a watch that asks to stop gives an error.
    organic_watched(input, &|_| ControlFlow::Continue(())).unwrap_or_default()
}
