//! One connected graph drawn, before boxes and pins.
//!
//! Owns: which methods suit its shape, and what "separate" blends. Must not know: boxes, pins, other components.

use super::{
    Cancelled, Graph, Model, Options, UNREACHED, Watch,
    force::{Bodies, Forces, REACH, settle, to_unit_lines},
    multilevel,
    stress::{self, Start},
};

/// Pivots of a finished drawing, and of one that forces will finish.
const PIVOTS: usize = 200;
const START_PIVOTS: usize = 30;

/// Most distances to pivots that are kept; larger graphs get fewer pivots.
const PIVOT_HOPS: usize = 10_000_000;

/// Most nodes for which a start looks at every pair.
const FULL_START_MAX: usize = 600;

const FORCE_ROUNDS: usize = 60;

/// Rounds that tidy up a drawing, and how far a node goes in the first of them, in mean lines.
const TIDY_ROUNDS: usize = 20;
const TIDY_REACH: f64 = 0.25;

/// Where forces alone stand between distance-true (0) and `LinLog` (1), and how far toward `LinLog` they pull there.
const FORCES_ALONE: f64 = 0.5;
const LEAST_LINLOG: f64 = 0.1;

/// In large graphs, which no stress start has spread, long lines pull a little more than that.
const LEAST_LINLOG_LARGE: f64 = -0.05;

/// A graph is long and thin when it is this many times as wide as a random one of its size.
const THIN: f64 = 2.5;

/// Draws a connected graph; a line is about one unit long. `groups` is empty or has a number for each node. With a
/// drawing `from`, at any scale, it is made better instead.
pub(super) fn draw(
    graph: &Graph,
    options: &Options,
    groups: &[u32],
    from: Option<Vec<[f64; 2]>>,
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let plan = Plan::new(graph, options);
    if graph.len() < 2 {
        return Ok(vec![[0.0; 2]; graph.len()]);
    }
    let bodies = Bodies::new(graph, groups);
    if let Some(mut at) = from {
        to_unit_lines(&mut at, &bodies.lines().collect::<Vec<_>>());
        let mut true_to_distance = at.clone();
        if plan.share < 1.0 {
            lower_stress(graph, &mut true_to_distance, Start::Warm, &plan, options.seed, watch)?;
        }
        if plan.by_force {
            settle(&bodies, &mut at, plan.forces(graph.len(), TIDY_ROUNDS), TIDY_REACH, watch)?;
        }
        blend(&mut at, &true_to_distance, plan.share);
        return Ok(at);
    }
    if !plan.finished && graph.len() > multilevel::FROM {
        return multilevel::multilevel(&bodies, plan.forces(graph.len(), 0), options.seed, watch);
    }
    let mut at = stress::scatter(graph, options.seed);
    lower_stress(graph, &mut at, Start::Cold, &plan, options.seed, watch)?;
    if plan.by_force {
        to_unit_lines(&mut at, &bodies.lines().collect::<Vec<_>>());
        bend(&bodies, &mut at, &plan, watch)?;
    }
    Ok(at)
}

/// Whether forces have a say in a drawing of this graph.
pub(super) fn is_by_force(graph: &Graph, options: &Options) -> bool {
    Plan::new(graph, options).by_force
}

/// What suits a graph's shape and a caller's wishes.
struct Plan {
    separate: f64,
    by_force: bool,
    /// Whether stress alone must make the drawing good: forces then only bend it.
    finished: bool,
    /// How much of the drawing forces may bend.
    share: f64,
}

impl Plan {
    fn new(graph: &Graph, options: &Options) -> Self {
        let separate = if options.separate.is_finite() { options.separate.clamp(0.0, 1.0) } else { FORCES_ALONE };
        let by_force = match options.model {
            Model::Stress => false,
            Model::Force => separate > 0.0,
            Model::Auto => separate > 0.0 && !is_thin(graph),
        };
        let most = if by_force { share_of_forces(graph, options.model) } else { 0.0 };
        let share = (separate / FORCES_ALONE).min(1.0) * most;
        Self { separate, by_force, finished: !by_force || separate < FORCES_ALONE, share }
    }

    /// From `least` where forces stand alone to 1.
    fn linlog(&self, least: f64) -> f64 {
        let beyond = ((self.separate - FORCES_ALONE) / (1.0 - FORCES_ALONE)).max(0.0);
        least + (1.0 - least) * beyond
    }

    fn forces(&self, nodes: usize, rounds: usize) -> Forces {
        let least = if nodes > multilevel::FROM { LEAST_LINLOG_LARGE } else { LEAST_LINLOG };
        Forces { linlog: self.linlog(least), grouping: self.separate, rounds }
    }
}

fn lower_stress(
    graph: &Graph,
    at: &mut [[f64; 2]],
    start: Start,
    plan: &Plan,
    seed: u64,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let (full_max, pivots) = if plan.finished { (stress::FULL_MAX, PIVOTS) } else { (FULL_START_MAX, START_PIVOTS) };
    if graph.len() <= full_max {
        stress::full(graph, at, start, stress::ROUNDS, seed, watch)
    } else {
        let pivots = pivots.min(PIVOT_HOPS / graph.len()).max(START_PIVOTS);
        stress::sparse(graph, at, pivots, start, stress::ROUNDS, seed, watch)
    }
}

/// Blends a distance-true drawing with what forces make of it.
fn bend(bodies: &Bodies, at: &mut [[f64; 2]], plan: &Plan, watch: Watch<'_>) -> Result<(), Cancelled> {
    let true_to_distance = at.to_vec();
    settle(bodies, at, plan.forces(bodies.len(), FORCE_ROUNDS), REACH, watch)?;
    blend(at, &true_to_distance, plan.share);
    Ok(())
}

fn blend(at: &mut [[f64; 2]], with: &[[f64; 2]], share: f64) {
    for (at, with) in at.iter_mut().zip(with) {
        *at = [0, 1].map(|axis| share * at[axis] + (1.0 - share) * with[axis]);
    }
}

/// How much of a drawing forces may bend. A distance-true one of every pair is worth a part where the model is ours to
/// choose: it costs few crossings and makes distances truer by a tenth.
fn share_of_forces(graph: &Graph, model: Model) -> f64 {
    if model == Model::Auto && graph.len() <= FULL_START_MAX { 0.85 } else { 1.0 }
}

/// Whether the graph is long for its size: random graphs are about as wide as the logarithm of their size, and forces
/// fold what is much longer. The width is found by two searches, exactly for trees.
fn is_thin(graph: &Graph) -> bool {
    if graph.is_empty() {
        return false;
    }
    let farthest = |from: usize| {
        let (hops, reached) = graph.hops(from);
        reached.last().map_or((from, 0), |&node| (node as usize, hops[node as usize]))
    };
    let (end, _) = farthest(0);
    let (_, wide) = farthest(end);
    wide != UNREACHED && f64::from(wide) > THIN * libm::log2(graph.len() as f64 + 1.0)
}
