//! The nearest free place for boxes that pushing cannot free, as between pins.
//!
//! Owns: a table of what lies where, which can change. Must not know: how boxes came to overlap.

use super::{Boxes, reach};
use std::collections::BTreeMap;

/// Moves every box that overlaps another, in their order, to the nearest place on a square spiral around it where
/// nothing lies. There always is one: the spiral leaves the drawing in the end.
pub(super) fn settle(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64) {
    let mut places = Places::empty(at, boxes, gap);
    (0..at.len()).for_each(|node| places.add(at, node));
    for node in 0..at.len() {
        if !boxes.is_pinned(node) && !places.is_free(at, node, 0.0) {
            places.remove(at, node);
            places.free(at, node);
            places.add(at, node);
        }
    }
}

/// The places on the border of a square, those nearest its middle first.
fn ring(far: i32) -> impl Iterator<Item = (i32, i32)> {
    (0..=far)
        .flat_map(move |near| [near, -near])
        .flat_map(move |near| [(near, far), (near, -far), (far, near), (-far, near)])
}

/// Which boxes touch which cells. A cell is about as large as a mean box; what lies outside counts to the rim.
pub(in crate::graph) struct Places<'a> {
    boxes: Boxes<'a>,
    gap: f64,
    low: [f64; 2],
    cell: [f64; 2],
    counts: [usize; 2],
    /// The last link of each cell.
    heads: Vec<u32>,
    /// A box, and the link before it in its cell.
    links: Vec<(u32, u32)>,
    /// How far around a cell boxes of a size were searched for in vain: the next in need begin there.
    vain: BTreeMap<(usize, [u64; 2]), i32>,
}

/// Rings of the spiral on which a box slides, and how often.
const SLIDING_RINGS: i32 = 3;
const SLIDES: usize = 8;

const NO_LINK: u32 = u32::MAX;

impl<'a> Places<'a> {
    /// No box yet; most will lie where these are. Boxes are freed with `gap` around them.
    pub(in crate::graph) fn empty(at: &[[f64; 2]], boxes: Boxes<'a>, gap: f64) -> Self {
        let (mut low, mut high, mut mean) = ([f64::MAX; 2], [f64::MIN; 2], [0.0_f64; 2]);
        for (at, size) in at.iter().zip(boxes.sizes) {
            for axis in 0..2 {
                low[axis] = low[axis].min(at[axis]);
                high[axis] = high[axis].max(at[axis]);
                mean[axis] += size[axis] / boxes.sizes.len() as f64;
            }
        }
        let most = 4.0 * at.len() as f64 + 16.0;
        let wanted = [0, 1].map(|axis| ((high[axis] - low[axis]) / mean[axis].max(1e-9)).max(1.0));
        let coarser = (wanted[0] * wanted[1] / most).sqrt().max(1.0);
        let counts = wanted.map(|count| (count / coarser).clamp(1.0, most) as usize);
        let cell = [0, 1].map(|axis| ((high[axis] - low[axis]) / counts[axis] as f64).max(1e-9));
        let heads = vec![NO_LINK; counts[0] * counts[1]];
        let links = Vec::with_capacity(2 * at.len());
        Self { boxes, gap, low, cell, counts, heads, links, vain: BTreeMap::new() }
    }

    /// Kept free around boxes that are freed.
    pub(in crate::graph) fn gap(&self) -> f64 {
        self.gap
    }

    /// Moves a box that is not filed to a free place near by: the first ring of a square spiral that has one, there the
    /// nearest. On the first rings it slides off what it lies on, so that it finds a hole however narrow.
    pub(in crate::graph) fn free(&mut self, at: &mut [[f64; 2]], node: usize) {
        let home = at[node];
        let steps = self.boxes.sizes[node].map(|size| (size / 2.0).max(self.gap).max(1e-6));
        let key = (self.index(home[1], 1) * self.counts[0] + self.index(home[0], 0), steps.map(f64::to_bits));
        let from = self.vain.get(&key).copied().unwrap_or(0);
        for far in from..i32::MAX {
            let mut nearest = (f64::MAX, home);
            for (column, row) in ring(far) {
                at[node] = [home[0] + f64::from(column) * steps[0], home[1] + f64::from(row) * steps[1]];
                let free =
                    if far <= SLIDING_RINGS { self.slides_free(at, node) } else { self.is_free(at, node, self.gap) };
                let (dx, dy) = (at[node][0] - home[0], at[node][1] - home[1]);
                if free && dx * dx + dy * dy < nearest.0 {
                    nearest = (dx * dx + dy * dy, at[node]);
                }
            }
            if nearest.0 < f64::MAX {
                at[node] = nearest.1;
                self.vain.insert(key, far);
                return;
            }
        }
    }

    fn slides_free(&self, at: &mut [[f64; 2]], node: usize) -> bool {
        (0..SLIDES).any(|_| {
            let Some(other) = self.blocking(at, node, self.gap / 2.0) else { return true };
            let into = reach(at, self.boxes.sizes, node, other).map(|into| into + self.gap);
            let axis = usize::from(into[1] < into[0]);
            at[node][axis] += if at[node][axis] < at[other][axis] { -into[axis] } else { into[axis] };
            false
        })
    }

    /// Files a box.
    pub(in crate::graph) fn add(&mut self, at: &[[f64; 2]], node: usize) {
        for cell in self.cells(at, node, 0.0) {
            self.links.push((node as u32, self.heads[cell]));
            self.heads[cell] = self.links.len() as u32 - 1;
        }
    }

    /// Takes a box out of where it is filed.
    pub(in crate::graph) fn remove(&mut self, at: &[[f64; 2]], node: usize) {
        for cell in self.cells(at, node, 0.0) {
            let mut after = NO_LINK;
            let mut link = self.heads[cell];
            while let Some(&(filed, before)) = self.links.get(link as usize) {
                if filed as usize == node {
                    match self.links.get_mut(after as usize) {
                        Some(after) => after.1 = before,
                        None => self.heads[cell] = before,
                    }
                    break;
                }
                (after, link) = (link, before);
            }
        }
    }

    /// Whether no other box is nearer than `gap`.
    pub(in crate::graph) fn is_free(&self, at: &[[f64; 2]], node: usize, gap: f64) -> bool {
        self.blocking(at, node, gap).is_none()
    }

    fn blocking(&self, at: &[[f64; 2]], node: usize, gap: f64) -> Option<usize> {
        self.cells(at, node, gap).find_map(|cell| {
            let mut link = self.heads[cell];
            while let Some(&(other, before)) = self.links.get(link as usize) {
                let other = other as usize;
                let into = reach(at, self.boxes.sizes, node, other);
                if other != node && into[0] + gap > 1e-9 && into[1] + gap > 1e-9 {
                    return Some(other);
                }
                link = before;
            }
            None
        })
    }

    fn index(&self, value: f64, axis: usize) -> usize {
        (((value - self.low[axis]) / self.cell[axis]).max(0.0) as usize).min(self.counts[axis] - 1)
    }

    /// The cells of a node's box with `margin` around it.
    fn cells(&self, at: &[[f64; 2]], node: usize, margin: f64) -> impl Iterator<Item = usize> + use<> {
        let end = |axis: usize, way: f64| {
            self.index(at[node][axis] + way * (self.boxes.sizes[node][axis] / 2.0 + margin), axis)
        };
        let [columns, rows] = [0, 1].map(|axis| end(axis, -1.0)..=end(axis, 1.0));
        let wide = self.counts[0];
        rows.flat_map(move |row| columns.clone().map(move |column| row * wide + column))
    }
}

#[cfg(test)]
mod tests {
    use super::{Boxes, settle};

    #[test]
    fn frees_a_heap_in_a_wall_of_pins() {
        let mut at: Vec<[f64; 2]> = (0..3_000_u32).map(|node| [f64::from(node % 7) * 1e-3, 0.0]).collect();
        let walls: Vec<[f64; 2]> = (-30..30).flat_map(|step| [-6.0, 6.0].map(|y| [f64::from(step) * 9.0, y])).collect();
        at.extend(&walls);
        let pinned: Vec<bool> = (0..at.len()).map(|node| node >= 3_000).collect();
        let sizes = vec![[10.0, 3.0]; at.len()];
        let boxes = Boxes { sizes: &sizes, pinned: &pinned };
        settle(&mut at, boxes, 0.1);
        assert_eq!(at[3_000..], walls);
        // The boxes of a wall overlap those beside them: 59 pairs a wall.
        assert_eq!(super::super::relax::overlaps(&at, boxes), 118);
    }
}
