use domain::{Date, MilestoneId, Month, MotionId};
use uuid::Uuid;

use super::*;

fn day(month: i32, day: i8) -> Date {
    Month::new(2026, month).unwrap().first_day().with().day(day).build().unwrap()
}

fn row(number: u128, start: Date, end: Date) -> TimelineRow {
    TimelineRow {
        id: MotionId(Uuid::from_u128(number)),
        name: format!("Motion {number}"),
        start,
        end,
        tactical: number.is_multiple_of(3),
        planned: false,
        progress: Some(0.4),
        milestones: [(4_i8, "Report"), (20, "Roadshow in four cities")]
            .iter()
            .map(|(at, name)| TimelineMilestone {
                id: MilestoneId(Uuid::from_u128(number * 10)),
                name: (*name).into(),
                date: start.with().day(*at).build().unwrap(),
                reached: false,
            })
            .collect(),
    }
}

fn input(width: f32, months: u32) -> TimelineInput {
    let rows = (0..9_u128).map(|n| {
        let first = 1 + (n as i32 * 5) % 10;
        row(n, day(first, 1 + (n % 4) as i8 * 6), day(first + 2, 28))
    });
    let rows: Vec<TimelineRow> = rows.collect();
    let id = |n: usize| rows[n].id;
    let dependencies = vec![(id(0), id(3)), (id(2), id(1)), (id(8), id(4)), (id(1), id(7))];
    let lane =
        |name: &str, rows: &[TimelineRow]| TimelineLane { name: name.into(), tactical: false, rows: rows.to_vec() };
    TimelineInput {
        lanes: vec![lane("Co-created", &rows[..4]), lane("Referral engines", &rows[4..])],
        dependencies,
        first: Month::new(2026, 1).unwrap(),
        months,
        today: Some(day(6, 18)),
        width,
        names: 0.0,
    }
}

#[test]
fn elbows_never_cross_a_word_and_words_never_meet() {
    for (width, months) in [(900.0, 12), (460.0, 12), (1_400.0, 24), (700.0, 60)] {
        let picture = draw(&input(width, months));
        let words: Vec<Rect> = picture.list.items.iter().filter_map(Item::label_area).collect();
        for (index, a) in words.iter().enumerate() {
            for b in &words[index + 1..] {
                let apart = a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h;
                assert!(apart, "{a:?} meets {b:?} at {width} pixels for {months} months");
            }
        }
        let elbows = picture.list.items.iter().filter_map(|item| match item {
            Item::Path { points, arrow: true, .. } => Some(points),
            _ => None,
        });
        assert_eq!(elbows.clone().count(), 4);
        for elbow in elbows {
            assert!(words.iter().all(|word| !dependencies::crosses(elbow, word)), "{elbow:?}");
        }
    }
}

#[test]
fn rows_tell_where_they_are() {
    // Ten pixels stay free behind December.
    let picture = draw(&input(970.0, 12));
    assert_eq!((picture.header_height, picture.lanes.len(), picture.rows.len()), (44.0, 2, 9));
    let near = |a: f32, b: f32| (a - b).abs() < 0.01;
    assert!(near(picture.rows[0].y, 44.0 + 30.0));
    assert!(near(picture.rows[4].y, 44.0 + 30.0 + 4.0 * 38.0 + 30.0));
    assert!(near(picture.months[5].x, 400.0));
    let today = picture.today.unwrap();
    assert!((today - (400.0 + 80.0 * 17.0 / 30.0)).abs() < 0.1, "{today}");
    assert_eq!(picture.list.alt, "Timeline of 9 motions in 2 lanes from Jan 2026 to Dec 2026: 9 begun, 0 planned.");
}

#[test]
fn nothing_hides_in_the_line_of_today() {
    let mut beside = 0;
    for date in (2..10).flat_map(|month| (1..28).map(move |date| day(month, date))) {
        let mut input = input(900.0, 12);
        input.today = Some(date);
        let picture = draw(&input);
        let today = picture.today.unwrap();
        for item in &picture.list.items {
            match item {
                Item::Label { lines, .. } if lines[0].ends_with('%') => {
                    let area = item.label_area().unwrap();
                    assert!(area.x > today || area.x + area.w < today, "{lines:?} on {date}");
                    beside += usize::from((area.x - today).abs() < 6.0);
                }
                Item::Path { points, arrow: true, .. } => {
                    assert!(!dependencies::runs_along(points, today), "{points:?} on {date}");
                }
                _ => {}
            }
        }
    }
    assert!(beside > 0, "some percentage had to step aside");
}

#[test]
fn bars_end_at_the_edges() {
    let mut early = input(960.0, 12);
    early.first = Month::new(2026, 6).unwrap();
    let picture = draw(&early);
    for band in &picture.rows {
        if let Some(bar) = band.bar {
            assert!(bar.x >= 0.0 && bar.x + bar.w <= 950.0 && bar.w > 0.0);
        }
    }
    assert_eq!(picture.rows[0].bar, None, "January to March lies before June");
}
