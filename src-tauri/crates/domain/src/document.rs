//! What goes into a PDF, and who may see what.

mod brand;
mod kind;
mod preset;
mod section;
mod settings;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use brand::{BrandParty, DocumentBrand, LogoPng, LogoPngError, PartyLogo};
pub use kind::SectionKind;
pub use preset::DocumentPreset;
pub use section::{Heading, MapExtent, MapGrouping, ProfilesOf, Section, SectionContent};
pub use settings::{Accent, AccentError, DocumentError, DocumentScenario, DocumentSettings, Paper, Party, Show};

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
    /// [`DocumentSettings`] as JSON.
    pub settings: String,
}

impl PlanDocument {
    /// What its settings say; those that cannot be read, such as a newer program's, are the plain ones.
    pub fn read_settings(&self) -> DocumentSettings {
        let read: Option<DocumentSettings> = serde_json::from_str(&self.settings).ok();
        read.filter(|settings| settings.check().is_ok()).unwrap_or_default()
    }
}
