//! What a workbook is packed in, looked at before anything unpacks it: how many entries, how large they really are, and
//! whether there are macros in it. Sizes that a zip file states are not believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{ImportError, WORKBOOK_BYTES_MAX, words::shown};

/// A workbook has a few dozen.
const ENTRIES_MAX: usize = 2_000;

/// Beginnings of zip files; the second is an empty one.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The container of old workbooks, and of those with a password.
pub fn is_old_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

/// Refuses what is no workbook of today, or too large once unpacked.
pub fn check(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    let file = || shown(name);
    if is_old_workbook(bytes) {
        return Err(old(name, bytes));
    }
    let most = || format!("{} MB", WORKBOOK_BYTES_MAX / 1024 / 1024);
    if bytes.len() > WORKBOOK_BYTES_MAX {
        let found = format!("{} MB", bytes.len().div_ceil(1024 * 1024));
        return Err(ImportError::TooLarge { file: file(), found, most: most() });
    }
    let broken = || ImportError::Workbook { file: file(), reason: "it is damaged", advice: SAVE_AGAIN };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.is_empty() || archive.len() > ENTRIES_MAX {
        return Err(not_a_workbook(name));
    }
    let names = archive.file_names().map(|name| name.map(|name| name.to_ascii_lowercase()));
    let names = names.collect::<Result<Vec<String>, _>>().map_err(|_| broken())?;
    if names.iter().any(|name| name.ends_with("vbaproject.bin")) {
        let (reason, advice) = ("it holds macros", "save it as .xlsx, which leaves them out");
        return Err(ImportError::Workbook { file: file(), reason, advice });
    }
    if !names.iter().any(|name| name == "xl/workbook.xml") {
        return Err(not_a_workbook(name));
    }
    let mut left = WORKBOOK_BYTES_MAX as u64;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| broken())?;
        // One byte more than is left tells that it is too much, without unpacking the rest.
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| broken())?;
        left = left.checked_sub(unpacked).ok_or_else(|| ImportError::TooLarge {
            file: file(),
            found: "more than that once unpacked".to_owned(),
            most: most(),
        })?;
    }
    Ok(())
}

/// What to do about a workbook that cannot be read.
pub const SAVE_AGAIN: &str = "open it in the spreadsheet and save it as .xlsx or as CSV UTF-8";

fn not_a_workbook(name: &str) -> ImportError {
    let (reason, advice) = ("it is a zip file, but no .xlsx workbook", "unpack it, or save the sheet as CSV UTF-8");
    ImportError::Workbook { file: shown(name), reason, advice }
}

/// A workbook with a password lies in an old container, in a stream of this name.
fn old(name: &str, bytes: &[u8]) -> ImportError {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_encrypted = bytes.windows(encrypted.len()).any(|window| window == encrypted);
    let (reason, advice) = if is_encrypted {
        ("it is protected by a password", "open it in the spreadsheet and save it without one")
    } else {
        ("it is a workbook of an old make (.xls)", SAVE_AGAIN)
    };
    ImportError::Workbook { file: shown(name), reason, advice }
}
