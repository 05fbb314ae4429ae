//! The workspace as a document shows it, kept while only documents change. Must not know what a document says.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{Audience, Date, ScenarioId, StandIns};

use super::{Printed, built_in, words_of};
use crate::ErrorReply;
use crate::loaded::Loaded;

/// A person goes back and forth between the screen's words and the page's.
const KEPT: usize = 3;

/// The workspaces that were shown last.
#[derive(Default)]
pub(crate) struct ShownWorkspaces(Mutex<Vec<(Key, Arc<Loaded>)>>);

#[derive(PartialEq, Eq)]
struct Key {
    /// Of the workspace's content.
    version: u64,
    today: Date,
    audience: Audience,
    language: String,
    scenario: Option<ScenarioId>,
    /// What partners are called, where they are not named.
    stand_ins: Option<StandIns>,
}

impl ShownWorkspaces {
    /// `loaded` as the audience of `printed` may see it, in its scenario, language and with its names.
    ///
    /// # Errors
    ///
    /// There are no words of its language.
    pub(crate) fn of(&self, loaded: &Loaded, printed: &Printed) -> Result<Arc<Loaded>, ErrorReply> {
        let language = words_of(&printed.language)?.language();
        let key = Key {
            version: loaded.version.content,
            today: loaded.today,
            audience: printed.audience,
            language: printed.language.clone(),
            scenario: printed.scenario,
            stand_ins: printed.stand_ins.clone(),
        };
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept().iter().find(|(known, _)| *known == key) {
            return Ok(known.clone());
        }
        let mut workspace = loaded.expected.clone().seen_by(printed.audience);
        built_in::name_in(&mut workspace, language);
        if let Some(stand_ins) = &printed.stand_ins {
            workspace = stand_ins.hide(workspace);
        }
        let mut shown = Loaded { language, ..Loaded::new(workspace, printed.scenario, loaded.today, None, None) };
        if let Some(stand_ins) = &printed.stand_ins {
            let all = shown.expected.organizations.iter().map(|row| row.id);
            shown.without_logos = all.filter(|id| stand_ins.hides(*id)).collect();
        }
        let shown = Arc::new(shown);
        let mut all = kept();
        all.retain(|(known, _)| known.version == key.version && *known != key);
        all.truncate(KEPT - 1);
        all.insert(0, (key, shown.clone()));
        Ok(shown)
    }
}
