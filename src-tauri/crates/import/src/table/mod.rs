//! Rows to a table: the header among the first of them, what to leave out, what to fill in, and what to cut apart.

pub mod row;
mod rows;
mod sections;
mod wide;

use csv::{StringRecord, WriterBuilder};

use crate::columns::field::Schema;
use crate::columns::{Columns, Known, Said};
use crate::plan::signature;
use crate::readers::{Record, Sheet};
use crate::values::harmless::{harmless, restored};
use crate::words::{self, folded, shown};
use crate::{COLUMNS_MAX, ImportError, REPORT_ROWS_MAX, ROWS_MAX};

use rows::Rows;

/// How far down the column names may stand.
pub const HEADER_WITHIN: usize = 10;

/// A header with rows under it.
#[derive(Debug, Clone)]
pub struct Table {
    pub header: Vec<String>,
    pub columns: Columns,
    pub header_row: usize,
    /// The column names of the file as it came, to know the next one by.
    pub signature: String,
    /// This program wrote it: numbers, texts and lists stand as it writes them.
    pub is_ours: bool,
    /// Names and rows as they came, where figures across the columns were cut into rows of their own.
    whole: Option<(Vec<String>, Rows)>,
    titles: usize,
    total_row: Option<usize>,
    ragged: bool,
    /// What was filled in or cut apart, in sentences.
    reshaped: Vec<String>,
    rows: Rows,
}

/// How a header is found.
#[derive(Debug, Clone, Copy)]
pub struct Finding<'o> {
    /// What the rows are to be.
    pub schema: Schema,
    /// What a person said about the columns.
    pub said: Said<'o>,
    /// What the workspace adds to known words.
    pub known: Known<'o>,
    /// The header's row, where a person said so.
    pub header_row: Option<usize>,
}

impl Table {
    /// Finds the header and keeps what stands below it, ready to be read row by row.
    pub fn of(name: &str, sheet: &Sheet, finding: Finding<'_>) -> Result<Self, ImportError> {
        let mut table = Self::found(name, sheet, finding)?;
        let file = shown(name);
        if let Some(mapping) = table.columns.unknown_mapping() {
            let (row, column) = (table.header_row, shown(&mapping.column));
            return Err(ImportError::UnknownColumn { file, row, column, found: table.names() });
        }
        if let Some(field) = table.columns.missing() {
            return Err(ImportError::MissingColumn {
                file,
                row: table.header_row,
                field: field.words,
                key: field.key,
                found: table.names(),
                expected: field.suggest.unwrap_or(field.key),
            });
        }
        table.cut_wide(&file)?;
        Ok(table)
    }

    /// The same, even where needed columns are missing: what a person is shown and asked.
    pub fn found(name: &str, sheet: &Sheet, finding: Finding<'_>) -> Result<Self, ImportError> {
        let file = shown(name);
        let Some(within) = sheet.rows.get(..sheet.rows.len().min(HEADER_WITHIN)).filter(|rows| !rows.is_empty()) else {
            return Err(ImportError::Empty { file });
        };
        let (place, columns) = match finding.header_row {
            Some(number) => {
                let place = sheet.rows.iter().position(|row| row.number == number);
                let place = place.ok_or(ImportError::NoSuchRow { file: file.clone(), row: number })?;
                let columns = Columns::of(&sheet.rows[place].cells, finding.schema, finding.said, finding.known)?;
                (place, columns)
            }
            None => find_header(&file, within, finding)?,
        };
        let below = Rows::below(&sheet.rows, place + 1);
        let header_record = &sheet.rows[place];
        let is_harmless = is_harmless(&header_record.cells);
        let named = |cell: &'_ str| if is_harmless { restored(cell.trim()).to_owned() } else { cell.trim().to_owned() };
        let mut header: Vec<String> = header_record.cells.iter().map(named).collect();
        let width = header.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        header.truncate(width);
        let too_large = |found: String, most: String| ImportError::TooLarge { file: file.clone(), found, most };
        if width > COLUMNS_MAX {
            let most = words::count(COLUMNS_MAX, "column", "columns");
            return Err(too_large(words::count(width, "column", "columns"), most));
        }
        let is_report = columns.profile.is_some_and(|profile| profile.report.is_some());
        let rows_max = if is_report { REPORT_ROWS_MAX } else { ROWS_MAX };
        if below.len() > rows_max {
            let most = words::count(rows_max, "row", "rows");
            return Err(too_large("more rows than that".to_owned(), most));
        }
        let mut table = Self {
            header,
            columns,
            header_row: header_record.number,
            signature: signature::of(header_record.cells.iter()),
            is_ours: is_ours(&header_record.cells),
            whole: None,
            titles: place,
            total_row: None,
            ragged: sheet.ragged,
            reshaped: Vec::new(),
            rows: if is_harmless { restore(&below).into() } else { below },
        };
        if sheet.merged > 0 {
            let areas = words::count(sheet.merged, "merged area", "merged areas");
            table.reshaped.push(format!("Filled down {areas}."));
        }
        table.drop_total();
        if !is_report {
            table.fill_sections();
        }
        if table.rows.is_empty() {
            return Err(ImportError::NoRows { file, row: table.header_row });
        }
        Ok(table)
    }

    /// The names of the columns, for a sentence.
    fn names(&self) -> String {
        words::list(self.header.iter().filter(|name| !name.is_empty()).map(String::as_str), 12)
    }

    /// A last line of sums is no row: a word for "total", and nothing but numbers beside it.
    fn drop_total(&mut self) {
        let is_total = |cell: &str| {
            matches!(folded(cell).as_str(), "total" | "totals" | "grandtotal" | "sum" | "summe" | "gesamt")
        };
        let is_number = |cell: &str| {
            cell.chars().any(|c| c.is_ascii_digit()) && !cell.chars().any(|c| c.is_alphabetic() && c != 'k' && c != 'M')
        };
        let Some(last) = self.rows.last() else { return };
        let filled: Vec<&str> = last.cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let totals = filled.iter().filter(|cell| is_total(cell)).count();
        let numbers = filled.iter().filter(|cell| is_number(cell)).count();
        if totals == 1 && numbers > 0 && numbers + 1 == filled.len() {
            self.total_row = Some(last.number);
            self.rows.pop();
        }
    }

    /// How many rows stand under the header.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows under the header.
    pub fn rows(&self) -> &[Record] {
        &self.rows
    }

    /// What was left out, in sentences.
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.titles > 0 {
            let rows = words::count(self.titles, "row", "rows");
            remarks.push(format!("Left out {rows} above the column names in row {}.", self.header_row));
        }
        if let Some(row) = self.total_row {
            remarks.push(format!("Left out row {row}, a line of totals."));
        }
        remarks.extend(self.reshaped.iter().cloned());
        // Of a table that was cut apart it was said before.
        remarks.extend(self.unread().filter(|_| self.whole.is_none()));
        remarks
    }

    /// Which columns no field takes.
    fn unread(&self) -> Option<String> {
        let unread: Vec<&str> = self.columns.unread(&self.header).collect();
        let columns = words::count(unread.len(), "column", "columns");
        (!unread.is_empty()).then(|| format!("Left out {columns} with no field to go to: {}.", words::list(unread, 8)))
    }

    /// Names and rows as the file has them.
    fn as_they_came(&self) -> (&[String], &[Record]) {
        match &self.whole {
            Some((header, rows)) => (header, rows),
            None => (&self.header, &self.rows),
        }
    }

    /// The header as it shall stand in a file with one more column, which no spreadsheet runs.
    pub fn header_with(&self, column: &str) -> Vec<String> {
        let (header, _) = self.as_they_came();
        header.iter().map(|name| harmless(name)).chain([column.to_owned()]).collect()
    }

    /// The row numbered `number`, padded to the header's width, with one more cell, no cell of which a spreadsheet runs.
    pub fn row_with(&self, number: usize, cell: &str) -> Option<Vec<String>> {
        let (header, rows) = self.as_they_came();
        let place = rows.binary_search_by_key(&number, |row| row.number).ok()?;
        let mut cells: Vec<String> = rows[place].cells.iter().map(harmless).collect();
        while cells.len() > header.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells.resize(cells.len().max(header.len()), String::new());
        cells.push(harmless(cell));
        Some(cells)
    }

    /// The rows of a report as CSV in UTF-8 that reads again without a word about its columns: those that a person named
    /// bear the fields' names, and what holds for every row has a column.
    pub fn to_report_csv(&self) -> Vec<u8> {
        let header = self.columns.said_in(&self.header);
        let constants = self.columns.constants();
        let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let names = constants.iter().map(|(key, _)| *key);
        let _ = writer.write_record(header.iter().map(String::as_str).chain(names));
        for row in self.rows.iter() {
            let cells = (0..header.len()).map(|place| row.cells.get(place).unwrap_or_default());
            let _ = writer.write_record(cells.chain(constants.iter().map(|(_, value)| *value)));
        }
        writer.into_inner().unwrap_or_default()
    }

    /// Header and rows as CSV in UTF-8. Writing to memory cannot fail.
    pub fn to_csv(&self) -> Vec<u8> {
        let (header, rows) = self.as_they_came();
        let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let _ = writer.write_record(header);
        for row in rows {
            let _ = writer.write_record(&row.cells);
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// Rows as CSV in UTF-8. Writing to memory cannot fail.
pub fn write(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A table that this program wrote.
fn is_ours(header: &StringRecord) -> bool {
    header.iter().any(|name| name.trim() == crate::OWN_ID)
}

/// A table whose cells this program made harmless: its own, or rows of another that did not fit.
fn is_harmless(header: &StringRecord) -> bool {
    is_ours(header) || header.iter().any(|name| name.trim() == crate::REASON)
}

/// Cells that were made harmless, as they were.
fn restore(rows: &[Record]) -> Vec<Record> {
    let restored = |row: &Record| Record { number: row.number, cells: row.cells.iter().map(restored).collect() };
    rows.iter().map(restored).collect()
}

/// The row that names every needed column and most others, so that a title above is passed over; where none does, the one
/// that names most.
fn find_header(file: &str, rows: &[Record], finding: Finding<'_>) -> Result<(usize, Columns), ImportError> {
    let mut best: Option<(usize, Columns)> = None;
    for (place, row) in rows.iter().enumerate() {
        let columns = Columns::of(&row.cells, finding.schema, finding.said, finding.known)?;
        if columns.rank() > best.as_ref().map_or((false, 0), |(_, columns)| columns.rank()) {
            best = Some((place, columns));
        }
    }
    if let Some(best) = best {
        return Ok(best);
    }
    let row = &rows[0];
    let found = words::list(row.cells.iter().filter(|cell| !cell.trim().is_empty()), 12);
    if let Some(mapping) = finding.said.map.first() {
        let (row, column) = (row.number, shown(&mapping.column));
        return Err(ImportError::UnknownColumn { file: file.to_owned(), row, column, found });
    }
    let expected = words::list(finding.schema.fields.iter().map(|field| field.words), 12);
    Err(ImportError::NoHeader { file: file.to_owned(), found, expected: format!("columns such as {expected}") })
}
