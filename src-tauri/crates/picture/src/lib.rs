//! Pictures: the map, the timeline and the charts as one display list, and that list as SVG.
//!
//! Owns: what is drawn and where text fits. Must not know: files, SQL, windows; it is the only crate that names plotters.

pub mod list;

pub use list::{Align, DisplayList, Item, ItemId, Paint, Rect, Stroke};
