//! Files that a window works on: opened by this program alone, named to the page by a handle.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use import::{Book, Reading};

use crate::files::file_name;
use crate::{ErrorReply, Refusal, WindowId};

/// A file that was read and waits for a person.
pub(crate) struct Kept {
    pub(crate) path: PathBuf,
    pub(crate) name: String,
    /// How it was read.
    pub(crate) reading: Reading,
    pub(crate) book: Arc<Book>,
}

/// The files of all windows, by handle. A window has one at a time: an assistant is one.
#[derive(Default)]
pub(crate) struct Imports {
    kept: Mutex<BTreeMap<WindowId, (String, Arc<Kept>)>>,
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

/// Opens a file to import. The open workspace itself is never opened this way: closing it would drop its lock.
pub(crate) fn open(path: &Path, workspace: &Path) -> Result<Opened, ErrorReply> {
    let same = |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
    if same(path, workspace) {
        return Err(ErrorReply::refused(format!(
            "{} is the workspace itself: choose the table to import, for example a CSV file.",
            path.display()
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
