//! The open workspaces and the windows that show them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use store::{Change, Edit, Origin, Step, StoreError};

use crate::importing::Imports;
use crate::jobs::Jobs;
use crate::loaded::Loaded;
use crate::open::OpenWorkspace;
use crate::written::Written;
use crate::{ErrorReply, Event, Folders, Host, Refusal, Tag, holding};

/// A window's name. The command line and the test host have one each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WindowId(pub String);

/// The answer to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A JSON value.
    Json(Vec<u8>),
    /// Raw bytes, such as a PNG.
    Bytes(Vec<u8>),
}

/// Everything the program keeps while it runs.
pub struct App {
    pub(crate) host: Box<dyn Host>,
    pub(crate) folders: Folders,
    pub(crate) jobs: Jobs,
    pub(crate) imports: Imports,
    pub(crate) written: Written,
    windows: Mutex<BTreeMap<WindowId, Arc<OpenWorkspace>>>,
    writing: Mutex<()>,
}

/// Above this many changed rows, an event names the tables only.
const TAGS_MAX: usize = 50;

impl App {
    /// A running program inside `host`.
    pub fn new(host: Box<dyn Host>, folders: Folders) -> Self {
        Self {
            host,
            folders,
            jobs: Jobs::default(),
            imports: Imports::default(),
            written: Written::default(),
            windows: Mutex::default(),
            writing: Mutex::default(),
        }
    }

    /// Runs the command `name` for `window`. Blocks: call it off the main thread.
    pub fn call(&self, window: &WindowId, name: &str, payload: &[u8]) -> Result<Reply, ErrorReply> {
        crate::commands::dispatch(self, window, name, payload)
    }

    /// Opens a file that the system handed over (an argument, a drop, a double-click) in `window`.
    pub fn open_path(&self, window: &WindowId, path: &Path) -> Result<(), ErrorReply> {
        let open = self.find_open(path).map_or_else(|| self.open_file(path), Ok)?;
        self.bind(window, open);
        Ok(())
    }

    /// Forgets a closed window and the file it was importing; its workspace closes with it unless another window shows it.
    pub fn close_window(&self, window: &WindowId) {
        self.imports.forget(window);
        let closed = self.lock().remove(window);
        if let Some(open) = closed
            && Arc::strong_count(&open) == 1
        {
            open.close();
        }
    }

    /// The workspace of a window.
    pub(crate) fn open_in(&self, window: &WindowId) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        self.find(window).ok_or_else(|| {
            ErrorReply::new(Refusal::NoWorkspace, "No workspace is open in this window: open or make one first.")
        })
    }

    /// The workspace of a window, if it has one.
    pub(crate) fn find(&self, window: &WindowId) -> Option<Arc<OpenWorkspace>> {
        self.lock().get(window).cloned()
    }

    /// The workspace of a window as plain values, with what is worked out from them.
    pub(crate) fn loaded(&self, window: &WindowId) -> Result<Arc<Loaded>, ErrorReply> {
        self.open_in(window)?.loaded(self.host.today())
    }

    /// Shows `open` in `window` and lets go of what was shown there.
    pub(crate) fn bind(&self, window: &WindowId, open: Arc<OpenWorkspace>) {
        self.close_window(window);
        self.lock().insert(window.clone(), open);
        self.host.emit(Some(window), &Event::WorkspaceSwitched);
    }

    /// One step: `change` in one transaction with its line of history, then every window is told.
    pub(crate) fn step<T: Send + 'static>(
        &self,
        window: &WindowId,
        step: Step,
        change: impl FnOnce(&mut Edit<'_>) -> Result<T, ErrorReply> + Send + 'static,
    ) -> Result<T, ErrorReply> {
        let (origin, before) = (self.origin(), self.loaded(window)?);
        self.write(window, move |file| {
            file.step(step, &origin, |edit| {
                let answer = change(edit)?;
                holding::hold(edit, &before)?;
                Ok(answer)
            })
        })
    }

    /// Runs `job` on the file of a window and tells every window what changed.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        window: &WindowId,
        job: impl FnOnce(&mut store::WorkspaceFile) -> Result<T, ErrorReply> + Send + 'static,
    ) -> Result<T, ErrorReply> {
        let open = self.open_in(window)?;
        let (answer, changes) = open.handle.with(move |file| {
            let answer = job(file);
            let changes = if answer.is_ok() { file.changes().to_vec() } else { Vec::new() };
            (answer, changes)
        })?;
        if answer.is_ok() {
            let only_documents = !changes.is_empty() && changes.iter().all(|change| change.table == "plan_document");
            open.forget(only_documents);
            self.host.emit(None, &Event::Changed { tags: tags(&changes) });
        }
        answer
    }

    /// Held while a command reads what is there and writes what shall be, so that no two changes overlap.
    pub(crate) fn write_turn(&self) -> std::sync::MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who makes a change now.
    pub(crate) fn origin(&self) -> Origin {
        Origin { author: self.preferences().author, now: self.host.now() }
    }

    /// The files of all open workspaces.
    pub(crate) fn open_paths(&self) -> Vec<std::path::PathBuf> {
        self.lock().values().map(|open| open.path.clone()).collect()
    }

    fn find_open(&self, path: &Path) -> Option<Arc<OpenWorkspace>> {
        let path = path.canonicalize().ok()?;
        self.lock().values().find(|open| open.path.canonicalize().is_ok_and(|other| other == path)).cloned()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<WindowId, Arc<OpenWorkspace>>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tags(changes: &[Change]) -> Vec<Tag> {
    if changes.len() <= TAGS_MAX {
        return changes.iter().map(|c| Tag { table: c.table.clone(), id: Some(c.id.clone()) }).collect();
    }
    let tables: std::collections::BTreeSet<&str> = changes.iter().map(|c| c.table.as_str()).collect();
    tables.into_iter().map(Tag::table).collect()
}

impl From<StoreError> for ErrorReply {
    fn from(error: StoreError) -> Self {
        let code = match error {
            StoreError::Held { .. } => Refusal::Held,
            StoreError::Damaged { .. } => Refusal::Damaged,
            StoreError::NothingToUndo | StoreError::NothingToRedo => Refusal::NothingToUndo,
            StoreError::Poisoned { .. } | StoreError::Io { .. } => Refusal::NotWritten,
            _ => Refusal::Refused,
        };
        Self::from_error(code, &error)
    }
}
