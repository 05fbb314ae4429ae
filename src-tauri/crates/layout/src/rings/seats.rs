//! Who stands on which row of a ring, and at what angle.
//!
//! Owns: sharing a ring's members among its rows. Must not know: other rings.

use std::f64::consts::TAU;

use super::band::Band;
use super::scene::Scene;
use super::track::{Track, apart};
use crate::ground::Ground;
use crate::{NodeBox, Point};

/// From so many nodes on one row, its start is not looked for again to bring all nearer to where they shall stand.
const MANY: usize = 400;
/// Steps that a ring grows before those who stood there before are seated anew.
const PATIENCE: u32 = 3;
/// A place that moves less than this does not move.
const SAME: f64 = 1e-6;
/// Between two nodes whose order is known and whose angles are not.
const NEXT: f64 = 1e-3;

/// One row with its nodes by ascending angle.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) track: Track,
    pub(super) nodes: Vec<u32>,
    pub(super) angles: Vec<f64>,
}

/// The rows of a ring.
#[derive(Debug, Clone)]
pub(super) struct Seats(pub(super) Vec<Row>);

impl Seats {
    /// Where everybody stands; with `keep` exactly where they stood before, if they did.
    pub(super) fn points<'a>(&'a self, scene: &'a Scene<'_>, keep: bool) -> impl Iterator<Item = (u32, Point)> + 'a {
        let point = move |row: &Row, node: u32, angle: f64| {
            let point = row.track.point(angle);
            let before = scene.previous[node as usize].filter(|_| keep);
            before.filter(|(x, y)| (x - point.0).abs() < SAME && (y - point.1).abs() < SAME).unwrap_or(point)
        };
        let row = move |row: &'a Row| {
            row.nodes.iter().zip(&row.angles).map(move |(&node, &angle)| (node, point(row, node, angle)))
        };
        self.0.iter().flat_map(row)
    }
}

/// Seats for a ring's free nodes at these angles or, if they are not kept, evenly in their order. Takes their places.
/// Nothing: the ring is too small.
pub(super) fn seat(
    scene: &Scene<'_>,
    band: &Band,
    wanted: &[(u32, f64)],
    (keep, growth): (bool, u32),
    ground: &mut Ground,
) -> Option<Seats> {
    let start = ground.len();
    if band.rows == [0.0] {
        return in_the_middle(scene, wanted, ground);
    }
    if keep {
        let kept = fill_rows(scene, band, wanted, true, ground);
        if kept.is_some() || growth < PATIENCE {
            return kept;
        }
        ground.rewind(start);
    }
    fill_rows(scene, band, wanted, false, ground)
}

/// The only node of a ring around nothing.
fn in_the_middle(scene: &Scene<'_>, wanted: &[(u32, f64)], ground: &mut Ground) -> Option<Seats> {
    let track = Track { radius: 0.0, aspect: scene.aspect, lift: scene.lift };
    let (nodes, angles): (Vec<u32>, Vec<f64>) = wanted.iter().copied().unzip();
    let rects = nodes.iter().map(|&node| scene.sizes[node as usize].at(track.point(0.0)));
    for rect in rects {
        if !ground.is_free(&rect) {
            return None;
        }
        ground.take(rect);
    }
    Some(Seats(vec![Row { track, nodes, angles }]))
}

fn fill_rows(scene: &Scene<'_>, band: &Band, wanted: &[(u32, f64)], keep: bool, ground: &mut Ground) -> Option<Seats> {
    let mut rows = Vec::with_capacity(band.rows.len());
    for (members, &radius) in share(scene, band, wanted, keep).iter().zip(&band.rows) {
        let track = Track { radius, aspect: scene.aspect, lift: scene.lift };
        let (nodes, angles): (Vec<u32>, Vec<f64>) = members.iter().copied().unzip();
        let boxes: Vec<NodeBox> = nodes.iter().map(|&node| scene.sizes[node as usize]).collect();
        let angles = if keep {
            let mut angles = ascending(&angles)?;
            track.make_way(&boxes, &mut angles, ground).then_some(angles)?
        } else {
            spread(&track, &boxes, &angles, ground)?
        };
        // Neighbors are clear of each other; on a small ellipse others may not be.
        for (size, &angle) in boxes.iter().zip(&angles) {
            let rect = size.at(track.point(angle));
            if !ground.is_free(&rect) {
                return None;
            }
            ground.take(rect);
        }
        rows.push(Row { track, nodes, angles });
    }
    Some(Seats(rows))
}

/// Nodes row by row. Each goes where the row is emptiest for its length, so that neighbors in order lie in one sector;
/// who is kept goes to the row where it stood.
fn share(scene: &Scene<'_>, band: &Band, wanted: &[(u32, f64)], keep: bool) -> Vec<Vec<(u32, f64)>> {
    let mut rows: Vec<Vec<(u32, f64)>> = vec![Vec::new(); band.rows.len()];
    let mut used = vec![0.0; rows.len()];
    let need = |node: u32| {
        let size = &scene.sizes[node as usize];
        let (wide, high) = (2.0 * size.half_width / scene.aspect + 1.0, size.above + size.below + 1.0);
        wide * high / libm::hypot(wide, high)
    };
    let before = |node: u32| scene.previous[node as usize].filter(|_| keep).map(|point| band.row(scene.radius(point)));
    for (node, row) in wanted.iter().filter_map(|&(node, _)| before(node).map(|row| (node, row))) {
        used[row] += need(node);
    }
    for &(node, angle) in wanted {
        let emptiest = || {
            let part = |row: usize| (used[row] + need(node)) / band.rows[row].max(1e-9);
            (0..rows.len()).reduce(|a, b| if part(b) < part(a) { b } else { a })
        };
        let known = before(node);
        let Some(row) = known.or_else(emptiest) else { continue };
        if known.is_none() {
            used[row] += need(node);
        }
        rows[row].push((node, angle));
    }
    rows
}

/// Evenly, turned as near to the wanted angles as can be.
fn spread(track: &Track, boxes: &[NodeBox], wanted: &[f64], ground: &Ground) -> Option<Vec<f64>> {
    let start = wanted.first().copied().unwrap_or(0.0);
    let mut angles = track.even(boxes, start, ground)?;
    if boxes.len() < MANY {
        for _ in 0..2 {
            let off = angles.iter().zip(wanted).map(|(&angle, &wanted)| apart(angle, wanted)).sum::<f64>();
            let start = angles.first().map_or(start, |first| first + off / boxes.len() as f64);
            if let Some(better) = track.even(boxes, start, ground) {
                angles = better;
            }
        }
    }
    Some(angles)
}

/// The same angles, each more than the one before it, if a turn is enough.
fn ascending(angles: &[f64]) -> Option<Vec<f64>> {
    let mut risen: Vec<f64> = Vec::with_capacity(angles.len());
    for &angle in angles {
        risen.push(risen.last().map_or(angle, |&last| angle.max(last + NEXT)));
    }
    let turn = risen.last().zip(risen.first()).is_none_or(|(last, first)| last - first < TAU);
    turn.then_some(risen)
}
