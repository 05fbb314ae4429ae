//! Placing every node: pinned first, then who may stay, then the rest from the center outward.
//!
//! Owns: order and wishes. Must not know: how a free place is found (`search`) or how fields are filled (`field`).

use std::f64::consts::PI;

use crate::ellipse::angle_of;
use crate::field::{self, Plan};
use crate::occupied::Occupied;
use crate::organic::{Field, GAP, NodeBox, Organic, OrganicInput, Point, Rect, Zone, Zones};
use crate::search::{Search, Wish, find_caption};
use crate::sizes::{self, Growth};
use crate::slots;

/// So many unlinked organizations stand around the zones; more become a field.
pub const AROUND_MAX: usize = 40;
/// A node leaves its last place only for one that is nearer to its depth by this part of its zone.
const BETTER: f64 = 0.4;
/// A strategic node found its place this part of the core away from its depth: too far to be read.
const ASTRAY: f64 = 0.33;
/// Steps that the core grows to keep depth readable.
const PATIENCE: u32 = 3;
/// With more nodes than this, growing again for readability costs more than it gives.
const MANY: usize = 300;
/// Between zones and a field below them.
const APART: f64 = 48.0;
const MARGIN: f64 = 14.0;

/// See [`crate::organic()`].
pub(crate) fn organic(input: &OrganicInput) -> Organic {
    let search = Search::new();
    let mut growth = Growth::default();
    loop {
        match Placing::new(input, growth).run(&search) {
            Ok(organic) => return organic,
            Err(full) => growth.step(full),
        }
    }
}

struct Placing<'a> {
    input: &'a OrganicInput,
    growth: Growth,
    zones: Zones,
    angles: Vec<f64>,
    occupied: Occupied,
    positions: Vec<Option<Point>>,
}

impl<'a> Placing<'a> {
    fn new(input: &'a OrganicInput, growth: Growth) -> Self {
        let zones = sizes::zones(input, growth);
        let angles = slots::angles(&input.nodes, &zones);
        Self { input, growth, zones, angles, occupied: Occupied::new(), positions: vec![None; input.nodes.len()] }
    }

    /// Everything placed, or the zone that was full.
    fn run(mut self, search: &Search) -> Result<Organic, Zone> {
        self.place_fixed();
        let captions = self.place_captions();
        let unlinked = self.members(Zone::Unlinked);
        let around = unlinked.len() <= AROUND_MAX;
        let tray = self.place_small_tray();
        self.keep_previous(search);
        for zone in [Zone::Strategic, Zone::Ecotone, Zone::Transactional] {
            self.place_zone(zone, search)?;
        }
        if around {
            self.place_zone(Zone::Unlinked, search)?;
        }
        let tray = if tray.is_some() { tray } else { self.place_large(Zone::Unknown, tray.as_ref()) };
        let outside = if around { None } else { self.place_large(Zone::Unlinked, tray.as_ref()) };
        Ok(self.finish(captions, tray, outside))
    }

    fn members(&self, zone: Zone) -> Vec<usize> {
        let nodes = self.input.nodes.iter().enumerate();
        let free = nodes.filter(|(index, node)| node.zone == zone && self.positions[*index].is_none());
        field::sorted(&self.input.nodes, free.map(|(index, _)| index).collect())
    }

    fn put(&mut self, index: usize, point: Point) {
        self.occupied.take(self.input.nodes[index].size.at(point));
        self.positions[index] = Some(point);
    }

    fn place_fixed(&mut self) {
        for (index, node) in self.input.nodes.iter().enumerate() {
            if node.zone == Zone::Us {
                self.put(index, (0.0, 0.0));
            } else if let Some(point) = sound(node.pinned) {
                self.put(index, point);
            }
        }
    }

    fn place_captions(&mut self) -> [Point; 3] {
        let wishes = [
            (Zone::Strategic, 0.62 * PI, 0.9),
            (Zone::Ecotone, 0.84 * PI, 0.5),
            (Zone::Transactional, -0.28 * PI, 0.1),
        ];
        let mut points = [(0.0, 0.0); 3];
        for ((zone, angle, part), (point, size)) in wishes.into_iter().zip(points.iter_mut().zip(self.input.captions)) {
            let wish = Wish { zone, size, angle, part };
            let free = find_caption(&wish, &self.zones, &self.occupied);
            *point = free.unwrap_or_else(|| self.zones.point(zone, angle, part));
            if size != NodeBox::default() {
                self.occupied.take(size.at(*point));
            }
        }
        points
    }

    /// Nodes stay where they lay last time while that is free and in their zone, unless their depth has changed so much
    /// that a better place is free now.
    fn keep_previous(&mut self, search: &Search) {
        let mut kept = Vec::new();
        let placed = [Zone::Strategic, Zone::Ecotone, Zone::Transactional];
        let order: Vec<usize> = placed.into_iter().flat_map(|zone| self.members(zone)).collect();
        for index in order {
            let node = &self.input.nodes[index];
            let Some(previous) = sound(node.previous) else { continue };
            let rect = node.size.at(previous);
            if self.zones.hold(node.zone, &rect) && self.occupied.is_free(&rect, GAP) {
                kept.push((index, previous, self.occupied.take(rect)));
                self.positions[index] = Some(previous);
            }
        }
        for (index, previous, place) in kept {
            let wish = self.wish(index);
            let off = |point: Point| (self.part_at(wish.zone, point) - wish.part).abs();
            if off(previous) > BETTER
                && let Some(point) = search.find(&wish, &self.zones, &self.occupied)
                && off(point) + BETTER < off(previous)
            {
                self.occupied.give_back(place);
                self.put(index, point);
            }
        }
    }

    fn place_zone(&mut self, zone: Zone, search: &Search) -> Result<(), Zone> {
        let mut order = self.members(zone);
        let depth = |index: &usize| self.input.nodes[*index].depth.unwrap_or(0.0);
        order.sort_by(|a, b| {
            depth(b).total_cmp(&depth(a)).then(self.input.nodes[*a].key.cmp(&self.input.nodes[*b].key))
        });
        for index in order {
            let wish = self.wish(index);
            let point = search.find(&wish, &self.zones, &self.occupied).ok_or(zone)?;
            // A core so full that depth can no longer be read grows instead, as long as it is small.
            if zone == Zone::Strategic
                && self.growth.core < PATIENCE
                && self.input.nodes.len() < MANY
                && (self.part_at(zone, point) - wish.part).abs() > ASTRAY
            {
                return Err(zone);
            }
            self.put(index, point);
        }
        Ok(())
    }

    fn wish(&self, index: usize) -> Wish {
        let node = &self.input.nodes[index];
        Wish { zone: node.zone, size: node.size, angle: self.angle(index), part: self.part(index) }
    }

    /// Where it lay last time, if anywhere; an unlinked one beside its neighbors; else its slot.
    fn angle(&self, index: usize) -> f64 {
        let node = &self.input.nodes[index];
        let aspect = self.zones.core.0 / self.zones.core.1;
        if let Some(previous) = sound(node.previous) {
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
        let us = NodeBox::default().at((0.0, 0.0)).grown(60.0).h / 2.0 / self.zones.core.1;
        match (node.zone, node.depth) {
            (Zone::Strategic, depth) => us + (1.0 - us) * between(depth.unwrap_or(upper), 5.0, upper),
            (Zone::Ecotone, depth) => between(depth.unwrap_or(f64::midpoint(lower, upper)), upper, lower),
            (Zone::Transactional, depth) => between(depth.unwrap_or(0.0), lower, 0.0),
            _ => 0.0,
        }
    }

    /// The inverse of a zone's `point`: how far through its zone a place lies.
    fn part_at(&self, zone: Zone, point: Point) -> f64 {
        let aspect = self.zones.core.0 / self.zones.core.1;
        let angle = angle_of(point, aspect);
        let length = |(x, y): Point| libm::hypot(x, y);
        let (inner, outer) = (length(self.zones.point(zone, angle, 0.0)), length(self.zones.point(zone, angle, 1.0)));
        if outer > inner { (length(point) - inner) / (outer - inner) } else { 0.0 }
    }

    /// A panel in the bottom left corner, low enough to clear the ecotone, of the width that reaches out of the frame least.
    fn place_small_tray(&mut self) -> Option<Field> {
        let members = self.members(Zone::Unknown);
        if members.is_empty() || members.len() > field::NAMED_MAX {
            return None;
        }
        let (left, bottom) = (-self.zones.rim.0, self.zones.rim.1);
        let clear = (self.zones.ecotone.0 + GAP, self.zones.ecotone.1 + GAP);
        let low = |plan: &Plan| {
            let mut rect = Rect { x: left, y: bottom - plan.field.rect.h, ..plan.field.rect };
            while !rect.outside(clear) || !self.occupied.is_free(&rect, GAP) {
                rect.y += 4.0;
            }
            rect
        };
        let cost = |rect: &Rect| (rect.y + rect.h - bottom) + 2.0 * (rect.w - 0.8 * self.zones.rim.0).max(0.0);
        let plans = (1..=members.len().min(8)).map(|columns| field::named(&self.input.nodes, &members, columns));
        let best = plans.map(|plan| (low(&plan), plan)).min_by(|(a, _), (b, _)| cost(a).total_cmp(&cost(b)));
        let (rect, plan) = best?;
        self.occupied.take(rect);
        Some(self.put_field(plan.moved((rect.x, rect.y))))
    }

    /// A field below everything that is placed so far, as wide as makes the whole fit the view best.
    fn place_large(&mut self, zone: Zone, above: Option<&Field>) -> Option<Field> {
        let members = self.members(zone);
        if members.is_empty() {
            return None;
        }
        let taken = self.extent(above);
        let aspect = sizes::aspect(self.input);
        let area = field::compact_area(members.len());
        // width / (taken.h + area / width) = aspect, solved for the width.
        let base = (taken.h + APART) * aspect;
        let width = f64::midpoint(base, libm::sqrt(base * base + 4.0 * aspect * area));
        let width = if above.is_some_and(|field| field.compact) { taken.w } else { width.min(area / 60.0).max(420.0) };
        let scale = (width / 1100.0).clamp(1.0, 3.0);
        let plan = field::compact(&self.input.nodes, &members, width, scale);
        let y = taken.y + taken.h + APART;
        let x = -plan.field.rect.w / 2.0;
        Some(self.put_field(plan.moved((x, y))))
    }

    fn put_field(&mut self, plan: Plan) -> Field {
        for (index, point) in plan.cells {
            self.positions[index] = Some(point);
        }
        plan.field
    }

    /// What everything placed so far fills.
    fn extent(&self, field: Option<&Field>) -> Rect {
        let zoned =
            self.input.nodes.iter().any(|n| matches!(n.zone, Zone::Strategic | Zone::Ecotone | Zone::Transactional));
        let alone = self.input.nodes.len() <= 1;
        let (rx, ry) = if zoned || alone { self.zones.ecotone } else { (0.0, 0.0) };
        let around_us = Rect { x: -rx, y: -ry, w: 2.0 * rx, h: 2.0 * ry };
        let boxes = self.input.nodes.iter().zip(&self.positions).filter_map(|(node, at)| Some(node.size.at((*at)?)));
        boxes.chain(field.map(|field| field.rect)).fold(around_us, |all, rect| all.with(&rect))
    }

    fn finish(self, captions: [Point; 3], tray: Option<Field>, outside: Option<Field>) -> Organic {
        let mut bounds = self.extent(tray.as_ref());
        if let Some(field) = &outside {
            bounds = bounds.with(&field.rect);
        }
        for (point, size) in captions.iter().zip(self.input.captions) {
            if size != NodeBox::default() {
                bounds = bounds.with(&size.at(*point));
            }
        }
        let bounds = bounds.grown(MARGIN);
        let covered: f64 = self.input.nodes.iter().map(|node| node.size.area(0.0)).sum();
        let placed: Vec<Point> = self.positions.iter().map(|at| at.unwrap_or_default()).collect();
        let strayed = self.input.nodes.iter().zip(&placed).enumerate();
        let strayed =
            strayed.filter(|(_, (node, at))| node.pinned.is_some() && !self.zones.hold(node.zone, &node.size.at(**at)));
        let strayed = strayed.map(|(index, _)| index).collect();
        Organic {
            positions: placed,
            zones: self.zones,
            captions,
            tray,
            outside,
            bounds,
            fill: covered / (bounds.w * bounds.h),
            strayed,
        }
    }
}

/// Places beyond this come from a damaged file.
const FARTHEST: f64 = 1e7;

fn sound(point: Option<Point>) -> Option<Point> {
    point.filter(|(x, y)| x.abs() < FARTHEST && y.abs() < FARTHEST)
}

/// Golden-ratio hashing spreads keys evenly over the circle.
fn hashed_angle(key: u128) -> f64 {
    let mixed = ((key >> 64) as u64 ^ key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 11) as f64 / (1_u64 << 53) as f64 * 2.0 * PI
}
