//! Figures to draw, and what is asked of every chart.

mod grid;
mod made;
mod rows;
mod words;

use domain::{Better, Currency, Date, MetricSide, MetricUnit, Month};

use super::*;
use crate::{Item, Rect};

pub(super) fn day(year: i32, month: i32, day: i8) -> Date {
    Month::new(year, month).unwrap().first_day().with().day(day).build().unwrap()
}

pub(super) fn revenue() -> Measure {
    Measure {
        name: "Partner-influenced revenue".into(),
        unit: MetricUnit::Money,
        currency: Currency::EUR,
        better: Better::Higher,
        side: MetricSide::Strategic,
        language: crate::Language::default(),
    }
}

/// A plan that grows, measured in its first months.
pub(super) fn input(count: usize, actuals: usize, (width, height): (f32, f32)) -> MonthsInput {
    let shape = |month: usize| 400_000.0 + 60_000.0 * month as f64;
    let swing = [-20.0, 12.0, 31.0, -22.0, 55.0, 0.0, 8.0];
    let plan =
        |month: usize| Projected { low: Some(shape(month) * 0.8), mid: shape(month), high: Some(shape(month) * 1.2) };
    MonthsInput {
        measure: revenue(),
        frame: Frame::new(width, height),
        figures: Figures::Own,
        first: Month::new(2026, 1).unwrap(),
        projected: (0..count).map(|month| Some(plan(month))).collect(),
        actual: (0..actuals).map(|month| Some(shape(month) + swing[month % 7] * 1_000.0)).collect(),
        reforecast: Vec::new(),
        today: Some(day(2026, 6, 18)),
    }
}

/// The words of a picture, with their areas.
pub(super) fn labels(picture: &ChartPicture) -> Vec<(String, Rect)> {
    let label = |item: &Item| match item {
        Item::Label { lines, .. } => Some((lines.join(" "), item.label_area()?)),
        _ => None,
    };
    picture.list.items.iter().filter_map(label).collect()
}

pub(super) fn words(picture: &ChartPicture) -> Vec<String> {
    labels(picture).into_iter().map(|(words, _)| words).collect()
}

/// Items of a series.
pub(super) fn series<'a>(picture: &'a ChartPicture, id: &str) -> Vec<&'a Item> {
    let of = |item: &&Item| match item {
        Item::Path { id: own, .. } | Item::Rect { id: own, .. } | Item::Mark { id: own, .. } => {
            own.as_deref().is_some_and(|own| own.starts_with(id))
        }
        _ => false,
    };
    picture.list.items.iter().filter(of).collect()
}
