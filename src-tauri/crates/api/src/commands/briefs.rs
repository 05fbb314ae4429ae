//! A page for each partner, all in one go.
//!
//! Owns: for whom, and the files. Must not know: what a brief says (`loaded`), how it looks (`press`).

use std::path::Path;

use domain::{Audience, DocumentScenario, Organization, OrganizationNames};

use super::document::{cancelled, chosen, printed, refusal};
use crate::folder::{file_names, file_stem, new_folder, write_folder};
use crate::loaded::{BriefWriter, Writer};
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Asks for a folder, then writes the briefs into a new one inside it. Cancelled work leaves nothing behind.
pub fn export(app: &App, window: &WindowId, request: BriefsExport) -> Result<Option<FolderWritten>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let document = chosen(&loaded, request.document)?;
    let Some(folder) = app.host.ask_folder(window) else { return Ok(None) };
    let print = BriefsPrint { document, partners: request.partners, show: request.show, ..BriefsPrint::default() };
    let name = format!("{} briefs, {}", loaded.document_title(), picture::format::date_with_year(loaded.today));
    let folder = new_folder(&folder, &file_stem(&name, "Partner briefs"));
    let written = app.write_briefs(window, &folder, &print, &request.job);
    app.jobs.end(&request.job);
    Ok(Some(app.folder_written(window, &folder, written?)))
}

impl App {
    /// Writes a brief for each partner into `folder`. Answers how many; files of the same names are replaced.
    pub fn export_briefs(&self, window: &WindowId, folder: &Path, print: &BriefsPrint) -> Result<u32, ErrorReply> {
        self.write_briefs(window, folder, print, "export")
    }

    fn write_briefs(
        &self,
        window: &WindowId,
        folder: &Path,
        print: &BriefsPrint,
        job: &str,
    ) -> Result<u32, ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let mut printed = printed(
            &loaded,
            &DocumentPrint {
                document: print.document,
                audience: Some(Audience::Partner),
                paper: print.paper,
                language: print.language.clone(),
                date: print.date,
                brand: print.brand.clone(),
                scenario: Some(DocumentScenario::Chosen),
                ..DocumentPrint::default()
            },
        )?;
        // A brief names its partner, and no other.
        printed.stand_ins = None;
        let (seen, ours) = (open.shown.of(&loaded, &printed)?, loaded.for_us(&printed)?);
        let briefs = BriefWriter {
            writer: Writer::new(&seen, &printed)?,
            ours: &ours,
            names: OrganizationNames::of(&loaded.workspace),
            shown: print.show.iter().copied().collect(),
        };
        let partners = wanted(&briefs, print)?;
        let names = file_names(partners.iter().map(|partner| partner.name.as_str()), "partner", "pdf");
        let total = u32::try_from(partners.len()).unwrap_or(u32::MAX);
        let files = (0..total).zip(partners.iter().zip(names)).map(|(done, (partner, name))| {
            if self.progress(window, job, "Writing the briefs", done, total).is_break() {
                return Err(cancelled());
            }
            let input = briefs.brief(&open, partner)?;
            let pdf = press::compile_brief(&input).and_then(|page| page.pdf()).map_err(|error| refusal(&error))?;
            Ok((name, pdf))
        });
        write_folder(folder, files)?;
        Ok(total)
    }
}

fn wanted<'a>(briefs: &'a BriefWriter<'_>, print: &BriefsPrint) -> Result<Vec<&'a Organization>, ErrorReply> {
    let all = briefs.partners();
    if print.partners.is_empty() {
        let nobody = "There is no partner yet to write a brief for: add one first.";
        return if all.is_empty() { Err(ErrorReply::refused(nobody)) } else { Ok(all) };
    }
    for id in &print.partners {
        if !all.iter().any(|partner| partner.id == *id) {
            let name = briefs.ours.organization(*id)?.name.to_string();
            let sentence =
                format!("There is no brief for {name}: briefs are for active partners, not for us, wishes or rivals.");
            return Err(ErrorReply::refused(sentence));
        }
    }
    Ok(all.into_iter().filter(|partner| print.partners.contains(&partner.id)).collect())
}
