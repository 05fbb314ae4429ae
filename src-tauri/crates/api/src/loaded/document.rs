//! The plan document's content: the workspace in the chosen scenario, as its audience may see it, worded for the press.
//!
//! Owns: what each section says, in the document's language. Must not know: how pages look.

mod brief;
mod budget;
mod built_in;
mod chapters;
mod findings;
mod funds;
mod groups;
mod laid_out;
mod left_out;
mod map;
mod method;
mod motion;
mod outcomes;
mod partners;
mod readings;
mod risks;
mod shown;
mod strategy;
mod summary;
mod terms;
mod told;
mod waiting;

use domain::{
    Audience, Date, DocumentSettings, Heading, Metric, MetricUnit, Motion, MotionStatus, OrganizationId,
    OrganizationLogo, Party, PartyLogo, ScenarioId, Section, SectionContent, SectionKind, StandIns, Workspace,
};
use picture::Language;
use press::{Brand, DocumentInput, Logo, TextPage, Words};

use super::Loaded;
use crate::ErrorReply;
use crate::commands::document::refusal;
use crate::open::OpenWorkspace;

pub(crate) use brief::BriefWriter;
pub(crate) use chapters::Earlier;
pub(crate) use findings::OpenFinding;
pub(crate) use laid_out::{LaidOut, Pages};
pub(in crate::loaded) use map::PrintedMap;
pub(crate) use shown::ShownWorkspaces;

/// A document as it is printed once: a saved one, or what was asked for in its place.
#[derive(Debug, Clone)]
pub(crate) struct Printed {
    pub(crate) audience: Audience,
    pub(crate) language: String,
    pub(crate) settings: DocumentSettings,
    /// Whose figures it prints; none is Expected.
    pub(crate) scenario: Option<ScenarioId>,
    /// What its partners are called where it prints no names.
    pub(crate) stand_ins: Option<StandIns>,
    /// The day of its making, where its settings name none.
    pub(crate) today: Date,
    /// The locked plan that its changes are counted from.
    pub(crate) earlier: Option<Earlier>,
}

/// What is needed to word a document.
pub(crate) struct Writer<'a> {
    loaded: &'a Loaded,
    printed: &'a Printed,
    words: &'static Words,
    /// The same language for figures and for pictures.
    language: Language,
    /// The motions that its reader may see, in the order of their pages.
    motions: Vec<&'a Motion>,
}

impl Loaded {
    /// All of the workspace, in the language of a document's reader.
    ///
    /// # Errors
    ///
    /// There are no words of this language.
    pub(crate) fn for_us(&self, printed: &Printed) -> Result<Self, ErrorReply> {
        let expected = told_in(self.expected.clone(), &printed.language)?;
        let language = words_of(&printed.language)?.language();
        Ok(Self { language, ..Self::new(expected, self.scenario, self.today, None, None) })
    }

    pub(crate) fn document_title(&self) -> String {
        self.workspace.settings.name.to_string()
    }
}

/// `workspace` with what is built in named in the language of a document.
///
/// # Errors
///
/// There are no words of this language.
pub(crate) fn told_in(mut workspace: Workspace, language: &str) -> Result<Workspace, ErrorReply> {
    built_in::name_in(&mut workspace, words_of(language)?.language());
    Ok(workspace)
}

fn words_of(language: &str) -> Result<&'static Words, ErrorReply> {
    press::words(language).map_err(|error| refusal(&error))
}

impl Printed {
    /// The day that it speaks of.
    pub(crate) fn date(&self) -> Date {
        self.settings.date.unwrap_or(self.today)
    }
}

impl<'a> Writer<'a> {
    /// `loaded` is the workspace as the document's audience may see it.
    pub(crate) fn new(loaded: &'a Loaded, printed: &'a Printed) -> Result<Self, ErrorReply> {
        let words = words_of(&printed.language)?;
        Ok(Self {
            motions: shown_motions(loaded, printed.audience),
            language: words.language(),
            loaded,
            printed,
            words,
        })
    }

    /// Everything the document says.
    pub(crate) fn input(&self, open: &OpenWorkspace) -> Result<DocumentInput, ErrorReply> {
        let mut input = self.named_input(open)?;
        if let Some(stand_ins) = &self.printed.stand_ins {
            for text in input.texts_mut() {
                *text = stand_ins.worded(text);
            }
        }
        Ok(input)
    }

    fn named_input(&self, open: &OpenWorkspace) -> Result<DocumentInput, ErrorReply> {
        let (loaded, settings) = (self.loaded, &self.printed.settings);
        let us = loaded.workspace.us().map(|us| us.name.to_string()).unwrap_or_default();
        let typed = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let date = self.printed.date();
        let map = self.section(SectionKind::Map);
        Ok(DocumentInput {
            title: self.title(),
            subtitle: settings.subtitle.clone(),
            us,
            workspace: loaded.workspace.settings.name.to_string(),
            prepared_for: typed(&settings.client.name),
            prepared_by: typed(&settings.preparer.name),
            author: typed(&settings.author),
            version: typed(&settings.version),
            date,
            date_text: self.words.month(date),
            confidentiality: typed(&settings.confidentiality),
            draft: settings.draft,
            page_numbers: settings.show.page_numbers,
            paper: settings.paper,
            brand: self.brand(open)?,
            currency: loaded.workspace.settings.currency.to_string(),
            language: self.printed.language.clone(),
            audience: self.printed.audience,
            scenario: loaded.scenario_name(),
            outline: self.kinds().collect(),
            summary: self.summary(),
            strategy: self.strategy(),
            map: map.map(|section| self.map_page(open, section)).transpose()?,
            partners: self.partner_groups(),
            profiles: self.profiles(),
            motions: self.motion_pages(),
            outcomes: self.outcomes_page(),
            chapters: self.chapters()?,
            risks: self.risks(),
            budget: self.budget_tables(),
            glossary: self.glossary(),
            method: self.method(),
            texts: self.texts(),
        })
    }

    /// On the cover.
    pub(crate) fn title(&self) -> String {
        let title = &self.printed.settings.title;
        if title.is_empty() { self.loaded.document_title() } else { title.clone() }
    }

    /// The sections that are printed, by kind.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = SectionKind> {
        self.outline().map(|section| section.content.kind())
    }

    /// The sections that are printed.
    fn outline(&self) -> impl Iterator<Item = &Section> {
        self.printed.settings.outline.iter().filter(|section| section.on)
    }

    fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.outline().find(|section| section.content.kind() == kind)
    }

    /// What stands over a section: its own words, or a finding that was accepted and still holds.
    fn heading(&self, kind: SectionKind) -> Option<String> {
        match &self.section(kind)?.heading {
            Heading::Neutral => None,
            Heading::Accepted { finding } => self.finding(kind).filter(|now| self.says_the_same(now, finding)),
            Heading::Own { text, .. } => Some(text.clone()),
        }
    }

    /// Whether a finding is still the one that was accepted, under the names that are printed.
    fn says_the_same(&self, now: &str, then: &str) -> bool {
        match &self.printed.stand_ins {
            Some(stand_ins) => stand_ins.worded(now) == stand_ins.worded(then),
            None => now == then,
        }
    }

    fn texts(&self) -> Vec<TextPage> {
        let text = |section: &Section| match &section.content {
            SectionContent::Text { title, markdown } => {
                Some(TextPage { title: title.clone(), markdown: markdown.clone() })
            }
            _ => None,
        };
        self.outline().filter_map(text).collect()
    }

    fn brand(&self, open: &OpenWorkspace) -> Result<Brand, ErrorReply> {
        let settings = &self.printed.settings;
        let of_organization = |id: OrganizationId| -> Result<Option<Logo>, ErrorReply> {
            let Some(organization) = self.loaded.workspace.organization(id) else { return Ok(None) };
            if self.printed.stand_ins.as_ref().is_some_and(|stand_ins| stand_ins.hides(id)) {
                return Ok(None);
            }
            let row = open.handle.with(move |file| file.get::<OrganizationLogo>(&id))??;
            Ok(row.and_then(|row| drawn(organization.name.as_str(), &row.png)))
        };
        let logo = |party: &Party| match &party.logo {
            Some(PartyLogo::Organization(id)) => of_organization(*id),
            Some(PartyLogo::Own { png }) => Ok(drawn(&party.name, png.bytes())),
            None => Ok(None),
        };
        Ok(Brand {
            accent: settings.accent.as_str().to_owned(),
            client: logo(&settings.client)?,
            preparer: logo(&settings.preparer)?,
        })
    }

    fn shows_amounts(&self) -> bool {
        self.printed.settings.show.amounts
    }

    fn shows_metric(&self, metric: &Metric) -> bool {
        self.shows_amounts() || metric.unit != MetricUnit::Money
    }

    fn is_ours(&self) -> bool {
        self.printed.audience == Audience::Internal
    }
}

/// Strategic motions first, each by its start. Others than us see what is proposed to them: no ideas or drafts, nothing
/// dropped.
fn shown_motions(loaded: &Loaded, audience: Audience) -> Vec<&Motion> {
    let hidden = |motion: &Motion| {
        audience > Audience::Internal
            && matches!(motion.status, MotionStatus::Idea | MotionStatus::Draft | MotionStatus::Dropped)
    };
    let mut motions: Vec<&Motion> =
        loaded.workspace.motions.iter().filter(|motion| motion.active && !hidden(motion)).collect();
    motions.sort_by_key(|motion| {
        let tactical = loaded.motion_character(motion.id) == domain::Character::Transactional;
        (tactical, motion.start, motion.name.clone(), motion.id)
    });
    motions
}

/// For lists by name, in which "Reseller 2" stands before "Reseller 10".
fn in_list(name: &str) -> (&str, u64, &str) {
    let words = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (words, name[words.len()..].parse().unwrap_or_default(), name)
}

/// Drawn anew: whatever lies in the file, the page gets a small picture of pixels.
fn drawn(whose: &str, png: &[u8]) -> Option<Logo> {
    press::logo_png(png).ok().map(|png| Logo::new(whose, png))
}
