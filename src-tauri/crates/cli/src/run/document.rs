//! `document`, and the plan as a PDF.

use api::wire::{self, Nothing};
use api::{ErrorReply, commands};
use serde_json::json;

use super::Session;
use crate::arguments::{Document, DocumentAdd, DocumentText, Export};
use crate::print;

/// Largest Markdown file, in bytes.
const TEXT_BYTES_MAX: u64 = 1024 * 1024;

impl Session {
    pub(super) fn document(&self, command: Document) -> Result<(), ErrorReply> {
        match command {
            Document::List(list) => {
                self.open(&list.file)?;
                return self.list_documents(list.json);
            }
            Document::Add(add) => self.add_document(add)?,
            Document::Set(set) => {
                self.open(&set.file)?;
                let id = self.app.document_named(&self.window, &set.name)?;
                self.app.set_document(&self.window, id, &set.fields)?;
            }
            Document::Text(text) => self.add_document_text(text)?,
            Document::SaveBrand(save) => {
                self.open(&save.file)?;
                let id = self.app.document_named(&self.window, &save.name)?;
                self.app.save_brand(&self.window, &save.out, Some(id))?;
                print::line(&format!("Wrote {}.", save.out.display()));
                return Ok(());
            }
            Document::LoadBrand(load) => {
                self.open(&load.file)?;
                let id = self.app.document_named(&self.window, &load.name)?;
                self.app.load_brand(&self.window, &load.brand, Some(id))?;
            }
            Document::Delete(delete) => {
                self.open(&delete.file)?;
                let id = self.app.document_named(&self.window, &delete.name)?;
                commands::documents::delete(&self.app, &self.window, wire::DocumentRequest { id })?;
            }
        }
        self.say_last()
    }

    fn list_documents(&self, as_json: bool) -> Result<(), ErrorReply> {
        let documents = commands::documents::list(&self.app, &self.window, Nothing {})?;
        if as_json {
            print::line(&json!({ "schema": 1, "documents": documents }).to_string());
            return Ok(());
        }
        for document in documents {
            let sections = document.settings.outline.iter().filter(|section| section.on).count();
            print::line(&format!("{}  {sections} sections", document.name));
        }
        Ok(())
    }

    fn add_document(&self, add: DocumentAdd) -> Result<(), ErrorReply> {
        self.open(&add.file)?;
        let like = add.like.map(|name| self.app.document_named(&self.window, &name)).transpose()?;
        let request = wire::DocumentAdd { name: add.name.0, like, preset: add.preset.into(), body: None };
        commands::documents::add(&self.app, &self.window, request).map(drop)
    }

    fn add_document_text(&self, text: DocumentText) -> Result<(), ErrorReply> {
        self.open(&text.file)?;
        let shown = text.markdown.display();
        let unreadable = |error: std::io::Error| ErrorReply::refused(format!("{shown} cannot be read: {error}."));
        let bytes = std::fs::metadata(&text.markdown).map_err(unreadable)?.len();
        if bytes > TEXT_BYTES_MAX {
            return Err(ErrorReply::refused(format!("{shown} has {bytes} bytes, and 1 MB is the most: divide it.")));
        }
        let markdown = std::fs::read_to_string(&text.markdown).map_err(unreadable)?;
        let id = self.app.document_named(&self.window, &text.name)?;
        self.app.add_document_text(&self.window, id, text.title, markdown).map(drop)
    }

    pub(super) fn export_document(&self, export: &Export) -> Result<(), ErrorReply> {
        let print = wire::DocumentPrint {
            document: export.document.as_deref().map(|name| self.app.document_named(&self.window, name)).transpose()?,
            audience: export.audience.map(Into::into),
            paper: export.paper.map(Into::into),
            scenario: export.scenario.as_ref().map(|_| domain::DocumentScenario::Chosen),
            sections: export.sections.as_deref().map(api::section_kinds).transpose()?,
            language: export.language.clone(),
            date: export.date,
            brand: export.brand.clone(),
        };
        for told in self.app.export_document(&self.window, &export.out, &print)? {
            print::line(&told);
        }
        Ok(())
    }

    pub(super) fn export_briefs(&self, export: &Export) -> Result<(), ErrorReply> {
        let named = |name: &String| self.app.organization_named(&self.window, name);
        let print = wire::BriefsPrint {
            document: export.document.as_deref().map(|name| self.app.document_named(&self.window, name)).transpose()?,
            paper: export.paper.map(Into::into),
            language: export.language.clone(),
            date: export.date,
            brand: export.brand.clone(),
            partners: export.partner.iter().map(named).collect::<Result<_, _>>()?,
            show: export.show.iter().copied().map(Into::into).collect(),
        };
        let count = self.app.export_briefs(&self.window, &export.out, &print)?;
        print::line(&format!("{count} {}.", if count == 1 { "brief" } else { "briefs" }));
        Ok(())
    }
}
