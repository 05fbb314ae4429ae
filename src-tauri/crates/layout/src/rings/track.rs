//! Boxes side by side on one ellipse.
//!
//! Owns: how far apart two boxes must stand on it, even spacing, making way. Must not know: rings, lines, groups.
//! Lengths are taken across the aspect, so that the ellipse is a circle; angles are its parameter.

use std::f64::consts::{PI, TAU};

use crate::ground::{CLEAR, Ground};
use crate::node::GAP;
use crate::{NodeBox, Point};

/// Halvings until spacing is even to a fraction of a map unit.
const HALVINGS: usize = 22;
/// Rounds of making way before it counts as impossible.
const ROUNDS: usize = 240;
/// What a box must be short of clear before it is moved.
const HAIR: f64 = 1e-7;

/// An ellipse on which boxes stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Track {
    /// Half its height.
    pub(super) radius: f64,
    /// Its width over its height.
    pub(super) aspect: f64,
    /// How far points lie above it, so that boxes, whose labels hang below, lie in its middle.
    pub(super) lift: f64,
}

impl Track {
    pub(super) fn point(&self, angle: f64) -> Point {
        let (sin, cos) = libm::sincos(angle);
        (self.aspect * self.radius * cos, self.radius * sin - self.lift)
    }

    /// How far on from `from`, where `a` stands, `b` is first clear of it. Nothing: the ellipse is too small for both.
    pub(super) fn clear_after(&self, from: f64, a: &NodeBox, b: &NodeBox) -> Option<f64> {
        let wide = (a.half_width + b.half_width + GAP) / (self.aspect * self.radius);
        let (down, up) = ((a.below + b.above + GAP) / self.radius, (a.above + b.below + GAP) / self.radius);
        let (sin, cos) = libm::sincos(from);
        let angles = [cos + wide, cos - wide].map(|value| both(value, libm::acos, |angle| -angle));
        let heights = [sin + down, sin - up].map(|value| both(value, libm::asin, |angle| PI - angle));
        let ahead = angles.into_iter().chain(heights).flatten().flatten().map(|angle| (angle - from).rem_euclid(TAU));
        ahead.reduce(f64::min)
    }

    /// How far back from `from`, where `b` stands, `a` is first clear of it.
    fn clear_before(&self, a: &NodeBox, from: f64, b: &NodeBox) -> Option<f64> {
        // The same in a mirror, as boxes reach equally far to either side.
        self.clear_after(PI - from, b, a)
    }

    /// The first place at or after `from` where a box lies on nothing taken; within a turn.
    fn slide(&self, from: f64, size: &NodeBox, ground: &Ground) -> Option<f64> {
        let step = 0.25 * (size.half_width / self.aspect).min(size.above + size.below).max(GAP) / self.radius.max(1e-9);
        let mut gone = 0.0;
        while gone < TAU {
            if ground.is_free(&size.at(self.point(from + gone))) {
                return Some(from + gone);
            }
            gone += step;
        }
        None
    }

    /// Angles for boxes in their order from `start`, all as far apart as they can be. Nothing: they do not fit.
    pub(super) fn even(&self, boxes: &[NodeBox], start: f64, ground: &Ground) -> Option<Vec<f64>> {
        let mut best = self.walk(boxes, start, 0.0, ground)?;
        let (mut low, mut high) = (0.0, TAU / boxes.len().max(1) as f64);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            match self.walk(boxes, start, middle, ground) {
                Some(angles) => (low, best) = (middle, angles),
                None => high = middle,
            }
        }
        Some(best)
    }

    /// Angles for boxes one after another, `extra` farther apart than clear, if a turn is enough.
    fn walk(&self, boxes: &[NodeBox], start: f64, extra: f64, ground: &Ground) -> Option<Vec<f64>> {
        let mut angles: Vec<f64> = Vec::with_capacity(boxes.len());
        for (index, size) in boxes.iter().enumerate() {
            let from = match angles.last() {
                Some(&last) => last + self.clear_after(last, &boxes[index - 1], size)? + extra,
                None => start,
            };
            let at = self.slide(from, size, ground)?;
            if at > start + TAU {
                return None;
            }
            angles.push(at);
        }
        if let (&[first, .., last], [head, .., tail]) = (&angles[..], boxes)
            && last + self.clear_after(last, tail, head)? + extra > first + TAU
        {
            return None;
        }
        Some(angles)
    }

    /// Moves boxes that stand in each other's way or on something taken just far enough; the others stay. Angles ascend
    /// within a turn. Whether it came to an end.
    pub(super) fn make_way(&self, boxes: &[NodeBox], angles: &mut [f64], ground: &Ground) -> bool {
        let count = boxes.len();
        for round in 0..ROUNDS {
            let mut moved = false;
            for index in 0..count {
                moved |= self.off_taken(&boxes[index], &mut angles[index], ground, round);
            }
            for step in 0..if count > 1 { count } else { 0 } {
                // Forward and backward in turn, so that a crowd opens to both sides.
                let a = if round % 2 == 0 { step } else { count - 1 - step };
                let b = (a + 1) % count;
                let turn = if b == 0 { TAU } else { 0.0 };
                // Looked at first: where two just pass one another, rounding hides the way that the equations find.
                if !self.meet(&boxes[a], angles[a], &boxes[b], angles[b]) {
                    continue;
                }
                let Some(clear) = self.clear_after(angles[a], &boxes[a], &boxes[b]) else { return false };
                let short = clear - (angles[b] + turn - angles[a]);
                if short > HAIR {
                    angles[a] -= short / 2.0 + HAIR / 4.0;
                    angles[b] += short / 2.0 + HAIR / 4.0;
                    moved = true;
                }
            }
            if !moved {
                return true;
            }
            if round == 0 && self.walk(boxes, angles[0], 0.0, ground).is_none() {
                return false;
            }
        }
        false
    }

    fn meet(&self, a: &NodeBox, at: f64, b: &NodeBox, other: f64) -> bool {
        a.at(self.point(at)).meets(&b.at(self.point(other)), CLEAR)
    }

    /// Moves one box to the nearer side of what it lies on, after some rounds to the other side too.
    fn off_taken(&self, size: &NodeBox, angle: &mut f64, ground: &Ground, round: usize) -> bool {
        if ground.is_free(&size.at(self.point(*angle))) {
            return false;
        }
        let step =
            0.125 * (size.half_width / self.aspect).min(size.above + size.below).max(GAP) / self.radius.max(1e-9);
        let turns = if round % 16 == 15 { [1.0, 1.0] } else { [1.0, -1.0] };
        let tries = (1..64).flat_map(|far| turns.map(|side| *angle + side * step * f64::from(far)));
        let found = tries.into_iter().find(|&angle| ground.is_free(&size.at(self.point(angle))));
        *angle = found.unwrap_or(*angle + step);
        true
    }

    /// Moves each box toward where it wishes to stand (an angle and the weight of the wish against even spacing), as far
    /// as its neighbors leave room.
    pub(super) fn ease(&self, boxes: &[NodeBox], angles: &mut [f64], wishes: &[Option<(f64, f64)>], ground: &Ground) {
        let count = boxes.len();
        for index in 0..if count > 1 { count } else { 0 } {
            let (before, after) = ((index + count - 1) % count, (index + 1) % count);
            let low = angles[before] - if before > index || count == 1 { TAU } else { 0.0 };
            let high = angles[after] + if after < index || count == 1 { TAU } else { 0.0 };
            let (Some(up), Some(down)) = (
                self.clear_after(low, &boxes[before], &boxes[index]),
                self.clear_before(&boxes[index], high, &boxes[after]),
            ) else {
                continue;
            };
            let (low, high) = (low + up, high - down);
            if low > high {
                continue;
            }
            let middle = f64::midpoint(low, high);
            let drawn = wishes[index].map_or(middle, |(angle, weight)| middle + weight * apart(middle, angle));
            let angle = drawn.clamp(low, high);
            if ground.is_free(&boxes[index].at(self.point(angle))) {
                angles[index] = angle;
            }
        }
    }
}

/// The two angles at which a sine or cosine has a value.
fn both(value: f64, angle: fn(f64) -> f64, other: fn(f64) -> f64) -> Option<[f64; 2]> {
    (value.abs() <= 1.0).then(|| angle(value)).map(|angle| [angle, other(angle)])
}

/// The way from one angle to another, at most half a turn either way.
pub(super) fn apart(from: f64, to: f64) -> f64 {
    let ahead = (to - from).rem_euclid(TAU);
    if ahead > PI { ahead - TAU } else { ahead }
}

#[cfg(test)]
mod tests {
    use super::Track;
    use crate::NodeBox;
    use crate::ground::Ground;

    const TRACK: Track = Track { radius: 200.0, aspect: 1.5, lift: 10.0 };
    const SIZE: NodeBox = NodeBox { half_width: 40.0, above: 20.0, below: 40.0 };

    #[test]
    fn the_next_box_is_just_clear() {
        for tenth in 0..63 {
            let from = f64::from(tenth) / 10.0;
            let ahead = TRACK.clear_after(from, &SIZE, &SIZE).unwrap();
            let (a, b) = (SIZE.at(TRACK.point(from)), SIZE.at(TRACK.point(from + ahead)));
            assert!(!a.meets(&b, 8.0 - 1e-6) && a.meets(&b, 8.0 + 1e-6), "at {from}");
            let back = TRACK.clear_before(&SIZE, from + ahead, &SIZE).unwrap();
            assert!((back - ahead).abs() < 1e-9, "{back} {ahead}");
        }
    }

    #[test]
    fn spaces_boxes_evenly_or_says_that_they_do_not_fit() {
        let angles = TRACK.even(&[SIZE; 10], 0.3, &Ground::new()).unwrap();
        let spare = |a: f64, b: f64| b - a - TRACK.clear_after(a, &SIZE, &SIZE).unwrap();
        let mut spares: Vec<f64> = angles.windows(2).map(|pair| spare(pair[0], pair[1])).collect();
        spares.push(spare(angles[9], angles[0] + std::f64::consts::TAU));
        assert!(spares.iter().all(|spare| (spare - spares[0]).abs() < 1e-3), "{spares:?}");
        assert_eq!(TRACK.even(&[SIZE; 40], 0.3, &Ground::new()), None);
    }

    /// As on the innermost ring of two: each begins where the other ends, to the last bit or a little less.
    #[test]
    fn boxes_that_just_pass_one_another_stay() {
        let size = |half_width: f64| NodeBox { half_width, above: 18.0, below: 34.0 };
        let track = Track { radius: 30.0, aspect: 2.125, lift: 8.0 };
        let boxes = [size(64.416_824_567_866_29), size(53.028_512_699_716_72)];
        let width = (boxes[0].half_width + boxes[1].half_width + 8.0) / (2.125 * 30.0);
        for less in [0.0, 1e-12, 1e-9] {
            let first = 0.0;
            let stood = [first, libm::acos(1.0 - width + less)];
            let mut angles = stood;
            assert!(track.make_way(&boxes, &mut angles, &Ground::new()), "{less}");
            assert_eq!(angles.map(f64::to_bits), stood.map(f64::to_bits), "{less}");
        }
    }

    #[test]
    fn only_those_in_the_way_move() {
        let mut angles = [0.0, 0.1, 1.5, 3.0];
        assert!(TRACK.make_way(&[SIZE; 4], &mut angles, &Ground::new()));
        assert!(angles[0] < 0.0 && angles[1] > 0.1);
        assert_eq!(
            angles[2..].iter().map(|angle| angle.to_bits()).collect::<Vec<_>>(),
            [1.5_f64, 3.0].map(f64::to_bits)
        );
    }
}
