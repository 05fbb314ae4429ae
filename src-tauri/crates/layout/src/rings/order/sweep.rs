//! One ring after another follows the directions in which its neighbors lie.

use std::collections::BTreeMap;

use super::{Table, slot};
use crate::rings::track::apart;

/// A sum of directions.
type Way = (f64, f64);

/// Shorter sums point nowhere.
const NOWHERE: f64 = 1e-9;

impl Table<'_> {
    /// Orders every ring once: outward by what lies inside, inward by what lies outside, then by both, in turn.
    pub(super) fn sweep(&mut self, number: usize) {
        let rings = self.order.rings.len();
        for step in 0..rings {
            let ring = if number % 3 == 1 { rings - 1 - step } else { step };
            let counts = |other: usize| match number % 3 {
                0 => other <= ring,
                1 => other >= ring,
                _ => true,
            };
            self.follow(ring, counts);
        }
    }

    /// Orders one ring by its neighbors on rings that count.
    fn follow(&mut self, ring: usize, counts: impl Fn(usize) -> bool) {
        let nodes = &self.order.rings[ring];
        let wishes: Vec<Option<f64>> = nodes.iter().map(|&node| self.wish(node, &counts)).collect();
        let angle = |place: usize| wishes[place].unwrap_or(self.angles[nodes[place] as usize]);
        let mut blocks: BTreeMap<u32, Way> = BTreeMap::new();
        for (place, &node) in nodes.iter().enumerate() {
            let (sin, cos) = libm::sincos(angle(place));
            let way = blocks.entry(self.scene.block[node as usize]).or_default();
            *way = (way.0 + cos, way.1 + sin);
        }
        let toward: BTreeMap<u32, f64> =
            blocks.into_iter().map(|(block, way)| (block, libm::atan2(way.1, way.0))).collect();
        let mut places: Vec<(f64, u32, f64, u32, usize)> = (0..nodes.len())
            .map(|place| {
                let (node, block) = (nodes[place], self.scene.block[nodes[place] as usize]);
                (toward[&block], block, apart(toward[&block], angle(place)), self.scene.rank[node as usize], place)
            })
            .collect();
        places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3)));
        let count = nodes.len();
        // The turn that brings places nearest to wishes.
        let off = places.iter().enumerate().filter_map(|(to, from)| wishes[from.4].map(|wish| wish - slot(to, count)));
        let sum = off.map(libm::sincos).fold((0.0, 0.0), |sum: Way, (sin, cos)| (sum.0 + cos, sum.1 + sin));
        if libm::hypot(sum.0, sum.1) > NOWHERE {
            self.order.turns[ring] = libm::atan2(sum.1, sum.0);
        }
        self.order.rings[ring] = places.iter().map(|place| nodes[place.4]).collect();
        self.put_ring(ring);
    }

    /// The direction in which a node's neighbors lie.
    fn wish(&self, node: u32, counts: impl Fn(usize) -> bool) -> Option<f64> {
        let near = self.web.neighbors(node).filter(|&other| self.scene.level[other as usize].is_some_and(&counts));
        let ways = near.map(|other| libm::sincos(self.angles[other as usize]));
        let sum = ways.fold((0.0, 0.0), |sum: Way, (sin, cos)| (sum.0 + cos, sum.1 + sin));
        (libm::hypot(sum.0, sum.1) > NOWHERE).then(|| libm::atan2(sum.1, sum.0))
    }
}
