//! Seeded Monte Carlo.
//!
//! Owns how drivers are drawn together, run after run, and what is told of the runs. Must not know which metric is
//! simulated, nor what a driver means to it.

mod draws;
mod fan;
mod progress;
mod tornado;

use domain::Better;
use rayon::prelude::*;

pub use fan::{Band, Fan};
pub use progress::{Progress, Watch};
pub use tornado::{Swing, Tornado, tornado};

use crate::distributions::{Distribution, Sampler};
use crate::input::{InputError, month_count, number, share, within};
use draws::Draws;
use progress::tell;

/// The most runs of a simulation; with 120 months they take 200 MB.
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

/// The figures of one run. One that cannot be worked out is not a number.
#[derive(Debug)]
pub struct RunFigures<'r> {
    /// Each month by itself.
    pub months: &'r mut [f64],
    /// From the first month to this one.
    pub to_date: &'r mut [f64],
}

impl RunFigures<'_> {
    /// Sums from month to month.
    pub fn sum_up(&mut self) {
        let mut sum = 0.0;
        for (to_date, month) in self.to_date.iter_mut().zip(self.months.iter()) {
            sum += month;
            *to_date = sum;
        }
    }
}

/// From the values of all drivers, in their order, to the figures of a run. They come filled with nothing.
pub type Model<'a> = &'a (dyn Fn(&[f64], &mut RunFigures<'_>) -> Result<(), InputError> + Sync);

/// What is simulated.
#[derive(Clone)]
pub struct Simulation<'a> {
    /// Months, 1 to 120.
    pub months: u32,
    /// Every uncertain input, once.
    pub drivers: Vec<Driver>,
    /// From drivers to months.
    pub model: Model<'a>,
    /// The correlation of any two drivers, 0 to 1. Independent motions would make the portfolio look falsely sure: what
    /// goes wrong with one would always be made good by another.
    pub correlation: f64,
    /// The correlation of any two drivers of the same group, from the common correlation to 1.
    pub groups: Vec<f64>,
    /// How often, 1 to [`RUNS_MAX`].
    pub runs: u32,
    /// The same seed gives the same figures on every machine, with any number of threads.
    pub seed: u64,
    /// The figure at the end that is aimed at, and which side of it is good.
    pub target: Option<(f64, Better)>,
}

/// What came out, given these inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulated {
    /// Where the figures lie, month by month.
    pub fan: Fan,
    /// The figure at the end of each run that has one, in the order of the runs.
    pub totals: Vec<f64>,
    /// The mean of the totals; none without any.
    pub mean: Option<f64>,
    /// The part of the totals that reached the target; none without one.
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

/// After how many runs is told how far the work is.
const ROUND: usize = 2_048;

/// Simulates.
///
/// Driver j of a run is Q(Φ(z)), the quantile of its distribution at the chance of the normal value
/// z = √ρ F + √(ρg − ρ) G + √(1 − ρg) ε: F is drawn once a run (the common factor of correlation ρ), G once a run for
/// its group (of correlation ρg; without a group ρg = ρ), ε for the driver alone; F and G turn their sign where lower is
/// better. Run r takes its normal values in the order F, each group's G, each driver's ε, each the normal quantile of
/// one 64-bit word, from the `ChaCha8` generator of the seed on stream r. Each run is worked out by itself and sums over
/// runs are formed in their order, so threads change nothing.
pub fn simulate(simulation: &Simulation<'_>, watch: Watch<'_>) -> Result<Simulated, SimulationError> {
    checked(simulation)?;
    let (months, runs) = (simulation.months as usize, simulation.runs as usize);
    let rounds = runs.div_ceil(ROUND);
    tell(watch, 0, rounds)?;
    let samplers: Vec<Sampler> = simulation.drivers.par_iter().map(|driver| Sampler::of(driver.distribution)).collect();
    let draws = Draws::of(simulation);
    let (mut alone, mut to_date) = (vec![0.0; months * runs], vec![0.0; months * runs]);
    let by_round = alone.chunks_mut(ROUND * months).zip(to_date.chunks_mut(ROUND * months));
    for (round, (alone, to_date)) in by_round.enumerate() {
        let by_chunk = alone.par_chunks_mut(CHUNK * months).zip(to_date.par_chunks_mut(CHUNK * months));
        by_chunk.enumerate().try_for_each(|(chunk, (alone, to_date))| {
            let (mut normal, mut values) = (draws.room(), vec![0.0; samplers.len()]);
            let by_run = alone.chunks_exact_mut(months).zip(to_date.chunks_exact_mut(months));
            for (run, (months, to_date)) in (round * ROUND + chunk * CHUNK..).zip(by_run) {
                draws.draw(run, &mut normal);
                for ((value, sampler), z) in values.iter_mut().zip(&samplers).zip(normal.values()) {
                    *value = sampler.draw(*z);
                }
                (simulation.model)(&values, &mut RunFigures { months, to_date })?;
            }
            Ok::<(), InputError>(())
        })?;
        tell(watch, round + 1, rounds)?;
    }
    let totals = to_date.chunks_exact(months).map(|run| run[months - 1]).filter(|total| total.is_finite()).collect();
    Ok(summed_up(simulation, Fan::of(&alone, &to_date, months), totals))
}

fn summed_up(simulation: &Simulation<'_>, fan: Fan, totals: Vec<f64>) -> Simulated {
    let count = totals.len() as f64;
    let of_all = |sum: f64| if totals.is_empty() { None } else { Some(sum / count) };
    let reached = |(target, better): (f64, Better)| {
        let good = |total: &&f64| if better == Better::Higher { **total >= target } else { **total <= target };
        of_all(totals.iter().filter(good).count() as f64)
    };
    let (mean, chance) = (of_all(totals.iter().sum::<f64>()), simulation.target.and_then(reached));
    Simulated { fan, totals, mean, chance }
}

fn checked(simulation: &Simulation<'_>) -> Result<(), InputError> {
    month_count(simulation.months)?;
    within("number of runs", f64::from(simulation.runs), 1.0..=f64::from(RUNS_MAX), "between 1 and 100,000")?;
    share("correlation", simulation.correlation)?;
    let least = simulation.correlation;
    let between = "between the common correlation and 1";
    simulation
        .groups
        .iter()
        .try_for_each(|group| within("correlation of a group", *group, least..=1.0, between).map(drop))?;
    simulation.target.map_or(Ok(0.0), |(target, _)| number("target", target))?;
    let mut groups = simulation.drivers.iter().filter_map(|driver| driver.group);
    match groups.find(|group| *group >= simulation.groups.len()) {
        Some(group) => Err(InputError::Count { what: "groups", found: simulation.groups.len(), expected: group + 1 }),
        None => Ok(()),
    }
}
