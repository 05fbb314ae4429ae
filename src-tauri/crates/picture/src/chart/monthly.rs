//! Month by month: actual as bars of ink, the plan as a tick across each, its range behind, and a strip of variances below.

use super::bars::{Bars, HEADING};
use super::course::{self, Place};
use super::ground::{Ground, Room, end_room};
use super::input::MonthsInput;
use super::sheet::{Sheet, nothing};
use super::{ChartPicture, ChartSeries, Plot, alt, readings, strokes};
use crate::{Paint, Rect};

/// Each month's own figures.
///
/// Series: `series:actual`, `series:projected`, `series:range`, `series:reforecast`, `series:variance` (the strip, left
/// out below 200 pixels of height).
pub fn monthly(input: &MonthsInput) -> ChartPicture {
    if input.is_empty() {
        return nothing(&input.frame, &input.measure.name, readings::table(input));
    }
    let sheet = Sheet::new(input.frame.bounds());
    // A single month's figure at the right end says little: the lines are named without.
    let words: Vec<_> = course::end_words(input, "Projected", ["Low", "High"], false);
    let strip = strip_height(input, sheet.bounds.h);
    let room = Room { right: end_room(&words), strip };
    let ground = Ground::lay(&sheet, input.extent(), &input.measure, input.span(), room);
    ground.grid();
    months(&ground, input);
    let area = ground.area();
    let bars =
        (strip > 0.0).then(|| Bars::lay(&sheet, input, Rect { y: area.y + area.h + 8.0, h: strip - 8.0, ..area }));
    if let Some(bars) = &bars {
        bars.draw(input);
    }
    ground.axes();
    ground.end_words(words);
    ground.today(input.today);
    course::name_actual(&ground, input, Place::Middle);
    if let Some(bars) = &bars {
        bars.heading(&sheet);
        bars.figures(&sheet, input);
    }
    let months = readings::months(input, |month| ground.x(Place::Middle.x(month)), |value| Some(ground.y(value)));
    let plot = Plot { area: Rect { h: area.h + strip, ..area }, months, panels: Vec::new() };
    let mut series = readings::series(input, "Projected", "Range");
    if (0..input.span().count).any(|month| input.variance(month).is_some()) {
        let steel = Paint::plain(strokes::variance(&input.measure, 0.0));
        series.push(ChartSeries::area(&input.frame, "series:variance", "Variance", steel));
    }
    sheet.finish(said(input), plot, readings::table(input)).with_series(series)
}

fn strip_height(input: &MonthsInput, height: f32) -> f32 {
    let compared = (0..input.span().count).any(|month| input.variance(month).is_some());
    let shown = compared && height >= 200.0 && input.frame.shows("series:variance");
    if shown { (height * 0.36).clamp(80.0, 180.0) + HEADING - 10.0 } else { 0.0 }
}

/// Range, bar and tick of every month.
fn months(ground: &Ground, input: &MonthsInput) {
    let shows = |id: &str| input.frame.shows(id);
    // Shares of a month's width on either side of its middle.
    let (wide, narrow) = (0.40, 0.24);
    for month in 0..input.span().count {
        let middle = Place::Middle.x(month);
        let doubt = input.projected(month).and_then(|plan| plan.doubt()).filter(|_| shows("series:range"));
        if let Some((low, high)) = doubt {
            let brush = strokes::ground("series:range", strokes::range(&input.measure));
            ground.canvas.bar((middle - wide, low), (middle + wide, high), brush);
        }
        if let Some(actual) = input.actual(month).filter(|_| shows("series:actual")) {
            let brush = strokes::bar("series:actual", "c-actual");
            ground.canvas.bar((middle - narrow, 0.0), (middle + narrow, actual), brush);
        }
        let tick = |id: &str, value: f64, stroke| {
            ground.canvas.line(id, &[(middle - wide, value), (middle + wide, value)], stroke);
        };
        if let Some(plan) = input.projected(month).filter(|_| shows("series:projected")) {
            tick("series:projected", plan.mid, strokes::plan_tick(&input.measure));
        }
        if let Some(later) = input.reforecast(month).filter(|_| shows("series:reforecast")) {
            tick("series:reforecast", later.mid, strokes::reforecast());
        }
    }
}

fn said(input: &MonthsInput) -> String {
    let subject = format!("{} by month, {}", input.measure.name, alt::span(&input.measure, input.span()));
    let mut details = vec![alt::measured(input)];
    details.extend(alt::landing(input).into_iter().map(|words| words.replacen(" by ", " in ", 1)));
    alt::text(&subject, &input.frame, alt::finding(input), &details)
}
