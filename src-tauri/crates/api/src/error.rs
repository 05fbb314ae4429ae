//! One shape for everything that can go wrong, and the table from each crate's errors to it.

use serde::Serialize;
use ts_rs::TS;

/// An error as a host shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct ErrorReply {
    /// For programs; see [`Refusal`].
    pub code: Refusal,
    /// A sentence for a person that says what to do.
    pub message: String,
    /// The chain of causes, behind "Copy details".
    pub detail: String,
}

/// Why something was refused, as far as somebody decides by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The request itself was wrong: the page and the program do not fit together.
    BadRequest,
    /// No workspace is open in this window: show the start screen.
    NoWorkspace,
    /// The file is held by another window or program.
    Held,
    /// The file is damaged; the message names the newest good backup.
    Damaged,
    /// Nothing to undo or redo.
    NothingToUndo,
    /// A node was dropped outside the zone of its character: it springs back.
    OutsideZone,
    /// The person cancelled.
    Cancelled,
    /// Writing failed: what is on the screen is not in the file.
    NotWritten,
    /// Anything else: the message says it.
    Refused,
}

impl ErrorReply {
    /// A refusal in words, without a deeper cause.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Refusal::Refused, message)
    }

    /// A refusal with a code.
    pub fn new(code: Refusal, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), detail: String::new() }
    }

    /// A refusal made from an error: its sentence, and its chain of causes as the detail.
    pub fn from_error(code: Refusal, error: &(dyn std::error::Error + 'static)) -> Self {
        let causes = std::iter::successors(error.source(), |cause| cause.source());
        let detail = causes.map(ToString::to_string).collect::<Vec<_>>().join("\n");
        Self { code, message: error.to_string(), detail }
    }
}
