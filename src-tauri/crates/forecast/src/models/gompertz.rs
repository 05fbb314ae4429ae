//! Growth that starts late and levels off slowly: the Gompertz curve.

use crate::input::{InputError, countable, month_count, not_negative};

/// Growth toward a ceiling, F(t) = K e^(−b e^(−ct)) with t in months (Gompertz 1825; Winsor 1932). Unlike the S-curve
/// it is fastest early, at 37 % of the ceiling, and approaches it slowly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gompertz {
    /// K: what is reached in the long run, 0 or more.
    pub ceiling: f64,
    /// b: how far from the ceiling it begins, 0 or more; K e^(−b) counts as reached before the first month.
    pub displacement: f64,
    /// c: how fast the distance shrinks per month, 0 or more.
    pub rate: f64,
}

impl Gompertz {
    /// The growth in each of `count` months, 1 to 120: the month i, from 0, gets F(i + 1) − F(i).
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let ceiling = not_negative("ceiling", self.ceiling)?;
        let b = not_negative("displacement", self.displacement)?;
        let c = not_negative("rate", self.rate)?;
        // F(t + 1) − F(t) = F(t + 1) (1 − e^(−x)) with x = b e^(−ct) (1 − e^(−c)): a product of parts within 0 and 1,
        // where the difference itself would lose its digits near the ceiling.
        let distance = |t: f64| b * libm::exp(-c * t);
        let growth = |t: f64| libm::exp(-distance(t + 1.0)) * -libm::expm1(distance(t) * libm::expm1(-c));
        countable((0..month_count(count)?).map(|month| ceiling * growth(f64::from(month))).collect())
    }
}
