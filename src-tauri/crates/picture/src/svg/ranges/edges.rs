//! Boxes as they move over all scales: between a few of them every edge is a straight line over the scale, so that the
//! last scale at which two boxes overlap can be solved for.
//!
//! Owns: how large a text is at a scale. Must not know: which label goes first.

use super::{Body, Text};
use crate::Align;

/// Nothing smaller than this on a screen, and headings no larger than that.
const SMALLEST_TEXT: f64 = 11.0;
const LARGEST_TEXT: f64 = 14.0;
/// Ascent above the baseline as a share of the size, with room for accents.
const ASCENT: f64 = 0.97;
/// Farther in nobody looks.
pub(super) const FARTHEST_IN: f64 = 64.0;

/// How large a text is for each pixel of its list, where shapes are `factor` of theirs.
pub(in crate::svg) fn text_ratio(font_size: f64, factor: f64) -> f64 {
    let wanted = font_size.min(SMALLEST_TEXT).max(font_size * factor);
    wanted.min(LARGEST_TEXT) / font_size
}

/// The scales between which all edges are straight, ascending, from 0.
pub(super) fn stretches(font_sizes: impl Iterator<Item = f64>) -> Vec<f64> {
    let bounds = font_sizes.flat_map(|size| [SMALLEST_TEXT / size, LARGEST_TEXT / size]);
    let mut scales: Vec<f64> = bounds.filter(|bound| *bound < 1.0).chain([0.0, 1.0]).collect();
    scales.sort_by(f64::total_cmp);
    scales.dedup();
    scales.push(FARTHEST_IN);
    scales
}

/// An edge over the scale: a constant and a slope.
type Edge = [f64; 2];

/// Left, right, top and bottom of each box in each stretch.
pub(super) struct Edges {
    scales: Vec<f64>,
    boxes: Vec<Vec<[Edge; 4]>>,
}

impl Edges {
    pub(super) fn of_texts(scales: &[f64], labels: &[Text]) -> Self {
        let boxes = labels.iter().map(|label| each(scales, |middle| text_at(label, middle))).collect();
        Self { scales: scales.to_vec(), boxes }
    }

    pub(super) fn of_bodies(scales: &[f64], bodies: &[Body]) -> Self {
        let edges = |body: &Body, middle: f64| {
            let edge = |units: f64, reach: f64| if middle < 1.0 { [0.0, units + reach] } else { [reach, units] };
            [edge(body.x, -body.r), edge(body.x, body.r), edge(body.y, -body.r), edge(body.y, body.r)]
        };
        let boxes = bodies.iter().map(|body| each(scales, |middle| edges(body, middle))).collect();
        Self { scales: scales.to_vec(), boxes }
    }

    /// The largest scale above `floor` up to which box `a` overlaps box `b` of `other`; 0 when they do not overlap above
    /// it.
    pub(super) fn last_overlap(&self, a: usize, other: &Self, b: usize, floor: f64) -> f64 {
        for stretch in (0..self.scales.len() - 1).rev() {
            let mut to = self.scales[stretch + 1];
            if to <= floor {
                return 0.0;
            }
            let mut from = floor.max(self.scales[stretch]);
            let [left, right, top, bottom] = self.boxes[a][stretch];
            let [other_left, other_right, other_top, other_bottom] = other.boxes[b][stretch];
            // Each right edge beyond the other's left one, each bottom below the other's top.
            for (before, beyond) in [(other_left, right), (left, other_right), (other_top, bottom), (top, other_bottom)]
            {
                let (constant, slope) = (beyond[0] - before[0], beyond[1] - before[1]);
                if slope > 0.0 {
                    from = from.max(-constant / slope);
                } else if slope < 0.0 {
                    to = to.min(-constant / slope);
                } else if constant <= 0.0 {
                    to = from;
                }
                if from >= to {
                    break;
                }
            }
            if to > from {
                return to;
            }
        }
        0.0
    }

    /// How far in pixels box `index` reaches from its place at any scale.
    pub(super) fn reach(&self, index: usize, at: [f64; 2]) -> f64 {
        let mut widest: f64 = 0.0;
        for (bounds, edges) in self.scales.windows(2).zip(&self.boxes[index]) {
            for scale in [bounds[0], bounds[1].min(2.0)] {
                for (edge, place) in edges.iter().zip([at[0], at[0], at[1], at[1]]) {
                    widest = widest.max((edge[0] + edge[1] * scale - place * scale).abs());
                }
            }
        }
        widest
    }
}

fn each(scales: &[f64], edges: impl Fn(f64) -> [Edge; 4]) -> Vec<[Edge; 4]> {
    scales.windows(2).map(|bounds| edges(f64::midpoint(bounds[0], bounds[1]))).collect()
}

fn text_at(label: &Text, middle: f64) -> [Edge; 4] {
    let [w, h] = label.size;
    let shift = match label.align {
        Align::Start => 0.0,
        Align::Center => 0.5,
        Align::End => 1.0,
    };
    let (left, top) = (label.dx - w * shift, label.dy - label.rim - label.font_size * ASCENT);
    let factor = if middle < 1.0 { [0.0, 1.0] } else { [1.0, 0.0] };
    let plain = text_ratio(label.font_size, middle.min(1.0));
    // Text that is as large as its list says moves with the shapes.
    let grows = (plain - middle.min(1.0)).abs() < 1e-12;
    let ratio = if grows { factor } else { [plain, 0.0] };
    let edge = |units: f64, px: f64, below: f64| {
        [px * ratio[0] + below * factor[0], units + px * ratio[1] + below * factor[1]]
    };
    let [x, y] = label.at;
    [edge(x, left, 0.0), edge(x, left + w, 0.0), edge(y, top, label.rim), edge(y, top + h, label.rim)]
}
