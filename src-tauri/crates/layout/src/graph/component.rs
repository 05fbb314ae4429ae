//! One connected graph drawn, before boxes and pins.
//!
//! Owns: which methods suit its shape, and what "separate" blends. Must not know: boxes, pins, other components.

use super::{
    Cancelled, Graph, Model, Options, UNREACHED, Watch,
    force::{Bodies, Forces, REACH, settle, to_unit_lines},
    multilevel,
    stress::{self, Hops, Start, majorize},
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

/// Where forces alone stand between distance-true (0) and `LinLog` (1), and how far toward `LinLog` they pull there:
/// farther where forces, and so groups, were asked for.
const FORCES_ALONE: f64 = 0.5;
const LEAST_LINLOG: f64 = 0.1;
const LEAST_LINLOG_GROUPS: f64 = 0.26;

/// In large graphs, which no stress start has spread, long lines pull a little more than that.
const LEAST_LINLOG_LARGE: f64 = -0.05;

/// Steps that make distances truer after forces, and how many more in a star.
const LEAST_STEPS: f64 = 0.2;
const STEPS_IN_STAR: f64 = 6.0;

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
    if from.is_none() && !plan.finished && graph.len() > multilevel::FROM {
        return multilevel::multilevel(&bodies, plan.forces(graph.len(), 0), options.seed, watch);
    }
    let hops = (graph.len() <= plan.hops_max()).then(|| Hops::new(graph));
    let unit_lines = |at: &mut Vec<[f64; 2]>| to_unit_lines(at, &bodies.lines().collect::<Vec<_>>());
    let (start, rounds, reach) =
        if from.is_some() { (Start::Warm, TIDY_ROUNDS, TIDY_REACH) } else { (Start::Cold, FORCE_ROUNDS, REACH) };
    let warm = from.map(|mut from| {
        unit_lines(&mut from);
        from
    });
    let mut truest = warm.clone().unwrap_or_else(|| stress::scatter(graph, options.seed));
    if warm.is_none() || plan.share < 1.0 {
        lower_stress(graph, hops.as_ref(), &mut truest, start, &plan, options.seed, watch)?;
    }
    if !plan.by_force {
        return Ok(truest);
    }
    let mut at = warm.unwrap_or_else(|| {
        unit_lines(&mut truest);
        truest.clone()
    });
    settle(&bodies, &mut at, plan.forces(graph.len(), rounds), reach, watch)?;
    blend(&mut at, &truest, plan.share);
    if let Some(hops) = hops.filter(|_| plan.truer > 0.0) {
        majorize(&hops, &mut at, plan.truer, watch)?;
    }
    Ok(at)
}

/// Whether forces have a say in a drawing of this graph.
pub(super) fn is_by_force(graph: &Graph, options: &Options) -> bool {
    Plan::new(graph, options).by_force
}

/// What suits a graph's shape and a caller's wishes.
struct Plan {
    model: Model,
    separate: f64,
    by_force: bool,
    /// Whether stress alone must make the drawing good: forces then only bend it.
    finished: bool,
    /// How much of the drawing forces may bend.
    share: f64,
    /// Steps that make distances truer after the forces.
    truer: f64,
}

impl Plan {
    fn new(graph: &Graph, options: &Options) -> Self {
        let separate = if options.separate.is_finite() { options.separate.clamp(0.0, 1.0) } else { FORCES_ALONE };
        let by_force = match options.model {
            Model::Stress => false,
            Model::Force => separate > 0.0,
            Model::Auto => separate > 0.0 && !is_thin(graph),
        };
        let share = if by_force { (separate / FORCES_ALONE).min(1.0) } else { 0.0 };
        let ours = by_force && options.model == Model::Auto && graph.len() <= stress::FULL_MAX;
        let truer = if ours { steps_truer(graph) * (1.0 - beyond(separate)) } else { 0.0 };
        Self { model: options.model, separate, by_force, finished: !by_force || separate < FORCES_ALONE, share, truer }
    }

    /// Most nodes for which hops are counted between every two.
    fn hops_max(&self) -> usize {
        if self.finished || self.truer > 0.0 { stress::FULL_MAX } else { FULL_START_MAX }
    }

    /// From `least` where forces stand alone to 1.
    fn linlog(&self, least: f64) -> f64 {
        least + (1.0 - least) * beyond(self.separate)
    }

    fn forces(&self, nodes: usize, rounds: usize) -> Forces {
        let least = match self.model {
            _ if nodes > multilevel::FROM => LEAST_LINLOG_LARGE,
            Model::Force => LEAST_LINLOG_GROUPS,
            Model::Auto | Model::Stress => LEAST_LINLOG,
        };
        Forces { linlog: self.linlog(least), grouping: self.separate, rounds }
    }
}

/// From 0 where forces stand alone to 1 where groups are pulled as far apart as can be.
fn beyond(separate: f64) -> f64 {
    ((separate - FORCES_ALONE) / (1.0 - FORCES_ALONE)).max(0.0)
}

fn lower_stress(
    graph: &Graph,
    hops: Option<&Hops>,
    at: &mut [[f64; 2]],
    start: Start,
    plan: &Plan,
    seed: u64,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let (full_max, pivots) = if plan.finished { (stress::FULL_MAX, PIVOTS) } else { (FULL_START_MAX, START_PIVOTS) };
    if let Some(hops) = hops.filter(|_| graph.len() <= full_max) {
        return stress::full(hops, at, start, stress::ROUNDS, seed, watch);
    }
    let pivots = pivots.min(PIVOT_HOPS / graph.len()).max(START_PIVOTS);
    stress::sparse(graph, at, pivots, start, stress::ROUNDS, seed, watch)
}

fn blend(at: &mut [[f64; 2]], with: &[[f64; 2]], share: f64) {
    for (at, with) in at.iter_mut().zip(with) {
        *at = [0, 1].map(|axis| share * at[axis] + (1.0 - share) * with[axis]);
    }
}

/// Steps that make distances truer where the model is ours to choose: the first costs few crossings. Through a hub
/// nearly everyone is two hops from everyone, so that forces press a graph into a ball; further steps open it again and
/// cost next to nothing. A hub shows by Freeman's degree centralization (1978): 0 where all have as many lines, 1 for a
/// star.
fn steps_truer(graph: &Graph) -> f64 {
    let nodes = graph.len() as f64;
    let most = (0..graph.len()).map(|node| graph.degree(node)).max().unwrap_or(0) as f64;
    let centralization = (nodes * most - 2.0 * graph.line_count() as f64) / ((nodes - 1.0) * (nodes - 2.0)).max(1.0);
    LEAST_STEPS + STEPS_IN_STAR * centralization
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
