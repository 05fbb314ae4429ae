//! Briefs: a page for each partner.

use domain::{Date, OrganizationId, Paper, PlanDocumentId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is ours to judge, and shown to a partner only where it is switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BriefExtra {
    /// How deep the relationship is, with the six aspects.
    Lens,
    /// How well the partner fits.
    Fit,
    /// What is paid.
    Commission,
    /// What joint motions are expected to bring.
    Projections,
    /// Our notes on the partner.
    Notes,
}

/// Briefs for a new folder, with the id under which their progress is told and by which they can be cancelled.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BriefsExport {
    pub job: String,
    /// The document whose paper, language and brand they wear; without one the first by name, or the plain one.
    #[ts(optional)]
    pub document: Option<PlanDocumentId>,
    /// For whom; none is everyone.
    pub partners: Vec<OrganizationId>,
    pub show: Vec<BriefExtra>,
}

/// Briefs to write, with what shall differ from the document's settings this once.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct BriefsPrint {
    pub document: Option<PlanDocumentId>,
    pub paper: Option<Paper>,
    pub language: Option<String>,
    pub date: Option<Date>,
    /// A brand's file.
    pub brand: Option<std::path::PathBuf>,
    pub partners: Vec<OrganizationId>,
    pub show: Vec<BriefExtra>,
}

/// A folder that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FolderWritten {
    /// Its name without the folder around it.
    pub folder_name: String,
    /// How many files were written into it.
    pub files: u32,
    /// By which this window can ask to see it.
    pub token: String,
}
