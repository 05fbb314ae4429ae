//! Commission as terms that a program can work with: how much, of what, for how long. Owns their rules and how they read;
//! must not know where they were typed.

mod parse;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use parse::CommissionError;

use crate::{Audience, Money, RelationshipId};

/// Longest time and cookie that are taken, in months and days: ten years and more are "for life".
pub const MONTHS_MAX: u32 = 120;
/// See [`MONTHS_MAX`].
pub const COOKIE_DAYS_MAX: u32 = 3650;
/// Most steps of one scale.
pub const TIERS_MAX: usize = 20;

/// What a relationship pays: at most one for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commission {
    /// Whose terms they are.
    pub relationship: RelationshipId,
    /// What is agreed.
    pub terms: CommissionTerms,
    /// Who may see them.
    pub audience: Audience,
}

/// Commission as agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommissionTerms {
    /// What it is paid for.
    pub per: CommissionEvent,
    /// How much, from the first one on.
    pub rate: CommissionRate,
    /// Other rates from so many a month on, rising; none is one rate for all.
    pub tiers: Vec<CommissionTier>,
    /// For how long a customer counts.
    pub lasts: CommissionTime,
    /// How many days a click is remembered.
    pub cookie_days: Option<u32>,
}

/// What commission is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum CommissionEvent {
    Click,
    Lead,
    Sale,
}

/// A part of the amount, or an amount.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CommissionRate {
    /// Percent of the sale.
    Percent(f64),
    /// So much each.
    Flat(Money),
}

/// A rate from so many a month on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommissionTier {
    /// From how many a month, 2 or more.
    pub from: u32,
    /// How much then.
    pub rate: CommissionRate,
}

/// For how long a customer counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CommissionTime {
    /// The first time only.
    Once,
    /// For so many months.
    Months(u32),
    /// As long as it stays a customer.
    Life,
}

impl CommissionTerms {
    /// What is wrong with them, in a sentence; nothing where they can be kept.
    pub fn check(&self) -> Result<(), CommissionError> {
        self.check_rate(self.rate)?;
        if self.tiers.len() > TIERS_MAX {
            return Err(CommissionError::Tiers);
        }
        let mut before = 1;
        for tier in &self.tiers {
            if tier.from <= before {
                return Err(CommissionError::Order(tier.from));
            }
            before = tier.from;
            self.check_rate(tier.rate)?;
        }
        match self.lasts {
            CommissionTime::Months(months) if !(1..=MONTHS_MAX).contains(&months) => {
                return Err(CommissionError::Months(months));
            }
            _ => {}
        }
        match self.cookie_days {
            Some(days) if !(1..=COOKIE_DAYS_MAX).contains(&days) => Err(CommissionError::Cookie(days)),
            _ => Ok(()),
        }
    }

    fn check_rate(&self, rate: CommissionRate) -> Result<(), CommissionError> {
        match rate {
            CommissionRate::Percent(_) if self.per != CommissionEvent::Sale => Err(CommissionError::PercentOfNothing),
            CommissionRate::Percent(percent) if !(percent > 0.0 && percent <= 100.0) => Err(CommissionError::Percent),
            CommissionRate::Flat(money) if money.minor <= 0 => Err(CommissionError::Flat),
            _ => Ok(()),
        }
    }
}

/// "8 % of each sale, 10 % from 50 a month, for 12 months, cookie 30 days": read back by [`CommissionTerms::parse`].
impl std::fmt::Display for CommissionTerms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = if matches!(self.rate, CommissionRate::Percent(_)) { "of each" } else { "per" };
        write!(f, "{} {of} {}", self.rate, self.per.name())?;
        for tier in &self.tiers {
            write!(f, ", {} from {} a month", tier.rate, tier.from)?;
        }
        match self.lasts {
            CommissionTime::Once => f.write_str(", once")?,
            CommissionTime::Months(1) => f.write_str(", for 1 month")?,
            CommissionTime::Months(months) => write!(f, ", for {months} months")?,
            CommissionTime::Life => f.write_str(", for life")?,
        }
        match self.cookie_days {
            None => Ok(()),
            Some(1) => f.write_str(", cookie 1 day"),
            Some(days) => write!(f, ", cookie {days} days"),
        }
    }
}

impl std::fmt::Display for CommissionRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Percent(percent) => write!(f, "{percent} %"),
            Self::Flat(money) => write!(f, "{} {}", money.to_decimal(), money.currency.code()),
        }
    }
}

impl CommissionEvent {
    /// On the screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::Lead => "lead",
            Self::Sale => "sale",
        }
    }
}
