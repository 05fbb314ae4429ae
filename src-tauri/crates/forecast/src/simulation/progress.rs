//! What a simulation says while it runs, and how it is stopped.

use std::ops::ControlFlow;

use super::SimulationError;

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rounds done, of `total`.
    pub done: usize,
    /// Rounds there are.
    pub total: usize,
}

/// Told between rounds; answers whether to go on.
pub type Watch<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

pub(super) fn tell(watch: Watch<'_>, done: usize, total: usize) -> Result<(), SimulationError> {
    match watch(Progress { done, total }) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(SimulationError::Cancelled),
    }
}
