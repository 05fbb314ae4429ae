//! Which files this process holds open. On Unix, closing any file handle drops all of a process's locks on that file,
//! so nothing here may touch a workspace with `std::fs` while SQLite has it open.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use crate::StoreError;

static OPEN: Mutex<Vec<Identity>> = Mutex::new(Vec::new());

/// The claim on one file, given back when dropped.
#[derive(Debug)]
pub(crate) struct Holder {
    identity: Identity,
}

impl Holder {
    /// Refuses a file that this process has open already.
    pub(crate) fn claim(path: &Path) -> Result<Self, StoreError> {
        let identity = identity(path)?;
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if open.contains(&identity) {
            return Err(StoreError::Held { path: path.to_owned() });
        }
        let claim = Self { identity: identity.to_owned() };
        open.push(identity);
        Ok(claim)
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).retain(|open| *open != self.identity);
    }
}

/// The path that SQLite puts its journal beside: without symbolic links. (Windows's canonical paths have a prefix that
/// not every program takes, and SQLite follows no links there.)
pub(crate) fn real_path(path: &Path) -> Result<PathBuf, StoreError> {
    let real = if cfg!(windows) { std::path::absolute(path) } else { std::fs::canonicalize(path) };
    real.map_err(|error| StoreError::io(path, &error))
}

#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Result<Identity, StoreError> {
    use std::os::unix::fs::MetadataExt;
    let metadata = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
    Ok((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(not(unix))]
fn identity(path: &Path) -> Result<Identity, StoreError> {
    std::fs::canonicalize(path).map_err(|error| StoreError::io(path, &error))
}
