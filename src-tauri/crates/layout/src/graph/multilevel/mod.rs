//! Large graphs drawn coarse first (Walshaw 2003), with the forces of this engine.
//!
//! Owns: how coarse, how many rounds each level takes, where a node begins inside its cluster. Must not know: how forces
//! work, boxes, pins.

mod coarsen;

use super::{
    Cancelled, Phase, Progress, Watch,
    force::{Bodies, Forces, REACH, settle},
    progress::tell,
    stress,
};
use coarsen::{Coarser, coarsen};

/// More nodes than this are drawn coarse first.
pub(super) const FROM: usize = 20_000;

/// Most nodes of the coarsest level, unless clusters cannot grow; and its pivots then.
const COARSEST: usize = 600;
const PIVOTS: usize = 30;

/// A level that is not at least this much smaller than the one before is not worth its time.
const SHRINK: f64 = 0.9;

/// Rounds of the coarsest level, of those between, of the finest; the others begin near their end.
const ROUNDS: [usize; 3] = [60, 20, 12];
const LATER_REACH: f64 = 0.5;

/// How much of a node's first place its cluster gives; the rest is its neighbors'.
const CLUSTER_SHARE: f64 = 0.5;

/// A drawing of a connected graph. The rounds of `forces` are this module's own.
pub(super) fn multilevel(
    bodies: &Bodies,
    forces: Forces,
    seed: u64,
    watch: Watch<'_>,
) -> Result<Vec<[f64; 2]>, Cancelled> {
    let mut levels: Vec<Coarser> = Vec::new();
    while let Some(level) = coarser(levels.last().map_or(bodies, |level| &level.bodies)) {
        levels.push(level);
        tell(watch, Phase::Force, 0, OF)?;
    }
    let mut work = Work::new(bodies, &levels, watch);
    let mut at = coarsest(levels.last().map_or(bodies, |level| &level.bodies), seed, watch)?;
    work.level(levels.last().map_or(bodies, |level| &level.bodies), &mut at, Forces { rounds: ROUNDS[0], ..forces })?;
    while let Some(level) = levels.pop() {
        let finer = levels.last().map_or(bodies, |level| &level.bodies);
        at = spread(finer, &level, &at);
        let rounds = if levels.is_empty() { ROUNDS[2] } else { ROUNDS[1] };
        work.level(finer, &mut at, Forces { rounds, ..forces })?;
    }
    Ok(at)
}

fn coarser(finer: &Bodies) -> Option<Coarser> {
    let level = (finer.len() > COARSEST).then(|| coarsen(finer))?;
    (level.bodies.len() as f64 <= SHRINK * finer.len() as f64).then_some(level)
}

fn coarsest(bodies: &Bodies, seed: u64, watch: Watch<'_>) -> Result<Vec<[f64; 2]>, Cancelled> {
    let graph = bodies.graph();
    let mut at = stress::scatter(&graph, seed);
    if graph.len() <= stress::FULL_MAX {
        stress::full(&stress::Hops::new(&graph), &mut at, stress::Start::Cold, stress::ROUNDS, seed, watch)?;
    } else {
        stress::sparse(&graph, &mut at, PIVOTS, stress::Start::Cold, stress::ROUNDS, seed, watch)?;
    }
    Ok(at)
}

/// A node begins between its cluster and those of its neighbors.
fn spread(finer: &Bodies, level: &Coarser, at: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let home = |node: usize| at[level.parents[node] as usize];
    let begin = |node: usize| {
        let sum = finer.row(node).iter().fold([0.0; 3], |sum, &(other, weight)| {
            let at = home(other as usize);
            [sum[0] + weight * at[0], sum[1] + weight * at[1], sum[2] + weight]
        });
        let mean = |axis: usize| if sum[2] > 0.0 { sum[axis] / sum[2] } else { home(node)[axis] };
        [0, 1].map(|axis| CLUSTER_SHARE * home(node)[axis] + (1.0 - CLUSTER_SHARE) * mean(axis))
    };
    (0..finer.len()).map(begin).collect()
}

/// Parts that the whole work is told in.
const OF: usize = 1000;

/// How far the work on all levels is, so that it is told as one.
struct Work<'a> {
    done: usize,
    total: usize,
    reach: f64,
    watch: Watch<'a>,
}

impl<'a> Work<'a> {
    fn new(bodies: &Bodies, levels: &[Coarser], watch: Watch<'a>) -> Self {
        let total = levels.iter().fold(bodies.len() * ROUNDS[2], |total, level| total + level.bodies.len() * ROUNDS[1]);
        Self { done: 0, total, reach: REACH, watch }
    }

    fn level(&mut self, bodies: &Bodies, at: &mut [[f64; 2]], forces: Forces) -> Result<(), Cancelled> {
        let (before, total, watch) = (self.done, self.total.max(1), self.watch);
        let inner = move |progress: Progress| {
            let done = before + bodies.len() * forces.rounds * progress.done / progress.total.max(1);
            watch(Progress { phase: progress.phase, done: (done * OF / total).min(OF), total: OF })
        };
        settle(bodies, at, forces, self.reach, &inner)?;
        self.done += bodies.len() * forces.rounds;
        self.reach = LATER_REACH;
        Ok(())
    }
}
