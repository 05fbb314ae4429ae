//! What is ordered in one layer against its neighbors: single nodes, or groups as one piece.
//!
//! Owns: the far ends of each item's lines, what each pair gains by changing places, and the ways to a better order.
//! Must not know: the graph.

use crate::layered::crossings::gain;

/// What items are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// The weighted median of the far ends (Gansner and others 1993).
    Median,
    /// Their mean.
    Barycenter,
}

/// Up to so many items the gains of all pairs are kept.
const TABLE_MAX: usize = 1_000;

/// Items with the positions of their lines' far ends, ascending, in the layer before and the layer after.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    ends: Vec<u32>,
    /// Where each item's ends before begin, where those after begin, and where these end.
    cuts: Vec<[u32; 3]>,
    held: Vec<bool>,
    /// The gains of all pairs, where they are kept.
    gains: Vec<i32>,
    alone: Vec<i32>,
    order: Vec<u32>,
    sorted: Vec<(f64, u32)>,
}

impl Items {
    pub(super) fn clear(&mut self) {
        self.ends.clear();
        self.cuts.clear();
        self.held.clear();
    }

    /// Adds an item. One that is `held` keeps its order among others that are.
    pub(super) fn push(&mut self, before: impl Iterator<Item = u32>, after: impl Iterator<Item = u32>, held: bool) {
        let first = self.ends.len();
        self.ends.extend(before);
        let second = self.ends.len();
        self.ends.extend(after);
        self.ends[first..second].sort_unstable();
        self.ends[second..].sort_unstable();
        self.cuts.push([first as u32, second as u32, self.ends.len() as u32]);
        self.held.push(held);
    }

    /// Where each item went: the items in their new order, which are in the order pushed before that.
    pub(super) fn order(&self) -> &[u32] {
        &self.order
    }

    fn start(&mut self) {
        self.order.clear();
        self.order.extend(0..self.cuts.len() as u32);
    }

    #[inline]
    fn side(&self, item: u32, after: bool) -> &[u32] {
        let cuts = self.cuts[item as usize];
        let side = usize::from(after);
        &self.ends[cuts[side] as usize..cuts[side + 1] as usize]
    }

    /// Crossings with the first of two items first, less those with the second first.
    fn gain(&self, first: u32, second: u32) -> i64 {
        gain(self.side(first, false), self.side(second, false)) + gain(self.side(first, true), self.side(second, true))
    }

    /// Sorts by the ends on one side. An item without any keeps its place; ties keep or turn their order.
    pub(super) fn sort(&mut self, after: bool, key: Key, turn_ties: bool) {
        self.start();
        let mut sorted = std::mem::take(&mut self.sorted);
        sorted.clear();
        for item in 0..self.cuts.len() as u32 {
            let ends = self.side(item, after);
            if !ends.is_empty() {
                sorted.push((if key == Key::Median { median(ends) } else { mean(ends) }, item));
            }
        }
        if turn_ties {
            sorted.reverse();
        }
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut next = sorted.iter();
        for place in 0..self.order.len() {
            if !self.side(place as u32, after).is_empty()
                && let Some((_, item)) = next.next()
            {
                self.order[place] = *item;
            }
        }
        self.sorted = sorted;
    }

    /// Swaps neighbors as long as that gains; answers by how much.
    pub(super) fn transpose(&mut self) -> i64 {
        self.start();
        let mut order = std::mem::take(&mut self.order);
        let mut gained = 0;
        loop {
            let mut now = 0;
            for place in 1..order.len() {
                let gain = self.gain(order[place - 1], order[place]);
                if gain > 0 {
                    order.swap(place - 1, place);
                    now += gain;
                }
            }
            gained += now;
            if now == 0 {
                break;
            }
        }
        self.order = order;
        gained
    }

    /// Moves each item in turn to the place where its lines cross least, past `reach` others at most; answers how many
    /// crossings fewer there are.
    pub(super) fn sift(&mut self, reach: usize) -> i64 {
        self.start();
        let mut order = std::mem::take(&mut self.order);
        let gained = if self.cuts.len() <= TABLE_MAX.min(2 * reach) {
            self.fill_table();
            self.sift_by(&mut order, reach, |items, first, second| {
                i64::from(items.gains[first as usize * items.cuts.len() + second as usize])
            })
        } else {
            self.sift_by(&mut order, reach, Self::gain)
        };
        self.order = order;
        gained
    }

    /// The gain of a pair is a sum over the second's ends of what each alone gains, which is kept for every end.
    fn fill_table(&mut self) {
        let count = self.cuts.len();
        let wide = self.ends.iter().max().map_or(0, |&last| last as usize + 1);
        self.gains.clear();
        self.gains.resize(count * count, 0);
        self.alone.resize(wide, 0);
        for after in [false, true] {
            for first in 0..count {
                let [from, to] = self.range(first, after);
                if from == to {
                    continue;
                }
                let mut beyond = (to - from) as i32;
                let mut before = 0;
                let mut at = from;
                for (position, alone) in self.alone.iter_mut().enumerate() {
                    let mut here = 0;
                    while at < to && self.ends[at] as usize == position {
                        here += 1;
                        at += 1;
                    }
                    beyond -= here;
                    *alone = beyond - before;
                    before += here;
                }
                let row = &mut self.gains[first * count..(first + 1) * count];
                for (gain, cuts) in row.iter_mut().zip(&self.cuts) {
                    let side = usize::from(after);
                    for &end in &self.ends[cuts[side] as usize..cuts[side + 1] as usize] {
                        *gain += self.alone[end as usize];
                    }
                }
            }
        }
    }

    fn range(&self, item: usize, after: bool) -> [usize; 2] {
        let side = usize::from(after);
        [self.cuts[item][side] as usize, self.cuts[item][side + 1] as usize]
    }

    fn sift_by(&self, order: &mut [u32], reach: usize, gain: impl Fn(&Self, u32, u32) -> i64) -> i64 {
        let mut gained = 0;
        for item in 0..order.len() as u32 {
            let Some(place) = order.iter().position(|&other| other == item) else { continue };
            let stays = |other: u32| self.held[item as usize] && self.held[other as usize];
            let (mut best, mut to) = (0, place);
            let mut sum = 0;
            for (at, &other) in
                order[..place].iter().enumerate().rev().take(reach).take_while(|(_, other)| !stays(**other))
            {
                sum += gain(self, item, other);
                if sum < best {
                    (best, to) = (sum, at);
                }
            }
            sum = 0;
            for (at, &other) in
                order.iter().enumerate().skip(place + 1).take(reach).take_while(|(_, other)| !stays(**other))
            {
                sum -= gain(self, item, other);
                if sum < best {
                    (best, to) = (sum, at);
                }
            }
            gained -= best;
            if to < place {
                order[to..=place].rotate_right(1);
            } else {
                order[place..=to].rotate_left(1);
            }
        }
        gained
    }
}

fn mean(ends: &[u32]) -> f64 {
    ends.iter().map(|&end| f64::from(end)).sum::<f64>() / ends.len() as f64
}

/// The median; between the two of an even count, nearer to the side where ends are crowded.
fn median(ends: &[u32]) -> f64 {
    let at = |index: usize| f64::from(ends[index]);
    let (middle, last) = (ends.len() / 2, ends.len() - 1);
    if ends.len() % 2 == 1 {
        return at(middle);
    }
    let (left, right) = (at(middle - 1) - at(0), at(last) - at(middle));
    if ends.len() == 2 || left + right <= 0.0 {
        return f64::midpoint(at(middle - 1), at(middle));
    }
    (at(middle - 1) * right + at(middle) * left) / (left + right)
}
