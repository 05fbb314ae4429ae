//! How a plan differs from the one that was locked: dates, money, projections. Always worked out, never stored. Must not
//! know where either plan comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::budget::{Amounts, by_motion, is_planned};
use crate::schedule::days_between;
use crate::{Currency, Key, Metric, Money, Motion, MotionId, Remaining, Workspace};

/// What has changed since then.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanVariance {
    /// Motions that both plans have and that differ, in the order of today's plan.
    pub shifted: Vec<MotionShift>,
    /// Motions that only today's plan has: new since, or switched on.
    pub added: Vec<MotionId>,
    /// Motions that only the locked plan has: deleted, dropped or switched off.
    pub removed: Vec<MotionId>,
    /// The whole plan's money, one for each currency that differs.
    pub budget: Vec<MoneyShift>,
}

/// How one motion differs.
#[derive(Debug, Clone, PartialEq)]
pub struct MotionShift {
    /// Which.
    pub motion: MotionId,
    /// Days that it starts later; below zero, earlier.
    pub start_days: i64,
    /// Days that it ends later; below zero, earlier.
    pub end_days: i64,
    /// Planned money, one for each currency that differs.
    pub budget: Vec<MoneyShift>,
    /// Projections that differ, in the workspace's order of metrics.
    pub projections: Vec<FigureShift>,
}

/// Planned money then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoneyShift {
    /// As it was locked.
    pub then: Money,
    /// As it is.
    pub now: Money,
}

/// A projection's total then and now; none where there was, or is, none.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureShift {
    /// The metric.
    pub metric: Key,
    /// As it was locked.
    pub then: Option<f64>,
    /// As it is.
    pub now: Option<f64>,
}

/// What differs in `now` from `then`.
pub fn variance(then: &Workspace, now: &Workspace) -> PlanVariance {
    let before: BTreeMap<MotionId, &Motion> = planned(then).map(|motion| (motion.id, motion)).collect();
    let after: BTreeSet<MotionId> = planned(now).map(|motion| motion.id).collect();
    let (money_then, money_now) = (money(then), money(now));
    let (figures_then, figures_now) = (figures(then), figures(now));
    let nothing = Amounts::default();
    let of = |all: &BTreeMap<MotionId, Amounts>, id| all.get(&id).cloned().unwrap_or_default();
    let shift = |motion: &Motion| {
        let was = before.get(&motion.id)?;
        let shift = MotionShift {
            motion: motion.id,
            start_days: days_between(was.start, motion.start),
            end_days: days_between(was.end, motion.end),
            budget: money_shifts(&of(&money_then, motion.id), &of(&money_now, motion.id)),
            projections: figure_shifts(now, figures_then.get(&motion.id), figures_now.get(&motion.id)),
        };
        let same = shift.start_days == 0 && shift.end_days == 0 && shift.budget.is_empty();
        (!same || !shift.projections.is_empty()).then_some(shift)
    };
    let total = |all: &BTreeMap<MotionId, Amounts>| {
        all.values().fold(nothing.clone(), |mut sum, amounts| {
            sum.add_all(amounts);
            sum
        })
    };
    PlanVariance {
        shifted: planned(now).filter_map(shift).collect(),
        added: planned(now).map(|motion| motion.id).filter(|id| !before.contains_key(id)).collect(),
        removed: planned(then).map(|motion| motion.id).filter(|id| !after.contains(id)).collect(),
        budget: money_shifts(&total(&money_then), &total(&money_now)),
    }
}

fn planned(workspace: &Workspace) -> impl Iterator<Item = &Motion> {
    workspace.motions.iter().filter(|motion| is_planned(motion))
}

fn money(workspace: &Workspace) -> BTreeMap<MotionId, Amounts> {
    by_motion(workspace).into_iter().map(|budget| (budget.motion, budget.planned)).collect()
}

type Figures<'w> = BTreeMap<&'w Key, f64>;

fn figures(workspace: &Workspace) -> BTreeMap<MotionId, Figures<'_>> {
    let remaining = Remaining::of(workspace);
    let metrics: BTreeMap<&Key, &Metric> = workspace.metrics.iter().map(|metric| (&metric.key, metric)).collect();
    let mut figures: BTreeMap<MotionId, Figures<'_>> = BTreeMap::new();
    for projection in &workspace.projections {
        let part = metrics.get(&projection.metric).map_or(1.0, |metric| remaining.of_metric(projection.motion, metric));
        *figures.entry(projection.motion).or_default().entry(&projection.metric).or_insert(0.0) +=
            projection.total * part;
    }
    figures
}

fn money_shifts(then: &Amounts, now: &Amounts) -> Vec<MoneyShift> {
    let currencies: BTreeSet<Currency> = then.iter().chain(now.iter()).map(|money| money.currency).collect();
    let shifts = currencies.into_iter().map(|currency| MoneyShift { then: then.of(currency), now: now.of(currency) });
    shifts.filter(|shift| shift.then != shift.now).collect()
}

fn figure_shifts(now: &Workspace, then: Option<&Figures<'_>>, today: Option<&Figures<'_>>) -> Vec<FigureShift> {
    let figure = |figures: Option<&Figures<'_>>, metric: &Key| figures.and_then(|figures| figures.get(metric)).copied();
    let metrics = now.metrics.iter().map(|metric| &metric.key);
    let shifts = metrics.map(|metric| FigureShift {
        metric: metric.clone(),
        then: figure(then, metric),
        now: figure(today, metric),
    });
    shifts.filter(|shift| shift.then != shift.now).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::CostBehavior::Fixed;
    use crate::fixture::{Fixture, euros};
    use crate::{LockedPlan, MotionStatus};

    #[test]
    fn a_plan_differs_from_the_locked_one() {
        let mut fixture = Fixture::new();
        let kept = fixture.motion("co_created", date(2026, 1, 1), date(2026, 3, 31), &[]);
        let moved = fixture.motion("joint_gtm", date(2026, 1, 1), date(2026, 3, 31), &[]);
        let dropped = fixture.motion("referral", date(2026, 1, 1), date(2026, 3, 31), &[]);
        fixture.line(kept, Fixed, 700, &[]);
        fixture.line(moved, Fixed, 300, &[]);
        fixture.line(dropped, Fixed, 50, &[]);
        fixture.project(moved, "revenue", 100.0);
        let id = fixture.id();
        let plan = LockedPlan::of(&fixture.workspace, id, crate::fixture::name("Q1"), date(2026, 1, 1)).unwrap();
        assert_eq!(variance(&plan.workspace().unwrap(), &fixture.workspace), PlanVariance::default());

        fixture.workspace.motions[1].start = date(2026, 1, 15);
        fixture.workspace.motions[1].end = date(2026, 3, 30);
        fixture.workspace.motions[2].status = MotionStatus::Dropped;
        fixture.workspace.budget_lines[1].planned_minor = 450;
        fixture.workspace.projections[0].total = 80.0;
        fixture.project(moved, "orders", 9.0);
        let added = fixture.motion("referral", date(2026, 1, 1), date(2026, 3, 31), &[]);
        let found = variance(&plan.workspace().unwrap(), &fixture.workspace);
        let figure =
            |metric: &'static str, then, now| FigureShift { metric: Key::literal(metric), then, now: Some(now) };
        let shift = MotionShift {
            motion: moved,
            start_days: 14,
            end_days: -1,
            budget: vec![MoneyShift { then: euros(300), now: euros(450) }],
            projections: vec![figure("revenue", Some(100.0), 80.0), figure("orders", None, 9.0)],
        };
        assert_eq!((found.added, found.removed, found.shifted), (vec![added], vec![dropped], vec![shift]));
        assert_eq!(found.budget, [MoneyShift { then: euros(1050), now: euros(1150) }]);
    }
}
