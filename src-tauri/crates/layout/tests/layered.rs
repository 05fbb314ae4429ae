//! What a reader of a layered drawing gets, also for graphs nobody would draw.

#![allow(clippy::cast_possible_truncation, reason = "counts of tests are small")]

use layout::{
    Node, NodeBox, Rect, ValueChain, ValueChainInput, Zone,
    graph::{Cancelled, Phase, Progress},
    layered::{COLUMNS_MAX, Layered, LayeredOptions, layer_graph},
    value_chain,
};
use proptest::prelude::*;
use std::{cell::RefCell, ops::ControlFlow};

const BOX: [f64; 2] = [100.0, 30.0];

type Lines = Vec<(u32, u32)>;

fn go(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn drawn(nodes: usize, lines: &[(u32, u32)], options: &LayeredOptions) -> Layered {
    layer_graph(nodes, lines, options, &go).unwrap()
}

fn boxed(nodes: usize) -> LayeredOptions {
    LayeredOptions { boxes: vec![BOX; nodes], ..LayeredOptions::default() }
}

/// Pairs of boxes that overlap, leaving out pairs of pins.
fn overlaps(drawn: &Layered, options: &LayeredOptions) -> Vec<(usize, usize)> {
    let pinned = |node: usize| options.pinned.get(node).copied().flatten().is_some();
    let left = |node: usize| drawn.at[node][0] - options.boxes[node][0] / 2.0;
    let mut order: Vec<usize> = (0..drawn.at.len()).collect();
    order.sort_by(|&a, &b| left(a).total_cmp(&left(b)));
    let mut found = Vec::new();
    for (index, &a) in order.iter().enumerate() {
        let right = drawn.at[a][0] + options.boxes[a][0] / 2.0 - 1e-6;
        for &b in order[index + 1..].iter().take_while(|&&b| left(b) < right) {
            let into =
                f64::midpoint(options.boxes[a][1], options.boxes[b][1]) - (drawn.at[a][1] - drawn.at[b][1]).abs();
            if into > 1e-6 && !(pinned(a) && pinned(b)) {
                found.push((a, b));
            }
        }
    }
    found
}

/// The generator `SplitMix64` (Steele, Lea, Flood 2014), for graphs that stay the same.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |bound| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

/// `nodes` nodes in five tiers, two lines for each, mostly to the next tier and some to the one after that.
fn tiers(nodes: usize, seed: u64) -> Lines {
    let mut below = numbers(seed);
    let size = nodes / 5;
    let mut lines: Vec<(u32, u32)> =
        (size..nodes).map(|node| ((node / size * size - size + below(size)) as u32, node as u32)).collect();
    while lines.len() < 2 * nodes {
        let (from, far) = (below(nodes), if below(7) == 0 { 2 } else { 1 });
        let tier = from / size + far;
        let line = (from as u32, (tier * size + below(size)) as u32);
        if tier < 5 && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

#[test]
fn draws_any_graph_without_overlaps() {
    let star: Lines = (1..2_000).map(|node| (0, node)).collect();
    let cases: Vec<(&str, usize, Lines)> = vec![
        ("empty", 0, vec![]),
        ("one node", 1, vec![]),
        ("one loop", 1, vec![(0, 0)]),
        ("a line to nobody", 2, vec![(0, 7), (9, 1)]),
        ("two nodes", 2, vec![(1, 0)]),
        ("both ways", 2, vec![(1, 0), (0, 1)]),
        ("loops and parallel lines", 4, vec![(0, 0), (0, 1), (0, 1), (1, 0), (1, 2), (2, 2)]),
        ("a cycle", 5, (0..5).map(|node| (node, (node + 1) % 5)).collect()),
        ("pairs", 400, (0..200).map(|node| (2 * node, 2 * node + 1)).collect()),
        ("dust", 1_500, vec![]),
        ("star of 2,000 out", 2_000, star.clone()),
        ("star of 2,000 in", 2_000, star.iter().map(|&(a, b)| (b, a)).collect()),
        ("chain of 1,000", 1_000, (1..1_000).map(|node| (node - 1, node)).collect()),
        ("chain with long ways home", 300, (1..300).flat_map(|node| [(node - 1, node), (node, 0)]).collect()),
        ("tournament of 40", 40, (0..40).flat_map(|a| (0..a).map(move |b| (a, b))).collect()),
        ("all to all", 40, (0..40).flat_map(|a| (0..20).map(move |b| (a, (a + b + 1) % 40))).collect()),
        ("tiers", 200, tiers(200, 3)),
    ];
    for (name, nodes, lines) in cases {
        for wrap in [false, true] {
            let options = LayeredOptions { wrap, ..boxed(nodes) };
            let drawn = drawn(nodes, &lines, &options);
            assert_eq!((drawn.at.len(), drawn.bends.len()), (nodes, lines.len()), "{name}");
            assert!(drawn.at.iter().chain(drawn.bends.iter().flatten()).flatten().all(|x| x.is_finite()), "{name}");
            assert_eq!(overlaps(&drawn, &options), [], "{name}");
            assert!(drawn.columns.windows(2).all(|pair| pair[0].right < pair[1].left), "{name}");
            for (at, layer) in drawn.at.iter().zip(&drawn.layer_of) {
                let Some(layer) = layer else { continue };
                let column = drawn.columns[*layer as usize];
                assert!(at[0] - 50.0 > column.left - 1e-6 && at[0] + 50.0 < column.right + 1e-6, "{name}");
            }
        }
    }
}

#[test]
fn every_line_that_is_on_no_cycle_leads_right() {
    for seed in 0..10 {
        let mut lines = tiers(100, seed);
        // Turned around they are no less without a cycle.
        if seed % 2 == 1 {
            for line in &mut lines {
                *line = (line.1, line.0);
            }
        }
        let drawn = drawn(100, &lines, &boxed(100));
        assert!(lines.iter().all(|&(a, b)| drawn.layer_of[a as usize] < drawn.layer_of[b as usize]));
    }
    let mixed = [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4), (1, 2)];
    let drawn = drawn(5, &mixed, &boxed(5));
    let right = mixed.iter().filter(|&&(a, b)| drawn.layer_of[a as usize] < drawn.layer_of[b as usize]).count();
    assert_eq!((right, drawn.columns.len()), (5, 5));
}

#[test]
fn finds_drawings_without_crossings_and_the_least_where_there_must_be_some() {
    let tree: Lines = (1..255).map(|node| ((node - 1) / 2, node)).collect();
    let ladder: Lines = (0..20).flat_map(|at| [(2 * at, 2 * at + 2), (2 * at + 1, 2 * at + 3)]).collect();
    let mut rows: Lines = (0..3).flat_map(|a| (0..3).map(move |b| (a, 3 + b))).collect();
    rows.sort_by_key(|line| line.1);
    let five: Lines = (0..5).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
    for (name, nodes, lines, expect) in
        [("tree", 255, tree, 0), ("ladder", 42, ladder, 0), ("three by three", 6, rows, 9), ("all of five", 5, five, 1)]
    {
        assert_eq!(drawn(nodes, &lines, &boxed(nodes)).crossings, expect, "{name}");
    }
}

#[test]
fn lines_cross_less_than_dot_draws_them() {
    // Crossings of straight lines between the middles, in drawings of these graphs by Graphviz 2.43 `dot` (rankdir=LR,
    // boxes of 100 by 30).
    for (nodes, seed, dot) in DOT {
        let lines = tiers(nodes, seed);
        let crossings = straight_crossings(&lines, &drawn(nodes, &lines, &boxed(nodes)).at);
        assert!(crossings <= dot, "{nodes} nodes, seed {seed}: {crossings}, dot {dot}");
    }
}

const DOT: [(usize, u64, usize); 3] = [(100, 1, 934), (300, 1, 9348), (300, 2, 8778)];

fn straight_crossings(lines: &[(u32, u32)], at: &[[f64; 2]]) -> usize {
    let side = |a: u32, b: u32, c: u32| {
        let [a, b, c] = [a, b, c].map(|node| at[node as usize]);
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    };
    let crosses = |&(a, b): &(u32, u32), &(c, d): &(u32, u32)| {
        a != c
            && a != d
            && b != c
            && b != d
            && side(a, b, c) * side(a, b, d) < 0.0
            && side(c, d, a) * side(c, d, b) < 0.0
    };
    (0..lines.len()).map(|one| lines[..one].iter().filter(|other| crosses(&lines[one], other)).count()).sum()
}

#[test]
fn the_same_seed_gives_the_same_bytes_in_every_build() {
    let lines = tiers(150, 9);
    let options = LayeredOptions { seed: 7, ..boxed(150) };
    let (one, other) = (drawn(150, &lines, &options), drawn(150, &lines, &options));
    assert_eq!(one, other);
    let digest = one
        .at
        .iter()
        .chain(one.bends.iter().flatten())
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, x| (hash ^ x.to_bits()).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(digest, DIGEST);
}

const DIGEST: u64 = 17_529_883_699_353_335_481;

#[test]
fn given_layers_hold() {
    let layers = vec![Some(0), None, Some(1), None, Some(5), None, Some(1), Some(0), Some(1_000_000)];
    // Free nodes before, between and after given ones; a line against them; lines inside one layer; a chain across.
    let lines = [(5, 0), (0, 1), (1, 2), (2, 3), (3, 4), (4, 2), (2, 6), (0, 7), (1, 3), (4, 8)];
    let options = LayeredOptions { layers: layers.clone(), ..boxed(9) };
    let drawn = drawn(9, &lines, &options);
    let layer = |node: usize| drawn.layer_of[node];
    assert_eq!([0, 2, 6, 7].map(layer), [Some(0), Some(1), Some(1), Some(0)]);
    // Four free nodes could need as many layers between 1 and 5; a million between 5 and the last they could not.
    assert_eq!((layer(4), layer(8), drawn.columns.len()), (Some(5), Some(9), 10));
    assert_eq!((layer(1), layer(5)), (Some(1), Some(0)));
    assert!(layer(2) < layer(3) && layer(3) < layer(4));
    assert_eq!(overlaps(&drawn, &options), []);
    assert!(drawn.bends[6].iter().all(|point| point[0] > drawn.columns[1].right), "a line inside a column goes around");
}

#[test]
fn groups_stay_side_by_side() {
    let lines = tiers(120, 4);
    let groups: Vec<Option<u32>> = (0..120).map(|node| (node % 5 < 4).then_some(node % 5 * 1_000_000_000)).collect();
    let options = LayeredOptions { groups: groups.clone(), ..boxed(120) };
    let drawn = drawn(120, &lines, &options);
    assert_eq!(overlaps(&drawn, &options), []);
    for layer in 0..drawn.columns.len() as u32 {
        let mut nodes: Vec<usize> = (0..120).filter(|&node| drawn.layer_of[node] == Some(layer)).collect();
        nodes.sort_by(|&a, &b| drawn.at[a][1].total_cmp(&drawn.at[b][1]));
        let runs = nodes.chunk_by(|&a, &b| groups[a] == groups[b] && groups[a].is_some());
        let mut named: Vec<Option<u32>> = runs.map(|run| groups[run[0]]).collect();
        named.retain(Option::is_some);
        let count = named.len();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named.len(), count, "a group is divided in layer {layer}");
    }
}

#[test]
fn long_lines_pass_between_boxes() {
    for seed in 0..5 {
        let lines = tiers(100, seed);
        let drawn = drawn(100, &lines, &boxed(100));
        for (bends, &(a, b)) in drawn.bends.iter().zip(&lines) {
            let (from, to) = (drawn.layer_of[a as usize].unwrap(), drawn.layer_of[b as usize].unwrap());
            for layer in from + 1..to {
                let column = drawn.columns[layer as usize];
                let level = |pair: &&[[f64; 2]]| pair[0][0] <= column.left && pair[1][0] >= column.right;
                let y = bends.windows(2).find(level).expect("a long line runs straight through every column")[0][1];
                let mut boxes = (0..100).filter(|&node| drawn.layer_of[node] == Some(layer));
                assert!(boxes.all(|node| (drawn.at[node][1] - y).abs() > BOX[1] / 2.0));
            }
        }
    }
}

#[test]
fn tall_columns_are_wrapped_where_asked() {
    let star: Lines = (1..2_000).map(|node| (0, node)).collect();
    let shape = |wrap: bool| {
        let drawn = drawn(2_000, &star, &LayeredOptions { wrap, ..boxed(2_000) });
        let end = |axis: usize| drawn.at.iter().fold(0.0_f64, |end, at| end.max(at[axis].abs()));
        end(0) / end(1)
    };
    assert!(shape(false) < 0.02 && (0.5..2.5).contains(&shape(true)), "{} {}", shape(false), shape(true));
}

#[test]
fn who_stood_there_keeps_the_order() {
    let lines = tiers(100, 6);
    let without: Lines = lines.iter().copied().filter(|&(a, b)| a != 50 && b != 50).collect();
    let before = drawn(100, &without, &boxed(100));
    let mut previous: Vec<Option<[f64; 2]>> = before.at.iter().copied().map(Some).collect();
    previous[50] = None;
    let after = drawn(100, &lines, &LayeredOptions { previous, ..boxed(100) });
    for a in (0..100).filter(|&a| a != 50) {
        for b in (0..a).filter(|&b| b != 50) {
            if after.layer_of[a].is_some()
                && before.layer_of[a] == before.layer_of[b]
                && after.layer_of[a] == after.layer_of[b]
            {
                assert_eq!(before.at[a][1] < before.at[b][1], after.at[a][1] < after.at[b][1], "{a} and {b}");
            }
        }
    }
}

#[test]
fn tells_its_phases_and_stops_when_asked() {
    let lines = tiers(300, 1);
    let phases = RefCell::new(Vec::new());
    let tell = |progress: Progress| {
        assert!(progress.done <= progress.total);
        phases.borrow_mut().push(progress.phase);
        ControlFlow::Continue(())
    };
    layer_graph(300, &lines, &boxed(300), &tell).unwrap();
    let told = phases.into_inner();
    let mut seen = told.clone();
    seen.dedup();
    assert_eq!(seen, [Phase::Layers, Phase::Crossings]);
    for stop in [0, told.len() / 2, told.len() - 1] {
        let left = RefCell::new(stop);
        let watch = |_: Progress| match left.replace_with(|left| left.saturating_sub(1)) {
            0 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        assert_eq!(layer_graph(300, &lines, &boxed(300), &watch), Err(Cancelled));
    }
}

fn any_graph() -> impl Strategy<Value = (usize, Lines)> {
    (1_usize..40).prop_flat_map(|nodes| {
        let end = 0..nodes as u32;
        (Just(nodes), prop::collection::vec((end.clone(), end), 0..80))
    })
}

fn place() -> impl Strategy<Value = Option<[f64; 2]>> {
    let value = -400.0..400.0_f64;
    prop_oneof![3 => Just(None), 1 => (value.clone(), value).prop_map(|(x, y)| Some([x, y]))]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn pins_hold_and_others_make_way_in_their_columns(
        (nodes, lines) in any_graph(),
        places in prop::collection::vec(place(), 40),
        layers in prop::collection::vec(prop::option::weighted(0.2, 0_u32..6), 40),
        sizes in prop::collection::vec((20.0..150.0_f64, 10.0..80.0_f64), 40),
        wrap in any::<bool>(),
    ) {
        let options = LayeredOptions {
            boxes: sizes[..nodes].iter().map(|&(w, h)| [w, h]).collect(),
            pinned: places[..nodes].to_vec(),
            layers: layers[..nodes].to_vec(),
            wrap,
            ..LayeredOptions::default()
        };
        let drawn = drawn(nodes, &lines, &options);
        for node in 0..nodes {
            if let Some(pin) = options.pinned[node] {
                prop_assert_eq!(drawn.at[node].map(f64::to_bits), pin.map(f64::to_bits));
            } else if let Some(layer) = drawn.layer_of[node] {
                let column = drawn.columns[layer as usize];
                prop_assert!(drawn.at[node][0] > column.left && drawn.at[node][0] < column.right);
            }
        }
        prop_assert_eq!(overlaps(&drawn, &options), vec![]);
    }
}

#[test]
fn pins_that_lie_on_one_another_are_told_and_stay() {
    let pinned = vec![Some([0.0, 0.0]), Some([10.0, 5.0]), Some([500.0, 0.0]), None];
    let options = LayeredOptions { pinned, ..boxed(4) };
    let drawn = drawn(4, &[(0, 3), (3, 2)], &options);
    assert_eq!((drawn.overlapping_pins, drawn.at[1]), (1, [10.0, 5.0]));
    assert_eq!(overlaps(&drawn, &options), []);
}

fn node(key: u128, zone: Zone) -> Node {
    Node {
        key,
        name: format!("Partner {key}"),
        size: NodeBox { half_width: 45.0, above: 18.0, below: 40.0 },
        depth: None,
        zone,
        group: key.is_multiple_of(3).then(|| format!("group {}", key % 9)),
        kind: 0,
        pinned: None,
        previous: None,
    }
}

/// Technologies 1 to 4 give to us, 0; we give to resellers 5 to 8; these to customers 9 to 12; 13 and 14 stand alone.
fn program() -> ValueChainInput {
    let zone = |key: u128| if key == 0 { Zone::Us } else { Zone::Transactional };
    let edges =
        (1..5).map(|tech| (tech, 0)).chain((5..9).flat_map(|reseller| [(0, reseller), (reseller, reseller + 4)]));
    ValueChainInput { nodes: (0..15).map(|key| node(key, zone(key))).collect(), edges: edges.collect(), aspect: 1.5 }
}

#[allow(clippy::unwrap_used, reason = "only tests call it")]
fn chain(input: &ValueChainInput) -> ValueChain {
    value_chain(input, &go).unwrap()
}

fn boxes_overlap(input: &ValueChainInput, places: &ValueChain) -> usize {
    let rect = |index: usize| {
        let ((x, y), size) = (places.positions[index], input.nodes[index].size);
        [x - size.half_width, x + size.half_width, y - size.above, y + size.below]
    };
    let count = input.nodes.len();
    let apart = |a: [f64; 4], b: [f64; 4]| a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2];
    (0..count).map(|a| (0..a).filter(|&b| !apart(rect(a), rect(b))).count()).sum()
}

#[test]
fn the_value_chain_reads_from_who_gives_to_who_takes_around_us() {
    let input = program();
    let places = chain(&input);
    assert_eq!(places.positions[0], (0.0, 0.0));
    let x = |index: usize| places.positions[index].0;
    assert!((1..5).all(|tech| x(tech) < -90.0) && (5..9).all(|reseller| x(reseller) > 90.0));
    assert!((5..9).all(|reseller| x(reseller) < x(reseller + 4)));
    assert_eq!(places.columns.len(), 4);
    let lowest = places.positions[..13].iter().fold(f64::MIN, |low, at| low.max(at.1 + 40.0));
    let block = places.unlinked.unwrap();
    assert!(block.y >= lowest && (13..15).all(|alone| places.positions[alone].1 > block.y));
    assert_eq!(places.column_of[13], None);
    assert!(places.fill > 0.1 && places.fill < 1.0);
    assert_eq!(boxes_overlap(&input, &places), 0);
}

#[test]
fn the_order_given_does_not_show() {
    let input = program();
    let count = input.nodes.len();
    let turned = ValueChainInput {
        nodes: input.nodes.iter().rev().cloned().collect(),
        edges: input.edges.iter().rev().map(|&(a, b)| (count - 1 - a, count - 1 - b)).collect(),
        ..input.clone()
    };
    let mut positions = chain(&turned).positions;
    positions.reverse();
    assert_eq!(positions, chain(&input).positions);
}

#[test]
fn a_dragged_partner_stays_and_the_map_stays_around_us() {
    let mut input = program();
    let before = chain(&input);
    // Onto its neighbor in the column.
    input.nodes[6].pinned = Some((before.positions[7].0 + 5.0, before.positions[7].1 + 3.0));
    let after = chain(&input);
    assert_eq!(Some(after.positions[6]), input.nodes[6].pinned);
    assert_eq!(boxes_overlap(&input, &after), 0);
    let moved: Vec<usize> = (0..15).filter(|&index| after.positions[index] != before.positions[index]).collect();
    assert!(moved.contains(&7) && moved.iter().all(|index| (5..9).contains(index) || *index > 12), "{moved:?}");
}

#[test]
fn a_value_chain_without_us_or_lines_is_drawn_too() {
    for (nodes, edges) in [(0, vec![]), (1, vec![]), (3, vec![(0, 1), (7, 1)]), (3, vec![(2, 2)])] {
        let nodes: Vec<Node> = (0..nodes).map(|key| node(key, Zone::Unlinked)).collect();
        let input = ValueChainInput { nodes, edges, aspect: f64::NAN };
        let places = chain(&input);
        assert!(places.positions.iter().all(|at| at.0.is_finite() && at.1.is_finite()));
        assert_eq!(boxes_overlap(&input, &places), 0);
    }
}

/// We and so many partners, each with a line from or to us; every other one also passes on to another.
fn ecosystem(partners: usize) -> ValueChainInput {
    let mut below = numbers(partners as u64);
    let zone = |key: usize| if key == 0 { Zone::Us } else { Zone::Transactional };
    // In a crowd names have no room of their own.
    let size = if partners > 150 {
        NodeBox { half_width: 12.0, above: 12.0, below: 12.0 }
    } else {
        NodeBox { half_width: 45.0, above: 18.0, below: 40.0 }
    };
    let nodes = (0..=partners).map(|key| Node { size, ..node(key as u128, zone(key)) }).collect();
    let mut edges: Vec<(usize, usize)> =
        (1..=partners).map(|partner| if below(3) == 0 { (partner, 0) } else { (0, partner) }).collect();
    edges.extend((1..=partners).step_by(2).map(|from| (from, 1 + below(partners))));
    ValueChainInput { nodes, edges, aspect: 1.6 }
}

#[test]
fn a_value_chain_of_any_size_has_about_the_shape_of_the_view_and_room_for_the_names_of_its_columns() {
    for partners in [3, 20, 45, 150, 500, 2_165] {
        let input = ecosystem(partners);
        let places = chain(&input);
        let Rect { w, h, .. } = places.bounds;
        assert!((1.0..2.6).contains(&(w / h)) || partners < 45, "{partners}: {w} by {h}");
        assert!(places.columns.len() <= COLUMNS_MAX as usize, "{partners}: {}", places.columns.len());
        assert_eq!(boxes_overlap(&input, &places), 0, "{partners}");
        let apart = places.columns.windows(2).map(|pair| pair[1].left - pair[0].right).fold(f64::MAX, f64::min);
        for (column, range) in places.columns.iter().enumerate() {
            assert!(range.right - range.left + apart > 0.1 * w, "{partners}: column {column} is too narrow: {range:?}");
        }
        for (at, column) in places.positions.iter().zip(&places.column_of) {
            let range = places.columns[column.unwrap() as usize];
            assert!((range.left..=range.right).contains(&at.0), "{partners}: {at:?} of {range:?}");
        }
    }
}

#[test]
fn who_is_far_away_stands_in_the_outermost_column_and_who_has_no_way_to_us_outside() {
    // 1 to 9 pass on to one another up to us, we to 10 and 10 to 11; 12 and 13 only to each other.
    let mut edges: Vec<(usize, usize)> =
        (1..9).map(|key| (key, key + 1)).chain([(9, 0), (0, 10), (10, 11), (12, 13)]).collect();
    edges.push((11, 11));
    let zone = |key: u128| if key == 0 { Zone::Us } else { Zone::Transactional };
    let input = ValueChainInput { nodes: (0..14).map(|key| node(key, zone(key))).collect(), edges, aspect: 1.6 };
    let places = chain(&input);
    let expect = [4, 0, 0, 0, 0, 0, 0, 1, 2, 3, 5, 6].map(Some);
    assert_eq!(places.column_of, [&expect[..], &[None, None]].concat());
    assert_eq!(places.cut, [true, false]);
    assert!(places.positions[12].1 > places.chained.y + places.chained.h);
}

#[test]
fn laid_out_again_a_wrapped_value_chain_moves_nobody() {
    let mut input = ecosystem(500);
    let before = chain(&input);
    for (node, at) in input.nodes.iter_mut().zip(&before.positions) {
        node.previous = Some(*at);
    }
    assert_eq!(chain(&input).positions, before.positions);
}
