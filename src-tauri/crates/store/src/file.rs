//! An open workspace file: making, opening, reading, closing.

use std::{
    cell::Cell,
    path::{Path, PathBuf},
};

use domain::Workspace;
use jiff::Timestamp;
use rusqlite::Connection;

use crate::{
    Origin, StoreError,
    backup::{BackupPolicy, BackupReason, newest_good},
    changeset::Change,
    check::{self, CheckReport},
    connection, create, hash,
    holder::Holder,
    migrate::{self, MIGRATIONS, Migration},
    open::{self, Opened},
    row::{self, Row},
    trail::Trail,
    whole,
};

/// An open workspace file. It has one holder: no other process, and nothing else in this one, can open it meanwhile.
#[derive(Debug)]
pub struct WorkspaceFile {
    // Dropped in this order: the file is given back before the claim on it.
    pub(crate) connection: Connection,
    _holder: Holder,
    pub(crate) path: PathBuf,
    pub(crate) version: i64,
    pub(crate) barrier: i64,
    pub(crate) trail: Trail,
    pub(crate) changes: Vec<Change>,
    pub(crate) poisoned: Cell<bool>,
    pub(crate) backups: Option<BackupPolicy>,
    pub(crate) changed_since: Option<Timestamp>,
}

impl WorkspaceFile {
    /// Makes a new file that holds `workspace`. Refuses an existing path; never leaves half a file.
    pub fn create(
        path: &Path,
        workspace: &Workspace,
        origin: &Origin,
        backups: Option<BackupPolicy>,
    ) -> Result<Self, StoreError> {
        create::create(path, workspace, origin, MIGRATIONS)?;
        let mut file = Self::open(path, backups)?;
        file.changed_since = Some(origin.now);
        Ok(file)
    }

    /// Opens a file as hostile: checks all of it before taking it, brings an older format up to date, and refuses
    /// anything else in words, untouched.
    pub fn open(path: &Path, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        Self::open_with(path, backups, MIGRATIONS)
    }

    pub(crate) fn open_with(
        path: &Path,
        backups: Option<BackupPolicy>,
        migrations: &[Migration],
    ) -> Result<Self, StoreError> {
        let advise = |error| match error {
            StoreError::Damaged { path, detail, backup: None } => {
                let backup = backups.as_ref().and_then(|policy| newest_good(policy, &path));
                StoreError::Damaged { path, detail, backup }
            }
            other => other,
        };
        let Opened { connection, holder, version } = open::open(path, migrations).map_err(advise)?;
        let path = std::path::absolute(path).map_err(|error| StoreError::io(path, &error))?;
        let mut file = Self {
            connection,
            _holder: holder,
            path,
            version,
            barrier: 0,
            trail: Trail::default(),
            changes: Vec::new(),
            poisoned: Cell::new(false),
            backups: backups.clone(),
            changed_since: None,
        };
        file.bring_up_to_date(migrations)?;
        file.trail = file.readable(Trail::read(&file.connection)).map_err(advise)?;
        file.readable(file.read()).map_err(advise)?;
        Ok(file)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole workspace as plain values.
    pub fn read(&self) -> Result<Workspace, StoreError> {
        whole::read(&self.connection)
    }

    /// One row.
    pub fn get<R: Row>(&self, id: &R::Id) -> Result<Option<R>, StoreError> {
        row::get(&self.connection, id)
    }

    /// All rows of a table in their order.
    pub fn all<R: Row>(&self) -> Result<Vec<R>, StoreError> {
        row::all(&self.connection)
    }

    /// What the last step, undo or redo touched.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// BLAKE3 over all content, without the history, as hex.
    pub fn content_hash(&self) -> Result<String, StoreError> {
        hash::content_hash(&self.connection)
    }

    /// The full check.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        check::check(&self.connection, self.version)
    }

    /// Whether a disk error stopped all writing.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned.get()
    }

    /// Makes a backup if the file changed, and gives the file back. The file is given back even when the backup fails.
    pub fn close(mut self, now: Timestamp) -> Result<(), StoreError> {
        if self.changed_since.is_some() {
            self.backup_now(BackupReason::Close, now)?;
        }
        Ok(())
    }

    fn bring_up_to_date(&mut self, migrations: &[Migration]) -> Result<(), StoreError> {
        let newest = migrate::newest(migrations);
        while self.version < newest {
            self.backup_now(BackupReason::Migration, Timestamp::now())?;
            self.guarded(migrate::run(&self.connection, migrations, self.version, self.version + 1))?;
            self.version += 1;
        }
        self.barrier = migrate::barrier(migrations, newest);
        Ok(())
    }

    /// A value that no noun has is damage, as far as opening is concerned.
    fn readable<T>(&self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        result.map_err(|error| match error {
            StoreError::Unreadable { .. } | StoreError::Missing { .. } => {
                StoreError::Damaged { path: self.path.clone(), detail: error.to_string(), backup: None }
            }
            other => other,
        })
    }
}

impl Drop for WorkspaceFile {
    fn drop(&mut self) {
        self.connection.flush_prepared_statement_cache();
        // When this fails the emptied journal stays lying, which harms nothing.
        let _ = connection::let_go(&self.connection);
    }
}
