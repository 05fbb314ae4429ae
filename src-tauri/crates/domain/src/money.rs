//! Amounts of money: whole minor units with their currency. Never a float.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A currency that this program can keep, by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Currency([u8; 3]);

/// An amount in the minor unit of its currency (cents for EUR, yen for JPY).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "MoneyText", into = "MoneyText")]
#[ts(as = "MoneyText")]
pub struct Money {
    /// Whole minor units; negative for reversals.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// [`Money`] on the wire: a decimal text with as many digits as the currency has, so that no reader loses a cent.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "Money")]
pub struct MoneyText {
    /// For example `12000.00`.
    pub amount: String,
    /// For example `EUR`.
    pub currency: Currency,
}

/// Why a text is no amount, or two amounts cannot be added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not three letters.
    #[error("'{0}' is no currency: write its three-letter code, for example EUR")]
    Currency(String),
    /// Not a plain decimal number.
    #[error("'{0}' is no amount: write digits with at most one decimal point, for example 12000.50")]
    Amount(String),
    /// More decimals than the currency has.
    #[error("'{0}' has more decimals than {1} has: write at most {2}")]
    Decimals(String, Currency, u32),
    /// Beyond ±90 trillion minor units, where a page could no longer hold it exactly.
    #[error("'{0}' is too large: amounts go up to 90 trillion minor units")]
    TooLarge(String),
    /// Two currencies meet.
    #[error("{0} and {1} cannot be added: give a rate first")]
    Mixed(Currency, Currency),
}

/// Largest count of minor units: below 2^53, so that a page's numbers hold it exactly.
pub const MINOR_MAX: i64 = 9_000_000_000_000_000;

impl Currency {
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");

    /// Three ASCII letters, in any case.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        match text.trim().as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|x| x.is_ascii_alphabetic()) => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase(), c.to_ascii_uppercase()]))
            }
            _ => Err(MoneyError::Currency(text.chars().take(20).collect())),
        }
    }

    /// The ISO code.
    pub fn code(&self) -> &str {
        // Holds ASCII letters only, by construction.
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the point (ISO 4217, list one, 2024): 0 for JPY and its like, 3 for the dinars, else 2.
    pub fn decimals(&self) -> u32 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// The sign that stands before an amount, or the code where no sign is usual.
    pub fn symbol(&self) -> String {
        match self.code() {
            "EUR" => "€".into(),
            "USD" => "$".into(),
            "GBP" => "£".into(),
            "JPY" => "¥".into(),
            code => format!("{code} "),
        }
    }

    /// Minor units in one whole unit.
    pub fn minor_per_unit(&self) -> i64 {
        10_i64.pow(self.decimals())
    }
}

impl Money {
    /// Nothing, in `currency`.
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// Reads a plain decimal (`-12000.5`); no signs, spaces or group separators.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let shown = || text.chars().take(40).collect::<String>();
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(fraction) || digits.ends_with('.') {
            return Err(MoneyError::Amount(shown()));
        }
        let decimals = currency.decimals() as usize;
        let kept = fraction.trim_end_matches('0');
        if kept.len() > decimals {
            return Err(MoneyError::Decimals(shown(), currency, currency.decimals()));
        }
        let minor: i64 = format!("{whole}{kept:0<decimals$}").parse().map_err(|_| MoneyError::TooLarge(shown()))?;
        if minor > MINOR_MAX {
            return Err(MoneyError::TooLarge(shown()));
        }
        Ok(Self { minor: if negative { -minor } else { minor }, currency })
    }

    /// The sum; refuses two currencies and overflow.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).filter(|m| m.abs() <= MINOR_MAX);
        minor
            .map(|minor| Self { minor, currency: self.currency })
            .ok_or_else(|| MoneyError::TooLarge(self.to_decimal()))
    }

    /// In whole units, for charts and ratios only.
    pub fn to_f64(self) -> f64 {
        self.minor as f64 / self.currency.minor_per_unit() as f64
    }

    /// The nearest amount to `units` whole units.
    #[allow(clippy::cast_possible_truncation, reason = "clamped to MINOR_MAX first")]
    pub fn from_f64(units: f64, currency: Currency) -> Self {
        let bound = MINOR_MAX as f64;
        let minor = (units * currency.minor_per_unit() as f64).round().clamp(-bound, bound);
        Self { minor: if minor.is_nan() { 0 } else { minor as i64 }, currency }
    }

    /// A plain decimal with all of the currency's digits: `12000.00`.
    pub fn to_decimal(self) -> String {
        let per_unit = self.currency.minor_per_unit().unsigned_abs();
        let (whole, rest) = (self.minor.unsigned_abs() / per_unit, self.minor.unsigned_abs() % per_unit);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = self.currency.decimals() as usize;
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0digits$}") }
    }
}

/// Splits `total` minor units by `weights` so that the parts add up exactly: largest remainder (Hamilton), ties to the
/// earlier part. Weights below zero count as zero; with no weight at all the first part takes everything.
#[allow(clippy::cast_possible_truncation, reason = "a share of an i64 fits an i64")]
pub fn split_exactly(total: i64, weights: &[f64]) -> Vec<i64> {
    let Some(last) = weights.len().checked_sub(1) else { return Vec::new() };
    let known = |w: &f64| if w.is_finite() { w.max(0.0) } else { 0.0 };
    let heaviest = weights.iter().map(known).fold(0.0, f64::max);
    // Weights that are enormous, or next to nothing, would leave the range of a float once they meet the total.
    let scale = if (1e-100..1e100).contains(&heaviest) { 1.0 } else { heaviest };
    let weight = |w: &f64| if scale > 0.0 { known(w) / scale } else { 0.0 };
    let sum: f64 = weights.iter().map(weight).sum();
    if sum <= 0.0 {
        let mut parts = vec![0; last + 1];
        parts[0] = total;
        return parts;
    }
    let exact: Vec<f64> = weights.iter().map(|w| total as f64 * weight(w) / sum).collect();
    let mut parts: Vec<i64> = exact.iter().map(|x| x.floor() as i64).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - exact[b].floor()).total_cmp(&(exact[a] - exact[a].floor())).then(a.cmp(&b)));
    let mut missing = total - parts.iter().sum::<i64>();
    let step = missing.signum();
    for &index in order.iter().cycle() {
        if missing == 0 {
            break;
        }
        // Rounding of floats may leave some over, or take too much: never from who has nothing to pay.
        if weight(&weights[index]) <= 0.0 || (total >= 0 && parts[index] + step < 0) {
            continue;
        }
        parts[index] += step;
        missing -= step;
    }
    parts
}

impl From<Money> for MoneyText {
    fn from(money: Money) -> Self {
        Self { amount: money.to_decimal(), currency: money.currency }
    }
}

impl TryFrom<MoneyText> for Money {
    type Error = MoneyError;
    fn try_from(text: MoneyText) -> Result<Self, Self::Error> {
        Self::parse(&text.amount, text.currency)
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_read_and_write() {
        for (text, code, expect) in [
            ("12000", "EUR", Some("12000.00")),
            ("-0.5", "eur", Some("-0.50")),
            ("1.230", "EUR", Some("1.23")),
            ("1.234", "EUR", None),
            ("1.234", "KWD", Some("1.234")),
            ("7", "JPY", Some("7")),
            ("1,000", "EUR", None),
            ("1e3", "EUR", None),
            ("", "EUR", None),
            ("5.", "EUR", None),
            ("99999999999999999999", "EUR", None),
        ] {
            let money = Currency::parse(code).and_then(|currency| Money::parse(text, currency));
            assert_eq!(money.ok().map(Money::to_decimal).as_deref(), expect, "{text} {code}");
        }
    }

    #[test]
    fn currencies_never_mix() {
        let usd = Money::zero(Currency::parse("USD").unwrap());
        assert!(matches!(Money::zero(Currency::EUR).plus(usd), Err(MoneyError::Mixed(..))));
    }

    proptest! {
        #[test]
        fn splits_add_up(total in -MINOR_MAX..MINOR_MAX, weights in prop::collection::vec(prop::num::f64::ANY, 1..12)) {
            prop_assert_eq!(split_exactly(total, &weights).iter().sum::<i64>(), total);
        }

        #[test]
        fn no_part_is_further_from_its_share_than_a_unit(
            total in 0..1_000_000_000_i64,
            weights in prop::collection::vec(0.001..10.0_f64, 1..12),
        ) {
            let sum: f64 = weights.iter().sum();
            for (part, weight) in split_exactly(total, &weights).iter().zip(&weights) {
                prop_assert!((*part as f64 - total as f64 * weight / sum).abs() < 1.0 + 1e-6);
            }
        }

        #[test]
        fn decimals_round_trip(minor in -MINOR_MAX..MINOR_MAX) {
            let money = Money { minor, currency: Currency::EUR };
            prop_assert_eq!(Money::parse(&money.to_decimal(), Currency::EUR), Ok(money));
        }
    }
}
