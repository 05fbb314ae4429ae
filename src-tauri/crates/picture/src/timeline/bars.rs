//! A motion as a bar: pale pine, hatched where tactical, an outline where only planned. A task as a thin one.

use domain::Date;

use super::calendar::Calendar;
use super::{RowBand, TimelineRow, TimelineSlack, TimelineTask, path};
use crate::{Item, Paint, Rect, Stroke};

/// Height of a bar, and where it begins in its row: names of milestones stand below it.
const HEIGHT: f32 = 14.0;
const TOP: f32 = 9.0;
/// The same of a task's, in a lower row.
const TASK_HEIGHT: f32 = 8.0;
const TASK_TOP: f32 = 9.0;
/// The same of a motion in a collapsed lane's head, and the shortest bar of all.
const STRIP_HEIGHT: f32 = 4.0;
const SHORTEST: f32 = 3.0;
/// The progress line keeps this from the bar's ends.
pub(super) const INSET: f32 = 6.0;

/// Where a motion's bar lies, if any of it is on the timeline.
pub(super) fn place(row: &TimelineRow, y: f32, calendar: &Calendar) -> Option<Rect> {
    span((row.start, row.end), calendar).map(|(x, w)| Rect { x, y: y + TOP, w, h: HEIGHT })
}

/// Where a task's bar lies, if it is dated and any of it is on the timeline.
pub(super) fn place_task(task: &TimelineTask, y: f32, calendar: &Calendar) -> Option<Rect> {
    let (x, w) = span(task.days?, calendar)?;
    Some(Rect { x, y: y + TASK_TOP, w: w.max(SHORTEST), h: TASK_HEIGHT })
}

/// From the beginning of the first day to the end of the last.
fn span((start, end): (Date, Date), calendar: &Calendar) -> Option<(f32, f32)> {
    let end = end.tomorrow().unwrap_or(end);
    let (left, right) = (calendar.clamped(start), calendar.clamped(end));
    (right > left).then_some((left, right - left))
}

/// The middle of a row's bars.
pub(super) fn middle(band: &RowBand) -> f32 {
    band.bar.map_or(band.y + TOP + HEIGHT / 2.0, |bar| bar.y + bar.h / 2.0)
}

/// How far the progress line reaches.
pub(super) fn reach(row: &TimelineRow, bar: &Rect) -> Option<f32> {
    let progress = row.progress?.clamp(0.0, 1.0);
    let length = (bar.w - 2.0 * INSET).max(0.0) * progress as f32;
    (progress > 0.0 && !row.planned).then_some(bar.x + INSET + length)
}

pub(super) fn color(tactical: bool) -> &'static str {
    if tactical { "tactic" } else { "strategy" }
}

/// The bar and its progress line; on the critical path in ink, else with a thin line as far as it may slip.
pub(super) fn bar(row: &TimelineRow, band: &RowBand, calendar: &Calendar) -> Vec<Item> {
    let Some(rect) = band.bar else { return Vec::new() };
    let (fill, hatch, stroke) = match (row.tactical, row.planned) {
        (false, false) => (Paint::plain("strategy").mixed(0.25), None, None),
        (false, true) => (Paint::plain("surface"), None, Some(outline("strategy", &[]))),
        (true, false) => {
            (Paint::plain("surface"), Some(Paint::plain("tactic").faded(0.4)), Some(outline("tactic", &[4.0, 3.0])))
        }
        (true, true) => (Paint::plain("surface"), None, Some(outline("tactic", &[4.0, 3.0]))),
    };
    let critical = row.slack == Some(TimelineSlack::Critical);
    let stroke = if critical { Some(Stroke::solid("text", 2.0)) } else { stroke };
    let bar = Item::Rect { id: Some(format!("motion:{}", row.id)), rect, radius: 4.0, fill: Some(fill), hatch, stroke };
    let middle = middle(band);
    let line = reach(row, &rect)
        .map(|end| path(vec![[rect.x + INSET, middle], [end, middle]], Stroke::solid(color(row.tactical), 3.0), false));
    let dot = row.changed.then(|| changed(&rect));
    std::iter::once(bar).chain(line).chain(slack(row, &rect, calendar)).chain(dot).collect()
}

/// A dot at the bar's upper end: what follows from the bar leaves from its middle.
fn changed(bar: &Rect) -> Item {
    Item::Mark {
        id: None,
        at: [bar.x + bar.w, bar.y],
        shape: domain::Shape::Circle,
        r: 3.5,
        fill: Some(Paint::plain("c-reforecast")),
        stroke: Some(Stroke::solid("canvas", 1.0)),
    }
}

/// A dotted line from the bar's end to the last day that it may have, with an upright end.
fn slack(row: &TimelineRow, bar: &Rect, calendar: &Calendar) -> Vec<Item> {
    let Some(TimelineSlack::Until(day)) = row.slack else { return Vec::new() };
    let (from, to) = (bar.x + bar.w, calendar.clamped(day.tomorrow().unwrap_or(day)));
    if to < from + 2.0 {
        return Vec::new();
    }
    let y = bar.y + bar.h - 2.0;
    let dotted = Stroke::dashed("text-3", 1.5, &[1.5, 3.0]);
    let end = path(vec![[to, bar.y + 2.0], [to, bar.y + bar.h]], Stroke::solid("text-3", 1.5), false);
    vec![path(vec![[from + 1.0, y], [to, y]], dotted, false), end]
}

/// A task's bar: filled once done, an outline before, red where its day has passed.
pub(super) fn task(task: &TimelineTask, tactical: bool, band: &RowBand) -> Option<Item> {
    let rect = band.bar?;
    let color = if task.overdue { "bad" } else { color(tactical) };
    let fill = if task.done { Paint::plain(color).mixed(0.7) } else { Paint::plain("surface") };
    let stroke = Some(Stroke { paint: Paint::plain(color).mixed(0.8), width: 1.25, dash: Vec::new() });
    Some(Item::Rect { id: Some(format!("task:{}", task.id)), rect, radius: 2.0, fill: Some(fill), hatch: None, stroke })
}

/// The motions of a collapsed lane, thin, each at a height of its own as far as the head has room.
pub(super) fn strips(rows: &[TimelineRow], y: f32, height: f32, calendar: &Calendar) -> Vec<Item> {
    const TRACKS: usize = 4;
    let top = y + (height - TRACKS as f32 * (STRIP_HEIGHT + 1.0)) / 2.0;
    let mut ends = [f32::NEG_INFINITY; TRACKS];
    let mut items = Vec::new();
    for row in rows {
        let Some((x, w)) = span((row.start, row.end), calendar) else { continue };
        let free = ends.iter().position(|end| *end + 1.0 <= x);
        let track = free.unwrap_or_else(|| earliest(&ends));
        ends[track] = ends[track].max(x + w);
        let rect = Rect { x, y: top + track as f32 * (STRIP_HEIGHT + 1.0), w: w.max(SHORTEST), h: STRIP_HEIGHT };
        let fill = Some(Paint::plain(color(row.tactical)).mixed(0.55));
        items.push(Item::Rect { id: None, rect, radius: 2.0, fill, hatch: None, stroke: None });
    }
    items
}

fn earliest(ends: &[f32]) -> usize {
    let least = ends.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
    least.map_or(0, |(track, _)| track)
}

fn outline(color: &str, dash: &[f32]) -> Stroke {
    let paint = if dash.is_empty() { Paint::plain(color).mixed(0.55) } else { Paint::plain(color) };
    Stroke { paint, width: 1.25, dash: dash.to_vec() }
}
