//! Where the nodes of a plain graph go: no center, no depth, only lines, boxes and pins.
//!
//! Owns: the graph, hop distances, packing of components. Must not know: zones, what nodes stand for, files, threads,
//! the clock.

mod csr;
mod pack;
mod progress;
pub(crate) mod seed;
pub mod stress;

pub use csr::{Graph, NoSuchNode, UNREACHED};
pub use pack::pack;
pub use progress::{Cancelled, Phase, Progress, Watch};
