//! What partners brought, from deals and touches: sourced or influenced, never both, each deal once. Must not know motions'
//! projections or actuals.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::money::split_exactly;
use crate::{Deal, DealId, DealStage, Money, MotionId, OrganizationId, Touch, TouchKind, Workspace};

/// A deal counts as sourced only when it closes within so many days of the partner's introduction.
pub const SOURCING_WINDOW_DAYS: i32 = 180;

/// What partners had to do with a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A partner originated it: introduced no later than it was opened, and closed within the window.
    Sourced,
    /// We created it and a partner materially advanced it.
    Influenced,
    /// No partner, or one that only delivered.
    None,
}

/// Money by the partners' part in it, in the workspace's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revenue {
    /// Of deals that a partner originated.
    pub sourced: Money,
    /// Of deals that a partner materially advanced.
    pub influenced: Money,
    /// Of all other deals.
    pub without: Money,
    /// Deals counted.
    pub deals: u32,
    /// Deals in another currency, not counted.
    pub left_out: u32,
}

impl Revenue {
    /// All of it.
    pub fn total(&self) -> Money {
        Money { minor: self.sourced.minor + self.influenced.minor + self.without.minor, ..self.sourced }
    }

    /// Influenced ÷ all, by value; none over zero.
    pub fn influence(&self) -> Option<f64> {
        crate::portfolio::ratio(self.influenced.to_f64(), self.total().to_f64())
    }
}

/// Deals won from `first` to `last`.
pub fn won(workspace: &Workspace, first: Date, last: Date) -> Revenue {
    add(workspace, |deal| won_in(deal, first, last))
}

/// The pipeline of a period: deals won in it, and deals opened by its end that are still open.
pub fn pipeline(workspace: &Workspace, first: Date, last: Date) -> Revenue {
    add(workspace, |deal| won_in(deal, first, last) || (deal.stage == DealStage::Open && deal.opened <= last))
}

/// Won from `first` to `last` with a partner's part in it, by that part and the motion that the deal is counted under.
pub fn won_by_motion(workspace: &Workspace, first: Date, last: Date) -> BTreeMap<(Option<MotionId>, Part), Money> {
    let touches = touches(workspace);
    let mut sums = BTreeMap::new();
    for deal in workspace.deals.iter().filter(|deal| won_in(deal, first, last) && counts(workspace, deal)) {
        let part = part(deal, of_deal(&touches, deal.id));
        let sum = sums.entry((deal.motion, part)).or_insert(Money::zero(deal.amount.currency));
        sum.minor += deal.amount.minor;
    }
    sums.retain(|(_, part), _| *part != Part::None);
    sums
}

/// Won from `first` to `last`, each partner's part by the touches' shares, exact to the cent. A partner that only
/// delivered has no part; partners without a share divide evenly what the shares leave.
pub fn won_by_partner(workspace: &Workspace, first: Date, last: Date) -> BTreeMap<OrganizationId, Money> {
    let touches = touches(workspace);
    let mut sums = BTreeMap::new();
    for deal in workspace.deals.iter().filter(|deal| won_in(deal, first, last) && counts(workspace, deal)) {
        let advancing = of_deal(&touches, deal.id).iter().filter(|touch| touch.kind != TouchKind::Delivered);
        let shares: Vec<(OrganizationId, f64)> =
            advancing.map(|touch| (touch.organization, touch.share.max(0.0))).collect();
        let mut weights: Vec<f64> = shares.iter().map(|(_, share)| *share).collect();
        let rest = 1.0 - weights.iter().sum::<f64>();
        let unshared = weights.iter().filter(|weight| **weight == 0.0).count();
        if unshared > 0 && rest > 0.0 {
            for weight in weights.iter_mut().filter(|weight| **weight == 0.0) {
                *weight = rest / unshared as f64;
            }
        }
        let ours = (1.0 - weights.iter().sum::<f64>()).max(0.0);
        weights.push(if ours < 1e-9 { 0.0 } else { ours });
        for ((organization, _), minor) in shares.iter().zip(split_exactly(deal.amount.minor, &weights)) {
            sums.entry(*organization).or_insert(Money::zero(deal.amount.currency)).minor += minor;
        }
    }
    sums
}

/// Target accounts with a won deal, and all target accounts.
pub fn target_accounts(workspace: &Workspace) -> (usize, usize) {
    let won: std::collections::BTreeSet<_> =
        workspace.deals.iter().filter(|deal| deal.stage == DealStage::Won).map(|deal| deal.account).collect();
    let targets = workspace.accounts.iter().filter(|account| account.target);
    targets.fold((0, 0), |(hit, all), account| (hit + usize::from(won.contains(&account.id)), all + 1))
}

/// What partners had to do with a deal.
pub fn part(deal: &Deal, touches: &[&Touch]) -> Part {
    let sourced = |touch: &Touch| {
        let end = deal.closed.unwrap_or(deal.opened);
        let days = touch.date.until(end).map_or(i32::MAX, |span| span.get_days());
        touch.kind == TouchKind::Sourced && touch.date <= deal.opened && days <= SOURCING_WINDOW_DAYS
    };
    if touches.iter().any(|touch| sourced(touch)) {
        Part::Sourced
    } else if touches.iter().any(|touch| touch.kind != TouchKind::Delivered) {
        Part::Influenced
    } else {
        Part::None
    }
}

fn add(workspace: &Workspace, wanted: impl Fn(&Deal) -> bool) -> Revenue {
    let zero = Money::zero(workspace.settings.currency);
    let mut revenue = Revenue { sourced: zero, influenced: zero, without: zero, deals: 0, left_out: 0 };
    let touches = touches(workspace);
    for deal in workspace.deals.iter().filter(|deal| wanted(deal)) {
        if !counts(workspace, deal) {
            revenue.left_out += 1;
            continue;
        }
        let sum = match part(deal, of_deal(&touches, deal.id)) {
            Part::Sourced => &mut revenue.sourced,
            Part::Influenced => &mut revenue.influenced,
            Part::None => &mut revenue.without,
        };
        sum.minor += deal.amount.minor;
        revenue.deals += 1;
    }
    revenue
}

fn won_in(deal: &Deal, first: Date, last: Date) -> bool {
    deal.stage == DealStage::Won && deal.closed.is_some_and(|closed| (first..=last).contains(&closed))
}

fn counts(workspace: &Workspace, deal: &Deal) -> bool {
    deal.amount.currency == workspace.settings.currency
}

fn touches(workspace: &Workspace) -> BTreeMap<DealId, Vec<&Touch>> {
    let mut by_deal: BTreeMap<DealId, Vec<&Touch>> = BTreeMap::new();
    for touch in &workspace.touches {
        by_deal.entry(touch.deal).or_default().push(touch);
    }
    by_deal
}

fn of_deal<'a, 'b>(touches: &'b BTreeMap<DealId, Vec<&'a Touch>>, deal: DealId) -> &'b [&'a Touch] {
    touches.get(&deal).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests;
