//! Where things go on the map.
//!
//! Owns: positions, zones, the tray; the same input gives the same positions on every machine. Must not know: the
//! nouns of the domain, colors, files, the clock, randomness.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "map units and counts of nodes are far below where these casts lose anything"
)]

mod ellipse;
mod field;
pub mod graph;
pub mod measures;
mod occupied;
pub mod organic;
mod place;
mod search;
mod sizes;
mod slots;
mod trays;
mod wishes;

pub use field::{NAMED_MAX, TITLE as FIELD_TITLE};
pub use organic::{Field, FieldBlock, Node, NodeBox, Organic, OrganicInput, Point, Rect, Zone, Zones, organic};
pub use place::AROUND_MAX;
