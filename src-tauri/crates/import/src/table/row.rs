//! One row seen through the columns that were found.

use domain::{Date, Name};

use crate::readers::Record;
use crate::table::Table;
use crate::values::date::{DateFault, DateOrder, DateReader};
use crate::values::figure;
use crate::values::number::NumberReader;
use crate::{Ask, Reject};

/// One row with as many cells as the header.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    record: &'t Record,
}

/// The rows that have as many cells as the header; the others are refused. Blank cells past the header do not count.
pub fn fitting<'t>(table: &'t Table, rejects: &mut Vec<Reject>) -> Vec<Row<'t>> {
    let width = table.header.len();
    let mut rows = Vec::with_capacity(table.len());
    for record in table.rows() {
        let is_filled = |place: &usize| record.cells.get(*place).is_some_and(|cell| !cell.trim().is_empty());
        let filled = (0..record.cells.len()).rev().find(is_filled).map_or(0, |last| last + 1);
        let cells = record.cells.len();
        if (cells >= width || table.ragged) && filled <= width {
            rows.push(Row { table, record });
            continue;
        }
        let few = cells < width && !table.ragged;
        let advice = if few {
            "add the missing cells; empty ones count"
        } else {
            "put a cell that holds the separator into quotation marks"
        };
        rejects.push(Reject {
            row: record.number,
            column: None,
            found: format!("{} cells", if few { cells } else { filled }),
            expected: format!("{width}, as many as there are column names"),
            advice: advice.to_owned(),
            ask: None,
        });
    }
    rows
}

impl<'t> Row<'t> {
    /// As a spreadsheet numbers it.
    pub fn number(self) -> usize {
        self.record.number
    }

    /// The cell of a field, trimmed; empty too where the file has no such column.
    pub fn text(self, field: &str) -> &'t str {
        let columns = &self.table.columns;
        let cell = columns.place(field).and_then(|place| self.record.cells.get(place)).map_or("", str::trim);
        if cell.is_empty() { columns.constant(field).unwrap_or("") } else { cell }
    }

    /// Text of several lines, where there is any: as it stands in a table of this program, else trimmed.
    pub fn prose(self, field: &str) -> Option<&'t str> {
        let place = self.table.columns.place(field).filter(|_| self.table.is_ours);
        let whole = place.and_then(|place| self.record.cells.get(place)).filter(|cell| !cell.is_empty());
        whole.or_else(|| self.given(field))
    }

    /// The same of a column.
    pub fn prose_at(self, place: usize) -> &'t str {
        if self.table.is_ours { self.record.cells.get(place).unwrap_or_default() } else { self.cell(place) }
    }

    /// Whether this program wrote the table.
    pub fn is_ours(self) -> bool {
        self.table.is_ours
    }

    /// The cell of a column, trimmed.
    pub fn cell(self, place: usize) -> &'t str {
        self.record.cells.get(place).map_or("", str::trim)
    }

    /// The same, or nothing where it is empty.
    pub fn given(self, field: &str) -> Option<&'t str> {
        Some(self.text(field)).filter(|text| !text.is_empty())
    }

    /// Whether the file has a column for the field.
    pub fn has(self, field: &str) -> bool {
        self.table.columns.place(field).is_some() || self.table.columns.constant(field).is_some()
    }

    /// A refusal for the cell of a field.
    pub fn reject(self, field: &str, expected: impl Into<String>) -> Reject {
        let column = self.table.columns.place(field).and_then(|place| self.table.header.get(place));
        Reject::new(self.number(), column.map(String::as_str), self.text(field), expected)
    }

    /// A refusal for the cell of a column.
    pub fn reject_at(self, place: usize, expected: impl Into<String>) -> Reject {
        Reject::new(self.number(), self.table.header.get(place).map(String::as_str), self.cell(place), expected)
    }

    /// A needed name.
    pub fn name(self, field: &str, expected: &str) -> Result<Name, Reject> {
        Name::parse(self.text(field)).map_err(|error| match self.given(field) {
            None => self.reject(field, expected),
            Some(_) => self.reject(field, expected).advise(error.to_string()),
        })
    }

    /// One line of text, where there is one.
    pub fn line(self, field: &str) -> Result<Option<String>, Reject> {
        let Some(text) = self.given(field) else { return Ok(None) };
        Name::parse(text)
            .map(|name| Some(name.into()))
            .map_err(|error| self.reject(field, "one line of text").advise(error.to_string()))
    }

    /// A day, where there is one.
    pub fn date(self, field: &str, reader: DateReader) -> Result<Option<Date>, Reject> {
        let Some(text) = self.given(field) else { return Ok(None) };
        reader.read(text).map(Some).map_err(|fault: DateFault| {
            let reject = self.reject(field, "a day such as 2026-03-31 or 31 March 2026").advise(fault.advice());
            if matches!(fault, DateFault::Ambiguous(..)) { reject.ask(Ask::DayOrMonth) } else { reject }
        })
    }

    /// Yes or no, where it is said.
    pub fn yes(self, field: &str) -> Result<Option<bool>, Reject> {
        let Some(text) = self.given(field) else { return Ok(None) };
        match text.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" | "x" => Ok(Some(true)),
            "no" | "n" | "false" | "0" => Ok(Some(false)),
            _ => Err(self.reject(field, "yes or no")),
        }
    }
}

/// A reader for the days of one column.
pub fn dates(rows: &[Row<'_>], field: &str, order: Option<DateOrder>) -> DateReader {
    DateReader::decide(rows.iter().map(|row| row.text(field)), order)
}

/// A reader for the numbers of one column.
pub fn numbers<'t>(rows: &[Row<'t>], cell: impl Fn(&Row<'t>) -> &'t str) -> NumberReader {
    if rows.first().is_some_and(|row| row.is_ours()) {
        return NumberReader::OURS;
    }
    NumberReader::decide(rows.iter().map(cell))
}

/// Whether parts are written as 12 for 12 %. This program writes 0.12.
pub fn whole_percents<'t>(rows: &[Row<'t>], field: &str, holds: &dyn Fn(&Row<'t>) -> bool) -> bool {
    let is_ours = rows.first().is_some_and(|row| row.is_ours());
    !is_ours && figure::are_percents(rows.iter().filter(|row| holds(row)).map(|row| row.text(field)))
}
