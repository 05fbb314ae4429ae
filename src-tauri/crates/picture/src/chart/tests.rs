use domain::{Better, Currency, Date, MetricUnit};

use super::*;
use crate::Item;

fn day(year: i32, month: i32, day: i8) -> Date {
    Month::new(year, month).unwrap().first_day().with().day(day).build().unwrap()
}

fn input(count: usize, actuals: usize, (width, height): (f32, f32)) -> ChartInput {
    let shape = |month: usize| 400_000.0 + 60_000.0 * month as f64;
    let swing = [-20.0, 12.0, 31.0, -22.0, 55.0, 0.0, 8.0];
    ChartInput {
        title: "Partner-influenced revenue".into(),
        first: Month::new(2026, 1).unwrap(),
        projected: (0..count)
            .map(|month| Projected { low: Some(shape(month) * 0.8), mid: shape(month), high: Some(shape(month) * 1.2) })
            .collect(),
        actual: (0..count).map(|month| (month < actuals).then(|| shape(month) + swing[month % 7] * 1_000.0)).collect(),
        unit: MetricUnit::Money,
        currency: Currency::EUR,
        better: Better::Higher,
        tactical: false,
        today: Some(day(2026, 6, 18)),
        width,
        height,
    }
}

fn series<'a>(picture: &'a ChartPicture, id: &str) -> Vec<&'a Item> {
    let of = |item: &&Item| matches!(item, Item::Path { id: Some(own), .. } | Item::Rect { id: Some(own), .. } if own.starts_with(id));
    picture.list.items.iter().filter(of).collect()
}

#[test]
fn nothing_overlaps_for_one_to_sixty_months() {
    for count in [1, 2, 3, 6, 11, 12, 13, 18, 24, 36, 47, 60] {
        for size in [(340.0, 220.0), (700.0, 260.0), (1_200.0, 420.0)] {
            for actuals in [0, 1, count / 2, count] {
                for picture in [cumulative(&input(count, actuals, size)), monthly(&input(count, actuals, size))] {
                    let words: Vec<_> =
                        picture.list.items.iter().filter_map(|item| Some((item, item.label_area()?))).collect();
                    for (index, (item, a)) in words.iter().enumerate() {
                        let inside =
                            a.x >= -0.5 && a.y >= -2.0 && a.x + a.w <= size.0 + 0.5 && a.y + a.h <= size.1 + 2.0;
                        assert!(inside, "{item:?} at {a:?} leaves {size:?} with {count} months");
                        for (other, b) in &words[index + 1..] {
                            let apart = a.x >= b.x + b.w
                                || b.x >= a.x + a.w
                                || a.y + a.h - 3.0 <= b.y
                                || b.y + b.h - 3.0 <= a.y;
                            assert!(
                                apart,
                                "{item:?} meets {other:?} with {count} months, {actuals} measured, {size:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn sums_run_to_the_last_measured_month() {
    let mut gap = input(12, 5, (700.0, 260.0));
    gap.actual[2] = None;
    let picture = cumulative(&gap);
    let months = &picture.plot.months;
    assert_eq!(months.len(), 12);
    assert_eq!(months[2].actual, months[1].actual, "a month without a figure counts as nothing measured");
    assert_eq!((months[5].actual, months[5].variance_text.as_deref()), (None, None));
    assert_eq!(months[11].projected_text, "€8.76M");
    assert_eq!(months[11].range_text.as_deref(), Some("€7M to €10.5M"));
    assert_eq!(series(&picture, "series:actual").len(), 1);
    assert_eq!(series(&picture, "series:range").len(), 1);
    assert!(months.windows(2).all(|pair| pair[0].x < pair[1].x));
    let area = picture.plot.area;
    assert!((months[11].x - (area.x + area.w)).abs() < 0.2, "a sum stands at its month's end");
}

#[test]
fn months_show_their_variance_with_its_sign() {
    let picture = monthly(&input(12, 5, (700.0, 320.0)));
    let bars = series(&picture, "month:");
    let colors: Vec<&str> = bars
        .iter()
        .filter_map(|bar| match bar {
            Item::Rect { fill: Some(fill), .. } => Some(fill.color.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(colors, ["c-down", "c-up", "c-up", "c-down", "c-up"]);
    let words: Vec<&str> = picture
        .list
        .items
        .iter()
        .filter_map(|item| if let Item::Label { lines, .. } = item { Some(lines[0].as_str()) } else { None })
        .collect();
    for word in ["−20", "+12", "+31", "−22", "+55", "Variance, €k", "Today", "Projected", "Actual €695k"] {
        assert!(words.contains(&word), "{word} in {words:?}");
    }
    let mut lower = input(12, 5, (700.0, 320.0));
    lower.better = Better::Lower;
    assert!(
        matches!(series(&monthly(&lower), "month:")[0], Item::Rect { fill: Some(fill), .. } if fill.color == "c-up")
    );
}

#[test]
fn the_finding_is_said_in_words() {
    let picture = cumulative(&input(12, 5, (700.0, 260.0)));
    assert_eq!(
        picture.list.alt,
        "Partner-influenced revenue, summed up, Jan 2026 to Dec 2026. Projected €8.76M by the end, between €7M to \
         €10.5M. Measured to May 2026: €2.66M, €56k more than planned, which is better."
    );
    let nothing = monthly(&input(12, 0, (700.0, 260.0)));
    assert!(nothing.list.alt.ends_with("Nothing measured yet."));
}

#[test]
fn odd_figures_still_draw() {
    let mut odd = input(3, 3, (300.0, 200.0));
    odd.projected[1].mid = f64::NAN;
    odd.actual[0] = Some(f64::INFINITY);
    odd.actual[2] = Some(-5e12);
    for picture in [cumulative(&odd), monthly(&odd)] {
        assert_eq!(picture.plot.months.len(), 3);
    }
    odd.projected.clear();
    assert!(cumulative(&odd).plot.months.is_empty());
    let tiny = input(60, 60, (1.0, 1.0));
    assert_eq!(monthly(&tiny).plot.months.len(), 60);
}
