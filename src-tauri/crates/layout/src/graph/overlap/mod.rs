//! Boxes moved off one another until no two overlap.
//!
//! Owns: the order of the three ways. First PRISM (Gansner, Hu 2010) opens crowded places and keeps who is beside whom;
//! then pairs that still overlap push one another apart along the shorter way; the few that remain, which only pins can
//! cause, go to the nearest free place. Must not know: graphs, zones, what a box shows.

mod grid;
pub(super) mod nearest;
mod prism;
mod relax;

use super::{
    Cancelled, Phase,
    force::tree::by_place,
    progress::{Watch, tell},
};
use grid::Grid;
pub(super) use relax::overlaps;

/// What overlap removal works on.
#[derive(Debug, Clone, Copy)]
pub struct Boxes<'a> {
    /// Width and height of each node's box, its node in the middle.
    pub sizes: &'a [[f64; 2]],
    /// Nodes that do not move; empty for none.
    pub pinned: &'a [bool],
}

impl Boxes<'_> {
    /// Whether a node stays where it is.
    pub(super) fn is_pinned(&self, node: usize) -> bool {
        self.pinned.get(node).copied().unwrap_or(false)
    }
}

/// The share of the ground that boxes shall cover before they are moved apart: the first at which no more than
/// `CROWDED` pairs a node overlap. Uneven drawings bear less, and would lose their shape.
const START_FILLS: [f64; 5] = [0.35, 0.32, 0.29, 0.26, 0.24];
const CROWDED: f64 = 2.1;

/// Rounds of PRISM and of pushing at most.
const PRISM_ROUNDS: usize = 50;
const PUSH_ROUNDS: usize = 200;
const ROUNDS: usize = PRISM_ROUNDS + PUSH_ROUNDS;

/// Rounds of PRISM for each doubling of the nodes: the wider a crowd, the more rounds until its rim gives way.
const PRISM_ROUNDS_A_DOUBLING: f64 = 2.5;

/// Rounds between two looks at who is beside whom.
const RENEW_EVERY: usize = 4;

/// After so many rounds of pushing that left more than this share of the pairs before them, everything is drawn a little
/// wider: what cannot move for its neighbors then can.
const WIDEN_EVERY: usize = 10;
const SLOW: f64 = 0.8;
const WIDEN: f64 = 1.01;

/// Moves the boxes until no two overlap, pins excepted: how many pairs of pins lie on one another is the answer.
/// Without pins the drawing is scaled first, so that its boxes cover as much of it as they can bear.
pub fn remove_overlaps(at: &mut [[f64; 2]], boxes: Boxes<'_>, watch: Watch<'_>) -> Result<usize, Cancelled> {
    let order = by_place(at);
    let mut spots: Vec<[f64; 2]> = order.iter().map(|&node| at[node as usize]).collect();
    let sizes: Vec<[f64; 2]> = order.iter().map(|&node| boxes.sizes[node as usize]).collect();
    let pinned: Vec<bool> = order.iter().map(|&node| boxes.is_pinned(node as usize)).collect();
    let left = in_order(&mut spots, Boxes { sizes: &sizes, pinned: &pinned }, watch)?;
    for (&node, &spot) in order.iter().zip(&spots) {
        at[node as usize] = spot;
    }
    Ok(left)
}

fn in_order(at: &mut [[f64; 2]], boxes: Boxes<'_>, watch: Watch<'_>) -> Result<usize, Cancelled> {
    let movable = (0..at.len()).filter(|&node| !boxes.is_pinned(node)).count();
    if at.len() > 1 && movable > 0 {
        spread_equal(at, boxes);
        if movable == at.len() {
            to_bearable_fill(at, boxes, watch)?;
        }
        let gap = gap(boxes.sizes);
        open_crowds(at, boxes, gap, watch)?;
        push_apart(at, boxes, gap, watch)?;
        if relax::overlaps(at, boxes) > 0 {
            nearest::settle(at, boxes, gap);
        }
    }
    Ok(relax::overlaps(at, boxes))
}

fn prism_rounds(nodes: usize) -> usize {
    ((PRISM_ROUNDS_A_DOUBLING * libm::log2(nodes as f64)) as usize).clamp(1, PRISM_ROUNDS)
}

fn open_crowds(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64, watch: Watch<'_>) -> Result<(), Cancelled> {
    let mut mesh = prism::Mesh::default();
    let rounds = prism_rounds(at.len());
    for round in 0..rounds {
        tell(watch, Phase::Overlaps, round, ROUNDS)?;
        let renewed = round % RENEW_EVERY == 0;
        if renewed {
            mesh.renew(at, boxes);
            tell(watch, Phase::Overlaps, round, ROUNDS)?;
        }
        let overlapping = mesh.open(at, boxes, gap, &mut || tell(watch, Phase::Overlaps, round, ROUNDS))?;
        if overlapping == 0 && renewed {
            break;
        }
    }
    Ok(())
}

fn push_apart(at: &mut [[f64; 2]], boxes: Boxes<'_>, gap: f64, watch: Watch<'_>) -> Result<(), Cancelled> {
    let scalable = (0..at.len()).all(|node| !boxes.is_pinned(node));
    let mut pairs = Vec::new();
    let (mut left, mut before) = (0, usize::MAX);
    for round in 0..PUSH_ROUNDS {
        tell(watch, Phase::Overlaps, PRISM_ROUNDS + round, ROUNDS)?;
        let renewed = left == 0 || round % RENEW_EVERY == 0;
        if renewed {
            pairs = relax::close_pairs(at, boxes);
        }
        left = relax::push(at, boxes, gap, &pairs);
        if left == 0 && renewed {
            break;
        }
        if round % WIDEN_EVERY == WIDEN_EVERY - 1 {
            if scalable && left as f64 > SLOW * before as f64 {
                at.iter_mut().flatten().for_each(|value| *value *= WIDEN);
            }
            before = left;
        }
    }
    Ok(())
}

/// Kept free between two boxes, so that they are still apart when positions are rounded to single precision.
pub(super) fn gap(sizes: &[[f64; 2]]) -> f64 {
    let total: f64 = sizes.iter().map(|size| size[1]).sum();
    0.02 * total / sizes.len().max(1) as f64
}

/// How far two boxes reach into each other in width and height; both positive when they overlap.
#[inline]
fn reach(at: &[[f64; 2]], sizes: &[[f64; 2]], a: usize, b: usize) -> [f64; 2] {
    let into = |axis: usize| f64::midpoint(sizes[a][axis], sizes[b][axis]) - (at[a][axis] - at[b][axis]).abs();
    [into(0), into(1)]
}

fn to_bearable_fill(at: &mut [[f64; 2]], boxes: Boxes<'_>, watch: Watch<'_>) -> Result<(), Cancelled> {
    for fill in START_FILLS {
        tell(watch, Phase::Overlaps, 0, ROUNDS)?;
        to_fill(at, boxes.sizes, fill);
        if relax::overlaps(at, boxes) as f64 <= CROWDED * at.len() as f64 {
            break;
        }
    }
    Ok(())
}

/// Scales the drawing about its origin until the boxes cover `fill` of the middle of it.
pub(super) fn to_fill(at: &mut [[f64; 2]], sizes: &[[f64; 2]], fill: f64) {
    let covered: f64 = sizes.iter().map(|size| size[0] * size[1]).sum();
    let middle = |axis: usize| {
        let mut values: Vec<f64> = at.iter().map(|at| at[axis]).collect();
        values.sort_unstable_by(f64::total_cmp);
        let end = values.len() - 1;
        values[end - end / 100] - values[end / 100]
    };
    let mean: [f64; 2] = [0, 1].map(|axis| sizes.iter().map(|size| size[axis]).sum::<f64>() / sizes.len() as f64);
    let spread = [middle(0), middle(1)];
    if spread[0].max(spread[1]) <= 0.0 || covered <= 0.0 {
        return;
    }
    // A drawing on a line has no ground: then the boxes' own sizes bound it.
    let by = (covered / fill / (spread[0] * spread[1]).max(1e-12)).sqrt();
    let longest = (sizes.len() - 1) as f64 * mean[0].max(mean[1]) * 1.2 / spread[0].max(spread[1]);
    let by = by.min(longest);
    at.iter_mut().flatten().for_each(|value| *value *= by);
}

/// Nodes at the very same place get places of their own, a hair apart on a spiral, so that there is a way to push them.
fn spread_equal(at: &mut [[f64; 2]], boxes: Boxes<'_>) {
    let mut order: Vec<usize> = (0..at.len()).collect();
    let by =
        |a: &usize, b: &usize| at[*a][0].total_cmp(&at[*b][0]).then(at[*a][1].total_cmp(&at[*b][1])).then(a.cmp(b));
    order.sort_unstable_by(by);
    let (low, high) = at.iter().flatten().fold((f64::MAX, f64::MIN), |(low, high), &v| (low.min(v), high.max(v)));
    let hair = if high > low { (high - low) * 1e-4 } else { 1.0 };
    let places: Vec<[f64; 2]> = at.to_vec();
    let mut same = 0;
    for pair in order.windows(2) {
        let equal = (0..2).all(|axis| (places[pair[0]][axis] - places[pair[1]][axis]).abs() < hair * 1e-3);
        same = if equal { same + 1 } else { 0 };
        if same > 0 && !boxes.is_pinned(pair[1]) {
            // The golden angle spreads any count evenly (Vogel 1979).
            let (sine, cosine) = libm::sincos(2.399_963 * f64::from(same));
            let far = hair * f64::from(same).sqrt() / (at.len() as f64).sqrt();
            at[pair[1]] = [places[pair[1]][0] + far * cosine, places[pair[1]][1] + far * sine];
        }
    }
}
