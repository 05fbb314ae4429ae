//! Nodes and groups tried one place farther, again and again, and kept where fewest lines cross.

use std::cmp::Reverse;
use std::ops::Range;

use super::Table;
use crate::graph::{Cancelled, Phase, Watch, tell};

/// Rounds over all nodes at most, and as many as the budget shall be enough for.
const ROUNDS: usize = 12;
const AFFORDED: usize = 2;

impl Table<'_> {
    /// Sifts until nothing is gained or `budget` pairs of lines were tested.
    pub(super) fn sift(&mut self, budget: usize, watch: Watch<'_>) -> Result<(), Cancelled> {
        let mut left = budget.cast_signed();
        let window = self.window(budget);
        for round in 0..ROUNDS {
            let mut gained = 0;
            for ring in 0..self.order.rings.len() {
                for node in self.most_linked(ring) {
                    tell(watch, Phase::Crossings, round, ROUNDS)?;
                    if left > 0 {
                        gained += self.sift_node(ring, node, window, &mut left);
                        gained += self.sift_block(ring, node, window, &mut left);
                    }
                }
                // The cut of a ring is no border: it is elsewhere in each round.
                self.recut(ring);
            }
            if left <= 0 || (gained == 0 && round > 0) {
                break;
            }
        }
        Ok(())
    }

    /// How many places a node may be tried to either side, so that the budget is enough for every node.
    fn window(&self, budget: usize) -> usize {
        let linked = (0..self.order.rings.len()).map(|ring| self.most_linked(ring).len()).sum::<usize>().max(1);
        let step = 4 * self.web.len() * (1 + 2 * self.web.chords / linked);
        (budget / (AFFORDED * linked * step.max(1))).max(2)
    }

    fn most_linked(&self, ring: usize) -> Vec<u32> {
        let mut nodes: Vec<u32> =
            self.order.rings[ring].iter().copied().filter(|&node| self.web.is_linked(node)).collect();
        nodes.sort_by_key(|&node| (Reverse(self.web.of(node).len()), self.scene.rank[node as usize]));
        nodes
    }

    /// Tries a node at every place inside its group.
    fn sift_node(&mut self, ring: usize, node: u32, window: usize, left: &mut isize) -> i64 {
        let home = self.block_of(ring, self.place(ring, node));
        if home.len() < 2 {
            return 0;
        }
        let place = self.place(ring, node);
        let up: Vec<_> = (place..home.end - 1).take(window).map(|at| (at..at + 1, at + 1..at + 2)).collect();
        let down: Vec<_> = (home.start..place).rev().take(window).map(|at| (at..at + 1, at + 1..at + 2)).collect();
        self.try_ways(ring, [up, down], left)
    }

    /// Tries a node's whole block between all others.
    fn sift_block(&mut self, ring: usize, node: u32, window: usize, left: &mut isize) -> i64 {
        let own = self.block_of(ring, self.place(ring, node));
        let (mut up, mut down) = (Vec::new(), Vec::new());
        let mut at = own.clone();
        while at.end < self.order.rings[ring].len() && up.len() < window {
            let next = self.block_of(ring, at.end);
            up.push((at.clone(), next.clone()));
            at = next.end - own.len()..next.end;
        }
        let mut at = own.clone();
        while at.start > 0 && down.len() < window {
            let before = self.block_of(ring, at.start - 1);
            down.push((before.clone(), at.clone()));
            at = before.start..before.start + own.len();
        }
        self.try_ways(ring, [up, down], left)
    }

    /// Goes one way step by step, then the other, and back to the best place; how many crossings that gains.
    fn try_ways(&mut self, ring: usize, ways: [Vec<(Range<usize>, Range<usize>)>; 2], left: &mut isize) -> i64 {
        let start = self.order.rings[ring].clone();
        let (mut best, mut gain) = (None, 0);
        for way in ways {
            let (mut now, mut touched) = (0, None::<Range<usize>>);
            for (first, second) in way {
                if *left <= 0 {
                    break;
                }
                let span = first.start..second.end;
                now += self.exchange(ring, first, second, left);
                let all = touched.get_or_insert_with(|| span.clone());
                *all = all.start.min(span.start)..all.end.max(span.end);
                if now > gain {
                    (best, gain) = (Some(self.order.rings[ring].clone()), now);
                }
            }
            if let Some(span) = touched {
                self.order.rings[ring][span.clone()].copy_from_slice(&start[span.clone()]);
                for place in span {
                    self.put(ring, place);
                }
            }
        }
        if let Some(best) = best {
            let changed: Vec<usize> = (0..start.len()).filter(|&place| best[place] != start[place]).collect();
            self.order.rings[ring] = best;
            for place in changed {
                self.put(ring, place);
            }
        }
        gain
    }

    /// Exchanges two neighboring runs of places; how many crossings fewer there are.
    fn exchange(&mut self, ring: usize, first: Range<usize>, second: Range<usize>, left: &mut isize) -> i64 {
        let span = first.start..second.end;
        let nodes = &self.order.rings[ring][span.clone()];
        let mut lines: Vec<u32> = nodes.iter().flat_map(|&node| self.web.of(node).iter().copied()).collect();
        lines.sort_unstable();
        lines.dedup();
        *left -= (2 * lines.len() * self.web.len() + lines.len() * lines.len()).cast_signed();
        let before = self.web.crossings_of(&lines);
        self.order.rings[ring][span.clone()].rotate_left(first.len());
        span.for_each(|place| self.put(ring, place));
        i64::from(before) - i64::from(self.web.crossings_of(&lines))
    }

    fn place(&self, ring: usize, node: u32) -> usize {
        self.order.rings[ring].iter().position(|&other| other == node).unwrap_or(0)
    }

    /// The places of the block around a place.
    fn block_of(&self, ring: usize, place: usize) -> Range<usize> {
        let nodes = &self.order.rings[ring];
        let block = |at: usize| self.scene.block[nodes[at] as usize];
        let same = |at: &usize| block(*at) == block(place);
        let before = (0..place).rev().take_while(same).count();
        let after = (place + 1..nodes.len()).take_while(same).count();
        place - before..place + 1 + after
    }

    /// Counts places from about half a turn farther, without moving anybody.
    fn recut(&mut self, ring: usize) {
        let count = self.order.rings[ring].len();
        if count < 2 {
            return;
        }
        let cut = self.block_of(ring, count / 2).start;
        self.order.rings[ring].rotate_left(cut);
        self.order.turns[ring] += std::f64::consts::TAU * cut as f64 / count as f64;
        self.put_ring(ring);
    }
}
