//! Rings for a plain graph, by hops from its middle or by numbers at hand.
//!
//! Owns: which node is the middle. Must not know: how rings are drawn.

use super::{RingsInput, rings};
use crate::graph::{Cancelled, Graph, Layout, UNREACHED, Watch};
use crate::{Node, NodeBox, Zone};

/// Nodes from which hops are counted to find the middle of a large graph.
const PROBES: usize = 64;
/// Half the side of a node's box when it has none.
const POINT: f64 = 0.5;

/// What to keep to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RingOptions {
    /// The node at the center. Nothing: the most central one, unless `ring` is given.
    pub center: Option<usize>,
    /// The number of each node's ring. Empty: hops from the center.
    pub ring: Vec<Option<u32>>,
    /// Width and height of each node's box. Empty: nodes are points.
    pub boxes: Vec<[f64; 2]>,
    /// A number for each node's group, to be kept together. Empty: no groups.
    pub groups: Vec<u32>,
    /// Where nodes stay. Empty: nowhere.
    pub pinned: Vec<Option<[f64; 2]>>,
    /// Where nodes lay last time. Empty: nowhere.
    pub previous: Vec<Option<[f64; 2]>>,
    /// Width of the view over its height; 0 for a circle.
    pub aspect: f64,
}

/// Lays out a graph on rings around a node. Lists in `options` that are too short count as empty from there on; what
/// cannot be reached from the center lies in a block beside.
pub fn ring_graph(graph: &Graph, options: &RingOptions, watch: Watch<'_>) -> Result<Layout, Cancelled> {
    let named = options.center.filter(|&center| center < graph.len());
    let us = named.or_else(|| if options.ring.is_empty() { middle(graph) } else { None });
    let ring = match us {
        Some(us) if options.ring.is_empty() => {
            graph.hops(us).0.into_iter().map(|hops| (hops != UNREACHED).then_some(hops)).collect()
        }
        _ => options.ring.clone(),
    };
    let point = |list: &[Option<[f64; 2]>], node: usize| list.get(node).copied().flatten().map(|[x, y]| (x, y));
    let node = |index: usize| {
        let [wide, high] = options.boxes.get(index).copied().unwrap_or([2.0 * POINT; 2]);
        Node {
            key: index as u128,
            name: String::new(),
            size: NodeBox { half_width: wide / 2.0, above: high / 2.0, below: high / 2.0 },
            depth: None,
            zone: Zone::Unknown,
            group: options.groups.get(index).map(u32::to_string),
            kind: 0,
            pinned: point(&options.pinned, index),
            previous: point(&options.previous, index),
        }
    };
    let input = RingsInput {
        nodes: (0..graph.len()).map(node).collect(),
        edges: graph.lines().map(|(a, b)| (a as usize, b as usize)).collect(),
        us,
        ring,
        captions: Vec::new(),
        aspect: if options.aspect > 0.0 { options.aspect } else { 1.0 },
    };
    let drawn = rings(&input, watch)?;
    Ok(Layout {
        at: drawn.positions.into_iter().map(|(x, y)| [x, y]).collect(),
        overlapping_pins: drawn.overlapping.len(),
    })
}

/// The node of the largest component with the fewest hops to all others; in a large one, to some spread over it. Of
/// equals the one with more neighbors, then the first.
fn middle(graph: &Graph) -> Option<usize> {
    let nodes = graph.components().into_iter().next()?;
    let step = nodes.len().div_ceil(PROBES).max(1);
    let mut sums = vec![0_u64; graph.len()];
    for &probe in nodes.iter().step_by(if nodes.len() <= 4 * PROBES { 1 } else { step }) {
        let (hops, reached) = graph.hops(probe as usize);
        for node in reached {
            sums[node as usize] += u64::from(hops[node as usize]);
        }
    }
    let far = |node: &u32| (sums[*node as usize], std::cmp::Reverse(graph.degree(*node as usize)), *node);
    nodes.into_iter().min_by_key(far).map(|node| node as usize)
}

#[cfg(test)]
mod tests {
    use super::middle;
    use crate::graph::Graph;

    #[test]
    fn finds_the_middle() {
        let path: Vec<(u32, u32)> = (1..9).map(|node| (node - 1, node)).collect();
        assert_eq!(middle(&Graph::new(9, &path).unwrap()), Some(4));
        let star: Vec<(u32, u32)> = (0..500).filter(|&node| node != 7).map(|node| (7, node)).collect();
        assert_eq!(middle(&Graph::new(500, &star).unwrap()), Some(7));
        assert_eq!(middle(&Graph::new(0, &[]).unwrap()), None);
    }
}
