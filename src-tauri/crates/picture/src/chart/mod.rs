//! Charts of projected against actual, drawn by plotters into a display list.
//!
//! Owns: axes, lines, bands and the words on them. Must not know: where figures come from.

mod alt;
mod axis;
mod backend;
mod canvas;
mod draw;
mod input;
mod series;
mod variance;

pub use input::{ChartInput, Projected};

use domain::Month;
use serde::Serialize;
use ts_rs::TS;

use crate::{DisplayList, Rect};
use draw::{Kind, draw};
use series::Series;

/// A chart, with its geometry for a crosshair.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChartPicture {
    /// In pixels, from (0, 0).
    pub list: DisplayList,
    /// Where the figures lie.
    pub plot: Plot,
}

/// Where the figures of a chart lie.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Plot {
    /// The area of the lines.
    pub area: Rect,
    /// One for each month, in the order given: where to put the crosshair and what to read out there.
    pub months: Vec<PlotMonth>,
}

/// One month of a chart, as drawn: sums to date in the cumulative chart.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs, reason = "the names say it")]
pub struct PlotMonth {
    pub month: Month,
    pub x: f32,
    pub low: Option<f64>,
    pub projected: f64,
    pub high: Option<f64>,
    pub actual: Option<f64>,
    /// Actual less projected.
    pub variance: Option<f64>,
    /// The figures as text, for the readout.
    pub projected_text: String,
    pub range_text: Option<String>,
    pub actual_text: Option<String>,
    pub variance_text: Option<String>,
}

/// Sums to date.
pub fn cumulative(input: &ChartInput) -> ChartPicture {
    draw(input, &Series::cumulative(input), Kind::Cumulative)
}

/// Month by month, with the variance of each month below.
pub fn monthly(input: &ChartInput) -> ChartPicture {
    draw(input, &Series::monthly(input), Kind::Monthly)
}

#[cfg(test)]
mod tests;
