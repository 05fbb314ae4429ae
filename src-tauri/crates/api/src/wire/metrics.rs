//! Metrics: the library, own ones, the rules that they are counted by, and where a figure comes from.

use domain::{
    Basis, Better, Explanation, Key, MarketFigureId, MetricRules, MetricSide, MetricUnit, Money, Month, MotionId,
    OverMonths, OverMotions,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// The metrics of a workspace and how they are counted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricLibrary {
    pub metrics: Vec<MetricRow>,
    pub rules: MetricRules,
    pub market_figures: Vec<MarketFigureRow>,
}

/// A metric with all that defines it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricRow {
    pub key: Key,
    pub name: String,
    pub unit: MetricUnit,
    pub better: Better,
    pub over_months: OverMonths,
    pub over_motions: OverMotions,
    pub side: MetricSide,
    pub basis: Basis,
    pub definition: String,
    /// None: measured, or counted in the workspace.
    pub formula: Option<String>,
    /// Counted in deals, partners or funds.
    pub counted: bool,
    pub source: String,
    pub floor: u32,
    pub headline: bool,
    /// Every workspace begins with it: its formula and its unit stay as they are.
    pub built_in: bool,
    /// Why its formula cannot be worked out.
    pub problem: Option<String>,
    /// This fiscal year to date; "—" where there is none.
    pub value_text: String,
}

/// A metric as typed: a new one where no key is given.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricSet {
    #[serde(default)]
    #[ts(optional)]
    pub key: Option<Key>,
    pub name: Text,
    pub unit: MetricUnit,
    pub better: Better,
    pub over_months: OverMonths,
    pub over_motions: OverMotions,
    pub side: MetricSide,
    pub basis: Basis,
    pub definition: Text,
    /// Empty: its figures are typed or imported.
    pub formula: Text,
    pub source: Text,
    pub floor: u32,
    pub headline: bool,
}

/// One metric.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricRequest {
    pub key: Key,
}

/// A metric was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MetricKept {
    pub key: Key,
}

/// What a market was worth.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MarketFigureRow {
    pub id: MarketFigureId,
    pub year: i32,
    pub value: Money,
    pub scope: String,
    pub source: String,
}

/// What a market was worth, as typed: a new figure where no id is given.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MarketFigureSet {
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<MarketFigureId>,
    pub year: i32,
    pub value: Money,
    pub scope: Text,
    pub source: Text,
}

/// One market figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MarketFigureRequest {
    pub id: MarketFigureId,
}

/// Which figure to explain.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ExplainRequest {
    pub metric: Key,
    #[serde(default)]
    #[ts(optional)]
    pub motion: Option<MotionId>,
    pub first: Month,
    pub last: Month,
}

/// Where a figure comes from, in words and as it was worked out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ExplanationView {
    pub explanation: Explanation,
    /// The figure; "—" or "Unknown" with the reason in `why`.
    pub value_text: String,
    pub why: Option<String>,
    /// "January to June 2026, Peak Season Playbook".
    pub of: String,
    /// "First-year contract value"; none of what is no money.
    pub basis_text: Option<String>,
    /// The formula in the metrics' names.
    pub formula_text: Option<String>,
    /// The same with the figures put in, as people read them.
    pub numbers_text: Option<String>,
    pub parts: Vec<ExplainedLine>,
    /// "24 deals: €1.39M".
    pub sources: Vec<String>,
    /// What each partner brought.
    pub partners: Vec<String>,
    /// What is planned, and by which projections.
    pub planned_text: Option<String>,
    pub projections: Vec<String>,
    /// Settings, rates and what was left out.
    pub notes: Vec<String>,
}

/// A part of a formula.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ExplainedLine {
    pub metric: Key,
    pub name: String,
    pub value_text: String,
    pub sources: Vec<String>,
}
