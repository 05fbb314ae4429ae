//! Which deals a partner originated, and which it advanced. Owns the rule; must not know months or lines.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{AccountId, Deal, DealId, DealStage, MetricRules, Touch, TouchKind, Workspace};

/// What partners had to do with a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A partner originated it.
    Sourced,
    /// We created it and a partner materially advanced it.
    Influenced,
    /// No partner, or one that only delivered.
    None,
}

/// What is known of each account's earlier deals and activity, so that each deal is judged without a walk over all.
pub(super) struct Sourcing<'a> {
    rules: &'a MetricRules,
    today: Date,
    /// By account: the days on which its deals were opened, in order, each with the last day on which a deal opened by then
    /// was still open.
    deals: BTreeMap<AccountId, Vec<(Date, Date)>>,
    activity: BTreeMap<AccountId, Vec<Date>>,
}

impl<'a> Sourcing<'a> {
    pub fn of(workspace: &'a Workspace, today: Date) -> Self {
        let mut deals: BTreeMap<AccountId, Vec<(Date, Date)>> = BTreeMap::new();
        for deal in &workspace.deals {
            let last = if deal.stage == DealStage::Open { Date::MAX } else { deal.closed.unwrap_or(deal.opened) };
            deals.entry(deal.account).or_default().push((deal.opened, last));
        }
        for days in deals.values_mut() {
            days.sort_unstable();
            let mut latest = Date::MIN;
            for (_, last) in days {
                latest = latest.max(*last);
                *last = latest;
            }
        }
        let mut activity: BTreeMap<AccountId, Vec<Date>> = BTreeMap::new();
        for row in &workspace.account_activities {
            activity.entry(row.account).or_default().push(row.date);
        }
        for days in activity.values_mut() {
            days.sort_unstable();
        }
        Self { rules: &workspace.settings.metric_rules, today, deals, activity }
    }

    /// What partners had to do with `deal`.
    pub fn part(&self, deal: &Deal, touches: &[&Touch]) -> Part {
        let introduced = touches.iter().filter(|touch| touch.kind == TouchKind::Sourced).map(|touch| touch.date).min();
        if introduced.is_some_and(|day| self.originated(deal, day)) {
            Part::Sourced
        } else if touches.iter().any(|touch| touch.kind != TouchKind::Delivered) {
            Part::Influenced
        } else {
            Part::None
        }
    }

    fn originated(&self, deal: &Deal, introduced: Date) -> bool {
        let end = if deal.stage == DealStage::Open { self.today } else { deal.closed.unwrap_or(deal.opened) };
        let in_time = days(introduced, end) <= i64::from(self.rules.sourcing_window_days);
        introduced <= deal.opened && in_time && self.quiet(deal.account, introduced)
    }

    /// No other deal of the account was open and nothing was done with it in the quiet days before the introduction. The
    /// deal itself was opened no earlier than that, so it is not among those looked at.
    fn quiet(&self, account: AccountId, introduced: Date) -> bool {
        let since =
            introduced.saturating_sub(jiff::Span::new().days(i64::from(self.rules.sourcing_quiet_days.min(DAYS_MAX))));
        let none = Vec::new();
        let earlier = self.deals.get(&account).unwrap_or(&none);
        let before = earlier.partition_point(|(opened, _)| *opened < introduced);
        let open = before > 0 && earlier[before - 1].1 >= since;
        let activity = self.activity.get(&account).map_or(&[][..], Vec::as_slice);
        let from = activity.partition_point(|day| *day < since);
        !open && activity.get(from).is_none_or(|day| *day >= introduced)
    }
}

/// A century: more days than any rule needs, and few enough for a date.
const DAYS_MAX: u32 = 36_525;

/// Whole days from `start` to `end`.
pub(super) fn days(start: Date, end: Date) -> i64 {
    start.until(end).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

/// Touches by deal.
pub fn touches_by_deal(workspace: &Workspace) -> BTreeMap<DealId, Vec<&Touch>> {
    let mut by_deal: BTreeMap<DealId, Vec<&Touch>> = BTreeMap::new();
    for touch in &workspace.touches {
        by_deal.entry(touch.deal).or_default().push(touch);
    }
    by_deal
}
