//! Cells and formulas as the file has them.

use domain::Date;
use rust_xlsxwriter::utility::{cell_range, cell_range_absolute};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::format::{self, Formats};
use super::{Area, At, Book, Cell, Formula, Sheet, SheetName, chart};
use crate::WorkbookError;

/// The most UTF-16 units that a cell can hold.
const CELL_MAX: usize = 32_767;
/// A4 among the paper sizes of the format.
const A4: u8 = 9;

/// The file. The same book makes the same bytes.
pub fn book(book: &Book) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let made = excel_day(book.made)?;
    workbook.set_properties(&DocProperties::new().set_title(book.title.as_str()).set_creation_datetime(&made));
    let mut formats = Formats::default();
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet, &mut formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), XlsxError> {
    page.set_name(sheet.name.word())?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let last_width = sheet.widths.last().copied().unwrap_or(12.0);
    for column in 0..columns {
        let width = sheet.widths.get(column).copied().unwrap_or(last_width);
        page.set_column_width(place(column), width)?;
    }
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write(page, At { sheet: sheet.name, row, column }, cell, formats)?;
        }
    }
    if let Some(table) = sheet.table {
        page.set_freeze_panes(1, table.frozen)?;
        page.set_repeat_rows(0, 0)?;
        page.autofilter(0, 0, table.last, place(columns.saturating_sub(1)))?;
    } else {
        page.set_screen_gridlines(false);
    }
    for told in &sheet.charts {
        page.insert_chart(told.at.0, told.at.1, &chart::chart(told))?;
    }
    Ok(())
}

fn write(page: &mut Worksheet, own: At, cell: &Cell, formats: &mut Formats) -> Result<(), XlsxError> {
    let At { sheet, row, column } = own;
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) if text.is_empty() => return Ok(()),
        Cell::Text(text) => page.write_string_with_format(row, column, cut(text), &format::text())?,
        Cell::Strong(text) => page.write_string_with_format(row, column, cut(text), &format::strong())?,
        Cell::Title(text) => page.write_string_with_format(row, column, cut(text), &format::title())?,
        Cell::Heading(text) => page.write_string_with_format(row, column, cut(text), &format::heading())?,
        Cell::Note(text) => page.write_string(row, column, cut(text))?,
        Cell::Head(text) => page.write_string_with_format(row, column, cut(text), &format::head())?,
        Cell::Day(day) => page.write_datetime_with_format(row, column, excel_day(*day)?, &format::day())?,
        Cell::Figure(value, unit) => figure(page, (row, column), *value, formats.figure(*unit, whole(*value), false))?,
        Cell::StrongFigure(value, unit) => {
            figure(page, (row, column), *value, formats.figure(*unit, whole(*value), true))?
        }
        Cell::Formula(formula, value, unit) => {
            let format = formats.figure(*unit, value.is_none_or(whole), false);
            page.write_formula_with_format(row, column, told(*formula, *value, sheet), format)?
        }
        Cell::Total(formula, value, unit) => {
            let format = formats.figure(*unit, value.is_none_or(whole), true);
            page.write_formula_with_format(row, column, told(*formula, *value, sheet), format)?
        }
    };
    Ok(())
}

/// What is no number has no cell: the format knows none.
fn figure<'a>(
    page: &'a mut Worksheet,
    (row, column): (u32, u16),
    value: f64,
    format: &rust_xlsxwriter::Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    if value.is_finite() {
        page.write_number_with_format(row, column, value, format)
    } else {
        page.write_string_with_format(row, column, "—", format)
    }
}

fn told(formula: Formula, value: Option<f64>, on: SheetName) -> rust_xlsxwriter::Formula {
    let result = value.filter(|value| value.is_finite()).map_or_else(|| "—".to_owned(), |value| value.to_string());
    rust_xlsxwriter::Formula::new(words(formula, on)).set_result(result)
}

fn words(formula: Formula, on: SheetName) -> String {
    let at = |cell: At| area(cell.alone(), on);
    match formula {
        Formula::Sum(cells) => format!("=SUM({})", area(cells, on)),
        Formula::SumWhere { keys, key, values } => {
            format!("=SUMIF({},\"{}\",{})", area(keys, on), key.code(), area(values, on))
        }
        Formula::Minus(left, right) => format!("={}-{}", at(left), at(right)),
        Formula::Part(part, of) => format!("=IF({of}=0,\"—\",{part}/{of})", part = at(part), of = at(of)),
    }
}

/// Cells of the own sheet are named from where the formula stands, so that a row that is sorted takes its formulas along.
fn area(area: Area, on: SheetName) -> String {
    let Area { sheet, first, last } = area;
    if sheet == on {
        return cell_range(first.0, first.1, last.0, last.1);
    }
    format!("{}!{}", sheet.word(), cell_range_absolute(first.0, first.1, last.0, last.1))
}

fn whole(value: f64) -> bool {
    value.fract() == 0.0
}

/// A column's number; a book has far fewer than would not fit.
fn place(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    // The format's days begin in 1900.
    let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// As much of a text as a cell can hold.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= CELL_MAX {
        return text.to_owned();
    }
    let mut room = CELL_MAX - 1;
    let fits = |letter: &char| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}
