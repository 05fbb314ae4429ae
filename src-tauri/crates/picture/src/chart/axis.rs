//! Round axes: where ticks lie and what they say.
//!
//! Owns: numbers along the edges. Must not know: what is drawn between them.

use domain::MetricUnit;

use super::measure::{Measure, Scale};
use super::sheet::SIZE;
use crate::text;

/// A value axis.
pub(super) struct Axis {
    /// From the lowest tick, or the lowest figure where the ticks end just above it, …
    pub(super) low: f64,
    /// … to the highest.
    pub(super) high: f64,
    /// Value and word; the unit is said once, with the highest.
    pub(super) ticks: Vec<(f64, String)>,
}

impl Axis {
    /// About `count` round steps from below `low` to above `high`; zero is always on it, as lengths need.
    pub(super) fn new(low: f64, high: f64, count: f64, measure: &Measure) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let high = if high - low > 0.0 { high } else { 1.0 };
        let step = round_step((high - low) / count, measure.unit);
        let (first, last) = (-steps(-low / step), steps(high / step));
        let axis = Self::of(first, last, step, measure);
        Self { low: axis.low.min(low), high: axis.high.max(high), ..axis }
    }

    /// The same around figures that are shown by their place alone: zero need not be on it.
    pub(super) fn around(low: f64, high: f64, count: f64, measure: &Measure) -> Self {
        // Figures that are all the same stand in the middle.
        let spare = if high > low { 0.0 } else { (low.abs() * 0.1).max(1.0) };
        let (low, high) = (low - spare, high + spare);
        let step = round_step((high - low) / count, measure.unit);
        Self::of((low / step + 1e-9).floor(), (high / step - 1e-9).ceil(), step, measure)
    }

    /// From one whole number of steps to another.
    fn of(first: f64, last: f64, step: f64, measure: &Measure) -> Self {
        let last = if last <= first { first + 1.0 } else { last };
        // Numbered from the first, so that no tick is off by what sums of fractions lose.
        let count = (last - first).clamp(1.0, 40.0) as u32;
        let values: Vec<f64> = (0..=count).map(|tick| (first + f64::from(tick)) * step).collect();
        let size = values.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let scale = Scale::of(measure, size);
        let decimals = scale.decimals(step);
        let top = values.len() - 1;
        let word = |(tick, value): (usize, &f64)| {
            (*value, if tick == top { scale.whole(*value, decimals) } else { scale.number(*value, decimals) })
        };
        Self { low: values[0], high: values[top], ticks: values.iter().enumerate().map(word).collect() }
    }

    /// Room for the widest word.
    pub(super) fn width(&self) -> f32 {
        self.ticks.iter().map(|(_, word)| text::measure(word, SIZE, 420)).fold(0.0, f32::max)
    }
}

/// Whole steps from zero to beyond `length` steps. Figures that pass a tick by little need no further one: the axis then
/// ends just behind them.
fn steps(length: f64) -> f64 {
    let whole = (length + 1e-9).floor();
    if whole >= 1.0 && length.fract() < 0.25 { whole } else { (length - 1e-9).ceil().max(0.0) }
}

/// 1, 2, 2.5 or 5 times a power of ten, at least `wanted`; whole numbers for counts.
fn round_step(wanted: f64, unit: MetricUnit) -> f64 {
    let whole = unit == MetricUnit::Count;
    let wanted = if whole { wanted.max(1.0) } else { wanted.max(1e-9) };
    let power = 10_f64.powf(wanted.log10().floor());
    let round = |factor: &&f64| **factor * power >= wanted * 0.9 && (!whole || (**factor * power).fract() == 0.0);
    [1.0, 2.0, 2.5, 5.0, 10.0].iter().find(round).copied().unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use domain::{Better, Currency, MetricSide};

    use super::*;
    use crate::Language;

    #[test]
    fn ticks_are_round_and_say_the_unit_once() {
        for (low, high, unit, expect) in [
            (0.0, 10_200_000.0, MetricUnit::Money, vec!["0", "2.5", "5", "7.5", "€10M"]),
            (0.0, 612_000.0, MetricUnit::Money, vec!["0", "200", "400", "€600k"]),
            (-22_000.0, 55_000.0, MetricUnit::Money, vec!["−20", "0", "20", "40", "€60k"]),
            (-1e9, 0.0, MetricUnit::Money, vec!["−1", "−0.75", "−0.5", "−0.25", "€0B"]),
            (0.0, 1e12, MetricUnit::Count, vec!["0", "0.25", "0.5", "0.75", "1T"]),
            (0.0, 0.0, MetricUnit::Money, vec!["0", "0.25", "0.5", "0.75", "€1"]),
            (0.0, 0.003, MetricUnit::Ratio, vec!["0", "0.001", "0.002", "0.003"]),
            (0.0, 0.38, MetricUnit::Percent, vec!["0", "10", "20", "30", "40%"]),
            (0.0, 84.0, MetricUnit::Days, vec!["0", "20", "40", "60", "80 days"]),
            (0.0, 100.0, MetricUnit::Score, vec!["0", "25", "50", "75", "100"]),
            (0.0, 3.0, MetricUnit::Count, vec!["0", "1", "2", "3"]),
            (0.0, 4.3, MetricUnit::Ratio, vec!["0", "1", "2", "3", "4", "5"]),
        ] {
            let (name, currency) = (String::new(), Currency::EUR);
            let (better, side) = (Better::Higher, MetricSide::Strategic);
            let measure = Measure { name, unit, currency, better, side, language: Language::default() };
            let axis = Axis::new(low, high, 4.0, &measure);
            assert_eq!(axis.ticks.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), expect, "{low} to {high}");
            assert!(axis.low <= low && axis.high >= high);
        }
    }

    #[test]
    fn places_need_no_zero() {
        let (name, currency) = (String::new(), Currency::EUR);
        let (better, side) = (Better::Higher, MetricSide::Strategic);
        let money = Measure { name, unit: MetricUnit::Money, currency, better, side, language: Language::default() };
        for (low, high, expect) in [
            (4.2e6, 11.0e6, vec!["4", "6", "8", "10", "€12M"]),
            (7.0, 7.0, vec!["6", "6.5", "7", "7.5", "€8"]),
            (-1e9, 1e12, vec!["−0.25", "0", "0.25", "0.5", "0.75", "€1T"]),
        ] {
            let axis = Axis::around(low, high, 4.0, &money);
            assert_eq!(axis.ticks.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), expect, "{low} to {high}");
            assert!(axis.low <= low && axis.high >= high);
        }
    }
}
