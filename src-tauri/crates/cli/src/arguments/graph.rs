//! `graph layout` and `graph measures`: plain graphs, without a workspace.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::figures::{BoxSize, Fraction, box_size, fraction};
use super::network::Style;

#[derive(Subcommand)]
pub enum Graph {
    /// Lay out a graph and write the positions
    Layout(GraphLayout),
    /// Measure a graph
    Measures(GraphMeasures),
}

/// Lay out a graph and write the positions.
///
/// The graph's first line is "n m", then come m lines "a b"; nodes are numbered from 0. Written are x and y of each
/// node as little-endian single-precision numbers.
#[derive(Args)]
pub struct GraphLayout {
    /// The graph
    pub graph: PathBuf,
    /// How it is drawn; rings are steps from the graph's middle, a value chain runs from each line's first node to its
    /// second, kinds are the groups
    #[arg(long, value_enum)]
    pub style: Style,
    /// A JSON list with the group of each node, to be kept together
    #[arg(long, value_name = "JSON")]
    pub groups: Option<PathBuf>,
    /// Width and height of every node's box; no two overlap
    #[arg(long = "box", value_name = "WxH", default_value = "100x30", value_parser = box_size, allow_hyphen_values = true)]
    pub size: BoxSize,
    /// How the organic style draws: distances true, groups pulled apart, or by the graph's shape
    #[arg(long, value_enum, default_value = "auto")]
    pub model: Model,
    /// From 0 (distances true) to 1 (groups as far apart as can be)
    #[arg(long, value_name = "0..1", default_value = "0.5", value_parser = fraction, allow_hyphen_values = true)]
    pub separate: Fraction,
    /// The same seed gives the same positions
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Draw points, a line about one unit long, whose boxes may overlap
    #[arg(long)]
    pub no_overlap_removal: bool,
    /// Where to write the positions
    #[arg(long)]
    pub out: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Model {
    Stress,
    Force,
    Auto,
}

/// Measure a graph; see `measures` for what each figure means.
#[derive(Args)]
pub struct GraphMeasures {
    /// The graph: "n m", then m lines "a b"; nodes are numbered from 0
    pub graph: PathBuf,
    /// Lines lead from their first node to their second
    #[arg(long)]
    pub directed: bool,
    /// The same seed gives the same communities
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

impl From<Model> for api::graph::Model {
    fn from(model: Model) -> Self {
        match model {
            Model::Stress => Self::Stress,
            Model::Force => Self::Force,
            Model::Auto => Self::Auto,
        }
    }
}
