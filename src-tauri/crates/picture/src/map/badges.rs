//! The small signs at a node's rim, and the marks of a comparison.
//!
//! Owns: what each sign looks like and what it says. Must not know: when a node earns one.

use domain::Character;

use super::face::Face;
use super::{MapNode, character_name};
use crate::{Badge, Change, ChangeMark, Paint, Stroke};

/// Smaller beside small nodes, which they would hide.
const RADIUS: [f32; 2] = [5.5, 6.5];
const SMALL: f32 = 12.0;
/// Outside the rim, along the diagonal, so that most of the node stays free.
const OUT: f32 = 3.5;
const PEN: &str = "M5 19l1-4L16 5l3 3L9 18z";
const PIN: &str = "M12 22v-7M7 15h10l-2-4V5H9v6z";
const PLUS: &str = "M12 5v14M5 12h14";
const MINUS: &str = "M5 12h14";
const DELTA: &str = "M12 5l8 14H4z";
/// Around a node that differs.
const RIM: f32 = 4.0;

/// Where a sign sits around its node.
const UPPER_RIGHT: [f32; 2] = [0.74, -0.74];
const UPPER_LEFT: [f32; 2] = [-0.74, -0.74];
const LOWER_RIGHT: [f32; 2] = [0.8, 0.64];
const LOWER_LEFT: [f32; 2] = [-0.8, 0.64];

/// What the node carries: overruled, another character beside its own, pinned.
pub(super) fn badges(node: &MapNode, face: &Face) -> Vec<Badge> {
    let mut badges = Vec::new();
    if let Some(overruled) = &node.overruled {
        let title = overruled.reason.as_deref().filter(|reason| !reason.trim().is_empty());
        let title =
            title.map_or("Overruled by judgment".to_owned(), |reason| format!("Overruled by judgment: {reason}"));
        badges.push(sign(face, UPPER_RIGHT, title, PEN, Stroke::solid("line-3", 1.0), "text-2"));
    }
    if let Some(also) = node.also {
        // A piece of its line, in the rhythm of its dashes.
        let (strokes, color) = match also {
            Character::Strategic => ("M3 12h18", "strategy"),
            Character::Ecotone => ("M3 12h10M18 12h3", "ecotone"),
            Character::Transactional => ("M3 12h3M11 12h2M18 12h3", "tactic"),
            Character::Unknown => ("M3 12h18", "text-3"),
        };
        let title = format!("Also {}", character_name(also).to_lowercase());
        badges.push(sign(face, UPPER_LEFT, title, strokes, Stroke::solid(color, 1.25), color));
    }
    if node.pinned.is_some() {
        badges.push(sign(face, LOWER_RIGHT, "Pinned".to_owned(), PIN, Stroke::solid("line-3", 1.0), "text-2"));
    }
    badges
}

/// The mark of a node that differs from what it is compared with.
pub(super) fn node_change(change: Change, face: &Face) -> ChangeMark {
    let (rim, title, strokes, color) = looks(change);
    let badge = sign(face, LOWER_LEFT, title.to_owned(), strokes, Stroke::solid(color, 1.25), color);
    ChangeMark { change, rim, offset: RIM, badge }
}

/// The mark of a line that differs: its rim lies under it, its sign at its middle.
pub(super) fn line_change(change: Change, width: f32) -> ChangeMark {
    let (rim, title, strokes, color) = looks(change);
    let rim = Stroke { paint: rim.paint.faded(0.35), width: width + 5.0, dash: rim.dash };
    let badge = plain([0.0, 0.0], title.to_owned(), strokes, Stroke::solid(color, 1.25), color);
    ChangeMark { change, rim, offset: 0.0, badge }
}

/// Rim, words, sign and color. The sign says it without the color.
fn looks(change: Change) -> (Stroke, &'static str, &'static str, &'static str) {
    match change {
        Change::Added => (Stroke::solid("info", 2.0), "Added", PLUS, "info"),
        Change::Gone => (Stroke::dashed("text-3", 1.5, &[2.0, 3.0]), "Gone", MINUS, "text-3"),
        Change::Changed => (Stroke::dashed("info", 2.0, &[6.0, 3.0]), "Changed", DELTA, "info"),
    }
}

fn sign(face: &Face, [x, y]: [f32; 2], title: String, strokes: &str, stroke: Stroke, color: &str) -> Badge {
    let out = face.r + OUT;
    let badge = plain([x * out, y * out], title, strokes, stroke, color);
    Badge { r: RADIUS[usize::from(face.r >= SMALL)], ..badge }
}

fn plain(at: [f32; 2], title: String, strokes: &str, stroke: Stroke, color: &str) -> Badge {
    Badge {
        title,
        at,
        r: RADIUS[1],
        fill: Paint::plain("surface"),
        stroke,
        strokes: strokes.to_owned(),
        color: Paint::plain(color),
    }
}
