//! The workspace file: one SQLite database that is opened as hostile, changed in steps and never half written.
//!
//! Owns: the tables, migrations, steps with undo and history, backups and copies. Must not know: screens, commands, or
//! how a figure is worked out. It is the only crate that names SQLite.
//!
//! ```text
//! let handle = Handle::open(path, Some(policy))?;
//! handle.with(move |file| file.step(step, &origin, |edit| edit.insert(&organization)))??;
//! ```

mod backup;
mod changeset;
mod check;
mod compress;
mod connection;
mod copy;
mod create;
mod delete;
mod edit;
mod erase;
mod error;
mod field;
mod file;
mod handle;
mod hash;
mod history;
mod holder;
mod inspect;
mod migrate;
mod open;
mod place;
mod row;
mod scalar;
mod schema;
mod step;
mod tables;
mod thin;
mod trail;
mod undo;
mod whole;

pub use backup::{Backup, BackupPolicy, BackupReason, backups};
pub use changeset::Change;
pub use check::CheckReport;
pub use copy::restore_backup;
pub use create::BesideWorkspace;
pub use domain::ImportBatch;
pub use edit::Edit;
pub use erase::Erased;
pub use error::StoreError;
pub use file::WorkspaceFile;
pub use handle::Handle;
pub use history::{HistoryEntry, HistoryKind};
pub use row::Row;
pub use step::{Origin, Step};
