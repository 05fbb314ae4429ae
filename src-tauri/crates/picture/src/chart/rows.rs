//! Charts of rows: a name, a strip with its bars, a figure at the right. Where names would squeeze the strips they stand
//! above them.
//!
//! Owns: how rows share the room. Must not know: what the bars mean.

use std::ops::Range;

use super::axis::Axis;
use super::backend::Brush;
use super::canvas::Canvas;
use super::frame::Frame;
use super::sheet::{SIZE, Sheet, Word};
use super::{Panel, Reading};
use crate::{Rect, Stroke, text};

/// Widest name beside its strip, as a share of the width, and the least width of strips beside names.
const NAMES: f32 = 0.36;
const STRIP: f32 = 150.0;
const GAP: f32 = 12.0;
/// Of a row with the name beside the strip, and above it.
const BESIDE: Range<f32> = 24.0..38.0;
const ABOVE: Range<f32> = 40.0..56.0;

/// What a chart of rows needs beyond its rows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around {
    /// Above the rows.
    pub(super) head: f32,
    /// Below them.
    pub(super) foot: f32,
    /// At the right of the strips, for figures.
    pub(super) figures: f32,
    /// Below each row, for words between two.
    pub(super) between: f32,
    /// Names stand above their strips in any case.
    pub(super) above: bool,
}

pub(super) struct Rows {
    pub(super) sheet: Sheet,
    /// The strips' left and right.
    pub(super) left: f32,
    pub(super) right: f32,
    /// Names stand above strips.
    above: bool,
    top: f32,
    pitch: f32,
    between: f32,
    count: usize,
}

impl Rows {
    /// Whether a name beside its strip would be cut.
    pub(super) fn cut<'n>(frame: &Frame, names: impl Iterator<Item = &'n str>) -> bool {
        widest(names) > frame.bounds().w * NAMES
    }

    /// Shares the frame's width and height; grows beyond its height where the rows need it.
    pub(super) fn lay<'n>(frame: &Frame, names: impl Iterator<Item = &'n str> + Clone, around: Around) -> Self {
        let bounds = frame.bounds();
        let count = names.clone().count();
        let column = widest(names).min(bounds.w * NAMES) + GAP;
        let above = around.above || bounds.w - column - around.figures < STRIP;
        let room = if above { ABOVE } else { BESIDE };
        let spare = bounds.h - around.head - around.foot;
        let pitch = (spare / count.max(1) as f32).clamp(room.start + around.between, room.end + around.between);
        let height = around.head + around.foot + pitch * count as f32;
        let sheet = Sheet::new(Rect { h: bounds.h.max(height), ..bounds });
        let (left, right) = if above { (0.0, bounds.w) } else { (column, bounds.w - around.figures) };
        Self { sheet, left, right, above, top: around.head, pitch, between: around.between, count }
    }

    /// What a row fills.
    pub(super) fn area(&self, row: usize) -> Rect {
        let y = self.top + self.pitch * row as f32;
        Rect { x: 0.0, y, w: self.sheet.bounds.w, h: self.pitch - self.between }
    }

    /// Below the last row.
    pub(super) fn bottom(&self) -> f32 {
        self.top + self.pitch * self.count as f32
    }

    fn middle(&self, row: usize) -> f32 {
        let area = self.area(row);
        if self.above { area.y + 15.0 + (area.h - 15.0) / 2.0 } else { area.y + area.h / 2.0 }
    }

    /// Baseline of a row's name and figure.
    fn baseline(&self, row: usize) -> f32 {
        if self.above { self.area(row).y + 14.0 } else { self.middle(row) + 4.0 }
    }

    /// The strip of a row, from the value at its left to the one at its right; `inset` pixels at either end stay free.
    pub(super) fn strip(&self, row: usize, values: Range<f64>, inset: f32) -> Strip {
        let high = if self.above { 14.0 } else { (self.area(row).h - 8.0).clamp(12.0, 18.0) };
        let w = (self.right - self.left - 2.0 * inset).max(10.0);
        let area = Rect { x: self.left + inset, y: self.middle(row) - high / 2.0, w, h: high };
        Strip { canvas: self.sheet.canvas(area, values, -1.0..1.0) }
    }

    /// The row's name, cut where it is too long; `figure` pixels at its right stay free where it stands above.
    pub(super) fn name(&self, row: usize, word: &Word, figure: f32) {
        let room = if self.above { self.sheet.bounds.w - figure - GAP } else { self.left - GAP };
        self.write(&word.clone().within(room.max(20.0)), [0.0, self.baseline(row)]);
    }

    /// The row's figure at the right edge.
    pub(super) fn figure(&self, row: usize, word: &Word) {
        self.figure_before(row, word, 0.0);
    }

    /// A word before the figure, which is `figure` pixels wide.
    pub(super) fn figure_before(&self, row: usize, word: &Word, figure: f32) {
        self.write(&word.clone().end(), [self.sheet.bounds.w - figure, self.baseline(row)]);
    }

    /// Above the strips, lines from row to row pass behind words.
    fn write(&self, word: &Word, at: [f32; 2]) {
        let word = if self.above { word.clone().halo() } else { word.clone() };
        self.sheet.word(&word, &[at]);
    }

    /// Round values below the rows, with a pale line up from each; all strips must share these values.
    pub(super) fn axis(&self, axis: &Axis, inset: f32) {
        let strip = self.strip(0, axis.low..axis.high, inset);
        for (value, _) in &axis.ticks {
            let x = strip.x(*value);
            let color = if *value == 0.0 { "line-2" } else { "grid" };
            self.sheet.rule(None, vec![[x, self.top], [x, self.bottom()]], Stroke::solid(color, 1.0));
        }
    }

    /// The words of that axis: written last, so that bars come first.
    pub(super) fn axis_words(&self, axis: &Axis, inset: f32) {
        let strip = self.strip(0, axis.low..axis.high, inset);
        for (value, word) in axis.ticks.iter().rev() {
            let half = text::measure(word, SIZE, 420) / 2.0;
            let x = strip.x(*value).clamp(half, (self.sheet.bounds.w - half).max(half));
            self.sheet.word(&Word::new(word).center(), &[[x, self.bottom() + 14.0]]);
        }
    }

    /// How many round steps have room below the strips, about.
    pub(super) fn steps(&self, inset: f32) -> f64 {
        f64::from(((self.right - self.left - 2.0 * inset) / 80.0).clamp(1.0, 6.0))
    }

    pub(super) fn panel(&self, row: usize, id: &str, name: &str, readings: Vec<Reading>) -> Panel {
        Panel { id: id.to_owned(), name: name.to_owned(), area: self.area(row), readings }
    }
}

fn widest<'n>(names: impl Iterator<Item = &'n str>) -> f32 {
    names.map(|name| Word::new(name).name().width()).fold(0.0, f32::max)
}

/// Where the bars of one row lie; their thickness is a share of it.
pub(super) struct Strip {
    canvas: Canvas,
}

impl Strip {
    pub(super) fn bar(&self, from: f64, to: f64, share: f64, brush: Brush) {
        self.canvas.bar((from, -share), (to, share), brush);
    }

    /// A bar in a part of the strip's height, from −1 at its foot to 1.
    pub(super) fn part(&self, from: f64, to: f64, (foot, top): (f64, f64), brush: Brush) {
        self.canvas.bar((from, foot), (to, top), brush);
    }

    /// A line across the strip.
    pub(super) fn tick(&self, id: &str, value: f64, share: f64, stroke: Stroke) {
        self.canvas.line(id, &[(value, -share), (value, share)], stroke);
    }

    /// A line along the strip.
    pub(super) fn track(&self, from: f64, to: f64) {
        self.canvas.line("", &[(from, 0.0), (to, 0.0)], Stroke::solid("line", 1.0));
    }

    pub(super) fn x(&self, value: f64) -> f32 {
        self.canvas.at(value, 0.0)[0]
    }

    pub(super) fn middle(&self) -> f32 {
        self.canvas.area.y + self.canvas.area.h / 2.0
    }
}
