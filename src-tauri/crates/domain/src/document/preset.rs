//! Documents that are made again and again: which sections each begins with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::section::{Section, SectionContent};
use super::{DocumentSettings, SectionKind};

/// What a new document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentPreset {
    /// The whole plan.
    #[default]
    Plan,
    /// A meeting once a quarter: last actions first, then mostly what is next.
    Quarterly,
}

impl DocumentPreset {
    /// What such a document begins as.
    pub fn settings(self) -> DocumentSettings {
        match self {
            Self::Plan => DocumentSettings::default(),
            Self::Quarterly => {
                let kinds = [
                    SectionKind::Cover,
                    SectionKind::Review,
                    SectionKind::Outcomes,
                    SectionKind::Timeline,
                    SectionKind::Risks,
                    SectionKind::Scenarios,
                    SectionKind::Changes,
                ];
                let brief = |kind| match kind {
                    SectionKind::Outcomes => SectionContent::Outcomes { months: false },
                    SectionKind::Scenarios => SectionContent::Scenarios { differences: true, inputs: false },
                    other => other.plain(),
                };
                let section = |kind| Section { content: brief(kind), ..Section::plain(kind) };
                DocumentSettings { outline: kinds.into_iter().map(section).collect(), ..DocumentSettings::default() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_begins_with_last_actions_and_keeps_its_bounds() {
        let settings = DocumentPreset::Quarterly.settings();
        let kinds: Vec<SectionKind> = settings.outline.iter().map(|section| section.content.kind()).collect();
        assert_eq!(kinds[..2], [SectionKind::Cover, SectionKind::Review]);
        assert_eq!(settings.check(), Ok(()));
        assert_eq!(DocumentPreset::Plan.settings(), DocumentSettings::default());
    }
}
