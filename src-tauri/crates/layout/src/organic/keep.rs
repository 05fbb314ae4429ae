//! The mental map: who stays where they lay, and who may leave a bad place.
//!
//! Owns: keeping and leaving. Must not know: how a free place is found (`search`).

use super::place::Placing;
use super::search::Search;
use crate::ellipse::angle_of;
use crate::graph::{Cancelled, Phase, tell};
use crate::ground::sound;
use crate::{GAP, Point, Zone};
use std::f64::consts::PI;

/// A node leaves its place only for one that is nearer to its depth by this part of its zone.
const BETTER: f64 = 0.4;
/// Rounds of leaving: each frees places for the next.
const ROUNDS: usize = 8;

/// Depths are the same for the eye within this part of a zone, and boxes fill about so much of the ground they lie on.
const SAME: f64 = 0.05;
const FILLED: f64 = 0.5;

const ZONES: [Zone; 3] = [Zone::Strategic, Zone::Ecotone, Zone::Transactional];

impl Placing<'_> {
    /// Nodes stay where they lay last time while that is free and in their zone, with those around the zones if
    /// `around`. Answers how many did.
    pub(super) fn keep_previous(&mut self, around: bool) -> usize {
        if self.input.tidy_up {
            return 0;
        }
        let mut kept = 0;
        let unlinked = around.then_some(Zone::Unlinked);
        let order: Vec<usize> = ZONES.into_iter().chain(unlinked).flat_map(|zone| self.members(zone)).collect();
        for index in order {
            let node = &self.input.nodes[index];
            let Some(previous) = sound(node.previous) else { continue };
            let rect = node.size.at(previous);
            if self.zones.hold(node.zone, &rect) && self.occupied.is_free(&rect) {
                self.put(index, previous);
                kept += 1;
            }
        }
        kept
    }

    /// Those whose place says another depth than theirs move where that is much better, until nobody does. What comes
    /// out is left as it is the next time, when everybody has a last place.
    pub(super) fn improve(&mut self, search: &Search) -> Result<(), Cancelled> {
        let free = |index: &usize| self.input.nodes[*index].pinned.is_none();
        let members = (0..self.input.nodes.len()).filter(|&index| ZONES.contains(&self.input.nodes[index].zone));
        let mut order: Vec<usize> = members.filter(free).collect();
        order.sort_by_key(|&index| (self.input.nodes[index].zone, self.input.nodes[index].key));
        let aspect = self.zones.core.0 / self.zones.core.1;
        let crowds = self.crowds(&order);
        for round in 0..ROUNDS {
            tell(self.watch, Phase::Overlaps, round, ROUNDS)?;
            let mut moved = false;
            for (&index, crowd) in order.iter().zip(&crowds) {
                let Some(at) = self.positions[index] else { continue };
                let mut wish = self.wish(index);
                wish.angle = angle_of(at, aspect);
                let off = |point: Point| (self.part_at(wish.zone, point) - wish.part).abs();
                if off(at) <= BETTER + crowd {
                    continue;
                }
                let better = |point: Point| off(point) + BETTER < off(at);
                if let Some(point) = search.find_near(&wish, &self.zones, &self.occupied, better) {
                    self.occupied.give_back(&wish.size.at(at));
                    self.put(index, point);
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        Ok(())
    }

    /// How far from their depth, in parts of their zone, boxes of the same depth as each of these push one another.
    fn crowds(&self, order: &[usize]) -> Vec<f64> {
        let zone = |index: usize| self.input.nodes[index].zone;
        let mut crowds = Vec::with_capacity(order.len());
        for members in order.chunk_by(|a, b| zone(*a) == zone(*b)) {
            let ground = FILLED * self.area(zone(members[0]));
            let parts: Vec<f64> = members.iter().map(|&index| self.wish(index).part).collect();
            let areas = members.iter().map(|&index| self.input.nodes[index].size.area(GAP));
            let mut wishes: Vec<(f64, f64)> = parts.iter().copied().zip(areas).collect();
            wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
            crowds.extend(parts.iter().map(|part| {
                let first = wishes.partition_point(|wish| wish.0 < part - SAME);
                let same = wishes[first..].iter().take_while(|wish| wish.0 <= part + SAME);
                same.map(|wish| wish.1).sum::<f64>() / ground
            }));
        }
        crowds
    }

    /// The ground between a zone's two bounds.
    fn area(&self, zone: Zone) -> f64 {
        let within = |part: f64| {
            let radius = |angle: f64| {
                let (x, y) = self.zones.point(zone, angle, part);
                libm::hypot(x, y)
            };
            PI * radius(0.0) * radius(PI / 2.0)
        };
        (within(1.0) - within(0.0)).max(1.0)
    }
}
