//! Money of other currencies, by the rates that a person gave. Must not invent one: not the other way round, and not over a
//! third currency.

use std::collections::BTreeMap;

use crate::money::MINOR_MAX;
use crate::{Currency, ExchangeRate, ExchangeRateId, Money, Month};

/// Rates by currency pair and date.
pub struct Rates<'a> {
    pairs: BTreeMap<(Currency, Currency), Vec<&'a ExchangeRate>>,
}

impl<'a> Rates<'a> {
    /// Of these.
    pub fn of(rates: &'a [ExchangeRate]) -> Self {
        let mut pairs: BTreeMap<_, Vec<&ExchangeRate>> = BTreeMap::new();
        for rate in rates {
            pairs.entry((rate.from, rate.to)).or_default().push(rate);
        }
        for same in pairs.values_mut() {
            same.sort_by_key(|rate| (rate.date, rate.id));
        }
        Self { pairs }
    }

    /// The latest rate dated no later than the last day of `month`.
    pub fn find(&self, from: Currency, to: Currency, month: Month) -> Option<&'a ExchangeRate> {
        let rates = self.pairs.get(&(from, to))?;
        let upto = rates.partition_point(|rate| rate.date <= month.last_day());
        rates.get(upto.checked_sub(1)?).copied()
    }

    /// Minor units of `to`, each amount rounded once, and the rate; none without a rate, or beyond what money can be.
    #[allow(clippy::cast_possible_truncation, reason = "checked against MINOR_MAX first")]
    pub fn convert(&self, money: Money, to: Currency, month: Month) -> Option<(i64, Option<ExchangeRateId>)> {
        if money.currency == to {
            return Some((money.minor, None));
        }
        let rate = self.find(money.currency, to, month)?;
        let minor = (money.to_f64() * rate.rate * to.minor_per_unit() as f64).round();
        (minor.abs() <= MINOR_MAX as f64).then_some((minor as i64, Some(rate.id)))
    }
}
