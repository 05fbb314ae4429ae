//! The figures of a chart over months in words: its readout and its table.
//!
//! Owns: names and order of series. Must not know: what they look like.

use super::frame;
use super::input::{MonthsInput, Projected};
use super::{Cell, ChartSeries, ChartTable, PlotMonth, Reading, strokes};

/// Every month with what is read out there. `x` and `y` tell where months and figures lie; no `y` where a figure is not
/// drawn at its own height.
pub(super) fn months(input: &MonthsInput, x: impl Fn(usize) -> f32, y: impl Fn(f64) -> Option<f32>) -> Vec<PlotMonth> {
    let month = |index: usize| PlotMonth {
        month: Some(input.span().month(index)),
        label: frame::name(input.span().month(index)),
        x: x(index),
        readings: readings(input, index, &y),
    };
    (0..input.span().count).map(month).collect()
}

fn readings(input: &MonthsInput, month: usize, y: &impl Fn(f64) -> Option<f32>) -> Vec<Reading> {
    let measure = &input.measure;
    let drawn = |id: &str, name: &str, value: Option<f64>| {
        value.map(|value| Reading { y: y(value), ..Reading::new(id, name, Some(value), measure.figure(value)) })
    };
    let doubt = |id: &str, name: &str, figure: Option<Projected>| {
        let (low, high) = figure?.doubt()?;
        Some(Reading::new(id, name, None, measure.range(low, high)))
    };
    let (plan, later) = (input.projected(month), input.reforecast(month));
    let variance = input.variance(month);
    let all = [
        drawn("series:actual", "Actual", input.actual(month)),
        drawn("series:projected", "Projected", plan.map(|plan| plan.mid)),
        doubt("series:range", "Range", plan),
        drawn("series:reforecast", "Reforecast", later.map(|later| later.mid)),
        doubt("series:reforecast_range", "Reforecast range", later),
        variance.map(|value| Reading::new("series:variance", "Variance", Some(value), measure.difference(value))),
    ];
    all.into_iter().flatten().collect()
}

/// The legend: what has a figure, the plan and its range under the names given.
pub(super) fn series(input: &MonthsInput, plan: &str, range: &str) -> Vec<ChartSeries> {
    let frame = &input.frame;
    let doubted =
        (0..input.span().count).any(|month| input.projected(month).is_some_and(|plan| plan.doubt().is_some()));
    let measured = input.last_actual().is_some();
    let (planned, later) = (input.last(MonthsInput::projected), input.last(MonthsInput::reforecast));
    let all = [
        measured.then(|| ChartSeries::line(frame, "series:actual", "Actual", strokes::actual())),
        planned.map(|_| ChartSeries::line(frame, "series:projected", plan, strokes::plan(&input.measure))),
        doubted.then(|| ChartSeries::area(frame, "series:range", range, strokes::range(&input.measure))),
        later.map(|_| ChartSeries::line(frame, "series:reforecast", "Reforecast", strokes::reforecast())),
    ];
    all.into_iter().flatten().collect()
}

/// One row for each month; columns that would be empty are left out.
pub(super) fn table(input: &MonthsInput) -> ChartTable {
    type Figure = fn(&MonthsInput, usize) -> Option<f64>;
    let columns: [(&str, Figure); 8] = [
        ("Actual", MonthsInput::actual),
        ("Projected", |input, month| Some(input.projected(month)?.mid)),
        ("Low", |input, month| input.projected(month)?.low),
        ("High", |input, month| input.projected(month)?.high),
        ("Variance", MonthsInput::variance),
        ("Reforecast", |input, month| Some(input.reforecast(month)?.mid)),
        ("Reforecast low", |input, month| input.reforecast(month)?.low),
        ("Reforecast high", |input, month| input.reforecast(month)?.high),
    ];
    let span = input.span();
    let filled = |(_, figure): &&(&str, Figure)| (0..span.count).any(|month| figure(input, month).is_some());
    let columns: Vec<&(&str, Figure)> = columns.iter().filter(filled).collect();
    let heads: Vec<&str> = ["Month"].into_iter().chain(columns.iter().map(|(name, _)| *name)).collect();
    let mut table = ChartTable::new(&heads);
    for index in 0..span.count {
        let mut row = vec![Cell::word(frame::name(span.month(index)))];
        row.extend(columns.iter().map(|(name, figure)| {
            let measure = &input.measure;
            let text = |value| if *name == "Variance" { measure.difference(value) } else { measure.figure(value) };
            Cell::figure(figure(input, index), text)
        }));
        table.rows.push(row);
    }
    table
}
