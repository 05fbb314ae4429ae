//! The sources of a figure, added up: "24 deals", a file's name, "typed". Must not know formulas.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use super::{PartnerSum, Seen};
use crate::metric::ledger::{Entry, EntrySource};
use crate::metric::sheet::Cell;
use crate::{Count, ExchangeRateId, Key, Metric, MetricOrigin};

/// One kind of source and what it brought.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SourceSum {
    /// What it is.
    pub source: EntrySource,
    /// How many of them: deals, figures of one file.
    pub many: u32,
    /// How much, in whole units.
    pub amount: f64,
}

/// Sources of a metric's own figures.
pub(super) fn of(seen: &Seen<'_>, metric: &Metric) -> Vec<SourceSum> {
    let mut sums: BTreeMap<&EntrySource, (u32, Cell)> = BTreeMap::new();
    for entry in entries(seen, metric) {
        let (many, sum) = sums.entry(&entry.source).or_default();
        *many = many.saturating_add(1);
        *sum = sum.plus(entry.cell);
    }
    let units = |cell: Cell| seen.ledger.sheet().units(cell);
    sums.into_iter()
        .map(|(source, (many, sum))| SourceSum { source: source.clone(), many, amount: units(sum) })
        .collect()
}

/// Rates by which any figure of these metrics was converted.
pub(super) fn rates(seen: &Seen<'_>, about: &BTreeSet<Key>) -> Vec<ExchangeRateId> {
    let metrics = about.iter().filter_map(|key| seen.ledger.library().metric(key));
    let rates: BTreeSet<_> = metrics.flat_map(|metric| entries(seen, metric)).filter_map(|entry| entry.rate).collect();
    rates.into_iter().collect()
}

/// What each partner brought, where that is what the figure is made of.
pub(super) fn partners(seen: &Seen<'_>, metric: &Metric) -> Vec<PartnerSum> {
    if !matches!(metric.origin, MetricOrigin::Counted(Count::Concentration | Count::TopThreeShare)) {
        return Vec::new();
    }
    let brought = seen.ledger.partners(seen.lines, seen.first, seen.last).into_iter();
    let units = |minor| seen.ledger.sheet().units(Cell { minor, ..Cell::default() });
    brought.map(|(partner, minor)| PartnerSum { partner, amount: units(minor) }).collect()
}

/// The entries that a metric's figure was added up from: up to the end of the period where it counts whatever happened by
/// then, of the list where that has no date.
fn entries<'a>(seen: &'a Seen<'_>, metric: &Metric) -> impl Iterator<Item = &'a Entry> {
    let (since, every_line) = match metric.origin {
        MetricOrigin::Counted(Count::WonTargetAccounts | Count::RecruitedPartners | Count::ActivatedPartners) => {
            (None, false)
        }
        MetricOrigin::Counted(Count::TargetAccounts | Count::Affiliates | Count::MarketSize) => (None, true),
        MetricOrigin::Counted(Count::WeightGiven | Count::WeightGot) => (None, false),
        _ => (Some(seen.first), false),
    };
    seen.ledger.entries(&metric.key).filter(move |entry| {
        since.is_none_or(|since| since <= entry.month)
            && entry.month <= seen.last
            && (every_line || seen.lines.has(entry.line))
    })
}
