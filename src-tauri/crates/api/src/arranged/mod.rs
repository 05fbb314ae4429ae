//! The map arranged in one of its styles.
//!
//! Owns: which parts of a workspace each style needs, and what its work is called. Must not know: views, files.

mod chain;
mod lanes;
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
    lanes::widen_us(&mut nodes);
    let chain =
        layout::value_chain(&ValueChainInput { nodes, edges, aspect: lanes::below_names(measured.aspect) }, watch)?;
    let us = input.nodes.iter().position(|node| node.us).and_then(|us| chain.column_of[us]);
    let lanes = chain::lanes(&chain, us, &input.center(), input.language);
    Ok(Arranged {
        fill: chain.fill,
        places: lanes::arrangement(chain.bounds, lanes, chain.positions),
        strayed: Vec::new(),
        clashing: Vec::new(),
    })
}

fn by_kind(
    measured: OrganicInput,
    input: &MapInput,
    form: Option<wire::KindForm>,
    watch: Watch<'_>,
) -> Result<Arranged, Cancelled> {
    let (mut nodes, edges, mut aspect) = (measured.nodes, measured.edges, measured.aspect);
    let (form, heading) = match form.unwrap_or(wire::KindForm::Lanes) {
        wire::KindForm::Lanes => (Form::Lanes, 0.0),
        wire::KindForm::Quadrants => (Form::Quadrants, lanes::heading_among(nodes.len())),
    };
    let mut own = None;
    if form == Form::Lanes {
        aspect = lanes::below_names(aspect);
        lanes::widen_us(&mut nodes);
        own = lanes::stand_between_kinds(&mut nodes);
    }
    let mut kinds = layout::by_kind(&ByKindInput { nodes, edges, form, heading, aspect }, watch)?;
    if own.is_some() {
        lanes::stand_half_way_down(input, &mut kinds);
    }
    let name = |kind: usize| match own {
        Some(own) if kind == own => lanes::our_name(&input.center(), input.language),
        Some(_) => kind_name(input, kind / 2),
        None => kind_name(input, kind),
    };
    let lanes = kinds.blocks.iter().map(|block| Lane { name: name(block.kind), rect: block.rect }).collect();
    Ok(Arranged {
        fill: kinds.fill,
        places: match form {
            Form::Lanes => lanes::arrangement(kinds.bounds, lanes, kinds.positions),
            Form::Quadrants => {
                Arrangement { bounds: kinds.bounds, backdrop: Backdrop::Lanes(lanes), positions: kinds.positions }
            }
        },
        strayed: kinds.strayed,
        clashing: Vec::new(),
    })
}

fn kind_name(input: &MapInput, kind: usize) -> String {
    input.kinds.get(kind).map(|kind| kind.name.to_string()).unwrap_or_default()
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
