//! Projected against actual: one metric in some lines of the portfolio, over a period. Variance is worked out here each time
//! and never kept. Must not know how it is drawn.

use domain::portfolio::ratio;
use domain::{Better, Key, Ledger, Lines, MetricSide, MetricUnit, Missing, Month, OverMonths};
use serde::Serialize;
use ts_rs::TS;

use crate::doubt::Range;
use crate::planned::Planned;

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
    /// Its months add up.
    pub adds: bool,
    /// Every month of the period.
    pub months: Vec<OutcomeMonth>,
    /// Up to the last measured month; none before the first is measured.
    pub to_date: Option<ToDate>,
    /// What is expected of all the months together; none where nothing is.
    pub whole: Option<Range>,
    /// How many cases the figure to date rests on.
    pub cases: u32,
    /// Why there is no figure to date.
    pub missing: Option<Missing>,
}

/// One month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct OutcomeMonth {
    /// Which.
    pub month: Month,
    /// Expected in this month.
    pub projected: Option<Range>,
    /// Measured in this month.
    pub actual: Option<f64>,
    /// Actual − projected middle.
    pub variance: Option<f64>,
    /// Expected from the first month to this one.
    pub cumulative_projected: Option<Range>,
    /// Measured from the first month to this one; none after the last measured month.
    pub cumulative_actual: Option<f64>,
    /// The difference of the two.
    pub cumulative_variance: Option<f64>,
}

/// Where the plan stands at the last measured month. Of a metric that adds up, months without a figure before it count as
/// nothing measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct ToDate {
    /// The last measured month.
    pub month: Month,
    /// Expected by then; none where nothing is expected at all.
    pub projected: Option<f64>,
    /// Measured by then.
    pub actual: f64,
    /// Actual − projected.
    pub variance: Option<f64>,
    /// Variance ÷ projected; none where nothing was expected.
    pub variance_ratio: Option<f64>,
    /// Better than expected, by the metric's good direction; none when exactly as expected.
    pub good: Option<bool>,
}

/// Sets side by side what `metric` was expected to be in `lines` and what it was, from `first` to `last`. None for a metric
/// that the workspace does not have.
pub fn outcome(
    ledger: &Ledger,
    planned: &Planned,
    lines: &Lines,
    metric: &Key,
    (first, last): (Month, Month),
) -> Option<Outcome> {
    let definition = ledger.library().metric(metric)?;
    let adds = definition.over_months == OverMonths::Sum;
    let comparison = Comparison { ledger, planned, lines, metric, adds, first };
    let months = comparison.months(last);
    let to_date = to_date(&months, definition.better);
    let value = ledger.value(metric, lines, first, to_date.map_or(last, |to| to.month));
    Some(Outcome {
        metric: metric.clone(),
        unit: definition.unit,
        better: definition.better,
        side: definition.side,
        adds,
        whole: comparison.planned(first, last),
        months,
        to_date,
        cases: value.cases,
        missing: value.missing,
    })
}

/// The months in which `metric`, or a part of it, is projected or measured.
pub fn span(ledger: &Ledger, planned: &Planned, metric: &Key) -> Option<(Month, Month)> {
    let spans = [ledger.span(metric), planned.span(ledger.library(), metric)];
    let spans: Vec<(Month, Month)> = spans.into_iter().flatten().collect();
    Some((spans.iter().map(|span| span.0).min()?, spans.iter().map(|span| span.1).max()?))
}

struct Comparison<'a> {
    ledger: &'a Ledger,
    planned: &'a Planned,
    lines: &'a Lines,
    metric: &'a Key,
    adds: bool,
    first: Month,
}

impl Comparison<'_> {
    fn planned(&self, first: Month, last: Month) -> Option<Range> {
        self.planned.value(self.ledger.library(), self.metric, self.lines, first, last)
    }

    fn measured(&self, first: Month, last: Month) -> Option<f64> {
        self.ledger.value(self.metric, self.lines, first, last).figure
    }

    fn months(&self, last: Month) -> Vec<OutcomeMonth> {
        let own: Vec<(Month, Option<Range>, Option<f64>)> =
            self.first.to(last).map(|month| (month, self.planned(month, month), self.measured(month, month))).collect();
        let last_measured = own.iter().rev().find(|row| row.2.is_some()).map(|row| row.0);
        let expected = own.iter().any(|row| row.1.is_some());
        let row = |(month, projected, actual): &(Month, Option<Range>, Option<f64>)| {
            let to_date = last_measured.is_some_and(|last| *month <= last);
            let cumulative_projected = self.planned(self.first, *month);
            let cumulative_actual = if to_date { self.measured(self.first, *month) } else { None };
            let cumulative_actual = cumulative_actual.or((to_date && self.adds).then_some(0.0));
            OutcomeMonth {
                month: *month,
                projected: *projected,
                actual: *actual,
                variance: self.variance(*actual, *projected, expected),
                cumulative_projected,
                cumulative_actual,
                cumulative_variance: self.variance(cumulative_actual, cumulative_projected, expected),
            }
        };
        own.iter().map(row).collect()
    }

    /// Where something is expected at all, a month of which nothing is said is expected to bring nothing.
    fn variance(&self, actual: Option<f64>, projected: Option<Range>, expected: bool) -> Option<f64> {
        let projected = projected.map(|range| range.mid).or((self.adds && expected).then_some(0.0));
        Some(actual? - projected?)
    }
}

fn to_date(months: &[OutcomeMonth], better: Better) -> Option<ToDate> {
    let last = months.iter().rev().find(|month| month.actual.is_some())?;
    let (actual, variance) = (last.cumulative_actual?, last.cumulative_variance);
    let projected = variance.map(|variance| actual - variance);
    Some(ToDate {
        month: last.month,
        projected: last.cumulative_projected.map(|range| range.mid).or(projected),
        actual,
        variance,
        variance_ratio: variance.zip(projected).and_then(|(variance, projected)| ratio(variance, projected)),
        good: variance.filter(|v| *v != 0.0).map(|v| (v > 0.0) == (better == Better::Higher)),
    })
}

#[cfg(test)]
mod tests;
