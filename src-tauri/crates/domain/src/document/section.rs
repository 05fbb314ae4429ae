//! The sections of a document: what each may show, in which order, and under which heading.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SectionKind;
use crate::{LockedPlanId, OrganizationId, ViewId};

/// A section at its place in the outline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Whether it is printed.
    pub on: bool,
    /// What stands over it.
    #[serde(default)]
    pub heading: Heading,
    /// What it holds.
    pub content: SectionContent,
}

/// What stands over a section.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Heading {
    /// The section's fixed words.
    #[default]
    Neutral,
    /// A finding that somebody read and agreed to. It is printed while the data still says it.
    Accepted {
        /// As it was then.
        finding: String,
    },
    /// Words of one's own.
    Own {
        /// As typed.
        text: String,
        /// What the data said then: when it says something else, the words may have become wrong.
        finding: Option<String>,
    },
}

/// What a section holds, with its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SectionContent {
    /// Title, for whom, by whom.
    Cover {},
    /// The plan on a page.
    Summary {
        /// Numbers that matter.
        figures: bool,
        /// Sentences drawn from the data.
        findings: bool,
        /// Where to read on.
        contents: bool,
    },
    /// How much of the plan is strategy and how much tactic.
    Strategy {
        /// The six aspects.
        profile: bool,
        /// What is known by evidence and what by judgment.
        known: bool,
    },
    /// The ecosystem map.
    Map {
        /// What it shows.
        extent: MapExtent,
        /// The key beside it.
        legend: bool,
        /// Pages that show its parts large enough to read.
        details: bool,
        /// Names of who has no place on it.
        unplaced: bool,
        /// What holds, what is thin, who can grow: each in a sentence or two.
        #[serde(default = "yes")]
        readings: bool,
        /// Names of everyone on it, by kind.
        #[serde(default)]
        partners: bool,
    },
    /// Everyone, by kind, in a table.
    Partners {},
    /// Partners one by one.
    Profiles {
        /// Whom.
        of: ProfilesOf,
        /// Their six aspects.
        aspects: bool,
    },
    /// All motions on one axis.
    Timeline {},
    /// A page for each motion.
    Motions {
        /// What each costs and who pays.
        budget: bool,
    },
    /// Projected against actual.
    Outcomes {
        /// The months behind the chart.
        months: bool,
    },
    /// Which scenarios there are, and what was assumed.
    Scenarios {
        /// What each scenario sees differently.
        differences: bool,
        /// Inputs, rates and shared drivers with their ranges and doubts.
        inputs: bool,
    },
    /// The joint business plan with each of some partners.
    JointPlan {
        /// With whom; none: with everyone who has one.
        partners: Vec<OrganizationId>,
    },
    /// What is new, gone and different since an earlier version of the plan.
    Changes {
        /// The locked plan; none: the newest one.
        since: Option<LockedPlanId>,
    },
    /// Last quarter's actions and what came of them, then what is next.
    Review {},
    /// Who can we grow with?
    Growth {},
    /// What may go wrong.
    Risks {},
    /// What everything costs.
    Budget {
        /// Market development money.
        funds: bool,
    },
    /// The metrics and their formulas.
    Glossary {},
    /// Where the figures come from.
    Method {},
    /// A text of one's own.
    Text {
        /// Over it; may be empty.
        title: String,
        /// In Markdown.
        markdown: String,
    },
}

/// What a map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MapExtent {
    /// Everyone.
    Whole,
    /// What a saved view shows; everyone when it is gone.
    View(ViewId),
    /// Everyone, then each group on a page of its own.
    By(MapGrouping),
}

/// What the groups of a map's pages stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MapGrouping {
    /// Technology, resellers, …
    Kind,
    /// As tiers are set.
    Tier,
    /// Who of us looks after them. Only we are told who does: for others, kinds.
    Owner,
    /// The lens' zones.
    Character,
}

/// Whose profiles are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ProfilesOf {
    Strategic,
    StrategicAndEcotone,
    Everyone,
}

/// What a setting is that was saved before there was one.
fn yes() -> bool {
    true
}

impl SectionContent {
    /// What it is, without its options.
    pub fn kind(&self) -> SectionKind {
        match self {
            Self::Cover {} => SectionKind::Cover,
            Self::Summary { .. } => SectionKind::Summary,
            Self::Strategy { .. } => SectionKind::Strategy,
            Self::Map { .. } => SectionKind::Map,
            Self::Partners {} => SectionKind::Partners,
            Self::Profiles { .. } => SectionKind::Profiles,
            Self::Timeline {} => SectionKind::Timeline,
            Self::Motions { .. } => SectionKind::Motions,
            Self::Outcomes { .. } => SectionKind::Outcomes,
            Self::Scenarios { .. } => SectionKind::Scenarios,
            Self::JointPlan { .. } => SectionKind::JointPlan,
            Self::Changes { .. } => SectionKind::Changes,
            Self::Review {} => SectionKind::Review,
            Self::Growth {} => SectionKind::Growth,
            Self::Risks {} => SectionKind::Risks,
            Self::Budget { .. } => SectionKind::Budget,
            Self::Glossary {} => SectionKind::Glossary,
            Self::Method {} => SectionKind::Method,
            Self::Text { .. } => SectionKind::Text,
        }
    }
}

impl Section {
    /// A section that is printed, with the options that a new one has.
    pub fn plain(kind: SectionKind) -> Self {
        Self { on: true, heading: Heading::Neutral, content: kind.plain() }
    }
}
