//! What every style of the map places: organizations with their boxes.
//!
//! Owns: the nouns that callers give and get. Must not know: where anything goes.

/// A point in map units; `y` grows downward. We stand at (0, 0).
pub type Point = (f64, f64);

/// Kept free between two boxes, in map units.
pub(crate) const GAP: f64 = 8.0;

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
