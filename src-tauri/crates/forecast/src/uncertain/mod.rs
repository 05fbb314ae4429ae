//! A workspace's plan with its doubts: which inputs are uncertain, and what a metric is in any run of a simulation.
//!
//! Owns how projections become drivers and a model. Must not know how drivers are drawn, nor what was measured.

mod drivers;
mod figures;
mod leaves;

use domain::{Better, Key, Library, Lines, Month, Workspace};

pub use drivers::{DriverOf, DriverSource};

use crate::input::MONTHS_MAX;
use crate::simulation::{RunFigures, Simulated, Simulation, SimulationError, Tornado, Watch, simulate, tornado};
use drivers::Drivers;
use leaves::Leaves;

/// What a metric is expected to be in some lines and months, as a function of all uncertain inputs behind it.
pub struct UncertainPlan<'w> {
    workspace: &'w Workspace,
    drivers: Drivers,
    leaves: Leaves<'w>,
    better: Better,
    months: u32,
}

/// How often, from which seed, and toward what.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Runs {
    /// How often.
    pub runs: u32,
    /// The same seed gives the same figures on every machine.
    pub seed: u32,
    /// What is aimed at by the last month.
    pub target: Option<f64>,
}

impl<'w> UncertainPlan<'w> {
    /// The plan of `metric` in `lines` from `first` to `last`, at most [`MONTHS_MAX`] months; None for a metric that the
    /// library does not have, or of which nothing is planned.
    pub fn of(
        workspace: &'w Workspace,
        library: &'w Library,
        metric: &Key,
        lines: &Lines,
        (first, last): (Month, Month),
    ) -> Option<Self> {
        let better = library.metric(metric)?.better;
        let months = u32::try_from(last.since(first) + 1).ok().filter(|months| (1..=MONTHS_MAX).contains(months))?;
        let leaves = Leaves::of(workspace, library, metric, lines, (first, last))?;
        let drivers = Drivers::of(workspace, &leaves, better);
        Some(Self { workspace, drivers, leaves, better, months })
    }

    /// Every uncertain input that the metric rests on; without one there is nothing to simulate.
    pub fn drivers(&self) -> &[DriverOf] {
        &self.drivers.of
    }

    /// Simulates it by the workspace's correlation and groups.
    pub fn simulate(&self, runs: Runs, watch: Watch<'_>) -> Result<Simulated, SimulationError> {
        let model = |values: &[f64], run: &mut RunFigures<'_>| self.leaves.figures(&self.drivers, values, run);
        simulate(&self.simulation(runs, &model), watch)
    }

    /// Which of [`Self::drivers`] moves the figure at the end most.
    pub fn tornado(&self) -> Result<Tornado, SimulationError> {
        let model = |values: &[f64], run: &mut RunFigures<'_>| self.leaves.figures(&self.drivers, values, run);
        tornado(&self.simulation(Runs { runs: 1, seed: 0, target: None }, &model))
    }

    fn simulation<'s>(&'s self, runs: Runs, model: crate::simulation::Model<'s>) -> Simulation<'s> {
        let rules = self.workspace.settings.simulation;
        let groups = self.workspace.correlation_groups.iter();
        Simulation {
            months: self.months,
            drivers: self.drivers.drawn.clone(),
            model,
            correlation: rules.correlation,
            // A group goes together at least as everything does.
            groups: groups.map(|group| group.correlation.clamp(rules.correlation, 1.0)).collect(),
            runs: runs.runs,
            seed: u64::from(runs.seed),
            target: runs.target.map(|target| (target, self.better)),
        }
    }
}

#[cfg(test)]
mod tests;
