//! The map in the reader's mind: an edited graph drawn so that only what changed moves.
//!
//! Owns: who may move, and how a drawing is tidied without losing its shape. Must not know: what the edit was.

mod begin;
mod boxes;
mod local;

use super::{
    Cancelled, Graph, Layout, Options, Phase, Watch,
    engine::{arrange, layout_graph, sizes},
    progress::tell,
};

/// Draws an edited graph. `previous` has the place of every node that had one. New nodes begin at the barycenter of
/// their neighbors; they and the nodes one hop away are free for a few rounds, everyone else stays. New components go
/// below the rest. The cost above reading everything once is that of the nodes that are free. With boxes, nothing
/// overlaps afterwards but pins.
pub fn keep(
    graph: &Graph,
    previous: &[Option<[f64; 2]>],
    options: &Options,
    watch: Watch<'_>,
) -> Result<Layout, Cancelled> {
    let (mut at, free) = match begun(graph, previous, options, watch)? {
        Begun::Nobody => return layout_graph(graph, options, watch),
        Begun::Here(at, free) => (at, free),
    };
    local::settle(graph, &mut at, &free, options, watch)?;
    let overlapping_pins = boxes::separate(&mut at, &free, options, watch)?;
    Ok(Layout { at, overlapping_pins })
}

/// Makes a drawing better from where it is: a few rounds of the full method. Nodes without a previous place begin at
/// the barycenter of their neighbors. Components are packed again; the middle of the whole stays where it was.
pub fn tidy_up(
    graph: &Graph,
    previous: &[Option<[f64; 2]>],
    options: &Options,
    watch: Watch<'_>,
) -> Result<Layout, Cancelled> {
    let at = match begun(graph, previous, options, watch)? {
        Begun::Nobody => return layout_graph(graph, options, watch),
        Begun::Here(at, _) => at,
    };
    let mut layout = arrange(graph, options, Some(&at), watch)?;
    if options.pinned.iter().all(Option::is_none) {
        let (from, to) = (middle(&layout.at), middle(&at));
        for at in &mut layout.at {
            *at = [at[0] + to[0] - from[0], at[1] + to[1] - from[1]];
        }
    }
    Ok(layout)
}

enum Begun {
    /// No node had a place.
    Nobody,
    /// Where everyone begins, and which nodes are free, ascending.
    Here(Vec<[f64; 2]>, Vec<Free>),
}

/// A node that may move.
#[derive(Debug, Clone, Copy)]
struct Free {
    node: usize,
    /// Where it is held by habit; new nodes are not.
    home: Option<[f64; 2]>,
}

fn begun(
    graph: &Graph,
    previous: &[Option<[f64; 2]>],
    options: &Options,
    watch: Watch<'_>,
) -> Result<Begun, Cancelled> {
    tell(watch, Phase::Force, 0, local::ROUNDS)?;
    let known = |list: &[Option<[f64; 2]>], node: usize| {
        list.get(node).copied().flatten().filter(|at| at.iter().all(|value| value.is_finite()))
    };
    let places: Vec<Option<[f64; 2]>> =
        (0..graph.len()).map(|node| known(&options.pinned, node).or_else(|| known(previous, node))).collect();
    if places.iter().all(Option::is_none) {
        return Ok(Begun::Nobody);
    }
    let at = begin::places(graph, &places, options, watch)?;
    let mut free: Vec<Free> = Vec::new();
    for node in (0..graph.len()).filter(|&node| places[node].is_none()) {
        free.push(Free { node, home: None });
        let beside = graph.neighbors(node).iter().map(|&other| other as usize);
        let movable = beside.filter(|&other| places[other].is_some() && known(&options.pinned, other).is_none());
        free.extend(movable.map(|other| Free { node: other, home: places[other] }));
    }
    free.sort_by_key(|free| free.node);
    free.dedup_by_key(|free| free.node);
    Ok(Begun::Here(at, free))
}

fn middle(at: &[[f64; 2]]) -> [f64; 2] {
    let sum = at.iter().fold([0.0; 2], |sum, at| [sum[0] + at[0], sum[1] + at[1]]);
    sum.map(|sum| sum / at.len().max(1) as f64)
}
