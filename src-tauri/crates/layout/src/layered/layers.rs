//! The layer of each node of one part of the graph.
//!
//! Owns: which lines are turned, what given layers allow, the evening out of layers. Must not know: how the total
//! length is made least (`simplex`), order within a layer.

use super::{
    cycles,
    rows::Rows,
    simplex::{Span, shorten},
};
use crate::graph::{Cancelled, Watch};
use std::collections::BTreeMap;

/// The layers of nodes joined by these lines, from 0, with the lines as short as can be. A node with a given layer has
/// that one: lines that would need another lead backward. Without given layers the part is connected.
pub(super) fn layers(
    nodes: usize,
    lines: &[(u32, u32)],
    given: &[Option<u32>],
    watch: Watch<'_>,
) -> Result<Vec<u32>, Cancelled> {
    let is_free = |node: u32| given[node as usize].is_none();
    // Given layers decide about their lines by themselves: only cycles of free nodes are in the way.
    let inner: Vec<(u32, u32)> = lines.iter().copied().filter(|&(a, b)| is_free(a) && is_free(b)).collect();
    let turned = cycles::turned(nodes, &inner);
    let inner: Vec<(u32, u32)> =
        inner.iter().zip(turned).map(|(&(a, b), turned)| if turned { (b, a) } else { (a, b) }).collect();
    let lowest = lowest(nodes, &inner, lines, given);
    let (spans, number, ground) = spans(nodes, &inner, lines, given, &lowest);
    let mut layer = vec![0; number.len() + usize::from(ground.is_some())];
    for (node, at) in &number {
        layer[*at as usize] = lowest[*node as usize];
    }
    shorten(&spans, &mut layer, watch)?;
    let zero = ground.map_or_else(|| layer.iter().copied().min().unwrap_or(0), |ground| layer[ground as usize]);
    for layer in &mut layer {
        *layer -= zero;
    }
    even_out(&spans, &mut layer, ground);
    let at = |node: u32| given[node as usize].or_else(|| number.get(&node).map(|at| layer[*at as usize].max(0) as u32));
    Ok((0..nodes as u32).map(|node| at(node).unwrap_or(0)).collect())
}

/// The lowest layer of each node: the longest way to it from what has nothing before it, or from a given layer.
fn lowest(nodes: usize, inner: &[(u32, u32)], lines: &[(u32, u32)], given: &[Option<u32>]) -> Vec<i32> {
    let next = Rows::new(nodes, inner.iter().copied());
    let mut before = vec![0_u32; nodes];
    for line in inner {
        before[line.1 as usize] += 1;
    }
    let mut low: Vec<i32> = given.iter().map(|given| given.map_or(0, |given| given as i32)).collect();
    for &(a, b) in lines {
        if let (Some(at), None) = (given[a as usize], given[b as usize]) {
            low[b as usize] = low[b as usize].max(at as i32 + 1);
        }
    }
    let mut ready: Vec<u32> = (0..nodes as u32).filter(|&node| before[node as usize] == 0).collect();
    while let Some(node) = ready.pop() {
        for &after in next.of(node) {
            low[after as usize] = low[after as usize].max(low[node as usize] + 1);
            before[after as usize] -= 1;
            if before[after as usize] == 0 {
                ready.push(after);
            }
        }
    }
    low
}

/// What network simplex works on: free nodes under numbers of their own, all nodes with given layers as one, the ground,
/// at layer 0.
fn spans(
    nodes: usize,
    inner: &[(u32, u32)],
    lines: &[(u32, u32)],
    given: &[Option<u32>],
    lowest: &[i32],
) -> (Vec<Span>, BTreeMap<u32, u32>, Option<u32>) {
    let free = (0..nodes as u32).filter(|&node| given[node as usize].is_none());
    let number: BTreeMap<u32, u32> = free.enumerate().map(|(at, node)| (node, at as u32)).collect();
    let to = |node: u32| number.get(&node).copied().unwrap_or(0);
    let mut spans: Vec<Span> =
        inner.iter().map(|&(a, b)| Span { tail: to(a), head: to(b), min: 1, weight: 1 }).collect();
    let ground = number.len() as u32;
    if number.len() == nodes {
        return (spans, number, None);
    }
    spans.extend(number.values().map(|&head| Span { tail: ground, head, min: 0, weight: 0 }));
    for &(a, b) in lines {
        let span = match (given[a as usize], given[b as usize]) {
            (Some(at), None) => Span { tail: ground, head: to(b), min: at as i32 + 1, weight: 1 },
            (None, Some(at)) if lowest[a as usize] < at as i32 => {
                Span { tail: to(a), head: ground, min: 1 - at as i32, weight: 1 }
            }
            // It cannot lie before that layer, so the line leads backward, and is kept short all the same.
            (None, Some(at)) => Span { tail: ground, head: to(a), min: at as i32, weight: 1 },
            _ => continue,
        };
        spans.push(span);
    }
    (spans, number, Some(ground))
}

/// Nodes that may lie in several layers at the same total length go to the emptiest of them.
fn even_out(spans: &[Span], layer: &mut [i32], ground: Option<u32>) {
    let nodes = layer.len();
    let (mut pull, mut low, mut high) = (vec![0_i64; nodes], vec![i32::MIN; nodes], vec![i32::MAX; nodes]);
    for span in spans {
        pull[span.tail as usize] += i64::from(span.weight);
        pull[span.head as usize] -= i64::from(span.weight);
    }
    let ends = spans.iter().enumerate().flat_map(|(line, span)| [(span.tail, line as u32), (span.head, line as u32)]);
    let at = Rows::new(nodes, ends);
    let last = layer.iter().copied().max().unwrap_or(0).max(0);
    let mut counts = vec![0_u32; last as usize + 1];
    for &at in layer.iter() {
        counts[at.max(0) as usize] += 1;
    }
    for node in 0..nodes as u32 {
        let index = node as usize;
        if pull[index] != 0 || ground == Some(node) {
            continue;
        }
        for &line in at.of(node) {
            let span = spans[line as usize];
            if span.head == node {
                low[index] = low[index].max(layer[span.tail as usize] + span.min);
            } else {
                high[index] = high[index].min(layer[span.head as usize] - span.min);
            }
        }
        let (from, to) = (low[index].max(0), high[index].min(last));
        let best = (from..=to).min_by_key(|&at| (counts[at as usize], at != layer[index], at));
        if let Some(best) = best {
            counts[layer[index] as usize] -= 1;
            counts[best as usize] += 1;
            layer[index] = best;
        }
    }
}
