//! Planned beside measured in the fiscal year, metric by metric and motion by motion, each to its last measured month.

use std::collections::BTreeMap;

use domain::{Month, MotionId};
use forecast::{OutcomeMonth, ToDate};
use press::{Area, At, Cell, Formula, Sheet, SheetName, Unit};

use super::figures::{Figures, Grid, LineFigures, MetricFigures, month_words};
use super::{SAME, list, row_number, text, unit, word};

/// The sheet, and where each metric's motions lie in it.
pub(super) struct Variance {
    pub(super) sheet: Sheet,
    /// First and last row of each metric's lines.
    pub(super) blocks: BTreeMap<usize, (u32, u32)>,
}

/// Columns of the sheet.
pub(super) const MOTION: u16 = 2;
const PLANNED: u16 = 4;
const ACTUAL: u16 = 5;
pub(super) const DIFFERENCE: u16 = 6;

const HEAD: [&str; 10] =
    ["Side", "Metric", "Motion", "To", "Planned", "Actual", "Variance", "Variance, %", "Planned for the year", "Why"];

/// Where a line's figures lie: one line's, or all of a metric.
struct Cells {
    planned: Option<Area>,
    actual: Option<Area>,
    /// What stands there, added up.
    sums: (f64, f64),
}

impl Figures<'_> {
    pub(super) fn variance(&self, projections: &Grid, actuals: &Grid) -> Variance {
        let mut rows = Vec::new();
        let mut blocks = BTreeMap::new();
        for (at, figures) in self.metrics.iter().enumerate() {
            for (line, told) in figures.lines.iter().enumerate() {
                let row = row_number(rows.len()) + 1;
                let months = self.to_date(told);
                let cells = Cells {
                    planned: projections.of_line(at, line, months),
                    actual: actuals.of_line(at, line, months),
                    sums: sums(std::slice::from_ref(told), months.1),
                };
                rows.push(self.row(figures, told, &cells, row));
                blocks.entry(at).or_insert((row, row)).1 = row;
            }
            let months = self.to_date(&figures.all);
            let cells = Cells {
                planned: projections.of_metric(at, months),
                actual: actuals.of_metric(at, months),
                sums: sums(&figures.lines, months.1),
            };
            let row = row_number(rows.len()) + 1;
            rows.push(self.row(figures, &figures.all, &cells, row));
        }
        let widths = [11.0, 28.0, 34.0, 11.0, 16.0, 16.0, 16.0, 12.0, 16.0, 50.0];
        Variance { sheet: list(SheetName::Variance, &HEAD, rows, &widths, 3), blocks }
    }

    /// From the year's first month to the line's last measured one.
    fn to_date(&self, line: &LineFigures) -> (Month, Month) {
        (self.year.first(), line.year.to_date.map_or(self.year.first(), |to| to.month))
    }

    fn row(&self, figures: &MetricFigures<'_>, line: &LineFigures, cells: &Cells, row: u32) -> Vec<Cell> {
        let currency = self.seen.workspace.settings.currency;
        let unit = unit(figures.metric, currency);
        let is_total = line.motion.is_none() && line.name == figures.all.name;
        let name = if is_total { Cell::Strong(line.name.clone()) } else { text(&line.name) };
        let mut told = vec![word(figures.metric.side), text(&figures.metric.name), name];
        let show = |formula: Option<Formula>, value: f64, unit: Unit| match (formula, is_total) {
            (Some(formula), true) => Cell::Total(formula, Some(value), unit),
            (Some(formula), false) => Cell::Formula(formula, Some(value), unit),
            (None, true) => Cell::StrongFigure(value, unit),
            (None, false) => Cell::Figure(value, unit),
        };
        // A sum of cells stands for the figure only where it is the figure.
        let sum = |area: Option<Area>, sum: f64, value: f64| {
            area.filter(|_| figures.adds && (sum - value).abs() < SAME).map(Formula::Sum)
        };
        if let Some(to) = line.year.to_date {
            let planned = to.projected.map(|value| show(sum(cells.planned, cells.sums.0, value), value, unit));
            told.push(text(month_words(to.month)));
            told.push(planned.unwrap_or(Cell::Empty));
            told.push(show(sum(cells.actual, cells.sums.1, to.actual), to.actual, unit));
            told.extend(difference(&to, row, unit, &show));
        } else {
            told.extend(std::iter::repeat_n(Cell::Empty, 5));
        }
        told.push(line.year.whole.map_or(Cell::Empty, |range| show(None, range.mid, unit)));
        told.push(text(self.why(figures, line.motion)));
        told
    }

    fn why(&self, figures: &MetricFigures<'_>, motion: Option<MotionId>) -> String {
        let reasons = &self.seen.workspace.variance_reasons;
        let reason = reasons.iter().find(|row| Some(row.motion) == motion && row.metric == figures.metric.key);
        reason.map(|row| row.reason.clone()).unwrap_or_default()
    }
}

/// The difference of the row's two figures, and what part of the plan it is.
fn difference(to: &ToDate, row: u32, unit: Unit, show: &dyn Fn(Option<Formula>, f64, Unit) -> Cell) -> [Cell; 2] {
    let at = |column| At { sheet: SheetName::Variance, row, column };
    let Some(variance) = to.variance.filter(|_| to.projected.is_some()) else { return [Cell::Empty, Cell::Empty] };
    let part = Formula::Part(at(DIFFERENCE), at(PLANNED));
    [
        show(Some(Formula::Minus(at(ACTUAL), at(PLANNED))), variance, unit),
        Cell::Formula(part, to.variance_ratio, Unit::Change),
    ]
}

/// Planned and measured of these lines up to a month of the year.
fn sums(lines: &[LineFigures], to: Month) -> (f64, f64) {
    let months = || lines.iter().flat_map(|line| &line.year.months).filter(|month| month.month <= to);
    let planned = |month: &OutcomeMonth| month.projected.map(|range| range.mid);
    (months().filter_map(planned).sum(), months().filter_map(|month| month.actual).sum())
}
