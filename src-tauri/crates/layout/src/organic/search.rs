//! Finding the free place nearest to where a node wants to be.
//!
//! Owns: which places are tried, in what order. Must not know: what decides the wish.

use crate::ground::Ground;
use crate::{NodeBox, Point, Rect, Zone, Zones};

/// Steps of the search along and across the zone, in map units.
const STEP: Point = (10.0, 7.0);
const STEPS: (i32, i32) = (44, 18);
/// Depth is read from the distance to us, so leaving it costs more than sliding along the zone.
const ACROSS: f64 = 3.4;
/// A place inside the frame is preferred if it lies within this of the wish.
const FRAMED: f64 = 150.0;

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
    pub(crate) fn find(&self, wish: &Wish, zones: &Zones, occupied: &Ground) -> Option<Point> {
        let fits = |point: &Point| fits(wish, zones, occupied, *point);
        let framed = |point: &Point| zones.frame(&wish.size.at(*point)) && fits(point);
        let near = if wish.zone == Zone::Transactional { self.near } else { 0 };
        let nearest = self.around(wish, zones).take(near).find(framed);
        nearest.or_else(|| self.around(wish, zones).find(fits)).or_else(|| everywhere(wish, zones).find(fits))
    }

    /// The first place near `wish` that is accepted. Who finds none finds none either when fewer are free.
    pub(crate) fn find_near(
        &self,
        wish: &Wish,
        zones: &Zones,
        occupied: &Ground,
        accepted: impl Fn(Point) -> bool,
    ) -> Option<Point> {
        self.around(wish, zones).find(|&point| accepted(point) && fits(wish, zones, occupied, point))
    }

    fn around(&self, wish: &Wish, zones: &Zones) -> impl Iterator<Item = Point> + '_ {
        let (x, y) = nearest_in_zone(wish, zones);
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

/// Every part of the zone on a coarse raster, beginning at the wish's angle.
fn everywhere(wish: &Wish, zones: &Zones) -> impl Iterator<Item = Point> {
    let (zone, angle, part) = (wish.zone, wish.angle, wish.part);
    let open = matches!(zone, Zone::Transactional | Zone::Unlinked);
    let reach = zones.rim.0.max(zones.rim.1);
    let turns = ((reach * 2.0 * std::f64::consts::PI / 24.0) as i32).clamp(120, 1200);
    let layers = if open { 160 } else { 36 };
    let zones = *zones;
    (0..layers).flat_map(move |layer| {
        // A closed zone is searched from bound to bound; an open one outward from the wish.
        let part = if open { part + f64::from(layer) * 0.12 } else { f64::from(layer) / f64::from(layers) };
        (0..turns).map(move |turn| {
            let side = if turn % 2 == 0 { 1.0 } else { -1.0 };
            let by = side * f64::from((turn + 1) / 2) * 2.0 * std::f64::consts::PI / f64::from(turns);
            zones.point(zone, angle + by, part)
        })
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
