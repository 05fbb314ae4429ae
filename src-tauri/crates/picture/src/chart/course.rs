//! Lines over months: plan with its range, actual and reforecast.
//!
//! Owns: the order of layers and which names stand where. Must not know: where figures come from.

use super::canvas::Canvas;
use super::ground::{EndWord, Ground};
use super::input::{MonthsInput, Projected};
use super::strokes;

/// Where a month's figure lies: sums at its end, from nothing at the beginning of the first; others in its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    End,
    Middle,
}

impl Place {
    pub(super) fn x(self, month: usize) -> f64 {
        month as f64 + if self == Self::End { 1.0 } else { 0.5 }
    }
}

/// Draws everything but the range, back to front.
pub(super) fn lines(canvas: &Canvas, input: &MonthsInput, place: Place) {
    let shows = |id: &str| input.frame.shows(id);
    let count = input.span().count;
    if shows("series:projected") {
        for piece in pieces((0..count).map(|month| Some(input.projected(month)?.mid)), place) {
            canvas.line("series:projected", &piece, strokes::plan(&input.measure));
        }
    }
    if shows("series:reforecast") {
        reforecast(canvas, input, place);
    }
    if shows("series:actual") {
        let pieces = pieces((0..count).map(|month| input.actual(month)), place);
        let ink = strokes::actual().paint;
        for piece in &pieces {
            match piece.as_slice() {
                [point] => canvas.dot("series:actual", *point, 2.2, ink.clone()),
                points => canvas.line("series:actual", points, strokes::actual()),
            }
        }
        if let Some(point) = pieces.last().and_then(|piece| piece.last()) {
            canvas.dot("series:actual", *point, 4.0, ink);
        }
    }
}

/// A pale area between two ends by month.
pub(super) fn range(canvas: &Canvas, id: &str, ends: &[Option<(f64, f64)>], place: Place, fill: &crate::Paint) {
    let mut points: Vec<(f64, f64, f64)> = Vec::new();
    if place == Place::End && ends.first().is_some_and(Option::is_some) {
        points.push((0.0, 0.0, 0.0));
    }
    for (month, ends) in ends.iter().enumerate() {
        match ends {
            Some((low, high)) => points.push((place.x(month), *low, *high)),
            None if points.len() > 1 => canvas.band(id, &std::mem::take(&mut points), fill.clone()),
            None => points.clear(),
        }
    }
    if points.len() > 1 {
        canvas.band(id, &points, fill.clone());
    }
}

/// From the last actual on: the middle dashed, its range between thinner dashes.
fn reforecast(canvas: &Canvas, input: &MonthsInput, place: Place) {
    let from = input.last_actual().and_then(|month| Some((place.x(month), input.actual(month)?)));
    let later = |of: fn(&Projected) -> f64| -> Vec<(f64, f64)> {
        let begin = input.last_actual().map_or(0, |month| month + 1);
        let figures =
            (begin..input.span().count).filter_map(|month| Some((place.x(month), of(&input.reforecast(month)?))));
        let figures: Vec<_> = figures.collect();
        if figures.is_empty() { figures } else { from.into_iter().chain(figures).collect() }
    };
    let doubted = input.last(MonthsInput::reforecast).is_some_and(|(_, figure)| figure.doubt().is_some());
    if doubted {
        for end in [later(|figure| figure.ends().0), later(|figure| figure.ends().1)] {
            canvas.line("series:reforecast", &end, strokes::reforecast_end());
        }
    }
    let middle = later(|figure| figure.mid);
    if middle.len() > 1 {
        canvas.line("series:reforecast", &middle, strokes::reforecast());
    }
}

/// Runs of months with a figure; sums from the first month on begin at nothing.
fn pieces(figures: impl Iterator<Item = Option<f64>>, place: Place) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut broken = true;
    for (month, figure) in figures.enumerate() {
        let Some(figure) = figure else {
            broken = true;
            continue;
        };
        if broken {
            let begins = month == 0 && place == Place::End;
            pieces.push(if begins { vec![(0.0, 0.0)] } else { Vec::new() });
            broken = false;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push((place.x(month), figure));
        }
    }
    pieces
}

/// The names of plan and reforecast at the right; with their figures where there is room for them.
pub(super) fn end_words(input: &MonthsInput, middle: &str, ends: [&str; 2], figures: bool) -> Vec<EndWord> {
    let say = |name: &str, value: f64| {
        let name = input.measure.language.say(name);
        if figures { format!("{name} {}", input.measure.figure(value)) } else { name.to_owned() }
    };
    let word = |id: &str, name: &str, value: f64, bold: bool, color: &'static str| EndWord {
        id: id.to_owned(),
        value,
        words: say(name, value),
        bold,
        color,
    };
    let mut words = Vec::new();
    let shows = |id: &str| input.frame.shows(id);
    let plan = input.last(MonthsInput::projected).map(|(_, plan)| plan);
    if let Some(plan) = plan.filter(|_| shows("series:projected")) {
        words.push(word("series:projected", middle, plan.mid, true, strokes::plan_text(&input.measure)));
    }
    let later = input.last(MonthsInput::reforecast).map(|(_, later)| later);
    if let Some(later) = later.filter(|_| shows("series:reforecast")) {
        words.push(word("series:reforecast", "Reforecast", later.mid, true, "c-reforecast"));
    }
    if let Some((low, high)) = plan.and_then(|plan| plan.doubt()).filter(|_| figures && shows("series:range")) {
        words.push(word("series:range", ends[1], high, false, "text-2"));
        words.push(word("series:range", ends[0], low, false, "text-2"));
    }
    words
}

/// Names the actual line at its last point.
pub(super) fn name_actual(ground: &Ground, input: &MonthsInput, place: Place) {
    let last = input.last_actual().filter(|_| input.frame.shows("series:actual"));
    if let Some((month, value)) = last.and_then(|month| Some((month, input.actual(month)?))) {
        let words = format!("{} {}", input.measure.language.say("Actual"), input.measure.figure(value));
        ground.name_point(&words, "series:actual", (place.x(month), value));
    }
}
