//! What stands between two cells.

use super::text;
use crate::{columns::field::Noun, words::folded};

/// In the order in which a tie is broken.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows that the guess looks at, and bytes of them.
const ROWS: usize = 60;
const BYTES: usize = 64 * 1024;

/// The delimiter that was named, that an Excel `sep=` line gives, or that fits best.
pub fn choose(text: &str, named: Option<u8>) -> u8 {
    let usable = |delimiter: &u8| delimiter.is_ascii() && !matches!(delimiter, b'"' | b'\n' | b'\r');
    named.filter(usable).or_else(|| excel_line(text).map(|(delimiter, _)| delimiter)).unwrap_or_else(|| guess(text))
}

/// Excel's own first line `sep=;`: the delimiter, and how many bytes the line takes.
pub fn excel_line(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive(['\n', '\r']).next()?;
    let rest = line.trim_end_matches(['\n', '\r']).trim_matches('"').to_ascii_lowercase();
    match rest.strip_prefix("sep=")?.as_bytes() {
        [delimiter] if delimiter.is_ascii() && !matches!(delimiter, b'"' | b'\n' | b'\r') => {
            Some((*delimiter, line.len()))
        }
        _ => None,
    }
}

/// Known column names decide; where there are none, the candidate that cuts most rows into the same number of cells.
fn guess(text: &str) -> u8 {
    let mut end = text.len().min(BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (CANDIDATES[0], (0, 0, 0));
    for delimiter in CANDIDATES {
        let score = score(sample, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Most known names in one row, rows of the usual length, that length; all zero where nothing is cut.
fn score(sample: &str, delimiter: u8) -> (usize, usize, usize) {
    let rows = text::records(sample, delimiter);
    let rows = &rows[..rows.len().min(ROWS)];
    let mut lengths: Vec<usize> = rows.iter().map(|row| row.cells.len()).filter(|length| *length > 1).collect();
    lengths.sort_unstable();
    let Some((usual, times)) = lengths
        .chunk_by(|a, b| a == b)
        .map(|same| (same[0], same.len()))
        .max_by_key(|&(length, times)| (times, length))
    else {
        return (0, 0, 0);
    };
    let known = rows.iter().take(10).map(|row| row.cells.iter().filter(|cell| is_known(cell)).count()).max();
    (known.unwrap_or(0), times, usual)
}

fn is_known(cell: &str) -> bool {
    let cell = folded(cell);
    Noun::ALL.iter().flat_map(|noun| noun.schema().fields).any(|field| field.aliases.contains(&cell.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_guessed() {
        for (text, expect) in [
            ("Name,Tier\nAcme,1\n", b','),
            ("Name;Notes\nAcme;a, b\nBeta;c, d\n", b';'),
            ("Name\tNotes\nAcme\ta; b, c\n", b'\t'),
            ("Name|Tier\nAcme|1\n", b'|'),
            ("sep=|\nName|Tier\n", b'|'),
            ("Firma;Stufe\nA, B;1\nC, D;2\n", b';'),
            ("Only\nAcme\n", b','),
            ("", b','),
        ] {
            assert_eq!(choose(text, None), expect, "{text}");
        }
        assert_eq!(choose("a,b", Some(b'#')), b'#');
    }
}
