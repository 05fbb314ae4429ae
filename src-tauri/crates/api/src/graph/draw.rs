//! Each style on a plain graph, with its phases timed.

use std::ops::ControlFlow;

use layout::graph::{Cancelled, Graph, Options, Progress, Watch, layout_graph};
use layout::layered::{LayeredOptions, layer_graph};
use layout::{ByKindInput, Form, Node, NodeBox, RingOptions, Zone, by_kind, ring_graph};

use super::GraphLayout;
use super::file::GraphFile;
use crate::stopwatch::{Stopwatch, phase_key};
use crate::wire::{MapStyle, PhaseTime};
use crate::{ErrorReply, Refusal};

/// A graph ready to be drawn: what is left is the layout call alone.
pub(super) struct Input {
    graph: Graph,
    style: Styled,
}

/// What each style needs beside the graph.
enum Styled {
    Organic(Options),
    Rings(RingOptions),
    ValueChain(Vec<(u32, u32)>, LayeredOptions),
    ByKind(ByKindInput),
}

/// Where everything went, and what it took.
pub(super) struct Drawn {
    pub(super) at: Vec<[f64; 2]>,
    pub(super) phases: Vec<PhaseTime>,
    pub(super) milliseconds: f64,
}

impl Input {
    pub(super) fn new(request: &GraphLayout, file: GraphFile, groups: Vec<u32>) -> Result<Self, ErrorReply> {
        let graph =
            Graph::new(file.nodes, &file.lines).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        let boxes = request.size.map_or_else(Vec::new, |size| vec![size; file.nodes]);
        let style = match request.style {
            MapStyle::Organic => Styled::Organic(Options {
                model: request.model,
                separate: request.separate,
                seed: request.seed,
                boxes,
                groups,
                pinned: Vec::new(),
            }),
            MapStyle::Rings => Styled::Rings(RingOptions { boxes, groups, ..RingOptions::default() }),
            MapStyle::ValueChain => {
                let groups = groups.into_iter().map(Some).collect();
                let options = LayeredOptions { boxes, groups, seed: request.seed, ..LayeredOptions::default() };
                Styled::ValueChain(file.lines, options)
            }
            MapStyle::ByKind if groups.is_empty() && file.nodes > 0 => {
                return Err(ErrorReply::refused(
                    "The kinds of the nodes are not known: name a JSON list with the kind of each node by --groups.",
                ));
            }
            MapStyle::ByKind => Styled::ByKind(kinds(&graph, &boxes, &groups)),
        };
        Ok(Self { graph, style })
    }

    /// The layout call.
    pub(super) fn draw(&self) -> Result<Drawn, ErrorReply> {
        let stopwatch = Stopwatch::start("prepare");
        let watch = |progress: Progress| {
            stopwatch.enter(phase_key(progress.phase));
            ControlFlow::Continue(())
        };
        let at = self.place(&watch).map_err(|cancelled| ErrorReply::from_error(Refusal::Cancelled, &cancelled))?;
        let (phases, milliseconds) = stopwatch.stop();
        Ok(Drawn { at, phases, milliseconds })
    }

    fn place(&self, watch: Watch<'_>) -> Result<Vec<[f64; 2]>, Cancelled> {
        match &self.style {
            Styled::Organic(options) => Ok(layout_graph(&self.graph, options, watch)?.at),
            Styled::Rings(options) => Ok(ring_graph(&self.graph, options, watch)?.at),
            Styled::ByKind(input) => Ok(by_kind(input, watch)?.positions.into_iter().map(|(x, y)| [x, y]).collect()),
            Styled::ValueChain(lines, options) => Ok(layer_graph(self.graph.len(), lines, options, watch)?.at),
        }
    }
}

/// Lanes of nodes that are alike but for their kinds.
fn kinds(graph: &Graph, boxes: &[[f64; 2]], groups: &[u32]) -> ByKindInput {
    let node = |(index, &kind): (usize, &u32)| {
        let [wide, high] = boxes.get(index).copied().unwrap_or([1.0; 2]);
        Node {
            key: index as u128,
            name: String::new(),
            size: NodeBox { half_width: wide / 2.0, above: high / 2.0, below: high / 2.0 },
            depth: None,
            zone: Zone::Unknown,
            group: None,
            kind: kind as usize,
            pinned: None,
            previous: None,
        }
    };
    ByKindInput {
        nodes: groups.iter().enumerate().map(node).collect(),
        edges: graph.lines().map(|(a, b)| (a as usize, b as usize)).collect(),
        form: Form::Lanes,
        heading: 0.0,
        aspect: 1.6,
    }
}
