//! What lies behind the nodes: zones, rings or lanes, the panels outside, and the words that explain them.
//!
//! Owns: the order of what is under and over the lines. Must not know: nodes.

use layout::NodeBox;

use super::arrangement::{Backdrop, Lane, Ring};
use super::{Arrangement, MapInput, fields, zones};
use crate::{Align, Item, Paint, Rect, Stroke, text};

/// Under and over the lines.
#[derive(Default)]
pub(super) struct Behind {
    pub(super) areas: Vec<Item>,
    pub(super) panels: Vec<Item>,
    pub(super) captions: Vec<Item>,
}

const SIZE: f32 = 12.0;
const WEIGHT: u16 = 620;
/// A lane's name stands this far inside its top edge.
const LANE_PAD: f32 = 12.0;
/// Widest name of a ring.
const RING_NAME: f32 = 160.0;
/// Between the sentence that says what position means and the picture.
const ABOVE: f32 = 14.0;

pub(super) fn behind(input: &MapInput, places: &Arrangement) -> Behind {
    let mut behind = match &places.backdrop {
        Backdrop::Zones { zones: bounds, captions, tray, outside } => {
            let shown = zones::shown(input);
            Behind {
                areas: if shown { zones::ellipses(bounds) } else { Vec::new() },
                panels: fields::fields(input, tray.as_deref(), outside.as_deref()),
                captions: if shown { zones::captions(captions) } else { Vec::new() },
            }
        }
        Backdrop::Rings { rings, outside } => Behind {
            areas: rings
                .iter()
                .rev()
                .enumerate()
                .map(|(from_rim, one)| ring(one, rings.len() - 1 - from_rim))
                .chain(outside.iter().map(|one| lane(one, 0)))
                .collect(),
            captions: rings.iter().map(ring_name).chain(outside.iter().map(lane_name)).collect(),
            ..Behind::default()
        },
        Backdrop::Lanes(lanes) => Behind {
            areas: lanes.iter().enumerate().map(|(place, one)| lane(one, place)).collect(),
            captions: lanes.iter().map(lane_name).collect(),
            ..Behind::default()
        },
    };
    behind.captions.extend(meaning(input, places));
    behind
}

/// Every second ring is tinted, so that its bound is seen without a strong line.
fn ring(ring: &Ring, place: usize) -> Item {
    let fill = if place.is_multiple_of(2) { "surface-2" } else { "canvas" };
    Item::Ellipse {
        at: [0.0, 0.0],
        rx: ring.reach.0 as f32,
        ry: ring.reach.1 as f32,
        fill: Some(Paint::plain(fill)),
        stroke: Some(Stroke::solid("line", 1.0)),
    }
}

fn ring_name(ring: &Ring) -> Item {
    words(&fitted(&ring.name), [ring.caption.0 as f32, ring.caption.1 as f32], 0.0, Align::Center)
}

/// The room that the name of a ring needs around the middle of its baseline.
pub fn caption_box(name: &str) -> NodeBox {
    let half_width = f64::from(text::measure(&fitted(name), SIZE, WEIGHT)) / 2.0 + 6.0;
    NodeBox { half_width, above: f64::from(SIZE * text::ASCENT) + 3.0, below: 6.0 }
}

/// How wide a lane must be to show its whole name.
pub fn lane_width(name: &str) -> f64 {
    f64::from((text::measure(name, SIZE, WEIGHT) + 2.0 * LANE_PAD).ceil())
}

/// Tiers and stages are words of a person's own, as long as they like.
fn fitted(name: &str) -> String {
    text::fit(name, SIZE, WEIGHT, RING_NAME)
}

fn lane(lane: &Lane, place: usize) -> Item {
    let fill = if place.is_multiple_of(2) { "surface-2" } else { "canvas" };
    Item::Rect {
        id: Some(format!("lane:{}", lane.name)),
        rect: rect(&lane.rect),
        radius: 8.0,
        fill: Some(Paint::plain(fill)),
        hatch: None,
        stroke: Some(Stroke::solid("line", 1.0)),
    }
}

fn lane_name(lane: &Lane) -> Item {
    let at = [lane.rect.x as f32 + LANE_PAD, lane.rect.y as f32 + LANE_PAD];
    let shown = text::fit(&lane.name, SIZE, WEIGHT, (lane.rect.w as f32 - 2.0 * LANE_PAD).max(40.0));
    words(&shown, at, SIZE, Align::Start)
}

/// The sentence above the picture.
fn meaning(input: &MapInput, places: &Arrangement) -> Option<Item> {
    let sentence = input.style.meaning()?;
    let bounds = rect(&places.bounds);
    let mut item = words(sentence, [bounds.x + bounds.w / 2.0, bounds.y - ABOVE], 0.0, Align::Center);
    if let Item::Label { color, weight, size, .. } = &mut item {
        (*color, *weight) = (Paint::plain("text-2"), 420);
        size[0] = text::measure(sentence, SIZE, 420);
    }
    Some(item)
}

fn words(words: &str, at: [f32; 2], dy: f32, align: Align) -> Item {
    Item::Label {
        id: None,
        at,
        dx: 0.0,
        dy,
        lines: vec![words.to_owned()],
        size: [text::measure(words, SIZE, WEIGHT), text::line_height(SIZE)],
        align,
        font_size: SIZE,
        weight: WEIGHT,
        color: Paint::plain("text-3"),
        halo: true,
        from_scale: 0.0,
        priority: zones::PRIORITY,
        title: None,
    }
}

fn rect(rect: &layout::Rect) -> Rect {
    Rect { x: rect.x as f32, y: rect.y as f32, w: rect.w as f32, h: rect.h as f32 }
}
