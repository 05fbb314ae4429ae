//! How well a partner fits, and the profile that says what fitting is.

use domain::{Gate, GateQuestion, Key, Name, OrganizationId, Weight};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Text;

/// One line of the ideal-partner profile.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitCriterionView {
    pub key: Key,
    pub name: String,
    pub question: String,
    /// 0 to 5; 0 does not count.
    pub weight: u32,
    /// Partners with an answer to it.
    pub answers: u32,
}

/// A line of the profile as it shall be: a new one without a key.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitCriterionSet {
    pub key: Option<Key>,
    pub name: Name,
    pub question: Text,
    pub weight: u32,
}

/// The whole profile as it shall be. Answers to lines that are left out go.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitProfileSet {
    pub criteria: Vec<FitCriterionSet>,
}

/// How well one partner fits, and how that is made up.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitView {
    /// 1 to 5; none is Unknown.
    pub mean: Option<f64>,
    /// "(3 × 4 + 2 × 5) ÷ 5 = 4.4"; empty while nothing is answered.
    pub formula: String,
    /// Weight of what is answered, and of the whole profile.
    pub answered_weight: u32,
    pub weight: u32,
    pub lines: Vec<FitLine>,
    pub gate: Gate,
    pub questions: Vec<GateLine>,
}

/// One criterion with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitLine {
    pub criterion: Key,
    pub name: String,
    pub question: String,
    pub weight: u32,
    #[ts(type = "number | null")]
    pub score: Option<Weight>,
    pub note: String,
}

/// One question of the gate with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GateLine {
    pub question: GateQuestion,
    pub words: String,
    pub answer: Option<bool>,
    pub note: String,
}

/// An answer as it shall be; without a score and a note it goes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FitAnswerSet {
    pub organization: OrganizationId,
    pub criterion: Key,
    #[ts(type = "number | null")]
    pub score: Option<Weight>,
    pub note: Text,
}

/// An answer of the gate as it shall be; without a yes or no and a note it goes.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct GateAnswerSet {
    pub organization: OrganizationId,
    pub question: GateQuestion,
    pub answer: Option<bool>,
    pub note: Text,
}
