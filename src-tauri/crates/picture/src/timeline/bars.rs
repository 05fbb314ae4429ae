//! A motion as a bar: pale pine, hatched where tactical, an outline where only planned.

use super::calendar::Calendar;
use super::{RowBand, TimelineRow, path};
use crate::{Item, Paint, Rect, Stroke};

/// Height of a bar, and where it begins in its row: names of milestones stand below it.
const HEIGHT: f32 = 14.0;
const TOP: f32 = 9.0;
/// The progress line keeps this from the bar's ends.
pub(super) const INSET: f32 = 6.0;

/// Where the bar lies, if any of it is on the timeline.
pub(super) fn place(row: &TimelineRow, y: f32, calendar: &Calendar) -> Option<Rect> {
    let end = row.end.tomorrow().unwrap_or(row.end);
    let (left, right) = (calendar.clamped(row.start), calendar.clamped(end));
    (right > left).then_some(Rect { x: left, y: y + TOP, w: right - left, h: HEIGHT })
}

/// The middle of a row's bars.
pub(super) fn middle(band: &RowBand) -> f32 {
    band.y + TOP + HEIGHT / 2.0
}

/// How far the progress line reaches.
pub(super) fn reach(row: &TimelineRow, bar: &Rect) -> Option<f32> {
    let progress = row.progress?.clamp(0.0, 1.0);
    let length = (bar.w - 2.0 * INSET).max(0.0) * progress as f32;
    (progress > 0.0 && !row.planned).then_some(bar.x + INSET + length)
}

pub(super) fn color(row: &TimelineRow) -> &'static str {
    if row.tactical { "tactic" } else { "strategy" }
}

/// The bar and its progress line.
pub(super) fn bar(row: &TimelineRow, band: &RowBand) -> Vec<Item> {
    let Some(rect) = band.bar else { return Vec::new() };
    let (fill, hatch, stroke) = match (row.tactical, row.planned) {
        (false, false) => (Paint::plain("strategy").mixed(0.25), None, None),
        (false, true) => (Paint::plain("surface"), None, Some(outline("strategy", &[]))),
        (true, false) => {
            (Paint::plain("surface"), Some(Paint::plain("tactic").faded(0.4)), Some(outline("tactic", &[4.0, 3.0])))
        }
        (true, true) => (Paint::plain("surface"), None, Some(outline("tactic", &[4.0, 3.0]))),
    };
    let bar = Item::Rect { id: Some(format!("motion:{}", row.id)), rect, radius: 4.0, fill: Some(fill), hatch, stroke };
    let middle = middle(band);
    let line = reach(row, &rect)
        .map(|end| path(vec![[rect.x + INSET, middle], [end, middle]], Stroke::solid(color(row), 3.0), false));
    std::iter::once(bar).chain(line).collect()
}

fn outline(color: &str, dash: &[f32]) -> Stroke {
    let paint = if dash.is_empty() { Paint::plain(color).mixed(0.55) } else { Paint::plain(color) };
    Stroke { paint, width: 1.25, dash: dash.to_vec() }
}
