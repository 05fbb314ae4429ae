//! The map: the workspace's organizations and relationships as a picture.
//!
//! Owns: what each meaning looks like. Must not know: how positions are found (`layout`) or how depth is worked out.

mod arrangement;
mod backdrop;
mod badges;
pub mod details;
mod encoding;
mod face;
mod fields;
mod groups;
mod hull;
mod input;
mod legend;
mod lines;
mod nodes;
mod zones;

pub use arrangement::{Arrangement, Backdrop, Lane, Ring, RingsBy, Style};
pub use backdrop::{caption_box, lane_heading};
pub use input::{ColorBy, Known, MapInput, MapLine, MapNode, Overruled, Shade, SizeBy, Standing};
pub use legend::{
    Legend, LegendChanges, LegendCharacter, LegendColor, LegendColors, LegendKind, character_name, legend,
};

use domain::Character;

use crate::{DisplayList, Item, Rect};

/// Around everything, so that no outline or word touches the edge of a page.
const MARGIN: f32 = 10.0;

/// Measures every label and places everything: `layout`'s organic style. Positions are in the order of `input.nodes`.
pub fn arrange(input: &MapInput) -> layout::Organic {
    layout::organic(&measured(input))
}

/// Measures every label: what `layout` places. Its nodes are in the order of `input.nodes`.
pub fn measured(input: &MapInput) -> layout::OrganicInput {
    let faces = face::faces(input);
    let nodes = input.nodes.iter().zip(&faces).map(|(node, face)| layout::Node {
        key: node.id.0.as_u128(),
        name: node.name.clone(),
        size: face.size,
        depth: node.standing.depth,
        zone: face.zone,
        group: node.group.clone().filter(|_| input.groups),
        kind: node.kind,
        pinned: node.pinned,
        previous: node.previous,
    });
    let index: std::collections::BTreeMap<_, _> =
        input.nodes.iter().zip(0..).map(|(node, index)| (node.id, index)).collect();
    let edges = input.lines.iter().filter_map(|line| Some((*index.get(&line.from)?, *index.get(&line.to)?)));
    layout::OrganicInput {
        nodes: nodes.collect(),
        edges: edges.collect(),
        bounds: (input.bounds.lower, input.bounds.upper),
        aspect: input.aspect,
        captions: zones::caption_boxes(input),
        separate: input.separate,
        previous_zones: input.previous_zones,
        tidy_up: input.tidy_up,
    }
}

/// Draws the map as it was arranged.
pub fn draw(input: &MapInput, places: impl Into<Arrangement>) -> DisplayList {
    let places = places.into();
    let faces = face::faces(input);
    let groups = if input.groups && !face::is_crowded(&faces) {
        groups::groups(input, &faces, &places)
    } else {
        groups::Groups::default()
    };
    let behind = backdrop::behind(input, &places);
    let words: Vec<Rect> = behind.captions.iter().chain(&groups.names).filter_map(Item::label_area).collect();
    let mut items = behind.areas;
    items.extend(groups.outlines);
    items.extend(behind.panels);
    items.extend(lines::lines(input, &faces, &places));
    items.extend(behind.captions);
    items.extend(groups.names);
    items.extend(nodes::nodes(input, &faces, &places));
    let bounds = places.bounds;
    let bounds = Rect { x: bounds.x as f32, y: bounds.y as f32, w: bounds.w as f32, h: bounds.h as f32 };
    let bounds = words.iter().fold(bounds, |all, words| all.with(words));
    let bounds =
        Rect { x: bounds.x - MARGIN, y: bounds.y - MARGIN, w: bounds.w + 2.0 * MARGIN, h: bounds.h + 2.0 * MARGIN };
    let meaning = input.style.meaning().map(|meaning| input.language.say(meaning).to_owned());
    DisplayList { bounds, alt: alt(input), items, rasters: nodes::rasters(input), meaning }
}

fn alt(input: &MapInput) -> String {
    let language = input.language;
    let us = input.nodes.iter().find(|node| node.us).map_or(language.say("us"), |node| node.name.as_str());
    let legend = legend(input);
    let count = |character: Character| {
        let found = legend.characters.iter().find(|entry| entry.character == character);
        language.count(found.map_or(0, |entry| entry.count).into())
    };
    let partners = language.count(input.nodes.iter().filter(|node| !node.us).count() as u64);
    language.fill(
        "Map of {us} and {partners} partners. {meaning} {strategic} strategic, {ecotone} in the ecotone, {transactional} \
         transactional, {unknown} of unknown character.",
        &[
            ("us", us),
            ("partners", &partners),
            ("meaning", language.say(input.style.meaning().unwrap_or("Nearer is deeper."))),
            ("strategic", &count(Character::Strategic)),
            ("ecotone", &count(Character::Ecotone)),
            ("transactional", &count(Character::Transactional)),
            ("unknown", &count(Character::Unknown)),
        ],
    )
}

#[cfg(test)]
mod tests;
