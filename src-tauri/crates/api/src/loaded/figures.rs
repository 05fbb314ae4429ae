//! The key figures of both sides of the one distinction. They stand beside each other and are never added.

use domain::{Better, FiscalYear, Key, Lines, Metric, MetricSide, Missing, Month};
use picture::format;

use super::Loaded;
use crate::wire::KeyFigure;

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

    /// None where nothing is known and nothing is expected.
    pub(crate) fn key_figure(&self, metric: &Metric, year: FiscalYear) -> Option<KeyFigure> {
        let (first, last) = (year.first(), year.last().min(Month::of(self.today).max(year.first())));
        let outcome = self.outcome(&Lines::All, metric, (first, last)).ok()?;
        let to = outcome.to_date;
        let text = |value: f64| format::figure(value, metric.unit, self.workspace.settings.currency);
        let value = match (to, outcome.missing) {
            (Some(to), _) => text(to.actual),
            (None, Some(Missing::BelowFloor)) => "Unknown".to_owned(),
            (None, _) if outcome.whole.is_some() => "—".to_owned(),
            (None, _) => return None,
        };
        let last = to.map_or(last, |to| to.month);
        let variance = to.and_then(|to| to.variance).filter(|variance| *variance != 0.0);
        let plan = to.map_or(outcome.whole.map(|whole| whole.mid), |to| to.projected);
        let below = outcome.missing == Some(Missing::BelowFloor);
        let mut notes: Vec<String> = plan.map(|plan| format!("plan {}", text(plan))).into_iter().collect();
        notes.push(if below {
            super::outcomes::floor_words(metric, outcome.cases)
        } else {
            self.beside(metric, (first, last))
        });
        Some(KeyFigure {
            metric: metric.key.clone(),
            label: metric.name.to_string(),
            value,
            figure: to.map(|to| to.actual),
            notes,
            up: variance.map(|variance| variance > 0.0),
            better: variance.map(|variance| (variance > 0.0) == (metric.better == Better::Higher)),
            definition: metric.definition.clone(),
            first,
            last,
        })
    }

    /// What stands below a figure: of a ratio, the amount that it is a ratio of; else until when it is.
    fn beside(&self, metric: &Metric, (first, last): (Month, Month)) -> String {
        let part = |key: &'static str| {
            let key = Key::literal(key);
            let unit = self.ledger().library().metric(&key)?.unit;
            let value = self.ledger().value(&key, &Lines::All, first, last).figure?;
            Some(format::figure(value, unit, self.workspace.settings.currency))
        };
        let known = match metric.key.as_str() {
            "target_accounts_won" => part("won_target_accounts")
                .zip(part("target_accounts"))
                .map(|(won, all)| format!("{won} of {all} accounts")),
            "co_sell_influence" => part("pipeline").map(|amount| format!("{amount} influenced pipeline")),
            "roas" => part("affiliate_cost").map(|amount| format!("on {amount} cost")),
            "cpa" => part("orders").map(|orders| format!("{orders} orders")),
            "pipeline_quality" => part("open_deals").map(|deals| format!("{deals} open deals")),
            _ => None,
        };
        known.unwrap_or_else(|| format!("to {}", format::date(last.last_day())))
    }
}
