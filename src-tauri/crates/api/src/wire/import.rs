//! Importing a file: what is said about it, what was seen in it, and what it would do. Paths never come here: a file is
//! named by the handle that opening it gave.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use domain::{ReportBasis, ReportDate};

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ImportNoun {
    Organizations,
    Relationships,
    Accounts,
    Deals,
    Actuals,
    Motions,
    Tasks,
}

/// Who wins where the file and the workspace differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportConflict {
    /// The file's value; an empty cell changes nothing.
    #[default]
    File,
    /// What is there stays.
    Mine,
    /// Only what is empty is filled.
    Fill,
}

/// How days are read that read both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ImportDates {
    DayFirst,
    MonthFirst,
}

/// Two words that belong together: a column and its field, a field and its value, a column and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportPair {
    /// The column, or the field.
    pub name: String,
    /// The field (`-` leaves the column out), or the value.
    pub value: String,
}

/// One field's winner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportFieldConflict {
    /// The field's key.
    pub field: String,
    /// Who wins.
    pub conflict: ImportConflict,
}

/// What a person said about a file; what is left out is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportOptions {
    /// What its rows are.
    pub noun: ImportNoun,
    /// Columns and their fields.
    pub map: Vec<ImportPair>,
    /// Fields that are the same in every row.
    pub set: Vec<ImportPair>,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// What stands between two cells of a text: one character.
    pub delimiter: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row of the column names.
    pub header_row: Option<u32>,
    /// The make of file, by its key.
    pub profile: Option<String>,
    /// How unclear days are read.
    pub dates: Option<ImportDates>,
    /// Who wins, for every field that is not named.
    pub conflict: ImportConflict,
    /// Who wins, field by field.
    pub conflicts: Vec<ImportFieldConflict>,
    /// Which rows of a list of customers are partners.
    pub partner_if: Option<ImportPair>,
    /// What was said about a report of a network.
    pub report: ImportReport,
    /// Names of which it was said whether they stand for several.
    pub several: Vec<ImportSeveral>,
    /// Names of which it was said whose they are.
    pub same: Vec<ImportSame>,
}

/// What a person said about a report of a network; what is left out is as in the last report of its make.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportReport {
    /// Which commissions count.
    pub basis: Option<ReportBasis>,
    /// Which date says the month.
    pub dated_by: Option<ReportDate>,
    /// First month, of a report without dates.
    pub first: Option<String>,
    /// Last month; the first where nothing is said.
    pub last: Option<String>,
    /// The motion that the figures count to, where the rows do not say.
    pub motion: Option<String>,
    /// Totals since the beginning, as of the last month.
    pub running: bool,
    /// The figures may still change.
    pub provisional: bool,
    /// Partners whose figures do not count, as the file names them.
    pub left_out: Vec<String>,
}

/// What a report asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReportLook {
    /// It has no dates.
    pub asks_period: bool,
    /// It names no partners.
    pub asks_motion: bool,
    /// It tells paid commissions apart.
    pub tells_paid: bool,
    /// The days that it gives.
    pub dates: Vec<ReportDate>,
    /// Which commissions count unless somebody says otherwise.
    pub basis: ReportBasis,
    /// Which date says the month unless somebody says otherwise.
    pub dated_by: ReportDate,
}

/// "Acme / Beta" in one cell, answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportSeveral {
    /// What stands in the cell.
    pub name: String,
    /// It is several partners, or one.
    pub several: bool,
}

/// A possible duplicate, answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportSame {
    /// The name in the file.
    pub name: String,
    /// The one of the workspace that it is; none when it is its own.
    pub other: Option<String>,
}

/// Asks for a file and reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportOpen {
    /// Names the work, for progress and cancelling.
    pub job: String,
    /// The file that was dropped on the window, instead of one that a dialog asks for.
    pub dropped: bool,
}

/// A file that waits, read or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportOpened {
    /// Names it from now on.
    pub handle: String,
    /// Its name, without its folder.
    pub file_name: String,
    /// Why it could not be read as a text: another encoding or delimiter may help.
    pub unread: Option<String>,
}

/// Something to be done with an open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The file.
    pub handle: String,
    /// Names the work, for progress and cancelling.
    pub job: String,
    /// What was said about it.
    pub options: ImportOptions,
    /// Rows that do not fit are left out; without it one of them refuses the file.
    pub without_rejects: bool,
}

/// What was seen in a file.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportLook {
    /// The names of all sheets.
    pub sheets: Vec<String>,
    /// The sheet that is read.
    pub sheet: String,
    /// The row of the column names.
    pub header_row: u32,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// What stands between the cells of a text.
    pub delimiter: Option<String>,
    /// The make of file: its key.
    pub profile: Option<String>,
    /// The make of file, for a person.
    pub profile_name: Option<String>,
    /// Its companies are customers: they become partners only by a column that a person picks.
    pub of_customers: bool,
    /// A file of this make was imported before: what was said then is said now.
    pub remembered: Option<ImportOptions>,
    /// Every column with a name.
    pub columns: Vec<ImportColumn>,
    /// Every field.
    pub fields: Vec<ImportField>,
    /// How many rows there are.
    pub rows: u32,
    /// What was left out or filled in.
    pub remarks: Vec<String>,
    /// What it asks for, where it is a report of a network.
    pub report: Option<ImportReportLook>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ImportColumn {
    /// As the file names it.
    pub name: String,
    /// The field that it holds.
    pub field: Option<String>,
    /// How sure that is, from 0 to 1.
    pub confidence: f64,
    /// Up to three values.
    pub samples: Vec<String>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportField {
    /// Its key.
    pub key: String,
    /// In words.
    pub words: String,
    /// Needed, and no column holds it.
    pub missing: bool,
}

/// What a file would do, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ImportPreview {
    pub created: u32,
    pub updated: u32,
    pub unchanged: u32,
    pub skipped: u32,
    pub refused: u32,
    /// Rows of a report that are kept beside the figures, whether or not these change.
    pub kept: u32,
    /// What the workspace would learn besides the rows, and what was guessed of the file, in sentences.
    pub remarks: Vec<String>,
    /// Names of new organizations, accounts or deals, the first of them.
    pub created_names: Vec<String>,
    /// Names of changed ones, the first of them.
    pub updated_names: Vec<String>,
    /// Figures that become others, in words, the first of them.
    pub changes: Vec<String>,
    /// Rows that do not fit, by kind of fault, the most frequent first.
    pub faults: Vec<ImportFault>,
    /// What only a person can tell.
    pub questions: Vec<ImportQuestion>,
    /// New rows that may be those of the workspace.
    pub possible_duplicates: Vec<ImportDuplicate>,
    /// Names that the file before had and this one has not.
    pub missing: Vec<String>,
}

/// Rows with one kind of fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportFault {
    /// Where, what was found, what was expected and what to do, for the first of them.
    pub sentence: String,
    /// They fit once it is said whether the day or the month comes first.
    pub asks_dates: bool,
}

/// What only a person can tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportQuestion {
    /// In words.
    pub sentence: String,
    /// The cell that may hold several names, where that is the question.
    pub cell: Option<ImportCell>,
    /// The partner of a report whom nobody knows, where that is the question.
    pub publisher: Option<ImportPublisher>,
}

/// A partner of a report whom nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPublisher {
    /// As the file names it.
    pub name: String,
    /// One of the workspace with nearly the same name: its id and its name.
    pub like: Option<ImportPair>,
    /// Whether its figures count, where it was answered.
    pub counts: Option<bool>,
}

/// A cell that may hold several names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportCell {
    /// Its row in the file.
    pub row: u32,
    /// What stands in it.
    pub name: String,
    /// The names that it may hold.
    pub parts: Vec<String>,
    /// What was answered.
    pub several: Option<bool>,
}

/// A new row that may be one of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportDuplicate {
    /// Its row in the file.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// Which one it may be.
    pub other: String,
    /// How that one is called.
    pub other_name: String,
    /// The id that both have; none where the names are nearly the same.
    pub shared_id: Option<String>,
    /// What was answered.
    pub same: Option<bool>,
}
