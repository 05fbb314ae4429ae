//! Native charts over a sheet's cells: they follow when a cell is changed.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color,
};

use super::{Area, At};

/// One chart.
#[derive(Debug, Clone, PartialEq)]
pub struct BookChart {
    /// The cell that its top left corner lies in: row and column, from 0.
    pub at: (u32, u16),
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// How it is drawn.
    pub form: ChartForm,
    /// What it shows.
    pub title: String,
    /// The same as a sentence, for who cannot see it.
    pub alt: String,
    /// Side by side.
    pub series: Vec<BookSeries>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartForm {
    /// Upright, months from left to right.
    Columns,
    /// Lying, the first row on top.
    Bars,
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct BookSeries {
    /// The cell with its name.
    pub name: At,
    /// The cells with the names of its points.
    pub points: Area,
    /// As many figures.
    pub values: Area,
    /// `0xRRGGBB`.
    pub color: u32,
}

pub(super) fn chart(told: &BookChart) -> Chart {
    let mut chart = Chart::new(match told.form {
        ChartForm::Columns => ChartType::Column,
        ChartForm::Bars => ChartType::Bar,
    });
    chart.set_width(told.size.0).set_height(told.size.1).set_alt_text(told.alt.clone());
    chart.title().set_name(told.title.as_str());
    for series in &told.series {
        let fill = ChartSolidFill::new().set_color(Color::RGB(series.color)).clone();
        let range = |area: Area| (area.sheet.word(), area.first.0, area.first.1, area.last.0, area.last.1);
        let name = series.name;
        chart
            .add_series()
            .set_name((name.sheet.word(), name.row, name.column))
            .set_categories(range(series.points))
            .set_values(range(series.values))
            .set_format(ChartFormat::new().set_solid_fill(&fill))
            .set_gap(60);
    }
    let line = ChartLine::new().set_color(Color::RGB(0x00EC_EEE9)).clone();
    match told.form {
        ChartForm::Columns => chart.y_axis().set_major_gridlines_line(&line),
        // A bar chart's first axis goes up: turned, the first row is on top.
        ChartForm::Bars => chart.x_axis().set_reverse(),
    };
    chart.y_axis().set_num_format("#,##0");
    // Names stay at the edge where bars go below zero.
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
    if told.series.len() > 1 {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    } else {
        chart.legend().set_hidden();
    }
    chart
}
