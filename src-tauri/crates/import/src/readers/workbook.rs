//! Workbooks (`.xlsx`): every sheet as rows of text, merged areas filled down.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use csv::StringRecord;

use super::archive::{self, SAVE_AGAIN};
use super::{Book, Record, Sheet};
use crate::{COLUMNS_MAX, ImportError, ROWS_MAX, Source, words, words::shown};

/// How far down column names may stand, added to the most rows.
const ABOVE: usize = 10;

type File<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every sheet of rows.
pub fn read(source: Source<'_>) -> Result<Book, ImportError> {
    archive::check(source.name, source.bytes)?;
    let broken = || ImportError::Workbook { file: shown(source.name), reason: "it is damaged", advice: SAVE_AGAIN };
    let mut file: File<'_> = Xlsx::new(Cursor::new(source.bytes)).map_err(|_| broken())?;
    let about: Vec<_> = file.sheets_metadata().to_vec();
    let mut book = Book::default();
    let mut left = ROWS_MAX + ABOVE;
    for sheet in about.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut read = sheet_rows(&mut file, source.name, &sheet.name, left)?;
        left -= read.rows.len();
        read.hidden = hidden;
        book.sheets.push(read);
    }
    if book.sheets.is_empty() { Err(broken()) } else { Ok(book) }
}

fn sheet_rows(file: &mut File<'_>, name: &str, sheet: &str, most: usize) -> Result<Sheet, ImportError> {
    let broken = || ImportError::Workbook { file: shown(name), reason: "it is damaged", advice: SAVE_AGAIN };
    let too_large = |found: String, most: String| Err(ImportError::TooLarge { file: shown(name), found, most });
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut reader = file.worksheet_cells_reader(sheet).map_err(|_| broken())?;
    while let Some(cell) = reader.next_cell().map_err(|_| broken())? {
        let text = text(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let column = column as usize;
        if column >= COLUMNS_MAX {
            let most = words::count(COLUMNS_MAX, "column", "columns");
            return too_large(words::count(column + 1, "column", "columns"), most);
        }
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        if rows.len() > most {
            return too_large("more rows than that".to_owned(), words::count(ROWS_MAX, "row", "rows"));
        }
    }
    drop(reader);
    let merged = fill_down(file, sheet, &mut rows, most);
    let record =
        |(row, cells): (u32, Vec<String>)| Record { number: row as usize + 1, cells: StringRecord::from(cells) };
    let rows = Arc::new(rows.into_iter().map(record).collect());
    Ok(Sheet { name: sheet.to_owned(), hidden: false, ragged: true, merged, rows })
}

/// Writes the text of a merged area into its first cell of every row that has something in it. Areas of one row are
/// titles, and stay.
fn fill_down(file: &mut File<'_>, sheet: &str, rows: &mut BTreeMap<u32, Vec<String>>, most: usize) -> usize {
    let Ok(areas) = file.merge_cells_by_sheet_name(sheet) else { return 0 };
    let mut filled = 0;
    for area in areas.into_iter().take(most) {
        let ((top, left), (bottom, _)) = (area.start, area.end);
        let column = left as usize;
        if bottom <= top || column >= COLUMNS_MAX {
            continue;
        }
        let Some(text) = rows.get(&top).and_then(|cells| cells.get(column)).cloned() else { continue };
        if text.is_empty() {
            continue;
        }
        for (_, cells) in rows.range_mut(top + 1..=bottom) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if cells[column].is_empty() {
                cells[column].clone_from(&text);
            }
        }
        filled += 1;
    }
    filled
}

/// A cell as a person would type it: plain numbers, ISO days.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(time) => day(time),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Excel keeps fifteen digits: what lies behind them is noise of binary fractions.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

fn day(time: &ExcelDateTime) -> String {
    if !time.is_datetime() {
        return plain(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
}
