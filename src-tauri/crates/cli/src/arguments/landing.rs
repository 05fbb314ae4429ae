//! `reforecast` and `accuracy`: where it lands, and whose figures to trust.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use domain::{Key, ReforecastMethod};

#[derive(Args)]
pub struct Reforecast {
    /// The workspace file
    pub file: PathBuf,
    /// One metric by its key; without it all that can be said of
    #[arg(long, value_parser = Key::parse)]
    pub metric: Option<Key>,
    /// A motion by exact name or id; without it all
    #[arg(long)]
    pub motion: Option<String>,
    /// How; without it as chosen for each metric, else by the default of its unit
    #[arg(long, value_enum)]
    pub method: Option<Method>,
    /// A scenario by name; without it the Expected one
    #[arg(long)]
    pub scenario: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Accuracy {
    /// The workspace file
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Method {
    /// The plan, updated by what was measured
    Update,
    /// As the mean of the measured months
    RunRate,
    /// As the same months of last year, times how this year has gone so far
    SeasonalRunRate,
    /// By the trend of the measured months
    Holt,
    /// By their trend, which flattens
    DampedHolt,
}

impl From<Method> for ReforecastMethod {
    fn from(method: Method) -> Self {
        match method {
            Method::Update => Self::Update,
            Method::RunRate => Self::RunRate,
            Method::SeasonalRunRate => Self::SeasonalRunRate,
            Method::Holt => Self::Holt,
            Method::DampedHolt => Self::DampedHolt,
        }
    }
}
