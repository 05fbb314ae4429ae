//! How wide a line of text is: split where direction, script or font changes, each piece shaped as the browser shapes
//! it (kerning and tabular figures on).
//!
//! Owns: the choice of a font for each letter. Must not know: lines and where they break.

use std::sync::OnceLock;

use rustybuzz::{Direction, Face, Feature, UnicodeBuffer, ttf_parser::Tag};
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::fonts::{self, Font};

/// Letters before this one run from left to right.
const FIRST_RIGHT_TO_LEFT: char = '\u{590}';
/// The usual advance of a letter that no bundled font has, in parts of the size: pictographs fill more than a square.
const MISSING: f32 = 1.0;
const MISSING_PICTOGRAPH: f32 = 1.245;

/// Width in pixels of `text` at `size` pixels.
pub(super) fn width(text: &str, size: f32, weight: u16) -> f32 {
    let chain = chain(weight);
    runs(text, &chain).iter().map(|run| advance(run, &chain, size)).sum()
}

/// Which of the bundled fonts has this letter, as an index into [`fonts::FAMILIES`].
#[cfg(test)]
pub(super) fn family_of(letter: char) -> Option<usize> {
    chain(420).iter().position(|face| face.glyph_index(letter).is_some())
}

/// A piece of text in one direction, script and font.
struct Run<'a> {
    text: &'a str,
    right_to_left: bool,
    script: Script,
    /// Index into the chain; none where no bundled font has it.
    font: Option<usize>,
}

fn runs<'a>(text: &'a str, chain: &[&Face<'_>]) -> Vec<Run<'a>> {
    let levels = levels(text);
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut begin = 0;
    let mut script = Script::Common;
    for (at, cluster) in text.grapheme_indices(true) {
        let end = at + cluster.len();
        let right_to_left = levels.as_ref().is_some_and(|levels| levels[at].is_rtl());
        let own = cluster.chars().map(|letter| letter.script()).find(|script| !is_shared(*script));
        // What belongs to no script joins the one before it.
        script = own.unwrap_or(script);
        let font = font_of(cluster, chain);
        match runs.last_mut() {
            Some(run)
                if run.right_to_left == right_to_left
                    && run.font == font
                    && (run.script == script || is_shared(run.script)) =>
            {
                (run.text, run.script) = (&text[begin..end], script);
            }
            _ => {
                begin = at;
                runs.push(Run { text: &text[at..end], right_to_left, script, font });
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
fn font_of(cluster: &str, chain: &[&Face<'_>]) -> Option<usize> {
    let has = |face: &&Face<'_>| {
        let mut letters = cluster.chars().filter(|letter| !is_invisible(*letter));
        letters.all(|letter| face.glyph_index(letter).is_some())
    };
    let pictograph = cluster.chars().any(|letter| letter == '\u{fe0f}' || letter == '\u{20e3}');
    if pictograph { None } else { chain.iter().position(has) }
}

/// Joiners and marks of direction: they change what stands beside them and show nothing.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn advance(run: &Run<'_>, chain: &[&Face<'_>], size: f32) -> f32 {
    let Some(face) = run.font.and_then(|index| chain.get(index)) else {
        return run.text.graphemes(true).map(|cluster| missing(cluster) * size).sum();
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(run.text);
    buffer.guess_segment_properties();
    buffer.set_direction(if run.right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
    let on = |tag: &[u8; 4]| Feature::new(Tag::from_bytes(tag), 1, ..);
    let glyphs = rustybuzz::shape(face, &[on(b"tnum"), on(b"kern")], buffer);
    let units: i32 = glyphs.glyph_positions().iter().map(|position| position.x_advance).sum();
    units as f32 * size / face.units_per_em() as f32
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

/// For each family, the cut nearest to `weight`.
fn chain(weight: u16) -> [&'static Face<'static>; 4] {
    static FACES: OnceLock<Vec<(&'static Font, Face<'static>)>> = OnceLock::new();
    let faces = FACES
        .get_or_init(|| fonts::ALL.iter().filter_map(|font| Some((font, Face::from_slice(font.bytes, 0)?))).collect());
    fonts::FAMILIES.map(|family| {
        let cuts = faces.iter().filter(|(font, _)| font.family == family);
        let nearest = cuts.min_by_key(|(font, _)| font.weight.map_or(0, |cut| cut.abs_diff(weight)));
        // Every family has a cut; were one broken, Inter's first stands in.
        nearest.map_or(&faces[0].1, |(_, face)| face)
    })
}
