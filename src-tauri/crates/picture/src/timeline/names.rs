//! Names of lanes and motions at the left, for pictures with no table beside them.

use super::{LaneBand, RowBand, TimelineInput, Words, path};
use crate::{Align, Item, Stroke, text};

/// Where names begin: lanes behind their character's line, motions below that.
const LANE_NAME: f32 = 30.0;
const ROW_NAME: f32 = 30.0;

pub(super) fn names(input: &TimelineInput, lanes: &[LaneBand], rows: &[RowBand], today: Option<f32>) -> Vec<Item> {
    if input.names < 60.0 {
        return Vec::new();
    }
    let mut items = Vec::new();
    for (lane, band) in input.lanes.iter().zip(lanes) {
        let middle = band.y + band.height / 2.0;
        let stroke =
            if lane.tactical { Stroke::dashed("tactic", 1.75, &[3.0, 3.0]) } else { Stroke::solid("strategy", 3.0) };
        items.push(path(vec![[4.0, middle], [22.0, middle]], stroke, false));
        // A lane's name may run on over its empty head.
        let name = text::fit(&lane.name, 12.0, 620, input.width - LANE_NAME - 8.0);
        items.push(
            Words {
                text: &name,
                at: [LANE_NAME, middle + 4.0],
                align: Align::Start,
                size: 12.0,
                weight: 620,
                color: "text",
            }
            .item(),
        );
    }
    let all = input.lanes.iter().flat_map(|lane| &lane.rows);
    for (row, band) in all.zip(rows) {
        let name = text::fit(&row.name, 12.0, 420, input.names - ROW_NAME - 8.0);
        let at = [ROW_NAME, band.y + band.height / 2.0 + 4.0];
        items.push(Words { text: &name, at, align: Align::Start, size: 12.0, weight: 420, color: "text" }.item());
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
