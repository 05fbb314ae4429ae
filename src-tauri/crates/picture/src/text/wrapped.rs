//! Breaking a text into lines of about equal width.
//!
//! Owns: where a line may end. Must not know: how text is shaped.

use unicode_segmentation::UnicodeSegmentation;

use super::{known, measure, shaped};

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

const ELLIPSIS: &str = "…";
/// No line of a picture shows more; longer texts are cut before they are shaped.
const LONGEST: usize = 400;

/// Breaks `text` into at most `lines` lines of about equal width, none wider than `width`: at spaces, behind hyphens and
/// between East Asian letters; what does not fit ends in an ellipsis. The caller keeps the full name.
pub fn wrap(text: &str, size: f32, weight: u16, width: f32, lines: usize) -> Broken {
    let ruler = Ruler { size, weight, width, lines: lines.max(1) };
    known::remembered(text, ruler, || ruler.wrap(text))
}

/// `text` on one line, cut with an ellipsis where it is wider than `width`.
pub fn fit(text: &str, size: f32, weight: u16, width: f32) -> String {
    wrap(text, size, weight, width, 1).lines.swap_remove(0)
}

/// How text is written, and how much room it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruler {
    pub(super) size: f32,
    pub(super) weight: u16,
    pub(super) width: f32,
    pub(super) lines: usize,
}

impl Ruler {
    pub(super) fn wrap(self, text: &str) -> Broken {
        let shown: String = text.chars().take(LONGEST).collect();
        let shortened = shown.len() < text.len();
        let whole = Whole::new(shown.split_whitespace().collect::<Vec<_>>().join(" "), self);
        if whole.between(0, whole.text.len()) <= self.width && !shortened {
            let width = whole.between(0, whole.text.len());
            return Broken { lines: vec![whole.text], width, cut: false };
        }
        let broken = if shortened { None } else { balanced(&whole) };
        let (lines, cut) = broken.map_or_else(|| cut_off(&whole, shortened), |lines| (lines, false));
        let width = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        Broken { lines: lines.into_iter().map(|line| line.text).collect(), width, cut }
    }

    fn line(self, text: impl Into<String>) -> Line {
        let text = text.into();
        Line { width: measure(&text, self.size, self.weight), text }
    }

    fn holds(self, line: &Line) -> bool {
        line.width <= self.width
    }
}

/// A text with the width up to each of its bytes: where it may be broken is found without shaping its parts, whose
/// letters hardly kern across a break. Lines are measured when they are found.
struct Whole {
    ruler: Ruler,
    text: String,
    up_to: Vec<f32>,
}

impl Whole {
    fn new(text: String, ruler: Ruler) -> Self {
        let up_to = shaped::up_to(&text, ruler.size, ruler.weight);
        Self { ruler, text, up_to }
    }

    fn between(&self, begin: usize, end: usize) -> f32 {
        self.up_to[end] - self.up_to[begin]
    }
}

/// One line as it is written.
struct Line {
    text: String,
    width: f32,
}

/// What a line is never broken inside of, without the space behind it.
struct Part<'a> {
    text: &'a str,
    width: f32,
    /// The space behind it; none where a line may end inside a word.
    gap: Option<f32>,
}

/// Words, parts of words up to a hyphen, and single East Asian letters with the marks that stay with them.
fn parts(whole: &Whole) -> Vec<Part<'_>> {
    let text = whole.text.as_str();
    let mut ends: Vec<usize> = Vec::new();
    let letters: Vec<(usize, &str)> = text.grapheme_indices(true).collect();
    for pair in letters.windows(2) {
        let [(_, before), (at, after)] = pair else { continue };
        let hyphen = matches!(*before, "-" | "‐" | "–" | "/") && !after.starts_with(' ');
        let letters =
            (is_east_asian(before) || is_east_asian(after)) && !begins_no_line(after) && !ends_no_line(before);
        if *before == " " || (hyphen && !begins_no_line(after)) || letters {
            ends.push(*at);
        }
    }
    ends.push(text.len());
    let mut begin = 0;
    let pieces = ends.into_iter().map(|end| {
        let word = text[begin..end].trim_end();
        let last = begin + word.len();
        let gap = (last < end).then(|| whole.between(last, end));
        let part = Part { text: word, width: whole.between(begin, last), gap };
        begin = end;
        part
    });
    pieces.filter(|part| !part.text.is_empty()).collect()
}

/// Written without spaces, so that a line may end behind each.
fn is_east_asian(letter: &str) -> bool {
    letter.chars().next().is_some_and(|c| {
        matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
    })
}

/// Closing marks, small kana and the mark of a long vowel stay with the letter before them.
fn begins_no_line(letter: &str) -> bool {
    letter.chars().next().is_some_and(|c| {
        "、。，．・：；！？）」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ )]},.:;!?’”".contains(c)
    })
}

fn ends_no_line(letter: &str) -> bool {
    letter.chars().next().is_some_and(|c| "（「『【〈《〔([{‘“".contains(c))
}

/// The fewest lines that hold all parts, and of those breaks the one whose widest line is narrowest.
fn balanced(whole: &Whole) -> Option<Vec<Line>> {
    let Ruler { width, lines, .. } = whole.ruler;
    let parts = parts(whole);
    let mut best = filled(&parts, width)?;
    let count = best.len();
    if count > lines {
        return None;
    }
    let (mut low, mut high) = (width / count as f32 * 0.5, width);
    // A dozen halvings bring the width within a pixel of the narrowest.
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        match filled(&parts, middle) {
            Some(tighter) if tighter.len() <= count => {
                high = middle;
                best = tighter;
            }
            _ => low = middle,
        }
    }
    let mut rest = parts.iter();
    let joined = |count: usize| {
        let pieces = rest.by_ref().take(count).flat_map(|part| [part.text, if part.gap.is_some() { " " } else { "" }]);
        whole.ruler.line(pieces.collect::<String>().trim_end())
    };
    let lines: Vec<Line> = best.into_iter().map(joined).collect();
    // Kerning across a hyphen may cost a fraction of a pixel.
    lines.iter().all(|line| whole.ruler.holds(line)).then_some(lines)
}

/// How many parts each line holds when filled greedily; none where a part alone is too wide.
fn filled(parts: &[Part<'_>], width: f32) -> Option<Vec<usize>> {
    let mut lines: Vec<usize> = Vec::new();
    let mut used = 0.0;
    let mut gap = 0.0;
    for part in parts {
        match lines.last_mut() {
            Some(count) if used + gap + part.width <= width => {
                *count += 1;
                used += gap + part.width;
            }
            _ if part.width > width => return None,
            _ => {
                lines.push(1);
                used = part.width;
            }
        }
        gap = part.gap.unwrap_or(0.0);
    }
    Some(lines)
}

/// As much as fits, the last line ending in an ellipsis if something is left out. Words too wide for a line are broken
/// inside.
fn cut_off(whole: &Whole, shortened: bool) -> (Vec<Line>, bool) {
    let ruler = whole.ruler;
    let mut rest = whole.text.as_str();
    let mut broken = Vec::new();
    while broken.len() + 1 < ruler.lines {
        let fitting = longest_prefix(whole, rest, "");
        if fitting == rest.len() {
            break;
        }
        let at_space = rest[..fitting].rfind(' ').filter(|_| !rest[fitting..].starts_with(' '));
        let end = at_space.unwrap_or(fitting).max(rest.graphemes(true).next().map_or(1, str::len)).min(rest.len());
        broken.push(ruler.line(rest[..end].trim_end()));
        rest = rest[end..].trim_start();
    }
    let last = ruler.line(rest);
    if !shortened && ruler.holds(&last) {
        broken.push(last);
        return (broken, false);
    }
    let fitting = longest_prefix(whole, rest, ELLIPSIS);
    broken.push(ruler.line(format!("{}{ELLIPSIS}", rest[..fitting].trim_end_matches([' ', ',', '.', '-']))));
    (broken, true)
}

/// Length in bytes of the longest beginning of `rest`, the end of the whole, that fits with `end` behind it.
fn longest_prefix(whole: &Whole, rest: &str, end: &str) -> usize {
    let ruler = whole.ruler;
    let begin = whole.text.len() - rest.len();
    let ends: Vec<usize> = rest.grapheme_indices(true).map(|(index, _)| index).chain([rest.len()]).collect();
    let fits = |at: usize| ruler.holds(&ruler.line(format!("{}{end}", &rest[..ends[at]])));
    // What the parts' widths say is at most a letter or two off.
    let room = ruler.width - if end.is_empty() { 0.0 } else { ruler.size };
    let guess = ends.partition_point(|length| whole.between(begin, begin + length) <= room).saturating_sub(1);
    if fits(guess) {
        (guess..ends.len() - 1).find(|at| !fits(at + 1)).map_or(rest.len(), |at| ends[at])
    } else {
        (0..guess).rev().find(|at| fits(*at)).map_or(0, |at| ends[at])
    }
}
