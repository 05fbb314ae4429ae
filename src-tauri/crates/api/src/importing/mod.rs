//! Files that people bring: read in a child, kept under an opaque handle, looked at, planned and written as one step.
//!
//! Must not know: what cells mean, which is the business of `import`.

mod child;
mod dropped;
mod files;
mod lists;
mod merge;
mod tables;
mod typed;
mod whole;
mod write;

pub use child::answer_as_reader;
pub(crate) use child::read as read_in_child;
pub(crate) use files::{Imports, Kept, open as open_source};

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::{ImportMapping, Workspace};
use import::{Book, ImportError, KeptReport, Noun, Options, Plan};

use crate::files::write_whole;
use crate::{App, ErrorReply, Refusal, WindowId};

/// A file to import.
#[derive(Debug, Clone)]
pub struct ImportFile {
    /// Where it is.
    pub path: PathBuf,
    /// What its rows are, and what was said about it.
    pub options: Options,
    /// Where rows that do not fit go; without it, one of them refuses the whole file.
    pub rejects: Option<PathBuf>,
    /// Only say what would happen.
    pub dry_run: bool,
    /// The motion that a report's figures count to, by name or id.
    pub motion: Option<String>,
    /// Partners of a report as the file names them, and who they are here, by name or id; none for those left out.
    pub publishers: Vec<(String, Option<String>)>,
}

/// What an import did, or would do.
#[derive(Debug, Clone)]
pub struct Imported {
    /// In sentences, the headline first.
    pub summary: Vec<String>,
    /// Rows added, changed, already there, skipped, refused.
    pub counts: import::Counts,
    /// What only a person can tell.
    pub questions: Vec<String>,
    /// New organizations that may be others.
    pub possible_duplicates: Vec<String>,
    /// Names that the file before had and this one has not.
    pub missing: Vec<String>,
    /// Figures that become others.
    pub changes: Vec<String>,
    /// Rows that do not fit, one line for each kind of fault.
    pub rejects: Vec<String>,
    /// Something was written.
    pub wrote: bool,
}

impl App {
    /// Imports a file into the workspace of `window` as one step.
    pub fn import(&self, window: &WindowId, file: ImportFile) -> Result<Imported, ErrorReply> {
        self.open_in(window)?;
        let source = files::open(&file.path, &self.open_paths())?;
        let running = Running { app: self, window, job: "import", stop: Arc::default() };
        let book = running.read(source, &file.options).map_err(|error| typed(&error))?;
        let (workspace, earlier) = self.workspace_for_import(window, &book, file.options.noun)?;
        let mut options = file.options;
        if let Some(earlier) = earlier {
            options = import::look::recall(options, &earlier.mapping);
            options.previous = earlier.rows;
        }
        options.report.motion = file.motion.as_ref().map(|typed| self.motion_named(window, typed)).transpose()?;
        for (publisher, partner) in &file.publishers {
            match partner {
                Some(typed) => {
                    let partner = self.organization_named(window, typed)?;
                    options.answers.same.insert(publisher.clone(), Some(partner.0));
                }
                None => drop(options.answers.left_out.insert(publisher.clone())),
            }
        }
        let name = crate::files::file_name(&file.path);
        options.kept = self.kept_reports(window, (&name, &book), &options, &workspace)?;
        let plan = running.plan(&name, &book, &options, &workspace).map_err(|error| typed(&error))?;
        drop(book);
        drop(workspace);
        if file.rejects.is_none() && !file.dry_run {
            plan.require_all_rows().map_err(|error| typed(&error))?;
        }
        let mut imported = imported(&plan, file.dry_run);
        if file.dry_run {
            return Ok(imported);
        }
        if let Some(rejects) = file.rejects.as_ref().filter(|_| imported.counts.refused > 0) {
            write_whole(rejects, &plan.rejects_csv())?;
            imported.summary.push(format!("The rows that do not fit are in {}.", rejects.display()));
        }
        if imported.wrote {
            self.write_plan(window, plan, running.stop)?;
        }
        Ok(imported)
    }

    /// The workspace as it is in the file, and how a file of this make was mapped before, with its rows: what it named
    /// and this one does not is listed.
    pub(crate) fn workspace_for_import(
        &self,
        window: &WindowId,
        book: &Book,
        noun: Noun,
    ) -> Result<(Workspace, Option<Earlier>), ErrorReply> {
        let open = self.open_in(window)?;
        let workspace = open.handle.with(|file| file.read())??;
        let Some(mapping) = import::look::earlier(book, noun, &workspace).cloned() else {
            return Ok((workspace, None));
        };
        let batch = match mapping.batch.filter(|_| noun != Noun::Actuals) {
            Some(id) => open.handle.with(move |file| file.get::<domain::ImportBatch>(&id))??,
            None => None,
        };
        // Erasing a person leaves no source rows.
        let rows = batch.map(|batch| batch.rows).filter(|rows| !rows.is_empty());
        Ok((workspace, Some(Earlier { mapping, rows })))
    }
}

impl App {
    /// The reports of the same make as a book that are kept, where it is a report. Of those whose rows were erased with a
    /// person, nothing is left to read.
    pub(crate) fn kept_reports(
        &self,
        window: &WindowId,
        (name, book): (&str, &Book),
        options: &Options,
        workspace: &Workspace,
    ) -> Result<Vec<KeptReport>, ErrorReply> {
        let profile = import::reports::profile_of(name, book, options, workspace).map_err(|error| typed(&error))?;
        let Some(profile) = profile else { return Ok(Vec::new()) };
        let open = self.open_in(window)?;
        let mut kept = Vec::new();
        for report in workspace.actual_reports.iter().filter(|report| report.profile.as_str() == profile.key) {
            let id = report.batch;
            let batch = open.handle.with(move |file| file.get::<domain::ImportBatch>(&id))??;
            let batch = batch.filter(|batch| !batch.rows.is_empty());
            kept.extend(batch.map(|batch| KeptReport {
                report: report.clone(),
                file: batch.file_name,
                rows: batch.rows,
            }));
        }
        Ok(kept)
    }
}

/// The file of the same make before.
pub(crate) struct Earlier {
    /// How it was mapped.
    mapping: ImportMapping,
    /// What was in it, as CSV.
    pub(crate) rows: Option<Vec<u8>>,
}

/// Work that reports to a window and can be stopped.
pub(crate) struct Running<'a> {
    pub(crate) app: &'a App,
    pub(crate) window: &'a WindowId,
    pub(crate) job: &'a str,
    /// Set when the work was asked to stop; what runs on the file's own thread looks at it.
    pub(crate) stop: Arc<AtomicBool>,
}

impl Running<'_> {
    /// Reads a file in a child.
    pub(crate) fn read(&self, source: files::Opened, options: &Options) -> Result<Book, ImportError> {
        child::read(source.file, &source.name, &options.reading, &|rows| self.go_on("Reading the file", rows))
    }

    /// Works out what the file would do.
    pub(crate) fn plan(
        &self,
        name: &str,
        book: &Book,
        options: &Options,
        workspace: &Workspace,
    ) -> Result<Plan, ImportError> {
        let mut new_id = || self.app.host.new_id();
        let go_on = |rows: usize| self.go_on("Comparing with what is there", rows);
        import::plan_book(name, book, options, workspace, &mut new_id, &go_on)
    }

    fn go_on(&self, phase: &str, rows: usize) -> bool {
        let done = u32::try_from(rows).unwrap_or(u32::MAX);
        let stopped = self.app.progress(self.window, self.job, phase, done, 0).is_break();
        if stopped {
            self.stop.store(true, Ordering::Relaxed);
        }
        !stopped
    }
}

/// An import's error as a window shows it.
pub(crate) fn refusal(error: &ImportError) -> ErrorReply {
    let code = if *error == ImportError::Cancelled { Refusal::Cancelled } else { Refusal::Refused };
    let mut reply = ErrorReply::from_error(code, error);
    if !reply.message.ends_with('.') {
        reply.message.push('.');
    }
    reply
}

/// The same for whoever types commands.
fn typed(error: &ImportError) -> ErrorReply {
    ErrorReply { message: error.typed(), ..refusal(error) }
}

pub(crate) fn imported(plan: &Plan, dry_run: bool) -> Imported {
    Imported {
        summary: plan.summary(),
        counts: plan.counts(),
        questions: plan.questions.iter().map(ToString::to_string).collect(),
        possible_duplicates: plan.possible_duplicates.iter().map(ToString::to_string).collect(),
        missing: plan.missing.clone(),
        changes: plan.figure_changes.iter().map(ToString::to_string).collect(),
        rejects: plan.faults().iter().map(ToString::to_string).collect(),
        wrote: !dry_run && !plan.changes_nothing(),
    }
}
