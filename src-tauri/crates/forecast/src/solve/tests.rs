use domain::{Currency, Key, Month, MotionId, Name, ProjectionModel};
use uuid::Uuid;

use super::*;

fn plan(model: ProjectionModel, months: u32, total: f64, inputs: &[(&'static str, f64)]) -> Workspace {
    let name = |text| Name::parse(text).unwrap();
    let mut workspace = Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut || Uuid::from_u128(1));
    let projection = Projection {
        id: Uuid::from_u128(9).into(),
        motion: MotionId(Uuid::from_u128(8)),
        metric: Key::literal("revenue"),
        from: Month::parse("2026-01").unwrap(),
        months,
        model,
        total,
        low: Some(0.5),
        high: None,
        distribution: None,
    };
    let input = |&(name, value): &(&'static str, f64)| ProjectionInput {
        projection: projection.id,
        name: Key::literal(name),
        value,
        low: Some(value * 0.9),
        high: None,
        driver: None,
        distribution: None,
    };
    workspace.projection_inputs = inputs.iter().map(input).collect();
    workspace.projections = vec![projection];
    workspace
}

const FUNNEL: [(&str, f64); 5] =
    [("reach", 1_000.0), ("lead_rate", 0.1), ("opportunity_rate", 0.5), ("win_rate", 0.25), ("deal_size", 4_000.0)];

/// (value, what is reached, met), to a billionth.
fn check(workspace: &Workspace, input: &str, target: f64, expect: (f64, f64, bool)) {
    let projection = &workspace.projections[0];
    let metric = workspace.metrics.iter().find(|metric| metric.key == projection.metric).unwrap();
    let kind = inputs_of(projection.model).iter().find(|kind| kind.name == input).unwrap();
    let found = solve(workspace, projection, metric, kind, target).unwrap();
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1.0);
    let fits = same(found.value, expect.0) && same(found.reached, expect.1) && found.met == expect.2;
    assert!(fits, "{input} for {target}: {found:?}, expected {expect:?}");
}

#[test]
fn an_input_is_what_the_target_asks_of_it() {
    let funnel = plan(ProjectionModel::Funnel, 10, 0.0, &FUNNEL);
    // Planned: 10 months × 1,000 × 0.1 × 0.5 × 0.25 × 4,000 = 500,000.
    for (input, target, expect) in [
        ("win_rate", 600_000.0, (0.3, 600_000.0, true)),
        ("deal_size", 250_000.0, (2_000.0, 250_000.0, true)),
        ("reach", 0.0, (0.0, 0.0, true)),
        // All that are worked, won: 10 × 50 × 4,000.
        ("win_rate", 5e6, (1.0, 2_000_000.0, false)),
        ("win_rate", -1.0, (0.0, 0.0, false)),
        // Two months later two months less is won.
        ("win_lag", 400_000.0, (2.0, 400_000.0, true)),
    ] {
        check(&funnel, input, target, expect);
    }
    check(&plan(ProjectionModel::Linear, 12, 100.0, &[]), "total", 250.0, (250.0, 250.0, true));
    check(&plan(ProjectionModel::Ramp, 3, 0.0, &[("first", 10.0), ("last", 30.0)]), "last", 90.0, (50.0, 90.0, true));
}

/// Above what can be worked on, more reach brings nothing: the side changes once and the rest is flat.
#[test]
fn a_capacity_makes_a_target_out_of_reach() {
    let mut inputs = FUNNEL.to_vec();
    inputs.push(("capacity", 100.0));
    let funnel = plan(ProjectionModel::Funnel, 10, 0.0, &inputs);
    check(&funnel, "reach", 250_000.0, (500.0, 250_000.0, true));
    let projection = &funnel.projections[0];
    let metric = funnel.metrics.iter().find(|metric| metric.key == projection.metric).unwrap();
    let kind = inputs_of(projection.model).iter().find(|kind| kind.name == "reach").unwrap();
    let found = solve(&funnel, projection, metric, kind, 600_000.0).unwrap();
    assert!(!found.met && (found.reached - 500_000.0).abs() < 1e-3, "{found:?}");
}

/// Of two values that both do, the one nearer to what is planned.
#[test]
fn what_goes_both_ways_is_answered_near_the_plan() {
    for (planned, expect) in [(0.1, 0.25), (0.9, 0.75)] {
        let bump = |at: f64| Some((at, at * (1.0 - at) - 0.1875));
        let pair = if planned < 0.5 { (0.0, 0.5) } else { (0.5, 1.0) };
        let found = close_in(bump(pair.0).unwrap(), bump(pair.1).unwrap(), bump).unwrap();
        assert!((found - expect).abs() < 1e-12, "{found}");
    }
}
