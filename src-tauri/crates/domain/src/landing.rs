//! Where a year is to end, and by which method it is said where it will. Must not know the methods' arithmetic.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Key;

/// What a metric is to reach in a fiscal year, in the whole portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// A key of [`crate::Metric`].
    pub metric: Key,
    /// The fiscal year, named by the year it ends in.
    pub year: i32,
    /// Whole units of money, a count, or a part of one.
    pub value: f64,
}

/// How the months left are foretold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReforecastMethod {
    /// The plan, as what was measured makes it more or less likely (Bayes' rule).
    Update,
    /// As the mean of the measured months.
    RunRate,
    /// As the same months of last year, times how this year has gone so far.
    SeasonalRunRate,
    /// By the trend of the measured months.
    Holt,
    /// By their trend, which flattens.
    DampedHolt,
}

/// The method that a person chose for a metric; without one, that of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReforecastChoice {
    /// A key of [`crate::Metric`].
    pub metric: Key,
    /// The method.
    pub method: ReforecastMethod,
}
