//! Importing a file in a window: open it, look at it, see what it would do, write it.

mod said;

use std::path::Path;
use std::sync::Arc;

use ::import::{Ask, Fault, Noun, Options, Plan, PossibleDuplicate, Question};

use crate::files::{file_name, write_whole};
use crate::importing::{Kept, Running, open_source, refusal};
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

use said::{options, said, said_nothing};

/// Names shown of what is new or changed.
const NAMES: usize = 50;
/// Kinds of fault shown.
const FAULTS: usize = 50;

/// Asks for a file, or takes the one that was dropped, and reads it; none when the person turned away.
pub fn open(app: &App, window: &WindowId, request: ImportOpen) -> Result<Option<ImportOpened>, ErrorReply> {
    let dropped = request.dropped.then(|| app.dropped_on(window)).transpose()?;
    let Some(path) = dropped.or_else(|| app.host.ask_open(window, FileKind::Table)) else { return Ok(None) };
    app.open_for_import(window, &path, &request.job).map(Some)
}

/// What was seen in the file.
pub fn look(app: &App, window: &WindowId, request: ImportRequest) -> Result<ImportLook, ErrorReply> {
    let _ending = app.jobs.until_ended(&request.job);
    let (kept, options) = app.kept(window, &request)?;
    let workspace = app.loaded(window)?;
    let book = kept.book()?;
    let saved = ::import::look::earlier(book, options.noun, &workspace.expected);
    // Nothing was said yet about who wins where the page shows the usual.
    let remembered = saved.map(|saved| said(&::import::look::recall(said_nothing(&options), saved)));
    let look = ::import::look::look(&kept.name, book, &options, &workspace.expected);
    let look = look.map_err(|error| refusal(&error))?;
    Ok(ImportLook {
        sheets: look.sheets,
        sheet: look.sheet,
        header_row: number(look.header_row),
        encoding: look.encoding,
        delimiter: look.delimiter.map(String::from),
        profile: look.profile.map(|(key, _)| key.to_owned()),
        profile_name: look.profile.map(|(_, name)| name.to_owned()),
        of_customers: look.is_of_customers,
        remembered,
        columns: look.columns.into_iter().map(column).collect(),
        fields: look.fields.into_iter().map(field).collect(),
        rows: number(look.rows),
        remarks: look.remarks,
        report: look.report.map(report),
    })
}

/// What the file would do. Nothing is written.
pub fn plan(app: &App, window: &WindowId, request: ImportRequest) -> Result<ImportPreview, ErrorReply> {
    let _ending = app.jobs.until_ended(&request.job);
    app.planned(window, &request).map(|(plan, _)| preview(&plan))
}

/// Writes what the file does as one step.
pub fn apply(app: &App, window: &WindowId, request: ImportRequest) -> Result<ImportPreview, ErrorReply> {
    let _ending = app.jobs.until_ended(&request.job);
    let (plan, stop) = app.planned(window, &request)?;
    if !request.without_rejects {
        plan.require_all_rows().map_err(|error| refusal(&error))?;
    }
    let done = preview(&plan);
    if !plan.changes_nothing() {
        app.write_plan(window, plan, stop)?;
    }
    app.imports.forget(window);
    Ok(done)
}

/// Asks where, then writes the rows that do not fit, each with its reason.
pub fn rejects(app: &App, window: &WindowId, request: ImportRequest) -> Result<Option<FileWritten>, ErrorReply> {
    let _ending = app.jobs.until_ended(&request.job);
    let (plan, _) = app.planned(window, &request)?;
    let Some(path) = app.host.ask_save(window, FileKind::Csv, "rejected rows.csv") else { return Ok(None) };
    write_whole(&path, &plan.rejects_csv())?;
    app.written(window, &path).map(Some)
}

/// Forgets the window's file.
pub fn close(app: &App, window: &WindowId, _: Nothing) -> Result<Nothing, ErrorReply> {
    app.imports.forget(window);
    Ok(Nothing {})
}

impl App {
    /// Reads a file for an import in `window`.
    pub fn open_for_import(&self, window: &WindowId, path: &Path, job: &str) -> Result<ImportOpened, ErrorReply> {
        let options = Options::new(Noun::Organizations);
        let workspace = self.open_in(window)?.path.clone();
        let kept = self.read_for_import(window, path, &options, job)?;
        // Reading takes a while, in which the window may have turned to another workspace or closed.
        if self.find(window).is_none_or(|open| open.path != workspace) {
            return Err(ErrorReply::new(
                Refusal::Cancelled,
                "Another workspace was opened meanwhile: choose the file again.",
            ));
        }
        let opened = ImportOpened {
            handle: self.host.new_id().to_string(),
            file_name: kept.name.clone(),
            unread: kept.book.as_ref().err().map(ToString::to_string),
        };
        self.imports.keep(window, opened.handle.clone(), kept);
        Ok(opened)
    }

    fn read_for_import(
        &self,
        window: &WindowId,
        path: &Path,
        options: &Options,
        job: &str,
    ) -> Result<Kept, ErrorReply> {
        let _ending = self.jobs.until_ended(job);
        let source = open_source(path, &self.open_paths())?;
        let running = Running { app: self, window, job, stop: Arc::default() };
        let book = match running.read(source, options) {
            Err(error) if !error.may_be_reread() => return Err(refusal(&error)),
            read => read.map(Arc::new),
        };
        Ok(Kept { path: path.to_owned(), name: file_name(path), reading: options.reading.clone(), book })
    }

    /// The file of a request, read again where another encoding or delimiter was asked for.
    fn kept(&self, window: &WindowId, request: &ImportRequest) -> Result<(Arc<Kept>, Options), ErrorReply> {
        let options = options(&request.options)?;
        let kept = self.imports.get(window, &request.handle)?;
        if kept.reading == options.reading {
            return Ok((kept, options));
        }
        let again = self.read_for_import(window, &kept.path, &options, &request.job)?;
        self.imports.keep(window, request.handle.clone(), again);
        Ok((self.imports.get(window, &request.handle)?, options))
    }

    fn planned(
        &self,
        window: &WindowId,
        request: &ImportRequest,
    ) -> Result<(Plan, Arc<std::sync::atomic::AtomicBool>), ErrorReply> {
        let (kept, mut options) = self.kept(window, request)?;
        let book = kept.book()?;
        // What was said of the file before was shown, and stands in the request as far as it holds.
        let (workspace, earlier) = self.workspace_for_import(window, book, options.noun)?;
        options.previous = earlier.and_then(|earlier| earlier.rows);
        options.kept = self.kept_reports(window, (&kept.name, book), &options, &workspace)?;
        let stop = self.jobs.flag(&request.job);
        let running = Running { app: self, window, job: &request.job, stop: stop.clone() };
        let plan = running.plan(&kept.name, book, &options, &workspace).map_err(|error| refusal(&error))?;
        Ok((plan, stop))
    }
}

fn report(look: ::import::look::Report) -> ImportReportLook {
    let ::import::look::Report { asks_period, asks_motion, tells_paid, dates, basis, dated_by } = look;
    ImportReportLook { asks_period, asks_motion, tells_paid, dates, basis, dated_by }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn column(column: ::import::look::Column) -> ImportColumn {
    let ::import::look::Column { name, field, confidence, samples } = column;
    ImportColumn { name, field, confidence, samples }
}

fn field(field: ::import::look::Field) -> ImportField {
    ImportField { key: field.key, words: field.words, missing: field.is_missing }
}

fn preview(plan: &Plan) -> ImportPreview {
    let counts = plan.counts();
    let mut created: Vec<String> = plan.new_organizations.iter().map(|row| row.name.to_string()).collect();
    created.extend(plan.new_accounts.iter().map(|row| row.name.to_string()));
    created.extend(plan.new_deals.iter().map(|row| row.name.to_string()));
    let mut updated: Vec<String> = plan.changed_organizations.iter().map(|row| row.name.to_string()).collect();
    updated.extend(plan.changed_accounts.iter().map(|row| row.name.to_string()));
    updated.extend(plan.changed_deals.iter().map(|row| row.name.to_string()));
    created.truncate(NAMES);
    updated.truncate(NAMES);
    ImportPreview {
        created: number(counts.added),
        updated: number(counts.changed),
        unchanged: number(counts.unchanged),
        skipped: number(counts.skipped),
        refused: number(counts.refused),
        kept: number(plan.fresh_rows),
        remarks: plan.learned(),
        created_names: created,
        updated_names: updated,
        changes: plan.figure_changes.iter().take(NAMES).map(ToString::to_string).collect(),
        faults: plan.faults().iter().take(FAULTS).map(fault).collect(),
        questions: plan.questions.iter().map(question).collect(),
        possible_duplicates: plan.possible_duplicates.iter().map(duplicate).collect(),
        missing: plan.missing.clone(),
    }
}

fn fault(fault: &Fault) -> ImportFault {
    ImportFault { sentence: format!("{fault}."), asks_dates: fault.first.ask == Some(Ask::DayOrMonth) }
}

fn question(question: &Question) -> ImportQuestion {
    let cell = match question {
        Question::Several { row, name, parts, answer } => {
            Some(ImportCell { row: number(*row), name: name.clone(), parts: parts.clone(), several: *answer })
        }
        Question::Publisher { .. } | Question::Elsewhere(_) => None,
    };
    let publisher = match question {
        Question::Publisher { name, like, counts, .. } => {
            let like = like.as_ref().map(|(id, name)| ImportPair { name: id.to_string(), value: name.clone() });
            Some(ImportPublisher { name: name.clone(), like, counts: *counts })
        }
        Question::Several { .. } | Question::Elsewhere(_) => None,
    };
    ImportQuestion { sentence: question.to_string(), cell, publisher }
}

fn duplicate(found: &PossibleDuplicate) -> ImportDuplicate {
    ImportDuplicate {
        row: number(found.row),
        name: found.name.clone(),
        other: found.other.to_string(),
        other_name: found.other_name.clone(),
        shared_id: found.shared_id.clone(),
        same: found.answer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::Rehearsal;

    /// A handle is good for the workspace that its file was chosen for, and no longer.
    #[test]
    fn open_imports_end_with_their_window_or_its_workspace() {
        for (said, turn) in [
            ("closed", (|r: &Rehearsal| r.app.close_window(&r.window)) as fn(&Rehearsal)),
            ("another workspace", |r| drop(r.open_new(&r.window, "other.ecotone"))),
        ] {
            let rehearsal = Rehearsal::new();
            let table = rehearsal.folder.path().join("partners.csv");
            std::fs::write(&table, "name,kind\nAcme,brand\n").unwrap();
            let opened = rehearsal.app.open_for_import(&rehearsal.window, &table, "job").unwrap();
            assert!(rehearsal.app.imports.get(&rehearsal.window, &opened.handle).is_ok());
            turn(&rehearsal);
            assert!(rehearsal.app.imports.get(&rehearsal.window, &opened.handle).is_err(), "{said}");
        }
    }

    /// No window's workspace is read as a table, not only this window's.
    #[test]
    fn workspaces_of_other_windows_are_refused() {
        let rehearsal = Rehearsal::new();
        let other = rehearsal.open_new(&WindowId("second".into()), "other.ecotone");
        let refused = rehearsal.app.open_for_import(&rehearsal.window, &other, "job").unwrap_err();
        assert!(refused.message.contains("open workspace other.ecotone"), "{}", refused.message);
    }

    #[test]
    fn no_job_is_left_behind() {
        let rehearsal = Rehearsal::new();
        let table = rehearsal.folder.path().join("partners.csv");
        std::fs::write(&table, "name,kind\nAcme,brand\n").unwrap();
        let opened = rehearsal.app.open_for_import(&rehearsal.window, &table, "reading").unwrap();
        let options = said(&Options::new(Noun::Organizations));
        let request = |handle: &str| ImportRequest {
            handle: handle.into(),
            options: options.clone(),
            job: "planning".into(),
            without_rejects: false,
        };
        let handle = opened.handle.as_str();
        plan(&rehearsal.app, &rehearsal.window, request(handle)).unwrap();
        assert!(rehearsal.app.jobs.is_idle());
        assert!(plan(&rehearsal.app, &rehearsal.window, request("none")).is_err());
        assert!(rehearsal.app.jobs.is_idle());
        rehearsal.app.jobs.cancel("planning");
        assert!(!rehearsal.app.jobs.is_idle());
        assert!(plan(&rehearsal.app, &rehearsal.window, request(handle)).is_err());
        assert!(rehearsal.app.jobs.is_idle(), "a cancelled job is forgotten, too");
        apply(&rehearsal.app, &rehearsal.window, request(handle)).unwrap();
        assert!(rehearsal.app.jobs.is_idle());
    }
}
