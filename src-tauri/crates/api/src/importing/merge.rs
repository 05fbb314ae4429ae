//! Two organizations made one: everything that speaks of the first speaks of the second afterwards.

mod joint;

use std::collections::BTreeSet;

use domain::{
    Activity, Actual, BudgetLine, Contact, CustomValue, FitAnswer, ForeignId, Fund, GateAnswer, MotionPartner,
    NotDuplicate, Organization, OrganizationAlias, OrganizationId, OrganizationLogo, OrganizationRegion,
    OrganizationSegment, OrganizationTag, Relationship, ScenarioDifference, Signal, SignalSubject, Touch, Workspace,
};
use serde_json::json;
use store::{BackupReason, Edit, Step, StoreError};

use crate::{App, ErrorReply, WindowId};

impl App {
    /// Merges `goes` into `stays` as one step; both names are kept.
    pub fn merge_organizations(
        &self,
        window: &WindowId,
        goes: OrganizationId,
        stays: OrganizationId,
    ) -> Result<(), ErrorReply> {
        let loaded = self.loaded(window)?;
        let (gone, kept) = (loaded.organization(goes)?.clone(), loaded.organization(stays)?.clone());
        if goes == stays {
            return Err(ErrorReply::refused(format!("{} is one organization already: name two.", kept.name)));
        }
        if loaded.expected.settings.us == goes {
            let (us, other) = (&gone.name, &kept.name);
            return Err(ErrorReply::refused(format!("{us} is us and stays: merge {other} into it instead.")));
        }
        let sentence = format!("Merged {} into {}", gone.name, kept.name);
        let args = json!({ "goes": goes, "stays": stays });
        let step = Step { command: "organization_merge".into(), args, sentence };
        let origin = self.origin();
        self.write(window, move |file| {
            let workspace = file.read()?;
            let logo = match file.get::<OrganizationLogo>(&stays)? {
                Some(_) => None,
                None => file.get::<OrganizationLogo>(&goes)?,
            };
            file.backup_now(BackupReason::Merge, origin.now)?;
            file.step(step, &origin, |edit| {
                let merging = Merging { edit, workspace: &workspace, gone: &gone, kept: &kept, logo };
                merging.run().map_err(ErrorReply::from)
            })
        })
    }
}

struct Merging<'a, 'e> {
    edit: &'a Edit<'e>,
    workspace: &'a Workspace,
    gone: &'a Organization,
    kept: &'a Organization,
    /// The first one's, where the other has none.
    logo: Option<OrganizationLogo>,
}

impl Merging<'_, '_> {
    fn run(&self) -> Result<(), StoreError> {
        self.lines()?;
        self.words()?;
        self.work()?;
        self.fit()?;
        self.money()?;
        self.joint()?;
        self.names()?;
        self.pairs()?;
        self.edit.update(&self.filled())?;
        if let Some(logo) = &self.logo {
            self.edit.put(&OrganizationLogo { organization: self.kept.id, ..logo.clone() })?;
        }
        self.edit.delete::<Organization>(&self.gone.id)
    }

    /// The one that stays, with what only the other knew.
    fn filled(&self) -> Organization {
        let (kept, gone) = (self.kept, self.gone);
        let text = |kept: &Option<String>, gone: &Option<String>| kept.clone().or_else(|| gone.clone());
        let between = if kept.notes.is_empty() || gone.notes.is_empty() { "" } else { "\n\n" };
        Organization {
            stage: kept.stage.clone().or_else(|| gone.stage.clone()),
            tier: text(&kept.tier, &gone.tier),
            owner: kept.owner.or(gone.owner),
            group: text(&kept.group, &gone.group),
            region: text(&kept.region, &gone.region),
            website: text(&kept.website, &gone.website),
            since: kept.since.into_iter().chain(gone.since).min(),
            notes: format!("{}{between}{}", kept.notes, gone.notes),
            ..kept.clone()
        }
    }

    /// Relationships, and what was observed. A line between the two joins nothing any more.
    fn lines(&self) -> Result<(), StoreError> {
        let (gone, kept) = (self.gone.id, self.kept.id);
        for line in self.workspace.relationships.iter().filter(|line| line.from == gone || line.to == gone) {
            let turn = |end: OrganizationId| if end == gone { kept } else { end };
            let moved = Relationship { from: turn(line.from), to: turn(line.to), ..line.clone() };
            if moved.from == moved.to {
                self.edit.delete::<Relationship>(&line.id)?;
            } else {
                self.edit.update(&moved)?;
            }
        }
        let about = SignalSubject::Organization(gone);
        for signal in self.workspace.signals.iter().filter(|signal| signal.subject == about) {
            self.edit.update(&Signal { subject: SignalSubject::Organization(kept), ..signal.clone() })?;
        }
        Ok(())
    }

    /// Tags, regions, segments and values of the workspace's own fields.
    fn words(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        for own in workspace.organization_tags.iter().filter(|own| own.organization == gone) {
            self.edit.put(&OrganizationTag { organization: kept, tag: own.tag })?;
        }
        for own in workspace.organization_regions.iter().filter(|own| own.organization == gone) {
            self.edit.put(&OrganizationRegion { organization: kept, region: own.region.clone() })?;
        }
        for own in workspace.organization_segments.iter().filter(|own| own.organization == gone) {
            self.edit.put(&OrganizationSegment { organization: kept, segment: own.segment.clone() })?;
        }
        for own in workspace.custom_values.iter().filter(|own| own.row == gone.0) {
            let has = workspace.custom_values.iter().any(|other| other.row == kept.0 && other.field == own.field);
            if !has {
                self.edit.put(&CustomValue { row: kept.0, ..own.clone() })?;
            }
        }
        Ok(())
    }

    /// Contacts, the log, motions, parts in deals, and what scenarios say.
    fn work(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        for contact in workspace.contacts.iter().filter(|row| row.organization == gone) {
            self.edit.update(&Contact { organization: kept, ..contact.clone() })?;
        }
        for activity in workspace.activities.iter().filter(|row| row.organization == gone) {
            self.edit.update(&Activity { organization: kept, ..activity.clone() })?;
        }
        for touch in workspace.touches.iter().filter(|row| row.organization == gone) {
            self.edit.update(&Touch { organization: kept, ..touch.clone() })?;
        }
        for partner in workspace.motion_partners.iter().filter(|row| row.organization == gone) {
            let has =
                workspace.motion_partners.iter().any(|row| row.motion == partner.motion && row.organization == kept);
            if !has {
                self.edit.insert(&MotionPartner { organization: kept, ..partner.clone() })?;
            }
        }
        for difference in workspace.scenario_differences.iter().filter(|row| row.row == gone.0) {
            self.edit.update(&ScenarioDifference { row: kept.0, ..difference.clone() })?;
        }
        Ok(())
    }

    /// What was answered about fit, where the other has no answer.
    fn fit(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        for own in workspace.fit_answers.iter().filter(|own| own.organization == gone) {
            let same = |other: &&FitAnswer| other.organization == kept && other.criterion == own.criterion;
            if workspace.fit_answers.iter().find(same).is_none_or(|other| other.score.is_none() && own.score.is_some())
            {
                self.edit.put(&FitAnswer { organization: kept, ..own.clone() })?;
            }
        }
        for own in workspace.gate_answers.iter().filter(|own| own.organization == gone) {
            let same = |other: &&GateAnswer| other.organization == kept && other.question == own.question;
            if workspace
                .gate_answers
                .iter()
                .find(same)
                .is_none_or(|other| other.answer.is_none() && own.answer.is_some())
            {
                self.edit.put(&GateAnswer { organization: kept, ..own.clone() })?;
            }
        }
        Ok(())
    }

    /// Shares of budgets, funds and actuals. A figure that both have keeps its own source, so that neither is lost.
    fn money(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        for line in workspace.budget_lines.iter().filter(|line| line.shares.iter().any(|s| s.organization == gone)) {
            let shares = joint::merged_shares(line, gone, kept);
            self.edit.update(&BudgetLine { shares, ..line.clone() })?;
        }
        for fund in workspace.funds.iter().filter(|fund| fund.giver == gone) {
            self.edit.update(&Fund { giver: kept, ..fund.clone() })?;
        }
        let place = |actual: &Actual| (actual.motion, actual.metric.clone(), actual.month, actual.source.clone());
        let own = workspace.actuals.iter().filter(|actual| actual.organization == Some(kept));
        let taken: BTreeSet<_> = own.map(place).collect();
        for actual in workspace.actuals.iter().filter(|actual| actual.organization == Some(gone)) {
            let clash = taken.contains(&place(actual));
            let source = if clash { format!("{} ({})", actual.source, self.gone.name) } else { actual.source.clone() };
            self.edit.update(&Actual { organization: Some(kept), source, ..actual.clone() })?;
        }
        Ok(())
    }

    /// Whoever is another than the one that goes is another than the one that stays.
    fn pairs(&self) -> Result<(), StoreError> {
        let (gone, kept) = (self.gone.id, self.kept.id);
        for pair in &self.workspace.not_duplicates {
            let other = match (pair.first == gone, pair.second == gone) {
                (true, _) => pair.second,
                (_, true) => pair.first,
                _ => continue,
            };
            if other != kept {
                self.edit.put(&NotDuplicate::of(kept, other))?;
            }
        }
        Ok(())
    }

    /// Further names, and the ids of other programs.
    fn names(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        let before = workspace.organization_aliases.iter().filter(|alias| alias.organization == gone);
        let names = before.map(|alias| &alias.name).chain([&self.gone.name]).filter(|name| **name != self.kept.name);
        for name in names {
            self.edit.put(&OrganizationAlias { organization: kept, name: name.clone() })?;
        }
        for id in workspace.foreign_ids.iter().filter(|id| id.noun == "organization" && id.row == gone.0) {
            self.edit.update(&ForeignId { row: kept.0, ..id.clone() })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::Rehearsal;

    #[test]
    fn merging_keeps_the_only_logo_and_backs_up_first() {
        for (gone, kept, expect) in
            [(Some(1_u8), None, Some(1)), (Some(1), Some(2), Some(2)), (None, Some(2), Some(2)), (None, None, None)]
        {
            let rehearsal = Rehearsal::new();
            let ends = [rehearsal.partner("Goes", None), rehearsal.partner("Stays", None)];
            let logos: Vec<OrganizationLogo> = ends
                .into_iter()
                .zip([gone, kept])
                .filter_map(|(organization, png)| Some(OrganizationLogo { organization, png: vec![png?] }))
                .collect();
            let step = Step { command: "test".into(), args: json!({}), sentence: "Logos".into() };
            let put = move |edit: &mut Edit<'_>| Ok(logos.iter().try_for_each(|logo| edit.put(logo))?);
            rehearsal.app.step(&rehearsal.window, step, put).unwrap();
            rehearsal.app.merge_organizations(&rehearsal.window, ends[0], ends[1]).unwrap();
            let open = rehearsal.app.open_in(&rehearsal.window).unwrap();
            let found = open.handle.with(|file| file.all::<OrganizationLogo>()).unwrap().unwrap();
            let expect: Vec<_> =
                expect.map(|png| OrganizationLogo { organization: ends[1], png: vec![png] }).into_iter().collect();
            assert_eq!(found, expect);
            let names = std::fs::read_dir(rehearsal.folder.path().join("home/data/backups")).unwrap();
            let files = names.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
            let merges = files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().contains("-merge."));
            assert_eq!(merges.count(), 1);
        }
    }
}
