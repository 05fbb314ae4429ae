//! The beta distribution on 0 to 1.

use super::root::meet;

/// A beta distribution with what its density and probability share worked out once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Beta {
    /// The first shape, over 0.
    pub(crate) a: f64,
    /// The second shape, over 0.
    pub(crate) b: f64,
    /// ln B(a, b).
    log_whole: f64,
}

impl Beta {
    /// Shapes over 0.
    pub(crate) fn new(a: f64, b: f64) -> Self {
        Self { a, b, log_whole: log_beta(a, b) }
    }

    /// a ÷ (a + b).
    pub(crate) fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The density at `x`, within 0 and 1.
    pub(crate) fn density(&self, x: f64) -> f64 {
        let log = (self.a - 1.0) * libm::log(x) + (self.b - 1.0) * libm::log1p(-x);
        libm::exp(log - self.log_whole)
    }

    /// The chance of a value up to `x`: the regularized incomplete beta function.
    pub(crate) fn probability(&self, x: f64) -> f64 {
        if x <= 0.0 {
            return 0.0;
        }
        if x >= 1.0 {
            return 1.0;
        }
        let edge = libm::exp(self.a * libm::log(x) + self.b * libm::log1p(-x) - self.log_whole);
        // The fraction converges fast on this side of the mean only; the other side is its mirror image.
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            edge * continued(self.a, self.b, x) / self.a
        } else {
            1.0 - edge * continued(self.b, self.a, 1.0 - x) / self.b
        }
    }

    /// The value below which the part `p` lies and above which `rest`, p + rest = 1, both over 0. The smaller one is
    /// used, because next to 1 the other has lost its digits.
    pub(crate) fn quantile(&self, p: f64, rest: f64) -> f64 {
        if p <= rest { self.lower_quantile(p, f64::NAN) } else { 1.0 - self.mirrored().lower_quantile(rest, f64::NAN) }
    }

    /// The distribution of 1 − x.
    pub(crate) fn mirrored(&self) -> Self {
        Self { a: self.b, b: self.a, log_whole: self.log_whole }
    }

    /// The value below which the part `p` lies, p over 0 and at most a half, searched from `near` on if that is inside.
    pub(crate) fn lower_quantile(&self, p: f64, near: f64) -> f64 {
        let near = if near > 0.0 && near < 1.0 { near } else { self.start(p) };
        meet(p, (0.0, 1.0), near, |x| self.probability(x), |x| self.density(x))
    }

    /// Where the first power alone would put a low quantile, or else the mean.
    fn start(&self, p: f64) -> f64 {
        let low = libm::exp((libm::log(p * self.a) + self.log_whole) / self.a);
        if low > 0.0 && low < self.mean() { low } else { self.mean() }
    }
}

/// ln B(a, b).
pub(crate) fn log_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), summed from the front by Lentz's method.
fn continued(a: f64, b: f64, x: f64) -> f64 {
    // It takes about the root of the larger shape: this many are enough for shapes of a trillion.
    const TERMS: usize = 2_000_000;
    const TINY: f64 = 1e-300;
    let kept = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut below = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut above = 1.0;
    let mut sum = below;
    for term in 1..TERMS {
        let m = term as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            below = 1.0 / kept(1.0 + part * below);
            above = kept(1.0 + part / above);
            change = below * above;
            sum *= change;
        }
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quantile_has_its_part_below(
            log_a in -4.0..14.0_f64, log_b in -4.0..14.0_f64, p in 1e-9..0.5_f64,
        ) {
            let beta = Beta::new(libm::exp(log_a), libm::exp(log_b));
            let x = beta.quantile(p, 1.0 - p);
            // Next to 1 neighboring numbers are so far apart that the part below jumps; below the smallest it is lost.
            prop_assume!(x > 1e-290 && x < 1.0 - 1e-6);
            // The exponent has a size of (a + b) ln (a + b): the part below loses digits with it, the quantile does not.
            let tolerance = 1e-8 + 1e-14 * (beta.a + beta.b);
            prop_assert!((beta.probability(x) / p - 1.0).abs() < tolerance, "{beta:?} {p}: {x}, {}", beta.probability(x));
            let other = beta.mirrored().quantile(1.0 - p, p);
            prop_assert!((x + other - 1.0).abs() < 1e-9);
        }
    }
}
