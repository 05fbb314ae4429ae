//! The organic style on real ecosystems: with random depths, with pins, and when partners come back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use layout::{Node, NodeBox, Organic, OrganicInput, Point, Rect, Zone, organic};

/// The same chance for the same number (splitmix64, Steele, Lea, Flood 2014).
fn chance(of: u64) -> u64 {
    let mut mixed = of.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn rows(path: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(format!("../../../{path}")).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// An ecosystem of files, with depths by chance; `kind` and `group` name the columns.
fn ecosystem(folder: &str, file: &str, kind: usize, group: Option<usize>, seed: u64) -> OrganicInput {
    let partners = rows(&format!("{folder}/{file}.csv"));
    let many = partners.len() > 300;
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut nodes = vec![node(0, "Us", Zone::Us, 5.0, many)];
    for row in &partners {
        let roll = chance(seed << 32 | nodes.len() as u64);
        let depth = (roll % 5_001) as f64 / 1_000.0;
        let zone = match depth {
            _ if (roll / 8_192).is_multiple_of(12) => Zone::Unknown,
            _ if roll / 8_192 % 12 == 1 => Zone::Unlinked,
            depth if depth < 2.0 => Zone::Transactional,
            depth if depth < 3.0 => Zone::Ecotone,
            _ => Zone::Strategic,
        };
        let next = kinds.len();
        let mut partner = node(nodes.len() as u128, &row[0], zone, depth, many);
        partner.kind = *kinds.entry(row[kind].clone()).or_insert(next);
        partner.group = group.map(|group| row[group].clone()).filter(|group| !group.is_empty());
        nodes.push(partner);
    }
    let index: BTreeMap<&str, usize> = nodes.iter().zip(0..).map(|(node, index)| (node.name.as_str(), index)).collect();
    let end = |name: &String| index.get(name.as_str()).copied().unwrap_or(0);
    let edges = rows(&format!("{folder}/relationships.csv")).iter().map(|row| (end(&row[0]), end(&row[1]))).collect();
    let captions = [NodeBox { half_width: 70.0, above: 12.0, below: 20.0 }; 3];
    OrganicInput { edges, nodes, captions, ..OrganicInput::default() }
}

fn node(key: u128, name: &str, zone: Zone, depth: f64, many: bool) -> Node {
    let wide = (name.chars().count() as f64 * 3.3).clamp(18.0, 64.0);
    let named = NodeBox { half_width: wide, above: 18.0, below: 36.0 };
    let size = if many { NodeBox { half_width: 12.0, above: 12.0, below: 12.0 } } else { named };
    let depth = (!matches!(zone, Zone::Unknown | Zone::Unlinked)).then_some(depth);
    Node { key, name: name.into(), size, depth, zone, group: None, kind: 0, pinned: None, previous: None }
}

fn ecosystems(seed: u64) -> [(&'static str, OrganicInput); 2] {
    [
        ("the sample", ecosystem("assets/samples/tidewater", "organizations", 1, Some(5), seed)),
        ("CNCF", ecosystem("tests/fixtures/cncf", "partners", 2, None, seed)),
    ]
}

fn rect(node: &Node, (x, y): Point) -> Rect {
    let size = node.size;
    Rect { x: x - size.half_width, y: y - size.above, w: 2.0 * size.half_width, h: size.above + size.below }
}

fn overlapping(input: &OrganicInput, places: &Organic) -> usize {
    let zoned = |index: &usize| !matches!(input.nodes[*index].zone, Zone::Unknown | Zone::Unlinked);
    let members: Vec<usize> = (0..input.nodes.len()).filter(zoned).collect();
    let rects: Vec<Rect> = members.iter().map(|&index| rect(&input.nodes[index], places.positions[index])).collect();
    let meet = |a: &Rect, b: &Rect| a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    rects.iter().enumerate().map(|(index, a)| rects[..index].iter().filter(|b| meet(a, b)).count()).sum()
}

#[test]
fn no_box_crosses_its_bound_at_any_depths() {
    for seed in 0..3 {
        for (name, input) in ecosystems(seed) {
            let places = organic(&input);
            assert_eq!(overlapping(&input, &places), 0, "{name}");
            for (node, at) in input.nodes.iter().zip(&places.positions) {
                assert!(places.zones.hold(node.zone, &rect(node, *at)), "{name}: {} at {at:?}", node.name);
            }
        }
    }
}

#[test]
fn bounds_hold_around_pinned_partners() {
    for (name, mut input) in ecosystems(7) {
        let free = organic(&input);
        let pinned: Vec<usize> =
            (1..input.nodes.len()).filter(|node| chance(*node as u64).is_multiple_of(20)).collect();
        for &index in &pinned {
            // Every second one lies where it would not go by itself, also across a bound.
            let (x, y) = free.positions[index];
            let by = if index % 2 == 0 { 40.0 } else { 0.0 };
            input.nodes[index].pinned = Some((x + by, y));
        }
        let places = organic(&input);
        for (index, (node, at)) in input.nodes.iter().zip(&places.positions).enumerate() {
            let holds = places.zones.hold(node.zone, &rect(node, *at));
            assert_eq!(node.pinned.unwrap_or(*at), *at, "{name}: {} was moved", node.name);
            assert_eq!(holds, !places.strayed.contains(&index), "{name}: {}", node.name);
            assert!(holds || node.pinned.is_some(), "{name}: {} at {at:?}", node.name);
        }
    }
}

#[test]
fn those_who_stayed_hardly_move_when_others_leave_and_come_back() {
    for (name, input) in ecosystems(11) {
        let before = organic(&input);
        let leaving = |index: usize| index > 0 && chance(index as u64 + 99).is_multiple_of(100) || index == 5;
        let mut back = OrganicInput { previous_zones: Some(before.zones), ..input.clone() };
        for (index, node) in back.nodes.iter_mut().enumerate() {
            node.previous = (!leaving(index)).then_some(before.positions[index]);
        }
        let after = organic(&back);
        let zoned = |index: &usize| !matches!(input.nodes[*index].zone, Zone::Unknown | Zone::Unlinked);
        let stayed: Vec<usize> = (0..input.nodes.len()).filter(|index| !leaving(*index)).filter(zoned).collect();
        let far = |&index: &usize| {
            let (a, b) = (before.positions[index], after.positions[index]);
            libm::hypot(a.0 - b.0, a.1 - b.1)
        };
        let drift = stayed.iter().map(far).sum::<f64>() / stayed.len() as f64;
        let diagonal = libm::hypot(before.bounds.w, before.bounds.h);
        assert!(drift <= 0.001 * diagonal, "{name}: {drift} of {diagonal}");
        assert_eq!(overlapping(&input, &after), 0, "{name}");
    }
}

#[test]
fn partners_with_lines_lie_nearer_to_one_another_than_by_kind_alone() {
    let (mut with, mut without) = (0.0, 0.0);
    for seed in 0..8 {
        let input = ecosystem("assets/samples/tidewater", "organizations", 1, None, seed);
        let placed = |index: usize| !matches!(input.nodes[index].zone, Zone::Us | Zone::Unknown | Zone::Unlinked);
        let lines: Vec<_> = input.edges.iter().copied().filter(|&(a, b)| placed(a) && placed(b)).collect();
        let length = |places: &Organic| {
            let long = |&(a, b): &(usize, usize)| {
                let (a, b) = (places.positions[a], places.positions[b]);
                libm::hypot(a.0 - b.0, a.1 - b.1)
            };
            lines.iter().map(long).sum::<f64>()
        };
        with += length(&organic(&input));
        without += length(&organic(&OrganicInput { edges: Vec::new(), ..input.clone() }));
    }
    assert!(with < 0.8 * without, "{with} {without}");
}
