//! Bars of variance by month, and the figures on them.
//!
//! Owns: which figures have room. Must not know: what else the chart shows.

use super::canvas::Canvas;
use super::input::MonthsInput;
use super::measure::{Scale, extent};
use super::sheet::{SIZE, Sheet, Word};
use super::strokes;
use crate::{Rect, Stroke, text};

/// Room for the bars' figures, above and below.
const FIGURES: f32 = 16.0;
/// Above the figures: what the bars are, and in which unit.
pub(super) const HEADING: f32 = 18.0;

/// Bars with their zero line, heading and figures in `area`, and how variances are said in it.
pub(super) struct Bars {
    pub(super) canvas: Canvas,
    scale: Scale,
}

impl Bars {
    /// Lays the bars out: heading at the top, then figures, bars, figures.
    pub(super) fn lay(sheet: &Sheet, input: &MonthsInput, area: Rect) -> Self {
        let count = input.span().count;
        let (low, high) = extent((0..count).filter_map(|month| input.variance(month)).chain([0.0])).unwrap_or_default();
        let (above, below) = (FIGURES, if low < 0.0 { FIGURES } else { 2.0 });
        let inner = Rect { y: area.y + HEADING + above, h: (area.h - HEADING - above - below).max(10.0), ..area };
        let top = if low < high { high } else { low + 1.0 };
        let canvas = sheet.canvas(inner, 0.0..count.max(1) as f64, low..top);
        Self { canvas, scale: Scale::of(&input.measure, high.max(-low)) }
    }

    /// The zero line and a bar for each month that has a variance; a small dot for each that has none.
    pub(super) fn draw(&self, input: &MonthsInput) {
        let count = input.span().count;
        let half = bar_half(self.canvas.area.w / count.max(1) as f32) / f64::from(self.canvas.area.w) * count as f64;
        self.canvas.line("", &[(0.0, 0.0), (count.max(1) as f64, 0.0)], Stroke::solid("line-2", 1.0));
        for month in 0..count {
            let middle = month as f64 + 0.5;
            let Some(value) = input.variance(month) else {
                self.canvas.dot("", (middle, 0.0), 1.2, strokes::waiting());
                continue;
            };
            let id = format!("month:{}", input.span().month(month));
            let brush = strokes::bar(id, strokes::variance(&input.measure, value));
            self.canvas.bar((middle - half, 0.0), (middle + half, value), brush);
        }
    }

    /// What the bars are, with the unit said once.
    pub(super) fn heading(&self, sheet: &Sheet) {
        let unit = self.scale.unit().map(|unit| format!(", {unit}")).unwrap_or_default();
        let at = [self.canvas.area.x, self.canvas.area.y - FIGURES - HEADING + 12.0];
        sheet.word(&Word::new(&format!("Variance to plan{unit}")), &[at]);
    }

    /// The largest first; a figure that would lie on another is left to the readout.
    pub(super) fn figures(&self, sheet: &Sheet, input: &MonthsInput) {
        let mut order: Vec<(usize, f64)> =
            (0..input.span().count).filter_map(|month| Some((month, input.variance(month)?))).collect();
        order.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        for (month, value) in order {
            let words = self.scale.signed(value);
            let [x, y] = self.canvas.at(month as f64 + 0.5, value);
            let half = text::measure(&words, SIZE, 620) / 2.0;
            let x = x.clamp(half, (sheet.bounds.w - half).max(half));
            let y = if value < 0.0 { y + 12.0 } else { y - 4.5 };
            sheet.word(&Word::new(&words).bold().center(), &[[x, y]]);
        }
    }
}

fn bar_half(pitch: f32) -> f64 {
    f64::from((pitch * 0.6).clamp(1.5, 22.0) / 2.0)
}
