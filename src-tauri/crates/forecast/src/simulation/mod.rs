//! Seeded Monte Carlo over the motions of a scenario.
//!
//! Owns how drivers are drawn together, run after run, and what is told of the runs. Must not know which metric is
//! simulated, nor what a driver means to its motion's model.

mod draws;
mod fan;
mod progress;
mod tornado;

use domain::Better;
use rayon::prelude::*;

pub use fan::{Band, Fan};
pub use progress::{Progress, Watch};
pub use tornado::{Swing, tornado};

use crate::distributions::{Distribution, Sampler};
use crate::input::{InputError, month_count, number, share, within};
use draws::Draws;
use progress::tell;

/// How strongly all drivers go together unless told. Independent motions would make the portfolio look falsely sure:
/// what goes wrong with one would always be made good by another.
pub const CORRELATION: f64 = 0.3;

/// How often is simulated unless told.
pub const RUNS: u32 = 10_000;

/// The most runs of a simulation; with 120 months they take 100 MB.
pub const RUNS_MAX: u32 = 100_000;

/// One uncertain input, of one motion or shared by several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    /// Its values.
    pub distribution: Distribution,
    /// When everything goes well, a driver whose higher values are better is high and one of the others low.
    pub better: Better,
    /// Which of the [`Simulation::groups`] it belongs to; none: only the common factor moves it together with others.
    pub group: Option<usize>,
}

/// A motion's model: from the values of its drivers, in their order, to one figure per month, as for
/// [`range_months`](crate::models::range_months).
pub type Model<'a> = &'a (dyn Fn(&[f64]) -> Result<Vec<f64>, InputError> + Sync);

/// One motion, as the simulation sees it.
#[derive(Clone)]
pub struct SimulatedMotion<'a> {
    /// Its drivers, as places in [`Simulation::drivers`].
    pub drivers: Vec<usize>,
    /// Its first month, counted from the simulation's first, which is 0.
    pub first: usize,
    /// Its months; they end with the simulation's at the latest.
    pub months: usize,
    /// From drivers to months.
    pub model: Model<'a>,
}

/// What is simulated.
#[derive(Clone)]
pub struct Simulation<'a> {
    /// Months of the whole, 1 to 120.
    pub months: u32,
    /// Every uncertain input, once.
    pub drivers: Vec<Driver>,
    /// The motions; their months are added.
    pub motions: Vec<SimulatedMotion<'a>>,
    /// The correlation of any two drivers, 0 to 1, usually [`CORRELATION`].
    pub correlation: f64,
    /// The correlation of any two drivers of the same group, from the common correlation to 1.
    pub groups: Vec<f64>,
    /// How often, 1 to [`RUNS_MAX`], usually [`RUNS`].
    pub runs: u32,
    /// The same seed gives the same figures on every machine, with any number of threads.
    pub seed: u64,
    /// The sum of all months that is aimed at, and which side of it is good.
    pub target: Option<(f64, Better)>,
    /// Whether each motion's own fan is wanted too.
    pub each: bool,
}

/// What came out, given these inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulated {
    /// All motions together.
    pub whole: Fan,
    /// Each motion by itself, in their order; empty unless asked for.
    pub motions: Vec<Fan>,
    /// The sum of all months in each run, in the order of the runs.
    pub totals: Vec<f64>,
    /// The mean of the totals.
    pub mean: f64,
    /// The part of the runs that reached the target; none without one.
    pub chance: Option<f64>,
}

/// Why nothing was simulated.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SimulationError {
    /// An input cannot be.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The caller asked to stop.
    #[error("The simulation was stopped before it was finished. Nothing was changed; start it again when you want it.")]
    Cancelled,
}

/// How many runs one thread takes at a time.
const CHUNK: usize = 256;

/// Simulates.
///
/// Driver j of a run is Q(Φ(z)), the quantile of its distribution at the chance of the normal value
/// z = √ρ F + √(ρg − ρ) G + √(1 − ρg) ε: F is drawn once a run (the common factor of correlation ρ), G once a run for
/// its group (of correlation ρg; without a group ρg = ρ), ε for the driver alone; F and G turn their sign where lower is
/// better. Run r takes its normal values in the order F, each group's G, each driver's ε, each the normal quantile of
/// one 64-bit word, from the `ChaCha8` generator of the seed on stream r. Sums are formed in the order of the motions, so
/// threads change nothing.
pub fn simulate(simulation: &Simulation<'_>, watch: Watch<'_>) -> Result<Simulated, SimulationError> {
    checked(simulation)?;
    let rounds = simulation.motions.len() + 2;
    tell(watch, 0, rounds)?;
    let samplers: Vec<Sampler> = simulation.drivers.par_iter().map(|driver| Sampler::of(driver.distribution)).collect();
    let draws = Draws::of(simulation);
    tell(watch, 1, rounds)?;

    let months = simulation.months as usize;
    let mut whole = vec![0.0; months * simulation.runs as usize];
    let mut motions = Vec::new();
    for (done, motion) in (2..).zip(&simulation.motions) {
        if simulation.each {
            let mut alone = vec![0.0; whole.len()];
            add(motion, months, &samplers, &draws, &mut alone)?;
            whole.par_iter_mut().zip(&alone).for_each(|(sum, figure)| *sum += figure);
            motions.push(Fan::of(&mut alone, months));
        } else {
            add(motion, months, &samplers, &draws, &mut whole)?;
        }
        tell(watch, done, rounds)?;
    }

    let fan = Fan::of(&mut whole, months);
    // The rows are cumulative by now: the last month of each is its total.
    let totals: Vec<f64> = whole.chunks_exact(months).map(|run| run[months - 1]).collect();
    let count = totals.len() as f64;
    let reached = |(target, better): (f64, Better)| {
        let good = |total: &&f64| if better == Better::Higher { **total >= target } else { **total <= target };
        totals.iter().filter(good).count() as f64 / count
    };
    let (mean, chance) = (totals.iter().sum::<f64>() / count, simulation.target.map(reached));
    Ok(Simulated { whole: fan, motions, totals, mean, chance })
}

impl SimulatedMotion<'_> {
    /// What its model says; refused unless it has the motion's months.
    fn figures(&self, values: &[f64]) -> Result<Vec<f64>, InputError> {
        let figures = (self.model)(values)?;
        if figures.len() == self.months {
            Ok(figures)
        } else {
            Err(InputError::Count { what: "months of a motion", found: figures.len(), expected: self.months })
        }
    }
}

/// Adds a motion's months to the rows of all runs.
fn add(
    motion: &SimulatedMotion<'_>,
    months: usize,
    samplers: &[Sampler],
    draws: &Draws,
    rows: &mut [f64],
) -> Result<(), InputError> {
    rows.par_chunks_mut(CHUNK * months).enumerate().try_for_each(|(chunk, rows)| {
        let mut values = vec![0.0; motion.drivers.len()];
        for (run, row) in (chunk * CHUNK..).zip(rows.chunks_exact_mut(months)) {
            let normal = draws.of_run(run);
            for (value, driver) in values.iter_mut().zip(&motion.drivers) {
                *value = samplers[*driver].draw(normal[*driver]);
            }
            let figures = motion.figures(&values)?;
            row[motion.first..].iter_mut().zip(&figures).for_each(|(sum, figure)| *sum += figure);
        }
        Ok(())
    })
}

fn checked(simulation: &Simulation<'_>) -> Result<(), InputError> {
    let months = month_count(simulation.months)? as usize;
    within("number of runs", f64::from(simulation.runs), 1.0..=f64::from(RUNS_MAX), "between 1 and 100,000")?;
    share("correlation", simulation.correlation)?;
    let least = simulation.correlation;
    let between = "between the common correlation and 1";
    simulation
        .groups
        .iter()
        .try_for_each(|group| within("correlation of a group", *group, least..=1.0, between).map(drop))?;
    simulation.target.map_or(Ok(0.0), |(target, _)| number("target", target))?;
    let beyond = |place: usize, count: usize| if place < count { Ok(()) } else { Err((place, count)) };
    let mut groups = simulation.drivers.iter().filter_map(|driver| driver.group);
    groups.try_for_each(|group| beyond(group, simulation.groups.len())).map_err(missing("groups"))?;
    for motion in &simulation.motions {
        let known = |driver: &usize| beyond(*driver, simulation.drivers.len());
        motion.drivers.iter().try_for_each(known).map_err(missing("drivers"))?;
        let end = motion.first.saturating_add(motion.months);
        if end > months {
            return Err(InputError::Count { what: "months", found: months, expected: end });
        }
    }
    Ok(())
}

fn missing(what: &'static str) -> impl Fn((usize, usize)) -> InputError {
    move |(place, found)| InputError::Count { what, found, expected: place + 1 }
}
