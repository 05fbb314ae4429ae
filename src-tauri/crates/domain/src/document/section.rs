//! The sections of a document: what each may show, in which order, and under which heading.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ViewId;

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
    Risks,
    Budget,
    Glossary,
    Method,
    Text,
}

impl SectionKind {
    /// Every kind, in the order of a new document.
    pub const ALL: [Self; 14] = [
        Self::Cover,
        Self::Summary,
        Self::Strategy,
        Self::Map,
        Self::Partners,
        Self::Profiles,
        Self::Timeline,
        Self::Motions,
        Self::Outcomes,
        Self::Risks,
        Self::Budget,
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

    /// The options that a new section has.
    pub fn plain(self) -> SectionContent {
        match self {
            Self::Cover => SectionContent::Cover {},
            Self::Summary => SectionContent::Summary { figures: true, findings: true, contents: true },
            Self::Strategy => SectionContent::Strategy { profile: true, known: true },
            Self::Map => SectionContent::Map { extent: MapExtent::Whole, legend: true, details: true, unplaced: true },
            Self::Partners => SectionContent::Partners {},
            Self::Profiles => SectionContent::Profiles { of: ProfilesOf::Strategic, aspects: true },
            Self::Timeline => SectionContent::Timeline {},
            Self::Motions => SectionContent::Motions { budget: true },
            Self::Outcomes => SectionContent::Outcomes { months: true },
            Self::Risks => SectionContent::Risks {},
            Self::Budget => SectionContent::Budget { funds: true },
            Self::Glossary => SectionContent::Glossary {},
            Self::Method => SectionContent::Method {},
            Self::Text => SectionContent::Text { title: String::new(), markdown: String::new() },
        }
    }
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
            Self::Risks {} => SectionKind::Risks,
            Self::Budget { .. } => SectionKind::Budget,
            Self::Glossary {} => SectionKind::Glossary,
            Self::Method {} => SectionKind::Method,
            Self::Text { .. } => SectionKind::Text,
        }
    }
}

impl Section {
    /// A section as a new document has it.
    pub fn plain(kind: SectionKind) -> Self {
        Self { on: true, heading: Heading::Neutral, content: kind.plain() }
    }
}
