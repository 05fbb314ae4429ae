//! Figures as people type them, and as they can type them again.

use domain::{Currency, Metric, MetricUnit, Money};
use forecast::InputUnit;

use super::Loaded;
use crate::{ErrorReply, Refusal};

impl Loaded {
    /// A figure typed for a metric, in the workspace's currency where it is money.
    pub(crate) fn figure_typed(&self, metric: &Metric, typed: &str) -> Result<domain::Figure, ErrorReply> {
        if metric.unit == MetricUnit::Money {
            let money = Money::parse(&plain(typed), self.expected.settings.currency);
            return money.map(domain::Figure::Money).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error));
        }
        number(typed, metric.unit == MetricUnit::Percent).map(domain::Figure::Number)
    }

    /// A number typed in the unit of a model's input: whole units of money, a part with or without a percent sign.
    pub(crate) fn input_typed(&self, unit: InputUnit, metric: MetricUnit, typed: &str) -> Result<f64, ErrorReply> {
        let money = unit == InputUnit::Money || unit == InputUnit::Metric && metric == MetricUnit::Money;
        if money {
            let amount = Money::parse(&plain(typed), self.expected.settings.currency);
            return amount.map(Money::to_f64).map_err(|error| ErrorReply::from_error(Refusal::Refused, &error));
        }
        number(typed, is_part(unit, metric))
    }
}

/// A model's input as it can be typed again.
pub(crate) fn input_text(value: f64, unit: InputUnit, metric: MetricUnit, currency: Currency) -> String {
    if is_part(unit, metric) {
        return format!("{}%", decimal(value * 100.0));
    }
    if unit == InputUnit::Money || unit == InputUnit::Metric && metric == MetricUnit::Money {
        return amount_text(value, currency);
    }
    decimal(value)
}

/// Money as it can be typed again: without cents where there are none.
pub(crate) fn amount_text(value: f64, currency: Currency) -> String {
    let text = Money::from_f64(value, currency).to_decimal();
    match text.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => text,
    }
}

/// A metric's figure as it can be typed again.
pub(crate) fn metric_text(value: f64, metric: MetricUnit, currency: Currency) -> String {
    input_text(value, InputUnit::Metric, metric, currency)
}

/// A unit of a metric as the unit of an input.
pub(crate) fn is_part(unit: InputUnit, metric: MetricUnit) -> bool {
    match unit {
        InputUnit::Share | InputUnit::Growth => true,
        InputUnit::Metric => metric == MetricUnit::Percent,
        InputUnit::Money | InputUnit::Count | InputUnit::Number | InputUnit::Months => false,
    }
}

fn number(typed: &str, part: bool) -> Result<f64, ErrorReply> {
    let text = plain(typed);
    let (digits, percent) = text.strip_suffix('%').map_or((text.as_str(), false), |digits| (digits.trim_end(), true));
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 9e15);
    match number {
        Some(number) if percent && part => Ok(number / 100.0),
        Some(number) if !percent => Ok(number),
        Some(_) => Err(ErrorReply::refused(format!("'{typed}' has a percent sign, but this is no part of a whole."))),
        None => Err(ErrorReply::refused(format!(
            "'{typed}' is no figure: write digits with at most one decimal point, for example 1250.5."
        ))),
    }
}

/// Without grouping, and with the minus that a keyboard has.
fn plain(typed: &str) -> String {
    let kept = typed.trim().replace('\u{2212}', "-");
    let grouped = kept.contains(',') && is_grouped(&kept);
    let separates = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’') || grouped && c == ',';
    kept.chars().filter(|c| !separates(*c)).collect()
}

/// `1,250,000.5`: groups of three digits behind the first comma.
fn is_grouped(text: &str) -> bool {
    let whole = text.split(['.', '%']).next().unwrap_or_default().trim();
    whole.split(',').skip(1).all(|group| group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The shortest decimal that reads back as the same number, without the noise of binary fractions.
fn decimal(value: f64) -> String {
    let text = format!("{value:.9}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, part, expect) in [
            ("1250.5", false, Some(1250.5)),
            ("1,250,000", false, Some(1_250_000.0)),
            ("1 250", false, Some(1250.0)),
            ("1,5", false, None),
            ("\u{2212}3", false, Some(-3.0)),
            ("30%", true, Some(0.3)),
            ("30 %", true, Some(0.3)),
            ("0.3", true, Some(0.3)),
            ("30%", false, None),
            ("1e400", false, None),
            ("", false, None),
            ("NaN", false, None),
        ] {
            assert_eq!(number(typed, part).ok(), expect, "{typed}");
        }
    }

    #[test]
    fn what_is_shown_can_be_typed_again() {
        for (value, unit, expect) in [
            (0.07, InputUnit::Share, "7%"),
            (0.0025, InputUnit::Share, "0.25%"),
            (-0.1, InputUnit::Growth, "-10%"),
            (54_000.0, InputUnit::Money, "54000"),
            (54_000.5, InputUnit::Money, "54000.50"),
            (10.0, InputUnit::Number, "10"),
        ] {
            assert_eq!(input_text(value, unit, MetricUnit::Count, Currency::EUR), expect);
        }
    }
}
