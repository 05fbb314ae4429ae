use domain::{Date, MilestoneId, Month, MotionId, TaskId};
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
        changed: false,
        milestones: [(4_i8, "Report"), (20, "Roadshow in four cities")]
            .iter()
            .map(|(at, name)| TimelineMilestone {
                id: MilestoneId(Uuid::from_u128(number * 100 + *at as u128)),
                name: (*name).into(),
                date: start.with().day(*at).build().unwrap(),
                reached: false,
            })
            .collect(),
        slack: None,
        tasks: Vec::new(),
    }
}

fn task(number: u128, days: Option<(Date, Date)>, done: bool) -> TimelineTask {
    TimelineTask { id: TaskId(Uuid::from_u128(number)), name: format!("Task {number}"), days, done, overdue: false }
}

fn input(width: f32, months: i32) -> TimelineInput {
    let rows = (0..9_u128).map(|n| {
        let first = 1 + (n as i32 * 5) % 10;
        row(n, day(first, 1 + (n % 4) as i8 * 6), day(first + 2, 28))
    });
    let rows: Vec<TimelineRow> = rows.collect();
    let id = |n: usize| rows[n].id;
    let dependencies = vec![(id(0), id(3)), (id(2), id(1)), (id(8), id(4)), (id(1), id(7))];
    let lane = |name: &str, rows: &[TimelineRow]| TimelineLane {
        name: name.into(),
        tactical: false,
        collapsed: false,
        rows: rows.to_vec(),
    };
    let first = Month::new(2026, 1).unwrap();
    TimelineInput {
        lanes: vec![lane("Co-created", &rows[..4]), lane("Referral engines", &rows[4..])],
        dependencies,
        step_dependencies: Vec::new(),
        from: first.first_day(),
        to: first.plus(months - 1).last_day(),
        fiscal_first_month: 1,
        today: Some(day(6, 18)),
        width,
        names: 0.0,
    }
}

fn elbows(picture: &TimelinePicture) -> Vec<&Vec<[f32; 2]>> {
    let paths = picture.body.items.iter().filter_map(|item| match item {
        Item::Path { points, arrow: true, .. } => Some(points),
        _ => None,
    });
    paths.collect()
}

fn head(from: Date, to: Date, width: f32, fiscal_first_month: i32) -> Vec<String> {
    let input = TimelineInput { from, to, fiscal_first_month, today: None, lanes: Vec::new(), ..input(width, 12) };
    let labels = draw(&input).head.items.into_iter().filter_map(|item| match item {
        Item::Label { lines, .. } => Some(lines.join(" ")),
        _ => None,
    });
    labels.collect()
}

#[test]
fn elbows_never_cross_a_word_and_words_never_meet() {
    for (width, months) in [(900.0, 12), (460.0, 12), (1_400.0, 24), (700.0, 60), (9_000.0, 12)] {
        let picture = draw(&input(width, months));
        let words: Vec<Rect> =
            picture.body.items.iter().chain(&picture.head.items).filter_map(Item::label_area).collect();
        for (index, a) in words.iter().enumerate() {
            for b in &words[index + 1..] {
                let apart = a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h;
                assert!(apart, "{a:?} meets {b:?} at {width} pixels for {months} months");
            }
        }
        assert_eq!(elbows(&picture).len(), 4);
        for elbow in elbows(&picture) {
            assert!(words.iter().all(|word| !dependencies::crosses(elbow, word)), "{elbow:?}");
        }
    }
}

#[test]
fn rows_tell_where_they_are() {
    let picture = draw(&input(730.0, 12));
    assert_eq!((picture.header_height, picture.lanes.len(), picture.rows.len()), (44.0, 2, 9));
    let near = |a: f32, b: f32| (a - b).abs() < 0.01;
    assert!(near(picture.rows[0].y, 44.0 + 30.0));
    assert!(near(picture.rows[4].y, 44.0 + 30.0 + 4.0 * 38.0 + 30.0));
    assert!(near(picture.per_day, 2.0));
    // 18 June is the 169th day of 2026.
    assert!(near(picture.today.unwrap(), 2.0 * 168.0));
    assert_eq!(
        picture.body.alt,
        "Timeline of 9 motions in 2 lanes from 1 January 2026 to 31 December 2026: 9 begun, 0 planned."
    );
}

#[test]
fn the_head_names_what_fits() {
    let (january, december) = (day(1, 1), day(12, 31));
    let june = (day(6, 1), day(6, 30));
    let check = |(from, to): (Date, Date), width: f32, first_month: i32, expect: &[&str]| {
        let names = head(from, to, width, first_month);
        for name in expect {
            assert!(names.iter().any(|each| each == name), "{name} is missing at {width}: {names:?}");
        }
    };
    check(june, 900.0, 1, &["June 2026", "1", "15", "30"]);
    check(june, 300.0, 1, &["June 2026", "1 Jun", "15 Jun"]);
    check((january, december), 960.0, 1, &["Q1 2026", "Q4 2026", "Jan", "Dec"]);
    check((january, december), 960.0, 4, &["Q4 FY 2026", "Q1 FY 2027", "Apr"]);
    check((january, december), 280.0, 1, &["Q1 2026", "J", "F"]);
    check((january, december), 200.0, 1, &["FY 2026", "Q1", "Q4"]);
    check((january, day(12, 31).with().year(2030).build().unwrap()), 900.0, 1, &["FY 2026", "FY 2030", "Q1"]);
    check((january, day(12, 31).with().year(2030).build().unwrap()), 900.0, 4, &["FY 2027"]);
    check((january, day(12, 31).with().year(2055).build().unwrap()), 900.0, 1, &["26", "55"]);
}

#[test]
fn a_long_unit_is_named_wherever_the_view_stands() {
    let names = head(day(6, 1), day(7, 31), 2_440.0, 1);
    assert!(names.iter().filter(|name| *name == "June 2026").count() > 3, "{names:?}");
}

#[test]
fn nothing_hides_in_the_line_of_today() {
    let mut beside = 0;
    for date in (2..10).flat_map(|month| (1..28).map(move |date| day(month, date))) {
        let mut input = input(900.0, 12);
        input.today = Some(date);
        let picture = draw(&input);
        let today = picture.today.unwrap();
        for item in &picture.body.items {
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
    let mut late = input(960.0, 12);
    late.from = day(6, 1);
    let picture = draw(&late);
    for band in &picture.rows {
        if let Some(bar) = band.bar {
            assert!(bar.x >= 0.0 && bar.x + bar.w <= 960.0 && bar.w > 0.0);
        }
    }
    assert_eq!(picture.rows[0].bar, None, "January to March lies before June");
}

#[test]
fn a_motion_in_two_lanes_is_reached_in_both_and_counted_once() {
    let mut twice = input(900.0, 12);
    let again = twice.lanes[0].rows[3].clone();
    twice.lanes[1].rows.push(again);
    let picture = draw(&twice);
    assert_eq!(picture.rows.len(), 10);
    assert_eq!(elbows(&picture).len(), 5, "what waits in two lanes has a line in each");
    assert!(picture.body.alt.starts_with("Timeline of 9 motions in 2 lanes"), "{}", picture.body.alt);
}

#[test]
fn a_collapsed_lane_keeps_its_head_and_shows_strips() {
    let mut folded = input(900.0, 12);
    folded.lanes[0].collapsed = true;
    let picture = draw(&folded);
    assert_eq!((picture.lanes.len(), picture.rows.len()), (2, 5));
    assert!((picture.lanes[1].y - (44.0 + 30.0)).abs() < 0.01);
    let head = picture.lanes[0];
    let strips = picture.body.items.iter().filter_map(|item| match item {
        Item::Rect { rect, id: None, radius, .. } if *radius > 0.0 => Some(rect),
        _ => None,
    });
    assert!(strips.clone().all(|rect| rect.y >= head.y && rect.y + rect.h <= head.y + head.height));
    assert_eq!(strips.count(), 4);
}

#[test]
fn an_open_motion_shows_its_tasks_and_what_they_wait_for() {
    let mut open = input(900.0, 12);
    open.lanes[0].rows[0].tasks = vec![
        task(1, Some((day(1, 5), day(1, 20))), true),
        task(2, Some((day(1, 25), day(2, 20))), false),
        task(3, None, false),
    ];
    let task_id = |number| TimelineStep::Task(TaskId(Uuid::from_u128(number)));
    let milestone = TimelineStep::Milestone(open.lanes[0].rows[1].milestones[0].id);
    open.step_dependencies = vec![(task_id(1), task_id(2)), (task_id(2), milestone), (task_id(3), milestone)];
    let picture = draw(&open);
    assert_eq!(picture.rows.len(), 12);
    assert!(matches!(picture.rows[1].id, RowId::Task(_)));
    assert_eq!(picture.rows[3].bar, None, "a task without days has a row without a bar");
    // Four between motions, one to a task, one to a milestone; none from a task without days.
    assert_eq!(elbows(&picture).len(), 6);
    let filled = |number: u128| {
        let id = format!("task:{}", Uuid::from_u128(number));
        picture.body.items.iter().find_map(|item| match item {
            Item::Rect { id: Some(found), fill: Some(fill), .. } if *found == id => Some(fill.color.clone()),
            _ => None,
        })
    };
    assert_eq!((filled(1).as_deref(), filled(2).as_deref()), (Some("tactic"), Some("surface")));
}

#[test]
fn names_stay_in_their_column() {
    let mut named = input(900.0, 12);
    named.names = 200.0;
    named.lanes[0].name = "A lane whose name is far too long for the column that it stands in".into();
    let picture = draw(&named).whole();
    for item in &picture.items {
        if let (Item::Label { lines, .. }, Some(area)) = (item, item.label_area()) {
            assert!(area.x + area.w <= 200.0 || area.x >= 200.0, "{lines:?} lies across the column's edge");
        }
    }
}

#[test]
fn what_a_scenario_moved_has_a_dot_at_its_bars_end() {
    let dots = |picture: &TimelinePicture| -> Vec<[f32; 2]> {
        let marks = picture.body.items.iter().filter_map(|item| match item {
            Item::Mark { id: None, at, shape: domain::Shape::Circle, .. } => Some(*at),
            _ => None,
        });
        marks.collect()
    };
    let mut moved = input(900.0, 12);
    assert!(dots(&draw(&moved)).is_empty());
    moved.lanes[0].rows[1].changed = true;
    let picture = draw(&moved);
    let bar = picture.rows[1].bar.unwrap();
    assert_eq!(dots(&picture), [[bar.x + bar.w, bar.y]]);
}
