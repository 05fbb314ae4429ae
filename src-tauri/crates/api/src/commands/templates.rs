//! House templates: saved from one client's workspace, begun from in the next one's.
//!
//! Owns: where they are kept, and their file. Must not know: what is in one (`domain`).

use std::path::{Path, PathBuf};

use domain::{Currency, HouseTemplate, Name, Workspace};
use serde::{Deserialize, Serialize};

use crate::files::{file_name, write_whole};
use crate::folder::file_stem;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

const SCHEMA: u32 = 1;
const FORMAT: &str = "ecotone house template";
/// The ending of a template's file.
pub(crate) const ENDING: &str = ".ecotone-template";
/// Stands before the names of templates that this person keeps.
const KEPT: &str = "house:";
/// In the place of companies' names.
const INSTEAD: &str = "a company";
/// Longest file that is read.
const BYTES_MAX: u64 = 16 * 1024 * 1024;

/// A template as a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    schema: u32,
    format: String,
    name: Name,
    template: HouseTemplate,
}

/// Keeps the ways to work of the window's workspace under a name. One of that name is replaced.
pub fn save(app: &App, window: &WindowId, request: TemplateSave) -> Result<Nothing, ErrorReply> {
    let folder = app.template_folder();
    std::fs::create_dir_all(&folder).map_err(|error| crate::files::not_written(&folder, &error))?;
    let path = folder.join(format!("{}{ENDING}", file_stem(request.name.as_str(), "House template")));
    app.save_template(window, &path, request.name)?;
    Ok(Nothing {})
}

/// Forgets a kept template; workspaces that began with it stay as they are.
pub fn delete(app: &App, _: &WindowId, request: TemplateRequest) -> Result<Nothing, ErrorReply> {
    let path = app.kept_template(&request.template)?;
    std::fs::remove_file(&path).map_err(|error| crate::files::not_written(&path, &error))?;
    Ok(Nothing {})
}

impl App {
    /// Writes the ways to work of the workspace of `window`, and nothing of the client, as a template.
    pub fn save_template(&self, window: &WindowId, path: &Path, name: Name) -> Result<(), ErrorReply> {
        let open = self.open_in(window)?;
        let loaded = open.loaded(self.host.today())?;
        let picture = |organization| super::brand::logo(&open, organization);
        let template = HouseTemplate::of(&loaded.expected, &picture, INSTEAD);
        let file = TemplateFile { schema: SCHEMA, format: FORMAT.to_owned(), name, template };
        let json = serde_json::to_vec_pretty(&file)
            .map_err(|error| ErrorReply::refused(format!("The template cannot be written: {error}.")))?;
        write_whole(path, &json)
    }

    /// A blank workspace with all of a template's file.
    pub(crate) fn begin_with_template(&self, path: &Path) -> Result<Workspace, ErrorReply> {
        let TemplateFile { name, template, .. } = read(path)?;
        let us = Name::parse("Our company").map_err(|error| ErrorReply::refused(format!("{error}.")))?;
        let first_month = template.fiscal_first_month;
        let mut new_id = || self.host.new_id();
        let blank = Workspace::blank(name, us, Currency::EUR, first_month, &mut new_id);
        Ok(template.begin(blank, &mut new_id))
    }

    /// The templates that this person keeps, by name. One that cannot be read is not offered.
    pub(crate) fn kept_templates(&self) -> Vec<TemplateView> {
        let mut kept: Vec<TemplateView> = self
            .template_files()
            .into_iter()
            .filter_map(|(name, path)| {
                Some(TemplateView {
                    name,
                    title: read(&path).ok()?.name.to_string(),
                    description: "House template: your kinds, lens rules, metrics, playbooks, documents and brand."
                        .into(),
                    partners: 0,
                })
            })
            .collect();
        kept.sort_by(|a, b| a.title.cmp(&b.title).then_with(|| a.name.cmp(&b.name)));
        kept
    }

    /// The file of a kept template; the page knows it by a name, which is never made into a path.
    pub(crate) fn kept_template(&self, name: &str) -> Result<PathBuf, ErrorReply> {
        let found = self.template_files().into_iter().find(|(own, _)| own == name);
        found.map(|(_, path)| path).ok_or_else(|| {
            let name: String = name.chars().take(80).collect();
            ErrorReply::refused(format!("There is no template '{name}': choose one of the list."))
        })
    }

    fn template_files(&self) -> Vec<(String, PathBuf)> {
        let Ok(entries) = std::fs::read_dir(self.template_folder()) else { return Vec::new() };
        let named = |path: PathBuf| {
            let stem = file_name(&path).strip_suffix(ENDING)?.to_owned();
            Some((format!("{KEPT}{stem}"), path))
        };
        entries.filter_map(|entry| named(entry.ok()?.path())).collect()
    }

    fn template_folder(&self) -> PathBuf {
        self.folders.data.join("templates")
    }
}

/// Whether a name means a kept template, and not one that comes with the program.
pub(crate) fn is_kept(name: &str) -> bool {
    name.starts_with(KEPT)
}

fn read(path: &Path) -> Result<TemplateFile, ErrorReply> {
    let name = file_name(path);
    let cannot = |reason: String| ErrorReply::refused(format!("{name} cannot be read as a template: {reason}."));
    let size = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?.len();
    if size > BYTES_MAX {
        return Err(cannot("it is larger than any template".to_owned()));
    }
    let bytes = std::fs::read(path).map_err(|error| cannot(error.to_string()))?;
    let file: TemplateFile = serde_json::from_slice(&bytes)
        .map_err(|error| cannot(format!("{error}; save one with 'template save' to see how it looks")))?;
    if file.format != FORMAT || file.schema != SCHEMA {
        return Err(cannot(format!("it is no '{FORMAT}' of schema {SCHEMA}")));
    }
    Ok(file)
}
