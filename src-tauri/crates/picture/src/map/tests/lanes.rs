//! Lanes: each is named wherever all is in view, and lines go around who stands in them.

use layout::NodeBox;

use super::super::*;
use super::{line, sample};
use crate::{Item, Theme, svg};

const NAMES: [&str; 5] =
    ["3+ steps before us", "1 step before us", "We", "1 step after us", "A Kind of a Person’s Own"];
/// How large the map is seen on a desk and on a wall, and the smallest words.
const VIEWS: [(f32, f32); 3] = [(985.0, 640.0), (825.0, 500.0), (754.0, 362.0)];
const SMALLEST: f32 = 11.0;

/// So many partners in tidy rows of four lanes, and us between them; partners are joined to us and to others.
fn in_lanes(count: usize) -> (MapInput, Arrangement) {
    let mut input = sample(count);
    input.style = Style::ByKind;
    let other = |partner: u128| (partner * 7 + 3) % count as u128 + 1;
    let between = (1..=count as u128).step_by(3).filter(|&partner| other(partner) != partner);
    let lines = between.map(|partner| line(10_000 + partner, partner, other(partner), domain::Character::Strategic));
    input.lines.extend(lines.collect::<Vec<_>>());
    let sizes: Vec<NodeBox> = measured(&input).nodes.into_iter().map(|node| node.size).collect();
    let most = |of: fn(&NodeBox) -> f64| sizes.iter().map(of).fold(0.0, f64::max) + 4.0;
    let (half, above, below) = (most(|size| size.half_width), most(|size| size.above), most(|size| size.below));
    let columns = ((count as f64 / 8.0).sqrt().ceil() as usize).max(1);
    let lane = |place: usize| (place as f64) * (columns as f64 * 2.0 * half + 60.0);
    let mut seen = [0_usize; 5];
    let position = |node: usize| {
        let place = if node == 0 { 2 } else { [0, 1, 3, 4][node % 4] };
        let at = seen[place];
        seen[place] += 1;
        let (column, row) = (at % columns, at / columns);
        (lane(place) + (2 * column + 1) as f64 * half, row as f64 * (above + below) + above)
    };
    let positions: Vec<(f64, f64)> = (0..=count).map(position).collect();
    let high = seen.iter().max().map_or(0, |most| most.div_ceil(columns)) as f64 * (above + below);
    let rect = |place: usize| layout::Rect { x: lane(place) - 20.0, y: 0.0, w: lane(1) - 16.0, h: high };
    let mut areas: Vec<Lane> =
        (0..).zip(NAMES).map(|(place, name)| Lane { name: name.into(), rect: rect(place) }).collect();
    let bounds = layout::Rect { x: -20.0, y: 0.0, w: lane(5) - 16.0, h: high };
    let heading = lane_heading(&bounds, &areas);
    for lane in &mut areas {
        (lane.rect.y, lane.rect.h) = (lane.rect.y - heading, lane.rect.h + heading);
    }
    let bounds = layout::Rect { y: -heading, h: high + heading, ..bounds };
    (input, Arrangement { positions, bounds, backdrop: Backdrop::Lanes(areas) })
}

#[test]
fn every_lane_has_its_whole_name_above_who_stands_in_it_wherever_all_is_in_view() {
    for count in [12, 45, 500, 2_165] {
        let (input, places) = in_lanes(count);
        let list = draw(&input, &places);
        let highest = list.items.iter().filter_map(|item| match item {
            Item::Node { at, r, .. } => Some(at[1] - r * 1.2),
            _ => None,
        });
        let highest = highest.fold(f32::MAX, f32::min);
        for (wide, high) in VIEWS {
            let scale = (wide / list.bounds.w).min(high / list.bounds.h).min(1.0);
            for name in NAMES {
                let label = list.items.iter().find_map(|item| match item {
                    Item::Label { lines, at, dx, size, font_size, priority, .. } if lines.join(" ") == name => {
                        let words = (SMALLEST / font_size).max(scale);
                        Some((at[0] * scale + dx * words, at[1] * scale, size.map(|side| side * words), *priority))
                    }
                    _ => None,
                });
                let Some((left, top, [w, h], 0)) = label else { panic!("{count}: {name}: {label:?}") };
                assert!(top + h < highest * scale, "{count} at {scale}: {name} reaches down to the first row");
                let lane = list.items.iter().find_map(|item| match item {
                    Item::Rect { id: Some(id), rect, .. } if *id == format!("lane:{name}") => Some(*rect),
                    _ => None,
                });
                let lane = lane.unwrap();
                assert!(
                    left > lane.x * scale && left + w < (lane.x + lane.w) * scale + 1.0,
                    "{count} at {scale}: {name}"
                );
            }
        }
    }
}

#[test]
fn no_line_runs_through_a_foreign_shape_in_tidy_lanes() {
    for count in [12, 45, 500] {
        let (input, places) = in_lanes(count);
        let list = draw(&input, &places);
        let nodes: Vec<([f32; 2], f32)> = list
            .items
            .iter()
            .filter_map(|item| if let Item::Node { at, r, .. } = item { Some((*at, *r)) } else { None })
            .collect();
        let mut led = 0;
        for item in &list.items {
            let Item::Path { id: Some(id), points, bend: None, corner, .. } = item else { continue };
            if !id.starts_with("relationship:") {
                continue;
            }
            let ends = [points[0], points[points.len() - 1]];
            led += usize::from(points.len() > 2);
            assert_eq!(points.len() > 2, corner.is_some(), "{id}");
            for (pair, step) in points.windows(2).flat_map(|pair| (0..=200).map(move |step| (pair, step))) {
                let part = step as f32 / 200.0;
                let at = [0, 1].map(|axis| pair[0][axis] + (pair[1][axis] - pair[0][axis]) * part);
                let met = nodes
                    .iter()
                    .find(|(node, r)| !ends.contains(node) && (node[0] - at[0]).hypot(node[1] - at[1]) < *r);
                assert_eq!(met, None, "{count}: {id} at {at:?}: {points:?}");
            }
        }
        assert!(led * 2 > count, "{count}: {led} lines are led around others");
    }
}

#[test]
fn a_file_has_the_bends_of_the_screen() {
    let (input, places) = in_lanes(45);
    let list = draw(&input, &places);
    let file = svg::write(&list, Theme::Light, &svg::SvgOptions::default());
    let led = |item: &&Item| matches!(item, Item::Path { points, quiet: false, .. } if points.len() > 2);
    let relationships = list.items.iter().filter(led).filter(|item| matches!(item, Item::Path { corner: Some(_), .. }));
    let curves = file.matches('Q').count();
    assert!(curves >= relationships.count() && curves > 10, "{curves}");
}
