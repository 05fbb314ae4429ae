//! Budgets: what each motion costs, who pays, and how it divides between strategy and tactic. Cents are never lost. Must
//! not know what was earned.

mod variable;

pub use variable::{FollowError, follow, followed, implied, implied_to_date};

use std::collections::BTreeMap;

use crate::money::split_exactly;
use crate::{
    Assessment, BudgetLine, Character, Currency, Money, Motion, MotionAssessment, MotionId, MotionStatus,
    OrganizationId, Workspace,
};

/// Amounts that cannot be added because their currencies differ: one for each currency.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts(BTreeMap<Currency, i64>);

impl Amounts {
    /// Adds an amount.
    pub fn add(&mut self, money: Money) {
        let minor = self.0.entry(money.currency).or_insert(0);
        *minor = minor.saturating_add(money.minor);
    }

    /// Adds other amounts.
    pub fn add_all(&mut self, other: &Self) {
        for money in other.iter() {
            self.add(money);
        }
    }

    /// What there is in one currency.
    pub fn of(&self, currency: Currency) -> Money {
        Money { minor: self.0.get(&currency).copied().unwrap_or(0), currency }
    }

    /// One amount for each currency, by code.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(&currency, &minor)| Money { minor, currency })
    }
}

/// What one motion costs.
#[derive(Debug, Clone, PartialEq)]
pub struct MotionBudget {
    /// Which.
    pub motion: MotionId,
    /// Planned.
    pub planned: Amounts,
    /// Committed.
    pub committed: Amounts,
    /// Spent.
    pub spent: Amounts,
    /// Planned, by who pays; we come first.
    pub payers: Vec<(OrganizationId, Amounts)>,
}

/// Every motion's budget, in the workspace's order; motions that are switched off or dropped cost nothing and are left
/// out.
pub fn by_motion(workspace: &Workspace) -> Vec<MotionBudget> {
    let mut lines: BTreeMap<MotionId, Vec<&BudgetLine>> = BTreeMap::new();
    for line in &workspace.budget_lines {
        lines.entry(line.motion).or_default().push(line);
    }
    let motions = workspace.motions.iter().filter(|motion| is_planned(motion));
    motions.map(|motion| of_motion(motion.id, lines.get(&motion.id), workspace.settings.us)).collect()
}

/// A motion that is neither switched off nor dropped.
pub fn is_planned(motion: &Motion) -> bool {
    motion.active && motion.status != MotionStatus::Dropped
}

/// Who pays how much of a line's planned amount, exact to the cent: agreed amounts first, as far as there is something to
/// pay, then parts of the whole. We come first and pay what nobody else does.
pub fn payers(line: &BudgetLine, us: OrganizationId) -> Vec<(OrganizationId, Money)> {
    let mut paid: Vec<(OrganizationId, i64)> = vec![(us, 0)];
    let mut rest = line.planned_minor;
    for share in &line.shares {
        let amount = share.amount_minor.unwrap_or(0).clamp(0, rest.max(0));
        rest -= amount;
        pay(&mut paid, share.organization, amount);
    }
    let whole = if line.planned_minor == 0 { 1.0 } else { rest as f64 / line.planned_minor as f64 };
    let parts = line.shares.iter().filter(|share| share.amount_minor.is_none());
    let shared: f64 = parts.clone().map(|share| share.share).sum();
    let ours = whole - shared;
    let mut weights = vec![(us, if ours > 1e-9 { ours } else { 0.0 })];
    for share in parts {
        match weights.iter_mut().find(|(organization, _)| *organization == share.organization) {
            Some((_, weight)) => *weight += share.share,
            None => weights.push((share.organization, share.share)),
        }
    }
    for ((organization, _), part) in weights.iter().zip(split_by(rest, &weights)) {
        pay(&mut paid, *organization, part);
    }
    paid.into_iter().map(|(organization, minor)| (organization, line.money(minor))).collect()
}

/// Who pays how much of an amount that was committed or spent on a line: it divides as the planned amount does. Exact to
/// the cent.
pub fn payers_of(line: &BudgetLine, minor: i64, us: OrganizationId) -> Vec<(OrganizationId, Money)> {
    let planned = payers(line, us);
    let known = line.planned_minor != 0 || line.shares.iter().any(|share| share.amount_minor.is_some());
    if !known {
        return payers(&BudgetLine { planned_minor: minor, ..line.clone() }, us);
    }
    let weights: Vec<_> = planned.iter().map(|(organization, part)| (*organization, part.minor as f64)).collect();
    let parts = split_by(minor, &weights);
    weights.iter().zip(parts).map(|((organization, _), part)| (*organization, line.money(part))).collect()
}

fn split_by(minor: i64, weights: &[(OrganizationId, f64)]) -> Vec<i64> {
    split_exactly(minor, &weights.iter().map(|(_, weight)| *weight).collect::<Vec<_>>())
}

fn pay(paid: &mut Vec<(OrganizationId, i64)>, organization: OrganizationId, minor: i64) {
    match paid.iter_mut().find(|(payer, _)| *payer == organization) {
        Some((_, sum)) => *sum = sum.saturating_add(minor),
        None => paid.push((organization, minor)),
    }
}

/// Planned budget by character.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CharacterBudget {
    /// Of strategic motions.
    pub strategic: Amounts,
    /// Of motions in between.
    pub ecotone: Amounts,
    /// Of tactical motions.
    pub tactical: Amounts,
    /// Of motions whose character is unknown.
    pub unknown: Amounts,
}

/// Planned budget by the character that `of` answers: by kind, by evidence, or what stands in the end.
pub fn by_character(
    workspace: &Workspace,
    assessment: &Assessment,
    of: impl Fn(&MotionAssessment) -> Character,
) -> CharacterBudget {
    let mut budget = CharacterBudget::default();
    for motion in by_motion(workspace) {
        let side = match assessment.motion(motion.motion).map_or(Character::Unknown, &of) {
            Character::Strategic => &mut budget.strategic,
            Character::Ecotone => &mut budget.ecotone,
            Character::Transactional => &mut budget.tactical,
            Character::Unknown => &mut budget.unknown,
        };
        side.add_all(&motion.planned);
    }
    budget
}

fn of_motion(motion: MotionId, lines: Option<&Vec<&BudgetLine>>, us: OrganizationId) -> MotionBudget {
    let mut budget = MotionBudget {
        motion,
        planned: Amounts::default(),
        committed: Amounts::default(),
        spent: Amounts::default(),
        payers: vec![(us, Amounts::default())],
    };
    for line in lines.into_iter().flatten() {
        budget.planned.add(line.planned());
        budget.committed.add(line.money(line.committed_minor));
        budget.spent.add(line.money(line.spent_minor));
        for (organization, part) in payers(line, us) {
            match budget.payers.iter_mut().find(|(payer, _)| *payer == organization) {
                Some((_, amounts)) => amounts.add(part),
                None => budget.payers.push((organization, [part].into_iter().collect())),
            }
        }
    }
    budget
}

impl FromIterator<Money> for Amounts {
    fn from_iter<I: IntoIterator<Item = Money>>(iter: I) -> Self {
        let mut amounts = Self::default();
        for money in iter {
            amounts.add(money);
        }
        amounts
    }
}

#[cfg(test)]
mod tests;
