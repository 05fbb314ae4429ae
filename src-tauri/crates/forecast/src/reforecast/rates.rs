//! Rates: hits of the trials left.

use super::ratio::Ratio;
use super::{Ahead, Estimate, Hits, Lacks, PRIOR_MONTHS};
use crate::beliefs::RateBelief;

/// The most trials whose own chance is looked at; among more it is nothing beside that of the rate.
const TRIALS_LOOKED_AT: f64 = 100_000.0;

impl Hits {
    /// The rate of the measured months.
    pub(super) fn so_far(&self) -> f64 {
        let trials: f64 = self.trials.iter().sum();
        if trials > 0.0 { self.hits.iter().sum::<f64>() / trials } else { 0.0 }
    }

    /// Trials of each month left.
    fn left(&self) -> Vec<f64> {
        let left = self.months.saturating_sub(self.trials.len());
        if self.trials_left.len() == left {
            return self.trials_left.clone();
        }
        vec![self.trials.iter().sum::<f64>() / self.trials.len().max(1) as f64; left]
    }

    fn sound(&self) -> Result<(f64, f64), Lacks> {
        let (hits, trials) = (self.hits.iter().sum::<f64>(), self.trials.iter().sum::<f64>());
        match () {
            () if self.hits.len() != self.trials.len() || trials <= 0.0 => Err(Lacks::Months),
            () if hits < 0.0 || hits > trials || self.trials_left.iter().any(|left| *left < 0.0) => {
                Err(Lacks::BelowZero)
            }
            () => Ok((hits, trials)),
        }
    }
}

/// The planned rate as a beta distribution that weighs as much as three months of trials, updated by hits and misses; hits
/// ahead are beta-binomial.
pub(super) fn update(hits: &Hits) -> Result<Ahead, Lacks> {
    let (hit, tried) = hits.sound()?;
    let planned = hits.planned.filter(|rate| *rate > 0.0 && *rate < 1.0).ok_or(Lacks::Plan)?;
    let left = hits.left();
    let mean_month = tried / hits.trials.len() as f64;
    let belief = RateBelief::of(planned, PRIOR_MONTHS * mean_month)?.seen(hit, tried - hit)?;
    ahead(&left, (hit, tried), |trials| of_trials(belief, trials))
}

/// The rate goes on as it was; its range is that of the ratio of monthly hits to trials.
pub(super) fn run_rate(hits: &Hits) -> Result<Ahead, Lacks> {
    let so_far = hits.sound()?;
    let ratio = Ratio::of(&hits.hits, &hits.trials)?;
    ahead(&hits.left(), so_far, |trials| Ok(ratio.over(trials).each(|figure| figure.clamp(0.0, trials))))
}

/// `hits_of` tells the hits of so many trials ahead.
fn ahead(
    left: &[f64],
    (hit, tried): (f64, f64),
    hits_of: impl Fn(f64) -> Result<Estimate, Lacks>,
) -> Result<Ahead, Lacks> {
    let month = |index: usize| {
        let trials = left[index].max(1.0);
        Ok(hits_of(trials)?.each(|hits| hits / trials))
    };
    let sum = |index: usize| {
        let trials: f64 = left[..=index].iter().sum();
        Ok(hits_of(trials)?.each(|hits| (hit + hits) / (tried + trials)))
    };
    Ahead::of(left.len(), month, sum)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100,000")]
fn of_trials(belief: RateBelief, trials: f64) -> Result<Estimate, Lacks> {
    if trials > TRIALS_LOOKED_AT {
        return Estimate::by(|at| Ok(belief.quantile(at)? * trials));
    }
    // Trials expected need not be whole; hits of the nearest whole number are stretched to them.
    let whole = libm::round(trials).max(0.0);
    if whole < 1.0 {
        return Estimate::by(|at| Ok(belief.quantile(at)? * trials));
    }
    Estimate::by(|at| Ok(f64::from(belief.hits_quantile(whole as u32, at)?) / whole * trials))
}
