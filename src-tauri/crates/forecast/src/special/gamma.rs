//! The gamma distribution.

use super::root::meet;

/// The chance of a value up to `x` where the rate is 1: the regularized lower incomplete gamma function P(a, x).
pub(crate) fn probability(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let edge = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 { edge * series(a, x) } else { 1.0 - edge * continued(a, x) }
}

/// The value below which the part `p` lies where the rate is 1; p within 0 and 1, both excluded.
pub(crate) fn quantile(a: f64, p: f64) -> f64 {
    let log_whole = libm::lgamma(a);
    let density = |x: f64| libm::exp((a - 1.0) * libm::log(x) - x - log_whole);
    // The first power alone, where next to nothing lies below: else the cube of a normal value (Wilson and Hilferty).
    let small = libm::exp((libm::log(p * a) + log_whole) / a);
    let root = 1.0 - 1.0 / (9.0 * a) + super::normal::quantile(p) / (3.0 * libm::sqrt(a));
    let cube = a * root * root * root;
    let near = if cube > 0.1 * a { cube } else { small.max(f64::MIN_POSITIVE) };
    let mut high = near.max(1.0) * 2.0;
    while probability(a, high) < p {
        high *= 2.0;
    }
    meet(p, (0.0, high), near, |x| probability(a, x), density)
}

/// Σ x^n ÷ (a (a + 1) … (a + n)) (DLMF 8.7.1).
fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    let mut over = a;
    while term > sum * f64::EPSILON * 0.25 {
        over += 1.0;
        term *= x / over;
        sum += term;
    }
    sum
}

/// The continued fraction of the upper part (DLMF 8.9.2), by Lentz's method.
fn continued(a: f64, x: f64) -> f64 {
    const TERMS: usize = 1_000_000;
    const TINY: f64 = 1e-300;
    let mut start = x + 1.0 - a;
    let mut above = 1.0 / TINY;
    let mut below = 1.0 / start;
    let mut sum = below;
    for term in 1..TERMS {
        let m = term as f64;
        let part = -m * (m - a);
        start += 2.0;
        let lower = part * below + start;
        below = 1.0 / if lower.abs() < TINY { TINY } else { lower };
        let upper = start + part / above;
        above = if upper.abs() < TINY { TINY } else { upper };
        let change = below * above;
        sum *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{probability, quantile};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_quantile_has_its_part_below(log_a in -4.0..16.0_f64, p in 1e-9..0.999_999_f64) {
            let a = libm::exp(log_a);
            let x = quantile(a, p);
            prop_assume!(x > 1e-290);
            // The exponent has a size of a ln a, so the part below loses digits with it; the quantile itself does not.
            let tolerance = 1e-9 + 1e-14 * a;
            prop_assert!((probability(a, x) / p - 1.0).abs() < tolerance, "{a} {p}: {x}, {}", probability(a, x));
        }
    }
}
