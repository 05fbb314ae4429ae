//! How much an audience does not get.

use domain::Workspace;

use super::Loaded;
use crate::wire::DocumentLeftOut;

impl Loaded {
    /// What `seen`, the same workspace before an audience, has no more.
    pub(crate) fn left_out_of(&self, seen: &Self) -> DocumentLeftOut {
        let (all, rest) = (&self.expected, &seen.expected);
        let gone =
            |count: fn(&Workspace) -> usize| u32::try_from(count(all).saturating_sub(count(rest))).unwrap_or(u32::MAX);
        DocumentLeftOut { fields: gone(|of| of.custom_fields.len()), notes: gone(notes), entries: gone(entries) }
    }
}

fn notes(of: &Workspace) -> usize {
    let partners = of.organizations.iter().map(|row| &row.notes);
    let relationships = of.relationships.iter().map(|row| &row.notes);
    let tasks = of.tasks.iter().map(|row| &row.notes);
    let typed = partners.chain(relationships).chain(tasks).filter(|note| !note.is_empty()).count();
    typed + of.motion_notes.len()
}

fn entries(of: &Workspace) -> usize {
    let money = of.budget_lines.len() + of.funds.len() + of.commissions.len();
    let joint = of.joint_plan_texts.len() + of.joint_plan_accounts.len() + of.joint_objectives.len();
    money + joint + of.risks.len() + of.variance_reasons.len()
}
