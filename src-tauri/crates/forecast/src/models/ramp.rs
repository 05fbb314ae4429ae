//! Straight from one figure to another.

use crate::input::{InputError, countable, month_count, number};

/// A figure that rises or falls by the same step each month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ramp {
    /// The figure of the first month.
    pub first: f64,
    /// The figure of the last month.
    pub last: f64,
}

impl Ramp {
    /// The figures of `count` months, 1 to 120: month i of n (from 0) gets first + (last − first) × i ÷ (n − 1). One
    /// month alone gets the first figure.
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let (first, last) = (number("first month", self.first)?, number("last month", self.last)?);
        let steps = f64::from(month_count(count)?.saturating_sub(1).max(1));
        // Weighted ends instead of a step, so that the last month is met exactly.
        let at = |month: u32| first * (1.0 - f64::from(month) / steps) + last * (f64::from(month) / steps);
        countable((0..count).map(at).collect())
    }
}
