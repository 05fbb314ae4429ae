//! Counts market development money and what came after it. Must not know actuals.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;

use super::EntrySource;
use super::books::{Books, Place};
use super::deals::motions;
use super::sourcing::{Part, Sourcing, touches_by_deal};
use crate::metric::line::Line;
use crate::{Count, DealStage, Fund, Month, MotionId};

/// Counts every fund, and the deals won in its motion after it was spent.
pub(super) fn count(books: &mut Books<'_>) {
    for fund in &books.workspace.funds {
        let line = fund.motion.map_or(Line::Outside, Line::Motion);
        if let Some(day) = fund.approved.or(fund.requested).or(fund.spent) {
            let place = Place { month: Month::of(day), line };
            books.money(Count::FundAllocated, place, fund.amount, EntrySource::Fund);
            if fund.spent.is_some() {
                books.money(Count::FundUsed, place, fund.amount, EntrySource::Fund);
            }
        }
        if let Some(day) = fund.spent {
            books.money(Count::FundSpent, Place { month: Month::of(day), line }, fund.amount, EntrySource::Fund);
        }
    }
    revenue(books);
}

/// A deal counts to the latest fund of its motions that was spent before it was won, if the window still holds.
fn revenue(books: &mut Books<'_>) {
    let workspace = books.workspace;
    let mut spent: BTreeMap<MotionId, Vec<Date>> = BTreeMap::new();
    for (motion, day) in workspace.funds.iter().filter_map(|fund: &Fund| Some((fund.motion?, fund.spent?))) {
        spent.entry(motion).or_default().push(day);
    }
    for days in spent.values_mut() {
        days.sort_unstable();
    }
    let touches = touches_by_deal(workspace);
    let sourcing = Sourcing::of(workspace, books.today);
    let window = Span::new().months(workspace.settings.metric_rules.fund_window_months.min(1_200));
    for deal in workspace.deals.iter().filter(|deal| deal.stage == DealStage::Won) {
        let Some(closed) = deal.closed else { continue };
        let touches = touches.get(&deal.id).map_or(&[][..], Vec::as_slice);
        let before = |motion: MotionId| {
            let days = spent.get(&motion)?;
            let upto = days.partition_point(|day| *day <= closed);
            Some((*days.get(upto.checked_sub(1)?)?, motion))
        };
        let latest = motions(deal, touches).into_iter().filter_map(before).max();
        let Some((day, motion)) = latest.filter(|(day, _)| closed <= day.saturating_add(window)) else { continue };
        if sourcing.part(deal, touches) != Part::None {
            let place = Place { month: Month::of(day), line: Line::Motion(motion) };
            books.money(Count::FundRevenue, place, deal.amount, EntrySource::Deal);
        }
    }
}
