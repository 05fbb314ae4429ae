//! The value chain: who gives to whom, from left to right, with us at (0, 0).
//!
//! Owns: the map's nouns as the layered style takes them. Must not know: how that style works, what relationships mean.

use super::{Column, LayeredOptions, layer_graph};
use crate::{
    Node, Point, Rect, Zone,
    graph::{Cancelled, Watch},
};

/// What to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChainInput {
    /// Every organization, us included, in any order; the result keeps that order.
    pub nodes: Vec<Node>,
    /// Lines, as pairs of indices into `nodes`: from who gives to who takes.
    pub edges: Vec<(usize, usize)>,
    /// Width of the view over its height.
    pub aspect: f64,
}

/// The bends of one line, from who gives to who takes.
pub type Route = Vec<Point>;

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChain {
    /// One for each node, in the order given.
    pub positions: Vec<Point>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The column of each node; none for those without lines.
    pub column_of: Vec<Option<u32>>,
    /// Where the nodes without lines stand.
    pub unlinked: Option<Rect>,
    /// What everything fills.
    pub bounds: Rect,
    /// Part of `bounds` that boxes cover.
    pub fill: f64,
    /// One for each line, in the order given.
    pub routes: Vec<Route>,
}

/// Places every node: no two boxes overlap unless both are pinned, pinned nodes stay, those with a previous place keep
/// their order.
pub fn value_chain(input: &ValueChainInput, watch: Watch<'_>) -> Result<ValueChain, Cancelled> {
    let (order, number) = by_key(&input.nodes);
    let of = |index: usize| &input.nodes[order[index]];
    let indices = 0..order.len();
    // Boxes reach farther down than up, for their labels: their middle lies below the point they stand on.
    let lower = |node: &Node| (node.size.below - node.size.above) / 2.0;
    let middle = |node: &Node, point: Option<Point>| point.map(|(x, y)| [x, y + lower(node)]);
    let lines: Vec<(u32, u32)> =
        input.edges.iter().map(|&(a, b)| (numbered(&number, a), numbered(&number, b))).collect();
    let us = indices.clone().find(|&index| of(index).zone == Zone::Us);
    let options = LayeredOptions {
        boxes: indices
            .clone()
            .map(|index| [2.0 * of(index).size.half_width, of(index).size.above + of(index).size.below])
            .collect(),
        groups: groups(&input.nodes, &order),
        pinned: indices.clone().map(|index| middle(of(index), of(index).pinned)).collect(),
        previous: indices.clone().map(|index| middle(of(index), of(index).previous)).collect(),
        anchor: us.map(|index| (index as u32, [0.0, lower(of(index))])),
        aspect: input.aspect,
        wrap: true,
        ..LayeredOptions::default()
    };
    let layered = layer_graph(order.len(), &lines, &options, watch)?;
    let position = |(node, &at): (&Node, &u32)| {
        let [x, y] = layered.at[at as usize];
        (x, y - lower(node))
    };
    let positions: Vec<Point> = input.nodes.iter().zip(&number).map(position).collect();
    let column_of = number.iter().map(|&at| layered.layer_of[at as usize]).collect();
    let (bounds, fill) = extent(&input.nodes, &positions);
    let routes = layered.bends.iter().map(|bends| bends.iter().map(|&[x, y]| (x, y)).collect()).collect();
    Ok(ValueChain { positions, columns: layered.columns, column_of, unlinked: layered.unlinked, bounds, fill, routes })
}

/// Nodes in the order of their keys, and each node's number in it: the order given must not show.
fn by_key(nodes: &[Node]) -> (Vec<usize>, Vec<u32>) {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|&index| nodes[index].key);
    let mut number = vec![0; nodes.len()];
    for (at, &index) in order.iter().enumerate() {
        number[index] = at as u32;
    }
    (order, number)
}

/// Lines to nobody place nothing.
fn numbered(number: &[u32], index: usize) -> u32 {
    number.get(index).copied().unwrap_or(u32::MAX)
}

fn groups(nodes: &[Node], order: &[usize]) -> Vec<Option<u32>> {
    let mut names: Vec<&str> = nodes.iter().filter_map(|node| node.group.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    let number = |name: &str| names.binary_search(&name).ok().map(|at| at as u32);
    order.iter().map(|&index| nodes[index].group.as_deref().and_then(number)).collect()
}

/// What all boxes fill, and the part of it that they cover.
fn extent(nodes: &[Node], positions: &[Point]) -> (Rect, f64) {
    let (mut low, mut high, mut covered) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN), 0.0);
    for (node, &(x, y)) in nodes.iter().zip(positions) {
        let size = node.size;
        low = (low.0.min(x - size.half_width), low.1.min(y - size.above));
        high = (high.0.max(x + size.half_width), high.1.max(y + size.below));
        covered += 2.0 * size.half_width * (size.above + size.below);
    }
    if nodes.is_empty() {
        return (Rect::default(), 0.0);
    }
    let bounds = Rect { x: low.0, y: low.1, w: high.0 - low.0, h: high.1 - low.1 };
    (bounds, if bounds.w * bounds.h > 0.0 { covered / (bounds.w * bounds.h) } else { 0.0 })
}
