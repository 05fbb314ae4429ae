//! From which scale on each label is shown while one looks closer: the greedy solution of the active range optimization
//! of Been, Daiches and Yap ("Dynamic map labeling", 2006), with ranges that are open at the near end.
//!
//! Owns: the same answers as the window's (`ui/src/features/map/label-ranges.ts`), so that a file names whom the window
//! names; one table holds both to it. Must not know: how labels are written.

mod edges;
mod grid;

pub(super) use edges::text_ratio;

use crate::Align;
use edges::Edges;
use grid::Grid;

/// A label in units of its list, and the body that it stands below.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(serde::Deserialize))]
pub(super) struct Text {
    pub(super) at: [f64; 2],
    pub(super) dx: f64,
    pub(super) dy: f64,
    pub(super) size: [f64; 2],
    pub(super) align: Align,
    pub(super) font_size: f64,
    pub(super) from_scale: f64,
    pub(super) priority: u32,
    /// What of `dy` lies inside its body, which shrinks with the scale.
    pub(super) rim: f64,
    /// Index of the body that it may touch.
    pub(super) owner: Option<usize>,
}

/// A shape that covers what lies less than `r` pixels from a place.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(serde::Deserialize))]
pub(super) struct Body {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) r: f64,
}

/// Ranges end where boxes touch: a hair closer, so that rounding never makes them overlap.
const HAIR: f64 = 1.0 + 1e-6;

/// For each label the scale from which it is shown; infinite for one that never finds room.
pub(super) fn first_scales(labels: &[Text], bodies: &[Body]) -> Vec<f64> {
    let mut ranges = Ranges::new(labels, bodies);
    for index in ranked(labels) {
        ranges.place(index);
    }
    ranges.from
}

struct Ranges<'a> {
    labels: &'a [Text],
    from: Vec<f64>,
    texts: Edges,
    reach: Vec<f64>,
    bodies: Edges,
    body_grid: Grid,
    text_grid: Grid,
    widest_body: f64,
    widest_text: f64,
}

impl<'a> Ranges<'a> {
    fn new(labels: &'a [Text], bodies: &[Body]) -> Self {
        let scales = edges::stretches(labels.iter().map(|label| label.font_size));
        let texts = Edges::of_texts(&scales, labels);
        let reach: Vec<f64> = labels.iter().enumerate().map(|(index, label)| texts.reach(index, label.at)).collect();
        let places: Vec<[f64; 2]> =
            labels.iter().map(|label| label.at).chain(bodies.iter().map(|body| [body.x, body.y])).collect();
        let mut body_grid = Grid::over(&places);
        for (index, body) in bodies.iter().enumerate() {
            body_grid.put([body.x, body.y], index);
        }
        Self {
            labels,
            from: vec![f64::INFINITY; labels.len()],
            texts,
            widest_text: reach.iter().copied().fold(0.0, f64::max),
            reach,
            bodies: Edges::of_bodies(&scales, bodies),
            body_grid,
            text_grid: Grid::over(&places),
            widest_body: bodies.iter().map(|body| body.r).fold(0.0, f64::max),
        }
    }

    /// Shows it from the scale on at which it no longer meets a foreign body or a label that went before it.
    fn place(&mut self, index: usize) {
        let label = &self.labels[index];
        let reach = self.reach[index];
        let from = self.body_grid.last(label.at, reach + self.widest_body, label.from_scale, |body, floor| {
            if label.owner == Some(body) {
                0.0
            } else {
                self.texts.last_overlap(index, &self.bodies, body, floor) * HAIR
            }
        });
        let last = self.text_grid.last(label.at, reach + self.widest_text, from, |other, floor| {
            let overlap = self.texts.last_overlap(index, &self.texts, other, floor);
            if overlap > self.from[other] { overlap * HAIR } else { 0.0 }
        });
        if last < edges::FARTHEST_IN {
            self.from[index] = last;
        }
        self.text_grid.put(label.at, index);
    }
}

/// What must be read goes first (0 in the list), then by priority, then as the list says.
fn ranked(labels: &[Text]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|&index| (labels[index].priority > 0, std::cmp::Reverse(labels[index].priority)));
    order
}

#[cfg(test)]
mod tests {
    use super::{Body, Text, first_scales};

    #[derive(serde::Deserialize)]
    struct Table {
        labels: Vec<Text>,
        bodies: Vec<Body>,
        /// None for one that never finds room.
        from: Vec<Option<f64>>,
    }

    #[test]
    fn labels_are_shown_from_the_same_scale_on_as_in_the_window() {
        let table = include_str!("../../../../../../tests/fixtures/labels/ranges.json");
        let Table { labels, bodies, from } = serde_json::from_str(table).unwrap();
        let found = first_scales(&labels, &bodies);
        assert_eq!(found.len(), from.len());
        for (index, (found, expect)) in found.iter().zip(from).enumerate() {
            let same = expect.map_or(found.is_infinite(), |expect| (found - expect).abs() < 1e-9);
            assert!(same, "label {index} is shown from {found} on, and in the window from {expect:?} on");
        }
        assert!(found.contains(&0.0) && found.iter().any(|from| *from > 1.0));
    }
}
