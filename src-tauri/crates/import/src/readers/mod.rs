//! Bytes of any make to a [`Book`]: sheets of rows, each cell as text. This is the part that meets hostile files, so it
//! runs in a child process where the host can have one.
//!
//! Must not know: what the rows mean.

mod archive;
pub mod decode;
pub mod delimiter;
pub mod stream;
pub mod text;
mod workbook;

use std::sync::Arc;

use csv::StringRecord;
use serde::{Deserialize, Serialize};

use crate::{ImportError, Source};

/// How to read a file, where a person said so; everything else is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// A label of the WHATWG encoding list (`windows-1252`).
    pub encoding: Option<String>,
    /// What stands between two cells.
    pub delimiter: Option<u8>,
}

/// A file as rows of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Its sheets in order; a text has one without a name.
    pub sheets: Vec<Sheet>,
    /// The encoding of a text.
    pub encoding: Option<String>,
    /// What stands between the cells of a text.
    pub delimiter: Option<u8>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; empty for a text.
    pub name: String,
    /// Not shown in the spreadsheet.
    pub hidden: bool,
    /// A row may end early: what is missing is empty.
    pub ragged: bool,
    /// How many merged areas were filled down.
    pub merged: usize,
    /// Every row with something in it; tables of the sheet share them.
    pub rows: Arc<Vec<Record>>,
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// As a spreadsheet numbers it, from 1; blank lines count.
    pub number: usize,
    /// As they stand, neither trimmed nor padded.
    pub cells: StringRecord,
}

/// Reads a file. A workbook is told by its bytes, not by its name.
pub fn read(source: Source<'_>, reading: &Reading) -> Result<Book, ImportError> {
    if is_text(source.bytes) { text::read(source, reading) } else { workbook::read(source) }
}

/// Whether a file is no workbook of any make.
fn is_text(bytes: &[u8]) -> bool {
    !archive::is_zip(bytes) && !archive::is_old_workbook(bytes)
}
