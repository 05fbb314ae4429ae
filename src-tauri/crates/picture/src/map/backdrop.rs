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
/// A lane's name stands so far inside its left edge and its top one, and has so many lines at most.
const LANE_PAD: f32 = 8.0;
const LANE_TOP: f32 = 4.0;
const LANE_LINES: usize = 2;
/// The least width of a lane's name, and the least height of the part of a lane that it stands in.
const LANE_LEAST: f32 = 64.0;
const LANE_HEADING: f64 = 32.0;
/// The name of a panel beside rings stands this far inside its top edge.
const PANEL_PAD: f32 = 12.0;
/// A wall of 1,920 by 1,080 as the map sees it when words are enlarged for a room.
const WALL: (f64, f64) = (740.0, 360.0);
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
                captions: if shown { zones::captions(captions, input.language) } else { Vec::new() },
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
            captions: rings.iter().map(ring_name).chain(outside.iter().map(panel_name)).collect(),
            ..Behind::default()
        },
        Backdrop::Lanes(lanes) => Behind {
            areas: lanes.iter().enumerate().map(|(place, one)| lane(one, place)).collect(),
            captions: lanes.iter().map(|one| lane_name(one, &places.bounds)).collect(),
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

/// How high the part of lanes is that their names stand in, above what fills `bounds`: enough on a wall, where words are
/// largest beside the picture.
pub fn lane_heading(bounds: &layout::Rect, lanes: &[Lane]) -> f64 {
    let rows = lanes.iter().map(|lane| broken(lane, bounds).lines.len()).max().unwrap_or(1);
    let high = f64::from(text::line_height(SIZE)) * rows as f64 + 2.0 * f64::from(LANE_TOP);
    // At the scale at which all is in view, the heading's own part of it included.
    let (wide, room) = (bounds.w * high / WALL.0, bounds.h * high / (WALL.1 - high));
    wide.max(room).max(LANE_HEADING)
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

fn panel_name(lane: &Lane) -> Item {
    let at = [lane.rect.x as f32 + PANEL_PAD, lane.rect.y as f32 + PANEL_PAD];
    let shown = text::fit(&lane.name, SIZE, WEIGHT, (lane.rect.w as f32 - 2.0 * PANEL_PAD).max(40.0));
    words(&shown, at, SIZE, Align::Start)
}

/// A lane's name, which stands where nobody else does and goes before all other words.
fn lane_name(lane: &Lane, bounds: &layout::Rect) -> Item {
    let broken = broken(lane, bounds);
    let at = [lane.rect.x as f32, lane.rect.y as f32];
    let mut item = words(&lane.name, at, LANE_TOP + SIZE * text::ASCENT, Align::Start);
    if let Item::Label { dx, lines, size, priority, title, .. } = &mut item {
        (*dx, *priority) = (LANE_PAD, 0);
        *size = [broken.width, text::line_height(SIZE) * broken.lines.len() as f32];
        *title = broken.cut.then(|| lane.name.clone());
        *lines = broken.lines;
    }
    item
}

/// In two lines where one finds no room on a wall while all is in view.
fn broken(lane: &Lane, bounds: &layout::Rect) -> text::Broken {
    let scale = (WALL.0 / bounds.w.max(1.0)).min(WALL.1 / bounds.h.max(1.0)).min(1.0);
    let room = (lane.rect.w * scale) as f32 - 2.0 * LANE_PAD;
    text::wrap(&lane.name, SIZE, WEIGHT, room.max(LANE_LEAST), LANE_LINES)
}

/// The sentence above the picture.
fn meaning(input: &MapInput, places: &Arrangement) -> Option<Item> {
    let sentence = input.language.say(input.style.meaning()?);
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
        note: None,
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
