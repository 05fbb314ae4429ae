//! "This starts after that" as elbows from a bar's end to the next bar's start, never across a word.

use std::collections::BTreeMap;

use domain::MotionId;

use super::bars::middle;
use super::marks::Placed;
use super::{RowBand, TimelineInput, path};
use crate::{Item, Rect, Stroke};

/// Room between a bar and a vertical piece, and between tries for one.
const STUB: f32 = 8.0;
const TRY: f32 = 4.0;
/// An upright piece keeps this from today's line, which it would seem to be.
const TODAY: f32 = 6.0;
/// Rounded corners.
const CORNER: f32 = 4.0;

/// All elbows. A word that no way leads around is taken out of `labels`: the pointer still shows it.
pub(super) fn lines(
    input: &TimelineInput,
    bands: &[RowBand],
    labels: &mut Vec<Placed>,
    today: Option<f32>,
) -> Vec<Item> {
    let by_id: BTreeMap<MotionId, &RowBand> = bands.iter().map(|band| (band.id, band)).collect();
    let mut items = Vec::new();
    for (after, motion) in &input.dependencies {
        let ends = by_id.get(after).zip(by_id.get(motion));
        let Some((from, to)) = ends else { continue };
        let (Some(from_bar), Some(to_bar)) = (from.bar, to.bar) else { continue };
        let points = elbow((from, &from_bar), (to, &to_bar), labels, today);
        labels.retain(|label| !crosses(&points, &label.area));
        items.push(path(rounded(&points), Stroke::solid("text-3", 1.25), true));
    }
    items
}

fn elbow(
    (from, from_bar): (&RowBand, &Rect),
    (to, to_bar): (&RowBand, &Rect),
    labels: &[Placed],
    today: Option<f32>,
) -> Vec<[f32; 2]> {
    let (y1, y2) = (middle(from), middle(to));
    let begin = behind_words(from_bar.x + from_bar.w, y1, labels);
    let end = to_bar.x - 1.5;
    let direct = |x: f32| vec![[begin, y1], [x, y1], [x, y2], [end, y2]];
    let mut x = begin + STUB;
    let mut ways = Vec::new();
    while x <= end - STUB {
        ways.push(direct(x));
        x += TRY;
    }
    // A bar that begins no later than the first one ends is entered from above or below.
    let side = if y2 > y1 { to_bar.y - 1.5 } else { to_bar.y + to_bar.h + 1.5 };
    let mut x = (begin + STUB).max(to_bar.x + STUB);
    while x <= (to_bar.x + to_bar.w - STUB).min(begin + 6.0 * STUB) {
        ways.push(vec![[begin, y1], [x, y1], [x, side]]);
        x += TRY;
    }
    // No room between the two: down beside the first bar, back between the rows, and in from the left.
    let (gap, step) = if y2 > y1 { (to.y, 1.0) } else { (to.y + to.height, -1.0) };
    for (turn, back) in (0..12_u8).flat_map(|turn| [(turn, end - STUB), (turn, end - STUB - 2.0 * TODAY)]) {
        let x = begin + STUB + TRY * f32::from(turn);
        ways.push(vec![[begin, y1], [x, y1], [x, gap - step], [back, gap - step], [back, y2], [end, y2]]);
    }
    let cost = |points: &Vec<[f32; 2]>| {
        let words = labels.iter().filter(|label| crosses(points, &label.area)).count();
        2 * words + usize::from(today.is_some_and(|x| runs_along(points, x)))
    };
    ways.into_iter().min_by_key(cost).unwrap_or_else(|| direct(begin + STUB))
}

/// Behind a percentage that stands outside its bar.
fn behind_words(x: f32, y: f32, labels: &[Placed]) -> f32 {
    let beside = labels.iter().map(|label| label.area).filter(|area| area.y < y && y < area.y + area.h);
    beside.filter(|area| area.x >= x && area.x < x + 20.0).map(|area| area.x + area.w + 3.0).fold(x, f32::max)
}

/// Does any piece of a line of level and upright pieces meet `area`?
pub(super) fn crosses(points: &[[f32; 2]], area: &Rect) -> bool {
    points.windows(2).any(|piece| {
        let (x1, x2) = (piece[0][0].min(piece[1][0]), piece[0][0].max(piece[1][0]));
        let (y1, y2) = (piece[0][1].min(piece[1][1]), piece[0][1].max(piece[1][1]));
        x1 < area.x + area.w + 1.0 && area.x - 1.0 < x2 && y1 < area.y + area.h && area.y < y2
    })
}

/// Does an upright piece lie on or beside an upright line at `x`?
pub(super) fn runs_along(points: &[[f32; 2]], x: f32) -> bool {
    points.windows(2).any(|piece| {
        let upright = (piece[0][0] - piece[1][0]).abs() < 0.5;
        upright && (piece[0][0] - x).abs() < TODAY
    })
}

/// Each corner as a short arc of three points.
fn rounded(points: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let mut path = vec![points[0]];
    for corner in points.windows(3) {
        let [a, b, c] = [corner[0], corner[1], corner[2]];
        let toward = |to: [f32; 2], part: f32| {
            let (dx, dy) = (to[0] - b[0], to[1] - b[1]);
            let length = dx.hypot(dy).max(1e-3);
            let by = CORNER.min(length / 2.0) * part / length;
            [b[0] + dx * by, b[1] + dy * by]
        };
        let (before, after) = (toward(a, 1.0), toward(c, 1.0));
        let (near_a, near_c) = (toward(a, 0.3), toward(c, 0.3));
        let middle = [f32::midpoint(near_a[0], near_c[0]), f32::midpoint(near_a[1], near_c[1])];
        path.extend([before, middle, after]);
    }
    path.extend(points.last());
    path
}
