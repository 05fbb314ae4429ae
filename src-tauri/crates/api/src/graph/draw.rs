//! Each style on a plain graph, with its phases timed.

use std::ops::ControlFlow;

use layout::graph::{Graph, Options, Progress, layout_graph};

use super::GraphLayout;
use super::file::GraphFile;
use crate::stopwatch::{Stopwatch, phase_key};
use crate::wire::{MapStyle, PhaseTime};
use crate::{ErrorReply, Refusal};

/// A graph ready to be drawn: what is left is the layout call alone.
pub(super) struct Input {
    graph: Graph,
    options: Options,
}

/// Where everything went, and what it took.
pub(super) struct Drawn {
    pub(super) at: Vec<[f64; 2]>,
    pub(super) phases: Vec<PhaseTime>,
    pub(super) milliseconds: f64,
}

impl Input {
    pub(super) fn new(request: &GraphLayout, graph: &GraphFile, groups: Vec<u32>) -> Result<Self, ErrorReply> {
        let refused = |error: layout::graph::NoSuchNode| ErrorReply::from_error(Refusal::Refused, &error);
        let options = Options {
            model: request.model,
            separate: request.separate,
            seed: request.seed,
            boxes: request.size.map_or_else(Vec::new, |size| vec![size; graph.nodes]),
            groups,
            pinned: Vec::new(),
        };
        match request.style {
            MapStyle::Organic => Ok(Self { graph: Graph::new(graph.nodes, &graph.lines).map_err(refused)?, options }),
            style => Err(ErrorReply::refused(format!("{style:?} is not there yet."))),
        }
    }

    /// The layout call.
    pub(super) fn draw(&self) -> Result<Drawn, ErrorReply> {
        let stopwatch = Stopwatch::start("prepare");
        let watch = |progress: Progress| {
            stopwatch.enter(phase_key(progress.phase));
            ControlFlow::Continue(())
        };
        let layout = layout_graph(&self.graph, &self.options, &watch)
            .map_err(|cancelled| ErrorReply::from_error(Refusal::Cancelled, &cancelled))?;
        let (phases, milliseconds) = stopwatch.stop();
        Ok(Drawn { at: layout.at, phases, milliseconds })
    }
}
