//! What stands in lanes, and where their names find room.
//!
//! Owns: our own lane, headings. Must not know: styles, how anything is placed in a lane.

use layout::{ByKind, Node, Point, Rect, Zone};
use picture::Language;
use picture::map::{Arrangement, Backdrop, Lane, MapInput};

/// Our box takes at least this part of the width of all, so that our lines spread to both sides before they meet others.
const SPREAD: f64 = 0.1;
/// The part of a map in lanes that boxes cover, and its width over its height, about.
const FILL: f64 = 0.3;
const SHAPE: f64 = 1.6;
/// What the names of lanes add to the height of what stands below them, about.
const NAMES: f64 = 0.1;
/// Our name is read on a wall as wide, at this part of its full size.
const WALL: f64 = 580.0;
const SMALLEST: f64 = 0.85;
/// A heading's height on a map of few, and how many that are.
const HEADING: f64 = 32.0;
const FEW: f64 = 72.0;

/// The shape of what stands below the names of lanes, in a view of such a shape.
pub(super) fn below_names(aspect: f64) -> f64 {
    aspect * (1.0 + NAMES)
}

/// Our own box, with room on both sides.
pub(super) fn widen_us(nodes: &mut [Node]) {
    let area = |node: &Node| 2.0 * node.size.half_width * (node.size.above + node.size.below);
    let width = (nodes.iter().map(area).sum::<f64>() / FILL * SHAPE).sqrt();
    for node in nodes.iter_mut().filter(|node| node.zone == Zone::Us) {
        let own = node.size.half_width;
        node.size.half_width = own.max(width * SPREAD / 2.0).max(width * own * SMALLEST / WALL);
    }
}

/// Puts us between the kinds, where about half of all stand on either side, so that no line of ours passes more lanes than
/// it must. Kinds are counted twice over from then on; answers ours. None where there is nobody of us.
pub(super) fn stand_between_kinds(nodes: &mut [Node]) -> Option<usize> {
    if nodes.iter().all(|node| node.zone != Zone::Us) {
        return None;
    }
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for node in nodes.iter().filter(|node| node.zone != Zone::Us) {
        *counts.entry(node.kind).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let mut before = 0;
    let sides = counts.iter().map(|(kind, count)| {
        before += count;
        (before.abs_diff(all - before), kind + 1)
    });
    let own = 2 * sides.min().map_or(0, |(_, kind)| kind);
    for node in nodes {
        node.kind = if node.zone == Zone::Us { own } else { 2 * node.kind + 1 };
    }
    Some(own)
}

/// Alone in our lane, we stand where our lines to both sides are shortest.
pub(super) fn stand_half_way_down(input: &MapInput, kinds: &mut ByKind) {
    let middle = kinds.bounds.y + kinds.bounds.h / 2.0;
    for (node, at) in input.nodes.iter().zip(&mut kinds.positions) {
        if node.us && node.pinned.is_none() {
            at.1 = middle;
        }
    }
}

/// What our own lane is called.
pub(super) fn our_name(center: &str, language: Language) -> String {
    if center == language.say("us") { language.say("We").to_owned() } else { center.to_owned() }
}

/// Room for the name of an area among others on a map of so many.
pub(super) fn heading_among(nodes: usize) -> f64 {
    HEADING * (nodes as f64 / FEW).sqrt().max(1.0)
}

/// Lanes side by side from one top to one bottom, with room for their names at the top; below them a lane that lies across.
pub(super) fn arrangement(bounds: Rect, mut lanes: Vec<Lane>, positions: Vec<Point>) -> Arrangement {
    let heading = picture::map::lane_heading(&bounds, &lanes);
    let top = lanes.first().map_or(bounds.y, |lane| lane.rect.y);
    for lane in &mut lanes {
        // What lies across has its room above already.
        if lane.rect.y <= top {
            lane.rect.y -= heading;
            lane.rect.h += heading;
        }
    }
    let bounds = lanes.iter().fold(bounds, |all, lane| around(&all, &lane.rect));
    Arrangement { bounds, backdrop: Backdrop::Lanes(lanes), positions }
}

fn around(a: &Rect, b: &Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect { x, y, w: (a.x + a.w).max(b.x + b.w) - x, h: (a.y + a.h).max(b.y + b.h) - y }
}

#[cfg(test)]
mod tests {
    use layout::{Node, NodeBox, Rect, Zone};
    use picture::map::{Backdrop, Lane};

    use super::{arrangement, stand_between_kinds, widen_us};

    fn node(key: u128, kind: usize, zone: Zone) -> Node {
        let size = NodeBox { half_width: 40.0, above: 20.0, below: 30.0 };
        let name = format!("Partner {key}");
        Node { key, name, size, depth: None, zone, group: None, kind, pinned: None, previous: None }
    }

    #[test]
    fn we_stand_between_the_kinds_with_half_of_all_on_either_side() {
        for (kinds, expect) in [
            (vec![0, 0, 1, 1, 2, 2, 3, 3], 4),
            (vec![0, 1, 1, 1, 1, 1, 2], 2),
            (vec![5, 5, 9], 12),
            (vec![3], 8),
            (vec![], 0),
        ] {
            let mut nodes = vec![node(0, 1, Zone::Us)];
            nodes.extend((1..).zip(&kinds).map(|(key, kind)| node(key, *kind, Zone::Ecotone)));
            assert_eq!(stand_between_kinds(&mut nodes), Some(expect), "{kinds:?}");
            assert_eq!(nodes[0].kind, expect);
            let apart = nodes[1..].iter().zip(&kinds).all(|(node, kind)| node.kind / 2 == *kind && node.kind != expect);
            assert!(apart, "{kinds:?}");
        }
        assert_eq!(stand_between_kinds(&mut [node(1, 3, Zone::Ecotone)]), None);
    }

    #[test]
    fn we_have_a_tenth_of_the_width_and_others_what_they_had() {
        let mut nodes = vec![node(0, 0, Zone::Us)];
        nodes.extend((1..500).map(|key| node(key, 0, Zone::Ecotone)));
        let others = nodes[1..].to_vec();
        widen_us(&mut nodes);
        assert!((100.0..200.0).contains(&nodes[0].size.half_width), "{}", nodes[0].size.half_width);
        assert_eq!(nodes[1..], others);
    }

    #[test]
    fn every_lane_side_by_side_has_the_same_room_for_its_name() {
        let lane = |x: f64, y: f64| Lane { name: "1 step before us".into(), rect: Rect { x, y, w: 90.0, h: 400.0 } };
        let bounds = Rect { x: 0.0, y: 0.0, w: 300.0, h: 500.0 };
        let placed = arrangement(bounds, vec![lane(0.0, 0.0), lane(100.0, 0.0), lane(0.0, 410.0)], Vec::new());
        let Backdrop::Lanes(lanes) = &placed.backdrop else { panic!("{placed:?}") };
        assert!(lanes[0].rect.y < -30.0 && (lanes[0].rect.y - lanes[1].rect.y).abs() < 1e-9);
        assert_eq!((lanes[2].rect.y, placed.bounds.y), (410.0, lanes[0].rect.y));
        assert!((lanes[0].rect.y + lanes[0].rect.h - 400.0).abs() < 1e-9);
    }
}
