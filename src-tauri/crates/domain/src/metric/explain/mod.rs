//! Where a figure comes from: definition, formula, the numbers put in, parts, sources, settings, and what was left out.
//! Owns nothing that is not in the ledger; must not know names of partners or how figures are written.

mod settings;
mod sources;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::evaluate::{Base, Value, evaluate, joined, work_out};
use super::formula::{Formula, Missing, Worked};
use super::ledger::{Clash, Ledger, LeftOut};
use super::line::Lines;
use crate::{Basis, ExchangeRateId, Key, Metric, MetricUnit, Month, Name, OrganizationId};

pub use settings::SettingUsed;
pub use sources::SourceSum;

/// Everything that makes up one figure.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Explanation {
    /// The metric.
    pub metric: Key,
    /// Its name.
    pub name: Name,
    /// Its unit.
    pub unit: MetricUnit,
    /// What it is, in words.
    pub definition: String,
    /// What a money metric counts.
    pub basis: Basis,
    /// Who says so, where somebody outside does.
    pub said_by: String,
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
    /// The figure.
    pub value: Value,
    /// How many cases it needs.
    pub floor: u32,
    /// The formula in force; none where the figure is measured or counted.
    pub formula: Option<String>,
    /// The formula with the numbers put in: working it out gives the figure. Where a figure is missing that it cannot do
    /// without, its key stands.
    pub with_numbers: Option<String>,
    /// What the formula names.
    pub parts: Vec<ExplainedPart>,
    /// What was typed for months and motions that the parts have no figure for, added to the formula's figure.
    pub typed: Option<f64>,
    /// Where the figures come from that were measured or counted for this metric itself.
    pub sources: Vec<SourceSum>,
    /// What each partner brought, the largest first, where the figure says how revenue is spread over partners.
    pub partners: Vec<PartnerSum>,
    /// Figures of this metric and its parts that cannot be counted.
    pub left_out: Vec<LeftOut>,
    /// Typed figures of this metric and its parts that another figure stands in the way of.
    pub clashes: Vec<Clash>,
    /// Rates by which figures were converted.
    pub rates: Vec<ExchangeRateId>,
    /// Settings that change the figure.
    pub settings: Vec<SettingUsed>,
}

/// One part of a formula.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ExplainedPart {
    /// The metric.
    pub metric: Key,
    /// Its name.
    pub name: Name,
    /// Its unit.
    pub unit: MetricUnit,
    /// Its figure, below its own floor too: the floor is for what is said, not for what is worked out from it.
    pub figure: Option<f64>,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// How many cases it rests on.
    pub cases: u32,
    /// Its own formula with the numbers put in.
    pub with_numbers: Option<String>,
    /// Where its own figures come from.
    pub sources: Vec<SourceSum>,
}

/// What a partner brought.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct PartnerSum {
    /// Who.
    pub partner: OrganizationId,
    /// How much, in whole units.
    pub amount: f64,
}

/// Explains the figure of the metric `key` in `lines` from `first` to `last`. None for an unknown metric.
pub fn explain(ledger: &Ledger, key: &Key, lines: &Lines, first: Month, last: Month) -> Option<Explanation> {
    let library = ledger.library();
    let metric = library.metric(key)?;
    let seen = Seen { ledger, lines, first, last };
    let formula = library.formula(key).and_then(Result::ok);
    let part = |part: Key| library.metric(&part).map(|metric| seen.part(metric));
    let mut about = library.leaves(key);
    about.insert(key.clone());
    let months = |month: Option<Month>| month.is_none_or(|month| (first..=last).contains(&month));
    let (partners, rates) = (sources::partners(&seen, metric), sources::rates(&seen, &about));
    Some(Explanation {
        metric: key.clone(),
        name: metric.name.clone(),
        unit: metric.unit,
        definition: metric.definition.clone(),
        basis: metric.basis,
        said_by: metric.source.clone(),
        first,
        last,
        value: evaluate(library, ledger, key, lines, first, last),
        floor: metric.floor,
        formula: formula.map(ToString::to_string),
        with_numbers: formula.map(|formula| seen.with_numbers(metric, formula)),
        parts: formula.into_iter().flat_map(Formula::keys).filter_map(part).collect(),
        typed: formula.and_then(|formula| seen.typed(metric, formula)),
        sources: sources::of(&seen, metric),
        partners,
        left_out: ledger
            .left_out()
            .iter()
            .filter(|one| about.contains(&one.metric) && months(one.month) && lines.has(one.line))
            .cloned()
            .collect(),
        clashes: ledger
            .clashes()
            .iter()
            .filter(|one| about.contains(&one.metric) && months(Some(one.month)) && lines.has(one.line))
            .cloned()
            .collect(),
        rates,
        settings: settings::of(library, key),
    })
}

/// What is looked at.
struct Seen<'a> {
    ledger: &'a Ledger,
    lines: &'a Lines,
    first: Month,
    last: Month,
}

impl Seen<'_> {
    fn part(&self, metric: &Metric) -> ExplainedPart {
        let worked = self.worked(&metric.key);
        let formula = self.ledger.library().formula(&metric.key).and_then(Result::ok);
        ExplainedPart {
            metric: metric.key.clone(),
            name: metric.name.clone(),
            unit: metric.unit,
            figure: worked.figure.ok(),
            missing: worked.figure.err(),
            cases: worked.count(),
            with_numbers: formula.map(|formula| self.with_numbers(metric, formula)),
            sources: sources::of(self, metric),
        }
    }

    fn worked(&self, key: &Key) -> Worked {
        work_out(self.ledger.library(), self.ledger, key, self.lines, self.first, self.last)
    }

    fn own(&self, metric: &Metric) -> Worked {
        self.ledger.base(metric, self.lines, self.first, self.last)
    }

    /// What was typed beside a formula that has a figure, or in its place.
    fn typed(&self, metric: &Metric, formula: &Formula) -> Option<f64> {
        let own = self.own(metric);
        let worked = formula.work_out(&mut |key| self.worked(key));
        (joined(metric, worked, own) != worked).then_some(own.figure.ok()).flatten()
    }

    /// The formula with its numbers, and what was typed beside it.
    fn with_numbers(&self, metric: &Metric, formula: &Formula) -> String {
        let worked = formula.work_out(&mut |key| self.worked(key));
        let numbers = formula.put(&|key| match self.worked(key).figure {
            Ok(figure) => Some(figure),
            // A sum that has a figure took what nobody measured for nothing.
            Err(Missing::NoFigure) if worked.figure.is_ok() => Some(0.0),
            Err(_) => None,
        });
        match (worked.figure, self.typed(metric, formula)) {
            (Ok(_), Some(typed)) => numbers.plus(typed).to_string(),
            (Err(_), Some(typed)) => Formula::of(typed).to_string(),
            (_, None) => numbers.to_string(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
