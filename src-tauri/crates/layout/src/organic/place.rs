//! Placing every node: pinned first, then who may stay, then the rest from the center outward.
//!
//! Owns: order and wishes. Must not know: how a free place is found (`search`) or how fields are filled (`field`).

use std::f64::consts::PI;

use super::exhausted::Exhausted;
use super::field;
use super::search::{Search, Wish, find_caption};
use super::sizes::{self, Growth};
use super::slots;
use crate::graph::{Cancelled, Phase, Watch, tell};
use crate::ground::Ground;
use crate::ground::sound;
use crate::{Field, NodeBox, Organic, OrganicInput, Point, Rect, Zone, Zones};

/// So many unlinked organizations stand around the zones; more become a field.
pub const AROUND_MAX: usize = 40;
/// A strategic node found its place this part of the core away from its depth: too far to be read.
const ASTRAY: f64 = 0.33;
/// Steps that the core grows to keep depth readable.
const PATIENCE: u32 = 3;
/// Steps that the core grows to hold its caption.
const ROOM_FOR_WORDS: u32 = 10;
/// With more nodes than this, growing again for readability costs more than it gives.
const MANY: usize = 300;
const MARGIN: f64 = 14.0;
/// The caller is told after so many nodes.
const TOLD: usize = 256;

/// Why not everything was placed.
pub(super) enum Stop {
    /// This zone was full.
    Full(Zone),
    /// The caller asked to stop.
    Cancelled,
}

impl From<Cancelled> for Stop {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// See [`crate::organic_watched()`].
pub(super) fn organic(input: &OrganicInput, watch: Watch<'_>) -> Result<Organic, Cancelled> {
    let search = Search::new();
    let mut growth = Growth::default();
    loop {
        match Placing::new(input, growth, watch).run(&search) {
            Ok(organic) => return Ok(organic),
            Err(Stop::Full(zone)) => growth.step(zone),
            Err(Stop::Cancelled) => return Err(Cancelled),
        }
    }
}

pub(crate) struct Placing<'a> {
    pub(crate) input: &'a OrganicInput,
    pub(crate) growth: Growth,
    pub(crate) zones: Zones,
    pub(crate) angles: Vec<f64>,
    pub(crate) occupied: Ground,
    pub(crate) positions: Vec<Option<Point>>,
    pub(super) watch: Watch<'a>,
}

impl<'a> Placing<'a> {
    fn new(input: &'a OrganicInput, growth: Growth, watch: Watch<'a>) -> Self {
        let zones = sizes::zones(input, growth);
        let angles = slots::angles(&input.nodes, &zones);
        let positions = vec![None; input.nodes.len()];
        Self { input, growth, zones, angles, occupied: Ground::new(), positions, watch }
    }

    /// Everything placed, or why not.
    fn run(mut self, search: &Search) -> Result<Organic, Stop> {
        self.place_fixed();
        let captions = self.place_captions()?;
        let unlinked = self.members(Zone::Unlinked);
        let around = unlinked.len() <= AROUND_MAX;
        let tray = self.place_small_tray();
        let kept = self.keep_previous(around);
        self.refine(kept)?;
        for zone in [Zone::Strategic, Zone::Ecotone, Zone::Transactional] {
            self.place_zone(zone, search)?;
        }
        if around {
            self.place_zone(Zone::Unlinked, search)?;
        }
        self.improve(search)?;
        let tray = if tray.is_some() { tray } else { self.place_large(Zone::Unknown, tray.as_ref())? };
        let outside = if around { None } else { self.place_large(Zone::Unlinked, tray.as_ref())? };
        Ok(self.finish(captions, tray, outside))
    }

    pub(crate) fn members(&self, zone: Zone) -> Vec<usize> {
        let nodes = self.input.nodes.iter().enumerate();
        let free = nodes.filter(|(index, node)| node.zone == zone && self.positions[*index].is_none());
        field::sorted(&self.input.nodes, free.map(|(index, _)| index).collect())
    }

    pub(super) fn put(&mut self, index: usize, point: Point) {
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

    fn place_captions(&mut self) -> Result<[Point; 3], Stop> {
        let wishes = [
            (Zone::Strategic, 0.62 * PI, 0.9),
            (Zone::Ecotone, 0.84 * PI, 0.5),
            (Zone::Transactional, -0.28 * PI, 0.1),
        ];
        let mut points = [(0.0, 0.0); 3];
        for ((zone, angle, part), (point, size)) in wishes.into_iter().zip(points.iter_mut().zip(self.input.captions)) {
            let wish = Wish { zone, size, angle, part };
            let free = find_caption(&wish, &self.zones, &self.occupied);
            if free.is_none() && zone == Zone::Strategic && self.growth.core < ROOM_FOR_WORDS {
                return Err(Stop::Full(zone));
            }
            *point = free.unwrap_or_else(|| self.zones.point(zone, angle, part));
            if size != NodeBox::default() {
                self.occupied.take(size.at(*point));
            }
        }
        Ok(points)
    }

    fn place_zone(&mut self, zone: Zone, search: &Search) -> Result<(), Stop> {
        let mut order = self.members(zone);
        let depth = |index: &usize| self.input.nodes[*index].depth.unwrap_or(0.0);
        order.sort_by(|a, b| {
            depth(b).total_cmp(&depth(a)).then(self.input.nodes[*a].key.cmp(&self.input.nodes[*b].key))
        });
        let total = order.len();
        let mut full = Exhausted::default();
        for (done, index) in order.into_iter().enumerate() {
            if done % TOLD == 0 {
                tell(self.watch, Phase::Overlaps, done, total)?;
            }
            let wish = self.wish(index);
            let point = search.find(&wish, &self.zones, &self.occupied, &mut full).ok_or(Stop::Full(zone))?;
            // A core so full that depth can no longer be read grows instead, as long as it is small.
            if zone == Zone::Strategic
                && self.growth.core < PATIENCE
                && self.input.nodes.len() < MANY
                && (self.part_at(zone, point) - wish.part).abs() > ASTRAY
            {
                return Err(Stop::Full(zone));
            }
            self.put(index, point);
        }
        Ok(())
    }

    /// What everything placed so far fills.
    pub(crate) fn extent(&self, field: Option<&Field>) -> Rect {
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
