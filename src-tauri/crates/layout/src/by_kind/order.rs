//! The order of members inside lanes, so that few lines between lanes cross.
//!
//! Owns: barycenter sweeps over lanes (Sugiyama, Tagawa, Toda 1981), then exchanges of neighbors. Members of a group
//! stay together. Must not know: boxes, columns.

use super::scene::Scene;
use crate::graph::{Cancelled, Phase, Watch, tell};
use crate::web::Web;

/// Pairs of lines that may be tested while sweeping, and while exchanging.
const SWEEP_BUDGET: usize = 16_000_000;
const EXCHANGE_BUDGET: usize = 10_000_000;
const SWEEPS: usize = 12;
const ROUNDS: usize = 8;
/// Up to so many lines all count.
const FEW: usize = 64;
/// Weight of a line inside a lane against one between lanes.
const INSIDE: f64 = 0.5;

/// The members of each lane by group, from the top.
pub(super) type Order = Vec<Vec<Vec<u32>>>;

/// Groups and members by name.
pub(super) fn naive(scene: &Scene<'_>) -> Order {
    scene.kinds.iter().map(|kind| kind.groups.iter().map(|group| group.members.clone()).collect()).collect()
}

/// The order sought; nothing where no line leads from lane to lane.
pub(super) fn sought(scene: &Scene<'_>, watch: Watch<'_>) -> Result<Option<Order>, Cancelled> {
    if scene.lines.iter().all(|&(a, b)| scene.place[a as usize] == scene.place[b as usize]) {
        return Ok(None);
    }
    // Lines that meet in one node do not cross one another, so one with most of them decides nothing.
    let web = Web::new(scene.nodes.len(), &scene.lines, hub(scene));
    let pairs = (web.chords * web.len()).max(1);
    let mut table = Table { scene, web, order: naive(scene), down: vec![0.0; scene.nodes.len()] };
    let sweeps = (SWEEP_BUDGET / pairs / 2).clamp(3, SWEEPS);
    let counts = pairs <= SWEEP_BUDGET;
    let mut best: Option<(usize, Order)> = None;
    let starts = if counts { vec![naive(scene), table.walked()] } else { vec![table.walked()] };
    for start in starts {
        table.set(start);
        for sweep in 0..=sweeps {
            tell(watch, Phase::Crossings, sweep, sweeps + 1)?;
            let crossings = if counts { table.web.crossings() } else { sweeps - sweep };
            if best.as_ref().is_none_or(|(least, _)| crossings < *least) {
                best = Some((crossings, table.order.clone()));
            }
            table.sweep(sweep);
        }
    }
    if let Some((_, order)) = best {
        table.set(order);
    }
    table.exchange(EXCHANGE_BUDGET);
    Ok(Some(table.order))
}

/// The node that most lines lead to, where there are many.
pub(super) fn hub(scene: &Scene<'_>) -> Option<usize> {
    let mut degrees = vec![0_u32; scene.nodes.len()];
    for &(a, b) in &scene.lines {
        degrees[a as usize] += 1;
        degrees[b as usize] += 1;
    }
    let most = (0..degrees.len()).max_by_key(|&node| degrees[node])?;
    (scene.lines.len() > FEW && 2 * degrees[most] as usize > scene.lines.len()).then_some(most)
}

struct Table<'a> {
    scene: &'a Scene<'a>,
    web: Web,
    order: Order,
    /// How far down its lane each node stands, from 0 to 1.
    down: Vec<f64>,
}

impl Table<'_> {
    fn set(&mut self, order: Order) {
        self.order = order;
        (0..self.order.len()).for_each(|lane| self.put(lane));
    }

    /// Groups and members in the order of a walk along lines, depth first; what is linked comes before what is not.
    fn walked(&self) -> Order {
        let count = self.scene.nodes.len();
        let mut found = vec![usize::MAX; count];
        let (mut next, mut stack) = (0, Vec::new());
        let mut starts: Vec<u32> = naive(self.scene).concat().concat();
        starts.sort_by_key(|&node| !self.web.is_linked(node));
        for start in starts {
            stack.push(start);
            while let Some(node) = stack.pop() {
                if found[node as usize] == usize::MAX {
                    found[node as usize] = next;
                    next += 1;
                    stack.extend(self.web.neighbors(node).filter(|&other| found[other as usize] == usize::MAX));
                }
            }
        }
        let mut order = naive(self.scene);
        for lane in &mut order {
            for group in lane.iter_mut() {
                group.sort_by_key(|&node| found[node as usize]);
            }
            lane.sort_by_key(|group| group.first().map(|&node| found[node as usize]));
        }
        order
    }

    fn put(&mut self, lane: usize) {
        let nodes: Vec<u32> = self.order[lane].concat();
        for (place, &node) in nodes.iter().enumerate() {
            self.down[node as usize] = (place as f64 + 0.5) / nodes.len() as f64;
            self.web.put(node, [lane as f64, self.down[node as usize]]);
        }
    }

    /// Orders every lane once by those before it, by those after it, then by both, in turn.
    fn sweep(&mut self, number: usize) {
        let lanes = self.order.len();
        for step in 0..lanes {
            let lane = if number % 3 == 1 { lanes - 1 - step } else { step };
            let wishes: Vec<f64> = (0..self.scene.nodes.len() as u32)
                .map(
                    |node| {
                        if self.scene.place[node as usize] == lane { self.wish(node, lane, number % 3) } else { 0.0 }
                    },
                )
                .collect();
            let wish = |node: &u32| wishes[*node as usize];
            let mean = |group: &Vec<u32>| group.iter().map(wish).sum::<f64>() / group.len().max(1) as f64;
            for group in &mut self.order[lane] {
                group.sort_by(|a, b| wish(a).total_cmp(&wish(b)));
            }
            self.order[lane].sort_by(|a, b| mean(a).total_cmp(&mean(b)));
            self.put(lane);
        }
    }

    /// The mean of how far down a node's neighbors stand.
    fn wish(&self, node: u32, lane: usize, side: usize) -> f64 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for other in self.web.neighbors(node) {
            let far = self.scene.place[other as usize];
            let counts = match side {
                0 => far <= lane,
                1 => far >= lane,
                _ => true,
            };
            let weight = if far == lane { INSIDE } else { 1.0 };
            if counts {
                sum += weight * self.down[other as usize];
                weights += weight;
            }
        }
        if weights > 0.0 { sum / weights } else { self.down[node as usize] }
    }

    /// Exchanges neighbors in a group while that crosses less.
    fn exchange(&mut self, budget: usize) {
        let mut left = budget;
        for _ in 0..ROUNDS {
            let mut gained = false;
            for lane in 0..self.order.len() {
                for group in 0..self.order[lane].len() {
                    for place in 1..self.order[lane][group].len() {
                        let pair = [self.order[lane][group][place - 1], self.order[lane][group][place]];
                        gained |= self.exchange_pair(lane, group, place, pair, &mut left);
                    }
                }
            }
            if !gained {
                break;
            }
        }
    }

    fn exchange_pair(&mut self, lane: usize, group: usize, place: usize, [a, b]: [u32; 2], left: &mut usize) -> bool {
        let lines: Vec<u32> = self.web.of(a).iter().chain(self.web.of(b)).copied().collect();
        let cost = 2 * lines.len() * (self.web.len() + lines.len());
        if lines.is_empty() || cost > *left {
            return false;
        }
        *left -= cost;
        let before = self.web.crossings_of(&lines);
        self.stand(lane, a, b);
        if self.web.crossings_of(&lines) < before {
            self.order[lane][group].swap(place - 1, place);
            return true;
        }
        self.stand(lane, a, b);
        false
    }

    /// Two nodes of a lane change places.
    fn stand(&mut self, lane: usize, a: u32, b: u32) {
        self.down.swap(a as usize, b as usize);
        for node in [a, b] {
            self.web.put(node, [lane as f64, self.down[node as usize]]);
        }
    }
}
