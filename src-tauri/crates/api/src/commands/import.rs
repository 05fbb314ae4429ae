//! Importing a file in a window: open it, look at it, see what it would do, write it.

use std::path::Path;
use std::sync::Arc;

use ::import::{
    Answers, Ask, ColumnMapping, Condition, DateOrder, Fault, Noun, OnConflict, Options, Plan, Policies,
    PossibleDuplicate, Question, Reading,
};

use uuid::Uuid;

use crate::files::{file_name, write_whole};
use crate::importing::{Kept, Running, open_source, refusal};
use crate::wire::*;
use crate::{App, ErrorReply, FileKind, Refusal, WindowId};

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
    crate::exchange::written(&path).map(Some)
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
        let stop = self.jobs.flag(&request.job);
        let running = Running { app: self, window, job: &request.job, stop: stop.clone() };
        let plan = running.plan(&kept.name, book, &options, &workspace).map_err(|error| refusal(&error))?;
        Ok((plan, stop))
    }
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
        remarks: plan.learned(),
        created_names: created,
        updated_names: updated,
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
        Question::Elsewhere(_) => None,
    };
    ImportQuestion { sentence: question.to_string(), cell }
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

fn conflict(choice: ImportConflict) -> OnConflict {
    match choice {
        ImportConflict::File => OnConflict::File,
        ImportConflict::Mine => OnConflict::Mine,
        ImportConflict::Fill => OnConflict::Fill,
    }
}

/// What was said, as the import takes it.
fn options(said: &ImportOptions) -> Result<Options, ErrorReply> {
    let noun = match said.noun {
        ImportNoun::Organizations => Noun::Organizations,
        ImportNoun::Relationships => Noun::Relationships,
        ImportNoun::Accounts => Noun::Accounts,
        ImportNoun::Deals => Noun::Deals,
        ImportNoun::Actuals => Noun::Actuals,
        ImportNoun::Motions => Noun::Motions,
        ImportNoun::Tasks => Noun::Tasks,
    };
    let delimiter = match said.delimiter.as_deref().map(str::as_bytes) {
        None => None,
        Some([one]) if one.is_ascii() => Some(*one),
        Some(_) => return Err(ErrorReply::refused("Cells are separated by one character: choose one such as ;.")),
    };
    Ok(Options {
        map: said.map.iter().map(|p| ColumnMapping { column: p.name.clone(), field: p.value.clone() }).collect(),
        set: said.set.iter().map(|pair| (pair.name.clone(), pair.value.clone())).collect(),
        reading: Reading { encoding: said.encoding.clone(), delimiter },
        sheet: said.sheet.clone(),
        header_row: said.header_row.map(|row| row as usize),
        profile: said.profile.clone(),
        dates: said.dates.map(|dates| match dates {
            ImportDates::DayFirst => DateOrder::DayFirst,
            ImportDates::MonthFirst => DateOrder::MonthFirst,
        }),
        policies: Policies {
            default: Some(conflict(said.conflict)),
            by_field: said.conflicts.iter().map(|own| (own.field.clone(), conflict(own.conflict))).collect(),
        },
        partner_if: said.partner_if.clone().map(|pair| Condition { column: pair.name, value: pair.value }),
        answers: Answers {
            several: said.several.iter().map(|own| (own.name.clone(), own.several)).collect(),
            same: said.same.iter().map(same).collect::<Result<_, _>>()?,
        },
        ..Options::new(noun)
    })
}

/// A name and whose it is.
fn same(said: &ImportSame) -> Result<(String, Option<Uuid>), ErrorReply> {
    let wrong = |_| ErrorReply::new(Refusal::BadRequest, "A possible duplicate is named by its id.");
    let other = said.other.as_deref().map(Uuid::parse_str).transpose().map_err(wrong)?;
    Ok((said.name.clone(), other))
}

/// The options before a person chose who wins: the file, of which nobody needs to be told.
fn said_nothing(options: &Options) -> Options {
    let usual = Policies { default: Some(OnConflict::File), ..Policies::default() };
    let policies = if options.policies == usual { Policies::default() } else { options.policies.clone() };
    Options { policies, ..options.clone() }
}

/// The same back again, for a page that shows what was said the last time.
fn said(options: &Options) -> ImportOptions {
    let pair = |(name, value): (&String, &String)| ImportPair { name: name.clone(), value: value.clone() };
    let conflict = |choice: OnConflict| match choice {
        OnConflict::File => ImportConflict::File,
        OnConflict::Mine => ImportConflict::Mine,
        OnConflict::Fill => ImportConflict::Fill,
    };
    let by_field = options.policies.by_field.iter();
    let (several, same) = (options.answers.several.iter(), options.answers.same.iter());
    ImportOptions {
        noun: match options.noun {
            Noun::Organizations => ImportNoun::Organizations,
            Noun::Relationships => ImportNoun::Relationships,
            Noun::Accounts => ImportNoun::Accounts,
            Noun::Deals => ImportNoun::Deals,
            Noun::Actuals => ImportNoun::Actuals,
            Noun::Motions => ImportNoun::Motions,
            Noun::Tasks => ImportNoun::Tasks,
        },
        map: options.map.iter().map(|map| pair((&map.column, &map.field))).collect(),
        set: options.set.iter().map(|(field, value)| pair((field, value))).collect(),
        encoding: options.reading.encoding.clone(),
        delimiter: options.reading.delimiter.map(|byte| char::from(byte).to_string()),
        sheet: options.sheet.clone(),
        header_row: options.header_row.map(number),
        profile: options.profile.clone(),
        dates: options.dates.map(|dates| match dates {
            DateOrder::DayFirst => ImportDates::DayFirst,
            DateOrder::MonthFirst => ImportDates::MonthFirst,
        }),
        conflict: conflict(options.policies.default.unwrap_or_default()),
        conflicts: by_field
            .map(|(field, choice)| ImportFieldConflict { field: field.clone(), conflict: conflict(*choice) })
            .collect(),
        partner_if: options.partner_if.as_ref().map(|only| pair((&only.column, &only.value))),
        several: several.map(|(name, several)| ImportSeveral { name: name.clone(), several: *several }).collect(),
        same: same
            .map(|(name, other)| ImportSame { name: name.clone(), other: other.map(|id| id.to_string()) })
            .collect(),
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
