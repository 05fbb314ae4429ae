//! How a chart is asked for, whatever it shows.

use domain::Month;

use crate::{ItemId, Rect};

/// Size and choices that every chart takes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frame {
    /// Width in pixels.
    pub width: f32,
    /// Height in pixels. A chart of rows that need more grows beyond it: the list's bounds say how far.
    pub height: f32,
    /// Ids of series (`series:actual`, `motion:…`) that are switched off: they are not drawn, and axes are made for the
    /// rest. Their figures stay in the readings and in the table.
    pub hidden: Vec<ItemId>,
    /// What the chart shows, in one sentence, where somebody worked it out; without it the alternative text says what
    /// the figures alone allow.
    pub finding: Option<String>,
}

impl Frame {
    /// A frame with everything shown.
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, hidden: Vec::new(), finding: None }
    }

    pub(super) fn shows(&self, series: &str) -> bool {
        self.hidden.iter().all(|hidden| hidden != series)
    }

    pub(super) fn bounds(&self) -> Rect {
        let length = |length: f32| if length.is_finite() { length.clamp(1.0, 20_000.0) } else { 1.0 };
        Rect { x: 0.0, y: 0.0, w: length(self.width), h: length(self.height) }
    }
}

/// Months that follow one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    pub(super) first: Month,
    pub(super) count: usize,
}

impl Span {
    pub(super) fn month(self, index: usize) -> Month {
        self.first.plus(i32::try_from(index).unwrap_or(0))
    }

    pub(super) fn months(self) -> impl Iterator<Item = Month> {
        (0..self.count).map(move |index| self.month(index))
    }

    /// Begins and ends it in the same calendar year?
    pub(super) fn within_a_year(self) -> bool {
        self.count == 0 || self.first.year() == self.month(self.count - 1).year()
    }
}

/// "May 2026".
pub(super) fn name(month: Month) -> String {
    format!("{} {}", month.short_name(), month.year())
}
