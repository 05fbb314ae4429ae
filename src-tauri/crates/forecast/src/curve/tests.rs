use domain::{Currency, DriverId, Month, MotionId, Name, ProjectionFigure, ProjectionInput};
use uuid::Uuid;

use super::*;

fn key(text: &'static str) -> Key {
    Key::literal(text)
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn projection(model: ProjectionModel, months: u32, total: f64) -> Projection {
    Projection {
        id: Uuid::from_u128(9).into(),
        motion: MotionId(Uuid::from_u128(8)),
        metric: key("revenue"),
        from: month("2026-11"),
        months,
        model,
        total,
        low: None,
        high: None,
        distribution: None,
    }
}

fn blank() -> Workspace {
    let name = |text| Name::parse(text).unwrap();
    Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut || Uuid::from_u128(1))
}

fn with(projection: Projection, inputs: &[(&'static str, f64)], figures: &[(&str, f64)]) -> Workspace {
    let mut workspace = blank();
    let input = |&(name, value): &(&'static str, f64)| ProjectionInput {
        projection: projection.id,
        name: key(name),
        value,
        low: None,
        high: None,
        driver: None,
        distribution: None,
    };
    let figure = |&(at, value): &(&str, f64)| ProjectionFigure { projection: projection.id, month: month(at), value };
    workspace.projection_inputs = inputs.iter().map(input).collect();
    workspace.projection_figures = figures.iter().map(figure).collect();
    workspace.projections = vec![projection];
    workspace
}

fn mids(workspace: &Workspace, unit: MetricUnit, adds: bool) -> Result<Vec<f64>, String> {
    let rows = ProjectionRows::of(workspace);
    let months = curve(&rows, &workspace.projections[0], unit, adds).map_err(|error| error.to_string())?;
    // To a millionth: the models have their own tests to 1e-9.
    Ok(months.iter().map(|month| (month.mid * 1e6).round() / 1e6).collect())
}

#[test]
fn each_model_is_asked_with_its_inputs() {
    use ProjectionModel::*;
    type Case<'a> = (ProjectionModel, u32, f64, &'a [(&'static str, f64)], &'a [(&'a str, f64)], &'a [f64]);
    const YEAR: &[(&str, f64)] = &[("2026-11", 10.0), ("2026-12", 30.0)];
    let funnel: &[(&str, f64)] = &[
        ("reach", 100.0),
        ("lead_rate", 0.5),
        ("opportunity_rate", 0.4),
        ("win_rate", 0.25),
        ("deal_size", 1_000.0),
        ("win_lag", 1.0),
        ("capacity", 40.0),
    ];
    let cases: &[Case<'_>] = &[
        (Linear, 4, 100.0, &[], &[], &[25.0; 4]),
        (Typed, 3, 0.0, &[], YEAR, &[10.0, 30.0, 0.0]),
        (Ramp, 3, 0.0, &[("first", 10.0), ("last", 20.0)], &[], &[10.0, 15.0, 20.0]),
        (Split, 2, 80.0, &[], YEAR, &[20.0, 60.0]),
        (Seasonal, 2, 0.0, &[("growth", 0.1)], YEAR, &[11.0, 33.0]),
        (Cohort, 3, 0.0, &[("members", 10.0), ("worth", 2.0), ("retention", 0.5)], &[], &[20.0, 30.0, 35.0]),
        (Cohort, 3, 0.0, &[("members", 10.0), ("worth", 2.0), ("term", 2.0)], &[], &[20.0, 40.0, 40.0]),
        // 40 of 50 leads are worked each month, 16 become deals, 4 are won a month later.
        (Funnel, 3, 0.0, funnel, &[], &[0.0, 4_000.0, 4_000.0]),
    ];
    for (model, months, total, inputs, figures, expect) in cases {
        let workspace = with(projection(*model, *months, *total), inputs, figures);
        assert_eq!(mids(&workspace, MetricUnit::Money, true).as_deref(), Ok(*expect), "{model:?}");
    }
    let halves = mids(&with(projection(SCurve, 2, 10.0), &[], &[]), MetricUnit::Money, true);
    assert_eq!(halves.unwrap(), [5.0, 5.0]);
    let wins = with(projection(Funnel, 3, 0.0), funnel, &[]);
    assert_eq!(mids(&wins, MetricUnit::Count, true).unwrap(), [0.0, 4.0, 4.0], "a count of a funnel is its wins");
    let level = with(projection(SCurve, 2, 31.0), &[], &[]);
    assert_eq!(mids(&level, MetricUnit::Ratio, false).unwrap(), [31.0, 31.0], "a ratio is at its target each month");
}

#[test]
fn what_is_missing_or_wrong_is_said() {
    for (inputs, expect) in [
        (&[][..], "Reach each month is missing: give a number or a range"),
        (
            &[("reach", 10.0), ("lead_rate", 1.5), ("opportunity_rate", 0.1), ("win_rate", 0.1)][..],
            "The lead rate is 1.5, but has to be between 0 and 1: correct it",
        ),
    ] {
        let workspace = with(projection(ProjectionModel::Funnel, 3, 0.0), inputs, &[]);
        assert_eq!(mids(&workspace, MetricUnit::Money, true), Err(expect.to_owned()));
    }
}

#[test]
fn a_doubt_widens_and_a_driver_stands_in() {
    let mut workspace = with(projection(ProjectionModel::Ramp, 1, 0.0), &[("first", 10.0), ("last", 10.0)], &[]);
    workspace.projections[0].low = Some(0.5);
    let of = |workspace: &Workspace| {
        curve(&ProjectionRows::of(workspace), &workspace.projections[0], MetricUnit::Count, true).unwrap()[0]
    };
    assert_eq!(of(&workspace), Range { low: 5.0, mid: 10.0, high: 10.0 });
    let driver = DriverId(Uuid::from_u128(7));
    workspace.drivers.push(domain::Driver {
        id: driver,
        name: Name::parse("Leads").unwrap(),
        unit: MetricUnit::Count,
        value: 40.0,
        low: Some(30.0),
        high: Some(60.0),
        distribution: None,
    });
    workspace.projection_inputs[0].driver = Some(driver);
    workspace.projections[0].low = None;
    assert_eq!(of(&workspace), Range { low: 30.0, mid: 40.0, high: 60.0 });
}

#[test]
fn totals_follow_their_inputs() {
    let mut workspace = with(projection(ProjectionModel::Ramp, 3, 1.0), &[("first", 10.0), ("last", 20.0)], &[]);
    retotal(&mut workspace);
    assert!((workspace.projections[0].total - 45.0).abs() < 1e-9);
    let mut target = with(projection(ProjectionModel::Linear, 3, 7.0), &[], &[]);
    retotal(&mut target);
    assert!((target.projections[0].total - 7.0).abs() < 1e-9);
}
