//! The organic style: us at the center, nearer is deeper.
//!
//! Owns: the order of placing and what a caller gives and gets. Must not know: how a box finds its place (`place`).

/// A point in map units; `y` grows downward. We stand at (0, 0).
pub type Point = (f64, f64);

/// Kept free between two boxes, in map units.
pub(crate) const GAP: f64 = 8.0;

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
}

/// One organization.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Decides order and angle where nothing else does; unique, and the same each time (an id's 128 bits).
    pub key: u128,
    /// Its name, for the order inside the tray.
    pub name: String,
    /// Shape and label together.
    pub size: NodeBox,
    /// 0 to 5, where known.
    pub depth: Option<f64>,
    /// Where it may lie.
    pub zone: Zone,
    /// The group that it stays with.
    pub group: Option<String>,
    /// Number of its kind: kinds keep together.
    pub kind: usize,
    /// Put there by hand: it stays exactly there.
    pub pinned: Option<Point>,
    /// Where it lay last time: it stays there while that place is still right and free.
    pub previous: Option<Point>,
}

/// A box around a point: half its width to either side, and how far it reaches above and below.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct NodeBox {
    pub half_width: f64,
    pub above: f64,
    pub below: f64,
}

/// Where an organization may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// The center.
    Us,
    /// Inside the core's bound.
    Strategic,
    /// Between the two bounds.
    Ecotone,
    /// Outside the ecotone's bound.
    Transactional,
    /// Of unknown character: in the tray.
    Unknown,
    /// Without a line to us: outside the zones.
    Unlinked,
}

/// A rectangle in map units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

/// Half width and half height of each zone's ellipse around us.
#[derive(Debug, Clone, Copy, PartialEq)]
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
    /// One block for each kind, in the order of kinds.
    pub blocks: Vec<FieldBlock>,
    /// So many that names wait for zoom: cells hold the shapes only.
    pub compact: bool,
}

/// The organizations of one kind inside a [`Field`].
#[derive(Debug, Clone, PartialEq)]
pub struct FieldBlock {
    /// Number of the kind.
    pub kind: usize,
    /// How many.
    pub count: usize,
    /// Where its cells lie; its heading, if the field has several blocks, stands above.
    pub rect: Rect,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
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

/// Places every node: no two boxes overlap unless both are pinned, and no box that is not pinned crosses its zone's bound.
pub fn organic(input: &OrganicInput) -> Organic {
    crate::place::organic(input)
}
