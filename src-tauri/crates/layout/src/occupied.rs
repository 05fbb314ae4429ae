//! Which places are taken: boxes in a grid that wraps around, so that it needs no bounds.

use crate::Rect;

const CELL: f64 = 64.0;
/// Cells each way before the grid wraps; far boxes that share a cell only cost a comparison.
const WRAP: i64 = 128;

pub(crate) struct Occupied {
    rects: Vec<Rect>,
    cells: Vec<Vec<u32>>,
}

impl Occupied {
    pub(crate) fn new() -> Self {
        Self { rects: Vec::new(), cells: vec![Vec::new(); (WRAP * WRAP) as usize] }
    }

    /// Takes a place.
    pub(crate) fn take(&mut self, rect: Rect) {
        let index = self.rects.len() as u32;
        self.rects.push(rect);
        for cell in cells(&rect) {
            self.cells[cell].push(index);
        }
    }

    /// Frees a place that was taken.
    pub(crate) fn give_back(&mut self, rect: &Rect) {
        let Some(index) = self.rects.iter().position(|taken| taken == rect) else { return };
        for cell in cells(rect) {
            self.cells[cell].retain(|&taken| taken as usize != index);
        }
    }

    pub(crate) fn is_free(&self, rect: &Rect, gap: f64) -> bool {
        let reach = rect.grown(gap);
        cells(&reach).all(|cell| self.cells[cell].iter().all(|&index| !self.rects[index as usize].meets(rect, gap)))
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
