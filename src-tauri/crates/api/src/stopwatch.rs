//! How long each phase of a piece of work took, by the wall clock: for people who tune it, never for its result.

use std::cell::RefCell;
use std::time::Instant;

use layout::graph::Phase;

use crate::wire::PhaseTime;

/// Runs from its making; each phase runs until the next one begins.
pub(crate) struct Stopwatch(RefCell<Running>);

struct Running {
    phases: Vec<PhaseTime>,
    /// Which of `phases` runs, and since when.
    current: (usize, Instant),
}

impl Stopwatch {
    /// Starts with a first phase.
    pub(crate) fn start(phase: &str) -> Self {
        let first = PhaseTime { phase: phase.to_owned(), milliseconds: 0.0 };
        Self(RefCell::new(Running { phases: vec![first], current: (0, Instant::now()) }))
    }

    /// Goes on with `phase`; one that ran before adds to its time.
    pub(crate) fn enter(&self, phase: &str) {
        let mut running = self.0.borrow_mut();
        let (at, since) = running.current;
        let now = Instant::now();
        running.phases[at].milliseconds += milliseconds(now - since);
        let next = running.phases.iter().position(|known| known.phase == phase).unwrap_or_else(|| {
            running.phases.push(PhaseTime { phase: phase.to_owned(), milliseconds: 0.0 });
            running.phases.len() - 1
        });
        running.current = (next, now);
    }

    /// Every phase in the order in which they began, and all together.
    pub(crate) fn stop(self) -> (Vec<PhaseTime>, f64) {
        let Running { mut phases, current: (at, since) } = self.0.into_inner();
        phases[at].milliseconds += milliseconds(since.elapsed());
        let total = phases.iter().map(|phase| phase.milliseconds).sum();
        (phases, total)
    }
}

/// A duration in milliseconds.
pub(crate) fn milliseconds(duration: std::time::Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// A phase of the layout as it is timed.
pub(crate) fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Stress => "stress",
        Phase::Force => "force",
        Phase::Overlaps => "overlaps",
        Phase::Layers => "layers",
        Phase::Crossings => "crossings",
    }
}

/// A phase of the layout as a person reads it while it runs.
pub(crate) fn phase_words(phase: Phase) -> &'static str {
    match phase {
        Phase::Stress => "Finding true distances",
        Phase::Force => "Gathering groups",
        Phase::Overlaps => "Moving names off one another",
        Phase::Layers => "Finding layers",
        Phase::Crossings => "Untangling lines",
    }
}

#[cfg(test)]
mod tests {
    use super::Stopwatch;

    #[test]
    fn phases_keep_their_first_place_and_add_up() {
        let watch = Stopwatch::start("prepare");
        for phase in ["stress", "overlaps", "stress"] {
            watch.enter(phase);
        }
        let (phases, total) = watch.stop();
        let names: Vec<&str> = phases.iter().map(|phase| phase.phase.as_str()).collect();
        assert_eq!(names, ["prepare", "stress", "overlaps"]);
        assert!((phases.iter().map(|phase| phase.milliseconds).sum::<f64>() - total).abs() < 1e-9);
    }
}
