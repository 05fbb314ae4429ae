//! The way out of orders that no single move betters: moves that cost a little are taken too, ever fewer of them.
//!
//! Owns: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over short moves within a layer. On dense layers it finds
//! far fewer crossings than any number of sweeps in the same time. Must not know: how the order was found that it starts from.

use super::arrangement::{Arrangement, Sorter};
use crate::graph::{Cancelled, Phase, Watch, seed::Seeded, tell};

/// Crossings that a move may cost when about a third of such moves is taken, at first and at last.
const HOT: f64 = 8.0;
const COLD: f64 = 0.5;

/// Neighbors passed by one move at most.
const REACH: usize = 4;

/// What a move costs beside its comparisons.
const MOVE: u64 = 4;

/// Costs for which it is kept how many such moves are taken; dearer ones never are.
const COSTS: usize = 64;

/// Moves between two looks at the temperature, and at whether to stop.
const MOVES_TOLD: u64 = 1024;

/// Changes the order until `effort` comparisons are spent; the same for a seed on every machine.
pub(super) fn anneal(
    arrangement: &mut Arrangement,
    sorter: &Sorter<'_>,
    effort: u64,
    seeded: &mut Seeded,
    watch: Watch<'_>,
) -> Result<(), Cancelled> {
    let proper = sorter.proper;
    let layer_of = |node: u32| proper.layer[node as usize] as usize;
    let movable: Vec<u32> =
        (0..proper.len() as u32).filter(|&node| arrangement.layers[layer_of(node)].len() > 1).collect();
    let (mut spent, mut moves) = (0, 0_u64);
    let mut taken = [1.0; COSTS];
    let mut ends = Ends::default();
    while spent < effort && !movable.is_empty() {
        if moves.is_multiple_of(MOVES_TOLD) {
            tell(watch, Phase::Crossings, spent as usize, effort as usize)?;
            let heat = HOT * libm::exp(libm::log(COLD / HOT) * spent as f64 / effort as f64);
            taken.iter_mut().enumerate().for_each(|(cost, taken)| *taken = libm::exp(-(cost as f64) / heat));
        }
        moves += 1;
        let node = movable[seeded.below(movable.len())];
        let right = seeded.below(2) == 1;
        let far = 1 + seeded.below(REACH);
        let from = arrangement.place[node as usize] as usize;
        let layer = &arrangement.layers[layer_of(node)];
        ends.read(sorter, arrangement, node);
        let (mut best, mut to, mut sum) = (i64::MAX, from, 0);
        for step in 1..=far {
            let at = if right { from + step } else { from.wrapping_sub(step) };
            let Some(&other) = layer.get(at).filter(|other| sorter.may_pass(node, **other)) else { break };
            let (gain, comparisons) = ends.gain(sorter, arrangement, other);
            spent += comparisons;
            sum += if right { -gain } else { gain };
            if sum < best {
                (best, to) = (sum, at);
            }
        }
        spent += MOVE;
        let chance = taken.get(best.max(0) as usize).copied().unwrap_or(0.0);
        if to != from && (best <= 0 || seeded.unit() < chance) {
            arrangement.shift(layer_of(node), from, to);
        }
    }
    Ok(())
}

/// Where the lines of the node that moves end, in the layer before and the layer after.
#[derive(Default)]
struct Ends([Vec<u32>; 2]);

impl Ends {
    fn read(&mut self, sorter: &Sorter<'_>, arrangement: &Arrangement, node: u32) {
        for (ends, rows) in self.0.iter_mut().zip(sorter.sides()) {
            ends.clear();
            ends.extend(rows.of(node).iter().map(|&end| arrangement.place[end as usize]));
        }
    }

    /// The crossings with another node's lines when that comes second, less those when it comes first, and how many ends
    /// were compared.
    fn gain(&self, sorter: &Sorter<'_>, arrangement: &Arrangement, other: u32) -> (i64, u64) {
        let (mut gain, mut compared) = (0_i32, 0);
        for (ours, rows) in self.0.iter().zip(sorter.sides()) {
            let theirs = rows.of(other);
            compared += ours.len() * theirs.len();
            for &end in theirs {
                let end = arrangement.place[end as usize];
                gain += ours.iter().map(|&our| i32::from(our > end) - i32::from(our < end)).sum::<i32>();
            }
        }
        (i64::from(gain), compared as u64)
    }
}
