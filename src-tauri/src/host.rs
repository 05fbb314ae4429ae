//! The desktop as `api` sees it: dialogs, events, the clock.
//!
//! Owns: the `Host` of the window program. Must not know: what is asked for and why.

use std::path::{Path, PathBuf};

use api::{Event, FileKind, Host, WindowId};
use tauri::{AppHandle, Emitter};

use crate::{dialogs, recent};

/// The event under which every [`Event`] reaches the page.
const EVENT: &str = "ecotone";

/// The running desktop program.
pub struct Desktop {
    handle: AppHandle,
}

impl Desktop {
    /// The host of this program.
    pub fn new(handle: AppHandle) -> Self {
        Self { handle }
    }
}

impl Host for Desktop {
    fn ask_open(&self, window: &WindowId, kind: FileKind) -> Option<PathBuf> {
        dialogs::ask_open(&self.handle, window, kind)
    }

    fn ask_save(&self, window: &WindowId, kind: FileKind, suggested: &str) -> Option<PathBuf> {
        dialogs::ask_save(&self.handle, window, kind, suggested)
    }

    fn ask_folder(&self, window: &WindowId) -> Option<PathBuf> {
        dialogs::ask_folder(&self.handle, window)
    }

    fn open_file(&self, path: &Path) -> std::io::Result<()> {
        opener::open(path).map_err(std::io::Error::other)
    }

    fn show_file(&self, path: &Path) -> std::io::Result<()> {
        opener::reveal(path).map_err(std::io::Error::other)
    }

    fn emit(&self, window: Option<&WindowId>, event: &Event) {
        emit(&self.handle, window, event);
        if let (Some(window), Event::WorkspaceSwitched) = (window, event) {
            recent::refresh(&self.handle, window);
        }
    }

    fn today(&self) -> domain::Date {
        #[cfg(feature = "answers")]
        if let Some(day) = crate::answers::today() {
            return day;
        }
        jiff::Zoned::now().date()
    }

    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }

    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

/// Brings an event to one window, or to all. A window that just closed misses nothing.
pub fn emit(handle: &AppHandle, window: Option<&WindowId>, event: &Event) {
    let sent = match window {
        Some(WindowId(label)) => handle.emit_to(label.as_str(), EVENT, event),
        None => handle.emit(EVENT, event),
    };
    if let Err(error) = sent {
        eprintln!("ecotone-desktop: an event did not reach the page: {error}");
    }
}
