//! `forecast accuracy`, `forecast smooth` and `forecast quantiles`: plain figures, without a workspace.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};

use super::figures::{Fraction, fraction, list};

#[derive(Subcommand)]
pub enum Forecast {
    /// Measure how near forecasts came to actuals
    Accuracy(ForecastAccuracy),
    /// Smooth a series and forecast its next months
    Smooth(ForecastSmooth),
    /// Look up quantiles of a distribution
    Quantiles(ForecastQuantiles),
}

/// Measure how near forecasts came to actuals: WAPE, bias (forecast - actual), MASE and MAPE.
///
/// The table has the columns "actual" and "forecast" (without a head: the first two), and perhaps "low" and "high" for
/// p10 and p90, which are scored too. Rows with an actual only, above the first forecast, are what MASE is scaled by.
#[derive(Args)]
pub struct ForecastAccuracy {
    /// A CSV file or a workbook
    pub table: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Smooth a series and forecast its next months.
///
/// The series is the table's last column, from the oldest figure on. The level begins at the first figure, the trend at
/// the second minus the first. Parameters that are left out are chosen so that the squared errors of forecasts one step
/// ahead are least.
#[derive(Args)]
pub struct ForecastSmooth {
    /// A CSV file or a workbook
    pub series: PathBuf,
    /// A level alone; with a trend; with a trend that fades
    #[arg(long, value_enum)]
    pub method: SmoothingMethod,
    /// How much the newest figure counts for the level
    #[arg(long, value_name = "0..1", value_parser = fraction, allow_hyphen_values = true)]
    pub alpha: Option<Fraction>,
    /// How much the newest step counts for the trend; not with `ses`
    #[arg(long, value_name = "0..1", value_parser = fraction, allow_hyphen_values = true)]
    pub beta: Option<Fraction>,
    /// What is left of the trend from step to step; with `damped_holt` only
    #[arg(long, value_name = "0..1", value_parser = fraction, allow_hyphen_values = true)]
    pub phi: Option<Fraction>,
    /// How many months to forecast
    #[arg(long)]
    pub steps: u32,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum SmoothingMethod {
    Ses,
    Holt,
    DampedHolt,
}

/// Look up the mean and quantiles of a distribution.
#[derive(Args)]
#[command(group(ArgGroup::new("distribution").required(true)))]
pub struct ForecastQuantiles {
    /// Equally likely from the lowest to the highest
    #[arg(long, group = "distribution", value_name = "LOW,HIGH", value_parser = list::<2>, allow_hyphen_values = true)]
    pub uniform: Option<[f64; 2]>,
    /// Thinning out straight from the likeliest to both ends
    #[arg(long, group = "distribution", value_name = "LOW,MODE,HIGH", value_parser = list::<3>, allow_hyphen_values = true)]
    pub triangular: Option<[f64; 3]>,
    /// PERT of shape 4, a scaled beta distribution
    #[arg(long, group = "distribution", value_name = "LOW,MODE,HIGH", value_parser = list::<3>, allow_hyphen_values = true)]
    pub pert: Option<[f64; 3]>,
    /// Lognormal, by its 10th and 90th percentile
    #[arg(long, group = "distribution", value_name = "P10,P90", value_parser = list::<2>, allow_hyphen_values = true)]
    pub lognormal: Option<[f64; 2]>,
    /// Beta on 0 to 1, for a rate, by its two shapes
    #[arg(long, group = "distribution", value_name = "ALPHA,BETA", value_parser = list::<2>, allow_hyphen_values = true)]
    pub beta: Option<[f64; 2]>,
    /// The parts below the quantiles
    #[arg(
        long,
        value_name = "PART,…",
        value_delimiter = ',',
        default_value = "0.1,0.5,0.9",
        allow_hyphen_values = true
    )]
    pub at: Vec<f64>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
