//! Fields of a document typed on the command line: `paper=letter`, `sections=cover,summary`, `heading.map=accept`.

use domain::{
    Accent, Audience, Date, DocumentScenario, DocumentSettings, Heading, Name, Paper, PartyLogo, PlanDocumentId,
    Section, SectionContent, SectionKind,
};

use crate::commands::{document, documents};
use crate::loaded::{Printed, Writer};
use crate::wire::{DocumentSet, Nothing, SavedDocument};
use crate::{App, ErrorReply, WindowId};

const FIELDS: &str = "name, audience, language, title, subtitle, client, preparer, client_logo, preparer_logo, author, \
                      version, date, confidentiality, draft, scenario, amounts, partner_names, known, page_numbers, paper, accent, sections, \
                      heading.SECTION, map.extent, \
                      joint_plan.partners and changes.since";

impl App {
    /// A document by id or exact name.
    pub fn document_named(&self, window: &WindowId, typed: &str) -> Result<PlanDocumentId, ErrorReply> {
        let loaded = self.loaded(window)?;
        let rows = loaded.expected.plan_documents.iter().map(|row| (row.id.0, row.name.as_str()));
        crate::named::find("document", typed, rows).map(PlanDocumentId)
    }

    /// Sets fields of a document as one step.
    pub fn set_document(
        &self,
        window: &WindowId,
        id: PlanDocumentId,
        fields: &[(String, String)],
    ) -> Result<SavedDocument, ErrorReply> {
        let mut document = self.saved_document(window, id)?;
        for (field, text) in fields {
            self.set_field(window, &mut document, field, text)?;
        }
        self.keep_document(window, document)
    }

    /// Adds a page of one's own words at the end of a document, as one step.
    pub fn add_document_text(
        &self,
        window: &WindowId,
        id: PlanDocumentId,
        title: String,
        markdown: String,
    ) -> Result<SavedDocument, ErrorReply> {
        let mut document = self.saved_document(window, id)?;
        let content = SectionContent::Text { title, markdown };
        document.settings.outline.push(Section { on: true, heading: Heading::Neutral, content });
        self.keep_document(window, document)
    }

    fn saved_document(&self, window: &WindowId, id: PlanDocumentId) -> Result<SavedDocument, ErrorReply> {
        let all = documents::list(self, window, Nothing {})?;
        let found = all.into_iter().find(|document| document.id == id);
        found.ok_or_else(|| ErrorReply::refused("This document is gone: choose another one from the list."))
    }

    fn keep_document(&self, window: &WindowId, document: SavedDocument) -> Result<SavedDocument, ErrorReply> {
        let name = Name::parse(&document.name)
            .map_err(|error| ErrorReply::refused(format!("The document has no name: {error}.")))?;
        let SavedDocument { id, audience, language, settings, .. } = document;
        documents::set(self, window, DocumentSet { id, name, audience, language, settings })
    }

    fn set_field(
        &self,
        window: &WindowId,
        document: &mut SavedDocument,
        field: &str,
        text: &str,
    ) -> Result<(), ErrorReply> {
        if let Some(kind) = field.strip_prefix("heading.") {
            let kind = section_kind(kind)?;
            return self.set_heading(window, document, kind, text);
        }
        if let Some((kind, option)) = field.split_once('.') {
            let of = (section_kind(kind)?, option);
            return self.set_document_option(window, &mut document.settings, of, text);
        }
        let logo = || match text {
            "" => Ok(None),
            name => self.organization_named(window, name).map(PartyLogo::Organization).map(Some),
        };
        let settings = &mut document.settings;
        match field {
            "name" => text.clone_into(&mut document.name),
            "audience" => document.audience = audience(text)?,
            "language" => text.clone_into(&mut document.language),
            "title" => text.clone_into(&mut settings.title),
            "subtitle" => text.clone_into(&mut settings.subtitle),
            "client" => text.clone_into(&mut settings.client.name),
            "preparer" => text.clone_into(&mut settings.preparer.name),
            "client_logo" => settings.client.logo = logo()?,
            "preparer_logo" => settings.preparer.logo = logo()?,
            "author" => text.clone_into(&mut settings.author),
            "version" => text.clone_into(&mut settings.version),
            "date" => settings.date = date(text)?,
            "confidentiality" => text.clone_into(&mut settings.confidentiality),
            "draft" => settings.draft = yes_or_no(text)?,
            "scenario" => settings.scenario = self.document_scenario(window, text)?,
            "amounts" => settings.show.amounts = yes_or_no(text)?,
            "partner_names" => settings.show.partner_names = yes_or_no(text)?,
            "known" => settings.show.known = yes_or_no(text)?,
            "page_numbers" => settings.show.page_numbers = yes_or_no(text)?,
            "paper" => settings.paper = paper(text)?,
            "accent" => {
                settings.accent =
                    Accent::parse(text).map_err(|error| ErrorReply::refused(format!("No accent: {error}.")))?;
            }
            "sections" => settings.keep_sections(&section_kinds(text)?),
            _ => {
                let sentence = format!("A document has no field '{field}': its fields are {FIELDS}.");
                return Err(ErrorReply::refused(sentence));
            }
        }
        Ok(())
    }

    /// Nothing is the one that is chosen where it is printed.
    fn document_scenario(&self, window: &WindowId, text: &str) -> Result<DocumentScenario, ErrorReply> {
        if text.is_empty() {
            return Ok(DocumentScenario::Chosen);
        }
        let named = self.scenario_named(window, text)?;
        Ok(named.map_or(DocumentScenario::Expected, DocumentScenario::Named))
    }

    /// `accept` takes what the data says now; nothing takes the fixed words; anything else stands there as it is.
    fn set_heading(
        &self,
        window: &WindowId,
        document: &mut SavedDocument,
        kind: SectionKind,
        text: &str,
    ) -> Result<(), ErrorReply> {
        let finding = self.finding_of(window, document, kind)?;
        let heading = match (text, finding) {
            ("", _) => Heading::Neutral,
            ("accept", Some(finding)) => Heading::Accepted { finding },
            ("accept", None) => {
                let sentence =
                    format!("The data says too little about '{}' for a finding: write a heading instead.", kind.key());
                return Err(ErrorReply::refused(sentence));
            }
            (text, finding) => Heading::Own { text: text.to_owned(), finding },
        };
        let section = document.settings.outline.iter_mut().find(|section| section.content.kind() == kind);
        let Some(section) = section else {
            let sentence = format!("This document has no section '{}': add it to its sections first.", kind.key());
            return Err(ErrorReply::refused(sentence));
        };
        section.heading = heading;
        Ok(())
    }

    fn finding_of(
        &self,
        window: &WindowId,
        document: &SavedDocument,
        kind: SectionKind,
    ) -> Result<Option<String>, ErrorReply> {
        let loaded = self.loaded(window)?;
        let printed = Printed {
            audience: document.audience,
            language: document.language.clone(),
            settings: DocumentSettings::default(),
            scenario: document::scenario_of(&loaded, document.settings.scenario),
            stand_ins: None,
            today: loaded.today,
            earlier: None,
        };
        let seen = self.open_in(window)?.shown.of(&loaded, &printed)?;
        Ok(Writer::new(&seen, &printed)?.finding(kind))
    }
}

/// Sections by their keys, with commas between them.
pub fn section_kinds(text: &str) -> Result<Vec<SectionKind>, ErrorReply> {
    text.split(',').map(str::trim).filter(|key| !key.is_empty()).map(section_kind).collect()
}

fn section_kind(key: &str) -> Result<SectionKind, ErrorReply> {
    SectionKind::of(key).ok_or_else(|| {
        let keys = SectionKind::ALL.map(SectionKind::key).join(", ");
        ErrorReply::refused(format!("There is no section '{key}'. The sections are: {keys}."))
    })
}

fn audience(text: &str) -> Result<Audience, ErrorReply> {
    match text {
        "internal" => Ok(Audience::Internal),
        "client" => Ok(Audience::Client),
        "partner" => Ok(Audience::Partner),
        _ => Err(ErrorReply::refused(format!("'{text}' is no audience: write internal, client or partner."))),
    }
}

fn paper(text: &str) -> Result<Paper, ErrorReply> {
    match text {
        "a4" => Ok(Paper::A4),
        "letter" => Ok(Paper::UsLetter),
        "16x9" => Ok(Paper::Wide),
        _ => Err(ErrorReply::refused(format!("'{text}' is no paper: write a4, letter or 16x9."))),
    }
}

fn date(text: &str) -> Result<Option<Date>, ErrorReply> {
    if text.is_empty() {
        return Ok(None);
    }
    let day = text.parse().map(Some);
    day.map_err(|_| ErrorReply::refused(format!("'{text}' is no day: write it as 2026-03-31.")))
}

fn yes_or_no(text: &str) -> Result<bool, ErrorReply> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(ErrorReply::refused(format!("'{text}' is neither yes nor no: write one of the two."))),
    }
}
