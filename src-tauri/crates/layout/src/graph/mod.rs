//! Where the nodes of a plain graph go: no center, no depth, only lines, boxes and pins.
//!
//! Owns: the graph, its drawing by stress and forces, coarse first if it is large, overlap removal, packing of components,
//! and what stays in place when it is edited. Must not know: zones, what nodes stand for, files, threads, the clock.

mod component;
mod csr;
mod engine;
pub mod force;
mod keep;
mod multilevel;
pub mod overlap;
mod pack;
mod progress;
pub(crate) mod seed;
pub mod stress;

pub use csr::{Graph, NoSuchNode, UNREACHED};
pub use engine::{Layout, Model, Options, layout_graph};
pub use keep::{keep, tidy_up};
pub use pack::pack;
pub(crate) use progress::tell;
pub use progress::{Cancelled, Phase, Progress, Watch};
