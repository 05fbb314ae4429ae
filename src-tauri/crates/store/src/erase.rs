//! Erasing a person: the one operation that also cleans the history and the backups.

use domain::{Contact, ContactId, ImportMapping, LockedPlan, Person, PersonId};
use jiff::Timestamp;
use rusqlite::{Connection, params};
use serde_json::Value;

use crate::{
    BackupReason, Origin, StoreError, WorkspaceFile,
    backup::{backups, remove},
    compress, delete,
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

impl Erased {
    fn id(self) -> String {
        match self {
            Self::Person(id) => id.to_string(),
            Self::Contact(id) => id.to_string(),
        }
    }
}

impl WorkspaceFile {
    /// Removes a person for good: the row, every record of the history that could bring it back or that names it, the
    /// source rows of all imports, what was remembered of a file that names it, its places in locked plans, and all earlier
    /// backups. It is logged without the name. No step before it can be taken back any more. Free text that people wrote
    /// is left alone.
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
        clean_imports(&self.connection, &traces)?;
        clean_locked_plans(&self.connection, &whom.id())?;
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
    // An empty text stands in everything.
    Ok(texts(found).into_iter().flatten().filter(|text| !text.trim().is_empty()).collect())
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

/// Source rows are packed and cannot be searched either: all of them go. Mappings are looked through with each text as it
/// is, as it stands within JSON, and in any case, since they keep column names folded.
fn clean_imports(connection: &Connection, traces: &[String]) -> Result<(), StoreError> {
    let in_json = |trace: &String| serde_json::Value::from(trace.as_str()).to_string().trim_matches('"').to_owned();
    let sought: Vec<String> =
        traces.iter().flat_map(|trace| [trace.to_lowercase(), in_json(trace).to_lowercase()]).collect();
    let names = |text: &str| sought.iter().any(|trace| text.to_lowercase().contains(trace));
    for mapping in row::all::<ImportMapping>(connection)? {
        if [&mapping.name, &mapping.signature, &mapping.settings].into_iter().any(|text| names(text)) {
            delete::belongings(connection, ImportMapping::TABLE, &ImportMapping::key(&mapping.id))?;
            row::delete::<ImportMapping>(connection, &mapping.id)?;
        }
    }
    connection.execute("UPDATE import_batch SET rows = ?1", [compress::pack(&[])])?;
    let mut files = connection.prepare("SELECT id, file_name FROM import_batch")?;
    let mut rows = files.query([])?;
    while let Some(row) = rows.next()? {
        if names(&row.get::<_, String>(1)?) {
            let id: String = row.get(0)?;
            connection.execute("UPDATE import_batch SET file_name = 'An erased file' WHERE id = ?1", [id])?;
        }
    }
    Ok(())
}

/// A locked plan keeps whole rows. One that cannot be read could name anybody, and goes.
fn clean_locked_plans(connection: &Connection, id: &str) -> Result<(), StoreError> {
    for plan in row::all::<LockedPlan>(connection)? {
        match serde_json::from_str(&plan.content) {
            Ok(content) => {
                let content = without(content, id).unwrap_or_default().to_string();
                row::update(connection, &LockedPlan { content, ..plan })?;
            }
            Err(_) => drop(row::delete::<LockedPlan>(connection, &plan.id)?),
        }
    }
    Ok(())
}

/// A value of JSON without the row of that id, and with nobody where another row names it.
fn without(value: Value, id: &str) -> Option<Value> {
    let is_id = |value: &Value| value.as_str() == Some(id);
    match value {
        Value::Array(items) => Some(items.into_iter().filter_map(|item| without(item, id)).collect::<Vec<_>>().into()),
        Value::Object(fields) if fields.get("id").is_some_and(is_id) => None,
        Value::Object(fields) if fields.len() == 1 && fields.values().any(is_id) => Some(Value::Null),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, without(value, id).unwrap_or_default()));
            Some(Value::Object(fields.collect()))
        }
        other => Some(if is_id(&other) { Value::Null } else { other }),
    }
}
