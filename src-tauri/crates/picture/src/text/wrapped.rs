//! Breaking a text into lines of about equal width.
//!
//! Owns: where a line may end. Must not know: how text is shaped.

use unicode_segmentation::UnicodeSegmentation;

use super::measure;

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

const ELLIPSIS: char = '…';
/// No line of a picture shows more; longer texts are cut before they are shaped.
const LONGEST: usize = 400;

/// Breaks `text` into at most `lines` lines of about equal width, none wider than `width`: at spaces, behind hyphens and
/// between East Asian letters; what does not fit ends in an ellipsis. The caller keeps the full name.
pub fn wrap(text: &str, size: f32, weight: u16, width: f32, lines: usize) -> Broken {
    let shown: String = text.chars().take(LONGEST).collect();
    let shortened = shown.len() < text.len();
    let whole = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let ruler = Ruler { size, weight };
    let whole_width = ruler.width(&whole);
    if whole_width <= width && !shortened {
        return Broken { lines: vec![whole], width: whole_width, cut: false };
    }
    let broken = if shortened { None } else { balanced(&whole, &ruler, width, lines) };
    let (lines, cut) =
        broken.map_or_else(|| cut_off(&whole, &ruler, width, lines.max(1), shortened), |lines| (lines, false));
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

/// What a line is never broken inside of, without the space behind it.
struct Part<'a> {
    text: &'a str,
    space: bool,
    width: f32,
}

/// Words, parts of words up to a hyphen, and single East Asian letters with the marks that stay with them.
fn parts<'a>(text: &'a str, ruler: &Ruler) -> Vec<Part<'a>> {
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
        let piece = &text[begin..end];
        begin = end;
        piece
    });
    let parts = pieces.map(|piece| {
        let word = piece.trim_end();
        Part { text: word, space: word.len() < piece.len(), width: ruler.width(word) }
    });
    parts.filter(|part| !part.text.is_empty()).collect()
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
fn balanced(text: &str, ruler: &Ruler, width: f32, lines: usize) -> Option<Vec<String>> {
    // Parts are shaped once; letters hardly kern across a break.
    let parts = parts(text, ruler);
    let space = ruler.width(" ");
    let mut best = filled(&parts, space, width)?;
    let count = best.len();
    if count > lines {
        return None;
    }
    let (mut low, mut high) = (width / count as f32 * 0.5, width);
    // A dozen halvings bring the width within a pixel of the narrowest.
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        match filled(&parts, space, middle) {
            Some(tighter) if tighter.len() <= count => {
                high = middle;
                best = tighter;
            }
            _ => low = middle,
        }
    }
    let mut rest = parts.iter();
    let joined = |count: usize| {
        let pieces = rest.by_ref().take(count).flat_map(|part| [part.text, if part.space { " " } else { "" }]);
        pieces.collect::<String>().trim_end().to_owned()
    };
    let lines: Vec<String> = best.into_iter().map(joined).collect();
    // Kerning across a hyphen may cost a fraction of a pixel.
    lines.iter().all(|line| ruler.width(line) <= width).then_some(lines)
}

/// How many parts each line holds when filled greedily; none where a part alone is too wide.
fn filled(parts: &[Part<'_>], space: f32, width: f32) -> Option<Vec<usize>> {
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
        gap = if part.space { space } else { 0.0 };
    }
    Some(lines)
}

/// As much as fits, the last line ending in an ellipsis if something is left out. Words too wide for a line are broken
/// inside.
fn cut_off(text: &str, ruler: &Ruler, width: f32, lines: usize, shortened: bool) -> (Vec<String>, bool) {
    let mut rest = text;
    let mut broken = Vec::new();
    while broken.len() + 1 < lines {
        let fitting = longest_prefix(rest, ruler, width, "");
        if fitting == rest.len() {
            break;
        }
        let at_space = rest[..fitting].rfind(' ').filter(|_| !rest[fitting..].starts_with(' '));
        let end = at_space.unwrap_or(fitting).max(rest.graphemes(true).next().map_or(1, str::len)).min(rest.len());
        broken.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    if !shortened && ruler.width(rest) <= width {
        broken.push(rest.to_owned());
        return (broken, false);
    }
    let fitting = longest_prefix(rest, ruler, width, "…");
    broken.push(format!("{}{ELLIPSIS}", rest[..fitting].trim_end_matches([' ', ',', '.', '-'])));
    (broken, true)
}

/// Length in bytes of the longest beginning of `text` that fits `width` with `end` behind it.
fn longest_prefix(text: &str, ruler: &Ruler, width: f32, end: &str) -> usize {
    let ends: Vec<usize> = text.grapheme_indices(true).map(|(index, _)| index).chain([text.len()]).collect();
    let fits = |&length: &usize| ruler.width(&format!("{}{end}", &text[..length])) <= width;
    let fitting = ends.partition_point(fits);
    ends[fitting.saturating_sub(1)]
}
