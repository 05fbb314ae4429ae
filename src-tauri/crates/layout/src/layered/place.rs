//! Where nodes stand along their layers: long lines straight, others short, the order kept.
//!
//! Owns: the placement of Brandes and Köpf (2002), with the shifts of classes as corrected by Brandes, Walter and Zink
//! (2020), between boxes of any size. Must not know: how the order was found, where layers stand.

use super::{order::Arrangement, proper::Proper, rows::Rows};

/// Kept free between two virtual nodes, in gaps between boxes.
pub(super) const VIRTUAL_GAP: f64 = 0.5;

/// The least distance between the middles of two neighbors in a layer.
pub(super) type Apart<'a> = &'a dyn Fn(u32, u32) -> f64;

/// The middle of each node along its layer.
pub(super) fn place(proper: &Proper, arrangement: &Arrangement, apart: Apart<'_>) -> Vec<f64> {
    let marked = crossing_inner_lines(proper, arrangement);
    let mut runs = Vec::with_capacity(4);
    for upward in [false, true] {
        for leftward in [false, true] {
            let side = Side::new(proper, arrangement, upward, leftward);
            let blocks = side.align(&marked, upward);
            let mut at = side.compact(&blocks, apart);
            if leftward {
                for at in &mut at {
                    *at = -*at;
                }
            }
            runs.push(at);
        }
    }
    balance(&mut runs);
    let middle = |node: usize| {
        let mut at = [runs[0][node], runs[1][node], runs[2][node], runs[3][node]];
        at.sort_unstable_by(f64::total_cmp);
        f64::midpoint(at[1], at[2])
    };
    (0..proper.len()).map(middle).collect()
}

/// Moves all four to the narrowest: those that lean left to its left side, the others to its right side.
fn balance(runs: &mut [Vec<f64>]) {
    let ends = |run: &[f64]| run.iter().fold((f64::MAX, f64::MIN), |(low, high), &at| (low.min(at), high.max(at)));
    let wide = |run: &[f64]| ends(run).1 - ends(run).0;
    let Some(narrowest) = runs.iter().min_by(|a, b| wide(a).total_cmp(&wide(b))) else { return };
    let (low, high) = ends(narrowest);
    for (index, run) in runs.iter_mut().enumerate() {
        let by = if index % 2 == 0 { low - ends(run).0 } else { high - ends(run).1 };
        for at in run.iter_mut() {
            *at += by;
        }
    }
}

/// The steps that cross a step between two virtual nodes, which shall stay straight: (lower layer, higher layer), sorted.
fn crossing_inner_lines(proper: &Proper, arrangement: &Arrangement) -> Vec<(u32, u32)> {
    let mut marked = Vec::new();
    let inner = |node: u32| {
        let above = proper.before.of(node).first().copied().filter(|&above| proper.is_virtual(above));
        above.filter(|_| proper.is_virtual(node))
    };
    for pair in arrangement.layers.windows(2) {
        let last = pair[1].len().saturating_sub(1);
        let (mut from, mut next) = (0, 0);
        for (at, &node) in pair[1].iter().enumerate() {
            let straight = inner(node).map(|above| arrangement.place[above as usize]);
            if straight.is_none() && at != last {
                continue;
            }
            let to = straight.unwrap_or(pair[0].len() as u32);
            while next <= at {
                let node = pair[1][next];
                let crossed =
                    |&above: &u32| !(from..=to).contains(&arrangement.place[above as usize]) && inner(node).is_none();
                marked.extend(proper.before.of(node).iter().copied().filter(crossed).map(|above| (above, node)));
                next += 1;
            }
            from = straight.unwrap_or(from);
        }
    }
    marked.sort_unstable();
    marked
}

/// The layers seen from one of four sides.
struct Side<'a> {
    layers: Vec<Vec<u32>>,
    place: Vec<u32>,
    /// The neighbors in the layer seen before.
    above: &'a Rows,
}

/// Nodes in line with one another: each node's block, by its first node, and the next node in it, around to the first.
struct Blocks {
    root: Vec<u32>,
    next: Vec<u32>,
}

impl<'a> Side<'a> {
    fn new(proper: &'a Proper, arrangement: &Arrangement, upward: bool, leftward: bool) -> Self {
        let mut layers = arrangement.layers.clone();
        if upward {
            layers.reverse();
        }
        let mut place = arrangement.place.clone();
        if leftward {
            for layer in &mut layers {
                layer.reverse();
                layer.iter().enumerate().for_each(|(at, &node)| place[node as usize] = at as u32);
            }
        }
        Self { layers, place, above: if upward { &proper.after } else { &proper.before } }
    }

    /// Puts every node in line with the median of those above, as far as no two alignments cross.
    fn align(&self, marked: &[(u32, u32)], upward: bool) -> Blocks {
        let count = self.place.len() as u32;
        let mut blocks = Blocks { root: (0..count).collect(), next: (0..count).collect() };
        let mut ends = Vec::new();
        for layer in self.layers.iter().skip(1) {
            let mut free_from = 0;
            for &node in layer {
                ends.clear();
                ends.extend_from_slice(self.above.of(node));
                ends.sort_unstable_by_key(|&end| self.place[end as usize]);
                if ends.is_empty() {
                    continue;
                }
                for middle in [(ends.len() - 1) / 2, ends.len() / 2] {
                    let end = ends[middle];
                    let step = if upward { (node, end) } else { (end, node) };
                    if blocks.next[node as usize] != node
                        || self.place[end as usize] < free_from
                        || marked.binary_search(&step).is_ok()
                    {
                        continue;
                    }
                    blocks.next[end as usize] = node;
                    blocks.root[node as usize] = blocks.root[end as usize];
                    blocks.next[node as usize] = blocks.root[node as usize];
                    free_from = self.place[end as usize] + 1;
                }
            }
        }
        blocks
    }

    fn left_of(&self, layer_of: &[u32], node: u32) -> Option<u32> {
        let place = self.place[node as usize].checked_sub(1)?;
        Some(self.layers[layer_of[node as usize] as usize][place as usize])
    }

    /// Puts every block as far left as the blocks left of it let it, class by class, then the classes against one another.
    fn compact(&self, blocks: &Blocks, apart: Apart<'_>) -> Vec<f64> {
        let count = self.place.len();
        let mut layer_of = vec![0; count];
        for (at, layer) in self.layers.iter().enumerate() {
            for &node in layer {
                layer_of[node as usize] = at as u32;
            }
        }
        let mut at = vec![f64::NAN; count];
        let mut class: Vec<u32> = (0..count as u32).collect();
        for node in self.layers.iter().flatten().copied().filter(|&node| blocks.root[node as usize] == node) {
            self.place_block(node, blocks, apart, &layer_of, &mut at, &mut class);
        }
        for node in 0..count {
            let root = blocks.root[node] as usize;
            (at[node], class[node]) = (at[root], class[root]);
        }
        let shift = self.shifts(blocks, apart, &layer_of, &at, &class);
        at.iter().zip(&class).map(|(at, &class)| at + shift[class as usize]).collect()
    }

    /// Places a block, and before it all that it leans on; on a stack of its own, as long layers lead deep.
    fn place_block(
        &self,
        root: u32,
        blocks: &Blocks,
        apart: Apart<'_>,
        layer_of: &[u32],
        at: &mut [f64],
        class: &mut [u32],
    ) {
        if !at[root as usize].is_nan() {
            return;
        }
        at[root as usize] = 0.0;
        let mut stack = vec![(root, root)];
        while let Some((root, node)) = stack.pop() {
            if let Some(left) = self.left_of(layer_of, node) {
                let other = blocks.root[left as usize];
                if at[other as usize].is_nan() {
                    at[other as usize] = 0.0;
                    stack.extend([(root, node), (other, other)]);
                    continue;
                }
                if class[root as usize] == root {
                    class[root as usize] = class[other as usize];
                }
                if class[root as usize] == class[other as usize] {
                    at[root as usize] = at[root as usize].max(at[other as usize] + apart(left, node));
                }
            }
            let next = blocks.next[node as usize];
            if next != root {
                stack.push((root, next));
            }
        }
    }

    /// How far each class moves: along its left border, from layer to layer, it keeps others off.
    fn shifts(&self, blocks: &Blocks, apart: Apart<'_>, layer_of: &[u32], at: &[f64], class: &[u32]) -> Vec<f64> {
        let mut shift = vec![f64::INFINITY; at.len()];
        for first in self.layers.iter().filter_map(|layer| layer.first().copied()) {
            let sink = class[first as usize];
            if sink != first {
                continue;
            }
            if shift[sink as usize].is_infinite() {
                shift[sink as usize] = 0.0;
            }
            let mut step = Some(first);
            while let Some(mut node) = step {
                while blocks.next[node as usize] != blocks.root[node as usize] {
                    node = blocks.next[node as usize];
                    if let Some(left) = self.left_of(layer_of, node) {
                        let other = class[left as usize] as usize;
                        let room = at[node as usize] - at[left as usize] - apart(left, node);
                        shift[other] = shift[other].min(shift[sink as usize] + room);
                    }
                }
                let layer = &self.layers[layer_of[node as usize] as usize];
                let right = layer.get(self.place[node as usize] as usize + 1).copied();
                step = right.filter(|&right| class[right as usize] == sink);
            }
        }
        shift.iter().map(|shift| if shift.is_finite() { *shift } else { 0.0 }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::{
        graph::seed::Seeded,
        layered::{
            order::{Arrangement, Wishes, order},
            proper::Proper,
        },
    };
    use proptest::prelude::*;
    use std::ops::ControlFlow;

    fn lines() -> impl Strategy<Value = (Vec<u32>, Vec<(u32, u32)>)> {
        let pair = (any::<prop::sample::Index>(), any::<prop::sample::Index>());
        (prop::collection::vec(0_u32..6, 2..40), prop::collection::vec(pair, 0..80)).prop_map(|(layer, pairs)| {
            let mut lines: Vec<(u32, u32)> = pairs
                .into_iter()
                .map(|(a, b)| (a.index(layer.len()) as u32, b.index(layer.len()) as u32))
                .map(|(a, b)| (a.min(b), a.max(b)))
                .filter(|(a, b)| layer[*a as usize] != layer[*b as usize])
                .collect();
            lines.sort_unstable();
            lines.dedup();
            (layer, lines)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn keeps_any_order_and_the_distance((layer, lines) in lines(), high in prop::collection::vec(1.0..50.0_f64, 40), seed in 0..u64::MAX) {
            let proper = Proper::new(layer, &lines);
            let mut seeded = Seeded::new(seed);
            let mut arrangement = Arrangement { layers: vec![Vec::new(); proper.layers], place: vec![0; proper.len()] };
            for (node, &layer) in proper.layer.iter().enumerate() {
                arrangement.layers[layer as usize].push(node as u32);
            }
            for layer in &mut arrangement.layers {
                seeded.shuffle(layer);
                for (place, &node) in layer.iter().enumerate() {
                    arrangement.place[node as usize] = place as u32;
                }
            }
            let size = |node: u32| if proper.is_virtual(node) { 2.0 } else { high[node as usize % 40] };
            let apart = |a: u32, b: u32| f64::midpoint(size(a), size(b)) + 3.0;
            let at = place(&proper, &arrangement, &apart);
            for layer in &arrangement.layers {
                for pair in layer.windows(2) {
                    prop_assert!(at[pair[1] as usize] - at[pair[0] as usize] >= apart(pair[0], pair[1]) - 1e-6);
                }
            }
        }
    }

    #[test]
    fn draws_a_long_line_straight_and_centers_a_hub() {
        // 0 gives to 1..=5; 0 also gives past them to 6, three layers on.
        let layer = vec![0, 1, 1, 1, 1, 1, 3];
        let lines = [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6)];
        let proper = Proper::new(layer, &lines);
        let wishes = Wishes { groups: &[], before: &[], seed: 1 };
        let (arrangement, crossings) = order(&proper, wishes, &|_| ControlFlow::Continue(())).unwrap();
        assert_eq!(crossings, 0);
        let at = place(&proper, &arrangement, &|_, _| 10.0);
        let chain = proper.chains[5].clone();
        assert!((at[chain.start as usize] - at[chain.end as usize - 1]).abs() < 1e-9);
        let (low, high) =
            (1..6).fold((f64::MAX, f64::MIN), |(low, high), node| (low.min(at[node]), high.max(at[node])));
        assert!(at[0] > low && at[0] < high);
    }
}
