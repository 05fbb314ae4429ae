//! The map arranged in one of its styles.
//!
//! Owns: which parts of a workspace each style needs, and what its work is called. Must not know: views, files.

mod chain;
mod tiers;

use std::ops::ControlFlow;

use layout::graph::{Cancelled, Progress, Watch};
use layout::{ByKindInput, Form, OrganicInput, RingsInput, ValueChainInput};
use picture::map::{Arrangement, Backdrop, Lane, MapInput, Ring, RingsBy, Style};

use self::tiers::RingNumbers;
use crate::loaded::Loaded;
use crate::stopwatch::{Stopwatch, phase_key, phase_words};
use crate::wire::{self, MapStyle};
use crate::{ErrorReply, Refusal};

/// How to arrange.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Choice {
    pub(crate) style: MapStyle,
    /// None takes tiers where any partner on the map has one, and hops otherwise.
    pub(crate) by: Option<wire::RingsBy>,
    /// None takes lanes.
    pub(crate) form: Option<wire::KindForm>,
}

/// Where everything went; indices count in the input's nodes.
pub(crate) struct Arranged {
    pub(crate) places: Arrangement,
    /// Part of the ground that boxes cover.
    pub(crate) fill: f64,
    /// Pinned across the bound of their zone or ring.
    pub(crate) strayed: Vec<usize>,
    /// Pairs pinned onto one another.
    pub(crate) clashing: Vec<[usize; 2]>,
}

/// Height of a lane's name with room around it.
const LANE_HEADING: f64 = 32.0;

/// Told what is done now, how far it is, of how much.
pub(crate) type Tell<'a> = &'a dyn Fn(&str, u32, u32) -> ControlFlow<()>;

/// Arranges the nodes of `input`, the pinned ones where they are.
pub(crate) fn arrange(
    loaded: &Loaded,
    input: &mut MapInput,
    choice: Choice,
    stopwatch: &Stopwatch,
    tell: Tell<'_>,
) -> Result<Arranged, ErrorReply> {
    stopwatch.enter("labels");
    let measured = picture::map::measured(input);
    let clashing = clashing(&measured);
    let watch = |progress: Progress| {
        stopwatch.enter(phase_key(progress.phase));
        let count = |rounds: usize| u32::try_from(rounds).unwrap_or(u32::MAX);
        tell(phase_words(progress.phase), count(progress.done), count(progress.total))
    };
    stopwatch.enter("prepare");
    if tell("Placing partners", 0, 1).is_break() {
        return Err(refusal(Cancelled));
    }
    let arranged = match choice.style {
        MapStyle::Organic => organic(&measured, &watch),
        MapStyle::Rings => {
            let numbers = RingNumbers::of(loaded, input, choice.by);
            input.style = Style::Rings(match numbers.by {
                wire::RingsBy::Tier => RingsBy::Tier,
                wire::RingsBy::Stage => RingsBy::Stage,
                wire::RingsBy::Hops => RingsBy::Hops,
            });
            rings(measured, input, &numbers, &watch)
        }
        MapStyle::ValueChain => {
            input.style = Style::ValueChain;
            value_chain(loaded, measured, input, &watch)
        }
        MapStyle::ByKind => {
            input.style = Style::ByKind;
            by_kind(measured, input, choice.form, &watch)
        }
    };
    Ok(Arranged { clashing, ..arranged.map_err(refusal)? })
}

fn organic(measured: &OrganicInput, watch: Watch<'_>) -> Result<Arranged, Cancelled> {
    let organic = layout::organic_watched(measured, watch)?;
    Ok(Arranged { places: (&organic).into(), fill: organic.fill, strayed: organic.strayed, clashing: Vec::new() })
}

fn rings(
    measured: OrganicInput,
    input: &MapInput,
    numbers: &RingNumbers,
    watch: Watch<'_>,
) -> Result<Arranged, Cancelled> {
    let rings = layout::rings(
        &RingsInput {
            us: input.nodes.iter().position(|node| node.us),
            ring: numbers.of_node.clone(),
            captions: numbers.names.iter().map(|name| picture::map::caption_box(name)).collect(),
            nodes: measured.nodes,
            edges: measured.edges,
            aspect: measured.aspect,
        },
        watch,
    )?;
    let name = |number: u32| numbers.names.get(number as usize).cloned().unwrap_or_default();
    let ring = |ring: &layout::Ring| Ring { name: name(ring.number), reach: ring.outer, caption: ring.caption };
    let outside = rings.outside.map(|rect| Lane { name: numbers.outside(input), rect });
    Ok(Arranged {
        places: Arrangement {
            bounds: rings.bounds,
            backdrop: Backdrop::Rings { rings: rings.rings.iter().map(ring).collect(), outside },
            positions: rings.positions,
        },
        fill: rings.fill,
        strayed: rings.strayed,
        clashing: Vec::new(),
    })
}

fn value_chain(
    loaded: &Loaded,
    measured: OrganicInput,
    input: &MapInput,
    watch: Watch<'_>,
) -> Result<Arranged, Cancelled> {
    let edges = chain::flows(loaded, input);
    let mut nodes = measured.nodes;
    if nodes.len() <= chain::FEW {
        let least = picture::map::lane_width(&chain::column_name(0, Some(2))) / 2.0;
        for node in &mut nodes {
            node.size.half_width = node.size.half_width.max(least);
        }
    }
    let chain = layout::value_chain(&ValueChainInput { nodes, edges, aspect: measured.aspect }, watch)?;
    let us = input.nodes.iter().position(|node| node.us).and_then(|us| chain.column_of[us]);
    let unlinked = chain.unlinked.map(|rect| Lane { name: "Outside the chain".to_owned(), rect: headed(rect) });
    let bounds = headed(chain.bounds);
    let below = unlinked.as_ref().map_or(bounds.y + bounds.h, |lane| lane.rect.y - chain::GAP);
    let lane = |(column, at): (&layout::layered::Column, u32)| Lane {
        name: chain::column_name(at, us),
        rect: layout::Rect { x: column.left, y: bounds.y, w: column.right - column.left, h: below - bounds.y },
    };
    let columns = chain::as_wide_as_named(chain.columns.iter().zip(0..).map(lane).collect());
    let left = columns.iter().map(|lane| lane.rect.x).fold(bounds.x, f64::min);
    let right = columns.iter().map(|lane| lane.rect.x + lane.rect.w).fold(bounds.x + bounds.w, f64::max);
    let bottom = unlinked.as_ref().map_or(below, |lane| lane.rect.y + lane.rect.h).max(bounds.y + bounds.h);
    let bounds = layout::Rect { x: left, y: bounds.y, w: right - left, h: bottom - bounds.y };
    Ok(Arranged {
        places: Arrangement {
            bounds,
            backdrop: Backdrop::Lanes(columns.into_iter().chain(unlinked).collect()),
            positions: chain.positions,
        },
        fill: chain.fill,
        strayed: Vec::new(),
        clashing: Vec::new(),
    })
}

/// With room for a name above.
fn headed(rect: layout::Rect) -> layout::Rect {
    layout::Rect { y: rect.y - LANE_HEADING, h: rect.h + LANE_HEADING, ..rect }
}

fn by_kind(
    measured: OrganicInput,
    input: &MapInput,
    form: Option<wire::KindForm>,
    watch: Watch<'_>,
) -> Result<Arranged, Cancelled> {
    let form = match form.unwrap_or(wire::KindForm::Lanes) {
        wire::KindForm::Lanes => Form::Lanes,
        wire::KindForm::Quadrants => Form::Quadrants,
    };
    let (nodes, edges, aspect) = (measured.nodes, measured.edges, measured.aspect);
    let kinds = layout::by_kind(&ByKindInput { nodes, edges, form, heading: LANE_HEADING, aspect }, watch)?;
    let name = |kind: usize| input.kinds.get(kind).map(|kind| kind.name.to_string()).unwrap_or_default();
    let lanes = kinds.blocks.iter().map(|block| Lane { name: name(block.kind), rect: block.rect });
    Ok(Arranged {
        places: Arrangement {
            bounds: kinds.bounds,
            backdrop: Backdrop::Lanes(lanes.collect()),
            positions: kinds.positions,
        },
        fill: kinds.fill,
        strayed: kinds.strayed,
        clashing: Vec::new(),
    })
}

/// Pairs of pins whose boxes overlap.
fn clashing(measured: &OrganicInput) -> Vec<[usize; 2]> {
    let nodes = &measured.nodes;
    let pins: Vec<usize> = (0..nodes.len()).filter(|&node| nodes[node].pinned.is_some()).collect();
    let overlap = |a: usize, b: usize| {
        let (Some(at), Some(on)) = (nodes[a].pinned, nodes[b].pinned) else { return false };
        let (a, b) = (nodes[a].size, nodes[b].size);
        (at.0 - on.0).abs() < a.half_width + b.half_width
            && at.1 - a.above < on.1 + b.below
            && on.1 - b.above < at.1 + a.below
    };
    let after = |index: usize| pins[index + 1..].iter().copied();
    let with = |(index, &a): (usize, &usize)| after(index).filter(move |&b| overlap(a, b)).map(move |b| [a, b]);
    pins.iter().enumerate().flat_map(with).collect()
}

fn refusal(_: Cancelled) -> ErrorReply {
    ErrorReply::new(Refusal::Cancelled, "The layout was cancelled; nothing was moved.")
}
