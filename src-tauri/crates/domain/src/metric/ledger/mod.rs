//! What was measured and counted: every base figure in exactly one month and one line, with where it comes from. Built once
//! for a workspace. Owns which figures count and which clash; must not know what is planned.

mod actuals;
mod books;
mod deals;
mod distinct;
mod funds;
mod influence;
mod partners;
mod rates;
mod sourcing;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use influence::partner_amounts;
pub use rates::Rates;

use super::evaluate::{Base, Value, evaluate};
use super::formula::{Cases, Missing, Worked};
use super::library::Library;
use super::line::{Line, Lines};
use super::sheet::{Cell, Sheet, within};
use crate::{
    Count, Currency, ExchangeRateId, FiscalYear, Key, Metric, MetricOrigin, Money, Month, OrganizationId, Workspace,
};
use books::Books;

/// Everything that figures are worked out from.
#[derive(Debug, Clone)]
pub struct Ledger {
    library: Library,
    sheet: Sheet,
    /// What was counted, in the order in which it was met.
    counted: BTreeMap<Count, Vec<Entry>>,
    /// What was typed or imported, and counts.
    measured: BTreeMap<Key, Vec<Entry>>,
    clashes: Vec<Clash>,
    left_out: Vec<LeftOut>,
    distinct: distinct::Distinct,
    /// From the first to the last month in which deals were counted: in between, no deal is a nought.
    known: Option<(Month, Month)>,
    currency: Currency,
    fiscal_first_month: i32,
}

/// One base figure and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its month.
    pub month: Month,
    /// Its line.
    pub line: Line,
    /// Its amount.
    pub cell: Cell,
    /// Where it comes from.
    pub source: EntrySource,
    /// The rate that it was converted by.
    pub rate: Option<ExchangeRateId>,
}

/// Where a base figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntrySource {
    /// A deal.
    Deal,
    /// A fund.
    Fund,
    /// An account.
    Account,
    /// A partner.
    Partner,
    /// A value exchange.
    Exchange,
    /// A market figure, with who says so.
    Market(String),
    /// An actual: typed, or a file's name.
    Actual(String),
}

/// A typed or imported figure that does not count, because another one covers its month and line with another amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "MetricClash")]
pub struct Clash {
    /// Of what.
    pub metric: Key,
    /// The month.
    pub month: Month,
    /// The line that it was given for.
    pub line: Line,
    /// Whose figure, where it is of an organization alone.
    pub organization: Option<OrganizationId>,
    /// The figure that does not count, in whole units.
    pub typed: f64,
    /// What counts instead.
    pub counted: f64,
}

/// A figure that cannot be counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    /// Of what.
    pub metric: Key,
    /// The month; none where that is what is missing.
    pub month: Option<Month>,
    /// The line.
    pub line: Line,
    /// How much.
    pub money: Option<Money>,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a figure cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// In another currency, and nobody gave a rate as of its month or before.
    NoRate,
    /// A closed deal without the day on which it was closed.
    NoDate,
    /// An open deal without a probability.
    NoProbability,
    /// A second market figure for a year: the newest one counts.
    Replaced,
}

impl Ledger {
    /// Counts everything in `workspace`. `today` says which deals still can be in time, and how old open ones are.
    pub fn of(workspace: &Workspace, today: Date) -> Self {
        let settings = &workspace.settings;
        let library = Library::of(&workspace.metrics, &settings.metric_rules);
        let mut books = Books::new(workspace, library, today);
        let known = deals::count(&mut books);
        funds::count(&mut books);
        partners::count(&mut books);
        let distinct = distinct::Distinct::of(&books);
        actuals::count(&mut books);
        let Books { library, sheet, counted, measured, clashes, left_out, .. } = books;
        let mut ledger = Self {
            library,
            sheet,
            counted,
            measured,
            clashes,
            left_out,
            distinct,
            known,
            currency: settings.currency,
            fiscal_first_month: settings.fiscal_first_month,
        };
        ledger.formulas_come_first();
        ledger
    }

    /// A metric's figure in `lines` from `first` to `last`, both included.
    pub fn value(&self, metric: &Key, lines: &Lines, first: Month, last: Month) -> Value {
        evaluate(&self.library, self, metric, lines, first, last)
    }

    /// A metric's figure in each month from `first` to `last` that has one. A figure below the metric's floor has none.
    pub fn months(&self, metric: &Key, lines: &Lines, first: Month, last: Month) -> BTreeMap<Month, f64> {
        first.to(last).filter_map(|month| Some((month, self.value(metric, lines, month, month).figure?))).collect()
    }

    /// The first and the last month in which any part of a metric has a figure of its own; none without one.
    pub fn span(&self, metric: &Key) -> Option<(Month, Month)> {
        let leaves = self.library.leaves(metric);
        let months = leaves.iter().chain([metric]).filter_map(|leaf| self.sheet.cells(leaf)).flat_map(|cells| {
            let ends = [cells.first_key_value(), cells.last_key_value()];
            ends.into_iter().flatten().map(|((month, _), _)| *month)
        });
        let counted = leaves.iter().filter_map(|leaf| self.library.metric(leaf)).any(|leaf| by_deals(leaf).is_some());
        let known = self.known.filter(|_| counted);
        let months: Vec<Month> =
            months.filter(|month| *month != BEFORE).chain(known.map(|k| k.0)).chain(known.map(|k| k.1)).collect();
        Some((months.iter().min().copied()?, months.iter().max().copied()?))
    }

    /// The metrics that it was built with, their formulas read.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Base figures by metric, month and line.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Sets what partner revenue is to be in a month and line, from the motions' plans, where nobody typed a target.
    pub fn set_target(&mut self, month: Month, line: Line, units: f64) {
        let target = Key::literal("revenue_target");
        let typed = self.measured.get(&target).is_some_and(|own| own.iter().any(|entry| entry.month == month));
        if !typed {
            self.sheet.add(&target, month, line, Cell { minor: 0, number: units, cases: 0 });
        }
    }

    /// The currency that all money is in.
    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// Typed or imported figures that do not count.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Figures that cannot be counted.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The base figures of a metric, each with its source: what was counted, and what was typed or imported beside it.
    pub fn entries(&self, metric: &Key) -> impl Iterator<Item = &Entry> {
        let counted = match self.library.metric(metric).map(|metric| &metric.origin) {
            Some(MetricOrigin::Counted(count)) => self.counted.get(count),
            _ => None,
        };
        counted.into_iter().flatten().chain(self.measured.get(metric).into_iter().flatten())
    }

    /// Typed figures of a formula give way to it where its parts have figures; those that differ are listed.
    fn formulas_come_first(&mut self) {
        let taken = self.sheet.give_way(&self.library);
        for (metric, month, line, cell) in taken {
            if let Some(own) = self.measured.get_mut(&metric) {
                own.retain(|entry| (entry.month, entry.line) != (month, line));
            }
            let typed = self.sheet.units(cell);
            let counted = self.value(&metric, &Lines::one(line), month, month).figure;
            if let Some(counted) = counted.filter(|counted| (counted - typed).abs() > SAME * typed.abs().max(1.0)) {
                self.clashes.push(Clash { metric, month, line, organization: None, typed, counted });
            }
        }
    }
}

/// Figures closer than this part of each other are the same: sums of cents in whole units differ that much.
const SAME: f64 = 1e-9;

/// Where what has no date stands: before every month.
const BEFORE: Month = Month::FIRST;

/// The count of a metric that is counted in deals and adds up by month.
fn by_deals(metric: &Metric) -> Option<Count> {
    use Count::{
        AllPipeline, DaysToClose, DaysToCloseWithPartner, DealValue, DealValueWithPartner, Deals, DealsWithPartner,
        InfluencedPipeline, InfluencedRevenue, LostDeals, LostWithPartner, OpenDealDays, OpenDeals,
        OpenDealsWithNextStep, OpenPipeline, PartnerCustomers, SourcedPipeline, SourcedRevenue, WeightedPipeline,
        WonDeals, WonRevenue, WonTargetAccounts, WonValueWithPartner, WonWithPartner,
    };
    match metric.origin {
        MetricOrigin::Counted(
            count @ (InfluencedRevenue
            | InfluencedPipeline
            | SourcedRevenue
            | SourcedPipeline
            | WonRevenue
            | AllPipeline
            | Deals
            | DealsWithPartner
            | DealValue
            | DealValueWithPartner
            | WonDeals
            | LostDeals
            | WonWithPartner
            | LostWithPartner
            | WonValueWithPartner
            | DaysToClose
            | DaysToCloseWithPartner
            | OpenPipeline
            | WeightedPipeline
            | OpenDeals
            | OpenDealsWithNextStep
            | OpenDealDays
            | PartnerCustomers
            | WonTargetAccounts),
        ) => Some(count),
        _ => None,
    }
}

impl Base for Ledger {
    fn base(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        let MetricOrigin::Counted(count) = metric.origin else {
            return self.sheet.sum_up(metric, lines, first, last);
        };
        let counted = match count {
            Count::WonTargetAccounts | Count::RecruitedPartners | Count::ActivatedPartners => {
                self.by_the_end(metric, lines, last)
            }
            Count::TargetAccounts | Count::Affiliates => self.constant(metric, &Lines::All),
            Count::WeightGiven | Count::WeightGot => self.constant(metric, lines),
            Count::MarketSize => self.market(metric, first, last),
            Count::ActivePartners => self.distinct.active(lines, last),
            Count::EngagedAffiliates => self.distinct.engaged(lines, first, last),
            Count::Concentration => self.distinct.concentration(lines, first, last),
            Count::TopThreeShare => self.distinct.top_three(lines, first, last),
            _ => return self.flow(metric, lines, first, last),
        };
        if counted.figure == Err(Missing::NoFigure) { self.sheet.sum_up(metric, lines, first, last) } else { counted }
    }
}

impl Ledger {
    /// What happens month by month: where deals are known, none is a nought.
    fn flow(&self, metric: &Metric, lines: &Lines, first: Month, last: Month) -> Worked {
        let sum = self.sheet.sum_up(metric, lines, first, last);
        let known = self.known.is_some_and(|(begin, end)| first <= end && begin <= last) && by_deals(metric).is_some();
        if sum.figure == Err(Missing::NoFigure) && known { Worked { figure: Ok(0.0), ..sum } } else { sum }
    }

    /// Everything up to the end of the period, whenever it happened.
    fn by_the_end(&self, metric: &Metric, lines: &Lines, last: Month) -> Worked {
        let Some(cells) = self.sheet.cells(&metric.key) else {
            let known = self.known.is_some_and(|(begin, _)| begin <= last);
            let figure = if known { Ok(0.0) } else { Err(Missing::NoFigure) };
            return Worked { figure, cases: Cases::Fewest(0) };
        };
        let chosen = within(cells, BEFORE, last).filter(|((_, line), _)| lines.has(*line));
        let sum = chosen.fold(Cell::default(), |sum, (_, cell)| sum.plus(*cell));
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }

    /// What has no date.
    fn constant(&self, metric: &Metric, lines: &Lines) -> Worked {
        let cells = self.sheet.cells(&metric.key).into_iter().flatten();
        let mut undated = cells.filter(|((month, line), _)| *month == BEFORE && lines.has(*line)).peekable();
        if undated.peek().is_none() {
            return Worked::NOTHING;
        }
        let sum = undated.fold(Cell::default(), |sum, (_, cell)| sum.plus(*cell));
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }

    /// The market of a period that is made of whole fiscal years, each of which has a figure.
    fn market(&self, metric: &Metric, first: Month, last: Month) -> Worked {
        let months = last.since(first) + 1;
        if months <= 0 || months % 12 != 0 || first.number() != self.fiscal_first_month {
            return Worked::NOTHING;
        }
        let Some(cells) = self.sheet.cells(&metric.key) else { return Worked::NOTHING };
        let mut sum = Cell::default();
        for year in 0..months / 12 {
            let end = FiscalYear::of(first.plus(12 * year), self.fiscal_first_month).last();
            let Some(cell) = cells.get(&(end, Line::Outside)) else { return Worked::NOTHING };
            sum = sum.plus(*cell);
        }
        Worked { figure: Ok(self.sheet.units(sum)), cases: Cases::Fewest(sum.cases) }
    }
}
