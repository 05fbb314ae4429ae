//! The last touch on rings of one row: each turned until lines run between boxes, then nodes drawn a little toward those
//! they are linked to.
//!
//! Owns: the balance between even spacing, short lines and lines that run clear. Must not know: how an order was found.

use std::f64::consts::TAU;

use super::place::{Drawn, count};
use super::scene::Scene;
use crate::ground::Ground;
use crate::web::Web;
use crate::{NodeBox, Point, Rect};

/// Rounds of easing for few nodes, and for many.
const ROUNDS: [usize; 2] = [40, 12];
const MANY: usize = 400;
/// Weights of neighbors that all lie in one direction, against even spacing; the strong ones only where fewer lines
/// cross for it.
const PULLS: [f64; 3] = [0.35, 0.7, 0.95];
/// Turns tried, over the room of one place.
const TURNS: u32 = 12;
/// Lines times boxes up to which lines are kept from running through boxes.
const CLEAR_MAX: usize = 60_000;
/// Pairs of lines up to which nodes are drawn toward others.
const EASE_MAX: usize = 20_000_000;
/// A line may run this far into a box.
const EDGE: f64 = 3.0;

/// A line that runs through somebody's box is as bad as so many crossings.
const COVERED: usize = 4;

pub(super) struct Easing<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) web: &'a mut Web,
    /// Crossings that no change may exceed.
    pub(super) limit: usize,
}

impl Easing<'_> {
    /// The drawing at its best and its crossings; crowded rings stay as they are.
    pub(super) fn best(&mut self, drawn: Drawn) -> (Drawn, usize) {
        let crossings = count(self.web, &drawn.points);
        let mut best = (crossings + COVERED * self.covered(&drawn.points), crossings, drawn);
        if self.is_small() {
            for ring in loose(&best.2) {
                for turn in 1..TURNS {
                    if let Some(turned) = self.turned(&best.2, ring, f64::from(turn) / f64::from(TURNS)) {
                        self.keep_better(&mut best, turned, true);
                    }
                }
            }
        }
        if self.web.chords > 0 && self.web.chords * self.web.len() <= EASE_MAX {
            for (index, pull) in PULLS.into_iter().enumerate() {
                let eased = self.eased(&best.2, pull);
                self.keep_better(&mut best, eased, index > 0);
            }
        }
        (best.2, best.1)
    }

    fn keep_better(&mut self, best: &mut (usize, usize, Drawn), drawn: Drawn, much: bool) {
        let crossings = count(self.web, &drawn.points);
        let score = crossings + COVERED * self.covered(&drawn.points);
        let better = score < best.0 || (score == best.0 && !much);
        if better && (crossings <= self.limit || crossings <= best.1) {
            *best = (score, crossings, drawn);
        }
    }

    fn is_small(&self) -> bool {
        self.scene.lines.len() * self.scene.nodes.len() <= CLEAR_MAX
    }

    /// Lines that run through boxes of nodes at neither of their ends.
    fn covered(&self, points: &[Point]) -> usize {
        if !self.is_small() {
            return 0;
        }
        let stands = |&node: &usize| self.scene.level[node].is_some() || self.scene.center == Some(node);
        let boxes: Vec<(usize, Rect)> = (0..points.len())
            .filter(stands)
            .map(|node| (node, self.scene.sizes[node].at(points[node]).grown(-EDGE)))
            .collect();
        let runs = |&(a, b): &(u32, u32)| {
            let (a, b) = (a as usize, b as usize);
            boxes.iter().filter(|(node, rect)| *node != a && *node != b && meets(points[a], points[b], rect)).count()
        };
        self.scene.lines.iter().map(runs).sum()
    }

    /// What stands on rings besides their free nodes.
    fn fixed(&self, drawn: &Drawn) -> Ground {
        let mut ground = Ground::new();
        for (node, pin) in self.scene.pins.iter().enumerate() {
            if let Some(pin) = pin {
                ground.take(self.scene.sizes[node].at(*pin));
            }
        }
        for (ring, level) in drawn.rings.iter().zip(&self.scene.levels) {
            if level.caption.half_width > 0.0 {
                ground.take(level.caption.at(ring.caption));
            }
        }
        ground
    }

    fn boxes(&self, nodes: &[u32]) -> Vec<NodeBox> {
        nodes.iter().map(|&node| self.scene.sizes[node as usize]).collect()
    }

    /// The drawing with one ring turned by part of the room of a place, if it fits there.
    fn turned(&self, drawn: &Drawn, ring: usize, part: f64) -> Option<Drawn> {
        let mut turned = drawn.clone();
        let row = &mut turned.seats[ring].0[0];
        let first = *row.angles.first()?;
        let turn = part * TAU / row.nodes.len() as f64;
        row.angles = row.track.even(&self.boxes(&row.nodes), first + turn, &self.fixed(drawn))?;
        self.put(&mut turned, ring)?;
        Some(turned)
    }

    /// Puts a ring's nodes where its row says, if they fit there.
    fn put(&self, drawn: &mut Drawn, ring: usize) -> Option<()> {
        let mut ground = self.fixed(drawn);
        for (node, point) in drawn.seats[ring].points(self.scene, false) {
            let rect = self.scene.sizes[node as usize].at(point);
            if !ground.is_free(&rect) {
                return None;
            }
            ground.take(rect);
            drawn.points[node as usize] = point;
        }
        Some(())
    }

    /// The drawing with nodes drawn toward their neighbors on other rings.
    fn eased(&self, drawn: &Drawn, pull: f64) -> Drawn {
        let mut eased = drawn.clone();
        let ground = self.fixed(drawn);
        let mut angles: Vec<Option<f64>> = vec![None; self.scene.nodes.len()];
        for (node, pin) in self.scene.pins.iter().enumerate() {
            angles[node] = pin.filter(|_| self.scene.level[node].is_some()).map(|pin| self.scene.angle(pin));
        }
        for row in drawn.seats.iter().flat_map(|seats| &seats.0) {
            row.nodes.iter().zip(&row.angles).for_each(|(&node, &angle)| angles[node as usize] = Some(angle));
        }
        let loose = loose(drawn);
        for _ in 0..ROUNDS[usize::from(self.scene.nodes.len() > MANY)] {
            for &ring in &loose {
                let row = &mut eased.seats[ring].0[0];
                let wishes: Vec<_> = row.nodes.iter().map(|&node| self.wish(&angles, node, pull)).collect();
                if wishes.iter().any(Option::is_some) {
                    row.track.ease(&self.boxes(&row.nodes), &mut row.angles, &wishes, &ground);
                    row.nodes.iter().zip(&row.angles).for_each(|(&node, &angle)| angles[node as usize] = Some(angle));
                }
            }
        }
        for ring in loose {
            if self.put(&mut eased, ring).is_none() {
                return drawn.clone();
            }
        }
        eased
    }

    /// Where a node's neighbors on other rings lie, and how much of one mind they are.
    fn wish(&self, angles: &[Option<f64>], node: u32, pull: f64) -> Option<(f64, f64)> {
        let level = |node: u32| self.scene.level[node as usize];
        let others = self.web.neighbors(node).filter(|&other| level(other) != level(node));
        let ways = others.filter_map(|other| angles[other as usize]).map(libm::sincos);
        let (x, y, count) = ways.fold((0.0, 0.0, 0.0), |(x, y, count), (sin, cos)| (x + cos, y + sin, count + 1.0));
        let length = libm::hypot(x, y);
        (length > 1e-9).then(|| (libm::atan2(y, x), pull * length / count))
    }
}

/// Rings whose nodes stand on one row.
fn loose(drawn: &Drawn) -> Vec<usize> {
    (0..drawn.seats.len()).filter(|&ring| drawn.seats[ring].0.len() == 1).collect()
}

/// Does a straight line run through a rectangle? (Liang, Barsky 1984.)
fn meets(a: Point, b: Point, rect: &Rect) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let sides = [(b.0 - a.0, rect.x - a.0, rect.w), (b.1 - a.1, rect.y - a.1, rect.h)];
    for (way, low, length) in sides {
        if length < 0.0 || (way.abs() < 1e-12 && (low > 0.0 || low + length < 0.0)) {
            return false;
        }
        if way.abs() >= 1e-12 {
            let (enter, leave) = (low / way, (low + length) / way);
            (from, to) = (from.max(enter.min(leave)), to.min(enter.max(leave)));
        }
    }
    from < to
}

#[cfg(test)]
mod tests {
    use super::meets;
    use crate::Rect;

    #[test]
    fn knows_lines_that_run_through() {
        let rect = Rect { x: 0.0, y: 0.0, w: 10.0, h: 10.0 };
        let cases = [
            ((-5.0, 5.0), (15.0, 5.0), true),
            ((-5.0, -5.0), (15.0, 15.0), true),
            ((5.0, 5.0), (6.0, 6.0), true),
            ((-5.0, 11.0), (15.0, 11.0), false),
            ((-5.0, 5.0), (-1.0, 5.0), false),
            ((-5.0, 8.0), (3.0, 16.0), false),
        ];
        for (a, b, expect) in cases {
            assert_eq!(meets(a, b, &rect), expect, "{a:?} {b:?}");
        }
    }
}
