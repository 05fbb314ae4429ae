//! Slow, fast, slow: the logistic curve.

use crate::input::{InputError, month_count, number, share, within};

/// How steep the S-curve is unless told: with 10 some 15 % of the total falls into the first third of the months.
pub const STEEPNESS: f64 = 10.0;

/// Where the S-curve is fastest unless told: in the middle of the months.
pub const MIDPOINT: f64 = 0.5;

/// A total spread along a logistic curve, cut off at both ends so that nothing falls outside the months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SCurve {
    /// All months together.
    pub total: f64,
    /// How steep, 0.1 (nearly even) to 100 (nearly all at once); usually [`STEEPNESS`].
    pub steepness: f64,
    /// Where it is fastest, as a part of the span: 0 (start) to 1 (end); usually [`MIDPOINT`].
    pub midpoint: f64,
}

impl SCurve {
    /// The usual curve for `total`.
    pub fn of(total: f64) -> Self {
        Self { total, steepness: STEEPNESS, midpoint: MIDPOINT }
    }

    /// The figures of `count` months, 1 to 120; they add up to the total.
    ///
    /// With F(t) = 1 ÷ (1 + e^(−steepness × (t − midpoint))) the month i of n, from 0, gets
    /// total × (F((i + 1) ÷ n) − F(i ÷ n)) ÷ (F(1) − F(0)).
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        number("total", self.total)?;
        within("steepness", self.steepness, 0.1..=100.0, "between 0.1 and 100")?;
        share("midpoint", self.midpoint)?;
        let count = month_count(count)?;
        let reached = |distance: f64| 1.0 / (1.0 + distance);
        let distance = |t: f64| libm::exp(-self.steepness * (t - self.midpoint));
        let share = self.total / (reached(distance(1.0)) - reached(distance(0.0)));
        // From month to month the distance shrinks by the same factor: a product instead of an exponential function
        // each, because simulations ask a million times. 120 products lose no digit that is kept.
        let factor = libm::exp(-self.steepness / f64::from(count));
        let mut left = distance(0.0);
        let mut before = reached(left);
        let month = |_| {
            left *= factor;
            let now = reached(left);
            let part = now - before;
            before = now;
            share * part
        };
        Ok((0..count).map(month).collect())
    }
}
