//! Run-rates: the months left grow with a base of their own (one each, or last year's months) as the measured ones did.

use super::{Ahead, Estimate, Flow, Lacks, MONTHS_NEEDED};
use crate::special::beta::Beta;

/// Each month as the mean of the measured ones.
pub(super) fn run_rate(flow: &Flow) -> Result<Ahead, Lacks> {
    let ratio = Ratio::of(&flow.measured, &vec![1.0; flow.measured.len()])?;
    ratio.ahead(&vec![1.0; flow.left()])
}

/// Each month as the same one of last year, times measured so far ÷ last year by then.
pub(super) fn seasonal(flow: &Flow) -> Result<Ahead, Lacks> {
    let (before, after) = flow.split(&flow.last_year).ok_or(Lacks::LastYear)?;
    if before.iter().sum::<f64>() <= 0.0 || flow.last_year.iter().any(|figure| *figure < 0.0) {
        return Err(Lacks::LastYear);
    }
    Ratio::of(&flow.measured, before)?.ahead(after)
}

/// Figures in proportion to a base.
pub(super) struct Ratio {
    /// Figure for each unit of its base.
    rate: f64,
    /// Variance of a figure for each unit of its base.
    variance: f64,
    /// All of the base that was seen.
    base: f64,
    /// The 0.9 quantile of Student's t distribution with the degrees of freedom that are left.
    reach: f64,
}

impl Ratio {
    /// The ratio estimator (Cochran 1977, section 6): r = Σ figure ÷ Σ base, best where a figure's variance grows with its
    /// base, and s² = Σ (figure − r base)² ÷ base ÷ (n − 1) over the n months with a base.
    pub(super) fn of(figures: &[f64], base: &[f64]) -> Result<Self, Lacks> {
        let seen: Vec<(f64, f64)> =
            figures.iter().copied().zip(base.iter().copied()).filter(|pair| pair.1 > 0.0).collect();
        if seen.len() < MONTHS_NEEDED {
            return Err(Lacks::Months);
        }
        let whole: f64 = seen.iter().map(|pair| pair.1).sum();
        let ratio = figures.iter().sum::<f64>() / whole;
        let freedom = (seen.len() - 1) as f64;
        let squares: f64 =
            seen.iter().map(|(figure, base)| (figure - ratio * base) * (figure - ratio * base) / base).sum();
        Ok(Self { rate: ratio, variance: squares / freedom, base: whole, reach: student(freedom) })
    }

    /// A sum over a base L that is not seen yet has the variance s² (L + L² ÷ Σ base): its own, and that of the ratio.
    pub(super) fn over(&self, base: f64) -> Estimate {
        let deviation = libm::sqrt(self.variance * (base + base * base / self.base));
        Estimate::around(self.rate * base, self.reach * deviation)
    }

    fn ahead(&self, base: &[f64]) -> Result<Ahead, Lacks> {
        let sum = |month: usize| self.over(base[..=month].iter().sum());
        Ahead::of(base.len(), |month| Ok(self.over(base[month])), |month| Ok(sum(month)))
    }
}

/// The 0.9 quantile of Student's t distribution: t² = f (1 ÷ x − 1), where x is the 0.2 quantile of Beta(f ÷ 2, ½).
fn student(freedom: f64) -> f64 {
    let x = Beta::new(freedom / 2.0, 0.5).quantile(0.2, 0.8);
    libm::sqrt(freedom * (1.0 - x) / x)
}
