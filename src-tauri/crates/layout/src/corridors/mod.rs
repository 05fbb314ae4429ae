//! Lines between nodes that stand in lanes: where a straight one would run through others, it goes along the corridors
//! between lanes and between their rows, as a spline of a layered drawing does (Gansner and others 1993).
//!
//! Owns: which way each line takes. Must not know: why a node stands where it does, how a line looks.

mod aisle;
mod obstacles;

use crate::{NodeBox, Point, Rect};
use aisle::Aisle;
use obstacles::Obstacles;

/// A line through this part of a lane's width and no end there passes it; one that rises more than this part of the way
/// that it goes aside is steep.
const THROUGH: f64 = 0.25;
const STEEP: f64 = 0.5;

/// What stands where.
#[derive(Debug, Clone, Copy)]
pub struct RoutesInput<'a> {
    /// Lanes side by side, from left to right.
    pub lanes: &'a [Rect],
    /// One for each node.
    pub positions: &'a [Point],
    /// Shape and name of each node: lines go around both.
    pub sizes: &'a [NodeBox],
    /// The radius of each node's shape: no line that is led around goes through one.
    pub radii: &'a [f64],
    /// Pairs of nodes.
    pub lines: &'a [(usize, usize)],
}

/// The bends of one line, from its first end to its second; none leads straight.
pub type Route = Vec<Point>;

/// One route for each line. A line is straight where nothing is in its way, where an end stands in no lane, and where no
/// way was found.
pub fn routes(input: &RoutesInput<'_>) -> Vec<Route> {
    let rects: Vec<Rect> = input.sizes.iter().zip(input.positions).map(|(size, &at)| size.at(at)).collect();
    let within =
        |lane: &Rect, (x, y): Point| (lane.x..=lane.x + lane.w).contains(&x) && (lane.y..=lane.y + lane.h).contains(&y);
    let lane_of = |&at: &Point| input.lanes.iter().position(|lane| within(lane, at));
    let place: Vec<Option<usize>> = input.positions.iter().map(lane_of).collect();
    let aisles = Aisle::all(input.lanes, &rects, &place);
    let obstacles = Obstacles::new(&rects, input.positions, input.radii);
    let routing = Routing { input, rects: &rects, place, aisles, obstacles };
    input.lines.iter().map(|&(a, b)| routing.route(a, b).unwrap_or_default()).collect()
}

struct Routing<'a> {
    input: &'a RoutesInput<'a>,
    rects: &'a [Rect],
    /// The lane of each node.
    place: Vec<Option<usize>>,
    aisles: Vec<Aisle>,
    obstacles: Obstacles<'a>,
}

impl Routing<'_> {
    fn route(&self, a: usize, b: usize) -> Option<Route> {
        let (from, to) = (*self.input.positions.get(a)?, *self.input.positions.get(b)?);
        if a == b || self.is_straight(from, to, [a, b]) {
            return None;
        }
        let (first, second) = (self.place[a]?, self.place[b]?);
        if first > second {
            let mut route = self.route(b, a)?;
            route.reverse();
            return Some(route);
        }
        let mut way = vec![from];
        if first == second {
            self.around(a, b, first, &mut way);
        } else {
            self.across(a, b, first..=second, &mut way);
        }
        way.push(to);
        let way = self.pulled(&way, [a, b]);
        let around = way.windows(2).all(|pair| self.obstacles.is_off_shapes(pair[0], pair[1], [a, b]));
        (around && way.len() > 2).then(|| way[1..way.len() - 1].to_vec())
    }

    /// Is nothing in the way of a straight line, which is not so steep that it wanders through rows of other lanes?
    fn is_straight(&self, from: Point, to: Point, ends: [usize; 2]) -> bool {
        let (wide, high) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let own = ends.map(|node| self.place[node]);
        let is_through = |(lane, aisle): (usize, &Aisle)| {
            let shared = from.0.max(to.0).min(aisle.right) - from.0.min(to.0).max(aisle.left);
            !own.contains(&Some(lane)) && shared > THROUGH * (aisle.right - aisle.left)
        };
        (high <= STEEP * wide || !self.aisles.iter().enumerate().any(is_through))
            && self.obstacles.is_clear(from, to, ends)
    }

    /// Out of the lane on its nearer side, along it, and in again.
    fn around(&self, a: usize, b: usize, lane: usize, way: &mut Route) {
        let aisle = &self.aisles[lane];
        let middle = f64::midpoint(self.input.positions[a].0, self.input.positions[b].0);
        let side = if middle < f64::midpoint(aisle.left, aisle.right) { Side::Left } else { Side::Right };
        let (out, home) = (self.exit(a, aisle, side), self.exit(b, aisle, side));
        let beside = match side {
            Side::Left => aisle.left - aisle.before,
            Side::Right => aisle.right + aisle.behind,
        };
        way.extend(&out);
        let y = |exit: &Route, node: usize| exit.last().map_or(self.input.positions[node].1, |point| point.1);
        way.extend([(beside, y(&out, a)), (beside, y(&home, b))]);
        way.extend(home.iter().rev());
    }

    /// Out to the right, through the rows of all lanes between, in from the left.
    fn across(&self, a: usize, b: usize, lanes: std::ops::RangeInclusive<usize>, way: &mut Route) {
        let (first, second) = (&self.aisles[*lanes.start()], &self.aisles[*lanes.end()]);
        let mut home = self.exit(b, second, Side::Left);
        let goal = home.last().map_or(self.input.positions[b].1, |point| point.1);
        way.extend(self.exit(a, first, Side::Right));
        let mut y = way.last().map_or(goal, |point| point.1);
        way.push((first.right, y));
        let mut x = first.right;
        for aisle in &self.aisles[lanes.start() + 1..*lanes.end()] {
            let middle = f64::midpoint(aisle.left, aisle.right);
            let part = ((middle - x) / (second.left - x).max(1.0)).clamp(0.0, 1.0);
            y = aisle.corridor(y + (goal - y) * part);
            way.extend([(aisle.left, y), (aisle.right, y)]);
            x = aisle.right;
        }
        way.push((second.left, goal));
        home.reverse();
        way.extend(home);
    }

    /// From a node toward a side of its lane: nothing where that is free, else up into the corridor above it.
    fn exit(&self, node: usize, aisle: &Aisle, side: Side) -> Route {
        let ((x, y), rect) = (self.input.positions[node], self.rects[node]);
        let edge = if side == Side::Left { aisle.left } else { aisle.right };
        if self.obstacles.is_clear((x, y), (edge, y), [node, node]) {
            return Route::new();
        }
        let above = aisle.corridor_above(rect.y);
        let corner = if side == Side::Left { rect.x } else { rect.x + rect.w };
        vec![(corner, above)]
    }

    /// Without the bends that a string pulled tight would not have.
    fn pulled(&self, way: &[Point], ends: [usize; 2]) -> Route {
        let mut tight = vec![way[0]];
        let mut at = 0;
        while at + 1 < way.len() {
            let is_clear = |&next: &usize| self.is_straight(way[at], way[next], ends);
            at = (at + 2..way.len()).rev().find(is_clear).unwrap_or(at + 1);
            tight.push(way[at]);
        }
        tight
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

#[cfg(test)]
mod tests;
