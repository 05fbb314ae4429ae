//! The pages on projected against actual.

use domain::{Lines, Metric, MetricSide};
use forecast::Outcome;
use picture::chart::{Frame, cumulative};
use picture::format;
use press::{Chart, Column, KeyFigure, Measure, MonthVariance, Outcomes, Table};

use super::super::Loaded;
use super::svg;

/// Size of a chart on the page, in pixels of its own.
const CHART: (f32, f32) = (680.0, 320.0);

impl Loaded {
    pub(super) fn outcomes_page(&self) -> Outcomes {
        let charts: Vec<(&Metric, Outcome)> = self.measured_metrics();
        let main = charts.first();
        Outcomes {
            heading: None,
            lead: main.map(|(metric, outcome)| format!("{}.", self.headline(metric, outcome))).unwrap_or_default(),
            charts: charts.iter().map(|(metric, outcome)| self.chart(metric, outcome)).collect(),
            variance: main.map(|(metric, outcome)| self.month_variances(metric, outcome)).unwrap_or_default(),
            variance_title: main.map(|(metric, _)| format!("Variance by month: {}", metric.name)).unwrap_or_default(),
            why: String::new(),
            strategy: measures(&self.key_figures(MetricSide::Strategic, self.fiscal_year())),
            tactic: measures(&self.key_figures(MetricSide::Tactical, self.fiscal_year())),
            tables: main.map(|(metric, outcome)| self.months_table(metric, outcome)).into_iter().collect(),
        }
    }

    /// One metric of each side: the first, in their order, with any figure.
    fn measured_metrics(&self) -> Vec<(&Metric, Outcome)> {
        let year = self.fiscal_year();
        let period = (year.first(), year.last());
        let first = |side| {
            let metrics = self.workspace.metrics.iter().filter(move |metric| metric.side == side);
            metrics
                .filter_map(|metric| Some((metric, self.outcome(&Lines::All, metric, period).ok()?)))
                .find(|(_, outcome)| outcome.to_date.is_some() || outcome.whole.is_some())
        };
        [MetricSide::Strategic, MetricSide::Tactical].into_iter().filter_map(first).collect()
    }

    fn chart(&self, metric: &Metric, outcome: &Outcome) -> Chart {
        let list = cumulative(&self.months_input(metric, outcome, Frame::new(CHART.0, CHART.1)).summed()).list;
        Chart {
            title: format!("{}, cumulative", metric.name),
            svg: svg(&list),
            alt: list.alt,
            note: metric.definition.clone(),
        }
    }

    fn month_variances(&self, metric: &Metric, outcome: &Outcome) -> Vec<MonthVariance> {
        let currency = self.workspace.settings.currency;
        let row = |month: &forecast::OutcomeMonth| MonthVariance {
            month: month.month.short_name().to_owned(),
            value: month.variance,
            text: month.variance.map(|v| format::difference(v, metric.unit, currency)).unwrap_or_default(),
            good: month.variance.is_some_and(|v| (v > 0.0) == (metric.better == domain::Better::Higher)),
        };
        outcome.months.iter().map(row).collect()
    }

    fn months_table(&self, metric: &Metric, outcome: &Outcome) -> Table {
        let currency = self.workspace.settings.currency;
        let text = |value: f64| format::figure(value, metric.unit, currency);
        let row = |month: &forecast::OutcomeMonth| {
            vec![
                format!("{} {}", month.month.short_name(), month.month.year()),
                month.projected.map(|range| text(range.mid)).unwrap_or_default(),
                month.actual.map(text).unwrap_or_default(),
                month.variance.map(|v| format::difference(v, metric.unit, currency)).unwrap_or_default(),
            ]
        };
        Table {
            title: metric.name.to_string(),
            columns: vec![
                Column::words("Month"),
                Column::figures("Projected"),
                Column::figures("Actual"),
                Column::figures("Variance"),
            ],
            rows: outcome.months.iter().map(row).collect(),
        }
    }

    /// Key figures for the summary, one from each side.
    pub(super) fn headline_figures(&self) -> Vec<KeyFigure> {
        let sides = [MetricSide::Strategic, MetricSide::Tactical]
            .map(|side| self.key_figures(side, self.fiscal_year()).into_iter().next());
        let figure = |figure: crate::wire::KeyFigure| KeyFigure {
            label: figure.label,
            value: figure.value,
            note: figure.notes.into_iter().next().unwrap_or_default(),
        };
        sides.into_iter().flatten().map(figure).collect()
    }

    /// The main metric's variance in a sentence.
    pub(super) fn variance_finding(&self) -> Option<String> {
        let charts = self.measured_metrics();
        let (metric, outcome) = charts.first()?;
        outcome.to_date.map(|_| format!("{}.", self.headline(metric, outcome)))
    }
}

fn measures(figures: &[crate::wire::KeyFigure]) -> Vec<Measure> {
    let measure = |figure: &crate::wire::KeyFigure| Measure {
        label: figure.label.clone(),
        value: figure.value.clone(),
        plan: figure.notes.iter().find(|note| note.starts_with("plan ")).cloned().unwrap_or_default(),
    };
    figures.iter().map(measure).collect()
}
