//! The lens: how strategic a relationship is, by six aspects.
//!
//! Owns the aspects, the bounds and the characters; the parts below it own the rules (versions [`FIRST_RULES`] to [`NEWEST_RULES`]). Must not know
//! where the evidence is kept or how a lens is drawn.

mod activity;
mod assess;
mod character;
mod evidence;
mod facts;
mod held;
mod judge;
mod known;
mod motions;
mod reason;
mod relationships;
mod rulebook;
mod rules;
mod values;

pub use assess::{Assessment, assess};
pub use character::{character, depth, lowest, settle};
pub use evidence::CO_OWNING;
pub use held::{HeldCharacter, Passed, held};
pub use judge::{judged, judged_depth};
pub use known::{Known, OrganizationAssessment, Standing};
pub use motions::{MotionAssessment, strategic_share};
pub use reason::Reason;
pub use relationships::{AspectAssessment, RelationshipAssessment, reciprocity};
pub use rulebook::{Rule, RuleExample, Rulebook, rulebook};

/// The rules that every workspace begins with. The version is named wherever their result is shown.
pub const FIRST_RULES: u32 = 1;
/// The newest rules that a person can choose.
pub const NEWEST_RULES: u32 = 2;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The six aspects, in their fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it; the end words are in `end_words`")]
pub enum Aspect {
    Focus,
    RelationshipType,
    ValueExchange,
    ScalesBy,
    SuccessMetrics,
    Involvement,
}

impl Aspect {
    /// All six, in order.
    pub const ALL: [Self; 6] = [
        Self::Focus,
        Self::RelationshipType,
        Self::ValueExchange,
        Self::ScalesBy,
        Self::SuccessMetrics,
        Self::Involvement,
    ];

    /// On the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Focus => "Focus",
            Self::RelationshipType => "Relationship type",
            Self::ValueExchange => "Value exchange",
            Self::ScalesBy => "Scales by",
            Self::SuccessMetrics => "Success metrics",
            Self::Involvement => "Involvement",
        }
    }

    /// The words at 0 (tactic) and at 5 (strategy).
    pub fn end_words(self) -> (&'static str, &'static str) {
        match self {
            Self::Focus => ("performance", "long-term growth"),
            Self::RelationshipType => ("transactional", "co-owned"),
            Self::ValueExchange => ("commission", "shared value"),
            Self::ScalesBy => ("platform", "enablement"),
            Self::SuccessMetrics => ("ROAS, CPA", "market share, co-sell"),
            Self::Involvement => ("performance team", "marketing, sales, product, executive"),
        }
    }
}

/// A value for each aspect, 0 (tactic) to 5 (strategy), or none where unknown.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named as the aspects")]
pub struct Lens {
    pub focus: Option<f64>,
    pub relationship_type: Option<f64>,
    pub value_exchange: Option<f64>,
    pub scales_by: Option<f64>,
    pub success_metrics: Option<f64>,
    pub involvement: Option<f64>,
}

impl Lens {
    /// All six aspects known, in their fixed order.
    pub fn of(values: [f64; 6]) -> Self {
        let [focus, relationship_type, value_exchange, scales_by, success_metrics, involvement] = values.map(Some);
        Self { focus, relationship_type, value_exchange, scales_by, success_metrics, involvement }
    }

    /// The value of one aspect.
    pub fn get(&self, aspect: Aspect) -> Option<f64> {
        match aspect {
            Aspect::Focus => self.focus,
            Aspect::RelationshipType => self.relationship_type,
            Aspect::ValueExchange => self.value_exchange,
            Aspect::ScalesBy => self.scales_by,
            Aspect::SuccessMetrics => self.success_metrics,
            Aspect::Involvement => self.involvement,
        }
    }

    /// Sets the value of one aspect.
    pub fn set(&mut self, aspect: Aspect, value: Option<f64>) {
        match aspect {
            Aspect::Focus => self.focus = value,
            Aspect::RelationshipType => self.relationship_type = value,
            Aspect::ValueExchange => self.value_exchange = value,
            Aspect::ScalesBy => self.scales_by = value,
            Aspect::SuccessMetrics => self.success_metrics = value,
            Aspect::Involvement => self.involvement = value,
        }
    }
}

/// Where a relationship's character changes, by its depth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Bounds {
    /// Below: transactional.
    pub lower: f64,
    /// At or above: strategic.
    pub upper: f64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { lower: 2.0, upper: 3.0 }
    }
}

/// What a relationship, an organization or a motion is: tactic, strategy, or changing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Character {
    Unknown,
    Transactional,
    Ecotone,
    Strategic,
}

/// How the value of one aspect is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Not at all.
    Unknown,
    /// The default of the relationship's kind.
    Judgment,
    /// A person said so, with a reason.
    Overrule,
    /// From what is recorded, by the rules.
    Evidence,
}
