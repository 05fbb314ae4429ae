//! "This starts after that" as elbows from a bar's end to the next bar's start, never across a word.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bars::middle;
use super::calendar::Calendar;
use super::marks::{Placed, REACH};
use super::rows::Shown;
use super::{RowBand, RowId, TimelineInput, TimelineSlack, TimelineStep, path};
use crate::{Item, Rect, Stroke};

/// Room between a bar and a vertical piece, and between tries for one.
const STUB: f32 = 8.0;
const TRY: f32 = 4.0;
/// So many places for a vertical piece are tried behind the first bar and before the second.
const TRIES: usize = 24;
/// An upright piece keeps this from today's line, which it would seem to be.
const TODAY: f32 = 6.0;
/// Rounded corners.
const CORNER: f32 = 4.0;

/// Where a line ends: a row's bar, or a milestone on it.
#[derive(Clone, Copy)]
pub(super) struct End {
    place: usize,
    at: Rect,
}

/// What is waited for, and what waits.
pub(super) type Link = (End, End);

/// Something that has places: a motion may stand in several lanes, and its tasks and milestones with it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Joined {
    Row(RowId),
    Milestone(domain::MilestoneId),
}

/// Every dependency whose two ends are shown. Where one stands in several lanes, each end that waits has one line, from
/// the nearest place of what it waits for.
pub(super) fn links(input: &TimelineInput, shown: &[Shown<'_>], bands: &[RowBand], calendar: &Calendar) -> Vec<Link> {
    let ends = ends(shown, bands, calendar);
    let motion = |id| Joined::Row(RowId::Motion(id));
    let step = |step| match step {
        TimelineStep::Task(id) => Joined::Row(RowId::Task(id)),
        TimelineStep::Milestone(id) => Joined::Milestone(id),
    };
    let motions = input.dependencies.iter().map(|(after, waits)| (motion(*after), motion(*waits)));
    let steps = input.step_dependencies.iter().map(|(after, waits)| (step(*after), step(*waits)));
    let mut links = Vec::new();
    for (after, waits) in motions.chain(steps) {
        let Some((from, to)) = ends.get(&after).zip(ends.get(&waits)) else { continue };
        let nearest = |to: &End| from.iter().min_by_key(|from| from.place.abs_diff(to.place)).copied();
        let found = to.iter().filter_map(|to| Some((nearest(to)?, *to)));
        links.extend(found.filter(|(from, to)| from.place != to.place));
    }
    links
}

fn ends(shown: &[Shown<'_>], bands: &[RowBand], calendar: &Calendar) -> BTreeMap<Joined, Vec<End>> {
    let mut ends: BTreeMap<Joined, Vec<End>> = BTreeMap::new();
    for (place, (shown, band)) in shown.iter().zip(bands).enumerate() {
        let mut add = |what, at| ends.entry(what).or_default().push(End { place, at });
        if let Some(bar) = band.bar {
            add(Joined::Row(band.id), bar);
        }
        let Shown::Motion(row) = shown else { continue };
        for milestone in &row.milestones {
            if let Some(x) = calendar.at(milestone.date) {
                let y = middle(band) - REACH;
                add(Joined::Milestone(milestone.id), Rect { x: x - REACH, y, w: 2.0 * REACH, h: 2.0 * REACH });
            }
        }
    }
    ends
}

/// All elbows. A word that no way leads around is taken out of `labels`: the pointer still shows it.
pub(super) fn lines(
    links: &[Link],
    shown: &[Shown<'_>],
    bands: &[RowBand],
    labels: &mut Vec<Placed>,
    calendar: &Calendar,
    today: Option<f32>,
) -> Vec<Item> {
    let in_rows = labels_in_rows(labels, bands.len());
    let mut gone = vec![false; labels.len()];
    let mut items = Vec::new();
    for (from, to) in links {
        let (first, last) = (from.place.min(to.place), from.place.max(to.place));
        let between = in_rows[first].start..in_rows[last].end;
        let near: Vec<usize> = between.filter(|label| !gone[*label]).collect();
        let areas: Vec<Rect> = near.iter().map(|label| labels[*label].area).collect();
        let points = elbow(&from.at, (&bands[to.place], &to.at), &areas, calendar.left, today);
        for label in near.into_iter().filter(|label| crosses(&points, &labels[*label].area)) {
            gone[label] = true;
        }
        let critical = is_critical(&shown[from.place]) && is_critical(&shown[to.place]);
        let stroke = if critical { Stroke::solid("text", 2.0) } else { Stroke::solid("text-3", 1.25) };
        items.push(path(rounded(&points), stroke, true));
    }
    let mut gone = gone.into_iter();
    labels.retain(|_| !gone.next().unwrap_or(false));
    items
}

fn is_critical(shown: &Shown<'_>) -> bool {
    matches!(shown, Shown::Motion(row) if row.slack == Some(TimelineSlack::Critical))
}

/// Which labels stand in each row: they come row by row.
fn labels_in_rows(labels: &[Placed], rows: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::with_capacity(rows);
    let mut start = 0;
    for row in 0..rows {
        let count = labels[start..].iter().take_while(|label| label.row == row).count();
        ranges.push(start..start + count);
        start += count;
    }
    ranges
}

fn elbow(
    from_bar: &Rect,
    (to, to_bar): (&RowBand, &Rect),
    words: &[Rect],
    left: f32,
    today: Option<f32>,
) -> Vec<[f32; 2]> {
    let (y1, y2) = (from_bar.y + from_bar.h / 2.0, to_bar.y + to_bar.h / 2.0);
    let begin = behind_words(from_bar.x + from_bar.w, y1, words);
    let end = to_bar.x - 1.5;
    let direct = |x: f32| vec![[begin, y1], [x, y1], [x, y2], [end, y2]];
    let mut ways: Vec<Vec<[f32; 2]>> = tried(begin + STUB, end - STUB).map(direct).collect();
    // A bar that begins no later than the first one ends is entered from above or below.
    let side = if y2 > y1 { to_bar.y - 1.5 } else { to_bar.y + to_bar.h + 1.5 };
    let beyond = (to_bar.x + to_bar.w - STUB).min(begin + 6.0 * STUB);
    ways.extend(tried((begin + STUB).max(to_bar.x + STUB), beyond).map(|x| vec![[begin, y1], [x, y1], [x, side]]));
    // No room between the two: down beside the first bar, back between the rows, and in from the left.
    let (gap, step) = if y2 > y1 { (to.y, 1.0) } else { (to.y + to.height, -1.0) };
    for (turn, back) in (0..12_u8).flat_map(|turn| [(turn, end - STUB), (turn, end - STUB - 2.0 * TODAY)]) {
        let x = begin + STUB + TRY * f32::from(turn);
        let back = back.max(left + 2.0).min(end);
        ways.push(vec![[begin, y1], [x, y1], [x, gap - step], [back, gap - step], [back, y2], [end, y2]]);
    }
    let cost = |points: &Vec<[f32; 2]>| {
        let words = words.iter().filter(|area| crosses(points, area)).count();
        2 * words + usize::from(today.is_some_and(|x| runs_along(points, x)))
    };
    let mut best: Option<(usize, Vec<[f32; 2]>)> = None;
    for way in ways {
        let cost = cost(&way);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, way));
        }
        if cost == 0 {
            break;
        }
    }
    best.map_or_else(|| direct(begin + STUB), |(_, way)| way)
}

/// Places for a vertical piece from `first` to `last`: all of them near the one, then all near the other.
fn tried(first: f32, last: f32) -> impl Iterator<Item = f32> {
    let count = if last < first { 0 } else { ((last - first) / TRY) as usize + 1 };
    let near = (0..count.min(TRIES)).map(move |step| first + TRY * step as f32);
    let far = (0..count.saturating_sub(TRIES).min(TRIES)).map(move |step| last - TRY * step as f32);
    near.chain(far)
}

/// Behind a percentage that stands outside its bar.
fn behind_words(x: f32, y: f32, words: &[Rect]) -> f32 {
    let beside = words.iter().filter(|area| area.y < y && y < area.y + area.h);
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
