//! The plan as a PDF.

use domain::{
    Audience, Date, DocumentPreset, DocumentScenario, DocumentSettings, Name, OrganizationId, Paper, PlanDocumentId,
    SectionContent, SectionKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the Document screen says beside the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentView {
    /// The saved document; none for the plain one.
    pub id: Option<PlanDocumentId>,
    /// What it is saved as; empty for the plain one.
    pub name: String,
    /// On the cover, typed or not.
    pub title: String,
    pub audience: Audience,
    pub language: String,
    pub settings: DocumentSettings,
    /// What a document can be made of, in standing order.
    pub sections: Vec<DocumentSection>,
    /// Findings that nobody has accepted yet, and headings that the data has left behind.
    pub findings: Vec<DocumentFinding>,
    pub left_out: DocumentLeftOut,
    pub accent: DocumentAccent,
    /// Whose logos can stand on it.
    pub logos: Vec<DocumentLogo>,
    /// In which its fixed words exist, as in `language`.
    pub languages: Vec<String>,
}

/// What the audience does not get, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentLeftOut {
    /// Fields of one's own.
    pub fields: u32,
    pub notes: u32,
    /// Whole rows: budget lines, funds, risks, commissions, parts of joint plans.
    pub entries: u32,
}

/// An organization that has a logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentLogo {
    pub id: OrganizationId,
    pub name: String,
}

/// A picture that shall stand on a cover: a PNG, JPEG or SVG file in base64, at most 1 MB.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentLogoFile {
    pub base64: String,
}

/// The brand's color as it is printed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DocumentAccent {
    /// `#rrggbb`; a darker shade of the chosen one where that is too pale to read.
    pub printed: String,
    /// How the printed one stands out on white, 1 to 21.
    pub contrast: f64,
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
    /// How it begins, where it is not plain and like no other.
    #[ts(optional)]
    pub body: Option<DocumentBody>,
}

/// A document without its name.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentBody {
    pub audience: Audience,
    pub language: String,
    pub settings: DocumentSettings,
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
    pub scenario: Option<DocumentScenario>,
    pub sections: Option<Vec<SectionKind>>,
    pub language: Option<String>,
    pub date: Option<Date>,
    /// A brand's file.
    pub brand: Option<std::path::PathBuf>,
}

/// A section by what it is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentSection {
    pub kind: SectionKind,
    pub name: String,
    /// What it holds now ("12 motions").
    pub note: String,
    /// A finding or words of one's own can stand over it.
    pub takes_heading: bool,
    /// As it is when it is added.
    pub plain: SectionContent,
}

/// The laid-out pages.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentPages {
    pub count: u32,
    /// Those that have pages, in the order of the pages.
    pub sections: Vec<SectionPages>,
    /// Those that are switched on and have none, in the order of the outline.
    pub waiting: Vec<SectionWaiting>,
    /// Characters that no bundled font can show, each once.
    pub missing: String,
}

/// A section without a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SectionWaiting {
    pub kind: SectionKind,
    /// "Nothing to print yet: record a risk in a motion."
    pub sentence: String,
}

/// The pages of a section, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct SectionPages {
    pub kind: SectionKind,
    pub first: u32,
    pub last: u32,
}

/// A page as a PNG.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PageRequest {
    /// The saved document: see [`DocumentChoice`].
    #[ts(optional)]
    pub document: Option<PlanDocumentId>,
    /// Counted from 1.
    pub page: u32,
    /// Width of the picture in device pixels, 60 to 4,000.
    pub width: u32,
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
