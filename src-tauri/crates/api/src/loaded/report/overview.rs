//! The first sheet: what the file is, and the main metric of each side by month, with its charts.

use domain::{Audience, MetricSide};
use press::{Area, At, BookChart, BookSeries, Cell, ChartForm, Formula, Sheet, SheetName};

use super::figures::{Figures, Grid, MetricFigures, month_words};
use super::variance::{DIFFERENCE, MOTION, Variance};
use super::{Report, SAME, row_number, unit};

/// Columns of the table.
const MONTH: u16 = 0;
const PROJECTED: u16 = 1;
const ACTUAL: u16 = 2;
const HEAD: [&str; 6] = ["Month", "Projected", "Actual", "Variance", "Projected, added up", "Actual, added up"];
/// Where the charts stand beside it: columns without a width of their own have 64 pixels.
const CHARTS: [u16; 2] = [7, 15];
/// Width and height of a chart in pixels: less than the eight columns between them, and a table's height.
const CHART: (u32, u32) = (490, 300);
/// The tokens `strategy`, `accent-line`, `tactic`, and a paler one of its kind.
const STRATEGY: (u32, u32) = (0x000B_6353, 0x00A9_CFC4);
const TACTIC: (u32, u32) = (0x00B4_511B, 0x00E8_C0A6);

impl Report<'_> {
    pub(super) fn overview(
        &self,
        figures: &Figures<'_>,
        projections: &Grid,
        actuals: &Grid,
        variance: &Variance,
    ) -> Sheet {
        let mut sheet = Sheet {
            name: SheetName::Overview,
            rows: self.facts(),
            widths: vec![16.0, 16.0, 16.0, 16.0, 20.0, 20.0],
            table: None,
            charts: Vec::new(),
        };
        for side in [MetricSide::Strategic, MetricSide::Tactical] {
            let Some((at, metric)) = main(figures, side) else { continue };
            sheet.rows.push(Vec::new());
            let top = row_number(sheet.rows.len());
            sheet.rows.extend(self.by_month(figures, (at, metric), projections, actuals, top));
            sheet.charts.extend(charts(metric, top, variance.blocks.get(&at).copied(), side));
        }
        sheet
    }

    /// What the file is.
    fn facts(&self) -> Vec<Vec<Cell>> {
        let workspace = &self.seen.workspace;
        let readers = match self.audience {
            Audience::Internal => "Us",
            Audience::Client => "A client",
            Audience::Partner => "A partner",
        };
        let year = self.seen.fiscal_year();
        let facts = [
            ("Scenario", self.told.scenario_name()),
            ("For", readers.to_owned()),
            ("As of", self.seen.today.to_string()),
            ("Fiscal year", format!("{} to {}", month_words(year.first()), month_words(year.last()))),
            ("Currency", workspace.settings.currency.to_string()),
            ("Figures", "Projected: what the motions are expected to do, given their inputs. Actual: measured or counted in deals. Strategic and tactical figures are never added.".to_owned()),
        ];
        let row = |(name, words): (&str, String)| vec![Cell::Heading(name.to_owned()), Cell::Note(words)];
        let title = vec![Cell::Title(workspace.settings.name.to_string())];
        std::iter::once(title).chain(facts.into_iter().map(row)).collect()
    }

    /// A finding, and the months of the year below it with a total.
    fn by_month(
        &self,
        figures: &Figures<'_>,
        (at, told): (usize, &MetricFigures<'_>),
        projections: &Grid,
        actuals: &Grid,
        top: u32,
    ) -> Vec<Vec<Cell>> {
        let unit = unit(told.metric, self.seen.workspace.settings.currency);
        let months = &told.all.year.months;
        let last_measured = told.all.year.to_date.map(|to| to.month);
        let first = top + 2;
        let own = |row, column| At { sheet: SheetName::Overview, row, column };
        let down = |column, last| {
            Formula::Sum(Area { sheet: SheetName::Overview, first: (first, column), last: (last, column) })
        };
        let mut rows = vec![
            vec![Cell::Heading(self.seen.headline(told.metric, &told.all.year))],
            HEAD.iter().map(|word| Cell::Head((*word).to_owned())).collect(),
        ];
        let mut sums = (0.0, 0.0);
        for (index, month) in months.iter().enumerate() {
            let row = first + row_number(index);
            let planned = month.projected.map(|range| range.mid);
            let sum = |grid: &Grid, lines: f64, value: f64| {
                let area = grid.of_metric(at, (month.month, month.month)).filter(|_| (lines - value).abs() < SAME);
                area.map_or(Cell::Figure(value, unit), |area| Cell::Formula(Formula::Sum(area), Some(value), unit))
            };
            let of_lines = |of: &dyn Fn(&forecast::OutcomeMonth) -> Option<f64>| {
                told.lines.iter().filter_map(|line| of(&line.year.months[index])).sum::<f64>()
            };
            let measured = last_measured.is_some_and(|last| month.month <= last);
            sums = (sums.0 + planned.unwrap_or(0.0), sums.1 + month.actual.unwrap_or(0.0));
            let projected_lines = of_lines(&|month| month.projected.map(|range| range.mid));
            let actual_lines = of_lines(&|month| month.actual);
            rows.push(vec![
                Cell::Text(month_words(month.month)),
                planned.map_or(Cell::Empty, |value| sum(projections, projected_lines, value)),
                month.actual.map_or(Cell::Empty, |value| sum(actuals, actual_lines, value)),
                month.variance.filter(|_| planned.is_some()).map_or(Cell::Empty, |value| {
                    Cell::Formula(Formula::Minus(own(row, ACTUAL), own(row, PROJECTED)), Some(value), unit)
                }),
                Cell::Formula(down(PROJECTED, row), Some(sums.0), unit),
                if measured { Cell::Formula(down(ACTUAL, row), Some(sums.1), unit) } else { Cell::Empty },
            ]);
        }
        let last = first + row_number(months.len()).saturating_sub(1);
        rows.push(vec![
            Cell::Strong(format!("FY {}", figures.year.year)),
            Cell::Total(down(PROJECTED, last), Some(sums.0), unit),
            Cell::Total(down(ACTUAL, last), Some(sums.1), unit),
        ]);
        rows
    }
}

/// The side's first key figure that adds up and has figures; without one, its first metric that does.
fn main<'a>(figures: &'a Figures<'a>, side: MetricSide) -> Option<(usize, &'a MetricFigures<'a>)> {
    let fits = |told: &&MetricFigures<'_>| {
        told.metric.side == side
            && told.adds
            && !told.lines.is_empty()
            && (told.all.year.whole.is_some() || told.all.year.to_date.is_some())
    };
    let found = || figures.metrics.iter().enumerate().filter(|(_, told)| fits(told));
    found().find(|(_, told)| told.metric.headline && told.all.year.whole.is_some()).or_else(|| found().next())
}

/// Projected beside actual by month; variance by motion.
fn charts(told: &MetricFigures<'_>, top: u32, block: Option<(u32, u32)>, side: MetricSide) -> Vec<BookChart> {
    let (color, pale) = if side == MetricSide::Tactical { TACTIC } else { STRATEGY };
    let name = &told.metric.name;
    let head = top + 1;
    let months = (head + 1, head + row_number(told.all.year.months.len()));
    let series = |column: u16, color: u32| BookSeries {
        name: At { sheet: SheetName::Overview, row: head, column },
        points: Area { sheet: SheetName::Overview, first: (months.0, MONTH), last: (months.1, MONTH) },
        values: Area { sheet: SheetName::Overview, first: (months.0, column), last: (months.1, column) },
        color,
    };
    let mut charts = vec![BookChart {
        at: (top, CHARTS[0]),
        size: CHART,
        form: ChartForm::Columns,
        title: format!("{name}: projected and actual by month"),
        alt: format!("Columns for each month of the fiscal year: {name} as projected, and as it was."),
        series: vec![series(PROJECTED, pale), series(ACTUAL, color)],
    }];
    charts.extend(block.map(|(first, last)| {
        let area = |column| Area { sheet: SheetName::Variance, first: (first, column), last: (last, column) };
        BookChart {
            at: (top, CHARTS[1]),
            size: CHART,
            form: ChartForm::Bars,
            title: format!("{name}: variance by motion"),
            alt: format!("A bar for each motion: how far {name} is above or below its plan to date."),
            series: vec![BookSeries {
                name: At { sheet: SheetName::Variance, row: 0, column: DIFFERENCE },
                points: area(MOTION),
                values: area(DIFFERENCE),
                color,
            }],
        }
    }));
    charts
}
