//! Layers with the least total length of lines, by network simplex (Gansner, Koutsofios, North, Vo 1993).
//!
//! Owns: the pivots on a spanning tree of tight lines. Must not know: where lines come from, order within a layer.

mod tree;

use crate::graph::{Cancelled, Phase, Watch, tell};
use tree::Tree;

/// A line that wants its head at least `min` layers after its tail, and as near to that as can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub tail: u32,
    pub head: u32,
    pub min: i32,
    pub weight: i32,
}

impl Span {
    #[inline]
    fn slack(&self, layer: &[i32]) -> i32 {
        layer[self.head as usize] - layer[self.tail as usize] - self.min
    }
}

/// Negative cut values looked at before the most negative of them is taken.
const CANDIDATES: usize = 30;

/// Pivots told of at once.
const PIVOTS_TOLD: usize = 256;

/// Shortens the lines of a connected graph in total, from layers that keep every `min`. Layers may become negative.
pub(super) fn shorten(spans: &[Span], layer: &mut [i32], watch: Watch<'_>) -> Result<(), Cancelled> {
    if layer.len() < 2 {
        return Ok(());
    }
    let mut tree = Tree::tight(spans, layer);
    // The optimum comes long before; where ties send the pivots in circles, any state is a valid layering.
    let most = 50 * layer.len() + 1_000;
    let mut cursor = 0;
    for pivot in 0..most {
        if pivot % PIVOTS_TOLD == 0 {
            tell(watch, Phase::Layers, pivot, most)?;
        }
        let Some(leaving) = tree.leaving(&mut cursor, CANDIDATES) else { break };
        let Some(entering) = tree.entering(leaving, layer) else { break };
        tree.pivot(leaving, entering, layer);
    }
    Ok(())
}

/// The total that [`shorten`] makes least.
#[cfg(test)]
fn length(spans: &[Span], layer: &[i32]) -> i64 {
    spans.iter().map(|span| i64::from(span.weight) * i64::from(span.slack(layer) + span.min)).sum()
}

#[cfg(test)]
mod tests {
    use super::{Span, length, shorten};
    use proptest::prelude::*;
    use std::ops::ControlFlow;

    /// The least total length, by trying every layering of at most `nodes` layers.
    fn by_trial(spans: &[Span], layer: &mut Vec<i32>, nodes: usize) -> i64 {
        if layer.len() == nodes {
            return length(spans, layer);
        }
        let mut best = i64::MAX;
        for try_layer in 0..nodes as i32 {
            layer.push(try_layer);
            let whole = |span: &&Span| (span.tail as usize) < layer.len() && (span.head as usize) < layer.len();
            if spans.iter().filter(whole).all(|span| span.slack(layer) >= 0) {
                best = best.min(by_trial(spans, layer, nodes));
            }
            layer.pop();
        }
        best
    }

    fn longest_paths(nodes: usize, spans: &[Span]) -> Vec<i32> {
        let mut layer = vec![0; nodes];
        for _ in 0..nodes {
            for span in spans {
                layer[span.head as usize] = layer[span.head as usize].max(layer[span.tail as usize] + span.min);
            }
        }
        layer
    }

    /// A connected graph without cycles: every node after the first has a line with one before it.
    fn spans(nodes: usize, most_min: i32) -> impl Strategy<Value = Vec<Span>> {
        let line = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..=most_min, 1..4_i32);
        prop::collection::vec(line, nodes - 1..2 * nodes + 2).prop_map(move |lines| {
            let span = |(at, (a, b, min, weight)): (usize, (prop::sample::Index, prop::sample::Index, i32, i32))| {
                let head = if at < nodes - 1 { at + 1 } else { 1 + b.index(nodes - 1) };
                Span { tail: a.index(head) as u32, head: head as u32, min, weight }
            };
            lines.into_iter().enumerate().map(span).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn finds_the_shortest_of_all_layerings(spans in (2_usize..=6).prop_flat_map(|nodes| spans(nodes, 1))) {
            let nodes = 1 + spans.iter().map(|span| span.head as usize).max().unwrap();
            let mut layer = longest_paths(nodes, &spans);
            shorten(&spans, &mut layer, &|_| ControlFlow::Continue(())).unwrap();
            prop_assert!(spans.iter().all(|span| span.slack(&layer) >= 0));
            prop_assert_eq!(length(&spans, &layer), by_trial(&spans, &mut Vec::new(), nodes));
        }

        /// No single move of a set of nodes that precede one another makes it shorter: the optimum, where trying all is too slow.
        #[test]
        fn no_cut_can_be_shortened(spans in (10_usize..=60).prop_flat_map(|nodes| spans(nodes, 3))) {
            let nodes = 1 + spans.iter().map(|span| span.head as usize).max().unwrap();
            let mut layer = longest_paths(nodes, &spans);
            let before = length(&spans, &layer);
            shorten(&spans, &mut layer, &|_| ControlFlow::Continue(())).unwrap();
            prop_assert!(spans.iter().all(|span| span.slack(&layer) >= 0));
            prop_assert!(length(&spans, &layer) <= before);
            for start in 0..nodes {
                for way in [-1, 1] {
                    // All that must move along when this node moves by one.
                    let mut moved = layer.clone();
                    moved[start] += way;
                    while let Some(span) = spans.iter().find(|span| span.slack(&moved) < 0) {
                        let pushed = if way > 0 { span.head } else { span.tail };
                        moved[pushed as usize] += way;
                    }
                    prop_assert!(length(&spans, &moved) >= length(&spans, &layer));
                }
            }
        }
    }
}
