//! Small round signs.

use std::fmt::Write as _;

use super::{Writer, escape, number};
use crate::Badge;

/// Width of the strokes' box in radii.
const BADGE_STROKES: f32 = 1.2;

impl Writer {
    /// Around `center`, in the file's units.
    pub(super) fn badge(&mut self, [x, y]: [f32; 2], badge: &Badge) {
        let px = self.frame.px;
        let (x, y) = (x + badge.at[0] * px, y + badge.at[1] * px);
        let _ = write!(self.out, "<g><title>{}</title>", escape(&badge.title));
        let paint = self.paint(Some(&badge.fill), Some(&badge.stroke));
        let _ = write!(
            self.out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{paint}/>",
            number(x),
            number(y),
            number(badge.r * px)
        );
        if !badge.strokes.is_empty() {
            let scale = badge.r * px * BADGE_STROKES / 24.0;
            let color = self.color("stroke", Some(&badge.color));
            let _ = write!(
                self.out,
                "<path transform=\"translate({} {}) scale({scale:.4})\" d=\"{}\" fill=\"none\"{color} stroke-width=\"3\" \
                 stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                number(x - 12.0 * scale),
                number(y - 12.0 * scale),
                escape(&badge.strokes)
            );
        }
        self.out.push_str("</g>\n");
    }
}
