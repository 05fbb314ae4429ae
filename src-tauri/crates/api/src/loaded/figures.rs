//! The key figures of both sides of the one distinction. They stand beside each other and are never added.

use domain::{Better, FiscalYear, Key, Lines, Metric, MetricSide, Missing, Month};

use super::Loaded;
use crate::wire::KeyFigure;

/// A headline metric in a fiscal year, to its last measured month.
pub(crate) struct Headline<'a> {
    pub(crate) metric: &'a Metric,
    /// "11.8%"; a dash where only a plan is known.
    pub(crate) value: String,
    /// "11.6%".
    pub(crate) plan: Option<String>,
    /// Of a ratio, the amount that it is a ratio of; else until when it is.
    pub(crate) beside: String,
    figure: Option<f64>,
    variance: Option<f64>,
    first: Month,
    last: Month,
}

impl Loaded {
    /// The headline metrics of a side in a fiscal year, to their last measured month.
    pub(crate) fn key_figures(&self, side: MetricSide, year: FiscalYear) -> Vec<KeyFigure> {
        let metrics = self.workspace.metrics.iter().filter(|metric| metric.side == side && metric.headline);
        metrics.filter_map(|metric| self.key_figure(metric, year)).collect()
    }

    /// Strategic and tactical revenue together: the one line in which they meet.
    pub(crate) fn total_partner_revenue(&self, year: FiscalYear) -> Option<KeyFigure> {
        let metric = self.workspace.metrics.iter().find(|metric| metric.side == MetricSide::Both)?;
        self.key_figure(metric, year).filter(|figure| figure.figure.is_some())
    }

    /// The same as key figures are said in a document.
    pub(crate) fn headlines(&self, side: MetricSide, year: FiscalYear) -> Vec<Headline<'_>> {
        let metrics = self.workspace.metrics.iter().filter(|metric| metric.side == side && metric.headline);
        metrics.filter_map(|metric| self.headline_of(metric, year)).collect()
    }

    /// None where nothing is known and nothing is expected.
    pub(crate) fn key_figure(&self, metric: &Metric, year: FiscalYear) -> Option<KeyFigure> {
        let Headline { metric, value, plan, beside, figure, variance, first, last } = self.headline_of(metric, year)?;
        Some(KeyFigure {
            metric: metric.key.clone(),
            label: metric.name.to_string(),
            value,
            figure,
            notes: plan.map(|plan| format!("plan {plan}")).into_iter().chain([beside]).collect(),
            up: variance.map(|variance| variance > 0.0),
            better: variance.map(|variance| (variance > 0.0) == (metric.better == Better::Higher)),
            definition: metric.definition.clone(),
            first,
            last,
        })
    }

    fn headline_of<'a>(&self, metric: &'a Metric, year: FiscalYear) -> Option<Headline<'a>> {
        let (first, last) = (year.first(), year.last().min(Month::of(self.today).max(year.first())));
        let outcome = self.outcome(&Lines::All, metric, (first, last)).ok()?;
        let to = outcome.to_date;
        let text = |value: f64| self.language.figure(value, metric.unit, self.workspace.settings.currency);
        let value = match (to, outcome.missing) {
            (Some(to), _) => text(to.actual),
            (None, Some(Missing::BelowFloor)) => self.language.say("Unknown").to_owned(),
            (None, _) if outcome.whole.is_some() => "—".to_owned(),
            (None, _) => return None,
        };
        let last = to.map_or(last, |to| to.month);
        let variance = to.and_then(|to| to.variance).filter(|variance| *variance != 0.0);
        let plan = to.map_or(outcome.whole.map(|whole| whole.mid), |to| to.projected);
        let below = outcome.missing == Some(Missing::BelowFloor);
        let beside = if below {
            let (floor, cases) = (metric.floor.to_string(), outcome.cases.to_string());
            self.language.fill("needs {floor} cases and has {cases}", &[("floor", &floor), ("cases", &cases)])
        } else {
            self.beside(metric, (first, last))
        };
        let figure = to.map(|to| to.actual);
        Some(Headline { metric, value, plan: plan.map(text), beside, figure, variance, first, last })
    }

    /// What stands below a figure: of a ratio, the amount that it is a ratio of; else until when it is.
    fn beside(&self, metric: &Metric, (first, last): (Month, Month)) -> String {
        let part = |key: &'static str| {
            let key = Key::literal(key);
            let unit = self.ledger().library().metric(&key)?.unit;
            let value = self.ledger().value(&key, &Lines::All, first, last).figure?;
            Some(self.language.figure(value, unit, self.workspace.settings.currency))
        };
        let said = |phrase: &str, amount: &str| self.language.fill(phrase, &[("amount", amount)]);
        let known = match metric.key.as_str() {
            "target_accounts_won" => part("won_target_accounts")
                .zip(part("target_accounts"))
                .map(|(won, all)| self.language.fill("{won} of {all} accounts", &[("won", &won), ("all", &all)])),
            "co_sell_influence" => part("pipeline").map(|amount| said("{amount} influenced pipeline", &amount)),
            "roas" => part("affiliate_cost").map(|amount| said("on {amount} cost", &amount)),
            "cpa" => part("orders").map(|orders| said("{amount} orders", &orders)),
            "pipeline_quality" => part("open_deals").map(|deals| said("{amount} open deals", &deals)),
            _ => None,
        };
        known.unwrap_or_else(|| {
            let (day, month) = (last.last_day().day().to_string(), self.language.say(last.name()));
            self.language.fill("to {day} {month}", &[("day", &day), ("month", month)])
        })
    }
}
