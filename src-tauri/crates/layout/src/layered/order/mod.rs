//! The order of nodes within their layers, with few crossings.
//!
//! Owns: the search. From several starts: sweeps from both ends by weighted median and barycenter with transposing
//! (Sugiyama, Tagawa, Toda 1981; Gansner, Koutsofios, North, Vo 1993), then sifting (Matuszewski, Schönfeld, Molitor 1999)
//! in every layer against both its neighbors; then annealing of the best. Must not know: positions, boxes.

mod anneal;
mod arrangement;
mod items;
mod start;

pub(super) use arrangement::Arrangement;

use super::proper::Proper;
use crate::graph::{Cancelled, Phase, Watch, seed::Seeded, tell};
use arrangement::{Sorter, Way};
use items::Key;
use std::ops::RangeInclusive;

/// What the order keeps to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes<'a> {
    /// The group of each real node: members that share a layer stay side by side.
    pub groups: &'a [Option<u32>],
    /// Where a real node stood along its layer before: such nodes keep their order among one another.
    pub before: &'a [Option<f64>],
    pub seed: u64,
}

/// Sweeps made at most, and made without finding fewer crossings.
const SWEEPS: usize = 12;
const PATIENCE: usize = 4;

/// Rounds of sifting at most, pairs of neighbors that one round looks at, and those that all do. In larger graphs nodes
/// go only so far, but always past a few others.
const SIFTINGS: RangeInclusive<usize> = 2..=40;
const SIFTED_PAIRS: usize = 4_000_000;
const SIFTED_PAIRS_ALL: usize = 40_000_000;
const REACH_MIN: usize = 16;

/// Starts tried at least and at most, and the pairs of neighbors in layers that all starts may look at together.
const STARTS: RangeInclusive<usize> = 2..=3;
const PAIRS: usize = 2_000_000;

/// Comparisons that annealing makes for each node, and at most for all.
const EFFORT: u64 = 5_000;
const EFFORT_MAX: u64 = 16_000_000;

/// Small graphs anneal more than one start, as long as all their efforts together stay under this.
const EFFORT_SMALL: u64 = 2_000_000;
const ANNEALED_MAX: u64 = 3;

/// Answers the order and how many crossings it has.
pub(super) fn order(proper: &Proper, wishes: Wishes<'_>, watch: Watch<'_>) -> Result<(Arrangement, u64), Cancelled> {
    let mut seeded = Seeded::new(wishes.seed);
    let mut sorter = Sorter::new(proper, wishes);
    if wishes.before.iter().any(Option::is_some) {
        let mut arrangement = sorter.arrange(start::as_before(proper, wishes));
        sift(&mut arrangement, &mut sorter, watch)?;
        let crossings = sorter.crossings(&arrangement);
        return Ok((arrangement, crossings));
    }
    let mut found = starts(&mut sorter, &mut seeded, watch)?;
    let effort = (EFFORT * proper.len() as u64).min(EFFORT_MAX);
    found.truncate((EFFORT_SMALL / effort.max(1)).clamp(1, ANNEALED_MAX) as usize);
    let mut best: Option<(Arrangement, u64)> = None;
    for (mut arrangement, mut crossings) in found {
        if best.as_ref().is_none_or(|best| crossings < best.1) {
            best = Some((arrangement.clone(), crossings));
        }
        if best.as_ref().is_some_and(|best| best.1 == 0) {
            break;
        }
        anneal::anneal(&mut arrangement, &sorter, effort, &mut seeded, watch)?;
        sift(&mut arrangement, &mut sorter, watch)?;
        crossings = sorter.crossings(&arrangement);
        if best.as_ref().is_none_or(|best| crossings < best.1) {
            best = Some((arrangement, crossings));
        }
    }
    Ok(best.unwrap_or_else(|| (sorter.arrange(start::by_layer(proper)), 0)))
}

/// Orders from several starts, swept and sifted, the best first.
fn starts(
    sorter: &mut Sorter<'_>,
    seeded: &mut Seeded,
    watch: Watch<'_>,
) -> Result<Vec<(Arrangement, u64)>, Cancelled> {
    let proper = sorter.proper;
    let pairs: usize = start::by_layer(proper).iter().map(|layer| layer.len() * layer.len()).sum();
    let count = (PAIRS / pairs.max(1)).clamp(*STARTS.start(), *STARTS.end());
    let mut found = Vec::with_capacity(count);
    for start in 0..count {
        let layers = match start {
            0 => start::by_search(proper),
            _ => start::spectral(proper, seeded),
        };
        let mut arrangement = sorter.arrange(layers);
        sweep(&mut arrangement, sorter, watch)?;
        sift(&mut arrangement, sorter, watch)?;
        let crossings = sorter.crossings(&arrangement);
        found.push((arrangement, crossings));
        if crossings == 0 {
            break;
        }
    }
    found.sort_by_key(|found| found.1);
    Ok(found)
}

/// Sweeps from both ends in turn, and puts back the best order that came up.
fn sweep(arrangement: &mut Arrangement, sorter: &mut Sorter<'_>, watch: Watch<'_>) -> Result<(), Cancelled> {
    let mut best = (arrangement.clone(), sorter.crossings(arrangement));
    let mut without = 0;
    let layers = sorter.proper.layers;
    for round in 0..SWEEPS {
        tell(watch, Phase::Crossings, round, SWEEPS)?;
        let key = if round % 4 < 2 { Key::Median } else { Key::Barycenter };
        let forward = round % 2 == 0;
        for step in 1..layers {
            let layer = if forward { step } else { layers - 1 - step };
            sorter.improve(arrangement, layer, Way::Sort { after: !forward, key, turn_ties: round % 8 >= 4 });
        }
        for layer in 0..layers {
            sorter.improve(arrangement, layer, Way::Transpose);
        }
        let crossings = sorter.crossings(arrangement);
        without += 1;
        if crossings < best.1 {
            best = (arrangement.clone(), crossings);
            without = 0;
        }
        if without == PATIENCE || best.1 == 0 {
            break;
        }
    }
    *arrangement = best.0;
    Ok(())
}

/// Sifts layer by layer, there and back, until nothing gains. Only a layer beside one that changed can gain anew.
fn sift(arrangement: &mut Arrangement, sorter: &mut Sorter<'_>, watch: Watch<'_>) -> Result<(), Cancelled> {
    let layers = sorter.proper.layers;
    let nodes = sorter.proper.len().max(1);
    let reach = (SIFTED_PAIRS / (2 * nodes)).max(REACH_MIN);
    let pairs: usize = arrangement.layers.iter().map(|layer| layer.len() * layer.len().min(2 * reach)).sum();
    let rounds = (SIFTED_PAIRS_ALL / pairs.max(1)).clamp(*SIFTINGS.start(), *SIFTINGS.end());
    let mut stale = vec![true; layers];
    for round in 0..rounds {
        tell(watch, Phase::Crossings, round, rounds)?;
        for step in 0..layers {
            let layer = if round % 2 == 0 { step } else { layers - 1 - step };
            if std::mem::replace(&mut stale[layer], false)
                && sorter.improve(arrangement, layer, Way::Sift { reach }) > 0
            {
                // A pass is not always enough for the layer itself.
                stale[layer.saturating_sub(1)..(layer + 2).min(layers)].fill(true);
            }
        }
        if !stale.contains(&true) {
            break;
        }
    }
    Ok(())
}
