//! How far each measured month was from its projection.

use super::bars::Bars;
use super::input::MonthsInput;
use super::sheet::{Sheet, nothing};
use super::{ChartPicture, Plot, alt, months, readings};
use crate::Rect;

/// At the left and right, so that the outer months' figures have room.
const SIDE: f32 = 6.0;

/// Bars of each month's own variance: steel better, oxblood worse, each with its sign. The bars' ids are `month:2026-05`.
pub fn variance(input: &MonthsInput) -> ChartPicture {
    let span = input.span();
    if (0..span.count).all(|month| input.variance(month).is_none()) {
        return nothing(&input.frame, &format!("Variance of {}", input.measure.name), readings::table(input));
    }
    let sheet = Sheet::new(input.frame.bounds());
    let area = Rect {
        x: SIDE,
        y: 0.0,
        w: (sheet.bounds.w - 2.0 * SIDE).max(20.0),
        h: (sheet.bounds.h - months::height(span)).max(40.0),
    };
    let bars = Bars::lay(&sheet, input, area);
    bars.draw(input);
    let x = |month: usize| bars.canvas.at(month as f64 + 0.5, 0.0)[0];
    months::write(&sheet, span, input.measure.language, area.w / span.count as f32, area.y + area.h, x);
    bars.heading(&sheet);
    bars.figures(&sheet, input);
    let months = readings::months(input, x, |_| None);
    let plot = Plot { area: bars.canvas.area, months, panels: Vec::new() };
    let subject = format!("Variance of {} to plan by month, {}", input.measure.name, alt::span(&input.measure, span));
    let alt = alt::text(&subject, &input.frame, alt::finding(input), &[]);
    sheet.finish(alt, plot, readings::table(input))
}
