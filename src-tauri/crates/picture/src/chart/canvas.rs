//! An area with two axes of numbers, into which plotters draws.
//!
//! Owns: from figures to pixels. Must not know: what the figures mean.

use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::{BLACK, Color, ShapeStyle};

use super::backend::{Brush, FINE, ListBackend, SharedPen};
use crate::{Paint, Rect, Stroke};

pub(super) struct Canvas {
    pen: SharedPen,
    drawing: DrawingArea<ListBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    pub(super) area: Rect,
}

impl Canvas {
    /// `area` of a picture of `bounds`; `y` grows upward.
    pub(super) fn new(pen: &SharedPen, bounds: &Rect, area: Rect, x: Range<f64>, y: Range<f64>) -> Self {
        let fine = |length: f32| (length * FINE).round() as i32;
        let root: DrawingArea<ListBackend, Shift> = ListBackend::new(pen, bounds).into_drawing_area();
        let across = fine(area.x)..fine(area.x + area.w);
        let down = fine(area.y + area.h)..fine(area.y);
        let drawing = root.apply_coord_spec(Cartesian2d::new(x, y, (across, down)));
        Self { pen: Rc::clone(pen), drawing, area }
    }

    /// In pixels.
    pub(super) fn at(&self, x: f64, y: f64) -> [f32; 2] {
        let (x, y) = self.drawing.map_coordinate(&(x, y));
        [x as f32 / FINE, y as f32 / FINE]
    }

    /// A line through figures.
    pub(super) fn line(&self, id: &str, points: &[(f64, f64)], stroke: Stroke) {
        self.with(Brush { id: id_of(id), stroke: Some(stroke), ..Brush::default() }, |drawing| {
            drawing.draw(&PathElement::new(points.to_vec(), style()))
        });
    }

    /// Between two lines, points given as (x, low, high).
    pub(super) fn band(&self, id: &str, points: &[(f64, f64, f64)], fill: Paint) {
        let low = points.iter().map(|(x, low, _)| (*x, *low));
        let high = points.iter().rev().map(|(x, _, high)| (*x, *high));
        let outline: Vec<(f64, f64)> = low.chain(high).collect();
        self.with(Brush { id: id_of(id), fill: Some(fill), ..Brush::default() }, |drawing| {
            drawing.draw(&Polygon::new(outline, style()))
        });
    }

    /// From one corner to the other.
    pub(super) fn bar(&self, from: (f64, f64), to: (f64, f64), brush: Brush) {
        self.with(brush, |drawing| drawing.draw(&Rectangle::new([from, to], style())));
    }

    pub(super) fn dot(&self, id: &str, point: (f64, f64), r: f32, fill: Paint) {
        self.with(Brush { id: id_of(id), fill: Some(fill), ..Brush::default() }, |drawing| {
            drawing.draw(&Circle::new(point, (r * FINE) as i32, style()))
        });
    }

    fn with<E>(
        &self,
        brush: Brush,
        draw: impl FnOnce(&DrawingArea<ListBackend, Cartesian2d<RangedCoordf64, RangedCoordf64>>) -> Result<(), E>,
    ) {
        self.pen.borrow_mut().brush = brush;
        // The backend cannot fail, and nobody else holds it: there is no error to pass on.
        draw(&self.drawing).unwrap_or_default();
    }
}

fn id_of(id: &str) -> Option<String> {
    (!id.is_empty()).then(|| id.to_owned())
}

/// What plotters must be given; the look is the pen's.
fn style() -> ShapeStyle {
    BLACK.filled()
}
