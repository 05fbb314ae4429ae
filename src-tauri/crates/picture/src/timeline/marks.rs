//! Milestones, and the words on the timeline: percentages and milestones' names.
//!
//! Owns: where words fit in a row. Must not know: lines between rows.

use domain::Shape;

use super::bars::{middle, reach};
use super::calendar::Calendar;
use super::rows::Shown;
use super::{RowBand, TimelineRow, Words};
use crate::{Align, Item, Paint, Rect, Stroke, format, text};

/// Radius of a diamond's circle; the diamond itself reaches a little farther.
const RADIUS: f32 = 6.5;
pub(super) const REACH: f32 = RADIUS * 1.27 + 2.0;
/// Kept free on either side of today's line.
const TODAY: f32 = 4.0;
const SIZE: f32 = 11.0;
/// Below the row's top, where a milestone's name stands.
const NAME: f32 = 34.0;
/// A name with less room than this is left to the pointer.
const NARROWEST: f32 = 30.0;

/// A word with the area that it covers.
pub(super) struct Placed {
    pub(super) item: Item,
    pub(super) area: Rect,
    /// The band that it stands in.
    pub(super) row: usize,
}

/// Diamonds, filled once reached.
pub(super) fn diamonds(shown: &[Shown<'_>], bands: &[RowBand], calendar: &Calendar) -> Vec<Item> {
    let marks = motions(shown, bands).flat_map(|(_, row, band)| {
        row.milestones.iter().filter_map(move |milestone| {
            let fill = if milestone.reached { "c-actual" } else { "surface" };
            Some(Item::Mark {
                id: Some(format!("milestone:{}", milestone.id)),
                at: [calendar.at(milestone.date)?, middle(band)],
                shape: Shape::Diamond,
                r: RADIUS,
                fill: Some(Paint::plain(fill)),
                stroke: Some(Stroke::solid("c-actual", 1.5)),
            })
        })
    });
    marks.collect()
}

/// Percentages and names, none over another or over a diamond, no percentage over today's line; row by row.
pub(super) fn labels(shown: &[Shown<'_>], bands: &[RowBand], calendar: &Calendar, today: Option<f32>) -> Vec<Placed> {
    let mut labels = Vec::new();
    for (place, row, band) in motions(shown, bands) {
        let begun = labels.len();
        labels.extend(percent(row, band, calendar, today));
        labels.extend(names(row, band, calendar));
        labels[begun..].iter_mut().for_each(|label: &mut Placed| label.row = place);
    }
    labels
}

fn motions<'a>(
    shown: &'a [Shown<'a>],
    bands: &'a [RowBand],
) -> impl Iterator<Item = (usize, &'a TimelineRow, &'a RowBand)> {
    shown.iter().zip(bands).enumerate().filter_map(|(place, (shown, band))| match shown {
        Shown::Motion(row) => Some((place, *row, band)),
        Shown::Task(..) => None,
    })
}

/// The percentage behind the progress line, past any diamond there; outside the bar where it does not fit inside.
fn percent(row: &TimelineRow, band: &RowBand, calendar: &Calendar, today: Option<f32>) -> Option<Placed> {
    let bar = band.bar?;
    let end = reach(row, &bar)?;
    let words = format::percent(row.progress?);
    let width = text::measure(&words, SIZE, 620);
    let diamonds = row.milestones.iter().filter_map(|milestone| Some((calendar.at(milestone.date)?, REACH)));
    let mut taken: Vec<(f32, f32)> = diamonds.chain(today.map(|x| (x, TODAY))).collect();
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let past = |mut x: f32| {
        for (at, reach) in &taken {
            if x < at + reach && at - reach < x + width {
                x = at + reach;
            }
        }
        x
    };
    let inside = past(end + 5.0);
    let bar_end = bar.x + bar.w;
    let x = if inside + width + 4.0 <= bar_end { inside } else { past(bar_end + 5.0) };
    // At the right edge there is no outside: the words then stand before the line's end, on a rim.
    let x = if x + width <= calendar.right { x } else { (end - width - 4.0).max(bar.x + 4.0) };
    let baseline = middle(band) + 4.0;
    let shade = if row.tactical { "tactic-text" } else { "strategy-text" };
    let mut percent = placed(&words, [x, baseline], 620, shade);
    if let Item::Label { halo, .. } = &mut percent.item {
        *halo = row.tactical;
    }
    Some(percent)
}

/// Names under their diamonds, from left to right, cut where the next one needs the room.
fn names(row: &TimelineRow, band: &RowBand, calendar: &Calendar) -> Vec<Placed> {
    let mut marks: Vec<(f32, &str)> =
        row.milestones.iter().filter_map(|m| Some((calendar.at(m.date)?, m.name.as_str()))).collect();
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut taken = calendar.left + 2.0;
    let mut names = Vec::new();
    for (index, (x, name)) in marks.iter().enumerate() {
        // Half the way to the next mark belongs to this one, all of it behind the last.
        let limit = marks.get(index + 1).map_or(calendar.right - 2.0, |next| f32::midpoint(*x, next.0).max(x + 8.0));
        let room = limit - taken;
        if room < NARROWEST {
            continue;
        }
        let shown = text::fit(name, SIZE, 420, room.min(150.0));
        let width = text::measure(&shown, SIZE, 420);
        let left = (x - width / 2.0).min(limit - width).max(taken);
        names.push(placed(&shown, [left, band.y + NAME], 420, "text-2"));
        taken = left + width + 6.0;
    }
    names
}

fn placed(words: &str, at: [f32; 2], weight: u16, color: &str) -> Placed {
    let mut item = Words { text: words, at, align: Align::Start, size: SIZE, weight, color }.item();
    if let Item::Label { halo, .. } = &mut item {
        *halo = weight == 420;
    }
    let area = item.label_area().unwrap_or(Rect { x: at[0], y: at[1], w: 0.0, h: 0.0 });
    Placed { item, area, row: 0 }
}
