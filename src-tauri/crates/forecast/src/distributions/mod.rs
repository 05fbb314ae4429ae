//! How an uncertain input is distributed, and what a part of its values lies below.
//!
//! Owns the distributions and their quantiles; must not know which input is drawn, or how often.

mod sampler;

pub(crate) use sampler::Sampler;

use crate::input::{InputError, number, within};
use crate::special::{beta::Beta, normal};

/// Φ⁻¹(0.9): how far p10 and p90 lie from the middle, in standard deviations.
const Z90: f64 = 1.281_551_565_544_600_4;

/// The distribution of one uncertain number. Made by its functions, which refuse what cannot be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distribution(Shape);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Fixed(f64),
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    /// PERT, or a beta distribution on 0 to 1.
    Scaled {
        low: f64,
        width: f64,
        beta: Beta,
    },
    Lognormal {
        mean: f64,
        deviation: f64,
    },
}

impl Distribution {
    /// Always `value`.
    pub fn fixed(value: f64) -> Result<Self, InputError> {
        Ok(Self(Shape::Fixed(number("value", value)?)))
    }

    /// Anything from `low` to `high`, equally likely.
    pub fn uniform(low: f64, high: f64) -> Result<Self, InputError> {
        rising(low, f64::midpoint(low, high), high)?;
        Ok(Self(if low < high { Shape::Uniform { low, high } } else { Shape::Fixed(low) }))
    }

    /// From `low` to `high`, most likely `mode`, thinning out straight to both ends.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, InputError> {
        rising(low, mode, high)?;
        Ok(Self(if low < high { Shape::Triangular { low, mode, high } } else { Shape::Fixed(low) }))
    }

    /// PERT of shape 4 (Malcolm and others 1959; Vose 2000): low + (high − low) × Beta(1 + 4 (mode − low) ÷ (high − low),
    /// 1 + 4 (high − mode) ÷ (high − low)). Its mean is (low + 4 mode + high) ÷ 6.
    pub fn pert(low: f64, mode: f64, high: f64) -> Result<Self, InputError> {
        rising(low, mode, high)?;
        let width = high - low;
        if width <= 0.0 {
            return Ok(Self(Shape::Fixed(low)));
        }
        let beta = Beta::new(1.0 + 4.0 * ((mode - low) / width), 1.0 + 4.0 * ((high - mode) / width));
        Ok(Self(Shape::Scaled { low, width, beta }))
    }

    /// Lognormal, told by its 10th and 90th percentile, both over 0: one time in ten below `p10`, one in ten above `p90`.
    pub fn lognormal(p10: f64, p90: f64) -> Result<Self, InputError> {
        const SIZE: &str = "between 1e-100 and 1e100";
        within("10th percentile", p10, 1e-100..=1e100, SIZE)?;
        within("90th percentile", p90, 1e-100..=1e100, SIZE)?;
        rising(p10, libm::sqrt(p10) * libm::sqrt(p90), p90)?;
        let (low, high) = (libm::log(p10), libm::log(p90));
        let deviation = (high - low) / (2.0 * Z90);
        Ok(Self(if low < high {
            Shape::Lognormal { mean: f64::midpoint(low, high), deviation }
        } else {
            Shape::Fixed(p10)
        }))
    }

    /// Beta on 0 to 1, for a rate: as after `alpha` − 1 hits and `beta` − 1 misses where nothing was known before. Both
    /// shapes lie between 0.01 and a billion.
    pub fn beta(alpha: f64, beta: f64) -> Result<Self, InputError> {
        const SIZE: &str = "between 0.01 and 1e9";
        let alpha = within("first shape", alpha, 0.01..=1e9, SIZE)?;
        let beta = within("second shape", beta, 0.01..=1e9, SIZE)?;
        Ok(Self(Shape::Scaled { low: 0.0, width: 1.0, beta: Beta::new(alpha, beta) }))
    }

    /// Beta on 0 to 1 with this `mean`, its 10th and 90th percentile so far apart: a rate as people doubt it. `mean` is
    /// more than 0 and less than 1; a `width` beyond that of the widest one with one hump at most is refused.
    pub fn beta_around(mean: f64, width: f64) -> Result<Self, InputError> {
        within("mean of the rate", mean, 1e-6..=1.0 - 1e-6, "more than 0 and less than 1")?;
        // The narrower, the more cases it seems to rest on: halved in the logarithm until it stands.
        let resting_on = |cases: f64| Self::beta(mean * cases, (1.0 - mean) * cases);
        let apart = |cases: f64| {
            Ok::<f64, InputError>(resting_on(cases)?.inverse(0.9, 0.1) - resting_on(cases)?.inverse(0.1, 0.9))
        };
        // With both shapes at 1 or more it has one hump at most, and gets wider with fewer cases.
        let fewest = 1.0 / mean.min(1.0 - mean);
        let (mut few, mut many) = (libm::log(fewest), libm::log(1e8));
        within("width of the range", width, apart(1e8)?..=apart(fewest)?, "one that a rate can have")?;
        for _ in 0..80 {
            let middle = f64::midpoint(few, many);
            if apart(libm::exp(middle))? > width { few = middle } else { many = middle }
        }
        resting_on(libm::exp(f64::midpoint(few, many)))
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match self.0 {
            Shape::Fixed(value) => value,
            Shape::Uniform { low, high } => f64::midpoint(low, high),
            Shape::Triangular { low, mode, high } => low / 3.0 + mode / 3.0 + high / 3.0,
            Shape::Scaled { low, width, beta } => low + width * beta.mean(),
            Shape::Lognormal { mean, deviation } => libm::exp(mean + 0.5 * deviation * deviation),
        }
    }

    /// The value below which the part `probability` of all values lies (the inverse of the cumulative distribution);
    /// `probability` is more than 0 and less than 1.
    pub fn quantile(&self, probability: f64) -> Result<f64, InputError> {
        const INSIDE: &str = "more than 0 and less than 1";
        within("probability", probability, f64::MIN_POSITIVE..=1.0 - f64::EPSILON / 2.0, INSIDE)?;
        Ok(self.inverse(probability, 1.0 - probability))
    }

    /// The value below which the part `p` lies and above which `rest`; p + rest = 1, both over 0. Both are given because
    /// next to 1 either loses its digits.
    pub(crate) fn inverse(&self, p: f64, rest: f64) -> f64 {
        match self.0 {
            Shape::Fixed(value) => value,
            Shape::Uniform { low, high } => low * rest + high * p,
            Shape::Triangular { low, mode, high } if p * (high - low) < mode - low => {
                low + libm::sqrt(p * (high - low) * (mode - low))
            }
            Shape::Triangular { low, mode, high } => high - libm::sqrt(rest * (high - low) * (high - mode)),
            Shape::Scaled { low, width, beta } => low + width * beta.quantile(p, rest),
            Shape::Lognormal { mean, deviation } => {
                let z = if p <= rest { normal::quantile(p) } else { -normal::quantile(rest) };
                libm::exp(mean + deviation * z)
            }
        }
    }
}

fn rising(low: f64, mid: f64, high: f64) -> Result<(), InputError> {
    const SIZE: &str = "between -1e100 and 1e100";
    within("lowest value", low, -1e100..=1e100, SIZE)?;
    within("highest value", high, -1e100..=1e100, SIZE)?;
    within("middle value", mid, -1e100..=1e100, SIZE)?;
    if low <= mid && mid <= high { Ok(()) } else { Err(InputError::Order { low, mid, high }) }
}
