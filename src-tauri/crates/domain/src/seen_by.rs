//! A workspace as an audience may see it: the one rule that hand-overs, reports and briefs are made by.
//!
//! What was done, and when, stays: depth and figures are worked out from it, and must be the same for every reader. What was
//! said about it goes. Must not know: files, and what a screen shows of what is left.

mod names;
mod stand_ins;
mod views;

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::{Audience, RelationshipId, Workspace};

pub use names::OrganizationNames;
pub use stand_ins::StandIns;

impl Audience {
    /// Whether this audience may see what is meant for `meant`.
    pub fn sees(self, meant: Self) -> bool {
        meant >= self
    }
}

impl Workspace {
    /// The same without what only a narrower audience may see, and without what is only ours to work with. For ourselves
    /// everything stays.
    #[must_use]
    pub fn seen_by(mut self, audience: Audience) -> Self {
        if audience > Audience::Internal {
            self.forget_our_own();
        }
        self.forget_texts(audience);
        self.forget_rows(audience);
        views::forget_fields(&mut self, audience);
        self
    }

    /// The log, how we judge partners, other programs' ids, locked plans (which keep everything of their day), and ways to
    /// work.
    fn forget_our_own(&mut self) {
        for activity in &mut self.activities {
            activity.person = None;
            activity.note.clear();
            activity.next_step = None;
            activity.next_by = None;
            activity.next_done = false;
        }
        self.account_activities.iter_mut().for_each(|activity| activity.what.clear());
        self.overrules.iter_mut().for_each(|overrule| overrule.reason.clear());
        self.renewals.clear();
        self.foreign_ids.clear();
        self.import_mappings.clear();
        self.actual_reports.clear();
        self.not_duplicates.clear();
        self.playbooks.clear();
        self.fit_criteria.clear();
        self.fit_answers.clear();
        self.gate_answers.clear();
        self.capacities.clear();
        self.locked_plans.clear();
        views::forget_tables(self);
    }

    /// Texts of rows that stay.
    fn forget_texts(&mut self, audience: Audience) {
        let forget = |text: &mut String, meant: Audience| {
            if !audience.sees(meant) {
                text.clear();
            }
        };
        // Notes on partners and relationships, and a speaker's notes, have no audience of their own: they are ours.
        self.organizations.iter_mut().for_each(|row| forget(&mut row.notes, Audience::Internal));
        self.relationships.iter_mut().for_each(|row| forget(&mut row.notes, Audience::Internal));
        self.scenes.iter_mut().for_each(|row| forget(&mut row.notes, Audience::Internal));
        self.tasks.iter_mut().for_each(|row| forget(&mut row.notes, row.notes_audience));
        for motion in &mut self.motions {
            forget(&mut motion.objective, motion.objective_audience);
            forget(&mut motion.health_reason, motion.health_audience);
        }
    }

    /// Whole rows, with what hangs on them.
    fn forget_rows(&mut self, audience: Audience) {
        self.forget_commissions(audience);
        self.funds.retain(|row| audience.sees(row.audience));
        self.risks.retain(|row| audience.sees(row.audience));
        self.motion_notes.retain(|row| audience.sees(row.audience));
        self.variance_reasons.retain(|row| audience.sees(row.audience));
        self.joint_plan_texts.retain(|row| audience.sees(row.audience));
        self.joint_plan_accounts.retain(|row| audience.sees(row.audience));
        self.joint_objectives.retain(|row| audience.sees(row.audience));
        self.plan_documents.retain(|row| audience.sees(row.audience));
        let hidden: BTreeSet<Uuid> =
            self.budget_lines.iter().filter(|row| !audience.sees(row.audience)).map(|row| row.id.0).collect();
        self.budget_lines.retain(|row| !hidden.contains(&row.id.0));
        self.scenario_differences.retain(|row| row.table != "budget_line" || !hidden.contains(&row.row));
    }

    /// That something is paid is what a relationship's depth rests on, and stays; terms go, and so do words that could not be
    /// read as terms, since nobody said who may see them.
    fn forget_commissions(&mut self, audience: Audience) {
        let hidden: BTreeSet<RelationshipId> =
            self.commissions.iter().filter(|row| !audience.sees(row.audience)).map(|row| row.relationship).collect();
        self.commissions.retain(|row| !hidden.contains(&row.relationship));
        let in_words = audience > Audience::Internal;
        for row in &mut self.relationships {
            if hidden.contains(&row.id) || (in_words && row.commission.is_some()) {
                row.commission = Some(NOT_SHOWN.to_owned());
            }
        }
    }
}

/// In the place of terms that the audience does not get.
const NOT_SHOWN: &str = "Not shown";

#[cfg(test)]
mod tests;
