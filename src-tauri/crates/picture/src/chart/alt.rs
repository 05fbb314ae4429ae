//! A chart's finding in words, for a reader who cannot see it.
//!
//! Owns: sentences from figures by month. Must not know: what is drawn.

use super::frame::{Frame, Span};
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
            Some(if own.len() == all.len() {
                carried(input, month, &own)
            } else {
                latest(input, month, "{side} to {month}{good}")
            })
        }
        Figures::Level => Some(latest(input, month, "{side} in {month}{good}")),
    }
}

/// How far from plan the last month stands.
fn latest(input: &MonthsInput, month: usize, stands: &str) -> String {
    let language = input.measure.language;
    let (side, good) = sides(&input.measure, input.variance(month).unwrap_or(0.0));
    language.fill(stands, &[("side", &side), ("month", &language.month(input.span().month(month))), ("good", good)])
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
    let language = measure.language;
    let carried = |at: usize| language.fill("; {month} carried it", &[("month", language.say(span.month(at).name()))]);
    let most = most.map(|(at, _)| carried(*at)).unwrap_or_default();
    let to = [("side", side.as_str()), ("month", &language.month(span.month(month))), ("good", good)];
    language.fill("{side} to {month}{good}", &to) + &most
}

/// "€56k above plan, which is better", "On plan".
pub(super) fn against_plan(measure: &Measure, variance: f64) -> String {
    let (side, good) = sides(measure, variance);
    format!("{side}{good}")
}

/// How far from plan, and whether that is good.
fn sides(measure: &Measure, variance: f64) -> (String, &'static str) {
    if measure.figure(variance) == measure.figure(0.0) {
        return (measure.language.say("On plan").to_owned(), "");
    }
    let side = if variance > 0.0 { "{figure} above plan" } else { "{figure} below plan" };
    let good = if measure.good(variance) { ", which is better" } else { ", which is worse" };
    let distance = measure.figure(variance.abs());
    (measure.language.fill(side, &[("figure", &distance)]), measure.language.say(good))
}

/// "Projected €8.76M by Dec 2026, between €7M to €10.5M." and the same of the reforecast.
pub(super) fn landing(input: &MonthsInput) -> Vec<String> {
    [projected(input), reforecast(input)].into_iter().flatten().collect()
}

fn projected(input: &MonthsInput) -> Option<String> {
    lands(input, "Projected {value} by {month}{range}.", input.last(MonthsInput::projected))
}

/// "Reforecast €8.8M by Dec 2026."
pub(super) fn reforecast(input: &MonthsInput) -> Option<String> {
    lands(input, "Reforecast {value} by {month}{range}.", input.last(MonthsInput::reforecast))
}

fn lands(input: &MonthsInput, sentence: &str, last: Option<(usize, super::Projected)>) -> Option<String> {
    let (month, figure) = last?;
    let (measure, language) = (&input.measure, input.measure.language);
    let (month, value) = (language.month(input.span().month(month)), measure.figure(figure.mid));
    let range = range_of(measure, figure);
    Some(language.fill(sentence, &[("value", &value), ("month", &month), ("range", &range)]))
}

/// ", range €7M to €10.5M"; empty without a doubt.
pub(super) fn range_of(measure: &Measure, figure: super::Projected) -> String {
    let range = |(low, high)| measure.language.fill(", range {range}", &[("range", &measure.range(low, high))]);
    figure.doubt().map(range).unwrap_or_default()
}

/// "Jan 2026 to Dec 2026".
pub(super) fn span(measure: &Measure, span: Span) -> String {
    let language = measure.language;
    let name = |at| language.month(span.month(at));
    match span.count {
        0 => String::new(),
        1 => name(0),
        count => language.fill("{from} to {to}", &[("from", &name(0)), ("to", &name(count - 1))]),
    }
}

/// "Measured to May 2026: €2.66M." or that nothing is.
pub(super) fn measured(input: &MonthsInput) -> String {
    let language = input.measure.language;
    let last = input.last_actual().and_then(|month| Some((month, input.actual(month)?)));
    last.map_or_else(
        || language.say("Nothing measured yet.").to_owned(),
        |(month, value)| {
            let month = language.month(input.span().month(month));
            language.fill("Actual {value} in {month}.", &[("value", &input.measure.figure(value)), ("month", &month)])
        },
    )
}
