//! One connected graph drawn, before boxes and pins.
//!
//! Owns: which methods suit its shape, and what "separate" blends. Must not know: boxes, pins, other components.

use super::{
    Cancelled, Graph, Model, Options, UNREACHED, Watch,
    force::{Bodies, Forces, REACH, settle, to_unit_lines},
    multilevel, stress,
};

/// Pivots of a finished drawing, and of one that forces will finish.
const PIVOTS: usize = 200;
const START_PIVOTS: usize = 30;

/// Most nodes for which a start looks at every pair.
const FULL_START_MAX: usize = 600;

const FORCE_ROUNDS: usize = 60;

/// Where forces alone stand between distance-true (0) and `LinLog` (1), and how far toward `LinLog` they pull there.
const FORCES_ALONE: f64 = 0.5;
const LEAST_LINLOG: f64 = 0.1;

/// In large graphs, which no stress start has spread, long lines pull a little more than that.
const LEAST_LINLOG_LARGE: f64 = -0.05;

/// A graph is long and thin when it is this many times as wide as a random one of its size.
const THIN: f64 = 2.5;

/// Draws a connected graph; a line is about one unit long. `groups` is empty or has a number for each node.
pub(super) fn draw(
    graph: &Graph,
    options: &Options,
    groups: &[u32],
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let separate = if options.separate.is_finite() { options.separate.clamp(0.0, 1.0) } else { FORCES_ALONE };
    let by_force = match options.model {
        Model::Stress => false,
        Model::Force => separate > 0.0,
        Model::Auto => separate > 0.0 && !is_thin(graph),
    };
    if graph.len() < 2 {
        return Ok(vec![[0.0; 2]; graph.len()]);
    }
    let finished = !by_force || separate < FORCES_ALONE;
    let beyond = ((separate - FORCES_ALONE) / (1.0 - FORCES_ALONE)).max(0.0);
    let toward = |least: f64| least + (1.0 - least) * beyond;
    if !finished && graph.len() > multilevel::FROM {
        let forces = Forces { linlog: toward(LEAST_LINLOG_LARGE), grouping: separate, rounds: 0 };
        return multilevel::multilevel(&Bodies::new(graph, groups), forces, options.seed, watch);
    }
    let mut at = stress::scatter(graph, options.seed);
    let (full_max, pivots) = if finished { (stress::FULL_MAX, PIVOTS) } else { (FULL_START_MAX, START_PIVOTS) };
    if graph.len() <= full_max {
        stress::full(graph, &mut at, stress::ROUNDS, options.seed, watch)?;
    } else {
        stress::sparse(graph, &mut at, pivots, stress::ROUNDS, options.seed, watch)?;
    }
    if by_force {
        let bodies = Bodies::new(graph, groups);
        to_unit_lines(&mut at, &bodies.lines().collect::<Vec<_>>());
        let true_to_distance = at.clone();
        settle(
            &bodies,
            &mut at,
            Forces { linlog: toward(LEAST_LINLOG), grouping: separate, rounds: FORCE_ROUNDS },
            REACH,
            watch,
        )?;
        let share = (separate / FORCES_ALONE).min(1.0) * share_of_forces(graph, options.model);
        for (at, true_at) in at.iter_mut().zip(&true_to_distance) {
            *at = [0, 1].map(|axis| share * at[axis] + (1.0 - share) * true_at[axis]);
        }
    }
    Ok(at)
}

/// How much of a drawing forces may bend. A distance-true one of every pair is worth a part where the model is ours to
/// choose: it costs few crossings and makes distances truer by a tenth.
fn share_of_forces(graph: &Graph, model: Model) -> f64 {
    if model == Model::Auto && graph.len() <= FULL_START_MAX { 0.8 } else { 1.0 }
}

/// Whether the graph is long for its size: random graphs are about as wide as the logarithm of their size, and forces
/// fold what is much longer. The width is found by two searches, exactly for trees.
fn is_thin(graph: &Graph) -> bool {
    let farthest = |from: usize| {
        let (hops, reached) = graph.hops(from);
        reached.last().map_or((from, 0), |&node| (node as usize, hops[node as usize]))
    };
    let (end, _) = farthest(0);
    let (_, wide) = farthest(end);
    wide != UNREACHED && f64::from(wide) > THIN * libm::log2(graph.len() as f64 + 1.0)
}
