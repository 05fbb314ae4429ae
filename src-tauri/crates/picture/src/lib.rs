//! Pictures: the map, the timeline and the charts as one display list, and that list as SVG.
//!
//! Owns: what is drawn and where text fits. Must not know: files, SQL, windows; it is the only crate that names plotters.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels, map units and counts of things drawn are far below where these casts lose anything"
)]

pub mod chart;
pub mod fonts;
pub mod format;
pub mod glyph;
mod language;
pub mod list;
pub mod logo;
pub mod map;
pub mod shape;
pub mod svg;
pub mod text;
pub mod theme;
pub mod timeline;

pub use language::{Figures, Language, Phrases};
pub use list::{Align, Badge, Change, ChangeMark, DisplayList, Item, ItemId, Paint, Raster, Rect, Stroke};
pub use theme::Theme;
