//! What is in a line's way.
//!
//! Owns: a grid of boxes, walked along a line. Must not know: ways around.

use crate::{Point, Rect};

/// Boxes whose edge a line touches do not stop it.
const SLACK: f64 = 0.25;
/// Kept free around shapes.
const CLEAR: f64 = 1.5;
/// Cells for each box.
const CELLS: f64 = 2.0;

pub(super) struct Obstacles<'a> {
    rects: &'a [Rect],
    positions: &'a [Point],
    radii: &'a [f64],
    origin: Point,
    cell: f64,
    columns: usize,
    rows: usize,
    /// Boxes by cell.
    cells: Vec<Vec<u32>>,
}

impl<'a> Obstacles<'a> {
    pub(super) fn new(rects: &'a [Rect], positions: &'a [Point], radii: &'a [f64]) -> Self {
        let bounds = crate::ground::around(rects.iter().copied()).unwrap_or_default();
        let count = rects.len().max(1) as f64;
        let cell = libm::sqrt((bounds.w * bounds.h / (count * CELLS)).max(1.0));
        // However thin the whole is, there are about as many cells as boxes.
        let cells = |length: f64| (length / cell).ceil().clamp(1.0, CELLS * count) as usize;
        let (columns, rows) = (cells(bounds.w), cells(bounds.h));
        let mut grid = Self {
            rects,
            positions,
            radii,
            origin: (bounds.x, bounds.y),
            cell: cell.max(bounds.w / columns as f64).max(bounds.h / rows as f64),
            columns,
            rows,
            cells: vec![Vec::new(); columns * rows],
        };
        for (index, rect) in rects.iter().enumerate() {
            let columns = grid.span(rect.x - grid.origin.0, rect.x + rect.w - grid.origin.0, grid.columns);
            let rows = grid.span(rect.y - grid.origin.1, rect.y + rect.h - grid.origin.1, grid.rows);
            for row in rows {
                for column in columns.clone() {
                    grid.cells[row * grid.columns + column].push(index as u32);
                }
            }
        }
        grid
    }

    /// Does the straight line from one point to the other touch no box but those of `ends`?
    pub(super) fn is_clear(&self, from: Point, to: Point, ends: [usize; 2]) -> bool {
        self.none_on(from, to, |index| {
            !ends.contains(&index) && {
                let Rect { x, y, w, h } = self.rects[index].grown(-SLACK);
                w > 0.0 && h > 0.0 && crosses(from, to, [x, y, x + w, y + h])
            }
        })
    }

    /// Does it go through no shape but those of `ends`?
    pub(super) fn is_off_shapes(&self, from: Point, to: Point, ends: [usize; 2]) -> bool {
        self.none_on(from, to, |index| {
            let reach = self.radii.get(index).copied().unwrap_or(0.0) + CLEAR;
            !ends.contains(&index) && distance(self.positions[index], from, to) < reach
        })
    }

    fn none_on(&self, from: Point, to: Point, is_in_the_way: impl Fn(usize) -> bool) -> bool {
        let (left, right) = if from.0 <= to.0 { (from, to) } else { (to, from) };
        let slope = (right.1 - left.1) / (right.0 - left.0).max(1e-9);
        let (left_x, right_x) = (left.0 - self.origin.0, right.0 - self.origin.0);
        for column in self.span(left_x, right_x, self.columns) {
            // The part of the line in this column; the outermost ones hold what lies beyond, too.
            let from_x = if column == 0 { left_x } else { left_x.max(column as f64 * self.cell) };
            let to_x = if column + 1 == self.columns { right_x } else { right_x.min((column + 1) as f64 * self.cell) };
            let y = |x: f64| {
                (left.1 - self.origin.1 + slope * (x - left_x))
                    .clamp(left.1.min(right.1) - self.origin.1, left.1.max(right.1) - self.origin.1)
            };
            let (one, other) = (y(from_x), if right_x - left_x < 1e-6 { right.1 - self.origin.1 } else { y(to_x) });
            for row in self.span(one.min(other), one.max(other), self.rows) {
                let cell = &self.cells[row * self.columns + column];
                if cell.iter().any(|&index| is_in_the_way(index as usize)) {
                    return false;
                }
            }
        }
        true
    }

    fn span(&self, from: f64, to: f64, count: usize) -> std::ops::RangeInclusive<usize> {
        let cell = |value: f64| ((value / self.cell).floor().max(0.0) as usize).min(count - 1);
        cell(from)..=cell(to)
    }
}

/// Does a straight line touch the inside of a box (Liang, Barsky 1984)?
fn crosses(from: Point, to: Point, [left, top, right, bottom]: [f64; 4]) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (towards, room) in [(-dx, from.0 - left), (dx, right - from.0), (-dy, from.1 - top), (dy, bottom - from.1)] {
        if towards.abs() < 1e-12 {
            if room <= 0.0 {
                return false;
            }
        } else if towards < 0.0 {
            enter = enter.max(room / towards);
        } else {
            leave = leave.min(room / towards);
        }
    }
    enter < leave
}

/// How far a point lies from a straight line between two others.
fn distance((x, y): Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let part = if length > 0.0 { (((x - from.0) * dx + (y - from.1) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (away_x, away_y) = (from.0 + part * dx - x, from.1 + part * dy - y);
    libm::sqrt(away_x * away_x + away_y * away_y)
}
