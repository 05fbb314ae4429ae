//! The timeline: motions as bars in lanes over days, weeks, months, quarters or years.
//!
//! Owns: what a motion looks like in time. Must not know: how status, progress or budget are worked out.

mod bars;
mod calendar;
mod dependencies;
mod input;
mod marks;
mod names;
mod rows;

pub use input::{
    TimelineInput, TimelineLane, TimelineMilestone, TimelineRow, TimelineSlack, TimelineStep, TimelineTask,
};
pub use rows::{LaneBand, RowBand, RowId};

use crate::{Align, DisplayList, Item, Paint, Rect, Stroke, format, text};
use calendar::Calendar;
pub use calendar::END;
use rows::{Rows, Shown};

/// Height of the head, which names days, weeks, months, quarters and years, in pixels.
const HEADER: f32 = 44.0;

/// The drawing, with its geometry, so that a table can stand beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelinePicture {
    /// Everything below the head, in pixels from the head's top left.
    pub body: DisplayList,
    /// The head, which stays in sight while the rest moves.
    pub head: DisplayList,
    /// Height of the head.
    pub header_height: f32,
    /// Width of a day.
    pub per_day: f32,
    /// Where each lane's head lies.
    pub lanes: Vec<LaneBand>,
    /// Where each row lies, from top to bottom.
    pub rows: Vec<RowBand>,
    /// Where today is, if it is on the timeline.
    pub today: Option<f32>,
}

impl TimelinePicture {
    /// Head and body as one picture.
    pub fn whole(self) -> DisplayList {
        let items = self.body.items.into_iter().chain(self.head.items).collect();
        DisplayList::of(self.body.bounds, self.body.alt, items)
    }
}

/// Draws the timeline.
pub fn draw(input: &TimelineInput) -> TimelinePicture {
    let calendar = Calendar::new(input);
    let Rows { lanes, bands, shown, height } = Rows::of(input, &calendar);
    let today = input.today.and_then(|day| calendar.at(day));
    let mut labels = marks::labels(&shown, &bands, &calendar, today);
    let links = dependencies::links(input, &shown, &bands, &calendar);
    let dependencies = dependencies::lines(&links, &shown, &bands, &mut labels, &calendar, today);

    let mut items = backdrop(input, &calendar, &lanes, &bands, height);
    for (lane, band) in input.lanes.iter().zip(&lanes).filter(|(lane, _)| lane.collapsed) {
        items.extend(bars::strips(&lane.rows, band.y, band.height, &calendar));
    }
    for (shown, band) in shown.iter().zip(&bands) {
        match shown {
            Shown::Motion(row) => items.extend(bars::bar(row, band, &calendar)),
            Shown::Task(task, tactical) => items.extend(bars::task(task, *tactical, band)),
        }
    }
    items.extend(dependencies);
    items.extend(today.map(|x| line([[x, HEADER], [x, height]], Stroke::solid("bad", 1.5))));
    items.extend(marks::diamonds(&shown, &bands, &calendar));
    items.extend(labels.into_iter().map(|label| label.item));
    items.extend(names::names(input, &lanes, &shown, &bands, today));
    let width = input.width.max(1.0);
    let mut head = vec![line([[0.0, HEADER], [width, HEADER]], Stroke::solid("line", 1.0))];
    head.extend(calendar.header(input.today));
    head.extend(today.map(today_dot));
    let words = alt(input);
    TimelinePicture {
        body: DisplayList::of(Rect { x: 0.0, y: 0.0, w: width, h: height }, words.clone(), items),
        head: DisplayList::of(Rect { x: 0.0, y: 0.0, w: width, h: HEADER }, words, head),
        header_height: HEADER,
        per_day: calendar.per_day,
        lanes,
        rows: bands,
        today,
    }
}

/// Lane heads, rows and units of time, all quiet.
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
    items.extend(ends.map(|y| line([[0.0, y], [input.width, y]], Stroke::solid("line", 1.0))));
    items.extend(calendar.grid().into_iter().map(|(x, longer)| {
        let color = if longer { "line" } else { "grid" };
        line([[x, HEADER], [x, height]], Stroke::solid(color, 1.0))
    }));
    items
}

fn today_dot(x: f32) -> Item {
    Item::Mark {
        id: Some("today".into()),
        at: [x, HEADER - 3.5],
        shape: domain::Shape::Circle,
        r: 3.5,
        fill: Some(Paint::plain("bad")),
        stroke: None,
    }
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

/// A motion that stands in several lanes is one motion.
fn alt(input: &TimelineInput) -> String {
    let rows = input.lanes.iter().flat_map(|lane| &lane.rows);
    let motions: std::collections::BTreeMap<_, _> = rows.map(|row| (row.id, row.planned)).collect();
    let planned = motions.values().filter(|planned| **planned).count();
    let plural = |count: usize, word: &str| {
        format!("{} {word}{}", format::count(count as u64), if count == 1 { "" } else { "s" })
    };
    format!(
        "Timeline of {} in {} from {} to {}: {} begun, {planned} planned.",
        plural(motions.len(), "motion"),
        plural(input.lanes.len(), "lane"),
        format::date_with_year(input.from),
        format::date_with_year(input.to),
        motions.len() - planned,
    )
}

#[cfg(test)]
mod tests;
