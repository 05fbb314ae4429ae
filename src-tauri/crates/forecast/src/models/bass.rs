//! Adoption by innovators and imitators: the Bass model.

use crate::input::{InputError, countable, month_count, not_negative};

/// Adoption of something new in a market (Bass 1969): F(t) = m (1 − e^(−(p+q)t)) ÷ (1 + (q ÷ p) e^(−(p+q)t)), t in
/// months. Usual yearly coefficients are p ≈ 0.03 and q ≈ 0.38; monthly ones are about a twelfth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bass {
    /// m: everyone who will ever adopt, 0 or more.
    pub market: f64,
    /// p: adopts by itself, per month, 0 or more. Without innovation nobody begins, so 0 gives nothing in any month.
    pub innovation: f64,
    /// q: adopts because others have, per month, 0 or more.
    pub imitation: f64,
}

impl Bass {
    /// The new adopters in each of `count` months, 1 to 120: the month i, from 0, gets F(i + 1) − F(i).
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let market = not_negative("market", self.market)?;
        let p = not_negative("innovation", self.innovation)?;
        let q = not_negative("imitation", self.imitation)?;
        let months = month_count(count)?;
        if p == 0.0 {
            return Ok(vec![0.0; months as usize]);
        }
        // The difference as one fraction, p (p+q) (E − E') ÷ ((p + qE) (p + qE')) with E = e^(−(p+q)t), E' a month
        // later: it keeps its digits where F levels off, and no part of it overflows.
        let left = |t: f64| libm::exp(-(p + q) * t);
        let adopters = |t: f64| {
            let (before, after) = (left(t), left(t + 1.0));
            let gone = before * -libm::expm1(-(p + q));
            (p / (p + q * before)) * ((p + q) * gone / (p + q * after))
        };
        countable((0..months).map(|month| market * adopters(f64::from(month))).collect())
    }
}
