//! The plan, updated by what was measured (Bayes' rule): how much of what is planned comes true is believed to be
//! gamma-distributed, around 1 before anything is measured. Exposure is what was planned, so a plan's seasons stay.

use super::{Ahead, Estimate, Flow, Lacks, MONTHS_NEEDED, PRIOR_MONTHS};
use crate::beliefs::CountBelief;
use crate::special::gamma;

/// An exact plan is not taken as certain: a plan's dispersion is at least this part of a mean planned month.
const SMALLEST_DISPERSION: f64 = 1e-3;

/// Counts: Poisson around their part of the plan, so that those ahead are negative binomial.
pub(super) fn counts(flow: &Flow) -> Result<Ahead, Lacks> {
    let (prior, planned, left) = parts(flow)?;
    let belief = believed(prior, 1.0, flow, planned)?;
    #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
    let of = |exposure: f64| Estimate::by(|at| Ok(belief.events_quantile(exposure, at)? as f64));
    Ahead::of(left.len(), |month| of(left[month]), |month| of(left[..=month].iter().sum()))
}

/// Money: as counts of events that are worth one dispersion each (quasi-Poisson; Wedderburn 1974).
/// What is ahead has the mean and the variance that the negative binomial of those events has, as a gamma distribution, so
/// that amounts need not come in whole events.
pub(super) fn amounts(flow: &Flow) -> Result<Ahead, Lacks> {
    let (prior, planned, left) = parts(flow)?;
    let size = dispersion(flow, planned, prior / PRIOR_MONTHS);
    let belief = believed(prior, size, flow, planned)?;
    let seen = (prior + planned.iter().sum::<f64>()) / size;
    let of = |amount: f64| {
        let exposure = amount / size;
        if exposure <= 0.0 {
            return Ok(Estimate::certain(0.0));
        }
        let mean = belief.events_mean(exposure)?;
        let variance = mean * (1.0 + exposure / seen);
        let shape = mean * mean / variance;
        Estimate::by(|at| Ok(gamma::quantile(shape, at) / shape * mean * size))
    };
    Ahead::of(left.len(), |month| of(left[month]), |month| of(left[..=month].iter().sum()))
}

/// The weight of the plan (three mean planned months), what was planned of the measured months, and of those left.
fn parts(flow: &Flow) -> Result<(f64, &[f64], &[f64]), Lacks> {
    let (planned, left) = flow.split(&flow.planned).ok_or(Lacks::Plan)?;
    let own: Vec<f64> = flow.planned.iter().copied().filter(|figure| *figure > 0.0).collect();
    if own.is_empty() || flow.planned.iter().any(|figure| *figure < 0.0) {
        return Err(Lacks::Plan);
    }
    if flow.measured.is_empty() {
        return Err(Lacks::Months);
    }
    Ok((PRIOR_MONTHS * own.iter().sum::<f64>() / own.len() as f64, planned, left))
}

/// Gamma(prior + measured, prior + planned), in events of `size`.
fn believed(prior: f64, size: f64, flow: &Flow, planned: &[f64]) -> Result<CountBelief, Lacks> {
    let so_far: f64 = flow.measured.iter().sum();
    if so_far < 0.0 {
        return Err(Lacks::BelowZero);
    }
    Ok(CountBelief::of(1.0, prior / size)?.seen(so_far / size, planned.iter().sum::<f64>() / size)?)
}

/// How much one event is worth: the variance of measured months over their mean, Σ (measured − r planned)² ÷ (r planned) ÷
/// (n − 1), where r = Σ measured ÷ Σ planned. Where fewer than three planned months are measured: one event a month.
fn dispersion(flow: &Flow, planned: &[f64], mean_month: f64) -> f64 {
    let seen: Vec<(f64, f64)> =
        flow.measured.iter().copied().zip(planned.iter().copied()).filter(|pair| pair.1 > 0.0).collect();
    let ratio = seen.iter().map(|pair| pair.0).sum::<f64>() / seen.iter().map(|pair| pair.1).sum::<f64>();
    if seen.len() < MONTHS_NEEDED || ratio <= 0.0 || !ratio.is_finite() {
        return mean_month;
    }
    let square = |(measured, planned): &(f64, f64)| {
        let expected = ratio * planned;
        (measured - expected) * (measured - expected) / expected
    };
    let found = seen.iter().map(square).sum::<f64>() / (seen.len() - 1) as f64;
    found.max(SMALLEST_DISPERSION * mean_month)
}
