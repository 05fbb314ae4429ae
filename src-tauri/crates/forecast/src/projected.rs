//! What a motion, or the portfolio, is expected to do to a metric, month by month. Must not know what was measured.

use std::collections::BTreeMap;

use domain::{Key, MetricUnit, Month, OverMonths, Projection, Scope, Workspace, budget::is_planned};
use serde::Serialize;
use ts_rs::TS;

use crate::curve::curve;
use crate::inputs::ProjectionRows;

/// A low, a middle and a high figure. The ends of several projections are added as they are, so a sum's range assumes
/// that they go well or badly together: wider than it need be, never narrower.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, TS)]
pub struct Range {
    /// How low it may well be.
    pub low: f64,
    /// What is expected.
    pub mid: f64,
    /// How high it may well be.
    pub high: f64,
}

impl Range {
    /// Both ends and the middle added.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, mid: self.mid + other.mid, high: self.high + other.high }
    }

    /// Both ends and the middle times `factor`.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, mid: self.mid * factor, high: self.high * factor }
    }
}

/// Every projection of `metric` in `scope` by month. Motions that are switched off or dropped are expected to do nothing.
/// A metric that does not add over months is expected to be at its total in each month.
pub fn projected(workspace: &Workspace, scope: Scope, metric: &Key) -> BTreeMap<Month, Range> {
    let definition = workspace.metrics.iter().find(|row| row.key == *metric);
    let adds = definition.is_none_or(|metric| metric.over_months == OverMonths::Sum);
    let unit = definition.map_or(MetricUnit::Count, |metric| metric.unit);
    let planned: std::collections::BTreeSet<_> =
        workspace.motions.iter().filter(|motion| is_planned(motion)).map(|motion| motion.id).collect();
    let wanted = |projection: &&Projection| {
        projection.metric == *metric
            && planned.contains(&projection.motion)
            && (scope == Scope::All || scope == Scope::Motion(projection.motion))
    };
    let mut by_month: BTreeMap<Month, Range> = BTreeMap::new();
    let rows = ProjectionRows::of(workspace);
    for projection in workspace.projections.iter().filter(wanted) {
        // What cannot be worked out is refused where it is typed; a file that has it all the same expects nothing by it.
        let months = curve(&rows, projection, unit, adds).unwrap_or_default();
        for (range, offset) in months.into_iter().zip(0..) {
            let sum = by_month.entry(projection.from.plus(offset)).or_default();
            *sum = sum.plus(range);
        }
    }
    by_month
}
