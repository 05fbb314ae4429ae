//! What was measured and counted: every base figure in exactly one month and one line, with where it comes from. Built once
//! for a workspace. Owns which figures count and which clash; must not know what is planned.

mod actuals;
mod base;
mod books;
mod deals;
mod distinct;
mod entry;
mod funds;
mod influence;
mod partners;
mod rates;
mod sourcing;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use entry::{Clash, Entry, EntrySource, LeftOut, WhyLeftOut};
pub use influence::partner_amounts;
pub use rates::Rates;
pub use sourcing::touches_by_deal;

use super::evaluate::{Value, evaluate};
use super::library::Library;
use super::line::{Line, Lines};
use super::sheet::{Cell, Sheet};
use crate::{Count, Currency, Key, MetricOrigin, Month, OrganizationId, Workspace};
use books::Books;

/// Everything that figures are worked out from.
#[derive(Debug, Clone)]
pub struct Ledger {
    library: Library,
    sheet: Sheet,
    /// What was counted, in the order in which it was met.
    counted: BTreeMap<Count, Vec<Entry>>,
    /// What was typed or imported, and counts.
    measured: BTreeMap<Key, Vec<Entry>>,
    clashes: Vec<Clash>,
    left_out: Vec<LeftOut>,
    distinct: distinct::Distinct,
    /// From the first to the last month in which deals were counted: in between, no deal is a nought.
    known: Option<(Month, Month)>,
    currency: Currency,
    fiscal_first_month: i32,
}

impl Ledger {
    /// Counts everything in `workspace`. `today` says which deals still can be in time, and how old open ones are.
    pub fn of(workspace: &Workspace, today: Date) -> Self {
        let settings = &workspace.settings;
        let library = Library::of(&workspace.metrics, &settings.metric_rules);
        let mut books = Books::new(workspace, library, today);
        let known = deals::count(&mut books);
        funds::count(&mut books);
        partners::count(&mut books);
        let distinct = distinct::Distinct::of(&books);
        actuals::count(&mut books);
        let Books { library, sheet, counted, measured, clashes, left_out, .. } = books;
        let mut ledger = Self {
            library,
            sheet,
            counted,
            measured,
            clashes,
            left_out,
            distinct,
            known,
            currency: settings.currency,
            fiscal_first_month: settings.fiscal_first_month,
        };
        ledger.formulas_come_first();
        ledger
    }

    /// A metric's figure in `lines` from `first` to `last`, both included.
    pub fn value(&self, metric: &Key, lines: &Lines, first: Month, last: Month) -> Value {
        evaluate(&self.library, self, metric, lines, first, last)
    }

    /// A metric's figure in each month from `first` to `last` that has one. A figure below the metric's floor has none.
    pub fn months(&self, metric: &Key, lines: &Lines, first: Month, last: Month) -> BTreeMap<Month, f64> {
        first.to(last).filter_map(|month| Some((month, self.value(metric, lines, month, month).figure?))).collect()
    }

    /// The first and the last month in which any part of a metric has a figure of its own; none without one.
    pub fn span(&self, metric: &Key) -> Option<(Month, Month)> {
        let leaves = self.library.leaves(metric);
        let months = leaves.iter().chain([metric]).filter_map(|leaf| self.sheet.cells(leaf)).flat_map(|cells| {
            let ends = [cells.first_key_value(), cells.last_key_value()];
            ends.into_iter().flatten().map(|((month, _), _)| *month)
        });
        let counted =
            leaves.iter().filter_map(|leaf| self.library.metric(leaf)).any(|leaf| base::by_deals(leaf).is_some());
        let known = self.known.filter(|_| counted);
        let months: Vec<Month> =
            months.filter(|month| *month != BEFORE).chain(known.map(|k| k.0)).chain(known.map(|k| k.1)).collect();
        Some((months.iter().min().copied()?, months.iter().max().copied()?))
    }

    /// The metrics that it was built with, their formulas read.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Base figures by metric, month and line.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Sets what partner revenue is to be in a month and line, from the motions' plans, where nobody typed a target.
    pub fn set_target(&mut self, month: Month, line: Line, units: f64) {
        let target = Key::literal("revenue_target");
        let own = self.measured.entry(target.clone()).or_default();
        if !own.iter().any(|entry| entry.month == month && entry.source != EntrySource::Plan) {
            let cell = Cell { minor: 0, number: units, cases: 0 };
            own.push(Entry { month, line, cell, source: EntrySource::Plan, rate: None });
            self.sheet.add(&target, month, line, cell);
        }
    }

    /// The currency that all money is in.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Typed or imported figures that do not count.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Figures that cannot be counted.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The base figures of a metric, each with its source: what was counted, and what was typed or imported beside it.
    pub fn entries(&self, metric: &Key) -> impl Iterator<Item = &Entry> {
        let counted = match self.library.metric(metric).map(|metric| &metric.origin) {
            Some(MetricOrigin::Counted(count)) => self.counted.get(count),
            _ => None,
        };
        counted.into_iter().flatten().chain(self.measured.get(metric).into_iter().flatten())
    }

    /// What each partner brought in `lines` from `first` to `last`, as the influence model says, in minor units, the largest
    /// first: sourced and influenced, never more than the deals were worth.
    pub fn partners(&self, lines: &Lines, first: Month, last: Month) -> Vec<(OrganizationId, i64)> {
        self.distinct.partners(lines, first, last)
    }

    /// Typed figures of a formula give way to it where its parts have figures; those that differ are listed.
    fn formulas_come_first(&mut self) {
        let taken = self.sheet.give_way(&self.library);
        for (metric, month, line, cell) in taken {
            if let Some(own) = self.measured.get_mut(&metric) {
                own.retain(|entry| (entry.month, entry.line) != (month, line));
            }
            let typed = self.sheet.units(cell);
            let of = |lines: &Lines| self.value(&metric, lines, month, month).figure;
            let counted = of(&Lines::one(line)).or_else(|| of(&Lines::All));
            if let Some(counted) = counted.filter(|counted| (counted - typed).abs() > SAME * typed.abs().max(1.0)) {
                self.clashes.push(Clash { metric, month, line, organization: None, typed, counted });
            }
        }
    }
}

/// Figures closer than this part of each other are the same: sums of cents in whole units differ that much.
const SAME: f64 = 1e-9;

/// Where what has no date stands: before every month.
const BEFORE: Month = Month::FIRST;

#[cfg(test)]
pub(super) mod tests;
