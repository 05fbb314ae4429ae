//! The parts of a kind: its groups drawn each by itself, linked members by their lines, the others in rows.
//!
//! Owns: what one group looks like before it has a place. Must not know: areas, other groups.

use super::frames::GROUP_PAD;
use super::scene::{Group, Scene};
use crate::graph::overlap::{Boxes, remove_overlaps};
use crate::graph::{Cancelled, Graph, Options, Watch, layout_graph, pack};
use crate::ground::{around, lying_on};
use crate::node::GAP;
use crate::tidy::{Cells, cells, widest_half};
use crate::{Point, Rect};

/// Width over height of tidy members in a group.
const SHAPE: f64 = 1.7;
/// Drawings of more nodes than this are dense anyway.
const SQUEEZED: usize = 300;
/// A drawing is squeezed to no less than this part, so that its lines can still be told apart.
const NEAREST: f64 = 0.4;

/// Some nodes around each other, in a rectangle whose top left corner is at (0, 0), margins of a group included.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) at: Vec<(u32, Point)>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What a kind is made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Parts {
    /// Drawn once and for all.
    pub(super) drawn: Vec<Part>,
    /// In rows as wide as there is room.
    pub(super) loose: Vec<u32>,
}

/// Draws the groups of a kind.
pub(super) fn parts(scene: &Scene<'_>, groups: &[Group], watch: Watch<'_>) -> Result<Parts, Cancelled> {
    let mut parts = Parts::default();
    for group in groups {
        let (linked, lines, alone) = split(scene, &group.members);
        let drawn = match Graph::new(linked.len(), &lines) {
            Ok(graph) if !linked.is_empty() => Some(draw(scene, &graph, &linked, watch)?),
            _ => None,
        };
        if group.name.is_some() {
            parts.drawn.push(framed(scene, drawn, &alone));
        } else {
            parts.drawn.extend(drawn);
            parts.loose = alone;
        }
    }
    Ok(parts)
}

/// Members with lines among themselves, those lines by the places of their ends, and members without.
fn split(scene: &Scene<'_>, members: &[u32]) -> (Vec<u32>, Vec<(u32, u32)>, Vec<u32>) {
    let mut sorted = members.to_vec();
    sorted.sort_unstable();
    let is_in = |node: u32| sorted.binary_search(&node).is_ok();
    let lines: Vec<(u32, u32)> = scene.lines.iter().copied().filter(|&(a, b)| is_in(a) && is_in(b)).collect();
    let mut linked: Vec<u32> = lines.iter().flat_map(|&(a, b)| [a, b]).collect();
    linked.sort_unstable();
    linked.dedup();
    let place = |node: u32| linked.binary_search(&node);
    let alone = members.iter().copied().filter(|&node| place(node).is_err()).collect();
    let number = |node: u32| place(node).unwrap_or_else(|place| place) as u32;
    let lines = lines.iter().map(|&(a, b)| (number(a), number(b))).collect();
    (linked, lines, alone)
}

/// Linked members where their lines put them, each component lying on its long side, packed beside one another.
fn draw(scene: &Scene<'_>, graph: &Graph, nodes: &[u32], watch: Watch<'_>) -> Result<Part, Cancelled> {
    let mut pieces = Vec::new();
    for component in graph.components() {
        let own: Vec<u32> = component.iter().map(|&node| nodes[node as usize]).collect();
        let mut at = layout_graph(&graph.part(&component), &Options::default(), watch)?.at;
        lay_down(&mut at);
        let spaced = |&node: &u32| {
            let size = &scene.sizes[node as usize];
            [2.0 * size.half_width + GAP, size.above + size.below + GAP]
        };
        let sizes: Vec<[f64; 2]> = own.iter().map(spaced).collect();
        remove_overlaps(&mut at, Boxes { sizes: &sizes, pinned: &[] }, watch)?;
        (0..2).rev().for_each(|axis| squeeze(&mut at, &sizes, axis));
        let anchor = |(&node, &[x, y]): (&u32, &[f64; 2])| {
            let size = &scene.sizes[node as usize];
            (node, (x, y + (size.above - size.below) / 2.0))
        };
        pieces.push(at_corner(scene, own.iter().zip(&at).map(anchor).collect()));
    }
    let sizes: Vec<[f64; 2]> = pieces.iter().map(|piece| [piece.width, piece.height]).collect();
    let mut all = Vec::with_capacity(nodes.len());
    for (piece, corner) in pieces.into_iter().zip(pack(&sizes, 2.0 * GAP, SHAPE)) {
        all.extend(piece.at.into_iter().map(|(node, (x, y))| (node, (x + corner[0], y + corner[1]))));
    }
    Ok(at_corner(scene, all))
}

/// Turns a drawing so that it is longest from left to right.
fn lay_down(at: &mut [[f64; 2]]) {
    let count = at.len().max(1) as f64;
    let mean = at.iter().fold([0.0; 2], |sum, at| [sum[0] + at[0] / count, sum[1] + at[1] / count]);
    let mut spread = [0.0; 3];
    for at in &*at {
        let (x, y) = (at[0] - mean[0], at[1] - mean[1]);
        spread = [spread[0] + x * x, spread[1] + x * y, spread[2] + y * y];
    }
    let (sin, cos) = libm::sincos(-0.5 * libm::atan2(2.0 * spread[1], spread[0] - spread[2]));
    for at in at {
        let (x, y) = (at[0] - mean[0], at[1] - mean[1]);
        *at = [cos * x - sin * y, sin * x + cos * y];
    }
}

/// Brings boxes as near together along one axis as they go without lying on one another.
fn squeeze(at: &mut [[f64; 2]], sizes: &[[f64; 2]], axis: usize) {
    if at.len() > SQUEEZED {
        return;
    }
    let squeezed = |part: f64| {
        let mut at = at.to_vec();
        for at in &mut at {
            at[axis] *= part;
        }
        at
    };
    let overlaps = |at: &[[f64; 2]]| {
        let boxes = at.iter().zip(sizes).enumerate();
        let rect = |(node, (at, [w, h])): (usize, (&[f64; 2], &[f64; 2]))| {
            (node, Rect { x: at[0] - w / 2.0, y: at[1] - h / 2.0, w: *w, h: *h })
        };
        !lying_on(&boxes.map(rect).collect::<Vec<_>>()).is_empty()
    };
    let (mut low, mut high) = (NEAREST, 1.0);
    for _ in 0..10 {
        let middle = f64::midpoint(low, high);
        (low, high) = if overlaps(&squeezed(middle)) { (middle, high) } else { (low, middle) };
    }
    at.copy_from_slice(&squeezed(high));
}

/// Moved so that the boxes begin at (0, 0).
fn at_corner(scene: &Scene<'_>, at: Vec<(u32, Point)>) -> Part {
    let all = around(at.iter().map(|&(node, point)| scene.sizes[node as usize].at(point))).unwrap_or_default();
    let moved = at.into_iter().map(|(node, (x, y))| (node, (x - all.x, y - all.y))).collect();
    Part { at: moved, width: all.w, height: all.h }
}

/// A named group: the linked above, the others in rows below, with its margins.
fn framed(scene: &Scene<'_>, drawn: Option<Part>, alone: &[u32]) -> Part {
    let mut part = drawn.unwrap_or(Part { at: Vec::new(), width: 0.0, height: 0.0 });
    if !alone.is_empty() {
        let rows = rows(scene, alone, part.width);
        let top = if part.at.is_empty() { 0.0 } else { part.height + GAP };
        let width = part.width.max(rows.width);
        let (left, right) = ((width - part.width) / 2.0, (width - rows.width) / 2.0);
        part.at.iter_mut().for_each(|(_, (x, _))| *x += left);
        part.at.extend(rows.at.into_iter().map(|(node, (x, y))| (node, (x + right, y + top))));
        part = Part { width, height: top + rows.height, ..part };
    }
    let down = GROUP_PAD + scene.group_heading;
    for (_, (x, y)) in &mut part.at {
        (*x, *y) = (*x + GROUP_PAD, *y + down);
    }
    Part { width: part.width + 2.0 * GROUP_PAD, height: part.height + GROUP_PAD + down, ..part }
}

/// Rows at least about `width` wide, or of a good shape of their own.
fn rows(scene: &Scene<'_>, nodes: &[u32], width: f64) -> Cells {
    let half = widest_half(nodes, &scene.sizes);
    let one = cells(nodes, &scene.sizes, 1, half);
    let column = one.width + GAP;
    let shape = libm::sqrt(SHAPE * one.height * column) / column;
    let columns = shape.max((width + GAP) / column).round().max(1.0);
    cells(nodes, &scene.sizes, columns as usize, half)
}

impl Parts {
    /// The narrowest a kind may be.
    pub(super) fn least_width(&self, scene: &Scene<'_>) -> f64 {
        let loose = self.loose.iter().map(|&node| 2.0 * scene.sizes[node as usize].half_width);
        self.drawn.iter().map(|part| part.width).chain(loose).fold(0.0, f64::max)
    }

    /// About how much ground the kind needs.
    pub(super) fn ground(&self, scene: &Scene<'_>) -> f64 {
        let drawn: f64 = self.drawn.iter().map(|part| part.width * part.height).sum();
        let half = widest_half(&self.loose, &scene.sizes);
        let high = |node: &u32| scene.sizes[*node as usize].above + scene.sizes[*node as usize].below;
        drawn + self.loose.iter().map(|node| (2.0 * half + GAP) * (high(node) + GAP)).sum::<f64>()
    }
}
