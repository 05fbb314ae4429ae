//! The measured months' level and trend go on, with the variance of the state-space model that Holt's method is.

use super::{Ahead, Estimate, Flow, Lacks, MONTHS_NEEDED_OF_TREND};
use crate::input::month_count;
use crate::smoothing::{Smoothing, smooth};
use crate::special::normal;

/// Whether the trend goes on for ever.
#[derive(Clone, Copy)]
pub(super) enum Damping {
    None,
    Fades,
}

/// Holt's method with the parameters that fit best. One-step errors have the variance σ² = Σ error² ÷ (n − 2), of a level
/// and a trend that were fitted. With `c_j` = α (1 + β (φ + … + φ^j)), what is not known of the sum of the next h months is
/// σ² Σ over i = 1..h of (1 + `c_1` + … + `c_(h−i)`)² (Hyndman, Koehler, Ord and Snyder 2008, section 6: class 1), and of
/// the month h alone σ² (1 + `c_1`² + … + `c_(h−1)`²).
pub(super) fn trend(flow: &Flow, damping: Damping) -> Result<Ahead, Lacks> {
    if flow.measured.len() < MONTHS_NEEDED_OF_TREND {
        return Err(Lacks::Months);
    }
    let left = flow.left();
    if left == 0 {
        return Ok(Ahead { months: Vec::new(), sums: Vec::new() });
    }
    let steps = month_count(u32::try_from(left).unwrap_or(u32::MAX))?;
    let smoothing = match damping {
        Damping::None => Smoothing::Holt { alpha: None, beta: None },
        Damping::Fades => Smoothing::DampedHolt { alpha: None, beta: None, phi: None },
    };
    let smoothed = smooth(&flow.measured, smoothing, steps)?;
    let variance = smoothed.squared_error / (flow.measured.len() - 2) as f64;
    let spreads = spreads(smoothed.alpha, smoothed.beta.unwrap_or(0.0), smoothed.phi.unwrap_or(1.0), left);
    let reach = normal::quantile(0.9);
    let around = |middle: f64, spread: f64| Estimate::around(middle, reach * libm::sqrt(variance * spread));
    Ahead::of(
        left,
        |month| Ok(around(smoothed.forecast[month], spreads[month].0)),
        |month| Ok(around(smoothed.forecast[..=month].iter().sum(), spreads[month].1)),
    )
}

/// The variances of the month h alone and of the sum of h months, h = 1 to `count`, for errors of variance 1.
pub(super) fn spreads(alpha: f64, beta: f64, phi: f64, count: usize) -> Vec<(f64, f64)> {
    // What an error has brought j months after it, alone and together: it reaches the sum of h months after h − i of them.
    let (mut fading, mut power) = (0.0, 1.0);
    let (mut weight, mut reached, mut alone, mut together) = (1.0, 0.0, 0.0, 0.0);
    let month = |_| {
        alone += square(weight);
        reached += weight;
        together += square(reached);
        power *= phi;
        fading += power;
        weight = alpha * (1.0 + beta * fading);
        (alone, together)
    };
    (0..count).map(month).collect()
}

fn square(value: f64) -> f64 {
    value * value
}
