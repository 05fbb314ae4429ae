//! Text to a table: rows as a spreadsheet numbers them, the header among the first of them, what to leave out.

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use crate::column::{ColumnMapping, Columns};
use crate::field::Schema;
use crate::words::{self, folded, shown};
use crate::{COLUMNS_MAX, ImportError, ROWS_MAX, delimiter};

/// How far down the column names may stand.
const HEADER_WITHIN: usize = 10;

/// One row with something in it.
#[derive(Debug, Clone)]
pub struct Record {
    /// As a spreadsheet numbers it, from 1; blank lines count.
    pub number: usize,
    /// As they stand, neither trimmed nor padded.
    pub cells: StringRecord,
    /// Its last cell runs to the end of the file for want of a closing quotation mark.
    open: bool,
}

/// A header with rows under it.
#[derive(Debug, Clone)]
pub struct Table {
    pub header: Vec<String>,
    pub columns: Columns,
    header_row: usize,
    titles: usize,
    total_row: Option<usize>,
    rows: Vec<Record>,
}

/// Every row with something in it.
pub fn records(text: &str, delimiter: u8) -> Vec<Record> {
    let (mut number, text) = delimiter::excel_line(text).map_or((1, text), |(_, length)| (2, &text[length..]));
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    let mut start = 0;
    let mut after_return = false;
    while rows.len() <= ROWS_MAX + HEADER_WITHIN && reader.read_record(&mut cells).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let raw = &text.as_bytes()[start..end];
        let body = raw.iter().position(|b| !is_break(*b)).unwrap_or(raw.len());
        let tail = raw.iter().rposition(|b| !is_break(*b)).map_or(raw.len(), |last| last + 1);
        number += count_breaks(&raw[..body], &mut after_return);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let inside = &raw[body..tail.max(body)];
            let uneven = inside.iter().fold(false, |uneven, byte| uneven ^ (*byte == b'"'));
            let open = end == text.len() && uneven && inside.iter().any(|b| is_break(*b));
            rows.push(Record { number, cells: cells.clone(), open });
        }
        if tail > body {
            after_return = false;
        }
        number += count_breaks(&raw[tail.max(body)..], &mut after_return);
        start = end;
    }
    rows
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Line ends of every system; the state carries a return whose line feed comes with the next row.
fn count_breaks(breaks: &[u8], after_return: &mut bool) -> usize {
    let mut times = 0;
    for byte in breaks {
        times += usize::from(!(*byte == b'\n' && *after_return));
        *after_return = *byte == b'\r';
    }
    times
}

impl Table {
    /// Finds the header for rows of `schema` and keeps what stands below it.
    pub fn read(
        name: &str,
        text: &str,
        delimiter: u8,
        schema: Schema,
        map: &[ColumnMapping],
    ) -> Result<Self, ImportError> {
        let file = shown(name);
        let mut rows = records(text, delimiter);
        if rows.is_empty() {
            return Err(ImportError::Empty { file });
        }
        if let Some(open) = rows.iter().find(|row| row.open) {
            return Err(ImportError::OpenQuote { file, row: open.number });
        }
        let (place, columns) = find_header(&file, &rows[..rows.len().min(HEADER_WITHIN)], schema, map)?;
        let below = rows.split_off(place + 1);
        let header_record = &rows[place];
        let mut header: Vec<String> = header_record.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let width = header.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        header.truncate(width);
        let too_large = |found: String, most: String| ImportError::TooLarge { file: file.clone(), found, most };
        if width > COLUMNS_MAX {
            let most = words::count(COLUMNS_MAX, "column", "columns");
            return Err(too_large(words::count(width, "column", "columns"), most));
        }
        if below.len() > ROWS_MAX {
            let most = words::count(ROWS_MAX, "row", "rows");
            return Err(too_large("more rows than that".to_owned(), most));
        }
        let mut table =
            Self { header, columns, header_row: header_record.number, titles: place, total_row: None, rows: below };
        table.drop_total();
        if table.rows.is_empty() {
            return Err(ImportError::NoRows { file, row: table.header_row });
        }
        Ok(table)
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
        let unread: Vec<&str> = self.columns.unread(&self.header).collect();
        if !unread.is_empty() {
            let columns = words::count(unread.len(), "column", "columns");
            let listed = words::list(unread, 8);
            remarks.push(format!("Left out {columns} with no field to go to: {listed}."));
        }
        remarks
    }

    /// The header as it shall stand in a file with one more column.
    pub fn header_with(&self, column: &str) -> Vec<String> {
        self.header.iter().cloned().chain([column.to_owned()]).collect()
    }

    /// The row numbered `number`, padded to the header's width, with one more cell.
    pub fn row_with(&self, number: usize, cell: &str) -> Option<Vec<String>> {
        let place = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        let mut cells: Vec<String> = self.rows[place].cells.iter().map(str::to_owned).collect();
        while cells.len() > self.header.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells.resize(cells.len().max(self.header.len()), String::new());
        cells.push(cell.to_owned());
        Some(cells)
    }

    /// Header and rows as CSV in UTF-8.
    pub fn to_csv(&self) -> Vec<u8> {
        let rows = self.rows.iter().map(|row| row.cells.iter().map(str::to_owned).collect());
        write(&std::iter::once(self.header.clone()).chain(rows).collect::<Vec<Vec<String>>>())
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

/// The row that names every needed column and most others, so that a title above is passed over; where none does, the one
/// that names most, for the message.
fn find_header(
    file: &str,
    rows: &[Record],
    schema: Schema,
    map: &[ColumnMapping],
) -> Result<(usize, Columns), ImportError> {
    let mut best: Option<(usize, Columns)> = None;
    for (place, row) in rows.iter().enumerate() {
        let columns = Columns::of(&row.cells, schema, map)?;
        if columns.rank() > best.as_ref().map_or((false, 0), |(_, columns)| columns.rank()) {
            best = Some((place, columns));
        }
    }
    let listed = |row: &Record| words::list(row.cells.iter().filter(|cell| !cell.trim().is_empty()), 12);
    let (place, columns) = best.unwrap_or_else(|| (0, Columns::nothing(schema)));
    let row = &rows[place];
    if let Some(mapping) = columns.unknown_mapping().or_else(|| map.first().filter(|_| columns.known() == 0)) {
        let column = shown(&mapping.column);
        return Err(ImportError::UnknownColumn { file: file.to_owned(), row: row.number, column, found: listed(row) });
    }
    if columns.known() == 0 {
        let expected = words::list(schema.fields.iter().map(|field| field.words), 12);
        return Err(ImportError::NoHeader {
            file: file.to_owned(),
            found: listed(row),
            expected: format!("columns such as {expected}"),
        });
    }
    match columns.missing() {
        Some(field) => Err(ImportError::MissingColumn {
            file: file.to_owned(),
            row: row.number,
            field: field.words,
            key: field.key,
            found: listed(row),
            expected: field.suggest.unwrap_or(field.key),
        }),
        None => Ok((place, columns)),
    }
}
