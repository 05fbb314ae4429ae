//! What a chart is drawn on: shapes in their order, and words that never lie on one another.
//!
//! Owns: whether a word has room. Must not know: what is charted.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use super::backend::{Pen, SharedPen, path};
use super::canvas::Canvas;
use super::frame::Frame;
use super::{ChartPicture, ChartTable, Plot, room};
use crate::{Align, DisplayList, Item, ItemId, Paint, Rect, Stroke, text};

/// Size of the words on axes and beside lines: the smallest of the design.
pub(super) const SIZE: f32 = 10.5;

pub(super) struct Sheet {
    pen: SharedPen,
    pub(super) bounds: Rect,
}

/// A word and how it looks.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    text: &'a str,
    id: Option<&'a str>,
    size: f32,
    weight: u16,
    color: &'a str,
    align: Align,
    halo: bool,
    room: Option<f32>,
}

impl<'a> Word<'a> {
    /// Quiet, at the size of axes, to the right of its place.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, id: None, size: SIZE, weight: 420, color: "text-2", align: Align::Start, halo: false, room: None }
    }

    pub(super) fn bold(self) -> Self {
        Self { weight: 620, color: "text", ..self }
    }

    /// A name: between quiet and bold.
    pub(super) fn name(self) -> Self {
        Self { weight: 520, color: "text", size: 11.5, ..self }
    }

    pub(super) fn color(self, color: &'a str) -> Self {
        Self { color, ..self }
    }

    pub(super) fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub(super) fn center(self) -> Self {
        Self { align: Align::Center, ..self }
    }

    pub(super) fn end(self) -> Self {
        Self { align: Align::End, ..self }
    }

    /// With a rim behind it, so that it can be read on a line.
    pub(super) fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    /// Naming what has this id: it may lie on that one's bar.
    pub(super) fn of(self, id: &'a str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Cut with an ellipsis where it is wider; the whole text is kept beside.
    pub(super) fn within(self, room: f32) -> Self {
        Self { room: Some(room), ..self }
    }

    pub(super) fn width(&self) -> f32 {
        text::measure(self.text, self.size, self.weight)
    }

    fn label(&self, at: [f32; 2]) -> Item {
        let shown =
            self.room.map_or_else(|| self.text.to_owned(), |room| text::fit(self.text, self.size, self.weight, room));
        let width = text::measure(&shown, self.size, self.weight);
        Item::Label {
            id: self.id.map(str::to_owned),
            at,
            dx: 0.0,
            dy: 0.0,
            note: None,
            size: [width, text::line_height(self.size)],
            align: self.align,
            font_size: self.size,
            weight: self.weight,
            color: Paint::plain(self.color),
            halo: self.halo,
            from_scale: 0.0,
            priority: 0,
            title: (shown != self.text).then(|| self.text.to_owned()),
            lines: vec![shown],
        }
    }
}

impl Sheet {
    pub(super) fn new(bounds: Rect) -> Self {
        Self { pen: Rc::new(RefCell::new(Pen::default())), bounds }
    }

    /// An area with its own axes.
    pub(super) fn canvas(&self, area: Rect, x: Range<f64>, y: Range<f64>) -> Canvas {
        Canvas::new(&self.pen, &self.bounds, area, x, y)
    }

    /// A line in pixels: a rule, a lead, an arrow's shaft.
    pub(super) fn rule(&self, id: Option<ItemId>, points: Vec<[f32; 2]>, stroke: Stroke) {
        self.pen.borrow_mut().items.push(path(id, points, None, Some(stroke)));
    }

    /// A small open arrow whose box of seven pixels ends at the baseline `at`: up for more, down for less.
    pub(super) fn arrow(&self, [x, y]: [f32; 2], up: bool, color: &str) {
        let (from, to) = if up { (y, y - 7.0) } else { (y - 7.0, y) };
        let back = if up { 4.5 } else { -4.5 };
        let stroke = || Stroke::solid(color, 1.4);
        self.rule(None, vec![[x, from], [x + 7.0, to]], stroke());
        self.rule(None, vec![[x + 2.5, to], [x + 7.0, to], [x + 7.0, to + back]], stroke());
    }

    /// Writes a word with its baseline at the first of these places that is free of words, bars and marks; nowhere if
    /// none is, for the readout and the table say it too.
    pub(super) fn word(&self, word: &Word, places: &[[f32; 2]]) -> bool {
        self.place(word, places.iter().copied(), false)
    }

    /// The same, keeping off lines as long as there is another place.
    pub(super) fn word_off_lines(&self, word: &Word, places: &[[f32; 2]]) -> bool {
        self.place(word, places.iter().copied(), true) || self.word(word, places)
    }

    /// The same, rather not at all than on a line.
    pub(super) fn word_only_off_lines(&self, word: &Word, places: &[[f32; 2]]) -> bool {
        self.place(word, places.iter().copied(), true)
    }

    fn place(&self, word: &Word, places: impl Iterator<Item = [f32; 2]>, off_lines: bool) -> bool {
        for at in places {
            let label = word.label(at);
            let Some(area) = label.label_area().filter(|area| area.w > 0.0) else { return false };
            let mut pen = self.pen.borrow_mut();
            let free = pen.items.iter().all(|item| !room::meets(item, &area, word.id, off_lines));
            if free && room::holds(&self.bounds, &area) {
                pen.items.push(label);
                return true;
            }
        }
        false
    }

    /// Lines of plain words in the middle of the picture: that there is nothing to show.
    fn say(&self, words: &str) {
        let broken = text::wrap(words, 12.0, 420, (self.bounds.w - 16.0).max(24.0), 3);
        let high = text::line_height(12.0);
        let lines = broken.lines.len() as f32;
        if broken.width > self.bounds.w || lines * high > self.bounds.h {
            return;
        }
        let first = (self.bounds.h - lines * high) / 2.0 + 12.0 * text::ASCENT;
        for (line, index) in broken.lines.iter().zip(0_u16..) {
            let at = [self.bounds.w / 2.0, first + f32::from(index) * high];
            self.word(&Word::new(line).size(12.0).center(), &[at]);
        }
    }

    /// The picture of what was drawn.
    pub(super) fn finish(self, alt: String, plot: Plot, table: ChartTable) -> ChartPicture {
        let items = std::mem::take(&mut self.pen.borrow_mut().items);
        ChartPicture { list: DisplayList::of(self.bounds, alt, items), plot, table, series: Vec::new() }
    }
}

/// A chart without a figure: it says so where the figures would be.
pub(super) fn nothing(frame: &Frame, name: &str, table: ChartTable) -> ChartPicture {
    let sheet = Sheet::new(frame.bounds());
    sheet.say("No figures to show yet");
    let plot = Plot { area: sheet.bounds, months: Vec::new(), panels: Vec::new() };
    sheet.finish(format!("{name}: no figures to show yet."), plot, table)
}
