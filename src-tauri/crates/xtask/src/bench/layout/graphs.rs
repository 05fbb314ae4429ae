//! The graphs that programs are run on.
//!
//! Owns: where committed ones lie and how others are made. Must not know: what is done with them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::workspace;
use crate::place;
use crate::process::must;
use crate::stop::Stop;

/// A graph with a group for each node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graph {
    /// One of `tests/bench/layout/graphs`.
    Committed(&'static str),
    /// Made by `generate.py`.
    Made {
        /// Its kind there.
        kind: &'static str,
        /// How many nodes.
        nodes: u32,
        /// The same seed gives the same graph.
        seed: u32,
    },
    /// The workspace of the CNCF's organizations: only for `ecotone layout`.
    Cncf,
}

/// Where a graph lies.
#[derive(Debug, Clone)]
pub struct Files {
    /// "n m", then "a b" for each line; or the workspace.
    pub graph: PathBuf,
    /// A JSON list with a group for each node.
    pub groups: PathBuf,
}

/// The folder with the peers' scripts and the committed graphs.
pub fn folder() -> PathBuf {
    place::root().join("tests/bench/layout")
}

impl Graph {
    /// Its name in files and tables.
    pub fn name(&self) -> String {
        match self {
            Self::Committed(name) => (*name).to_owned(),
            Self::Made { kind, nodes, seed } => format!("{kind}-{nodes}-{seed}"),
            Self::Cncf => "cncf".to_owned(),
        }
    }

    /// Its files; one that is made is made into `scratch`, once.
    pub fn files(&self, scratch: &Path, python: &Path) -> Result<Files, Stop> {
        if *self == Self::Cncf {
            let file = workspace::cncf(scratch)?;
            return Ok(Files { groups: file.clone(), graph: file });
        }
        let (home, name) = (folder(), self.name());
        let place = if matches!(self, Self::Committed(_)) { home.join("graphs") } else { scratch.to_owned() };
        let files =
            Files { graph: place.join(format!("{name}.txt")), groups: place.join(format!("{name}.groups.json")) };
        if let Self::Made { kind, nodes, seed } = self
            && !files.groups.exists()
        {
            let mut make = Command::new(python);
            make.arg(home.join("generate.py")).args([kind, "--nodes", &nodes.to_string(), "--seed", &seed.to_string()]);
            make.arg("--out").arg(&files.graph);
            must(make)?;
        }
        Ok(files)
    }
}
