//! Organizations without a line to us that have lines to one another: drawn by these, as any plain graph.
//!
//! Owns: which of a field are drawn so. Must not know: zones, where the field stands.

use std::collections::BTreeMap;

use super::field::CELL;
use super::place::Placing;
use crate::graph::{Cancelled, Graph, Options, layout_graph};
use crate::{FieldBlock, Point, Rect};

/// A block, and the middle of each of its nodes from its corner.
type Linked = (FieldBlock, Vec<(usize, Point)>);

impl Placing<'_> {
    /// The block of those linked to one another, or none where nobody is.
    pub(super) fn linked(&self, members: &[usize]) -> Result<Option<Linked>, Cancelled> {
        let own: BTreeMap<usize, u32> = members.iter().copied().zip(0..).collect();
        let ends = self.input.edges.iter().filter_map(|(a, b)| Some((*own.get(a)?, *own.get(b)?)));
        let lines: Vec<(u32, u32)> = ends.filter(|(a, b)| a != b).collect();
        let Ok(all) = Graph::new(members.len(), &lines) else { return Ok(None) };
        let drawn: Vec<u32> = (0..members.len() as u32).filter(|&node| all.degree(node as usize) > 0).collect();
        if drawn.is_empty() {
            return Ok(None);
        }
        let options =
            Options { boxes: vec![[CELL.0, CELL.1]; drawn.len()], separate: self.input.separate, ..Options::default() };
        let layout = layout_graph(&all.part(&drawn), &options, self.watch)?;
        let least = |axis: usize| layout.at.iter().fold(f64::MAX, |least, at| least.min(at[axis]));
        let most = |axis: usize| layout.at.iter().fold(f64::MIN, |most, at| most.max(at[axis]));
        let corner = (least(0) - CELL.0 / 2.0, least(1) - CELL.1 / 2.0);
        let rect = Rect { x: 0.0, y: 0.0, w: most(0) - least(0) + CELL.0, h: most(1) - least(1) + CELL.1 };
        let cells = drawn.iter().zip(&layout.at);
        let cells = cells.map(|(&node, at)| (members[node as usize], (at[0] - corner.0, at[1] - corner.1))).collect();
        Ok(Some((FieldBlock { kind: None, count: drawn.len(), rect }, cells)))
    }
}
