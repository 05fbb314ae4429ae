//! How long a large plan takes to simulate, as lines "name figure" for `cargo xtask bench simulate`: a workspace of 50 motions
//! × 36 months × 10,000 runs, S-curves with three PERT inputs each and the common factor. `tests/bench/simulate.py` times the
//! same model.

use std::ops::ControlFlow;
use std::time::Instant;

use domain::{
    Audience, Currency, Health, Key, Library, Lines, Month, Motion, MotionId, MotionStatus, Name, Projection,
    ProjectionInput, ProjectionModel, Workspace,
};
use forecast::simulation::Simulated;
use forecast::{Runs, UncertainPlan};
use uuid::Uuid;

const MOTIONS: u32 = 50;
const MONTHS: u32 = 36;
const REPEATS: usize = 7;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let workspace = workspace()?;
    let library = Library::of(&workspace.metrics, &workspace.settings.metric_rules);
    let first = Month::parse("2026-01")?;
    let period = (first, first.plus(35));
    let plan = UncertainPlan::of(&workspace, &library, &Key::literal("revenue"), &Lines::All, period);
    let plan = plan.ok_or("nothing is planned")?;
    let (one, _) = timed(&plan, 1)?;
    let (two, simulated) = timed(&plan, 2)?;
    let month = |place: usize| simulated.fan.to_date[place].ok_or("a month without figures");
    let (last, middle) = (month(35)?, month(17)?);
    println!("one_thread {one}\ntwo_threads {two}");
    println!("mean {}\np10 {}\np50 {}\np90 {}", simulated.mean.unwrap_or(f64::NAN), last.p10, last.p50, last.p90);
    println!("half_way_p10 {}\nhalf_way_p90 {}", middle.p10, middle.p90);
    Ok(())
}

/// The same as in `tests/bench/simulate.py`.
fn workspace() -> Result<Workspace, Failure> {
    let name = Name::parse("Plan")?;
    let mut workspace = Workspace::blank(name.clone(), name.clone(), Currency::EUR, 1, &mut || Uuid::from_u128(1));
    for motion in 0..MOTIONS {
        let id = MotionId(Uuid::from_u128(1_000 + u128::from(motion)));
        workspace.motions.push(running(id, name.clone())?);
        let size = f64::from(motion);
        let (low, mid, high) = (800.0 + 10.0 * size, 1000.0 + 20.0 * size, 1600.0 + 40.0 * size);
        let projection = Projection {
            id: Uuid::from_u128(2_000 + u128::from(motion)).into(),
            motion: id,
            metric: Key::literal("revenue"),
            from: Month::parse("2026-01")?,
            months: MONTHS,
            model: ProjectionModel::SCurve,
            total: mid,
            low: Some(low / mid),
            high: Some(high / mid),
            distribution: None,
        };
        for (name, value, low, high) in
            [("steepness", 8.0 + size / 10.0, 4.0, 18.0), ("midpoint", 0.4 + size / 500.0, 0.3, 0.7)]
        {
            workspace.projection_inputs.push(ProjectionInput {
                projection: projection.id,
                name: Key::literal(name),
                value,
                low: Some(low),
                high: Some(high),
                driver: None,
                distribution: None,
            });
        }
        workspace.projections.push(projection);
    }
    Ok(workspace)
}

fn running(id: MotionId, name: Name) -> Result<Motion, Failure> {
    Ok(Motion {
        id,
        name,
        kind: Key::literal("co_created"),
        status: MotionStatus::Running,
        health: Health::OnTrack,
        objective: String::new(),
        start: Month::parse("2026-01")?.first_day(),
        end: Month::parse("2028-12")?.last_day(),
        owner: None,
        active: true,
        health_reason: String::new(),
        health_audience: Audience::Internal,
        objective_audience: Audience::Partner,
    })
}

/// Seconds of the best run with so many threads, and what came out.
fn timed(plan: &UncertainPlan<'_>, threads: usize) -> Result<(f64, Simulated), Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let runs = Runs { runs: 10_000, seed: 1, target: None };
    let once = || {
        let begun = Instant::now();
        let simulated = plan.simulate(runs, &|_| ControlFlow::Continue(()));
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
