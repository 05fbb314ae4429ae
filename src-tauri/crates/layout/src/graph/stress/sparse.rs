//! Stress over lines and pivots (Ortmann, Klimenta, Brandes 2016), lowered by stochastic gradient descent.
//!
//! Owns: the choice of pivots, how many pairs each pivot stands for. Must not know: anything but hops.

use super::super::{
    Cancelled, Graph, Phase, UNREACHED,
    progress::{Watch, tell},
    seed::Seeded,
};
use super::{Start, steps};

/// Steps between two calls to the watch.
const TELL_EVERY: usize = 200_000;

/// Lowers the stress of `at`, a drawing of a connected graph, in `rounds` rounds, looking at `pivots` nodes from
/// everywhere and at the lines. One hop becomes one unit.
pub fn sparse(
    graph: &Graph,
    at: &mut [[f64; 2]],
    pivots: usize,
    start: Start,
    rounds: usize,
    seed: u64,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let nodes = graph.len();
    if nodes < 2 {
        return Ok(());
    }
    let mut seeded = Seeded::new(seed ^ 0x5BA2);
    let count = pivots.clamp(1, nodes);
    let total = count + rounds;
    let pivots = Pivots::choose(graph, count, &mut seeded, &|done| tell(watch, Phase::Stress, done, total))?;
    let turns_between_tells = (TELL_EVERY / nodes).max(1);
    let mut seats: Vec<u32> = (0..nodes as u32).collect();
    let mut lines: Vec<(u32, u32)> = graph.lines().collect();
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut shares = vec![0.0_f32; pivots.weights.len()];
    let wide = pivots.widest as f64;
    for (round, step) in steps(start, wide, rounds).into_iter().enumerate() {
        for (share, &weight) in shares.iter_mut().zip(&pivots.weights) {
            *share = ((step * weight).min(1.0) / 2.0) as f32;
        }
        seeded.shuffle(&mut seats);
        seeded.shuffle(&mut lines);
        seeded.shuffle(&mut order);
        let share_of_line = step.min(1.0) / 2.0;
        for turn in 0..count {
            if turn % turns_between_tells == 0 {
                tell(watch, Phase::Stress, count + round, total)?;
            }
            let mut next = turn;
            for &node in &seats {
                let pivot = order[next] as usize;
                next = if next + 1 == count { 0 } else { next + 1 };
                let node = node as usize;
                let hop = pivots.hops[node * count + pivot];
                let share = f64::from(shares[pivot * (pivots.widest + 1) + hop as usize]);
                let to = at[pivots.nodes[pivot] as usize];
                let (dx, dy) = (at[node][0] - to[0], at[node][1] - to[1]);
                let drawn = (dx * dx + dy * dy).sqrt().max(1e-9);
                let by = share * (drawn - f64::from(hop)) / drawn;
                at[node][0] -= by * dx;
                at[node][1] -= by * dy;
            }
            for &(a, b) in &lines[turn * lines.len() / count..(turn + 1) * lines.len() / count] {
                let (a, b) = (a as usize, b as usize);
                let (dx, dy) = (at[a][0] - at[b][0], at[a][1] - at[b][1]);
                let drawn = (dx * dx + dy * dy).sqrt().max(1e-9);
                let by = share_of_line * (drawn - 1.0) / drawn;
                at[a] = [at[a][0] - by * dx, at[a][1] - by * dy];
                at[b] = [at[b][0] + by * dx, at[b][1] + by * dy];
            }
        }
    }
    Ok(())
}

struct Pivots {
    nodes: Vec<u32>,
    /// Hops from each node to each pivot, node by node.
    hops: Vec<u32>,
    widest: usize,
    /// For each pivot and number of hops: how many nodes the pivot stands for, over the hops squared. Zero hops and one
    /// weigh nothing: a node does not push itself, and lines have their own steps.
    weights: Vec<f64>,
}

impl Pivots {
    /// Each pivot as far from the others as can be, the first at random (max-min).
    fn choose(
        graph: &Graph,
        count: usize,
        seeded: &mut Seeded,
        pause: &dyn Fn(usize) -> Result<(), Cancelled>,
    ) -> Result<Self, Cancelled> {
        let nodes = graph.len();
        let mut nearest = vec![UNREACHED; nodes];
        let mut owner = vec![0_u32; nodes];
        let mut chosen = Vec::with_capacity(count);
        let mut table = vec![0_u32; nodes * count];
        let mut hops = vec![UNREACHED; nodes];
        let mut reached = Vec::with_capacity(nodes);
        let mut next = seeded.below(nodes);
        for pivot in 0..count {
            pause(pivot)?;
            chosen.push(next as u32);
            hops.fill(UNREACHED);
            graph.hops_into(next, &mut hops, &mut reached);
            for node in 0..nodes {
                table[node * count + pivot] = hops[node];
                if hops[node] < nearest[node] {
                    nearest[node] = hops[node];
                    owner[node] = pivot as u32;
                }
            }
            let farthest = nearest.iter().fold(0, |far, &hop| far.max(hop));
            let ties: Vec<usize> = (0..nodes).filter(|&node| nearest[node] == farthest).collect();
            next = ties[seeded.below(ties.len())];
        }
        let widest = table.iter().fold(1, |widest, &hop| widest.max(hop)) as usize;
        let weights = weights(&nearest, &owner, count, widest);
        Ok(Self { nodes: chosen, hops: table, widest, weights })
    }
}

/// A pivot stands, for a node at some distance, for those of its region that are at most half as far from it.
fn weights(nearest: &[u32], owner: &[u32], count: usize, widest: usize) -> Vec<f64> {
    let row = widest + 1;
    let mut within = vec![0_u32; count * row];
    for (&hops, &pivot) in nearest.iter().zip(owner) {
        within[pivot as usize * row + hops as usize] += 1;
    }
    for pivot in within.chunks_exact_mut(row) {
        for hops in 1..row {
            pivot[hops] += pivot[hops - 1];
        }
    }
    let weight = |index: usize| match index % row {
        0 | 1 => 0.0,
        hops => f64::from(within[index - hops + hops / 2]) / (hops * hops) as f64,
    };
    (0..count * row).map(weight).collect()
}
