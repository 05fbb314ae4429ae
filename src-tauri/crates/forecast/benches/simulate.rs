//! How long a large simulation takes, as lines "name figure" for `cargo xtask bench simulate`: 50 motions × 36 months × 10,000
//! runs, S-curves with three PERT drivers each and the common factor. `tests/bench/simulate.py` times the same model.

use std::ops::ControlFlow;
use std::time::Instant;

use domain::Better;
use forecast::models::SCurve;
use forecast::simulation::{CORRELATION, Driver, RUNS, Simulated, SimulatedMotion, Simulation, simulate};
use forecast::{Distribution, InputError};

const MOTIONS: u32 = 50;
const MONTHS: u32 = 36;
const REPEATS: usize = 7;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let drivers = drivers()?;
    let model = |values: &[f64]| SCurve { total: values[0], steepness: values[1], midpoint: values[2] }.months(MONTHS);
    let months = MONTHS as usize;
    let motions = (0..MOTIONS as usize)
        .map(|motion| SimulatedMotion {
            drivers: (motion * 3..motion * 3 + 3).collect(),
            first: 0,
            months,
            model: &model,
        })
        .collect();
    let simulation = Simulation {
        months: MONTHS,
        drivers,
        motions,
        correlation: CORRELATION,
        groups: Vec::new(),
        runs: RUNS,
        seed: 1,
        target: None,
        each: false,
    };
    let (one, _) = timed(&simulation, 1)?;
    let (two, simulated) = timed(&simulation, 2)?;
    let (last, middle) = (simulated.whole.cumulative[months - 1], simulated.whole.cumulative[months / 2 - 1]);
    println!("one_thread {one}\ntwo_threads {two}");
    println!("mean {}\np10 {}\np50 {}\np90 {}", simulated.mean, last.p10, last.p50, last.p90);
    println!("half_way_p10 {}\nhalf_way_p90 {}", middle.p10, middle.p90);
    Ok(())
}

/// The same as in `tests/bench/simulate.py`.
fn drivers() -> Result<Vec<Driver>, InputError> {
    let mut drivers = Vec::new();
    for motion in (0..MOTIONS).map(f64::from) {
        let pert = Distribution::pert;
        for (distribution, better) in [
            (pert(800.0 + 10.0 * motion, 1000.0 + 20.0 * motion, 1600.0 + 40.0 * motion)?, Better::Higher),
            (pert(4.0, 8.0 + motion / 10.0, 18.0)?, Better::Higher),
            (pert(0.3, 0.4 + motion / 500.0, 0.7)?, Better::Lower),
        ] {
            drivers.push(Driver { distribution, better, group: None });
        }
    }
    Ok(drivers)
}

/// Seconds of the best run with so many threads, and what came out.
fn timed(simulation: &Simulation<'_>, threads: usize) -> Result<(f64, Simulated), Box<dyn std::error::Error>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let once = || {
        let begun = Instant::now();
        let simulated = simulate(simulation, &|_| ControlFlow::Continue(()));
        (begun.elapsed().as_secs_f64(), simulated)
    };
    let mut best = pool.install(once);
    for _ in 1..REPEATS {
        let again = pool.install(once);
        if again.0 < best.0 {
            best = again;
        }
    }
    Ok((best.0, best.1?))
}
