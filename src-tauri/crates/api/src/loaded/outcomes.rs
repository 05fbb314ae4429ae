//! Projected against actual, as the Outcomes screen and the command line show it.

use domain::{Currency, Key, Metric, MetricSide, MetricUnit, Money, Month, MotionId, OverMonths, Scope};
use forecast::{Outcome, outcome};
use picture::chart::{ChartPicture, Figures, Frame, Measure, MonthsInput, PlotMonth, Projected, cumulative, monthly};
use picture::format;
use serde_json::{Value, json};

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

/// Months that one chart can hold.
const MONTHS_MAX: usize = 60;

impl Loaded {
    pub(crate) fn outcomes_view(&self, request: &OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        let scope = request.motion.map_or(Scope::All, Scope::Motion);
        let outcome = self.outcome(scope, metric)?;
        let (width, height) = (request.width.clamp(240.0, 4000.0), request.height.clamp(160.0, 3000.0));
        let input = self.chart_input(metric, &outcome, width, height);
        let input = if request.cumulative { input.summed() } else { input };
        let picture = if request.cumulative { cumulative(&input) } else { monthly(&input) };
        let total = self.variance_row(None, "All motions".to_owned(), &self.outcome(Scope::All, metric)?, metric);
        Ok(OutcomesView {
            headline: self.headline(metric, &outcome),
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            unit: metric.unit,
            side: metric.side,
            definition: metric.definition.clone(),
            actuals_to: outcome.to_date.map(|to| format!("actuals to {}", format::date(to.month.last_day()))),
            months: self.month_figures(&input, &picture, metric, request.motion),
            plot: [picture.plot.area.x, picture.plot.area.y, picture.plot.area.w, picture.plot.area.h],
            chart: picture.list,
            strategy: self.key_figures(MetricSide::Strategic),
            tactic: self.key_figures(MetricSide::Tactical),
            motions: self.variances(metric)?,
            total,
        })
    }

    /// A metric in a scope, over the fiscal year; longer when figures reach further.
    pub(crate) fn outcome(&self, scope: Scope, metric: &Metric) -> Result<Outcome, ErrorReply> {
        let compare = |period| outcome(&self.workspace, scope, &metric.key, None, period);
        let found =
            compare(None).ok_or_else(|| ErrorReply::refused("This metric is no longer there: choose another."))?;
        let year = self.fiscal_year();
        let first = found.months.first().map_or(year.first(), |month| month.month);
        let last = found.months.last().map_or(year.last(), |month| month.month);
        let first = if found.months.is_empty() { year.first() } else { first };
        let longest = first.plus(i32::try_from(MONTHS_MAX).unwrap_or(60) - 1);
        let last = last.max(first.plus(11)).min(longest);
        compare(Some((first, last)))
            .ok_or_else(|| ErrorReply::refused("This metric is no longer there: choose another."))
    }

    pub(crate) fn chart_input(&self, metric: &Metric, outcome: &Outcome, width: f32, height: f32) -> MonthsInput {
        let doubted = |range: forecast::Range| (range.low - range.high).abs() > f64::EPSILON;
        let projected = |month: &forecast::OutcomeMonth| Projected {
            low: doubted(month.projected).then_some(month.projected.low),
            mid: month.projected.mid,
            high: doubted(month.projected).then_some(month.projected.high),
        };
        MonthsInput {
            measure: self.measure(metric),
            frame: Frame::new(width, height),
            figures: if metric.over_months == OverMonths::Sum { Figures::Own } else { Figures::Level },
            first: outcome.months.first().map_or(Month::of(self.today), |month| month.month),
            projected: outcome.months.iter().map(|month| Some(projected(month))).collect(),
            actual: outcome.months.iter().map(|month| month.actual).collect(),
            reforecast: Vec::new(),
            today: Some(self.today),
        }
    }

    /// A metric as charts take it.
    pub(crate) fn measure(&self, metric: &Metric) -> Measure {
        Measure {
            name: metric.name.to_string(),
            unit: metric.unit,
            currency: self.workspace.settings.currency,
            better: metric.better,
            side: metric.side,
        }
    }

    /// The finding in one sentence.
    pub(crate) fn headline(&self, metric: &Metric, outcome: &Outcome) -> String {
        let currency = self.workspace.settings.currency;
        let name = &metric.name;
        match outcome.to_date {
            None if outcome.whole.mid == 0.0 => format!("{name}: no projection and no actuals yet"),
            None => format!(
                "{name}: {} projected, no actuals yet",
                format::figure(outcome.whole.mid, metric.unit, currency)
            ),
            Some(to) if to.variance == 0.0 => format!("{name} is on plan to {} {}", to.month.name(), to.month.year()),
            Some(to) => {
                let amount = format::figure(to.variance.abs(), metric.unit, currency);
                let side = if to.variance > 0.0 { "above" } else { "below" };
                format!("{name} is {amount} {side} plan to {} {}", to.month.name(), to.month.year())
            }
        }
    }

    fn month_figures(
        &self,
        input: &MonthsInput,
        picture: &ChartPicture,
        metric: &Metric,
        motion: Option<MotionId>,
    ) -> Vec<MonthFigures> {
        let dash = || "—".to_owned();
        let text = |value: Option<f64>| {
            value.map_or_else(dash, |value| format::figure(value, metric.unit, self.workspace.settings.currency))
        };
        let row = |(drawn, projected): (&PlotMonth, &Option<Projected>)| {
            let said = |series: &str| drawn.reading(series).map_or_else(dash, |reading| reading.text.clone());
            let month = drawn.month?;
            Some(MonthFigures {
                month,
                label: drawn.label.clone(),
                x: drawn.x,
                projected: drawn.value("series:projected"),
                actual: drawn.value("series:actual"),
                projected_text: said("series:projected"),
                low_text: text(projected.and_then(|projected| projected.low)),
                high_text: text(projected.and_then(|projected| projected.high)),
                actual_text: said("series:actual"),
                variance_text: said("series:variance"),
                better: drawn
                    .value("series:variance")
                    .filter(|v| *v != 0.0)
                    .map(|v| (v > 0.0) == (metric.better == domain::Better::Higher)),
                typed: motion.and_then(|motion| self.typed_actual(motion, &metric.key, month)),
            })
        };
        picture.plot.months.iter().zip(&input.projected).filter_map(row).collect()
    }

    /// The figure of one month as it can be typed again.
    fn typed_actual(&self, motion: MotionId, metric: &Key, month: Month) -> Option<String> {
        let of_month = |actual: &&domain::Actual| {
            actual.motion == Some(motion)
                && actual.metric == *metric
                && actual.month == month
                && actual.organization.is_none()
        };
        let actual = self.expected.actuals.iter().find(of_month)?;
        Some(match actual.figure {
            domain::Figure::Money(money) => money.to_decimal(),
            domain::Figure::Number(number) => number.to_string(),
        })
    }

    fn variances(&self, metric: &Metric) -> Result<Vec<MotionVariance>, ErrorReply> {
        let mut rows = Vec::new();
        for motion in self.workspace.motions.iter().filter(|motion| motion.active) {
            let outcome = self.outcome(Scope::Motion(motion.id), metric)?;
            rows.extend(self.variance_row(Some(motion.id), motion.name.to_string(), &outcome, metric));
        }
        rows.sort_by(|a, b| {
            b.variance.partial_cmp(&a.variance).unwrap_or(std::cmp::Ordering::Equal).then(a.name.cmp(&b.name))
        });
        Ok(rows)
    }

    /// A row of variances; none where there is neither a projection nor an actual.
    fn variance_row(
        &self,
        id: Option<MotionId>,
        name: String,
        outcome: &Outcome,
        metric: &Metric,
    ) -> Option<MotionVariance> {
        let currency = self.workspace.settings.currency;
        if outcome.to_date.is_none() && outcome.whole.mid == 0.0 {
            return None;
        }
        let dash = || "—".to_owned();
        let to = outcome.to_date;
        Some(MotionVariance {
            id,
            name,
            planned_text: to.map_or_else(dash, |to| format::figure(to.projected, metric.unit, currency)),
            actual_text: to.map_or_else(dash, |to| format::figure(to.actual, metric.unit, currency)),
            variance: to.map(|to| to.variance),
            variance_text: to.map_or_else(dash, |to| format::difference(to.variance, metric.unit, currency)),
            percent_text: to.and_then(|to| to.variance_ratio).map_or_else(dash, format::percent_difference),
            better: to.and_then(|to| to.good),
        })
    }

    /// Rows for the command line: motion, id, metric, month, projected, actual, variance.
    pub(crate) fn outcome_rows(&self) -> Vec<Vec<Value>> {
        let mut motions: Vec<&domain::Motion> = self.workspace.motions.iter().collect();
        motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let mut rows = Vec::new();
        for motion in motions {
            for metric in &self.workspace.metrics {
                let found = outcome(&self.workspace, Scope::Motion(motion.id), &metric.key, None, None);
                for month in found.iter().flat_map(|outcome| &outcome.months) {
                    let value = |figure: f64| figure_json(figure, metric.unit, self.workspace.settings.currency);
                    rows.push(vec![
                        json!(motion.name),
                        json!(motion.id),
                        json!(metric.key),
                        json!(month.month),
                        value(month.projected.mid),
                        month.actual.map_or(Value::Null, value),
                        month.variance.map_or(Value::Null, value),
                    ]);
                }
            }
        }
        rows
    }
}

/// A figure on the wire of the command line: money as money.
fn figure_json(figure: f64, unit: MetricUnit, currency: Currency) -> Value {
    match unit {
        MetricUnit::Money => json!(Money::from_f64(figure, currency)),
        _ => json!(figure),
    }
}
