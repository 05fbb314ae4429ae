//! Steps: one transaction is one change and its line of history.

use jiff::Timestamp;
use rusqlite::{Connection, session::Session};

use crate::{
    StoreError, WorkspaceFile,
    changeset::{self, Changeset},
    edit::Edit,
    error::is_fatal,
    history::{self, HistoryKind, NewEntry},
    inspect, schema,
};

/// Who makes a change, and when.
#[derive(Debug, Clone)]
pub struct Origin {
    /// From a setting; empty by default.
    pub author: String,
    /// From the host's clock.
    pub now: Timestamp,
}

/// What a step is called in the history.
#[derive(Debug, Clone)]
pub struct Step {
    /// The command's name.
    pub command: String,
    /// What the command was asked.
    pub args: serde_json::Value,
    /// For a person: "Added partner Acme".
    pub sentence: String,
}

impl WorkspaceFile {
    /// One transaction: what `change` does, and its line of history. When `change` fails, nothing is kept; when it
    /// changes nothing, there is no line of history.
    pub fn step<T, E: From<StoreError>>(
        &mut self,
        step: Step,
        origin: &Origin,
        change: impl FnOnce(&mut Edit<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.refuse_when_poisoned()?;
        let connection = &self.connection;
        let transaction = self.guarded(Transaction::begin(connection))?;
        let mut session = self.guarded(record(connection))?;
        let mut edit = Edit::new(connection, &self.path, step.sentence);
        let outcome = change(&mut edit).and_then(|value| {
            edit.sweep()?;
            Ok(value)
        });
        if edit.disk_failed() {
            self.poisoned.set(true);
        }
        let sentence = edit.into_sentence();
        let value = outcome?;
        let changeset = self.guarded(changeset::of(&mut session))?;
        drop(session);
        if changeset.is_empty() {
            return Ok(value);
        }
        let entry = NewEntry {
            kind: HistoryKind::Do,
            target_seq: None,
            command: &step.command,
            args: &step.args.to_string(),
            sentence: &sentence,
            origin,
            changeset: Some(&changeset),
        };
        let seq = self.finish(transaction, &entry)?;
        self.trail.done(seq, sentence);
        self.changed(&changeset, origin.now);
        Ok(value)
    }

    /// Writes the line of history and commits both.
    pub(crate) fn finish(&self, transaction: Transaction<'_>, entry: &NewEntry<'_>) -> Result<i64, StoreError> {
        let seq = self.trail.next_seq();
        self.guarded(history::write(&self.connection, seq, self.version, entry))?;
        match transaction.commit() {
            Ok(()) => Ok(seq),
            // A row that points nowhere is found only now; while the transaction is open it can be asked which.
            Err((open, error)) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                let dangling = inspect::dangling(open.connection)?.into_iter().next();
                Err(dangling.map_or(error.into(), |(table, parent)| StoreError::Dangling { table, parent }))
            }
            Err((_, error)) => self.guarded(Err(error)),
        }
    }

    pub(crate) fn refuse_when_poisoned(&self) -> Result<(), StoreError> {
        if self.poisoned.get() { Err(StoreError::Poisoned { path: self.path.clone() }) } else { Ok(()) }
    }

    /// Stops all writing after an error that says the disk or the file can no longer be trusted.
    pub(crate) fn guarded<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| {
            if is_fatal(&error) {
                self.poisoned.set(true);
                StoreError::at(&self.path, error)
            } else {
                StoreError::Database(error)
            }
        })
    }

    pub(crate) fn changed(&mut self, changeset: &Changeset, now: Timestamp) {
        self.changes = changeset.changes();
        self.changed_since.get_or_insert(now);
    }
}

/// A transaction that is rolled back unless it is committed.
pub(crate) struct Transaction<'a> {
    connection: &'a Connection,
}

impl<'a> Transaction<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> rusqlite::Result<Self> {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self { connection })
    }

    /// When it fails, the transaction is given back, still open.
    fn commit(self) -> Result<(), (Self, rusqlite::Error)> {
        self.connection.execute_batch("COMMIT").map_err(|error| (self, error))
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.connection.is_autocommit() {
            // Nothing better is left to do when even this fails: the next open rolls back by the journal.
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }
}

fn record(connection: &Connection) -> rusqlite::Result<Session<'_>> {
    let mut session = Session::new(connection)?;
    for table in schema::CONTENT {
        session.attach(Some(table))?;
    }
    Ok(session)
}
