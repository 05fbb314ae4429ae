//! Round axes: where ticks lie and what they say.
//!
//! Owns: numbers and words along the edges. Must not know: what is drawn between them.

use domain::{Currency, MetricUnit, Month};

use crate::{format, text};

/// Size of the words on axes.
pub(super) const SIZE: f32 = 10.5;

/// A value axis.
pub(super) struct Axis {
    /// From the lowest tick to the highest.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Value and word; the unit is said once, at the top.
    pub(super) ticks: Vec<(f64, String)>,
}

impl Axis {
    /// About `count` round steps from below `low` to above `high`; zero is always on it.
    pub(super) fn new(low: f64, high: f64, count: f64, unit: MetricUnit, currency: Currency) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let high = if high - low > 0.0 { high } else { 1.0 };
        let span = high - low;
        let step = round_step(span / count, unit);
        let first = (low / step + 1e-9).floor();
        // Figures that pass a tick by little need no further one: the axis then ends just above them.
        let (whole, rest) = ((high / step + 1e-9).floor(), (high / step).fract());
        let last = if whole >= 1.0 && rest < 0.25 { whole } else { (high / step - 1e-9).ceil() };
        let last = if last <= first { first + 1.0 } else { last };
        let steps = (last - first).clamp(1.0, 40.0) as u32;
        let values: Vec<f64> = (0..=steps).map(|tick| (first + f64::from(tick)) * step).collect();
        let size = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let (scale, letter) = if unit == MetricUnit::Money { format::scale_of(size) } else { (1.0, "") };
        let top = values.len() - 1;
        let word = |(tick, value): (usize, &f64)| {
            let number = plain(value / scale);
            let money = unit == MetricUnit::Money && tick == top;
            (*value, if money { format!("{}{number}{letter}", currency.symbol()) } else { number })
        };
        Self { low: values[0], high: values[top].max(high), ticks: values.iter().enumerate().map(word).collect() }
    }

    /// Room for the widest word.
    pub(super) fn width(&self) -> f32 {
        self.ticks.iter().map(|(_, word)| text::measure(word, SIZE, 420)).fold(0.0, f32::max)
    }
}

/// 1, 2, 2.5 or 5 times a power of ten, at least `wanted`; whole numbers for counts.
fn round_step(wanted: f64, unit: MetricUnit) -> f64 {
    let wanted = if unit == MetricUnit::Count { wanted.max(1.0) } else { wanted.max(1e-9) };
    let power = 10_f64.powf(wanted.log10().floor());
    let round = |factor: &&f64| {
        **factor * power >= wanted * 0.9 && (unit != MetricUnit::Count || (**factor * power).fract() == 0.0)
    };
    [1.0, 2.0, 2.5, 5.0, 10.0].iter().find(round).copied().unwrap_or(10.0) * power
}

fn plain(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let sign = if value < 0.0 && text != "0" { "\u{2212}" } else { "" };
    let (whole, rest) = text.split_once('.').map_or((text, String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), format::count);
    format!("{sign}{whole}{rest}")
}

/// A word on the month axis.
pub(super) struct MonthWord {
    /// Index of the month that it stands under.
    pub(super) month: usize,
    pub(super) word: String,
    /// A second line below: the year, where the chart spans more than one.
    pub(super) year: Option<String>,
}

/// As many months' names as have room at `pitch` pixels for each month; letters or years where names have none.
pub(super) fn months(first: Month, count: usize, pitch: f32) -> Vec<MonthWord> {
    let last = first.plus(i32::try_from(count.max(1)).unwrap_or(1) - 1);
    let several = first.year() != last.year();
    let name = text::measure("May", SIZE, 420).max(if several { text::measure("2026", SIZE, 420) } else { 0.0 }) + 6.0;
    // Every month, or only those that begin a quarter, a half or a year.
    let every = [1_i32, 3, 6, 12].into_iter().find(|every| pitch * *every as f32 >= name).unwrap_or(24);
    let letters = every > 1 && !several && pitch >= 12.0;
    let words = (0..count).filter_map(|index| {
        let month = first.plus(i32::try_from(index).ok()?);
        let begins = if count == 1 { 0 } else { month.year() * 12 + month.number() - 1 };
        if letters {
            return Some(MonthWord { month: index, word: month.short_name()[..1].to_owned(), year: None });
        }
        if begins % every != 0 {
            return None;
        }
        let year = several.then(|| month.year().to_string());
        if every >= 12 {
            return Some(MonthWord { month: index, word: year.unwrap_or_default(), year: None });
        }
        // The year stands under its first name only.
        let again = index > 0 && begins % 12 >= every && words_before(first, index, every);
        Some(MonthWord { month: index, word: month.short_name().to_owned(), year: year.filter(|_| !again) })
    });
    words.collect()
}

/// Is there a word of the same year before this month?
fn words_before(first: Month, index: usize, every: i32) -> bool {
    let month = first.plus(i32::try_from(index).unwrap_or(0));
    let earlier = month.plus(-every);
    earlier.since(first) >= 0 && earlier.year() == month.year()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_say_the_unit_once() {
        for (low, high, unit, expect) in [
            (0.0, 10_200_000.0, MetricUnit::Money, vec!["0", "2.5", "5", "7.5", "€10M"]),
            (0.0, 612_000.0, MetricUnit::Money, vec!["0", "200", "400", "€600k"]),
            (-22_000.0, 55_000.0, MetricUnit::Money, vec!["−40", "−20", "0", "20", "40", "€60k"]),
            (0.0, 0.0, MetricUnit::Money, vec!["0", "0.25", "0.5", "0.75", "€1"]),
            (0.0, 3.0, MetricUnit::Count, vec!["0", "1", "2", "3"]),
            (0.0, 4.3, MetricUnit::Ratio, vec!["0", "1", "2", "3", "4", "5"]),
        ] {
            let axis = Axis::new(low, high, 4.0, unit, Currency::EUR);
            assert_eq!(axis.ticks.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), expect, "{low} to {high}");
        }
    }

    #[test]
    fn months_are_named_while_there_is_room() {
        let first = Month::new(2026, 11).unwrap();
        let words = |count, pitch| -> Vec<String> {
            let words = months(first, count, pitch);
            words
                .into_iter()
                .map(|word| word.word + &word.year.map(|year| format!("/{year}")).unwrap_or_default())
                .collect()
        };
        assert_eq!(words(4, 50.0), ["Nov/2026", "Dec", "Jan/2027", "Feb"]);
        assert_eq!(words(14, 20.0), ["Jan/2027", "Apr", "Jul", "Oct"]);
        assert_eq!(words(60, 4.0), ["2027", "2028", "2029", "2030", "2031"]);
        assert_eq!(words(1, 300.0), ["Nov"]);
        let year: Vec<String> =
            months(Month::new(2026, 1).unwrap(), 12, 16.0).into_iter().map(|word| word.word).collect();
        assert_eq!(year.concat(), "JFMAMJJASOND");
    }
}
