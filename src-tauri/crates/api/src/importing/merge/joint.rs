//! What two organizations merged into one leave behind of joint work: their parts in motions, their plans, their time.

use domain::{
    BudgetLine, BudgetShare, Capacity, JointObjective, JointPlanAccount, JointPlanText, Money, OrganizationId, Raci,
};
use store::StoreError;

use super::Merging;

impl Merging<'_, '_> {
    /// Where both say something, the one that stays is right; objectives of both are kept.
    pub(super) fn joint(&self) -> Result<(), StoreError> {
        let (gone, kept, workspace) = (self.gone.id, self.kept.id, self.workspace);
        for part in workspace.raci.iter().filter(|row| row.organization == gone) {
            let same = |row: &Raci| (row.motion, row.organization, row.function) == (part.motion, kept, part.function);
            if !workspace.raci.iter().any(same) {
                self.edit.insert(&Raci { organization: kept, ..part.clone() })?;
            }
        }
        for text in workspace.joint_plan_texts.iter().filter(|row| row.organization == gone) {
            let same = |row: &JointPlanText| (row.organization, row.field) == (kept, text.field);
            if !workspace.joint_plan_texts.iter().any(same) {
                self.edit.insert(&JointPlanText { organization: kept, ..text.clone() })?;
            }
        }
        for account in workspace.joint_plan_accounts.iter().filter(|row| row.organization == gone) {
            let same = |row: &JointPlanAccount| (row.organization, row.account) == (kept, account.account);
            if !workspace.joint_plan_accounts.iter().any(same) {
                self.edit.insert(&JointPlanAccount { organization: kept, ..account.clone() })?;
            }
        }
        for objective in workspace.joint_objectives.iter().filter(|row| row.organization == gone) {
            self.edit.update(&JointObjective { organization: kept, ..objective.clone() })?;
        }
        for capacity in workspace.capacities.iter().filter(|row| row.organization == gone) {
            let same = |row: &Capacity| (row.organization, row.function) == (kept, capacity.function);
            if !workspace.capacities.iter().any(same) {
                self.edit.insert(&Capacity { organization: kept, ..capacity.clone() })?;
            }
        }
        Ok(())
    }
}

/// The payers of a line once `kept` pays what `gone` paid: parts add up to a part, and with an amount to an amount.
pub(super) fn merged_shares(line: &BudgetLine, gone: OrganizationId, kept: OrganizationId) -> Vec<BudgetShare> {
    let both: Vec<&BudgetShare> = line.shares.iter().filter(|s| [gone, kept].contains(&s.organization)).collect();
    let worth = |share: &BudgetShare| {
        let part = || Money::from_f64(line.planned().to_f64() * share.share, line.currency).minor;
        share.amount_minor.unwrap_or_else(part)
    };
    let has_amount = both.iter().any(|share| share.amount_minor.is_some());
    let merged = BudgetShare {
        organization: kept,
        share: if has_amount { 0.0 } else { both.iter().map(|share| share.share).sum::<f64>().min(1.0) },
        amount_minor: has_amount.then(|| both.iter().map(|share| worth(share)).fold(0, i64::saturating_add)),
    };
    let mut shares: Vec<BudgetShare> = Vec::new();
    for share in &line.shares {
        if ![gone, kept].contains(&share.organization) {
            shares.push(share.clone());
        } else if !shares.iter().any(|share| share.organization == kept) {
            shares.push(merged.clone());
        }
    }
    shares
}
