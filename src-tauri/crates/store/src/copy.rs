//! Copies of an open file, made on its own connection: nothing else may touch it meanwhile.

use std::path::{Path, PathBuf};

use domain::{Audience, ImportBatch};
use rusqlite::{
    Connection,
    types::{ToSqlOutput, ValueRef},
};

use crate::{
    StoreError, WorkspaceFile, connection,
    create::{self, BesideWorkspace},
    holder::{Holder, real_path},
    migrate::MIGRATIONS,
    open::look,
    place::Beside,
};

impl WorkspaceFile {
    /// A whole copy with its history. It works even after writing was stopped. Replaces a file that stands at `to`,
    /// unless that is open somewhere.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        refuse_open(to)?;
        write(&self.connection, to, true)
    }

    /// A copy for an audience: what [`domain::Workspace::seen_by`] leaves, with no history, no author and no source rows of
    /// imports. The file is written anew, so that nothing can be left over in free pages or unused columns. Replaces a file
    /// that stands at `to`, unless that is open somewhere.
    pub fn hand_over(&self, to: &Path, audience: Audience) -> Result<(), StoreError> {
        refuse_open(to)?;
        let without_rows = |batch| ImportBatch { rows: Vec::new(), ..batch };
        let beside_it =
            BesideWorkspace { batches: self.all()?.into_iter().map(without_rows).collect(), logos: self.all()? };
        create::write(to, true, &self.read()?.seen_by(audience), &beside_it, None, MIGRATIONS)
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

/// Copies to `to` by way of a file beside it, which is checked before it gets its name.
pub(crate) fn write(connection: &Connection, to: &Path, replace: bool) -> Result<(), StoreError> {
    let at = |error| StoreError::at(to, error);
    let beside = Beside::new(to)?;
    // Names need not be text; SQLite takes the bytes as they are.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(beside.path().as_os_str().as_encoded_bytes()));
    connection.execute("VACUUM INTO ?1", [name]).map_err(at)?;
    look(beside.path(), MIGRATIONS)?;
    beside.put(replace)
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
