//! A whole plain graph laid out: components drawn, boxes freed, pins kept, all packed together.
//!
//! Owns: the order of the work and what a caller gives and gets. Must not know: how one component is drawn.

use super::{
    Cancelled, Graph, Watch, component,
    overlap::{Boxes, remove_overlaps, to_fill},
    pack,
};

/// How a component is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Model {
    /// By its shape: long and thin ones by stress, others by forces.
    #[default]
    Auto,
    /// Distances as true as can be.
    Stress,
    /// Groups kept together.
    Force,
}

/// What to keep to.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// How components are drawn.
    pub model: Model,
    /// 0 keeps distances true, 1 pulls groups as far apart as can be (`LinLog`).
    pub separate: f64,
    /// The same seed gives the same positions.
    pub seed: u64,
    /// Width and height of each node's box, moved until none overlaps. Empty: nodes are points, a line one unit long.
    pub boxes: Vec<[f64; 2]>,
    /// A number for each node's group, to be kept together. Empty: groups follow from lines alone.
    pub groups: Vec<u32>,
    /// Where nodes stay. Empty: nowhere.
    pub pinned: Vec<Option<[f64; 2]>>,
}

impl Default for Options {
    fn default() -> Self {
        Self { model: Model::Auto, separate: 0.5, seed: 0, boxes: Vec::new(), groups: Vec::new(), pinned: Vec::new() }
    }
}

/// Where everything went.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The middle of each node's box.
    pub at: Vec<[f64; 2]>,
    /// Pairs of pins that lie on one another; nothing else does.
    pub overlapping_pins: usize,
}

/// The share of the ground that boxes with pins among them cover before they are moved apart.
const START_FILL: f64 = 0.3;

/// Width over height of the whole when components are packed.
const ASPECT: f64 = 1.6;

/// Lays out a graph. Lists in `options` that are too short count as empty from there on; places and sizes that are not
/// finite count as none.
pub fn layout_graph(graph: &Graph, options: &Options, watch: Watch<'_>) -> Result<Layout, Cancelled> {
    arrange(graph, options, None, watch)
}

/// As [`layout_graph`]; with a drawing `from`, each component is made better instead of drawn anew.
pub(super) fn arrange(
    graph: &Graph,
    options: &Options,
    from: Option<&[[f64; 2]]>,
    watch: Watch<'_>,
) -> Result<Layout, Cancelled> {
    let mut layout = Layout { at: vec![[0.0; 2]; graph.len()], overlapping_pins: 0 };
    let finite = |at: &[f64; 2]| at.iter().all(|value| value.is_finite());
    let pin = |node: u32| options.pinned.get(node as usize).copied().flatten().filter(finite);
    let (held, free): (Vec<_>, Vec<_>) =
        graph.components().into_iter().partition(|nodes| nodes.iter().any(|&node| pin(node).is_some()));
    let mut kept = Vec::new();
    for nodes in &held {
        let mut at = draw(graph, nodes, options, from, watch)?;
        to_fill(&mut at, &sizes(nodes, options), START_FILL);
        let pins: Vec<_> = nodes.iter().map(|&node| pin(node)).collect();
        fit(&mut at, &pins);
        put(&mut layout.at, nodes, &at, [0.0; 2]);
        kept.extend_from_slice(nodes);
    }
    if !options.boxes.is_empty() {
        let mut at: Vec<[f64; 2]> = kept.iter().map(|&node| layout.at[node as usize]).collect();
        let pinned: Vec<bool> = kept.iter().map(|&node| pin(node).is_some()).collect();
        let boxes = Boxes { sizes: &sizes(&kept, options), pinned: &pinned };
        layout.overlapping_pins = remove_overlaps(&mut at, boxes, watch)?;
        put(&mut layout.at, &kept, &at, [0.0; 2]);
    }
    let mut drawn = Vec::with_capacity(free.len());
    for nodes in &free {
        let mut at = draw(graph, nodes, options, from, watch)?;
        if !options.boxes.is_empty() {
            remove_overlaps(&mut at, Boxes { sizes: &sizes(nodes, options), pinned: &[] }, watch)?;
        }
        drawn.push(at);
    }
    pack_free(&mut layout.at, &free, &drawn, &kept, options);
    Ok(layout)
}

fn draw(
    graph: &Graph,
    nodes: &[u32],
    options: &Options,
    from: Option<&[[f64; 2]]>,
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let group = |&node: &u32| options.groups.get(node as usize).copied().unwrap_or(u32::MAX);
    let mut groups: Vec<u32> = if options.groups.is_empty() { Vec::new() } else { nodes.iter().map(group).collect() };
    let mut names = groups.clone();
    names.sort_unstable();
    names.dedup();
    // Numbers may be far apart; what follows counts them.
    for group in &mut groups {
        *group = names.partition_point(|name| *name < *group) as u32;
    }
    let from = from.map(|from| nodes.iter().map(|&node| from[node as usize]).collect());
    component::draw(&graph.part(nodes), options, &groups, from, watch)
}

/// Boxes of these nodes, in their order.
pub(super) fn sizes(nodes: &[u32], options: &Options) -> Vec<[f64; 2]> {
    let unit = if options.boxes.is_empty() { [1.0; 2] } else { [0.0; 2] };
    let sane = |side: f64| if side.is_finite() { side.max(0.0) } else { 0.0 };
    nodes.iter().map(|&node| options.boxes.get(node as usize).copied().unwrap_or(unit).map(sane)).collect()
}

fn put(all: &mut [[f64; 2]], nodes: &[u32], at: &[[f64; 2]], by: [f64; 2]) {
    for (&node, at) in nodes.iter().zip(at) {
        all[node as usize] = [at[0] + by[0], at[1] + by[1]];
    }
}

/// Packs components without pins, in the middle of the ground, or below those with pins.
fn pack_free(all: &mut [[f64; 2]], free: &[Vec<u32>], drawn: &[Vec<[f64; 2]>], kept: &[u32], options: &Options) {
    let boundaries: Vec<Bounds> =
        free.iter().zip(drawn).map(|(nodes, at)| bounds(at, &sizes(nodes, options))).collect();
    let extents: Vec<[f64; 2]> = boundaries.iter().map(|(low, high)| [high[0] - low[0], high[1] - low[1]]).collect();
    let everyone: Vec<u32> = (0..all.len() as u32).collect();
    let high = sizes(&everyone, options).iter().map(|size| size[1]).sum::<f64>() / all.len().max(1) as f64;
    let gap = high * 0.5;
    let corners = pack(&extents, gap, ASPECT);
    let end =
        |axis: usize| corners.iter().zip(&extents).fold(0.0_f64, |end, (at, size)| end.max(at[axis] + size[axis]));
    let origin = if kept.is_empty() {
        [-end(0) / 2.0, -end(1) / 2.0]
    } else {
        let at: Vec<[f64; 2]> = kept.iter().map(|&node| all[node as usize]).collect();
        let (low, high) = bounds(&at, &sizes(kept, options));
        [f64::midpoint(low[0], high[0]) - end(0) / 2.0, high[1] + gap]
    };
    for ((nodes, at), (corner, (low, _))) in free.iter().zip(drawn).zip(corners.iter().zip(&boundaries)) {
        put(all, nodes, at, [0, 1].map(|axis| origin[axis] + corner[axis] - low[axis]));
    }
}

pub(super) type Bounds = ([f64; 2], [f64; 2]);

/// The least and greatest corner of all boxes.
pub(super) fn bounds(at: &[[f64; 2]], sizes: &[[f64; 2]]) -> Bounds {
    let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
    for (at, size) in at.iter().zip(sizes) {
        for axis in 0..2 {
            low[axis] = low[axis].min(at[axis] - size[axis] / 2.0);
            high[axis] = high[axis].max(at[axis] + size[axis] / 2.0);
        }
    }
    (low, high)
}

/// Where a node is, and where it shall be.
type Pair = ([f64; 2], [f64; 2]);

/// Turns, scales and moves a drawing so that its pins lie as near their places as can be, then puts them there. With
/// one pin it is only moved; its size is then its own.
fn fit(at: &mut [[f64; 2]], pins: &[Option<[f64; 2]>]) {
    let pairs: Vec<Pair> = at.iter().zip(pins).filter_map(|(at, pin)| pin.map(|pin| (*at, pin))).collect();
    let count = pairs.len().max(1) as f64;
    let mean = |of: fn(&Pair) -> [f64; 2]| {
        let sum = pairs.iter().map(of).fold([0.0; 2], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
        sum.map(|sum| sum / count)
    };
    let (from, to) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let mut turn = [0.0, 0.0];
    let mut spread = 0.0;
    for (at, pin) in &pairs {
        let (x, y, u, v) = (at[0] - from[0], at[1] - from[1], pin[0] - to[0], pin[1] - to[1]);
        turn = [turn[0] + x * u + y * v, turn[1] + x * v - y * u];
        spread += x * x + y * y;
    }
    let known = spread > 1e-12 && (turn[0] * turn[0] + turn[1] * turn[1]).sqrt() > 1e-9 * spread;
    let turn = if known { turn.map(|value| value / spread) } else { [1.0, 0.0] };
    for (at, pin) in at.iter_mut().zip(pins) {
        let (x, y) = (at[0] - from[0], at[1] - from[1]);
        *at = pin.unwrap_or([to[0] + turn[0] * x - turn[1] * y, to[1] + turn[1] * x + turn[0] * y]);
    }
}
