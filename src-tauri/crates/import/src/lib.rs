//! Files that people have, turned into rows that fit: bytes → text → table → columns mapped to fields → typed rows →
//! a [`Plan`] of what would be added, changed, left alone or refused in a given workspace.
//!
//! Owns: reading CSV of every make, guessing (encoding, delimiter, header row, number and date formats) and matching
//! rows to what is there already. Must not know: SQL, files on disk, the clock or how identifiers are made. Callers
//! hand over bytes with a file's name, a workspace and a source of new identifiers, and apply the plan themselves.

mod actuals;
mod apply;
mod column;
mod date;
mod decode;
mod delimiter;
mod error;
mod field;
mod figure;
mod kinds;
mod matching;
mod month;
mod number;
mod organizations;
mod owner;
mod plan;
mod reject;
mod relationships;
mod row;
mod summary;
mod table;
pub mod template;
mod words;

pub use column::ColumnMapping;
pub use error::ImportError;
pub use field::Noun;
pub use plan::{Counts, Options, Plan, Source, plan};
pub use reject::Reject;

/// Most bytes of one file.
pub const BYTES_MAX: usize = 50 * 1024 * 1024;
/// Most rows of one file.
pub const ROWS_MAX: usize = 200_000;
/// Most columns of one file.
pub const COLUMNS_MAX: usize = 200;
