//! The workspaces opened before. Paths stay on this side; the page holds opaque handles.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::files::{read_json, write_json};
use crate::open::OpenWorkspace;
use crate::wire::RecentWorkspace;
use crate::{App, ErrorReply};

/// How many are kept.
const RECENT_MAX: usize = 12;

/// The list as it is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Recent {
    pub(crate) hidden: bool,
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    handle: String,
    path: PathBuf,
    name: String,
    partners: u32,
    opened: String,
}

impl Recent {
    /// For the start screen and the menu, the latest first.
    pub(crate) fn views(&self) -> Vec<RecentWorkspace> {
        let view = |entry: &Entry| RecentWorkspace {
            handle: entry.handle.clone(),
            name: entry.name.clone(),
            file_name: crate::files::file_name(&entry.path),
            partners: entry.partners,
            opened: entry.opened.clone(),
            missing: !entry.path.exists(),
        };
        self.entries.iter().map(view).collect()
    }

    /// The file behind a handle.
    pub(crate) fn path(&self, handle: &str) -> Option<PathBuf> {
        self.entries.iter().find(|entry| entry.handle == handle).map(|entry| entry.path.clone())
    }

    pub(crate) fn remove(&mut self, handle: &str) {
        self.entries.retain(|entry| entry.handle != handle);
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}

impl App {
    pub(crate) fn recent(&self) -> Recent {
        read_json(&self.folders.config.join("recent.json"))
    }

    pub(crate) fn keep_recent(&self, recent: &Recent) -> Result<(), ErrorReply> {
        write_json(&self.folders.config.join("recent.json"), recent)
    }

    /// Puts a workspace at the head of the list.
    pub(crate) fn remember(&self, open: &OpenWorkspace) -> Result<(), ErrorReply> {
        let loaded = open.loaded(self.host.today())?;
        let path = open.path.canonicalize().unwrap_or_else(|_| open.path.clone());
        let mut recent = self.recent();
        recent.entries.retain(|entry| entry.path != path);
        recent.entries.insert(
            0,
            Entry {
                handle: self.host.new_id().to_string(),
                path,
                name: loaded.workspace.settings.name.to_string(),
                partners: u32::try_from(loaded.workspace.partners().count()).unwrap_or(u32::MAX),
                opened: self.host.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            },
        );
        recent.entries.truncate(RECENT_MAX);
        self.keep_recent(&recent)
    }
}
