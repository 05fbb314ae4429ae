//! Labels as text, or as the shapes of their letters.

use std::fmt::Write as _;

use super::declutter::Shown;
use super::{Letters, Writer, escape, number};
use crate::fonts::FAMILY;
use crate::list::NOTE;
use crate::{Align, Item, Paint, text};

/// Width of the rim behind a label.
const HALO: f32 = 3.5;

impl Writer {
    /// `shown` raises the text to the smallest size that may be printed.
    pub(super) fn label(&mut self, item: &Item, shown: Shown) {
        let Item::Label { id, at, dx, dy, lines, note, align, font_size, weight, color, halo, title, .. } = item else {
            return;
        };
        let px = self.frame.px * shown.magnified;
        let [x, y] = self.frame.at(*at);
        let (x, y) = (x + dx * px, y + shown.baseline(*dy, self.frame.px));
        let id = self.id_attribute(id.as_ref().map(|id| format!("name-of:{id}")).as_deref());
        let title = title.as_ref().map(|title| format!("<title>{}</title>", escape(title))).unwrap_or_default();
        let paint = self.ink(color, *halo, px);
        let step = text::line_height(*font_size) * px;
        let line = |index: usize| y + step * index as f32;
        if self.is_outlined(lines, note.as_deref(), *weight) {
            let mut data = String::new();
            for (index, words) in lines.iter().enumerate() {
                data += &outline(words, [x, line(index)], *align, font_size * px, *weight);
            }
            // Shapes of letters say nothing by themselves.
            let said: Vec<&str> = lines.iter().map(String::as_str).chain(note.as_deref()).collect();
            let said = escape(&said.join(" "));
            let _ = writeln!(self.out, "<path{id} aria-label=\"{said}\" d=\"{data}\"{paint}>{title}</path>");
            if let Some(words) = note {
                let data = outline(words, [x, line(lines.len())], *align, font_size * px, NOTE.0);
                let paint = self.ink(&Paint::plain(NOTE.1), *halo, px);
                let _ = writeln!(self.out, "<path d=\"{data}\"{paint}/>");
            }
            return;
        }
        let anchor = match align {
            Align::Start => "start",
            Align::Center => "middle",
            Align::End => "end",
        };
        let _ = write!(
            self.out,
            "<text{id} font-family=\"{}\" font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{anchor}\" \
             style=\"font-feature-settings:'tnum'\"{paint}>{title}",
            self.family,
            number(font_size * px),
            self.weight(*weight)
        );
        let size = font_size * px;
        for (index, words) in lines.iter().enumerate() {
            self.out += &self.line(words, [x, line(index)], *align, size, *weight, "");
        }
        if let Some(words) = note {
            let (weight, color) = NOTE;
            let fill = self.color("fill", Some(&Paint::plain(color)));
            let paint = format!(" font-weight=\"{}\"{fill}", self.weight(weight));
            self.out += &self.line(words, [x, line(lines.len())], *align, size, weight, &paint);
        }
        self.out.push_str("</text>\n");
    }

    /// A PDF whose text keeps its standard has no glyph without a letter, and usvg gives some.
    fn is_outlined(&self, lines: &[String], note: Option<&str>, weight: u16) -> bool {
        match self.letters {
            Letters::Text => false,
            Letters::Usvg => {
                let mut lines = lines.iter().map(|line| (line.as_str(), weight)).chain(note.map(|note| (note, NOTE.0)));
                !lines.all(|(line, weight)| text::is_glyph_by_letter(line, weight))
            }
            Letters::Outlined => true,
        }
    }

    /// One line as text, its anchor at `at`; `paint` is its own.
    fn line(&self, words: &str, at: [f32; 2], align: Align, size: f32, weight: u16, paint: &str) -> String {
        let [x, y] = at.map(number);
        let pieces = if self.letters == Letters::Usvg { text::pieces(words, size, weight) } else { Vec::new() };
        if pieces.iter().all(|piece| piece.family == FAMILY) {
            return format!("<tspan x=\"{x}\" y=\"{y}\"{paint}>{}</tspan>", escape(words));
        }
        let left = left_of(words, at[0], align, size, weight);
        let piece = |piece: &text::Piece<'_>| {
            let (x, family, words) = (number(left + piece.left), piece.family, escape(piece.text));
            format!("<tspan x=\"{x}\" y=\"{y}\" text-anchor=\"start\" font-family=\"{family}\"{paint}>{words}</tspan>")
        };
        pieces.iter().map(piece).collect()
    }

    /// The cut nearest to a whole hundred is the same one.
    fn weight(&self, weight: u16) -> u16 {
        if self.letters == Letters::Usvg { weight / 100 * 100 } else { weight }
    }

    fn ink(&self, color: &Paint, halo: bool, px: f32) -> String {
        let fill = self.color("fill", Some(color));
        if !halo {
            return fill;
        }
        let rim = self.theme.token("halo").hex();
        let width = number(HALO * px);
        format!("{fill} stroke=\"{rim}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")
    }
}

/// One line as path data, its anchor at `at`.
fn outline(words: &str, [x, y]: [f32; 2], align: Align, size: f32, weight: u16) -> String {
    text::outline(words, [left_of(words, x, align, size, weight), y], size, weight)
}

/// Where a line begins whose anchor is at `x`.
fn left_of(words: &str, x: f32, align: Align, size: f32, weight: u16) -> f32 {
    match align {
        Align::Start => x,
        Align::Center => x - text::measure(words, size, weight) / 2.0,
        Align::End => x - text::measure(words, size, weight),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SvgOptions, write};
    use super::*;
    use crate::{DisplayList, Rect, Theme};

    #[test]
    fn each_piece_of_a_line_names_its_font_where_the_reader_would_not_find_it() {
        let check = |words: &str, letters, expect: &str| {
            let label = Item::Label {
                id: None,
                at: [0.0, 0.0],
                dx: 0.0,
                dy: 0.0,
                lines: vec![words.to_owned()],
                note: None,
                size: [50.0, 12.0],
                align: Align::Start,
                font_size: 10.0,
                weight: 420,
                color: Paint::plain("ink"),
                halo: false,
                from_scale: 0.0,
                priority: 0,
                title: None,
            };
            let list = DisplayList::of(Rect { x: 0.0, y: 0.0, w: 100.0, h: 20.0 }, String::new(), vec![label]);
            let svg = write(&list, Theme::Light, &SvgOptions { letters, ..SvgOptions::default() });
            assert!(svg.contains(expect), "expected: {expect}\nfound: {svg}");
        };
        let mixed = "Acme <חברה>, 株式会社";
        check("Acme", Letters::Usvg, "<tspan x=\"0\" y=\"0\">Acme</tspan>");
        check(mixed, Letters::Text, ">Acme &lt;חברה&gt;, 株式会社</tspan>");
        check(
            mixed,
            Letters::Usvg,
            "<tspan x=\"0\" y=\"0\" text-anchor=\"start\" font-family=\"Inter\">Acme &lt;</tspan>",
        );
        check(mixed, Letters::Usvg, "font-family=\"Noto Sans Hebrew\">חברה</tspan>");
        check("Acme شركة", Letters::Text, ">Acme شركة</tspan>");
        check("Acme شركة", Letters::Usvg, "<path aria-label=\"Acme شركة\" d=");
        check(mixed, Letters::Usvg, "font-family=\"Noto Sans CJK\">株式会社</tspan>");
    }
}
