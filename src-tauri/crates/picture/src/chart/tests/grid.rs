//! Every chart over all sizes, lengths and values: its words can be read.

use std::collections::BTreeSet;

use super::made::{FIGURES, fan_of, months_of, rows};
use super::*;
use crate::Theme;

const UNITS: [MetricUnit; 6] =
    [MetricUnit::Money, MetricUnit::Count, MetricUnit::Ratio, MetricUnit::Percent, MetricUnit::Score, MetricUnit::Days];
const LENGTHS: [usize; 10] = [1, 2, 3, 6, 11, 12, 13, 24, 47, 60];
const SIZES: [(f32, f32); 9] = [
    (240.0, 120.0),
    (240.0, 900.0),
    (300.0, 180.0),
    (340.0, 220.0),
    (480.0, 260.0),
    (700.0, 260.0),
    (1_000.0, 420.0),
    (1_600.0, 120.0),
    (1_600.0, 900.0),
];

/// Colors of words and lowest contrast seen are collected over the whole grid.
#[derive(Default)]
struct Seen {
    colors: BTreeSet<String>,
    charts: usize,
}

impl Seen {
    fn check(&mut self, what: &str, picture: &ChartPicture) {
        self.charts += 1;
        let labels: Vec<(&Item, Rect)> =
            picture.list.items.iter().filter_map(|item| Some((item, item.label_area()?))).collect();
        for (index, (item, area)) in labels.iter().enumerate() {
            let Item::Label { font_size, color, id, lines, .. } = item else { continue };
            assert!(*font_size >= 10.5, "{what}: {lines:?} at {font_size}");
            assert!(inside(area, &picture.list.bounds), "{what}: {lines:?} at {area:?} leaves the picture");
            for (other, second) in &labels[index + 1..] {
                assert!(!meet(area, second), "{what}: {lines:?} meets {other:?}");
            }
            for mark in &picture.list.items {
                assert!(!hidden(mark, area, id.as_deref()), "{what}: {lines:?} at {area:?} lies on {mark:?}");
            }
            self.colors.insert(color.color.clone());
        }
        assert!(!picture.list.alt.is_empty() && !picture.list.alt.contains("NaN"), "{what}");
        for item in &picture.list.items {
            assert!(finite(item), "{what}: {item:?}");
        }
        let columns = picture.table.columns.len();
        assert!(picture.table.rows.iter().all(|row| row.len() == columns), "{what}: a table with holes");
        for panel in &picture.plot.panels {
            assert!(inside(&panel.area, &picture.list.bounds), "{what}: {panel:?} leaves the picture");
        }
    }
}

fn inside(area: &Rect, bounds: &Rect) -> bool {
    let near = 0.01;
    area.x >= bounds.x - near
        && area.y >= bounds.y - near
        && area.x + area.w <= bounds.x + bounds.w + near
        && area.y + area.h <= bounds.y + bounds.h + near
}

fn meet(a: &Rect, b: &Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/// Does an opaque bar or a mark of another id take the word away?
fn hidden(item: &Item, area: &Rect, word: Option<&str>) -> bool {
    match item {
        Item::Rect { id: Some(id), rect, fill: Some(fill), .. } => {
            let pale = Theme::Light.resolve(fill).opacity < 0.5 || fill.mix < 0.5;
            !pale && Some(id.as_str()) != word && meet(rect, area)
        }
        Item::Mark { at, r, .. } => meet(&Rect { x: at[0] - r, y: at[1] - r, w: 2.0 * r, h: 2.0 * r }, area),
        _ => false,
    }
}

fn finite(item: &Item) -> bool {
    match item {
        Item::Path { points, .. } => points.iter().flatten().all(|value| value.is_finite()),
        Item::Rect { rect, .. } => [rect.x, rect.y, rect.w, rect.h].iter().all(|value| value.is_finite()),
        Item::Mark { at, .. } | Item::Label { at, .. } => at.iter().all(|value| value.is_finite()),
        _ => true,
    }
}

fn says(picture: &ChartPicture, word: &str) -> bool {
    words(picture).iter().any(|own| own.starts_with(word))
}

/// Words at the left of the plot.
fn ticks(picture: &ChartPicture) -> usize {
    labels(picture).iter().filter(|(_, area)| area.x + area.w <= picture.plot.area.x).count()
}

/// Corners always, and between them every case whose turn it is: the whole grid would take minutes.
fn turn(corner: bool, case: usize, every: usize) -> bool {
    corner || case.is_multiple_of(every)
}

#[test]
fn charts_over_months_can_be_read() {
    let mut seen = Seen::default();
    let mut case = 0;
    for (kind, figures) in FIGURES {
        for unit in UNITS {
            for count in LENGTHS {
                for size in SIZES {
                    for actuals in [0, 1, count / 2, count] {
                        case += 1;
                        let corner = [1, 60].contains(&count) && [240.0, 1_600.0].contains(&size.0);
                        if !turn(corner && unit == MetricUnit::Money, case, 5) {
                            continue;
                        }
                        let own = months_of(figures, count, actuals.min(count), unit, size);
                        let what = format!("{kind}, {unit:?}, {actuals} of {count} months, {size:?}");
                        let (to_date, by_month) = (cumulative(&own.summed()), monthly(&own));
                        seen.check(&format!("cumulative, {what}"), &to_date);
                        seen.check(&format!("monthly, {what}"), &by_month);
                        if size.0 >= 480.0 && size.1 >= 220.0 && !own.is_empty() {
                            for picture in [&to_date, &by_month] {
                                assert!(says(picture, "Projected"), "{what} does not name the plan");
                                assert!(own.last_actual().is_none() || says(picture, "Actual"), "{what}: no actual");
                                assert!(ticks(picture) >= 2, "{what} has no scale");
                            }
                        }
                        seen.check(&format!("variance, {what}"), &variance(&own));
                        seen.check(&format!("sparkline, {what}"), &sparkline(&own));
                        seen.check(&format!("roas, {what}"), &roas(&own));
                        seen.check(&format!("fan, {what}"), &fan(&fan_of(&own)));
                    }
                }
            }
        }
    }
    assert!(seen.charts > 5_000, "{} charts", seen.charts);
    readable(&seen);
}

#[test]
fn charts_of_rows_can_be_read() {
    let mut seen = Seen::default();
    let mut case = 0;
    for (kind, figures) in FIGURES {
        for unit in UNITS {
            for count in [1, 2, 3, 7, 12, 30] {
                for size in SIZES {
                    case += 1;
                    let corner = [1, 30].contains(&count) && [240.0, 1_600.0].contains(&size.0);
                    if !turn(corner && unit == MetricUnit::Money, case, 4) {
                        continue;
                    }
                    let what = format!("{kind}, {unit:?}, {count} rows, {size:?}");
                    for (name, picture) in rows(figures, unit, count, size) {
                        seen.check(&format!("{name}, {what}"), &picture);
                    }
                }
            }
        }
    }
    readable(&seen);
}

/// Every color that a word came in stands out from the surface of each theme.
fn readable(seen: &Seen) {
    for (theme, least) in
        [(Theme::Light, 4.5), (Theme::Dark, 4.5), (Theme::Projector, 7.0), (Theme::ProjectorDark, 7.0)]
    {
        for color in &seen.colors {
            let contrast = contrast(theme.token(color), theme.token("surface"));
            assert!(contrast >= least, "{color} in {theme:?}: {contrast:.2}");
        }
    }
}

/// Contrast of two colors (WCAG 2.2, "contrast ratio").
fn contrast(a: crate::theme::Color, b: crate::theme::Color) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let light =
        |color: crate::theme::Color| 0.2126 * part(color.red) + 0.7152 * part(color.green) + 0.0722 * part(color.blue);
    let (a, b) = (light(a), light(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
