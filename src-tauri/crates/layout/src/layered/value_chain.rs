//! The value chain: who gives to whom, from left to right, with us at (0, 0).
//!
//! Owns: the map's nouns as the layered style takes them. Must not know: how that style works, what relationships mean.

use super::{Column, LayeredOptions, layer_graph, layers_of};
use crate::{
    Node, Point, Rect, Zone,
    graph::{Cancelled, Graph, Watch},
};

/// More columns than this cannot be told apart by their names: who is farther away stands in the outermost.
pub const COLUMNS_MAX: u32 = 7;

/// Each column takes at least this part of the whole width, for its name.
const COLUMN_SHARE: f64 = 0.12;

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

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChain {
    /// One for each node, in the order given.
    pub positions: Vec<Point>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The column of each node; none for those that no lines lead to from us.
    pub column_of: Vec<Option<u32>>,
    /// The first and the last column also hold who is farther away.
    pub cut: [bool; 2],
    /// What those in columns fill.
    pub chained: Rect,
    /// Where those stand that no lines lead to from us.
    pub unlinked: Option<Rect>,
    /// What everything fills.
    pub bounds: Rect,
    /// Part of `bounds` that boxes cover.
    pub fill: f64,
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
    let lines = us.map_or_else(|| lines.clone(), |us| around(us, order.len(), &lines));
    let (layers, cut) = columns(&layers_of(order.len(), &lines, watch)?, us);
    let options = LayeredOptions {
        layers,
        column_share: COLUMN_SHARE,
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
    let column_of: Vec<Option<u32>> = number.iter().map(|&at| layered.layer_of[at as usize]).collect();
    let all = || input.nodes.iter().zip(&positions);
    let (bounds, fill) = extent(all());
    let (chained, _) = extent(all().zip(&column_of).filter_map(|(one, column)| column.map(|_| one)));
    Ok(ValueChain {
        positions,
        columns: layered.columns,
        column_of,
        cut,
        chained,
        unlinked: layered.unlinked,
        bounds,
        fill,
    })
}

/// The lines that others lead to from us: who has none is outside the chain.
fn around(us: usize, nodes: usize, lines: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let inside: Vec<(u32, u32)> =
        lines.iter().copied().filter(|&(a, b)| (a as usize) < nodes && (b as usize) < nodes).collect();
    let Ok(graph) = Graph::new(nodes, &inside) else { return Vec::new() };
    let ours = graph.components().into_iter().find(|component| component.contains(&(us as u32))).unwrap_or_default();
    let mut is_ours = vec![false; nodes];
    for node in ours {
        is_ours[node as usize] = true;
    }
    inside.into_iter().filter(|&(a, _)| is_ours[a as usize]).collect()
}

/// The column of each node, the farthest joined into one where there are too many; whether any were, at either end.
fn columns(layers: &[Option<u32>], us: Option<usize>) -> (Vec<Option<u32>>, [bool; 2]) {
    let last = layers.iter().flatten().max().copied().unwrap_or(0);
    let Some(own) = us.and_then(|us| layers[us]).filter(|_| last >= COLUMNS_MAX) else {
        return (Vec::new(), [false; 2]);
    };
    // As many on either side as there is need for.
    let half = COLUMNS_MAX / 2;
    let before = own.min(half.max((COLUMNS_MAX - 1).saturating_sub(last - own)));
    let (first, end) = (own - before, (own - before) + COLUMNS_MAX - 1);
    let clipped = layers.iter().map(|layer| layer.map(|layer| layer.clamp(first, end) - first)).collect();
    (clipped, [first > 0, end < last])
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
fn extent<'a>(nodes: impl Iterator<Item = (&'a Node, &'a Point)>) -> (Rect, f64) {
    let mut covered = 0.0;
    let bounds = crate::ground::around(nodes.map(|(node, &at)| {
        covered += node.size.area(0.0);
        node.size.at(at)
    }));
    let bounds = bounds.unwrap_or_default();
    (bounds, if bounds.w * bounds.h > 0.0 { covered / (bounds.w * bounds.h) } else { 0.0 })
}
