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
    connection,
    create::{self, BesideWorkspace},
    hash,
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
        Self::create_with(path, workspace, &BesideWorkspace::default(), origin, backups)
    }

    /// The same with what lies beside the workspace.
    pub fn create_with(
        path: &Path,
        workspace: &Workspace,
        beside_it: &BesideWorkspace,
        origin: &Origin,
        backups: Option<BackupPolicy>,
    ) -> Result<Self, StoreError> {
        create::create(path, workspace, beside_it, origin, MIGRATIONS)?;
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
        let opened = open::open(path, migrations).map_err(|error| advise(backups.as_ref(), error))?;
        let Opened { connection, holder, version } = opened;
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
            backups,
            changed_since: None,
        };
        file.bring_up_to_date(migrations)?;
        file.trail = file.readable(Trail::read(&file.connection))?;
        file.readable(file.read())?;
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
                let damaged = StoreError::Damaged { path: self.path.clone(), detail: error.to_string(), backup: None };
                advise(self.backups.as_ref(), damaged)
            }
            other => other,
        })
    }
}

/// Names the newest good backup of a damaged file.
fn advise(backups: Option<&BackupPolicy>, error: StoreError) -> StoreError {
    match error {
        StoreError::Damaged { path, detail, backup: None } => {
            let backup = backups.and_then(|policy| newest_good(policy, &path));
            StoreError::Damaged { path, detail, backup }
        }
        other => other,
    }
}

impl Drop for WorkspaceFile {
    fn drop(&mut self) {
        self.connection.flush_prepared_statement_cache();
        // When this fails the emptied journal stays lying, which harms nothing.
        let _ = connection::let_go(&self.connection);
    }
}

#[cfg(test)]
mod tests {
    use domain::{Currency, Name, Person};
    use uuid::Uuid;

    use super::*;
    use crate::{Step, backup::backups};

    /// A file of today's format with one step, and the formats of a later program.
    fn older_file(folder: &Path) -> (PathBuf, Origin) {
        let mut number = 0;
        let mut new_id = || {
            number += 1;
            Uuid::from_u128(number)
        };
        let name = |text| Name::parse(text).unwrap();
        let workspace = Workspace::blank(name("Plan"), name("Us"), Currency::EUR, 1, &mut new_id);
        let origin = Origin { author: String::new(), now: "2026-11-23T12:00:00Z".parse().unwrap() };
        let path = folder.join("plan.ecotone");
        let mut file = WorkspaceFile::create(&path, &workspace, &origin, None).unwrap();
        let person = Person { id: new_id().into(), name: name("Ada"), function: domain::Function::Sales, email: None };
        let step = Step { command: "add".into(), args: serde_json::json!({}), sentence: "Added Ada".into() };
        file.step::<_, StoreError>(step, &origin, |edit| edit.insert(&person)).unwrap();
        (path, origin)
    }

    fn later(undo_barrier: bool) -> Vec<Migration> {
        let sql =
            "ALTER TABLE person ADD COLUMN nickname TEXT; CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY) STRICT;";
        MIGRATIONS.iter().copied().chain([Migration { sql, undo_barrier }]).collect()
    }

    #[test]
    fn an_older_file_is_backed_up_and_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let (path, origin) = older_file(folder.path());
        let policy = BackupPolicy { folder: folder.path().join("backups") };
        let mut file = WorkspaceFile::open_with(&path, Some(policy.clone()), &later(false)).unwrap();
        assert_eq!(file.version, migrate::newest(MIGRATIONS) + 1);
        assert_eq!(file.undo(&origin).unwrap(), "Added Ada", "an older changeset still applies");
        assert_eq!(file.redo(&origin).unwrap(), "Added Ada");
        drop(file);
        let found = backups(&policy, &path);
        assert_eq!(found.len(), 1);
        assert_eq!(WorkspaceFile::open(&found[0].path, None).unwrap().version, migrate::newest(MIGRATIONS));
        let refused = WorkspaceFile::open(&path, None).unwrap_err();
        assert!(matches!(refused, StoreError::Newer { .. }), "today's program refuses the newer file: {refused}");
    }

    #[test]
    fn a_change_of_the_format_can_end_undo() {
        let folder = tempfile::tempdir().unwrap();
        let (path, origin) = older_file(folder.path());
        let mut file = WorkspaceFile::open_with(&path, None, &later(true)).unwrap();
        let refused = file.undo(&origin).unwrap_err();
        assert!(matches!(refused, StoreError::Barrier { .. }), "{refused}");
        assert_eq!(file.read().unwrap().people.len(), 1);
    }

    #[test]
    fn a_failing_migration_leaves_the_older_file() {
        let folder = tempfile::tempdir().unwrap();
        let (path, _) = older_file(folder.path());
        let mut broken = later(false);
        broken[MIGRATIONS.len()].sql = "CREATE TABLE more (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);";
        assert!(WorkspaceFile::open_with(&path, None, &broken).is_err());
        assert!(WorkspaceFile::open(&path, None).unwrap().check().unwrap().is_clean());
    }
}
