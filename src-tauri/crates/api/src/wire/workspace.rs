//! The open workspace: its settings and vocabulary, its scenarios, its history.

use domain::{
    Audience, Bounds, Currency, Date, FiscalYear, Key, MetricSide, MetricUnit, Month, OrganizationId, OrganizationKind,
    Owner, ScenarioId, Stage,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the frame and every form need to know of the open workspace.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct WorkspaceState {
    pub name: String,
    /// The file's name without its folder.
    pub file_name: String,
    pub us: OrganizationId,
    pub us_name: String,
    pub currency: Currency,
    /// The sign before an amount.
    pub currency_symbol: String,
    pub fiscal_year: FiscalYear,
    /// Its first and last month.
    pub fiscal_months: [Month; 2],
    /// The host's day.
    #[ts(type = "string")]
    pub today: Date,
    /// Besides Expected.
    pub scenarios: Vec<ScenarioView>,
    /// The chosen one; none is Expected.
    pub scenario: Option<ScenarioId>,
    /// The sentence of the step that undo would take back.
    pub undo: Option<String>,
    /// The sentence of the step that redo would bring again.
    pub redo: Option<String>,
    pub organization_kinds: Vec<OrganizationKind>,
    pub stages: Vec<Stage>,
    pub relationship_kinds: Vec<RelationshipKindView>,
    pub motion_kinds: Vec<MotionKindView>,
    pub metrics: Vec<MetricView>,
    /// Depths at which a relationship's character changes.
    pub bounds: Bounds,
    pub owners: Vec<OwnerView>,
    /// Partners, without us.
    pub partner_count: u32,
    pub relationship_count: u32,
    pub motion_count: u32,
}

/// A scenario to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioView {
    pub id: ScenarioId,
    pub name: String,
    /// How many differences it holds.
    pub differences: u32,
}

/// A kind of relationship to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RelationshipKindView {
    pub key: Key,
    pub forward: String,
    pub reverse: String,
    pub symmetric: bool,
}

/// A kind of motion to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionKindView {
    pub key: Key,
    pub name: String,
    /// Strategic or tactical by kind.
    pub side: MetricSide,
}

/// A metric to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricView {
    pub key: Key,
    pub name: String,
    pub unit: MetricUnit,
    pub side: MetricSide,
    pub definition: String,
}

/// An owner to choose, with its words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OwnerView {
    pub owner: Owner,
    /// "Marketing lead", or a person's name.
    pub label: String,
}

/// A copy that holds only what its readers may see.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct HandOver {
    pub audience: Audience,
}

/// Which scenario applies in this window.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ScenarioChoice {
    /// None is Expected.
    pub scenario: Option<ScenarioId>,
}

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepRequest {
    /// Its number.
    pub seq: i64,
}

/// A step that was taken back or brought again.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StepDone {
    /// What the step had done ("Added partner Acme").
    pub sentence: String,
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct HistoryLine {
    pub seq: i64,
    /// `new`, `do`, `undo` or `redo`.
    pub kind: String,
    pub sentence: String,
    pub author: String,
    /// UTC, RFC 3339.
    pub time: String,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FileWritten {
    /// Its name without its folder.
    pub file_name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// By which this window can ask to see it.
    pub token: String,
}

/// A file or folder that this window has just written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct WrittenRequest {
    pub token: String,
}
