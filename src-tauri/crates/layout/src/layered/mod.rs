//! The layered style: who gives stands in a column left of who takes (Sugiyama, Tagawa, Toda 1981).
//!
//! Owns: the order of the work and what a caller gives and gets. Must not know: how layers, orders and places are found.

#![allow(
    clippy::cast_possible_wrap,
    reason = "counts of nodes and lines are far below where these casts lose anything"
)]

mod columns;
mod crossings;
mod cycles;
mod layers;
mod order;
mod part;
mod pins;
mod place;
mod proper;
mod routes;
mod rows;
mod simplex;
mod space;
mod split;
mod unlinked;
mod value_chain;
mod wrap;

pub use value_chain::{COLUMNS_MAX, ValueChain, ValueChainInput, value_chain};

use crate::{
    Rect,
    graph::{Cancelled, Watch},
};
use columns::Sheet;
use part::Part;
use space::Space;

/// What to keep to. Lists that are too short count as empty from there on.
#[derive(Debug, Clone, PartialEq)]
pub struct LayeredOptions {
    /// Width and height of each node's box. Empty: nodes are points.
    pub boxes: Vec<[f64; 2]>,
    /// The layer of nodes that have a given one, from 0. Layers between that nothing could fill are closed up.
    pub layers: Vec<Option<u32>>,
    /// Members of a group stay side by side in a column.
    pub groups: Vec<Option<u32>>,
    /// Where nodes stay.
    pub pinned: Vec<Option<[f64; 2]>>,
    /// Where nodes stood last time: those keep their order along a column, and only others look for a place.
    pub previous: Vec<Option<[f64; 2]>>,
    /// A node whose place is given, with everything else around it. Without one, pins tell where the drawing lies, and
    /// without those its middle is at (0, 0).
    pub anchor: Option<(u32, [f64; 2])>,
    /// Width over height that the whole should come near to.
    pub aspect: f64,
    /// Columns far too tall for that are set in several lanes.
    pub wrap: bool,
    /// Each column takes at least this part of the whole width, so that there is room for a name above it.
    pub column_share: f64,
    /// The same seed gives the same positions.
    pub seed: u64,
}

impl Default for LayeredOptions {
    fn default() -> Self {
        Self {
            boxes: Vec::new(),
            layers: Vec::new(),
            groups: Vec::new(),
            pinned: Vec::new(),
            previous: Vec::new(),
            anchor: None,
            aspect: 1.6,
            wrap: false,
            column_share: 0.0,
            seed: 0,
        }
    }
}

/// The nodes of one layer stand between these.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Column {
    pub left: f64,
    pub right: f64,
}

/// Where everything went.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layered {
    /// The middle of each node's box; `y` grows downward.
    pub at: Vec<[f64; 2]>,
    /// The column of each node; none for those without lines, which stand apart.
    pub layer_of: Vec<Option<u32>>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// Where the nodes without lines stand.
    pub unlinked: Option<Rect>,
    /// How often lines cross when drawn along their bends.
    pub crossings: u64,
    /// The points that each line passes between its ends, from the first end to the second.
    pub bends: Vec<Vec<[f64; 2]>>,
    /// Pairs of pins that lie on one another; nothing else does.
    pub overlapping_pins: usize,
}

/// The layer that each node would have without given ones, counted in each connected part by itself; none for those
/// without lines.
fn layers_of(nodes: usize, lines: &[(u32, u32)], watch: Watch<'_>) -> Result<Vec<Option<u32>>, Cancelled> {
    let split = split::split(nodes, lines, &LayeredOptions::default());
    let mut layer_of = vec![None; nodes];
    for piece in &split.parts {
        let found = layers::layers(piece.nodes.len(), &piece.lines, &vec![None; piece.nodes.len()], watch)?;
        for (&node, layer) in piece.nodes.iter().zip(found) {
            layer_of[node as usize] = Some(layer);
        }
    }
    Ok(layer_of)
}

/// Lays out `nodes` nodes with these directed lines in columns from left to right: no two boxes overlap unless both are
/// pinned, and no pin moves. Lines that name a node which is not there, and those from a node to itself, place nothing.
pub fn layer_graph(
    nodes: usize,
    lines: &[(u32, u32)],
    options: &LayeredOptions,
    watch: Watch<'_>,
) -> Result<Layered, Cancelled> {
    let space = Space::new(nodes, options);
    let split = split::split(nodes, lines, options);
    let mut parts = Vec::with_capacity(split.parts.len());
    for piece in &split.parts {
        parts.push(Part::draw(piece, &split.given, &space, options, watch)?);
    }
    let mut sheet = Sheet::pack(&parts, &split, &space, options);
    sheet.shift(&split, options);
    pins::make_way(&mut sheet, &space, &split.pins);
    let mut layered = Layered {
        at: vec![[0.0; 2]; nodes],
        layer_of: vec![None; nodes],
        columns: sheet.columns.iter().map(|column| column.range).collect(),
        crossings: parts.iter().map(|part| part.crossings).sum(),
        bends: routes::bends(lines, &parts, &sheet),
        overlapping_pins: pins::overlapping(&space, &split.pins),
        unlinked: None,
    };
    for spot in &sheet.spots {
        if let Some(node) = spot.node {
            layered.at[node as usize] = sheet.middle(spot);
            layered.layer_of[node as usize] = Some(spot.column);
        }
    }
    layered.unlinked =
        unlinked::place(&mut layered.at, &split.unlinked, sheet.bounds(&space), &space, &split.pins, options);
    for (at, pin) in layered.at.iter_mut().zip(&split.pins) {
        *at = pin.unwrap_or(*at);
    }
    Ok(layered)
}
