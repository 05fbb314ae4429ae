//! The zones behind everything, and the words that explain them.

use domain::Character;
use layout::{NodeBox, Point, Zones};

use super::MapInput;
use crate::{Align, Item, Paint, Stroke, text};

/// A caption: one or two lines, each with its size, weight and color.
struct Caption {
    lines: &'static [(&'static str, f32, u16, &'static str)],
}

const CAPTIONS: [Caption; 3] = [
    Caption { lines: &[("Strategic core", 12.0, 620, "strategy-text"), ("depth, not value", 11.0, 420, "text-3")] },
    Caption { lines: &[("Ecotone · changing", 12.0, 620, "ecotone")] },
    Caption { lines: &[("Transactional edge", 12.0, 620, "tactic-text")] },
];
const ASCENT: f32 = 11.0;
const LINE: f32 = 15.0;
/// Below the names of us and of strategic partners, above all others: a caption yields rather than cover one.
pub(super) const PRIORITY: u32 = 4_990;

/// Zones explain nothing while every partner's character is unknown; an empty map shows them as an invitation.
pub(super) fn shown(input: &MapInput) -> bool {
    let known =
        |node: &super::MapNode| !node.us && node.standing.linked && node.standing.character != Character::Unknown;
    input.nodes.iter().any(known) || input.nodes.len() <= 1
}

/// Room for the captions: more on a larger map, which is shown smaller while words stay as large as can be read.
pub(super) fn caption_boxes(input: &MapInput) -> [NodeBox; 3] {
    if !shown(input) {
        return [NodeBox::default(); 3];
    }
    let grown = grown(input.nodes.len());
    CAPTIONS.map(|caption| {
        let width = caption
            .lines
            .iter()
            .map(|(words, size, weight, _)| text::measure(words, *size, *weight))
            .fold(0.0, f32::max);
        let below = 4.0 + LINE * (caption.lines.len() - 1) as f32;
        NodeBox {
            half_width: f64::from(width / 2.0 + 6.0) * grown,
            above: f64::from(ASCENT + 3.0) * grown,
            below: f64::from(below + 3.0) * grown,
        }
    })
}

/// How much larger words are than their map in a laptop's window, for a map of so many. Names take most room up to the
/// number that is named, shapes alone beyond it.
fn grown(nodes: usize) -> f64 {
    let side = (nodes as f64).sqrt();
    (side / 4.3).min(2.4).max(side / 8.5).max(1.0)
}

pub(super) fn ellipses(zones: &Zones) -> Vec<Item> {
    let ellipse = |(rx, ry): (f64, f64), fill: Paint, line: Stroke| Item::Ellipse {
        at: [0.0, 0.0],
        rx: rx as f32,
        ry: ry as f32,
        fill: Some(fill),
        stroke: Some(line),
    };
    let dotted = |color: &str, opacity: f32| Stroke {
        paint: Paint::plain(color).faded(opacity),
        width: 1.25,
        dash: vec![1.5, 4.0],
    };
    vec![
        ellipse(zones.ecotone, Paint::plain("ecotone-soft"), dotted("tactic", 0.55)),
        ellipse(zones.core, Paint::plain("strategy-soft").mixed(0.7), dotted("strategy", 0.6)),
    ]
}

pub(super) fn captions(points: &[Point; 3]) -> Vec<Item> {
    let points = CAPTIONS.iter().zip(points);
    let labels = points.flat_map(|(caption, &(x, y))| {
        caption.lines.iter().enumerate().map(move |(line, (words, size, weight, color))| Item::Label {
            id: None,
            at: [x as f32, y as f32],
            dx: 0.0,
            dy: LINE * line as f32,
            lines: vec![(*words).to_owned()],
            size: [text::measure(words, *size, *weight), LINE],
            align: Align::Center,
            font_size: *size,
            weight: *weight,
            color: Paint::plain(*color),
            halo: true,
            from_scale: 0.0,
            priority: PRIORITY - line as u32,
            title: None,
        })
    });
    labels.collect()
}
