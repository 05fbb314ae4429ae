//! Orders to start from.
//!
//! Owns: the order of a search, the spectral one, and the one of last time. Must not know: crossings.

use super::Wishes;
use crate::{graph::seed::Seeded, layered::proper::Proper};

/// Rounds of averaging for the spectral order.
const AVERAGINGS: usize = 150;

/// Nodes in the order in which a search in depth from the first layer comes upon them.
pub(super) fn by_search(proper: &Proper) -> Vec<Vec<u32>> {
    let mut layers = vec![Vec::new(); proper.layers];
    let mut seen = vec![false; proper.len()];
    let mut starts: Vec<u32> = (0..proper.len() as u32).collect();
    let layer = |node: u32| proper.layer[node as usize];
    // Those without lines come last, where they divide nothing.
    let alone = |node: u32| proper.before.of(node).is_empty() && proper.after.of(node).is_empty();
    starts.sort_by_key(|&node| (alone(node), layer(node), node));
    let mut path = Vec::new();
    for start in starts {
        path.push(start);
        while let Some(node) = path.pop() {
            if std::mem::replace(&mut seen[node as usize], true) {
                continue;
            }
            layers[layer(node) as usize].push(node);
            path.extend(proper.before.of(node).iter().rev().filter(|&&next| !seen[next as usize]));
            path.extend(proper.after.of(node).iter().rev().filter(|&&next| !seen[next as usize]));
        }
    }
    layers
}

/// Nodes where they stood, new ones between their neighbors.
pub(super) fn as_before(proper: &Proper, wishes: Wishes<'_>) -> Vec<Vec<u32>> {
    let known = |node: u32| wishes.before.get(node as usize).copied().flatten();
    let mut along: Vec<Option<f64>> = (0..proper.len() as u32).map(known).collect();
    // Outward from what is known; long lines pass it on through their virtual nodes.
    let mut border: Vec<u32> = (0..proper.len() as u32).filter(|&node| along[node as usize].is_some()).collect();
    while !border.is_empty() {
        let sides = |node: u32| proper.before.of(node).iter().chain(proper.after.of(node)).copied();
        let mut next: Vec<u32> =
            border.iter().flat_map(|&node| sides(node)).filter(|&node| along[node as usize].is_none()).collect();
        next.sort_unstable();
        next.dedup();
        let mean = |&node: &u32| {
            let places: Vec<f64> = sides(node).filter_map(|side| along[side as usize]).collect();
            places.iter().sum::<f64>() / places.len().max(1) as f64
        };
        let means: Vec<f64> = next.iter().map(mean).collect();
        next.iter().zip(means).for_each(|(&node, mean)| along[node as usize] = Some(mean));
        border = next;
    }
    let mut layers = by_layer(proper);
    for layer in &mut layers {
        let at = |node: u32| along[node as usize].unwrap_or(f64::MAX);
        layer.sort_by(|&a, &b| at(a).total_cmp(&at(b)).then(a.cmp(&b)));
    }
    layers
}

/// Nodes along the slowest way in which the graph swings (Fiedler 1973; Koren 2005): near to their neighbors in all layers
/// at once. Found by averaging over neighbors again and again, with the common part taken out.
pub(super) fn spectral(proper: &Proper, seeded: &mut Seeded) -> Vec<Vec<u32>> {
    let count = proper.len();
    let weight: Vec<f64> =
        (0..count as u32).map(|node| (proper.before.of(node).len() + proper.after.of(node).len()) as f64).collect();
    let total = weight.iter().sum::<f64>().max(1.0);
    let mut along: Vec<f64> = (0..count).map(|_| seeded.unit() - 0.5).collect();
    let mut next = along.clone();
    for _ in 0..AVERAGINGS {
        let common = along.iter().zip(&weight).map(|(along, weight)| along * weight).sum::<f64>() / total;
        let largest = along.iter().fold(f64::MIN_POSITIVE, |largest, along| largest.max((along - common).abs()));
        for node in 0..count {
            let sides = proper.before.of(node as u32).iter().chain(proper.after.of(node as u32));
            let sum: f64 = sides.map(|&side| along[side as usize]).sum();
            let mean = if weight[node] > 0.0 { sum / weight[node] } else { along[node] };
            next[node] = (f64::midpoint(along[node], mean) - common) / largest;
        }
        std::mem::swap(&mut along, &mut next);
    }
    let mut layers = by_layer(proper);
    for layer in &mut layers {
        layer.sort_by(|&a, &b| along[a as usize].total_cmp(&along[b as usize]).then(a.cmp(&b)));
    }
    layers
}

/// Nodes as they are numbered.
pub(super) fn by_layer(proper: &Proper) -> Vec<Vec<u32>> {
    let mut layers = vec![Vec::new(); proper.layers];
    for node in 0..proper.len() as u32 {
        layers[proper.layer[node as usize] as usize].push(node);
    }
    layers
}
