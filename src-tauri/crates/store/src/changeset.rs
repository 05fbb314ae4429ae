//! What a step changed, as bytes: written by SQLite's session extension, taken back and brought again from here.

use std::{collections::HashSet, io::Read};

use rusqlite::{
    Connection,
    fallible_streaming_iterator::FallibleStreamingIterator,
    hooks::Action,
    session::{ChangesetItem, ChangesetIter, ConflictAction, Session, invert_strm},
    types::ValueRef,
};

use crate::{StoreError, compress, schema};

/// A row that the last step, undo or redo touched.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The table's name.
    pub table: String,
    /// The row's id or key; the two ids of a pair joined by `/`.
    pub id: String,
}

/// The uncompressed bytes of a changeset.
pub(crate) struct Changeset(Vec<u8>);

/// Everything that `session` saw.
pub(crate) fn of(session: &mut Session<'_>) -> rusqlite::Result<Changeset> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(Changeset(bytes))
}

impl Changeset {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn packed(&self) -> Vec<u8> {
        compress::pack(&self.0)
    }

    pub(crate) fn unpacked(packed: &[u8]) -> Result<Self, StoreError> {
        compress::unpack("history", packed).map(Self)
    }

    /// The same, but refused when it is larger than `most` bytes.
    pub(crate) fn unpacked_within(packed: &[u8], most: usize) -> Result<Self, StoreError> {
        compress::unpack_within("history", packed, most as u64).map(Self)
    }

    /// Bytes.
    pub(crate) fn size(&self) -> usize {
        self.0.len()
    }

    /// The changeset that takes this one back.
    pub(crate) fn inverted(&self) -> rusqlite::Result<Self> {
        let mut bytes = Vec::new();
        invert_strm(&mut self.0.as_slice(), &mut bytes)?;
        Ok(Self(bytes))
    }

    /// Applies every change or answers with an error. SQLite leaves out a table whose columns no longer fit with no more
    /// than a line in its log, so what was really written is counted.
    pub(crate) fn apply(&self, connection: &Connection) -> rusqlite::Result<bool> {
        let before = connection.total_changes();
        // A planted changeset must not reach the history.
        let content = |table: &str| schema::CONTENT.contains(&table);
        connection.apply_strm(&mut self.0.as_slice(), Some(content), |_, _| ConflictAction::SQLITE_CHANGESET_ABORT)?;
        let wanted = self.each(|_| Ok(()))?.len() as u64;
        Ok(connection.total_changes() - before == wanted)
    }

    /// The rows it touches. A changeset comes from this program or was applied without conflict, so one that cannot be
    /// read names no row.
    pub(crate) fn changes(&self) -> Vec<Change> {
        self.each(change).unwrap_or_default()
    }

    /// Whether it touches a row of one of these ids, or a row that holds `named` in any column. It is read no further
    /// than to the first of them; one that cannot be read names no row.
    pub(crate) fn speaks_of(&self, named: Option<&str>, ids: &HashSet<&str>) -> bool {
        let is_named = |value: rusqlite::Result<ValueRef<'_>>| match value {
            Ok(ValueRef::Text(text)) => named.is_some_and(|named| named.as_bytes() == text),
            _ => false,
        };
        let speaks = |item: &ChangesetItem| -> rusqlite::Result<bool> {
            let touched = change(item)?;
            let operation = item.op()?;
            let column = |column: usize| match operation.code() {
                Action::SQLITE_INSERT => is_named(item.new_value(column)),
                Action::SQLITE_DELETE => is_named(item.old_value(column)),
                _ => false,
            };
            let columns = usize::try_from(operation.number_of_columns()).unwrap_or(0);
            Ok(touched.id.split('/').any(|part| ids.contains(part)) || (0..columns).any(column))
        };
        let mut found = false;
        let read = self.until(|item| {
            found = speaks(item)?;
            Ok(found)
        });
        read.is_ok() && found
    }

    fn each<T>(&self, mut read: impl FnMut(&ChangesetItem) -> rusqlite::Result<T>) -> rusqlite::Result<Vec<T>> {
        let mut out = Vec::new();
        self.until(|item| {
            out.push(read(item)?);
            Ok(false)
        })?;
        Ok(out)
    }

    /// Reads the rows until one is enough.
    fn until(&self, mut enough: impl FnMut(&ChangesetItem) -> rusqlite::Result<bool>) -> rusqlite::Result<()> {
        let mut bytes = self.0.as_slice();
        let input: &mut dyn Read = &mut bytes;
        let mut items = ChangesetIter::start_strm(&input)?;
        while let Some(item) = items.next()? {
            if enough(item)? {
                break;
            }
        }
        Ok(())
    }
}

fn change(item: &ChangesetItem) -> rusqlite::Result<Change> {
    let operation = item.op()?;
    let mut id = Vec::new();
    for (column, _) in item.pk()?.iter().enumerate().filter(|(_, part)| **part > 0) {
        let value =
            if operation.code() == Action::SQLITE_INSERT { item.new_value(column) } else { item.old_value(column) };
        if let ValueRef::Text(text) = value? {
            id.push(String::from_utf8_lossy(text).into_owned());
        }
    }
    Ok(Change { table: operation.table_name().to_owned(), id: id.join("/") })
}
