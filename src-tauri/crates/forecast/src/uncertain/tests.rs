use std::ops::ControlFlow;

use domain::{
    Audience, CorrelationGroup, CorrelationMember, Currency, DistributionKind, Health, Key, Library, Line, Lines,
    Month, Motion, MotionId, MotionStatus, Name, Projection, ProjectionInput, ProjectionModel, Workspace,
};
use uuid::Uuid;

use super::*;
use crate::{Outcome, Planned, Range};

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

/// Motion, metric, model, total, low, high.
type Row = (u128, &'static str, ProjectionModel, f64, Option<f64>, Option<f64>);

/// A workspace whose motions 1, 2 … have these projections.
fn workspace(rows: &[Row]) -> Workspace {
    let mut workspace = Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut || Uuid::from_u128(99));
    for (number, &(motion, metric, model, total, low, high)) in (1_u128..).zip(rows) {
        let id = MotionId(Uuid::from_u128(motion));
        if workspace.motions.iter().all(|known| known.id != id) {
            workspace.motions.push(Motion {
                id,
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
                health_audience: Audience::Internal,
                objective_audience: Audience::Partner,
            });
        }
        workspace.projections.push(Projection {
            id: Uuid::from_u128(1000 + number).into(),
            motion: id,
            metric: key(metric),
            from: month("2026-01"),
            months: 12,
            model,
            total,
            low,
            high,
            distribution: None,
        });
    }
    workspace
}

struct Asked {
    simulated: Option<Simulated>,
    planned: Option<Range>,
    drivers: usize,
}

fn ask(workspace: &Workspace, metric: &str, lines: &Lines) -> Asked {
    let library = Library::of(&workspace.metrics, &workspace.settings.metric_rules);
    let period = (month("2026-01"), month("2026-12"));
    let plan = UncertainPlan::of(workspace, &library, &key(metric), lines, period);
    let runs = Runs { runs: 4_000, seed: 1, target: None };
    let simulated = plan.as_ref().map(|plan| plan.simulate(runs, &|_| ControlFlow::Continue(())).unwrap());
    let planned = Planned::of(workspace).value(&library, &key(metric), lines, period.0, period.1);
    Asked { simulated, planned, drivers: plan.map_or(0, |plan| plan.drivers().len()) }
}

/// The same at every end: what is certain is what is planned.
#[track_caller]
fn check_certain(workspace: &Workspace, metric: &str) {
    let library = Library::of(&workspace.metrics, &workspace.settings.metric_rules);
    let asked = ask(workspace, metric, &Lines::All);
    let (fan, planned) = (asked.simulated.unwrap().fan, Planned::of(workspace));
    assert_eq!(asked.drivers, 0);
    for (place, at) in month("2026-01").to(month("2026-12")).enumerate() {
        for (band, first) in [(fan.months[place], at), (fan.to_date[place], month("2026-01"))] {
            let expect = planned.value(&library, &key(metric), &Lines::All, first, at).map(|range| range.mid);
            let near = |found: f64, expect: f64| (found - expect).abs() <= 1e-9 * expect.abs().max(1.0);
            match (band, expect) {
                (Some(band), Some(expect)) => {
                    assert!(near(band.p10, expect) && near(band.p90, expect), "{metric} {at}: {band:?}, not {expect}");
                }
                (found, expect) => assert_eq!((found, expect), (None, None), "{metric} {at}"),
            }
        }
    }
}

#[test]
fn without_a_doubt_every_metric_is_what_is_planned() {
    let mut certain = workspace(&[
        (1, "revenue", ProjectionModel::SCurve, 120.0, None, None),
        (2, "revenue", ProjectionModel::Linear, 60.0, None, None),
        (1, "affiliate_revenue", ProjectionModel::Linear, 1_200.0, None, None),
        (2, "commission", ProjectionModel::SCurve, 240.0, None, None),
        // Gives way to its part wherever there is one.
        (2, "affiliate_cost", ProjectionModel::Linear, 999.0, None, None),
        (1, "win_rate", ProjectionModel::Linear, 0.3, None, None),
        (2, "win_rate", ProjectionModel::Linear, 0.5, None, None),
        (1, "target_accounts", ProjectionModel::Linear, 40.0, None, None),
        (2, "target_accounts", ProjectionModel::Linear, 60.0, None, None),
    ]);
    certain.projections[7].months = 5;
    certain.projections[8].from = month("2025-11");
    for metric in ["revenue", "roas", "affiliate_cost", "win_rate", "target_accounts", "total_partner_revenue"] {
        check_certain(&certain, metric);
    }
}

#[test]
fn a_doubted_plan_lies_around_it_and_motions_make_good_for_each_other() {
    let doubted = |motion| (motion, "revenue", ProjectionModel::Linear, 1_200.0, Some(0.5), Some(1.5));
    let one = ask(&workspace(&[doubted(1)]), "revenue", &Lines::All).simulated.unwrap();
    let two = workspace(&[doubted(1), doubted(2)]);
    let whole = ask(&two, "revenue", &Lines::All);
    let alone = ask(&two, "revenue", &Lines::one(Line::Motion(MotionId(Uuid::from_u128(1)))));
    assert_eq!((whole.drivers, alone.drivers), (2, 1));
    let end = |simulated: &Simulated| simulated.fan.to_date[11].unwrap();
    let width = |simulated: &Simulated| end(simulated).p90 - end(simulated).p10;
    assert!((end(&one).p50 - 1_200.0).abs() < 12.0, "{:?}", end(&one));
    let whole = whole.simulated.unwrap();
    // Correlation 0.3: √(2 + 2 × 0.3) = 1.61 times as wide as one, where sure ends added up would be twice as wide.
    let ratio = width(&whole) / width(&one);
    assert!((1.5..1.7).contains(&ratio), "{ratio}");
    let mut together = two.clone();
    together.correlation_groups.push(CorrelationGroup {
        id: Uuid::from_u128(5).into(),
        name: name("One store"),
        correlation: 1.0,
    });
    for motion in [1, 2] {
        let correlation_group = Uuid::from_u128(5).into();
        together
            .correlation_members
            .push(CorrelationMember { motion: MotionId(Uuid::from_u128(motion)), correlation_group });
    }
    let ratio = width(&ask(&together, "revenue", &Lines::All).simulated.unwrap()) / width(&one);
    assert!((1.95..2.05).contains(&ratio), "{ratio}");
}

#[test]
fn what_goes_well_together_narrows_a_ratio() {
    // Cost that rises with revenue's good luck would be bad luck: the common factor lowers it.
    let rows = [
        (1, "affiliate_revenue", ProjectionModel::Linear, 1_200.0, Some(0.5), Some(1.5)),
        (2, "commission", ProjectionModel::Linear, 240.0, Some(0.5), Some(1.5)),
    ];
    let mut plan = workspace(&rows);
    plan.settings.simulation.correlation = 0.9;
    let end = ask(&plan, "roas", &Lines::All).simulated.unwrap().fan.to_date[11].unwrap();
    plan.settings.simulation.correlation = 0.0;
    let apart = ask(&plan, "roas", &Lines::All).simulated.unwrap().fan.to_date[11].unwrap();
    assert!(end.p90 - end.p10 > apart.p90 - apart.p10, "{end:?} {apart:?}");
}

#[test]
fn every_shape_of_an_input_is_drawn() {
    for kind in [
        DistributionKind::Uniform,
        DistributionKind::Triangular,
        DistributionKind::Pert,
        DistributionKind::Lognormal,
        DistributionKind::Beta,
        DistributionKind::Fixed,
    ] {
        let mut plan = workspace(&[(1, "revenue", ProjectionModel::Funnel, 0.0, None, None)]);
        let projection = plan.projections[0].id;
        for (input, value, low, high) in [
            ("reach", 1_000.0, None, None),
            ("lead_rate", 0.1, None, None),
            ("opportunity_rate", 0.5, None, None),
            ("win_rate", 0.25, Some(0.2), Some(0.3)),
            ("deal_size", 100.0, None, None),
        ] {
            let distribution = (input == "win_rate").then_some(kind);
            let name = key(input);
            plan.projection_inputs.push(ProjectionInput {
                projection,
                name,
                value,
                low,
                high,
                driver: None,
                distribution,
            });
        }
        let asked = ask(&plan, "revenue", &Lines::All);
        let (band, planned) = (asked.simulated.unwrap().fan.to_date[11].unwrap(), asked.planned.unwrap());
        assert!((planned.mid - 15_000.0).abs() < 1e-6);
        // 0.2 to 0.3 from end to end, or from the 10th to the 90th percentile.
        let (low, high) = match kind {
            DistributionKind::Fixed => (15_000.0, 15_000.0),
            DistributionKind::Uniform => (12_600.0, 17_400.0),
            DistributionKind::Triangular => (13_341.6, 16_658.4),
            DistributionKind::Pert => (13_606.0, 16_394.0),
            DistributionKind::Lognormal | DistributionKind::Beta => (12_000.0, 18_000.0),
        };
        assert!((band.p10 - low).abs() < 150.0 && (band.p90 - high).abs() < 150.0, "{kind:?}: {band:?}");
    }
}

#[test]
fn nothing_planned_is_nothing_to_simulate() {
    let plan = workspace(&[(1, "revenue", ProjectionModel::Linear, 12.0, None, None)]);
    assert!(ask(&plan, "orders", &Lines::All).simulated.is_none());
    assert!(ask(&plan, "revenue", &Lines::one(Line::Shared)).simulated.is_none());
}

/// Outcomes take their plan from the same projections.
#[test]
fn the_middle_is_the_outcomes_plan() {
    let plan = workspace(&[(1, "revenue", ProjectionModel::SCurve, 120.0, None, None)]);
    let library = domain::Ledger::of(&plan, month("2026-06").first_day());
    let period = (month("2026-01"), month("2026-12"));
    let outcome: Outcome = crate::outcome(&library, &Planned::of(&plan), &Lines::All, &key("revenue"), period).unwrap();
    let fan = ask(&plan, "revenue", &Lines::All).simulated.unwrap().fan;
    for (month, band) in outcome.months.iter().zip(&fan.to_date) {
        assert!((month.cumulative_projected.unwrap().mid - band.unwrap().p50).abs() < 1e-9);
    }
}

#[test]
fn a_rate_is_as_wide_as_its_range() {
    for (mean, width) in [(0.25, 0.1), (0.5, 0.6), (0.02, 0.01), (0.9, 0.15)] {
        let rate = crate::Distribution::beta_around(mean, width).unwrap();
        let apart = rate.quantile(0.9).unwrap() - rate.quantile(0.1).unwrap();
        assert!((rate.mean() - mean).abs() < 1e-12 && (apart - width).abs() < 1e-9, "{mean} {width}: {apart}");
    }
    assert!(crate::Distribution::beta_around(0.5, 1.2).is_err());
    assert!(crate::Distribution::beta_around(1.0, 0.1).is_err());
}
