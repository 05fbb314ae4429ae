//! Every chart over all sizes, lengths and values: its words can be read.

use std::collections::BTreeSet;

use super::*;
use crate::Theme;

/// Names as people and enemies give them.
const NAMES: [&str; 8] = [
    "Peak Season Playbook",
    "DACH",
    "<script>alert(1)</script> & \"quotes\" 'here'",
    "متجر المستقبل لعام ٢٠٢٦ مع شركائنا",
    "店舗の未来シリーズと共同マーケティング計画",
    "\u{202e}desrever\u{0}\u{7}\n\ttwo lines",
    "Ein Gemeinschaftsunternehmenskooperationsvertrag ohne Trennstelle",
    "",
];

type Value = fn(usize) -> Option<f64>;

/// Kinds of figures, by month.
const FIGURES: [(&str, Value); 8] = [
    ("growing", |month| Some(400_000.0 + 60_000.0 * month as f64)),
    ("large", |month| Some(1e12 - 7e10 * (month % 7) as f64)),
    ("negative", |month| Some(-1e9 + 3e7 * (month % 11) as f64)),
    ("mixed", |month| Some(if month % 2 == 0 { 1e12 } else { -1e9 })),
    ("equal", |_| Some(1_234.5)),
    ("zero", |_| Some(0.0)),
    ("tiny", |month| Some(0.001 * month as f64)),
    ("none", |_| None),
];

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

/// Plan, actual and reforecast of one kind of figures.
fn months_of(figures: Value, count: usize, actuals: usize, unit: MetricUnit, size: (f32, f32)) -> MonthsInput {
    let plan = |month: usize| {
        let mid = figures(month)?;
        Some(Projected { low: Some(mid - mid.abs() * 0.2), mid, high: Some(mid + mid.abs() * 0.3) })
    };
    let later = |month: usize| if month < actuals { None } else { plan(month) };
    let empty = input(count, 0, size);
    MonthsInput {
        measure: Measure { unit, ..revenue() },
        projected: (0..count).map(plan).collect(),
        actual: (0..actuals).map(|month| Some(figures(month)? * [0.9, 1.2, 1.0][month % 3])).collect(),
        reforecast: (0..count).map(later).collect(),
        ..empty
    }
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
                        seen.check(&format!("cumulative, {what}"), &cumulative(&own.summed()));
                        seen.check(&format!("monthly, {what}"), &monthly(&own));
                        seen.check(&format!("variance, {what}"), &variance(&own));
                        seen.check(&format!("sparkline, {what}"), &sparkline(&own));
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
    for (kind, figures) in FIGURES {
        for unit in UNITS {
            for count in [1, 2, 3, 7, 12, 30] {
                for size in SIZES {
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

/// Every chart that has a row or a panel for each of `count` things.
fn rows(figures: Value, unit: MetricUnit, count: usize, size: (f32, f32)) -> Vec<(&'static str, ChartPicture)> {
    let frame = || Frame::new(size.0, size.1);
    let measure = Measure { unit, ..revenue() };
    let name = |row: usize| NAMES[row % NAMES.len()].to_owned();
    let plan = |row: usize| {
        let mid = figures(row)?;
        Some(Projected { low: Some(mid - mid.abs() * 0.2), mid, high: Some(mid + mid.abs() * 0.3) })
    };
    let actual = |row: usize| Some(figures(row)? * [0.9, 1.2, 1.0, 0.0][row % 4]);
    let bullet = bullet(&BulletInput {
        title: "Strategy".into(),
        frame: frame(),
        rows: (0..count)
            .map(|row| BulletRow {
                id: format!("metric:{row}"),
                measure: Measure { name: name(row), ..measure.clone() },
                actual: actual(row),
                target: plan(row),
            })
            .collect(),
    });
    let multiples = multiples(&MultiplesInput {
        measure: measure.clone(),
        frame: frame(),
        first: Month::new(2026, 1).unwrap(),
        panels: (0..count)
            .map(|row| MultiplesPanel {
                id: format!("motion:{row}"),
                name: name(row),
                projected: (0..12).map(|month| figures(row + month)).collect(),
                actual: (0..row % 13).map(actual).collect(),
            })
            .collect(),
    });
    let mut all = vec![("bullet", bullet), ("multiples", multiples)];
    let ranked = ranked(&RankedInput {
        measure: measure.clone(),
        frame: frame(),
        rows: (0..count)
            .map(|row| RankedRow {
                id: format!("motion:{row}"),
                name: name(row),
                planned: figures(row),
                actual: actual(row),
            })
            .collect(),
    });
    let scenarios = scenarios(&ScenariosInput {
        measure: measure.clone(),
        frame: frame(),
        rows: (0..count)
            .map(|row| ScenarioRow { id: format!("scenario:{row}"), name: name(row), outcome: plan(row) })
            .collect(),
    });
    let waterfall = waterfall(&WaterfallInput {
        measure: measure.clone(),
        frame: frame(),
        start: ("Plan".into(), figures(0).unwrap_or(f64::NAN)),
        steps: (0..count)
            .map(|row| WaterfallStep {
                id: format!("effect:{row}"),
                name: name(row),
                change: actual(row).unwrap_or(f64::NAN) * [1.0, -1.0][row % 2],
            })
            .collect(),
        end: "Landing".into(),
    });
    let tornado = tornado(&TornadoInput {
        measure: measure.clone(),
        frame: frame(),
        base: figures(0).unwrap_or(f64::NAN),
        drivers: (0..count)
            .map(|row| TornadoDriver {
                id: format!("driver:{row}"),
                name: name(row),
                low: plan(row).and_then(|plan| plan.low).unwrap_or(f64::NAN),
                high: plan(row).and_then(|plan| plan.high).unwrap_or(f64::NAN),
            })
            .collect(),
    });
    all.extend([("ranked", ranked), ("scenarios", scenarios), ("waterfall", waterfall), ("tornado", tornado)]);
    all
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
