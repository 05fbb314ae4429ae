//! Whole lists: what is in them, whatever comes in.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use domain::Character;
use proptest::prelude::*;

use super::super::*;
use super::{drawn, input, line, node};
use crate::{DisplayList, Item, Theme, svg, text};

/// One line for each item, without where it lies, which is `layout`'s to say.
fn outline(list: &DisplayList) -> String {
    let mut lines = format!("{}\n", list.alt);
    for item in &list.items {
        let _ = match item {
            Item::Ellipse { fill, .. } => {
                writeln!(lines, "ellipse {}", fill.as_ref().map_or("", |fill| fill.color.as_str()))
            }
            Item::Rect { id, .. } => writeln!(lines, "rect {}", id.as_deref().unwrap_or("")),
            Item::Path { id, points, stroke, arrow, quiet, .. } => {
                let stroke = stroke.as_ref().map(|s| format!("{} {:.2} {:?}", s.paint.color, s.width, s.dash));
                let head = if *arrow { " arrow" } else { "" };
                let waits = if *quiet { " waits" } else { "" };
                writeln!(
                    lines,
                    "path {} of {} {}{head}{waits}",
                    short(id.as_deref()),
                    points.len(),
                    stroke.unwrap_or_default()
                )
            }
            Item::Node { name, shape, r, fill, stroke, .. } => writeln!(
                lines,
                "{shape:?} {name} r {r:.1} fill {} {:.2} stroke {} {:?}",
                fill.color, fill.mix, stroke.paint.color, stroke.dash
            ),
            Item::Mark { shape, r, .. } => writeln!(lines, "mark {shape:?} r {r:.1}"),
            Item::Label { lines: words, weight, font_size, priority, title, .. } => {
                writeln!(lines, "label {words:?} {weight} {font_size} priority {priority} {title:?}")
            }
        };
    }
    lines
}

/// An id without the zeros of the tests' numbers.
fn short(id: Option<&str>) -> String {
    id.unwrap_or("").replace("00000000-0000-0000-0000-", "").replace("00000000000", "")
}

#[test]
fn a_small_map_is_this_list() {
    let mut map = input(&[
        ("Fernhill Commerce", Some(4.2)),
        ("Ops & Orders", Some(2.5)),
        ("DealDock", Some(0.8)),
        ("A payment partner for the whole of Germany, Austria and Switzerland", None),
    ]);
    map.nodes[4].placeholder = true;
    map.lines.push(line(9, 1, 2, Character::Ecotone));
    insta::assert_snapshot!(outline(&drawn(&map)));
}

fn any_map() -> impl Strategy<Value = MapInput> {
    let partner = ("\\PC{0,40}", prop::option::of(0.0..5.0_f64), prop::option::of(-1e6..1e9_f64), any::<u8>());
    let partners = prop::collection::vec(partner, 0..24);
    let lines = prop::collection::vec((0..26_u128, 0..26_u128, 0..4_u8, any::<bool>()), 0..40);
    (partners, lines, 0.3..3.0_f64).prop_map(|(partners, lines, aspect)| {
        let mut map = input(&[]);
        map.aspect = aspect;
        for ((name, depth, size, bits), number) in partners.into_iter().zip(1..) {
            let mut node = node(number, "x", depth);
            (node.name, node.size) = (name, size);
            node.standing.linked = bits & 0b1 == 0;
            node.placeholder = bits & 0b10 == 0;
            node.group = (bits & 0b1100 != 0).then(|| format!("Group <{}>", bits & 0b1100));
            node.overruled = (bits & 0b1_0000 != 0).then(|| Overruled { reason: Some("\u{1}<&>\"'".into()) });
            node.also = (bits & 0b10_0000 != 0).then_some(Character::Transactional);
            node.change = (bits & 0b100_0000 != 0).then_some(crate::Change::Changed);
            map.nodes.push(node);
        }
        map.lines = lines
            .into_iter()
            .zip(1..)
            .map(|((from, to, character, symmetric), number)| {
                let all = [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown];
                let mut line = line(number, from, to, all[usize::from(character)]);
                line.symmetric = symmetric;
                line
            })
            .collect();
        map
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_map_is_finite_and_its_boxes_agree(map in any_map()) {
        let list = drawn(&map);
        let wire = serde_json::to_string(&list).unwrap();
        prop_assert!(!wire.contains("null,null"), "JSON writes what is no number as null");
        let bounds = list.bounds;
        prop_assert!([bounds.x, bounds.y, bounds.w, bounds.h].iter().all(|side| side.is_finite()));
        let mut ids = BTreeSet::new();
        for item in &list.items {
            match item {
                Item::Node { id, at, r, .. } => {
                    prop_assert!(ids.insert(id.clone()), "{id} is drawn twice");
                    let inside = at[0] - r >= bounds.x - 1.0 && at[0] + r <= bounds.x + bounds.w + 1.0;
                    prop_assert!(r.is_finite() && *r > 0.0 && inside, "{item:?} in {bounds:?}");
                }
                Item::Label { lines, note, size, font_size, weight, .. } => {
                    let lines = lines.iter().map(|line| (line, *weight)).chain(note.iter().map(|note| (note, 420)));
                    let widths = lines.clone().map(|(line, weight)| text::measure(line, *font_size, weight));
                    let (lines, widest) = (lines.count(), widths.fold(0.0, f32::max));
                    prop_assert!((widest - size[0]).abs() < 0.01, "{item:?} is {widest} wide");
                    prop_assert!(lines <= 2);
                }
                _ => {}
            }
        }
        prop_assert_eq!(ids.len(), map.nodes.len());
    }

    #[test]
    fn any_file_is_well_formed_and_gives_each_id_once(map in any_map(), outlined in any::<bool>()) {
        let letters = if outlined { svg::Letters::Outlined } else { svg::Letters::Text };
        let options = svg::SvgOptions { letters, background: true, legend: Some(legend(&map)), ..Default::default() };
        let file = svg::write(&drawn(&map), Theme::Dark, &options);
        let tree = roxmltree::Document::parse(&file).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut ids = BTreeSet::new();
        for element in tree.descendants().filter(roxmltree::Node::is_element) {
            let known = ["svg", "title", "g", "rect", "ellipse", "circle", "path", "text", "tspan", "image"];
            prop_assert!(known.contains(&element.tag_name().name()), "{:?}", element.tag_name());
            if let Some(id) = element.attribute("id") {
                prop_assert!(ids.insert(id.to_owned()), "{id} is there twice");
            }
            prop_assert!(!(outlined && element.has_tag_name("text")));
        }
        let shown = |node: &MapNode| tree.descendants().any(|element| element.has_tag_name("title") && element.text() == Some(node.name.as_str()));
        let printable = |node: &&MapNode| !node.name.is_empty() && !node.name.contains(['\u{fffe}', '\u{ffff}', '\r']);
        prop_assert!(map.nodes.iter().filter(printable).all(shown), "a whole name is missing");
    }
}
