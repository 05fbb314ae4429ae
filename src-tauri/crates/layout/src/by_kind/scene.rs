//! What is to be placed, made sound: kinds, their groups, lines.
//!
//! Owns: the reading of the input. Must not know: where anything goes.

use std::collections::BTreeMap;

use super::ByKindInput;
use crate::ground::{clean, readable, sound};
use crate::{Node, NodeBox, Point};

/// Highest title of an area, and of a group as a part of it.
const TITLE_MAX: f64 = 400.0;
const GROUP_TITLE: f64 = 0.6;
const GROUP_TITLE_MAX: f64 = 20.0;

/// The members of one kind, by group.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Kind {
    pub(super) number: usize,
    /// Named groups by name, then those without one.
    pub(super) groups: Vec<Group>,
}

/// Members of one kind and one group, by name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) name: Option<String>,
    pub(super) members: Vec<u32>,
}

pub(super) struct Scene<'a> {
    pub(super) nodes: &'a [Node],
    pub(super) aspect: f64,
    pub(super) heading: f64,
    pub(super) group_heading: f64,
    pub(super) sizes: Vec<NodeBox>,
    pub(super) pins: Vec<Option<Point>>,
    pub(super) previous: Vec<Option<Point>>,
    pub(super) kinds: Vec<Kind>,
    /// The place of each node's kind among kinds.
    pub(super) place: Vec<usize>,
    /// The place of each node's group in its kind.
    pub(super) group: Vec<usize>,
    /// Each pair once.
    pub(super) lines: Vec<(u32, u32)>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(input: &'a ByKindInput) -> Self {
        let nodes = &input.nodes[..];
        let mut order: Vec<u32> = (0..nodes.len() as u32).collect();
        order.sort_by_cached_key(|&index| {
            let node = &nodes[index as usize];
            (node.kind, node.group.is_none(), node.group.clone(), node.name.to_lowercase(), node.key, index)
        });
        let mut kinds: BTreeMap<usize, Vec<Group>> = BTreeMap::new();
        let (mut place, mut group) = (vec![0; nodes.len()], vec![0; nodes.len()]);
        for &index in &order {
            let node = &nodes[index as usize];
            let count = kinds.len();
            let groups = kinds.entry(node.kind).or_default();
            if groups.last().is_none_or(|last| last.name != node.group) {
                groups.push(Group { name: node.group.clone(), members: Vec::new() });
            }
            group[index as usize] = groups.len() - 1;
            groups[group[index as usize]].members.push(index);
            place[index as usize] = kinds.len().max(count) - 1;
        }
        let there = |&&(a, b): &&(usize, usize)| a != b && a < nodes.len() && b < nodes.len();
        let mut lines: Vec<(u32, u32)> =
            input.edges.iter().filter(there).map(|&(a, b)| (a.min(b) as u32, a.max(b) as u32)).collect();
        lines.sort_unstable();
        lines.dedup();
        let heading = if input.heading.is_finite() { input.heading.clamp(0.0, TITLE_MAX) } else { 0.0 };
        Self {
            nodes,
            aspect: readable(input.aspect),
            heading,
            group_heading: (heading * GROUP_TITLE).min(GROUP_TITLE_MAX),
            sizes: nodes.iter().map(|node| clean(node.size)).collect(),
            pins: nodes.iter().map(|node| sound(node.pinned)).collect(),
            previous: nodes.iter().map(|node| sound(node.previous)).collect(),
            kinds: kinds.into_iter().map(|(number, groups)| Kind { number, groups }).collect(),
            place,
            group,
            lines,
        }
    }

    /// Does a node's group have a name?
    pub(super) fn is_grouped(&self, node: u32) -> bool {
        self.nodes[node as usize].group.is_some()
    }
}
