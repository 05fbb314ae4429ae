//! Projected against actual: one metric, one motion or all, one scenario. Variance is worked out here each time and never
//! kept. Must not know how it is drawn.

use std::borrow::Cow;
use std::collections::BTreeMap;

use domain::portfolio::{measured, ratio};
use domain::{Better, Clash, Key, MetricSide, MetricUnit, Month, OverMonths, ScenarioId, Scope, Workspace};
use serde::Serialize;
use ts_rs::TS;

use crate::projected::{Range, projected};

/// One metric, projected and measured. A metric is strategic or tactical, so the two sides never meet in one outcome.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Outcome {
    /// Which metric.
    pub metric: Key,
    /// Its unit.
    pub unit: MetricUnit,
    /// Which direction is good.
    pub better: Better,
    /// Its side of the one distinction.
    pub side: MetricSide,
    /// Every month from the first to the last that has a figure, or of the period asked for.
    pub months: Vec<OutcomeMonth>,
    /// Up to the last measured month; none before the first is measured.
    pub to_date: Option<ToDate>,
    /// What is expected of all the months together.
    pub whole: Range,
    /// Figures of organizations that a motion's figure stands in the way of.
    pub clashes: Vec<Clash>,
    /// Figures in another currency, not counted.
    pub left_out: usize,
}

/// One month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct OutcomeMonth {
    /// Which.
    pub month: Month,
    /// Expected in this month.
    pub projected: Range,
    /// Measured in this month.
    pub actual: Option<f64>,
    /// Actual − projected middle.
    pub variance: Option<f64>,
    /// Expected from the first month to this one.
    pub cumulative_projected: Range,
    /// Measured from the first month to this one; none after the last measured month.
    pub cumulative_actual: Option<f64>,
    /// The difference of the two.
    pub cumulative_variance: Option<f64>,
}

/// Where the plan stands at the last measured month. Months without a figure before it count as nothing measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct ToDate {
    /// The last measured month.
    pub month: Month,
    /// Expected by then.
    pub projected: f64,
    /// Measured by then.
    pub actual: f64,
    /// Actual − projected.
    pub variance: f64,
    /// Variance ÷ projected; none where nothing was expected.
    pub variance_ratio: Option<f64>,
    /// Better than expected, by the metric's good direction; none when exactly as expected.
    pub good: Option<bool>,
}

/// Sets side by side what `metric` was expected to do in `scope` and what it did; `None` is the Expected scenario. The
/// period, both months included, may be left open. None for a metric that the workspace does not have.
pub fn outcome(
    workspace: &Workspace,
    scope: Scope,
    metric: &Key,
    scenario: Option<ScenarioId>,
    period: Option<(Month, Month)>,
) -> Option<Outcome> {
    let definition = workspace.metrics.iter().find(|candidate| candidate.key == *metric)?;
    let seen = scenario.map_or(Cow::Borrowed(workspace), |id| Cow::Owned(crate::curve::in_scenario(workspace, id)));
    let expected = projected(&seen, scope, metric);
    let mut measured = measured(&seen, scope, metric);
    if let Some((first, last)) = period {
        measured.months.retain(|month, _| (first..=last).contains(month));
        measured.clashes.retain(|clash| (first..=last).contains(&clash.month));
    }
    let months = span(period, &expected, &measured.months)
        .map_or_else(Vec::new, |(first, last)| rows(first, last, &expected, &measured.months, definition.over_months));
    Some(Outcome {
        metric: metric.clone(),
        unit: definition.unit,
        better: definition.better,
        side: definition.side,
        to_date: to_date(&months, definition.better),
        whole: months.last().map_or(Range::default(), |last| last.cumulative_projected),
        months,
        clashes: measured.clashes,
        left_out: measured.left_out.len(),
    })
}

fn span(
    period: Option<(Month, Month)>,
    expected: &BTreeMap<Month, Range>,
    actual: &BTreeMap<Month, f64>,
) -> Option<(Month, Month)> {
    period.or_else(|| {
        let first = expected.keys().chain(actual.keys()).min()?;
        let last = expected.keys().chain(actual.keys()).max()?;
        Some((*first, *last))
    })
}

fn rows(
    first: Month,
    last: Month,
    expected: &BTreeMap<Month, Range>,
    actual: &BTreeMap<Month, f64>,
    over: OverMonths,
) -> Vec<OutcomeMonth> {
    let last_measured = actual.keys().next_back().copied();
    let (mut projected_so_far, mut actual_so_far) = (Range::default(), 0.0);
    let (mut projected_months, mut actual_months) = (0.0, 0.0);
    let row = |month: Month| {
        let projected = expected.get(&month).copied().unwrap_or_default();
        let measured = actual.get(&month).copied();
        match over {
            OverMonths::First => {
                if projected_months == 0.0 {
                    projected_so_far = projected;
                }
                if actual_months == 0.0 {
                    actual_so_far = measured.unwrap_or(0.0);
                }
            }
            OverMonths::Last => {
                projected_so_far = expected.get(&month).copied().unwrap_or(projected_so_far);
                actual_so_far = measured.unwrap_or(actual_so_far);
            }
            OverMonths::Sum | OverMonths::Average | OverMonths::RatioOfSums => {
                projected_so_far = projected_so_far.plus(projected);
                actual_so_far += measured.unwrap_or(0.0);
            }
        }
        projected_months += f64::from(u8::from(expected.contains_key(&month)));
        actual_months += f64::from(u8::from(measured.is_some()));
        let mean = |count: f64| if over == OverMonths::Average && count > 0.0 { 1.0 / count } else { 1.0 };
        let cumulative_projected = projected_so_far.times(mean(projected_months));
        let cumulative_actual =
            last_measured.filter(|last| month <= *last).map(|_| actual_so_far * mean(actual_months));
        OutcomeMonth {
            month,
            projected,
            actual: measured,
            variance: measured.map(|figure| figure - projected.mid),
            cumulative_projected,
            cumulative_actual,
            cumulative_variance: cumulative_actual.map(|figure| figure - cumulative_projected.mid),
        }
    };
    first.to(last).map(row).collect()
}

fn to_date(months: &[OutcomeMonth], better: Better) -> Option<ToDate> {
    let last = months.iter().rev().find(|month| month.actual.is_some())?;
    let (projected, actual) = (last.cumulative_projected.mid, last.cumulative_actual?);
    let variance = actual - projected;
    let good = (variance != 0.0).then_some((variance > 0.0) == (better == Better::Higher));
    Some(ToDate { month: last.month, projected, actual, variance, variance_ratio: ratio(variance, projected), good })
}

#[cfg(test)]
mod tests;
