//! What is believed of a rate or of a count per month, and how measured figures change it (Bayes' rule with conjugate
//! priors). Must not know which rate it is.

use crate::input::{InputError, not_negative, within};
use crate::special::{beta::Beta, gamma};

/// The most trials that a predictive quantile of a rate can look ahead.
const TRIALS_MAX: u32 = 1_000_000;

/// A belief about a rate (won of all closed, say): a beta distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateBelief {
    alpha: f64,
    beta: f64,
}

impl RateBelief {
    /// Beta(`alpha`, `beta`), both 0.01 to a billion: as if `alpha` hits and `beta` misses had been seen.
    pub fn new(alpha: f64, beta: f64) -> Result<Self, InputError> {
        Ok(Self { alpha: shape("hits believed", alpha)?, beta: shape("misses believed", beta)? })
    }

    /// A belief with this `mean`, that weighs as much as `trials` trials.
    pub fn of(mean: f64, trials: f64) -> Result<Self, InputError> {
        Self::new(mean * trials, (1.0 - mean) * trials)
    }

    /// The belief after `hits` and `misses` more: Beta(alpha + hits, beta + misses).
    pub fn seen(self, hits: f64, misses: f64) -> Result<Self, InputError> {
        Self::new(self.alpha + not_negative("hits", hits)?, self.beta + not_negative("misses", misses)?)
    }

    /// The mean rate: alpha ÷ (alpha + beta).
    pub fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// The rate that it is below with this `probability`, more than 0 and less than 1.
    pub fn quantile(&self, probability: f64) -> Result<f64, InputError> {
        let probability = inside(probability)?;
        Ok(Beta::new(self.alpha, self.beta).quantile(probability, 1.0 - probability))
    }

    /// The hits expected of `trials` more.
    pub fn hits_mean(&self, trials: u32) -> f64 {
        f64::from(trials) * self.mean()
    }

    /// The fewest hits of `trials` more (a million at most) that are not exceeded with at least this `probability`: a
    /// quantile of the beta-binomial distribution.
    pub fn hits_quantile(&self, trials: u32, probability: f64) -> Result<u32, InputError> {
        inside(probability)?;
        within("number of trials", f64::from(trials), 0.0..=f64::from(TRIALS_MAX), "at most a million")?;
        let all = f64::from(trials);
        // ln of each count's chance over that of no hit, so that neither end of a long list underflows.
        let step = |log: &mut f64, hits: u32| {
            let k = f64::from(hits);
            let now = *log;
            *log += libm::log((all - k) / (k + 1.0) * ((k + self.alpha) / (all - k - 1.0 + self.beta)));
            Some(now)
        };
        let logs: Vec<f64> = (0..=trials).scan(0.0, step).collect();
        let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let chances: Vec<f64> = logs.iter().map(|log| libm::exp(log - highest)).collect();
        let wanted = probability * chances.iter().sum::<f64>();
        let so_far = chances.iter().scan(0.0, |sum, chance| {
            *sum += chance;
            Some(*sum)
        });
        Ok((0..trials).zip(so_far).find(|(_, sum)| *sum >= wanted).map_or(trials, |(hits, _)| hits))
    }
}

/// A belief about how often something happens in a month: a gamma distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CountBelief {
    events: f64,
    months: f64,
}

impl CountBelief {
    /// Gamma of shape `events` and rate `months`, both 0.01 to a billion: as if that many events had been seen in that
    /// many months.
    pub fn new(events: f64, months: f64) -> Result<Self, InputError> {
        Ok(Self { events: shape("events believed", events)?, months: shape("months believed", months)? })
    }

    /// A belief with this `mean` per month, that weighs as much as `months` months.
    pub fn of(mean: f64, months: f64) -> Result<Self, InputError> {
        Self::new(mean * months, months)
    }

    /// The belief after `events` more in `months` more.
    pub fn seen(self, events: f64, months: f64) -> Result<Self, InputError> {
        Self::new(self.events + not_negative("events", events)?, self.months + not_negative("months", months)?)
    }

    /// The mean count per month: events ÷ months.
    pub fn mean(&self) -> f64 {
        self.events / self.months
    }

    /// The count per month that it is below with this `probability`, more than 0 and less than 1.
    pub fn quantile(&self, probability: f64) -> Result<f64, InputError> {
        Ok(gamma::quantile(self.events, inside(probability)?) / self.months)
    }

    /// The events expected in `months` more.
    pub fn events_mean(&self, months: f64) -> Result<f64, InputError> {
        Ok(not_negative("months", months)? * self.mean())
    }

    /// The fewest events in `months` more that are not exceeded with at least this `probability`: a quantile of the
    /// negative binomial distribution.
    pub fn events_quantile(&self, months: f64, probability: f64) -> Result<u64, InputError> {
        inside(probability)?;
        within("number of months", months, 0.0..=1e6, "between 0 and 1e6")?;
        if months <= 0.0 {
            return Ok(0);
        }
        let share = self.months / (self.months + months);
        // The chance of at most k events is the incomplete beta function at `share` (DLMF 8.17.24).
        #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
        let enough = |k: u64| Beta::new(self.events, k as f64 + 1.0).probability(share) >= probability;
        let mut high = 1;
        while !enough(high) {
            high *= 2;
        }
        let mut low = 0;
        while low < high {
            let middle = u64::midpoint(low, high);
            if enough(middle) { high = middle } else { low = middle + 1 }
        }
        Ok(low)
    }
}

fn shape(input: &'static str, found: f64) -> Result<f64, InputError> {
    within(input, found, 0.01..=1e9, "between 0.01 and 1e9")
}

fn inside(probability: f64) -> Result<f64, InputError> {
    within("probability", probability, f64::MIN_POSITIVE..=1.0 - f64::EPSILON / 2.0, "more than 0 and less than 1")
}
