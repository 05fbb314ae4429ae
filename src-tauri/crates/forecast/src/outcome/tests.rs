use domain::Currency;
use domain::{
    Actual, Figure, Health, Metric, Money, Motion, MotionId, MotionStatus, Name, Projection, ProjectionModel, Scenario,
    ScenarioDifference,
};
use uuid::Uuid;

use super::*;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn key(text: &'static str) -> Key {
    Key::literal(text)
}

/// Two motions that expect 120 and 60 of revenue over the year, and actuals of the first three months without March of
/// the second.
fn workspace() -> Workspace {
    let mut workspace = Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut || Uuid::from_u128(1));
    for (number, total) in [(10, 120.0), (11, 60.0)] {
        workspace.motions.push(Motion {
            id: id(number),
            name: name("Motion"),
            kind: key("co_created"),
            status: MotionStatus::Running,
            health: Health::OnTrack,
            objective: String::new(),
            start: month("2026-01").first_day(),
            end: month("2026-12").last_day(),
            owner: None,
            active: true,
            health_reason: String::new(),
            health_audience: domain::Audience::Internal,
            objective_audience: domain::Audience::Partner,
        });
        workspace.projections.push(Projection {
            id: id(number + 10),
            motion: id(number),
            metric: key("revenue"),
            from: month("2026-01"),
            months: 12,
            model: ProjectionModel::Linear,
            total,
            low: Some(0.5),
            high: Some(2.0),
        });
    }
    for (number, motion, at, minor) in
        [(30, 10, "2026-01", 1_200), (31, 10, "2026-03", 900), (32, 11, "2026-01", 400), (33, 11, "2026-02", 500)]
    {
        workspace.actuals.push(Actual {
            id: id(number),
            motion: Some(id(motion)),
            organization: None,
            metric: key("revenue"),
            month: month(at),
            source: "typed".into(),
            figure: Figure::Money(Money { minor, currency: Currency::EUR }),
            batch: None,
            confirmed: true,
        });
    }
    workspace
}

fn motion(number: u128) -> Scope {
    Scope::Motion(id::<MotionId>(number))
}

#[test]
fn months_and_sums_stand_side_by_side() {
    let one = outcome(&workspace(), motion(10), &key("revenue"), None, None).unwrap();
    assert_eq!(one.months.len(), 12);
    let seen: Vec<_> = one.months[..4].iter().map(|m| (m.actual, m.variance, m.cumulative_actual)).collect();
    assert_eq!(
        seen,
        [
            (Some(12.0), Some(2.0), Some(12.0)),
            (None, None, Some(12.0)),
            (Some(9.0), Some(-1.0), Some(21.0)),
            (None, None, None)
        ]
    );
    assert_eq!(one.months[2].cumulative_projected, Range { low: 15.0, mid: 30.0, high: 60.0 });
    let to_date = one.to_date.unwrap();
    assert_eq!((to_date.month, to_date.projected, to_date.actual), (month("2026-03"), 30.0, 21.0));
    assert_eq!((to_date.variance, to_date.variance_ratio, to_date.good), (-9.0, Some(-0.3), Some(false)));
    assert_eq!(one.whole, Range { low: 60.0, mid: 120.0, high: 240.0 });
}

#[test]
fn the_portfolio_is_the_sum_of_its_motions() {
    let workspace = workspace();
    let of = |scope| outcome(&workspace, scope, &key("revenue"), None, None).unwrap();
    let (all, one, two) = (of(Scope::All), of(motion(10)), of(motion(11)));
    for month in 0..12 {
        let both = one.months[month].cumulative_projected.plus(two.months[month].cumulative_projected);
        assert_eq!(all.months[month].cumulative_projected, both);
    }
    let figures = |outcome: &Outcome| outcome.months.iter().filter_map(|month| month.actual).sum::<f64>();
    assert!((figures(&all) - figures(&one) - figures(&two)).abs() < 1e-9);
}

#[test]
fn a_period_bounds_both_sides() {
    let period = Some((month("2026-02"), month("2026-03")));
    let all = outcome(&workspace(), Scope::All, &key("revenue"), None, period).unwrap();
    assert_eq!(all.months.len(), 2);
    let to_date = all.to_date.unwrap();
    assert_eq!((to_date.projected, to_date.actual), (30.0, 14.0));
}

#[test]
fn a_scenario_changes_the_projection_and_never_what_was_measured() {
    let mut workspace = workspace();
    workspace.scenarios.push(Scenario { id: id(50), name: name("Flat"), position: 0 });
    for (number, table, row, column, value) in
        [(51, "projection", 20, "total", "240"), (52, "motion", 11, "active", "false")]
    {
        workspace.scenario_differences.push(ScenarioDifference {
            id: id(number),
            scenario: id(50),
            table: table.into(),
            row: Uuid::from_u128(row),
            column: column.into(),
            value: value.into(),
        });
    }
    let all = outcome(&workspace, Scope::All, &key("revenue"), Some(id(50)), None).unwrap();
    assert_eq!((all.whole.mid, all.to_date.unwrap().actual), (240.0, 30.0));
    let expected = outcome(&workspace, Scope::All, &key("revenue"), None, None).unwrap();
    assert_eq!((expected.whole.mid, expected.to_date.unwrap().actual), (180.0, 30.0));
}

#[test]
fn metrics_without_figures_are_empty_and_unknown_ones_are_none() {
    let empty = outcome(&workspace(), Scope::All, &key("orders"), None, None).unwrap();
    assert_eq!((empty.months.len(), empty.to_date), (0, None));
    assert_eq!(outcome(&workspace(), Scope::All, &key("no_metric"), None, None), None);
}

#[test]
fn months_of_other_metrics_do_not_add_up() {
    let mut workspace = workspace();
    for (over, projected, actual) in [(OverMonths::Last, 180.0, 9.0), (OverMonths::Average, 180.0, 10.0)] {
        let metric: &mut Metric = workspace.metrics.iter_mut().find(|metric| metric.key == key("revenue")).unwrap();
        metric.over_months = over;
        let to_date = outcome(&workspace, Scope::All, &key("revenue"), None, None).unwrap().to_date.unwrap();
        assert_eq!((to_date.projected, to_date.actual), (projected, actual), "{over:?}");
    }
}

#[test]
fn less_cost_than_planned_is_good() {
    let mut workspace = workspace();
    let metric = workspace.metrics.iter_mut().find(|metric| metric.key == key("revenue")).unwrap();
    metric.better = Better::Lower;
    let to_date = outcome(&workspace, motion(10), &key("revenue"), None, None).unwrap().to_date.unwrap();
    assert_eq!(to_date.good, Some(true));
}
