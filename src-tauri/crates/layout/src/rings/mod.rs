//! The style of rings: us at the center, everybody else on the ring of a number (a tier, a stage, hops).
//!
//! Owns: what a caller gives and gets. Must not know: what the numbers stand for, what boxes show.

mod band;
mod ease;
mod kept;
mod order;
mod outside;
mod place;
mod plain;
mod scene;
mod seats;
mod track;

use crate::graph::{Cancelled, Watch};
use crate::{Node, NodeBox, Point, Rect};

pub use plain::{RingOptions, ring_graph};

/// What to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct RingsInput {
    /// Every organization, us included, in any order; the result keeps that order. Depth and zone count for nothing.
    pub nodes: Vec<Node>,
    /// Lines, as pairs of indices into `nodes`.
    pub edges: Vec<(usize, usize)>,
    /// Which node is us, at the center.
    pub us: Option<usize>,
    /// The number of each node's ring; lower ones lie farther in. A node without one lies in a block beside the rings.
    pub ring: Vec<Option<u32>>,
    /// Room kept free for the caption of ring 0, 1, 2 …; zero for none. A ring with a caption is there even when it is
    /// empty.
    pub captions: Vec<NodeBox>,
    /// Width of the view over its height.
    pub aspect: f64,
}

/// One ring.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// Its number.
    pub number: u32,
    /// Half width and half height of the ellipse where it begins.
    pub inner: Point,
    /// The same where it ends.
    pub outer: Point,
    /// Anchor point of its caption (center of the box's width, at its `above`).
    pub caption: Point,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Rings {
    /// One for each node, in the order given.
    pub positions: Vec<Point>,
    /// The rings from the innermost, grown until their members fit.
    pub rings: Vec<Ring>,
    /// The block of nodes without a ring.
    pub outside: Option<Rect>,
    /// What everything fills.
    pub bounds: Rect,
    /// Part of `bounds` that boxes cover.
    pub fill: f64,
    /// How often straight lines between nodes on rings and the center cross.
    pub crossings: usize,
    /// Pinned nodes that do not lie inside their ring, or on a ring while they have none.
    pub strayed: Vec<usize>,
    /// Pairs of nodes that nobody may move and that lie on one another: pins, and us.
    pub overlapping: Vec<(usize, usize)>,
}

impl Ring {
    /// Does a box lie between the ring's bounds?
    pub fn holds(&self, rect: &Rect) -> bool {
        rect.inside(self.outer) && (self.inner.0 <= 0.0 || rect.outside(self.inner))
    }
}

/// Places every node: no two boxes overlap unless neither may move, and no box that is not pinned crosses a ring's bound.
pub fn rings(input: &RingsInput, watch: Watch<'_>) -> Result<Rings, Cancelled> {
    place::rings(input, watch)
}
