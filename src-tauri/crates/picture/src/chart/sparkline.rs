//! A line without axes, for a table's cell or beside a key figure.

use super::course::{self, Place};
use super::input::{MonthsInput, Projected};
use super::sheet::{Sheet, nothing};
use super::{ChartPicture, Plot, alt, readings};
use crate::{Rect, Stroke};

/// Around the line, so that its last dot and its width stay inside.
const EDGE: f32 = 5.0;

/// Figures as given, the plan thin, the actual in ink with a dot at its end; no words, no range and no reforecast, which
/// would be too much for its size.
///
/// Series: `series:actual`, `series:projected`.
pub fn sparkline(input: &MonthsInput) -> ChartPicture {
    let input = &plain(input);
    let (span, name) = (input.span(), &input.measure.name);
    if input.is_empty() {
        return nothing(&input.frame, name, readings::table(input));
    }
    let sheet = Sheet::new(input.frame.bounds());
    let side = |length: f32| (length - 2.0 * EDGE).max(2.0);
    let area = Rect { x: EDGE, y: EDGE, w: side(sheet.bounds.w), h: side(sheet.bounds.h) };
    let (low, high) = input.extent();
    let canvas = sheet.canvas(area, 0.0..span.count as f64, low..if low < high { high } else { low + 1.0 });
    canvas.line("", &[(0.0, 0.0), (span.count as f64, 0.0)], Stroke::solid("grid", 1.0));
    course::lines(&canvas, input, Place::Middle);
    let months = readings::months(
        input,
        |month| canvas.at(Place::Middle.x(month), 0.0)[0],
        |value| Some(canvas.at(0.0, value)[1]),
    );
    let subject = format!("{name}, {}", alt::span(&input.measure, span));
    let latest = input.last_actual().and_then(|month| input.variance(month));
    let finding = latest.map(|variance| alt::against_plan(&input.measure, variance));
    let alt = alt::text(&subject, &input.frame, finding, &[alt::measured(input)]);
    let plot = Plot { area, months, panels: Vec::new() };
    sheet.finish(alt, plot, readings::table(input))
}

fn plain(input: &MonthsInput) -> MonthsInput {
    let middle = |figure: &Option<Projected>| figure.map(|figure| Projected::certain(figure.mid));
    MonthsInput { projected: input.projected.iter().map(middle).collect(), reforecast: Vec::new(), ..input.clone() }
}
