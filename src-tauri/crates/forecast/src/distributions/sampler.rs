//! From a standard normal value to a draw: x = Q(Φ(z)), as the simulation asks for it a million times.
//!
//! Normal values, not uniform ones, because inputs go together through a normal factor. Must not know where they come from.

use super::{Distribution, Shape};
use crate::special::{beta::Beta, normal};

/// Beyond ±8 lies one draw in 10^15: such a draw counts as ±8.
const REACH: f64 = 8.0;

/// One distribution, ready to draw from.
pub(crate) enum Sampler {
    /// Worked out at each draw.
    Direct(Distribution),
    /// A beta distribution, between knots.
    Between { low: f64, width: f64, curve: Curve },
}

impl Sampler {
    /// Prepares `distribution`.
    pub(crate) fn of(distribution: Distribution) -> Self {
        match distribution.0 {
            Shape::Scaled { low, width, beta } => {
                Curve::of(&beta).map_or(Self::Direct(distribution), |curve| Self::Between { low, width, curve })
            }
            _ => Self::Direct(distribution),
        }
    }

    /// The draw that belongs to the standard normal value `z`.
    pub(crate) fn draw(&self, z: f64) -> f64 {
        let z = z.clamp(-REACH, REACH);
        match self {
            Self::Between { low, width, curve } => low + width * curve.at(z),
            Self::Direct(Distribution(Shape::Lognormal { mean, deviation })) => libm::exp(mean + deviation * z),
            Self::Direct(Distribution(Shape::Fixed(value))) => *value,
            Self::Direct(distribution) => distribution.inverse(normal::probability(z), normal::probability(-z)),
        }
    }
}

/// Q(Φ(z)) of a beta distribution as polynomials of the fifth degree between knots, each meeting value, slope and bend
/// at both its ends (quintic Hermite). Within [`Curve::NEAR`] of the exact value at the middle between any two knots.
pub(crate) struct Curve {
    per_unit: f64,
    /// By powers of the way from knot to knot, 0 to 1.
    pieces: Vec<[f64; 6]>,
}

/// Value, slope and bend at one z.
#[derive(Clone, Copy)]
struct Knot([f64; 3]);

impl Curve {
    /// How near, in parts of the distribution's width.
    const NEAR: f64 = 1e-10;

    /// Knots are set closer until the curve is near enough; none where even the closest do not do (a distribution that
    /// crowds at an end).
    fn of(beta: &Beta) -> Option<Self> {
        const FEWEST: u32 = 4;
        const MOST: u32 = 64;
        let mut per_unit = FEWEST;
        let mut knots = Self::knots(beta, per_unit, 0.0);
        while per_unit <= MOST {
            let step = 1.0 / f64::from(per_unit);
            let curve = Self::through(&knots, per_unit);
            let between = Self::knots(beta, per_unit, 0.5 * step);
            let middles = curve.pieces.iter().map(|piece| polynomial(piece, 0.5));
            // A comparison with NaN is false, so a curve that is no number is not near.
            if middles.zip(&between).all(|(found, exact)| (found - exact.0[0]).abs() <= Self::NEAR) {
                return Some(curve);
            }
            let pairs = knots.iter().zip(between.iter().map(Some).chain([None]));
            knots = pairs.flat_map(|(knot, next)| [Some(*knot), next.copied()]).flatten().collect();
            per_unit *= 2;
        }
        None
    }

    fn at(&self, z: f64) -> f64 {
        let along = (z + REACH) * self.per_unit;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "z lies within the reach")]
        let index = (along as usize).min(self.pieces.len() - 1);
        polynomial(&self.pieces[index], along - index as f64)
    }

    /// Knots from −[`REACH`] + `offset` to [`REACH`] − `offset`, `per_unit` to the unit.
    fn knots(beta: &Beta, per_unit: u32, offset: f64) -> Vec<Knot> {
        // The upper half is the lower half of the mirrored distribution, from the end on.
        let upper = Self::lower_knots(&beta.mirrored(), per_unit, offset);
        let middle = usize::from(offset == 0.0);
        let mirrored = upper.into_iter().rev().skip(middle).map(|Knot([x, slope, bend])| Knot([1.0 - x, slope, -bend]));
        Self::lower_knots(beta, per_unit, offset).into_iter().chain(mirrored).collect()
    }

    /// As [`Self::knots`], up to 0.
    fn lower_knots(beta: &Beta, per_unit: u32, offset: f64) -> Vec<Knot> {
        let count = 8 * per_unit + u32::from(offset == 0.0);
        let mut near = f64::NAN;
        let knot = |index: u32| {
            let z = offset + f64::from(index) / f64::from(per_unit) - REACH;
            let knot = Knot::at(beta, z, near);
            near = knot.0[0] + knot.0[1] / f64::from(per_unit);
            knot
        };
        (0..count).map(knot).collect()
    }

    fn through(knots: &[Knot], per_unit: u32) -> Self {
        let per_unit = f64::from(per_unit);
        let piece = |ends: &[Knot]| {
            let scaled = |knot: Knot| [knot.0[0], knot.0[1] / per_unit, knot.0[2] / (per_unit * per_unit)];
            let ([x0, v0, b0], [x1, v1, b1]) = (scaled(ends[0]), scaled(ends[1]));
            let (rise, bends) = (x1 - x0, (b0, b1));
            [
                x0,
                v0,
                0.5 * b0,
                10.0 * rise - 6.0 * v0 - 4.0 * v1 - 1.5 * bends.0 + 0.5 * bends.1,
                -15.0 * rise + 8.0 * v0 + 7.0 * v1 + 1.5 * bends.0 - bends.1,
                6.0 * rise - 3.0 * (v0 + v1) - 0.5 * bends.0 + 0.5 * bends.1,
            ]
        };
        Self { per_unit, pieces: knots.windows(2).map(piece).collect() }
    }
}

impl Knot {
    /// x = Q(Φ(z)), x′ = φ(z) ÷ f(x), x″ = −x′ (z + x′ f′(x) ÷ f(x)).
    fn at(beta: &Beta, z: f64, near: f64) -> Self {
        let x = beta.lower_quantile(normal::probability(z), near);
        let slope = normal::density(z) / beta.density(x);
        let bend = -slope * (z + slope * ((beta.a - 1.0) / x - (beta.b - 1.0) / (1.0 - x)));
        // At an end that is reached to the last bit nothing moves any more.
        if x > 0.0 && x < 1.0 { Self([x, slope, bend]) } else { Self([x, 0.0, 0.0]) }
    }
}

fn polynomial(coefficients: &[f64; 6], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_the_quantiles_of_their_normal_values() {
        let (pert, beta) = (Distribution::pert, Distribution::beta);
        for (distribution, drawn_between) in [
            (pert(100.0, 150.0, 300.0), true),
            (pert(0.0, 0.0, 1.0), true),
            (pert(-5.0, 7.0, 7.0), true),
            (beta(2.0, 38.0), true),
            (beta(300.0, 9.0), true),
            (beta(0.5, 0.5), true),
            (beta(0.02, 3.0), false),
            (Distribution::uniform(2.0, 9.0), false),
            (Distribution::triangular(2.0, 3.0, 9.0), false),
            (Distribution::lognormal(2.0, 9.0), false),
            (Distribution::fixed(4.0), false),
        ] {
            let distribution = distribution.unwrap();
            let sampler = Sampler::of(distribution);
            assert_eq!(matches!(sampler, Sampler::Between { .. }), drawn_between, "{distribution:?}");
            let width = match distribution.0 {
                Shape::Scaled { width, .. } => width,
                _ => distribution.quantile(0.9).unwrap(),
            };
            for step in -770..=770 {
                let z = f64::from(step) / 100.0 + 0.003;
                let exact = distribution.inverse(normal::probability(z), normal::probability(-z));
                let found = sampler.draw(z);
                assert!((found - exact).abs() <= 2e-10 * width, "{distribution:?} at {z}: {found}, not {exact}");
            }
        }
    }
}
