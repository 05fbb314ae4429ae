//! What lies between which bounds, month by month.

use rayon::prelude::*;
use serde::Serialize;
use ts_rs::TS;

use crate::quantiles::rising_quantiles;

/// Quantiles of the runs in one month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Band {
    /// One run in ten is below.
    pub p10: f64,
    /// One run in four is below.
    pub p25: f64,
    /// Half of the runs are below.
    pub p50: f64,
    /// One run in four is above.
    pub p75: f64,
    /// One run in ten is above.
    pub p90: f64,
}

/// A fan of outcomes; a month without a figure in any run has none. The bands of the months do not add up to those of the
/// sums: the months of one run go together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Fan {
    /// Each month by itself.
    pub months: Vec<Option<Band>>,
    /// From the first month to this one.
    pub to_date: Vec<Option<Band>>,
}

impl Fan {
    /// From one row of `months` figures per run, of the months alone and to date.
    pub(super) fn of(alone: &[f64], to_date: &[f64], months: usize) -> Self {
        Self { months: bands(alone, months), to_date: bands(to_date, months) }
    }
}

fn bands(rows: &[f64], months: usize) -> Vec<Option<Band>> {
    let band = |month: usize| {
        let mut column: Vec<f64> =
            rows.chunks_exact(months).map(|row| row[month]).filter(|figure| figure.is_finite()).collect();
        if column.is_empty() {
            return None;
        }
        let [p10, p25, p50, p75, p90] = rising_quantiles(&mut column, [0.1, 0.25, 0.5, 0.75, 0.9]);
        Some(Band { p10, p25, p50, p75, p90 })
    };
    (0..months).into_par_iter().map(band).collect()
}
