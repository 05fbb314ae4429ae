//! What a reader of the map may rely on.

use std::{cell::RefCell, ops::ControlFlow};

use layout::graph::{Cancelled, Phase, Progress};
use layout::{Node, NodeBox, Organic, OrganicInput, Rect, Zone, organic, organic_watched};
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
    OrganicInput { nodes, edges: vec![(0, 1)], bounds: (2.0, 3.0), aspect: 1.4, captions, ..OrganicInput::default() }
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
    let lines = prop::collection::vec((0..most, 0..most), 0..2 * most);
    (prop::collection::vec(one, 1..most), lines).prop_map(|(list, lines)| {
        let nodes =
            list.into_iter().zip(1..).map(|(((zone, depth), group, half), key)| node(key, zone, depth, group, half));
        let mut input = input(nodes.collect());
        input.edges = lines.into_iter().filter(|&(a, b)| a.max(b) < input.nodes.len()).collect();
        input
    })
}

fn nearer_than(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: Some(Box::new(prop::test_runner::FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

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
    fn one_more_partner_moves_nobody(input in inputs(60), (zone, depth) in zone()) {
        let before = organic(&input);
        let mut more = again(&input, &before);
        more.nodes.push(node(9_999, zone, depth, Some(1), 40.0));
        let after = organic(&more);
        // A zone or a tray that had to grow may push its neighbors; else everybody placed stays.
        let panel = |places: &Organic| places.tray.as_ref().map(|tray| tray.rect);
        if after.zones == before.zones && panel(&after) == panel(&before) {
            prop_assert_eq!(moved(&input, &before, &after), vec![]);
        }
    }

    #[test]
    fn the_same_again_moves_nobody(input in inputs(90)) {
        let before = organic(&input);
        let after = organic(&again(&input, &before));
        prop_assert_eq!(after.zones, before.zones);
        prop_assert_eq!(moved(&input, &before, &after), vec![]);
    }

    #[test]
    fn tidying_up_keeps_every_rule(input in inputs(60)) {
        let before = organic(&input);
        let places = organic(&OrganicInput { tidy_up: true, ..again(&input, &before) });
        prop_assert_eq!(overlaps(&input, &places), vec![]);
        for (node, at) in input.nodes.iter().zip(&places.positions) {
            prop_assert!(places.zones.hold(node.zone, &rect(node, *at)));
        }
    }
}

/// What is laid out the next time, when everyone has a last place.
fn again(input: &OrganicInput, places: &Organic) -> OrganicInput {
    let mut again = OrganicInput { previous_zones: Some(places.zones), ..input.clone() };
    for (node, at) in again.nodes.iter_mut().zip(&places.positions) {
        node.previous = Some(*at);
    }
    again
}

/// Who of those in the zones lies elsewhere.
fn moved(input: &OrganicInput, before: &Organic, after: &Organic) -> Vec<u128> {
    let both = before.positions.iter().zip(&after.positions);
    let zoned = input.nodes.iter().zip(both).filter(|(node, _)| !matches!(node.zone, Zone::Unknown | Zone::Unlinked));
    zoned.filter(|(_, (a, b))| a != b).map(|(node, _)| node.key).collect()
}

#[test]
fn says_how_far_it_is_and_stops_when_asked() {
    let members = (1..40).map(|key| node(key, Zone::Strategic, 4.0, None, 30.0)).collect();
    let input = input(members);
    let told = RefCell::new(Vec::new());
    let listen = |progress: Progress| {
        told.borrow_mut().push(progress.phase);
        ControlFlow::Continue(())
    };
    let all = organic_watched(&input, &listen).unwrap();
    assert_eq!(all, organic(&input));
    let mut phases = told.take();
    phases.dedup();
    assert!([Phase::Stress, Phase::Force, Phase::Overlaps].iter().all(|phase| phases.contains(phase)), "{phases:?}");
    assert_eq!(organic_watched(&input, &|_| ControlFlow::Break(())), Err(Cancelled));
}

#[test]
fn those_linked_to_one_another_but_not_to_us_are_drawn_by_their_lines() {
    let mut input = input((1..=120).map(|key| node(key, Zone::Unlinked, 0.0, None, 9.0)).collect());
    // A long path and many alone.
    input.edges = (1..60).map(|node| (node, node + 1)).collect();
    let places = organic(&input);
    let field = places.outside.as_ref().unwrap();
    assert_eq!(field.blocks.iter().map(|block| block.count).sum::<usize>(), 120);
    assert_eq!((field.blocks[0].kind, field.blocks[0].count), (None, 60));
    assert_eq!(overlaps(&input, &places), vec![]);
    let far = |a: usize, b: usize| {
        let (a, b) = (places.positions[a], places.positions[b]);
        libm::hypot(a.0 - b.0, a.1 - b.1)
    };
    let beside = (1..60).map(|node| far(node, node + 1)).sum::<f64>() / 59.0;
    assert!(far(1, 60) > 8.0 * beside, "{} {beside}", far(1, 60));
    let inside =
        |rect: &Rect, (x, y): (f64, f64)| x > rect.x && x < rect.x + rect.w && y > rect.y && y < rect.y + rect.h;
    assert!((1..=120).all(|node| inside(&field.rect, places.positions[node])));
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
fn thousands_of_unknown_are_a_tidy_field() {
    let nodes = (1..2_165).map(|key| node(key, Zone::Unknown, 0.0, None, 55.0)).collect();
    let input = input(nodes);
    let places = organic(&input);
    let tray = places.tray.as_ref().unwrap();
    assert!(tray.compact && tray.blocks.len() == 4, "{:?}", tray.blocks);
    assert_eq!(overlaps(&input, &places), vec![]);
    assert!((0.9..2.0).contains(&(places.bounds.w / places.bounds.h)), "{:?}", places.bounds);
}

#[test]
fn thousands_in_the_zones_find_room() {
    let zones = [(Zone::Strategic, 4.0), (Zone::Ecotone, 2.5), (Zone::Transactional, 1.0), (Zone::Transactional, 0.4)];
    let nodes = (1..2_165_u128).map(|key| {
        let (zone, depth) = zones[(key * 7 % 4) as usize];
        node(key, zone, depth, Some((key % 11) as u8), 40.0 + (key % 13) as f64)
    });
    let input = input(nodes.collect());
    let places = organic(&input);
    assert_eq!(overlaps(&input, &places), vec![]);
    assert!(places.fill > 0.1, "{}", places.fill);
}
