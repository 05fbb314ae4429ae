//! How large each organization and its name are, before anything is placed or painted.
//!
//! Owns: radii, label sizes and the boxes that `layout` keeps apart. Must not know: positions.

use domain::{Character, Shape};
use layout::{NodeBox, Zone};

use super::{MapInput, MapNode};
use crate::{shape, text};

/// Radii of the design: smallest, largest, without a metric, and us with our ring.
const RADIUS: (f32, f32) = (9.0, 27.0);
const RADIUS_PLAIN: f32 = 16.0;
const RADIUS_TRAY: f32 = 12.0;
pub(super) const RADIUS_US: f32 = 34.0;
pub(super) const RING_US: f32 = 38.5;
/// Up to here every label has its place at full size; above, the names of the rim wait for hover or zoom.
const NAMED_MAX: usize = 150;
/// Widest line of a label, and how many lines; in the tray names are short, as it is only a waiting room.
const LABEL: (f32, usize) = (124.0, 2);
const LABEL_TRAY: (f32, usize) = (88.0, 1);
const LABEL_US: (f32, usize) = (160.0, 2);
/// In a compact field names fit their cells once the picture is shown at this scale.
const LABEL_COMPACT: (f32, usize) = (80.0, 2);
pub(super) const COMPACT_FROM: f32 = 2.0;
/// Between a node and its label.
const LABEL_GAP: f32 = 4.0;

/// An organization as it will look.
pub(super) struct Face {
    pub(super) zone: Zone,
    pub(super) shape: Shape,
    pub(super) r: f32,
    pub(super) lines: Vec<String>,
    /// Width and height of the label.
    pub(super) label: [f32; 2],
    /// First baseline below the center.
    pub(super) baseline: f32,
    pub(super) font_size: f32,
    pub(super) weight: u16,
    /// What `layout` keeps free.
    pub(super) size: NodeBox,
}

/// One face for each node of `input`.
pub(super) fn faces(input: &MapInput) -> Vec<Face> {
    let largest = input.nodes.iter().filter_map(|node| node.size).filter(|size| size.is_finite()).fold(0.0, f64::max);
    let placed = |node: &&MapNode| matches!(zone(node), Zone::Strategic | Zone::Ecotone | Zone::Transactional);
    let crowded = input.nodes.iter().filter(placed).count() > NAMED_MAX;
    let count = |wanted: Zone| input.nodes.iter().filter(|node| zone(node) == wanted).count();
    let many = count(Zone::Unknown) > layout::NAMED_MAX;
    let alone = count(Zone::Unlinked) > layout::AROUND_MAX;
    input.nodes.iter().map(|node| face(input, node, largest, [crowded, many, alone])).collect()
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

fn face(input: &MapInput, node: &MapNode, largest: f64, [crowded, many, alone]: [bool; 3]) -> Face {
    let zone = zone(node);
    let shape = match input.kinds.get(node.kind) {
        Some(kind) if !node.us => kind.shape,
        _ => Shape::Circle,
    };
    let r = radius(node, zone, largest);
    let (font_size, weight) = match zone {
        Zone::Us => (13.0, 680),
        Zone::Strategic => (12.0, 520),
        Zone::Ecotone | Zone::Transactional | Zone::Unlinked => (12.0, 420),
        Zone::Unknown => (11.0, 420),
    };
    let (width, lines) = match zone {
        Zone::Us => LABEL_US,
        Zone::Unknown if many => LABEL_COMPACT,
        Zone::Unknown => LABEL_TRAY,
        Zone::Unlinked if alone => LABEL_COMPACT,
        _ => LABEL,
    };
    let broken = text::wrap(&node.name, font_size, weight, width, lines);
    let label = [broken.width, text::line_height(font_size) * broken.lines.len() as f32];
    let outline = if zone == Zone::Us { RING_US } else { r + 1.0 };
    let (above, below, side) = shape::reach(shape, outline);
    let named = !crowded || zone != Zone::Transactional;
    let room = if named {
        let half_width = f64::from(side.max(label[0] / 2.0 + 2.0));
        NodeBox { half_width, above: f64::from(above), below: f64::from(below + LABEL_GAP + label[1]) }
    } else {
        NodeBox { half_width: f64::from(side), above: f64::from(above), below: f64::from(below) }
    };
    let baseline = below + LABEL_GAP + font_size * text::ASCENT;
    Face { zone, shape, r, lines: broken.lines, label, baseline, font_size, weight, size: room }
}

fn radius(node: &MapNode, zone: Zone, largest: f64) -> f32 {
    match (zone, node.size) {
        (Zone::Us, _) => RADIUS_US,
        (Zone::Unknown, _) => RADIUS_TRAY,
        (_, Some(size)) if largest > 0.0 && size.is_finite() => {
            // The area shows the metric, so radii are compared by their squares.
            let part = (size.max(0.0) / largest) as f32;
            (RADIUS.0 * RADIUS.0 + (RADIUS.1 * RADIUS.1 - RADIUS.0 * RADIUS.0) * part).sqrt()
        }
        _ if largest > 0.0 => RADIUS.0,
        _ => RADIUS_PLAIN,
    }
}

/// The radius of every node in a compact field.
pub(super) const RADIUS_COMPACT: f32 = RADIUS.0;
