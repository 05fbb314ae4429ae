//! Where a figure comes from, in words. The figures are the ledger's own; here they are only written out.

use domain::metric::explain::SourceSum;
use domain::metric::ledger::{EntrySource, WhyLeftOut};
use domain::{
    Basis, ExplainedPart, Explanation, Key, Line, Lines, MetricUnit, Missing, Month, Projection, ProjectionModel,
    explain,
};
use picture::format;

use super::Loaded;
use crate::ErrorReply;
use crate::wire::*;

const DASH: &str = "—";

impl Loaded {
    pub(crate) fn explanation(&self, request: &ExplainRequest) -> Result<ExplanationView, ErrorReply> {
        let metric = self.metric(&request.metric)?;
        let lines = self.lines(request.motion)?;
        if request.last < request.first {
            return Err(ErrorReply::refused("A period ends after it begins: choose other months."));
        }
        let found = explain(self.ledger(), &metric.key, &lines, request.first, request.last)
            .ok_or_else(|| ErrorReply::refused("This metric is no longer there: choose another."))?;
        let planned = self.planned().value(self.ledger().library(), &metric.key, &lines, request.first, request.last);
        let figure = |value: f64| self.figure_text(value, metric.unit);
        // A formula of which no part has a figure has no numbers to put in: what was typed for it counts.
        let known = found.parts.iter().any(|part| part.figure.is_some());
        Ok(ExplanationView {
            value_text: found.value.figure.map_or_else(|| unknown(found.value.missing), figure),
            why: why_missing(&found),
            of: self.of_words(request),
            basis_text: basis_words(metric.basis).map(str::to_owned),
            formula_text: found.formula.as_deref().map(|formula| self.in_names(formula)),
            numbers_text: known
                .then_some(found.formula.as_deref())
                .flatten()
                .map(|text| self.in_figures(text, &found.parts)),
            parts: found.parts.iter().map(|part| self.explained_line(part)).collect(),
            sources: self.source_words(&found.sources, metric.unit),
            partners: found.partners.iter().map(|row| self.partner_words(row)).collect(),
            planned_text: planned.map(|range| figure(range.mid)),
            projections: self.projection_words(&request.metric, &lines),
            notes: self.notes(&found),
            explanation: found,
        })
    }

    fn figure_text(&self, value: f64, unit: MetricUnit) -> String {
        // Explaining is the one place where every cent is shown.
        match unit {
            MetricUnit::Money => format::money(domain::Money::from_f64(value, self.workspace.settings.currency)),
            _ => format::figure(value, unit, self.workspace.settings.currency),
        }
    }

    fn of_words(&self, request: &ExplainRequest) -> String {
        let (first, last) = (request.first, request.last);
        let months = span_words(first, last);
        let of = request.motion.map_or_else(|| "all motions".to_owned(), |id| self.motion_name(id));
        format!("{months}, {of}")
    }

    /// A formula with the metrics' names for their keys.
    pub(super) fn in_names(&self, formula: &str) -> String {
        replaced(formula, |word| {
            let metric = self.ledger().library().metric(&Key::parse(word).ok()?)?;
            Some(metric.name.to_string())
        })
    }

    /// A formula with the figures of its parts, as people read them.
    fn in_figures(&self, formula: &str, parts: &[ExplainedPart]) -> String {
        replaced(formula, |word| {
            let part = parts.iter().find(|part| part.metric.as_str() == word)?;
            Some(part.figure.map_or_else(|| DASH.to_owned(), |figure| self.figure_text(figure, part.unit)))
        })
    }

    fn explained_line(&self, part: &ExplainedPart) -> ExplainedLine {
        let value = part.figure.map(|figure| self.figure_text(figure, part.unit));
        ExplainedLine {
            metric: part.metric.clone(),
            name: part.name.to_string(),
            value_text: value.unwrap_or_else(|| DASH.to_owned()),
            sources: self.source_words(&part.sources, part.unit),
        }
    }

    fn source_words(&self, sources: &[SourceSum], unit: MetricUnit) -> Vec<String> {
        let words = |sum: &SourceSum| {
            let counted = |one: &str, many: &str| format!("{} {}", sum.many, if sum.many == 1 { one } else { many });
            let what = match &sum.source {
                EntrySource::Deal => counted("deal", "deals"),
                EntrySource::Fund => counted("fund", "funds"),
                EntrySource::Account => counted("account", "accounts"),
                EntrySource::Partner => counted("partner", "partners"),
                EntrySource::Exchange => counted("line of value exchange", "lines of value exchange"),
                EntrySource::Market(source) => format!("market figure, {source}"),
                EntrySource::Plan => "the motions' plans".to_owned(),
                EntrySource::Actual { source, confirmed, .. } => {
                    let source = if source.is_empty() { "an import" } else { source };
                    let open = if *confirmed { "" } else { ", provisional" };
                    format!("{source}, {}{open}", counted("figure", "figures"))
                }
            };
            format!("{what}: {}", self.figure_text(sum.amount, unit))
        };
        sources.iter().map(words).collect()
    }

    fn partner_words(&self, row: &domain::metric::explain::PartnerSum) -> String {
        let name = self.workspace.organization(row.partner).map(|partner| partner.name.to_string());
        format!("{}: {}", name.unwrap_or_default(), self.figure_text(row.amount, MetricUnit::Money))
    }

    fn projection_words(&self, metric: &Key, lines: &Lines) -> Vec<String> {
        let own = |row: &&Projection| row.metric == *metric && lines.has(Line::Motion(row.motion));
        let unit = self.metric(metric).map_or(MetricUnit::Count, |metric| metric.unit);
        let words = |row: &Projection| {
            let last = row.from.plus(i32::try_from(row.months).unwrap_or(1) - 1);
            let total = self.figure_text(row.total, unit);
            let months = span_words(row.from, last);
            format!("{}: {}, {total}, {months}", self.motion_name(row.motion), model_name(row.model))
        };
        let mut found: Vec<String> = self.workspace.projections.iter().filter(own).map(words).collect();
        found.sort_unstable();
        found
    }

    fn notes(&self, found: &Explanation) -> Vec<String> {
        let mut notes: Vec<String> =
            found.settings.iter().map(|setting| format!("{}: {}.", setting.name, setting.value)).collect();
        for rate in self.workspace.exchange_rates.iter().filter(|row| found.rates.contains(&row.id)) {
            let source = if rate.source.is_empty() { String::new() } else { format!(" ({})", rate.source) };
            notes.push(format!("1 {} = {} {} as of {}{source}.", rate.from, rate.rate, rate.to, rate.date));
        }
        let left_out = |why: WhyLeftOut| found.left_out.iter().filter(|left| left.why == why).count();
        for (why, words) in [
            (WhyLeftOut::NoRate, "in another currency, without a rate"),
            (WhyLeftOut::NoDate, "without a closing date"),
            (WhyLeftOut::NoProbability, "open without a probability"),
            (WhyLeftOut::Replaced, "replaced by a newer market figure"),
        ] {
            let count = left_out(why);
            if count > 0 {
                notes.push(format!("Left out: {count} {words}."));
            }
        }
        if !found.clashes.is_empty() {
            let (count, verb) = (found.clashes.len(), if found.clashes.len() == 1 { "does" } else { "do" });
            notes.push(format!("{count} typed {verb} not count, because another figure covers the same month."));
        }
        if let Some(typed) = found.typed {
            notes.push(format!(
                "{} typed for months that the parts have no figure for.",
                self.figure_text(typed, found.unit)
            ));
        }
        if !found.said_by.is_empty() {
            notes.push(format!("Source: {}.", found.said_by));
        }
        notes
    }
}

fn why_missing(found: &Explanation) -> Option<String> {
    Some(match found.value.missing? {
        Missing::NoFigure => "Nothing was measured, typed or counted.".to_owned(),
        Missing::OverZero => "It would be a ratio over nothing.".to_owned(),
        Missing::BelowFloor => {
            format!("It needs {} cases and has {}: fewer say nothing.", found.floor, found.value.cases)
        }
        Missing::WrongFormula => "Its formula cannot be worked out: correct it in the metrics.".to_owned(),
        Missing::TooLarge => "It is larger than a number can be.".to_owned(),
    })
}

/// "January to June 2026".
fn span_words(first: Month, last: Month) -> String {
    if first == last {
        format!("{} {}", first.name(), first.year())
    } else if first.year() == last.year() {
        format!("{} to {} {}", first.name(), last.name(), last.year())
    } else {
        format!("{} {} to {} {}", first.name(), first.year(), last.name(), last.year())
    }
}

fn unknown(missing: Option<Missing>) -> String {
    if missing == Some(Missing::BelowFloor) { "Unknown".to_owned() } else { DASH.to_owned() }
}

/// Every word of a formula that has another, and signs as people write them.
fn replaced(formula: &str, other: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let mut word = String::new();
    let flush = |word: &mut String, text: &mut String| {
        let shown = other(word).unwrap_or_else(|| word.clone());
        text.push_str(&shown);
        word.clear();
    };
    for letter in formula.chars() {
        if letter.is_ascii_alphanumeric() || letter == '_' || letter == '.' {
            word.push(letter);
            continue;
        }
        flush(&mut word, &mut text);
        text.push(match letter {
            '*' => '×',
            '/' => '÷',
            '-' => '\u{2212}',
            plain => plain,
        });
    }
    flush(&mut word, &mut text);
    text
}

pub(crate) fn basis_words(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::FirstYearValue => Some("First-year contract value"),
        Basis::AnnualRecurring => Some("Annual recurring revenue"),
        Basis::Collected => Some("Cash collected, net of tax and refunds"),
        Basis::CollectedGross => Some("Cash collected, with tax and before refunds"),
        Basis::Mixed => Some("First-year contract value and cash collected, added up"),
        Basis::NotMoney => None,
    }
}

fn model_name(model: ProjectionModel) -> &'static str {
    match model {
        ProjectionModel::Linear => "a target spread evenly",
        ProjectionModel::SCurve => "a target along an S-curve",
        ProjectionModel::Typed => "typed month by month",
        ProjectionModel::Ramp => "straight from the first month to the last",
        ProjectionModel::Gompertz => "Gompertz's curve",
        ProjectionModel::Bass => "Bass's adoption",
        ProjectionModel::Cohort => "members who stay",
        ProjectionModel::Seasonal => "last year, grown",
        ProjectionModel::Split => "a target by weights",
        ProjectionModel::Funnel => "a funnel",
    }
}
