//! Which driver moves the figure at the end most.

use serde::Serialize;
use ts_rs::TS;

use super::{RunFigures, Simulation, SimulationError, checked};

/// What one driver does to the figure at the end, with every other driver at its p50.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Swing {
    /// Which, as a place in [`Simulation::drivers`].
    pub driver: usize,
    /// The figure with this driver at its p10.
    pub at_p10: f64,
    /// The figure with this driver at its p90.
    pub at_p90: f64,
}

/// What each driver does to the figure at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// The figure with every driver at its p50.
    pub base: f64,
    /// Every driver's swing, the widest first, equals in the order of the drivers.
    pub swings: Vec<Swing>,
}

/// Moves one driver after the other. No chance is in it.
pub fn tornado(simulation: &Simulation<'_>) -> Result<Tornado, SimulationError> {
    checked(simulation)?;
    let at = |probability: f64| -> Vec<f64> {
        simulation.drivers.iter().map(|driver| driver.distribution.inverse(probability, 1.0 - probability)).collect()
    };
    let (low, middle, high) = (at(0.1), at(0.5), at(0.9));
    let with = |driver: usize, value: f64| {
        let mut values = middle.clone();
        values[driver] = value;
        total(simulation, &values)
    };
    let mut swings = Vec::with_capacity(middle.len());
    for driver in 0..middle.len() {
        swings.push(Swing { driver, at_p10: with(driver, low[driver])?, at_p90: with(driver, high[driver])? });
    }
    let moved = |swing: &Swing| (swing.at_p90 - swing.at_p10).abs();
    swings.sort_by(|a, b| moved(b).total_cmp(&moved(a)).then(a.driver.cmp(&b.driver)));
    Ok(Tornado { base: total(simulation, &middle)?, swings })
}

fn total(simulation: &Simulation<'_>, values: &[f64]) -> Result<f64, SimulationError> {
    let count = simulation.months as usize;
    let (mut months, mut to_date) = (vec![0.0; count], vec![0.0; count]);
    (simulation.model)(values, &mut RunFigures { months: &mut months, to_date: &mut to_date })?;
    Ok(to_date.last().copied().unwrap_or(0.0))
}
