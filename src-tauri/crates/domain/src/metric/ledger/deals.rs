//! Counts deals: each once, in the month in which it was opened or closed, under its motion, or as shared by several. Must
//! not know actuals.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::books::{Books, Place};
use super::sourcing::{Part, Sourcing, days, touches_by_deal};
use super::{EntrySource, WhyLeftOut};
use crate::metric::line::Line;
use crate::{AccountId, Count, Deal, DealId, DealStage, Money, Month, MotionId, Touch, Workspace};

/// Counts every deal. Gives the first and the last month in which deals are known: up to the last whole month before today,
/// or the last in which one was opened or closed.
pub(super) fn count(books: &mut Books<'_>) -> Option<(Month, Month)> {
    let workspace = books.workspace;
    let touches = touches_by_deal(workspace);
    let sourcing = Sourcing::of(workspace, books.today);
    let stages = LiftStages::of(workspace);
    let first_won = first_won(workspace);
    let targets: BTreeSet<AccountId> = workspace.accounts.iter().filter(|one| one.target).map(|one| one.id).collect();
    for deal in &workspace.deals {
        let touches = touches.get(&deal.id).map_or(&[][..], Vec::as_slice);
        let motions = motions(deal, touches);
        let seen = Seen {
            deal,
            line: line(&motions),
            motions,
            part: sourcing.part(deal, touches),
            first_of_account: first_won.get(&deal.account).is_some_and(|(_, first)| *first == deal.id),
            target: targets.contains(&deal.account),
            attached: stages.attached(deal, touches),
        };
        opened(books, &seen);
        closed(books, &seen);
        open(books, &seen);
    }
    let months = workspace.deals.iter().flat_map(|deal| [Some(deal.opened), deal.closed]).flatten().map(Month::of);
    let (first, last) = months.fold(None, |span: Option<(Month, Month)>, month| {
        Some(span.map_or((month, month), |(first, last)| (first.min(month), last.max(month))))
    })?;
    Some((first, last.max(Month::of(books.today).plus(-1))))
}

/// What the counting of one deal needs.
struct Seen<'a> {
    deal: &'a Deal,
    line: Line,
    motions: BTreeSet<MotionId>,
    part: Part,
    attached: Attached,
    /// The first deal that the account won.
    first_of_account: bool,
    target: bool,
}

/// When the first partner took part.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Attached {
    Never,
    /// Too late to have had a part in how the deal went.
    Late,
    InTime,
}

/// The motion that a deal is counted under and those in which partners took part in it.
pub(super) fn motions(deal: &Deal, touches: &[&Touch]) -> BTreeSet<MotionId> {
    deal.motion.into_iter().chain(touches.iter().filter_map(|touch| touch.motion)).collect()
}

pub(super) fn line(motions: &BTreeSet<MotionId>) -> Line {
    match (motions.first(), motions.len()) {
        (Some(motion), 1) => Line::Motion(*motion),
        (Some(_), _) => Line::Shared,
        (None, _) => Line::Outside,
    }
}

impl Seen<'_> {
    fn place(&self, day: Date) -> Place {
        Place { month: Month::of(day), line: self.line }
    }

    fn number(&self, books: &mut Books<'_>, count: Count, day: Date, figure: f64) {
        self.stand_for(books, count, day);
        books.number(count, self.place(day), figure, EntrySource::Deal);
    }

    fn money(&self, books: &mut Books<'_>, count: Count, day: Date) {
        self.stand_for(books, count, day);
        books.money(count, self.place(day), self.deal.amount, EntrySource::Deal);
    }

    /// A shared deal is also what each of its motions would have typed.
    fn stand_for(&self, books: &mut Books<'_>, count: Count, day: Date) {
        if self.line == Line::Shared {
            books.shared.extend(self.motions.iter().map(|motion| (count, Month::of(day), *motion)));
        }
    }
}

fn opened(books: &mut Books<'_>, seen: &Seen<'_>) {
    let day = seen.deal.opened;
    seen.number(books, Count::Deals, day, 1.0);
    seen.money(books, Count::DealValue, day);
    if seen.attached > Attached::Never {
        seen.number(books, Count::DealsWithPartner, day, 1.0);
        seen.money(books, Count::DealValueWithPartner, day);
    }
    if seen.deal.stage == DealStage::Lost {
        return;
    }
    seen.money(books, Count::AllPipeline, day);
    match seen.part {
        Part::Sourced => seen.money(books, Count::SourcedPipeline, day),
        Part::Influenced => seen.money(books, Count::InfluencedPipeline, day),
        Part::None => {}
    }
}

fn closed(books: &mut Books<'_>, seen: &Seen<'_>) {
    if seen.deal.stage == DealStage::Open {
        return;
    }
    let Some(day) = seen.deal.closed else {
        let count = if seen.deal.stage == DealStage::Won { Count::WonRevenue } else { Count::LostDeals };
        books.leave_out(count, None, seen.line, Some(seen.deal.amount), WhyLeftOut::NoDate);
        return;
    };
    let with = seen.attached == Attached::InTime;
    if seen.deal.stage == DealStage::Lost {
        seen.number(books, Count::LostDeals, day, 1.0);
        let side = if with { Count::LostWithPartner } else { Count::LostWithoutPartner };
        seen.number(books, side, day, 1.0);
        return;
    }
    let took = days(seen.deal.opened, day) as f64;
    seen.number(books, Count::WonDeals, day, 1.0);
    seen.money(books, Count::WonRevenue, day);
    seen.number(books, Count::DaysToClose, day, took);
    let (deals, value, cycle) = if with {
        (Count::WonWithPartner, Count::WonValueWithPartner, Count::DaysToCloseWithPartner)
    } else {
        (Count::WonWithoutPartner, Count::WonValueWithoutPartner, Count::DaysToCloseWithoutPartner)
    };
    seen.number(books, deals, day, 1.0);
    seen.money(books, value, day);
    seen.number(books, cycle, day, took);
    match seen.part {
        Part::Sourced => seen.money(books, Count::SourcedRevenue, day),
        Part::Influenced => seen.money(books, Count::InfluencedRevenue, day),
        Part::None => {}
    }
    if seen.first_of_account && seen.part == Part::Sourced {
        seen.number(books, Count::PartnerCustomers, day, 1.0);
    }
    if seen.first_of_account && seen.target {
        seen.number(books, Count::WonTargetAccounts, day, 1.0);
    }
}

fn open(books: &mut Books<'_>, seen: &Seen<'_>) {
    let deal = seen.deal;
    if deal.stage != DealStage::Open || seen.part == Part::None {
        return;
    }
    let day = deal.expected_close.unwrap_or(deal.opened);
    seen.number(books, Count::OpenDeals, day, 1.0);
    seen.money(books, Count::OpenPipeline, day);
    seen.number(books, Count::OpenDealDays, day, days(deal.opened, books.today).max(0) as f64);
    if !deal.next_step.trim().is_empty() {
        seen.number(books, Count::OpenDealsWithNextStep, day, 1.0);
    }
    match deal.probability {
        Some(probability) => {
            let weighted = (deal.amount.minor as f64 * probability.clamp(0.0, 1.0)).round();
            let units = weighted / deal.amount.currency.minor_per_unit() as f64;
            let money = Money::from_f64(units, deal.amount.currency);
            seen.stand_for(books, Count::WeightedPipeline, day);
            books.money(Count::WeightedPipeline, seen.place(day), money, EntrySource::Deal);
        }
        None => books.leave_out(
            Count::WeightedPipeline,
            Some(Month::of(day)),
            seen.line,
            Some(deal.amount),
            WhyLeftOut::NoProbability,
        ),
    }
}

/// Each account's first won deal.
fn first_won(workspace: &Workspace) -> BTreeMap<AccountId, (Date, DealId)> {
    let mut first = BTreeMap::new();
    for deal in workspace.deals.iter().filter(|deal| deal.stage == DealStage::Won) {
        if let Some(closed) = deal.closed {
            let won = first.entry(deal.account).or_insert((closed, deal.id));
            *won = (*won).min((closed, deal.id));
        }
    }
    first
}

/// When each deal came into the stage before which a partner must have taken part.
struct LiftStages {
    entered: BTreeMap<DealId, Date>,
}

impl LiftStages {
    fn of(workspace: &Workspace) -> Self {
        let stage = workspace.settings.metric_rules.lift_stage.as_ref();
        let entries = workspace.deal_stage_entries.iter().filter(|entry| Some(&entry.stage) == stage);
        Self { entered: entries.map(|entry| (entry.deal, entry.entered)).collect() }
    }

    /// In time is before the stage, or where the deal never came into it, before it was closed.
    fn attached(&self, deal: &Deal, touches: &[&Touch]) -> Attached {
        let Some(first) = touches.iter().map(|touch| touch.date).min() else { return Attached::Never };
        let end = self.entered.get(&deal.id).copied().or(deal.closed);
        if end.is_none_or(|end| first < end) { Attached::InTime } else { Attached::Late }
    }
}
