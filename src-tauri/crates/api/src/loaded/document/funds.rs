//! Where a fund stands, in words.

use domain::{Date, Fund, FundStatus, FundStep, Money};

use super::Writer;
use super::budget::sums;

impl Writer<'_> {
    /// Name, giver, amount and life of each, and what several come to.
    pub(super) fn fund_rows(&self, funds: &[&Fund]) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let sums = if funds.len() > 1 { sums(funds.iter().map(|fund| fund.amount)) } else { Vec::new() };
        let amounts: Vec<Money> = funds.iter().map(|fund| fund.amount).chain(sums).collect();
        let mut amounts = self.language.money_column(&amounts);
        let sums = amounts.split_off(funds.len());
        let row = |(fund, amount): (&&Fund, String)| {
            let giver = self.loaded.organization_name(fund.giver);
            vec![fund.name.to_string(), giver, amount, self.fund_life(fund)]
        };
        let total = |sum: String| vec![self.words.get("total").to_owned(), String::new(), sum];
        (funds.iter().zip(amounts).map(row).collect(), sums.into_iter().map(total).collect())
    }

    /// "claim by 12 May, 8 days left".
    pub(super) fn fund_life(&self, fund: &Fund) -> String {
        let standing = fund.standing(self.loaded.today);
        let on = |key: &str, day: Option<Date>| {
            let day = day.map(|day| self.near_day(day)).unwrap_or_default();
            self.words.say(key, &[("day", &day)])
        };
        let next = standing.next.map(|(_, day)| day);
        match standing.status {
            FundStatus::Reimbursed => on("fund_reimbursed", fund.reimbursed),
            FundStatus::Claimed => on("fund_claimed", fund.claimed),
            FundStatus::Expired => on("fund_expired", next),
            FundStatus::ExpiredUnclaimed => on("fund_unclaimed", next),
            status => match standing.next {
                Some((step, day)) => self.due(step, day),
                None => self.words.get(waiting_key(status)).to_owned(),
            },
        }
    }

    fn due(&self, step: FundStep, day: Date) -> String {
        let key = match step {
            FundStep::Spend => "fund_spend_by",
            FundStep::Claim => "fund_claim_by",
        };
        let left = match self.loaded.today.until(day).map_or(0, |span| span.get_days()) {
            0 => self.words.get("last_day").to_owned(),
            1 => self.words.get("day_left").to_owned(),
            days => self.words.say("days_left", &[("n", &days.to_string())]),
        };
        self.words.say(key, &[("day", &self.near_day(day)), ("left", &left)])
    }

    /// "12 May", with its year where that is not this one.
    fn near_day(&self, day: Date) -> String {
        if day.year() == self.loaded.today.year() { self.words.day(day) } else { self.words.day_with_year(day) }
    }
}

fn waiting_key(status: FundStatus) -> &'static str {
    match status {
        FundStatus::Spent => "fund_to_claim",
        FundStatus::Approved => "fund_to_spend",
        FundStatus::Requested => "fund_to_approve",
        _ => "fund_to_request",
    }
}
