//! Making a new file: built beside its place and renamed into it, so that no half file is ever seen.

use std::path::Path;

use domain::{ImportBatch, OrganizationLogo, Workspace};
use rusqlite::Connection;

use crate::{
    Origin, StoreError, connection,
    history::{self, HistoryKind, NewEntry},
    inspect,
    migrate::{self, Migration},
    place::Beside,
    row, schema, whole,
};

/// What a workspace file holds beside its [`Workspace`].
#[derive(Debug, Clone, Default)]
pub struct BesideWorkspace {
    /// Imported files.
    pub batches: Vec<ImportBatch>,
    /// Logos.
    pub logos: Vec<OrganizationLogo>,
}

/// Writes a file that holds `workspace`, with `new` as its only step.
pub(crate) fn create(
    path: &Path,
    workspace: &Workspace,
    beside_it: &BesideWorkspace,
    origin: &Origin,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(StoreError::Exists { path: path.to_owned() });
    }
    write(path, false, workspace, beside_it, Some(origin), migrations)
}

/// Writes such a file, in the place of one that stands there where it may; without an origin it has no history.
pub(crate) fn write(
    path: &Path,
    replace: bool,
    workspace: &Workspace,
    beside_it: &BesideWorkspace,
    origin: Option<&Origin>,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let beside = Beside::new(path)?;
    let connection = connection::read_write(beside.path()).map_err(|error| StoreError::at(path, error))?;
    fill(&connection, workspace, beside_it, origin, migrations)?;
    connection.close().map_err(|(_, error)| StoreError::at(path, error))?;
    beside.put(replace)
}

fn fill(
    connection: &Connection,
    workspace: &Workspace,
    beside_it: &BesideWorkspace,
    origin: Option<&Origin>,
    migrations: &[Migration],
) -> Result<(), StoreError> {
    let version = migrate::newest(migrations);
    connection::unsynced(connection)?;
    connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    migrate::run(connection, migrations, 0, version)?;
    let transaction = connection.unchecked_transaction()?;
    whole::write(connection, workspace)?;
    beside_it.batches.iter().try_for_each(|batch| row::insert(connection, batch))?;
    beside_it.logos.iter().try_for_each(|logo| row::insert(connection, logo))?;
    if let Some((table, parent)) = inspect::dangling(connection)?.into_iter().next() {
        return Err(StoreError::Dangling { table, parent });
    }
    if let Some(origin) = origin {
        let entry = NewEntry {
            kind: HistoryKind::Do,
            target_seq: None,
            command: "new",
            args: "{}",
            sentence: &format!("Created workspace {}", workspace.settings.name),
            origin,
            changeset: None,
        };
        history::write(connection, 1, version, &entry)?;
    }
    transaction.commit()?;
    Ok(())
}
