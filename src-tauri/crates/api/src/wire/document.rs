//! The plan as a PDF.

use domain::{Audience, Date, DocumentPreset, DocumentSettings, Name, Paper, PlanDocumentId, SectionKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the Document screen says beside the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentView {
    /// The saved document; none for the plain one.
    pub id: Option<PlanDocumentId>,
    pub title: String,
    pub audience: Audience,
    pub paper: Paper,
    /// Those that are printed, in order.
    pub sections: Vec<DocumentSection>,
    /// Findings that nobody has accepted yet, and headings that the data has left behind.
    pub findings: Vec<DocumentFinding>,
}

/// Which document: without an id the first by name, or the plain one where none is saved.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentChoice {
    #[ts(optional)]
    pub id: Option<PlanDocumentId>,
}

/// What the data says about a section and its heading does not.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentFinding {
    pub section: SectionKind,
    /// Empty where nothing can be said any more.
    pub finding: String,
    /// Its heading was written or accepted when the data said something else.
    pub changed: bool,
}

/// A saved document.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SavedDocument {
    pub id: PlanDocumentId,
    pub name: String,
    pub audience: Audience,
    pub language: String,
    pub settings: DocumentSettings,
}

/// A new document: like another, or as one begins that is made for `preset`.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentAdd {
    pub name: Name,
    #[ts(optional)]
    pub like: Option<PlanDocumentId>,
    /// Not looked at beside `like`.
    #[serde(default)]
    #[ts(optional, as = "Option<DocumentPreset>")]
    pub preset: DocumentPreset,
}

/// A document as it shall be.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentSet {
    pub id: PlanDocumentId,
    pub name: Name,
    pub audience: Audience,
    pub language: String,
    pub settings: DocumentSettings,
}

/// One saved document.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentRequest {
    pub id: PlanDocumentId,
}

/// A document to write, with what shall differ from its settings this once.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentPrint {
    pub document: Option<PlanDocumentId>,
    pub audience: Option<Audience>,
    pub paper: Option<Paper>,
    pub sections: Option<Vec<SectionKind>>,
    pub language: Option<String>,
    pub date: Option<Date>,
    /// A brand's file.
    pub brand: Option<std::path::PathBuf>,
}

/// One section of the PDF.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentSection {
    pub kind: SectionKind,
    pub name: String,
    /// What it holds now ("12 motions").
    pub note: String,
}

/// The first page as a PNG.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewRequest {
    /// Width of the picture in device pixels, 100 to 3,000.
    pub width: u32,
    /// The saved document: see [`DocumentChoice`].
    #[ts(optional)]
    pub document: Option<PlanDocumentId>,
}

/// An export, with the id under which its progress is told and by which it can be cancelled.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ExportRequest {
    pub job: String,
    /// The saved document: see [`DocumentChoice`].
    #[ts(optional)]
    pub document: Option<PlanDocumentId>,
}

/// Long work to stop.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CancelRequest {
    pub job: String,
}
