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

/// Distance of baselines at `size`.
pub fn line_height(size: f32) -> f32 {
    (size * 1.25).round()
}

#[cfg(test)]
mod tests;
