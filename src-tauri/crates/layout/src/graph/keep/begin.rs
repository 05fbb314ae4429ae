//! Where new nodes begin: among their neighbors, or below the ground.
//!
//! Must not know: forces, overlaps.

use super::{
    super::engine::{Bounds, bounds},
    Cancelled, Graph, Options, Watch, layout_graph, sizes,
};

/// Places for everyone: as given, at the barycenter of neighbors placed before, or in a new component below the rest.
pub(super) fn places(
    graph: &Graph,
    given: &[Option<[f64; 2]>],
    options: &Options,
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let mut places = given.to_vec();
    spread_inward(graph, &mut places);
    let apart: Vec<u32> = (0..graph.len() as u32).filter(|&node| places[node as usize].is_none()).collect();
    if !apart.is_empty() {
        let known: Vec<u32> = (0..graph.len() as u32).filter(|&node| places[node as usize].is_some()).collect();
        let at: Vec<[f64; 2]> = known.iter().filter_map(|&node| places[node as usize]).collect();
        let ground = bounds(&at, &sizes(&known, options));
        for (&node, at) in apart.iter().zip(below(graph, &apart, ground, options, watch)?) {
            places[node as usize] = Some(at);
        }
    }
    Ok(places.into_iter().map(Option::unwrap_or_default).collect())
}

/// Wave after wave, so that a chain of new nodes grows out of the placed ones in whatever order its nodes are numbered.
fn spread_inward(graph: &Graph, places: &mut [Option<[f64; 2]>]) {
    let mut waiting: Vec<usize> = (0..graph.len()).filter(|&node| places[node].is_none()).collect();
    loop {
        let barycenter = |node: usize| {
            let beside = graph.neighbors(node).iter().filter_map(|&other| places[other as usize]);
            let (sum, count) =
                beside.fold(([0.0; 2], 0.0), |(sum, count), at| ([sum[0] + at[0], sum[1] + at[1]], count + 1.0));
            (count > 0.0).then(|| sum.map(|sum| sum / count))
        };
        let wave: Vec<(usize, [f64; 2])> =
            waiting.iter().filter_map(|&node| barycenter(node).map(|at| (node, at))).collect();
        if wave.is_empty() {
            return;
        }
        for (node, at) in wave {
            places[node] = Some(at);
        }
        waiting.retain(|&node| places[node].is_none());
    }
}

/// Components with no tie to the ground, drawn by themselves.
fn below(
    graph: &Graph,
    nodes: &[u32],
    ground: Bounds,
    options: &Options,
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let sizes = sizes(nodes, options);
    let group = |&node: &u32| options.groups.get(node as usize).copied().unwrap_or(u32::MAX);
    let own = Options {
        boxes: if options.boxes.is_empty() { Vec::new() } else { sizes.clone() },
        groups: if options.groups.is_empty() { Vec::new() } else { nodes.iter().map(group).collect() },
        pinned: Vec::new(),
        ..options.clone()
    };
    let mut at = layout_graph(&graph.part(nodes), &own, watch)?.at;
    let (low, high) = bounds(&at, &sizes);
    let gap = sizes.iter().map(|size| size[1]).sum::<f64>() / sizes.len().max(1) as f64;
    let by = [f64::midpoint(ground.0[0], ground.1[0]) - f64::midpoint(low[0], high[0]), ground.1[1] + gap - low[1]];
    for at in &mut at {
        *at = [at[0] + by[0], at[1] + by[1]];
    }
    Ok(at)
}
