//! The pages that were looked at last, kept as long as the workspace stays as it is. Must not know what they say.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{DocumentSettings, PlanDocumentId, SectionKind};
use press::Compiled;

use crate::ErrorReply;

/// A document's pages, and the settings that they were laid out by.
pub(crate) struct Pages {
    pub(crate) settings: DocumentSettings,
    pub(crate) compiled: Compiled,
    /// Sections that are switched on and have no page, each with what to do about it.
    pub(crate) waiting: Vec<(SectionKind, String)>,
}

/// A document by its id, the plain one by none, with its pages.
type Last = (Option<PlanDocumentId>, Arc<Pages>);

/// The last document that was laid out.
#[derive(Default)]
pub(crate) struct LaidOut {
    last: Mutex<Option<Last>>,
}

impl LaidOut {
    /// The pages of a document, as kept or as `make` lays them out. Whoever asks meanwhile waits, and gets the same.
    pub(crate) fn pages(
        &self,
        document: Option<PlanDocumentId>,
        make: impl FnOnce() -> Result<Pages, ErrorReply>,
    ) -> Result<Arc<Pages>, ErrorReply> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pages)) = last.as_ref().filter(|(id, _)| *id == document) {
            return Ok(pages.clone());
        }
        let pages = Arc::new(make()?);
        *last = Some((document, pages.clone()));
        Ok(pages)
    }
}
