//! The kinds of sections: their keys, their order, the options that each begins with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::section::{MapExtent, ProfilesOf, SectionContent};

/// A section without its options: what it is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "named as the variants of `SectionContent`")]
pub enum SectionKind {
    Cover,
    Summary,
    Strategy,
    Map,
    Partners,
    Profiles,
    Timeline,
    Motions,
    Outcomes,
    Scenarios,
    Growth,
    JointPlan,
    Review,
    Changes,
    Risks,
    Budget,
    Glossary,
    Method,
    Text,
}

impl SectionKind {
    /// Every kind, in the order of a new document.
    pub const ALL: [Self; 19] = [
        Self::Cover,
        Self::Summary,
        Self::Review,
        Self::Strategy,
        Self::Map,
        Self::Growth,
        Self::Partners,
        Self::Profiles,
        Self::JointPlan,
        Self::Timeline,
        Self::Motions,
        Self::Outcomes,
        Self::Scenarios,
        Self::Risks,
        Self::Budget,
        Self::Changes,
        Self::Text,
        Self::Glossary,
        Self::Method,
    ];

    /// On the command line and in words tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Summary => "summary",
            Self::Strategy => "strategy",
            Self::Map => "map",
            Self::Partners => "partners",
            Self::Profiles => "profiles",
            Self::Timeline => "timeline",
            Self::Motions => "motions",
            Self::Outcomes => "outcomes",
            Self::Scenarios => "scenarios",
            Self::JointPlan => "joint_plan",
            Self::Changes => "changes",
            Self::Review => "review",
            Self::Growth => "growth",
            Self::Risks => "risks",
            Self::Budget => "budget",
            Self::Glossary => "glossary",
            Self::Method => "method",
            Self::Text => "text",
        }
    }

    /// The kind of that key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a new document prints it. What looks back, or speaks to one partner, is asked for.
    pub fn is_everyday(self) -> bool {
        !matches!(self, Self::Text | Self::JointPlan | Self::Changes | Self::Review | Self::Growth)
    }

    /// Whether a finding or words of one's own can stand over it; the others keep their fixed words or their title.
    pub fn takes_heading(self) -> bool {
        match self {
            Self::Summary
            | Self::Strategy
            | Self::Map
            | Self::Outcomes
            | Self::Scenarios
            | Self::Growth
            | Self::JointPlan
            | Self::Review
            | Self::Changes
            | Self::Risks
            | Self::Budget => true,
            Self::Cover
            | Self::Partners
            | Self::Profiles
            | Self::Timeline
            | Self::Motions
            | Self::Glossary
            | Self::Method
            | Self::Text => false,
        }
    }

    /// The options that a new section has.
    pub fn plain(self) -> SectionContent {
        match self {
            Self::Cover => SectionContent::Cover {},
            Self::Summary => SectionContent::Summary { figures: true, findings: true, contents: true },
            Self::Strategy => SectionContent::Strategy { profile: true, known: true },
            Self::Map => SectionContent::Map {
                extent: MapExtent::Whole,
                legend: true,
                details: true,
                unplaced: true,
                readings: true,
                partners: false,
            },
            Self::Partners => SectionContent::Partners {},
            Self::Profiles => SectionContent::Profiles { of: ProfilesOf::Strategic, aspects: true },
            Self::Timeline => SectionContent::Timeline {},
            Self::Motions => SectionContent::Motions { budget: true },
            Self::Outcomes => SectionContent::Outcomes { months: true },
            Self::Scenarios => SectionContent::Scenarios { differences: true, inputs: true },
            Self::JointPlan => SectionContent::JointPlan { partners: Vec::new() },
            Self::Changes => SectionContent::Changes { since: None },
            Self::Review => SectionContent::Review {},
            Self::Growth => SectionContent::Growth {},
            Self::Risks => SectionContent::Risks {},
            Self::Budget => SectionContent::Budget { funds: true },
            Self::Glossary => SectionContent::Glossary {},
            Self::Method => SectionContent::Method {},
            Self::Text => SectionContent::Text { title: String::new(), markdown: String::new() },
        }
    }
}
