//! What the next dialogs answer. A dialog with no answer left is as if the person turned away.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

#[derive(Default)]
pub struct Answers(Mutex<VecDeque<PathBuf>>);

impl Answers {
    /// Adds an answer behind the others.
    pub fn add(&self, path: PathBuf) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(path);
    }

    /// Takes the first answer.
    pub fn next(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}
