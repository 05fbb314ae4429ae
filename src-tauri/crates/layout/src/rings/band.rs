//! How large a ring is: where it begins and ends, and the rows its boxes stand on.
//!
//! Owns: radii that hold the members of a ring however they are turned. Must not know: who stands where.

use super::scene::{Level, Scene};
use crate::node::GAP;

/// Kept free between a box and the bound of its ring.
pub(super) const PAD: f64 = 6.0;
/// Rings grow in steps of this, so that one more seldom changes them.
const STEP: f64 = 1.05;
/// A ring has one row, or as few as can be, if that reaches at most this much farther than the best number of rows.
const PATIENT: [f64; 2] = [1.35, 1.12];
/// Room to spare on one row, and on several, whose boxes also make way for one another.
const SPARE: [f64; 2] = [1.06, 1.16];
/// Half the height of the map that a laptop's window (1440 by 900) shows at full size.
const HALF_HEIGHT: f64 = 358.0;
/// Rows are this share of all boxes apart: the few larger ones make way.
const MOST: f64 = 0.8;
/// A ring for words alone, and none, is this thick.
const BARE: f64 = 24.0;

/// One ring across the aspect.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Band {
    pub(super) inner: f64,
    pub(super) outer: f64,
    /// One row, or several when the ring is crowded.
    pub(super) rows: Vec<f64>,
}

impl Band {
    /// The ring that begins at `inner`, `growth` steps larger than it should need to be and `wider` than that.
    pub(super) fn new(scene: &Scene<'_>, level: &Level, inner: f64, growth: u32, wider: f64) -> Self {
        let reach = level.members.iter().map(|&node| scene.reach(node)).fold(0.0, f64::max);
        let first = if level.members.is_empty() { inner } else { inner + PAD + reach + wider / 2.0 };
        let alone = inner <= 0.0 && level.members.len() == 1 && growth == 0;
        let rows = if alone { vec![0.0] } else { rows(scene, level, first, inner > 0.0, growth) };
        let last = rows.last().map_or(inner + BARE, |last| last + reach + PAD + wider / 2.0);
        let words = words(scene, level, if alone { reach } else { inner });
        Self { inner, outer: last.max(words), rows }
    }

    /// The row nearest to a radius.
    pub(super) fn row(&self, radius: f64) -> usize {
        let off = |row: &f64| (row - radius).abs();
        (0..self.rows.len()).reduce(|a, b| if off(&self.rows[b]) < off(&self.rows[a]) { b } else { a }).unwrap_or(0)
    }
}

/// How much wider each ring is drawn when all of them would not fill a window, at most twice as wide.
pub(super) fn wider(scene: &Scene<'_>, hub: f64) -> f64 {
    let outer = scene.levels.iter().fold(hub, |inner, level| Band::new(scene, level, inner, 0, 0.0).outer);
    let count = scene.levels.len().max(1) as f64;
    ((HALF_HEIGHT - outer) / count).clamp(0.0, (outer - hub).max(0.0) / count)
}

fn rows(scene: &Scene<'_>, level: &Level, first: f64, around: bool, growth: u32) -> Vec<f64> {
    if level.members.is_empty() {
        return Vec::new();
    }
    // A turn of radius r holds 4 r d / (w h) boxes of width w, height h and diagonal d: at the sides they stand above
    // one another, at the top and the bottom beside one another, whichever takes less of the turn.
    let sides = |&node: &u32| {
        let size = &scene.sizes[node as usize];
        ((2.0 * size.half_width + GAP) / scene.aspect, size.above + size.below + GAP)
    };
    let boxes: Vec<(f64, f64)> = level.members.iter().map(sides).collect();
    let needed: f64 = boxes.iter().map(|(wide, high)| wide * high / libm::hypot(*wide, *high) / 4.0).sum();
    let step = most(boxes.iter().map(|sides| sides.0)).max(most(boxes.iter().map(|sides| sides.1)));
    let least = if around { first } else { step / 4.0 };
    let start = |count: usize| {
        let spare = SPARE[usize::from(count > 1)];
        let mut radius = least;
        while radius * count as f64 + step * (count * (count - 1) / 2) as f64 <= needed * spare {
            radius *= STEP;
        }
        radius
    };
    let end = |count: usize| start(count) + step * (count - 1) as f64;
    let fewest_at_least = (1..=boxes.len()).find(|&count| start(count) <= least).unwrap_or(boxes.len());
    let best = (1..=fewest_at_least).map(end).fold(f64::MAX, f64::min);
    let count = (1..=fewest_at_least).find(|&count| end(count) <= best * PATIENT[usize::from(count > 1)]).unwrap_or(1);
    let grown = (0..growth).fold(start(count), |radius, _| radius * STEP);
    (0..count).map(|row| grown + step * row as f64).collect()
}

/// The least outer radius that leaves room for the caption at the top of the ring.
fn words(scene: &Scene<'_>, level: &Level, inner: f64) -> f64 {
    let (half, high) = (level.caption.half_width / scene.aspect, level.caption.above + level.caption.below);
    if level.caption.half_width > 0.0 { libm::hypot(half, inner + high + 2.0 * PAD) } else { 0.0 }
}

/// What most of the values stay under.
fn most(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    let place = (values.len() as f64 * MOST) as usize;
    values.get(place.min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}
