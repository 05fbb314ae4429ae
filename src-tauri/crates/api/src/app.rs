//! The open workspaces and the windows that show them.

use std::path::Path;

use crate::{ErrorReply, Event, Folders, Host};

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
    host: Box<dyn Host>,
    folders: Folders,
}

impl App {
    /// A running program inside `host`.
    pub fn new(host: Box<dyn Host>, folders: Folders) -> Self {
        Self { host, folders }
    }

    /// Runs the command `name` for `window`. Blocks: call it off the main thread.
    pub fn call(&self, window: &WindowId, name: &str, payload: &[u8]) -> Result<Reply, ErrorReply> {
        crate::commands::dispatch(self, window, name, payload)
    }

    /// Opens a file that the system handed over (an argument, a drop, a double-click) in `window`.
    pub fn open_path(&self, _window: &WindowId, _path: &Path) -> Result<(), ErrorReply> {
        Ok(())
    }

    /// Forgets a closed window; its workspace closes with it.
    pub fn close_window(&self, _window: &WindowId) {}
}
