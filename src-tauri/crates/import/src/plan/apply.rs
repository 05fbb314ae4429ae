//! A plan carried out on a workspace in memory, as the store does it in a file.

use domain::Workspace;

use crate::Plan;

impl Plan {
    /// Adds and changes what the plan says. `workspace` is the one that the plan was made for.
    pub fn apply_to(&self, workspace: &mut Workspace) {
        workspace.organization_kinds.extend(self.new_organization_kinds.iter().cloned());
        workspace.relationship_kinds.extend(self.new_relationship_kinds.iter().cloned());
        workspace.stages.extend(self.new_stages.iter().cloned());
        insert(&mut workspace.people, &self.new_people, &[], |row| row.id);
        insert(&mut workspace.organizations, &self.new_organizations, &self.changed_organizations, |row| row.id);
        insert(&mut workspace.relationships, &self.new_relationships, &self.changed_relationships, |row| row.id);
        workspace.commissions.retain(|old| self.commissions.iter().all(|new| new.relationship != old.relationship));
        insert(&mut workspace.commissions, &self.commissions, &[], |row| row.relationship);
        insert(&mut workspace.value_exchanges, &self.new_value_exchanges, &[], |row| row.id);
        insert(&mut workspace.accounts, &self.new_accounts, &self.changed_accounts, |row| row.id);
        insert(&mut workspace.deals, &self.new_deals, &self.changed_deals, |row| row.id);
        insert(&mut workspace.touches, &self.new_touches, &self.changed_touches, |row| row.id);
        let entry = |row: &domain::DealStageEntry| (row.deal, row.stage.clone());
        workspace.deal_stage_entries.retain(|old| self.deal_stage_entries.iter().all(|new| entry(new) != entry(old)));
        insert(&mut workspace.deal_stage_entries, &self.deal_stage_entries, &[], entry);
        insert(&mut workspace.account_activities, &self.new_account_activities, &[], |row| row.id);
        insert(&mut workspace.contacts, &self.new_contacts, &self.changed_contacts, |row| row.id);
        workspace.tags.extend(self.new_tags.iter().cloned());
        insert(&mut workspace.organization_tags, &self.new_organization_tags, &[], |row| (row.organization, row.tag));
        let own = |row: &domain::CustomValue| (row.field.clone(), row.row);
        workspace.custom_values.retain(|old| self.custom_values.iter().all(|new| own(new) != own(old)));
        insert(&mut workspace.custom_values, &self.custom_values, &[], own);
        let id = |row: &domain::ForeignId| (row.noun.clone(), row.system.clone(), row.value.clone());
        workspace.foreign_ids.retain(|old| self.moved_foreign_ids.iter().all(|new| id(new) != id(old)));
        insert(&mut workspace.foreign_ids, &self.moved_foreign_ids, &[], id);
        insert(&mut workspace.foreign_ids, &self.new_foreign_ids, &[], id);
        insert(&mut workspace.organization_aliases, &self.new_aliases, &[], |row| (row.organization, row.name.clone()));
        insert(&mut workspace.motions, &self.new_motions, &self.changed_motions, |row| row.id);
        insert(&mut workspace.motion_partners, &self.new_motion_partners, &[], |row| (row.motion, row.organization));
        insert(&mut workspace.phases, &self.new_phases, &[], |row| row.id);
        insert(&mut workspace.tasks, &self.new_tasks, &self.changed_tasks, |row| row.id);
        workspace.actuals.retain(|old| !self.removed_actuals.contains(&old.id));
        insert(&mut workspace.actual_reports, self.report.as_slice(), &self.changed_reports, |row| row.batch);
        insert(&mut workspace.actuals, &self.new_actuals, &self.changed_actuals, |row| row.id);
    }
}

/// Replaces changed rows, adds new ones, and keeps the list sorted by id.
fn insert<Row: Clone, Id: Ord>(rows: &mut Vec<Row>, new: &[Row], changed: &[Row], id: impl Fn(&Row) -> Id) {
    for row in changed {
        if let Ok(place) = rows.binary_search_by_key(&id(row), &id) {
            rows[place] = row.clone();
        }
    }
    rows.extend_from_slice(new);
    rows.sort_by_key(id);
}
