//! The key figures of both sides of the one distinction. They stand beside each other and are never added.

use domain::{AffiliateFigures, Better, MetricSide, MetricUnit, Month, Scope};
use picture::format;

use super::Loaded;
use crate::wire::KeyFigure;

/// What a key figure is made of.
struct Figure<'a> {
    label: &'a str,
    unit: MetricUnit,
    better: Better,
    actual: Option<f64>,
    plan: Option<f64>,
    note: String,
    definition: &'a str,
}

impl Loaded {
    pub(crate) fn key_figures(&self, side: MetricSide) -> Vec<KeyFigure> {
        match side {
            MetricSide::Strategic => self.strategic_figures(),
            MetricSide::Tactical => self.tactical_figures(),
            MetricSide::Both => Vec::new(),
        }
    }

    fn strategic_figures(&self) -> Vec<KeyFigure> {
        let year = self.fiscal_year();
        let (won, targets) = domain::revenue::target_accounts(&self.workspace);
        let pipeline = domain::revenue::pipeline(&self.workspace, year.first().first_day(), self.today);
        let mut figures = Vec::new();
        figures.extend(self.metric_figure("revenue"));
        if targets > 0 {
            figures.push(KeyFigure {
                label: "Share of target accounts won".to_owned(),
                value: format::percent(won as f64 / targets as f64),
                notes: vec![format!("{won} of {targets} accounts")],
                up: None,
                better: None,
                definition: "Target accounts with a won deal ÷ target accounts.".to_owned(),
            });
        }
        if let Some(influence) = pipeline.influence() {
            figures.push(KeyFigure {
                label: "Co-sell influence".to_owned(),
                value: format::percent(influence),
                notes: vec![format!("{} influenced pipeline", format::money_short(pipeline.influenced))],
                up: None,
                better: None,
                definition:
                    "Influenced pipeline ÷ all pipeline of the fiscal year to date, by value. A deal that a partner \
                             sourced is not influenced."
                        .to_owned(),
            });
        }
        figures
    }

    fn tactical_figures(&self) -> Vec<KeyFigure> {
        let Some((first, last)) = self.affiliate_months() else { return Vec::new() };
        let actual = domain::portfolio::affiliate(&self.workspace, Scope::All, first, last);
        let plan = forecast::planned_affiliate(&self.workspace, Scope::All, first, last);
        let currency = self.workspace.settings.currency;
        let cost = format::figure(actual.cost, MetricUnit::Money, currency);
        let ratio = |figures: &AffiliateFigures, of: fn(&AffiliateFigures) -> Option<f64>| of(figures);
        [
            Figure {
                label: "Affiliate revenue",
                unit: MetricUnit::Money,
                better: Better::Higher,
                actual: Some(actual.revenue),
                plan: Some(plan.revenue),
                note: format!("to {}", format::date(last.last_day())),
                definition: "Order value attributed to affiliates, net of tax and refunds.",
            },
            Figure {
                label: "ROAS",
                unit: MetricUnit::Ratio,
                better: Better::Higher,
                actual: ratio(&actual, AffiliateFigures::roas),
                plan: ratio(&plan, AffiliateFigures::roas),
                note: format!("on {cost} cost"),
                definition: "Affiliate revenue ÷ affiliate cost (commission, network fees and bonuses), same months.",
            },
            Figure {
                label: "CPA",
                unit: MetricUnit::Money,
                better: Better::Lower,
                actual: ratio(&actual, AffiliateFigures::cpa),
                plan: ratio(&plan, AffiliateFigures::cpa),
                note: format!("{} orders", format::figure(actual.orders, MetricUnit::Count, currency)),
                definition: "Affiliate cost ÷ approved orders, same months.",
            },
        ]
        .into_iter()
        .map(|figure| self.key_figure(figure))
        .collect()
    }

    /// From the first month of the fiscal year to the last with affiliate figures.
    fn affiliate_months(&self) -> Option<(Month, Month)> {
        let revenue = domain::Key::literal("affiliate_revenue");
        let measured = domain::portfolio::measured(&self.workspace, Scope::All, &revenue);
        let year = self.fiscal_year();
        let last = measured.months.range(year.first()..=year.last()).next_back().map(|(month, _)| *month);
        last.map(|last| (year.first(), last))
    }

    fn metric_figure(&self, key: &str) -> Option<KeyFigure> {
        let metric = self.workspace.metrics.iter().find(|metric| metric.key.as_str() == key)?;
        let outcome = self.outcome(Scope::All, metric).ok()?;
        let to = outcome.to_date?;
        Some(self.key_figure(Figure {
            label: metric.name.as_str(),
            unit: metric.unit,
            better: metric.better,
            actual: Some(to.actual),
            plan: Some(to.projected),
            note: format!("to {}", format::date(to.month.last_day())),
            definition: &metric.definition,
        }))
    }

    fn key_figure(&self, figure: Figure<'_>) -> KeyFigure {
        let currency = self.workspace.settings.currency;
        let text = |value: Option<f64>| {
            value.map_or_else(|| "—".to_owned(), |value| format::figure(value, figure.unit, currency))
        };
        let difference = figure.actual.zip(figure.plan).map(|(actual, plan)| actual - plan).filter(|d| *d != 0.0);
        let against = figure.plan.map(|_| format!("plan {}", text(figure.plan)));
        KeyFigure {
            label: figure.label.to_owned(),
            value: text(figure.actual),
            notes: against.into_iter().chain([figure.note]).collect(),
            up: difference.map(|d| d > 0.0),
            better: difference.map(|d| (d > 0.0) == (figure.better == Better::Higher)),
            definition: figure.definition.to_owned(),
        }
    }
}
