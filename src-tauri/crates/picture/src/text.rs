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

/// How far letters reach above the baseline, in parts of the size.
pub const ASCENT: f32 = 0.92;

const ELLIPSIS: char = '…';
/// No line of a picture shows more; longer texts are cut before they are shaped.
const LONGEST: usize = 400;

/// Width in pixels of one line at `size` pixels, in the bundled cut nearest to `weight`.
pub fn measure(text: &str, size: f32, weight: u16) -> f32 {
    face(weight).map_or_else(|| text.chars().count() as f32 * size * 0.6, |face| shaped_width(face, text, size))
}

/// Distance of baselines at `size`.
pub fn line_height(size: f32) -> f32 {
    (size * 1.25).round()
}

/// Breaks `text` at spaces into at most `lines` lines of about equal width, none wider than `width`; what does not fit
/// ends in an ellipsis. The caller keeps the full name.
pub fn wrap(text: &str, size: f32, weight: u16, width: f32, lines: usize) -> Broken {
    let shown: String = text.chars().take(LONGEST).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let ruler = Ruler { size, weight };
    let whole = words.join(" ");
    let whole_width = ruler.width(&whole);
    if whole_width <= width && shown.len() == text.len() {
        return Broken { lines: vec![whole], width: whole_width, cut: false };
    }
    let broken = (shown.len() == text.len()).then(|| balanced(&words, &ruler, width, lines)).flatten();
    let (lines, cut) =
        broken.map_or_else(|| (cut_off(&words, &ruler, width, lines.max(1)), true), |lines| (lines, false));
    let widest = lines.iter().map(|line| ruler.width(line)).fold(0.0, f32::max);
    Broken { lines, width: widest, cut }
}

/// `text` on one line, cut with an ellipsis where it is wider than `width`.
pub fn fit(text: &str, size: f32, weight: u16, width: f32) -> String {
    wrap(text, size, weight, width, 1).lines.swap_remove(0)
}

struct Ruler {
    size: f32,
    weight: u16,
}

impl Ruler {
    fn width(&self, text: &str) -> f32 {
        measure(text, self.size, self.weight)
    }
}

/// The fewest lines that hold all words, and of those breaks the one whose widest line is narrowest.
fn balanced(words: &[&str], ruler: &Ruler, width: f32, lines: usize) -> Option<Vec<String>> {
    // Words are shaped once; letters hardly kern across a space.
    let widths: Vec<f32> = words.iter().map(|word| ruler.width(word)).collect();
    let space = ruler.width(" ");
    let mut best = filled(&widths, space, width)?;
    let count = best.len();
    if count > lines {
        return None;
    }
    let (mut low, mut high) = (width / count as f32 * 0.5, width);
    // A dozen halvings bring the width within a pixel of the narrowest.
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        match filled(&widths, space, middle) {
            Some(tighter) if tighter.len() <= count => {
                high = middle;
                best = tighter;
            }
            _ => low = middle,
        }
    }
    let mut rest = words.iter();
    Some(best.into_iter().map(|count| rest.by_ref().take(count).copied().collect::<Vec<_>>().join(" ")).collect())
}

/// How many words each line holds when filled greedily; none where a word alone is too wide.
fn filled(widths: &[f32], space: f32, width: f32) -> Option<Vec<usize>> {
    let mut lines: Vec<usize> = Vec::new();
    let mut used = 0.0;
    for word in widths {
        match lines.last_mut() {
            Some(count) if used + space + word <= width => {
                *count += 1;
                used += space + word;
            }
            _ if *word > width => return None,
            _ => {
                lines.push(1);
                used = *word;
            }
        }
    }
    Some(lines)
}

/// As much as fits, the last line ending in an ellipsis. Words too wide for a line are broken inside.
fn cut_off(words: &[&str], ruler: &Ruler, width: f32, lines: usize) -> Vec<String> {
    let text = words.join(" ");
    let mut rest = text.as_str();
    let mut broken = Vec::new();
    while broken.len() + 1 < lines {
        let fitting = longest_prefix(rest, ruler, width, "");
        if fitting == rest.len() {
            break;
        }
        let at_space = rest[..fitting].rfind(' ').filter(|_| !rest[fitting..].starts_with(' '));
        let end = at_space.unwrap_or(fitting).max(rest.chars().next().map_or(1, char::len_utf8));
        broken.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    let fitting = longest_prefix(rest, ruler, width, "…");
    broken.push(format!("{}{ELLIPSIS}", rest[..fitting].trim_end_matches([' ', ',', '.', '-'])));
    broken
}

/// Length in bytes of the longest beginning of `text` that fits `width` with `end` behind it.
fn longest_prefix(text: &str, ruler: &Ruler, width: f32, end: &str) -> usize {
    let ends: Vec<usize> = text.char_indices().map(|(index, _)| index).chain([text.len()]).collect();
    let fits = |&length: &usize| ruler.width(&format!("{}{end}", &text[..length])) <= width;
    let fitting = ends.partition_point(fits);
    ends[fitting.saturating_sub(1)]
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
    let on = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 1, ..);
    let glyphs = rustybuzz::shape(face, &[on(b"tnum"), on(b"kern")], buffer);
    let em = face.units_per_em();
    let units: i32 = glyphs
        .glyph_infos()
        .iter()
        .zip(glyphs.glyph_positions())
        // What Inter does not hold comes from a font of the system: a full square for East Asian letters is the usual.
        .map(|(info, position)| if info.glyph_id == 0 { em } else { position.x_advance })
        .sum();
    units as f32 * size / em as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_tabular_and_weights_differ() {
        let width = |text: &str| measure(text, 100.0, 420);
        assert!((width("1111") - width("8888")).abs() < 0.01);
        assert!(width("AV") < width("A") + width("V"), "kerning");
        assert!(measure("Fernhill", 13.0, 680) > measure("Fernhill", 13.0, 420));
    }

    #[test]
    fn names_break_into_lines_of_about_equal_width() {
        for (name, lines, expect, cut) in [
            ("Loopcart", 2, vec!["Loopcart"], false),
            ("Cloud Native Computing Foundation", 2, vec!["Cloud Native", "Computing Foundation"], false),
            (
                "The Very Long Partner Company of the North",
                2,
                vec!["The Very Long Partner", "Company of the North"],
                false,
            ),
            (
                "The Very Long Partner Company of the North and the South",
                2,
                vec!["The Very Long Partner", "Company of the North…"],
                true,
            ),
            ("Donaudampfschifffahrtsgesellschaft", 1, vec!["Donaudampfschifffahr…"], true),
            ("   ", 1, vec![""], false),
        ] {
            let broken = wrap(name, 12.0, 520, 140.0, lines);
            assert_eq!((broken.lines, broken.cut), (expect.into_iter().map(String::from).collect(), cut), "{name}");
            assert!(broken.width <= 140.0);
        }
    }

    #[test]
    fn hostile_names_are_measured_in_a_moment() {
        let long = "x".repeat(10_000);
        let broken = wrap(&long, 12.0, 520, 110.0, 2);
        assert!(broken.cut && broken.lines.len() == 2 && broken.width <= 110.0);
        assert!(measure("株式会社", 10.0, 420) > 30.0);
        assert_eq!(wrap("👩‍👩‍👧 \u{202e}x", 12.0, 420, 8.0, 1).lines.len(), 1);
    }
}
