//! Organizations as shapes with their names.

use domain::{Character, Glyph, Shape};
use layout::{Organic, Zone};

use super::face::{Face, RING_US, is_crowded};
use super::{MapInput, MapNode};
use crate::{Align, Item, Paint, Stroke};

/// The few names that would find room in a crowd shown whole say nothing of it: they wait until it is shown this large.
const CROWD_NAMED: f32 = 0.45;
/// So small, a pale fill with a thin line is lost on its zone.
const SMALL: f32 = 11.5;

/// Shapes, we last; then all names, so that no shape covers one.
pub(super) fn nodes(input: &MapInput, faces: &[Face], places: &Organic) -> Vec<Item> {
    let crowded = is_crowded(faces);
    let mut items = Vec::new();
    let mut labels = Vec::new();
    let all = || input.nodes.iter().zip(faces).zip(&places.positions);
    for us in [false, true] {
        for ((node, face), (x, y)) in all().filter(|((node, _), _)| node.us == us) {
            let at = [*x as f32, *y as f32];
            if us {
                items.push(ring(at));
            }
            items.push(shape(input, node, face, at));
            labels.push(label(node, face, at, crowded));
        }
    }
    items.append(&mut labels);
    items
}

fn ring(at: [f32; 2]) -> Item {
    let stroke = Some(Stroke::solid("kind-us", 1.5));
    Item::Mark { id: None, at, shape: Shape::Circle, r: RING_US, fill: Some(Paint::plain("surface")), stroke }
}

fn shape(input: &MapInput, node: &MapNode, face: &Face, at: [f32; 2]) -> Item {
    let kind = input.kinds.get(node.kind);
    let color = kind.map_or("text-3", |kind| kind.color.as_str());
    let glyph = kind.map_or(Glyph::None, |kind| kind.glyph);
    let (fill, line, glyph_color) = match node.standing.character {
        _ if node.us => (Paint::plain("kind-us"), "kind-us", Paint::plain("text-inv")),
        // Gray where nothing is known, also for one without a line to us.
        Character::Unknown => (Paint::plain("surface-3"), "line-3", Paint::plain("text-3")),
        Character::Strategic => (Paint::plain(color), color, Paint::plain("text-inv")),
        Character::Ecotone => (
            Paint::plain(color).mixed(if face.from_scale > 0.0 && face.r < SMALL { 0.5 } else { 0.3 }),
            color,
            Paint::plain("text"),
        ),
        Character::Transactional => (Paint::plain("surface"), color, Paint::plain(color)),
    };
    let stroke = if node.placeholder {
        Stroke::dashed(line, 1.75, &[4.0, 3.0])
    } else {
        Stroke::solid(
            line,
            if face.in_field {
                1.25
            } else if face.r < SMALL {
                2.5
            } else {
                2.0
            },
        )
    };
    let fill = if node.placeholder { Paint::plain("surface") } else { fill };
    let glyph_color = if node.placeholder { Paint::plain(line) } else { glyph_color };
    Item::Node {
        id: id(node),
        name: node.name.clone(),
        at,
        shape: face.shape,
        r: face.r,
        fill,
        stroke,
        glyph: if node.us { Glyph::Us } else { glyph },
        glyph_color,
    }
}

fn label(node: &MapNode, face: &Face, at: [f32; 2], crowded: bool) -> Item {
    let loud = matches!(face.zone, Zone::Us | Zone::Strategic);
    let waits = crowded && !loud;
    Item::Label {
        id: Some(id(node)),
        at,
        dx: 0.0,
        dy: face.baseline,
        lines: face.lines.clone(),
        size: face.label,
        align: Align::Center,
        font_size: face.font_size,
        weight: face.weight,
        color: Paint::plain(if loud { "text" } else { "text-2" }),
        halo: true,
        from_scale: if waits { face.from_scale.max(CROWD_NAMED) } else { face.from_scale },
        priority: priority(node, face),
    }
}

/// Us, then by character, then by size.
fn priority(node: &MapNode, face: &Face) -> u32 {
    let zone = match face.zone {
        Zone::Us => 9,
        Zone::Strategic => 5,
        Zone::Ecotone => 4,
        Zone::Transactional => 3,
        Zone::Unlinked => 2,
        Zone::Unknown => 1,
    };
    let linked = u32::from(node.standing.linked);
    zone * 1_000 + (face.r * 10.0) as u32 + linked
}

fn id(node: &MapNode) -> String {
    format!("organization:{}", node.id)
}
