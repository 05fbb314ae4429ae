//! The metric library as the page shows it.

use domain::{Lines, Metric, MetricOrigin, Month};
use picture::format;

use super::Loaded;
use crate::wire::*;

impl Loaded {
    pub(crate) fn metric_library(&self) -> MetricLibrary {
        let built_in = Metric::built_in();
        let market = |row: &domain::MarketFigure| MarketFigureRow {
            id: row.id,
            year: row.year,
            value: row.value,
            scope: row.scope.clone(),
            source: row.source.clone(),
        };
        let mut market_figures: Vec<MarketFigureRow> = self.expected.market_figures.iter().map(market).collect();
        market_figures.sort_by(|a, b| b.year.cmp(&a.year).then(a.id.cmp(&b.id)));
        let is_built_in = |metric: &Metric| built_in.iter().any(|known| known.key == metric.key);
        let rows = self.expected.metrics.iter().map(|metric| self.metric_row(metric, is_built_in(metric)));
        MetricLibrary { metrics: rows.collect(), rules: self.expected.settings.metric_rules.clone(), market_figures }
    }

    fn metric_row(&self, metric: &Metric, built_in: bool) -> MetricRow {
        let (first, last) = (self.fiscal_year().first(), Month::of(self.today));
        let ledger = self.ledger();
        let value = ledger.value(&metric.key, &Lines::All, first, last);
        let currency = self.expected.settings.currency;
        let problem = match ledger.library().formula(&metric.key) {
            Some(Err(error)) => Some(error.to_string()),
            _ => None,
        };
        MetricRow {
            key: metric.key.clone(),
            name: metric.name.to_string(),
            unit: metric.unit,
            better: metric.better,
            over_months: metric.over_months,
            over_motions: metric.over_motions,
            side: metric.side,
            basis: metric.basis,
            definition: metric.definition.clone(),
            formula: match &metric.origin {
                MetricOrigin::Formula(formula) => Some(formula.clone()),
                MetricOrigin::Measured | MetricOrigin::Counted(_) => None,
            },
            counted: matches!(metric.origin, MetricOrigin::Counted(_)),
            source: metric.source.clone(),
            floor: metric.floor,
            headline: metric.headline,
            built_in,
            problem,
            value_text: value.figure.map_or_else(
                || if value.missing == Some(domain::Missing::BelowFloor) { "Unknown" } else { "—" }.to_owned(),
                |figure| format::figure(figure, metric.unit, currency),
            ),
        }
    }
}
