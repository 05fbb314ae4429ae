//! The life of market development money: where a fund stands on a day, and what must be done by when. Worked out from its
//! dates; nothing of it is stored.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Fund, Month};

/// How far a fund has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FundStatus {
    /// Granted or accrued; nobody has asked for it yet.
    Available,
    /// Asked for.
    Requested,
    /// Agreed to: it may be spent.
    Approved,
    /// Spent, not yet claimed.
    Spent,
    /// Claimed with proof.
    Claimed,
    /// Paid back.
    Reimbursed,
    /// Its last day passed before it was spent.
    Expired,
    /// The last day to claim it passed.
    ExpiredUnclaimed,
}

/// Where a fund stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundStanding {
    /// How far it has come.
    pub status: FundStatus,
    /// What must be done next, by when; none when nothing must.
    pub next: Option<(FundStep, Date)>,
    /// In words: "claim by 12 May, 8 days left".
    pub words: String,
}

/// What must be done with a fund by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum FundStep {
    Spend,
    Claim,
}

/// Two dates of a fund in the wrong order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the fund was {later} on {later_day}, before it was {earlier} on {earlier_day}: correct one of the two days")]
pub struct FundOrder {
    earlier: &'static str,
    earlier_day: Date,
    later: &'static str,
    later_day: Date,
}

impl Fund {
    /// Where it stands on `today`. What must be claimed by a day lapses after it, whether it was spent or not; what must be
    /// spent by a day lapses after that one unless it was.
    pub fn standing(&self, today: Date) -> FundStanding {
        let done = |status, words: String| FundStanding { status, next: None, words };
        if let Some(day) = self.reimbursed {
            return done(FundStatus::Reimbursed, format!("reimbursed on {}", shown(day, today)));
        }
        if let Some(day) = self.claimed {
            return done(FundStatus::Claimed, format!("claimed on {}, not yet reimbursed", shown(day, today)));
        }
        let next = self.next();
        match next {
            Some((FundStep::Claim, day)) if day < today => {
                let words = format!("expired unclaimed on {}", shown(day, today));
                FundStanding { status: FundStatus::ExpiredUnclaimed, next, words }
            }
            Some((FundStep::Spend, day)) if day < today => {
                FundStanding { status: FundStatus::Expired, next, words: format!("expired on {}", shown(day, today)) }
            }
            _ => FundStanding { status: self.reached(), next, words: self.words(next, today) },
        }
    }

    /// The first pair of its dates that cannot both be right.
    ///
    /// # Errors
    ///
    /// A later step of its life is dated before an earlier one.
    pub fn in_order(&self) -> Result<(), FundOrder> {
        let steps = [
            ("requested", self.requested),
            ("approved", self.approved),
            ("spent", self.spent),
            ("claimed", self.claimed),
            ("reimbursed", self.reimbursed),
        ];
        let dated: Vec<_> = steps.into_iter().filter_map(|(word, day)| Some((word, day?))).collect();
        match dated.windows(2).find(|pair| pair[1].1 < pair[0].1) {
            Some(&[(earlier, earlier_day), (later, later_day)]) => {
                Err(FundOrder { earlier, earlier_day, later, later_day })
            }
            _ => Ok(()),
        }
    }

    fn reached(&self) -> FundStatus {
        match (self.spent, self.approved, self.requested) {
            (Some(_), ..) => FundStatus::Spent,
            (None, Some(_), _) => FundStatus::Approved,
            (None, None, Some(_)) => FundStatus::Requested,
            (None, None, None) => FundStatus::Available,
        }
    }

    /// The nearer one of the two last days that still count.
    fn next(&self) -> Option<(FundStep, Date)> {
        let spend = self.expires.filter(|_| self.spent.is_none()).map(|day| (FundStep::Spend, day));
        let claim = self.claim_by.map(|day| (FundStep::Claim, day));
        spend.into_iter().chain(claim).min_by_key(|(step, day)| (*day, *step))
    }

    fn words(&self, next: Option<(FundStep, Date)>, today: Date) -> String {
        let Some((step, day)) = next else {
            return match self.reached() {
                FundStatus::Spent => "spent, to be claimed",
                FundStatus::Approved => "approved, to be spent",
                FundStatus::Requested => "requested, not yet approved",
                _ => "not yet requested",
            }
            .to_owned();
        };
        let verb = match step {
            FundStep::Spend => "spend",
            FundStep::Claim => "claim",
        };
        let left = match today.until(day).map_or(0, |span| span.get_days()) {
            0 => "today is the last day".to_owned(),
            1 => "1 day left".to_owned(),
            days => format!("{days} days left"),
        };
        format!("{verb} by {}, {left}", shown(day, today))
    }
}

/// "12 May", with its year where that is not this one.
fn shown(day: Date, today: Date) -> String {
    let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
    format!("{} {}{year}", day.day(), Month::of(day).name())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Audience;
    use crate::fixture::{Fixture, euros, name};

    fn fund() -> Fund {
        let mut fixture = Fixture::new();
        Fund {
            id: fixture.id(),
            motion: None,
            giver: fixture.us(),
            name: name("MDF"),
            accrued: false,
            amount: euros(100),
            requested: None,
            approved: None,
            spent: None,
            claimed: None,
            claim_by: None,
            reimbursed: None,
            expires: None,
            proof: String::new(),
            audience: Audience::Partner,
        }
    }

    #[test]
    fn a_fund_says_where_it_stands() {
        use FundStatus::{Approved, Available, Claimed, Expired, ExpiredUnclaimed, Reimbursed, Requested, Spent};
        let today = date(2026, 5, 4);
        let day = |month, day| Some(date(2026, month, day));
        let bare = fund();
        for (fund, status, words) in [
            (bare.clone(), Available, "not yet requested"),
            (Fund { requested: day(1, 2), ..bare.clone() }, Requested, "requested, not yet approved"),
            (Fund { approved: day(2, 2), ..bare.clone() }, Approved, "approved, to be spent"),
            (Fund { approved: day(2, 2), expires: day(5, 5), ..bare.clone() }, Approved, "spend by 5 May, 1 day left"),
            (
                Fund { spent: day(3, 1), expires: day(3, 31), claim_by: day(5, 12), ..bare.clone() },
                Spent,
                "claim by 12 May, 8 days left",
            ),
            (
                Fund { spent: day(3, 1), claim_by: day(5, 4), ..bare.clone() },
                Spent,
                "claim by 4 May, today is the last day",
            ),
            (
                Fund { spent: day(3, 1), claim_by: day(5, 3), ..bare.clone() },
                ExpiredUnclaimed,
                "expired unclaimed on 3 May",
            ),
            (Fund { expires: day(4, 30), claim_by: day(6, 30), ..bare.clone() }, Expired, "expired on 30 April"),
            (
                Fund { claimed: day(5, 1), claim_by: day(5, 3), ..bare.clone() },
                Claimed,
                "claimed on 1 May, not yet reimbursed",
            ),
            (
                Fund { reimbursed: Some(date(2025, 12, 1)), claim_by: day(5, 3), ..bare.clone() },
                Reimbursed,
                "reimbursed on 1 December 2025",
            ),
        ] {
            let standing = fund.standing(today);
            assert_eq!((standing.status, standing.words.as_str()), (status, words));
        }
    }

    #[test]
    fn steps_come_in_their_order() {
        let day = |day| Some(date(2026, 5, day));
        let bare = fund();
        assert_eq!(Fund { requested: day(1), spent: day(1), reimbursed: day(9), ..bare.clone() }.in_order(), Ok(()));
        let wrong = Fund { requested: day(3), approved: day(2), ..bare }.in_order().unwrap_err();
        let expect =
            "the fund was approved on 2026-05-02, before it was requested on 2026-05-03: correct one of the two days";
        assert_eq!(wrong.to_string(), expect);
    }
}
