//! Opening a file as hostile: look first, read-only; take it only when everything about it is known.

use std::{
    ffi::OsString,
    io::{Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OptionalExtension, ffi};

use crate::{
    StoreError, connection,
    holder::{Holder, real_path},
    inspect::{inspect, recognize},
    migrate::Migration,
};

/// A file that was checked and taken.
pub(crate) struct Opened {
    pub connection: Connection,
    pub holder: Holder,
    pub version: i64,
}

/// Checks and takes the file.
pub(crate) fn open(path: &Path, migrations: &[Migration]) -> Result<Opened, StoreError> {
    let metadata = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
    if metadata.is_dir() {
        return Err(StoreError::Directory { path: path.to_owned() });
    }
    if !metadata.is_file() {
        return Err(StoreError::NotAWorkspace { path: path.to_owned(), detail: "it is no regular file".into() });
    }
    let real = real_path(path)?;
    let holder = Holder::claim(&real)?;
    refuse_shared_journal(&real)?;
    let was_hot = look(&real, migrations)?;
    let connection = connection::read_write(&real).map_err(|error| StoreError::at(path, error))?;
    if connection.is_readonly("main").map_err(|error| StoreError::at(path, error))? {
        return Err(StoreError::ReadOnly { path: path.to_owned() });
    }
    connection::hold(&connection).map_err(|error| StoreError::at(path, error))?;
    // Between the look and the lock somebody may have put another file there; after a rollback the pages are new.
    let version =
        if was_hot { inspect(&connection, path, migrations) } else { recognize(&connection, path, migrations) }?;
    Ok(Opened { connection, holder, version })
}

/// The read-only look. Answers whether a transaction was left unfinished, in which case a private copy was rolled back
/// and checked instead: a read-only open of the file itself fails then.
pub(crate) fn look(path: &Path, migrations: &[Migration]) -> Result<bool, StoreError> {
    let at = |error| StoreError::at(path, error);
    let connection = connection::read_only(path).map_err(at)?;
    match connection.query_row("PRAGMA application_id", [], |_| Ok(())) {
        Ok(()) => {
            inspect(&connection, path, migrations)?;
            refuse_short(&connection, path)?;
            Ok(false)
        }
        Err(error) if is_hot(&error) => {
            drop(connection);
            look_at_copy(path, migrations).map(|()| true)
        }
        Err(error) => Err(at(error)),
    }
}

/// The file that SQLite keeps a transaction's old pages in.
pub(crate) fn journal_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-journal");
    name.into()
}

/// SQLite reads what is missing of the last page as zeros. (In WAL mode the newest pages may lie elsewhere.)
fn refuse_short(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let expected = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size, pragma_journal_mode
                    WHERE journal_mode <> 'wal'";
    let expected: Option<i64> =
        connection.query_row(expected, [], |row| row.get(0)).optional().map_err(|error| StoreError::at(path, error))?;
    let found = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?.len();
    match expected {
        Some(expected) if found < expected.unsigned_abs() => Err(StoreError::Damaged {
            path: path.to_owned(),
            detail: format!("it has {found} bytes of {expected}"),
            backup: None,
        }),
        _ => Ok(()),
    }
}

fn is_hot(error: &rusqlite::Error) -> bool {
    const HOT: [i32; 2] = [ffi::SQLITE_READONLY_ROLLBACK, ffi::SQLITE_READONLY_RECOVERY];
    error.sqlite_error().is_some_and(|failure| HOT.contains(&failure.extended_code))
}

fn look_at_copy(path: &Path, migrations: &[Migration]) -> Result<(), StoreError> {
    let io = |error: std::io::Error| StoreError::io(path, &error);
    let folder = tempfile::Builder::new().prefix("ecotone-").tempdir().map_err(io)?;
    let copy = folder.path().join("copy.ecotone");
    std::fs::copy(path, &copy).map_err(io)?;
    std::fs::copy(journal_of(path), journal_of(&copy)).map_err(io)?;
    let connection = connection::read_write(&copy).map_err(|error| StoreError::at(path, error))?;
    inspect(&connection, path, migrations).map(|_| ())
}

/// A journal can name a journal of several databases, which SQLite deletes when it rolls back. No workspace ever has
/// one; a planted one could name any file of the user.
fn refuse_shared_journal(path: &Path) -> Result<(), StoreError> {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let journal = journal_of(path);
    let io = |error: std::io::Error| StoreError::io(&journal, &error);
    let mut file = match std::fs::File::open(&journal) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(io(error)),
    };
    let mut tail = [0; 8];
    if file.metadata().map_err(io)?.len() < 16 {
        return Ok(());
    }
    file.seek(SeekFrom::End(-8)).map_err(io)?;
    file.read_exact(&mut tail).map_err(io)?;
    if tail == MAGIC {
        let detail = "its journal names another file".into();
        return Err(StoreError::Damaged { path: path.to_owned(), detail, backup: None });
    }
    Ok(())
}
