//! Files that a window works on: opened by this program alone, named to the page by a handle.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use import::{Book, ImportError, Reading};

use super::refusal;
use crate::files::file_name;
use crate::{ErrorReply, Refusal, WindowId};

/// A file that waits for a person.
pub(crate) struct Kept {
    pub(crate) path: PathBuf,
    pub(crate) name: String,
    /// How it was read.
    pub(crate) reading: Reading,
    /// Its rows, or why it may have to be read in another way.
    pub(crate) book: Result<Arc<Book>, ImportError>,
}

impl Kept {
    /// Its rows.
    pub(crate) fn book(&self) -> Result<&Arc<Book>, ErrorReply> {
        self.book.as_ref().map_err(refusal)
    }
}

/// The files of all windows, by handle. A window has one at a time: an assistant is one.
#[derive(Default)]
pub(crate) struct Imports {
    kept: Mutex<BTreeMap<WindowId, (String, Arc<Kept>)>>,
    dropped: Mutex<BTreeMap<WindowId, PathBuf>>,
}

impl Imports {
    /// Keeps a file in place of the window's last.
    pub(crate) fn keep(&self, window: &WindowId, handle: String, kept: Kept) {
        self.lock().insert(window.clone(), (handle, Arc::new(kept)));
    }

    /// The file of a handle that this window was given.
    pub(crate) fn get(&self, window: &WindowId, handle: &str) -> Result<Arc<Kept>, ErrorReply> {
        let kept = self.lock();
        let own = kept.get(window).filter(|(own, _)| own == handle).map(|(_, kept)| kept.clone());
        own.ok_or_else(|| {
            ErrorReply::new(Refusal::BadRequest, "This file is no longer open for import: choose it again.")
        })
    }

    /// Forgets a window's file.
    pub(crate) fn forget(&self, window: &WindowId) {
        self.lock().remove(window);
        self.dropped(window);
    }

    /// A file was dropped on a window: it waits until the page opens it.
    pub(crate) fn keep_dropped(&self, window: &WindowId, path: PathBuf) {
        self.dropped.lock().unwrap_or_else(PoisonError::into_inner).insert(window.clone(), path);
    }

    /// The file that waits, which waits no longer.
    pub(crate) fn dropped(&self, window: &WindowId) -> Option<PathBuf> {
        self.dropped.lock().unwrap_or_else(PoisonError::into_inner).remove(window)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<WindowId, (String, Arc<Kept>)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file ready to be read.
pub(crate) struct Opened {
    pub(crate) file: File,
    pub(crate) name: String,
}

/// Opens a file to import. An open workspace is never opened this way, whatever the name it is reached by and whichever
/// window holds it: closing it would drop its lock.
pub(crate) fn open(path: &Path, workspaces: &[PathBuf]) -> Result<Opened, ErrorReply> {
    if let Some(workspace) = workspaces.iter().find(|workspace| same_file(path, workspace)) {
        return Err(ErrorReply::refused(format!(
            "{} is the open workspace {}: choose the table to import, for example a CSV file.",
            path.display(),
            file_name(workspace)
        )));
    }
    let cannot = |reason: &str, detail: String| ErrorReply {
        code: Refusal::Refused,
        message: format!("{} cannot be read: {reason}.", path.display()),
        detail,
    };
    let about = std::fs::metadata(path)
        .map_err(|error| cannot("no file of this name is there; check the name and the folder", error.to_string()))?;
    if !about.is_file() {
        return Err(cannot("it is no file; name a CSV file or a workbook", String::new()));
    }
    if about.len() > import::BYTES_MAX as u64 {
        let found = about.len().div_ceil(1024 * 1024);
        let most = import::BYTES_MAX / 1024 / 1024;
        return Err(cannot(&format!("it has {found} MB and {most} MB is the most; split it"), String::new()));
    }
    let file =
        File::open(path).map_err(|error| cannot("reading it failed; check its permissions", error.to_string()))?;
    Ok(Opened { file, name: file_name(path) })
}

/// One file under two names counts as one: a hard link has no other path in it.
#[cfg(unix)]
fn same_file(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |path: &Path| std::fs::metadata(path).map(|about| (about.dev(), about.ino()));
    matches!((place(a), place(b)), (Ok(a), Ok(b)) if a == b)
}

/// Asking for a file's index needs a handle of it, which is let go of before the workspace could miss its lock: locks of
/// this system belong to the handle that took them.
#[cfg(windows)]
fn same_file(a: &Path, b: &Path) -> bool {
    same_file::is_same_file(a, b).unwrap_or(false)
}

#[cfg(not(any(unix, windows)))]
fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By its own name, a link or a second name of the same file.
    #[test]
    fn a_workspace_is_never_opened_for_import() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["plan.ecotone", "other.ecotone", "table.csv"] {
            std::fs::write(at(name), "name\nAcme\n").unwrap();
        }
        std::fs::hard_link(at("other.ecotone"), at("hard.csv")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("plan.ecotone"), at("soft.csv")).unwrap();
        #[cfg(not(unix))]
        std::fs::hard_link(at("plan.ecotone"), at("soft.csv")).unwrap();
        let held = [at("plan.ecotone"), at("other.ecotone")];
        for (name, expect) in [
            ("plan.ecotone", Some("the open workspace plan.ecotone")),
            ("soft.csv", Some("the open workspace plan.ecotone")),
            ("hard.csv", Some("the open workspace other.ecotone")),
            ("none.csv", Some("no file of this name")),
            ("table.csv", None),
        ] {
            let refused = open(&at(name), &held).err().map(|error| error.message);
            assert_eq!(refused.is_some(), expect.is_some(), "{name}: {refused:?}");
            assert!(refused.unwrap_or_default().contains(expect.unwrap_or_default()), "{name}");
        }
    }
}
