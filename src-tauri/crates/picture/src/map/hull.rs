//! A soft outline around boxes: where the distance to boxes and the corridors between them falls below a margin.
//!
//! Owns: the curve. Must not know: what the boxes are.

use layout::Rect;

/// A point in map units.
pub(super) type Point = (f64, f64);

/// Raster of the distance field.
const STEP: f64 = 9.0;
/// Room around each box.
const MARGIN: f64 = 11.0;
/// How far the corners of a box are rounded.
const ROUND: f64 = 22.0;
/// Half the width of the corridor between two boxes.
const CORRIDOR: f64 = 9.0;
/// Boxes farther apart than this get outlines of their own.
const REACH: f64 = 300.0;
/// How softly shapes flow into each other.
const BLEND: f64 = 26.0;
/// Raster beyond the outermost box: more than the outline can reach.
const EDGE: f64 = 90.0;

/// Kept free around a box that does not belong, where the members leave room for it.
const CLEAR: f64 = 5.0;
/// How much longer a corridor may seem for each foreign box in its way.
const DETOUR: f64 = 400.0;

/// Closed outlines around `boxes`; boxes that lie near each other share one. Those of `foreign` stay outside: outlines are
/// carved around them, and no corridor runs through one.
pub(super) fn outlines(boxes: &[Rect], foreign: &[Rect]) -> Vec<Vec<Point>> {
    let Some(all) = boxes.iter().copied().reduce(|a, b| union(&a, &b)) else { return Vec::new() };
    let near = Rect { x: all.x - EDGE, y: all.y - EDGE, w: all.w + 2.0 * EDGE, h: all.h + 2.0 * EDGE };
    let foreign: Vec<Rect> = foreign.iter().filter(|rect| meets(rect, &near)).copied().collect();
    let corridors = corridors(boxes, &foreign);
    let columns = (near.w / STEP).ceil() as usize + 1;
    let rows = (near.h / STEP).ceil() as usize + 1;
    let at = |column: usize, row: usize| (near.x + STEP * column as f64, near.y + STEP * row as f64);
    let field: Vec<Vec<f64>> = (0..rows)
        .map(|row| (0..columns).map(|column| carved(at(column, row), boxes, &corridors, &foreign)).collect())
        .collect();
    rings(segments(&field, at)).into_iter().filter(|ring| is_outer(ring)).map(|ring| smooth(&thin(ring))).collect()
}

fn meets(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/// Outside around foreign boxes, but inside wherever a member's own box lies.
fn carved(point: Point, boxes: &[Rect], corridors: &[(Point, Point)], foreign: &[Rect]) -> f64 {
    let hull = distance(point, boxes, corridors);
    // Too far out for anything to be carved.
    if hull > 2.0 * STEP {
        return hull;
    }
    let to = |rect: &Rect| to_box(point, rect, ROUND / 2.0);
    let outsider = foreign.iter().map(to).fold(f64::MAX, f64::min) - CLEAR;
    let member = boxes.iter().map(to).fold(f64::MAX, f64::min) - 1.0;
    hull.max(-outsider).min(member)
}

fn union(a: &Rect, b: &Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, w: (a.x + a.w).max(b.x + b.w) - x, h: (a.y + a.h).max(b.y + b.h) - y }
}

fn center(rect: &Rect) -> Point {
    (rect.x + rect.w / 2.0, rect.y + rect.h / 2.0)
}

/// The shortest tree that joins all boxes (Prim), round foreign boxes where there is a way, without its long edges.
fn corridors(boxes: &[Rect], foreign: &[Rect]) -> Vec<(Point, Point)> {
    let length = |a: usize, b: usize| {
        let (a, b) = (center(&boxes[a]), center(&boxes[b]));
        let apart = (a.0 - b.0).hypot(a.1 - b.1);
        // What is too long anyway need not be looked at more closely.
        let crossed = if apart > REACH { 0 } else { foreign.iter().filter(|rect| crosses(a, b, rect)).count() };
        apart + DETOUR * crossed as f64
    };
    let mut nearest: Vec<(f64, usize)> = (0..boxes.len()).map(|index| (length(0, index), 0)).collect();
    let mut waiting: Vec<usize> = (1..boxes.len()).collect();
    let mut corridors = Vec::new();
    while let Some(place) = (0..waiting.len()).min_by(|&a, &b| nearest[waiting[a]].0.total_cmp(&nearest[waiting[b]].0))
    {
        let next = waiting.swap_remove(place);
        let (far, from) = nearest[next];
        if far <= REACH {
            corridors.push((center(&boxes[from]), center(&boxes[next])));
        }
        for &other in &waiting {
            let by = length(next, other);
            if by < nearest[other].0 {
                nearest[other] = (by, next);
            }
        }
    }
    corridors
}

/// A corridor from `a` to `b` would cover some of the box (Liang and Barsky's clipping of a line).
fn crosses(a: Point, b: Point, rect: &Rect) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut begin, mut end) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, a.0 - (rect.x - CORRIDOR)),
        (dx, rect.x + rect.w + CORRIDOR - a.0),
        (-dy, a.1 - (rect.y - CORRIDOR)),
        (dy, rect.y + rect.h + CORRIDOR - a.1),
    ];
    for (toward, room) in sides {
        if toward.abs() < 1e-9 {
            if room < 0.0 {
                return false;
            }
        } else if toward < 0.0 {
            begin = begin.max(room / toward);
        } else {
            end = end.min(room / toward);
        }
    }
    begin < end
}

/// Below zero inside.
fn distance(point: Point, boxes: &[Rect], corridors: &[(Point, Point)]) -> f64 {
    let boxes = boxes.iter().map(|rect| to_box(point, rect, ROUND) - MARGIN);
    let corridors = corridors.iter().map(|(a, b)| {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let along = ((point.0 - a.0) * dx + (point.1 - a.1) * dy) / (dx * dx + dy * dy).max(1e-9);
        let along = along.clamp(0.0, 1.0);
        (point.0 - a.0 - along * dx).hypot(point.1 - a.1 - along * dy) - CORRIDOR
    });
    boxes.chain(corridors).fold(f64::MAX, blend)
}

/// To the rim of a box whose corners are rounded; below zero inside.
fn to_box(point: Point, rect: &Rect, round: f64) -> f64 {
    let (cx, cy) = center(rect);
    // The box without its corners, grown back: a rounded box.
    let round = (rect.w.min(rect.h) / 2.0).min(round);
    let (dx, dy) = ((point.0 - cx).abs() - rect.w / 2.0 + round, (point.1 - cy).abs() - rect.h / 2.0 + round);
    dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - round
}

/// The smaller of two distances, rounded where they meet (polynomial smooth minimum).
fn blend(a: f64, b: f64) -> f64 {
    let near = (BLEND - (a - b).abs()).max(0.0) / BLEND;
    a.min(b) - near * near * BLEND / 4.0
}

/// Marching squares: the pieces of the zero line, all with the inside on the same hand.
fn segments(field: &[Vec<f64>], at: impl Fn(usize, usize) -> Point) -> Vec<(Point, Point)> {
    let mut pieces = Vec::new();
    for row in 0..field.len().saturating_sub(1) {
        for column in 0..field[row].len().saturating_sub(1) {
            let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
            let value = |corner: usize| field[corners[corner].1][corners[corner].0];
            let cut = |side: usize| {
                let (a, b) = (side, (side + 1) % 4);
                // Both neighbors of an edge must find the very same point, so the ends are taken in one fixed order.
                let (a, b) = if corners[a] < corners[b] { (a, b) } else { (b, a) };
                let part = value(a) / (value(a) - value(b));
                let (p, q) = (at(corners[a].0, corners[a].1), at(corners[b].0, corners[b].1));
                (p.0 + (q.0 - p.0) * part, p.1 + (q.1 - p.1) * part)
            };
            let inside: Vec<bool> = (0..4).map(|corner| value(corner) < 0.0).collect();
            let crossed: Vec<usize> = (0..4).filter(|&side| inside[side] != inside[(side + 1) % 4]).collect();
            let entering = |side: usize| inside[(side + 1) % 4];
            match crossed[..] {
                [a, b] => pieces.push(if entering(a) { (cut(a), cut(b)) } else { (cut(b), cut(a)) }),
                [a, b, c, d] if entering(a) => pieces.extend([(cut(a), cut(b)), (cut(c), cut(d))]),
                [a, b, c, d] => pieces.extend([(cut(b), cut(c)), (cut(d), cut(a))]),
                _ => {}
            }
        }
    }
    pieces
}

/// Joins pieces end to end.
fn rings(pieces: Vec<(Point, Point)>) -> Vec<Vec<Point>> {
    let key = |point: Point| (point.0.to_bits(), point.1.to_bits());
    let mut next: std::collections::BTreeMap<(u64, u64), Point> =
        pieces.into_iter().map(|(a, b)| (key(a), b)).collect();
    let mut rings = Vec::new();
    while let Some((_, first)) = next.pop_first() {
        let mut ring = vec![first];
        let mut last = first;
        while let Some(point) = next.remove(&key(last)) {
            ring.push(point);
            last = point;
        }
        if ring.len() > 3 {
            rings.push(ring);
        }
    }
    rings
}

/// Outer rings run one way round, holes the other: a hole would be painted as an island.
fn is_outer(ring: &[Point]) -> bool {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() < 0.0
}

/// Drops points that lie closer than half a raster step to the one before.
fn thin(ring: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(ring.len());
    for point in ring {
        if kept.last().is_none_or(|last| (last.0 - point.0).hypot(last.1 - point.1) > STEP * 0.7) {
            kept.push(point);
        }
    }
    kept
}

/// Cuts every corner once (Chaikin).
fn smooth(ring: &[Point]) -> Vec<Point> {
    let between = |a: Point, b: Point, part: f64| (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part);
    (0..ring.len())
        .flat_map(|index| {
            let (a, b) = (ring[index], ring[(index + 1) % ring.len()]);
            [between(a, b, 0.25), between(a, b, 0.75)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64) -> Rect {
        Rect { x, y, w: 60.0, h: 50.0 }
    }

    #[test]
    fn near_boxes_share_an_outline_and_far_ones_do_not() {
        for (boxes, expect) in [
            (vec![], 0),
            (vec![square(0.0, 0.0)], 1),
            (vec![square(0.0, 0.0), square(200.0, 30.0)], 1),
            (vec![square(0.0, 0.0), square(900.0, 0.0)], 2),
            // Eight in a circle: what they enclose is no outline of its own.
            ((0..8).map(|n| f64::from(n) * 0.785).map(|a| square(150.0 * a.cos(), 150.0 * a.sin())).collect(), 1),
        ] {
            let outlines = outlines(&boxes, &[]);
            assert_eq!(outlines.len(), expect, "{boxes:?}");
            for rect in &boxes {
                let (x, y) = center(rect);
                let around = |ring: &Vec<Point>| {
                    ring.iter().any(|p| p.0 < rect.x) && ring.iter().any(|p| p.0 > x) && ring.iter().any(|p| p.1 < y)
                };
                assert!(outlines.iter().any(around));
            }
        }
    }

    #[test]
    fn foreign_boxes_stay_outside() {
        // Two members with a stranger between them, and a way round by a third.
        let members = [square(0.0, 0.0), square(200.0, 0.0), square(100.0, 130.0)];
        for (stranger, outlines_expected) in [(square(100.0, 0.0), 1), (square(100.0, 64.0), 2)] {
            let outlines = outlines(&members, &[stranger]);
            assert_eq!(outlines.len(), outlines_expected, "{stranger:?}");
            let Rect { x, y, w, h } = stranger;
            for point in outlines.iter().flatten() {
                let within = point.0 > x + 2.0 && point.0 < x + w - 2.0 && point.1 > y + 2.0 && point.1 < y + h - 2.0;
                assert!(!within, "{point:?} in {stranger:?}");
            }
            for ring in &outlines {
                assert!(!holds(ring, center(&stranger)), "{stranger:?}");
            }
            assert!(members.iter().all(|member| outlines.iter().any(|ring| holds(ring, center(member)))));
        }
    }

    fn holds(ring: &[Point], point: Point) -> bool {
        let edges = ring.iter().zip(ring.iter().cycle().skip(1));
        let crossed = edges.filter(|(a, b)| {
            (a.1 > point.1) != (b.1 > point.1) && point.0 < (b.0 - a.0) * (point.1 - a.1) / (b.1 - a.1) + a.0
        });
        crossed.count() % 2 == 1
    }
}
