//! Preferences of the person at this computer, kept beside the program and never in a workspace.

use crate::files::{read_json, write_json};
use crate::wire::Preferences;
use crate::{App, ErrorReply};

impl App {
    pub(crate) fn preferences(&self) -> Preferences {
        read_json(&self.folders.config.join("preferences.json"))
    }

    pub(crate) fn keep_preferences(&self, preferences: &Preferences) -> Result<(), ErrorReply> {
        write_json(&self.folders.config.join("preferences.json"), preferences)
    }
}
