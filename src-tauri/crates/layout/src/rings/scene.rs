//! What is to be placed, made sound: who stands on which ring, which lines count, who stays together.
//!
//! Owns: the reading of the input. Must not know: where anything goes.

use std::collections::BTreeMap;

use super::RingsInput;
use crate::ground::{clean, readable, sound};
use crate::{Node, NodeBox, Point};

/// One ring's members, in base order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Level {
    pub(super) number: u32,
    pub(super) caption: NodeBox,
    /// All of them, for the ring's size: pinning somebody changes no ring.
    pub(super) members: Vec<u32>,
    /// Those that are not pinned.
    pub(super) free: Vec<u32>,
}

pub(super) struct Scene<'a> {
    pub(super) nodes: &'a [Node],
    pub(super) aspect: f64,
    pub(super) lift: f64,
    pub(super) center: Option<usize>,
    pub(super) sizes: Vec<NodeBox>,
    pub(super) pins: Vec<Option<Point>>,
    pub(super) previous: Vec<Option<Point>>,
    pub(super) levels: Vec<Level>,
    /// Which level a node belongs to.
    pub(super) level: Vec<Option<usize>>,
    /// Nodes of no ring, in base order.
    pub(super) outside: Vec<u32>,
    /// Lines between nodes with a ring or the center, each pair once.
    pub(super) lines: Vec<(u32, u32)>,
    /// Nodes of one block stay together; who has no group is alone.
    pub(super) block: Vec<u32>,
    /// Place in base order: kind, group, name, key.
    pub(super) rank: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(input: &'a RingsInput) -> Self {
        let nodes = &input.nodes[..];
        let center = input.us.filter(|&us| us < nodes.len());
        let sizes: Vec<NodeBox> = nodes.iter().map(|node| clean(node.size)).collect();
        let (block, rank) = base(nodes);
        let mut order: Vec<u32> = (0..nodes.len() as u32).filter(|&node| center != Some(node as usize)).collect();
        order.sort_by_key(|&node| rank[node as usize]);
        let pins: Vec<Option<Point>> = nodes.iter().map(|node| sound(node.pinned)).collect();
        let number = |node: u32| input.ring.get(node as usize).copied().flatten();
        let levels = levels(input, &order, &pins);
        let place = |number: u32| levels.binary_search_by_key(&number, |level| level.number).ok();
        let mut level = vec![None; nodes.len()];
        for &node in &order {
            level[node as usize] = number(node).and_then(place);
        }
        let stands = |node: usize| node < nodes.len() && (center == Some(node) || level[node].is_some());
        let kept = input.edges.iter().filter(|&&(a, b)| a != b && stands(a) && stands(b));
        let mut lines: Vec<(u32, u32)> = kept.map(|&(a, b)| (a.min(b) as u32, a.max(b) as u32)).collect();
        lines.sort_unstable();
        lines.dedup();
        Self {
            nodes,
            aspect: readable(input.aspect),
            lift: lift(&sizes, &order),
            center,
            pins,
            previous: nodes.iter().map(|node| sound(node.previous)).collect(),
            outside: order.iter().copied().filter(|&node| level[node as usize].is_none()).collect(),
            sizes,
            levels,
            level,
            lines,
            block,
            rank,
        }
    }

    /// The angle at which a point lies.
    pub(super) fn angle(&self, (x, y): Point) -> f64 {
        libm::atan2((y + self.lift) * self.aspect, x)
    }

    /// How far out a point lies, as the radius of its ellipse.
    pub(super) fn radius(&self, (x, y): Point) -> f64 {
        libm::hypot(x / self.aspect, y + self.lift)
    }

    /// How far a box reaches from its middle, whichever way.
    pub(super) fn reach(&self, node: u32) -> f64 {
        let size = &self.sizes[node as usize];
        libm::hypot(size.half_width / self.aspect, (size.above + self.lift).max(size.below - self.lift))
    }
}

/// Rings in ascending order of their numbers: those of nodes and those with a caption.
fn levels(input: &RingsInput, order: &[u32], pins: &[Option<Point>]) -> Vec<Level> {
    let captions = input.captions.iter().map(|&caption| clean(caption)).zip(0..);
    let captioned = captions.filter(|(caption, _)| caption.half_width > 0.0);
    let mut levels: BTreeMap<u32, (NodeBox, Vec<u32>)> =
        captioned.map(|(caption, number)| (number, (caption, Vec::new()))).collect();
    for &node in order {
        if let Some(number) = input.ring.get(node as usize).copied().flatten() {
            levels.entry(number).or_default().1.push(node);
        }
    }
    let level = |(number, (caption, members)): (u32, (NodeBox, Vec<u32>))| {
        let free = members.iter().copied().filter(|&node| pins[node as usize].is_none()).collect();
        Level { number, caption, members, free }
    };
    levels.into_iter().map(level).collect()
}

/// The block of each node and its place in base order.
fn base(nodes: &[Node]) -> (Vec<u32>, Vec<u32>) {
    // A group stands where the first of its kinds does.
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for node in nodes {
        if let Some(group) = &node.group {
            let kind = kinds.entry(group).or_insert(node.kind);
            *kind = node.kind.min(*kind);
        }
    }
    let numbers: BTreeMap<&str, u32> = kinds.keys().copied().zip(0..).collect();
    let group = |node: &'_ Node| node.group.as_deref().and_then(|name| numbers.get(name).copied());
    let alone = numbers.len() as u32;
    let block = nodes.iter().zip(alone..).map(|(node, own)| group(node).unwrap_or(own)).collect();
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_cached_key(|&index| {
        let node = &nodes[index];
        let kind = node.group.as_deref().and_then(|name| kinds.get(name).copied()).unwrap_or(node.kind);
        (kind, group(node).unwrap_or(alone), node.kind, node.name.to_lowercase(), node.key, index)
    });
    let mut rank = vec![0; nodes.len()];
    order.iter().zip(0..).for_each(|(&node, place)| rank[node] = place);
    (block, rank)
}

/// Half of what most boxes reach farther down than up.
fn lift(sizes: &[NodeBox], nodes: &[u32]) -> f64 {
    let mut below: Vec<f64> =
        nodes.iter().map(|&node| (sizes[node as usize].below - sizes[node as usize].above) / 2.0).collect();
    below.sort_unstable_by(f64::total_cmp);
    below.get(below.len() / 2).copied().unwrap_or(0.0)
}
