//! The history: every step, undo and redo, in order, never rewritten.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::{Origin, StoreError, WorkspaceFile, changeset::Changeset, field::Reader, scalar::Scalar};

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its number, from 1.
    pub seq: i64,
    /// Done, undone or redone.
    pub kind: HistoryKind,
    /// For an undo or a redo: the step that it took back or brought back.
    pub target_seq: Option<i64>,
    /// The command's name.
    pub command: String,
    /// What the command was asked, as JSON.
    pub args: String,
    /// For a person.
    pub sentence: String,
    /// Who; may be empty.
    pub author: String,
    /// When.
    pub time: Timestamp,
}

/// What a line of the history is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum HistoryKind {
    Do,
    Undo,
    Redo,
}

impl HistoryKind {
    fn word(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    pub(crate) fn of(word: &str) -> Result<Self, StoreError> {
        [Self::Do, Self::Undo, Self::Redo].into_iter().find(|kind| kind.word() == word).ok_or_else(|| {
            StoreError::Unreadable {
                table: "history",
                column: "kind".into(),
                found: format!("'{}'", word.chars().take(20).collect::<String>()),
                expected: "do, undo or redo",
            }
        })
    }
}

impl WorkspaceFile {
    /// The history, newest last.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, kind, target_seq, command, args, sentence, author, time FROM history ORDER BY seq",
        )?;
        let mut rows = statement.query([])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(entry(row)?);
        }
        Ok(entries)
    }

    /// The number of the newest line and when it was written; none in a file that nothing was done in.
    pub fn latest(&self) -> Result<Option<(i64, Timestamp)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT seq, time FROM history ORDER BY seq DESC LIMIT 1")?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let mut reader = Reader::new("history", row);
        Ok(Some((reader.take()?, reader.take()?)))
    }
}

/// Steps looked at for the history of some rows: the newest ones.
const LOOKED_AT: i64 = 2_000;
/// Most bytes of changesets looked at for it, unpacked: an import of many rows is one step of many bytes.
const BYTES_LOOKED_AT: usize = 64 * 1024 * 1024;

impl WorkspaceFile {
    /// The newest steps, at most `most`, that touched a row of one of these ids or a row that names the first of them,
    /// newest first. Of a very long or large history only the newest steps are looked at; a step that cannot be read
    /// is left out.
    pub fn history_of(&self, ids: &[String], most: usize) -> Result<Vec<HistoryEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, kind, target_seq, command, args, sentence, author, time, changeset FROM history
             WHERE changeset IS NOT NULL ORDER BY seq DESC LIMIT ?1",
        )?;
        let (first, ids) = (ids.first(), ids.iter().map(String::as_str).collect::<HashSet<_>>());
        let mut rows = statement.query([LOOKED_AT])?;
        let mut entries = Vec::new();
        let mut left = BYTES_LOOKED_AT;
        while entries.len() < most
            && left > 0
            && let Some(row) = rows.next()?
        {
            let packed = row.get_ref(8)?.as_blob().unwrap_or_default();
            let Ok(changeset) = Changeset::unpacked_within(packed, left) else {
                // Too large or no zlib stream: many of them must not cost the whole bound each.
                left /= 2;
                continue;
            };
            left = left.saturating_sub(changeset.size());
            if changeset.speaks_of(first.map(String::as_str), &ids) {
                entries.extend(entry(row).ok());
            }
        }
        Ok(entries)
    }
}

fn entry(row: &rusqlite::Row<'_>) -> Result<HistoryEntry, StoreError> {
    let mut reader = Reader::new("history", row);
    Ok(HistoryEntry {
        seq: reader.take()?,
        kind: HistoryKind::of(&reader.take::<String>()?)?,
        target_seq: reader.take()?,
        command: reader.take()?,
        args: reader.take()?,
        sentence: reader.take()?,
        author: reader.take()?,
        time: reader.take()?,
    })
}

/// A line that is about to be written.
pub(crate) struct NewEntry<'a> {
    pub kind: HistoryKind,
    pub target_seq: Option<i64>,
    pub command: &'a str,
    pub args: &'a str,
    pub sentence: &'a str,
    pub origin: &'a Origin,
    pub changeset: Option<&'a Changeset>,
}

pub(crate) fn write(connection: &Connection, seq: i64, version: i64, entry: &NewEntry<'_>) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO history
               (seq, kind, target_seq, command, args, sentence, author, time, schema_version, changeset)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            seq,
            entry.kind.word(),
            entry.target_seq,
            entry.command,
            entry.args,
            entry.sentence,
            entry.origin.author,
            entry.origin.now.to_value(),
            version,
            entry.changeset.map(Changeset::packed),
        ])
        .map(|_| ())
}
