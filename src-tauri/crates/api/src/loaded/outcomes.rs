//! Projected against actual, as the Outcomes screen and the command line show it.

use std::collections::BTreeSet;

use domain::{
    Audience, Currency, FiscalYear, Key, Ledger, Line, Lines, Metric, MetricSide, MetricUnit, Missing, Money, Month,
    OverMonths,
};
use forecast::{Outcome, OutcomeMonth, Planned, outcome};
use picture::format;
use serde_json::{Value, json};

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

const DASH: &str = "—";

impl Loaded {
    /// What was measured and counted; worked out when it is first asked for.
    pub(crate) fn ledger(&self) -> &Ledger {
        self.ledger.get_or_init(|| {
            let mut ledger = Ledger::of(&self.workspace, self.today);
            for (month, line, units) in self.planned().revenue() {
                ledger.set_target(month, line, units);
            }
            ledger
        })
    }

    /// What all motions are expected to do in the chosen scenario.
    pub(crate) fn planned(&self) -> &Planned {
        self.planned.get_or_init(|| Planned::of(&self.workspace))
    }

    pub(crate) fn outcomes_view(&self, request: &OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        let lines = self.lines(request.motion)?;
        let year = self.year_named(request.year);
        let period = (year.first(), year.last());
        let outcome = self.outcome(&lines, metric, period)?;
        let mut motions = self.variances(metric, period)?;
        motions.sort_by(|a, b| {
            b.variance.unwrap_or(f64::MIN).total_cmp(&a.variance.unwrap_or(f64::MIN)).then(a.name.cmp(&b.name))
        });
        Ok(OutcomesView {
            headline: self.headline(metric, &outcome),
            metric: metric.key.clone(),
            metric_name: metric.name.to_string(),
            unit: metric.unit,
            side: metric.side,
            definition: metric.definition.clone(),
            adds: outcome.adds,
            year_label: format!("FY {}", year.year),
            year: year.year,
            years: self.years(metric),
            first: period.0,
            last: period.1,
            actuals_to: outcome.to_date.map(|to| format!("actuals to {}", format::date(to.month.last_day()))),
            has_figures: outcome.whole.is_some() || outcome.to_date.is_some(),
            months: outcome.months.iter().map(|month| self.month_figures(metric, month)).collect(),
            strategy: self.key_figures(MetricSide::Strategic, year),
            tactic: self.key_figures(MetricSide::Tactical, year),
            motions,
            shared: self.line_variance(Line::Shared, "Shared by motions", metric, period)?,
            outside: self.line_variance(Line::Outside, "Outside motions", metric, period)?,
            total: self.variance_row(None, total_name(metric), &self.outcome(&Lines::All, metric, period)?, metric),
            remarks: self.remarks(metric, period),
            landing: self.landing_view(metric, &lines, year),
            total_partner_revenue: self.total_partner_revenue(year),
        })
    }

    /// One motion, or all.
    pub(crate) fn lines(&self, motion: Option<domain::MotionId>) -> Result<Lines, ErrorReply> {
        motion.map_or(Ok(Lines::All), |id| self.motion(id).map(|motion| Lines::one(Line::Motion(motion.id))))
    }

    /// A fiscal year by the calendar year that it ends in; without one, that of today.
    pub(crate) fn year_named(&self, year: Option<i32>) -> FiscalYear {
        let today = self.fiscal_year();
        year.filter(|year| (1901..2199).contains(year)).map_or(today, |year| FiscalYear { year, ..today })
    }

    /// A metric in some lines, over a period.
    pub(crate) fn outcome(
        &self,
        lines: &Lines,
        metric: &Metric,
        period: (Month, Month),
    ) -> Result<Outcome, ErrorReply> {
        outcome(self.ledger(), self.planned(), lines, &metric.key, period)
            .ok_or_else(|| ErrorReply::refused("This metric is no longer there: choose another."))
    }

    /// The finding in one sentence; below the metric's floor that it is unknown, and why.
    pub(crate) fn headline(&self, metric: &Metric, outcome: &Outcome) -> String {
        let figure = |value: f64| format::figure(value, metric.unit, self.workspace.settings.currency);
        let name = &metric.name;
        let Some(to) = outcome.to_date else {
            return match (outcome.missing, outcome.whole) {
                (Some(Missing::BelowFloor), _) => {
                    format!("{name}: unknown, {}", floor_words(metric, outcome.cases))
                }
                (_, Some(whole)) => format!("{name}: {} projected, no actuals yet", figure(whole.mid)),
                (_, None) => format!("{name}: no projection and no actuals yet"),
            };
        };
        let month = format!("{} {}", to.month.name(), to.month.year());
        match to.variance {
            None => format!("{name}: {} to {month}, nothing projected", figure(to.actual)),
            Some(0.0) => format!("{name} is on plan to {month}"),
            Some(variance) => {
                let side = if variance > 0.0 { "above" } else { "below" };
                format!("{name} is {} {side} plan to {month}", self.distance(metric, variance))
            }
        }
    }

    /// How far apart two figures are: parts of a whole in points.
    fn distance(&self, metric: &Metric, variance: f64) -> String {
        if metric.unit == domain::MetricUnit::Percent {
            let points = self.language.decimal((variance * 100.0).abs(), 1);
            return self.language.fill("{points} points", &[("points", &points)]);
        }
        self.language.figure(variance.abs(), metric.unit, self.workspace.settings.currency)
    }

    /// What happened, where the metric has cases enough to say so: where it stands, and which month carried it.
    pub(crate) fn finding(&self, metric: &Metric, outcome: &Outcome) -> Option<String> {
        let to = outcome.to_date?;
        let variance = to.variance.filter(|variance| *variance != 0.0)?;
        let stands = if variance > 0.0 {
            "{distance} above plan to {month} {year}."
        } else {
            "{distance} below plan to {month} {year}."
        };
        let (distance, year) = (self.distance(metric, variance), to.month.year().to_string());
        let month_name = |month: Month| self.language.say(month.name());
        let parts = [("distance", distance.as_str()), ("month", month_name(to.month)), ("year", &year)];
        let stands = self.language.fill(stands, &parts);
        let months = outcome.months.iter().filter(|month| month.month <= to.month);
        let own: Vec<(Month, f64)> = months.filter_map(|month| Some((month.month, month.variance?))).collect();
        let carried = own.iter().max_by(|a, b| (a.1 * variance.signum()).total_cmp(&(b.1 * variance.signum())));
        let carried = carried.filter(|(_, own)| outcome.adds && own.abs() >= variance.abs() / 2.0);
        let carried = carried
            .filter(|_| own.len() > 1)
            .map(|(month, _)| self.language.fill(" {month} carried it.", &[("month", month_name(*month))]));
        let stands = format!("{}{}", stands, carried.unwrap_or_default());
        let mut letters = stands.chars();
        Some(
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default(),
        )
    }

    fn month_figures(&self, metric: &Metric, month: &OutcomeMonth) -> MonthFigures {
        let currency = self.workspace.settings.currency;
        let text = |value: Option<f64>| {
            value.map_or_else(|| DASH.to_owned(), |value| format::figure(value, metric.unit, currency))
        };
        MonthFigures {
            month: month.month,
            label: format!("{} {}", month.month.short_name(), month.month.year()),
            projected: month.projected.map(|range| range.mid),
            actual: month.actual,
            projected_text: text(month.projected.map(|range| range.mid)),
            actual_text: text(month.actual),
            variance_text: month
                .variance
                .map_or_else(|| DASH.to_owned(), |value| format::difference(value, metric.unit, currency)),
            better: month
                .variance
                .filter(|value| *value != 0.0)
                .map(|value| (value > 0.0) == (metric.better == domain::Better::Higher)),
        }
    }

    fn variances(&self, metric: &Metric, period: (Month, Month)) -> Result<Vec<MotionVariance>, ErrorReply> {
        let mut rows = Vec::new();
        for motion in self.workspace.motions.iter().filter(|motion| motion.active) {
            let outcome = self.outcome(&Lines::one(Line::Motion(motion.id)), metric, period)?;
            let row = self.variance_row(Some(motion.id), motion.name.to_string(), &outcome, metric);
            let reasons = &self.workspace.variance_reasons;
            let reason = reasons.iter().find(|row| row.motion == motion.id && row.metric == metric.key);
            rows.extend(row.map(|row| MotionVariance {
                reason: reason.map(|row| row.reason.clone()).unwrap_or_default(),
                reason_audience: reason.map_or(Audience::Internal, |row| row.audience),
                ..row
            }));
        }
        Ok(rows)
    }

    /// What adds up has these lines beside the motions; a ratio has none.
    fn line_variance(
        &self,
        line: Line,
        name: &str,
        metric: &Metric,
        period: (Month, Month),
    ) -> Result<Option<MotionVariance>, ErrorReply> {
        if metric.over_months != OverMonths::Sum {
            return Ok(None);
        }
        let outcome = self.outcome(&Lines::one(line), metric, period)?;
        let row = self.variance_row(None, name.to_owned(), &outcome, metric);
        Ok(row.filter(|row| row.actual.is_some_and(|actual| actual != 0.0) || row.planned.is_some()))
    }

    /// A row of variances; none where there is neither a projection nor an actual.
    fn variance_row(
        &self,
        id: Option<domain::MotionId>,
        name: String,
        outcome: &Outcome,
        metric: &Metric,
    ) -> Option<MotionVariance> {
        // A motion of which nothing is expected and no deal is known is not one that did badly.
        let nothing = outcome.to_date.is_none_or(|to| to.actual == 0.0 && outcome.adds);
        if nothing && outcome.whole.is_none() {
            return None;
        }
        let currency = self.workspace.settings.currency;
        let text = |value: Option<f64>| {
            value.map_or_else(|| DASH.to_owned(), |value| format::figure(value, metric.unit, currency))
        };
        let to = outcome.to_date;
        let (planned, actual) = (to.and_then(|to| to.projected), to.map(|to| to.actual));
        let variance = to.and_then(|to| to.variance);
        Some(MotionVariance {
            id,
            name,
            planned,
            actual,
            planned_text: text(planned),
            actual_text: text(actual),
            variance,
            variance_text: variance
                .map_or_else(|| DASH.to_owned(), |value| format::difference(value, metric.unit, currency)),
            percent_text: to
                .and_then(|to| to.variance_ratio)
                .map_or_else(|| DASH.to_owned(), format::percent_difference),
            better: to.and_then(|to| to.good),
            reason: String::new(),
            reason_audience: Audience::Internal,
        })
    }

    /// Fiscal years in which the metric has figures, and that of today.
    fn years(&self, metric: &Metric) -> Vec<i32> {
        let today = self.fiscal_year();
        let of = |month: Month| FiscalYear::of(month, today.first_month).year;
        let span = forecast::span(self.ledger(), self.planned(), &metric.key);
        let span = span.map_or((today.year, today.year), |(first, last)| (of(first), of(last)));
        // A file's months reach over three centuries; a list of years need not.
        let (first, last) = (span.0.min(today.year).max(today.year - 20), span.1.max(today.year).min(today.year + 20));
        (first..=last).collect()
    }

    /// What does not count, in sentences.
    fn remarks(&self, metric: &Metric, (first, last): (Month, Month)) -> Vec<String> {
        let leaves = self.ledger().library().leaves(&metric.key);
        let concerns = |key: &Key| *key == metric.key || leaves.contains(key);
        let clashes = self.ledger().clashes().iter();
        let clashes = clashes.filter(|clash| concerns(&clash.metric) && (first..=last).contains(&clash.month)).count();
        let waits = self.ledger().left_out().iter().filter(|left| {
            concerns(&left.metric)
                && left.why == domain::metric::ledger::WhyLeftOut::NoRate
                && left.month.is_none_or(|month| (first..=last).contains(&month))
        });
        let waits = waits.count();
        let figures = |count: usize| if count == 1 { "1 figure".to_owned() } else { format!("{count} figures") };
        let mut remarks = Vec::new();
        if clashes > 0 {
            let verb = if clashes == 1 { "does" } else { "do" };
            remarks.push(format!("{} {verb} not count, because another covers the same month.", figures(clashes)));
        }
        if waits > 0 {
            let verb = if waits == 1 { "waits" } else { "wait" };
            remarks.push(format!("{} in another currency {verb} for a rate.", figures(waits)));
        }
        remarks
    }
}

/// "needs 10 cases and has 4".
pub(crate) fn floor_words(metric: &Metric, cases: u32) -> String {
    format!("needs {} cases and has {cases}", metric.floor)
}

fn total_name(metric: &Metric) -> String {
    match metric.side {
        MetricSide::Strategic => "Strategic motions".to_owned(),
        MetricSide::Tactical => "Tactical motions".to_owned(),
        MetricSide::Both => "All motions".to_owned(),
    }
}

impl Loaded {
    /// The metrics that a motion is judged by: chosen, projected or measured for it, and what deals say of every motion.
    pub(crate) fn judged_by(&self, motion: domain::MotionId) -> Vec<&Metric> {
        const OF_DEALS: [&str; 3] = ["revenue", "pipeline", "sourced_revenue"];
        let workspace = &self.workspace;
        let chosen = workspace.motion_metrics.iter().filter(|row| row.motion == motion).map(|row| &row.metric);
        let projected = workspace.projections.iter().filter(|row| row.motion == motion).map(|row| &row.metric);
        let measured = workspace.actuals.iter().filter(|row| row.motion == Some(motion)).map(|row| &row.metric);
        let keys: BTreeSet<&Key> = chosen.chain(projected).chain(measured).collect();
        let judged = |metric: &&Metric| keys.contains(&metric.key) || OF_DEALS.contains(&metric.key.as_str());
        workspace.metrics.iter().filter(judged).collect()
    }

    /// Rows for the command line: motion, id, metric, month, projected, actual, variance. What several motions share and
    /// what lies outside them has no id, and with the motions makes the portfolio.
    pub(crate) fn outcome_rows(&self) -> Vec<Vec<Value>> {
        let mut motions: Vec<&domain::Motion> = self.workspace.motions.iter().collect();
        motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let mut rows = Vec::new();
        for motion in motions {
            let lines = Lines::one(Line::Motion(motion.id));
            for metric in self.judged_by(motion.id) {
                rows.extend(self.rows_of((json!(motion.name), json!(motion.id)), &lines, metric));
            }
        }
        for (line, name) in [(Line::Shared, "Shared by motions"), (Line::Outside, "Outside motions")] {
            for metric in self.workspace.metrics.iter().filter(|metric| metric.over_months == OverMonths::Sum) {
                rows.extend(self.rows_of((json!(name), Value::Null), &Lines::one(line), metric));
            }
        }
        rows
    }

    fn rows_of(&self, (name, id): (Value, Value), lines: &Lines, metric: &Metric) -> Vec<Vec<Value>> {
        let Some(period) = forecast::span(self.ledger(), self.planned(), &metric.key) else { return Vec::new() };
        // A file may name months centuries apart.
        let period = (period.0.max(period.1.plus(1 - MONTHS_LISTED)), period.1);
        let Ok(outcome) = self.outcome(lines, metric, period) else { return Vec::new() };
        let value = |figure: Option<f64>| {
            figure.map_or(Value::Null, |figure| figure_json(figure, metric.unit, self.workspace.settings.currency))
        };
        let has = |month: &&OutcomeMonth| month.projected.is_some() || month.actual.is_some_and(|figure| figure != 0.0);
        let row = |month: &OutcomeMonth| {
            vec![
                name.clone(),
                id.clone(),
                json!(metric.key),
                json!(month.month),
                value(month.projected.map(|range| range.mid)),
                value(month.actual),
                value(month.variance),
            ]
        };
        outcome.months.iter().filter(has).map(row).collect()
    }
}

/// The longest list of months on the command line.
const MONTHS_LISTED: i32 = 120;

/// A figure on the wire of the command line: money as money.
pub(crate) fn figure_json(figure: f64, unit: MetricUnit, currency: Currency) -> Value {
    match unit {
        MetricUnit::Money => json!(Money::from_f64(figure, currency)),
        _ => json!(figure),
    }
}
