//! Which places boxes take, and what a caller's boxes and points are worth.
//!
//! Owns: a grid of taken places that wraps around, so that it needs no bounds; soundness of what comes in. Must not
//! know: zones, rings, lanes, why a box lies where it does.

use crate::node::GAP;
use crate::{NodeBox, Point, Rect};

const CELL: f64 = 36.0;
/// Cells each way before the grid wraps; far boxes that share a cell only cost a comparison.
const WRAP: i64 = 128;
/// Farther than any map reaches: what lies beyond is no place.
const FAR: f64 = 1e9;
const LARGEST: f64 = 1e5;
/// Boxes placed exactly a gap apart are apart, whatever rounding says.
pub(crate) const CLEAR: f64 = GAP - 1e-6;

/// Taken places.
pub(crate) struct Ground {
    rects: Vec<Rect>,
    cells: Vec<Vec<u32>>,
}

impl Ground {
    pub(crate) fn new() -> Self {
        Self { rects: Vec::new(), cells: vec![Vec::new(); (WRAP * WRAP) as usize] }
    }

    pub(crate) fn take(&mut self, rect: Rect) {
        let index = self.rects.len() as u32;
        self.rects.push(rect);
        for cell in cells(&rect) {
            self.cells[cell].push(index);
        }
    }

    /// Frees a place that was taken; each of the others keeps its own.
    pub(crate) fn give_back(&mut self, rect: &Rect) {
        let Some(index) = self.rects.iter().position(|taken| taken == rect) else { return };
        for cell in cells(rect) {
            self.cells[cell].retain(|&taken| taken as usize != index);
        }
    }

    /// How many places are taken, for [`Ground::rewind`].
    pub(crate) fn len(&self) -> usize {
        self.rects.len()
    }

    /// Frees what was taken since there were `len` places.
    pub(crate) fn rewind(&mut self, len: usize) {
        for rect in self.rects.drain(len..).rev() {
            for cell in cells(&rect) {
                self.cells[cell].pop();
            }
        }
    }

    pub(crate) fn is_free(&self, rect: &Rect) -> bool {
        self.first_met(rect).is_none()
    }

    /// A taken place nearer to `rect` than boxes may be.
    pub(crate) fn first_met(&self, rect: &Rect) -> Option<Rect> {
        let meets = |index: &u32| self.rects[*index as usize].meets(rect, CLEAR);
        let found = cells(&rect.grown(GAP)).find_map(|cell| self.cells[cell].iter().copied().find(meets));
        found.map(|index| self.rects[index as usize])
    }
}

fn cells(rect: &Rect) -> impl Iterator<Item = usize> + use<> {
    let span = |from: f64, length: f64| {
        let first = (from / CELL).floor() as i64;
        let last = ((from + length) / CELL).floor() as i64;
        first..=last.min(first + WRAP - 1)
    };
    let columns = span(rect.x, rect.w);
    span(rect.y, rect.h).flat_map(move |row| {
        columns.clone().map(move |column| (row.rem_euclid(WRAP) * WRAP + column.rem_euclid(WRAP)) as usize)
    })
}

/// A point that is one.
pub(crate) fn sound(point: Option<Point>) -> Option<Point> {
    point.filter(|(x, y)| x.abs() < FAR && y.abs() < FAR)
}

/// A box without sides that are negative, endless or no numbers.
pub(crate) fn clean(size: NodeBox) -> NodeBox {
    let sound = |value: f64| if value.is_finite() { value.clamp(0.0, LARGEST) } else { 0.0 };
    NodeBox { half_width: sound(size.half_width), above: sound(size.above), below: sound(size.below) }
}

/// Width over height, within what a map can still be read at.
pub(crate) fn readable(aspect: f64) -> f64 {
    if aspect.is_finite() { aspect.clamp(0.6, 2.6) } else { 1.4 }
}

/// The smallest rectangle around all; nothing has none.
pub(crate) fn around(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    rects.into_iter().reduce(|all, rect| all.with(&rect))
}

/// Pairs of boxes that lie on one another, ascending.
pub(crate) fn lying_on(boxes: &[(usize, Rect)]) -> Vec<(usize, usize)> {
    let mut order: Vec<&(usize, Rect)> = boxes.iter().collect();
    order.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
    let mut pairs = Vec::new();
    for (place, (a, left)) in order.iter().enumerate() {
        for (b, right) in order[place + 1..].iter().take_while(|(_, right)| right.x < left.x + left.w) {
            if left.meets(right, -1e-9) {
                pairs.push((*a.min(b), *a.max(b)));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// The part of `bounds` that boxes cover.
pub(crate) fn fill(bounds: &Rect, boxes: impl Iterator<Item = NodeBox>) -> f64 {
    let whole = bounds.w * bounds.h;
    if whole > 0.0 { boxes.map(|size| size.area(0.0)).sum::<f64>() / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::{Ground, clean, lying_on, sound};
    use crate::{NodeBox, Rect};

    #[test]
    fn keeps_a_gap_around_what_is_taken() {
        let mut ground = Ground::new();
        let rect = |x: f64| Rect { x, y: -5.0, w: 10.0, h: 10.0 };
        ground.take(rect(0.0));
        assert!(ground.is_free(&rect(18.0)) && ground.is_free(&rect(-18.0)));
        assert!(!ground.is_free(&rect(17.0)) && !ground.is_free(&rect(-17.0)));
    }

    #[test]
    fn takes_no_nonsense() {
        assert_eq!(sound(Some((f64::NAN, 0.0))), None);
        assert_eq!(sound(Some((0.0, f64::INFINITY))), None);
        let odd = NodeBox { half_width: f64::NAN, above: -4.0, below: f64::INFINITY };
        assert_eq!(clean(odd), NodeBox::default());
    }

    #[test]
    fn lists_boxes_on_one_another() {
        let rect = |x: f64| Rect { x, y: 0.0, w: 10.0, h: 10.0 };
        assert_eq!(
            lying_on(&[(3, rect(0.0)), (1, rect(5.0)), (7, rect(15.0)), (2, rect(4.0))]),
            [(1, 2), (1, 3), (2, 3)]
        );
    }
}
