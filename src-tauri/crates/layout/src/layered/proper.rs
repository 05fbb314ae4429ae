//! A part of the graph whose lines all join neighboring layers: long ones run through virtual nodes.
//!
//! Owns: virtual nodes and the two sides of each layer. Must not know: order, positions, boxes.

use super::rows::Rows;
use std::ops::Range;

/// Virtual nodes made for all lines together; the longest lines go without where it would be more.
const VIRTUAL_MAX: usize = 100_000;

/// Layers with lines between neighbors only.
#[derive(Debug, Clone)]
pub(super) struct Proper {
    /// Nodes from this number on are virtual.
    pub real: u32,
    /// The layer of each node.
    pub layer: Vec<u32>,
    /// How many layers there are.
    pub layers: usize,
    /// The neighbors in the layer before, and in the layer after.
    pub before: Rows,
    /// See `before`.
    pub after: Rows,
    /// The virtual nodes of each line, from the lower layer to the higher.
    pub chains: Vec<Range<u32>>,
}

impl Proper {
    /// Lines inside a layer are left out. Every pair of nodes is named once at most.
    pub(super) fn new(mut layer: Vec<u32>, lines: &[(u32, u32)]) -> Self {
        let real = layer.len() as u32;
        let upward = |&(a, b): &(u32, u32)| if layer[a as usize] <= layer[b as usize] { (a, b) } else { (b, a) };
        let lines: Vec<(u32, u32)> = lines.iter().map(upward).collect();
        let between = |line: usize| (layer[lines[line].1 as usize] - layer[lines[line].0 as usize]).saturating_sub(1);
        let mut by_length: Vec<usize> = (0..lines.len()).collect();
        by_length.sort_by_key(|&line| between(line));
        let mut left = VIRTUAL_MAX;
        let mut lengths = vec![None; lines.len()];
        for line in by_length {
            let wanted = between(line) as usize;
            if wanted <= left {
                left -= wanted;
                lengths[line] = Some(wanted as u32);
            }
        }
        let mut steps = Vec::with_capacity(lines.len() + VIRTUAL_MAX - left);
        let mut chains = Vec::with_capacity(lines.len());
        for (&(a, b), length) in lines.iter().zip(lengths) {
            let first = layer.len() as u32;
            chains.push(first..first + length.unwrap_or(0));
            let (from, to) = (layer[a as usize], layer[b as usize]);
            if length.is_none() || from == to {
                continue;
            }
            layer.extend(from + 1..to);
            let mut last = a;
            for node in (first..layer.len() as u32).chain([b]) {
                steps.push((last, node));
                last = node;
            }
        }
        let layers = layer.iter().max().map_or(0, |&last| last as usize + 1);
        let nodes = layer.len();
        Self {
            real,
            layers,
            before: Rows::new(nodes, steps.iter().map(|&(a, b)| (b, a))),
            after: Rows::new(nodes, steps.iter().copied()),
            layer,
            chains,
        }
    }

    /// How many nodes there are, virtual ones included.
    pub(super) fn len(&self) -> usize {
        self.layer.len()
    }

    pub(super) fn is_virtual(&self, node: u32) -> bool {
        node >= self.real
    }
}
