//! Rows of a report as what each of them says: whose, which month, which currency, and how much. Must not know: other
//! reports, or who the partners are here.

use std::collections::HashMap;

use domain::{ActualReport, Currency, Month, MotionId, ReportBasis, ReportDate, Workspace};

use super::measure::{Amounts, Measure};
use super::publishers::Publishers;
use super::standing::{Standing, is_marked, standing};
use crate::columns::report::Part;
use crate::plan::Work;
use crate::profiles::Profile;
use crate::table::Table;
use crate::table::row::Row;
use crate::values::date::{DateFault, DateOrder, DateReader};
use crate::values::number::{self, NumberReader, Unit};
use crate::values::{figure, month};
use crate::words::{count, folded};
use crate::{Ask, ImportError, Reject};

/// What one row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The same in each report that tells of it.
    pub key: Box<str>,
    /// Whose, as [`Publishers`] counts them.
    pub publisher: Option<u32>,
    /// The motion that it counts to.
    pub motion: Option<MotionId>,
    pub month: Month,
    pub currency: Currency,
    pub standing: Standing,
    pub amounts: Amounts,
}

/// What all rows of a report say.
pub struct Facts {
    pub all: Vec<Fact>,
    /// Which measures it has a column for.
    pub has: [bool; Measure::ALL.len()],
    pub rejects: Vec<Reject>,
    pub remarks: Vec<String>,
    /// Rows of other months than were asked for.
    pub outside: usize,
}

/// Reads the rows of one table.
pub struct Reader<'a> {
    table: &'a Table,
    report: &'a ActualReport,
    numbers: NumberReader,
    days: DateReader,
    dated: Option<Part>,
    /// The one that amounts without a sign are in, where no cell says it.
    currency: Currency,
    /// For each part, what it is in every row.
    constants: Vec<Option<&'a str>>,
    split_orders: Vec<usize>,
    motions: HashMap<String, Option<MotionId>>,
}

/// Why a row says nothing that counts.
enum Beside {
    Refused(Reject),
    /// It has no day of the kind that was asked for yet.
    Undated,
    Outside,
}

impl From<Reject> for Beside {
    fn from(reject: Reject) -> Self {
        Self::Refused(reject)
    }
}

const NUMBERS: [Part; 24] = [
    Part::Clicks,
    Part::Leads,
    Part::Signups,
    Part::PaidCustomers,
    Part::Orders,
    Part::PendingOrders,
    Part::ApprovedOrders,
    Part::DeclinedOrders,
    Part::GrossOrders,
    Part::Revenue,
    Part::PendingRevenue,
    Part::ApprovedRevenue,
    Part::DeclinedRevenue,
    Part::Commission,
    Part::PendingCommission,
    Part::ApprovedCommission,
    Part::Fees,
    Part::Bonuses,
    Part::Discounts,
    Part::OrderValue,
    Part::RevenueUsd,
    Part::CommissionUsd,
    Part::FeesUsd,
    Part::DiscountsUsd,
];

impl<'a> Reader<'a> {
    /// For one table, read as `report` says.
    pub fn of(
        table: &'a Table,
        rows: &[Row<'a>],
        profile: &'static Profile,
        report: &'a ActualReport,
        workspace: &Workspace,
        dates: Option<DateOrder>,
    ) -> Self {
        let columns = &table.columns;
        let places: Vec<usize> = NUMBERS.iter().filter_map(|part| columns.part(*part)).collect();
        let cells = rows.iter().flat_map(|row| places.iter().map(|place| row.cell(*place)));
        let column = dated(table, report.dated_by);
        let day_place = column.and_then(|part| columns.part(part));
        let prefix = profile.report.as_ref().and_then(|report| report.split_orders);
        let split_orders = prefix.filter(|_| columns.part(Part::Orders).is_none()).map_or_else(Vec::new, |prefix| {
            let is_split = |name: &String| folded(name).strip_prefix(prefix).is_some_and(|rest| !rest.is_empty());
            (0..table.header.len()).filter(|place| is_split(&table.header[*place])).collect()
        });
        let mut motions: HashMap<String, Option<MotionId>> = HashMap::new();
        for motion in &workspace.motions {
            let several = |known: &mut Option<MotionId>| *known = None;
            motions.entry(folded(motion.name.as_str())).and_modify(several).or_insert(Some(motion.id));
        }
        Self {
            table,
            report,
            numbers: NumberReader::decide(cells),
            days: DateReader::decide(rows.iter().filter_map(|row| day_place.map(|place| row.cell(place))), dates),
            dated: column,
            currency: workspace.settings.currency,
            constants: columns.schema().fields.iter().map(|field| columns.constant(field.key)).collect(),
            split_orders,
            motions,
        }
    }

    /// Whether there is a column for the part, or one value for every row.
    pub fn has(&self, part: Part) -> bool {
        self.table.columns.part(part).is_some() || self.constant(part).is_some()
    }

    /// What stands there, trimmed; empty where nothing says it.
    pub fn cell(&self, row: Row<'a>, part: Part) -> &'a str {
        let cell = self.table.columns.part(part).map_or("", |place| row.cell(place));
        if cell.is_empty() { self.constant(part).unwrap_or_default() } else { cell }
    }

    fn constant(&self, part: Part) -> Option<&'a str> {
        self.constants.get(part as usize).copied().flatten()
    }

    /// A refusal for a part's cell.
    pub fn reject(&self, row: Row<'a>, part: Part, expected: impl Into<String>) -> Reject {
        match self.table.columns.part(part) {
            Some(place) => row.reject_at(place, expected),
            None => Reject::new(row.number(), None, self.constant(part).unwrap_or_default(), expected),
        }
    }

    /// What every row says.
    pub fn facts(&self, rows: &[Row<'a>], publishers: &mut Publishers, work: &Work<'_>) -> Result<Facts, ImportError> {
        let mut found = Facts {
            all: Vec::with_capacity(rows.len()),
            has: self.measures(),
            rejects: Vec::new(),
            remarks: Vec::new(),
            outside: 0,
        };
        let (mut undated, mut waiting, mut twice, mut unlike) = (0, 0, 0, 0);
        let mut seen: HashMap<Box<str>, usize> = HashMap::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            work.look_up(index)?;
            let fact = match self.fact(*row, publishers) {
                Ok(fact) => fact,
                Err(Beside::Refused(reject)) => {
                    found.rejects.push(reject);
                    continue;
                }
                Err(Beside::Undated) => {
                    undated += 1;
                    continue;
                }
                Err(Beside::Outside) => {
                    found.outside += 1;
                    continue;
                }
            };
            let known = seen.get(&fact.key).copied();
            match known.map(|at| &mut found.all[at]) {
                Some(known) if *known == fact => twice += 1,
                Some(known) if self.has(Part::Transaction) => {
                    unlike += 1;
                    // Of two tellings the one further along, whichever stands first.
                    let order = |fact: &Fact| (fact.standing, fact.month, fact.currency, fact.amounts);
                    if order(&fact) > order(known) {
                        *known = fact;
                    }
                }
                Some(_) => {
                    let expected = "one row for each partner, campaign and day or period";
                    let advice = "a row before it says something else of the same; keep one";
                    found.rejects.push(Reject::new(row.number(), None, &fact.key, expected).advise(advice));
                }
                None => {
                    waiting +=
                        usize::from(fact.standing == Standing::Pending && !fact.standing.counts(self.report.basis));
                    seen.insert(fact.key.clone(), found.all.len());
                    found.all.push(fact);
                }
            }
        }
        found.remarks = self.remarks([undated, waiting, twice, unlike]);
        Ok(found)
    }

    fn remarks(&self, [undated, waiting, twice, unlike]: [usize; 4]) -> Vec<String> {
        let rows = |number: usize| count(number, "row", "rows");
        let mut remarks = Vec::new();
        if twice > 0 {
            remarks.push(format!("{} stood there before with the same figures and counted once.", rows(twice)));
        }
        if unlike > 0 {
            let transactions = count(unlike, "transaction stood", "transactions stood");
            remarks.push(format!("{transactions} there twice with different figures; the one further along counted."));
        }
        if waiting > 0 {
            let basis = if self.report.basis == ReportBasis::Paid { "paid" } else { "approved" };
            remarks.push(format!(
                "{} not {basis} yet and not counted.",
                count(waiting, "transaction is", "transactions are")
            ));
        }
        if undated > 0 {
            let day = self.dated.map_or("day", Part::words);
            remarks.push(format!("{} without a {day} left out.", rows(undated)));
        }
        if self.has_levels(Part::PendingCommission, Part::ApprovedCommission)
            && !self.has_levels(Part::PendingRevenue, Part::ApprovedRevenue)
            && self.has(Part::Revenue)
        {
            remarks.push("Revenue is of all transactions: the report has none apart for those that count.".to_owned());
        }
        remarks
    }

    /// Which measures there are columns for.
    fn measures(&self) -> [bool; Measure::ALL.len()] {
        let any = |parts: &[Part]| parts.iter().any(|part| self.has(*part));
        Measure::ALL.map(|measure| match measure {
            Measure::Clicks => any(&[Part::Clicks]),
            Measure::Leads => any(&[Part::Leads]),
            Measure::Signups => any(&[Part::Signups]),
            Measure::PaidCustomers => any(&[Part::PaidCustomers]),
            Measure::Orders => {
                any(&[Part::Orders, Part::PendingOrders, Part::ApprovedOrders, Part::Transaction])
                    || !self.split_orders.is_empty()
            }
            Measure::DeclinedOrders => any(&[Part::DeclinedOrders, Part::Voided, Part::Status, Part::GrossOrders]),
            Measure::Revenue | Measure::Reversed => {
                any(&[Part::Revenue, Part::PendingRevenue, Part::ApprovedRevenue, Part::RevenueUsd, Part::OrderValue])
            }
            Measure::Commission => {
                any(&[Part::Commission, Part::PendingCommission, Part::ApprovedCommission, Part::CommissionUsd])
            }
            Measure::Fees => any(&[Part::Fees, Part::FeesUsd]),
            Measure::Bonuses => any(&[Part::Bonuses, Part::Type]),
            Measure::Discounts => any(&[Part::Discounts, Part::DiscountsUsd]),
        })
    }

    fn fact(&self, row: Row<'a>, publishers: &mut Publishers) -> Result<Fact, Beside> {
        let standing = standing(self, row)?;
        let (id, name) = (self.cell(row, Part::PartnerId), self.cell(row, Part::Partner));
        let has_partners = self.has(Part::PartnerId) || self.has(Part::Partner);
        if has_partners && id.is_empty() && name.is_empty() {
            let part = if self.has(Part::Partner) { Part::Partner } else { Part::PartnerId };
            return Err(self.reject(row, part, "the partner's name or id").into());
        }
        let month = self.month(row, standing)?;
        let publisher = has_partners.then(|| publishers.seen(id, name, self.cell(row, Part::Website), row.number()));
        let campaign = self.cell(row, Part::Campaign);
        let of_campaign = || self.motions.get(&folded(campaign)).copied().flatten();
        let motion = if campaign.is_empty() { None } else { of_campaign() }.or(self.report.motion);
        let (currency, amounts) = self.amounts(row, standing)?;
        let transaction = self.cell(row, Part::Transaction);
        let key = if self.has(Part::Transaction) {
            if transaction.is_empty() {
                return Err(self.reject(row, Part::Transaction, "the id of the transaction").into());
            }
            transaction.into()
        } else {
            let day = self.dated.map_or("", |part| self.cell(row, part));
            let (status, kind) = (self.cell(row, Part::Status), self.cell(row, Part::Type));
            let who = if id.is_empty() { name } else { id };
            let when = if day.is_empty() { month.to_string() } else { day.to_owned() };
            format!("{who} {when} {campaign} {currency} {status} {kind}").trim_end().into()
        };
        Ok(Fact { key, publisher, motion, month, currency, standing, amounts })
    }

    /// The month that a row counts to.
    fn month(&self, row: Row<'a>, standing: Standing) -> Result<Month, Beside> {
        let Some(mut part) = self.dated else {
            // Of a report for several months nobody can tell which; it is complete at the end of the last.
            return self.report.last.ok_or_else(|| self.reject(row, Part::Month, "a month").into());
        };
        if part == Part::Validated && standing == Standing::Declined && !self.cell(row, Part::Reversed).is_empty() {
            part = Part::Reversed;
        }
        let text = self.cell(row, part);
        if text.is_empty() && !matches!(part, Part::Date | Part::Month) {
            return Err(Beside::Undated);
        }
        let read = if part == Part::Month { month::read(text, self.days) } else { self.days.read(text).map(Month::of) };
        let month = read.map_err(|fault| {
            let expected = if part == Part::Month { "a month such as 2026-03" } else { "a day such as 2026-03-31" };
            let reject = self.reject(row, part, expected).advise(fault.advice());
            if matches!(fault, DateFault::Ambiguous(..)) { reject.ask(Ask::DayOrMonth) } else { reject }
        })?;
        let before = self.report.first.is_some_and(|first| month < first);
        let after = self.report.last.is_some_and(|last| month > last);
        if before || after { Err(Beside::Outside) } else { Ok(month) }
    }

    fn has_levels(&self, pending: Part, approved: Part) -> bool {
        self.has(pending) || self.has(approved)
    }

    /// The currency of a row, and what it measures.
    fn amounts(&self, row: Row<'a>, standing: Standing) -> Result<(Currency, Amounts), Reject> {
        let in_dollars = self.has(Part::RevenueUsd) && self.cell(row, Part::Revenue).is_empty();
        let mut money = MoneyCells { reader: self, row, currency: self.row_currency(row, in_dollars)?, signed: false };
        let counts = standing.counts(self.report.basis);
        let is_declined = standing == Standing::Declined;
        let pending_counts = self.report.basis == ReportBasis::Pending;
        let mut all: Amounts = [0; Measure::ALL.len()];
        let mut add = |measure: Measure, value: i64| {
            let sum = &mut all[measure as usize];
            *sum = sum.saturating_add(value);
        };
        let count = |part: Part| self.count(row, part);
        add(Measure::Clicks, count(Part::Clicks)?);
        add(Measure::Signups, count(Part::Signups)?);
        add(Measure::PaidCustomers, count(Part::PaidCustomers)?);
        add(Measure::Leads, count(Part::Leads)?);

        let [revenue_part, commission_part, fee_part, discount_part] = if in_dollars {
            [Part::RevenueUsd, Part::CommissionUsd, Part::FeesUsd, Part::DiscountsUsd]
        } else {
            [Part::Revenue, Part::Commission, Part::Fees, Part::Discounts]
        };
        let orders = self.orders(row)?;
        let mut revenue = money.read(revenue_part)?;
        if !self.has(Part::Revenue) && self.has(Part::OrderValue) {
            revenue = money.read(Part::OrderValue)?.saturating_mul(orders.unwrap_or(1));
        }
        let commission = money.read(commission_part)?;
        let has_revenue_levels = self.has_levels(Part::PendingRevenue, Part::ApprovedRevenue);
        let has_commission_levels = self.has_levels(Part::PendingCommission, Part::ApprovedCommission);
        match folded(self.cell(row, Part::Type)).as_str() {
            "bonus" | "performanceincentive" => {
                if counts {
                    add(Measure::Bonuses, commission);
                }
                return Ok((money.currency, all));
            }
            "lead" | "simlead" | "advancedlead" | "itemlead" if self.has(Part::Transaction) => {
                add(
                    if is_declined { Measure::DeclinedOrders } else { Measure::Leads },
                    i64::from(counts || is_declined),
                );
            }
            _ if self.has_levels(Part::PendingOrders, Part::ApprovedOrders) => {
                add(Measure::Orders, count(Part::ApprovedOrders)?);
                let pending = count(Part::PendingOrders)?;
                add(Measure::Orders, if pending_counts { pending } else { 0 });
            }
            _ => {
                let is_entry = self.has(Part::Transaction) && revenue >= 0 && !self.is_correction(row);
                let orders = orders.unwrap_or(i64::from(is_entry));
                if is_declined {
                    add(Measure::DeclinedOrders, orders);
                } else if counts {
                    add(Measure::Orders, orders);
                }
            }
        }
        add(Measure::DeclinedOrders, count(Part::DeclinedOrders)?);
        if self.has(Part::GrossOrders) {
            add(Measure::DeclinedOrders, count(Part::GrossOrders)?.saturating_sub(orders.unwrap_or(0)).max(0));
        }
        if has_revenue_levels {
            add(Measure::Revenue, money.read(Part::ApprovedRevenue)?);
            let pending = money.read(Part::PendingRevenue)?;
            add(Measure::Revenue, if pending_counts { pending } else { 0 });
        } else if counts {
            add(Measure::Revenue, revenue);
            add(Measure::Reversed, revenue.saturating_neg().max(0));
        } else if is_declined {
            add(Measure::Reversed, revenue.saturating_abs());
        }
        add(Measure::Reversed, money.read(Part::DeclinedRevenue)?.saturating_abs());
        if has_commission_levels {
            add(Measure::Commission, money.read(Part::ApprovedCommission)?);
            let pending = money.read(Part::PendingCommission)?;
            add(Measure::Commission, if pending_counts { pending } else { 0 });
        } else if counts {
            add(Measure::Commission, commission);
        }
        let (fee, bonus, discount) = (money.read(fee_part)?, money.read(Part::Bonuses)?, money.read(discount_part)?);
        if counts {
            add(Measure::Fees, fee);
            add(Measure::Bonuses, bonus);
            add(Measure::Discounts, discount);
        }
        Ok((money.currency, all))
    }

    /// How many orders a row tells of, where a column says it.
    fn orders(&self, row: Row<'a>) -> Result<Option<i64>, Reject> {
        if self.has(Part::Orders) {
            return self.count(row, Part::Orders).map(Some);
        }
        if self.split_orders.is_empty() {
            return Ok(None);
        }
        let mut sum: i64 = 0;
        for place in &self.split_orders {
            sum = sum.saturating_add(self.count_at(row, *place)?);
        }
        Ok(Some(sum))
    }

    /// A correction or a return beside the first entry.
    fn is_correction(&self, row: Row<'a>) -> bool {
        let original = self.cell(row, Part::Original);
        self.has(Part::Original) && !original.is_empty() && !is_marked(original)
    }

    fn row_currency(&self, row: Row<'a>, in_dollars: bool) -> Result<Currency, Reject> {
        let expected = "a currency such as EUR";
        if in_dollars {
            return Currency::parse("USD").map_err(|error| Reject::new(row.number(), None, "USD", error.to_string()));
        }
        let text = self.cell(row, Part::Currency);
        if text.is_empty() {
            return Ok(self.currency);
        }
        Currency::parse(text).map_err(|error| self.reject(row, Part::Currency, expected).advise(error.to_string()))
    }

    fn count(&self, row: Row<'a>, part: Part) -> Result<i64, Reject> {
        self.table.columns.part(part).map_or(Ok(0), |place| self.count_at(row, place))
    }

    fn count_at(&self, row: Row<'a>, place: usize) -> Result<i64, Reject> {
        let text = row.cell(place);
        if text.is_empty() {
            return Ok(0);
        }
        if let Some((value, 0)) = number::simple(text) {
            return Ok(value);
        }
        let reject = || row.reject_at(place, "a count such as 42");
        let number = self.numbers.read(text, true).map_err(|fault| reject().advise(fault.advice()))?;
        if number.currency.is_some() {
            return Err(reject().advise("money is no count; say which column is which"));
        }
        if number.percent {
            return Err(reject().advise("a percent sign stands behind parts of a whole only"));
        }
        number.plain.parse().map_err(|_| reject())
    }
}

/// The money of one row, all of one currency.
struct MoneyCells<'r, 'a> {
    reader: &'r Reader<'a>,
    row: Row<'a>,
    currency: Currency,
    /// An amount's sign said which.
    signed: bool,
}

impl MoneyCells<'_, '_> {
    /// An amount in minor units; nothing where the cell is empty.
    fn read(&mut self, part: Part) -> Result<i64, Reject> {
        let text = self.reader.cell(self.row, part);
        if text.is_empty() {
            return Ok(0);
        }
        let decimals = self.currency.decimals();
        if let Some(minor) = number::simple(text).and_then(|(value, places)| number::scaled(value, places, decimals)) {
            return Ok(minor);
        }
        let reject = || self.reader.reject(self.row, part, "an amount such as 12000.50");
        let number = self.reader.numbers.read(text, decimals < 3).map_err(|fault| reject().advise(fault.advice()))?;
        if number.percent {
            return Err(reject().advise("a percent sign is no money"));
        }
        let money = figure::money(&number, self.currency).map_err(|error| reject().advise(error))?;
        let says_so = !self.reader.cell(self.row, Part::Currency).is_empty();
        let is_other = money.currency != self.currency;
        if is_other && (self.signed || says_so && !matches!(number.currency, Some(Unit::Dollar | Unit::Yen))) {
            let advice = format!("the rest of the row is in {}; one row has one currency", self.currency);
            return Err(reject().advise(advice));
        }
        if !is_other || !says_so {
            self.currency = money.currency;
        }
        self.signed |= number.currency.is_some();
        Ok(money.minor)
    }
}

/// The column that says the month.
pub fn dated(table: &Table, dated_by: ReportDate) -> Option<Part> {
    let part = match dated_by {
        ReportDate::Transaction => Part::Date,
        ReportDate::Click => Part::Clicked,
        ReportDate::Validation => Part::Validated,
    };
    let has = |part: &Part| table.columns.part(*part).is_some();
    Some(part).filter(has).or(Some(Part::Month).filter(has))
}
