//! The strip below the monthly chart: how far each measured month was from its projection.

use domain::{Better, MetricUnit};
use plotters::drawing::DrawingAreaErrorKind;

use super::ChartInput;
use super::axis::{Axis, SIZE};
use super::backend::SharedPen;
use super::canvas::Canvas;
use super::series::Series;
use crate::{Align, Rect, format, text};

/// Height of the strip's heading, and room for the bars' figures above and below.
const HEADING: f32 = 30.0;
const FIGURES: f32 = 15.0;

/// Room that the strip takes below the lines; none where nothing was measured or the chart is too low for both.
pub(super) fn height(input: &ChartInput, series: &Series) -> f32 {
    let measured = series.actual.iter().any(Option::is_some);
    if measured && input.height >= 200.0 { (input.height * 0.36).clamp(90.0, 170.0) } else { 0.0 }
}

/// Draws heading, bars and their figures into `area`.
pub(super) fn draw(
    pen: &SharedPen,
    input: &ChartInput,
    series: &Series,
    area: Rect,
) -> Result<(), DrawingAreaErrorKind<std::convert::Infallible>> {
    let values = (0..series.months.len()).filter_map(|month| series.variance(month));
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let (low, high) = if low == 0.0 && high == 0.0 { (0.0, 1.0) } else { (low, high) };
    let (scale, letter) = match input.unit {
        MetricUnit::Money => format::scale_of(high.max(-low)),
        MetricUnit::Percent => (0.01, "%"),
        MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score | MetricUnit::Days => (1.0, ""),
    };
    let (above, below) = (FIGURES, if low < 0.0 { FIGURES } else { 2.0 });
    let inner = Rect { y: area.y + HEADING + above, h: (area.h - HEADING - above - below).max(10.0), ..area };
    let axis = Axis { low, high, ticks: Vec::new() };
    let mut canvas = Canvas::new(pen, input, inner, series.months.len(), axis)?;
    canvas.zero()?;
    let bars = canvas.bars(series, input.better == Better::Higher);
    let unit = match input.unit {
        MetricUnit::Money => format!(", {}{letter}", input.currency.symbol().trim_end()),
        MetricUnit::Percent => ", points".to_owned(),
        MetricUnit::Days => ", days".to_owned(),
        MetricUnit::Count | MetricUnit::Ratio | MetricUnit::Score => String::new(),
    };
    canvas.words(&format!("Variance{unit}"), [area.x, area.y + 24.0], Align::Start, 620, "text");
    figures(&canvas, &bars, scale);
    Ok(())
}

/// The largest first; a figure that would lie on another or on a bar is left to the pointer.
fn figures(canvas: &Canvas, bars: &[(f64, Rect)], scale: f64) {
    let mut order: Vec<usize> = (0..bars.len()).collect();
    order.sort_by(|&a, &b| bars[b].0.abs().total_cmp(&bars[a].0.abs()).then(a.cmp(&b)));
    let mut placed: Vec<Rect> = Vec::new();
    for index in order {
        let (value, bar) = bars[index];
        let words = signed(value / scale);
        let width = text::measure(&words, SIZE, 620);
        let x = bar.x + bar.w / 2.0;
        let baseline = if value < 0.0 { bar.y + bar.h + 12.0 } else { bar.y - 4.0 };
        let area = Rect { x: x - width / 2.0 - 1.5, y: baseline - 10.0, w: width + 3.0, h: 13.0 };
        let free = placed.iter().all(|other| apart(&area, other))
            && bars.iter().enumerate().all(|(other, (_, bar))| other == index || apart(&area, bar));
        if free && area.x >= canvas.area.x - 8.0 {
            placed.push(area);
            canvas.words(&words, [x, baseline], Align::Center, 620, "text");
        }
    }
}

fn signed(value: f64) -> String {
    let decimals = usize::from(value.abs() < 9.95);
    let text = format!("{:.decimals$}", value.abs());
    let text = text.trim_end_matches(".0");
    match text {
        "0" => "0".to_owned(),
        _ if value < 0.0 => format!("\u{2212}{text}"),
        _ => format!("+{text}"),
    }
}

fn apart(a: &Rect, b: &Rect) -> bool {
    a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn signs_are_always_shown() {
        for (value, expect) in [(55.2, "+55"), (-20.0, "−20"), (0.01, "0"), (-3.25, "−3.2"), (5.0, "+5")] {
            assert_eq!(signed(value), expect);
        }
    }
}
