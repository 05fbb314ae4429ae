//! What each partner has of the deals that were won: by the influence model, each deal once. Must not know motions or actuals.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::metric::ledger::{Rates, partner_amounts, touches_by_deal};
use crate::{DealStage, Money, Month, OrganizationId, Workspace};

/// Won from `first` to `last`, each partner's part, exact to the cent, in the workspace's currency. A partner that only
/// delivered has none; a deal in a currency without a rate is left out.
pub fn won_by_partner(workspace: &Workspace, first: Date, last: Date) -> BTreeMap<OrganizationId, Money> {
    let (model, currency) = (workspace.settings.metric_rules.influence, workspace.settings.currency);
    let (touches, rates) = (touches_by_deal(workspace), Rates::of(&workspace.exchange_rates));
    let mut sums = BTreeMap::new();
    for deal in workspace.deals.iter().filter(|deal| deal.stage == DealStage::Won) {
        let Some(closed) = deal.closed.filter(|closed| (first..=last).contains(closed)) else { continue };
        let Some((minor, _)) = rates.convert(deal.amount, currency, Month::of(closed)) else { continue };
        let touches = touches.get(&deal.id).map_or(&[][..], Vec::as_slice);
        for (organization, part) in partner_amounts(model, minor, touches) {
            sums.entry(organization).or_insert(Money::zero(currency)).minor += part;
        }
    }
    sums
}

#[cfg(test)]
mod tests;
