//! A target from above, split by weights.

use crate::input::{InputError, month_count, not_negative, number};

/// A total split by weights: those of a curve, or last year's season.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// All months together.
    pub total: f64,
    /// One weight per month, 0 or more, not all 0. After the last they begin again: twelve are a year's season.
    pub weights: Vec<f64>,
}

impl Shares {
    /// The figures of `count` months, 1 to 120, total × weight ÷ Σ weights of these months; they add up to the total.
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let months = month_count(count)?;
        number("total", self.total)?;
        self.weights.iter().try_for_each(|weight| not_negative("weight", *weight).map(drop))?;
        if self.weights.is_empty() {
            return Err(InputError::Empty("weights"));
        }
        let used = || self.weights.iter().cycle().take(months as usize);
        let heaviest = used().copied().fold(0.0, f64::max);
        if heaviest == 0.0 {
            return Err(InputError::NoWeight);
        }
        // Against the heaviest, so that no sum of weights overflows.
        let sum: f64 = used().map(|weight| weight / heaviest).sum();
        Ok(used().map(|weight| self.total * (weight / heaviest / sum)).collect())
    }
}
