//! The ledger while it is written: what every counting rule needs, and the one way in which it adds a figure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Clash, Entry, EntrySource, LeftOut, Rates, WhyLeftOut};
use crate::metric::library::Library;
use crate::metric::line::Line;
use crate::metric::sheet::{Cell, Sheet};
use crate::{Count, ExchangeRateId, Key, MetricOrigin, Money, Month, MotionId, Workspace};

/// The ledger in the making.
pub(super) struct Books<'a> {
    pub workspace: &'a Workspace,
    pub library: Library,
    pub today: Date,
    pub rates: Rates<'a>,
    pub sheet: Sheet,
    pub counted: BTreeMap<Count, Vec<Entry>>,
    pub measured: BTreeMap<Key, Vec<Entry>>,
    pub clashes: Vec<Clash>,
    pub left_out: Vec<LeftOut>,
    /// Motions that a figure shared by several already stands for, by count and month.
    pub shared: BTreeSet<(Count, Month, MotionId)>,
    /// The metrics of each count.
    keys: BTreeMap<Count, Vec<Key>>,
}

/// Where and when a figure is counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub month: Month,
    pub line: Line,
}

impl<'a> Books<'a> {
    pub fn new(workspace: &'a Workspace, library: Library, today: Date) -> Self {
        let mut keys: BTreeMap<Count, Vec<Key>> = BTreeMap::new();
        for metric in &workspace.metrics {
            if let MetricOrigin::Counted(count) = metric.origin {
                keys.entry(count).or_default().push(metric.key.clone());
            }
        }
        Self {
            workspace,
            library,
            today,
            rates: Rates::of(&workspace.exchange_rates),
            sheet: Sheet::new(workspace.settings.currency.minor_per_unit()),
            counted: BTreeMap::new(),
            measured: BTreeMap::new(),
            clashes: Vec::new(),
            left_out: Vec::new(),
            shared: BTreeSet::new(),
            keys,
        }
    }

    /// Counts `figure` of something, one case.
    pub fn number(&mut self, count: Count, place: Place, figure: f64, source: EntrySource) {
        self.enter(count, place, Cell { minor: 0, number: figure, cases: 1 }, source, None);
    }

    /// Counts money, one case, in the workspace's currency; without a rate it is left out and listed.
    pub fn money(&mut self, count: Count, place: Place, money: Money, source: EntrySource) {
        match self.rates.convert(money, self.workspace.settings.currency, place.month) {
            Some((minor, rate)) => self.enter(count, place, Cell { minor, number: 0.0, cases: 1 }, source, rate),
            None => self.leave_out(count, Some(place.month), place.line, Some(money), WhyLeftOut::NoRate),
        }
    }

    /// Lists what cannot be counted, once for each metric that would have it.
    pub fn leave_out(&mut self, count: Count, month: Option<Month>, line: Line, money: Option<Money>, why: WhyLeftOut) {
        for metric in self.keys.get(&count).into_iter().flatten() {
            self.left_out.push(LeftOut { metric: metric.clone(), month, line, money, why });
        }
    }

    fn enter(&mut self, count: Count, place: Place, cell: Cell, source: EntrySource, rate: Option<ExchangeRateId>) {
        let Some(keys) = self.keys.get(&count) else { return };
        for key in keys {
            self.sheet.add(key, place.month, place.line, cell);
        }
        let entry = Entry { month: place.month, line: place.line, cell, source, rate };
        self.counted.entry(count).or_default().push(entry);
    }
}
