//! One open workspace: its file, the chosen scenario, and what was last read and arranged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Date, OrganizationId, ScenarioId, Workspace};
use store::{BackupPolicy, Handle};

use crate::loaded::Loaded;
use crate::{App, ErrorReply};

/// An open workspace. Windows that show the same file share it.
pub(crate) struct OpenWorkspace {
    pub(crate) path: PathBuf,
    pub(crate) handle: Handle,
    scenario: Mutex<Option<ScenarioId>>,
    loaded: Mutex<Option<Arc<Loaded>>>,
    /// Where the map's nodes lay last, so that one more partner moves the others as little as possible.
    places: Mutex<BTreeMap<OrganizationId, (f64, f64)>>,
}

impl OpenWorkspace {
    fn new(path: &Path, handle: Handle) -> Arc<Self> {
        Arc::new(Self {
            path: path.to_owned(),
            handle,
            scenario: Mutex::default(),
            loaded: Mutex::default(),
            places: Mutex::default(),
        })
    }

    /// What the file holds now, read once between two changes.
    pub(crate) fn loaded(&self, today: Date) -> Result<Arc<Loaded>, ErrorReply> {
        let scenario = self.scenario();
        let mut kept = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = kept.as_ref().filter(|loaded| loaded.scenario == scenario && loaded.today == today) {
            return Ok(loaded.clone());
        }
        let (workspace, undo, redo) = self.handle.with(|file| (file.read(), file.can_undo(), file.can_redo()))?;
        let loaded = Arc::new(Loaded::new(workspace?, scenario, today, undo, redo));
        *kept = Some(loaded.clone());
        Ok(loaded)
    }

    /// Forgets what was read: the file has changed.
    pub(crate) fn forget(&self) {
        *self.loaded.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn scenario(&self) -> Option<ScenarioId> {
        *self.scenario.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn choose_scenario(&self, scenario: Option<ScenarioId>) {
        *self.scenario.lock().unwrap_or_else(PoisonError::into_inner) = scenario;
    }

    pub(crate) fn places(&self) -> BTreeMap<OrganizationId, (f64, f64)> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn keep_places(&self, places: BTreeMap<OrganizationId, (f64, f64)>) {
        *self.places.lock().unwrap_or_else(PoisonError::into_inner) = places;
    }

    /// The file's name without its folder.
    pub(crate) fn file_name(&self) -> String {
        crate::files::file_name(&self.path)
    }

    /// Closes the file; what cannot be written any more is lost to nobody, since each step was.
    pub(crate) fn close(&self) {
        let _closed = self.handle.close();
    }
}

impl App {
    pub(crate) fn open_file(&self, path: &Path) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        let open = OpenWorkspace::new(path, Handle::open(path, Some(self.backups()))?);
        self.remember(&open)?;
        Ok(open)
    }

    pub(crate) fn create_file(&self, path: &Path, workspace: Workspace) -> Result<Arc<OpenWorkspace>, ErrorReply> {
        let handle = Handle::create(path, workspace, self.origin(), Some(self.backups()))?;
        let open = OpenWorkspace::new(path, handle);
        self.remember(&open)?;
        Ok(open)
    }

    fn backups(&self) -> BackupPolicy {
        BackupPolicy { folder: self.folders.data.join("backups") }
    }
}
