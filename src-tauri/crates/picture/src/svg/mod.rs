//! A display list as an SVG file: for export, and for the PDF, which keeps it as vectors.
//!
//! Owns: escaping and the shapes of SVG. Must not know: what the picture shows.

use crate::{DisplayList, Theme};

/// How to write.
#[derive(Debug, Clone, PartialEq)]
pub struct SvgOptions {
    /// Width of the picture in pixels or points; none takes the bounds' own.
    pub width: Option<f32>,
    /// Height; none follows from the width and the bounds.
    pub height: Option<f32>,
    /// Paint the canvas color behind everything.
    pub background: bool,
    /// The family named in every text.
    pub family: String,
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self { width: None, height: None, background: false, family: crate::fonts::FAMILY.into() }
    }
}

/// Writes `list` as a whole SVG document.
pub fn write(_list: &DisplayList, _theme: Theme, _options: &SvgOptions) -> String {
    String::new()
}
