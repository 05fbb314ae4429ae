//! The style by kind: one titled area for each kind, its groups together inside.
//!
//! Owns: what a caller gives and gets, and the order of the work. Must not know: what kinds stand for, what boxes show.

mod area;
mod frames;
mod insert;
mod kept;
mod lanes;
mod order;
mod parts;
mod room;
mod scene;

use crate::graph::{Cancelled, Watch};
use crate::ground::{around, fill, lying_on};
use crate::{Node, Point, Rect};
use frames::Frames;
use scene::Scene;

/// What to lay out.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKindInput {
    /// Every organization, in any order; the result keeps that order. Depth and zone count for nothing.
    pub nodes: Vec<Node>,
    /// Lines, as pairs of indices into `nodes`.
    pub edges: Vec<(usize, usize)>,
    /// How areas are shaped.
    pub form: Form,
    /// Height of each area's title, at its top.
    pub heading: f64,
    /// Width of the view over its height.
    pub aspect: f64,
}

/// How areas are shaped. Their order is that of the numbers of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// One column for each kind, or one row in a view higher than wide; members in tidy rows, ordered so that few lines
    /// between columns cross.
    #[default]
    Lanes,
    /// Areas in rows, two by two for four kinds; linked members placed by their lines.
    Quadrants,
}

/// The area of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct KindBlock {
    /// Number of the kind.
    pub kind: usize,
    /// The whole area.
    pub rect: Rect,
    /// Where its title stands, at the top of `rect`.
    pub heading: Rect,
    /// The groups inside, by name, with room for the name at the top.
    pub groups: Vec<(String, Rect)>,
}

/// Where everything goes.
#[derive(Debug, Clone, PartialEq)]
pub struct ByKind {
    /// One for each node, in the order given.
    pub positions: Vec<Point>,
    /// The areas in the order of kinds.
    pub blocks: Vec<KindBlock>,
    /// Height of the room for its name at the top of each group.
    pub group_heading: f64,
    /// What everything fills.
    pub bounds: Rect,
    /// Part of `bounds` that boxes cover.
    pub fill: f64,
    /// Pinned nodes that do not lie inside the area of their kind.
    pub strayed: Vec<usize>,
    /// Pairs of pins that lie on one another.
    pub overlapping: Vec<(usize, usize)>,
}

/// Places every node: no two boxes overlap unless both are pinned, and no box that is not pinned leaves its area.
pub fn by_kind(input: &ByKindInput, watch: Watch<'_>) -> Result<ByKind, Cancelled> {
    let scene = Scene::new(input);
    let draft = match kept::draft(&scene, input.form) {
        Some(draft) => draft,
        None => fresh(&scene, input.form, watch)?,
    };
    let placed = insert::complete(&scene, draft, watch)?;
    Ok(finish(&scene, &placed))
}

/// Areas as they first are: rows of kinds, and where nodes lie.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::by_kind) struct Draft {
    /// Which kinds (by place) stand in each row of areas.
    pub(in crate::by_kind) rows: Vec<Vec<usize>>,
    /// Where nodes lie that have a place; for pinned ones the place kept free for them.
    pub(in crate::by_kind) at: Vec<Option<Point>>,
    /// Of which kinds the groups stand below one another, as wide as the area.
    pub(in crate::by_kind) lined: Vec<bool>,
}

fn fresh(scene: &Scene<'_>, form: Form, watch: Watch<'_>) -> Result<Draft, Cancelled> {
    let upright = scene.aspect >= 1.0;
    match form {
        Form::Lanes if upright => lanes::draft(scene, watch),
        Form::Lanes => area::draft(scene, true, watch),
        Form::Quadrants => area::draft(scene, false, watch),
    }
}

fn finish(scene: &Scene<'_>, draft: &Draft) -> ByKind {
    let frames = Frames::new(scene, draft);
    let positions: Vec<Point> =
        (0..scene.nodes.len()).map(|node| scene.pins[node].or(draft.at[node]).unwrap_or_default()).collect();
    let rect = |node: usize| scene.sizes[node].at(positions[node]);
    let pins: Vec<(usize, Rect)> =
        (0..positions.len()).filter(|&node| scene.pins[node].is_some()).map(|node| (node, rect(node))).collect();
    let strays = |(node, own): &(usize, Rect)| (!frames.areas[scene.place[*node]].holds(own)).then_some(*node);
    let blocks: Vec<KindBlock> = scene
        .kinds
        .iter()
        .zip(&frames.areas)
        .enumerate()
        .map(|(place, (kind, area))| KindBlock {
            kind: kind.number,
            rect: *area,
            heading: Rect { h: scene.heading.min(area.h), ..*area },
            groups: frames.groups(scene, draft, place),
        })
        .collect();
    let bounds = around((0..positions.len()).map(rect).chain(frames.areas.iter().copied())).unwrap_or_default();
    ByKind {
        fill: fill(&bounds, scene.sizes.iter().copied()),
        strayed: pins.iter().filter_map(strays).collect(),
        overlapping: lying_on(&pins),
        group_heading: scene.group_heading,
        positions,
        blocks,
        bounds,
    }
}
