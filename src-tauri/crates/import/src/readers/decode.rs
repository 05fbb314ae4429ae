//! Bytes to text: marks at the beginning, the encoding that was named, or a guess. Refuses what is no text.

use std::borrow::Cow;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{delimiter, text};
use crate::{BYTES_MAX, ImportError, Source, words::shown};

/// Beginnings of files that people take for CSV.
const SIGNATURES: [(&[u8], &str, &str); 7] = [
    (b"PK\x03\x04", "a workbook or another zip file", "open it in the spreadsheet and save the sheet as CSV UTF-8"),
    (b"PK\x05\x06", "an empty zip file", "open the sheet and save it as CSV UTF-8"),
    (b"\xD0\xCF\x11\xE0", "an old Excel workbook", "open it in the spreadsheet and save the sheet as CSV UTF-8"),
    (b"%PDF", "a PDF", "ask its sender for the table as CSV"),
    (b"SQLite format 3\0", "a database", "export the table as CSV; an .ecotone file is opened, not imported"),
    (b"\x1F\x8B", "a compressed file", "unpack it first"),
    (b"\x89PNG", "a picture", "export the table as CSV"),
];

/// The text of `source` without its byte order mark, and the encoding it was in.
pub fn decode<'a>(source: Source<'a>, label: Option<&str>) -> Result<(Cow<'a, str>, &'static Encoding), ImportError> {
    let file = || shown(source.name);
    if source.bytes.len() > BYTES_MAX {
        let found = format!("{} MB", source.bytes.len().div_ceil(1024 * 1024));
        let most = format!("{} MB", BYTES_MAX / 1024 / 1024);
        return Err(ImportError::TooLarge { file: file(), found, most });
    }
    if let Some((_, found, advice)) = SIGNATURES.into_iter().find(|(mark, ..)| source.bytes.starts_with(mark)) {
        return Err(ImportError::Binary { file: file(), found, advice });
    }
    let named = match label {
        Some(label) => {
            Some(Encoding::for_label(label.as_bytes()).ok_or_else(|| ImportError::UnknownEncoding(shown(label)))?)
        }
        None => None,
    };
    let encoding = Encoding::for_bom(source.bytes).map(|(encoding, _)| encoding).or(named);
    let encoding = encoding.unwrap_or_else(|| guess(source.bytes));
    let (text, _, broken) = encoding.decode(source.bytes);
    if broken {
        return Err(first_broken(source.name, &text, encoding));
    }
    if text.contains('\0') {
        let advice = "export the table as CSV UTF-8";
        return Err(ImportError::Binary { file: file(), found: "a binary file", advice });
    }
    Ok((text, encoding))
}

/// UTF-8 where it is, or where it is but for a few broken places (so that those are told rather than every accent
/// garbled); UTF-16 by its zero bytes; else what the letters' frequencies say.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = guess_utf16(bytes) {
        return encoding;
    }
    let mut broken = 0;
    let mut accents = 0;
    for chunk in bytes.utf8_chunks() {
        accents += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken <= accents / 2 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

fn guess_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 4;
    match (even > most, odd > most) {
        (true, false) if odd * 10 < even => Some(UTF_16BE),
        (false, true) if even * 10 < odd => Some(UTF_16LE),
        _ => None,
    }
}

/// Names the first cell that holds a replacement character.
fn first_broken(name: &str, text: &str, encoding: &'static Encoding) -> ImportError {
    let delimiter = delimiter::choose(text, None);
    let rows = text::records(text, delimiter);
    let broken = |cell: &str| cell.contains('\u{FFFD}');
    let at = rows.iter().find_map(|row| row.cells.iter().position(broken).map(|place| (row.number, place)));
    let (row, place) = at.unwrap_or((1, 0));
    let column = rows.first().and_then(|header| header.cells.get(place)).map(shown).unwrap_or_default();
    ImportError::Encoding { file: shown(name), row, column, expected: encoding.name() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], label: Option<&str>) -> Result<String, ImportError> {
        decode(Source { name: "a.csv", bytes }, label).map(|(text, encoding)| format!("{}: {text}", encoding.name()))
    }

    #[test]
    fn encodings_are_found() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let german = "Name,Ort\nMüller & Söhne,München\nStraßenbau Größe,Köln\n";
        let latin: Vec<u8> = german.chars().map(|c| c as u8).collect();
        for (bytes, label, expect) in [
            (b"Name\nAcme".to_vec(), None, "UTF-8: Name\nAcme".to_owned()),
            ("\u{FEFF}Name\n株".as_bytes().to_vec(), None, "UTF-8: Name\n株".to_owned()),
            (utf16("\u{FEFF}Name\n株", false), None, "UTF-16LE: Name\n株".to_owned()),
            (utf16("\u{FEFF}Name\n株", true), None, "UTF-16BE: Name\n株".to_owned()),
            (utf16("Name,Ort\nAcme", false), None, "UTF-16LE: Name,Ort\nAcme".to_owned()),
            (utf16("Name,Ort\nAcme", true), None, "UTF-16BE: Name,Ort\nAcme".to_owned()),
            (latin.clone(), None, format!("windows-1252: {german}")),
            (latin, Some("latin1"), format!("windows-1252: {german}")),
            (vec![b'N', 0xA4], Some("iso-8859-15"), "ISO-8859-15: N€".to_owned()),
        ] {
            assert_eq!(read(&bytes, label), Ok(expect), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_advice() {
        let broken = "Name,Notes\nMüller,Größe über\nÅse,\u{1}".as_bytes();
        let broken = [broken, b"\xFF\n"].concat();
        for (bytes, label, expect) in [
            (b"PK\x03\x04rest".as_slice(), None, "a.csv is a workbook or another zip file, not a table as text"),
            (b"%PDF-1.7", None, "a.csv is a PDF"),
            (b"a,b\n1,\0\x01", None, "a.csv is a binary file"),
            (&broken, None, "a.csv, row 3, column 'Notes': found bytes that are not UTF-8"),
            (b"a\xC3\n", Some("utf-8"), "a.csv, row 1, column 'a\u{FFFD}': found bytes that are not UTF-8"),
            (b"a", Some("klingon"), "'klingon' is no encoding"),
        ] {
            let error = read(bytes, label).unwrap_err().to_string();
            assert!(error.starts_with(expect), "{error}");
        }
    }
}
