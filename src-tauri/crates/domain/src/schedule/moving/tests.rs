use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::fixture::Fixture;
use crate::{Dependency, Function, TaskDependency, schedule};

/// Motions in May 2026, from day to day, and which waits for which.
fn plan(spans: &[(i8, i8)], waits: &[(usize, usize)]) -> (Fixture, Vec<MotionId>) {
    let mut fixture = Fixture::new();
    let motion = |fixture: &mut Fixture, &(from, to): &(i8, i8)| {
        fixture.motion("campaign", date(2026, 5, from), date(2026, 5, to), &[])
    };
    let ids: Vec<MotionId> = spans.iter().map(|span| motion(&mut fixture, span)).collect();
    for &(waits, after) in waits {
        let id = fixture.id();
        fixture.workspace.dependencies.push(Dependency { id, motion: ids[waits], after: ids[after] });
    }
    (fixture, ids)
}

fn both(days: i64) -> Shift {
    Shift { start_days: days, end_days: days }
}

#[test]
fn what_waits_is_pushed_only_as_far_as_it_must() {
    // The third begins 4 days after the second; the fourth is dated too early already.
    let spans = [(1, 5), (6, 10), (15, 18), (4, 9)];
    let waits = [(1, 0), (2, 1), (3, 0)];
    for (shift, expect) in [
        (both(6), [6, 6, 2, 6]),
        (both(3), [3, 3, 0, 3]),
        (both(-2), [-2, 0, 0, 0]),
        (Shift { start_days: 0, end_days: 2 }, [2, 2, 0, 2]),
        (Shift { start_days: 2, end_days: 0 }, [0, 0, 0, 0]),
    ] {
        let (fixture, ids) = plan(&spans, &waits);
        let found = moves(&fixture.workspace, PlanItem::Motion(ids[0]), shift, true);
        let days = ids.iter().map(|id| found.get(&PlanItem::Motion(*id)).map_or(0, |shift| shift.end_days));
        assert_eq!(days.collect::<Vec<_>>(), expect, "{shift:?}");
        let alone = moves(&fixture.workspace, PlanItem::Motion(ids[0]), shift, false);
        assert_eq!(alone.len(), 1, "{shift:?}");
    }
}

#[test]
fn what_is_inside_goes_along_unless_it_has_happened() {
    let (mut fixture, ids) = plan(&[(1, 20)], &[]);
    for done in [false, true] {
        fixture.task(ids[0], Function::Sales, date(2026, 5, 3), 1.0);
        fixture.workspace.tasks.last_mut().unwrap().done = done;
    }
    let tasks: Vec<PlanItem> = fixture.workspace.tasks.iter().map(|task| PlanItem::Task(task.id)).collect();
    let moved = moves(&fixture.workspace, PlanItem::Motion(ids[0]), both(7), false);
    assert_eq!((moved.get(&tasks[0]), moved.get(&tasks[1])), (Some(&both(7)), None));
    let longer = Shift { start_days: 0, end_days: 7 };
    assert_eq!(
        moves(&fixture.workspace, PlanItem::Motion(ids[0]), longer, false).len(),
        1,
        "a longer motion moves nothing"
    );
}

#[test]
fn a_step_of_another_motion_is_pushed_by_the_step_that_it_waits_for() {
    let (mut fixture, ids) = plan(&[(1, 20), (1, 30)], &[]);
    fixture.task(ids[0], Function::Sales, date(2026, 5, 10), 1.0);
    fixture.task(ids[1], Function::Sales, date(2026, 5, 14), 1.0);
    let [first, second] = [0, 1].map(|at| fixture.workspace.tasks[at].id);
    fixture.workspace.tasks.iter_mut().for_each(|task| task.done = false);
    let (id, after) = (fixture.id(), TaskOrMilestone::Task(first));
    let waits = TaskOrMilestone::Task(second);
    fixture.workspace.task_dependencies.push(TaskDependency { id, waits, after, lag_days: 1 });
    let moved = moves(&fixture.workspace, PlanItem::Motion(ids[0]), both(5), true);
    assert_eq!(moved.get(&PlanItem::Task(second)), Some(&both(3)));
    assert_eq!(moved.get(&PlanItem::Motion(ids[1])), None);
    let moved = moves(&fixture.workspace, PlanItem::Task(first), both(5), true);
    assert_eq!(moved.len(), 2);
}

proptest! {
    #[test]
    fn a_move_breaks_no_dependency_that_held(
        spans in proptest::collection::vec((1_i8..28, 0_i8..6), 2..9),
        pairs in proptest::collection::vec((0_usize..8, 0_usize..8), 0..12),
        days in 0_i64..60,
    ) {
        let spans: Vec<(i8, i8)> = spans.into_iter().map(|(from, length)| (from, (from + length).min(31))).collect();
        let waits: Vec<(usize, usize)> =
            pairs.into_iter().filter(|(a, b)| b < a && *a < spans.len()).collect();
        let (fixture, ids) = plan(&spans, &waits);
        let before: Vec<_> = schedule::of(&fixture.workspace).unwrap().broken;
        let moved = moves(&fixture.workspace, PlanItem::Motion(ids[0]), both(days), true);
        let mut after = fixture.workspace.clone();
        for motion in &mut after.motions {
            let shift = moved.get(&PlanItem::Motion(motion.id)).map_or(0, |shift| shift.end_days);
            prop_assert!(shift <= days);
            motion.start = schedule::later(motion.start, shift);
            motion.end = schedule::later(motion.end, shift);
        }
        for broken in schedule::of(&after).unwrap().broken {
            let was = before.iter().find(|row| row.dependency == broken.dependency);
            prop_assert!(was.is_some_and(|was| broken.days <= was.days), "{:?} from {:?}", broken, was);
        }
    }
}
