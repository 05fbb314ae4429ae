//! What a brief for one partner says: a page, already chosen for its reader and already worded.

use domain::{Date, Paper};
use serde::{Deserialize, Serialize};

use super::{AspectBar, Brand, Reading};

/// A brief. Every text is printed as it stands; what does not fit on its one page is counted ("and 3 more").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BriefInput {
    /// Our name.
    pub us: String,
    /// The partner's name.
    pub partner: String,
    /// Over the page and in the metadata ("Tidewater and Nordlys").
    pub title: String,
    /// The author in the metadata; without one, `us`.
    pub author: Option<String>,
    /// The day that it speaks of.
    pub date: Date,
    /// The same as text ("3 June 2026").
    pub date_text: String,
    /// "Confidential", at the foot.
    pub confidentiality: Option<String>,
    /// Marked as a draft.
    pub draft: bool,
    /// Its page.
    pub paper: Paper,
    /// Color and logos: `client` is the partner's, `preparer` ours.
    pub brand: Brand,
    /// Language of the fixed words: one of [`crate::LANGUAGES`].
    pub language: String,
    /// Who we are together, in paragraphs.
    pub together: Vec<String>,
    /// What we bring, the weightiest first.
    pub ours: Vec<String>,
    /// What the partner brings.
    pub theirs: Vec<String>,
    /// What we do together.
    pub motions: Vec<BriefMotion>,
    /// What comes next, by day.
    pub steps: Vec<BriefStep>,
    /// What both want to reach.
    pub figures: Vec<BriefFigure>,
    /// Whom to talk to, on either side.
    pub contacts: Vec<BriefContact>,
    /// What is shown only because somebody switched it on.
    pub extras: Vec<Reading>,
    /// The six aspects, where switched on.
    pub aspects: Vec<AspectBar>,
}

/// A joint motion. Empty texts print as a dash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefMotion {
    /// As typed.
    pub name: String,
    /// "1 March to 31 October 2026".
    pub span: String,
    /// "Running".
    pub status: String,
    /// The partner's role in it.
    pub role: String,
}

/// Something agreed that is still to come. Empty texts print as a dash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefStep {
    /// As typed.
    pub what: String,
    /// The motion that it belongs to, and who does it.
    pub part: String,
    /// "by 14 April".
    pub when: String,
}

/// Something both want to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefFigure {
    /// "Accounts won together".
    pub label: String,
    /// "12"; empty where it is words alone.
    pub value: String,
    /// "in FY 2026"; may be empty.
    pub note: String,
}

/// Somebody to talk to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefContact {
    /// As typed.
    pub name: String,
    /// "Marketing, Tidewater".
    pub role: String,
    /// Address; may be empty.
    pub reach: String,
}

impl BriefInput {
    /// Every text that somebody typed, but for the names of the two companies.
    pub fn typed_mut(&mut self) -> Vec<&mut String> {
        let Self {
            us: _,
            partner: _,
            title: _,
            author,
            date: _,
            date_text: _,
            confidentiality,
            draft: _,
            paper: _,
            brand: _,
            language: _,
            together,
            ours,
            theirs,
            motions,
            steps,
            figures,
            contacts,
            extras,
            aspects: _,
        } = self;
        let motions = motions.iter_mut().flat_map(|BriefMotion { name, span: _, status: _, role }| [name, role]);
        let steps = steps.iter_mut().flat_map(|BriefStep { what, part, when: _ }| [what, part]);
        let figures = figures.iter_mut().flat_map(|BriefFigure { label, value, note }| [label, value, note]);
        let contacts = contacts.iter_mut().flat_map(|BriefContact { name, role, reach }| [name, role, reach]);
        let extras = extras.iter_mut().map(|Reading { title: _, text }| text);
        let lines = together.iter_mut().chain(ours).chain(theirs).chain(author).chain(confidentiality);
        lines.chain(motions).chain(steps).chain(figures).chain(contacts).chain(extras).collect()
    }
}
