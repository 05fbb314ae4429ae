//! Accounts and deals as their tables show them.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Account, AccountId, Currency, Deal, DealId, DealStage, Money, Touch, TouchId};

use super::Loaded;
use super::find::gone;
use crate::ErrorReply;
use crate::wire::*;

impl Loaded {
    pub(crate) fn account(&self, id: AccountId) -> Result<&Account, ErrorReply> {
        let rows = &self.expected.accounts;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("account"))
    }

    pub(crate) fn deal(&self, id: DealId) -> Result<&Deal, ErrorReply> {
        let rows = &self.expected.deals;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("deal"))
    }

    pub(crate) fn touch(&self, id: TouchId) -> Result<&Touch, ErrorReply> {
        let rows = &self.expected.touches;
        rows.binary_search_by_key(&id, |row| row.id).ok().map(|at| &rows[at]).ok_or_else(|| gone("touch"))
    }

    /// Every account, by name.
    pub(crate) fn account_rows(&self) -> Vec<AccountRow> {
        let mut deals: BTreeMap<AccountId, Vec<&Deal>> = BTreeMap::new();
        for deal in &self.expected.deals {
            deals.entry(deal.account).or_default().push(deal);
        }
        let touches = self.touches_by_deal();
        let mut all: Vec<&Account> = self.expected.accounts.iter().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let row = |account: &Account| {
            let own = deals.get(&account.id).map_or(&[][..], Vec::as_slice);
            let parts = own.iter().flat_map(|deal| touches.get(&deal.id).into_iter().flatten());
            let partners: BTreeSet<&str> = parts
                .filter_map(|touch| self.expected.organization(touch.organization))
                .map(|o| o.name.as_str())
                .collect();
            AccountRow {
                id: account.id,
                name: account.name.to_string(),
                domain: account.domain.clone(),
                target: account.target,
                deals: u32::try_from(own.len()).unwrap_or(u32::MAX),
                open: sums(own, DealStage::Open),
                won: sums(own, DealStage::Won),
                partners: partners.into_iter().map(str::to_owned).collect(),
            }
        };
        all.into_iter().map(row).collect()
    }

    /// Every deal, by name.
    pub(crate) fn deal_rows(&self) -> Vec<DealRow> {
        let touches = self.touches_by_deal();
        let mut all: Vec<&Deal> = self.expected.deals.iter().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
        let row = |deal: &Deal| DealRow {
            id: deal.id,
            account: deal.account,
            account_name: self.account(deal.account).map(|account| account.name.to_string()).unwrap_or_default(),
            name: deal.name.to_string(),
            amount: deal.amount,
            stage: deal.stage,
            opened: deal.opened,
            closed: deal.closed,
            motion: deal.motion,
            motion_name: deal.motion.and_then(|id| self.motion(id).ok()).map(|motion| motion.name.to_string()),
            touches: touches.get(&deal.id).into_iter().flatten().map(|touch| self.touch_row(touch)).collect(),
        };
        all.into_iter().map(row).collect()
    }

    fn touch_row(&self, touch: &Touch) -> TouchRow {
        let partner = self.expected.organization(touch.organization);
        TouchRow {
            id: touch.id,
            organization: touch.organization,
            organization_name: partner.map(|partner| partner.name.to_string()).unwrap_or_default(),
            kind: touch.kind,
            date: touch.date,
            share: touch.share,
            evidence: touch.evidence.clone(),
        }
    }

    /// The earliest first.
    fn touches_by_deal(&self) -> BTreeMap<DealId, Vec<&Touch>> {
        let mut all: Vec<&Touch> = self.expected.touches.iter().collect();
        all.sort_by_key(|touch| (touch.date, touch.id));
        let mut by_deal: BTreeMap<DealId, Vec<&Touch>> = BTreeMap::new();
        for touch in all {
            by_deal.entry(touch.deal).or_default().push(touch);
        }
        by_deal
    }
}

/// One sum for each currency: they are never added.
fn sums(deals: &[&Deal], stage: DealStage) -> Vec<Money> {
    let mut sums: BTreeMap<Currency, Money> = BTreeMap::new();
    for deal in deals.iter().filter(|deal| deal.stage == stage) {
        let sum = sums.entry(deal.amount.currency).or_insert(Money::zero(deal.amount.currency));
        // Of one currency, and each amount is far below what a sum could not hold.
        sum.minor = sum.minor.saturating_add(deal.amount.minor);
    }
    sums.into_values().collect()
}
