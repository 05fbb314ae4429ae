//! Plain figures from the command line: forecasts measured, series smoothed, distributions looked up. Without a workspace.
//!
//! Owns: what a file of figures has to look like and what is answered. Must not know: workspaces, what the figures mean.

mod file;

use std::path::Path;

pub use forecast::{Distribution, Smoothing};
use forecast::{InputError, accuracy, coverage, interval_score};
use serde::Serialize;

use self::file::Table;
use crate::{ErrorReply, Refusal};

/// The part of actuals that a band from p10 to p90 leaves outside.
const OUTSIDE: f64 = 0.2;

/// How near a file's forecasts came.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeriesAccuracy {
    /// Rows with an actual and a forecast.
    pub rows: usize,
    /// Rows with an actual only, above the first forecast: what MASE is scaled by.
    pub training_rows: usize,
    /// Σ|f − a| ÷ Σ|a|; none where every actual is 0.
    pub wape: Option<f64>,
    /// Mean of f − a: positive is too high.
    pub bias: f64,
    /// Mean absolute error ÷ that of "as the row before" in the training rows; none without them.
    pub mase: Option<f64>,
    /// Mean of |f − a| ÷ |a|; none where an actual is 0.
    pub mape: Option<f64>,
    /// Part of the actuals from `low` to `high`; none without these columns.
    pub coverage: Option<f64>,
    /// Mean interval score of `low` and `high` as p10 and p90; none without these columns.
    pub interval_score: Option<f64>,
}

/// A smoothed series.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[allow(missing_docs, reason = "the names say it, and `forecast::Smoothed` what they mean")]
pub struct SmoothedSeries {
    pub rows: usize,
    pub alpha: f64,
    pub beta: Option<f64>,
    pub phi: Option<f64>,
    pub level: f64,
    pub trend: f64,
    pub squared_error: f64,
    pub fitted: Vec<f64>,
    pub forecast: Vec<f64>,
}

/// A distribution's mean, and the values below which given parts lie.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DistributionQuantiles {
    /// The mean.
    pub mean: f64,
    /// In the order asked for.
    pub quantiles: Vec<DistributionQuantile>,
}

/// One quantile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DistributionQuantile {
    /// The part.
    pub at: f64,
    /// What it lies below.
    pub value: f64,
}

/// Measures the forecasts in a table with the columns `actual` and `forecast`, and perhaps `low` and `high`.
pub fn measure(path: &Path) -> Result<SeriesAccuracy, ErrorReply> {
    let table = Table::read(path)?;
    let (actual, forecast) = (table.column("actual", 0)?, table.column("forecast", 1)?);
    let both = |row: &usize| actual[*row].is_some() && forecast[*row].is_some();
    let rows: Vec<usize> = (0..actual.len()).filter(both).collect();
    let first = forecast.iter().position(Option::is_some).unwrap_or(forecast.len());
    let training: Vec<f64> = actual[..first].iter().copied().flatten().collect();
    let of = |column: &[Option<f64>]| rows.iter().filter_map(|row| column[*row]).collect::<Vec<f64>>();
    let (actual, forecast) = (of(&actual), of(&forecast));
    let refused = |error: InputError| table.refused(&error);
    let near = accuracy(&actual, &forecast, &training).map_err(refused)?;
    let (coverage, interval_score) = match (table.optional("low")?, table.optional("high")?) {
        (Some(low), Some(high)) => {
            let (low, high) = (of(&low), of(&high));
            let inside = coverage(&actual, &low, &high).map_err(refused)?;
            (Some(inside), Some(interval_score(&actual, &low, &high, OUTSIDE).map_err(refused)?))
        }
        _ => (None, None),
    };
    Ok(SeriesAccuracy {
        rows: rows.len(),
        training_rows: training.len(),
        wape: near.wape,
        bias: near.bias,
        mase: near.mase,
        mape: near.mape,
        coverage,
        interval_score,
    })
}

/// Smooths the last column of a table.
pub fn smooth(path: &Path, smoothing: Smoothing, steps: u32) -> Result<SmoothedSeries, ErrorReply> {
    let table = Table::read(path)?;
    let series = table.last_column()?;
    let smoothed = forecast::smooth(&series, smoothing, steps).map_err(|error| table.refused(&error))?;
    Ok(SmoothedSeries {
        rows: series.len(),
        alpha: smoothed.alpha,
        beta: smoothed.beta,
        phi: smoothed.phi,
        level: smoothed.level,
        trend: smoothed.trend,
        squared_error: smoothed.squared_error,
        fitted: smoothed.fitted,
        forecast: smoothed.forecast,
    })
}

/// The values below which the parts `at` of a distribution lie.
pub fn look_up(distribution: Distribution, at: &[f64]) -> Result<DistributionQuantiles, ErrorReply> {
    let quantile = |at: &f64| match distribution.quantile(*at) {
        Ok(value) => Ok(DistributionQuantile { at: *at, value }),
        Err(error) => Err(ErrorReply::refused(format!("{error}."))),
    };
    let quantiles = at.iter().map(quantile).collect::<Result<_, _>>()?;
    Ok(DistributionQuantiles { mean: distribution.mean(), quantiles })
}

impl From<file::SeriesFileError> for ErrorReply {
    fn from(error: file::SeriesFileError) -> Self {
        Self::from_error(Refusal::Refused, &error)
    }
}
