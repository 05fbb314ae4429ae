//! All parts on one sheet of columns.
//!
//! Owns: which columns and how far down each part stands, where columns begin and end. Must not know: how a part was drawn.

use super::{Column, LayeredOptions, part::Part, space::Space, split::Split};
use crate::Rect;

/// A node's or a virtual node's place on the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// None for virtual ones.
    pub node: Option<u32>,
    pub column: u32,
    pub lane: u32,
    pub along: f64,
}

/// A column and its lanes.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub range: Column,
    pub lanes: Vec<Column>,
}

/// Everything with lines, in columns.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The nodes of all parts, one part after another.
    pub spots: Vec<Spot>,
    /// Where each part's spots begin.
    pub starts: Vec<usize>,
    pub columns: Vec<Strip>,
}

/// Columns are moved apart to come near the wanted aspect, up to this many times their least gap.
const WIDEST_GAP: f64 = 3.0;

/// Kept free between two parts, in gaps between boxes.
const PARTS_APART: f64 = 3.0;

impl Sheet {
    pub(super) fn pack(parts: &[Part], split: &Split, space: &Space, options: &LayeredOptions) -> Self {
        let aspect = options.aspect;
        let aspect = if aspect.is_finite() { aspect.clamp(0.2, 5.0) } else { 1.6 };
        let profiles: Vec<Vec<[f64; 2]>> = parts.iter().map(|part| profile(part, space)).collect();
        let given = split.given.iter().any(Option::is_some);
        let count = column_count(&profiles, given, space, aspect);
        let mut sheet = Self { spots: Vec::new(), starts: Vec::new(), columns: Vec::new() };
        let mut filled = vec![f64::NEG_INFINITY; count];
        let gap = PARTS_APART * space.gap;
        for (index, (part, profile)) in parts.iter().zip(&profiles).enumerate() {
            // What has given layers comes first, and stands in them.
            let last = if given && index == 0 { 0 } else { count - profile.len() };
            let down = |first: usize| {
                let room = |(column, range): (usize, &[f64; 2])| {
                    let from = filled[first + column];
                    if from.is_finite() { from + gap - range[0] } else { f64::NEG_INFINITY }
                };
                let top = profile.iter().fold(f64::MAX, |top, range| top.min(range[0]));
                profile.iter().enumerate().map(room).fold(-top, f64::max)
            };
            let best = (0..=last).map(|first| (down(first), first)).min_by(|a, b| a.0.total_cmp(&b.0));
            let (by, first) = best.unwrap_or((0.0, 0));
            for (column, range) in profile.iter().enumerate().filter(|(_, range)| range[0] <= range[1]) {
                filled[first + column] = filled[first + column].max(range[1] + by);
            }
            sheet.starts.push(sheet.spots.len());
            sheet.spots.extend((0..part.proper.len()).map(|node| Spot {
                node: part.nodes.get(node).copied(),
                column: part.proper.layer[node] + first as u32,
                lane: part.lane[node],
                along: part.along[node] + by,
            }));
        }
        let used = sheet.spots.iter().map(|spot| spot.column as usize + 1).max().unwrap_or(0);
        sheet.set_columns(used, space, aspect, options.column_share);
        sheet
    }

    /// Where columns and their lanes begin and end, from x = 0 on.
    fn set_columns(&mut self, count: usize, space: &Space, aspect: f64, share: f64) {
        let mut wide: Vec<Vec<f64>> = vec![vec![0.0]; count];
        for spot in &self.spots {
            let lanes = &mut wide[spot.column as usize];
            lanes.resize(lanes.len().max(spot.lane as usize + 1), 0.0);
            let size = spot.node.map_or(0.0, |node| space.size(node)[0]);
            lanes[spot.lane as usize] = lanes[spot.lane as usize].max(size);
        }
        for lanes in &mut wide {
            if lanes.iter().all(|lane| *lane <= 0.0) {
                lanes[0] = space.empty_width;
            }
        }
        let bounds = self.spots.iter().fold((f64::MAX, f64::MIN), |(low, high), spot| {
            let half = spot.node.map_or(0.0, |node| space.size(node)[1] / 2.0);
            (low.min(spot.along - half), high.max(spot.along + half))
        });
        let width = |lanes: &Vec<f64>| lanes.iter().sum::<f64>() + space.lane_gap * (lanes.len() - 1) as f64;
        let widths: Vec<f64> = wide.iter().map(width).collect();
        let taken = widths.iter().sum::<f64>();
        let wanted = (aspect * (bounds.1 - bounds.0).max(0.0) - taken) / count.saturating_sub(1).max(1) as f64;
        let gap = wanted.clamp(space.column_gap, WIDEST_GAP * space.column_gap);
        let least = least_width(&widths, gap, share);
        let mut x = 0.0;
        for (lanes, width) in wide.into_iter().zip(widths) {
            let (left, unused) = (x, (least - width).max(0.0));
            x += unused / 2.0;
            let mut strip = Strip { range: Column::default(), lanes: Vec::with_capacity(lanes.len()) };
            for (lane, wide) in lanes.into_iter().enumerate() {
                x += if lane > 0 { space.lane_gap } else { 0.0 };
                strip.lanes.push(Column { left: x, right: x + wide });
                x += wide;
            }
            x += unused / 2.0;
            strip.range = Column { left, right: x };
            self.columns.push(strip);
            x += gap;
        }
    }

    /// Moves everything so that the anchor is in its place, or pins are near theirs, or else the middle is at (0, 0).
    pub(super) fn shift(&mut self, split: &Split, options: &LayeredOptions) {
        let middle = |sheet: &Self, node: u32| {
            sheet.spots.iter().find(|spot| spot.node == Some(node)).map(|spot| sheet.middle(spot))
        };
        let away = |[x, y]: [f64; 2], [to_x, to_y]: [f64; 2]| [to_x - x, to_y - y];
        let anchor = options.anchor.filter(|(_, place)| place.iter().all(|value| value.is_finite()));
        let by_anchor = anchor.and_then(|(node, place)| {
            let pin = split.pins.get(node as usize).copied().flatten();
            Some(away(middle(self, node)?, pin.unwrap_or(place)))
        });
        let by = by_anchor.or_else(|| self.off_pins(split)).unwrap_or_else(|| {
            let (x, y) = (self.columns.last().map_or(0.0, |last| last.range.right), self.extent());
            [-x / 2.0, -f64::midpoint(y.0, y.1)]
        });
        self.spots.iter_mut().for_each(|spot| spot.along += by[1]);
        for strip in &mut self.columns {
            for column in strip.lanes.iter_mut().chain([&mut strip.range]) {
                (column.left, column.right) = (column.left + by[0], column.right + by[0]);
            }
        }
    }

    /// The median way from where nodes stand to their pins: one that was dragged away does not draw the others along.
    fn off_pins(&self, split: &Split) -> Option<[f64; 2]> {
        let pinned = self.spots.iter().filter_map(|spot| Some((spot, split.pins[spot.node? as usize]?)));
        let ways: Vec<[f64; 2]> = pinned
            .map(|(spot, pin)| {
                let at = self.middle(spot);
                [pin[0] - at[0], pin[1] - at[1]]
            })
            .collect();
        let median = |axis: usize| {
            let mut ways: Vec<f64> = ways.iter().map(|way| way[axis]).collect();
            ways.sort_unstable_by(f64::total_cmp);
            ways.get(ways.len() / 2).copied()
        };
        Some([median(0)?, median(1)?])
    }

    fn extent(&self) -> (f64, f64) {
        let ends = self
            .spots
            .iter()
            .fold((f64::MAX, f64::MIN), |(low, high), spot| (low.min(spot.along), high.max(spot.along)));
        if ends.0 <= ends.1 { ends } else { (0.0, 0.0) }
    }

    /// The middle of a box; of a virtual node, the middle of its column.
    pub(super) fn middle(&self, spot: &Spot) -> [f64; 2] {
        let strip = &self.columns[spot.column as usize];
        let range = if spot.node.is_some() { strip.lanes[spot.lane as usize] } else { strip.range };
        [f64::midpoint(range.left, range.right), spot.along]
    }

    /// What the boxes fill.
    pub(super) fn bounds(&self, space: &Space) -> Option<Rect> {
        let boxes = self.spots.iter().filter_map(|spot| Some((self.middle(spot), space.size(spot.node?))));
        boxes
            .map(|(at, size)| Rect { x: at[0] - size[0] / 2.0, y: at[1] - size[1] / 2.0, w: size[0], h: size[1] })
            .reduce(|a, b| {
                let (x, y) = (a.x.min(b.x), a.y.min(b.y));
                Rect { x, y, w: (a.x + a.w).max(b.x + b.w) - x, h: (a.y + a.h).max(b.y + b.h) - y }
            })
    }
}

/// How far up and down a part reaches in each of its layers.
fn profile(part: &Part, space: &Space) -> Vec<[f64; 2]> {
    let mut profile = vec![[f64::MAX, f64::MIN]; part.proper.layers];
    for (node, (&layer, &along)) in part.proper.layer.iter().zip(&part.along).enumerate() {
        let half = part.nodes.get(node).map_or(0.0, |&real| space.size(real)[1] / 2.0);
        let range = &mut profile[layer as usize];
        *range = [range[0].min(along - half), range[1].max(along + half)];
    }
    profile
}

/// How wide columns of these widths must at least be so that each, with the gap beside it, takes its share of the whole.
pub(super) fn least_width(columns: &[f64], gap: f64, share: f64) -> f64 {
    // The whole grows with its narrow columns, but less and less as long as all shares together are less than the whole.
    let share = if share.is_finite() { share.clamp(0.0, 0.9 / columns.len().max(1) as f64) } else { 0.0 };
    let whole = |least: f64| columns.iter().map(|wide| wide.max(least) + gap).sum::<f64>();
    (0..60).fold(0.0, |least, _| (share * whole(least) - gap).max(0.0))
}

/// So many columns that the parts beside one another come near the wanted aspect. Given layers set it.
fn column_count(profiles: &[Vec<[f64; 2]>], given: bool, space: &Space, aspect: f64) -> usize {
    let most = profiles.iter().map(Vec::len).max().unwrap_or(1);
    if given {
        return most;
    }
    let step = space.empty_width + space.column_gap;
    let high = |profile: &Vec<[f64; 2]>| {
        let ends = profile.iter().fold((0.0_f64, 0.0_f64), |ends, range| (ends.0.min(range[0]), ends.1.max(range[1])));
        ends.1 - ends.0 + PARTS_APART * space.gap
    };
    let area: f64 = profiles.iter().map(|profile| profile.len() as f64 * step * high(profile)).sum();
    let all: usize = profiles.iter().map(Vec::len).sum();
    ((area * aspect).sqrt() / step).round().clamp(most as f64, all.max(most) as f64) as usize
}
