//! What long work says while it runs, and how it is stopped.

use std::ops::ControlFlow;

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Distances made true.
    Stress,
    /// Groups pulled apart.
    Force,
    /// Boxes moved off one another.
    Overlaps,
    /// Nodes given their layers.
    Layers,
    /// Layers put in an order with few crossings.
    Crossings,
}

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Rounds done, of `total`.
    pub done: usize,
    /// Rounds there are at most.
    pub total: usize,
}

/// The caller asked to stop; nothing was placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The layout was stopped before it was finished. Nothing was moved; start it again when you want it.")]
pub struct Cancelled;

/// Told between rounds; answers whether to go on.
pub type Watch<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

pub(crate) fn tell(watch: Watch<'_>, phase: Phase, done: usize, total: usize) -> Result<(), Cancelled> {
    match watch(Progress { phase, done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}
