//! Places by cell, looked through from the nearest outward.

use std::collections::BTreeMap;

/// No map is looked at from farther away.
const FARTHEST_OUT: f64 = 0.004;
const PER_CELL: f64 = 3.0;

pub(super) struct Grid {
    side: f64,
    cells: BTreeMap<(i32, i32), Vec<usize>>,
    /// The least and the greatest column, the least and the greatest row.
    bounds: Option<[i32; 4]>,
}

impl Grid {
    /// Empty, with cells for places that lie as these do.
    pub(super) fn over(places: &[[f64; 2]]) -> Self {
        Self { side: side(places), cells: BTreeMap::new(), bounds: None }
    }

    pub(super) fn put(&mut self, at: [f64; 2], value: usize) {
        let (column, row) = self.cell(at);
        self.cells.entry((column, row)).or_default().push(value);
        let [left, right, top, bottom] = self.bounds.unwrap_or([column, column, row, row]);
        self.bounds = Some([left.min(column), right.max(column), top.min(row), bottom.max(row)]);
    }

    /// The largest answer of `ask`, starting at `floor`. What is farther away than `reach` pixels at the scale found so
    /// far cannot matter any more.
    pub(super) fn last(&self, at: [f64; 2], reach: f64, floor: f64, ask: impl Fn(usize, f64) -> f64) -> f64 {
        let Some([left, right, top, bottom]) = self.bounds else { return floor };
        let (column, row) = self.cell(at);
        let last = (column - left).max(right - column).max(row - top).max(bottom - row);
        let mut best = floor;
        for ring in 0..=last {
            if f64::from(ring - 1) * self.side > reach / best.max(FARTHEST_OUT) {
                break;
            }
            for y in (row - ring).max(top)..=(row + ring).min(bottom) {
                let is_edge = y == row - ring || y == row + ring;
                let (first, step) = (column - ring, if is_edge { 1 } else { (2 * ring).max(1) });
                for x in (first..=column + ring).step_by(step as usize).filter(|x| (left..=right).contains(x)) {
                    for &value in self.cells.get(&(x, y)).into_iter().flatten() {
                        best = best.max(ask(value, best));
                    }
                }
            }
        }
        best
    }

    #[expect(clippy::cast_possible_truncation, reason = "casts to integers stop at their bounds")]
    fn cell(&self, [x, y]: [f64; 2]) -> (i32, i32) {
        // Far beyond any map, and near enough to count from.
        let count = |place: f64| ((place / self.side).floor() as i32).clamp(-0x10_0000, 0x10_0000);
        (count(x), count(y))
    }
}

fn side(places: &[[f64; 2]]) -> f64 {
    let extent = |axis: usize| {
        let (least, most) = places.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), place| {
            (least.min(place[axis]), most.max(place[axis]))
        });
        (most - least).max(0.0)
    };
    let area = if places.len() < 2 { 1.0 } else { extent(0) * extent(1) };
    (area * PER_CELL / places.len().max(1) as f64).sqrt().max(extent(0) / f64::from(0x4000)).max(1.0)
}
