//! Everything a host can ask of Ecotone: open workspaces, the command table, events and errors.
//!
//! Owns: which window works on which workspace, what each command does with the crates below, and the shapes that
//! travel to the page. Must not know: Tauri, dialogs, SQL or the page. The window, the command line and the test host
//! all sit on this crate.

#![allow(clippy::wildcard_imports, reason = "`wire` holds nothing but the shapes of the command table")]

mod app;
mod arranged;
mod bindings;
pub mod commands;
mod compared;
mod differing;
mod document_fields;
mod document_options;
mod earlier;
mod error;
mod event;
mod exchange;
mod files;
mod folder;
pub mod graph;
mod holding;
mod host;
mod importing;
mod jobs;
mod landing;
mod listing;
mod loaded;
mod measured;
mod named;
mod open;
mod preferences;
mod recent;
#[cfg(test)]
mod rehearsal;
pub mod series;
mod stopwatch;
mod variance;
pub mod wire;
mod written;

pub use app::{App, Reply, WindowId};
pub use bindings::bindings;
pub use document_fields::section_kinds;
pub use domain::Audience;
pub use error::{ErrorReply, Refusal};
pub use event::{Event, Tag};
pub use exchange::NewFile;
pub use host::{FileKind, Folders, Host};
pub use importing::{ImportFile, Imported, answer_as_reader};
pub use listing::{Listed, Listing};
pub use picture::Theme;
pub use store::CheckReport;
