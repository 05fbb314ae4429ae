//! A chart's finding in words, for a reader who cannot see it.
//!
//! Owns: sentences from figures by month. Must not know: what is drawn.

use super::frame::{Frame, name};
use super::input::{Figures, MonthsInput};
use super::measure::Measure;

/// "Name, how, span. Finding. Details.", the finding as given or as worked out.
pub(super) fn text(subject: &str, frame: &Frame, own: Option<String>, details: &[String]) -> String {
    let finding = frame.finding.clone().or(own).map(|finding| match finding.trim_end_matches(['.', ' ']) {
        "" => String::new(),
        words => format!(" {words}."),
    });
    let mut text = format!("{subject}.{}", finding.unwrap_or_default());
    for detail in details.iter().filter(|detail| !detail.is_empty()) {
        text.push(' ');
        text.push_str(detail);
    }
    text
}

/// "€56k above plan to May 2026, which is better; May carried it"; none where nothing can be compared.
pub(super) fn finding(input: &MonthsInput) -> Option<String> {
    let month = (0..input.span().count).rev().find(|month| input.variance(*month).is_some())?;
    let all: Vec<(usize, f64)> = (0..=month).filter_map(|at| Some((at, input.variance(at)?))).collect();
    match input.figures {
        Figures::Own => Some(carried(input, month, &all)),
        Figures::ToDate => {
            let before = |at: usize| if at == 0 { Some(0.0) } else { input.variance(at - 1) };
            let own: Vec<(usize, f64)> = all.iter().filter_map(|(at, sum)| Some((*at, sum - before(*at)?))).collect();
            // Without a figure in each month the differences are not the months' own.
            Some(if own.len() == all.len() { carried(input, month, &own) } else { latest(input, month, "to") })
        }
        Figures::Level => Some(latest(input, month, "in")),
    }
}

/// How far from plan the last month stands.
fn latest(input: &MonthsInput, month: usize, when: &str) -> String {
    let (side, good) = sides(&input.measure, input.variance(month).unwrap_or(0.0));
    format!("{side} {when} {}{good}", name(input.span().month(month)))
}

/// How far from plan months are together, and which of them made most of it.
fn carried(input: &MonthsInput, month: usize, own: &[(usize, f64)]) -> String {
    let (measure, span) = (&input.measure, input.span());
    let variance: f64 = own.iter().map(|(_, variance)| variance).sum();
    let (side, good) = sides(measure, variance);
    // Well over half of it in one month.
    let toward = |value: f64| value * variance.signum();
    let most = own.iter().max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    let most = most.filter(|(_, value)| own.len() > 1 && !good.is_empty() && toward(*value) > variance.abs() * 0.6);
    let most = most.map(|(at, _)| format!("; {} carried it", span.month(*at).name())).unwrap_or_default();
    format!("{side} to {}{good}{most}", name(span.month(month)))
}

/// "€56k above plan, which is better", "On plan".
pub(super) fn against_plan(measure: &Measure, variance: f64) -> String {
    let (side, good) = sides(measure, variance);
    format!("{side}{good}")
}

/// How far from plan, and whether that is good.
fn sides(measure: &Measure, variance: f64) -> (String, &'static str) {
    if measure.figure(variance) == measure.figure(0.0) {
        return ("On plan".to_owned(), "");
    }
    let side = if variance > 0.0 { "above" } else { "below" };
    let good = if measure.good(variance) { ", which is better" } else { ", which is worse" };
    (format!("{} {side} plan", measure.figure(variance.abs())), good)
}

/// "Projected €8.76M by Dec 2026, between €7M to €10.5M." and the same of the reforecast.
pub(super) fn landing(input: &MonthsInput) -> Vec<String> {
    let of = |word: &str, last: Option<(usize, super::Projected)>| {
        let (month, figure) = last?;
        let range = figure.doubt().map(|(low, high)| format!(", range {}", input.measure.range(low, high)));
        let (by, value) = (name(input.span().month(month)), input.measure.figure(figure.mid));
        Some(format!("{word} {value} by {by}{}.", range.unwrap_or_default()))
    };
    let plan = of("Projected", input.last(MonthsInput::projected));
    let later = of("Reforecast", input.last(MonthsInput::reforecast));
    [plan, later].into_iter().flatten().collect()
}

/// "Measured to May 2026: €2.66M." or that nothing is.
pub(super) fn measured(input: &MonthsInput) -> String {
    let last = input.last_actual().and_then(|month| Some((month, input.actual(month)?)));
    last.map_or_else(
        || "Nothing measured yet.".to_owned(),
        |(month, value)| format!("Actual {} in {}.", input.measure.figure(value), name(input.span().month(month))),
    )
}
