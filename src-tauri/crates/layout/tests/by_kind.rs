//! What a caller of the areas by kind gets, also for ecosystems nobody would draw.

use layout::graph::{Cancelled, Progress};
use layout::{ByKind, ByKindInput, Form, Node, NodeBox, Point, Rect, Zone, by_kind};
use proptest::prelude::*;
use std::ops::ControlFlow;

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn drawn(input: &ByKindInput) -> ByKind {
    by_kind(input, &go).unwrap()
}

fn node(key: u128, kind: usize, half_width: f64, group: Option<u8>) -> Node {
    Node {
        key,
        name: format!("Partner {key:03}"),
        size: NodeBox { half_width, above: 18.0, below: 34.0 },
        depth: None,
        zone: Zone::Unknown,
        group: group.map(|group| format!("group {group}")),
        kind,
        pinned: None,
        previous: None,
    }
}

fn input(nodes: Vec<Node>, edges: &[(usize, usize)], form: Form) -> ByKindInput {
    ByKindInput { nodes, edges: edges.to_vec(), form, heading: 32.0, aspect: 1.4 }
}

fn rect(size: NodeBox, (x, y): Point) -> Rect {
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    let hair = 1e-6;
    outer.x <= inner.x + hair
        && outer.y <= inner.y + hair
        && inner.x + inner.w <= outer.x + outer.w + hair
        && inner.y + inner.h <= outer.y + outer.h + hair
}

/// Everything that must hold for any input.
#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn check(input: &ByKindInput, drawn: &ByKind) -> Result<(), TestCaseError> {
    prop_assert_eq!(drawn.positions.len(), input.nodes.len());
    prop_assert!(drawn.positions.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    let rects: Vec<Rect> = input.nodes.iter().zip(&drawn.positions).map(|(node, at)| rect(node.size, *at)).collect();
    let fixed = |node: usize| input.nodes[node].pinned.is_some();
    let mut order: Vec<usize> = (0..rects.len()).collect();
    order.sort_by(|&a, &b| rects[a].x.total_cmp(&rects[b].x));
    for (place, &a) in order.iter().enumerate() {
        for &b in order[place + 1..].iter().take_while(|&&b| rects[b].x < rects[a].x + rects[a].w) {
            let listed = fixed(a) && fixed(b) && drawn.overlapping.contains(&(a.min(b), a.max(b)));
            prop_assert!(!meet(&rects[a], &rects[b]) || listed, "{} lies on {}", a, b);
        }
    }
    for (index, node) in input.nodes.iter().enumerate() {
        let block = drawn.blocks.iter().find(|block| block.kind == node.kind).unwrap();
        let under = Rect { y: block.rect.y + block.heading.h, h: block.rect.h - block.heading.h, ..block.rect };
        match node.pinned {
            Some(pin) => {
                prop_assert_eq!(drawn.positions[index], pin);
                prop_assert_eq!(drawn.strayed.contains(&index), !holds(&block.rect, &rects[index]));
            }
            None => prop_assert!(holds(&under, &rects[index]), "{} leaves {:?}: {:?}", index, block.rect, rects[index]),
        }
    }
    prop_assert!(drawn.blocks.is_sorted_by_key(|block| block.kind));
    for (place, block) in drawn.blocks.iter().enumerate() {
        prop_assert!(holds(&drawn.bounds, &block.rect));
        prop_assert!((block.heading.h - input.heading).abs() < 1e-9 || block.rect.h < input.heading);
        let others = drawn.blocks[..place].iter();
        prop_assert!(others.clone().all(|other| !meet(&other.rect, &block.rect)) || has_pins(input));
    }
    Ok(())
}

fn has_pins(input: &ByKindInput) -> bool {
    input.nodes.iter().any(|node| node.pinned.is_some())
}

/// Groups hold their members, keep apart and leave room for their names.
fn check_groups(input: &ByKindInput, drawn: &ByKind) -> Result<(), TestCaseError> {
    for block in &drawn.blocks {
        for (place, (name, frame)) in block.groups.iter().enumerate() {
            prop_assert!(holds(&block.rect, frame), "{} {:?} {:?}", name, frame, block.rect);
            prop_assert!(block.groups[..place].iter().all(|(_, other)| !meet(other, frame)), "{:?}", block.groups);
            let inside = Rect { y: frame.y + drawn.group_heading, h: frame.h - drawn.group_heading, ..*frame };
            for (node, at) in input.nodes.iter().zip(&drawn.positions).filter(|(node, _)| node.kind == block.kind) {
                let own = node.group.as_ref() == Some(name);
                let rect = rect(node.size, *at);
                let right = if own { holds(&inside, &rect) } else { !meet(frame, &rect) };
                prop_assert!(right, "{:?} and {:?}", node.name, name);
            }
        }
    }
    Ok(())
}

fn ecosystems(most: usize) -> impl Strategy<Value = ByKindInput> {
    let one = (0..6_usize, prop::option::of(0..5_u8), 12.0..70.0_f64);
    let form = prop_oneof![Just(Form::Lanes), Just(Form::Quadrants)];
    let lines = prop::collection::vec((0..most, 0..most), 0..most);
    (prop::collection::vec(one, 1..most), lines, form, 0.5..3.0_f64).prop_map(|(list, lines, form, aspect)| {
        let nodes: Vec<Node> =
            list.into_iter().zip(0..).map(|((kind, group, half), key)| node(key, kind * 3, half, group)).collect();
        let edges: Vec<_> = lines.into_iter().map(|(a, b)| (a % nodes.len(), b % nodes.len())).collect();
        ByKindInput { aspect, ..input(nodes, &edges, form) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_boxes_overlap_and_areas_hold(input in ecosystems(150)) {
        let drawn = drawn(&input);
        check(&input, &drawn)?;
        check_groups(&input, &drawn)?;
        prop_assert_eq!(&drawn.strayed, &Vec::<usize>::new());
        prop_assert_eq!(by_kind(&input, &go).unwrap(), drawn);
    }

    #[test]
    fn pins_stay_and_the_others_make_way(
        mut input in ecosystems(70),
        pins in prop::collection::vec((0..70_usize, -100.0..900.0_f64, -100.0..700.0_f64), 1..12),
    ) {
        for (index, x, y) in pins {
            let count = input.nodes.len();
            input.nodes[index % count].pinned = Some((x, y));
        }
        let first = drawn(&input);
        check(&input, &first)?;
        // Again from where everybody lies now.
        for (node, at) in input.nodes.iter_mut().zip(&first.positions) {
            node.previous = Some(*at);
        }
        check(&input, &drawn(&input))?;
    }

    #[test]
    fn one_more_moves_few(mut input in ecosystems(60), kind in 0..6_usize, group in prop::option::of(0..5_u8)) {
        let before = drawn(&input);
        for (node, at) in input.nodes.iter_mut().zip(&before.positions) {
            node.previous = Some(*at);
        }
        prop_assert_eq!(drawn(&input), before.clone());
        input.nodes.push(node(9_999, kind * 3, 40.0, group));
        let after = drawn(&input);
        check(&input, &after)?;
        let Some(block) = before.blocks.iter().find(|block| block.kind == kind * 3) else { return Ok(()) };
        // Who lies in an area before or above the new one's has not moved aside, and above it not at all.
        for (index, (old, new)) in before.positions.iter().zip(&after.positions).enumerate() {
            let same = |a: f64, b: f64| a.to_bits() == b.to_bits();
            let above = old.1 < block.rect.y;
            prop_assert!(same(old.0, new.0) || input.nodes[index].kind >= block.kind, "{} {:?} {:?}", index, old, new);
            prop_assert!(same(old.1, new.1) || !above, "{} {:?} {:?}", index, old, new);
        }
    }
}

#[test]
fn stands_up_to_anything() {
    let many = |count: u128, kinds: u128, group: fn(u128) -> Option<u8>| -> Vec<Node> {
        (0..count).map(|key| node(key, (key % kinds) as usize, 30.0 + (key * 13 % 29) as f64, group(key))).collect()
    };
    let chain: Vec<(usize, usize)> = (1..150).map(|node| (node - 1, node)).collect();
    let odd = [(1, 1), (1, 2), (2, 1), (1, 2), (0, 0), (7, 999)];
    for form in [Form::Lanes, Form::Quadrants] {
        let cases: Vec<(&str, ByKindInput)> = vec![
            ("empty", input(Vec::new(), &[], form)),
            ("one", input(many(1, 1, |_| None), &[], form)),
            ("two in one group", input(many(2, 1, |_| Some(1)), &[(0, 1)], form)),
            ("all of one kind, a chain", input(many(150, 1, |_| None), &chain, form)),
            ("150 kinds", input(many(150, 150, |_| Some(1)), &chain, form)),
            ("150 groups", input(many(150, 3, |key| u8::try_from(key).ok()), &chain, form)),
            ("loops and parallel lines", input(many(12, 4, |_| None), &odd, form)),
            ("2,000", input(many(2_000, 5, |key| u8::try_from(key % 40).ok().filter(|_| key % 3 > 0)), &chain, form)),
            ("2,000 of one kind", input(many(2_000, 1, |_| None), &[], form)),
        ];
        for (name, input) in cases {
            let drawn = drawn(&input);
            check(&input, &drawn).unwrap_or_else(|error| panic!("{name}: {error}"));
            check_groups(&input, &drawn).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(input.nodes.len() < 1_000 || drawn.fill > 0.2, "{name}, {form:?}: {}", drawn.fill);
        }
    }
}

#[test]
fn hostile_sizes_and_points_place_something_finite() {
    let mut nodes: Vec<Node> = (0..6).map(|key| node(key, (key % 2) as usize, 30.0, None)).collect();
    nodes[1].size = NodeBox { half_width: f64::NAN, above: -5.0, below: f64::INFINITY };
    nodes[2].pinned = Some((f64::NAN, 3.0));
    nodes[3].previous = Some((f64::INFINITY, 3.0));
    for form in [Form::Lanes, Form::Quadrants] {
        let input = ByKindInput { heading: f64::NAN, aspect: f64::INFINITY, ..input(nodes.clone(), &[(0, 1)], form) };
        let drawn = drawn(&input);
        assert!(drawn.positions.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
        assert!(drawn.bounds.w.is_finite() && drawn.strayed.is_empty());
    }
}

#[test]
fn what_is_all_pinned_stays_and_is_listed() {
    let mut nodes: Vec<Node> = (0..4).map(|key| node(key, (key % 2) as usize, 30.0, None)).collect();
    let pins = [(10.0, 10.0), (20.0, 15.0), (-520.0, 3.0), (400.0, 900.0)];
    for (node, pin) in nodes.iter_mut().zip(pins) {
        node.pinned = Some(pin);
    }
    for form in [Form::Lanes, Form::Quadrants] {
        let drawn = drawn(&input(nodes.clone(), &[], form));
        assert_eq!(drawn.positions, pins);
        assert_eq!(drawn.overlapping, [(0, 1)]);
    }
}

#[test]
fn four_kinds_are_quadrants_and_lanes_stand_side_by_side() {
    let nodes: Vec<Node> = (0..40).map(|key| node(key, (key % 4) as usize, 40.0, None)).collect();
    let quadrants = drawn(&input(nodes.clone(), &[], Form::Quadrants)).blocks;
    let same = |a: f64, b: f64| (a - b).abs() < 1e-9;
    assert!(same(quadrants[0].rect.y, quadrants[1].rect.y) && same(quadrants[2].rect.y, quadrants[3].rect.y));
    assert!(quadrants[0].rect.y + quadrants[0].rect.h < quadrants[2].rect.y);
    assert!(same(quadrants[0].rect.x, quadrants[2].rect.x) && quadrants[1].rect.x > quadrants[0].rect.x);
    let lanes = drawn(&input(nodes.clone(), &[], Form::Lanes)).blocks;
    assert!(lanes.windows(2).all(|pair| same(pair[0].rect.y, pair[1].rect.y) && same(pair[0].rect.h, pair[1].rect.h)));
    assert!(lanes.windows(2).all(|pair| pair[0].rect.x + pair[0].rect.w < pair[1].rect.x));
    let rows = drawn(&ByKindInput { aspect: 0.7, ..input(nodes, &[], Form::Lanes) }).blocks;
    assert!(rows.windows(2).all(|pair| pair[0].rect.y + pair[0].rect.h < pair[1].rect.y));
}

#[test]
fn the_whole_has_about_the_shape_of_the_view() {
    for form in [Form::Lanes, Form::Quadrants] {
        for aspect in [0.8, 1.4, 2.0] {
            let nodes =
                (0..200).map(|key| node(key, (key * key % 7 % 5) as usize, 40.0, u8::try_from(key % 9).ok())).collect();
            let bounds = drawn(&ByKindInput { aspect, ..input(nodes, &[], form) }).bounds;
            let shape = bounds.w / bounds.h / aspect;
            assert!((0.6..1.5).contains(&shape), "{form:?} {aspect}: {shape}");
        }
    }
}

/// Crossings of straight lines.
fn crossings(lines: &[(usize, usize)], at: &[Point]) -> usize {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let cross = |a: Point, b: Point, c: Point, d: Point| {
        side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
    };
    let pairs = (0..lines.len()).flat_map(|a| (0..a).map(move |b| (lines[a], lines[b])));
    pairs.filter(|&((a, b), (c, d))| a != c && a != d && b != c && b != d && cross(at[a], at[b], at[c], at[d])).count()
}

#[test]
fn lanes_that_can_be_drawn_without_crossings_are() {
    // Each of the left is linked to one of the right, whose names come in another order.
    let pairs: [Vec<(usize, usize)>; 3] = [
        (0..8).map(|node| (node, 8 + node * 3 % 8)).collect(),
        (0..8).map(|node| (node, 15 - node)).collect(),
        vec![(0, 12), (0, 9), (1, 14), (2, 12), (3, 8), (3, 11), (5, 8)],
    ];
    for lines in pairs {
        let nodes = (0..16).map(|key| node(key, (key / 8) as usize, 80.0, None)).collect();
        let input = ByKindInput { aspect: 1.0, ..input(nodes, &lines, Form::Lanes) };
        assert_eq!(crossings(&lines, &drawn(&input).positions), 0, "{lines:?}");
    }
}

#[test]
fn lanes_never_cross_more_than_by_name() {
    for seed in 0..12_usize {
        let nodes: Vec<Node> = (0..60).map(|key| node(key, (key % 3) as usize, 40.0, None)).collect();
        let lines: Vec<(usize, usize)> =
            (0..70).map(|line| ((line * 17 + seed * 29) % 60, (line * line * 7 + seed * 13 + 5) % 60)).collect();
        let sought = drawn(&input(nodes.clone(), &lines, Form::Lanes));
        let by_name = drawn(&input(nodes, &[], Form::Lanes));
        let (least, most) = (crossings(&lines, &sought.positions), crossings(&lines, &by_name.positions));
        assert!(least * 10 <= most * 9, "{seed}: {least} of {most}");
    }
}

#[test]
fn a_partner_that_changes_kind_leaves_the_others_in_place() {
    let mut input = input(
        (0..40).map(|key| node(key, (key % 4) as usize, 40.0, u8::try_from(key % 3).ok())).collect(),
        &[],
        Form::Quadrants,
    );
    let before = drawn(&input);
    for (node, at) in input.nodes.iter_mut().zip(&before.positions) {
        node.previous = Some(*at);
    }
    input.nodes[4].kind = 1;
    let after = drawn(&input);
    check(&input, &after).unwrap();
    let moved: Vec<usize> = (0..40)
        .filter(|&node| node != 4 && (before.positions[node].0 - after.positions[node].0).abs() > 1e-9)
        .collect();
    assert_eq!(moved, Vec::<usize>::new());
}

#[test]
fn stops_when_asked() {
    let stop = |_: Progress| ControlFlow::Break(());
    let nodes = (0..8).map(|key| node(key, (key % 2) as usize, 40.0, None)).collect();
    assert_eq!(by_kind(&input(nodes, &[(0, 2), (1, 2)], Form::Quadrants), &stop), Err(Cancelled));
}
