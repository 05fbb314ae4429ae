//! Text to rows, as a spreadsheet numbers them.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::{Book, Reading, Record, Sheet, decode, delimiter};
use crate::{ImportError, REPORT_ROWS_MAX, Source, words::shown};

/// How far down column names may stand, added to the most rows.
const ABOVE: usize = 10;

/// Reads a text of cells.
pub fn read(source: Source<'_>, reading: &Reading) -> Result<Book, ImportError> {
    let text = Text::of(source, reading)?;
    let mut rows = Vec::new();
    text.each(&mut |number, cells| rows.push(Record { number, cells: cells.clone() }))?;
    let sheet = Sheet { rows: rows.into(), ..Sheet::default() };
    Ok(Book { sheets: vec![sheet], encoding: Some(text.encoding.to_owned()), delimiter: Some(text.delimiter) })
}

/// A text that is ready to be cut into rows, one after the other.
pub struct Text<'a> {
    file: &'a str,
    whole: Cow<'a, str>,
    /// As the WHATWG names it.
    pub encoding: &'static str,
    /// What stands between two cells.
    pub delimiter: u8,
}

impl<'a> Text<'a> {
    /// Decodes it and finds its delimiter.
    pub fn of(source: Source<'a>, reading: &Reading) -> Result<Self, ImportError> {
        let (whole, encoding) = decode::decode(source, reading.encoding.as_deref())?;
        let delimiter = delimiter::choose(&whole, reading.delimiter);
        Ok(Self { file: source.name, whole, encoding: encoding.name(), delimiter })
    }

    /// Hands over every row with something in it, with its number.
    pub fn each(&self, take: &mut dyn FnMut(usize, &StringRecord)) -> Result<(), ImportError> {
        match scan(&self.whole, self.delimiter, take) {
            Some(row) => Err(ImportError::OpenQuote { file: shown(self.file), row }),
            None => Ok(()),
        }
    }
}

/// Every row with something in it.
pub fn records(text: &str, delimiter: u8) -> Vec<Record> {
    let mut rows = Vec::new();
    scan(text, delimiter, &mut |number, cells| rows.push(Record { number, cells: cells.clone() }));
    rows
}

/// Hands over every row with something in it; answers the first whose last cell runs to the end of the file for want of a closing
/// quotation mark.
fn scan(text: &str, delimiter: u8, take: &mut dyn FnMut(usize, &StringRecord)) -> Option<usize> {
    let (mut number, text) = delimiter::excel_line(text).map_or((1, text), |(_, length)| (2, &text[length..]));
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = 0;
    let mut open_row = None;
    let mut cells = StringRecord::new();
    let mut start = 0;
    let mut after_return = false;
    while rows <= REPORT_ROWS_MAX + ABOVE && reader.read_record(&mut cells).unwrap_or(false) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        let raw = &text.as_bytes()[start..end];
        let body = raw.iter().position(|b| !is_break(*b)).unwrap_or(raw.len());
        let tail = raw.iter().rposition(|b| !is_break(*b)).map_or(raw.len(), |last| last + 1);
        number += count_breaks(&raw[..body], &mut after_return);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let inside = &raw[body..tail.max(body)];
            let uneven = inside.iter().fold(false, |uneven, byte| uneven ^ (*byte == b'"'));
            let open = end == text.len() && uneven && inside.iter().any(|b| is_break(*b));
            if open && open_row.is_none() {
                open_row = Some(number);
            }
            rows += 1;
            take(number, &cells);
        }
        if tail > body {
            after_return = false;
        }
        number += count_breaks(&raw[tail.max(body)..], &mut after_return);
        start = end;
    }
    open_row
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
