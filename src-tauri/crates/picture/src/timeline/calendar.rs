//! Months across the timeline, and where a day lies.

use domain::{Date, Month};

use super::{HEADER, MonthColumn, TimelineInput, Words};
use crate::{Align, Item, text};

/// Narrowest columns that still carry a month's name, its letter, a quarter's name with its year, and without.
const NAMED: f32 = 30.0;
const LETTERED: f32 = 15.0;
const QUARTER: f32 = 58.0 / 3.0;
/// Kept free behind the last month, so that a bar that ends with it still shows its round end.
const END: f32 = 10.0;

pub(super) struct Calendar {
    pub(super) columns: Vec<MonthColumn>,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Calendar {
    pub(super) fn new(input: &TimelineInput) -> Self {
        let months = input.months.clamp(1, 120);
        let left = input.names.clamp(0.0, input.width * 0.6);
        let right = (input.width - END).max(left + 1.0);
        let width = (right - left) / months as f32;
        let column = |index: u32| MonthColumn {
            month: input.first.plus(i32::try_from(index).unwrap_or(0)),
            x: left + width * index as f32,
            width,
        };
        Self { columns: (0..months).map(column).collect(), left, right }
    }

    /// Where a day begins; none where it is not on the timeline.
    pub(super) fn at(&self, day: Date) -> Option<f32> {
        let x = self.clamped(day);
        let month = Month::of(day);
        let shown = self.columns.first()?.month <= month && month <= self.columns.last()?.month;
        shown.then_some(x)
    }

    /// Where a day begins, or the edge that it lies beyond.
    pub(super) fn clamped(&self, day: Date) -> f32 {
        let month = Month::of(day);
        let Some(first) = self.columns.first() else { return self.left };
        let part = f32::from(day.day() - 1) / f32::from(day.days_in_month());
        (first.x + first.width * (month.since(first.month) as f32 + part)).clamp(self.left, self.right)
    }

    /// Quarters above months; the month of `today` stands out.
    pub(super) fn header(&self, today: Option<Date>) -> Vec<Item> {
        let width = self.columns.first().map_or(0.0, |column| column.width);
        let now = today.map(Month::of);
        let mut items = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            let month = column.month;
            if let Some(words) = over(month, width).filter(|words| self.has_room(index, words)) {
                items.push(words_at(&words, [column.x + 8.0_f32.min(width / 2.0), 16.0], Align::Start, 520, "text"));
            }
            let name = match width {
                NAMED.. => month.short_name(),
                LETTERED.. => &month.short_name()[..1],
                _ => continue,
            };
            let (weight, color) = if now == Some(month) { (620, "bad") } else { (420, "text-2") };
            let (x, align) = if width >= NAMED {
                (column.x + 8.0_f32.min(width * 0.2), Align::Start)
            } else {
                (column.x + width / 2.0, Align::Center)
            };
            items.push(words_at(name, [x, HEADER - 10.0], align, weight, color));
        }
        items
    }

    /// A quarter cut off by the right edge may have no room for its name.
    fn has_room(&self, index: usize, words: &str) -> bool {
        self.columns[index].x + 10.0 + text::measure(words, 11.0, 520) <= self.right
    }
}

/// What stands above a month: its quarter, or only its year where months are narrow.
fn over(month: Month, width: f32) -> Option<String> {
    let quarter = (month.number() - 1) / 3 + 1;
    let begins = month.number() % 3 == 1;
    match width {
        QUARTER.. => begins.then(|| format!("Q{quarter} {}", month.year())),
        LETTERED.. if month.number() == 1 => Some(month.year().to_string()),
        LETTERED.. => begins.then(|| format!("Q{quarter}")),
        _ => (month.number() == 1).then(|| month.year().to_string()),
    }
}

fn words_at(text: &str, at: [f32; 2], align: Align, weight: u16, color: &str) -> Item {
    Words { text, at, align, size: 11.0, weight, color }.item()
}
