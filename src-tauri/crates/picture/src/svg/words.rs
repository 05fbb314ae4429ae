//! Labels as text, or as the shapes of their letters.

use std::fmt::Write as _;

use super::declutter::Shown;
use super::{Letters, Writer, escape, number};
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
        if self.letters == Letters::Outlined {
            let mut data = String::new();
            for (index, words) in lines.iter().enumerate() {
                data += &outline(words, [x, line(index)], *align, font_size * px, *weight);
            }
            let _ = writeln!(self.out, "<path{id} d=\"{data}\"{paint}>{title}</path>");
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
        for (index, words) in lines.iter().enumerate() {
            let (x, y) = (number(x), number(line(index)));
            let _ = write!(self.out, "<tspan x=\"{x}\" y=\"{y}\">{}</tspan>", escape(words));
        }
        if let Some(words) = note {
            let (weight, color) = NOTE;
            let fill = self.color("fill", Some(&Paint::plain(color)));
            let (x, y) = (number(x), number(line(lines.len())));
            let weight = self.weight(weight);
            let _ =
                write!(self.out, "<tspan x=\"{x}\" y=\"{y}\" font-weight=\"{weight}\"{fill}>{}</tspan>", escape(words));
        }
        self.out.push_str("</text>\n");
    }

    /// The cut nearest to a whole hundred is the same one.
    fn weight(&self, weight: u16) -> u16 {
        if self.letters == Letters::WholeWeights { weight / 100 * 100 } else { weight }
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
    let left = match align {
        Align::Start => 0.0,
        Align::Center => text::measure(words, size, weight) / 2.0,
        Align::End => text::measure(words, size, weight),
    };
    text::outline(words, [x - left, y], size, weight)
}
