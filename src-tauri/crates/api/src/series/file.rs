//! Tables of plain figures: a head of names if there is one, then numbers with a point for decimals.
//!
//! Owns: finding columns and reading their numbers, with a sentence for what does not fit. Must not know: what is
//! measured of them.

use std::path::{Path, PathBuf};

use import::Reading;
use thiserror::Error;

use crate::ErrorReply;
use crate::importing::{open_source, read_in_child};

/// A table as its file has it.
pub(super) struct Table {
    path: PathBuf,
    /// In small letters; empty where the first row is figures already.
    names: Vec<String>,
    /// Number of the row in the file, and its cells.
    rows: Vec<(usize, Vec<String>)>,
}

/// Why a file is no table of figures.
#[derive(Debug, Error)]
pub(super) enum SeriesFileError {
    #[error("{}: there is no column '{wanted}', but {found}. Name a column so in the first row.", path.display())]
    Column { path: PathBuf, wanted: &'static str, found: String },
    #[error("{} is empty: it needs a row for each figure. Add them, below their names if you like.", path.display())]
    Empty { path: PathBuf },
    #[error("{}, row {row}: found {found}, expected a number such as 1234.5. Correct that row.", path.display())]
    Number { path: PathBuf, row: usize, found: String },
    #[error("{}: {sentence}.", path.display())]
    Figures { path: PathBuf, sentence: String },
}

impl Table {
    /// Reads a file.
    pub(super) fn read(path: &Path) -> Result<Self, ErrorReply> {
        let opened = open_source(path, &[])?;
        let book = read_in_child(opened.file, &opened.name, &Reading::default(), &|_| true)
            .map_err(|error| ErrorReply::refused(format!("{error}.")))?;
        let cells = |cells: &mut dyn Iterator<Item = &str>| cells.map(|cell| cell.trim().to_owned()).collect();
        let mut rows: Vec<(usize, Vec<String>)> = book
            .sheets
            .iter()
            .take(1)
            .flat_map(|sheet| sheet.rows.iter())
            .map(|record| (record.number, cells(&mut record.cells.iter())))
            .collect();
        let headed =
            rows.first().is_some_and(|(_, cells)| cells.iter().any(|cell| !cell.is_empty() && plain(cell).is_none()));
        let names = if headed { rows.remove(0).1.iter().map(|name| name.to_lowercase()).collect() } else { Vec::new() };
        if rows.is_empty() {
            return Err(SeriesFileError::Empty { path: path.to_owned() }.into());
        }
        Ok(Self { path: path.to_owned(), names, rows })
    }

    /// The column of this name, or without a head the one at `place`; an empty cell is none.
    pub(super) fn column(&self, name: &'static str, place: usize) -> Result<Vec<Option<f64>>, SeriesFileError> {
        if self.names.is_empty() {
            if place >= self.widest() {
                let found = "one column without a name".to_owned();
                return Err(SeriesFileError::Column { path: self.path.clone(), wanted: name, found });
            }
            return self.figures(place);
        }
        self.optional(name)?.ok_or_else(|| {
            let found = self.names.iter().map(|name| format!("'{}'", shortened(name))).collect::<Vec<_>>().join(", ");
            SeriesFileError::Column { path: self.path.clone(), wanted: name, found }
        })
    }

    /// The column of this name, if there is one.
    pub(super) fn optional(&self, name: &str) -> Result<Option<Vec<Option<f64>>>, SeriesFileError> {
        self.names.iter().position(|candidate| candidate == name).map(|place| self.figures(place)).transpose()
    }

    /// The last column, which has a number in each row.
    pub(super) fn last_column(&self) -> Result<Vec<f64>, SeriesFileError> {
        let place = self.names.len().max(self.widest()).saturating_sub(1);
        let figures = self.figures(place)?;
        let known = |(figure, (row, _)): (&Option<f64>, &(usize, Vec<String>))| {
            figure.ok_or_else(|| SeriesFileError::Number {
                path: self.path.clone(),
                row: *row,
                found: "nothing in the last column".to_owned(),
            })
        };
        figures.iter().zip(&self.rows).map(known).collect()
    }

    /// What the figures are refused for, with the file they stand in.
    pub(super) fn refused(&self, error: &forecast::InputError) -> ErrorReply {
        SeriesFileError::Figures { path: self.path.clone(), sentence: error.to_string() }.into()
    }

    fn widest(&self) -> usize {
        self.rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0)
    }

    fn figures(&self, place: usize) -> Result<Vec<Option<f64>>, SeriesFileError> {
        let figure = |(row, cells): &(usize, Vec<String>)| match cells.get(place).map(String::as_str) {
            None | Some("") => Ok(None),
            Some(cell) => plain(cell).map(Some).ok_or_else(|| SeriesFileError::Number {
                path: self.path.clone(),
                row: *row,
                found: format!("'{}'", shortened(cell)),
            }),
        };
        self.rows.iter().map(figure).collect()
    }
}

fn plain(cell: &str) -> Option<f64> {
    cell.parse().ok().filter(|number: &f64| number.is_finite())
}

/// So much of a cell as a sentence can hold, without characters that would move the cursor.
fn shortened(cell: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if cell.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}
