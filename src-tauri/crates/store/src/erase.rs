//! Erasing a person: the one operation that also cleans the history and the backups.

use domain::{Contact, ContactId, Person, PersonId};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use crate::{
    BackupReason, Origin, StoreError, WorkspaceFile,
    backup::{backups, remove},
    delete,
    history::{HistoryKind, NewEntry},
    row::{self, Row},
    step::Transaction,
    trail::Trail,
};

/// Whom to erase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erased {
    /// One of us.
    Person(PersonId),
    /// Somebody at a partner.
    Contact(ContactId),
}

impl WorkspaceFile {
    /// Removes a person for good: the row, every record of the history that could bring it back or that names it, and
    /// all earlier backups. It is logged without the name. No step before it can be taken back any more. Free text that
    /// people wrote is left alone.
    pub fn erase(&mut self, whom: Erased, origin: &Origin) -> Result<(), StoreError> {
        self.refuse_when_poisoned()?;
        self.guarded(self.connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(())))?;
        let transaction = self.guarded(Transaction::begin(&self.connection))?;
        let traces = match whom {
            Erased::Person(id) => {
                remove_row(&self.connection, &id, |person: Person| vec![Some(person.name.into()), person.email])?
            }
            Erased::Contact(id) => {
                remove_row(&self.connection, &id, |c: Contact| vec![Some(c.name.into()), c.email, c.phone])?
            }
        };
        delete::sweep(&self.connection)?;
        self.guarded(clean_history(&self.connection, &traces))?;
        let entry = NewEntry {
            kind: HistoryKind::Do,
            target_seq: None,
            command: "erase",
            args: "{}",
            sentence: "Erased a person",
            origin,
            changeset: None,
        };
        self.finish(transaction, &entry)?;
        self.trail = Trail::read(&self.connection)?;
        self.changed_since.get_or_insert(origin.now);
        // Pages that were freed before may still hold the name.
        self.guarded(self.connection.execute_batch("VACUUM"))?;
        self.replace_backups(origin.now)
    }

    /// The new backup comes first, so that there is one at every moment.
    fn replace_backups(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let Some(policy) = self.backups.clone() else { return Ok(()) };
        let old = backups(&policy, &self.path);
        self.backup_now(BackupReason::Erase, now)?;
        old.iter().try_for_each(remove)
    }
}

/// Answers with the texts that name the person.
fn remove_row<R: Row>(
    connection: &Connection,
    id: &R::Id,
    texts: impl FnOnce(R) -> Vec<Option<String>>,
) -> Result<Vec<String>, StoreError> {
    let key = R::key(id);
    let found = row::get::<R>(connection, id)?
        .ok_or_else(|| StoreError::Missing { table: R::TABLE, id: row::shown_key(&key) })?;
    delete::belongings(connection, R::TABLE, &key)?;
    row::delete::<R>(connection, id)?;
    Ok(texts(found).into_iter().flatten().collect())
}

/// A changeset holds whole rows in a form that cannot be searched for a name in every case: all of them go.
fn clean_history(connection: &Connection, traces: &[String]) -> rusqlite::Result<()> {
    connection.execute("UPDATE history SET changeset = NULL", [])?;
    for trace in traces {
        let in_json = serde_json::Value::from(trace.as_str()).to_string();
        connection.execute(
            "UPDATE history SET sentence = 'A change whose record was erased', args = '{}'
             WHERE instr(sentence, ?1) OR instr(args, ?1) OR instr(args, ?2)",
            params![trace, in_json.trim_matches('"')],
        )?;
        connection.execute("UPDATE history SET author = '' WHERE author = ?1", [trace])?;
    }
    Ok(())
}
