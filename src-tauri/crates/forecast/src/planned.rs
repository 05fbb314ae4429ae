//! What all motions are expected to do, as base figures of a ledger's own shape, so that a plan is evaluated by the same rules
//! as what was measured: ratios of sums, lines that add up. Must not know what was measured.

use domain::budget::is_planned;
use domain::metric::evaluate::work_out;
use domain::metric::formula::Worked;
use domain::{
    Base, Cell, Key, Library, Line, Lines, Metric, MetricUnit, Month, MotionId, OverMonths, Projection, Remaining,
    Sheet, Workspace,
};
use std::collections::{BTreeMap, BTreeSet};

use crate::curve::curve;
use crate::doubt::Range;
use crate::inputs::ProjectionRows;

/// The plan of a workspace, in its scenario: [`crate::in_scenario`] makes that of another one.
#[derive(Debug, Clone)]
pub struct Planned {
    low: Sheet,
    mid: Sheet,
    high: Sheet,
    /// First and last month with a projection, by metric.
    spans: BTreeMap<Key, (Month, Month)>,
}

impl Planned {
    /// Works out every projection. What is planned of a metric with a formula gives way where its parts are planned. Motions
    /// that are switched off or dropped are expected to do nothing, and those that lost partners their [`Remaining`] part; a
    /// metric that does not add over months is expected to be at its target in each.
    pub fn of(workspace: &Workspace) -> Self {
        let sheet = || Sheet::new(workspace.settings.currency.minor_per_unit());
        let mut planned = Self { low: sheet(), mid: sheet(), high: sheet(), spans: BTreeMap::new() };
        let rows = ProjectionRows::of(workspace);
        for Counted { projection, unit, adds, part } in counted(workspace) {
            // What cannot be worked out is refused where it is typed; a file that has it all the same expects nothing.
            let months = curve(&rows, projection, unit, adds).unwrap_or_default();
            for (range, offset) in months.into_iter().zip(0..) {
                let range = Range { low: range.low * part, mid: range.mid * part, high: range.high * part };
                planned.add(&projection.metric, projection.from.plus(offset), Line::Motion(projection.motion), range);
            }
        }
        let library = Library::of(&workspace.metrics, &workspace.settings.metric_rules);
        for sheet in [&mut planned.low, &mut planned.mid, &mut planned.high] {
            sheet.give_way(&library);
        }
        planned
    }

    /// What `metric` is expected to be in `lines` from `first` to `last`, with its doubt where it is projected itself: the
    /// ends of several projections are added as they are, so a sum's range is wider than need be, never narrower. What is
    /// worked out from other metrics has a middle only. A plan rests on no cases, and so has no floor. None where nothing is
    /// expected.
    pub fn value(&self, library: &Library, metric: &Key, lines: &Lines, first: Month, last: Month) -> Option<Range> {
        let at = |sheet: &Sheet| work_out(library, &Plan(sheet), metric, lines, first, last).figure.ok();
        let mid = at(&self.mid)?;
        if matches!(library.formula(metric), Some(Ok(_))) && !self.spans.contains_key(metric) {
            return Some(Range { low: mid, mid, high: mid });
        }
        let end = |sheet: &Sheet| at(sheet).unwrap_or(mid);
        let (low, high) = (end(&self.low), end(&self.high));
        Some(Range { low: low.min(mid), mid, high: high.max(mid) })
    }

    /// The middle of each month from `first` to `last` that has one.
    pub fn months(
        &self,
        library: &Library,
        metric: &Key,
        lines: &Lines,
        first: Month,
        last: Month,
    ) -> BTreeMap<Month, f64> {
        let middle = |month| Some((month, self.value(library, metric, lines, month, month)?.mid));
        first.to(last).filter_map(middle).collect()
    }

    /// Whether a motion's own planned figure of `metric` counts in a month, or gives way to its parts.
    pub(crate) fn kept(&self, metric: &Key) -> impl Fn(Month, MotionId) -> bool {
        let cells = self.mid.cells(metric);
        move |month, motion| cells.is_some_and(|cells| cells.contains_key(&(month, Line::Motion(motion))))
    }

    /// The first and the last month in which `metric`, or a part of it, is projected.
    pub fn span(&self, library: &Library, metric: &Key) -> Option<(Month, Month)> {
        let leaves = library.leaves(metric);
        let spans: Vec<&(Month, Month)> =
            leaves.iter().chain([metric]).filter_map(|leaf| self.spans.get(leaf)).collect();
        Some((spans.iter().map(|span| span.0).min()?, spans.iter().map(|span| span.1).max()?))
    }

    /// What revenue the motions are to bring, by month and line: the target that open pipeline has to cover.
    pub fn revenue(&self) -> Vec<(Month, Line, f64)> {
        let sums = ["revenue", "sourced_revenue"].map(Key::literal);
        let cells = sums.iter().filter_map(|key| self.mid.cells(key)).flatten();
        cells.map(|((month, line), cell)| (*month, *line, self.mid.units(*cell))).collect()
    }

    fn add(&mut self, metric: &Key, month: Month, line: Line, range: Range) {
        let cell = |number: f64| Cell { number, ..Cell::default() };
        self.low.add(metric, month, line, cell(range.low));
        self.mid.add(metric, month, line, cell(range.mid));
        self.high.add(metric, month, line, cell(range.high));
        let span = self.spans.entry(metric.clone()).or_insert((month, month));
        *span = (span.0.min(month), span.1.max(month));
    }
}

/// A projection that counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counted<'w> {
    pub projection: &'w Projection,
    /// Of its metric.
    pub unit: MetricUnit,
    /// Its months are parts of a total.
    pub adds: bool,
    /// What is left of it with the partners that are active; more than nothing.
    pub part: f64,
}

/// Every projection of a motion that is neither switched off nor dropped, nor without any partner that it had.
pub(crate) fn counted(workspace: &Workspace) -> Vec<Counted<'_>> {
    let motions: BTreeSet<MotionId> =
        workspace.motions.iter().filter(|motion| is_planned(motion)).map(|motion| motion.id).collect();
    let metrics: BTreeMap<&Key, &Metric> = workspace.metrics.iter().map(|metric| (&metric.key, metric)).collect();
    let remaining = Remaining::of(workspace);
    let of_planned = workspace.projections.iter().filter(|row| motions.contains(&row.motion));
    let of = of_planned.map(|projection| {
        let metric = metrics.get(&projection.metric);
        let unit = metric.map_or(MetricUnit::Count, |metric| metric.unit);
        let adds = metric.is_none_or(|metric| metric.over_months == OverMonths::Sum);
        let part = metric.map_or(1.0, |metric| remaining.of_metric(projection.motion, metric));
        Counted { projection, unit, adds, part }
    });
    of.filter(|counted| counted.part > 0.0).collect()
}

/// A sheet as what formulas are worked out from.
struct Plan<'a>(&'a Sheet);

impl Base for Plan<'_> {
    fn base(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        self.0.sum_up(metric, lines, first, last)
    }
}
