//! The ground of a chart over months: grid, values at the left, months below, today, and names at the right.
//!
//! Owns: how these share the room. Must not know: which figures are drawn on it.

use domain::{Date, Month};

use super::axis::Axis;
use super::canvas::Canvas;
use super::frame::Span;
use super::measure::Measure;
use super::sheet::{Sheet, Word};
use super::{months, strokes};
use crate::{Language, Rect, Stroke};

/// Above the area: today's word.
const TOP: f32 = 22.0;
/// Height of one step of the value axis, about.
const STEP: f32 = 46.0;
/// Between the baselines of two words.
const APART: f32 = 14.0;

/// Room around an area.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    /// At the right, for names.
    pub(super) right: f32,
    /// Between the area and the months' names.
    pub(super) strip: f32,
}

pub(super) struct Ground<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) canvas: Canvas,
    pub(super) span: Span,
    axis: Axis,
    language: Language,
    /// Where the months' names begin.
    bottom: f32,
}

/// A name at the right end of a line.
pub(super) struct EndWord {
    pub(super) id: String,
    pub(super) value: f64,
    pub(super) words: String,
    pub(super) bold: bool,
    pub(super) color: &'static str,
}

impl<'a> Ground<'a> {
    /// Values from `low` to `high` over months; x counts months, from the beginning of the first.
    pub(super) fn lay(sheet: &'a Sheet, (low, high): (f64, f64), measure: &Measure, span: Span, room: Room) -> Self {
        let bounds = sheet.bounds;
        let height = (bounds.h - TOP - months::height(span) - room.strip).max(20.0);
        let axis = Axis::new(low, high, f64::from((height / STEP).clamp(1.5, 5.0)), measure);
        let left = axis.width() + 12.0;
        let area = Rect { x: left, y: TOP, w: (bounds.w - left - room.right).max(20.0), h: height };
        let canvas = sheet.canvas(area, 0.0..span.count.max(1) as f64, axis.low..axis.high);
        Self { sheet, canvas, span, axis, language: measure.language, bottom: area.y + height + room.strip }
    }

    pub(super) fn area(&self) -> Rect {
        self.canvas.area
    }

    pub(super) fn x(&self, months: f64) -> f32 {
        self.canvas.at(months, 0.0)[0]
    }

    pub(super) fn y(&self, value: f64) -> f32 {
        self.canvas.at(0.0, value)[1]
    }

    /// Width of a month.
    pub(super) fn pitch(&self) -> f32 {
        self.area().w / self.span.count.max(1) as f32
    }

    /// A line for each tick, the zero line darker.
    pub(super) fn grid(&self) {
        for (value, _) in &self.axis.ticks {
            let color = if *value == 0.0 { "line-2" } else { "grid" };
            let ends = [(0.0, *value), (self.span.count.max(1) as f64, *value)];
            self.canvas.line("", &ends, Stroke::solid(color, 1.0));
        }
    }

    /// The words of both axes.
    pub(super) fn axes(&self) {
        // The one that says the unit first, then as many as have room.
        for (value, word) in self.axis.ticks.iter().rev() {
            let [_, y] = self.canvas.at(0.0, *value);
            self.sheet.word(&Word::new(word).end(), &[[self.area().x - 8.0, y + 3.5]]);
        }
        let middle = |month: usize| self.canvas.at(month as f64 + 0.5, 0.0)[0];
        months::write(self.sheet, self.span, self.language, self.pitch(), self.bottom, middle);
    }

    /// A dotted line at today, named above the area.
    pub(super) fn today(&self, day: Option<Date>) {
        let Some(day) = day else { return };
        let part = f64::from(day.day() - 1) / f64::from(day.days_in_month());
        let months = f64::from(Month::of(day).since(self.span.first)) + part;
        if !(0.0..=self.span.count as f64).contains(&months) {
            return;
        }
        let [x, _] = self.canvas.at(months, 0.0);
        let ends = vec![[x, self.area().y - 12.0], [x, self.area().y + self.area().h]];
        self.sheet.rule(Some("today".into()), ends, Stroke::dashed("text-3", 1.25, &[2.0, 3.0]));
        let y = self.area().y - 5.0;
        let word = Word::new(self.language.say("Today"));
        let left = x - 5.0 - word.width();
        self.sheet.word(&word.of("today"), &[[x + 5.0, y], [left, y]]);
    }

    /// A dotted line at a value that figures are held against.
    pub(super) fn reference(&self, id: &str, value: f64) {
        self.canvas.line(id, &[(0.0, value), (self.span.count.max(1) as f64, value)], strokes::reference());
    }

    /// Its name, above or below it, at the right or the left: what lines leave free.
    pub(super) fn name_reference(&self, words: &str, id: &str, value: f64) {
        let (area, y) = (self.area(), self.y(value));
        let word = Word::new(words).halo().of(id);
        let (left, right) = (area.x + 6.0, area.x + area.w - word.width() - 4.0);
        self.sheet.word_off_lines(&word, &[[right, y - 5.0], [left, y - 5.0], [right, y + 12.0], [left, y + 12.0]]);
    }

    /// Names at the right of lines' ends, moved apart where the ends are close.
    pub(super) fn end_words(&self, mut words: Vec<EndWord>) {
        let area = self.area();
        // What has no room in height is left out from the quiet end.
        let most = ((area.h + 10.0) / APART).floor().max(1.0) as usize;
        while words.len() > most {
            let quiet = words.iter().rposition(|word| !word.bold).unwrap_or(words.len() - 1);
            words.remove(quiet);
        }
        words.sort_by(|a, b| b.value.total_cmp(&a.value));
        let ends = words.iter().map(|word| self.canvas.at(0.0, word.value)[1] + 3.5);
        let mut places: Vec<f32> = ends.collect();
        for index in 1..places.len() {
            places[index] = places[index].max(places[index - 1] + APART);
        }
        // Pushed below the area: push back up from the bottom.
        let mut limit = area.y + area.h + 3.5;
        for place in places.iter_mut().rev() {
            *place = place.min(limit);
            limit = *place - APART;
        }
        for (EndWord { id, words, bold, color, .. }, y) in words.iter().zip(places) {
            let word = Word::new(words).of(id);
            let word = if *bold { word.bold() } else { word };
            self.sheet.word(&word.color(color), &[[area.x + area.w + 8.0, y]]);
        }
    }

    /// The name of a line beside one of its points: above it, or wherever around it there is room.
    pub(super) fn name_point(&self, words: &str, id: &str, point: (f64, f64)) {
        let [x, y] = self.canvas.at(point.0, point.1);
        let word = Word::new(words).bold().halo();
        let width = word.width();
        let mut places = Vec::new();
        for lift in [0.0, 8.0, 16.0, 26.0, 38.0, 52.0] {
            for left in [x - width + 4.0, x - width - 8.0, x - width / 2.0, x + 8.0] {
                places.push([left.max(self.area().x + 4.0), y - 9.0 - lift]);
                places.push([left.max(self.area().x + 4.0), y + 17.0 + lift]);
            }
        }
        places.retain(|[left, y]| left + width <= self.sheet.bounds.w && (12.0..self.bottom - 3.0).contains(y));
        self.sheet.word_off_lines(&word.of(id), &places);
    }
}

/// Room that names at the right take.
pub(super) fn end_room(words: &[EndWord]) -> f32 {
    let width = |word: &EndWord| {
        let shown = Word::new(&word.words);
        if word.bold { shown.bold() } else { shown }.width()
    };
    words.iter().map(width).fold(0.0, f32::max) + 16.0
}
