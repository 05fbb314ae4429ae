//! The pages on projected against actual.

use domain::{Lines, Metric, MetricSide, SectionContent, SectionKind};
use forecast::Outcome;
use picture::svg::{Letters, SvgOptions, write};
use picture::{DisplayList, Theme};
use press::{Chart, Column, KeyFigure, Measure, MonthVariance, Outcomes, Table};

use super::Writer;
use crate::loaded::figures::Headline;
use crate::wire::{ChartKind, ChartRequest};

/// Size of a chart on the page, in pixels of its own.
const CHART: (f32, f32) = (680.0, 320.0);

/// Each scenario from its low to its high end.
const SCENARIOS: (ChartKind, &str, f32) = (ChartKind::Scenarios, "scenarios_chart", 220.0);

impl Writer<'_> {
    pub(super) fn outcomes_page(&self) -> Outcomes {
        let Some(section) = self.section(SectionKind::Outcomes) else { return Outcomes::default() };
        let SectionContent::Outcomes { months } = section.content else { return Outcomes::default() };
        let charts: Vec<(&Metric, Outcome)> = self.measured_metrics();
        let main = charts.first();
        Outcomes {
            heading: self.heading(SectionKind::Outcomes),
            lead: main
                .and_then(|(metric, outcome)| self.stands(metric, outcome))
                .map(|said| format!("{said}."))
                .unwrap_or_default(),
            charts: self.charts(&charts),
            variance: main.map(|(metric, outcome)| self.month_variances(metric, outcome)).unwrap_or_default(),
            variance_title: main
                .map(|(metric, _)| self.words.say("variance_of", &[("metric", metric.name.as_str())]))
                .unwrap_or_default(),
            why: String::new(),
            strategy: self.measures(&self.key_figures_of(MetricSide::Strategic)),
            tactic: self.measures(&self.key_figures_of(MetricSide::Tactical)),
            tables: main
                .filter(|_| months)
                .map(|(metric, outcome)| self.months_table(metric, outcome))
                .into_iter()
                .collect(),
        }
    }

    /// One metric of each side: the first, in their order, with any figure.
    fn measured_metrics(&self) -> Vec<(&Metric, Outcome)> {
        let year = self.loaded.fiscal_year();
        let period = (year.first(), year.last());
        let first = |side| {
            let of_side = move |metric: &&Metric| metric.side == side && self.shows_metric(metric);
            let metrics = self.loaded.workspace.metrics.iter().filter(of_side);
            metrics
                .filter_map(|metric| Some((metric, self.loaded.outcome(&Lines::All, metric, period).ok()?)))
                .find(|(_, outcome)| outcome.to_date.is_some() || outcome.whole.is_some())
        };
        [MetricSide::Strategic, MetricSide::Tactical].into_iter().filter_map(first).collect()
    }

    /// Each side's plan with its doubt, and of the first metric what leads to the landing, what moves it most, and how the
    /// scenarios compare, as far as there is something to say.
    fn charts(&self, metrics: &[(&Metric, Outcome)]) -> Vec<Chart> {
        const OF_THE_FIRST: [(ChartKind, &str, f32); 3] =
            [(ChartKind::Waterfall, "landing_chart", 250.0), SCENARIOS, (ChartKind::Tornado, "drivers_chart", 290.0)];
        let to_date = |(metric, _): &(&Metric, Outcome)| {
            let note = metric.definition.clone();
            self.chart((ChartKind::Cumulative, "cumulative", CHART.1), metric).map(|chart| Chart { note, ..chart })
        };
        let first = metrics.first().map(|(metric, _)| *metric);
        // The scenarios have a section of their own where there is one.
        let own = self.section(SectionKind::Scenarios).is_some();
        let shown = |(kind, ..): &(ChartKind, &str, f32)| !(own && *kind == ChartKind::Scenarios);
        let further =
            |metric| OF_THE_FIRST.into_iter().filter(shown).filter_map(move |shown| self.chart(shown, metric));
        metrics.iter().filter_map(to_date).chain(first.into_iter().flat_map(further)).collect()
    }

    /// Where each scenario lands, of the main metric.
    pub(super) fn scenarios_chart(&self) -> Option<Chart> {
        let metrics = self.measured_metrics();
        self.chart(SCENARIOS, metrics.first()?.0)
    }

    /// One chart; none where it would have nothing to show.
    fn chart(&self, (kind, title, height): (ChartKind, &str, f32), metric: &Metric) -> Option<Chart> {
        let request = ChartRequest {
            kind,
            metric: metric.key.clone(),
            motion: None,
            year: None,
            first: None,
            last: None,
            width: CHART.0,
            height,
            hidden: Vec::new(),
            coarse: false,
        };
        let picture = self.loaded.chart_view(&request).ok()?.picture;
        (!picture.plot.is_empty()).then(|| Chart {
            title: self.words.say(title, &[("metric", metric.name.as_str())]),
            svg: svg(&picture.list),
            alt: picture.list.alt,
            note: String::new(),
        })
    }

    fn month_variances(&self, metric: &Metric, outcome: &Outcome) -> Vec<MonthVariance> {
        let currency = self.loaded.workspace.settings.currency;
        let row = |month: &forecast::OutcomeMonth| MonthVariance {
            month: self.words.short_month(month.month.number()).to_owned(),
            value: month.variance,
            text: month.variance.map(|v| self.language.difference(v, metric.unit, currency)).unwrap_or_default(),
            good: month.variance.is_some_and(|v| (v > 0.0) == (metric.better == domain::Better::Higher)),
        };
        outcome.months.iter().map(row).collect()
    }

    fn months_table(&self, metric: &Metric, outcome: &Outcome) -> Table {
        let currency = self.loaded.workspace.settings.currency;
        let text = |value: f64| self.language.figure(value, metric.unit, currency);
        let row = |month: &forecast::OutcomeMonth| {
            vec![
                format!("{} {}", self.words.short_month(month.month.number()), month.month.year()),
                month.projected.map(|range| text(range.mid)).unwrap_or_default(),
                month.actual.map(text).unwrap_or_default(),
                month.variance.map(|v| self.language.difference(v, metric.unit, currency)).unwrap_or_default(),
            ]
        };
        Table {
            title: metric.name.to_string(),
            columns: vec![
                Column::words(self.words.get("month")),
                Column::figures(self.words.get("projected")),
                Column::figures(self.words.get("actual")),
                Column::figures(self.words.get("difference")),
            ],
            rows: outcome.months.iter().map(row).collect(),
            totals: self.months_totals(metric, outcome),
        }
    }

    /// The months that were measured together, then the whole year.
    fn months_totals(&self, metric: &Metric, outcome: &Outcome) -> Vec<Vec<String>> {
        let currency = self.loaded.workspace.settings.currency;
        let text = |value: f64| self.language.figure(value, metric.unit, currency);
        let so_far = outcome.to_date.map(|to| {
            let variance = to.variance.map(|variance| self.language.difference(variance, metric.unit, currency));
            vec![
                self.words.say("to_month", &[("month", &self.words.month(to.month.first_day()))]),
                to.projected.map(text).unwrap_or_default(),
                text(to.actual),
                variance.unwrap_or_default(),
            ]
        });
        let year = outcome.whole.map(|whole| vec![self.words.get("whole_year").to_owned(), text(whole.mid)]);
        so_far.into_iter().chain(year).collect()
    }

    /// Key figures for the summary, one from each side.
    pub(super) fn headline_figures(&self) -> Vec<KeyFigure> {
        let sides =
            [MetricSide::Strategic, MetricSide::Tactical].map(|side| self.key_figures_of(side).into_iter().next());
        let figure = |figure: Headline| KeyFigure {
            // Without amounts, what stands beside a ratio goes too: it says what of how much.
            note: match (self.plan_of(&figure), self.shows_amounts()) {
                (None, true) => figure.beside,
                (plan, _) => plan.unwrap_or_default(),
            },
            label: figure.metric.name.to_string(),
            value: figure.value,
        };
        sides.into_iter().flatten().map(figure).collect()
    }

    fn key_figures_of(&self, side: MetricSide) -> Vec<Headline<'_>> {
        let mut figures = self.loaded.headlines(side, self.loaded.fiscal_year());
        figures.retain(|figure| self.shows_metric(figure.metric));
        figures
    }

    /// "plan 11.6%".
    fn plan_of(&self, figure: &Headline) -> Option<String> {
        figure.plan.as_ref().map(|plan| self.words.say("plan_is", &[("value", plan)]))
    }

    /// Where the main metric stands against its plan.
    pub(super) fn variance_finding(&self) -> Option<String> {
        let charts = self.measured_metrics();
        let (metric, outcome) = charts.first()?;
        self.stands(metric, outcome)
    }

    /// "Influenced revenue is €56k above plan to May 2026"; none below the metric's floor, and none without a plan.
    fn stands(&self, metric: &Metric, outcome: &Outcome) -> Option<String> {
        let to = outcome.to_date?;
        let variance = to.variance?;
        let month = self.words.month(to.month.first_day());
        let currency = self.loaded.workspace.settings.currency;
        let distance = self.language.difference(variance.abs(), metric.unit, currency);
        let key = match variance {
            0.0 => "finding_on_plan",
            above if above > 0.0 => "finding_above",
            _ => "finding_below",
        };
        let parts =
            [("metric", metric.name.as_str()), ("distance", distance.trim_start_matches('+')), ("month", &month)];
        Some(self.words.say(key, &parts))
    }

    fn measures(&self, figures: &[Headline]) -> Vec<Measure> {
        let measure = |figure: &Headline| Measure {
            label: figure.metric.name.to_string(),
            value: figure.value.clone(),
            plan: self.plan_of(figure).unwrap_or_default(),
        };
        figures.iter().map(measure).collect()
    }
}

fn svg(list: &DisplayList) -> String {
    write(list, Theme::Light, &SvgOptions { letters: Letters::Usvg, ..SvgOptions::default() })
}
