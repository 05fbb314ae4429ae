use proptest::prelude::*;

use super::*;

/// Hillier and Lieberman, "Introduction to Operations Research", the Reliable Construction Co. project: 14 activities in
/// weeks, with the early and late starts that the book finds. The critical path A B C E F J L N takes 44 weeks.
const RELIABLE: [(char, i64, &str, i64, i64); 14] = [
    ('A', 2, "", 0, 0),
    ('B', 4, "A", 2, 2),
    ('C', 10, "B", 6, 6),
    ('D', 6, "C", 16, 20),
    ('E', 4, "C", 16, 16),
    ('F', 5, "E", 20, 20),
    ('G', 7, "D", 22, 26),
    ('H', 9, "EG", 29, 33),
    ('I', 7, "C", 16, 18),
    ('J', 8, "FI", 25, 25),
    ('K', 4, "J", 33, 34),
    ('L', 5, "J", 33, 33),
    ('M', 2, "H", 38, 42),
    ('N', 6, "KL", 38, 38),
];

fn reliable() -> Vec<Activity> {
    let place = |name: char| RELIABLE.iter().position(|(other, ..)| *other == name).unwrap();
    let before = |name: char| Before { at: place(name), lag: 0 };
    let activity = |length, after: &str| Activity { length, not_before: 0, after: after.chars().map(before).collect() };
    RELIABLE.iter().map(|(_, length, after, ..)| activity(*length, after)).collect()
}

#[test]
fn the_textbook_example_comes_out_as_printed() {
    let times = times(&reliable()).unwrap();
    for ((name, length, _, early, late), found) in RELIABLE.iter().zip(&times) {
        assert_eq!((found.early_start, found.late_start), (*early, *late), "{name}");
        assert_eq!((found.early_finish, found.late_finish), (early + length, late + length), "{name}");
        assert_eq!(found.total_slack, late - early, "{name}");
    }
    let critical: String = RELIABLE.iter().zip(&times).filter(|(_, t)| t.total_slack == 0).map(|(a, _)| a.0).collect();
    assert_eq!(critical, "ABCEFJLN");
    assert_eq!(times.iter().map(|t| t.early_finish).max(), Some(44));
    let free = |name: usize| times[name].free_slack;
    assert_eq!([free(3), free(6), free(7), free(8), free(10), free(12)], [0, 0, 0, 2, 1, 4]);
}

#[test]
fn each_part_ends_by_itself_and_nothing_begins_before_its_day() {
    let short = Activity { length: 3, not_before: 10, after: vec![] };
    let long = Activity { length: 100, ..Activity::default() };
    let waits = Activity { length: 2, not_before: 0, after: vec![Before { at: 0, lag: 0 }] };
    let times = times(&[short, long, waits]).unwrap();
    let found: Vec<_> = times.iter().map(|t| (t.early_start, t.early_finish, t.total_slack)).collect();
    assert_eq!(found, [(10, 13, 0), (0, 100, 0), (13, 15, 0)]);
}

#[test]
fn a_circle_is_refused_with_its_members() {
    let after = |after: &[usize]| Activity {
        length: 1,
        not_before: 0,
        after: after.iter().map(|&at| Before { at, lag: 0 }).collect(),
    };
    for (network, expect) in [
        (vec![after(&[0])], vec![0]),
        (vec![after(&[1]), after(&[0])], vec![0, 1]),
        (vec![after(&[]), after(&[0, 3]), after(&[1]), after(&[2]), after(&[3])], vec![1, 3, 2]),
        (vec![after(&[2]), after(&[]), after(&[3, 1]), after(&[2])], vec![2, 3]),
    ] {
        assert_eq!(times(&network), Err(Cycle(expect)));
    }
}

/// Longest ways by trying them all, for networks whose activities wait only for earlier ones.
fn longest_before(activities: &[Activity], at: usize) -> i64 {
    let after = &activities[at].after;
    let ways = after.iter().map(|b| longest_before(activities, b.at) + activities[b.at].length + b.lag);
    ways.fold(activities[at].not_before, i64::max)
}

fn longest_after(activities: &[Activity], at: usize) -> i64 {
    let ways =
        followers(activities, at).map(|(next, lag)| lag + activities[next].length + longest_after(activities, next));
    ways.fold(0, i64::max)
}

/// Those that wait for the activity at `at`, each with the days in between.
fn followers(activities: &[Activity], at: usize) -> impl Iterator<Item = (usize, i64)> {
    let each = move |(next, activity): (usize, &Activity)| {
        activity.after.iter().find(|before| before.at == at).map(|before| (next, before.lag))
    };
    activities.iter().enumerate().filter_map(each)
}

fn network() -> impl Strategy<Value = Vec<Activity>> {
    proptest::collection::vec((0_i64..20, 0_i64..30, any::<u16>(), 0_i64..4), 1..12).prop_map(|rows| {
        let activity = |(at, (length, not_before, mask, lag)): (usize, (i64, i64, u16, i64))| Activity {
            length,
            not_before,
            after: (0..at)
                .filter(|before| (mask & (mask >> 8)) >> before & 1 == 1)
                .map(|before| Before { at: before, lag })
                .collect(),
        };
        rows.into_iter().enumerate().map(activity).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn times_are_those_of_the_longest_ways(activities in network()) {
        let times = times(&activities).unwrap();
        let parts = parts(&activities);
        for at in 0..activities.len() {
            let of_part = (0..activities.len()).filter(|&other| parts[other] == parts[at]);
            let end = of_part.map(|other| longest_before(&activities, other) + activities[other].length).max().unwrap();
            prop_assert_eq!(times[at].early_start, longest_before(&activities, at));
            prop_assert_eq!(times[at].late_finish, end - longest_after(&activities, at));
            let next = followers(&activities, at).map(|(next, lag)| times[next].early_start - lag);
            let next = next.min().unwrap_or(end);
            prop_assert_eq!(times[at].free_slack, next - times[at].early_finish);
            prop_assert!(0 <= times[at].free_slack && times[at].free_slack <= times[at].total_slack);
        }
    }
}
