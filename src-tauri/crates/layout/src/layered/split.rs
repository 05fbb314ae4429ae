//! A graph split into parts that are drawn by themselves.
//!
//! Owns: which nodes stand together and which apart, and cleaning what was given. Must not know: how a part is drawn.

use super::LayeredOptions;
use crate::graph::Graph;

/// The graph in parts.
#[derive(Debug, Default)]
pub(super) struct Split {
    /// The largest first, but all that has to do with given layers before them, as one.
    pub parts: Vec<Piece>,
    /// Nodes that no line joins to another, ascending.
    pub unlinked: Vec<u32>,
    /// Given layers, close to one another.
    pub given: Vec<Option<u32>>,
    /// Where nodes stay.
    pub pins: Vec<Option<[f64; 2]>>,
}

/// Nodes and the lines among them.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Ascending; lines name places in this list.
    pub nodes: Vec<u32>,
    /// Each once. Both ways only where neither outweighs the other.
    pub lines: Vec<(u32, u32)>,
}

pub(super) fn split(nodes: usize, lines: &[(u32, u32)], options: &LayeredOptions) -> Split {
    let lines = prevailing(nodes, lines);
    let given = close_up(nodes, options);
    let finite = |pin: &[f64; 2]| pin.iter().all(|value| value.is_finite());
    let pins = (0..nodes).map(|node| options.pinned.get(node).copied().flatten().filter(finite)).collect();
    let Ok(graph) = Graph::new(nodes, &lines) else { return Split { given, pins, ..Split::default() } };
    let (mut together, mut parts, mut unlinked) = (Vec::new(), Vec::new(), Vec::new());
    let is_anchor = |node: u32| options.anchor.is_some_and(|anchor| anchor.0 == node);
    for component in graph.components() {
        if component.iter().any(|&node| given[node as usize].is_some()) {
            together.extend(component);
        } else if let [node] = component[..]
            && !is_anchor(node)
        {
            unlinked.push(node);
        } else {
            parts.push(component);
        }
    }
    together.sort_unstable();
    if !together.is_empty() {
        parts.insert(0, together);
    }
    Split { parts: pieces(nodes, parts, &lines), unlinked, given, pins }
}

/// Every line once, and of two opposite ones that which more lines follow.
fn prevailing(nodes: usize, lines: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let inside = |&(a, b): &(u32, u32)| a != b && (a as usize) < nodes && (b as usize) < nodes;
    let mut sorted: Vec<(u32, u32, bool)> =
        lines.iter().copied().filter(inside).map(|(a, b)| (a.min(b), a.max(b), a > b)).collect();
    sorted.sort_unstable();
    let mut kept = Vec::new();
    for pair in sorted.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let back = pair.iter().filter(|line| line.2).count();
        let (a, b, forth) = (pair[0].0, pair[0].1, pair.len() - back);
        kept.extend((forth >= back).then_some((a, b)));
        kept.extend((back >= forth).then_some((b, a)));
    }
    kept
}

/// Given layers without gaps that are wider than any chain of nodes.
fn close_up(nodes: usize, options: &LayeredOptions) -> Vec<Option<u32>> {
    let given: Vec<Option<u32>> = (0..nodes).map(|node| options.layers.get(node).copied().flatten()).collect();
    let free = given.iter().filter(|given| given.is_none()).count() as u32;
    let mut used: Vec<u32> = given.iter().flatten().copied().collect();
    used.sort_unstable();
    used.dedup();
    let mut closed = Vec::with_capacity(used.len());
    let (mut last, mut next) = (0, 0);
    for &layer in &used {
        next += (layer - last).min(free + 1);
        closed.push(next);
        last = layer;
    }
    given.iter().map(|given| given.and_then(|layer| Some(closed[used.binary_search(&layer).ok()?]))).collect()
}

fn pieces(nodes: usize, parts: Vec<Vec<u32>>, lines: &[(u32, u32)]) -> Vec<Piece> {
    let (mut part_of, mut number) = (vec![0; nodes], vec![0; nodes]);
    for (part, members) in parts.iter().enumerate() {
        for (at, &node) in members.iter().enumerate() {
            (part_of[node as usize], number[node as usize]) = (part, at as u32);
        }
    }
    let mut pieces: Vec<Piece> = parts.into_iter().map(|nodes| Piece { nodes, lines: Vec::new() }).collect();
    for &(a, b) in lines {
        pieces[part_of[a as usize]].lines.push((number[a as usize], number[b as usize]));
    }
    pieces
}
