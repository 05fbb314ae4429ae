//! One part of the graph drawn: layers, order, places along the layers.
//!
//! Owns: the order of these steps. Must not know: other parts, where layers stand.

use super::{
    LayeredOptions, layers,
    order::{self, Wishes},
    place,
    proper::Proper,
    space::Space,
    split::Piece,
    wrap::Lanes,
};
use crate::graph::{Cancelled, Watch};

/// A part of the graph, each node of it at a place along its layer.
#[derive(Debug)]
pub(super) struct Part {
    /// The nodes, as the graph numbers them, ascending; virtual ones follow after their count.
    pub nodes: Vec<u32>,
    /// Pairs of places in `nodes`, the lower layer first, each once, sorted; `proper.chains` follows them.
    pub lines: Vec<(u32, u32)>,
    pub proper: Proper,
    /// The middle of each node along its layer.
    pub along: Vec<f64>,
    /// Which lane of its layer each node stands in.
    pub lane: Vec<u32>,
    pub crossings: u64,
}

impl Part {
    pub(super) fn draw(
        piece: &Piece,
        given: &[Option<u32>],
        space: &Space,
        options: &LayeredOptions,
        watch: Watch<'_>,
    ) -> Result<Self, Cancelled> {
        let of = |node: &u32| *node as usize;
        let given: Vec<Option<u32>> = piece.nodes.iter().map(|node| given[of(node)]).collect();
        let layer = layers::layers(piece.nodes.len(), &piece.lines, &given, watch)?;
        let lower_first = |&(a, b): &(u32, u32)| {
            let key = |node: u32| (layer[node as usize], node);
            if key(a) <= key(b) { (a, b) } else { (b, a) }
        };
        let mut lines: Vec<(u32, u32)> = piece.lines.iter().map(lower_first).collect();
        lines.sort_unstable();
        lines.dedup();
        let proper = Proper::new(layer, &lines);
        let groups: Vec<Option<u32>> =
            piece.nodes.iter().map(|node| options.groups.get(of(node)).copied().flatten()).collect();
        // In one row of a wrapped layer who stood left comes first.
        let before = |node: &u32| options.previous.get(of(node)).copied().flatten().map(|at| at[1] + 1e-6 * at[0]);
        let before: Vec<Option<f64>> =
            piece.nodes.iter().map(|node| before(node).filter(|along| along.is_finite())).collect();
        let wishes = Wishes { groups: &groups, before: &before, seed: options.seed };
        let (arrangement, crossings) = order::order(&proper, wishes, watch)?;
        let wrapped = Lanes::new(&proper, &arrangement, &piece.nodes, space, options);
        let apart = |a: u32, b: u32| wrapped.apart(&proper, &piece.nodes, space, a, b);
        let mut along = place::place(&proper, &arrangement, &apart);
        let size = |node: u32| piece.nodes.get(node as usize).map_or(0.0, |&real| space.size(real)[1]);
        let lane = wrapped.set_rows(&proper, &arrangement, &size, space.gap, &mut along);
        Ok(Self { nodes: piece.nodes.clone(), lines, proper, along, lane, crossings })
    }
}
