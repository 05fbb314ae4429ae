//! Whole workspaces kept as text: the sample and the templates. Organizations, relationships and actuals go through the
//! ordinary import; the other nouns have small readers of their own. Every name is checked.

mod embedded;
mod fit;
mod lines;
mod motions;
mod outcomes;
mod settings;
mod tables;

use domain::{Date, Workspace};
use uuid::Uuid;

use crate::{ImportError, Noun};

use tables::Tables;

pub use embedded::{Template, embedded, templates};

/// Every file that a template may have.
const FILES: [&str; 26] = [
    "workspace.json",
    "accounts.csv",
    "actuals.csv",
    "budget_lines.csv",
    "budget_shares.csv",
    "contacts.csv",
    "deals.csv",
    "dependencies.csv",
    "fit_answers.csv",
    "fit_criteria.csv",
    "funds.csv",
    "gate_answers.csv",
    "milestones.csv",
    "motion_partners.csv",
    "motions.csv",
    "organizations.csv",
    "overrules.csv",
    "people.csv",
    "projections.csv",
    "relationships.csv",
    "scenario_differences.csv",
    "scenarios.csv",
    "signals.csv",
    "tasks.csv",
    "touches.csv",
    "value_exchanges.csv",
];

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
pub fn read_template(files: &[(&str, &[u8])], new_id: &mut dyn FnMut() -> Uuid) -> Result<FromTemplate, TemplateError> {
    if let Some((file, _)) = files.iter().find(|(name, _)| !FILES.contains(name)) {
        return Err(TemplateError::UnknownFile(crate::words::shown(file)));
    }
    let settings = settings::parse(files)?;
    let today = settings.today;
    let mut workspace = settings.workspace(new_id);
    let tables = Tables::new(files);
    lines::people(tables, &mut workspace, new_id)?;
    tables.import("organizations.csv", Noun::Organizations, &mut workspace, new_id)?;
    tables.import("relationships.csv", Noun::Relationships, &mut workspace, new_id)?;
    lines::read(tables, &mut workspace, new_id)?;
    fit::read(tables, &mut workspace)?;
    motions::read(tables, &mut workspace, new_id)?;
    outcomes::deals(tables, &mut workspace, new_id)?;
    outcomes::projections(tables, &mut workspace, new_id)?;
    tables.import("actuals.csv", Noun::Actuals, &mut workspace, new_id)?;
    sort(&mut workspace);
    Ok(FromTemplate { workspace, today })
}

/// Every list by id, as the store gives them.
fn sort(workspace: &mut Workspace) {
    workspace.people.sort_by_key(|row| row.id);
    workspace.contacts.sort_by_key(|row| row.id);
    workspace.value_exchanges.sort_by_key(|row| row.id);
    workspace.signals.sort_by_key(|row| row.id);
    workspace.overrules.sort_by_key(|row| row.id);
    workspace.accounts.sort_by_key(|row| row.id);
    workspace.deals.sort_by_key(|row| row.id);
    workspace.touches.sort_by_key(|row| row.id);
    workspace.motions.sort_by_key(|row| row.id);
    workspace.motion_partners.sort_by_key(|row| (row.motion, row.organization));
    workspace.tasks.sort_by_key(|row| row.id);
    workspace.milestones.sort_by_key(|row| row.id);
    workspace.dependencies.sort_by_key(|row| row.id);
    workspace.budget_lines.sort_by_key(|row| row.id);
    workspace.funds.sort_by_key(|row| row.id);
    workspace.projections.sort_by_key(|row| row.id);
    workspace.scenario_differences.sort_by_key(|row| row.id);
}
