//! Figures and dates as a person reads them: €612k, 31%, 18 June.

use domain::{Currency, Date, MetricUnit, Money};

/// The minus sign that lines up with digits.
pub(crate) const MINUS: &str = "\u{2212}";

/// Three figures at most and a unit: `€612k`, `€2.29M`, `€950`, `−€1.2k`.
pub fn money_short(money: Money) -> String {
    value_short(money.to_f64(), &money.currency.symbol())
}

/// All whole units, grouped: `€118,000`; with cents only where there are any.
pub fn money(money: Money) -> String {
    written(money, has_cents(money))
}

/// Amounts that stand under each other: those of a currency have cents where one of them has any; nothing is a dash.
pub fn money_column(amounts: &[Money]) -> Vec<String> {
    let cents = |currency| amounts.iter().any(|amount| amount.currency == currency && has_cents(*amount));
    let cell = |amount: &Money| match amount.minor {
        0 => "—".to_owned(),
        _ => written(*amount, cents(amount.currency)),
    };
    amounts.iter().map(cell).collect()
}

fn has_cents(money: Money) -> bool {
    money.minor % money.currency.minor_per_unit() != 0
}

fn written(money: Money, with_cents: bool) -> String {
    let decimal = money.to_decimal();
    let digits = decimal.trim_start_matches('-');
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, ""));
    let sign = if money.minor < 0 { MINUS } else { "" };
    let cents = if with_cents { format!(".{cents}") } else { String::new() };
    format!("{sign}{}{}{cents}", money.currency.symbol(), grouped(whole))
}

/// A figure in its unit, short: money as [`money_short`], a count grouped, a ratio with one decimal; from a million on
/// as short as money.
pub fn figure(value: f64, unit: MetricUnit, currency: Currency) -> String {
    match unit {
        MetricUnit::Money => value_short(value, &currency.symbol()),
        MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score if value.abs() >= 1e6 => value_short(value, ""),
        MetricUnit::Days if value.abs() >= 1e6 => format!("{} days", value_short(value, "")),
        MetricUnit::Count => signed(value, &grouped(&format!("{:.0}", value.abs()))),
        MetricUnit::Ratio => signed(value, &format!("{:.1}", value.abs())),
        MetricUnit::Percent => part(value),
        MetricUnit::Score => signed(value, &format!("{:.0} of 100", value.abs())),
        MetricUnit::Days => {
            let days = grouped(&format!("{:.0}", value.abs()));
            signed(value, &format!("{days} {}", if days == "1" { "day" } else { "days" }))
        }
    }
}

/// The same with its sign always shown: `+€55k`, `−€20k`, `0`; between percentages it is in points.
pub fn difference(value: f64, unit: MetricUnit, currency: Currency) -> String {
    let text = match unit {
        MetricUnit::Percent => format!("{} pt", figure(value, unit, currency).trim_end_matches('%')),
        MetricUnit::Score => figure(value, MetricUnit::Count, currency),
        MetricUnit::Money | MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Days => figure(value, unit, currency),
    };
    if value > 0.0 && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) { format!("+{text}") } else { text }
}

/// A part of a whole to three figures at most: `11.8%`, `31%`.
fn part(part: f64) -> String {
    if !part.is_finite() {
        return "—".into();
    }
    let percent = (part * 100.0).abs();
    if percent >= 1e6 {
        return format!("{}%", value_short(part * 100.0, ""));
    }
    let decimals = usize::from(percent < 99.95 && (percent * 10.0).round() % 10.0 != 0.0);
    signed(part, &format!("{percent:.decimals$}%"))
}

/// `0.62` as `62%`; a value that is no number as an em dash.
pub fn percent(part: f64) -> String {
    if part.is_finite() { signed(part, &format!("{:.0}%", (part * 100.0).abs())) } else { "—".into() }
}

/// `+9%`, `−18%`.
pub fn percent_difference(part: f64) -> String {
    let text = percent(part);
    if (part * 100.0).round() > 0.0 { format!("+{text}") } else { text }
}

/// `2,165`.
pub fn count(count: u64) -> String {
    grouped(&count.to_string())
}

/// `18 June`.
pub fn date(day: Date) -> String {
    format!("{} {}", day.day(), month_name(day.month()))
}

/// `18 June 2026`.
pub fn date_with_year(day: Date) -> String {
    format!("{} {}", date(day), day.year())
}

/// `€0.9M to €2.1M`: both ends in the unit of the larger.
pub fn range(low: f64, high: f64, unit: MetricUnit, currency: Currency) -> String {
    let (scale, letter) = scale_of(low.abs().max(high.abs()));
    if unit != MetricUnit::Money || scale < 1e3 || !low.is_finite() || !high.is_finite() {
        return format!("{} to {}", figure(low, unit, currency), figure(high, unit, currency));
    }
    let end = |value: f64| signed(value, &format!("{}{}{letter}", currency.symbol(), trimmed(value.abs() / scale, 1)));
    format!("{} to {}", end(low), end(high))
}

/// The unit that a figure is shown in: its size and its letter.
pub fn scale_of(size: f64) -> (f64, &'static str) {
    // 999,600 is 1M, not 1000k: the next unit begins where rounding reaches it.
    [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")]
        .into_iter()
        .find(|(unit, _)| size >= unit * 0.9995)
        .unwrap_or((1.0, ""))
}

fn value_short(value: f64, symbol: &str) -> String {
    if !value.is_finite() {
        return "—".into();
    }
    let (unit, letter) = scale_of(value.abs());
    let scaled = value.abs() / unit;
    let decimals = match (unit > 1.0, scaled) {
        (_, ..9.995) => 2,
        (true, ..99.95) => 1,
        _ => 0,
    };
    let text = format!("{}{letter}", trimmed(scaled, decimals));
    signed(value, &format!("{symbol}{text}"))
}

fn trimmed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// `text` is written without a sign; one that rounds to zero gets none.
fn signed(value: f64, text: &str) -> String {
    let zero = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    if value < 0.0 && !zero { format!("{MINUS}{text}") } else { text.to_owned() }
}

pub(crate) fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
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
    ];
    usize::try_from(month - 1).ok().and_then(|index| NAMES.get(index)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(units: f64) -> Money {
        Money::from_f64(units, Currency::EUR)
    }

    #[test]
    fn amounts_under_each_other_have_the_same_decimals_within_a_currency() {
        let dollars = Money { minor: 120_000, currency: Currency::parse("USD").unwrap() };
        let cents = Money { minor: 13_828_414, ..euros(0.0) };
        let expect = ["€24,000.00", "—", "€138,284.14", "$1,200"];
        assert_eq!(money_column(&[euros(24_000.0), euros(0.0), cents, dollars]), expect);
        assert_eq!(money_column(&[euros(24_000.0)]), ["€24,000"]);
    }

    #[test]
    fn money_is_short() {
        for (units, expect) in [
            (612_000.0, "€612k"),
            (2_290_000.0, "€2.29M"),
            (8_400_000.0, "€8.4M"),
            (12_400.0, "€12.4k"),
            (950.0, "€950"),
            (38.0, "€38"),
            (4.3, "€4.3"),
            (0.0, "€0"),
            (-1_200.0, "−€1.2k"),
            (999_700.0, "€1M"),
            (1_500_000_000.0, "€1.5B"),
            (1_000_000_000_000.0, "€1T"),
            (-0.001, "€0"),
        ] {
            assert_eq!(money_short(euros(units)), expect);
        }
        assert_eq!(money_short(Money::from_f64(7_000.0, Currency::parse("CHF").unwrap())), "CHF 7k");
    }

    #[test]
    fn money_in_full_is_grouped() {
        for (units, expect) in [(118_000.0, "€118,000"), (-1_234.5, "−€1,234.50"), (0.0, "€0"), (999.0, "€999")]
        {
            assert_eq!(money(euros(units)), expect);
        }
    }

    #[test]
    fn parts_counts_and_days() {
        for (part, expect) in [(0.62, "62%"), (-0.18, "−18%"), (0.0, "0%"), (f64::NAN, "—"), (f64::INFINITY, "—")]
        {
            assert_eq!(percent(part), expect);
        }
        assert_eq!([percent_difference(0.06), percent_difference(0.001)], ["+6%", "0%"]);
        assert_eq!([count(2165), count(31), count(1_000_000)], ["2,165", "31", "1,000,000"]);
        let day = jiff_date(2026, 6, 18);
        assert_eq!([date(day), date_with_year(day)], ["18 June", "18 June 2026"]);
    }

    #[test]
    fn differences_carry_their_sign() {
        let euro = |value| difference(value, MetricUnit::Money, Currency::EUR);
        assert_eq!([euro(55_000.0), euro(-20_000.0), euro(0.0)], ["+€55k", "−€20k", "€0"]);
        assert_eq!(figure(3_447.0, MetricUnit::Count, Currency::EUR), "3,447");
        assert_eq!(figure(-3_447_000.0, MetricUnit::Count, Currency::EUR), "−3.45M");
        assert_eq!(difference(12.0, MetricUnit::Count, Currency::EUR), "+12");
        assert_eq!(difference(0.009, MetricUnit::Percent, Currency::EUR), "+0.9 pt");
        assert_eq!(difference(-5.0, MetricUnit::Score, Currency::EUR), "−5");
        assert_eq!(range(9e5, 2.1e6, MetricUnit::Money, Currency::EUR), "€0.9M to €2.1M");
    }

    fn jiff_date(year: i32, month: i32, day: i8) -> Date {
        let first = domain::Month::new(year, month).unwrap().first_day();
        first.with().day(day).build().unwrap()
    }
}
