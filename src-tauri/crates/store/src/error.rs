//! Why the store refused. Each message is a sentence for a person: what, where, and what to do.

use std::path::{Path, PathBuf};

use rusqlite::{Error as Sqlite, ErrorCode};

/// Why the store refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Nothing lies at the path.
    #[error("{} does not exist: check the name, or make a new workspace there", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// A folder.
    #[error("{} is a folder, not a workspace: choose a file that ends in .ecotone", path.display())]
    Directory {
        /// The path.
        path: PathBuf,
    },
    /// Something lies at the path of a new file.
    #[error("{} is already there: choose another name, or open it", path.display())]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// Another kind of file.
    #[error("{} is not an Ecotone workspace ({detail}): choose a file that was made by Ecotone", path.display())]
    NotAWorkspace {
        /// The path.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// Made by a newer program.
    #[error(
        "{} was made by a newer Ecotone (its format is {found}, this program knows up to {known}): \
         update Ecotone to open it; the file was left as it is",
        path.display()
    )]
    Newer {
        /// The path.
        path: PathBuf,
        /// The file's format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// Broken or altered.
    #[error("{} is damaged ({detail}) and was left as it is: {}", path.display(), backup_advice(backup.as_deref()))]
    Damaged {
        /// The path.
        path: PathBuf,
        /// What is broken.
        detail: String,
        /// The newest backup that opens, if the host keeps any.
        backup: Option<PathBuf>,
    },
    /// Open in another window or program.
    #[error("{} is open in another window or program: close it there first", path.display())]
    Held {
        /// The path.
        path: PathBuf,
    },
    /// Cannot be written.
    #[error("{} is write-protected: allow writing to it, or open a copy", path.display())]
    ReadOnly {
        /// The path.
        path: PathBuf,
    },
    /// The disk or the system refused.
    #[error("{} could not be read or written ({detail}): check the disk and the folder's permissions", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// An earlier write failed; nothing is written any more.
    #[error(
        "{} is no longer written, because the disk refused an earlier change: \
         save a copy elsewhere, then open that copy",
        path.display()
    )]
    Poisoned {
        /// The path.
        path: PathBuf,
    },
    /// No step left to take back.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// No undone step left.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The step lies before a change of the file's format, or its record is gone.
    #[error("'{sentence}' cannot be taken back: it was made before the file's format changed")]
    Barrier {
        /// The step.
        sentence: String,
    },
    /// The file no longer holds what the step left.
    #[error("'{sentence}' cannot be taken back, because the file no longer holds what it changed: nothing was changed")]
    UndoConflict {
        /// The step.
        sentence: String,
    },
    /// The organization that is us.
    #[error("the organization that is us cannot be deleted: choose another one as us first")]
    UsCannotBeDeleted,
    /// A kind, stage or metric that rows still name.
    #[error("'{key}' is still used ({}: {count}): give those another {noun} first", spoken(table))]
    InUse {
        /// What it is.
        noun: &'static str,
        /// Its key.
        key: String,
        /// Where it is used.
        table: &'static str,
        /// How often.
        count: i64,
    },
    /// No such row.
    #[error("there is no {} with the id {id}: it may have been deleted meanwhile", spoken(table))]
    Missing {
        /// The table.
        table: &'static str,
        /// The id.
        id: String,
    },
    /// There is such a row already.
    #[error("there is already {} with the id {id}: give the new one another id", with_article(table))]
    Duplicate {
        /// The table.
        table: &'static str,
        /// The id.
        id: String,
    },
    /// A row points to a row that is not there.
    #[error(
        "{} points to {} that is not in this workspace: add that first; nothing was changed",
        with_article(table),
        with_article(parent)
    )]
    Dangling {
        /// The pointing table.
        table: String,
        /// The table pointed to.
        parent: String,
    },
    /// A row breaks a rule of its table.
    #[error("{} was refused ({detail}): correct it and try again; nothing was changed", with_article(table))]
    Rule {
        /// The table.
        table: String,
        /// The rule.
        detail: String,
    },
    /// The file holds a value that no noun has.
    #[error("the table {table} holds {found} in {column} instead of {expected}: open a backup")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The column.
        column: String,
        /// What was found.
        found: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// The handle was closed.
    #[error("the workspace was closed: open it again")]
    Closed,
    /// A job on the file's thread broke off.
    #[error("the change broke off in the middle and was taken back: copy the details and report it")]
    Panicked,
    /// The database refused in a way that no caller tells apart.
    #[error("the workspace could not be read or changed ({0}): nothing was changed; try again or open a backup")]
    Database(#[from] Sqlite),
}

fn backup_advice(backup: Option<&Path>) -> String {
    match backup {
        Some(backup) => format!("open its newest good backup, {}, as a copy", backup.display()),
        None => "open a backup or an older copy".into(),
    }
}

/// A table's name as a person says it.
fn spoken(table: &str) -> String {
    table.replace('_', " ")
}

fn with_article(table: &str) -> String {
    let article = if table.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {}", spoken(table))
}

impl StoreError {
    /// What went wrong while opening or reading the file at `path`.
    pub(crate) fn at(path: &Path, error: Sqlite) -> Self {
        let path = path.to_owned();
        let Sqlite::SqliteFailure(failure, ref detail) = error else { return Self::Database(error) };
        let detail = detail.clone().unwrap_or_else(|| failure.to_string());
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Held { path },
            ErrorCode::NotADatabase => Self::NotAWorkspace { path, detail },
            ErrorCode::DatabaseCorrupt => Self::Damaged { path, detail, backup: None },
            ErrorCode::ReadOnly => Self::ReadOnly { path },
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::DiskFull | ErrorCode::PermissionDenied => {
                Self::Io { path, detail }
            }
            _ => Self::Database(error),
        }
    }

    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { path: path.to_owned() },
            std::io::ErrorKind::AlreadyExists => Self::Exists { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), detail: error.to_string() },
        }
    }

    /// What went wrong while writing the row `id` of `table`.
    pub(crate) fn from_write(table: &'static str, id: impl FnOnce() -> String, error: Sqlite) -> Self {
        const PRIMARY_KEY: i32 = rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY;
        match error {
            Sqlite::SqliteFailure(failure, _) if failure.extended_code == PRIMARY_KEY => {
                Self::Duplicate { table, id: id() }
            }
            Sqlite::SqliteFailure(failure, detail) if failure.code == ErrorCode::ConstraintViolation => {
                let detail = detail.unwrap_or_else(|| failure.to_string());
                // The rest is the constraint's name, which is written for a person.
                let detail = detail.strip_prefix("CHECK constraint failed: ").unwrap_or(&detail).to_owned();
                Self::Rule { table: table.into(), detail }
            }
            other => Self::Database(other),
        }
    }
}

/// Whether writing must stop after this error: the disk or the file can no longer be trusted.
pub(crate) fn is_fatal(error: &Sqlite) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::SystemIoFailure
                | ErrorCode::DiskFull
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
        )
    )
}
