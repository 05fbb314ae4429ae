//! The playbooks that a workspace offers: those that come with the program, then those that a person saved.

use domain::{Key, Playbook};

use super::Loaded;
use crate::wire::*;
use crate::{ErrorReply, Refusal};

/// A playbook and whether it comes with the program.
pub(crate) struct Offered {
    pub(crate) playbook: Playbook,
    pub(crate) built_in: bool,
}

impl Loaded {
    /// All of them. One that cannot be read is left out here and named where somebody asks for it.
    pub(crate) fn playbooks(&self) -> Vec<Offered> {
        let built_in = Playbook::built_in().into_iter().map(|playbook| Offered { playbook, built_in: true });
        let keys = self.expected.playbooks.iter().map(|row| &row.key);
        let saved = keys.filter_map(|key| self.saved_playbook(key).ok()?);
        built_in.chain(saved.map(|playbook| Offered { playbook, built_in: false })).collect()
    }

    /// The one with this key.
    pub(crate) fn playbook(&self, key: &Key) -> Result<Playbook, ErrorReply> {
        if let Some(playbook) = Playbook::built_in().into_iter().find(|playbook| playbook.key == *key) {
            return Ok(playbook);
        }
        self.saved_playbook(key)?.ok_or_else(|| {
            let known: Vec<String> = self.playbooks().iter().map(|offered| offered.playbook.key.to_string()).collect();
            ErrorReply::refused(format!("There is no playbook '{key}': choose one of {}.", known.join(", ")))
        })
    }

    fn saved_playbook(&self, key: &Key) -> Result<Option<Playbook>, ErrorReply> {
        let Some(row) = self.expected.playbooks.iter().find(|row| row.key == *key) else { return Ok(None) };
        let refused = |error: &(dyn std::error::Error + 'static)| {
            let mut reply = ErrorReply::from_error(Refusal::Refused, error);
            reply.message =
                format!("The playbook {} cannot be read: delete it, and save or import it again.", row.name);
            reply
        };
        let playbook: Playbook = serde_json::from_str(&row.content).map_err(|error| refused(&error))?;
        playbook.check().map_err(|error| refused(&error))?;
        // The row says what it is called and for which kind it is, since a kind may not go while it is used.
        let (key, name, kind) = (row.key.clone(), row.name.clone(), row.kind.clone());
        Ok(Some(Playbook { key, name, kind, ..playbook }))
    }

    pub(crate) fn playbook_view(&self, offered: Offered) -> PlaybookView {
        let Offered { playbook, built_in } = offered;
        let kind = self.workspace.motion_kinds.iter().find(|kind| kind.key == playbook.kind);
        PlaybookView {
            kind_name: kind.map(|kind| kind.name.to_string()).unwrap_or_default(),
            side: self.kind_side(&playbook.kind),
            built_in,
            days: playbook.days(),
            playbook,
        }
    }
}
