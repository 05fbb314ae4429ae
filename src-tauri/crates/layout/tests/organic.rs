//! What a reader of the map may rely on.

use layout::{Node, NodeBox, Organic, OrganicInput, Rect, Zone, organic};
use proptest::prelude::*;

fn rect(node: &Node, (x, y): (f64, f64)) -> Rect {
    let size = node.size;
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn overlaps(input: &OrganicInput, places: &Organic) -> Vec<(usize, usize)> {
    // Names of a compact field wait for zoom, so there only the shapes count.
    let shape = NodeBox { half_width: 9.0, above: 9.0, below: 9.0 };
    let boxed = |(node, at): (&Node, &(f64, f64))| {
        let compact = |field: &Option<layout::Field>| field.as_ref().is_some_and(|field| field.compact);
        let small = (node.zone == Zone::Unknown && compact(&places.tray))
            || (node.zone == Zone::Unlinked && compact(&places.outside));
        rect(&Node { size: if small { shape } else { node.size }, ..node.clone() }, *at)
    };
    let rects: Vec<Rect> = input.nodes.iter().zip(&places.positions).map(boxed).collect();
    let pairs = (0..rects.len()).flat_map(|a| (a + 1..rects.len()).map(move |b| (a, b)));
    pairs
        .filter(|&(a, b)| input.nodes[a].pinned.is_none() || input.nodes[b].pinned.is_none())
        .filter(|&(a, b)| {
            let (a, b) = (rects[a], rects[b]);
            a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
        })
        .collect()
}

fn node(key: u128, zone: Zone, depth: f64, group: Option<u8>, half_width: f64) -> Node {
    Node {
        key,
        name: format!("Partner {key}"),
        size: NodeBox { half_width, above: 20.0, below: 40.0 },
        depth: (!matches!(zone, Zone::Unknown | Zone::Unlinked)).then_some(depth),
        zone,
        group: group.map(|group| format!("group {group}")),
        kind: (key % 4) as usize,
        pinned: None,
        previous: None,
    }
}

fn input(mut nodes: Vec<Node>) -> OrganicInput {
    nodes.insert(0, node(0, Zone::Us, 5.0, None, 45.0));
    let captions = [NodeBox { half_width: 50.0, above: 12.0, below: 20.0 }; 3];
    OrganicInput { nodes, edges: vec![(0, 1)], bounds: (2.0, 3.0), aspect: 1.4, captions }
}

fn zone() -> impl Strategy<Value = (Zone, f64)> {
    prop_oneof![
        (3.0..=5.0_f64).prop_map(|depth| (Zone::Strategic, depth)),
        (2.0..=3.0_f64).prop_map(|depth| (Zone::Ecotone, depth)),
        (0.0..=2.0_f64).prop_map(|depth| (Zone::Transactional, depth)),
        Just((Zone::Unknown, 0.0)),
        Just((Zone::Unlinked, 0.0)),
    ]
}

fn inputs(most: usize) -> impl Strategy<Value = OrganicInput> {
    let one = (zone(), prop::option::of(0..5_u8), 15.0..70.0_f64);
    prop::collection::vec(one, 1..most).prop_map(|list| {
        let nodes =
            list.into_iter().zip(1..).map(|(((zone, depth), group, half), key)| node(key, zone, depth, group, half));
        input(nodes.collect())
    })
}

fn nearer_than(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_boxes_overlap_and_zones_hold(input in inputs(120)) {
        let places = organic(&input);
        prop_assert_eq!(overlaps(&input, &places), vec![]);
        for (node, at) in input.nodes.iter().zip(&places.positions) {
            prop_assert!(places.zones.hold(node.zone, &rect(node, *at)), "{:?} at {:?} of {:?}", node, at, places.zones);
        }
        prop_assert_eq!(organic(&input), places);
    }

    #[test]
    fn a_pinned_node_stays_and_the_others_make_way(mut input in inputs(60), x in -600.0..600.0_f64, y in -500.0..500.0_f64) {
        input.nodes[1].pinned = Some((x, y));
        let us = rect(&input.nodes[0], (0.0, 0.0));
        let own = rect(&input.nodes[1], (x, y));
        prop_assume!(own.x > us.x + us.w || us.x > own.x + own.w || own.y > us.y + us.h || us.y > own.y + own.h);
        let places = organic(&input);
        prop_assert!(nearer_than(places.positions[1].0, x) && nearer_than(places.positions[1].1, y));
        prop_assert_eq!(overlaps(&input, &places), vec![]);
    }

    #[test]
    fn one_more_partner_moves_nobody_far(input in inputs(60), (zone, depth) in zone()) {
        let before = organic(&input);
        let mut after_input = input.clone();
        for (node, at) in after_input.nodes.iter_mut().zip(&before.positions) {
            node.previous = Some(*at);
        }
        after_input.nodes.push(node(9_999, zone, depth, Some(1), 40.0));
        let after = organic(&after_input);
        // A zone that had to grow may push its neighbors; else everybody placed stays.
        if after.zones == before.zones && before.tray.as_ref().map(|t| t.rect) == after.tray.as_ref().map(|t| t.rect) {
            let moved = input.nodes.iter().zip(before.positions.iter().zip(&after.positions))
                .filter(|(node, (a, b))| !matches!(node.zone, Zone::Unknown | Zone::Unlinked) && a != b).count();
            prop_assert!(moved <= 1 + input.nodes.len() / 10, "{moved} of {} moved", input.nodes.len());
        }
    }
}

#[test]
fn deeper_is_nearer() {
    let nodes = [4.8, 4.2, 3.6, 3.1].iter().zip(1..).map(|(depth, key)| node(key, Zone::Strategic, *depth, None, 40.0));
    let places = organic(&input(nodes.collect()));
    let (rx, ry) = places.zones.core;
    let reach: Vec<f64> =
        places.positions[1..].iter().map(|(x, y)| (x / rx) * (x / rx) + (y / ry) * (y / ry)).collect();
    assert!(reach.is_sorted(), "{reach:?}");
}

#[test]
fn thousands_of_unknown_are_a_tidy_field_in_a_moment() {
    let nodes = (1..2_165).map(|key| node(key, Zone::Unknown, 0.0, None, 55.0)).collect();
    let input = input(nodes);
    let begin = std::time::Instant::now();
    let places = organic(&input);
    let took = begin.elapsed();
    let tray = places.tray.as_ref().unwrap();
    assert!(tray.compact && tray.blocks.len() == 4, "{:?}", tray.blocks);
    assert_eq!(overlaps(&input, &places), vec![]);
    assert!((0.9..2.0).contains(&(places.bounds.w / places.bounds.h)), "{:?}", places.bounds);
    assert!(took.as_millis() < 1_500, "{took:?}");
}

#[test]
fn thousands_in_the_zones_find_room() {
    let zones = [(Zone::Strategic, 4.0), (Zone::Ecotone, 2.5), (Zone::Transactional, 1.0), (Zone::Transactional, 0.4)];
    let nodes = (1..2_165_u128).map(|key| {
        let (zone, depth) = zones[(key * 7 % 4) as usize];
        node(key, zone, depth, Some((key % 11) as u8), 40.0 + (key % 13) as f64)
    });
    let input = input(nodes.collect());
    let begin = std::time::Instant::now();
    let places = organic(&input);
    eprintln!("{:?} {:?} fill {}", begin.elapsed(), places.zones, places.fill);
    assert_eq!(overlaps(&input, &places), vec![]);
}
