//! Organizations as shapes with their names.

use domain::{Character, Glyph, Shape};
use layout::Zone;

use super::encoding::{self, Scale};
use super::face::{Face, RING_US, is_crowded};
use super::{Arrangement, MapInput, MapNode, badges};
use crate::logo::Logo;
use crate::{Align, Change, Item, Paint, Raster, Stroke};

/// The few names that would find room in a crowd shown whole say nothing of it: they wait until it is shown this large.
const CROWD_NAMED: f32 = 0.45;
/// So small, a pale fill with a thin line is lost on its zone.
const SMALL: f32 = 11.5;
/// What is no longer there.
const GONE: f32 = 0.4;

/// Shapes, we last; then all names, so that no shape covers one.
pub(super) fn nodes(input: &MapInput, faces: &[Face], places: &Arrangement) -> Vec<Item> {
    let crowded = is_crowded(faces);
    let scale = Scale::of(input);
    let mut items = Vec::new();
    let mut labels = Vec::new();
    let all = || input.nodes.iter().zip(faces).zip(&places.positions);
    for us in [false, true] {
        for ((node, face), (x, y)) in all().filter(|((node, _), _)| node.us == us) {
            let at = [*x as f32, *y as f32];
            if us {
                items.push(ring(at));
            }
            items.push(shape(input, &scale, node, face, at));
            labels.push(label(node, face, at, crowded));
        }
    }
    items.append(&mut labels);
    items
}

/// The logos that nodes carry, each once.
pub(super) fn rasters(input: &MapInput) -> Vec<Raster> {
    let logos = input.nodes.iter().filter_map(|node| Some((node, node.logo.as_ref()?)));
    let raster = logos.map(|(node, logo)| Raster {
        id: logo_id(node, logo),
        media_type: logo.media_type().to_owned(),
        data: logo.base64(),
    });
    raster.collect()
}

/// Another one as soon as the file is another, so that whoever keeps pictures knows when to ask anew.
fn logo_id(node: &MapNode, logo: &Logo) -> String {
    format!("logo:{}:{:016x}", node.id, logo.mark())
}

fn ring(at: [f32; 2]) -> Item {
    let stroke = Some(Stroke::solid("kind-us", 1.5));
    Item::Mark { id: None, at, shape: Shape::Circle, r: RING_US, fill: Some(Paint::plain("surface")), stroke }
}

/// How strongly a shape is filled and what is drawn in it: the one thing that no choice of colors changes.
struct Filling {
    fill: Paint,
    line: Paint,
    glyph: Paint,
}

fn filling(node: &MapNode, face: &Face, color: Paint, colored: bool) -> Filling {
    let (fill, line, glyph) = match node.standing.character {
        _ if node.us => (Paint::plain("kind-us"), Paint::plain("kind-us"), Paint::plain("text-inv")),
        // Gray where nothing is known, also for one without a line to us; a chosen color shows at the outline.
        Character::Unknown if colored => (Paint::plain("surface-3"), color, Paint::plain("text-3")),
        Character::Unknown => (Paint::plain("surface-3"), Paint::plain("line-3"), Paint::plain("text-3")),
        Character::Strategic => (color.clone(), color, Paint::plain("text-inv")),
        Character::Ecotone => {
            let part = if face.from_scale > 0.0 && face.r < SMALL { 0.5 } else { 0.3 };
            (color.clone().mixed(color.mix * part), color, Paint::plain("text"))
        }
        Character::Transactional => (Paint::plain("surface"), color.clone(), color),
    };
    if node.placeholder {
        return Filling { fill: Paint::plain("surface"), glyph: line.clone(), line };
    }
    Filling { fill, line, glyph }
}

fn shape(input: &MapInput, scale: &Scale, node: &MapNode, face: &Face, at: [f32; 2]) -> Item {
    let color = encoding::color(input, scale, node);
    let Filling { mut fill, mut line, mut glyph } = filling(node, face, color, input.color_by.is_some());
    if node.change == Some(Change::Gone) {
        for paint in [&mut fill, &mut line, &mut glyph] {
            paint.opacity *= GONE;
        }
    }
    let (width, dash) = match node {
        _ if node.placeholder => (1.75, vec![4.0, 3.0]),
        _ if face.in_field => (1.25, vec![]),
        _ if face.r < SMALL => (2.5, vec![]),
        _ => (2.0, vec![]),
    };
    let kind_glyph = input.kinds.get(node.kind).map_or(Glyph::None, |kind| kind.glyph);
    Item::Node {
        id: id(node),
        name: node.name.clone(),
        at,
        shape: face.shape,
        r: face.r,
        fill,
        stroke: Stroke { paint: line, width, dash },
        glyph: if node.us { Glyph::Us } else { kind_glyph },
        glyph_color: glyph,
        logo: node.logo.as_ref().map(|logo| logo_id(node, logo)),
        badges: if face.in_field { Vec::new() } else { badges::badges(node, face) },
        change: node.change.map(|change| badges::node_change(change, face)),
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
        note: None,
        size: face.label,
        align: Align::Center,
        font_size: face.font_size,
        weight: face.weight,
        color: Paint::plain(match node.change {
            Some(Change::Gone) => "text-3",
            _ if loud => "text",
            _ => "text-2",
        }),
        halo: true,
        from_scale: if waits { face.from_scale.max(CROWD_NAMED) } else { face.from_scale },
        priority: priority(node, face),
        title: face.cut.then(|| node.name.clone()),
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
