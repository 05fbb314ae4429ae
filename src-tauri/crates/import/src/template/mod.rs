//! Whole workspaces kept as text: the sample and the templates. Organizations, relationships and actuals go through the
//! ordinary import; the other nouns have small readers of their own. Every name is checked.

mod embedded;
mod settings;

use domain::{Date, Workspace};
use uuid::Uuid;

use crate::ImportError;

pub use embedded::{Template, embedded, templates};

/// A template read: the workspace and the day that it is made for.
#[derive(Debug, Clone, PartialEq)]
pub struct FromTemplate {
    /// Everything in it.
    pub workspace: Workspace,
    /// The day that its figures were made for, where it has one.
    pub today: Option<Date>,
}

/// Why a template cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The settings are missing or wrong.
    #[error("workspace.json: {0}; write the settings as assets/samples/README.md says")]
    Settings(String),
    /// A table cannot be read.
    #[error(transparent)]
    Table(#[from] ImportError),
    /// A row does not fit.
    #[error("{file}: {reason}")]
    Row {
        /// The file's name.
        file: String,
        /// Row, column, found and expected.
        reason: String,
    },
    /// A file that no noun reads.
    #[error("{0} is no table of a workspace; the tables are named in assets/samples/README.md")]
    UnknownFile(String),
}

/// Builds the workspace that `files` (name and bytes) describe.
pub fn read_template(
    files: &[(&str, &[u8])],
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<FromTemplate, TemplateError> {
    let settings = settings::parse(files)?;
    let today = settings.today;
    let workspace = settings.workspace(new_id);
    Ok(FromTemplate { workspace, today })
}
