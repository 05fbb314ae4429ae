//! A drawing backend of plotters that writes into a display list.
//!
//! Owns: from plotters' calls to items. Must not know: what is charted. Plotters counts whole pixels, so coordinates come
//! ten times as large; its styles know neither ids nor tokens, so that all looks come from the pen.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::{Item, ItemId, Paint, Rect, Stroke};

/// Plotters' pixels in one of ours.
pub(super) const FINE: f32 = 10.0;

/// What shapes stand for and how they look.
#[derive(Debug, Clone, Default)]
pub(super) struct Brush {
    pub(super) id: Option<ItemId>,
    pub(super) fill: Option<Paint>,
    pub(super) hatch: Option<Paint>,
    pub(super) stroke: Option<Stroke>,
    /// Of rectangles' corners.
    pub(super) radius: f32,
}

/// The brush in use and what was drawn so far.
#[derive(Default)]
pub(super) struct Pen {
    pub(super) brush: Brush,
    pub(super) items: Vec<Item>,
}

/// The pen, shared by a chart and its backend.
pub(super) type SharedPen = Rc<RefCell<Pen>>;

pub(super) struct ListBackend {
    pen: SharedPen,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl ListBackend {
    pub(super) fn new(pen: &SharedPen, bounds: &Rect) -> Self {
        let fine = |length: f32| (length.max(1.0) * FINE) as u32;
        Self { pen: Rc::clone(pen), size: (fine(bounds.w), fine(bounds.h)) }
    }

    #[allow(clippy::unnecessary_wraps, reason = "every call of the backend ends in this, and plotters wants a result")]
    fn push(&self, item: impl FnOnce(Brush) -> Item) -> Drawn {
        let mut pen = self.pen.borrow_mut();
        let item = item(pen.brush.clone());
        pen.items.push(item);
        Ok(())
    }
}

/// A path without any of the looks of the map's lines.
pub(super) fn path(id: Option<ItemId>, points: Vec<[f32; 2]>, fill: Option<Paint>, stroke: Option<Stroke>) -> Item {
    Item::Path {
        id,
        points,
        bend: None,
        corner: None,
        fill,
        stroke,
        arrow: false,
        trim: [0.0, 0.0],
        quiet: false,
        title: None,
        change: None,
    }
}

fn point((x, y): BackendCoord) -> [f32; 2] {
    [x as f32 / FINE, y as f32 / FINE]
}

impl DrawingBackend for ListBackend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, _color: BackendColor) -> Drawn {
        let [x, y] = point(at);
        let rect = Rect { x, y, w: 1.0 / FINE, h: 1.0 / FINE };
        self.push(|Brush { id, fill, .. }| Item::Rect { id, rect, radius: 0.0, fill, hatch: None, stroke: None })
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, _style: &S) -> Drawn {
        let points = points.into_iter().map(point).collect();
        self.push(|brush| path(brush.id, points, None, brush.stroke))
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _style: &S, _fill: bool) -> Drawn {
        let ([ax, ay], [bx, by]) = (point(a), point(b));
        // A bar of next to nothing still shows that it is there.
        let rect = Rect { x: ax.min(bx), y: ay.min(by), w: (bx - ax).abs().max(1.0), h: (by - ay).abs().max(1.0) };
        self.push(|Brush { id, fill, hatch, stroke, radius }| Item::Rect { id, rect, radius, fill, hatch, stroke })
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, _style: &S, _fill: bool) -> Drawn {
        let (at, shape, r) = (point(at), domain::Shape::Circle, radius as f32 / FINE);
        self.push(|Brush { id, fill, stroke, .. }| Item::Mark { id, at, shape, r, fill, stroke })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, _style: &S) -> Drawn {
        let points = points.into_iter().map(point).collect();
        self.push(|brush| path(brush.id, points, brush.fill, brush.stroke))
    }
}
