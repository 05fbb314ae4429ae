//! Projected and actual to date, with the plan's range and the reforecast.

use super::course::{self, Place};
use super::ground::{Ground, Room, end_room};
use super::input::{Figures, MonthsInput};
use super::sheet::{Sheet, nothing};
use super::{ChartPicture, Plot, alt, readings, strokes};

/// Figures as given, as lines: sums to date from nothing on, at each month's end; others in its middle. Sum those that add
/// up with [`MonthsInput::summed`] first.
///
/// Series: `series:actual`, `series:projected`, `series:range`, `series:reforecast`.
pub fn cumulative(input: &MonthsInput) -> ChartPicture {
    if input.is_empty() {
        return nothing(&input.frame, &input.measure.name, readings::table(input));
    }
    let place = if input.figures == Figures::ToDate { Place::End } else { Place::Middle };
    let sheet = Sheet::new(input.frame.bounds());
    let words = [true, false].map(|figures| course::end_words(input, "Projected", ["Low", "High"], figures));
    // Where figures beside the names would take too much of the width, the readout and the table say them.
    let words = words.into_iter().find(|words| end_room(words) <= sheet.bounds.w * 0.34).unwrap_or_default();
    let room = Room { right: end_room(&words), strip: 0.0 };
    let ground = Ground::lay(&sheet, input.extent(), &input.measure, input.span(), room);
    ground.grid();
    if input.frame.shows("series:range") {
        let ends: Vec<_> = (0..input.span().count).map(|month| Some(input.projected(month)?.ends())).collect();
        course::range(&ground.canvas, "series:range", &ends, place, &strokes::range(&input.measure));
    }
    course::lines(&ground.canvas, input, place);
    ground.axes();
    ground.end_words(words);
    ground.today(input.today);
    course::name_actual(&ground, input, place);
    let months = readings::months(input, |month| ground.x(place.x(month)), |value| Some(ground.y(value)));
    let plot = Plot { area: ground.area(), months, panels: Vec::new() };
    let series = readings::series(input, "Projected", "Range");
    sheet.finish(said(input), plot, readings::table(input)).with_series(series)
}

fn said(input: &MonthsInput) -> String {
    let subject = if input.figures == Figures::ToDate { "{name} to date, {span}" } else { "{name} by month, {span}" };
    let measure = &input.measure;
    let parts = [("name", measure.name.as_str()), ("span", &alt::span(measure, input.span()))];
    let subject = measure.language.fill(subject, &parts);
    let mut details = vec![alt::measured(input)];
    details.extend(alt::landing(input));
    alt::text(&subject, &input.frame, alt::finding(input), &details)
}
