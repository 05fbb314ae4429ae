//! How well past months were foreseen: every projection that a measured month had, beside what was measured. Must not know
//! who reads it.

use serde::Serialize;
use ts_rs::TS;

use crate::accuracy::{Accuracy, accuracy, coverage, crps, pinball};
use crate::doubt::Range;
use crate::special::normal;

/// The fewest months of which accuracy is said at all.
pub const PAST_MONTHS_NEEDED: usize = 3;

/// Points of a foreseen distribution that its score is worked out from.
const POINTS: u32 = 99;

/// One month that was foreseen and then measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastMonth {
    /// What was foreseen: p10, p50 and p90.
    pub foreseen: Range,
    /// What was measured.
    pub actual: f64,
    /// The forecast is of a plan that was locked before the month began; else it is today's plan.
    pub locked: bool,
}

/// How near the forecasts of some months came. Errors are forecast − actual.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Track {
    /// WAPE, bias, MASE and MAPE of the middles.
    pub accuracy: Accuracy,
    /// Months that had a range.
    pub ranged: u32,
    /// Those of them whose actual lay inside it.
    pub inside: u32,
    /// Their share; a p10 to p90 range should hold 0.8.
    pub coverage: Option<f64>,
    /// The mean pinball loss at 0.1, 0.5 and 0.9, all three together.
    pub pinball: f64,
    /// The mean continuous ranked probability score.
    pub crps: f64,
    /// Months compared.
    pub months: u32,
    /// How many forecasts are of locked plans; the others are today's.
    pub locked: u32,
}

/// Measures `past`, of one metric in one unit. `before` are the figures measured before the first of them; where there are
/// fewer than two, MASE is scaled by how much the compared months themselves change. None of no months, or of figures that
/// are too large.
///
/// CRPS needs a whole distribution: taken is the one of two halves of normal curves that has the three quantiles, at 99
/// points. A month without a range is a forecast that is sure, whose score is its error.
pub fn track(past: &[PastMonth], before: &[f64]) -> Option<Track> {
    let list = |of: fn(&PastMonth) -> f64| past.iter().map(of).collect::<Vec<f64>>();
    let (actual, middle) = (list(|month| month.actual), list(|month| month.foreseen.mid));
    let training = if before.len() < 2 { &actual } else { before };
    let ranged: Vec<&PastMonth> = past.iter().filter(|month| month.foreseen.low < month.foreseen.high).collect();
    let inside =
        ranged.iter().filter(|month| (month.foreseen.low..=month.foreseen.high).contains(&month.actual)).count();
    let ends = |of: fn(&Range) -> f64| ranged.iter().map(|month| of(&month.foreseen)).collect::<Vec<f64>>();
    let of_ranged: Vec<f64> = ranged.iter().map(|month| month.actual).collect();
    let losses =
        [(0.1, list(|month| month.foreseen.low)), (0.5, middle.clone()), (0.9, list(|month| month.foreseen.high))];
    let losses =
        losses.iter().map(|(level, forecast)| pinball(&actual, forecast, *level)).collect::<Result<Vec<_>, _>>();
    let scores = past.iter().map(|month| crps(&points(month.foreseen), month.actual)).collect::<Result<Vec<_>, _>>();
    Some(Track {
        accuracy: accuracy(&actual, &middle, training).ok()?,
        ranged: count(ranged.len()),
        inside: count(inside),
        coverage: coverage(&of_ranged, &ends(|range| range.low), &ends(|range| range.high)).ok(),
        pinball: mean(&losses.ok()?),
        crps: mean(&scores.ok()?),
        months: count(past.len()),
        locked: count(past.iter().filter(|month| month.locked).count()),
    })
}

/// Points of equal weight of the distribution with these quantiles.
fn points(range: Range) -> Vec<f64> {
    if range.low >= range.high {
        return vec![range.mid];
    }
    let reach = normal::quantile(0.9);
    let point = |index: u32| {
        let away = normal::quantile((f64::from(index) + 0.5) / f64::from(POINTS)) / reach;
        range.mid + away * if away < 0.0 { range.mid - range.low } else { range.high - range.mid }
    };
    (0..POINTS).map(point).collect()
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(low: f64, mid: f64, high: f64, actual: f64) -> PastMonth {
        PastMonth { foreseen: Range { low, mid, high }, actual, locked: low < high }
    }

    #[test]
    fn past_months_are_measured() {
        let past = [month(8.0, 10.0, 14.0, 9.0), month(10.0, 10.0, 10.0, 14.0), month(8.0, 10.0, 14.0, 20.0)];
        let found = track(&past, &[]).unwrap();
        assert_eq!((found.months, found.ranged, found.inside, found.locked), (3, 2, 1, 2));
        assert_eq!(found.coverage, Some(0.5));
        assert!((found.accuracy.wape.unwrap() - 15.0 / 43.0).abs() < 1e-12);
        assert!((found.accuracy.bias + 13.0 / 3.0).abs() < 1e-12);
        // Mean error 5 over a mean change of 5.5 from month to month.
        assert!((found.accuracy.mase.unwrap() - 5.0 / 5.5).abs() < 1e-12);
        assert_eq!(track(&past, &[1.0, 3.0, 1.0]).unwrap().accuracy.mase, Some(2.5));
        // (0.1 + 0.4 + 1.2) ÷ 3, (0.5 + 2 + 5) ÷ 3, (0.5 + 3.6 + 5.4) ÷ 3, and their mean.
        assert!((found.pinball - (1.7 + 7.5 + 9.5) / 9.0).abs() < 1e-12);
        assert_eq!(track(&[], &[]), None);
    }

    #[test]
    fn a_sure_forecast_is_scored_by_its_error_and_a_doubtful_one_like_a_normal_curve() {
        assert!((track(&[month(5.0, 5.0, 5.0, 8.0)], &[]).unwrap().crps - 3.0).abs() < 1e-12);
        // N(0, 1) at 0 scores 2 φ(0) − 1 ÷ √π (Gneiting and Raftery 2007).
        let reach = normal::quantile(0.9);
        let found = track(&[month(-reach, 0.0, reach, 0.0)], &[]).unwrap().crps;
        assert!((found - 0.233_695).abs() < 2e-3, "{found}");
    }
}
