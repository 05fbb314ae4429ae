//! Orders that keep to where nodes stood before: new ones are put between them.
//!
//! Owns: the angles of a map that is edited. Must not know: radii to come, boxes.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::f64::consts::TAU;

use super::place::Wanted;
use super::scene::Scene;
use super::track::apart;
use crate::web::Web;

/// Pairs of lines that may be tested to find places for new nodes.
const BUDGET: usize = 30_000_000;

/// Do enough nodes of the rings know where they stood to keep to it?
pub(super) fn most_stay(scene: &Scene<'_>) -> bool {
    let free = scene.levels.iter().flat_map(|level| &level.free);
    let (known, all) = free
        .fold((0, 0), |(known, all), &node| (known + usize::from(scene.previous[node as usize].is_some()), all + 1));
    known > 0 && 2 * known >= all
}

/// The angles at which nodes stood, ring by ring; each new node where its lines cross fewest others, beside its group
/// or its kind, toward its neighbors.
pub(super) fn wanted(scene: &Scene<'_>) -> Wanted {
    let mut inserting = Inserting::new(scene);
    let stood = |&&node: &&u32| scene.previous[node as usize].is_some();
    let mut rings: Wanted = scene
        .levels
        .iter()
        .map(|level| inserting.sorted(&level.free.iter().filter(stood).copied().collect::<Vec<_>>()))
        .collect();
    for (ring, level) in rings.iter_mut().zip(&scene.levels) {
        for &node in level.free.iter().filter(|node| !stood(node)) {
            inserting.insert(ring, node);
        }
    }
    rings
}

/// A place between two nodes.
struct Gap {
    /// The place of the first of them.
    after: usize,
    angle: f64,
    crossings: u32,
    /// Neither of them is of the new node's kind, which has nothing else to go by.
    strange: bool,
    /// How far from the wished direction; without one the roomiest comes first.
    off: f64,
}

impl Gap {
    fn is_better(&self, than: &Self) -> bool {
        let order = self.crossings.cmp(&than.crossings).then(self.strange.cmp(&than.strange));
        order.then(self.off.total_cmp(&than.off)) == Ordering::Less
    }
}

struct Inserting<'a> {
    scene: &'a Scene<'a>,
    web: Web,
    angles: Vec<Option<f64>>,
    left: usize,
}

impl<'a> Inserting<'a> {
    fn new(scene: &'a Scene<'a>) -> Self {
        let mut web = Web::new(scene.nodes.len(), &scene.lines, scene.center);
        let mut angles = vec![None; scene.nodes.len()];
        for (node, angle) in angles.iter_mut().enumerate() {
            let known = scene.pins[node].or(scene.previous[node]).filter(|_| scene.level[node].is_some());
            if let Some((x, y)) = known {
                *angle = Some(scene.angle((x, y)));
                web.put(node as u32, [x, y]);
            }
        }
        Self { scene, web, angles, left: BUDGET }
    }

    /// Known nodes by angle, groups together: as they stand, if that keeps them together, else gathered.
    fn sorted(&self, nodes: &[u32]) -> Vec<(u32, f64)> {
        let known = |&node: &u32| Some((node, self.angles[node as usize]?));
        let mut around: Vec<(u32, f64)> = nodes.iter().filter_map(known).collect();
        around.sort_by(|a, b| {
            a.1.total_cmp(&b.1).then(self.scene.rank[a.0 as usize].cmp(&self.scene.rank[b.0 as usize]))
        });
        let block = |place: usize| self.scene.block[around[place % around.len()].0 as usize];
        let starts: Vec<usize> =
            (0..around.len()).filter(|&place| block(place + around.len() - 1) != block(place)).collect();
        let mut blocks: Vec<u32> = starts.iter().map(|&place| block(place)).collect();
        blocks.sort_unstable();
        if blocks.windows(2).any(|pair| pair[0] == pair[1]) {
            return self.gathered(nodes);
        }
        let first = starts.first().copied().unwrap_or(0);
        around[..first].iter_mut().for_each(|(_, angle)| *angle += TAU);
        around.rotate_left(first);
        around
    }

    /// Known nodes with each group where most of it stands.
    fn gathered(&self, nodes: &[u32]) -> Vec<(u32, f64)> {
        let angle = |node: u32| self.angles[node as usize].unwrap_or(0.0);
        let mut ways: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for &node in nodes {
            let (sin, cos) = libm::sincos(angle(node));
            let way = ways.entry(self.scene.block[node as usize]).or_default();
            *way = (way.0 + cos, way.1 + sin);
        }
        let toward: BTreeMap<u32, f64> =
            ways.into_iter().map(|(block, way)| (block, libm::atan2(way.1, way.0))).collect();
        let mut order: Vec<(f64, u32, f64, u32)> = nodes
            .iter()
            .map(|&node| {
                let block = self.scene.block[node as usize];
                (toward[&block], block, apart(toward[&block], angle(node)), node)
            })
            .collect();
        let rank = |node: u32| self.scene.rank[node as usize];
        order.sort_by(|a, b| {
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)).then(rank(a.3).cmp(&rank(b.3)))
        });
        order.into_iter().map(|(toward, _, off, node)| (node, toward + off)).collect()
    }

    /// Puts a new node between two others, or at the end of its group.
    fn insert(&mut self, ring: &mut Vec<(u32, f64)>, node: u32) {
        let wish = self.wish(node);
        let radius = self.radius(ring);
        let mut gaps: Vec<Gap> = (0..ring.len())
            .filter(|&after| self.is_open(ring, after, node))
            .map(|after| self.gap(ring, after, node, wish))
            .collect();
        let cost = self.web.of(node).len() * self.web.len() * gaps.len();
        if cost < self.left {
            self.left -= cost;
            for gap in &mut gaps {
                self.put(node, gap.angle, radius);
                gap.crossings = self.web.crossings_of(self.web.of(node));
            }
        }
        let best = gaps.into_iter().reduce(|best, gap| if gap.is_better(&best) { gap } else { best });
        let (place, angle) = best.map_or((0, wish.unwrap_or(0.0)), |gap| (gap.after + 1, gap.angle));
        ring.insert(place, (node, angle));
        self.angles[node as usize] = Some(angle);
        self.put(node, angle, radius);
    }

    fn gap(&self, ring: &[(u32, f64)], after: usize, node: u32, wish: Option<f64>) -> Gap {
        let next = (after + 1) % ring.len();
        let room = if next == after { TAU } else { (ring[next].1 - ring[after].1).rem_euclid(TAU) };
        let angle = ring[after].1 + room / 2.0;
        let kind = |node: u32| self.scene.nodes[node as usize].kind;
        let strange = wish.is_none() && [after, next].iter().all(|&place| kind(ring[place].0) != kind(node));
        Gap { after, angle, crossings: 0, strange, off: wish.map_or(-room, |wish| apart(angle, wish).abs()) }
    }

    /// May a node stand after this place: beside its group if that is there, else between any two groups?
    fn is_open(&self, ring: &[(u32, f64)], after: usize, node: u32) -> bool {
        let block = |place: usize| self.scene.block[ring[place % ring.len()].0 as usize];
        let own = self.scene.block[node as usize];
        if ring.iter().any(|&(other, _)| self.scene.block[other as usize] == own) {
            block(after) == own || block(after + 1) == own
        } else {
            block(after) != block(after + 1)
                || ring.iter().all(|&(other, _)| self.scene.block[other as usize] == block(after))
        }
    }

    fn radius(&self, ring: &[(u32, f64)]) -> f64 {
        let stood = ring.iter().filter_map(|&(node, _)| self.scene.previous[node as usize]);
        let (sum, count) = stood.fold((0.0, 0.0), |(sum, count), point| (sum + self.scene.radius(point), count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    }

    fn put(&mut self, node: u32, angle: f64, radius: f64) {
        let (sin, cos) = libm::sincos(angle);
        self.web.put(node, [radius * cos * self.scene.aspect, radius * sin - self.scene.lift]);
    }

    /// The direction in which a node's neighbors lie.
    fn wish(&self, node: u32) -> Option<f64> {
        let ways = self.web.neighbors(node).filter_map(|other| self.angles[other as usize]).map(libm::sincos);
        let sum = ways.fold((0.0, 0.0), |sum: (f64, f64), (sin, cos)| (sum.0 + cos, sum.1 + sin));
        (libm::hypot(sum.0, sum.1) > 1e-9).then(|| libm::atan2(sum.1, sum.0))
    }
}
