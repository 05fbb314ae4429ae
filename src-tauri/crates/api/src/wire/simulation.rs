//! How sure the plan is: what a simulation of it says, and the rules that it goes by.

use domain::{CorrelationGroupId, Key, Month, MotionId, ScenarioId, SimulationRules};
use forecast::simulation::Band;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// What to simulate: a metric of a motion, or of all, over a fiscal year.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SimulateRequest {
    /// The job's id, for its progress and to stop it.
    pub job: String,
    pub metric: Key,
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    /// By the calendar year that it ends in.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
    /// In place of the workspace's.
    #[serde(default)]
    #[ts(optional)]
    pub runs: Option<u32>,
    /// In place of the workspace's.
    #[serde(default)]
    #[ts(optional)]
    pub seed: Option<u32>,
}

/// A simulated plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SimulationView {
    pub metric: Key,
    pub metric_name: String,
    pub motion: Option<MotionId>,
    pub scenario: Option<ScenarioId>,
    pub scenario_name: String,
    pub first: Month,
    pub last: Month,
    pub runs: u32,
    pub seed: u32,
    pub correlation: f64,
    pub groups: Vec<CorrelationGroupView>,
    /// Every uncertain input, the one that moves the figure at the end most first.
    pub drivers: Vec<DriverSwing>,
    pub months: Vec<SimulatedMonth>,
    /// The figure at the end as expected.
    pub planned: Option<f64>,
    pub planned_text: String,
    /// Of all runs.
    pub mean: Option<f64>,
    /// The figure at the end that is aimed at: the target of the year, else what is planned.
    pub target: Option<TargetChance>,
    /// "In eight of ten simulated outcomes revenue to Dec 2026 lies between €6.8M and €10.2M, given these inputs."
    pub words: String,
    /// "10,000 runs, seed 1, 14 uncertain inputs that go together by 0.3."
    pub how: String,
}

/// One month of a simulated plan; none where nothing is planned.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SimulatedMonth {
    pub month: Month,
    pub alone: Option<Band>,
    pub to_date: Option<Band>,
}

/// An uncertain input and what it does to the figure at the end, the others at their middle.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DriverSwing {
    /// `driver:…`.
    pub id: String,
    /// "Customer introductions, win rate".
    pub name: String,
    /// "18% to 31%, PERT".
    pub range_text: String,
    pub at_p10: f64,
    pub at_p90: f64,
    pub at_p10_text: String,
    pub at_p90_text: String,
}

/// How likely a figure is reached.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TargetChance {
    pub value: f64,
    pub value_text: String,
    /// Somebody set it; else it is the plan.
    pub is_set: bool,
    /// The part of the simulated outcomes that reach it.
    pub chance: f64,
    /// "The target of €8M is reached in 61 % of the simulated outcomes, given these inputs."
    pub words: String,
}

/// What a metric is to reach in a fiscal year; an empty value takes it away.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct TargetSet {
    pub metric: Key,
    pub year: i32,
    pub value: Text,
}

/// How the workspace is simulated.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SimulationSettings {
    pub rules: SimulationRules,
    pub groups: Vec<CorrelationGroupView>,
}

/// Motions that go well or badly together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CorrelationGroupView {
    pub id: CorrelationGroupId,
    pub name: String,
    pub correlation: f64,
    pub motions: Vec<MotionId>,
}

/// Adds a group, or changes one; its motions leave the groups that they were in.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CorrelationGroupSet {
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<CorrelationGroupId>,
    pub name: Text,
    pub correlation: f64,
    pub motions: Vec<MotionId>,
}

/// One group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CorrelationGroupRequest {
    pub id: CorrelationGroupId,
}
