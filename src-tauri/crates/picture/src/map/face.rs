//! How large each organization and its name are, before anything is placed or painted.
//!
//! Owns: radii, label sizes and the boxes that `layout` keeps apart. Must not know: positions.

use domain::{Character, Shape};
use layout::{NodeBox, Zone};

use super::{MapInput, MapNode, Style};
use crate::{shape, text};

/// Radii of the design: smallest, largest, without a metric, and us with our ring.
const RADIUS: (f32, f32) = (9.0, 27.0);
/// On a map of so few, even the smallest shows its picture.
const FEW: usize = 60;
const RADIUS_FEW: f32 = 13.0;
const RADIUS_PLAIN: f32 = 16.0;
const RADIUS_CROWD: f32 = 11.0;
const RADIUS_TRAY: f32 = 12.0;
pub(super) const RADIUS_US: f32 = 34.0;
pub(super) const RING_US: f32 = 38.5;
/// So many names have their place at full size, the most strategic first; the others wait for hover or zoom.
const NAMED_MAX: usize = 150;
/// Widest line of a label, and how many lines; in the tray lines are short, as it is only a waiting room.
const LABEL: (f32, usize) = (124.0, 2);
const LABEL_TRAY: (f32, usize) = (64.0, 2);
/// Words of the tray keep their size while a window shows the map smaller, and their cells hold them still.
const TRAY_GROWN: f32 = 1.6;
/// For the same reason strategic names have room to spare: they are the last to be left out.
const STRATEGIC_GROWN: f32 = 1.28;
const LABEL_US: (f32, usize) = (160.0, 2);
/// Names that wait for zoom fit between their neighbors once the picture is shown at this scale.
const LABEL_ON_ZOOM: (f32, usize) = (80.0, 2);
const ON_ZOOM: f32 = 2.0;
/// Between a node and its label.
const LABEL_GAP: f32 = 4.0;

/// An organization as it will look.
pub(super) struct Face {
    pub(super) zone: Zone,
    pub(super) shape: Shape,
    pub(super) r: f32,
    pub(super) lines: Vec<String>,
    /// The lines leave something of the name out.
    pub(super) cut: bool,
    /// Width and height of the label.
    pub(super) label: [f32; 2],
    /// First baseline below the center.
    pub(super) baseline: f32,
    pub(super) font_size: f32,
    pub(super) weight: u16,
    /// What `layout` keeps free.
    pub(super) size: NodeBox,
    /// Its name waits until the picture is shown at this scale.
    pub(super) from_scale: f32,
    /// In a compact field.
    pub(super) in_field: bool,
    /// In the tray of the unknown, where there is one.
    pub(super) in_tray: bool,
}

/// One face for each node of `input`.
pub(super) fn faces(input: &MapInput) -> Vec<Face> {
    let largest = input.nodes.iter().filter_map(|node| node.size).filter(|size| size.is_finite()).fold(0.0, f64::max);
    let rooms = rooms(input);
    input.nodes.iter().zip(rooms).map(|(node, room)| face(input, node, largest, room)).collect()
}

/// How much room a name gets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    /// Kept free at full size.
    Own,
    /// None until the picture is shown larger.
    OnZoom,
    /// None until then, in a cell of a compact field.
    Cell,
}

fn rooms(input: &MapInput) -> Vec<Room> {
    let zones: Vec<Zone> = input.nodes.iter().map(zone).collect();
    let organic = input.style == Style::Organic;
    let count = |wanted: Zone| zones.iter().filter(|zone| **zone == wanted).count();
    let many = count(Zone::Unknown) > layout::NAMED_MAX;
    let alone = count(Zone::Unlinked) > layout::AROUND_MAX;
    let mut rooms: Vec<Room> = zones
        .iter()
        .map(|zone| match zone {
            Zone::Unknown if many && organic => Room::Cell,
            Zone::Unlinked if alone && organic => Room::Cell,
            _ => Room::Own,
        })
        .collect();
    // Other styles have no tray, so that everyone takes part.
    let placed = |index: &usize| match zones[*index] {
        Zone::Strategic | Zone::Ecotone | Zone::Transactional => true,
        Zone::Unknown | Zone::Unlinked => !organic,
        Zone::Us => false,
    };
    let mut order: Vec<usize> = (0..zones.len()).filter(placed).collect();
    let size = |index: usize| input.nodes[index].size.filter(|size| size.is_finite()).unwrap_or(0.0);
    order.sort_by(|&a, &b| {
        let first = zones[a].cmp(&zones[b]).then(size(b).total_cmp(&size(a)));
        first.then(input.nodes[a].id.cmp(&input.nodes[b].id))
    });
    for index in order.into_iter().skip(NAMED_MAX) {
        rooms[index] = Room::OnZoom;
    }
    rooms
}

/// So many in the zones that outlines and light lines would only cover each other.
pub(super) fn is_crowded(faces: &[Face]) -> bool {
    faces.iter().any(|face| face.from_scale > 0.0 && !face.in_field)
}

/// Where `layout` may place a node.
pub(super) fn zone(node: &MapNode) -> Zone {
    match node.standing.character {
        _ if node.us => Zone::Us,
        _ if !node.standing.linked => Zone::Unlinked,
        Character::Strategic => Zone::Strategic,
        Character::Ecotone => Zone::Ecotone,
        Character::Transactional => Zone::Transactional,
        Character::Unknown => Zone::Unknown,
    }
}

fn face(input: &MapInput, node: &MapNode, largest: f64, room: Room) -> Face {
    let zone = zone(node);
    let in_tray = zone == Zone::Unknown && input.style == Style::Organic;
    let shape = match input.kinds.get(node.kind) {
        Some(kind) if !node.us => kind.shape,
        _ => Shape::Circle,
    };
    let r = match room {
        Room::Cell => RADIUS.0,
        Room::OnZoom if largest <= 0.0 => RADIUS_CROWD,
        Room::Own | Room::OnZoom => radius(input, node, zone, largest),
    };
    let (font_size, weight) = match zone {
        Zone::Us => (13.0, 680),
        Zone::Strategic => (12.0, 520),
        Zone::Ecotone | Zone::Transactional | Zone::Unlinked => (12.0, 420),
        Zone::Unknown => (11.0, 420),
    };
    let (width, lines) = match zone {
        Zone::Us => LABEL_US,
        _ if room != Room::Own => LABEL_ON_ZOOM,
        Zone::Unknown if in_tray => LABEL_TRAY,
        _ => LABEL,
    };
    let broken = text::wrap(&node.name, font_size, weight, width, lines);
    let label = [broken.width, text::line_height(font_size) * broken.lines.len() as f32];
    let outline = if zone == Zone::Us { RING_US } else { r + 1.0 };
    let (above, below, half) = shape::reach(shape, outline);
    let grown = match zone {
        Zone::Unknown if in_tray => TRAY_GROWN,
        Zone::Strategic => STRATEGIC_GROWN,
        _ => 1.0,
    };
    let size = if room == Room::Own {
        let half_width = f64::from(half.max(label[0] * grown / 2.0 + 2.0));
        NodeBox { half_width, above: f64::from(above), below: f64::from(below + LABEL_GAP + label[1] * grown) }
    } else {
        NodeBox { half_width: f64::from(half), above: f64::from(above), below: f64::from(below) }
    };
    let from_scale = if room == Room::Own { 0.0 } else { ON_ZOOM };
    let baseline = below + LABEL_GAP + font_size * text::ASCENT;
    Face {
        zone,
        shape,
        r,
        lines: broken.lines,
        cut: broken.cut,
        label,
        baseline,
        font_size,
        weight,
        size,
        from_scale,
        in_field: room == Room::Cell,
        in_tray,
    }
}

fn radius(input: &MapInput, node: &MapNode, zone: Zone, largest: f64) -> f32 {
    let smallest = if input.nodes.len() <= FEW { RADIUS_FEW } else { RADIUS.0 };
    match (zone, node.size) {
        (Zone::Us, _) => RADIUS_US,
        (Zone::Unknown, _) if input.style == Style::Organic => RADIUS_TRAY,
        (_, Some(size)) if largest > 0.0 && size.is_finite() => {
            // The area shows the metric, so radii are compared by their squares.
            let part = (size.max(0.0) / largest) as f32;
            (smallest * smallest + (RADIUS.1 * RADIUS.1 - smallest * smallest) * part).sqrt()
        }
        _ if largest > 0.0 => smallest,
        _ => RADIUS_PLAIN,
    }
}
