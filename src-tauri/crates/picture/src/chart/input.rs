//! What a chart is drawn from.

use domain::{Better, Currency, Date, MetricUnit, Month};

/// Figures by month. The charts work out sums, variance and words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartInput {
    /// What is shown ("Partner-influenced revenue"), for the words of the alternative text.
    pub title: String,
    /// First month.
    pub first: Month,
    /// One for each month, 1 to 60.
    pub projected: Vec<Projected>,
    /// Measured figures, in step with `projected`; none where a month has none.
    pub actual: Vec<Option<f64>>,
    /// The unit of all figures.
    pub unit: MetricUnit,
    /// For money.
    pub currency: Currency,
    /// Which way is good.
    pub better: Better,
    /// Thin dashed clay instead of pine: the figure of a tactic.
    pub tactical: bool,
    /// Today's line, if it falls on the chart.
    pub today: Option<Date>,
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels.
    pub height: f32,
}

/// One month's projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projected {
    /// The low end, where a doubt was given.
    pub low: Option<f64>,
    /// The middle.
    pub mid: f64,
    /// The high end, where a doubt was given.
    pub high: Option<f64>,
}
