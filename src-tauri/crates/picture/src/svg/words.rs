//! Labels as text.

use std::fmt::Write as _;

use super::{Writer, escape, number};
use crate::{Align, Item, text};

/// Width of the rim behind a label.
const HALO: f32 = 3.0;

impl Writer {
    /// `magnified` raises the text to the smallest size that may be printed.
    pub(super) fn label(&mut self, item: &Item, magnified: f32) {
        let Item::Label { at, dx, dy, lines, align, font_size, weight, color, halo, .. } = item else { return };
        let px = self.frame.px * magnified;
        let [x, y] = self.frame.at(*at);
        let (x, y) = (x + dx * px, y + dy * px);
        let anchor = match align {
            Align::Start => "start",
            Align::Center => "middle",
            Align::End => "end",
        };
        let size = number(font_size * px);
        let fill = self.color("fill", Some(color));
        let rim = if *halo {
            let rim = self.theme.token("halo").hex();
            format!(
                " stroke=\"{rim}\" stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                number(HALO * px)
            )
        } else {
            String::new()
        };
        let _ = write!(
            self.out,
            "<text font-family=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" \
             style=\"font-feature-settings:'tnum'\"{fill}{rim}>",
            self.family
        );
        let step = text::line_height(*font_size) * px;
        for (index, line) in lines.iter().enumerate() {
            let (x, y) = (number(x), number(y + step * index as f32));
            let _ = write!(self.out, "<tspan x=\"{x}\" y=\"{y}\">{}</tspan>", escape(line));
        }
        self.out.push_str("</text>\n");
    }
}
