//! What a caller of the rings gets, also for ecosystems nobody would draw.

#![allow(clippy::cast_possible_truncation, reason = "counts of tests are small")]

use layout::graph::{Cancelled, Graph, Progress};
use layout::{Node, NodeBox, Point, Rect, RingOptions, Rings, RingsInput, Zone, ring_graph, rings};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const CAPTION: NodeBox = NodeBox { half_width: 30.0, above: 12.0, below: 6.0 };

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn drawn(input: &RingsInput) -> Rings {
    rings(input, &go).unwrap()
}

fn node(key: u128, half_width: f64, group: Option<u8>) -> Node {
    Node {
        key,
        name: format!("Partner {key}"),
        size: NodeBox { half_width, above: 18.0, below: 34.0 },
        depth: None,
        zone: Zone::Unknown,
        group: group.map(|group| format!("group {group}")),
        kind: (key % 4) as usize,
        pinned: None,
        previous: None,
    }
}

/// Us and one node for each number of a ring.
fn input(numbers: &[Option<u32>], edges: &[(usize, usize)]) -> RingsInput {
    let nodes = (0..=numbers.len() as u128).map(|key| node(key, 30.0 + (key * 13 % 29) as f64, None)).collect();
    let ring = std::iter::once(None).chain(numbers.iter().copied()).collect();
    RingsInput { nodes, edges: edges.to_vec(), us: Some(0), ring, captions: vec![CAPTION; 4], aspect: 1.4 }
}

fn rect(size: NodeBox, (x, y): Point) -> Rect {
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/// Everything that must hold for any input.
#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn check(input: &RingsInput, drawn: &Rings) -> Result<(), TestCaseError> {
    prop_assert_eq!(drawn.positions.len(), input.nodes.len());
    prop_assert!(drawn.positions.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    let rects: Vec<Rect> = input.nodes.iter().zip(&drawn.positions).map(|(node, at)| rect(node.size, *at)).collect();
    let fixed = |node: usize| input.nodes[node].pinned.is_some() || input.us == Some(node);
    let mut order: Vec<usize> = (0..rects.len()).collect();
    order.sort_by(|&a, &b| rects[a].x.total_cmp(&rects[b].x));
    for (place, &a) in order.iter().enumerate() {
        for &b in order[place + 1..].iter().take_while(|&&b| rects[b].x < rects[a].x + rects[a].w) {
            let listed = fixed(a) && fixed(b) && drawn.overlapping.contains(&(a.min(b), a.max(b)));
            prop_assert!(!meet(&rects[a], &rects[b]) || listed, "{} lies on {}", a, b);
        }
    }
    for (index, node) in input.nodes.iter().enumerate() {
        let number = input.ring.get(index).copied().flatten().filter(|_| input.us != Some(index));
        if let Some(pin) = node.pinned {
            prop_assert_eq!(drawn.positions[index], pin);
        } else if let Some(number) = number {
            let ring = drawn.rings.iter().find(|ring| ring.number == number).unwrap();
            prop_assert!(ring.holds(&rects[index]), "{} leaves ring {:?}: {:?}", index, ring, rects[index]);
        } else if input.us != Some(index) {
            let block = drawn.outside.unwrap();
            prop_assert!(block.x <= rects[index].x && rects[index].x + rects[index].w <= block.x + block.w);
            prop_assert!(block.y <= rects[index].y && rects[index].y + rects[index].h <= block.y + block.h);
        }
    }
    check_captions(input, drawn, &rects)?;
    for (inner, outer) in drawn.rings.iter().zip(drawn.rings.iter().skip(1)) {
        prop_assert_eq!(inner.outer, outer.inner);
    }
    Ok(())
}

/// Captions lie in their rings and on no node that could have made way.
fn check_captions(input: &RingsInput, drawn: &Rings, rects: &[Rect]) -> Result<(), TestCaseError> {
    for ring in &drawn.rings {
        let size = input.captions.get(ring.number as usize).copied().unwrap_or_default();
        if size.half_width > 0.0 {
            let words = rect(size, ring.caption);
            let pins = input.nodes.iter().filter(|node| node.pinned.is_some()).count();
            prop_assert!(ring.holds(&words) || pins > 0, "{:?}", ring);
            let on = (0..rects.len()).find(|&node| input.nodes[node].pinned.is_none() && meet(&rects[node], &words));
            prop_assert_eq!(on, None);
        }
    }
    Ok(())
}

/// A random ecosystem: numbers of rings, groups, widths, lines.
fn ecosystems(most: usize) -> impl Strategy<Value = RingsInput> {
    let one = (prop::option::weighted(0.9, 0..4_u32), prop::option::of(0..5_u8), 12.0..70.0_f64);
    let many = prop::collection::vec(one, 0..most);
    (many, prop::collection::vec((0..most, 0..most), 0..most), any::<bool>(), 0.5..3.0_f64).prop_map(
        move |(list, lines, has_us, aspect)| {
            let mut nodes = vec![node(0, 40.0, None)];
            let mut ring = vec![has_us.then_some(1)];
            for ((number, group, half), key) in list.into_iter().zip(1..) {
                nodes.push(node(key, half, group));
                ring.push(number);
            }
            let count = nodes.len();
            let edges = lines.into_iter().map(|(a, b)| (a % count, b % count)).collect();
            RingsInput { nodes, edges, us: has_us.then_some(0), ring, captions: vec![CAPTION; 3], aspect }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_boxes_overlap_and_rings_hold(input in ecosystems(150)) {
        let drawn = drawn(&input);
        check(&input, &drawn)?;
        prop_assert_eq!(&drawn.strayed, &Vec::<usize>::new());
        prop_assert_eq!(rings(&input, &go).unwrap(), drawn);
    }

    #[test]
    fn pins_stay_and_the_others_make_way(
        mut input in ecosystems(80),
        pins in prop::collection::vec((0..80_usize, -500.0..500.0_f64, -400.0..400.0_f64), 1..12),
    ) {
        for (index, x, y) in pins {
            let count = input.nodes.len();
            input.nodes[index % count].pinned = Some((x, y));
        }
        let drawn = drawn(&input);
        check(&input, &drawn)?;
        for (index, node) in input.nodes.iter().enumerate().filter(|(_, node)| node.pinned.is_some()) {
            let number = input.ring[index].filter(|_| input.us != Some(index));
            let ring = number.and_then(|number| drawn.rings.iter().find(|ring| ring.number == number));
            if let Some(ring) = ring {
                let inside = ring.holds(&rect(node.size, drawn.positions[index]));
                prop_assert_eq!(drawn.strayed.contains(&index), !inside);
            }
        }
    }

    #[test]
    fn members_of_a_group_stand_together(input in ecosystems(60)) {
        let drawn = drawn(&input);
        for ring in drawn.rings.iter().filter(|ring| ring.inner.0 > 0.0) {
            let members: Vec<usize> = (1..input.nodes.len())
                .filter(|&node| input.ring[node] == Some(ring.number) && input.us != Some(node)).collect();
            // Where several rows hold a ring, groups are sectors, whose edges are not straight.
            let radius = |node: usize| {
                let (x, y) = drawn.positions[node];
                let up = (input.nodes[node].size.below - input.nodes[node].size.above) / 2.0;
                libm::hypot(x * ring.outer.1 / ring.outer.0, y + up)
            };
            if members.iter().any(|&node| (radius(node) - radius(members[0])).abs() > 1.0) {
                continue;
            }
            let mut around = members.clone();
            let angle = |node: &usize| libm::atan2(drawn.positions[*node].1 + 8.0, drawn.positions[*node].0 * ring.outer.1 / ring.outer.0);
            around.sort_by(|a, b| angle(a).total_cmp(&angle(b)));
            let mut runs: BTreeMap<&str, usize> = BTreeMap::new();
            for (place, &node) in around.iter().enumerate() {
                let before = around[(place + around.len() - 1) % around.len()];
                if let Some(group) = &input.nodes[node].group {
                    let starts = input.nodes[before].group.as_ref() != Some(group);
                    *runs.entry(group).or_default() += usize::from(starts);
                }
            }
            prop_assert!(runs.values().all(|runs| *runs <= 1), "{:?}", runs);
        }
    }

    #[test]
    fn one_more_moves_the_others_little(mut input in ecosystems(60), number in 0..4_u32) {
        let before = drawn(&input);
        for (node, at) in input.nodes.iter_mut().zip(&before.positions) {
            node.previous = Some(*at);
        }
        let unchanged = drawn(&input);
        let same = |a: &Point, b: &Point| a.0.to_bits() == b.0.to_bits() && a.1.to_bits() == b.1.to_bits();
        prop_assert!(unchanged.rings != before.rings || unchanged.positions.iter().zip(&before.positions).all(|(a, b)| same(a, b)));
        input.nodes.push(node(9_999, 40.0, Some(1)));
        input.ring.push(Some(number));
        let after = drawn(&input);
        check(&input, &after)?;
        if after.rings == before.rings {
            let stands = |node: &usize| input.ring[*node].is_some() && input.us != Some(*node);
            let others: Vec<usize> = (0..before.positions.len()).filter(stands).collect();
            let moved = others.iter().filter(|&&node| !same(&before.positions[node], &after.positions[node]));
            // Only those on its own ring may make way.
            prop_assert!(moved.clone().all(|&node| input.ring[node] == Some(number)));
            let far = moved.map(|&node| {
                let ((ax, ay), (bx, by)) = (before.positions[node], after.positions[node]);
                libm::hypot(ax - bx, ay - by)
            });
            prop_assert!(far.fold(0.0, f64::max) <= 2.0 * 140.0 + 60.0);
        }
    }
}

#[test]
fn stands_up_to_anything() {
    let many = |count: usize, number: fn(usize) -> Option<u32>| (0..count).map(number).collect::<Vec<_>>();
    let chain: Vec<(usize, usize)> = (1..150).map(|node| (node, node + 1)).collect();
    let odd = [(1, 1), (1, 2), (2, 1), (1, 2), (0, 0), (7, 999)];
    let cases: Vec<(&str, RingsInput)> = vec![
        ("empty", RingsInput { nodes: Vec::new(), us: None, ..input(&[], &[]) }),
        ("us alone", input(&[], &[])),
        ("us who is not there", RingsInput { us: Some(99), ..input(&[Some(0), None], &[]) }),
        ("one, no center", RingsInput { us: None, ring: vec![Some(3)], ..input(&[], &[]) }),
        ("two, no center", RingsInput { us: None, ring: vec![Some(3); 2], ..input(&[Some(3)], &[]) }),
        ("no list of rings", RingsInput { ring: Vec::new(), ..input(&[Some(0); 9], &[]) }),
        ("far numbers", input(&[Some(0), Some(u32::MAX), Some(7)], &[])),
        ("150 on one ring", input(&many(150, |_| Some(1)), &chain)),
        ("150 rings", input(&many(150, |node| Some(node as u32)), &chain)),
        ("nobody on a ring", input(&many(150, |_| None), &chain)),
        ("loops and parallel lines", input(&many(12, |node| Some(node as u32 % 3)), &odd)),
        ("2,000 innermost", input(&many(2_000, |_| Some(0)), &[])),
        ("2,000 innermost, no center", RingsInput { us: None, ..input(&many(2_000, |_| Some(0)), &[]) }),
        ("2,000 on five", input(&many(2_000, |node| Some(node as u32 % 5)), &chain)),
    ];
    for (name, input) in cases {
        let drawn = drawn(&input);
        check(&input, &drawn).unwrap_or_else(|error| panic!("{name}: {error}"));
        let boxes = if input.nodes.is_empty() { 1 } else { input.nodes.len() };
        assert!(boxes < 1_000 || drawn.fill > 0.2, "{name}: {}", drawn.fill);
    }
}

#[test]
fn hostile_sizes_and_points_place_something_finite() {
    let mut input = input(&[Some(0), Some(0), Some(1), None], &[(0, 1)]);
    input.nodes[1].size = NodeBox { half_width: f64::NAN, above: -5.0, below: f64::INFINITY };
    input.nodes[2].pinned = Some((f64::NAN, 3.0));
    input.nodes[3].previous = Some((f64::INFINITY, 3.0));
    input.aspect = f64::NAN;
    input.captions[0].half_width = f64::NEG_INFINITY;
    let drawn = drawn(&input);
    assert!(drawn.positions.iter().all(|(x, y)| x.is_finite() && y.is_finite()));
    assert!(drawn.bounds.w.is_finite() && drawn.strayed.is_empty());
}

#[test]
fn what_is_all_pinned_stays_and_is_listed() {
    let mut input = input(&[Some(0), Some(0), Some(1), Some(1), None], &[(1, 2)]);
    let pins = [(500.0, 0.0), (510.0, 5.0), (-520.0, 3.0), (0.0, 9.0), (40.0, 900.0)];
    for (node, pin) in input.nodes[1..].iter_mut().zip(pins) {
        node.pinned = Some(pin);
    }
    let drawn = drawn(&input);
    assert_eq!(drawn.positions[1..], pins);
    assert_eq!(drawn.overlapping, [(0, 4), (1, 2)]);
    assert_eq!(drawn.strayed, [1, 2, 3, 4]);
}

/// Crossings of straight lines, counted by the book.
fn crossings(lines: &[(usize, usize)], at: &[Point]) -> usize {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let cross = |a: Point, b: Point, c: Point, d: Point| {
        side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
    };
    let pairs = (0..lines.len()).flat_map(|a| (0..a).map(move |b| (lines[a], lines[b])));
    pairs.filter(|&((a, b), (c, d))| a != c && a != d && b != c && b != d && cross(at[a], at[b], at[c], at[d])).count()
}

/// All orders of a list.
fn orders(list: &[usize]) -> Vec<Vec<usize>> {
    match list {
        [] => vec![Vec::new()],
        _ => list
            .iter()
            .flat_map(|&first| {
                let rest: Vec<usize> = list.iter().copied().filter(|&other| other != first).collect();
                orders(&rest).into_iter().map(move |order| [vec![first], order].concat())
            })
            .collect(),
    }
}

/// The crossings with the nodes of one ring in a given order, others in theirs: previous places decide.
fn crossings_in(input: &RingsInput, rings: [&[usize]; 2]) -> usize {
    let mut input = input.clone();
    for (ring, far) in rings.iter().zip([200.0, 320.0]) {
        for (place, &node) in ring.iter().enumerate() {
            let (sin, cos) = libm::sincos(std::f64::consts::TAU * (place as f64 + 0.5) / ring.len() as f64 + 1.6);
            input.nodes[node].previous = Some((1.4 * far * cos, far * sin));
        }
    }
    drawn(&input).crossings
}

#[test]
fn tiny_rings_cross_as_little_as_the_best_of_all_orders() {
    let cases: [(&str, Vec<(usize, usize)>); 5] = [
        ("a ring of chords", vec![(1, 3), (3, 5), (5, 2), (2, 4), (4, 1)]),
        ("two rings, crosswise", vec![(1, 6), (2, 5), (3, 8), (4, 7), (5, 8)]),
        ("spokes and chords", vec![(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 4), (2, 5), (3, 8), (6, 8)]),
        ("two stars", vec![(1, 5), (1, 6), (1, 2), (3, 7), (3, 8), (3, 4)]),
        ("a wheel", vec![(0, 1), (0, 2), (0, 3), (0, 4), (1, 3), (2, 4), (1, 4), (2, 3), (4, 8), (3, 5)]),
    ];
    for (name, edges) in cases {
        let numbers = [Some(1), Some(1), Some(1), Some(1), Some(2), Some(2), Some(2), Some(2)];
        let mut input = input(&numbers, &edges);
        input.captions = Vec::new();
        let outer = orders(&[5, 6, 7, 8]);
        let inner = orders(&[2, 3, 4]).into_iter().map(|rest| [vec![1], rest].concat());
        let best =
            inner.flat_map(|inner| outer.iter().map(|outer| crossings_in(&input, [&inner, outer])).collect::<Vec<_>>());
        let best = best.min().unwrap();
        let drawn = drawn(&input);
        assert!(drawn.crossings <= best, "{name}: {} instead of {best}", drawn.crossings);
        assert_eq!(drawn.crossings, crossings(&edges, &drawn.positions), "{name}");
    }
}

/// A graph of the benchmark: how many nodes, and its lines.
#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn graph(name: &str) -> (usize, Vec<(usize, usize)>) {
    let path = format!("{}/../../../tests/bench/graphs/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let numbers: Vec<usize> = text.split_whitespace().map(|number| number.parse().unwrap()).collect();
    (numbers[0], numbers[2..].chunks_exact(2).map(|line| (line[0], line[1])).collect())
}

#[test]
fn crosses_far_less_than_the_order_of_names() {
    for (name, most) in [("karate", 0.6), ("lesmis", 0.65), ("sparse120", 0.5), ("planted240", 0.7)] {
        let (count, lines) = graph(name);
        let drawn_graph =
            Graph::new(count, &lines.iter().map(|&(a, b)| (a as u32, b as u32)).collect::<Vec<_>>()).unwrap();
        let us = (0..count).max_by_key(|&node| drawn_graph.degree(node)).unwrap();
        let hops = drawn_graph.hops(us).0;
        let ring = hops.into_iter().map(|hops| (hops != u32::MAX).then_some(hops)).collect();
        let nodes: Vec<Node> =
            (0..count as u128).map(|key| Node { kind: 0, name: String::new(), ..node(key, 36.0, None) }).collect();
        let edges: Vec<(usize, usize)> = drawn_graph.lines().map(|(a, b)| (a as usize, b as usize)).collect();
        let input = RingsInput { nodes, edges: edges.clone(), us: Some(us), ring, captions: Vec::new(), aspect: 1.4 };
        let sought = drawn(&input);
        let stands = |node: usize| node == us || input.ring[node].is_some();
        let lines: Vec<(usize, usize)> = edges.into_iter().filter(|&(a, b)| stands(a) && stands(b)).collect();
        assert_eq!(sought.crossings, crossings(&lines, &sought.positions));
        let naive = crossings(&lines, &naive_places(&input));
        let part = sought.crossings as f64 / naive as f64;
        assert!(part <= most, "{name}: {} of {naive}, {part:.2}", sought.crossings);
    }
}

/// Every ring in the order of keys, on even places.
fn naive_places(input: &RingsInput) -> Vec<Point> {
    let mut places = vec![(0.0, 0.0); input.nodes.len()];
    let mut rings: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (node, number) in input.ring.iter().enumerate() {
        if let (Some(number), false) = (number, input.us == Some(node)) {
            rings.entry(*number).or_default().push(node);
        }
    }
    for (number, ring) in rings {
        for (place, &node) in ring.iter().enumerate() {
            let (sin, cos) = libm::sincos(std::f64::consts::TAU * (place as f64 + 0.5) / ring.len() as f64);
            places[node] = (1.4 * f64::from(number) * 100.0 * cos, f64::from(number) * 100.0 * sin);
        }
    }
    places
}

#[test]
fn trees_by_hops_hardly_cross() {
    // Numbers say nothing about the tree: 77 and 120 share no factor.
    let name = |node: u32| node * 77 % 120;
    let lines: Vec<(u32, u32)> = (1..120).map(|node| (name((node - 1) / 3), name(node))).collect();
    let graph = Graph::new(120, &lines).unwrap();
    let layout =
        ring_graph(&graph, &RingOptions { boxes: vec![[60.0, 30.0]; 120], ..RingOptions::default() }, &go).unwrap();
    let at: Vec<Point> = layout.at.iter().map(|&[x, y]| (x, y)).collect();
    let lines: Vec<(usize, usize)> = lines.iter().map(|&(a, b)| (a as usize, b as usize)).collect();
    assert!(crossings(&lines, &at) <= 6, "{}", crossings(&lines, &at));
    assert_eq!(layout.at[0].map(f64::to_bits), [0.0_f64, 0.0].map(f64::to_bits));
}

#[test]
fn a_plain_graph_keeps_its_pins_and_numbers() {
    let lines: Vec<(u32, u32)> = (1..40).map(|node| (node / 2, node)).collect();
    let graph = Graph::new(42, &lines).unwrap();
    let mut pinned = vec![None; 3];
    pinned[2] = Some([333.0, -77.0]);
    let options = RingOptions {
        ring: (0..42).map(|node| (node < 40).then_some(node % 3)).collect(),
        boxes: vec![[60.0, 30.0]; 42],
        pinned,
        aspect: 1.5,
        ..RingOptions::default()
    };
    let layout = ring_graph(&graph, &options, &go).unwrap();
    assert_eq!(layout.at[2].map(f64::to_bits), [333.0_f64, -77.0].map(f64::to_bits));
    let far = |node: usize| libm::hypot(layout.at[node][0] / 1.5, layout.at[node][1]);
    let on = |number: usize| (0..40).filter(move |node| node % 3 == number && *node != 2).map(far);
    assert!(on(0).fold(0.0, f64::max) < on(1).fold(f64::MAX, f64::min));
    assert!(on(1).fold(0.0, f64::max) < on(2).fold(f64::MAX, f64::min));
}

#[test]
fn stops_when_asked() {
    let stop = |_: Progress| ControlFlow::Break(());
    let input = input(&[Some(0), Some(0), Some(1)], &[(1, 2), (2, 3)]);
    assert_eq!(rings(&input, &stop), Err(Cancelled));
}
