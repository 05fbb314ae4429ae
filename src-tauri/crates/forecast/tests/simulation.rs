//! Simulations against closed forms, and that they are the same whenever and wherever they run.

#![allow(clippy::unwrap_used, reason = "a refusal where none is due fails the test")]

use std::ops::ControlFlow;

use domain::Better::{self, Higher, Lower};
use forecast::models::{Even, SCurve};
use forecast::simulation::{
    Band, Driver, Model, Progress, RunFigures, Simulated, Simulation, SimulationError, simulate, tornado,
};
use forecast::{Distribution, InputError, quantiles};

/// Φ⁻¹ of 0.1, 0.25, 0.5, 0.75 and 0.9.
const NORMAL: [f64; 5] =
    [-1.281_551_565_544_6, -0.674_489_750_196_081_7, 0.0, 0.674_489_750_196_081_7, 1.281_551_565_544_6];
const FIVE: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];
/// Standard deviation of ln x.
const SPREAD: f64 = 0.4;

fn driver(distribution: Distribution, better: Better) -> Driver {
    Driver { distribution, better, group: None }
}

/// ln x is normal with mean 0 and deviation [`SPREAD`].
fn lognormal() -> Distribution {
    let end = libm::exp(SPREAD * NORMAL[4]);
    Distribution::lognormal(1.0 / end, end).unwrap()
}

fn product(values: &[f64], run: &mut RunFigures<'_>) -> Result<(), InputError> {
    add(run, 0, &Even { total: values.iter().product() }.months(1)?);
    run.sum_up();
    Ok(())
}

/// Adds a motion's months from `first` on.
fn add(run: &mut RunFigures<'_>, first: usize, months: &[f64]) {
    run.months[first..].iter_mut().zip(months).for_each(|(sum, figure)| *sum += figure);
}

const CORRELATION: f64 = 0.3;

fn plan(drivers: Vec<Driver>, model: Model<'_>, months: u32) -> Simulation<'_> {
    let (correlation, seed) = (CORRELATION, 20_261_123);
    Simulation { months, drivers, model, correlation, groups: vec![], runs: 10_000, seed, target: None }
}

fn run(simulation: &Simulation<'_>) -> Simulated {
    simulate(simulation, &|_| ControlFlow::Continue(())).unwrap()
}

/// The total is lognormal with mean 0 and this deviation of its logarithm: quantiles and mean within four standard
/// errors.
#[track_caller]
fn check_lognormal(simulated: &Simulated, deviation: f64) {
    let runs = simulated.totals.len() as f64;
    let found = quantiles(&simulated.totals, &FIVE).unwrap();
    for ((found, z), p) in found.iter().zip(NORMAL).zip(FIVE) {
        let exact = libm::exp(deviation * z);
        let density = libm::exp(-0.5 * z * z) * 0.398_942_280_401_432_7 / (deviation * exact);
        let error = (p * (1.0 - p) / runs).sqrt() / density;
        assert!((found - exact).abs() <= 4.0 * error, "p{p}: {found}, not {exact} ± {error}");
    }
    let variance = deviation * deviation;
    let mean = libm::exp(variance / 2.0);
    let error = mean * (libm::expm1(variance) / runs).sqrt();
    let found = simulated.mean.unwrap();
    assert!((found - mean).abs() <= 4.0 * error, "mean {found}, not {mean} ± {error}");
}

#[test]
fn drivers_go_together_as_strongly_as_told() {
    let two = |better| plan(vec![driver(lognormal(), Higher), driver(lognormal(), better)], &product, 1);
    let deviation = |correlation: f64| SPREAD * (2.0 + 2.0 * correlation).sqrt();
    check_lognormal(&run(&plan(vec![driver(lognormal(), Higher)], &product, 1)), SPREAD);
    check_lognormal(&run(&two(Higher)), deviation(CORRELATION));
    check_lognormal(&run(&two(Lower)), deviation(-CORRELATION));
    check_lognormal(&run(&Simulation { correlation: 0.0, ..two(Higher) }), deviation(0.0));
    check_lognormal(&run(&Simulation { correlation: 1.0, ..two(Higher) }), deviation(1.0));
    let mut grouped = Simulation { groups: vec![0.5, 0.8], ..two(Higher) };
    grouped.drivers.iter_mut().for_each(|driver| driver.group = Some(1));
    check_lognormal(&run(&grouped), deviation(0.8));
    grouped.drivers[0].group = Some(0);
    check_lognormal(&run(&grouped), deviation(CORRELATION));
}

#[test]
fn each_distribution_is_drawn_as_it_is() {
    for distribution in [
        Distribution::uniform(3.0, 9.0),
        Distribution::triangular(100.0, 150.0, 300.0),
        Distribution::pert(100.0, 150.0, 300.0),
        Distribution::beta(2.0, 38.0),
        Distribution::beta(0.02, 3.0),
    ] {
        let distribution = distribution.unwrap();
        let simulated = run(&plan(vec![driver(distribution, Higher)], &product, 1));
        let runs = simulated.totals.len() as f64;
        let mean = simulated.mean.unwrap();
        let variance = simulated.totals.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / runs;
        let error = (variance / runs).sqrt();
        assert!((mean - distribution.mean()).abs() <= 4.0 * error, "{distribution:?}: {mean}");
        for p in FIVE {
            // The part below a quantile is p within four standard errors.
            let bound = distribution.quantile(p).unwrap();
            let below = simulated.totals.iter().filter(|total| **total <= bound).count() as f64 / runs;
            assert!((below - p).abs() <= 4.0 * (p * (1.0 - p) / runs).sqrt(), "{distribution:?} p{p}: {below}");
        }
    }
}

#[test]
fn the_chance_of_a_target_is_the_part_of_runs_that_reach_it() {
    let simulation =
        |target| Simulation { target: Some(target), ..plan(vec![driver(lognormal(), Higher)], &product, 1) };
    let p75 = libm::exp(SPREAD * NORMAL[3]);
    let (over, under) =
        (run(&simulation((p75, Higher))).chance.unwrap(), run(&simulation((p75, Lower))).chance.unwrap());
    assert!((over - 0.25).abs() <= 4.0 * (0.25_f64 * 0.75 / 10_000.0).sqrt(), "{over}");
    assert!((over + under - 1.0).abs() < 1e-12);
}

#[test]
fn a_shared_driver_moves_all_that_rests_on_it_at_once() {
    let rate = driver(Distribution::pert(1.0, 2.0, 4.0).unwrap(), Higher);
    let twelve = |values: &[f64]| Even { total: 12.0 * values[0] }.months(12);
    let alone = |values: &[f64], run: &mut RunFigures<'_>| {
        add(run, 0, &twelve(values)?);
        run.sum_up();
        Ok(())
    };
    let both = |values: &[f64], run: &mut RunFigures<'_>| {
        add(run, 0, &twelve(values)?);
        add(run, 2, &twelve(values)?);
        run.sum_up();
        Ok(())
    };
    let (alone, both) = (run(&plan(vec![rate], &alone, 12)).fan, run(&plan(vec![rate], &both, 14)).fan);
    let band = |bands: &[Option<Band>], month: usize| bands[month].unwrap();
    assert_eq!(band(&both.months, 1), band(&alone.months, 1));
    // Both are high in the same runs, so even the ends add up.
    assert!((band(&both.months, 5).p90 - 2.0 * band(&alone.months, 5).p90).abs() < 1e-9);
    assert!((band(&both.months, 13).p10 - band(&alone.months, 11).p10).abs() < 1e-12);
    assert!((band(&both.to_date, 13).p50 - 2.0 * band(&alone.to_date, 11).p50).abs() < 1e-9);
    let rises =
        |band: &Band| band.p10 <= band.p25 && band.p25 <= band.p50 && band.p50 <= band.p75 && band.p75 <= band.p90;
    assert!(both.months.iter().flatten().all(rises));
}

#[test]
fn a_month_that_cannot_be_worked_out_has_no_band() {
    let model = |values: &[f64], run: &mut RunFigures<'_>| {
        run.months.copy_from_slice(&[f64::NAN, values[0]]);
        run.to_date.copy_from_slice(&[f64::NAN, f64::NAN]);
        Ok(())
    };
    let simulated = run(&plan(vec![driver(lognormal(), Higher)], &model, 2));
    assert_eq!(simulated.fan.months[0], None);
    assert!(simulated.fan.months[1].is_some());
    assert_eq!((simulated.fan.to_date, simulated.mean, simulated.chance), (vec![None, None], None, None));
}

/// The shape, in small: S-curves with three drivers each and a group.
fn curves() -> Simulation<'static> {
    let pert = |low, mode, high| Distribution::pert(low, mode, high).unwrap();
    let mut simulation = Simulation { months: 36, groups: vec![0.6], runs: 5_000, ..plan(vec![], &s_curves, 36) };
    for motion in 0..7_u32 {
        let size = f64::from(motion + 1);
        simulation.drivers.extend([
            Driver { group: (motion % 2 == 0).then_some(0), ..driver(pert(80.0, 100.0 + size, 190.0 * size), Higher) },
            driver(pert(4.0, 8.0, 20.0), Higher),
            driver(pert(0.3, 0.4 + size / 50.0, 0.8), Lower),
        ]);
    }
    simulation
}

fn s_curves(values: &[f64], run: &mut RunFigures<'_>) -> Result<(), InputError> {
    for values in values.chunks_exact(3) {
        add(run, 0, &SCurve { total: values[0], steepness: values[1], midpoint: values[2] }.months(36)?);
    }
    run.sum_up();
    Ok(())
}

/// Total of the first run, mean, p10 and p90, kept from a development build on Linux: release and other systems have to
/// give the same bits.
const KEPT: [u64; 4] = [0x409a_bb25_4fb1_1f75, 0x4096_da5c_cd98_7550, 0x408c_465c_f32f_dd6d, 0x40a0_b3c4_ea38_15d3];

#[test]
fn the_same_seed_gives_the_same_bits_with_any_number_of_threads() {
    let simulation = curves();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| run(&simulation))
    };
    let one = with(1);
    assert_eq!(one, with(2));
    assert_eq!(one, with(8));
    assert_eq!(one, run(&simulation));
    assert_ne!(one.totals, run(&Simulation { seed: 1, ..simulation.clone() }).totals);
    let bits = |figure: f64| figure.to_bits();
    let band = one.fan.to_date[35].unwrap();
    assert_eq!([one.totals[0], one.mean.unwrap(), band.p10, band.p90].map(bits), KEPT);
}

#[test]
fn a_simulation_that_is_stopped_gives_nothing() {
    let simulation = curves();
    let told = std::cell::RefCell::new(Vec::new());
    let watch = |progress: Progress| {
        told.borrow_mut().push((progress.done, progress.total));
        if progress.done == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(simulate(&simulation, &watch), Err(SimulationError::Cancelled));
    assert_eq!(*told.borrow(), [(0, 3), (1, 3), (2, 3)]);
}

#[test]
fn the_tornado_begins_with_the_driver_that_moves_most() {
    let range = |low, high| driver(Distribution::uniform(low, high).unwrap(), Higher);
    let model = |values: &[f64], run: &mut RunFigures<'_>| {
        add(run, 0, &Even { total: values[0] - 3.0 * values[1] }.months(2)?);
        run.sum_up();
        Ok(())
    };
    let found = tornado(&plan(vec![range(0.0, 10.0), range(0.0, 5.0)], &model, 2)).unwrap();
    let told: Vec<(usize, f64, f64)> =
        found.swings.iter().map(|swing| (swing.driver, swing.at_p10, swing.at_p90)).collect();
    assert!((found.base - (5.0 - 7.5)).abs() < 1e-12);
    assert_eq!(told, [(1, 5.0 - 1.5, 5.0 - 13.5), (0, 1.0 - 7.5, 9.0 - 7.5)]);
}

#[test]
fn a_simulation_that_does_not_fit_together_is_refused() {
    let fits = || plan(vec![driver(lognormal(), Higher)], &product, 1);
    let mut lost = fits();
    lost.drivers[0].group = Some(0);
    for (simulation, sentence) in [
        (lost, "The number of groups is 0, but has to be 1: give one for each"),
        (Simulation { months: 0, ..fits() }, "A projection cannot have 0 months: choose 1 to 120"),
        (Simulation { runs: 0, ..fits() }, "The number of runs is 0, but has to be between 1 and 100,000: correct it"),
        (
            Simulation { groups: vec![0.2], ..fits() },
            "The correlation of a group is 0.2, but has to be between the common correlation and 1: correct it",
        ),
    ] {
        assert_eq!(simulate(&simulation, &|_| ControlFlow::Continue(())).unwrap_err().to_string(), sentence);
    }
}
