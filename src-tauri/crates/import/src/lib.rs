//! Files that people have, turned into rows that fit: bytes → [`Book`] → table → columns mapped to fields → typed rows →
//! a [`Plan`] of what would be added, changed, left alone or refused in a given workspace.
//!
//! Owns: reading CSV of every make and workbooks, guessing (encoding, delimiter, sheet, header row, profile, number and
//! date formats), matching rows to what is there already, and what may be the same twice. Must not know: SQL, files on
//! disk, processes, the clock or how identifiers are made. Callers hand over bytes with a file's name, a workspace and a
//! source of new identifiers, and apply the plan themselves.

mod columns;
mod error;
pub mod look;
pub mod matching;
mod nouns;
mod plan;
pub mod profiles;
pub mod readers;
pub mod reports;
mod table;
pub mod template;
mod values;
mod words;

pub use columns::ColumnMapping;
pub use columns::field::Noun;
pub use error::ImportError;
pub use plan::doubt::{Answers, PossibleDuplicate, Question};
pub use plan::policy::{OnConflict, Policies};
pub use plan::reject::{Ask, Fault, Reject};
pub use plan::{Condition, Counts, Options, Plan, Source, plan, plan_book};
pub use readers::{Book, Reading};
pub use reports::{FigureChange, KeptReport, ReportOptions};
pub use table::write as write_csv;
pub use values::date::DateOrder;
pub use values::harmless::harmless;
pub use values::several::joined;

/// The column that tells a table that this program wrote: its cells are restored when it is read.
pub const OWN_ID: &str = "Ecotone ID";

/// The column of reasons in a file of rows that do not fit; its cells are restored too.
pub const REASON: &str = "Reason (Ecotone)";

/// Most bytes of one file: a report of a million transactions takes half of it, and what is kept of the largest unpacks
/// within what the store takes back (512 MB).
pub const BYTES_MAX: usize = 384 * 1024 * 1024;
/// Most bytes of a workbook, and of what is packed in it: its cells take many times as much once they are read.
pub const WORKBOOK_BYTES_MAX: usize = 50 * 1024 * 1024;
/// Most rows of one file whose rows become rows.
pub const ROWS_MAX: usize = 200_000;
/// Most rows of a report, whose rows are only added up.
pub const REPORT_ROWS_MAX: usize = 1_500_000;
/// Most figures across the columns of one file.
pub const WIDE_MAX: usize = 2_000_000;
/// Most columns of one file.
pub const COLUMNS_MAX: usize = 200;
