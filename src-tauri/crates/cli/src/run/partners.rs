//! `organization` and `relationship`: single changes.

use api::ErrorReply;

use super::Session;
use crate::arguments::{Organization, Relationship};

impl Session {
    pub(super) fn organization(&self, command: Organization) -> Result<(), ErrorReply> {
        match command {
            Organization::Set(set) => {
                self.open(&set.file)?;
                let organization = self.app.organization_named(&self.window, &set.name)?;
                self.app.set_organization(&self.window, organization, &set.fields)?;
            }
            Organization::Merge(merge) => {
                self.open(&merge.file)?;
                let goes = self.app.organization_named(&self.window, &merge.name)?;
                let stays = self.app.organization_named(&self.window, &merge.into)?;
                self.app.merge_organizations(&self.window, goes, stays)?;
            }
        }
        self.say_last()
    }

    pub(super) fn relationship(&self, command: Relationship) -> Result<(), ErrorReply> {
        let Relationship::Add(add) = command;
        self.open(&add.file)?;
        let from = self.app.organization_named(&self.window, &add.from)?;
        let to = self.app.organization_named(&self.window, &add.to)?;
        self.app.relate(&self.window, from, &add.kind, to, &add.fields)?;
        self.say_last()
    }
}
