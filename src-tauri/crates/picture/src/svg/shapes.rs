//! Rectangles with their hatching, and node shapes with their glyphs or logos.

use std::fmt::Write as _;

use domain::{Glyph, Shape};

use super::{Writer, escape, number};
use crate::{Item, Paint, Raster, Stroke, glyph, list, shape};

/// Between two lines of the hatching, and their width (tokens.css).
const HATCH_GAP: f32 = 6.0;
const HATCH_WIDTH: f32 = 1.2;
/// A glyph's side in radii.
const GLYPH: f32 = 0.95;
/// In a smaller node it could not be told from a spot.
const GLYPH_FROM: f32 = 6.0;

impl Writer {
    pub(super) fn rect(&mut self, item: &Item) {
        let Item::Rect { id, rect, radius, fill, hatch, stroke } = item else { return };
        let [x, y] = self.frame.at([rect.x, rect.y]);
        let (w, h) = (rect.w.max(0.0) * self.frame.scale, rect.h.max(0.0) * self.frame.scale);
        let radius = (radius * self.frame.px).min(w / 2.0).min(h / 2.0);
        let corners = if radius > 0.0 { format!(" rx=\"{}\"", number(radius)) } else { String::new() };
        let id = self.id_attribute(id.as_deref());
        let body = format!(
            " x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{corners}",
            number(x),
            number(y),
            number(w),
            number(h)
        );
        let _ = writeln!(
            self.out,
            "<rect{id}{body}{}/>",
            self.paint(fill.as_ref(), if hatch.is_some() { None } else { stroke.as_ref() })
        );
        if let Some(hatch) = hatch {
            self.hatch([x, y, w, h], hatch);
            let _ = writeln!(self.out, "<rect{body}{}/>", self.paint(None, stroke.as_ref()));
        }
    }

    /// Plain lines at 45 degrees, cut at the rectangle's edges: patterns and clipping are not kept by every reader.
    fn hatch(&mut self, [x, y, w, h]: [f32; 4], paint: &Paint) {
        let gap = (HATCH_GAP * self.frame.px * std::f32::consts::SQRT_2).max(1.0);
        let mut data = String::new();
        let mut from = gap / 2.0;
        while from < w + h {
            // The line runs from the top or right edge down to the left or bottom edge.
            let (x1, y1) = (from.min(w), (from - w).max(0.0));
            let (x2, y2) = ((from - h).max(0.0), from.min(h));
            let _ = write!(data, "M{} {}L{} {}", number(x + x1), number(y + y1), number(x + x2), number(y + y2));
            from += gap;
        }
        let stroke = Stroke { paint: paint.clone(), width: HATCH_WIDTH, dash: Vec::new() };
        let _ = writeln!(self.out, "<path d=\"{data}\"{}/>", self.paint(None, Some(&stroke)));
    }

    pub(super) fn node(&mut self, item: &Item, rasters: &[Raster]) {
        let Item::Node { id, name, at, shape, r, fill, stroke, glyph, glyph_color, logo, badges, change } = item else {
            return;
        };
        let at = self.frame.at(*at);
        let id = self.id_attribute(Some(id));
        let _ = writeln!(self.out, "<g{id}><title>{}</title>", escape(name));
        if let Some(change) = change {
            self.outline(at, *shape, r + change.offset, "", None, Some(&change.rim));
        }
        self.outline(at, *shape, *r, "", Some(fill), Some(stroke));
        let center = [at[0], at[1] + shape::glyph_center(*shape, *r) * self.frame.px];
        match logo.as_ref().and_then(|logo| rasters.iter().find(|raster| raster.id == *logo)) {
            Some(raster) => self.logo(center, *r, raster),
            None => self.glyph(center, *r, *glyph, glyph_color),
        }
        for badge in badges.iter().chain(change.iter().map(|change| &change.badge)) {
            self.badge(at, badge);
        }
        self.out.push_str("</g>\n");
    }

    pub(super) fn mark(&mut self, item: &Item) {
        let Item::Mark { id, at, shape, r, fill, stroke } = item else { return };
        let (at, id) = (self.frame.at(*at), self.id_attribute(id.as_deref()));
        self.outline(at, *shape, *r, &id, fill.as_ref(), stroke.as_ref());
    }

    /// On a plate, so that the character's fill shows around it and its own colors on the surface.
    fn logo(&mut self, [x, y]: [f32; 2], r: f32, raster: &Raster) {
        let side = r * list::LOGO.0 * self.frame.px;
        let plate = self.color("fill", Some(&Paint::plain("surface")));
        let (left, top, corner) = (number(x - side / 2.0), number(y - side / 2.0), number(side * 0.18));
        let _ = writeln!(
            self.out,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{0}\" height=\"{0}\" rx=\"{corner}\"{plate}/>",
            number(side)
        );
        let inner = side * list::LOGO.1;
        let (left, top) = (number(x - inner / 2.0), number(y - inner / 2.0));
        let _ = writeln!(
            self.out,
            "<image x=\"{left}\" y=\"{top}\" width=\"{0}\" height=\"{0}\" preserveAspectRatio=\"xMidYMid meet\" \
             href=\"data:{1};base64,{2}\"/>",
            number(inner),
            escape(&raster.media_type),
            escape(&raster.data)
        );
    }

    fn outline(
        &mut self,
        [x, y]: [f32; 2],
        shape: Shape,
        r: f32,
        id: &str,
        fill: Option<&Paint>,
        stroke: Option<&Stroke>,
    ) {
        let r = r * self.frame.px;
        let paint = self.paint(fill, stroke);
        let (corners, rounding) = shape::corners(shape, r);
        if corners.is_empty() {
            let (x, y, r) = (number(x), number(y), number(r));
            let _ = writeln!(self.out, "<circle{id} cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{paint}/>");
        } else {
            let placed: Vec<[f32; 2]> = corners.iter().map(|corner| [x + corner[0], y + corner[1]]).collect();
            let _ = writeln!(self.out, "<path{id} d=\"{}\"{paint}/>", rounded(&placed, rounding));
        }
    }

    fn glyph(&mut self, [x, y]: [f32; 2], r: f32, glyph: Glyph, color: &Paint) {
        let path = glyph::path(glyph);
        if path.is_empty() || r * self.frame.px < GLYPH_FROM {
            return;
        }
        let scale = r * GLYPH * self.frame.px / 24.0;
        let (x, y) = (number(x - 12.0 * scale), number(y - 12.0 * scale));
        let color = self.color("stroke", Some(color));
        let _ = writeln!(
            self.out,
            "<path transform=\"translate({x} {y}) scale({scale:.4})\" d=\"{path}\" fill=\"none\"{color} \
             stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
        );
    }
}

/// A closed path through `corners`, each rounded by an arc of `radius`.
fn rounded(corners: &[[f32; 2]], radius: f32) -> String {
    let count = corners.len();
    let mut data = String::new();
    for (index, corner) in corners.iter().enumerate() {
        let (before, after) = (corners[(index + count - 1) % count], corners[(index + 1) % count]);
        let (back, forth) = (toward(*corner, before), toward(*corner, after));
        let cosine = (back[0] * forth[0] + back[1] * forth[1]).clamp(-1.0, 1.0);
        // Where a circle of this radius touches both sides: at the tangent of half the angle between them.
        let half = ((1.0 - cosine) / (1.0 + cosine).max(1e-6)).sqrt();
        let reach = radius / half.max(1e-3);
        let [from, to] =
            [back, forth].map(|side| [corner[0] + side[0] * reach, corner[1] + side[1] * reach].map(number));
        let command = if index == 0 { 'M' } else { 'L' };
        let radius = number(radius);
        let _ = write!(data, "{command}{} {}A{radius} {radius} 0 0 1 {} {}", from[0], from[1], to[0], to[1]);
    }
    data + "Z"
}

/// One unit from one point toward another.
fn toward(from: [f32; 2], to: [f32; 2]) -> [f32; 2] {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let length = dx.hypot(dy).max(1e-6);
    [dx / length, dy / length]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_rounded() {
        let square = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]];
        let expect = "M0 1A1 1 0 0 1 1 0L9 0A1 1 0 0 1 10 1L10 9A1 1 0 0 1 9 10L1 10A1 1 0 0 1 0 9Z";
        assert_eq!(rounded(&square, 1.0), expect);
    }
}
