//! Quantiles of samples. Must not know where the samples come from.

use crate::input::{InputError, number, share};

/// The quantiles of `samples` at each probability of `at`, 0 to 1: type 7 of Hyndman and Fan (1996), as NumPy and most
/// spreadsheets have it: straight between the two samples around position (n − 1) × probability.
pub fn quantiles(samples: &[f64], at: &[f64]) -> Result<Vec<f64>, InputError> {
    if samples.is_empty() {
        return Err(InputError::Empty("samples"));
    }
    samples.iter().try_for_each(|sample| number("sample", *sample).map(drop))?;
    at.iter().try_for_each(|probability| share("probability", *probability).map(drop))?;
    let mut samples = samples.to_vec();
    Ok(at.iter().map(|probability| quantile_of(&mut samples, *probability).0).collect())
}

/// The quantiles at five rising probabilities of samples that are there and are numbers; leaves them in another order.
pub(crate) fn rising_quantiles(samples: &mut [f64], at: [f64; 5]) -> [f64; 5] {
    let count = samples.len();
    let mut start = 0;
    at.map(|probability| {
        // What an earlier, lower quantile has put before its own place stays there.
        let rest = &mut samples[start..];
        let (position, fraction) = place(count, probability);
        let value = interpolated(rest, position - start, fraction);
        start = position;
        value
    })
}

fn quantile_of(samples: &mut [f64], probability: f64) -> (f64, usize) {
    let (position, fraction) = place(samples.len(), probability);
    (interpolated(samples, position, fraction), position)
}

/// The sample before the quantile, counted from 0 in rising order, and how far it is to the next.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position within the samples")]
fn place(count: usize, probability: f64) -> (usize, f64) {
    let position = (count - 1) as f64 * probability;
    let before = position.floor();
    (before as usize, position - before)
}

fn interpolated(samples: &mut [f64], position: usize, fraction: f64) -> f64 {
    let (_, before, above) = samples.select_nth_unstable_by(position, f64::total_cmp);
    if fraction <= 0.0 {
        return *before;
    }
    let after = above.iter().copied().fold(f64::INFINITY, f64::min);
    *before + (after - *before) * fraction
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_quantile_lies_straight_between_its_neighbors() {
        assert_eq!(quantiles(&[4.0, 1.0, 3.0, 2.0], &[0.0, 0.5, 0.9, 1.0]).unwrap(), [1.0, 2.5, 3.7, 4.0]);
        assert_eq!(quantiles(&[7.0], &[0.25]).unwrap(), [7.0]);
        assert_eq!(quantiles(&[], &[0.5]).unwrap_err().to_string(), "There are no samples: enter at least one");
    }

    proptest! {
        #[test]
        fn five_at_once_are_the_same(samples in proptest::collection::vec(-1e6..1e6_f64, 1..300)) {
            let at = [0.1, 0.25, 0.5, 0.75, 0.9];
            let each = quantiles(&samples, &at).unwrap();
            prop_assert_eq!(rising_quantiles(&mut samples.clone(), at).to_vec(), each);
        }
    }
}
