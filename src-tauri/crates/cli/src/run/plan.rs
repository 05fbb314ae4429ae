//! `motion`, `task` and `playbook`: single changes.

use api::ErrorReply;
use api::commands;
use api::wire;

use super::Session;
use crate::arguments::{Motion, MotionAdd, Playbook, Task};

impl Session {
    pub(super) fn motion(&self, command: Motion) -> Result<(), ErrorReply> {
        match command {
            Motion::Add(add) => self.add_motion(add)?,
            Motion::Set(set) => {
                self.open(&set.file)?;
                let motion = self.app.motion_named(&self.window, &set.name)?;
                self.app.set_motion(&self.window, motion, &set.fields)?;
            }
            Motion::Delete(delete) => {
                self.open(&delete.file)?;
                let id = self.app.motion_named(&self.window, &delete.name)?;
                commands::motions::delete(&self.app, &self.window, wire::MotionRequest { id })?;
            }
        }
        self.say_last()
    }

    fn add_motion(&self, add: MotionAdd) -> Result<(), ErrorReply> {
        self.open(&add.file)?;
        let partners = add.partners.iter().map(|name| self.app.organization_named(&self.window, name));
        let partners = partners.collect::<Result<_, _>>()?;
        let budget = add.budget.map(|budget| self.app.money_typed(&self.window, &budget)).transpose()?;
        let key = add.playbook.map(|typed| self.app.playbook_named(&self.window, &typed)).transpose()?;
        let kind = match (add.kind, &key) {
            (None, Some(key)) => self.app.playbook_kind(&self.window, key)?,
            (kind, _) => kind.ok_or_else(|| ErrorReply::refused("A motion has a kind: add --kind KEY."))?,
        };
        let request = wire::MotionAdd {
            name: add.name.0,
            kind,
            partners,
            start: add.start,
            end: add.end,
            budget,
            owner: None,
            playbook: key.map(|key| wire::PlaybookChoice { key, form: add.form.into() }),
        };
        commands::motions::add(&self.app, &self.window, request).map(drop)
    }

    pub(super) fn task(&self, command: Task) -> Result<(), ErrorReply> {
        match command {
            Task::Add(add) => {
                self.open(&add.file)?;
                let motion = self.app.motion_named(&self.window, &add.motion)?;
                self.app.add_task(&self.window, motion, &add.name.0, &add.fields)?;
            }
            Task::Set(set) => {
                self.open(&set.file)?;
                let task = self.app.task_named(&self.window, &set.name, set.motion.as_deref())?;
                self.app.set_task(&self.window, task, &set.fields)?;
            }
            Task::Done(done) => {
                self.open(&done.file)?;
                let id = self.app.task_named(&self.window, &done.name, done.motion.as_deref())?;
                let request = wire::TaskDone { id, done: !done.not };
                commands::tasks::set_done(&self.app, &self.window, request)?;
            }
        }
        self.say_last()
    }

    pub(super) fn playbook(&self, command: Playbook) -> Result<(), ErrorReply> {
        match command {
            Playbook::Save(save) => {
                self.open(&save.file)?;
                let motion = self.app.motion_named(&self.window, &save.motion)?;
                let request = wire::PlaybookSave { motion, name: save.name.0 };
                commands::playbooks::save(&self.app, &self.window, request)?;
            }
            Playbook::Import(import) => {
                self.open(&import.file)?;
                self.app.import_playbook(&self.window, &import.source)?;
            }
            Playbook::Delete(delete) => {
                self.open(&delete.file)?;
                let key = self.app.playbook_named(&self.window, &delete.playbook)?;
                commands::playbooks::delete(&self.app, &self.window, wire::PlaybookRequest { key })?;
            }
        }
        self.say_last()
    }
}
