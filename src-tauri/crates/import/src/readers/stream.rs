//! A [`Book`] as a stream of bytes, from the child that reads a file to its parent. The parent believes nothing: every
//! length is checked, and a stream that ends early is no book.

use std::io::{self, Read, Write};

use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::{Book, Record, Sheet};
use crate::{BYTES_MAX, COLUMNS_MAX, ImportError, ROWS_MAX, readers::Reading};

/// What the child is told, on one line before the file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The file's name without folders.
    pub name: String,
    /// How to read it.
    pub reading: Reading,
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
        for row in &sheet.rows {
            out.write_all(&[ROW])?;
            number(out, row.number)?;
            number(out, row.cells.len())?;
            row.cells.iter().try_for_each(|cell| text(out, cell))?;
        }
    }
    out.write_all(&[END])?;
    out.flush()
}

/// Reads a book back. `go_on` is asked now and then; when it says no, the reading ends as if the stream had.
pub fn read(input: &mut impl Read, go_on: &dyn Fn(usize) -> bool) -> io::Result<Result<Book, ImportError>> {
    let mut left = BYTES_MAX * 2;
    let mut rows = 0;
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
            END => return Ok(Ok(book)),
            SHEET => {
                let head: SheetHead = serde_json::from_str(&take_text(input, &mut left)?)?;
                let SheetHead { name, hidden, ragged, merged } = head;
                book.sheets.push(Sheet { name, hidden, ragged, merged, rows: Vec::new() });
            }
            ROW => {
                let (number, cells) = (take_number(input)?, take_number(input)?);
                rows += 1;
                // One row of titles may be longer than the table.
                if cells > COLUMNS_MAX * 100 || rows > ROWS_MAX + 100 {
                    return Err(broken());
                }
                if rows % ROWS_BETWEEN == 0 && !go_on(rows) {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                let mut record = StringRecord::with_capacity(64, cells);
                for _ in 0..cells {
                    record.push_field(&take_text(input, &mut left)?);
                }
                book.sheets.last_mut().ok_or_else(broken)?.rows.push(Record { number, cells: record });
            }
            _ => return Err(broken()),
        }
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
    use crate::Source;

    #[test]
    fn a_book_comes_through_and_a_cut_stream_is_none() {
        let bytes = "Name;Notes\nMüller;\"two\nlines\"\n\nBeta;\n".as_bytes();
        let book = crate::readers::read(Source { name: "a.csv", bytes }, &Reading::default()).unwrap();
        let mut sent = Vec::new();
        write(&mut sent, &Ok(book.clone())).unwrap();
        assert_eq!(read(&mut sent.as_slice(), &|_| true).unwrap(), Ok(book));
        for length in 0..sent.len() {
            assert!(read(&mut &sent[..length], &|_| true).is_err(), "cut after {length} bytes");
        }
    }

    #[test]
    fn a_refusal_comes_through_as_its_sentence() {
        let refused = crate::readers::read(Source { name: "a.csv", bytes: b"%PDF" }, &Reading::default());
        let mut sent = Vec::new();
        write(&mut sent, &refused).unwrap();
        let found = read(&mut sent.as_slice(), &|_| true).unwrap();
        assert_eq!(found.unwrap_err().to_string(), refused.unwrap_err().to_string());
    }
}
