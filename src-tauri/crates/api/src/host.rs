//! What only a host can do: ask a person for a file, tell the time, reach the windows.

use std::path::{Path, PathBuf};

use crate::{Event, WindowId};

/// The program around [`crate::App`]: the desktop shell, the command line or the test host.
pub trait Host: Send + Sync {
    /// Asks for an existing file; none when the person turned away.
    fn ask_open(&self, window: &WindowId, kind: FileKind) -> Option<PathBuf>;

    /// Asks where to write a file, with a name to begin with; none when the person turned away.
    fn ask_save(&self, window: &WindowId, kind: FileKind, suggested: &str) -> Option<PathBuf>;

    /// Asks for a folder to write into; none when the person turned away.
    fn ask_folder(&self, window: &WindowId) -> Option<PathBuf>;

    /// Opens a file or folder with the program that this computer has for it. A host without a screen cannot.
    fn open_file(&self, _: &Path) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }

    /// Shows a file or folder in this computer's file manager. A host without a screen cannot.
    fn show_file(&self, _: &Path) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }

    /// Brings an event to one window, or to all.
    fn emit(&self, window: Option<&WindowId>, event: &Event);

    /// The local day.
    fn today(&self) -> domain::Date;

    /// The time.
    fn now(&self) -> jiff::Timestamp;

    /// A new `UUIDv7`.
    fn new_id(&self) -> uuid::Uuid;
}

/// The kinds of file that a person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum FileKind {
    Workspace,
    Pdf,
    Svg,
    Png,
    Csv,
    Calendar,
    /// A report.
    Workbook,
    /// A playbook to share.
    Playbook,
    /// The brand of documents.
    Brand,
    /// Any table that is imported.
    Table,
}

impl FileKind {
    /// The name of the kind in a dialog, and its file ending.
    pub fn filter(self) -> (&'static str, &'static str) {
        match self {
            Self::Workspace => ("Ecotone workspace", "ecotone"),
            Self::Pdf => ("PDF document", "pdf"),
            Self::Svg => ("SVG picture", "svg"),
            Self::Png => ("PNG picture", "png"),
            Self::Csv => ("CSV table", "csv"),
            Self::Calendar => ("Calendar", "ics"),
            Self::Workbook => ("Workbook", "xlsx"),
            Self::Playbook => ("Ecotone playbook", "json"),
            Self::Brand => ("Ecotone brand", "json"),
            Self::Table => ("Table", "csv"),
        }
    }

    /// Every file ending that is offered for opening.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Workspace => &["ecotone"],
            Self::Pdf => &["pdf"],
            Self::Svg => &["svg"],
            Self::Png => &["png"],
            Self::Csv => &["csv"],
            Self::Calendar => &["ics"],
            Self::Workbook => &["xlsx"],
            Self::Playbook | Self::Brand => &["json"],
            Self::Table => &["csv", "tsv", "txt", "xlsx"],
        }
    }
}

/// Folders of the person at this computer.
#[derive(Debug, Clone)]
pub struct Folders {
    /// Preferences and the list of recent files.
    pub config: PathBuf,
    /// Backups and copies of the sample.
    pub data: PathBuf,
}

impl Folders {
    /// The usual places of this system; none when there is no home folder.
    pub fn of_this_person() -> Option<Self> {
        let folders = directories::ProjectDirs::from("app", "Ecotone", "Ecotone")?;
        Some(Self { config: folders.config_dir().to_owned(), data: folders.data_local_dir().to_owned() })
    }

    /// Everything under one folder, for tests.
    pub fn under(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { config: folder.join("config"), data: folder.join("data") }
    }
}
