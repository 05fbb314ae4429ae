//! The timeline: motions as bars in lanes over months.
//!
//! Owns: what a motion looks like in time. Must not know: how status, progress or budget are worked out.

mod bars;
mod calendar;
mod dependencies;
mod input;
mod marks;
mod names;

pub use input::{TimelineInput, TimelineLane, TimelineMilestone, TimelineRow};

use domain::{Month, MotionId};
use serde::Serialize;
use ts_rs::TS;

use crate::{Align, DisplayList, Item, Paint, Rect, Stroke, format, text};
use calendar::Calendar;

/// Heights in pixels: quarters and months, a lane's head, a motion's row (tokens.css).
const HEADER: f32 = 44.0;
const LANE: f32 = 30.0;
const ROW: f32 = 38.0;

/// The drawing, with its geometry, so that a table can stand beside it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct TimelinePicture {
    /// In pixels, from (0, 0).
    pub list: DisplayList,
    /// Height of quarters and months together.
    pub header_height: f32,
    /// Left edge and width of the months; left of it stand the names, if they are drawn.
    pub months: Vec<MonthColumn>,
    /// Where each lane's head lies.
    pub lanes: Vec<LaneBand>,
    /// Where each motion's row lies, in the order given.
    pub rows: Vec<RowBand>,
    /// Where today is, if it is on the timeline.
    pub today: Option<f32>,
}

/// A month's column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MonthColumn {
    pub month: Month,
    pub x: f32,
    pub width: f32,
}

/// A lane's head.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LaneBand {
    pub y: f32,
    pub height: f32,
}

/// A motion's row and its bar.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RowBand {
    pub id: MotionId,
    pub y: f32,
    pub height: f32,
    /// The part of the bar that is on the timeline, if any is.
    pub bar: Option<Rect>,
}

/// Draws the timeline.
pub fn draw(input: &TimelineInput) -> TimelinePicture {
    let calendar = Calendar::new(input);
    let (lanes, rows, height) = bands(input, &calendar);
    let all_rows: Vec<&TimelineRow> = input.lanes.iter().flat_map(|lane| &lane.rows).collect();
    let today = input.today.and_then(|day| calendar.at(day));
    let mut labels = marks::labels(&all_rows, &rows, &calendar, today);
    let dependencies = dependencies::lines(input, &rows, &mut labels, today);

    let mut items = backdrop(input, &calendar, &lanes, &rows, height);
    for (row, band) in all_rows.iter().zip(&rows) {
        items.extend(bars::bar(row, band));
    }
    items.extend(dependencies);
    items.extend(today.into_iter().flat_map(|x| today_line(x, height)));
    items.extend(marks::diamonds(&all_rows, &rows, &calendar));
    items.extend(labels.into_iter().map(|label| label.item));
    items.extend(calendar.header(input.today));
    items.extend(names::names(input, &lanes, &rows, today));
    // Without names it stands beside a table, whose pointer finds days by this width.
    let width = if input.names > 0.0 { input.width.max(1.0) } else { calendar.right };
    let bounds = Rect { x: 0.0, y: 0.0, w: width, h: height };
    TimelinePicture {
        list: DisplayList::of(bounds, alt(input, &all_rows), items),
        header_height: HEADER,
        months: calendar.columns,
        lanes,
        rows,
        today,
    }
}

fn bands(input: &TimelineInput, calendar: &Calendar) -> (Vec<LaneBand>, Vec<RowBand>, f32) {
    let (mut lanes, mut rows, mut y) = (Vec::new(), Vec::new(), HEADER);
    for lane in &input.lanes {
        lanes.push(LaneBand { y, height: LANE });
        y += LANE;
        for row in &lane.rows {
            rows.push(RowBand { id: row.id, y, height: ROW, bar: bars::place(row, y, calendar) });
            y += ROW;
        }
    }
    (lanes, rows, y)
}

/// Lane heads, rows and months, all quiet.
fn backdrop(
    input: &TimelineInput,
    calendar: &Calendar,
    lanes: &[LaneBand],
    rows: &[RowBand],
    height: f32,
) -> Vec<Item> {
    let mut items = Vec::new();
    for lane in lanes {
        items.push(Item::Rect {
            id: None,
            rect: Rect { x: 0.0, y: lane.y, w: input.width, h: lane.height },
            radius: 0.0,
            fill: Some(Paint::plain("surface-2")),
            hatch: None,
            stroke: None,
        });
    }
    let ends = lanes.iter().map(|lane| lane.y + lane.height).chain(rows.iter().map(|row| row.y + row.height));
    items.extend(
        std::iter::once(HEADER).chain(ends).map(|y| line([[0.0, y], [input.width, y]], Stroke::solid("line", 1.0))),
    );
    items.extend(calendar.columns.iter().map(|month| {
        let color = if month.month.number() % 3 == 1 { "line" } else { "grid" };
        line([[month.x, HEADER], [month.x, height]], Stroke::solid(color, 1.0))
    }));
    items
}

fn today_line(x: f32, height: f32) -> Vec<Item> {
    let dot = Item::Mark {
        id: Some("today".into()),
        at: [x, HEADER],
        shape: domain::Shape::Circle,
        r: 3.5,
        fill: Some(Paint::plain("bad")),
        stroke: None,
    };
    vec![line([[x, HEADER], [x, height]], Stroke::solid("bad", 1.5)), dot]
}

fn line(points: [[f32; 2]; 2], stroke: Stroke) -> Item {
    path(points.to_vec(), stroke, false)
}

fn path(points: Vec<[f32; 2]>, stroke: Stroke, arrow: bool) -> Item {
    Item::Path {
        id: None,
        points,
        bend: None,
        corner: None,
        fill: None,
        stroke: Some(stroke),
        arrow,
        trim: [0.0, 0.0],
        quiet: false,
        title: None,
        change: None,
    }
}

/// Text at a point: its size, weight and color.
struct Words<'a> {
    text: &'a str,
    at: [f32; 2],
    align: Align,
    size: f32,
    weight: u16,
    color: &'a str,
}

impl Words<'_> {
    fn item(self) -> Item {
        Item::Label {
            id: None,
            at: self.at,
            dx: 0.0,
            dy: 0.0,
            size: [text::measure(self.text, self.size, self.weight), text::line_height(self.size)],
            lines: vec![self.text.to_owned()],
            note: None,
            align: self.align,
            font_size: self.size,
            weight: self.weight,
            color: Paint::plain(self.color),
            halo: false,
            from_scale: 0.0,
            priority: 0,
            title: None,
        }
    }
}

fn alt(input: &TimelineInput, rows: &[&TimelineRow]) -> String {
    let last = input.first.plus(i32::try_from(input.months.max(1)).unwrap_or(1) - 1);
    let planned = rows.iter().filter(|row| row.planned).count();
    let plural = |count: usize, word: &str| {
        format!("{} {word}{}", format::count(count as u64), if count == 1 { "" } else { "s" })
    };
    format!(
        "Timeline of {} in {} from {} {} to {} {}: {} begun, {planned} planned.",
        plural(rows.len(), "motion"),
        plural(input.lanes.len(), "lane"),
        input.first.short_name(),
        input.first.year(),
        last.short_name(),
        last.year(),
        rows.len() - planned,
    )
}

#[cfg(test)]
mod tests;
