//! Tables as a workbook (`.xlsx`). Every cell is a text: nothing in it is ever a formula.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The most characters that a cell of a workbook can hold.
const CELL_MAX: usize = 32_767;

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// A text too long for a cell.
    #[error(
        "{sheet}, row {row}: a cell has more than 32,767 characters, which no workbook holds; export CSV files instead"
    )]
    LongCell {
        /// The table.
        sheet: String,
        /// The row, from 1.
        row: usize,
    },
    /// The writer refused.
    #[error("the workbook could not be made: export CSV files instead")]
    Writer(#[from] XlsxError),
}

/// One sheet for each table, the first row bold and frozen.
pub fn workbook(tables: &[(&str, &[Vec<String>])]) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    for (name, rows) in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (row, cells) in (0_u32..).zip(rows.iter()) {
            for (column, cell) in (0_u16..).zip(cells) {
                if cell.encode_utf16().count() > CELL_MAX {
                    return Err(WorkbookError::LongCell { sheet: (*name).to_owned(), row: row as usize + 1 });
                }
                match row {
                    0 => sheet.write_string_with_format(row, column, cell, &bold)?,
                    _ if cell.is_empty() => continue,
                    _ => sheet.write_string(row, column, cell)?,
                };
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}
