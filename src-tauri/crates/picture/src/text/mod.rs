//! Measuring and breaking text with the bundled fonts.
//!
//! Owns: how wide a text is and where its lines end. Must not know: what the text says or where it goes.

mod cut;
mod known;
mod shaped;
mod wrapped;

pub use wrapped::{Broken, fit, wrap};

/// How far letters reach above the baseline, in parts of the size.
pub const ASCENT: f32 = 0.92;

/// Width in pixels of one line at `size` pixels, in the bundled cut nearest to `weight`.
pub fn measure(text: &str, size: f32, weight: u16) -> f32 {
    shaped::width(text, size, weight)
}

/// One line as the shapes of its letters: SVG path data that begins at `at`, on the baseline.
pub fn outline(text: &str, at: [f32; 2], size: f32, weight: u16) -> String {
    shaped::outline(text, at, size, weight)
}

/// A part of a line in one font and direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece<'a> {
    /// As typed.
    pub text: &'a str,
    /// Has its letters; Inter for those that no bundled font has.
    pub family: &'static str,
    /// Where it begins, in pixels from the line's left end.
    pub left: f32,
}

/// One line in its pieces, from left to right as they are seen.
pub fn pieces(text: &str, size: f32, weight: u16) -> Vec<Piece<'_>> {
    shaped::pieces(text, size, weight)
}

/// Whether each glyph of a line stands for letters of its own, so that a reader can tell the letters by the glyphs.
pub fn is_glyph_by_letter(text: &str, weight: u16) -> bool {
    shaped::is_glyph_by_letter(text, weight)
}

/// Distance of baselines at `size`.
pub fn line_height(size: f32) -> f32 {
    (size * 1.25).round()
}

#[cfg(test)]
mod tests;
