//! Where things go on the map.
//!
//! Owns: positions, zones, the tray; the same input gives the same positions on every machine. Must not know: the
//! nouns of the domain, colors, files, the clock, randomness.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "map units and counts of nodes are far below where these casts lose anything"
)]

mod by_kind;
mod corridors;
mod ellipse;
pub mod graph;
mod ground;
pub mod layered;
pub mod measures;
mod node;
pub mod organic;
mod rings;
mod tidy;
mod web;

pub use by_kind::{ByKind, ByKindInput, Form, KindBlock, by_kind};
pub use corridors::{Route, RoutesInput, routes};
pub use layered::{ValueChain, ValueChainInput, value_chain};
pub(crate) use node::GAP;
pub use node::{Node, NodeBox, Point, Rect, Zone};
pub use organic::{
    AROUND_MAX, FIELD_TITLE, Field, FieldBlock, NAMED_MAX, Organic, OrganicInput, Zones, organic, organic_watched,
};
pub use rings::{Ring, RingOptions, Rings, RingsInput, ring_graph, rings};
