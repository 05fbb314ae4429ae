//! The joint business plan with one partner.

use domain::{
    AccountId, Audience, Figure, JointObjectiveId, JointPlanField, Key, MetricUnit, Name, ObjectiveKind, OrganizationId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// The joint plan with a partner. Every partner has one; it is empty until something is written into it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlan {
    pub organization: OrganizationId,
    pub name: String,
    /// All texts, in the order of the plan.
    pub texts: Vec<JointPlanTextView>,
    /// By name.
    pub accounts: Vec<JointPlanAccountView>,
    /// In their order.
    pub objectives: Vec<JointObjectiveView>,
    /// The fiscal year of today.
    pub year: i32,
    /// The names of that year's quarters: "Apr – Jun 2026".
    pub quarters: [String; 4],
}

/// One text; empty until it is written.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlanTextView {
    pub field: JointPlanField,
    /// "Why us together".
    pub name: String,
    pub text: String,
    pub audience: Audience,
}

/// One text as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlanTextSet {
    pub organization: OrganizationId,
    pub field: JointPlanField,
    pub text: Text,
    pub audience: Audience,
}

/// An account that both want to win.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlanAccountView {
    pub account: AccountId,
    pub name: String,
    pub note: String,
    pub audience: Audience,
}

/// A named account as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlanAccountSet {
    pub organization: OrganizationId,
    pub account: AccountId,
    pub note: Text,
    pub audience: Audience,
}

/// A named account.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointPlanAccountRequest {
    pub organization: OrganizationId,
    pub account: AccountId,
}

/// Something to reach in a fiscal year.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointObjectiveView {
    pub id: JointObjectiveId,
    pub kind: ObjectiveKind,
    pub name: String,
    pub metric: Option<Key>,
    pub metric_name: Option<String>,
    pub unit: Option<MetricUnit>,
    pub year: i32,
    pub target: Option<TargetView>,
    pub audience: Audience,
}

/// A year's target, the sum of its quarters.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TargetView {
    pub year: Figure,
    pub quarters: [Figure; 4],
}

/// A new objective, after the others. A target is split evenly over the four quarters.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointObjectiveAdd {
    pub organization: OrganizationId,
    pub kind: ObjectiveKind,
    pub name: Name,
    pub metric: Option<Key>,
    /// None: the fiscal year of today.
    pub year: Option<i32>,
    pub target: Option<Figure>,
}

/// A new objective's id.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointObjectiveAdded {
    pub id: JointObjectiveId,
}

/// One thing about an objective, changed in one step.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointObjectiveUpdate {
    pub id: JointObjectiveId,
    pub change: JointObjectiveChange,
}

/// A field with its new value.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum JointObjectiveChange {
    Kind(ObjectiveKind),
    Name(Name),
    /// A metric of another unit takes the target away.
    Metric(Option<Key>),
    Year(i32),
    /// The year's target: its quarters keep their proportion. None: words alone.
    Target(Option<Figure>),
    /// One quarter's target: the others stay, so the year's target changes with it.
    Quarter(QuarterSet),
    Audience(Audience),
}

/// A quarter's target.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct QuarterSet {
    /// 1 to 4, of the fiscal year.
    pub quarter: u8,
    pub target: Figure,
}

/// One objective.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct JointObjectiveRequest {
    pub id: JointObjectiveId,
}
