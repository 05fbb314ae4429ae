//! The months left, as the months so far went. Must not know the calendar.

use crate::input::{InputError, countable, number};

/// Each of the `left` months as the mean of the measured ones.
pub fn run_rate(measured: &[f64], left: usize) -> Result<Vec<f64>, InputError> {
    let sum = sum_of("measured figures", "measured figure", measured)?;
    countable(vec![sum / measured.len() as f64; left])
}

/// The months of `last_year` after the measured ones, each × (measured so far ÷ last year by then). `last_year` begins
/// with the same month as `measured` and has at least as many figures; as many months are left as it has more.
pub fn seasonal_run_rate(measured: &[f64], last_year: &[f64]) -> Result<Vec<f64>, InputError> {
    let so_far = sum_of("measured figures", "measured figure", measured)?;
    sum_of("figures of last year", "figure of last year", last_year)?;
    if last_year.len() < measured.len() {
        let (found, expected) = (last_year.len(), measured.len());
        return Err(InputError::Count { what: "figures of last year", found, expected });
    }
    let (before, after) = last_year.split_at(measured.len());
    let by_then: f64 = before.iter().sum();
    if by_then == 0.0 {
        return Err(InputError::Number { input: "sum of last year by then", found: 0.0, expected: "other than 0" });
    }
    countable(after.iter().map(|figure| figure * so_far / by_then).collect())
}

fn sum_of(list: &'static str, each: &'static str, figures: &[f64]) -> Result<f64, InputError> {
    if figures.is_empty() {
        return Err(InputError::Empty(list));
    }
    figures.iter().try_fold(0.0, |sum, figure| Ok(sum + number(each, *figure)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_left_go_on_as_before() {
        assert_eq!(run_rate(&[10.0, 20.0], 3).unwrap(), [15.0; 3]);
        assert_eq!(seasonal_run_rate(&[22.0, 11.0], &[20.0, 10.0, 40.0, 50.0]).unwrap(), [44.0, 55.0]);
        assert_eq!(
            seasonal_run_rate(&[1.0], &[0.0, 3.0]).unwrap_err().to_string(),
            "The sum of last year by then is 0, but has to be other than 0: correct it"
        );
        assert_eq!(run_rate(&[], 2).unwrap_err().to_string(), "There are no measured figures: enter at least one");
    }
}
