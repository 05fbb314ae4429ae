//! Scenarios: made, changed, set side by side, promoted; and what would have to be true for a target.

use domain::{
    Character, Date, DistributionKind, DriverId, Key, MetricUnit, Money, Month, MotionId, OrganizationId,
    RelationshipId, ScenarioDifferenceId, ScenarioId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Text;

/// Scenarios by what they come to.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenariosRequest {
    pub metric: Key,
    /// A fiscal year by the calendar year that it ends in; none is today's.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
    /// None is all of them.
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
}

/// Scenarios side by side, Expected first, the others in their order.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenariosView {
    pub metric: Key,
    pub metric_name: String,
    pub unit: MetricUnit,
    /// "FY 2026".
    pub year_label: String,
    pub rows: Vec<ScenarioRow>,
    /// The one that applies in this window; none is Expected.
    pub chosen: Option<ScenarioId>,
}

/// One scenario beside Expected.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioRow {
    /// None is Expected.
    pub id: Option<ScenarioId>,
    pub name: String,
    /// How many differences it holds, with those that change nothing.
    pub differences: u32,
    /// How many of them change nothing.
    pub unusable: u32,
    /// What is planned of the metric in the whole fiscal year; none where nothing is.
    pub planned: Option<f64>,
    pub planned_text: String,
    /// Planned − what Expected plans; none in Expected itself.
    pub difference: Option<f64>,
    /// "+€120k"; empty in Expected itself.
    pub difference_text: String,
    /// Better than Expected, by the metric's good direction; none where they are the same.
    pub better: Option<bool>,
}

/// One scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioRequest {
    pub scenario: ScenarioId,
}

/// One thing that a scenario sees differently.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioDifferenceView {
    pub id: ScenarioDifferenceId,
    /// The table of what differs: `projection`, `driver`, `motion`, `budget_line`, `organization` or `relationship`.
    pub table: String,
    /// Its id.
    #[ts(type = "string")]
    pub row: Uuid,
    /// Its column; of a projection also `input:win_rate` and `figure:2026-03`.
    pub column: String,
    /// The motion that it belongs to, if any.
    pub motion: Option<MotionId>,
    /// "Customer introductions, Sourced revenue: win rate".
    pub what: String,
    /// What Expected says.
    pub base_text: String,
    /// What the scenario says.
    pub text: String,
    /// It changes something.
    pub usable: bool,
    /// Why it changes nothing.
    pub why_not: Option<String>,
}

/// A new scenario.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioAdd {
    pub name: Text,
    /// It begins with this one's differences; without one it begins as Expected is.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<ScenarioId>,
}

/// A scenario was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioAdded {
    pub id: ScenarioId,
}

/// Another name for a scenario.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioRename {
    pub scenario: ScenarioId,
    pub name: Text,
}

/// Another place for a scenario in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioMove {
    pub scenario: ScenarioId,
    /// From 0, without Expected.
    pub position: u32,
}

/// What a scenario shall see differently, as one step. What Expected says too is no difference.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioSet {
    pub scenario: ScenarioId,
    pub changes: Vec<ScenarioChange>,
}

/// One change in a scenario.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ScenarioChange {
    /// An input of a projection's model, or its target under the name `total`.
    Input(ScenarioInput),
    /// A projection's figure of one month.
    Figure(ScenarioFigure),
    /// When a projection begins, and for how many months.
    Period(ScenarioPeriod),
    /// A motion's first and last day; what is not given stays.
    Dates(ScenarioDates),
    /// Whether a motion takes place.
    Motion(ScenarioMotion),
    /// A figure that several projections share.
    Driver(ScenarioDriver),
    /// What a budget line is planned at.
    Budget(ScenarioBudget),
    /// Whether an organization takes part at all.
    Organization(ScenarioOrganization),
    /// Of which character a relationship is.
    Lens(ScenarioLens),
}

/// A projection's input as typed; an end that is not typed is in no doubt.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioInput {
    pub motion: MotionId,
    pub metric: Key,
    /// `win_rate`, or `total` for the target.
    pub input: Key,
    pub value: Text,
    #[serde(default)]
    #[ts(optional, as = "Option<Text>")]
    pub low: Text,
    #[serde(default)]
    #[ts(optional, as = "Option<Text>")]
    pub high: Text,
    /// How it lies between the ends; without it as it does.
    #[serde(default)]
    #[ts(optional)]
    pub distribution: Option<DistributionKind>,
}

/// A projection's figure of one month as typed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioFigure {
    pub motion: MotionId,
    pub metric: Key,
    pub month: Month,
    pub value: Text,
}

/// The months of a projection; what is not given stays.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioPeriod {
    pub motion: MotionId,
    pub metric: Key,
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<Month>,
    #[serde(default)]
    #[ts(optional)]
    pub months: Option<u32>,
}

/// A motion's days.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioDates {
    pub motion: MotionId,
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub start: Option<Date>,
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub end: Option<Date>,
}

/// A motion on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioMotion {
    pub motion: MotionId,
    pub active: bool,
}

/// A shared figure as typed.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioDriver {
    pub driver: DriverId,
    pub value: Text,
    #[serde(default)]
    #[ts(optional, as = "Option<Text>")]
    pub low: Text,
    #[serde(default)]
    #[ts(optional, as = "Option<Text>")]
    pub high: Text,
    /// How it lies between the ends; without it as it does.
    #[serde(default)]
    #[ts(optional)]
    pub distribution: Option<DistributionKind>,
}

/// A planned amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioBudget {
    pub line: domain::BudgetLineId,
    pub planned: Money,
}

/// An organization in or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioOrganization {
    pub organization: OrganizationId,
    pub active: bool,
}

/// What a relationship is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioLens {
    pub relationship: RelationshipId,
    pub character: Character,
}

/// Differences that go: Expected applies there again.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioReset {
    pub scenario: ScenarioId,
    pub differences: Vec<ScenarioDifferenceId>,
}

/// Organizations that a scenario does without.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioLose {
    pub scenario: ScenarioId,
    pub organizations: Vec<OrganizationId>,
}

/// Partners that are strategic in a scenario, and motions that then take place.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioGraduate {
    pub scenario: ScenarioId,
    pub organizations: Vec<OrganizationId>,
    pub motions_on: Vec<MotionId>,
}

/// What is worth asking "what if" about.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioSuggestions {
    /// The reseller that brought most; none where none brought anything.
    pub top_reseller: Option<LoseSuggestion>,
    /// Affiliates that could become strategic, those that brought most first.
    pub affiliates: Vec<GraduateSuggestion>,
}

/// A partner that one may lose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct LoseSuggestion {
    pub organization: OrganizationId,
    pub name: String,
    /// "Boreal Systems brought €320k in FY 2026, 41 % of what resellers brought."
    pub sentence: String,
}

/// A partner that could graduate.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GraduateSuggestion {
    pub organization: OrganizationId,
    pub name: String,
    /// Why it could: "Brought €48k in FY 2026; depth 1.9, transactional by 0.3".
    pub sentence: String,
    /// Its motions that are switched off now.
    pub motions_off: Vec<MotionChoice>,
}

/// A motion to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionChoice {
    pub id: MotionId,
    pub name: String,
}

/// What one input would have to be for a target, all else as in the chosen scenario.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SolveRequest {
    pub motion: MotionId,
    /// The metric whose projection it is; without one the motion's only projection with such an input.
    #[serde(default)]
    #[ts(optional)]
    pub metric: Option<Key>,
    /// `win_rate`, or `total` for the target itself.
    pub input: Key,
    /// What the projection shall come to over its months, as typed.
    pub target: Text,
}

/// What would have to be true.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SolveView {
    pub metric: Key,
    /// The target is met.
    pub reachable: bool,
    /// What the input would have to be; where the target is out of reach, what comes nearest.
    pub value: f64,
    pub value_text: String,
    /// What is planned.
    pub base_text: String,
    /// "0 % to 100 %".
    pub range_words: String,
    /// What the projection comes to with this value.
    pub reached_text: String,
    /// "Revenue of €500k would need a win rate of 31 %, planned 25 %."
    pub sentence: String,
}

/// Sets the input to what it would have to be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SolveApply {
    pub solve: SolveRequest,
    /// Where; none is Expected.
    #[serde(default)]
    #[ts(optional)]
    pub scenario: Option<ScenarioId>,
}
