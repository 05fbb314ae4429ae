//! Days across the timeline: where one lies, and what the head says above them.
//!
//! Owns: the scale, and which units of time fit it. Must not know: motions.

use std::time::Duration;

use domain::{Date, FiscalYear, Month};

use super::{HEADER, TimelineInput, Words};
use crate::{Align, Item, text};

/// Kept free behind the last day of a picture with names, so that a bar that ends there still shows its round end.
pub const END: f32 = 10.0;
const SIZE: f32 = 11.0;
/// Least widths of a day, a week, a month with its name and a quarter that are still told apart.
const DAY: f32 = 18.0;
const WEEK: f32 = 30.0;
const MONTH: f32 = 30.0;
const QUARTER: f32 = 22.0;
/// The same of a quarter that stands above its months, with its calendar or its fiscal year.
const QUARTER_NAMED: f32 = 60.0;
const QUARTER_NAMED_FISCAL: f32 = 80.0;
/// A long unit's name comes again after this much, so that it is in sight wherever the view stands.
const AGAIN: f32 = 220.0;
const MONTH_DAYS: f32 = 30.44;

pub(super) struct Calendar {
    from: Date,
    to: Date,
    fiscal_first_month: i32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) per_day: f32,
}

/// A piece of time that the head names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Calendar {
    pub(super) fn new(input: &TimelineInput) -> Self {
        let to = input.to.max(input.from);
        let left = input.names.clamp(0.0, input.width * 0.6);
        let end = if input.names > 0.0 { END } else { 0.0 };
        let right = (input.width - end).max(left + 1.0);
        let per_day = (right - left) / (days(input.from, to) + 1) as f32;
        Self { from: input.from, to, fiscal_first_month: input.fiscal_first_month, left, right, per_day }
    }

    /// Where a day begins; none where it is not on the timeline.
    pub(super) fn at(&self, day: Date) -> Option<f32> {
        (self.from <= day && day <= self.to).then(|| self.beyond(day))
    }

    /// Where a day begins, or the edge that it lies beyond.
    pub(super) fn clamped(&self, day: Date) -> f32 {
        self.beyond(day).clamp(self.left, self.right)
    }

    fn beyond(&self, day: Date) -> f32 {
        self.left + days(self.from, day) as f32 * self.per_day
    }

    /// Where shorter and longer units begin: (x, longer).
    pub(super) fn grid(&self) -> Vec<(f32, bool)> {
        let (short, long) = self.units();
        let longer: Vec<Date> = self.begins(long).collect();
        let starts = self.begins(short).filter_map(|day| Some((self.at(day)?, longer.contains(&day))));
        starts.collect()
    }

    /// Longer units above shorter ones; the one of `today` stands out.
    pub(super) fn header(&self, today: Option<Date>) -> Vec<Item> {
        let (short, long) = self.units();
        let mut items = if short == long { Vec::new() } else { self.above(short, long) };
        let starts: Vec<Date> = self.begins(short).collect();
        for (index, start) in starts.iter().enumerate() {
            let next = starts.get(index + 1);
            let x = self.clamped(*start);
            let room = next.map_or(self.right, |next| self.clamped(*next)) - x;
            let now = today.is_some_and(|day| *start <= day && next.is_none_or(|next| day < *next));
            let (weight, color) = if now { (620, "bad") } else { (420, "text-2") };
            let name = self.name(short, *start, room);
            let measured = text::measure(&name, SIZE, weight);
            // A unit that began before the first day is named where there is room for it.
            if measured > room - 1.0 || name.is_empty() {
                continue;
            }
            let (x, align) = if room >= measured + 14.0 {
                (x + 8.0_f32.min(room * 0.2), Align::Start)
            } else {
                (x + room / 2.0, Align::Center)
            };
            items.push(words_at(&name, [x, HEADER - 10.0], align, weight, color));
        }
        items
    }

    /// The longer units' names, again and again where one is wider than a view may be.
    fn above(&self, short: Unit, long: Unit) -> Vec<Item> {
        let mut items = Vec::new();
        let starts: Vec<Date> = self.begins(long).collect();
        for (index, start) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(self.right, |next| self.clamped(*next));
            let name = self.long_name(long, *start);
            let width = text::measure(&name, SIZE, 520);
            let mut free = self.clamped(*start);
            let within = self.begins(short).map(|day| self.clamped(day)).filter(|x| *x < end);
            for x in std::iter::once(free).chain(within) {
                if x >= free && x + 8.0 + width + 2.0 <= end {
                    let first = (x - self.clamped(*start)).abs() < 0.5;
                    let color = if first { "text" } else { "text-3" };
                    items.push(words_at(&name, [x + 8.0, 16.0], Align::Start, 520, color));
                    free = x + AGAIN.max(width + 40.0);
                }
            }
        }
        items
    }

    /// The shortest unit that can be told apart, and the one above it.
    fn units(&self) -> (Unit, Unit) {
        let day = self.per_day;
        let quarter = day * MONTH_DAYS * 3.0;
        let named = if self.fiscal_first_month == 1 { QUARTER_NAMED } else { QUARTER_NAMED_FISCAL };
        if day >= DAY {
            (Unit::Day, Unit::Month)
        } else if day * 7.0 >= WEEK {
            (Unit::Week, Unit::Month)
        } else if quarter >= named {
            (Unit::Month, Unit::Quarter)
        } else if quarter >= QUARTER {
            (Unit::Quarter, Unit::Year)
        } else {
            (Unit::Year, Unit::Year)
        }
    }

    /// The first days of a unit, from the one that the first day shown lies in.
    fn begins(&self, unit: Unit) -> impl Iterator<Item = Date> {
        let (to, first_month) = (self.to, self.fiscal_first_month);
        let start = start_of(unit, self.from, first_month);
        std::iter::successors(Some(start), move |day| Some(next(unit, *day))).take_while(move |day| *day <= to)
    }

    fn name(&self, unit: Unit, start: Date, room: f32) -> String {
        match unit {
            Unit::Week if room >= 48.0 => format!("{} {}", start.day(), Month::of(start).short_name()),
            Unit::Day | Unit::Week => start.day().to_string(),
            Unit::Month if room >= MONTH * 0.9 => Month::of(start).short_name().to_owned(),
            Unit::Month => Month::of(start).short_name()[..1].to_owned(),
            Unit::Quarter => format!("Q{}", self.quarter(start)),
            Unit::Year if room >= 54.0 => self.long_name(unit, start),
            Unit::Year => {
                format!("{:02}", FiscalYear::of(Month::of(start), self.fiscal_first_month).year.rem_euclid(100))
            }
        }
    }

    fn long_name(&self, unit: Unit, start: Date) -> String {
        let month = Month::of(start);
        let year = FiscalYear::of(month, self.fiscal_first_month).year;
        match unit {
            Unit::Quarter if self.fiscal_first_month == 1 => format!("Q{} {year}", self.quarter(start)),
            Unit::Quarter => format!("Q{} FY {year}", self.quarter(start)),
            Unit::Year => format!("FY {year}"),
            Unit::Day | Unit::Week | Unit::Month => format!("{} {}", month.name(), month.year()),
        }
    }

    fn quarter(&self, day: Date) -> i32 {
        (Month::of(day).number() - self.fiscal_first_month).rem_euclid(12) / 3 + 1
    }
}

/// Days from one to another.
pub(super) fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn start_of(unit: Unit, day: Date, first_month: i32) -> Date {
    let month = Month::of(day);
    match unit {
        Unit::Day => day,
        Unit::Week => {
            let since = u64::from(day.weekday().to_monday_zero_offset().unsigned_abs());
            day.saturating_sub(Duration::from_hours(since * 24))
        }
        Unit::Month => month.first_day(),
        Unit::Quarter => month.plus(-(month.number() - first_month).rem_euclid(3)).first_day(),
        Unit::Year => FiscalYear::of(month, first_month).first().first_day(),
    }
}

fn next(unit: Unit, start: Date) -> Date {
    let months = |count| Month::of(start).plus(count).first_day();
    match unit {
        Unit::Day => start.tomorrow().unwrap_or(start),
        Unit::Week => start.saturating_add(Duration::from_hours(7 * 24)),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
    }
}

fn words_at(text: &str, at: [f32; 2], align: Align, weight: u16, color: &str) -> Item {
    Words { text, at, align, size: SIZE, weight, color }.item()
}
