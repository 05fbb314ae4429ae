//! Reports of networks: source rows added up to one figure for each partner or motion, metric, month and currency.
//!
//! The figures of one profile are made from all of its reports that a workspace keeps: of a transaction, or of a partner in
//! a period, the latest report counts. So a report that comes again changes nothing, and a corrected one corrects.
//! Must not know: what ratios are made of the figures.

mod changes;
mod choice;
mod figures;
mod look;
mod measure;
mod publishers;
mod read;
mod standing;

use std::sync::Arc;

use domain::{ActualReport, Month, MotionId, ReportBasis, ReportDate, Workspace};

use crate::columns::{Known, Said};
use crate::plan::{Options, Plan, Work, choose_sheet, metric_words};
use crate::profiles::Profile;
use crate::readers::{Book, Reading};
use crate::table::{Finding, Table, row};
use crate::{ImportError, Noun, Source, readers};

pub use changes::FigureChange;
use figures::Batch;
pub use look::{Look, look};
use publishers::Publishers;
use read::Reader;

/// What a person says about a report; what is unsaid is as in the last report of its make, else as most reports are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// Which commissions count; approved ones.
    pub basis: Option<ReportBasis>,
    /// Which date says the month; the transaction's.
    pub dated_by: Option<ReportDate>,
    /// First and last month of a report without dates; of one with dates, those that are read.
    pub period: Option<(Month, Month)>,
    /// What the figures count under where the rows do not say.
    pub motion: Option<MotionId>,
    /// Totals since the beginning, as of the last month.
    pub running: bool,
    /// The figures may still change.
    pub provisional: bool,
}

/// A report that was imported before.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptReport {
    /// How it was read.
    pub report: ActualReport,
    /// Its file's name.
    pub file: String,
    /// Its rows, as CSV in UTF-8.
    pub rows: Vec<u8>,
}

/// The profile of a book that is a report, and nothing for other rows.
pub fn profile_of(
    name: &str,
    book: &Book,
    options: &Options,
    workspace: &Workspace,
) -> Result<Option<&'static Profile>, ImportError> {
    if options.noun != Noun::Actuals {
        return Ok(None);
    }
    let metrics = metric_words(workspace);
    let known = Known { custom: &workspace.custom_fields, metrics: &metrics };
    let (_, table) = choose_sheet(name, book, options, known)?;
    Ok(table.columns.profile.filter(|profile| profile.report.is_some()))
}

/// Adds what the report would do to the plan.
pub(crate) fn fill(
    plan: &mut Plan,
    profile: &'static Profile,
    workspace: &Workspace,
    options: &Options,
    work: &mut Work<'_>,
) -> Result<(), ImportError> {
    let table = Arc::clone(&plan.table);
    let report = choice::of(plan, profile, workspace, options)?;
    let rows = row::fitting(&table, &mut plan.rejects);
    let mut publishers = Publishers::of(workspace);
    let reader = Reader::of(&table, &rows, profile, &report, workspace, options.dates);
    let own = reader.facts(&rows, &mut publishers, work)?;
    plan.skipped += own.outside;
    plan.rejects.extend(own.rejects);
    plan.remarks.extend(own.remarks);
    let mut batches = Vec::with_capacity(options.kept.len() + 1);
    for kept in options.kept.iter().filter(|kept| kept.report.profile == report.profile) {
        let before = ActualReport { basis: report.basis, dated_by: report.dated_by, ..kept.report.clone() };
        let table = reopened(kept, profile, workspace)?;
        let rows = row::fitting(&table, &mut Vec::new());
        let reader = Reader::of(&table, &rows, profile, &before, workspace, options.dates);
        let read = reader.facts(&rows, &mut publishers, work)?;
        batches.push(Batch { report: before, facts: read.all, has: read.has });
    }
    batches.sort_by_key(|batch| batch.report.batch);
    let fresh = figures::fresh(&batches, &own.all, report.running);
    batches.push(Batch { report: report.clone(), facts: own.all, has: own.has });
    let named = publishers.named(plan, profile, workspace, options, work)?;
    let figures = figures::of(plan, &batches, &named, workspace.settings.currency);
    changes::fill(plan, profile, workspace, options, figures, work)?;
    plan.report = Some(report);
    plan.fresh_rows = fresh;
    plan.changed_reports = batches
        .into_iter()
        .map(|batch| batch.report)
        .filter(|now| workspace.actual_reports.iter().any(|old| old.batch == now.batch && old != now))
        .collect();
    Ok(())
}

/// The table of a report that was kept.
fn reopened(kept: &KeptReport, profile: &'static Profile, workspace: &Workspace) -> Result<Table, ImportError> {
    let reading = Reading { encoding: Some("utf-8".to_owned()), delimiter: Some(b',') };
    let book = readers::read(Source { name: &kept.file, bytes: &kept.rows }, &reading)?;
    let said = Said { profile: Some(profile), ..Said::default() };
    let known = Known { custom: &workspace.custom_fields, ..Known::default() };
    let finding = Finding { schema: Noun::Actuals.schema(), said, known, header_row: None };
    let sheet = book.sheets.first().ok_or_else(|| ImportError::Empty { file: kept.file.clone() })?;
    Table::of(&kept.file, sheet, finding)
}
