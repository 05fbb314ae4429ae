//! What the press is given: everything a plan document says, already chosen for its audience and already worded.
//!
//! Amounts, dates and counts that a reader sees come as finished text; dates and shares that place something on a page
//! come as values. Must not know: the store, metrics, scenarios or who may see what.

mod brand;
mod brief;
mod chapter;
mod motion;
mod outcomes;
mod profile;
mod said;
mod strategy;
mod table;
mod texts;

use std::collections::BTreeMap;

use domain::{Audience, Character, Date, Paper, SectionKind, Shape};
use serde::{Deserialize, Serialize};

pub use brand::{Brand, Logo};
pub use brief::{BriefContact, BriefFigure, BriefInput, BriefMotion, BriefStep};
pub use chapter::{Chapter, Part, PartOpening};
pub use motion::{Budget, BudgetRow, FunctionPart, MilestoneMark, MotionPage, PartnerPart, Payer, TaskRow};
pub use outcomes::{Chart, Measure, MonthVariance, Outcomes};
pub use profile::{Profile, Value};
pub use strategy::{AspectBar, Balance, BalancePart, Strategy};
pub use table::{Column, Side, Table};
pub use texts::{Tables, Term, TextPage};

/// A whole plan document.
///
/// Every text is data: it is printed as it stands, whatever it holds. A section whose input is empty keeps its page
/// and says what it waits for, so that a young workspace still makes a document that looks meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentInput {
    /// On the cover and in the metadata ("Partner growth plan 2026").
    pub title: String,
    /// One sentence at the foot of the cover; empty gives the standing one.
    pub subtitle: String,
    /// Our name.
    pub us: String,
    /// The workspace's name, in the foot of each page.
    pub workspace: String,
    /// Whom it is for.
    pub prepared_for: Option<String>,
    /// Who made it.
    pub prepared_by: Option<String>,
    /// The author in the metadata. Without one, who made it is; without that, `us`.
    pub author: Option<String>,
    /// "Version 3".
    pub version: Option<String>,
    /// The day that it speaks of: the today line and the creation date in the metadata.
    pub date: Date,
    /// The same as the cover shows it ("June 2026").
    pub date_text: String,
    /// "Confidential", in the foot of each page.
    pub confidentiality: Option<String>,
    /// Marked as a draft on each page.
    pub draft: bool,
    /// In the foot of each page.
    pub page_numbers: bool,
    /// Its pages.
    pub paper: Paper,
    /// Color and logos.
    pub brand: Brand,
    /// The currency that the amounts are in, as its ISO code.
    pub currency: String,
    /// Language of the document and its fixed words: one of [`crate::LANGUAGES`].
    pub language: String,
    /// For whom its content was chosen.
    pub audience: Audience,
    /// The scenario that its figures follow ("Expected").
    pub scenario: String,
    /// Which sections are printed, in order. A text takes the next of `texts`.
    pub outline: Vec<SectionKind>,
    /// The executive summary.
    pub summary: Summary,
    /// Strategy and tactic.
    pub strategy: Strategy,
    /// The ecosystem map.
    pub map: Option<MapPage>,
    /// Partners, by kind.
    pub partners: Vec<PartnerGroup>,
    /// Partners one by one.
    pub profiles: Vec<Profile>,
    /// One page or more for each motion, in this order.
    pub motions: Vec<MotionPage>,
    /// What was projected against what happened.
    pub outcomes: Outcomes,
    /// Sections that are made of parts.
    pub chapters: BTreeMap<SectionKind, Chapter>,
    /// What may go wrong.
    pub risks: Tables,
    /// What everything costs.
    pub budget: Tables,
    /// The metrics and their formulas.
    pub glossary: Vec<Term>,
    /// Where the figures come from.
    pub method: Method,
    /// Texts of the plan's own.
    pub texts: Vec<TextPage>,
}

/// The executive summary.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// The page's finding; without one, the section's name stands there.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// Key figures; six fill the page well.
    pub figures: Vec<KeyFigure>,
    /// One sentence each.
    pub findings: Vec<String>,
    /// Say where to read on.
    pub contents: bool,
}

/// A number that matters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// What it counts ("Strategic partners").
    pub label: String,
    /// The figure as text ("14").
    pub value: String,
    /// What it is measured against ("of 45"); may be empty.
    pub note: String,
}

/// The ecosystem map's page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapPage {
    /// The page's finding.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// The picture, with text in the family Inter, in units of a point.
    pub svg: String,
    /// Width and height in points that it was drawn for: see [`crate::map_room`].
    pub size: [f64; 2],
    /// What the picture shows, for a reader who cannot see it.
    pub alt: String,
    /// Its parts or groups, each on a page of its own, with every name large enough to read.
    pub details: Vec<MapDetail>,
    /// The kinds that it shows; none leaves the key out.
    pub legend: Vec<LegendKind>,
    /// How many are of each character.
    pub characters: Vec<CharacterCount>,
    /// "31 by evidence, 8 by judgment, 6 unknown; rules v1".
    pub known: String,
    /// Short readings of the map, three at best ("What holds", …).
    pub readings: Vec<Reading>,
    /// Names that the picture could not carry, each list under its title ("Not placed yet").
    pub lists: Vec<NameList>,
}

/// A part of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapDetail {
    /// Over it ("Technology"); empty counts the parts.
    pub title: String,
    /// The picture.
    pub svg: String,
    /// What it shows.
    pub alt: String,
    /// Width and height in points that it was drawn for.
    pub size: [f64; 2],
}

/// A kind in the legend of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LegendKind {
    /// The kind's name.
    pub name: String,
    /// Its shape.
    pub shape: Shape,
    /// Its color: a token of the design (`kind-brand`) or `#rrggbb`.
    pub color: String,
    /// How many the map shows.
    pub count: u64,
}

/// How many partners are of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CharacterCount {
    /// The character.
    pub character: Character,
    /// How many.
    pub count: u64,
}

/// A short text under its own small heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// "What holds".
    pub title: String,
    /// A sentence or two.
    pub text: String,
}

/// Names under a title.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NameList {
    /// "Not placed yet".
    pub title: String,
    /// In order.
    pub names: Vec<String>,
}

/// The partners of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerGroup {
    /// The kind's name ("Technology").
    pub kind: String,
    /// Its shape.
    pub shape: Shape,
    /// Its color: a token of the design or `#rrggbb`.
    pub color: String,
    /// In order.
    pub rows: Vec<PartnerRow>,
}

/// A partner in the table of its kind. Empty texts print as a dash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartnerRow {
    /// As typed.
    pub name: String,
    /// What it is for us.
    pub character: Character,
    /// Its tier.
    pub tier: String,
    /// Its lifecycle stage.
    pub stage: String,
    /// Who looks after it.
    pub owner: String,
    /// "3.7, lowest: success metrics 2.2".
    pub depth: String,
}

/// Sources and method.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Method {
    /// Paragraphs on how the figures were made.
    pub text: Vec<String>,
    /// Where they come from, one line each.
    pub sources: Vec<String>,
    /// Definitions of the metrics and words used.
    pub definitions: Vec<Reading>,
}
