//! What a chart is once it is drawn: the list to paint, where its figures lie, and the same figures as a table.

use domain::Month;
use serde::Serialize;
use ts_rs::TS;

use super::Frame;
use crate::{DisplayList, ItemId, Paint, Rect, Stroke};

/// A chart.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChartPicture {
    /// In pixels, from (0, 0).
    pub list: DisplayList,
    /// Where the figures lie, for a crosshair and for the keyboard.
    pub plot: Plot,
    /// What is shown, for "show as table" and CSV.
    pub table: ChartTable,
    /// What can be switched on and off, in the order of a legend; empty where rows or panels are named themselves.
    pub series: Vec<ChartSeries>,
}

/// One entry of a legend.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ChartSeries {
    /// For [`Frame::hidden`](super::Frame::hidden).
    pub id: ItemId,
    /// "Actual".
    pub name: String,
    /// The look of a line.
    pub stroke: Option<Stroke>,
    /// The look of an area or a bar.
    pub fill: Option<Paint>,
    /// Drawn, or switched off.
    pub shown: bool,
}

/// Where the figures of a chart lie.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Plot {
    /// The area of the figures; of a chart with several panels the first one's.
    pub area: Rect,
    /// Of a chart over months, one for each, in their order: where to put the crosshair and what to read out there.
    /// Charts over the same months share a crosshair by the index, whatever their widths.
    pub months: Vec<PlotMonth>,
    /// Rows, or panels side by side: what to walk through with the keyboard. All panels over months are of the first
    /// one's width, so that a month's `x` moves along with the panel's own.
    pub panels: Vec<Panel>,
}

impl Plot {
    /// Whether there was nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.months.is_empty() && self.panels.is_empty()
    }
}

/// One month of a chart, as drawn.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlotMonth {
    /// Which; none where the chart counts months from a beginning of each line's own.
    pub month: Option<Month>,
    /// "May 2026", or "3 months on".
    pub label: String,
    /// Where its figures lie.
    pub x: f32,
    /// Every series that has a word to say here, hidden ones too, in the order of a readout.
    pub readings: Vec<Reading>,
}

/// A row, or one of several panels.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Panel {
    /// What it stands for.
    pub id: ItemId,
    /// Its whole name.
    pub name: String,
    /// What it fills.
    pub area: Rect,
    /// What it says.
    pub readings: Vec<Reading>,
}

/// One figure of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Reading {
    /// `series:actual`, `series:projected`, `series:range`, `series:variance`, `series:reforecast`, `motion:…`, …
    pub series: ItemId,
    /// "Actual".
    pub name: String,
    /// The figure, in its unit; none of a range, and where there is none.
    pub value: Option<f64>,
    /// As a person reads it: `€612k`.
    pub text: String,
    /// How high it is drawn, where it is.
    pub y: Option<f32>,
}

/// The figures of a chart in rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct ChartTable {
    /// Their heads.
    pub columns: Vec<String>,
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A word or a figure of a table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Cell {
    /// As a person reads it; a dash where there is no figure.
    pub text: String,
    /// The figure whole, for CSV; none of a word.
    pub value: Option<f64>,
}

impl ChartPicture {
    pub(super) fn with_series(self, series: Vec<ChartSeries>) -> Self {
        Self { series, ..self }
    }
}

impl ChartSeries {
    pub(super) fn line(frame: &Frame, id: &str, name: &str, stroke: Stroke) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), stroke: Some(stroke), fill: None, shown: frame.shows(id) }
    }

    pub(super) fn area(frame: &Frame, id: &str, name: &str, fill: Paint) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), stroke: None, fill: Some(fill), shown: frame.shows(id) }
    }
}

impl PlotMonth {
    /// What a series says in this month.
    pub fn reading(&self, series: &str) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.series == series)
    }

    /// Its figure.
    pub fn value(&self, series: &str) -> Option<f64> {
        self.reading(series).and_then(|reading| reading.value)
    }
}

impl Reading {
    pub(super) fn new(series: &str, name: &str, value: Option<f64>, text: String) -> Self {
        Self { series: series.to_owned(), name: name.to_owned(), value, text, y: None }
    }
}

impl Cell {
    pub(super) fn word(text: impl Into<String>) -> Self {
        Self { text: text.into(), value: None }
    }

    pub(super) fn figure(value: Option<f64>, text: impl FnOnce(f64) -> String) -> Self {
        Self { text: value.map_or_else(|| "—".to_owned(), text), value }
    }
}

impl ChartTable {
    pub(super) fn new(columns: &[&str]) -> Self {
        Self { columns: columns.iter().map(|&column| column.to_owned()).collect(), rows: Vec::new() }
    }
}
