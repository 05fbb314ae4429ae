//! Projected against actual.

use domain::{Key, MetricSide, MetricUnit, Month, MotionId};
use picture::DisplayList;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which chart to draw.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutcomesRequest {
    /// None: all motions together.
    pub motion: Option<MotionId>,
    pub metric: Key,
    pub cumulative: bool,
    /// Size of the chart in pixels.
    pub width: f32,
    pub height: f32,
}

/// The Outcomes screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct OutcomesView {
    /// A finding, or a neutral sentence without figures.
    pub headline: String,
    pub metric: Key,
    pub metric_name: String,
    pub unit: MetricUnit,
    pub side: MetricSide,
    pub definition: String,
    /// "actuals to 30 June", or none without actuals.
    pub actuals_to: Option<String>,
    pub chart: DisplayList,
    /// Left, top, width and height of the chart's plot, in pixels.
    pub plot: [f32; 4],
    pub months: Vec<MonthFigures>,
    /// Key figures of both sides; they are never added together.
    pub strategy: Vec<KeyFigure>,
    pub tactic: Vec<KeyFigure>,
    /// Motions that have this metric, by variance.
    pub motions: Vec<MotionVariance>,
    /// All motions together.
    pub total: Option<MotionVariance>,
}

/// One month, as figures and as the texts of the readout. Missing actuals are unknown, not zero.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MonthFigures {
    pub month: Month,
    /// "Jan 2026".
    pub label: String,
    /// Where the month lies in the chart, in pixels.
    pub x: f32,
    pub projected: Option<f64>,
    pub actual: Option<f64>,
    pub projected_text: String,
    pub low_text: String,
    pub high_text: String,
    pub actual_text: String,
    /// With its sign; "—" without an actual.
    pub variance_text: String,
    /// Better or worse than plan; none without both.
    pub better: Option<bool>,
    /// This month's own actual as it can be typed again, also in a cumulative view.
    pub typed: Option<String>,
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct KeyFigure {
    pub label: String,
    pub value: String,
    /// "plan €540k", "on €131k cost".
    pub notes: Vec<String>,
    /// The number went up or down against plan.
    pub up: Option<bool>,
    /// That is good or bad.
    pub better: Option<bool>,
    pub definition: String,
}

/// A motion's figures to date.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct MotionVariance {
    pub id: Option<MotionId>,
    pub name: String,
    pub planned_text: String,
    pub actual_text: String,
    pub variance: Option<f64>,
    pub variance_text: String,
    /// Of the plan, "+10%".
    pub percent_text: String,
    pub better: Option<bool>,
}
