//! A [`Book`] as a stream of bytes, from the child that reads a file to its parent. The parent believes nothing: every
//! length is checked, and a stream that ends early is no book.

use std::io::{self, Read, Write};
use std::sync::Arc;

use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::text::Text;
use super::{Book, Record, Sheet};
use crate::readers::{self, Reading};
use crate::{BYTES_MAX, COLUMNS_MAX, ImportError, REPORT_ROWS_MAX, Source};

/// What the child is told, on one line before the file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The file's name without folders.
    pub name: String,
    /// How to read it.
    pub reading: Reading,
    /// How many bytes it has, as far as was seen.
    #[serde(default)]
    pub bytes: usize,
}

const BOOK: u8 = b'B';
const SHEET: u8 = b'S';
const ROW: u8 = b'R';
const END: u8 = b'E';
const REFUSED: u8 = b'X';
const UNREAD: u8 = b'U';

/// Rows between two looks at whether to go on.
const ROWS_BETWEEN: usize = 1_000;

#[derive(Serialize, Deserialize)]
struct BookHead {
    encoding: Option<String>,
    delimiter: Option<u8>,
}

#[derive(Serialize, Deserialize)]
struct SheetHead {
    name: String,
    hidden: bool,
    ragged: bool,
    merged: usize,
}

/// Writes a book, or why there is none.
pub fn write(out: &mut impl Write, book: &Result<Book, ImportError>) -> io::Result<()> {
    let book = match book {
        Ok(book) => book,
        Err(error) => {
            out.write_all(&[if error.may_be_reread() { UNREAD } else { REFUSED }])?;
            text(out, &error.to_string())?;
            return out.flush();
        }
    };
    let head = BookHead { encoding: book.encoding.clone(), delimiter: book.delimiter };
    out.write_all(&[BOOK])?;
    text(out, &serde_json::to_string(&head)?)?;
    for sheet in &book.sheets {
        let head =
            SheetHead { name: sheet.name.clone(), hidden: sheet.hidden, ragged: sheet.ragged, merged: sheet.merged };
        out.write_all(&[SHEET])?;
        text(out, &serde_json::to_string(&head)?)?;
        for row in sheet.rows.iter() {
            row_of(out, row.number, &row.cells)?;
        }
    }
    out.write_all(&[END])?;
    out.flush()
}

/// Reads a file and writes its rows as they come, so that a long text never lies in memory as rows, too.
pub fn copy(out: &mut impl Write, source: Source<'_>, reading: &Reading) -> io::Result<()> {
    if !readers::is_text(source.bytes) {
        return write(out, &readers::read(source, reading));
    }
    let long = match Text::of(source, reading) {
        Ok(long) => long,
        Err(error) => return write(out, &Err(error)),
    };
    let head = BookHead { encoding: Some(long.encoding.to_owned()), delimiter: Some(long.delimiter) };
    out.write_all(&[BOOK])?;
    text(out, &serde_json::to_string(&head)?)?;
    let head = SheetHead { name: String::new(), hidden: false, ragged: false, merged: 0 };
    out.write_all(&[SHEET])?;
    text(out, &serde_json::to_string(&head)?)?;
    let mut written = Ok(());
    let read = long.each(&mut |number, cells| {
        if written.is_ok() {
            written = row_of(out, number, cells);
        }
    });
    written?;
    match read {
        Ok(()) => {
            out.write_all(&[END])?;
            out.flush()
        }
        Err(error) => write(out, &Err(error)),
    }
}

/// Its number, how long each cell is, then the cells.
fn row_of(out: &mut impl Write, row: usize, cells: &StringRecord) -> io::Result<()> {
    out.write_all(&[ROW])?;
    number(out, row)?;
    number(out, cells.len())?;
    cells.iter().try_for_each(|cell| number(out, cell.len()))?;
    cells.iter().try_for_each(|cell| out.write_all(cell.as_bytes()))
}

/// Reads a book back. `go_on` is asked now and then; when it says no, the reading ends as if the stream had.
pub fn read(input: &mut impl Read, go_on: &dyn Fn(usize) -> bool) -> io::Result<Result<Book, ImportError>> {
    // Bytes of another encoding may become three of ours.
    let mut left = BYTES_MAX * 3;
    let (mut all, mut rows) = (0, Vec::new());
    let mut row = RowReader::default();
    let mut book = match tag(input)? {
        REFUSED => return Ok(Err(ImportError::Reader(take_text(input, &mut left)?))),
        UNREAD => return Ok(Err(ImportError::Unread(take_text(input, &mut left)?))),
        BOOK => {
            let head: BookHead = serde_json::from_str(&take_text(input, &mut left)?)?;
            Book { sheets: Vec::new(), encoding: head.encoding, delimiter: head.delimiter }
        }
        _ => return Err(broken()),
    };
    loop {
        match tag(input)? {
            END => {
                close(&mut book, rows);
                return Ok(Ok(book));
            }
            // What was found wrong at the end of a text.
            UNREAD => return Ok(Err(ImportError::Unread(take_text(input, &mut left)?))),
            SHEET => {
                close(&mut book, std::mem::take(&mut rows));
                let head: SheetHead = serde_json::from_str(&take_text(input, &mut left)?)?;
                let SheetHead { name, hidden, ragged, merged } = head;
                book.sheets.push(Sheet { name, hidden, ragged, merged, rows: Arc::default() });
            }
            ROW if !book.sheets.is_empty() => {
                all += 1;
                if all > REPORT_ROWS_MAX + 100 {
                    return Err(broken());
                }
                if all % ROWS_BETWEEN == 0 && !go_on(all) {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                rows.push(row.read(input, &mut left)?);
            }
            _ => return Err(broken()),
        }
    }
}

/// Rows go to the sheet that was begun last.
fn close(book: &mut Book, rows: Vec<Record>) {
    if let Some(sheet) = book.sheets.last_mut() {
        sheet.rows = Arc::new(rows);
    }
}

/// Takes one row after the other without memory of its own for each.
#[derive(Default)]
struct RowReader {
    lengths: Vec<usize>,
    bytes: Vec<u8>,
}

impl RowReader {
    fn read(&mut self, input: &mut impl Read, left: &mut usize) -> io::Result<Record> {
        let (number, cells) = (take_number(input)?, take_number(input)?);
        // One row of titles may be longer than the table.
        if cells > COLUMNS_MAX * 100 {
            return Err(broken());
        }
        self.lengths.clear();
        let mut length: usize = 0;
        for _ in 0..cells {
            let own = take_number(input)?;
            length = length.checked_add(own).ok_or_else(broken)?;
            self.lengths.push(own);
        }
        *left = left.checked_sub(length).ok_or_else(broken)?;
        self.bytes.resize(length, 0);
        input.read_exact(&mut self.bytes)?;
        let text = std::str::from_utf8(&self.bytes).map_err(|_| broken())?;
        let mut record = StringRecord::with_capacity(length, cells);
        let mut start = 0;
        for own in &self.lengths {
            record.push_field(text.get(start..start + own).ok_or_else(broken)?);
            start += own;
        }
        Ok(Record { number, cells: record })
    }
}

fn broken() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

fn number(out: &mut impl Write, number: usize) -> io::Result<()> {
    out.write_all(&u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes())
}

fn text(out: &mut impl Write, text: &str) -> io::Result<()> {
    number(out, text.len())?;
    out.write_all(text.as_bytes())
}

fn tag(input: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    input.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn take_number(input: &mut impl Read) -> io::Result<usize> {
    let mut bytes = [0; 4];
    input.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes) as usize)
}

fn take_text(input: &mut impl Read, left: &mut usize) -> io::Result<String> {
    let length = take_number(input)?;
    *left = left.checked_sub(length).ok_or_else(broken)?;
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| broken())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_comes_through_and_a_cut_stream_is_none() {
        let bytes = "Name;Notes\nMüller;\"two\nlines\"\n\nBeta;\n".as_bytes();
        let book = crate::readers::read(Source { name: "a.csv", bytes }, &Reading::default()).unwrap();
        let mut sent = Vec::new();
        write(&mut sent, &Ok(book.clone())).unwrap();
        let mut copied = Vec::new();
        copy(&mut copied, Source { name: "a.csv", bytes }, &Reading::default()).unwrap();
        assert_eq!(sent, copied);
        assert_eq!(read(&mut sent.as_slice(), &|_| true).unwrap(), Ok(book));
        for length in 0..sent.len() {
            assert!(read(&mut &sent[..length], &|_| true).is_err(), "cut after {length} bytes");
        }
    }

    #[test]
    fn a_refusal_comes_through_as_its_sentence() {
        for bytes in [b"%PDF".as_slice(), b"Name\nAcme\n\"Beta\nGamma\n"] {
            let refused = crate::readers::read(Source { name: "a.csv", bytes }, &Reading::default()).unwrap_err();
            let mut sent = Vec::new();
            copy(&mut sent, Source { name: "a.csv", bytes }, &Reading::default()).unwrap();
            let found = read(&mut sent.as_slice(), &|_| true).unwrap();
            assert_eq!(found.unwrap_err().to_string(), refused.to_string());
        }
    }
}
