//! The workspace file: one SQLite database that is opened as hostile, changed in steps and never half written.
//!
//! Owns: the tables, migrations, steps with undo and history, backups and copies. Must not know: screens, commands or
//! how a figure is worked out. It is the only crate that names SQLite.
//!
//! ```text
//! let handle = Handle::open(path, policy)?;                       // one thread, one connection
//! handle.with(move |file| file.step(step, &origin, |edit| edit.insert(&organization)))??;
//! ```
//!
//! Signatures first: bodies follow.

#![allow(unused_variables, clippy::unimplemented, clippy::needless_pass_by_value, clippy::unused_self, reason = "signatures first")]

use std::path::{Path, PathBuf};

use domain::*;
use jiff::Timestamp;

/// Why the store refused. Each message is a sentence for a person.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "signatures first")]
pub enum StoreError {
    #[error("{path} does not exist")]
    NotFound { path: PathBuf },
    #[error("{path} is a folder")]
    Directory { path: PathBuf },
    #[error("{path} exists")]
    Exists { path: PathBuf },
    #[error("{path} is not a workspace")]
    NotAWorkspace { path: PathBuf, detail: String },
    #[error("{path} was made by a newer Ecotone")]
    Newer { path: PathBuf, found: i64, known: i64 },
    #[error("{path} is damaged")]
    Damaged { path: PathBuf, detail: String, backup: Option<PathBuf> },
    #[error("{path} is open elsewhere")]
    Held { path: PathBuf },
    #[error("{path} is write-protected")]
    ReadOnly { path: PathBuf },
    #[error("{path}: {detail}")]
    Io { path: PathBuf, detail: String },
    #[error("stopped writing")]
    Poisoned { path: PathBuf },
    #[error("there is nothing to undo")]
    NothingToUndo,
    #[error("there is nothing to redo")]
    NothingToRedo,
    #[error("{sentence} cannot be undone")]
    CannotUndo { sentence: String },
    #[error("us cannot be deleted")]
    UsCannotBeDeleted,
    #[error("{what} is in use")]
    InUse { what: String, count: u64 },
    #[error("not there")]
    Missing { table: &'static str, id: String },
    #[error("twice")]
    Duplicate { table: &'static str, id: String },
    #[error("dangling")]
    Dangling { table: String, parent: String },
    #[error("closed")]
    Closed,
}

/// Who makes a change, and when.
#[derive(Debug, Clone)]
pub struct Origin {
    /// From the settings; empty by default.
    pub author: String,
    /// The host's clock.
    pub now: Timestamp,
}

/// What a step is called in the history.
#[derive(Debug, Clone)]
pub struct Step {
    /// The command's name.
    pub command: String,
    /// What it was asked.
    pub args: serde_json::Value,
    /// "Added partner Acme".
    pub sentence: String,
}

/// A row of a table: every noun of [`Workspace`], [`Settings`] (id `()`) and [`ImportBatch`].
pub trait Row: Sized {
    /// What names one row: an id newtype, a [`Key`] for vocabulary, a pair for placements and motion partners.
    type Id;
}

macro_rules! rows { ($($noun:ty: $id:ty;)*) => {$(impl Row for $noun { type Id = $id; })*} }
rows! {
    Settings: (); OrganizationKind: Key; RelationshipKind: Key; MotionKind: Key; Stage: Key; Metric: Key;
    Organization: OrganizationId; Relationship: RelationshipId; ValueExchange: ValueExchangeId; Signal: SignalId;
    Overrule: OverruleId; Person: PersonId; Contact: ContactId; Account: AccountId; Deal: DealId; Touch: TouchId;
    Motion: MotionId; MotionPartner: (MotionId, OrganizationId); Task: TaskId; Milestone: MilestoneId;
    Dependency: DependencyId; BudgetLine: BudgetLineId; Fund: FundId; Projection: ProjectionId; Actual: ActualId;
    Scenario: ScenarioId; ScenarioDifference: ScenarioDifferenceId; LockedPlan: LockedPlanId; View: ViewId;
    Placement: (ViewId, OrganizationId); Scene: SceneId; PlanDocument: PlanDocumentId; ImportBatch: ImportBatchId;
}

/// One imported file, with its source rows kept beside what they became.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportBatch {
    /// Its id.
    pub id: ImportBatchId,
    /// The file's name, without its folder.
    pub file_name: String,
    /// What it was imported as: `organizations`, `relationships`, `actuals`.
    pub kind: String,
    /// When.
    pub time: Timestamp,
    /// The source rows as JSON; the store compresses them.
    pub rows: Vec<u8>,
}

/// The inside of a step: everything that can be changed.
pub struct Edit<'a> {
    connection: &'a std::marker::PhantomData<()>,
}

impl Edit<'_> {
    /// Adds a row.
    pub fn insert<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// Replaces the row with the same id; only columns that differ reach the history.
    pub fn update<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// Replaces the row with the same id, or adds it.
    pub fn put<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// Removes a row and everything that belongs to it: `edit.delete::<Organization>(&id)`.
    pub fn delete<R: Row>(&self, id: &R::Id) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// One row as it is now, inside the step.
    pub fn get<R: Row>(&self, id: &R::Id) -> Result<Option<R>, StoreError> {
        unimplemented!()
    }
    /// All rows of a table in their order, as they are now, inside the step.
    pub fn all<R: Row>(&self) -> Result<Vec<R>, StoreError> {
        unimplemented!()
    }
    /// Replaces the step's sentence when it is known only at the end ("Imported 2,164 organizations").
    pub fn say(&mut self, sentence: impl Into<String>) {
        unimplemented!()
    }
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "signatures first")]
pub struct HistoryEntry {
    pub seq: i64,
    pub kind: HistoryKind,
    pub target_seq: Option<i64>,
    pub command: String,
    pub args: String,
    pub sentence: String,
    pub author: String,
    pub time: Timestamp,
}

/// What a line of the history is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum HistoryKind {
    Do,
    Undo,
    Redo,
}

/// A row that the last step, undo or redo touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table's name.
    pub table: String,
    /// The row's id, as text (pairs joined by `/`).
    pub id: String,
}

/// Where backups go: a folder that the host gives.
#[derive(Debug, Clone)]
pub struct BackupPolicy {
    /// A folder of this program in the user's data folder. Each workspace gets its own folder inside.
    pub folder: PathBuf,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BackupReason {
    Close,
    Timer,
    Import,
    Merge,
    Migration,
}

/// What `ecotone check` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Sentences; none when the file is clean.
    pub findings: Vec<String>,
    /// Rows by table, in the order of the schema.
    pub rows: Vec<(String, u64)>,
    /// Lines of the history.
    pub history: u64,
    /// The file's `user_version`.
    pub schema_version: i64,
}

/// An open workspace file. One holder at a time: no other process and no second handle can open it.
pub struct WorkspaceFile {}

impl WorkspaceFile {
    /// Makes a new file that holds `workspace`. Refuses an existing path; never leaves half a file.
    pub fn create(path: &Path, workspace: &Workspace, origin: &Origin, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        unimplemented!()
    }
    /// Opens a file as hostile.
    pub fn open(path: &Path, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        unimplemented!()
    }
    /// The file.
    pub fn path(&self) -> &Path {
        unimplemented!()
    }
    /// The whole workspace as plain values.
    pub fn read(&self) -> Result<Workspace, StoreError> {
        unimplemented!()
    }
    /// One row.
    pub fn get<R: Row>(&self, id: &R::Id) -> Result<Option<R>, StoreError> {
        unimplemented!()
    }
    /// All rows of a table in their order.
    pub fn all<R: Row>(&self) -> Result<Vec<R>, StoreError> {
        unimplemented!()
    }
    /// One transaction: the change and its line of history. When `change` fails or changes nothing, nothing is kept.
    pub fn step<T, E: From<StoreError>>(
        &mut self,
        step: Step,
        origin: &Origin,
        change: impl FnOnce(&mut Edit<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        unimplemented!()
    }
    /// Takes the last step back, as a step of its own; answers with its sentence.
    pub fn undo(&mut self, origin: &Origin) -> Result<String, StoreError> {
        unimplemented!()
    }
    /// Brings the last undone step back; answers with its sentence.
    pub fn redo(&mut self, origin: &Origin) -> Result<String, StoreError> {
        unimplemented!()
    }
    /// The sentence of the step that undo would take back.
    pub fn can_undo(&self) -> Option<String> {
        unimplemented!()
    }
    /// The sentence of the step that redo would bring back.
    pub fn can_redo(&self) -> Option<String> {
        unimplemented!()
    }
    /// The history, newest last.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, StoreError> {
        unimplemented!()
    }
    /// What the last step, undo or redo touched.
    pub fn changes(&self) -> &[Change] {
        unimplemented!()
    }
    /// BLAKE3 over all content, without the history, as hex.
    pub fn content_hash(&self) -> Result<String, StoreError> {
        unimplemented!()
    }
    /// The full check.
    pub fn check(&self) -> Result<CheckReport, StoreError> {
        unimplemented!()
    }
    /// Makes a verified backup now; `None` when the host gave no folder.
    pub fn backup_now(&mut self, reason: BackupReason, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        unimplemented!()
    }
    /// Makes a backup when the file changed and ten minutes have passed since the last ([`Handle`] calls it by itself).
    pub fn backup_if_due(&mut self, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        unimplemented!()
    }
    /// A whole copy, history included; replaces a file that stands at `to` unless it is open.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// A copy for an audience: no history, no author, nothing that a narrower audience alone may see.
    pub fn hand_over(&self, to: &Path, audience: Audience) -> Result<(), StoreError> {
        unimplemented!()
    }
    /// Backs up if changed and lets go of the file.
    pub fn close(self, now: Timestamp) -> Result<(), StoreError> {
        unimplemented!()
    }
}

/// A workspace file on a thread of its own. Clones share it; dropping the last one closes the file.
#[derive(Clone)]
pub struct Handle {}

impl Handle {
    /// [`WorkspaceFile::open`] on a new thread.
    pub fn open(path: &Path, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        unimplemented!()
    }
    /// [`WorkspaceFile::create`] on a new thread.
    pub fn create(path: &Path, workspace: Workspace, origin: Origin, backups: Option<BackupPolicy>) -> Result<Self, StoreError> {
        unimplemented!()
    }
    /// Runs `job` on the file's thread and waits for its answer. [`StoreError::Closed`] after [`Self::close`].
    pub fn with<R: Send + 'static>(&self, job: impl FnOnce(&mut WorkspaceFile) -> R + Send + 'static) -> Result<R, StoreError> {
        unimplemented!()
    }
    /// Closes the file now, for all clones.
    pub fn close(&self) -> Result<(), StoreError> {
        unimplemented!()
    }
}
