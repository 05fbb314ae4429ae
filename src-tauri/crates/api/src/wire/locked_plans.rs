//! Plans as of a date, and how the plan differs from one.

use domain::{Date, Key, LockedPlanId, Money, MotionId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A plan to lock, as of today.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlanLock {
    pub name: String,
}

/// A locked plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LockedPlanView {
    pub id: LockedPlanId,
    pub name: String,
    #[ts(type = "string")]
    pub date: Date,
}

/// One locked plan.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LockedPlanRequest {
    pub id: LockedPlanId,
}

/// How the plan, in the chosen scenario, differs from a locked one.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlanVarianceView {
    pub plan: LockedPlanView,
    /// Motions that differ, by name.
    pub motions: Vec<MotionShiftView>,
    /// New since, or switched on; by name.
    pub added: Vec<NamedMotion>,
    /// Deleted, dropped or switched off since; by name.
    pub removed: Vec<NamedMotion>,
    /// All planned money, one for each currency that differs.
    pub budget: Vec<MoneyShiftView>,
}

/// A motion by name.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct NamedMotion {
    pub id: MotionId,
    pub name: String,
}

/// How one motion differs.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionShiftView {
    pub id: MotionId,
    pub name: String,
    /// Days later; below zero, earlier.
    #[ts(type = "number")]
    pub start_days: i64,
    #[ts(type = "number")]
    pub end_days: i64,
    pub budget: Vec<MoneyShiftView>,
    pub projections: Vec<FigureShiftView>,
    /// All of it as a sentence: "ends 12 days later; +€4,000".
    pub words: String,
}

/// Planned money then and now.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MoneyShiftView {
    pub then: Money,
    pub now: Money,
    pub difference: Money,
}

/// A projection's total then and now, in its unit; "—" where there was none.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FigureShiftView {
    pub metric: Key,
    pub metric_name: String,
    pub then_text: String,
    pub now_text: String,
    pub difference_text: String,
    /// For the better; none where it cannot be told.
    pub better: Option<bool>,
}
