//! Names of lanes and motions at the left, for pictures with no table beside them.

use super::rows::Shown;
use super::{LaneBand, RowBand, TimelineInput, Words, path};
use crate::{Align, Item, Stroke, text};

/// Where names begin: lanes behind their character's line, motions below that, tasks a step in.
const LANE_NAME: f32 = 30.0;
const ROW_NAME: f32 = 30.0;
const TASK_NAME: f32 = 44.0;

pub(super) fn names(
    input: &TimelineInput,
    lanes: &[LaneBand],
    shown: &[Shown<'_>],
    rows: &[RowBand],
    today: Option<f32>,
) -> Vec<Item> {
    if input.names < 60.0 {
        return Vec::new();
    }
    let mut items = Vec::new();
    let name = |name: &str, x: f32, middle: f32, weight: u16, color: &str| {
        let text = text::fit(name, 12.0, weight, input.names - x - 8.0);
        Words { text: &text, at: [x, middle + 4.0], align: Align::Start, size: 12.0, weight, color }.item()
    };
    for (lane, band) in input.lanes.iter().zip(lanes) {
        let middle = band.y + band.height / 2.0;
        let stroke =
            if lane.tactical { Stroke::dashed("tactic", 1.75, &[3.0, 3.0]) } else { Stroke::solid("strategy", 3.0) };
        items.push(path(vec![[4.0, middle], [22.0, middle]], stroke, false));
        items.push(name(&lane.name, LANE_NAME, middle, 620, "text"));
    }
    for (shown, band) in shown.iter().zip(rows) {
        let middle = band.y + band.height / 2.0;
        items.push(match shown {
            Shown::Motion(row) => name(&row.name, ROW_NAME, middle, 420, "text"),
            Shown::Task(task, _) => name(&task.name, TASK_NAME, middle, 420, "text-2"),
        });
    }
    items.extend(rows.iter().map(|row| {
        let ends = [[input.names, row.y], [input.names, row.y + row.height]];
        path(ends.to_vec(), Stroke::solid("line", 1.0), false)
    }));
    // Paper shows no pointer, so the line says what it is, over the head of the first lane.
    items.extend(today.zip(lanes.first()).map(|(x, lane)| {
        let width = text::measure("Today", 11.0, 620);
        let (x, align) = if x + width + 8.0 < input.width { (x + 5.0, Align::Start) } else { (x - 5.0, Align::End) };
        Words { text: "Today", at: [x, lane.y + lane.height / 2.0 + 4.0], align, size: 11.0, weight: 620, color: "bad" }
            .item()
    }));
    items
}
