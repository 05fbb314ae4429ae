//! What small multiples say: beside the panels, in the readout, aloud and as a table.

use super::super::frame::name;
use super::super::measure::Measure;
use super::super::{Cell, ChartTable, Reading, alt};
use super::{MultiplesInput, MultiplesPanel, span};
use crate::format;

/// "+10% to plan", or the amount where the plan is nothing.
pub(super) fn to_plan(measure: &Measure, actual: f64, plan: Option<f64>) -> String {
    match plan {
        None => format!("{}, no plan", measure.figure(actual)),
        Some(plan) if measure.figure(actual - plan) == measure.figure(0.0) => "on plan".to_owned(),
        // A share of nothing, or many times the plan, says less than the amount.
        Some(plan) if plan <= 0.0 || (actual / plan).abs() >= 10.0 => {
            format!("{} to plan", measure.difference(actual - plan))
        }
        Some(plan) => format!("{} to plan", format::percent_difference(actual / plan - 1.0)),
    }
}

pub(super) fn readings(input: &MultiplesInput, panel: &MultiplesPanel) -> Vec<Reading> {
    let figure = |id: &str, name: &str, value: Option<f64>| {
        value.map(|value| Reading::new(id, name, Some(value), input.measure.figure(value)))
    };
    let latest = panel.latest();
    let variance = panel.variance();
    let all = [
        figure("series:actual", "Actual", latest.map(|(actual, _)| actual)),
        figure("series:projected", "Projected", latest.and_then(|(_, plan)| plan)),
        variance.map(|value| Reading::new("series:variance", "Variance", Some(value), input.measure.difference(value))),
    ];
    all.into_iter().flatten().collect()
}

pub(super) fn said(input: &MultiplesInput, shown: &[&MultiplesPanel]) -> String {
    let subject = format!("{} by motion, {}", input.measure.name, alt::span(&input.measure, span(input)));
    let mut compared: Vec<(&str, f64)> =
        shown.iter().filter_map(|panel| Some((panel.name.as_str(), panel.variance()?))).collect();
    compared.sort_by(|a, b| b.1.total_cmp(&a.1));
    let good = compared.iter().filter(|(_, value)| *value == 0.0 || input.measure.good(*value)).count();
    let finding = (!compared.is_empty()).then(|| format!("{good} of {} on plan or better", compared.len()));
    let end = |(name, value): &(&str, f64)| format!("{name} {}", input.measure.difference(*value));
    let ends: Vec<String> = match compared.as_slice() {
        [] => vec!["Nothing measured yet.".to_owned()],
        [one] => vec![format!("{}.", end(one))],
        [first, .., last] => vec![format!("From {} to {}.", end(first), end(last))],
    };
    alt::text(&subject, &input.frame, finding, &ends)
}

/// One row for each motion and month.
pub(super) fn table(input: &MultiplesInput) -> ChartTable {
    let mut table = ChartTable::new(&["Motion", "Month", "Actual", "Projected", "Variance"]);
    for panel in &input.panels {
        for (index, month) in span(input).months().enumerate() {
            let (actual, plan) = (panel.actual(index), panel.projected(index));
            let figure = |value| Cell::figure(value, |value| input.measure.figure(value));
            let variance = actual.zip(plan).map(|(actual, plan)| actual - plan);
            table.rows.push(vec![
                Cell::word(&panel.name),
                Cell::word(name(month)),
                figure(actual),
                figure(plan),
                Cell::figure(variance, |value| input.measure.difference(value)),
            ]);
        }
    }
    table
}
