//! Typed and imported figures: which of them count, and which clash with what already covers their month and line. Must not
//! know how deals are counted.

use std::collections::BTreeMap;

use super::books::Books;
use super::{Clash, Entry, EntrySource, LeftOut, SAME, WhyLeftOut};
use crate::metric::line::Line;
use crate::metric::sheet::Cell;
use crate::{Actual, Count, Figure, Key, MetricOrigin, MetricUnit, Month, MotionId, OrganizationId};

/// Figures of motions count first; those of an organization alone only in months that nothing else covers.
pub(super) fn count(books: &mut Books<'_>) {
    let mut motions: BTreeMap<(&Key, Month, MotionId), Vec<Read<'_>>> = BTreeMap::new();
    let mut outside: BTreeMap<(&Key, Month), Vec<(OrganizationId, Read<'_>)>> = BTreeMap::new();
    for actual in &books.workspace.actuals {
        let Some(read) = read(books, actual) else { continue };
        match (actual.motion, actual.organization) {
            (Some(motion), _) => motions.entry((&actual.metric, actual.month, motion)).or_default().push(read),
            (None, Some(one)) => outside.entry((&actual.metric, actual.month)).or_default().push((one, read)),
            (None, None) => {}
        }
    }
    for ((metric, month, motion), reads) in motions {
        motion_figures(books, metric, month, motion, &reads);
    }
    for ((metric, month), reads) in outside {
        outside_figures(books, metric, month, &reads);
    }
}

/// One actual in the workspace's currency.
struct Read<'a> {
    actual: &'a Actual,
    cell: Cell,
    rate: Option<crate::ExchangeRateId>,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped first")]
fn read<'a>(books: &mut Books<'_>, actual: &'a Actual) -> Option<Read<'a>> {
    let money = match actual.figure {
        Figure::Number(number) => {
            let counts = books.library.metric(&actual.metric).is_some_and(|metric| metric.unit == MetricUnit::Count);
            let cases = if counts { number.round().clamp(0.0, f64::from(u32::MAX)) as u32 } else { 0 };
            return Some(Read { actual, cell: Cell { minor: 0, number, cases }, rate: None });
        }
        Figure::Money(money) => money,
    };
    if let Some((minor, rate)) = books.rates.convert(money, books.workspace.settings.currency, actual.month) {
        return Some(Read { actual, cell: Cell { minor, number: 0.0, cases: 0 }, rate });
    }
    books.left_out.push(LeftOut {
        metric: actual.metric.clone(),
        month: Some(actual.month),
        line: actual.motion.map_or(Line::Outside, Line::Motion),
        money: Some(money),
        why: WhyLeftOut::NoRate,
    });
    None
}

fn motion_figures(books: &mut Books<'_>, metric: &Key, month: Month, motion: MotionId, reads: &[Read<'_>]) {
    let line = Line::Motion(motion);
    let own = books.sheet.cells(metric).and_then(|cells| cells.get(&(month, line)).copied());
    let shared = counted(books, metric).is_some_and(|count| books.shared.contains(&(count, month, motion)));
    if own.is_none() && !shared {
        return reads.iter().for_each(|read| enter(books, line, read));
    }
    let of_shared = || books.sheet.cells(metric).and_then(|cells| cells.get(&(month, Line::Shared)).copied());
    let counted = books.sheet.units(own.or_else(of_shared).unwrap_or_default());
    let typed = books.sheet.units(reads.iter().fold(Cell::default(), |sum, read| sum.plus(read.cell)));
    if differ(typed, counted) {
        books.clashes.push(Clash { metric: metric.clone(), month, line, organization: None, typed, counted });
    }
}

fn outside_figures(books: &mut Books<'_>, metric: &Key, month: Month, reads: &[(OrganizationId, Read<'_>)]) {
    let covering = books.sheet.cells(metric).map(|cells| {
        let month = cells.range((month, Line::Outside)..(month.plus(1), Line::Outside));
        month.fold((false, Cell::default()), |(_, sum), (_, cell)| (true, sum.plus(*cell)))
    });
    let Some((true, sum)) = covering else {
        return reads.iter().for_each(|(_, read)| enter(books, Line::Outside, read));
    };
    let counted = books.sheet.units(sum);
    let clash = |(organization, read): &(OrganizationId, Read<'_>)| Clash {
        metric: metric.clone(),
        month,
        line: Line::Outside,
        organization: Some(*organization),
        typed: books.sheet.units(read.cell),
        counted,
    };
    let clashes: Vec<Clash> = reads.iter().map(clash).collect();
    books.clashes.extend(clashes);
}

fn enter(books: &mut Books<'_>, line: Line, read: &Read<'_>) {
    let Read { actual, cell, rate } = *read;
    books.sheet.add(&actual.metric, actual.month, line, cell);
    let source =
        EntrySource::Actual { source: actual.source.clone(), batch: actual.batch, confirmed: actual.confirmed };
    let entry = Entry { month: actual.month, line, cell, source, rate };
    if !books.measured.contains_key(&actual.metric) {
        books.measured.insert(actual.metric.clone(), Vec::new());
    }
    if let Some(entries) = books.measured.get_mut(&actual.metric) {
        entries.push(entry);
    }
}

/// What a metric counts, if it counts.
fn counted(books: &Books<'_>, metric: &Key) -> Option<Count> {
    match books.library.metric(metric)?.origin {
        MetricOrigin::Counted(count) => Some(count),
        _ => None,
    }
}

fn differ(typed: f64, counted: f64) -> bool {
    (typed - counted).abs() > SAME * typed.abs().max(1.0)
}
