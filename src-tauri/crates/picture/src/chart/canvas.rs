//! The parts that both charts share: frame, grid, band, lines and the words around them.
//!
//! Owns: placing so that no word lies on another. Must not know: which figures are shown.

use std::rc::Rc;

use domain::Date;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon};
use plotters::style::{Color, ShapeStyle};

use super::ChartInput;
use super::axis::{Axis, MonthWord, SIZE, months};
use super::backend::{FINE, ListBackend, SharedPen, ink};
use super::series::Series;
use crate::{Align, Item, Paint, Rect, Stroke, text};

pub(super) type Drawing = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;
type Context<'a> = ChartContext<'a, ListBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Strokes of the design.
const ACTUAL: f32 = 2.75;
const PROJECTED: f32 = 1.75;
/// Between two words.
const APART: f32 = 14.0;

/// One plotting area with its axes.
pub(super) struct Canvas<'a> {
    pen: SharedPen,
    context: Context<'a>,
    pub(super) area: Rect,
    /// Months across.
    count: f64,
    axis: Axis,
}

/// Words at the right end of lines.
pub(super) struct EndWord {
    pub(super) value: f64,
    pub(super) words: String,
    pub(super) weight: u16,
    pub(super) color: &'static str,
}

impl Canvas<'_> {
    /// Lays an area out over `area` of a picture of the size of `input`.
    pub(super) fn new(
        pen: &SharedPen,
        input: &ChartInput,
        area: Rect,
        count: usize,
        axis: Axis,
    ) -> Result<Self, DrawingAreaErrorKind<std::convert::Infallible>> {
        let root: DrawingArea<ListBackend, Shift> =
            ListBackend::new(pen, input.width, input.height).into_drawing_area();
        let fine = |length: f32| (length * FINE).round() as i32;
        let part = root.shrink((fine(area.x), fine(area.y)), (fine(area.w), fine(area.h)));
        let count = count.max(1) as f64;
        let context = ChartBuilder::on(&part).build_cartesian_2d(0.0..count, axis.low..axis.high)?;
        Ok(Self { pen: Rc::clone(pen), context, area, count, axis })
    }

    /// In pixels.
    pub(super) fn at(&self, x: f64, y: f64) -> [f32; 2] {
        let (x, y) = self.context.backend_coord(&(x, y));
        [x as f32 / FINE, y as f32 / FINE]
    }

    fn set(&self, id: Option<&str>, dash: &[f32]) {
        self.pen.borrow_mut().set(id, dash);
    }

    /// A line for each tick, the zero line darker, and the words at the left.
    pub(super) fn grid(&mut self) -> Drawing {
        self.set(None, &[]);
        let style = |value: f64| {
            let color = if value == 0.0 { ink("line-2", 1.0) } else { ink("grid", 1.0) };
            color.stroke_width(FINE as u32)
        };
        let lines: Vec<_> = self
            .axis
            .ticks
            .iter()
            .map(|(value, _)| PathElement::new(vec![(0.0, *value), (self.count, *value)], style(*value)))
            .collect();
        self.context.draw_series(lines)?;
        for (value, word) in &self.axis.ticks {
            let [_, y] = self.at(0.0, *value);
            self.words(word, [self.area.x - 8.0, y + 3.5], Align::End, 420, "text-2");
        }
        Ok(())
    }

    /// Months' names under their columns.
    pub(super) fn month_names(&self, input: &ChartInput, bottom: f32) {
        let pitch = self.area.w / self.count as f32;
        for MonthWord { month, word, year } in months(input.first, input.projected.len(), pitch) {
            let [x, _] = self.at(month as f64 + 0.5, 0.0);
            self.words(&word, [x, bottom + 15.0], Align::Center, 420, "text-2");
            if let Some(year) = year {
                self.words(&year, [x, bottom + 28.0], Align::Center, 420, "text-3");
            }
        }
    }

    /// The range between two lines, points given as (x, low, high).
    pub(super) fn band(&mut self, points: &[(f64, f64, f64)], color: &str, opacity: f64) -> Drawing {
        self.set(Some("series:range"), &[]);
        let low = points.iter().map(|(x, low, _)| (*x, *low));
        let high = points.iter().rev().map(|(x, _, high)| (*x, *high));
        let outline: Vec<(f64, f64)> = low.chain(high).collect();
        let style: ShapeStyle = ink(color, opacity).filled();
        self.context.draw_series([Polygon::new(outline, style)])?;
        Ok(())
    }

    /// The middle of the projection: thin pine, or thin dashed clay for a tactic.
    pub(super) fn projected(&mut self, points: Vec<(f64, f64)>, tactical: bool) -> Drawing {
        let (color, dash): (_, &[f32]) = if tactical { ("tactic", &[5.0, 3.0]) } else { ("c-proj", &[]) };
        self.set(Some("series:projected"), dash);
        self.line(points, color, PROJECTED)
    }

    /// What was measured, in pieces between months without a figure; its last point marked.
    pub(super) fn actual(&mut self, pieces: Vec<Vec<(f64, f64)>>) -> Drawing {
        self.set(Some("series:actual"), &[]);
        let last = pieces.last().and_then(|piece| piece.last()).copied();
        for piece in pieces {
            if piece.len() == 1 {
                self.dot(piece[0], 2.2)?;
            } else {
                self.line(piece, "c-actual", ACTUAL)?;
            }
        }
        last.map_or(Ok(()), |point| self.dot(point, 4.0))
    }

    fn dot(&mut self, point: (f64, f64), r: f32) -> Drawing {
        let style: ShapeStyle = ink("c-actual", 1.0).filled();
        self.context.draw_series([Circle::new(point, (r * FINE) as i32, style)])?;
        Ok(())
    }

    fn line(&mut self, points: Vec<(f64, f64)>, color: &str, width: f32) -> Drawing {
        let style = ink(color, 1.0).stroke_width((width * FINE) as u32);
        self.context.draw_series([PathElement::new(points, style)])?;
        Ok(())
    }

    /// A dotted line at today, named above the area.
    pub(super) fn today(&self, input: &ChartInput, bottom: f32) {
        let Some(day) = input.today else { return };
        let months = f64::from(domain::Month::of(day).since(input.first)) + part_of_month(day);
        if !(0.0..=self.count).contains(&months) {
            return;
        }
        let [x, _] = self.at(months, 0.0);
        self.pen.borrow_mut().push(Item::Path {
            id: Some("today".into()),
            points: vec![[x, self.area.y - 12.0], [x, bottom]],
            bend: None,
            corner: None,
            fill: None,
            stroke: Some(Stroke::dashed("text-3", 1.25, &[2.0, 3.0])),
            arrow: false,
            trim: [0.0, 0.0],
            quiet: false,
            title: None,
            change: None,
        });
        let room = self.area.x + self.area.w - x;
        let (x, align) = if room > 44.0 { (x + 5.0, Align::Start) } else { (x - 5.0, Align::End) };
        self.words("Today", [x, self.area.y - 5.0], align, 420, "text-2");
    }

    /// Words at the right of lines' ends, moved apart where the ends are close.
    pub(super) fn end_words(&self, mut words: Vec<EndWord>) {
        words.sort_by(|a, b| b.value.total_cmp(&a.value));
        let mut places: Vec<f32> = words.iter().map(|word| self.at(self.count, word.value)[1] + 3.5).collect();
        let (top, bottom) = (self.area.y + 4.0, self.area.y + self.area.h + 3.5);
        for index in 1..places.len() {
            places[index] = places[index].max(places[index - 1] + APART);
        }
        // Pushed below the area: push back up from the bottom.
        let mut limit = bottom;
        for place in places.iter_mut().rev() {
            *place = place.min(limit).max(top);
            limit = *place - APART;
        }
        for (word, y) in words.iter().zip(places) {
            self.words(&word.words, [self.area.x + self.area.w + 8.0, y], Align::Start, word.weight, word.color);
        }
    }

    /// The name of the actual line beside its last point, above whatever is drawn there (or below, at the top edge).
    pub(super) fn name_point(&self, words: &str, point: (f64, f64), drawn: &[(f64, f64)]) {
        let [x, _] = self.at(point.0, point.1);
        let width = text::measure(words, SIZE, 620);
        let left = (x - width + 4.0).max(self.area.x + 4.0);
        // Lines pass between their points, so one month to either side counts too.
        let pitch = self.area.w / self.count as f32;
        let (from, to) = (left - pitch.min(40.0), left + width + pitch.min(40.0));
        let near = drawn.iter().chain([&point]).map(|(x, y)| self.at(*x, *y)).filter(|[x, _]| (from..=to).contains(x));
        let (top, bottom) = near.fold((f32::MAX, f32::MIN), |(top, bottom), [_, y]| (top.min(y), bottom.max(y)));
        let y = if top - 9.0 > self.area.y + 9.0 { top - 9.0 } else { bottom + 17.0 };
        let y = y.min(self.area.y + self.area.h - 4.0);
        self.push_words(words, [left, y], Align::Start, 620, "text", true);
    }

    pub(super) fn words(&self, words: &str, at: [f32; 2], align: Align, weight: u16, color: &str) {
        self.push_words(words, at, align, weight, color, false);
    }

    fn push_words(&self, words: &str, at: [f32; 2], align: Align, weight: u16, color: &str, halo: bool) {
        self.pen.borrow_mut().push(Item::Label {
            id: None,
            at,
            dx: 0.0,
            dy: 0.0,
            lines: vec![words.to_owned()],
            note: None,
            size: [text::measure(words, SIZE, weight), text::line_height(SIZE)],
            align,
            font_size: SIZE,
            weight,
            color: Paint::plain(color),
            halo,
            from_scale: 0.0,
            priority: 0,
            title: None,
        });
    }

    /// Bars from zero, one for each month that has a value: steel where better, oxblood where worse.
    pub(super) fn bars(&self, series: &Series, higher_is_better: bool) -> Vec<(f64, Rect)> {
        let width = bar_width(self.area.w / self.count as f32);
        let mut bars = Vec::new();
        for month in 0..series.months.len() {
            let Some(value) = series.variance(month) else { continue };
            let [x, zero] = self.at(month as f64 + 0.5, 0.0);
            let [_, y] = self.at(month as f64 + 0.5, value);
            let good = (value >= 0.0) == higher_is_better;
            let rect = Rect { x: x - width / 2.0, y: zero.min(y), w: width, h: (y - zero).abs().max(1.0) };
            bars.push((value, rect));
            self.pen.borrow_mut().push(Item::Rect {
                id: Some(format!("month:{}", series.months[month])),
                rect,
                radius: 2.0,
                fill: Some(Paint::plain(if good { "c-up" } else { "c-down" })),
                hatch: None,
                stroke: None,
            });
        }
        bars
    }

    /// The zero line alone.
    pub(super) fn zero(&mut self) -> Drawing {
        self.set(None, &[]);
        let style = ink("line-2", 1.0).stroke_width(FINE as u32);
        self.context.draw_series([PathElement::new(vec![(0.0, 0.0), (self.count, 0.0)], style)])?;
        Ok(())
    }
}

fn bar_width(pitch: f32) -> f32 {
    (pitch * 0.6).clamp(1.5, 22.0)
}

fn part_of_month(day: Date) -> f64 {
    f64::from(day.day() - 1) / f64::from(day.days_in_month())
}
