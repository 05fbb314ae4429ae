//! What is projected and measured by month: one sheet each, and where every line lies in it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{FiscalYear, Key, Line, Lines, Metric, MetricSide, Month, MotionId, OverMonths, OverMotions};
use forecast::{Outcome, OutcomeMonth};
use press::{Area, Cell, Formula, Sheet, SheetName};

use super::{list, row_number, text, unit, word};
use crate::loaded::Loaded;

/// Months before and after the fiscal year: a file may name some that are centuries apart.
const BEFORE: i32 = 24;
const AFTER: i32 = 36;
/// The first column of months.
const MONTHS_AT: u16 = 3;

/// Every metric that a motion is judged by or a side is known by, with its lines.
pub(super) struct Figures<'a> {
    pub(super) seen: &'a Loaded,
    pub(super) year: FiscalYear,
    pub(super) metrics: Vec<MetricFigures<'a>>,
    months: Vec<Month>,
}

/// One metric.
pub(super) struct MetricFigures<'a> {
    pub(super) metric: &'a Metric,
    /// Months and lines add up.
    pub(super) adds: bool,
    pub(super) lines: Vec<LineFigures>,
    pub(super) all: LineFigures,
}

/// One line of a metric: a motion, what several share, what is outside of them, or all.
pub(super) struct LineFigures {
    pub(super) name: String,
    pub(super) motion: Option<MotionId>,
    /// In the fiscal year.
    pub(super) year: Outcome,
    /// In all the months of the sheets.
    whole: Outcome,
}

impl<'a> Figures<'a> {
    pub(super) fn of(seen: &'a Loaded) -> Self {
        let workspace = &seen.workspace;
        let year = seen.fiscal_year();
        let active = workspace.motions.iter().filter(|motion| motion.active);
        let judged: BTreeSet<&Key> = active.flat_map(|motion| seen.judged_by(motion.id)).map(|m| &m.key).collect();
        let mut metrics: Vec<&Metric> =
            workspace.metrics.iter().filter(|metric| metric.headline || judged.contains(&metric.key)).collect();
        metrics.sort_by_key(|metric| (side_order(metric.side), metric.position));
        let spans = metrics.iter().filter_map(|metric| forecast::span(seen.ledger(), seen.planned(), &metric.key));
        let (mut first, mut last) = (year.first(), year.last());
        for span in spans {
            first = first.min(span.0.max(year.first().plus(-BEFORE)));
            last = last.max(span.1.min(year.last().plus(AFTER)));
        }
        let period = (first, last);
        let metrics = metrics.into_iter().filter_map(|metric| of_metric(seen, metric, year, period)).collect();
        Self { seen, year, metrics, months: first.to(last).collect() }
    }

    /// What is expected of each line by month.
    pub(super) fn projections(&self) -> Grid {
        self.grid(SheetName::Projections, &|month| month.projected.map(|range| range.mid), &|line| {
            line.whole.whole.map(|range| range.mid)
        })
    }

    /// What was measured and counted of each line by month.
    pub(super) fn actuals(&self) -> Grid {
        self.grid(SheetName::Actuals, &|month| month.actual, &|line| line.whole.to_date.map(|to| to.actual))
    }

    fn grid(
        &self,
        name: SheetName,
        of: &dyn Fn(&OutcomeMonth) -> Option<f64>,
        whole: &dyn Fn(&LineFigures) -> Option<f64>,
    ) -> Grid {
        let mut grid =
            Grid { sheet: empty(name), first: self.months[0], rows: BTreeMap::new(), blocks: BTreeMap::new() };
        let mut rows = Vec::new();
        for (at, figures) in self.metrics.iter().enumerate() {
            let currency = self.seen.workspace.settings.currency;
            let unit = unit(figures.metric, currency);
            let all = (!figures.adds).then_some(&figures.all);
            for (line, told) in figures.lines.iter().chain(all).enumerate() {
                let own: Vec<Option<f64>> = told.whole.months.iter().map(of).collect();
                if own.iter().flatten().all(|value| figures.adds && *value == 0.0) {
                    continue;
                }
                let row = row_number(rows.len()) + 1;
                let mut cells = vec![word(figures.metric.side), text(&figures.metric.name), text(&told.name)];
                cells.extend(own.iter().map(|value| value.map_or(Cell::Empty, |value| Cell::Figure(value, unit))));
                cells.push(if figures.adds {
                    let last = MONTHS_AT + u16::try_from(self.months.len()).unwrap_or(0) - 1;
                    let area = Area { sheet: name, first: (row, MONTHS_AT), last: (row, last) };
                    Cell::Total(Formula::Sum(area), Some(own.iter().flatten().sum()), unit)
                } else {
                    whole(told).map_or(Cell::Empty, |value| Cell::StrongFigure(value, unit))
                });
                rows.push(cells);
                if line < figures.lines.len() {
                    grid.rows.insert((at, line), row);
                    grid.blocks.entry(at).or_insert((row, row)).1 = row;
                }
            }
        }
        let months: Vec<String> = self.months.iter().copied().map(month_words).collect();
        let mut head = vec!["Side", "Metric", "Motion"];
        head.extend(months.iter().map(String::as_str));
        head.push("Total");
        grid.sheet = list(name, &head, rows, &[11.0, 28.0, 34.0, 13.0], MONTHS_AT);
        grid
    }
}

/// A sheet of lines and months.
pub(super) struct Grid {
    pub(super) sheet: Sheet,
    first: Month,
    /// Row of each line, by metric and line.
    rows: BTreeMap<(usize, usize), u32>,
    /// First and last row of each metric's lines.
    blocks: BTreeMap<usize, (u32, u32)>,
}

impl Grid {
    /// The cells of one line in these months.
    pub(super) fn of_line(&self, metric: usize, line: usize, months: (Month, Month)) -> Option<Area> {
        let row = *self.rows.get(&(metric, line))?;
        self.area((row, row), months)
    }

    /// The cells of all lines of a metric in these months.
    pub(super) fn of_metric(&self, metric: usize, months: (Month, Month)) -> Option<Area> {
        self.area(*self.blocks.get(&metric)?, months)
    }

    fn area(&self, rows: (u32, u32), (from, to): (Month, Month)) -> Option<Area> {
        let column = |month: Month| u16::try_from(self.first.to(month).count()).ok()?.checked_add(MONTHS_AT - 1);
        Some(Area { sheet: self.sheet.name, first: (rows.0, column(from)?), last: (rows.1, column(to)?) })
    }
}

fn of_metric<'a>(
    seen: &Loaded,
    metric: &'a Metric,
    year: FiscalYear,
    period: (Month, Month),
) -> Option<MetricFigures<'a>> {
    let adds = metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum;
    let line = |name: String, motion: Option<MotionId>, lines: &Lines| {
        let year = seen.outcome(lines, metric, (year.first(), year.last())).ok()?;
        let whole = seen.outcome(lines, metric, period).ok()?;
        let says =
            |outcome: &Outcome| outcome.whole.is_some() || outcome.to_date.is_some_and(|to| !adds || to.actual != 0.0);
        (says(&year) || says(&whole)).then_some(LineFigures { name, motion, year, whole })
    };
    let mut motions: Vec<&domain::Motion> = seen.workspace.motions.iter().filter(|motion| motion.active).collect();
    motions.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    let own = motions.into_iter().map(|motion| (motion.name.to_string(), Some(motion.id), Line::Motion(motion.id)));
    let others = [("Shared by motions", Line::Shared), ("Outside motions", Line::Outside)];
    let others = others.into_iter().filter(|_| adds).map(|(name, line)| (name.to_owned(), None, line));
    let lines = own.chain(others).filter_map(|(name, motion, of)| line(name, motion, &Lines::one(of))).collect();
    Some(MetricFigures { metric, adds, lines, all: line("All motions".to_owned(), None, &Lines::All)? })
}

/// "Jul 2026".
pub(super) fn month_words(month: Month) -> String {
    format!("{} {}", month.short_name(), month.year())
}

fn side_order(side: MetricSide) -> u8 {
    match side {
        MetricSide::Strategic => 0,
        MetricSide::Tactical => 1,
        MetricSide::Both => 2,
    }
}

fn empty(name: SheetName) -> Sheet {
    list(name, &[], Vec::new(), &[], 0)
}
