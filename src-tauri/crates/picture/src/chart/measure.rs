//! What a chart measures, and how its figures are written.
//!
//! Owns: units in words. Must not know: where figures lie.

use domain::{Better, Currency, MetricSide, MetricUnit};

use crate::{Language, format};

/// What a figure is a figure of.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// "Partner-influenced revenue": begins the alternative text and heads the table.
    pub name: String,
    /// The unit of every figure.
    pub unit: MetricUnit,
    /// For money.
    pub currency: Currency,
    /// Which way is good.
    pub better: Better,
    /// A strategic plan is thin pine, a tactical one dashed clay.
    pub side: MetricSide,
    /// The language of the chart's words and figures.
    pub language: Language,
}

impl Measure {
    pub(super) fn figure(&self, value: f64) -> String {
        self.language.figure(value, self.unit, self.currency)
    }

    /// With its sign always shown.
    pub(super) fn difference(&self, value: f64) -> String {
        self.language.difference(value, self.unit, self.currency)
    }

    pub(super) fn range(&self, low: f64, high: f64) -> String {
        self.language.range(low, high, self.unit, self.currency)
    }

    /// Is a difference of this sign for the better?
    pub(super) fn good(&self, difference: f64) -> bool {
        (difference >= 0.0) == (self.better == Better::Higher)
    }

    pub(super) fn tactical(&self) -> bool {
        self.side == MetricSide::Tactical
    }
}

/// What figures of about one size are divided by and followed with, so that their unit is said once.
pub(super) struct Scale {
    divisor: f64,
    before: String,
    after: String,
    language: Language,
}

impl Scale {
    /// The scale in which a figure of this size has at most three digits before the point.
    pub(super) fn of(measure: &Measure, size: f64) -> Self {
        let points = if measure.unit == MetricUnit::Percent { 100.0 } else { 1.0 };
        let (divisor, letter) = format::scale_of(size * points);
        let language = measure.language;
        let plain = |divisor, after: &str| Self { divisor, before: String::new(), after: after.to_owned(), language };
        match measure.unit {
            MetricUnit::Money => {
                Self { divisor, before: measure.currency.symbol(), after: letter.to_owned(), language }
            }
            MetricUnit::Percent if size < 1e4 => plain(0.01, "%"),
            MetricUnit::Days if size < 1e6 => plain(1.0, " days"),
            // Counts are written in full as long as that is short.
            MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score if size < 1e6 => plain(1.0, ""),
            MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score => plain(divisor, letter),
            MetricUnit::Percent => plain(divisor / 100.0, &format!("{letter}%")),
            MetricUnit::Days => plain(divisor, &format!("{letter} days")),
        }
    }

    /// The figure without its unit.
    pub(super) fn number(&self, value: f64, decimals: usize) -> String {
        self.language.written(self.english(value, decimals))
    }

    fn english(&self, value: f64, decimals: usize) -> String {
        let text = format!("{:.decimals$}", (value / self.divisor).abs());
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        let sign = if value < 0.0 && text != "0" { format::MINUS } else { "" };
        let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
        let rest = rest.map(|rest| format!(".{rest}")).unwrap_or_default();
        format!("{sign}{}{rest}", format::grouped(whole))
    }

    /// The figure with its unit.
    pub(super) fn whole(&self, value: f64, decimals: usize) -> String {
        let number = self.english(value, decimals);
        let (sign, digits) =
            number.strip_prefix(format::MINUS).map_or(("", number.as_str()), |rest| (format::MINUS, rest));
        self.language.written(format!("{sign}{}{digits}{}", self.before, self.after))
    }

    /// The figure without its unit and with its sign: two digits say enough.
    pub(super) fn signed(&self, value: f64) -> String {
        let number = self.number(value, usize::from((value / self.divisor).abs() < 9.95));
        if value > 0.0 && number != "0" { format!("+{number}") } else { number }
    }

    /// How many decimals tell steps of this size apart.
    pub(super) fn decimals(&self, step: f64) -> usize {
        let step = step / self.divisor;
        (0..6).find(|decimals| ((step * 10_f64.powi(*decimals)).fract()).abs() < 1e-6).unwrap_or(6) as usize
    }

    /// The unit of differences alone: "€k"; "points" of percentages; none of plain numbers.
    pub(super) fn unit(&self) -> Option<String> {
        if self.after == "%" {
            return Some("points".to_owned());
        }
        let unit = format!("{}{}", self.before.trim_end(), self.after.trim_start());
        (!unit.is_empty()).then_some(unit)
    }
}

/// What can be drawn: a finite figure, at most a thousand million million either way.
pub(super) fn sound(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-1e15, 1e15))
}

/// The smallest and the largest figure; none of none.
pub(super) fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().fold(None, |extent: Option<(f64, f64)>, value| {
        Some(extent.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(unit: MetricUnit) -> Measure {
        let (name, currency) = ("Revenue".to_owned(), Currency::EUR);
        let (better, side) = (Better::Higher, MetricSide::Strategic);
        Measure { name, unit, currency, better, side, language: Language::default() }
    }

    #[test]
    fn the_unit_is_said_apart_from_the_figures() {
        for (unit, size, value, number, whole, said) in [
            (MetricUnit::Money, 55e3, -20e3, "−20", "−€20k", Some("€k")),
            (MetricUnit::Money, 1e12, 2.5e11, "0.25", "€0.25T", Some("€T")),
            (MetricUnit::Money, 40.0, 38.0, "38", "€38", Some("€")),
            (MetricUnit::Count, 3_447.0, 3_447.0, "3,447", "3,447", None),
            (MetricUnit::Count, 4e6, -3_400_000.0, "−3.4", "−3.4M", Some("M")),
            (MetricUnit::Ratio, 4.3, 4.25, "4.25", "4.25", None),
            (MetricUnit::Percent, 0.4, 0.118, "11.8", "11.8%", Some("points")),
            (MetricUnit::Score, 100.0, 68.0, "68", "68", None),
            (MetricUnit::Days, 90.0, -12.0, "−12", "−12 days", Some("days")),
        ] {
            let scale = Scale::of(&measure(unit), size);
            assert_eq!((scale.number(value, 2), scale.whole(value, 2)), (number.to_owned(), whole.to_owned()));
            assert_eq!(scale.unit().as_deref(), said);
        }
    }

    #[test]
    fn differences_carry_their_sign() {
        let scale = Scale::of(&measure(MetricUnit::Money), 55e3);
        let words: Vec<String> = [55_200.0, -20_000.0, 10.0, -3_250.0, 5_000.0].map(|value| scale.signed(value)).into();
        assert_eq!(words, ["+55", "−20", "0", "−3.2", "+5"]);
    }

    #[test]
    fn steps_are_told_apart() {
        let scale = Scale::of(&measure(MetricUnit::Ratio), 1.0);
        assert_eq!([1.0, 0.25, 0.5, 0.001, 20.0].map(|step| scale.decimals(step)), [0, 2, 1, 3, 0]);
    }
}
