//! PRISM (Gansner, Hu 2010): boxes that overlap their neighbors in a Delaunay triangulation wish for more distance,
//! everyone else for the same, and the stress of these wishes is lowered by Gauss–Seidel steps.
//!
//! Owns: the wishes. Must not know: how the last overlaps are settled.

use super::{Boxes, Cancelled, reach, relax::close_pairs};
use delaunator::{Point, next_halfedge, triangulate};

/// Sweeps over the nodes in one round.
const SWEEPS: usize = 6;

/// A node goes this many times as far as Gauss–Seidel would have it, so that crowds open in fewer sweeps
/// (over-relaxation, Young 1954).
const BEYOND: f64 = 1.5;

/// Most that a wish may exceed the distance as drawn, so that one crowded place does not tear its surroundings.
const STRETCH: f64 = 1.5;

/// Who is beside whom.
#[derive(Debug, Default)]
pub(super) struct Mesh {
    /// The sides of the triangulation, then the pairs that overlap, which thus count twice where both.
    pairs: Vec<(u32, u32)>,
    sides: usize,
    close: Vec<(u32, u32)>,
}

impl Mesh {
    /// Looks again who is beside whom.
    pub(super) fn renew(&mut self, at: &[[f64; 2]], boxes: Boxes<'_>) {
        self.pairs = delaunay(at);
        self.sides = self.pairs.len();
        self.close = close_pairs(at, boxes);
    }

    /// One round; `pause` is called between sweeps. How many pairs overlapped before.
    pub(super) fn open(
        &mut self,
        at: &mut [[f64; 2]],
        boxes: Boxes<'_>,
        gap: f64,
        pause: &mut dyn FnMut() -> Result<(), Cancelled>,
    ) -> Result<usize, Cancelled> {
        self.pairs.truncate(self.sides);
        let overlap = |&(a, b): &(u32, u32)| {
            let into = reach(at, boxes.sizes, a as usize, b as usize);
            into[0].min(into[1]) > -gap / 2.0
        };
        self.pairs.extend(self.close.iter().copied().filter(overlap));
        let overlapping = self.pairs.len() - self.sides;
        if overlapping > 0 {
            let wishes = Wishes::new(at, boxes, gap, &self.pairs);
            for _ in 0..SWEEPS {
                pause()?;
                wishes.sweep(at, boxes);
            }
        }
        Ok(overlapping)
    }
}

fn delaunay(at: &[[f64; 2]]) -> Vec<(u32, u32)> {
    let points: Vec<Point> = at.iter().map(|at| Point { x: at[0], y: at[1] }).collect();
    let mesh = triangulate(&points);
    let ends = |edge: usize| (mesh.triangles[edge] as u32, mesh.triangles[next_halfedge(edge)] as u32);
    (0..mesh.triangles.len())
        .filter(|&edge| mesh.halfedges[edge] == usize::MAX || edge < mesh.halfedges[edge])
        .map(ends)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect()
}

/// Wished distances, node by node.
struct Wishes {
    starts: Vec<u32>,
    /// The other node, the wished distance, its weight.
    others: Vec<(u32, f64, f64)>,
}

impl Wishes {
    fn new(at: &[[f64; 2]], boxes: Boxes<'_>, gap: f64, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; at.len() + 1];
        for &(a, b) in pairs {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for node in 0..at.len() {
            starts[node + 1] += starts[node];
        }
        let mut ends = starts.clone();
        let mut others = vec![(0, 0.0, 0.0); pairs.len() * 2];
        for &(a, b) in pairs {
            let wish = wish(at, boxes.sizes, gap, a as usize, b as usize);
            for (from, to) in [(a, b), (b, a)] {
                others[ends[from as usize] as usize] = (to, wish, 1.0 / (wish * wish));
                ends[from as usize] += 1;
            }
        }
        Self { starts, others }
    }

    fn sweep(&self, at: &mut [[f64; 2]], boxes: Boxes<'_>) {
        for node in (0..at.len()).filter(|&node| !boxes.is_pinned(node)) {
            let others = &self.others[self.starts[node] as usize..self.starts[node + 1] as usize];
            let mut sum = [0.0, 0.0, 0.0];
            for &(other, wish, weight) in others {
                let other = at[other as usize];
                let (dx, dy) = (at[node][0] - other[0], at[node][1] - other[1]);
                let by = wish / (dx * dx + dy * dy).sqrt().max(1e-9);
                sum[0] += weight * (other[0] + by * dx);
                sum[1] += weight * (other[1] + by * dy);
                sum[2] += weight;
            }
            if sum[2] > 0.0 {
                let by = |axis: usize| at[node][axis] + BEYOND * (sum[axis] / sum[2] - at[node][axis]);
                at[node] = [by(0), by(1)];
            }
        }
    }
}

fn wish(at: &[[f64; 2]], sizes: &[[f64; 2]], gap: f64, a: usize, b: usize) -> f64 {
    let (dx, dy) = ((at[a][0] - at[b][0]).abs(), (at[a][1] - at[b][1]).abs());
    let wide = (f64::midpoint(sizes[a][0], sizes[b][0]) + gap) / dx.max(1e-9);
    let high = (f64::midpoint(sizes[a][1], sizes[b][1]) + gap) / dy.max(1e-9);
    (dx * dx + dy * dy).sqrt().max(1e-9) * wide.min(high).clamp(1.0, STRETCH)
}
