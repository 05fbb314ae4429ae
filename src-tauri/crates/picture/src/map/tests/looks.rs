//! Signs, logos, comparisons and chosen colors.

use domain::Character;

use super::super::*;
use super::{drawn, input, line, sample};
use crate::logo::Logo;
use crate::{Badge, Change, Item, Theme, svg};

/// The node of this name.
fn node<'a>(items: &'a [Item], wanted: &str) -> &'a Item {
    items.iter().find(|item| matches!(item, Item::Node { name, .. } if name == wanted)).unwrap()
}

fn badges<'a>(items: &'a [Item], wanted: &str) -> &'a [Badge] {
    match node(items, wanted) {
        Item::Node { badges, .. } => badges,
        _ => &[],
    }
}

#[test]
fn badges_say_what_a_node_is_besides() {
    let mut map = input(&[("Acme", Some(3.6)), ("Borealis", Some(1.2))]);
    map.nodes[1].overruled = Some(Overruled { reason: Some("They <asked> us".into()) });
    map.nodes[1].also = Some(Character::Transactional);
    map.nodes[1].pinned = Some((0.0, -160.0));
    let list = drawn(&map);
    let titles: Vec<&str> = badges(&list.items, "Acme").iter().map(|badge| badge.title.as_str()).collect();
    assert_eq!(titles, ["Overruled by judgment: They <asked> us", "Also transactional", "Pinned"]);
    assert!(badges(&list.items, "Borealis").is_empty());
    // What is transactional beside it shows a piece of its dashed line.
    assert!(badges(&list.items, "Acme")[1].strokes.matches('M').count() > 2);
    // None lies on another.
    let all = badges(&list.items, "Acme");
    for (index, a) in all.iter().enumerate() {
        for b in &all[index + 1..] {
            assert!((a.at[0] - b.at[0]).hypot(a.at[1] - b.at[1]) >= a.r + b.r, "{} and {}", a.title, b.title);
        }
    }
    let file = svg::write(&list, Theme::Light, &svg::SvgOptions::default());
    assert!(file.contains("<title>Overruled by judgment: They &lt;asked&gt; us</title>"));
}

#[test]
fn a_comparison_marks_nodes_and_lines_by_signs() {
    let mut map = input(&[("New", Some(3.6)), ("Gone", Some(1.2)), ("Other", Some(2.4)), ("Same", Some(2.4))]);
    map.compared_with = Some("Locked plan of 1 March".into());
    for (place, change) in [(1, Change::Added), (2, Change::Gone), (3, Change::Changed)] {
        map.nodes[place].change = Some(change);
        map.lines[place - 1].change = Some(change);
    }
    let list = drawn(&map);
    let mark = |wanted: &str| match node(&list.items, wanted) {
        Item::Node { change, .. } => change.as_ref().map(|mark| (mark.change, mark.badge.strokes.clone())),
        _ => None,
    };
    let marks: Vec<_> = ["New", "Gone", "Other"].map(mark).into_iter().flatten().collect();
    assert_eq!(
        marks.iter().map(|(change, _)| *change).collect::<Vec<_>>(),
        [Change::Added, Change::Gone, Change::Changed]
    );
    assert!(marks[0].1 != marks[1].1 && marks[1].1 != marks[2].1, "signs differ, not colors alone");
    assert_eq!(mark("Same"), None);
    let lines = list.items.iter().filter(|item| matches!(item, Item::Path { change: Some(_), quiet: false, .. }));
    assert_eq!(lines.count(), 3);
    let changes = legend(&map).changes.unwrap();
    assert_eq!((changes.added, changes.gone, changes.changed), (2, 2, 2));
    let file = svg::write(&list, Theme::Light, &svg::SvgOptions { legend: Some(legend(&map)), ..Default::default() });
    assert!(file.contains("since Locked plan of 1 March"));
}

#[test]
fn a_logo_takes_the_place_of_the_glyph_and_is_sent_once() {
    let mut map = input(&[("Acme", Some(3.6)), ("Borealis", Some(1.2))]);
    map.nodes[1].logo = Some(Logo::parse(b"\x89PNG\r\n\x1a\nrest").unwrap());
    let list = drawn(&map);
    assert_eq!(list.rasters.len(), 1);
    let file = svg::write(&list, Theme::Light, &svg::SvgOptions::default());
    assert_eq!(file.matches("<image").count(), 1);
    assert!(file.contains("href=\"data:image/png;base64,iVBORw0KGgpyZXN0\""));
}

/// What colors must not touch: fill, outline and dashes of every node and line, without their hues.
fn encodings(list: &crate::DisplayList) -> Vec<(String, bool, bool, Vec<f32>, f32)> {
    let encoding = |item: &Item| match item {
        Item::Node { id, fill, stroke, .. } => {
            let hollow = fill.color == "surface";
            let solid = fill == &stroke.paint;
            Some((id.clone(), hollow, solid, stroke.dash.clone(), stroke.width))
        }
        Item::Path { id: Some(id), stroke: Some(stroke), .. } => {
            Some((id.clone(), false, false, stroke.dash.clone(), stroke.width))
        }
        _ => None,
    };
    list.items.iter().filter_map(encoding).collect()
}

#[test]
fn chosen_colors_leave_fill_and_dash_to_the_character() {
    let mut plain = sample(24);
    for node in &mut plain.nodes {
        // Gray fills have no hue to compare.
        node.standing.character = match node.standing.character {
            Character::Unknown => Character::Transactional,
            known => known,
        };
    }
    let names: Vec<String> = (0..9).map(|number| format!("Region {number}")).collect();
    let mut regions = plain.clone();
    regions.color_by = Some(ColorBy::Categories { title: "Region".into(), names });
    let mut figures = plain.clone();
    figures.color_by = Some(ColorBy::Values { title: "Betweenness".into(), ends: ["0".into(), "0.4".into()] });
    for (place, (a, b)) in regions.nodes.iter_mut().zip(&mut figures.nodes).enumerate() {
        a.shade = (place % 10 != 9).then_some(Shade::Category(place % 10));
        b.shade = (place % 10 != 9).then_some(Shade::Value(place as f64));
    }
    let expect = encodings(&drawn(&plain));
    assert_eq!(encodings(&drawn(&regions)), expect);
    assert_eq!(encodings(&drawn(&figures)), expect);
}

#[test]
fn the_legend_states_colors_and_sizes() {
    let mut map = input(&[("A", Some(3.6)), ("B", Some(1.2)), ("C", Some(2.4)), ("D", None)]);
    map.size_by = Some(SizeBy { title: "Influenced revenue".into(), most: "€612k".into() });
    map.color_by = Some(ColorBy::Categories { title: "Region".into(), names: vec!["DACH".into(), "Nordics".into()] });
    for (node, shade) in map.nodes[1..].iter_mut().zip([Some(0), Some(0), Some(1), None]) {
        node.shade = shade.map(Shade::Category);
    }
    let legend = legend(&map);
    assert_eq!(legend.size.as_deref(), Some("Size: Influenced revenue, largest €612k"));
    let colors = legend.colors.clone().unwrap();
    let entries: Vec<_> = colors.entries.iter().map(|entry| (entry.name.as_str(), entry.count)).collect();
    assert_eq!((colors.title.as_str(), entries), ("Region", vec![("DACH", 2), ("Nordics", 1), ("None", 1)]));
    let mut seen: Vec<_> = colors.entries.iter().map(|entry| &entry.paint.color).collect();
    seen.dedup();
    assert_eq!(seen.len(), 3);
}

#[test]
fn the_strip_of_a_legend_holds_its_words_apart_at_any_width() {
    let mut map = sample(40);
    map.size_by = Some(SizeBy { title: "Influenced revenue".into(), most: "€612k".into() });
    map.compared_with = Some("Locked plan of 1 March".into());
    let legend = legend(&map);
    for width in [320.0, 900.0, 1440.0] {
        let strip = legend.strip(width);
        let words: Vec<_> = strip.items.iter().filter_map(Item::label_area).collect();
        for (index, a) in words.iter().enumerate() {
            assert!(a.x >= 0.0 && a.x + a.w <= width + 0.5 && a.y + a.h <= strip.bounds.h, "{a:?} at {width}");
            for b in &words[index + 1..] {
                let apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
                assert!(apart, "{a:?} on {b:?} at {width}");
            }
        }
    }
}

#[test]
fn reciprocal_lines_bend_and_symmetric_ones_have_no_head() {
    let mut map = input(&[("A", Some(4.0)), ("B", Some(3.2))]);
    map.lines = vec![
        line(1, 1, 0, Character::Strategic),
        line(2, 0, 1, Character::Strategic),
        line(3, 2, 0, Character::Strategic),
    ];
    map.lines[2].symmetric = true;
    let list = drawn(&map);
    let lines: Vec<_> = list
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Path { id: Some(id), bend, arrow, .. } if id.starts_with("relationship") => {
                Some((bend.is_some(), *arrow))
            }
            _ => None,
        })
        .collect();
    assert_eq!(lines.iter().filter(|line| **line == (true, true)).count(), 2);
    assert_eq!(lines.iter().filter(|line| **line == (false, false)).count(), 1);
}
