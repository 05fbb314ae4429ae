//! What goes into a PDF, and who may see what.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Name, PlanDocumentId};

/// Who may see a field, a note or a section; wider audiences come later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Audience {
    Internal,
    Client,
    Partner,
}

impl Audience {
    /// Everyone whom a plan is shown to: what a row says that never named its audience.
    pub(crate) fn everyone() -> Self {
        Self::Partner
    }

    /// Only us: what is our own view of things until we say otherwise.
    pub(crate) fn us() -> Self {
        Self::Internal
    }
}

/// The settings of one PDF.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanDocument {
    /// Its id.
    pub id: PlanDocumentId,
    /// As typed.
    pub name: Name,
    /// For whom.
    pub audience: Audience,
    /// Language of its fixed words (`en`).
    pub language: String,
    /// Sections, brand and paper as JSON.
    pub settings: String,
}
