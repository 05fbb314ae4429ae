//! Days as people write them. Whether `3/4/2026` is March or April is decided by the whole column, never by guessing.

use domain::{Date, Month};

/// The order of day and month in a column's slashed dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    /// Nothing in the column tells, or it tells both.
    Unclear,
}

/// What a person says about days that read both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// Reads the days of one column.
#[derive(Debug, Clone, Copy)]
pub struct DateReader {
    order: Order,
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Not written as a day.
    NotADay,
    /// Two days at once.
    Ambiguous(Date, Date),
}

/// A day, or two numbers whose order is open.
enum Form {
    Day(Date),
    Slashed(i16, i16, i16),
}

impl DateReader {
    /// Looks at every value of a column; `said` is what a person says where that does not tell.
    pub fn decide<'a>(values: impl Iterator<Item = &'a str>, said: Option<DateOrder>) -> Self {
        let (mut day_first, mut month_first) = (false, false);
        for value in values {
            if let Some(Form::Slashed(first, second, _)) = form(value) {
                day_first |= first > 12 && second <= 12;
                month_first |= second > 12 && first <= 12;
            }
        }
        let order = match (day_first, month_first) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            _ => match said {
                Some(DateOrder::DayFirst) => Order::DayFirst,
                Some(DateOrder::MonthFirst) => Order::MonthFirst,
                None => Order::Unclear,
            },
        };
        Self { order }
    }

    /// One value.
    pub fn read(self, text: &str) -> Result<Date, DateFault> {
        let (first, second, year) = match form(text).ok_or(DateFault::NotADay)? {
            Form::Day(day) => return Ok(day),
            Form::Slashed(first, second, year) => (first, second, year),
        };
        let (day_first, month_first) = (day(year, second, first), day(year, first, second));
        match (self.order, day_first, month_first) {
            (Order::DayFirst, found, _) | (Order::MonthFirst, _, found) => found,
            (Order::Unclear, Some(a), Some(b)) if a != b => return Err(DateFault::Ambiguous(a, b)),
            (Order::Unclear, a, b) => a.or(b),
        }
        .ok_or(DateFault::NotADay)
    }
}

impl DateFault {
    /// What to do about it.
    pub fn advice(self) -> String {
        match self {
            Self::NotADay => String::new(),
            Self::Ambiguous(a, b) => format!(
                "it may be {a} or {b}, and nothing else in the column tells; say whether the day or the month comes first"
            ),
        }
    }
}

/// A day that exists, in the years that the program keeps.
fn day(year: i16, month: i16, day: i16) -> Option<Date> {
    Month::new(year.into(), month.into()).ok()?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn form(text: &str) -> Option<Form> {
    let text = without_time(text.trim())?;
    let tokens: Vec<&str> = tokens(text).collect();
    let number = |token: &str| if token.len() <= 4 { token.parse::<i16>().ok() } else { None };
    match tokens[..] {
        [compact] if compact.len() == 8 && compact.bytes().all(|b| b.is_ascii_digit()) => {
            day(number(&compact[..4])?, number(&compact[4..6])?, number(&compact[6..])?).map(Form::Day)
        }
        [a, b, c] if a.len() == 4 && number(a).is_some() => {
            let month = number(b).or_else(|| month_number(b))?;
            day(number(a)?, month, number(ordinal(c))?).map(Form::Day)
        }
        [a, b, c] => match (number(ordinal(a)), number(ordinal(b))) {
            (Some(a), None) => day(full_year(c)?, month_number(b)?, a).map(Form::Day),
            (None, Some(b)) => day(full_year(c)?, month_number(a)?, b).map(Form::Day),
            // Dots are only written where the day comes first.
            (Some(a), Some(b)) if text.contains('.') => day(full_year(c)?, b, a).map(Form::Day),
            (Some(a), Some(b)) => Some(Form::Slashed(a, b, full_year(c)?)),
            (None, None) => None,
        },
        _ => None,
    }
}

/// The part before a time of day, when what follows it can be one.
fn without_time(text: &str) -> Option<&str> {
    let Some(colon) = text.find(':') else { return Some(text) };
    let start = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let time = &text[start..];
    let fits = time.chars().all(|c| {
        c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' ' | 'Z' | 'A' | 'P' | 'M' | 'a' | 'p' | 'm')
    });
    fits.then(|| text[..start].trim_end_matches(['T', ',', ' ']))
}

/// The pieces between dashes, slashes, dots, commas and spaces.
pub fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(['-', '/', '.', ',', ' ', '\u{A0}']).filter(|token| !token.is_empty())
}

fn ordinal(token: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| token.strip_suffix(ending)).unwrap_or(token)
}

/// A year of four digits, or of two in this century.
pub fn full_year(token: &str) -> Option<i16> {
    match (token.len(), token.parse::<i16>().ok()?) {
        (4, year) => Some(year),
        (2, year @ 0..) => Some(2000 + year),
        _ => None,
    }
}

/// English and German names and their usual short forms.
pub fn month_number(word: &str) -> Option<i16> {
    const NAMES: [&[&str]; 12] = [
        &["jan", "january", "januar"],
        &["feb", "february", "februar"],
        &["mar", "march", "mär", "märz", "mrz"],
        &["apr", "april"],
        &["may", "mai"],
        &["jun", "june", "juni"],
        &["jul", "july", "juli"],
        &["aug", "august"],
        &["sep", "sept", "september"],
        &["oct", "october", "okt", "oktober"],
        &["nov", "november"],
        &["dec", "december", "dez", "dezember"],
    ];
    let word = word.to_lowercase();
    let place = NAMES.iter().position(|names| names.contains(&word.as_str()))?;
    i16::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_by_their_column() {
        for (column, expect) in [
            (
                &["2026-05-01", "2026-05-01T10:00:00Z", "2026-05-01 10:00", "20260501", "2026/5/1"][..],
                &["2026-05-01"; 5][..],
            ),
            (&["1 May 2026", "May 1, 2026", "1st May 2026", "1. Mai 2026", "01-May-26"], &["2026-05-01"; 5]),
            (&["1.5.2026", "01.05.26"], &["2026-05-01"; 2]),
            (&["3/4/2026", "25/4/2026"], &["2026-04-03", "2026-04-25"]),
            (&["3/4/2026", "4/25/2026"], &["2026-03-04", "2026-04-25"]),
            (&["01/03/2021 12:41:28 PM", "01/13/2021 1:00 AM"], &["2021-01-03", "2021-01-13"]),
            (&["3/4/2026", "5/5/2026"], &["2026-04-03 or 2026-03-04", "2026-05-05"]),
            (&["3/4/2026", "25/4/2026", "4/25/2026"], &["2026-04-03 or 2026-03-04", "2026-04-25", "2026-04-25"]),
            (
                &["31/02/2026", "2026-02-30", "soon", "", "2026", "1/2/3/4", "0000-01-01", "9999-01-01", "12:30", ":"],
                &["-"; 10],
            ),
        ] {
            let reader = DateReader::decide(column.iter().copied(), None);
            let found: Vec<String> = column
                .iter()
                .map(|text| match reader.read(text) {
                    Ok(day) => day.to_string(),
                    Err(DateFault::Ambiguous(a, b)) => format!("{a} or {b}"),
                    Err(DateFault::NotADay) => "-".to_owned(),
                })
                .collect();
            assert_eq!(found, expect, "{column:?}");
        }
    }
}
