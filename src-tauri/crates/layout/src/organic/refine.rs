//! Whom a partner stands beside: stress, then forces, on the zones' curves.
//!
//! Owns: the angles. Kinds begin in their own directions (`slots`); lines, groups and crowding then turn everyone along
//! the curve of its depth, as constrained stress (Dwyer, Koren, Marriott 2009) and Barnes–Hut forces would in the plane.
//! Must not know: what is in the way of a box (`search`).

use std::collections::BTreeMap;

use super::place::Placing;
use crate::ellipse::angle_of;
use crate::graph::{Cancelled, Phase, force::tree::Tree, tell};
use crate::ground::sound;
use crate::{Point, Zone};

/// Rounds of stress and of forces.
const ROUNDS: (usize, usize) = (12, 48);
/// How strongly a node is drawn: to those it has a line with, to its group's middle, to its kind's direction.
const LINE: f64 = 0.30;
const GROUP: f64 = 0.60;
const KIND: f64 = 0.06;
/// How strongly everyone is pushed from everyone.
const PUSH: f64 = 0.16;
/// Farthest that a node goes in the first round, in mean distances.
const REACH: f64 = 1.6;
/// New partners are few when this many times as many have a place.
const FEW: usize = 3;

struct Body {
    node: usize,
    zone: Zone,
    part: f64,
    /// Its kind's direction.
    home: Point,
    start: Point,
    /// Has its place already.
    stands: bool,
    group: Option<usize>,
    others: Vec<usize>,
}

impl Placing<'_> {
    /// Turns everyone who has no place yet; `kept` others stand where they stood.
    pub(super) fn refine(&mut self, kept: usize) -> Result<(), Cancelled> {
        let bodies = self.bodies();
        let new = bodies.iter().filter(|body| !body.stands).count();
        if new == 0 || bodies.len() < 2 {
            return Ok(());
        }
        let at = if kept > FEW * new { self.beside(&bodies) } else { self.turned(&bodies)? };
        let aspect = self.zones.core.0 / self.zones.core.1;
        for (body, at) in bodies.iter().zip(at) {
            self.angles[body.node] = angle_of(at, aspect);
        }
        Ok(())
    }

    /// A few new ones go to the middle of those they belong with (barycenter placement); nobody else turns.
    fn beside(&self, bodies: &[Body]) -> Vec<Point> {
        let mut at: Vec<Point> = bodies.iter().map(|body| body.start).collect();
        for (index, body) in bodies.iter().enumerate().filter(|(_, body)| !body.stands) {
            let mates = bodies.iter().enumerate().filter(|(_, other)| other.stands && other.group == body.group);
            let mates = mates.filter(|_| body.group.is_some()).map(|(index, _)| index);
            let others = body.others.iter().copied().filter(|&other| bodies[other].stands);
            let (x, y) = others.chain(mates).fold((0.0, 0.0), |sum, other| (sum.0 + at[other].0, sum.1 + at[other].1));
            if x != 0.0 || y != 0.0 {
                at[index] = self.on_curve(body, (x, y));
            }
        }
        at
    }

    fn turned(&self, bodies: &[Body]) -> Result<Vec<Point>, Cancelled> {
        let mut at: Vec<Point> = bodies.iter().map(|body| body.start).collect();
        let apart = self.mean_distance(bodies);
        for round in 0..ROUNDS.0 {
            tell(self.watch, Phase::Stress, round, ROUNDS.0)?;
            self.lower_stress(bodies, &mut at, apart, 1.0 - round as f64 / ROUNDS.0 as f64);
        }
        let masses = vec![1.0; at.len()];
        let mut tree = Tree::new(at.len());
        let mut pulls = vec![(0.0, 0.0); at.len()];
        for round in 0..ROUNDS.1 {
            tell(self.watch, Phase::Force, round, ROUNDS.1)?;
            let places: Vec<[f64; 2]> = at.iter().map(|&(x, y)| [x, y]).collect();
            tree.sort(&places, &masses);
            tree.follow(&places);
            tree.pushes(|body, push| {
                let by = PUSH * apart * apart;
                pulls[body] = (f64::from(push[0]) * by, f64::from(push[1]) * by);
            });
            pull(bodies, &at, self.input.separate.clamp(0.0, 1.0), &mut pulls);
            let reach = REACH * apart * (1.0 - round as f64 / ROUNDS.1 as f64);
            for (index, body) in bodies.iter().enumerate().filter(|(_, body)| !body.stands) {
                let long = libm::hypot(pulls[index].0, pulls[index].1).max(1e-9);
                let by = (reach / long).min(1.0);
                at[index] = self.on_curve(body, (at[index].0 + pulls[index].0 * by, at[index].1 + pulls[index].1 * by));
            }
        }
        Ok(at)
    }

    fn bodies(&self) -> Vec<Body> {
        let nodes = &self.input.nodes;
        let placed =
            |index: &usize| matches!(nodes[*index].zone, Zone::Strategic | Zone::Ecotone | Zone::Transactional);
        let members: Vec<usize> = (0..nodes.len()).filter(placed).collect();
        let body_of: BTreeMap<usize, usize> = members.iter().copied().zip(0..).collect();
        let mut groups = BTreeMap::new();
        let mut bodies: Vec<Body> = Vec::with_capacity(members.len());
        for index in members {
            let wish = self.wish(index);
            let next = groups.len();
            let group = nodes[index].group.as_deref().map(|name| *groups.entry(name).or_insert(next));
            let stands = self.positions[index].is_some();
            let home = self.positions[index].unwrap_or_else(|| self.zones.point(wish.zone, wish.angle, wish.part));
            let mut body = Body {
                node: index,
                zone: wish.zone,
                part: wish.part,
                home,
                start: home,
                stands,
                group,
                others: vec![],
            };
            if let Some(previous) = sound(nodes[index].previous).filter(|_| !stands) {
                body.start = self.on_curve(&body, previous);
            }
            bodies.push(body);
        }
        for &(a, b) in &self.input.edges {
            if let (Some(&a), Some(&b)) = (body_of.get(&a), body_of.get(&b))
                && a != b
            {
                bodies[a].others.push(b);
                bodies[b].others.push(a);
            }
        }
        bodies
    }

    /// Each line takes its ends to one mean distance from one another, as far as their curves let them.
    fn lower_stress(&self, bodies: &[Body], at: &mut [Point], wanted: f64, step: f64) {
        for (index, body) in bodies.iter().enumerate().filter(|(_, body)| !body.stands) {
            let share = 0.5 * step / body.others.len().max(1) as f64;
            let mut to = at[index];
            for &other in &body.others {
                let (dx, dy) = (at[other].0 - to.0, at[other].1 - to.1);
                let drawn = libm::hypot(dx, dy).max(1e-9);
                let by = share * (drawn - wanted) / drawn;
                to = (to.0 + by * dx, to.1 + by * dy);
            }
            at[index] = self.on_curve(body, to);
        }
    }

    fn mean_distance(&self, bodies: &[Body]) -> f64 {
        let area: f64 = bodies.iter().map(|body| self.input.nodes[body.node].size.area(crate::GAP)).sum();
        libm::sqrt(area / bodies.len().max(1) as f64) * 1.3
    }

    /// The point of a node's own curve in the direction of `point`.
    fn on_curve(&self, body: &Body, point: Point) -> Point {
        let aspect = self.zones.core.0 / self.zones.core.1;
        self.zones.point(body.zone, angle_of(point, aspect), body.part)
    }
}

/// Adds what draws everyone.
fn pull(bodies: &[Body], at: &[Point], separate: f64, pulls: &mut [Point]) {
    let mut middles: BTreeMap<usize, (f64, f64, f64)> = BTreeMap::new();
    for (body, at) in bodies.iter().zip(at) {
        if let Some(group) = body.group {
            let sum = middles.entry(group).or_default();
            *sum = (sum.0 + at.0, sum.1 + at.1, sum.2 + 1.0);
        }
    }
    for (index, body) in bodies.iter().enumerate() {
        let mut toward = |(x, y): Point, by: f64| {
            pulls[index].0 += by * (x - at[index].0);
            pulls[index].1 += by * (y - at[index].1);
        };
        toward(body.home, KIND);
        if let Some((x, y, count)) = body.group.and_then(|group| middles.get(&group)) {
            toward((x / count, y / count), GROUP * separate);
        }
        for &other in &body.others {
            toward(at[other], LINE / body.others.len() as f64);
        }
    }
}
