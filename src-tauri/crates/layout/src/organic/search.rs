//! Finding the free place nearest to where a node wants to be.
//!
//! Owns: which places are tried, in what order. Must not know: what decides the wish.

use super::exhausted::Exhausted;
use crate::ground::Ground;
use crate::{NodeBox, Point, Rect, Zone, Zones};
use std::f64::consts::TAU;

/// Steps of the search along and across the zone, in map units.
const STEP: Point = (10.0, 7.0);
const STEPS: (i32, i32) = (44, 18);
/// Depth is read from the distance to us, so leaving it costs more than sliding along the zone.
const ACROSS: f64 = 3.4;
/// A place inside the frame is preferred if it lies within this of the wish.
const FRAMED: f64 = 150.0;
/// Layers of the raster over a closed zone, and the part of an open one from layer to layer.
const LAYERS: usize = 36;
const OUTWARD: f64 = 0.12;

/// Places to try around a wish, nearest first: (along, across).
pub(crate) struct Search {
    offsets: Vec<Point>,
    /// How many of them are tried inside the frame before any outside.
    near: usize,
}

/// A node's wish: where in its zone, and how large it is.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) zone: Zone,
    pub(crate) size: NodeBox,
    pub(crate) angle: f64,
    /// From the zone's inner bound (0) to its outer one (1).
    pub(crate) part: f64,
}

impl Search {
    pub(crate) fn new() -> Self {
        let mut steps: Vec<(f64, i32, i32)> = (-STEPS.0..=STEPS.0)
            .flat_map(|along| (-STEPS.1..=STEPS.1).map(move |across| (along, across)))
            .map(|(along, across)| {
                let (a, b) = (f64::from(along) * STEP.0, f64::from(across) * STEP.1 * ACROSS);
                (a * a + b * b, along, across)
            })
            .collect();
        steps.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let near = steps.partition_point(|(cost, ..)| *cost < FRAMED * FRAMED);
        let offset = |(_, along, across): (f64, i32, i32)| (f64::from(along) * STEP.0, f64::from(across) * STEP.1);
        Self { offsets: steps.into_iter().map(offset).collect(), near }
    }

    /// The place for `wish`, or none where its zone is full.
    pub(super) fn find(&self, wish: &Wish, zones: &Zones, occupied: &Ground, full: &mut Exhausted) -> Option<Point> {
        let fits = |point: &Point| fits(wish, zones, occupied, *point);
        let framed = |point: &Point| zones.frame(&wish.size.at(*point)) && fits(point);
        let at = nearest_in_zone(wish, zones);
        if !full.is_near(at, &wish.size) {
            let near = if wish.zone == Zone::Transactional { self.near } else { 0 };
            let nearest = self.around(at, wish, zones).take(near).find(framed);
            if let Some(point) = nearest.or_else(|| self.around(at, wish, zones).find(fits)) {
                return Some(point);
            }
            full.add_near(at, wish.size);
        }
        everywhere(wish, zones, full, fits)
    }

    /// The first place near `wish` that is accepted. Who finds none finds none either when fewer are free.
    pub(crate) fn find_near(
        &self,
        wish: &Wish,
        zones: &Zones,
        occupied: &Ground,
        accepted: impl Fn(Point) -> bool,
    ) -> Option<Point> {
        let at = nearest_in_zone(wish, zones);
        self.around(at, wish, zones).find(|&point| accepted(point) && fits(wish, zones, occupied, point))
    }

    fn around(&self, (x, y): Point, wish: &Wish, zones: &Zones) -> impl Iterator<Item = Point> + '_ {
        let (ux, uy) = direction(wish, zones);
        let place = move |&(along, across): &Point| (x - uy * along + ux * across, y + ux * along + uy * across);
        self.offsets.iter().map(place)
    }
}

fn fits(wish: &Wish, zones: &Zones, occupied: &Ground, point: Point) -> bool {
    let rect = wish.size.at(point);
    zones.hold(wish.zone, &rect) && occupied.is_free(&rect)
}

/// Outward at the wish's angle, as a unit vector.
fn direction(wish: &Wish, zones: &Zones) -> Point {
    let (x, y) = zones.point(Zone::Strategic, wish.angle, 1.0);
    let length = libm::hypot(x, y).max(1e-9);
    (x / length, y / length)
}

/// The wish itself, or where its box first fits between the bounds when moved in or out.
fn nearest_in_zone(wish: &Wish, zones: &Zones) -> Point {
    let holds = |point: &Point| zones.hold(wish.zone, &wish.size.at(*point));
    let tries = (0..=50).flat_map(|step| {
        let by = f64::from(step) * 0.02;
        [wish.part + by, wish.part - by]
    });
    let point = |part: f64| zones.point(wish.zone, wish.angle, part);
    tries.filter(|part| *part >= 0.0).map(point).find(holds).unwrap_or_else(|| point(wish.part))
}

/// The first place on a coarse raster over every part of the zone, which is the same for all: layer by layer, each
/// beginning at the wish's angle.
fn everywhere(wish: &Wish, zones: &Zones, full: &mut Exhausted, fits: impl Fn(&Point) -> bool) -> Option<Point> {
    let open = matches!(wish.zone, Zone::Transactional | Zone::Unlinked);
    let reach = zones.rim.0.max(zones.rim.1);
    let turns = ((reach * TAU / 24.0) as i32).clamp(120, 1200);
    let first = (wish.angle / TAU * f64::from(turns)).round();
    // A closed zone is searched from bound to bound; an open one outward from the wish.
    let (outward, layers) = if open { ((wish.part / OUTWARD).floor(), 160) } else { (0.0, LAYERS) };
    (0..layers).find_map(|layer| {
        let (number, part) = if open {
            let number = outward + layer as f64;
            (number as usize, number * OUTWARD)
        } else {
            (layer, layer as f64 / LAYERS as f64)
        };
        if full.is_layer(number, &wish.size) {
            return None;
        }
        let turned = |turn: i32| {
            let side = if turn % 2 == 0 { 1.0 } else { -1.0 };
            let by = side * f64::from((turn + 1) / 2);
            zones.point(wish.zone, (first + by) / f64::from(turns) * TAU, part)
        };
        let found = (0..turns).map(turned).find(&fits);
        if found.is_none() {
            full.add_layer(number, wish.size);
        }
        found
    })
}

/// The first place for a caption on its own arc: at `angle`, then to either side.
pub(crate) fn find_caption(wish: &Wish, zones: &Zones, occupied: &Ground) -> Option<Point> {
    let turns = (0..48).flat_map(|turn| [f64::from(turn) * 0.06, f64::from(turn) * -0.06]);
    turns.map(|turn| nearest_in_zone(&Wish { angle: wish.angle + turn, ..*wish }, zones)).find(|point| {
        let rect: Rect = wish.size.at(*point);
        zones.hold(wish.zone, &rect) && occupied.is_free(&rect)
    })
}
