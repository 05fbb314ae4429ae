//! The settings of a document: its paper, its brand, its outline, and the bounds that they keep.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SectionKind;
use super::brand::PartyLogo;
use super::section::{Section, SectionContent};
use crate::ScenarioId;

/// Most sections of one document.
const SECTIONS_MAX: usize = 100;
/// Most characters of a line on the cover.
const LINE_MAX: usize = 1_000;
/// Most characters of a text page.
const TEXT_MAX: usize = 200_000;

/// What a document looks like and holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct DocumentSettings {
    /// On the cover; empty gives the workspace's name.
    pub title: String,
    /// A sentence at the foot of the cover; empty gives the standing one.
    pub subtitle: String,
    /// Whom it is for.
    pub client: Party,
    /// Who made it.
    pub preparer: Party,
    /// The author in the metadata; empty gives the preparer, without one us.
    pub author: String,
    /// As typed ("Version 3").
    pub version: String,
    /// The day that it speaks of; without one, the day of its making.
    #[ts(type = "string | null")]
    pub date: Option<Date>,
    /// In the foot of each page ("Confidential"); may be empty.
    pub confidentiality: String,
    /// Marked as a draft on each page.
    pub draft: bool,
    /// Its pages.
    pub paper: Paper,
    /// The brand's color.
    pub accent: Accent,
    /// Whose figures are printed.
    pub scenario: DocumentScenario,
    /// What is printed wherever it would stand.
    pub show: Show,
    /// Its sections, in order.
    pub outline: Vec<Section>,
}

/// The scenario that a document's figures follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentScenario {
    /// The one that is chosen in the title bar.
    #[default]
    Chosen,
    /// Expected, whatever is looked at.
    Expected,
    /// A scenario of its own; one that is gone gives way to Expected.
    Named(ScenarioId),
}

/// What a document prints wherever it would stand, or nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Show {
    /// Money: budgets, funds, and every metric that is money.
    pub amounts: bool,
    /// What partners are called; without it each is a kind and a number ("Reseller 1").
    pub partner_names: bool,
    /// What rests on evidence, what on judgment, what is unknown.
    pub known: bool,
    /// In the foot.
    pub page_numbers: bool,
}

impl Default for Show {
    fn default() -> Self {
        Self { amounts: true, partner_names: true, known: true, page_numbers: true }
    }
}

/// A company on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Its name; empty shows none.
    pub name: String,
    /// The logo beside it.
    pub logo: Option<PartyLogo>,
}

/// The pages of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
    /// 10 by 5.625 inches, as slides of 16:9 are.
    Wide,
}

/// A color as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Accent(String);

/// A text that is no color.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no color: write it as # and six digits, such as #0b6353")]
pub struct AccentError(String);

/// Settings that are out of bounds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// Too many sections.
    #[error("the outline has {0} sections, and {SECTIONS_MAX} are the most: remove some")]
    Sections(usize),
    /// A kind that can stand in a document once stands there again.
    #[error("the section '{0}' stands in the outline twice: only texts may be several")]
    Twice(&'static str),
    /// A line too long.
    #[error("the {0} has {1} characters, and {LINE_MAX} are the most: shorten it")]
    Line(&'static str, usize),
    /// A text too long.
    #[error("a text has {0} characters, and {TEXT_MAX} are the most: divide it into several sections")]
    Text(usize),
}

impl Default for DocumentSettings {
    fn default() -> Self {
        Self {
            title: String::new(),
            subtitle: String::new(),
            client: Party::default(),
            preparer: Party::default(),
            author: String::new(),
            version: String::new(),
            date: None,
            confidentiality: String::new(),
            draft: false,
            paper: Paper::default(),
            accent: Accent::default(),
            scenario: DocumentScenario::default(),
            show: Show::default(),
            outline: SectionKind::ALL.into_iter().filter(|kind| kind.is_everyday()).map(Section::plain).collect(),
        }
    }
}

impl DocumentSettings {
    /// Whether they keep their bounds.
    pub fn check(&self) -> Result<(), DocumentError> {
        if self.outline.len() > SECTIONS_MAX {
            return Err(DocumentError::Sections(self.outline.len()));
        }
        let lines = [
            ("title", &self.title),
            ("sentence on the cover", &self.subtitle),
            ("client's name", &self.client.name),
            ("preparer's name", &self.preparer.name),
            ("author", &self.author),
            ("version", &self.version),
            ("confidentiality line", &self.confidentiality),
        ];
        for (what, line) in lines {
            let length = line.chars().count();
            if length > LINE_MAX {
                return Err(DocumentError::Line(what, length));
            }
        }
        for (at, section) in self.outline.iter().enumerate() {
            let kind = section.content.kind();
            if let SectionContent::Text { markdown, title } = &section.content {
                let length = markdown.chars().count().max(title.chars().count());
                if length > TEXT_MAX {
                    return Err(DocumentError::Text(length));
                }
            } else if self.outline[..at].iter().any(|before| before.content.kind() == kind) {
                return Err(DocumentError::Twice(kind.key()));
            }
        }
        Ok(())
    }

    /// Keeps the sections of `kinds` alone, switched on, in their order. One that the outline has keeps its options; of a
    /// text, all are kept.
    pub fn keep_sections(&mut self, kinds: &[SectionKind]) {
        let mut outline = Vec::new();
        for kind in kinds {
            let mut found = self.outline.iter().filter(|section| section.content.kind() == *kind).cloned().peekable();
            if found.peek().is_none() && *kind != SectionKind::Text {
                outline.push(Section::plain(*kind));
            }
            outline.extend(found.map(|section| Section { on: true, ..section }));
        }
        self.outline = outline;
    }
}

impl Accent {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Result<Self, AccentError> {
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(AccentError(text.chars().take(40).collect()))
        }
    }

    /// `#rrggbb`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Accent {
    /// Pine.
    fn default() -> Self {
        Self("#0b6353".into())
    }
}

impl TryFrom<String> for Accent {
    type Error = AccentError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Accent> for String {
    fn from(accent: Accent) -> Self {
        accent.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_settings_are_read_back_and_missing_ones_are_plain() {
        let plain = DocumentSettings::default();
        let text = serde_json::to_string(&plain).unwrap();
        assert_eq!(serde_json::from_str::<DocumentSettings>(&text).unwrap(), plain);
        assert_eq!(serde_json::from_str::<DocumentSettings>("{}").unwrap(), plain);
        assert!(serde_json::from_str::<DocumentSettings>(r#"{"accent": "red\"); eval("}"#).is_err());
        assert_eq!(plain.check(), Ok(()));
    }

    #[test]
    fn what_was_saved_before_an_option_existed_is_read() {
        let old = r#"{"outline": [{"on": true, "content": {"map": {"extent": "whole", "legend": true, "details": false,
            "unplaced": true}}}]}"#;
        let read: DocumentSettings = serde_json::from_str(old).unwrap();
        let expect = SectionContent::Map {
            extent: crate::MapExtent::Whole,
            legend: true,
            details: false,
            unplaced: true,
            readings: true,
            partners: false,
        };
        assert_eq!(read.outline[0].content, expect);
    }

    #[test]
    fn bounds_are_kept() {
        let with = |change: fn(&mut DocumentSettings)| {
            let mut settings = DocumentSettings::default();
            change(&mut settings);
            settings.check().map_err(|error| error.to_string())
        };
        for (change, expect) in [
            (
                (|s: &mut DocumentSettings| s.title = "x".repeat(1001)) as fn(&mut DocumentSettings),
                "the title has 1001 characters, and 1000 are the most: shorten it",
            ),
            (
                |s| s.outline.push(Section::plain(SectionKind::Cover)),
                "the section 'cover' stands in the outline twice: only texts may be several",
            ),
            (
                |s| s.outline = vec![Section::plain(SectionKind::Text); 101],
                "the outline has 101 sections, and 100 are the most: remove some",
            ),
        ] {
            assert_eq!(with(change), Err(expect.to_owned()));
        }
        assert_eq!(
            with(|s| s.outline.extend([Section::plain(SectionKind::Text), Section::plain(SectionKind::Text)])),
            Ok(())
        );
    }

    #[test]
    fn chosen_sections_keep_their_options_and_their_order() {
        let mut settings = DocumentSettings::default();
        let motions =
            settings.outline.iter_mut().find(|section| section.content.kind() == SectionKind::Motions).unwrap();
        (motions.on, motions.content) = (false, SectionContent::Motions { budget: false });
        settings.keep_sections(&[SectionKind::Motions, SectionKind::Cover, SectionKind::Text]);
        let expect = [
            Section { content: SectionContent::Motions { budget: false }, ..Section::plain(SectionKind::Motions) },
            Section::plain(SectionKind::Cover),
        ];
        assert_eq!(settings.outline, expect);
        for kind in SectionKind::ALL {
            assert_eq!((SectionKind::of(kind.key()), kind.plain().kind()), (Some(kind), kind));
        }
    }

    #[test]
    fn a_color_is_six_digits() {
        for (input, expect) in
            [("#0B6353", Some("#0b6353")), ("#abc", None), ("0b6353", None), ("#ggg000", None), ("", None)]
        {
            assert_eq!(Accent::parse(input).ok().as_ref().map(Accent::as_str), expect, "{input}");
        }
    }
}
