//! Where things go on the map.
//!
//! Owns: positions, zones, the tray; the same input gives the same positions on every machine. Must not know: the
//! nouns of the domain, colors, files, the clock, randomness.

pub mod organic;
mod place;

pub use organic::{Field, FieldBlock, Node, NodeBox, Organic, OrganicInput, Point, Rect, Zone, Zones, organic};
