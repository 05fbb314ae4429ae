mod audience;
mod lanes;
mod lists;
mod looks;

use domain::{Bounds, Character, OrganizationId, OrganizationKind, RelationshipId};
use uuid::Uuid;

use super::*;
use crate::{Item, Theme, svg};

fn id(number: u128) -> OrganizationId {
    OrganizationId(Uuid::from_u128(number))
}

fn node(number: u128, name: &str, depth: Option<f64>) -> MapNode {
    let character = match depth {
        None => Character::Unknown,
        Some(3.0..) => Character::Strategic,
        Some(2.0..) => Character::Ecotone,
        Some(_) => Character::Transactional,
    };
    let known = if depth.is_some() { Known::Evidence } else { Known::Unknown };
    MapNode {
        id: id(number),
        name: name.into(),
        kind: (number % 4) as usize,
        us: number == 0,
        standing: Standing { depth, character, known, linked: true },
        group: (!number.is_multiple_of(3)).then(|| format!("Group {}", number % 5)),
        size: Some((number % 9) as f64),
        placeholder: false,
        pinned: None,
        previous: None,
        logo: None,
        overruled: None,
        also: None,
        shade: None,
        change: None,
    }
}

fn line(number: u128, from: u128, to: u128, character: Character) -> MapLine {
    MapLine {
        id: RelationshipId(Uuid::from_u128(number)),
        from: id(from),
        to: id(to),
        character,
        weight: Some(4),
        symmetric: false,
        reading: Some("integrates with".into()),
        change: None,
    }
}

/// Us and one partner for each name and depth, each joined to us.
fn input(partners: &[(&str, Option<f64>)]) -> MapInput {
    let mut nodes = vec![node(0, "Tidewater", Some(5.0))];
    nodes.extend(partners.iter().zip(1..).map(|((name, depth), number)| node(number, name, *depth)));
    let lines = nodes[1..].iter().zip(1..).map(|(node, number)| line(number, number, 0, node.standing.character));
    MapInput {
        seen_from: None,
        lines: lines.collect(),
        nodes,
        kinds: OrganizationKind::built_in(),
        bounds: Bounds::default(),
        rules: domain::lens::FIRST_RULES,
        groups: true,
        aspect: 1.4,
        quiet: true,
        separate: 0.5,
        previous_zones: None,
        tidy_up: false,
        style: Style::Organic,
        color_by: None,
        size_by: None,
        compared_with: None,
        language: crate::Language::default(),
    }
}

fn sample(count: usize) -> MapInput {
    let depths = [Some(4.4), Some(0.6), Some(3.4), None, Some(2.5), Some(1.4), Some(3.9), Some(0.9)];
    let names =
        ["Fernhill Commerce", "Ops & Orders", "Óptima", "The Very Long Partner Company of the North", "DealDock"];
    let partners: Vec<_> = (0..count).map(|n| (names[n % names.len()], depths[n % depths.len()])).collect();
    input(&partners)
}

fn drawn(input: &MapInput) -> DisplayList {
    draw(input, &arrange(input))
}

#[test]
fn no_label_lies_on_a_label_or_a_node() {
    for count in [1, 8, 45, 120] {
        let list = drawn(&sample(count));
        let labels: Vec<Rect> = list.items.iter().filter_map(Item::label_area).collect();
        let apart = |a: &Rect, b: &Rect| a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h;
        for (index, a) in labels.iter().enumerate() {
            assert!(labels[index + 1..].iter().all(|b| apart(a, b)), "{a:?} with {count} partners");
            for item in &list.items {
                let Item::Node { at, r, .. } = item else { continue };
                let node = Rect { x: at[0] - r * 0.8, y: at[1] - r * 0.8, w: r * 1.6, h: r * 1.6 };
                assert!(apart(a, &node), "{a:?} on {item:?}");
            }
            let bounds = list.bounds;
            assert!(a.x >= bounds.x && a.x + a.w <= bounds.x + bounds.w, "{a:?} leaves {bounds:?}");
        }
    }
}

#[test]
fn the_same_map_is_drawn_the_same() {
    assert_eq!(drawn(&sample(45)), drawn(&sample(45)));
}

#[test]
fn zones_show_when_there_is_something_to_zone() {
    for (partners, expect) in
        [(vec![], 2), (vec![("Acme", None)], 0), (vec![("Acme", None), ("Borealis", Some(3.5))], 2)]
    {
        let list = drawn(&input(&partners));
        let zones = list.items.iter().filter(|item| matches!(item, Item::Ellipse { .. })).count();
        let captions = list
            .items
            .iter()
            .filter(|item| matches!(item, Item::Label { id: None, lines, .. } if lines[0].contains("core")));
        assert_eq!((zones, captions.count()), (expect, expect / 2), "{partners:?}");
    }
}

#[test]
fn light_spokes_wait_on_a_large_map_only() {
    let quiet = |input: &MapInput| {
        let list = drawn(input);
        list.items.iter().filter(|item| matches!(item, Item::Path { quiet: true, .. })).count()
    };
    let transactional = |count: usize| input(&vec![("Partner", Some(1.0)); count]);
    assert_eq!((quiet(&transactional(30)), quiet(&transactional(31))), (0, 31));
    let mut paper = transactional(31);
    paper.quiet = false;
    assert_eq!(quiet(&paper), 0);
    assert_eq!(quiet(&input(&[("In the tray", None)])), 1, "lines to the tray would only cross the map");
}

#[test]
fn characters_differ_by_line_and_fill() {
    let mut input = input(&[("S", Some(4.0)), ("E", Some(2.5)), ("T", Some(1.0))]);
    input.nodes[3].placeholder = true;
    let list = drawn(&input);
    let stroke = |number: u128| {
        let of = format!("relationship:{}", Uuid::from_u128(number));
        list.items.iter().find_map(|item| match item {
            Item::Path { id: Some(id), stroke: Some(stroke), .. } if *id == of => {
                Some((stroke.width, stroke.dash.clone()))
            }
            _ => None,
        })
    };
    assert_eq!(stroke(1), Some((4.25, vec![])));
    assert_eq!(stroke(2), Some((1.9, vec![10.0, 4.0])));
    assert_eq!(stroke(3), Some((1.25, vec![3.0, 4.0])));
    let placeholder = list
        .items
        .iter()
        .any(|item| matches!(item, Item::Node { name, stroke, .. } if name == "T" && !stroke.dash.is_empty()));
    assert!(placeholder);
}

#[test]
fn lines_between_the_same_two_lie_apart() {
    let mut input = input(&[("A", Some(4.0)), ("B", Some(3.2))]);
    input.lines = vec![
        line(1, 1, 2, Character::Strategic),
        line(2, 2, 1, Character::Strategic),
        line(3, 1, 2, Character::Ecotone),
    ];
    let list = drawn(&input);
    let bends: Vec<_> = list
        .items
        .iter()
        .filter_map(|item| if let Item::Path { bend, arrow: true, .. } = item { Some(*bend) } else { None })
        .collect();
    assert_eq!(bends.len(), 3);
    assert!(bends.iter().enumerate().all(|(index, bend)| !bends[index + 1..].contains(bend)), "{bends:?}");
}

#[test]
fn the_legend_counts_partners() {
    let legend = legend(&sample(16));
    assert_eq!(legend.foot, "14 by evidence, 0 by judgment, 2 unknown; rules v1");
    let characters: Vec<_> = legend.characters.iter().map(|entry| (entry.name.as_str(), entry.count)).collect();
    assert_eq!(characters, [("Strategic", 6), ("Ecotone", 2), ("Transactional", 6), ("Unknown", 2)]);
    assert_eq!(legend.kinds.iter().map(|kind| kind.count).sum::<u32>(), 16);
}

#[test]
fn the_foot_speaks_of_whom_the_map_is_seen_from() {
    let mut input = input(&[("Acme", Some(4.0)), ("Nordlys", None)]);
    input.nodes.last_mut().unwrap().standing.linked = false;
    for (seen_from, whom) in [(None, "us"), (Some("Fernhill"), "Fernhill")] {
        input.seen_from = seen_from.map(str::to_owned);
        let foot = format!("1 by evidence, 0 by judgment, 0 unknown, 1 with no line to {whom}; rules v1");
        assert_eq!(legend(&input).foot, foot);
    }
}

#[test]
fn hostile_names_stay_text() {
    let list = drawn(&input(&[("</text><script>x()</script> & \"q\"", Some(4.0)), ("#eval(\"1\") *x*", None)]));
    let file = svg::write(&list, Theme::Light, &svg::SvgOptions::default());
    assert!(!file.contains("<script") && file.contains("&lt;script&gt;"));
    assert!(file.contains("<title>#eval(&quot;1&quot;) *x*</title>"));
    assert_eq!(file.matches("<g").count(), file.matches("</g>").count());
}

#[test]
fn a_page_keeps_text_readable_and_says_what_it_left_out() {
    let list = drawn(&sample(120));
    let options = svg::SvgOptions { width: Some(500.0), min_text: 7.0, ..svg::SvgOptions::default() };
    let left_out = svg::left_out(&list, &options);
    let file = svg::write(&list, Theme::Light, &options);
    let sizes = file.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f32>().ok());
    assert!(sizes.into_iter().all(|size| size >= 6.99));
    assert!(!left_out.is_empty() && left_out.len() < 120, "{}", left_out.len());
    assert_eq!(svg::left_out(&list, &svg::SvgOptions::default()), Vec::<String>::new());
}

#[test]
fn thousands_of_unknown_keep_their_names_for_zoom() {
    let partners: Vec<(String, Option<f64>)> = (0..2_164).map(|number| (format!("Partner {number}"), None)).collect();
    let partners: Vec<(&str, Option<f64>)> = partners.iter().map(|(name, depth)| (name.as_str(), *depth)).collect();
    let list = drawn(&input(&partners));
    let waiting =
        list.items.iter().filter(|item| matches!(item, Item::Label { from_scale, .. } if *from_scale > 1.9)).count();
    assert_eq!(waiting, 2_164);
    assert!(list.alt.contains("2,164 partners"), "{}", list.alt);
}

#[test]
fn a_caption_yields_to_a_strategic_name_and_none_in_the_tray_leaves_its_panel() {
    let list = drawn(&sample(45));
    let priority = |wanted: fn(&Item) -> bool| {
        let found = list.items.iter().filter(|item| wanted(item)).filter_map(|item| match item {
            Item::Label { priority, .. } => Some(*priority),
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    let captions = priority(|item| matches!(item, Item::Label { id: None, lines, .. } if lines[0] == "Strategic core"));
    let strategic = priority(|item| matches!(item, Item::Label { weight: 520, id: Some(_), .. }));
    assert!(strategic.iter().all(|name| *name > captions[0]) && captions[0] > 0, "{captions:?} {strategic:?}");

    let tray = list.items.iter().find_map(|item| match item {
        Item::Rect { id: Some(id), rect, .. } if id == "tray" => Some(*rect),
        _ => None,
    });
    let tray = tray.unwrap();
    // Shown at 0.7 of its size, words keep theirs.
    let inside = list.items.iter().filter_map(|item| match item {
        Item::Label { at, size, font_size: 11.0, id: Some(id), .. } if id.starts_with("organization") => {
            Some((at[0], size[0] / 0.7 / 2.0))
        }
        _ => None,
    });
    let inside: Vec<_> = inside.collect();
    assert!(!inside.is_empty());
    for (x, half) in inside {
        assert!(x - half >= tray.x && x + half <= tray.x + tray.w, "{x} ± {half} in {tray:?}");
    }
}

#[test]
fn a_crowd_keeps_names_for_the_most_strategic_and_drops_what_would_cover_it() {
    let mut crowd = sample(400);
    crowd.quiet = false;
    let list = drawn(&crowd);
    let placed = legend(&crowd).characters.iter().take(3).map(|entry| entry.count as usize).sum::<usize>();
    let waits = |item: &&Item| matches!(item, Item::Label { from_scale, id: Some(_), priority, .. } if *from_scale > 1.0 && *priority >= 3_000);
    assert_eq!(list.items.iter().filter(waits).count(), placed - 150);
    let strategic_waits = list.items.iter().filter(waits).any(|item| matches!(item, Item::Label { weight: 520, .. }));
    assert!(!strategic_waits, "150 strategic ones come first");
    let at_once = list.items.iter().filter(
        |item| matches!(item, Item::Label { id: Some(_), from_scale, font_size: 12.0, weight: 420, .. } if *from_scale < 0.4),
    );
    assert_eq!(at_once.count(), 0, "a stray name or two would say nothing of a crowd shown whole");
    let groups =
        list.items.iter().filter(|item| matches!(item, Item::Path { id: Some(id), .. } if id.starts_with("group:")));
    let thin = list.items.iter().filter(
        |item| matches!(item, Item::Path { quiet: false, stroke: Some(stroke), .. } if !stroke.dash.is_empty()),
    );
    assert_eq!((groups.count(), thin.count()), (0, 0));
}
