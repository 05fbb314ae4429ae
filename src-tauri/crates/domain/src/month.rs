//! Calendar months and fiscal years.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A calendar month, written `YYYY-MM`, years 1900 to 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Month {
    /// Months since January of year 0.
    index: i32,
}

/// A text or number that is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no month: write it as YYYY-MM, for example 2026-03")]
pub struct MonthError(pub String);

impl Month {
    /// January 1900: no month is before it.
    pub const FIRST: Self = Self { index: 1900 * 12 };

    /// `month` counts from 1.
    pub fn new(year: i32, month: i32) -> Result<Self, MonthError> {
        if (1900..2200).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { index: year * 12 + month - 1 })
        } else {
            Err(MonthError(format!("{year:04}-{month:02}")))
        }
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Result<Self, MonthError> {
        let wrong = || MonthError(text.chars().take(40).collect());
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(wrong());
        }
        Self::new(year.parse().map_err(|_| wrong())?, month.parse().map_err(|_| wrong())?).map_err(|_| wrong())
    }

    /// The month that a day lies in.
    pub fn of(day: Date) -> Self {
        Self { index: i32::from(day.year()) * 12 + i32::from(day.month()) - 1 }
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.index.div_euclid(12)
    }

    /// The month's number in its year, from 1.
    pub fn number(self) -> i32 {
        self.index.rem_euclid(12) + 1
    }

    /// This month moved by `months`, which may be negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self { index: self.index + months }
    }

    /// How many months after `earlier` this is; negative when before.
    pub fn since(self, earlier: Self) -> i32 {
        self.index - earlier.index
    }

    /// Every month from this one to `last`, both included.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.index..=last.index).map(|index| Self { index })
    }

    /// "Jan" to "Dec".
    pub fn short_name(self) -> &'static str {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            [self.index.rem_euclid(12) as usize]
    }

    /// "January" to "December".
    pub fn name(self) -> &'static str {
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ][self.index.rem_euclid(12) as usize]
    }

    /// The first day.
    #[allow(clippy::cast_possible_truncation, reason = "years end before 2200 and months at 12")]
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year() as i16, self.number() as i8, 1)
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// Twelve months, named by the calendar year that they end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct FiscalYear {
    /// The calendar year of its last month.
    pub year: i32,
    /// The number of its first month, 1 to 12.
    pub first_month: i32,
}

impl FiscalYear {
    /// The fiscal year that `month` lies in, when fiscal years begin with month number `first_month`.
    pub fn of(month: Month, first_month: i32) -> Self {
        let ends_next_year = first_month > 1 && month.number() >= first_month;
        Self { year: month.year() + i32::from(ends_next_year), first_month }
    }

    /// The first month.
    pub fn first(self) -> Month {
        let year = if self.first_month > 1 { self.year - 1 } else { self.year };
        Month { index: year * 12 + self.first_month - 1 }
    }

    /// The last month.
    pub fn last(self) -> Month {
        self.first().plus(11)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_read_and_write() {
        for (input, expect) in [
            ("2026-03", Some("2026-03")),
            ("2026-13", None),
            ("26-03", None),
            ("2026-3", None),
            ("+026-03", None),
            ("", None),
        ] {
            assert_eq!(Month::parse(input).ok().map(|m| m.to_string()).as_deref(), expect, "{input}");
        }
    }

    #[test]
    fn months_count() {
        let march = Month::parse("2026-03").unwrap();
        assert_eq!(march.plus(-3).to_string(), "2025-12");
        assert_eq!(march.plus(11).since(march), 11);
        assert_eq!(march.last_day().to_string(), "2026-03-31");
        assert_eq!(march.to(march.plus(2)).count(), 3);
    }

    #[test]
    fn fiscal_years_are_named_by_their_end() {
        for (month, first_month, year, first) in [
            ("2026-03", 1, 2026, "2026-01"),
            ("2026-03", 4, 2026, "2025-04"),
            ("2026-04", 4, 2027, "2026-04"),
            ("2026-12", 12, 2027, "2026-12"),
        ] {
            let fiscal = FiscalYear::of(Month::parse(month).unwrap(), first_month);
            assert_eq!((fiscal.year, fiscal.first().to_string().as_str()), (year, first));
        }
    }
}
