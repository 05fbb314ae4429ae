//! How near forecasts came to what was measured. Must not know what was forecast.

use serde::Serialize;
use ts_rs::TS;

use crate::input::{InputError, number, within};

/// Measures of a forecast f against actuals a. Errors are f − a: a positive bias is a forecast too high.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Accuracy {
    /// Weighted absolute percentage error, Σ|f − a| ÷ Σ|a|, as a fraction; none where every actual is 0.
    pub wape: Option<f64>,
    /// Mean of f − a, in the unit of the figures.
    pub bias: f64,
    /// Mean absolute scaled error (Hyndman and Koehler 2006): mean |f − a| ÷ the mean absolute error of "as the month
    /// before" on the training span; none where that span has under two figures or never changes.
    pub mase: Option<f64>,
    /// Mean absolute percentage error, mean of |f − a| ÷ |a|, as a fraction; none where an actual is 0.
    pub mape: Option<f64>,
}

/// Sets `forecast` beside `actual`, month by month. `training` are the actuals that the forecast was made from, before
/// the first of them; empty if unknown.
pub fn accuracy(actual: &[f64], forecast: &[f64], training: &[f64]) -> Result<Accuracy, InputError> {
    paired(actual, "forecasts", forecast)?;
    training.iter().try_for_each(|figure| number("training figure", *figure).map(drop))?;
    let errors: Vec<f64> = forecast.iter().zip(actual).map(|(f, a)| f - a).collect();
    let missed = errors.iter().map(|error| error.abs());
    let size: f64 = actual.iter().map(|a| a.abs()).sum();
    let naive = mean(training.windows(2).map(|pair| (pair[1] - pair[0]).abs()));
    let parts = errors.iter().zip(actual).map(|(error, a)| (error / a).abs());
    Ok(Accuracy {
        wape: over(missed.clone().sum(), size),
        bias: mean(errors.iter().copied()).unwrap_or_default(),
        mase: naive.and_then(|naive| over(mean(missed)?, naive)),
        mape: if actual.contains(&0.0) { None } else { mean(parts) },
    })
}

/// The part of actuals that lie from `low` to `high` of their month, both included. A band from p10 to p90 should hold
/// 0.8 of them.
pub fn coverage(actual: &[f64], low: &[f64], high: &[f64]) -> Result<f64, InputError> {
    band(actual, low, high)?;
    let inside = |((a, low), high): ((&f64, &f64), &f64)| f64::from(u8::from(low <= a && a <= high));
    Ok(mean(actual.iter().zip(low).zip(high).map(inside)).unwrap_or_default())
}

/// The mean interval score (Gneiting and Raftery 2007) of bands that should hold the part 1 − `alpha`: width +
/// 2 ÷ alpha × how far the actual lies outside. Smaller is better; in the unit of the figures.
pub fn interval_score(actual: &[f64], low: &[f64], high: &[f64], alpha: f64) -> Result<f64, InputError> {
    band(actual, low, high)?;
    inside_0_and_1("part outside the band", alpha)?;
    let score = |((a, low), high): ((&f64, &f64), &f64)| {
        (high - low) + 2.0 / alpha * ((low - a).max(0.0) + (a - high).max(0.0))
    };
    Ok(mean(actual.iter().zip(low).zip(high).map(score)).unwrap_or_default())
}

/// The mean pinball loss of forecasts of the quantile at `level` (Koenker and Bassett 1978): level × (a − f) where the
/// actual is higher, (1 − level) × (f − a) where it is lower.
pub fn pinball(actual: &[f64], forecast: &[f64], level: f64) -> Result<f64, InputError> {
    paired(actual, "forecasts", forecast)?;
    inside_0_and_1("level", level)?;
    let loss = |(a, f): (&f64, &f64)| (level * (a - f)).max((level - 1.0) * (a - f));
    Ok(mean(actual.iter().zip(forecast).map(loss)).unwrap_or_default())
}

/// The continuous ranked probability score of simulated outcomes against the actual one, in the unit of the figures:
/// mean |x − a| − ½ mean |x − x′| over all pairs of samples (Gneiting and Raftery 2007, the energy form). With a single
/// sample it is the absolute error.
pub fn crps(samples: &[f64], actual: f64) -> Result<f64, InputError> {
    number("actual", actual)?;
    samples.iter().try_for_each(|sample| number("sample", *sample).map(drop))?;
    let far = mean(samples.iter().map(|sample| (sample - actual).abs())).ok_or(InputError::Empty("samples"))?;
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    // Σ over pairs of |x − x′| from the sorted samples, each weighted by how many lie below minus how many above.
    let count = sorted.len() as f64;
    let weighted: f64 = (0..).zip(&sorted).map(|(rank, x)| (2.0 * f64::from(rank) + 1.0 - count) * x).sum();
    Ok(far - weighted / (count * count))
}

fn paired(actual: &[f64], what: &'static str, other: &[f64]) -> Result<(), InputError> {
    if actual.is_empty() {
        return Err(InputError::Empty("actuals"));
    }
    if actual.len() != other.len() {
        return Err(InputError::Count { what, found: other.len(), expected: actual.len() });
    }
    actual.iter().try_for_each(|figure| number("actual", *figure).map(drop))?;
    other.iter().try_for_each(|figure| number("forecast", *figure).map(drop))
}

fn band(actual: &[f64], low: &[f64], high: &[f64]) -> Result<(), InputError> {
    paired(actual, "low ends", low)?;
    paired(actual, "high ends", high)?;
    match low.iter().zip(high).find(|(low, high)| low > high) {
        Some((low, high)) => Err(InputError::Order { low: *low, mid: f64::midpoint(*low, *high), high: *high }),
        None => Ok(()),
    }
}

fn inside_0_and_1(input: &'static str, found: f64) -> Result<f64, InputError> {
    within(input, found, f64::MIN_POSITIVE..=1.0 - f64::EPSILON / 2.0, "more than 0 and less than 1")
}

fn mean(figures: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = figures.fold((0.0, 0.0), |(sum, count), figure| (sum + figure, count + 1.0));
    over(sum, count)
}

fn over(above: f64, below: f64) -> Option<f64> {
    if below == 0.0 { None } else { Some(above / below) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_comes_out() {
        let measured = accuracy(&[10.0, 5.0, 8.0, 10.0], &[15.0, 12.0, 5.0, 8.0], &[]).unwrap();
        assert!((measured.mape.unwrap() - 0.618_75).abs() < 1e-12);
        assert!((measured.wape.unwrap() - 17.0 / 33.0).abs() < 1e-12);
        assert!((measured.bias - 1.75).abs() < 1e-12);
        assert_eq!(measured.mase, None);
    }

    #[test]
    fn a_measure_without_its_divisor_is_none() {
        let zero = accuracy(&[0.0, 0.0], &[1.0, 2.0], &[3.0, 3.0, 3.0]).unwrap();
        assert_eq!(zero, Accuracy { wape: None, bias: 1.5, mase: None, mape: None });
        assert_eq!(accuracy(&[0.0, 4.0], &[1.0, 2.0], &[1.0, 2.0]).unwrap().mape, None);
    }

    #[test]
    fn lists_that_do_not_belong_together_are_refused() {
        for (answer, sentence) in [
            (pinball(&[1.0], &[], 0.5), "The number of forecasts is 0, but has to be 1: give one for each"),
            (pinball(&[], &[], 0.5), "There are no actuals: enter at least one"),
            (coverage(&[1.0], &[2.0], &[0.0]), "2, 1 and 0 do not rise: enter the lowest first and the highest last"),
            (pinball(&[1.0], &[1.0], 1.0), "The level is 1, but has to be more than 0 and less than 1: correct it"),
        ] {
            assert_eq!(answer.unwrap_err().to_string(), sentence);
        }
    }
}
