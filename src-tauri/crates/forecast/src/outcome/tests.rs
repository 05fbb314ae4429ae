use domain::Currency;
use domain::{
    Actual, Figure, Health, Metric, Money, Motion, MotionId, MotionStatus, Name, Projection, ProjectionModel, Scenario,
    ScenarioDifference, Workspace,
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

/// Two motions that expect 120 and 60 of affiliate revenue over the year, and actuals of the first three months without March of
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
            metric: key("affiliate_revenue"),
            from: month("2026-01"),
            months: 12,
            model: ProjectionModel::Linear,
            total,
            low: Some(0.5),
            high: Some(2.0),
            distribution: None,
        });
    }
    for (number, motion, at, minor) in
        [(30, 10, "2026-01", 1_200), (31, 10, "2026-03", 900), (32, 11, "2026-01", 400), (33, 11, "2026-02", 500)]
    {
        workspace.actuals.push(Actual {
            id: id(number),
            motion: Some(id(motion)),
            organization: None,
            metric: key("affiliate_revenue"),
            month: month(at),
            source: "typed".into(),
            figure: Figure::Money(Money { minor, currency: Currency::EUR }),
            batch: None,
            confirmed: true,
        });
    }
    workspace
}

fn motion(number: u128) -> Lines {
    Lines::one(domain::Line::Motion(id::<MotionId>(number)))
}

/// Revenue of affiliates, in these lines and months.
fn compared(workspace: &Workspace, lines: &Lines, period: (&str, &str)) -> Outcome {
    of(workspace, lines, "affiliate_revenue", period).unwrap()
}

fn of(workspace: &Workspace, lines: &Lines, metric: &'static str, period: (&str, &str)) -> Option<Outcome> {
    let ledger = Ledger::of(workspace, month("2026-06").first_day());
    outcome(&ledger, &Planned::of(workspace), lines, &key(metric), (month(period.0), month(period.1)))
}

const YEAR: (&str, &str) = ("2026-01", "2026-12");

#[test]
fn months_and_sums_stand_side_by_side() {
    let one = compared(&workspace(), &motion(10), YEAR);
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
    assert_eq!(one.months[2].cumulative_projected, Some(Range { low: 15.0, mid: 30.0, high: 60.0 }));
    let to_date = one.to_date.unwrap();
    assert_eq!((to_date.month, to_date.projected, to_date.actual), (month("2026-03"), Some(30.0), 21.0));
    assert_eq!((to_date.variance, to_date.variance_ratio, to_date.good), (Some(-9.0), Some(-0.3), Some(false)));
    assert_eq!(one.whole, Some(Range { low: 60.0, mid: 120.0, high: 240.0 }));
}

#[test]
fn the_portfolio_is_the_sum_of_its_motions() {
    let workspace = workspace();
    let of = |lines: &Lines| compared(&workspace, lines, YEAR);
    let (all, one, two) = (of(&Lines::All), of(&motion(10)), of(&motion(11)));
    for month in 0..12 {
        let both =
            one.months[month].cumulative_projected.unwrap().plus(two.months[month].cumulative_projected.unwrap());
        assert_eq!(all.months[month].cumulative_projected, Some(both));
    }
    let figures = |outcome: &Outcome| outcome.months.iter().filter_map(|month| month.actual).sum::<f64>();
    assert!((figures(&all) - figures(&one) - figures(&two)).abs() < 1e-9);
}

#[test]
fn a_period_bounds_both_sides() {
    let all = compared(&workspace(), &Lines::All, ("2026-02", "2026-03"));
    assert_eq!(all.months.len(), 2);
    let to_date = all.to_date.unwrap();
    assert_eq!((to_date.projected, to_date.actual), (Some(30.0), 14.0));
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
    let all = compared(&crate::in_scenario(&workspace, id::<domain::ScenarioId>(50)), &Lines::All, YEAR);
    assert_eq!((all.whole.unwrap().mid, all.to_date.unwrap().actual), (240.0, 30.0));
    let expected = compared(&workspace, &Lines::All, YEAR);
    assert_eq!((expected.whole.unwrap().mid, expected.to_date.unwrap().actual), (180.0, 30.0));
}

#[test]
fn metrics_without_figures_are_empty_and_unknown_ones_are_none() {
    let empty = of(&workspace(), &Lines::All, "clicks", YEAR).unwrap();
    assert_eq!((empty.months.len(), empty.to_date, empty.whole), (12, None, None));
    assert_eq!(of(&workspace(), &Lines::All, "no_metric", YEAR), None);
    let workspace = workspace();
    let ledger = Ledger::of(&workspace, month("2026-06").first_day());
    let planned = Planned::of(&workspace);
    assert_eq!(span(&ledger, &planned, &key("affiliate_revenue")), Some((month("2026-01"), month("2026-12"))));
    assert_eq!(span(&ledger, &planned, &key("clicks")), None);
}

#[test]
fn a_ratio_is_a_ratio_of_sums_on_both_sides() {
    let mut workspace = workspace();
    // A cost of 20 a month is planned for the first motion; 3 and 7 were measured.
    let mut cost = workspace.projections[0].clone();
    cost.id = id(60);
    cost.metric = key("affiliate_cost");
    cost.total = 240.0;
    workspace.projections.push(cost);
    for (number, at, minor) in [(61, "2026-01", 300), (62, "2026-03", 700)] {
        let mut actual = workspace.actuals[0].clone();
        actual.id = id(number);
        actual.metric = key("affiliate_cost");
        actual.month = month(at);
        actual.figure = Figure::Money(Money { minor, currency: Currency::EUR });
        workspace.actuals.push(actual);
    }
    let roas = of(&workspace, &motion(10), "roas", YEAR).unwrap();
    // 12 ÷ 3 and 9 ÷ 7 by month, (12 + 9) ÷ (3 + 7) to date; 10 ÷ 20 planned.
    assert_eq!(roas.months[0].actual, Some(4.0));
    let to_date = roas.to_date.unwrap();
    assert!((to_date.actual - 2.1).abs() < 1e-12, "{}", to_date.actual);
    assert_eq!(to_date.projected, Some(0.5));
    assert!(!roas.adds);
}

#[test]
fn months_of_other_metrics_do_not_add_up() {
    let mut workspace = workspace();
    for (over, projected, actual) in [(OverMonths::Last, 180.0, 14.0), (OverMonths::Average, 180.0, 15.0)] {
        let metric: &mut Metric =
            workspace.metrics.iter_mut().find(|metric| metric.key == key("affiliate_revenue")).unwrap();
        metric.over_months = over;
        let to_date = compared(&workspace, &Lines::All, YEAR).to_date.unwrap();
        assert_eq!((to_date.projected, to_date.actual), (Some(projected), actual), "{over:?}");
    }
}

#[test]
fn less_cost_than_planned_is_good() {
    let mut workspace = workspace();
    let metric = workspace.metrics.iter_mut().find(|metric| metric.key == key("affiliate_revenue")).unwrap();
    metric.better = Better::Lower;
    assert_eq!(compared(&workspace, &motion(10), YEAR).to_date.unwrap().good, Some(true));
}
