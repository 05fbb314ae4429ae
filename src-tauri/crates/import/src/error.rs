//! Why a whole file cannot be imported, in sentences: where, what was found, what was expected, what to do.

use crate::words::grouped;

/// Why nothing of a file can be imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No row with anything in it.
    #[error("{file} is empty: it needs a row of column names and at least one row below it")]
    Empty {
        /// The file's name.
        file: String,
    },
    /// Only a header.
    #[error("{file}, row {row}: nothing stands below the column names; add at least one row")]
    NoRows {
        /// The file's name.
        file: String,
        /// The header's row.
        row: usize,
    },
    /// No column name was recognized.
    #[error(
        "{file} has no row of column names: found {found} in its first row, expected {expected}. Add the names \
         as the first row, or say in which row they stand"
    )]
    NoHeader {
        /// The file's name.
        file: String,
        /// What stands in the first row.
        found: String,
        /// What would be understood.
        expected: String,
    },
    /// A needed column is not there.
    #[error(
        "{file}, row {row}: no column for the {field} was found among {found}; expected one named {expected}. \
         Rename the column, say which one it is, or give one value for every row"
    )]
    MissingColumn {
        /// The file's name.
        file: String,
        /// The header's row.
        row: usize,
        /// The field in words.
        field: &'static str,
        /// The field as `--map` names it.
        key: &'static str,
        /// The columns that are there.
        found: String,
        /// Column names that would be understood.
        expected: &'static str,
    },
    /// `--map` names a column that is not there.
    #[error("{file}, row {row}: there is no column '{column}' to map; the columns are {found}")]
    UnknownColumn {
        /// The file's name.
        file: String,
        /// The header's row.
        row: usize,
        /// As given.
        column: String,
        /// The columns that are there.
        found: String,
    },
    /// `--map` names a field that these rows do not have.
    #[error("'{field}' is no field of {noun}: map '{column}' to one of {expected}")]
    UnknownField {
        /// As given.
        field: String,
        /// The column that should have been mapped to it.
        column: String,
        /// What the rows are.
        noun: &'static str,
        /// The fields there are.
        expected: String,
    },
    /// A field was mapped twice.
    #[error("two columns are mapped to '{field}': '{first}' and '{second}'; keep one")]
    MappedTwice {
        /// The field.
        field: &'static str,
        /// One column.
        first: String,
        /// The other.
        second: String,
    },
    /// A `--map` without both sides.
    #[error("'{0}' is no mapping: write it as \"Column=field\"")]
    Mapping(String),
    /// An encoding's name that nobody knows.
    #[error("'{0}' is no encoding: write a name such as utf-8, windows-1252 or utf-16le")]
    UnknownEncoding(String),
    /// Bytes that are no text in the encoding that the rest is in.
    #[error(
        "{file}, row {row}, column '{column}': found bytes that are not {expected}; save the file as CSV UTF-8, or \
         say which encoding it has"
    )]
    Encoding {
        /// The file's name.
        file: String,
        /// The first such row.
        row: usize,
        /// The first such column.
        column: String,
        /// The encoding that was tried.
        expected: &'static str,
    },
    /// No text at all.
    #[error("{file} is {found}, not a table as text: {advice}")]
    Binary {
        /// The file's name.
        file: String,
        /// What it looks like.
        found: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// A workbook that is not read.
    #[error("{file} cannot be read: {reason}; {advice}")]
    Workbook {
        /// The file's name.
        file: String,
        /// Why not.
        reason: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// What the child that reads files said.
    #[error("{0}")]
    Reader(String),
    /// What it said of a text that may be read in another way.
    #[error("{0}")]
    Unread(String),
    /// A sheet that is not there.
    #[error("{file} has no sheet '{sheet}': its sheets are {found}")]
    NoSuchSheet {
        /// The file's name.
        file: String,
        /// As asked.
        sheet: String,
        /// Those there are.
        found: String,
    },
    /// A header row that is not there.
    #[error("{file} has nothing in row {row}: name the row of the column names")]
    NoSuchRow {
        /// The file's name.
        file: String,
        /// As asked.
        row: usize,
    },
    /// A profile that nobody knows.
    #[error("'{profile}' is no make of file: choose one of {found}")]
    NoSuchProfile {
        /// As asked.
        profile: String,
        /// Those there are.
        found: String,
    },
    /// Customers that would become partners.
    #[error(
        "{file} is an export of {profile}: these are companies that you sell to. Import them as accounts, or say \
         which of them are partners"
    )]
    Customers {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
    },
    /// A report of another make, or none.
    #[error(
        "{file} is no report of {profile}: found the columns {found}, expected some such as {expected}. Choose another make \
         of file, or none to have it recognized"
    )]
    OtherReport {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
        /// The columns that are there.
        found: String,
        /// Columns that such reports have, folded.
        expected: String,
    },
    /// Paid commissions of a report that does not tell them apart.
    #[error("{file} ({profile}) does not say which commissions are paid: choose approved or pending ones")]
    NoSuchBasis {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
    },
    /// Months by a day that the report does not give.
    #[error("{file} ({profile}) has no column for the {day}: choose another date for its months")]
    NoSuchDay {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
        /// Which day.
        day: &'static str,
    },
    /// A report without dates.
    #[error("{file} ({profile}) has no dates: say which month it is of, or its first and its last")]
    NoPeriod {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
    },
    /// A report without partners.
    #[error("{file} ({profile}) names no partners: say which motion its figures are of")]
    NoOwner {
        /// The file's name.
        file: String,
        /// The make of file.
        profile: &'static str,
    },
    /// Two reports without dates of months in common.
    #[error(
        "{file} is of {period} and {other} of {other_period}, so months in common would count twice: import reports of the \
         same months, or undo the import of {other}"
    )]
    Overlap {
        /// The file's name.
        file: String,
        /// Its months.
        period: String,
        /// The earlier file.
        other: String,
        /// Its months.
        other_period: String,
    },
    /// Running totals beside figures of months.
    #[error(
        "{file} was said to have {}, and {other} before it {}: say the same of both, or undo the import of {other}",
        totals(*running), totals(!*running)
    )]
    RunningAndNot {
        /// The file's name.
        file: String,
        /// The earlier file.
        other: String,
        /// Whether this one has totals since the beginning.
        running: bool,
    },
    /// The person stopped it.
    #[error("the import was cancelled; nothing was written")]
    Cancelled,
    /// Beyond the limits.
    #[error("{file} is too large: found {found}, at most {most} are read; split it into several files")]
    TooLarge {
        /// The file's name.
        file: String,
        /// How much there is.
        found: String,
        /// How much is read.
        most: String,
    },
    /// A quotation mark without its partner.
    #[error(
        "{file}, row {row}: a quotation mark opens a cell and none closes it, so the rest of the file would be one \
         cell; close it, or double it (\"\") if it belongs to the text"
    )]
    OpenQuote {
        /// The file's name.
        file: String,
        /// Where it opens.
        row: usize,
    },
    /// More new kinds than anyone would want.
    #[error(
        "{file}, column '{column}': found {} different words that are no {noun} yet, expected at most {most}. \
         This looks like another column: say which is which", grouped(*found)
    )]
    TooManyKinds {
        /// The file's name.
        file: String,
        /// The column.
        column: String,
        /// How many.
        found: usize,
        /// How many are taken.
        most: usize,
        /// Kinds of what.
        noun: &'static str,
    },
    /// Rows that do not fit, where all of them have to.
    #[error(
        "{file}: {} of {} rows cannot be taken, so nothing was changed.{groups}\nCorrect them, or take the others \
         without them", grouped(*refused), grouped(*rows)
    )]
    Rows {
        /// The file's name.
        file: String,
        /// Rows that do not fit.
        refused: usize,
        /// Rows in the file.
        rows: usize,
        /// The first few, one line for each kind of fault.
        groups: String,
        /// Some of them only need to know whether the day or the month comes first.
        asks_dates: bool,
    },
}

impl ImportError {
    /// Whether another encoding or delimiter may help.
    pub fn may_be_reread(&self) -> bool {
        matches!(self, Self::Encoding { .. } | Self::OpenQuote { .. } | Self::Unread(_))
    }

    /// The sentence for whoever types commands: with the words that say what it asks for.
    pub fn typed(&self) -> String {
        let words = match self {
            Self::NoHeader { .. } => "--header-row ROW, or --map \"Column=field\" for each".to_owned(),
            Self::MissingColumn { key, .. } => format!("--map \"Column={key}\", or --set {key}=VALUE"),
            Self::Customers { .. } => "--as accounts, or for example --partner-if \"Type=Partner\"".to_owned(),
            Self::TooManyKinds { .. } => "--map \"Column=field\"".to_owned(),
            Self::OtherReport { .. } => "leave out --profile, or --profile NAME".to_owned(),
            Self::NoSuchBasis { .. } => "--basis approved or --basis pending".to_owned(),
            Self::NoSuchDay { .. } => "--dated-by transaction".to_owned(),
            Self::NoPeriod { .. } => "--period 2026-03, or --period 2026-01..2026-03".to_owned(),
            Self::NoOwner { .. } => "--motion NAME".to_owned(),
            Self::RunningAndNot { running: false, .. } => "--running".to_owned(),
            Self::Rows { asks_dates, .. } => {
                let dates = if *asks_dates { "--dates day-first or --dates month-first, or " } else { "" };
                format!("{dates}--rejects FILE for those that do not fit")
            }
            _ => return self.to_string(),
        };
        format!("{self} ({words})")
    }
}

fn totals(running: bool) -> &'static str {
    if running { "totals since the beginning" } else { "figures of its months" }
}
