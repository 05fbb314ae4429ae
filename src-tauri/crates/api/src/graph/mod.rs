//! Plain graphs from the command line: laid out into a file of positions, and measured.
//!
//! Owns: what a request holds and what is told of its work. Must not know: workspaces, what nodes stand for.

mod draw;
mod file;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub use layout::graph::Model;
use layout::measures::Reading;
use serde::Serialize;

use self::file::{read_graph, read_groups, refuse_itself};
use crate::measured::Measured;
use crate::stopwatch::milliseconds;
use crate::wire::{MapStyle, PhaseTime};
use crate::{ErrorReply, Refusal};

/// A graph to lay out.
#[derive(Debug, Clone)]
pub struct GraphLayout {
    /// The graph's file.
    pub graph: PathBuf,
    /// A JSON list with the group of each node.
    pub groups: Option<PathBuf>,
    /// How it is drawn.
    pub style: MapStyle,
    /// How the organic style draws it.
    pub model: Model,
    /// 0 keeps distances true, 1 pulls groups as far apart as can be.
    pub separate: f64,
    /// The same seed gives the same positions.
    pub seed: u64,
    /// Width and height of every node's box; none draws points, which cannot overlap.
    pub size: Option<[f64; 2]>,
    /// Where positions are written.
    pub out: PathBuf,
}

/// What laying out a graph took.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GraphLaidOut {
    /// How many nodes there are.
    pub nodes: usize,
    /// How many lines the file has.
    pub lines: usize,
    /// Reading the files, in milliseconds.
    pub reading_milliseconds: f64,
    /// The layout by phase.
    pub phases: Vec<PhaseTime>,
    /// The layout call alone, in milliseconds.
    pub layout_milliseconds: f64,
    /// Writing the positions, in milliseconds.
    pub writing_milliseconds: f64,
    /// Part of the ground that boxes cover; none for points.
    pub fill: Option<f64>,
}

/// Lays out a graph and writes its positions: x and y of each node as little-endian single-precision numbers.
pub fn layout(request: &GraphLayout) -> Result<GraphLaidOut, ErrorReply> {
    let start = Instant::now();
    refuse_itself(&request.graph, &request.out)?;
    let graph = read_graph(&request.graph)?;
    let groups = request.groups.as_ref().map(|path| read_groups(path, graph.nodes)).transpose()?;
    let (nodes, lines) = (graph.nodes, graph.lines.len());
    let input = draw::Input::new(request, graph, groups.unwrap_or_default())?;
    let reading_milliseconds = milliseconds(start.elapsed());
    let drawn = input.draw()?;
    let start = Instant::now();
    write_positions(&request.out, &drawn.at)?;
    Ok(GraphLaidOut {
        nodes,
        lines,
        reading_milliseconds,
        layout_milliseconds: drawn.milliseconds,
        phases: drawn.phases,
        writing_milliseconds: milliseconds(start.elapsed()),
        fill: request.size.and_then(|size| fill(&drawn.at, size)),
    })
}

/// A graph to measure.
#[derive(Debug, Clone)]
pub struct GraphMeasures {
    /// The graph's file.
    pub graph: PathBuf,
    /// Lines lead from their first node to their second.
    pub directed: bool,
    /// The same seed gives the same communities.
    pub seed: u64,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GraphMeasured {
    pub whole: GraphWhole,
    pub nodes: Vec<NodeMeasures>,
}

/// Measures of the whole graph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GraphWhole {
    pub nodes: usize,
    /// Pairs that a line joins, parallel lines and loops left out.
    pub lines: usize,
    pub density: f64,
    /// Share of lines that are answered by one back; none for graphs without direction.
    pub reciprocity: Option<f64>,
    pub components: usize,
    pub communities: u32,
    pub modularity: f64,
    pub bridges: Vec<(u32, u32)>,
}

/// Measures of one node.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub struct NodeMeasures {
    pub node: usize,
    pub degree: u32,
    /// None for graphs without direction, as `degree_out`.
    pub degree_in: Option<u32>,
    pub degree_out: Option<u32>,
    pub betweenness: f64,
    pub betweenness_share: f64,
    pub closeness: f64,
    pub eigenvector: Option<f64>,
    pub reach: f64,
    pub articulation_point: bool,
    pub community: u32,
    pub core: u32,
}

/// Measures a graph.
pub fn measures(request: &GraphMeasures) -> Result<GraphMeasured, ErrorReply> {
    let graph = read_graph(&request.graph)?;
    let reading = if request.directed { Reading::Directed } else { Reading::Undirected };
    let measured = Measured::of(graph.nodes, &graph.lines, reading, request.seed, &|_, _, _| ControlFlow::Continue(()))
        .map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?
        .ok_or_else(crate::commands::measures::cancelled)?;
    let node = |node: usize| NodeMeasures {
        node,
        degree: measured.degrees[node].all,
        degree_in: request.directed.then_some(measured.degrees[node].incoming),
        degree_out: request.directed.then_some(measured.degrees[node].outgoing),
        betweenness: measured.betweenness[node],
        betweenness_share: measured.betweenness_share(node),
        closeness: measured.closeness[node],
        eigenvector: measured.eigenvector.as_ref().map(|figures| figures[node]),
        reach: measured.reach[node],
        articulation_point: measured.is_articulation_point[node],
        community: measured.communities.of_node[node],
        core: measured.cores[node],
    };
    Ok(GraphMeasured {
        whole: GraphWhole {
            nodes: graph.nodes,
            lines: measured.ties,
            density: measured.density,
            reciprocity: measured.reciprocity.filter(|_| request.directed),
            components: measured.components,
            communities: measured.communities.count,
            modularity: measured.communities.modularity,
            bridges: measured.bridges.clone(),
        },
        nodes: (0..graph.nodes).map(node).collect(),
    })
}

fn write_positions(path: &Path, at: &[[f64; 2]]) -> Result<(), ErrorReply> {
    #[allow(clippy::cast_possible_truncation, reason = "the format has single precision")]
    let bytes: Vec<u8> = at.iter().flatten().flat_map(|&value| (value as f32).to_le_bytes()).collect();
    crate::files::write_whole(path, &bytes)
}

/// Part of the ground that boxes of this size cover; none without a node.
fn fill(at: &[[f64; 2]], size: [f64; 2]) -> Option<f64> {
    let span = |axis: usize| {
        let values = || at.iter().map(|at| at[axis]);
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min) + size[axis]
    };
    (!at.is_empty()).then(|| at.len() as f64 * size[0] * size[1] / (span(0) * span(1)))
}

impl From<file::GraphFileError> for ErrorReply {
    fn from(error: file::GraphFileError) -> Self {
        Self::from_error(Refusal::Refused, &error)
    }
}
