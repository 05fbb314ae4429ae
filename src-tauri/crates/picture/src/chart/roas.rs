//! Revenue for each unit of cost, month by month, against break-even.

use super::course::{self, Place};
use super::ground::{Ground, Room, end_room};
use super::input::{Figures, MonthsInput};
use super::sheet::{Sheet, nothing};
use super::{ChartPicture, Plot, alt, readings, strokes};

/// What comes back is what was spent.
pub(super) const BREAK_EVEN: f64 = 1.0;

/// A ratio of each month: plan thin, actual in ink, break-even dotted. Series as in [`cumulative`](super::cumulative).
pub fn roas(input: &MonthsInput) -> ChartPicture {
    // Months' ratios never add up, whatever was said of them.
    let input = &MonthsInput { figures: Figures::Level, ..input.clone() };
    if input.is_empty() {
        return nothing(&input.frame, &input.measure.name, readings::table(input));
    }
    let sheet = Sheet::new(input.frame.bounds());
    let words = [true, false].map(|figures| course::end_words(input, "Planned", ["Low", "High"], figures));
    let words = words.into_iter().find(|words| end_room(words) <= sheet.bounds.w * 0.34).unwrap_or_default();
    let room = Room { right: end_room(&words), strip: 0.0 };
    let (low, high) = input.extent();
    let ground = Ground::lay(&sheet, (low, high.max(BREAK_EVEN)), &input.measure, input.span(), room);
    ground.grid();
    if input.frame.shows("series:range") {
        let ends: Vec<_> = (0..input.span().count).map(|month| Some(input.projected(month)?.ends())).collect();
        course::range(&ground.canvas, "series:range", &ends, Place::Middle, &strokes::range(&input.measure));
    }
    ground.reference("series:break_even", BREAK_EVEN);
    course::lines(&ground.canvas, input, Place::Middle);
    ground.axes();
    ground.end_words(words);
    ground.today(input.today);
    course::name_actual(&ground, input, Place::Middle);
    ground.name_reference("Break-even", "series:break_even", BREAK_EVEN);
    let months = readings::months(input, |month| ground.x(Place::Middle.x(month)), |value| Some(ground.y(value)));
    let plot = Plot { area: ground.area(), months, panels: Vec::new() };
    let series = readings::series(input, "Planned", "Range");
    sheet.finish(said(input), plot, readings::table(input)).with_series(series)
}

/// "Above break-even in 5 of 5 months."
fn said(input: &MonthsInput) -> String {
    let measured: Vec<f64> = (0..input.span().count).filter_map(|month| input.actual(month)).collect();
    let above = measured.iter().filter(|value| **value >= BREAK_EVEN).count();
    let paid = format!("At or above break-even in {above} of {} months.", measured.len());
    let paid = if measured.is_empty() { String::new() } else { paid };
    let subject = format!("{} by month, {}", input.measure.name, alt::span(&input.measure, input.span()));
    alt::text(&subject, &input.frame, alt::finding(input), &[alt::measured(input), paid])
}
