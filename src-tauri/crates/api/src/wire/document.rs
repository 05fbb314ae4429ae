//! The plan as a PDF.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the Document screen says beside the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentView {
    pub title: String,
    pub sections: Vec<DocumentSection>,
}

/// One section of the PDF.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct DocumentSection {
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
}

/// An export, with the id under which its progress is told and by which it can be cancelled.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct ExportRequest {
    pub job: String,
}

/// Long work to stop.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct CancelRequest {
    pub job: String,
}
