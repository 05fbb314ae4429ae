//! What hosts do with paths that a person gave on the command line: new files, imports and exports.

use std::path::{Path, PathBuf};

use domain::{Currency, ImportBatch, Name};
use import::{ColumnMapping, Noun, Options, Plan, Source};
use serde_json::json;
use store::{BackupReason, CheckReport, Step};

use crate::commands::workspace::rename_us;
use crate::files::{file_name, write_whole};
use crate::wire::FileWritten;
use crate::{App, ErrorReply, Refusal, WindowId};

/// A new workspace file at a given place.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// A template's name.
    pub template: String,
    /// The workspace's name; none gives "X partner plan" after us, or keeps the template's.
    pub name: Option<Name>,
    /// Our own company; none keeps the template's.
    pub us: Option<Name>,
    /// Currency of new amounts; none keeps the template's.
    pub currency: Option<Currency>,
}

/// A file to import.
#[derive(Debug, Clone)]
pub struct ImportFile {
    /// Where it is.
    pub path: PathBuf,
    /// What its rows are.
    pub noun: Noun,
    /// Columns named by hand.
    pub map: Vec<ColumnMapping>,
    /// Where rows that do not fit go; without it, one of them refuses the whole file.
    pub rejects: Option<PathBuf>,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// What an import did, or would do.
#[derive(Debug, Clone)]
pub struct Imported {
    /// In sentences, the headline first.
    pub summary: Vec<String>,
    /// Rows added, changed, already there, refused.
    pub counts: import::Counts,
    /// Something was written.
    pub wrote: bool,
}

impl App {
    /// Makes a workspace file at `path` and opens it in `window`.
    pub fn create_at(&self, window: &WindowId, path: &Path, new: NewFile) -> Result<(), ErrorReply> {
        let name = new.name.or_else(|| {
            let us = new.us.as_ref().filter(|_| new.template != "sample")?;
            Name::parse(&format!("{us} partner plan")).ok()
        });
        let workspace = self.workspace_from_template(&new.template, |workspace| {
            workspace.settings.currency = new.currency.unwrap_or(workspace.settings.currency);
            if let Some(name) = name {
                workspace.settings.name = name;
            }
            if let Some(us) = new.us {
                rename_us(workspace, us);
            }
        })?;
        let open = self.create_file(path, workspace)?;
        self.bind(window, open);
        Ok(())
    }

    /// Imports a file into the workspace of `window` as one step.
    pub fn import(&self, window: &WindowId, file: ImportFile) -> Result<Imported, ErrorReply> {
        let loaded = self.loaded(window)?;
        let open = self.open_in(window)?;
        let bytes = read_source(&file.path, &open.path)?;
        let options = Options { map: file.map, ..Options::new(file.noun) };
        let source = Source { name: &file_name(&file.path), bytes: &bytes };
        let plan = import::plan(source, &options, &loaded.expected, &mut || self.host.new_id())
            .map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        if file.rejects.is_none() {
            plan.require_all_rows().map_err(|error| ErrorReply::from_error(Refusal::Refused, &error))?;
        }
        let counts = plan.counts();
        let mut imported =
            Imported { summary: plan.summary(), counts, wrote: !file.dry_run && !plan.changes_nothing() };
        if file.dry_run {
            return Ok(imported);
        }
        if let Some(rejects) = file.rejects.as_ref().filter(|_| counts.refused > 0) {
            write_whole(rejects, &plan.rejects_csv())?;
            imported.summary.push(format!("The rows that do not fit are in {}.", rejects.display()));
        }
        if imported.wrote {
            self.write_plan(window, plan)?;
        }
        Ok(imported)
    }

    fn write_plan(&self, window: &WindowId, plan: Plan) -> Result<(), ErrorReply> {
        let origin = self.origin();
        let batch = ImportBatch {
            id: plan.batch,
            file_name: plan.file.clone(),
            kind: plan.noun.name().to_owned(),
            time: origin.now,
            rows: plan.source_csv(),
        };
        let args = json!({ "file": plan.file, "as": plan.noun });
        let step = Step { command: "import".into(), args, sentence: plan.headline() };
        self.write(window, move |file| {
            file.backup_now(BackupReason::Import, origin.now)?;
            file.step(step, &origin, |edit| {
                edit.insert(&batch)?;
                plan.new_organization_kinds.iter().try_for_each(|row| edit.insert(row))?;
                plan.new_relationship_kinds.iter().try_for_each(|row| edit.insert(row))?;
                plan.new_stages.iter().try_for_each(|row| edit.insert(row))?;
                plan.new_people.iter().try_for_each(|row| edit.insert(row))?;
                plan.new_organizations.iter().try_for_each(|row| edit.insert(row))?;
                plan.changed_organizations.iter().try_for_each(|row| edit.update(row))?;
                plan.new_relationships.iter().try_for_each(|row| edit.insert(row))?;
                plan.changed_relationships.iter().try_for_each(|row| edit.update(row))?;
                plan.new_actuals.iter().try_for_each(|row| edit.insert(row))?;
                plan.changed_actuals.iter().try_for_each(|row| edit.update(row))?;
                Ok(())
            })
        })
    }

    /// Checks the file of `window` through and through.
    pub fn check(&self, window: &WindowId) -> Result<CheckReport, ErrorReply> {
        Ok(self.open_in(window)?.handle.with(|file| file.check())??)
    }

    /// A hash over everything in the workspace of `window` but its history; equal for equal content.
    pub fn content_hash(&self, window: &WindowId) -> Result<String, ErrorReply> {
        Ok(self.open_in(window)?.handle.with(|file| file.content_hash())??)
    }
}

/// Reads a file to import. The open workspace itself is never read this way: closing it would drop its lock.
fn read_source(path: &Path, workspace: &Path) -> Result<Vec<u8>, ErrorReply> {
    let same = |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
    if same(path, workspace) {
        return Err(ErrorReply::refused(format!(
            "{} is the workspace itself: choose the table to import, for example a CSV file.",
            path.display()
        )));
    }
    let cannot = |reason: &str, detail: String| ErrorReply {
        code: Refusal::Refused,
        message: format!("{} cannot be read: {reason}.", path.display()),
        detail,
    };
    let about = std::fs::metadata(path)
        .map_err(|error| cannot("no file of this name is there; check the name and the folder", error.to_string()))?;
    if about.is_dir() {
        return Err(cannot("it is a folder; name a CSV file in it", String::new()));
    }
    if about.len() > import::BYTES_MAX as u64 {
        let found = about.len() / 1024 / 1024;
        let most = import::BYTES_MAX / 1024 / 1024;
        return Err(cannot(&format!("it has {found} MB and {most} MB is the most; split it"), String::new()));
    }
    std::fs::read(path).map_err(|error| cannot("reading it failed; check its permissions", error.to_string()))
}

/// What to say of a file that was just written.
pub(crate) fn written(path: &Path) -> Result<FileWritten, ErrorReply> {
    let about = std::fs::metadata(path).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
    Ok(FileWritten { file_name: file_name(path), bytes: about.len() })
}
