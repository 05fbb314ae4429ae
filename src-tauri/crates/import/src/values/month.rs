//! Months as people write them; a day stands for its month.

use domain::Month;

use crate::values::date::{DateFault, DateReader, full_year, month_number, tokens};

/// Reads a month, with the column's reader for cells that hold whole days.
pub fn read(text: &str, days: DateReader) -> Result<Month, DateFault> {
    let parts: Vec<&str> = tokens(text.trim()).collect();
    let number = |token: &str| if token.len() <= 2 { token.parse::<i16>().ok() } else { None };
    let month = |token: &str| number(token).or_else(|| month_number(token));
    let year_month = match parts[..] {
        [year, rest] if year.len() == 4 => full_year(year).zip(month(rest)),
        [rest, year] if year.len() == 4 => full_year(year).zip(month(rest)),
        // "Mar-26" is a month of 2026; "03-26" could be anything.
        [name, year] if year.len() == 2 => full_year(year).zip(month_number(name)),
        [digits] if digits.len() == 6 && digits.is_ascii() => full_year(&digits[..4]).zip(number(&digits[4..])),
        _ => None,
    };
    if let Some((year, month)) = year_month {
        return Month::new(year.into(), month.into()).map_err(|_| DateFault::NotADay);
    }
    days.read(text).map(Month::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read() {
        for (text, expect) in [
            ("2026-03", Some("2026-03")),
            ("2026/3", Some("2026-03")),
            ("03/2026", Some("2026-03")),
            ("3.2026", Some("2026-03")),
            ("Mar 2026", Some("2026-03")),
            ("March 2026", Some("2026-03")),
            ("2026 März", Some("2026-03")),
            ("Mar-26", Some("2026-03")),
            ("202603", Some("2026-03")),
            ("2026-03-31", Some("2026-03")),
            ("31/03/2026", Some("2026-03")),
            ("3/4/2026", None),
            ("03-26", None),
            ("2026-13", None),
            ("March", None),
            ("Q1 2026", None),
            ("äöü", None),
            ("", None),
        ] {
            let days = DateReader::decide(std::iter::once(text), None);
            assert_eq!(read(text, days).ok().map(|month| month.to_string()).as_deref(), expect, "{text}");
        }
    }
}
