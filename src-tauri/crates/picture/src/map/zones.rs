//! The zones behind everything, and the words that explain them.

use domain::Character;
use layout::{NodeBox, Point, Zones};

use super::MapInput;
use crate::list::NOTE;
use crate::{Align, Item, Language, Paint, Stroke, text};

/// A caption, its color, and what stands below it in small words.
struct Caption {
    words: &'static str,
    color: &'static str,
    note: Option<&'static str>,
}

const CAPTIONS: [Caption; 3] = [
    Caption { words: "Strategic core", color: "strategy-text", note: Some("depth, not value") },
    Caption { words: "Ecotone · changing", color: "ecotone", note: None },
    Caption { words: "Transactional edge", color: "tactic-text", note: None },
];
const SIZE: f32 = 12.0;
const WEIGHT: u16 = 620;
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

/// Room for the captions, in English, so that the same map lies the same in every language: more on a larger map, which is shown smaller while words stay as large as can be read.
pub(super) fn caption_boxes(input: &MapInput) -> [NodeBox; 3] {
    if !shown(input) {
        return [NodeBox::default(); 3];
    }
    let grown = grown(input.nodes.len());
    CAPTIONS.map(|caption| {
        // A note may reach into the words' margin.
        let (width, [_, height]) = (text::measure(caption.words, SIZE, WEIGHT), size(caption.words, caption.note));
        let below = 4.0 + height - LINE;
        NodeBox {
            half_width: f64::from(width / 2.0 + 6.0) * grown,
            above: f64::from(ASCENT + 3.0) * grown,
            below: f64::from(below + 3.0) * grown,
        }
    })
}

/// Of the words and the note below them.
fn size(words: &str, note: Option<&str>) -> [f32; 2] {
    let words = text::measure(words, SIZE, WEIGHT);
    let note = note.map(|note| text::measure(note, SIZE, NOTE.0));
    [words.max(note.unwrap_or(0.0)), if note.is_some() { 2.0 * LINE } else { LINE }]
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

pub(super) fn captions(points: &[Point; 3], language: Language) -> Vec<Item> {
    let label = |(caption, &(x, y)): (&Caption, &Point)| {
        let (words, note) = (language.say(caption.words), caption.note.map(|note| language.say(note)));
        Item::Label {
            id: None,
            at: [x as f32, y as f32],
            dx: 0.0,
            dy: 0.0,
            lines: vec![words.to_owned()],
            note: note.map(str::to_owned),
            size: size(words, note),
            align: Align::Center,
            font_size: SIZE,
            weight: WEIGHT,
            color: Paint::plain(caption.color),
            halo: true,
            from_scale: 0.0,
            priority: PRIORITY,
            title: None,
        }
    };
    CAPTIONS.iter().zip(points).map(label).collect()
}
