//! What a window has just written, so that its page can ask to see it without ever knowing where it lies.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::files::file_name;
use crate::wire::{FileWritten, FolderWritten};
use crate::{App, ErrorReply, Refusal, WindowId};

/// How many files of all windows are remembered.
const KEPT: usize = 100;

/// Files and folders by token, the oldest first.
#[derive(Default)]
pub(crate) struct Written(Mutex<VecDeque<(WindowId, String, PathBuf)>>);

impl Written {
    fn keep(&self, window: &WindowId, token: &str, path: &Path) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back((window.clone(), token.to_owned(), path.to_owned()));
    }

    fn find(&self, window: &WindowId, token: &str) -> Option<PathBuf> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(of, own, _)| of == window && own == token).map(|(_, _, path)| path.clone())
    }
}

impl App {
    /// What to say of a file that `window` has just written.
    pub(crate) fn written(&self, window: &WindowId, path: &Path) -> Result<FileWritten, ErrorReply> {
        let about = std::fs::metadata(path).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
        Ok(FileWritten { file_name: file_name(path), bytes: about.len(), token: self.remember_written(window, path) })
    }

    /// What to say of a folder that `window` has just written `files` into.
    pub(crate) fn folder_written(&self, window: &WindowId, path: &Path, files: u32) -> FolderWritten {
        FolderWritten { folder_name: file_name(path), files, token: self.remember_written(window, path) }
    }

    fn remember_written(&self, window: &WindowId, path: &Path) -> String {
        let token = self.host.new_id().to_string();
        self.written.keep(window, &token, path);
        token
    }

    /// Where that lies, as long as it is there.
    pub(crate) fn find_written(&self, window: &WindowId, token: &str) -> Result<PathBuf, ErrorReply> {
        let path = self.written.find(window, token);
        let path = path.ok_or_else(|| ErrorReply::refused("This file was written long ago: look for it yourself."))?;
        if path.exists() {
            return Ok(path);
        }
        let name = file_name(&path);
        Err(ErrorReply::refused(format!("{name} is no longer where it was written: export it again.")))
    }
}
