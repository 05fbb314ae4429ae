//! Who stands beside whom on the rings, so that few lines cross.
//!
//! Owns: the search for an order. After Bachmaier (2007), rings take turns to follow the directions of their neighbors;
//! then nodes and groups are sifted one place at a time. Crossings are those of straight lines between even places, as
//! drawn. Members of a group stay together throughout. Must not know: boxes, rows.

mod kinds;
mod sift;
mod sweep;

use std::f64::consts::{FRAC_PI_2, TAU};

use super::scene::Scene;
use crate::graph::{Cancelled, Phase, Watch, tell};
use crate::web::Web;

/// Pairs of lines that may be tested while sweeping, and while sifting: milliseconds, not a search.
const SWEEP_BUDGET: usize = 36_000_000;
const SIFT_BUDGET: usize = 40_000_000;
/// Sweeps from one start.
const SWEEPS: usize = 15;

/// The rings with their nodes in order, on even places.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Order {
    /// Free nodes of each ring, clockwise.
    pub(super) rings: Vec<Vec<u32>>,
    /// How far each ring is turned.
    pub(super) turns: Vec<f64>,
}

impl Order {
    /// The base order.
    pub(super) fn naive(scene: &Scene<'_>) -> Self {
        let rings: Vec<Vec<u32>> = scene.levels.iter().map(|level| level.free.clone()).collect();
        Self { turns: vec![0.0; rings.len()], rings }
    }

    /// The angle of a place on a ring.
    pub(super) fn angle(&self, ring: usize, place: usize) -> f64 {
        slot(place, self.rings[ring].len()) + self.turns[ring]
    }
}

/// Even places begin left of the lowest point, so that two stand to the left and right and a caption finds the top free.
fn slot(place: usize, count: usize) -> f64 {
    TAU * (place as f64 + 0.5) / count.max(1) as f64 - FRAC_PI_2
}

/// Where nodes are while their order is sought.
pub(super) struct Table<'a> {
    scene: &'a Scene<'a>,
    radii: &'a [f64],
    web: Web,
    angles: Vec<f64>,
    order: Order,
}

/// The order sought; nothing if any is as good, as no lines lead from node to node.
pub(super) fn sought(scene: &Scene<'_>, radii: &[f64], watch: Watch<'_>) -> Result<Option<Order>, Cancelled> {
    let naive = Order::naive(scene);
    let web = Web::new(scene.nodes.len(), &scene.lines, scene.center);
    if web.chords == 0 {
        return Ok(None);
    }
    let mut table = Table { scene, radii, web, angles: vec![0.0; scene.nodes.len()], order: naive.clone() };
    table.put_pins();
    let pairs = (table.web.chords * table.web.len()).max(1);
    let sweeps = (SWEEP_BUDGET / pairs / 2).clamp(3, SWEEPS);
    if pairs > SWEEP_BUDGET {
        // Counting costs more than sweeping here.
        table.set(table.walked());
        (0..3).for_each(|sweep| table.sweep(sweep));
        return Ok(Some(table.order));
    }
    let mut best: Option<(usize, Order)> = None;
    for (done, start) in [naive, table.walked()].into_iter().enumerate() {
        table.set(start);
        for sweep in 0..=sweeps {
            tell(watch, Phase::Crossings, done * sweeps + sweep, 2 * sweeps + 1)?;
            let crossings = table.web.crossings();
            if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
                best = Some((crossings, table.order.clone()));
            }
            table.sweep(sweep);
        }
    }
    if let Some((_, order)) = best {
        table.set(order);
    }
    table.sift(SIFT_BUDGET, watch)?;
    table.gather_kinds();
    Ok(Some(table.order))
}

impl Table<'_> {
    fn put_pins(&mut self) {
        for (node, pin) in self.scene.pins.iter().enumerate() {
            if let (Some(pin), true) = (pin, self.scene.level[node].is_some()) {
                self.angles[node] = self.scene.angle(*pin);
                self.web.put(node as u32, [(pin.0 / self.scene.aspect), (pin.1 + self.scene.lift)]);
            }
        }
    }

    fn set(&mut self, order: Order) {
        self.order = order;
        (0..self.order.rings.len()).for_each(|ring| self.put_ring(ring));
    }

    fn put_ring(&mut self, ring: usize) {
        (0..self.order.rings[ring].len()).for_each(|place| self.put(ring, place));
    }

    /// Puts the node of a place there.
    fn put(&mut self, ring: usize, place: usize) {
        let (node, angle) = (self.order.rings[ring][place], self.order.angle(ring, place));
        self.angles[node as usize] = angle;
        let (sin, cos) = libm::sincos(angle);
        self.web.put(node, [(self.radii[ring] * cos), (self.radii[ring] * sin)]);
    }

    /// Nodes in the order of a walk along lines, depth first: a tree's branches stay apart.
    fn walked(&self) -> Order {
        let mut nodes: Vec<u32> = self.scene.levels.iter().flat_map(|level| level.members.iter().copied()).collect();
        nodes.sort_by_key(|&node| self.scene.rank[node as usize]);
        let mut seen = vec![false; self.scene.nodes.len()];
        let mut found = vec![u32::MAX; self.scene.nodes.len()];
        let (mut count, mut stack) = (0, Vec::new());
        for &start in &nodes {
            stack.push(start);
            while let Some(node) = stack.pop() {
                if std::mem::replace(&mut seen[node as usize], true) {
                    continue;
                }
                found[node as usize] = count;
                count += 1;
                let from = stack.len();
                stack.extend(self.web.neighbors(node).filter(|&next| !seen[next as usize]));
                stack[from..].sort_by_key(|&next| std::cmp::Reverse(self.scene.rank[next as usize]));
            }
        }
        let mut order = Order::naive(self.scene);
        for ring in &mut order.rings {
            let mut blocks = std::collections::BTreeMap::new();
            for &node in &*ring {
                let first = blocks.entry(self.scene.block[node as usize]).or_insert(u32::MAX);
                *first = found[node as usize].min(*first);
            }
            ring.sort_by_key(|&node| (blocks[&self.scene.block[node as usize]], found[node as usize]));
        }
        order
    }
}
