//! The map arranged in one of its styles.
//!
//! Owns: which parts of a workspace each style needs, and what its work is called. Must not know: views, files.

use std::ops::ControlFlow;

use layout::OrganicInput;
use layout::graph::{Cancelled, Progress, Watch};
use picture::map::MapInput;

use crate::stopwatch::{Stopwatch, phase_key, phase_words};
use crate::wire::{LayoutRun, MapStyle};
use crate::{ErrorReply, Refusal};

/// Where everything went; indices count in the input's nodes.
pub(crate) struct Arranged {
    pub(crate) at: Vec<(f64, f64)>,
    /// Part of the ground that boxes cover.
    pub(crate) fill: f64,
    /// Pinned across the bound of their zone.
    pub(crate) strayed: Vec<usize>,
    /// Pairs pinned onto one another.
    pub(crate) clashing: Vec<[usize; 2]>,
}

/// Told what is done now, how far it is, of how much.
pub(crate) type Tell<'a> = &'a dyn Fn(&str, u32, u32) -> ControlFlow<()>;

/// Arranges the nodes of `input`, the pinned ones where they are.
pub(crate) fn arrange(
    input: &MapInput,
    request: &LayoutRun,
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
    let arranged = match request.style {
        MapStyle::Organic => organic(&measured, &watch),
        style => return Err(ErrorReply::refused(format!("{style:?} is not there yet."))),
    };
    Ok(Arranged { clashing, ..arranged.map_err(refusal)? })
}

fn organic(measured: &OrganicInput, watch: Watch<'_>) -> Result<Arranged, Cancelled> {
    let organic = layout::organic_watched(measured, watch)?;
    Ok(Arranged { at: organic.positions, fill: organic.fill, strayed: organic.strayed, clashing: Vec::new() })
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
    let after = |index: usize| pins[index + 1..].iter().map(move |&b| b);
    pins.iter()
        .enumerate()
        .flat_map(|(index, &a)| after(index).filter(move |&b| overlap(a, b)).map(move |b| [a, b]))
        .collect()
}

fn refusal(_: Cancelled) -> ErrorReply {
    ErrorReply::new(Refusal::Cancelled, "The layout was cancelled; nothing was moved.")
}
