//! How wide a line of text is: split where direction, script or font changes, each piece shaped as the browser shapes
//! it (kerning and tabular figures on).
//!
//! Owns: the choice of a font for each letter. Must not know: lines and where they break.

use std::fmt::Write as _;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use super::Piece;
use super::cut::Cut;
use crate::fonts::{FAMILIES, PICTOGRAPHS};

/// Letters before this one run from left to right.
const FIRST_RIGHT_TO_LEFT: char = '\u{590}';
/// The usual advance of a letter that no bundled font has, in parts of the size: pictographs fill more than a square.
const MISSING: f32 = 1.0;
const MISSING_PICTOGRAPH: f32 = 1.245;

/// Width in pixels of `text` at `size` pixels.
pub(super) fn width(text: &str, size: f32, weight: u16) -> f32 {
    let chain = Cut::chain(weight);
    runs(text, &chain).iter().map(|run| advance(run, &chain, size)).sum()
}

/// Width in pixels of what of `text` lies before each of its bytes, and of all of it: letters that are shaped as one lie
/// in the first of their bytes.
pub(super) fn up_to(text: &str, size: f32, weight: u16) -> Vec<f32> {
    let chain = Cut::chain(weight);
    let mut up_to = vec![0.0; text.len() + 1];
    let mut begin = 0;
    for run in runs(text, &chain) {
        let ends = &mut up_to[begin + 1..];
        begin += run.text.len();
        let Some(cut) = run.font.and_then(|index| chain.get(index)) else {
            run.text.grapheme_indices(true).for_each(|(at, cluster)| ends[at] += missing(cluster) * size);
            continue;
        };
        let scale = size / cut.face.units_per_em() as f32;
        let glyphs = cut.shape(run.text, run.level.is_rtl());
        for (glyph, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            ends[glyph.cluster as usize] += position.x_advance as f32 * scale;
        }
    }
    for at in 1..up_to.len() {
        up_to[at] += up_to[at - 1];
    }
    up_to
}

/// `text` in pieces of one font and direction, from left to right as they are seen.
pub(super) fn pieces(text: &str, size: f32, weight: u16) -> Vec<Piece<'_>> {
    let chain = Cut::chain(weight);
    let mut left = 0.0;
    let mut pieces = Vec::new();
    for run in seen(runs(text, &chain)) {
        pieces.push(Piece { text: run.text, family: FAMILIES[run.font.unwrap_or(0)], left });
        left += advance(&run, &chain, size);
    }
    pieces
}

/// Whether each glyph of `text` stands for letters of its own; dots and accents often come as glyphs beside their letter's.
pub(super) fn is_glyph_by_letter(text: &str, weight: u16) -> bool {
    let chain = Cut::chain(weight);
    runs(text, &chain).iter().filter(|run| !run.text.is_ascii()).all(|run| {
        let Some(cut) = run.font.and_then(|index| chain.get(index)) else { return true };
        let glyphs = cut.shape(run.text, run.level.is_rtl());
        glyphs.glyph_infos().windows(2).all(|pair| pair[0].cluster != pair[1].cluster)
    })
}

/// The letters of `text` as path data, from left to right as they are seen, beginning at `at`; what no font has is left
/// out.
pub(super) fn outline(text: &str, at: [f32; 2], size: f32, weight: u16) -> String {
    let chain = Cut::chain(weight);
    let mut pen = Pen { data: String::new(), at, scale: 1.0 };
    for run in seen(runs(text, &chain)) {
        let Some(cut) = run.font.and_then(|index| chain.get(index)) else {
            pen.at[0] += advance(&run, &chain, size);
            continue;
        };
        pen.scale = size / cut.face.units_per_em() as f32;
        let glyphs = cut.shape(run.text, run.level.is_rtl());
        for (glyph, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let start = pen.at;
            pen.at = [start[0] + position.x_offset as f32 * pen.scale, start[1] - position.y_offset as f32 * pen.scale];
            cut.face.outline_glyph(GlyphId(glyph.glyph_id as u16), &mut pen);
            pen.at = [start[0] + position.x_advance as f32 * pen.scale, start[1]];
        }
    }
    pen.data
}

/// Runs in the order in which they are seen (rule L2 of the Unicode bidirectional algorithm).
fn seen(mut runs: Vec<Run<'_>>) -> Vec<Run<'_>> {
    let highest = runs.iter().map(|run| run.level.number()).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut begin = 0;
        while begin < runs.len() {
            let length = runs[begin..].iter().take_while(|run| run.level.number() >= level).count();
            runs[begin..begin + length].reverse();
            begin += length.max(1);
        }
    }
    runs
}

/// Writes a glyph where it stands.
struct Pen {
    data: String,
    at: [f32; 2],
    scale: f32,
}

impl Pen {
    fn point(&mut self, command: &str, points: &[(f32, f32)]) {
        self.data.push_str(command);
        for (index, (x, y)) in points.iter().enumerate() {
            let (x, y) = (self.at[0] + x * self.scale, self.at[1] - y * self.scale);
            let _ = write!(self.data, "{}{x:.2} {y:.2}", if index > 0 { " " } else { "" });
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.point("M", &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.point("L", &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.point("Q", &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.point("C", &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}

/// Which of the bundled fonts has this letter, as an index into [`crate::fonts::FAMILIES`].
#[cfg(test)]
pub(super) fn family_of(letter: char) -> Option<usize> {
    Cut::chain(420).iter().position(|cut| cut.face.glyph_index(letter).is_some())
}

/// A piece of text of one direction, script and font.
struct Run<'a> {
    text: &'a str,
    level: Level,
    script: Script,
    /// Index into the chain; none where no bundled font has it.
    font: Option<usize>,
}

fn runs<'a>(text: &'a str, chain: &[&Cut]) -> Vec<Run<'a>> {
    // Most names are plain: one piece of Inter.
    if !text.is_empty() && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return vec![Run { text, level: Level::ltr(), script: Script::Latin, font: Some(0) }];
    }
    let levels = levels(text);
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut begin = 0;
    let mut script = Script::Common;
    for (at, cluster) in text.grapheme_indices(true) {
        let end = at + cluster.len();
        let level = levels.as_ref().map_or_else(Level::ltr, |levels| levels[at]);
        let own = cluster.chars().map(|letter| letter.script()).find(|script| !is_shared(*script));
        // What belongs to no script joins the one before it.
        script = own.unwrap_or(script);
        let font = font_of(cluster, chain);
        match runs.last_mut() {
            Some(run) if run.level == level && run.font == font && (run.script == script || is_shared(run.script)) => {
                (run.text, run.script) = (&text[begin..end], script);
            }
            _ => {
                begin = at;
                runs.push(Run { text: &text[at..end], level, script, font });
            }
        }
    }
    runs
}

fn is_shared(script: Script) -> bool {
    matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

/// The direction of each byte in a line that runs from left to right; none where all of it does.
fn levels(text: &str) -> Option<Vec<Level>> {
    let mixed = text.chars().any(|letter| letter >= FIRST_RIGHT_TO_LEFT);
    mixed.then(|| BidiInfo::new(text, Some(Level::ltr())).levels)
}

/// The first font that has every visible letter of the cluster.
fn font_of(cluster: &str, chain: &[&Cut]) -> Option<usize> {
    let has = |cut: &Cut| {
        let mut letters = cluster.chars().filter(|letter| !is_invisible(*letter));
        letters.all(|letter| cut.face.glyph_index(letter).is_some())
    };
    let is_pictograph = cluster.chars().any(|letter| letter == '\u{fe0f}' || letter == '\u{20e3}');
    let mut families = chain.iter().zip(FAMILIES);
    families.position(|(cut, family)| (!is_pictograph || family == PICTOGRAPHS) && has(cut))
}

/// Joiners and marks of direction: they change what stands beside them and show nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn advance(run: &Run<'_>, chain: &[&Cut], size: f32) -> f32 {
    let Some(cut) = run.font.and_then(|index| chain.get(index)) else {
        return run.text.graphemes(true).map(|cluster| missing(cluster) * size).sum();
    };
    let units: i32 =
        cut.shape(run.text, run.level.is_rtl()).glyph_positions().iter().map(|position| position.x_advance).sum();
    units as f32 * size / cut.face.units_per_em() as f32
}

/// What a font of the system will need: a square for most letters, a little more for a pictograph.
fn missing(cluster: &str) -> f32 {
    let first = cluster.chars().next().unwrap_or(' ');
    if ('\u{1f000}'..='\u{1faff}').contains(&first) || cluster.contains('\u{fe0f}') {
        MISSING_PICTOGRAPH
    } else {
        MISSING
    }
}
