//! The nearest free place for boxes that pushing cannot free, as between pins.
//!
//! Owns: a table of what lies where that can change. Must not know: how boxes came to overlap.

use super::{Boxes, reach};
use std::collections::BTreeMap;

/// Moves every box that overlaps another, in their order, to the nearest place on a square spiral around it where
/// nothing lies. There always is one: the spiral leaves the drawing in the end.
pub(super) fn settle(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64) {
    let mut places = Places::new(at, boxes, gap);
    for node in 0..at.len() {
        if boxes.is_pinned(node) || places.is_free(at, node, 0.0) {
            continue;
        }
        places.remove(at, node);
        let home = at[node];
        let steps = boxes.sizes[node].map(|size| (size / 2.0).max(gap).max(1e-6));
        let from = places.searched(home, steps);
        let free = (from..=i32::MAX).find(|&far| {
            ring(far).any(|(column, row)| {
                at[node] = [home[0] + f64::from(column) * steps[0], home[1] + f64::from(row) * steps[1]];
                places.is_free(at, node, gap)
            })
        });
        debug_assert!(free.is_some());
        places.found(home, steps, free.unwrap_or(from));
        places.add(at, node);
    }
}

/// The places on the border of a square, those nearest its middle first.
fn ring(far: i32) -> impl Iterator<Item = (i32, i32)> {
    (0..=far)
        .flat_map(move |near| [near, -near])
        .flat_map(move |near| [(near, far), (near, -far), (far, near), (-far, near)])
}

/// Which boxes touch which cells; a cell is as large as a mean box.
struct Places<'a> {
    boxes: Boxes<'a>,
    cell: [f64; 2],
    filed: BTreeMap<(i64, i64), Vec<u32>>,
    /// How far around a cell boxes of a size were searched for in vain: neighbors in need begin there.
    vain: BTreeMap<(i64, i64, u64, u64), i32>,
}

impl<'a> Places<'a> {
    fn new(at: &[[f64; 2]], boxes: Boxes<'a>, gap: f64) -> Self {
        let mean = |axis: usize| boxes.sizes.iter().map(|size| size[axis]).sum::<f64>() / boxes.sizes.len() as f64;
        let cell = [0, 1].map(|axis| mean(axis).max(gap).max(1e-6));
        let mut places = Self { boxes, cell, filed: BTreeMap::new(), vain: BTreeMap::new() };
        (0..at.len()).for_each(|node| places.add(at, node));
        places
    }

    fn index(&self, at: [f64; 2]) -> (i64, i64) {
        ((at[0] / self.cell[0]).floor() as i64, (at[1] / self.cell[1]).floor() as i64)
    }

    /// The cells of a node's box with `margin` around it.
    fn cells(&self, at: &[[f64; 2]], node: usize, margin: f64) -> impl Iterator<Item = (i64, i64)> + use<> {
        let half = self.boxes.sizes[node].map(|size| size / 2.0 + margin);
        let low = self.index([at[node][0] - half[0], at[node][1] - half[1]]);
        let high = self.index([at[node][0] + half[0], at[node][1] + half[1]]);
        (low.1..=high.1).flat_map(move |row| (low.0..=high.0).map(move |column| (column, row)))
    }

    fn add(&mut self, at: &[[f64; 2]], node: usize) {
        for cell in self.cells(at, node, 0.0) {
            self.filed.entry(cell).or_default().push(node as u32);
        }
    }

    fn remove(&mut self, at: &[[f64; 2]], node: usize) {
        for cell in self.cells(at, node, 0.0) {
            self.filed.entry(cell).or_default().retain(|&filed| filed as usize != node);
        }
    }

    fn is_free(&self, at: &[[f64; 2]], node: usize, gap: f64) -> bool {
        let clear = |&other: &u32| {
            let into = reach(at, self.boxes.sizes, node, other as usize);
            other as usize == node || into[0] + gap <= 1e-9 || into[1] + gap <= 1e-9
        };
        self.cells(at, node, gap).all(|cell| self.filed.get(&cell).is_none_or(|filed| filed.iter().all(clear)))
    }

    fn around(&self, home: [f64; 2], steps: [f64; 2]) -> (i64, i64, u64, u64) {
        let (column, row) = self.index(home);
        (column, row, steps[0].to_bits(), steps[1].to_bits())
    }

    fn searched(&self, home: [f64; 2], steps: [f64; 2]) -> i32 {
        self.vain.get(&self.around(home, steps)).copied().unwrap_or(1)
    }

    fn found(&mut self, home: [f64; 2], steps: [f64; 2], far: i32) {
        self.vain.insert(self.around(home, steps), far);
    }
}

#[cfg(test)]
mod tests {
    use super::{Boxes, settle};

    #[test]
    fn frees_a_heap_in_a_wall_of_pins() {
        let mut at: Vec<[f64; 2]> = (0..3_000_u32).map(|node| [f64::from(node % 7) * 1e-3, 0.0]).collect();
        let walls = (-30..30).flat_map(|step| [-6.0, 6.0].map(|y| [f64::from(step) * 9.0, y]));
        let pinned: Vec<bool> = (0..3_000).map(|_| false).chain(walls.clone().map(|_| true)).collect();
        at.extend(walls);
        let sizes = vec![[10.0, 3.0]; at.len()];
        let before = at.clone();
        let boxes = Boxes { sizes: &sizes, pinned: &pinned };
        settle(&mut at, boxes, 0.1);
        assert_eq!(at[3_000..], before[3_000..]);
        // Walls overlap themselves: 59 pairs a wall.
        assert_eq!(super::super::relax::overlaps(&at, boxes), 118);
    }
}
