//! Putting a finished file in its place: written beside it, flushed, renamed. Nobody ever sees half of it.

use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
};

use tempfile::TempPath;

use crate::StoreError;

/// An empty file beside its later place, removed unless it is put there.
pub(crate) struct Beside {
    temporary: TempPath,
    place: PathBuf,
}

impl Beside {
    pub(crate) fn new(place: &Path) -> Result<Self, StoreError> {
        let place = std::path::absolute(place).map_err(|error| StoreError::io(place, &error))?;
        if place.is_dir() {
            return Err(StoreError::Directory { path: place });
        }
        refuse_leftovers(&place)?;
        let folder = folder_of(&place);
        if !folder.is_dir() {
            return Err(StoreError::NotFound { path: folder.to_owned() });
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".ecotone-").suffix(".new");
        allow_as_usual(&mut builder);
        let file = builder.tempfile_in(folder).map_err(|error| StoreError::io(&place, &error))?;
        Ok(Self { temporary: file.into_temp_path(), place })
    }

    /// Where to write. Whoever opens it must have closed it before [`Self::put`].
    pub(crate) fn path(&self) -> &Path {
        &self.temporary
    }

    /// Flushes it and gives it its name.
    pub(crate) fn put(self, replace: bool) -> Result<(), StoreError> {
        let Self { temporary, place } = self;
        let io = |error: std::io::Error| StoreError::io(&place, &error);
        OpenOptions::new().read(true).write(true).open(&temporary).and_then(|file| file.sync_all()).map_err(io)?;
        if replace { temporary.persist(&place) } else { temporary.persist_noclobber(&place) }
            .map_err(|error| io(error.error))?;
        flush_folder(folder_of(&place)).map_err(io)
    }
}

/// A journal that outlived its file would be rolled back into the new one.
fn refuse_leftovers(place: &Path) -> Result<(), StoreError> {
    for suffix in ["-journal", "-wal"] {
        let mut name = std::ffi::OsString::from(place);
        name.push(suffix);
        if std::fs::symlink_metadata(&name).is_ok() {
            return Err(StoreError::Exists { path: name.into() });
        }
    }
    Ok(())
}

fn folder_of(place: &Path) -> &Path {
    place.parent().unwrap_or(place)
}

/// Temporary files are private by default; a workspace is shared as the user's other files are.
#[cfg(unix)]
fn allow_as_usual(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn allow_as_usual(_: &mut tempfile::Builder<'_, '_>) {}

/// A new name is on the disk only when its folder is.
#[cfg(unix)]
fn flush_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn flush_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}
