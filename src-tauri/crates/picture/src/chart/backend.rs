//! A drawing backend of plotters that writes into a display list.
//!
//! Owns: from plotters' calls to items. Must not know: what is charted. Plotters counts whole pixels and knows colors by
//! their bytes only, so coordinates come ten times as large, and a color's bytes are the number of a token in [`INKS`].

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::style::RGBAColor;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use crate::{Align, Item, ItemId, Paint, Rect, Stroke, text};

/// Plotters' pixels in one of ours.
pub(super) const FINE: f32 = 10.0;

/// The color tokens that charts use.
const INKS: [&str; 12] = [
    "text",
    "text-2",
    "text-3",
    "grid",
    "line-2",
    "c-actual",
    "c-proj",
    "c-fan-outer",
    "tactic",
    "c-up",
    "c-down",
    "surface",
];

/// What the next shapes stand for and how their lines are dashed: plotters has no words for either.
#[derive(Default)]
pub(super) struct Pen {
    id: Option<ItemId>,
    dash: Vec<f32>,
    items: Vec<Item>,
}

/// The pen, shared by a chart and its backend.
pub(super) type SharedPen = Rc<RefCell<Pen>>;

pub(super) struct ListBackend {
    pen: SharedPen,
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl ListBackend {
    pub(super) fn new(pen: &SharedPen, width: f32, height: f32) -> Self {
        let fine = |length: f32| (length.clamp(1.0, 20_000.0) * FINE) as u32;
        Self { pen: Rc::clone(pen), size: (fine(width), fine(height)) }
    }

    #[allow(clippy::unnecessary_wraps, reason = "every call of the backend ends in this, and plotters wants a result")]
    fn push(&self, item: impl FnOnce(&Pen) -> Item) -> Drawn {
        let mut pen = self.pen.borrow_mut();
        let item = item(&pen);
        pen.items.push(item);
        Ok(())
    }
}

impl Pen {
    /// What the shapes drawn from now on stand for.
    pub(super) fn set(&mut self, id: Option<&str>, dash: &[f32]) {
        self.id = id.map(str::to_owned);
        self.dash = dash.to_vec();
    }

    /// Adds an item beside plotters.
    pub(super) fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    pub(super) fn take(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}

/// The color that stands for a token.
pub(super) fn ink(token: &str, opacity: f64) -> RGBAColor {
    let number = INKS.iter().position(|known| *known == token).unwrap_or(0);
    RGBAColor(0, 0, u8::try_from(number).unwrap_or(0), opacity)
}

fn paint(color: BackendColor) -> Paint {
    let token = INKS.get(usize::from(color.rgb.2)).copied().unwrap_or("text");
    Paint::plain(token).faded(color.alpha as f32)
}

fn stroke<S: BackendStyle>(style: &S, dash: &[f32]) -> Stroke {
    Stroke { paint: paint(style.color()), width: style.stroke_width() as f32 / FINE, dash: dash.to_vec() }
}

fn point((x, y): BackendCoord) -> [f32; 2] {
    [x as f32 / FINE, y as f32 / FINE]
}

fn path(id: Option<ItemId>, points: Vec<[f32; 2]>, fill: Option<Paint>, stroke: Option<Stroke>) -> Item {
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

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn {
        let [x, y] = point(at);
        let rect = Rect { x, y, w: 1.0 / FINE, h: 1.0 / FINE };
        self.push(|pen| Item::Rect {
            id: pen.id.clone(),
            rect,
            radius: 0.0,
            fill: Some(paint(color)),
            hatch: None,
            stroke: None,
        })
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let points = points.into_iter().map(point).collect();
        self.push(|pen| path(pen.id.clone(), points, None, Some(stroke(style, &pen.dash))))
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let ([ax, ay], [bx, by]) = (point(a), point(b));
        let rect = Rect { x: ax.min(bx), y: ay.min(by), w: (bx - ax).abs(), h: (by - ay).abs() };
        self.push(|pen| Item::Rect {
            id: pen.id.clone(),
            rect,
            radius: 2.0,
            fill: fill.then(|| paint(style.color())),
            hatch: None,
            stroke: (!fill).then(|| stroke(style, &pen.dash)),
        })
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.push(|pen| Item::Mark {
            id: pen.id.clone(),
            at: point(at),
            shape: domain::Shape::Circle,
            r: radius as f32 / FINE,
            fill: fill.then(|| paint(style.color())),
            stroke: (!fill).then(|| stroke(style, &pen.dash)),
        })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let points = points.into_iter().map(point).collect();
        self.push(|pen| path(pen.id.clone(), points, Some(paint(style.color())), None))
    }

    fn draw_text<T: BackendTextStyle>(&mut self, words: &str, style: &T, at: BackendCoord) -> Drawn {
        let size = style.size() as f32 / FINE;
        self.push(|pen| Item::Label {
            id: pen.id.clone(),
            at: point(at),
            dx: 0.0,
            dy: size * text::ASCENT,
            lines: vec![words.to_owned()],
            note: None,
            size: [text::measure(words, size, 420), text::line_height(size)],
            align: Align::Start,
            font_size: size,
            weight: 420,
            color: paint(style.color()),
            halo: false,
            from_scale: 0.0,
            priority: 0,
            title: None,
        })
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        words: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as f32;
        Ok((text::measure(words, size, 420).ceil() as u32, text::line_height(size) as u32))
    }
}
