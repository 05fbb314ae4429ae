//! Costs that follow a projection: a commission on what is sold, a fee for each lead.
//!
//! - planned = rate × the part of the projection's total that is left, in the chosen scenario
//! - implied to date = rate × Σ over the projection's months up to today of the actual where one was measured, else of the
//!   projected figure
//! - over = what was spent − what is implied to date, where that is more than nothing
//!
//! So a program that sells more than it was planned to costs more than it was planned to, and is not over its budget. With
//! a metric of money the rate is a part of it (0.08 = 8 %); with a count it is the cost of each, in the line's currency.
//! Must not know how a total spreads over months, nor what was measured: both come in.

use std::collections::BTreeMap;

use crate::{
    BudgetLine, CostBehavior, Currency, Metric, MetricUnit, Money, Month, OverMonths, Projection, Remaining, Workspace,
};

/// Why a cost cannot follow a projection.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FollowError {
    /// A figure that is the last one or the mean of its months has no total to take a part of.
    #[error("{0} does not add up over months, so no cost can follow it: choose a figure that does, such as revenue")]
    NotASum(String),
    /// Money in one currency, the line in another.
    #[error("{0} is projected in {1} and the line is in {2}: give the line the currency {1}, since no rate is known")]
    Currency(String, Currency, Currency),
}

/// Gives each variable line the planned amount that its projection makes. Lines that cannot follow keep what was typed.
pub fn follow(workspace: &mut Workspace) {
    let remaining = Remaining::of(workspace);
    let planned: Vec<Option<i64>> = workspace
        .budget_lines
        .iter()
        .map(|line| {
            let (projection, metric, rate) = followed(workspace, line)?;
            may_follow(line.currency, metric, workspace.settings.currency).ok()?;
            let total = projection.total * remaining.of_metric(projection.motion, metric);
            Some(implied(rate, total, line.currency).minor)
        })
        .collect();
    for (line, planned) in workspace.budget_lines.iter_mut().zip(planned) {
        line.planned_minor = planned.unwrap_or(line.planned_minor);
    }
}

/// The projection of the line's own motion that a variable line follows, its metric and the rate.
pub fn followed<'w>(workspace: &'w Workspace, line: &BudgetLine) -> Option<(&'w Projection, &'w Metric, f64)> {
    let (CostBehavior::Variable, Some(id), Some(rate)) = (line.behavior, line.projection, line.rate) else {
        return None;
    };
    let projection = workspace.projections.iter().find(|projection| projection.id == id)?;
    let metric = workspace.metrics.iter().find(|metric| metric.key == projection.metric)?;
    (projection.motion == line.motion).then_some((projection, metric, rate))
}

/// What so much of the metric costs.
pub fn implied(rate: f64, figure: f64, currency: Currency) -> Money {
    Money::from_f64(rate * figure, currency)
}

/// What the projection's months up to `today` imply, by what was measured as far as it was.
pub fn implied_to_date(
    rate: f64,
    projected: &BTreeMap<Month, f64>,
    measured: &BTreeMap<Month, f64>,
    today: Month,
    currency: Currency,
) -> Money {
    let months = projected.range(..=today);
    let figure: f64 = months.map(|(month, expected)| measured.get(month).unwrap_or(expected)).sum();
    implied(rate, figure, currency)
}

impl Workspace {
    /// Whether a line in `currency` can follow a projection.
    ///
    /// # Errors
    ///
    /// The projection's metric does not add up over months, or is money in another currency.
    pub fn can_follow(&self, projection: &Projection, currency: Currency) -> Result<(), FollowError> {
        let metric = self.metrics.iter().find(|metric| metric.key == projection.metric);
        metric.map_or(Ok(()), |metric| may_follow(currency, metric, self.settings.currency))
    }
}

/// Figures of money are in the workspace's currency.
fn may_follow(line: Currency, metric: &Metric, workspace: Currency) -> Result<(), FollowError> {
    if metric.over_months != OverMonths::Sum || !matches!(metric.unit, MetricUnit::Money | MetricUnit::Count) {
        return Err(FollowError::NotASum(metric.name.to_string()));
    }
    if metric.unit == MetricUnit::Money && line != workspace {
        return Err(FollowError::Currency(metric.name.to_string(), workspace, line));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::fixture::{Fixture, euros, month};
    use crate::{MotionId, apply_scenario};

    fn program() -> (Fixture, MotionId) {
        let mut fixture = Fixture::new();
        let motion = fixture.motion("affiliate_program", date(2026, 1, 1), date(2026, 12, 31), &[]);
        (fixture, motion)
    }

    /// A line that follows the last projection.
    fn line(fixture: &mut Fixture, motion: MotionId, rate: f64) {
        let projection = fixture.workspace.projections.last().map(|projection| projection.id);
        fixture.line(motion, CostBehavior::Variable, 7, &[]);
        let line = fixture.workspace.budget_lines.last_mut().unwrap();
        (line.projection, line.rate) = (projection, Some(rate));
    }

    #[test]
    fn a_commission_is_a_part_of_what_is_projected_and_a_fee_is_for_each() {
        let (mut fixture, motion) = program();
        fixture.project(motion, "revenue", 120_000.0);
        line(&mut fixture, motion, 0.08);
        fixture.project(motion, "introductions", 150.0);
        line(&mut fixture, motion, 50.0);
        let ratio = Metric {
            key: crate::Key::literal("roas"),
            unit: MetricUnit::Ratio,
            over_months: OverMonths::Average,
            ..fixture.workspace.metrics[0].clone()
        };
        fixture.workspace.metrics.push(ratio);
        fixture.project(motion, "roas", 4.0);
        line(&mut fixture, motion, 1.0);
        follow(&mut fixture.workspace);
        let planned: Vec<i64> = fixture.workspace.budget_lines.iter().map(|line| line.planned_minor).collect();
        assert_eq!(planned, [960_000, 750_000, 7], "a ratio has no total to follow");
    }

    #[test]
    fn the_chosen_scenario_plans_the_cost() {
        let (mut fixture, motion) = program();
        fixture.project(motion, "revenue", 1_000.0);
        line(&mut fixture, motion, 0.1);
        let scenario = crate::Scenario { id: fixture.id(), name: crate::fixture::name("Bold"), position: 0 };
        let difference = crate::ScenarioDifference {
            id: fixture.id(),
            scenario: scenario.id,
            table: "projection".into(),
            row: fixture.workspace.projections[0].id.0,
            column: "total".into(),
            value: "3000.0".into(),
        };
        fixture.workspace.scenarios.push(scenario.clone());
        fixture.workspace.scenario_differences.push(difference);
        let bold = apply_scenario(&fixture.workspace, scenario.id);
        assert_eq!(bold.budget_lines[0].planned(), euros(30_000));
    }

    #[test]
    fn money_of_another_currency_is_not_followed() {
        let (mut fixture, motion) = program();
        fixture.project(motion, "revenue", 1_000.0);
        line(&mut fixture, motion, 0.1);
        fixture.workspace.settings.currency = Currency::parse("USD").unwrap();
        let refused = fixture.workspace.can_follow(&fixture.workspace.projections[0], Currency::EUR).unwrap_err();
        assert!(refused.to_string().contains("projected in USD and the line is in EUR"), "{refused}");
        follow(&mut fixture.workspace);
        assert_eq!(fixture.workspace.budget_lines[0].planned_minor, 7);
    }

    #[test]
    fn what_was_measured_takes_the_place_of_what_was_projected() {
        let projected: BTreeMap<Month, f64> = ["2026-01", "2026-02", "2026-03"].map(|m| (month(m), 100.0)).into();
        let measured = BTreeMap::from([(month("2026-01"), 250.0), (month("2025-12"), 9_000.0)]);
        let to = |today| implied_to_date(0.1, &projected, &measured, month(today), Currency::EUR);
        assert_eq!(
            [to("2025-12"), to("2026-01"), to("2026-02"), to("2027-01")].map(|m| m.minor),
            [0, 2500, 3500, 4500]
        );
    }
}
