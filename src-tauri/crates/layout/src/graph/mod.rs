//! Where the nodes of a plain graph go: no center, no depth, only lines, boxes and pins.
//!
//! Owns: the graph, hop distances, packing of components. Must not know: zones, what nodes stand for, files, threads,
//! the clock.

mod csr;
mod pack;
pub(crate) mod seed;

pub use csr::{Graph, NoSuchNode, UNREACHED};
pub use pack::pack;
