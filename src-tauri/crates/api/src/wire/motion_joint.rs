//! How two companies work on one motion: roles, who does what, risks, decisions, and its character as two shares.

use domain::{
    Audience, Character, Date, Function, Health, MotionId, MotionNoteId, NoteKind, OrganizationId, Owner, RaciLetter,
    RiskId, Weight,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MotionPartnerView, Text};

/// The joint side of one motion.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionJoint {
    pub motion: MotionId,
    pub health: Health,
    /// Why it goes as it goes.
    pub health_reason: String,
    pub health_audience: Audience,
    pub objective_audience: Audience,
    pub partners: Vec<MotionPartnerView>,
    /// Roles to choose from: the usual ones, then those that this workspace uses.
    pub roles: Vec<String>,
    /// By organization, ours first, then by function.
    pub raci: Vec<RaciView>,
    /// What is wrong with these parts, as a sentence; none when nothing is.
    pub raci_gap: Option<String>,
    /// Open ones first, the gravest first.
    pub risks: Vec<RiskView>,
    /// The newest first.
    pub notes: Vec<MotionNoteView>,
    /// Evidence decides; the kind speaks until there is some.
    pub character: Character,
    /// What its kind promises.
    pub by_kind: CharacterShares,
    /// What is planned and recorded for it shows.
    pub by_evidence: CharacterShares,
}

/// A character with its two shares, which add up to 1; none where it is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CharacterShares {
    pub character: Character,
    /// 0 (tactic) to 5 (strategy).
    pub depth: Option<f64>,
    pub strategic: Option<f64>,
    pub tactical: Option<f64>,
}

/// A partner's role in a motion.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionPartnerUpdate {
    pub motion: MotionId,
    pub organization: OrganizationId,
    /// In words; may be empty.
    pub role: Text,
}

/// How it goes and why.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionHealthSet {
    pub id: MotionId,
    pub health: Health,
    pub reason: Text,
}

/// Who may read one of a motion's texts.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionAudienceSet {
    pub id: MotionId,
    pub text: MotionText,
    pub audience: Audience,
}

/// A motion's texts that have an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MotionText {
    Objective,
    HealthReason,
}

/// A function's part.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RaciView {
    pub organization: OrganizationId,
    pub name: String,
    pub is_us: bool,
    pub function: Function,
    pub letter: RaciLetter,
}

/// A function's part as it shall be; without a letter it has none.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RaciSet {
    pub motion: MotionId,
    /// Us, or a partner of the motion.
    pub organization: OrganizationId,
    pub function: Function,
    pub letter: Option<RaciLetter>,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RiskView {
    pub id: RiskId,
    pub what: String,
    pub likelihood: Weight,
    pub impact: Weight,
    /// Likelihood × impact, 1 to 25.
    pub exposure: u8,
    pub answer: String,
    pub owner: Option<Owner>,
    /// In words; empty for nobody.
    pub owner_name: String,
    pub open: bool,
    pub audience: Audience,
}

/// A risk as it shall be: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RiskSet {
    pub id: Option<RiskId>,
    pub motion: MotionId,
    pub what: Text,
    pub likelihood: Weight,
    pub impact: Weight,
    pub answer: Text,
    pub owner: Option<Owner>,
    pub open: bool,
    pub audience: Audience,
}

/// One risk.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct RiskRequest {
    pub id: RiskId,
}

/// A decision, a meeting or a remark.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionNoteView {
    pub id: MotionNoteId,
    #[ts(type = "string")]
    pub date: Date,
    pub kind: NoteKind,
    pub text: String,
    pub audience: Audience,
}

/// A note as it shall be: a new one without an id.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionNoteSet {
    pub id: Option<MotionNoteId>,
    pub motion: MotionId,
    #[ts(type = "string")]
    pub date: Date,
    pub kind: NoteKind,
    pub text: Text,
    pub audience: Audience,
}

/// One note.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionNoteRequest {
    pub id: MotionNoteId,
}
