//! The brand of a document as a file, and on another document.

use std::path::Path;

use domain::{
    DocumentBrand, DocumentSettings, LogoPng, OrganizationId, OrganizationLogo, PlanDocument, PlanDocumentId,
};
use serde::{Deserialize, Serialize};

use super::document::chosen;
use super::documents::found;
use crate::files::write_whole;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, WindowId};

const SCHEMA: u32 = 1;
const FORMAT: &str = "ecotone brand";
/// Longest file that is read: two logos of the largest size, and some words.
const BYTES_MAX: u64 = 1024 * 1024;

/// A brand as a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BrandFile {
    schema: u32,
    format: String,
    brand: DocumentBrand,
}

/// Asks where, then writes the brand of a document.
pub fn save(app: &App, window: &WindowId, request: DocumentChoice) -> Result<Option<FileWritten>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let id = chosen(&loaded, request.id)?;
    let settings = settings_of(&loaded, id)?;
    let whose = [&settings.preparer.name, &settings.client.name].into_iter().find(|name| !name.is_empty());
    let name = whose.cloned().unwrap_or_else(|| loaded.document_title());
    let suggested = format!("{}.ecotone-brand.json", crate::folder::file_stem(&name, "brand"));
    let Some(path) = app.host.ask_save(window, FileKind::Brand, &suggested) else { return Ok(None) };
    app.save_brand(window, &path, id)?;
    app.written(window, &path).map(Some)
}

/// Asks for a file, then puts the brand in it on a document. Where none is saved, the plain one is saved with it.
pub fn load(app: &App, window: &WindowId, request: DocumentChoice) -> Result<Option<SavedDocument>, ErrorReply> {
    let id = chosen(&*app.loaded(window)?, request.id)?;
    let Some(path) = app.host.ask_open(window, FileKind::Brand) else { return Ok(None) };
    app.load_brand(window, &path, id).map(Some)
}

/// A picture that was chosen, as a document keeps it: nothing is written yet.
pub fn drawn_logo(_: &App, _: &WindowId, request: DocumentLogoFile) -> Result<LogoPng, ErrorReply> {
    let png = super::activity::logo_of(&request.base64)?;
    LogoPng::new(png).map_err(|error| ErrorReply::refused(format!("This picture cannot be kept: {error}.")))
}

impl App {
    /// Writes the brand of a document, or of the plain one.
    pub fn save_brand(&self, window: &WindowId, path: &Path, id: Option<PlanDocumentId>) -> Result<(), ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let brand = DocumentBrand::of(&settings_of(&loaded, id)?, |organization| logo(&open, organization));
        let file = BrandFile { schema: SCHEMA, format: FORMAT.to_owned(), brand };
        let json = serde_json::to_vec_pretty(&file)
            .map_err(|error| ErrorReply::refused(format!("The brand cannot be written: {error}.")))?;
        write_whole(path, &json)
    }

    /// Puts the brand that [`Self::save_brand`] wrote on a document, as one step.
    pub fn load_brand(
        &self,
        window: &WindowId,
        path: &Path,
        id: Option<PlanDocumentId>,
    ) -> Result<SavedDocument, ErrorReply> {
        let brand = read_brand(path)?;
        let loaded = self.loaded(window)?;
        let mut settings = settings_of(&loaded, id)?;
        brand.wear(&mut settings);
        match id.map(|id| found(&loaded, id)).transpose()? {
            Some(PlanDocument { id, name, audience, language, .. }) => {
                let request = DocumentSet {
                    id: *id,
                    name: name.clone(),
                    audience: *audience,
                    language: language.clone(),
                    settings,
                };
                super::documents::set(self, window, request)
            }
            None => super::documents::add_first(self, window, settings),
        }
    }
}

/// Reads a brand's file. Its logos are drawn anew: whatever lies in there, pages get small pictures of pixels.
pub(crate) fn read_brand(path: &Path) -> Result<DocumentBrand, ErrorReply> {
    let name = crate::files::file_name(path);
    let cannot = |reason: String| ErrorReply::refused(format!("{name} cannot be read as a brand: {reason}."));
    let size = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?.len();
    if size > BYTES_MAX {
        return Err(cannot(format!("it has {} KB, and {} KB are the most", size.div_ceil(1024), BYTES_MAX / 1024)));
    }
    let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
    let file: BrandFile = serde_json::from_slice(&bytes)
        .map_err(|error| cannot(format!("{error}; save one with 'document save-brand' to see how it looks")))?;
    if file.format != FORMAT {
        let found: String = file.format.chars().take(40).collect();
        return Err(cannot(format!("its format is '{found}' and not '{FORMAT}'")));
    }
    if file.schema != SCHEMA {
        return Err(cannot(format!("its schema is {} and this program reads {SCHEMA}", file.schema)));
    }
    let mut brand = file.brand;
    for (whose, party) in [("client", &mut brand.client), ("preparer", &mut brand.preparer)] {
        let Some(logo) = &party.logo else { continue };
        let drawn = press::logo_png(logo.bytes()).map_err(|error| cannot(format!("the {whose}'s logo: {error}")))?;
        party.logo = LogoPng::new(drawn).ok();
    }
    let mut worn = DocumentSettings::default();
    brand.clone().wear(&mut worn);
    worn.check().map_err(|error| cannot(error.to_string()))?;
    Ok(brand)
}

fn settings_of(loaded: &Loaded, id: Option<PlanDocumentId>) -> Result<DocumentSettings, ErrorReply> {
    let saved = id.map(|id| found(loaded, id)).transpose()?;
    Ok(saved.map(PlanDocument::read_settings).unwrap_or_default())
}

pub(super) fn logo(open: &OpenWorkspace, organization: OrganizationId) -> Option<LogoPng> {
    let row = open.handle.with(move |file| file.get::<OrganizationLogo>(&organization)).ok()?.ok()??;
    LogoPng::new(press::logo_png(&row.png).ok()?).ok()
}
