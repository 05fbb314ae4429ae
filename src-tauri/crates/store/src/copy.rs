//! Copies of an open file, made on its own connection: nothing else may touch it meanwhile.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use domain::Audience;
use rusqlite::{
    Connection,
    types::{ToSqlOutput, ValueRef},
};
use serde_json::Value;

use crate::{
    StoreError, WorkspaceFile, compress, connection,
    holder::{Holder, real_path},
    migrate::MIGRATIONS,
    open::look,
    place::Beside,
    scalar::Scalar,
};

impl WorkspaceFile {
    /// A whole copy with its history. It works even after writing was stopped. Replaces a file that stands at `to`,
    /// unless that is open somewhere.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        refuse_open(to)?;
        write(&self.connection, to, true, |_| Ok(()))
    }

    /// A copy for an audience: no history, no author, no source rows of imports, and nothing that only a narrower
    /// audience may see. A locked plan, which keeps everything of its day, stays with us. Replaces a file that stands at `to`, unless that is open somewhere.
    pub fn hand_over(&self, to: &Path, audience: Audience) -> Result<(), StoreError> {
        refuse_open(to)?;
        write(&self.connection, to, true, |copy| leave_out(copy, audience))
    }
}

/// Makes a copy of a backup, so that the backup itself stays as it is. Refuses an existing path.
pub fn restore_backup(backup: &Path, to: &Path) -> Result<(), StoreError> {
    let real = real_path(backup)?;
    // While this claim lives, no connection here can lose its lock by the copy's closing.
    let _claim = Holder::claim(&real)?;
    look(&real, MIGRATIONS)?;
    let beside = Beside::new(to)?;
    std::fs::copy(&real, beside.path()).map_err(|error| StoreError::io(to, &error))?;
    beside.put(false)
}

/// Copies to `to` by way of a file beside it, which is changed by `change` and checked before it gets its name.
pub(crate) fn write(
    connection: &Connection,
    to: &Path,
    replace: bool,
    change: impl FnOnce(&Connection) -> rusqlite::Result<()>,
) -> Result<(), StoreError> {
    let at = |error| StoreError::at(to, error);
    let beside = Beside::new(to)?;
    // Names need not be text; SQLite takes the bytes as they are.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(beside.path().as_os_str().as_encoded_bytes()));
    connection.execute("VACUUM INTO ?1", [name]).map_err(at)?;
    let copy = connection::read_write(beside.path()).map_err(at)?;
    connection::unsynced(&copy).map_err(at)?;
    change(&copy).map_err(at)?;
    copy.close().map_err(|(_, error)| at(error))?;
    look(beside.path(), MIGRATIONS)?;
    beside.put(replace)
}

fn leave_out(copy: &Connection, audience: Audience) -> rusqlite::Result<()> {
    let narrower: Vec<_> = [Audience::Internal, Audience::Client, Audience::Partner]
        .into_iter()
        .filter(|other| *other < audience)
        .map(|other| other.to_value())
        .collect();
    let transaction = copy.unchecked_transaction()?;
    transaction.execute("DELETE FROM history", [])?;
    transaction.execute("UPDATE import_batch SET rows = ?1", [compress::pack(&[])])?;
    if audience > Audience::Internal {
        transaction.execute_batch(
            "DELETE FROM activity; DELETE FROM renewal; DELETE FROM foreign_id; DELETE FROM import_mapping;
             DELETE FROM not_duplicate; DELETE FROM playbook;
             DELETE FROM fit_answer; DELETE FROM gate_answer; DELETE FROM fit_criterion;
             DELETE FROM capacity; DELETE FROM locked_plan;
             DELETE FROM account_activity; DELETE FROM actual_report;
             DELETE FROM placement WHERE view IN (SELECT id FROM view WHERE style = 'table');
             UPDATE scene SET view = NULL WHERE view IN (SELECT id FROM view WHERE style = 'table');
             DELETE FROM view WHERE style = 'table'",
        )?;
    }
    forget_fields(&transaction, &narrower)?;
    for hidden in &narrower {
        for sql in [
            "UPDATE organization SET notes = '' WHERE notes_audience = ?1",
            "UPDATE relationship SET notes = '' WHERE notes_audience = ?1",
            "UPDATE task SET notes = '' WHERE notes_audience = ?1",
            "DELETE FROM commission_tier WHERE relationship IN
               (SELECT relationship FROM commission WHERE audience = ?1)",
            "DELETE FROM commission WHERE audience = ?1",
            "UPDATE scene SET notes = '' WHERE notes_audience = ?1",
            "UPDATE motion SET objective = '' WHERE objective_audience = ?1",
            "UPDATE motion SET health_reason = '' WHERE health_audience = ?1",
            "DELETE FROM budget_share WHERE budget_line IN (SELECT id FROM budget_line WHERE audience = ?1)",
            "DELETE FROM scenario_difference WHERE \"table\" = 'budget_line'
               AND \"row\" IN (SELECT id FROM budget_line WHERE audience = ?1)",
            "DELETE FROM budget_line WHERE audience = ?1",
            "DELETE FROM fund WHERE audience = ?1",
            "DELETE FROM risk WHERE audience = ?1",
            "DELETE FROM motion_note WHERE audience = ?1",
            "DELETE FROM variance_reason WHERE audience = ?1",
            "DELETE FROM joint_plan_text WHERE audience = ?1",
            "DELETE FROM joint_plan_account WHERE audience = ?1",
            "DELETE FROM joint_objective WHERE audience = ?1",
            "DELETE FROM custom_value WHERE field IN (SELECT \"key\" FROM custom_field WHERE audience = ?1)",
            "DELETE FROM custom_field WHERE audience = ?1",
            "DELETE FROM plan_document WHERE audience = ?1",
        ] {
            transaction.execute(sql, [hidden])?;
        }
    }
    transaction.commit()?;
    // What was deleted must not stay readable in free pages.
    copy.execute_batch("VACUUM")
}

/// Views must not name a field that the audience does not get: not its key, and not the words that a filter compares
/// it with.
fn forget_fields(copy: &Connection, hidden: &[rusqlite::types::Value]) -> rusqlite::Result<()> {
    let mut keys = BTreeSet::new();
    for audience in hidden {
        let mut fields = copy.prepare("SELECT \"key\" FROM custom_field WHERE audience = ?1")?;
        for key in fields.query_map([audience], |row| row.get::<_, String>(0))? {
            keys.insert(format!("custom:{}", key?));
        }
    }
    let mut views = copy.prepare("SELECT id, settings FROM view")?;
    let views: Vec<(String, String)> =
        views.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    for (id, settings) in views.into_iter().filter(|(_, settings)| settings.contains("custom")) {
        // What cannot be read could name anything.
        let left = serde_json::from_str(&settings).map_or_else(
            |_| "{}".to_owned(),
            |settings| without(settings, &keys).unwrap_or_else(|| serde_json::json!({})).to_string(),
        );
        copy.execute("UPDATE view SET settings = ?1 WHERE id = ?2", [left, id])?;
    }
    Ok(())
}

/// A value of JSON without whatever names one of `keys`: such a text, an entry that holds it, a condition whose field it
/// is.
fn without(value: Value, keys: &BTreeSet<String>) -> Option<Value> {
    match value {
        Value::String(text) => (!keys.contains(&text)).then_some(Value::String(text)),
        Value::Array(items) => {
            Some(items.into_iter().filter_map(|item| without(item, keys)).collect::<Vec<_>>().into())
        }
        Value::Object(fields) => {
            let names_one = |value: &Value| value.as_str().is_some_and(|text| keys.contains(text));
            if fields.get("field").is_some_and(names_one) {
                return None;
            }
            let kept = fields.into_iter().filter(|(name, _)| !keys.contains(name));
            Some(Value::Object(kept.filter_map(|(name, value)| Some((name, without(value, keys)?))).collect()))
        }
        other => Some(other),
    }
}

/// Another program that has the target open would go on writing into a file without a name.
fn refuse_open(to: &Path) -> Result<(), StoreError> {
    if !to.is_file() {
        return Ok(());
    }
    let real: PathBuf = real_path(to)?;
    let _claim = Holder::claim(&real)?;
    let glance = connection::read_only(&real)
        .and_then(|target| target.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
    match glance.map_err(|error| StoreError::at(to, error)) {
        Err(error @ StoreError::Held { .. }) => Err(error),
        _ => Ok(()),
    }
}
