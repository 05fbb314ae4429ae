//! What a node wishes for: its angle, and how deep in its zone it lies.

use std::f64::consts::PI;

use super::place::Placing;
use super::search::Wish;
use crate::ellipse::angle_of;
use crate::ground::sound;
use crate::{Point, Zone};

/// The deepest partner stands this far from our center.
const US: f64 = 60.0;

impl Placing<'_> {
    pub(crate) fn wish(&self, index: usize) -> Wish {
        let node = &self.input.nodes[index];
        Wish { zone: node.zone, size: node.size, angle: self.angle(index), part: self.part(index) }
    }

    /// Where it lay last time, if anywhere; an unlinked one beside its neighbors; else its slot.
    fn angle(&self, index: usize) -> f64 {
        let node = &self.input.nodes[index];
        let aspect = self.zones.core.0 / self.zones.core.1;
        if let Some(previous) = sound(node.previous).filter(|_| !self.input.tidy_up) {
            return angle_of(previous, aspect);
        }
        if node.zone != Zone::Unlinked {
            return self.angles[index];
        }
        let ends =
            self.input.edges.iter().filter_map(|&(a, b)| if a == index { Some(b) } else { (b == index).then_some(a) });
        let (x, y) = ends
            .filter_map(|other| *self.positions.get(other)?)
            .fold((0.0, 0.0), |sum: Point, point| (sum.0 + point.0, sum.1 + point.1));
        if x == 0.0 && y == 0.0 { hashed_angle(node.key) } else { angle_of((x, y), aspect) }
    }

    /// How far through its zone a node's depth puts it.
    fn part(&self, index: usize) -> f64 {
        let node = &self.input.nodes[index];
        let (lower, upper) = self.input.bounds;
        let between = |depth: f64, inner: f64, outer: f64| {
            if inner > outer { ((inner - depth) / (inner - outer)).clamp(0.0, 1.0) } else { 0.5 }
        };
        let us = US / self.zones.core.1;
        match (node.zone, node.depth) {
            (Zone::Strategic, depth) => us + (1.0 - us) * between(depth.unwrap_or(upper), 5.0, upper),
            (Zone::Ecotone, depth) => between(depth.unwrap_or(f64::midpoint(lower, upper)), upper, lower),
            (Zone::Transactional, depth) => between(depth.unwrap_or(0.0), lower, 0.0),
            _ => 0.0,
        }
    }

    /// The inverse of a zone's `point`: how far through its zone a place lies.
    pub(crate) fn part_at(&self, zone: Zone, point: Point) -> f64 {
        let aspect = self.zones.core.0 / self.zones.core.1;
        let angle = angle_of(point, aspect);
        let length = |(x, y): Point| libm::hypot(x, y);
        let (inner, outer) = (length(self.zones.point(zone, angle, 0.0)), length(self.zones.point(zone, angle, 1.0)));
        if outer > inner { (length(point) - inner) / (outer - inner) } else { 0.0 }
    }
}

/// Golden-ratio hashing spreads keys evenly over the circle.
fn hashed_angle(key: u128) -> f64 {
    let mixed = ((key >> 64) as u64 ^ key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 11) as f64 / (1_u64 << 53) as f64 * 2.0 * PI
}
