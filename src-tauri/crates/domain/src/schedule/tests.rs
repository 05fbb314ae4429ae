use jiff::civil::date;

use super::*;
use crate::fixture::{Fixture, month, name};
use crate::{Dependency, MotionStatus};

fn waits(fixture: &mut Fixture, motion: MotionId, after: MotionId) -> DependencyId {
    let id = fixture.id();
    fixture.workspace.dependencies.push(Dependency { id, motion, after });
    id
}

/// A motion in May 2026, from day to day.
fn motion(fixture: &mut Fixture, from: i8, to: i8) -> MotionId {
    fixture.motion("campaign", date(2026, 5, from), date(2026, 5, to), &[])
}

#[test]
fn a_motion_moves_behind_the_one_that_it_waits_for_and_says_so() {
    let mut fixture = Fixture::new();
    let launch = motion(&mut fixture, 1, 10);
    let training = motion(&mut fixture, 1, 4);
    let campaign = motion(&mut fixture, 8, 12);
    let alone = motion(&mut fixture, 2, 3);
    let dependency = waits(&mut fixture, campaign, launch);
    waits(&mut fixture, campaign, training);

    let schedule = of(&fixture.workspace).unwrap();
    let found: Vec<_> = schedule.motions.iter().map(|m| (m.motion, m.early_start.day(), m.slack, m.critical)).collect();
    assert_eq!(found, [(launch, 1, 0, true), (training, 1, 6, false), (campaign, 11, 0, true), (alone, 2, 0, false)]);
    assert_eq!((schedule.motions[2].early_end, schedule.motions[1].late_end), (date(2026, 5, 15), date(2026, 5, 10)));
    assert_eq!(schedule.broken, [BrokenDependency { dependency, motion: campaign, after: launch, days: 3 }]);
}

#[test]
fn what_is_dropped_or_switched_off_holds_nobody_up() {
    for (status, active) in [(MotionStatus::Dropped, true), (MotionStatus::Running, false)] {
        let mut fixture = Fixture::new();
        let first = motion(&mut fixture, 1, 20);
        let second = motion(&mut fixture, 2, 4);
        waits(&mut fixture, second, first);
        let gone = &mut fixture.workspace.motions[0];
        (gone.status, gone.active) = (status, active);
        let schedule = of(&fixture.workspace).unwrap();
        assert_eq!((schedule.motions.len(), schedule.motions[0].early_start.day(), schedule.broken.len()), (1, 2, 0));
    }
}

#[test]
fn a_circle_is_named_and_an_empty_plan_has_no_dates() {
    let mut fixture = Fixture::new();
    assert!(of(&fixture.workspace).unwrap().motions.is_empty());
    let [a, b] = [motion(&mut fixture, 1, 2), motion(&mut fixture, 3, 4)];
    fixture.workspace.motions[0].name = name("Roadshow");
    fixture.workspace.motions[1].name = name("Launch");
    waits(&mut fixture, a, b);
    waits(&mut fixture, b, a);
    let expect = "these wait for each other in a circle: “Roadshow” waits for “Launch” waits for “Roadshow”; \
                  take one of these dependencies away";
    assert_eq!(of(&fixture.workspace).unwrap_err().to_string(), expect);
}

#[test]
fn a_partner_in_more_than_three_motions_at_once_is_a_conflict() {
    let mut fixture = Fixture::new();
    let partner = fixture.partner("Partner");
    let spans = [(1, 20), (5, 12), (8, 30), (10, 15), (11, 11)];
    let motions =
        spans.map(|(from, to)| fixture.motion("campaign", date(2026, 5, from), date(2026, 5, to), &[partner]));
    let crowds = of(&fixture.workspace).unwrap().crowded;
    let found: Vec<_> = crowds.iter().map(|c| (c.from.day(), c.to.day(), c.motions.len(), c.organization)).collect();
    assert_eq!(found, [(10, 10, 4, partner), (11, 11, 5, partner), (12, 12, 4, partner)]);
    assert_eq!(crowds[0].motions, motions[..4]);
    fixture.workspace.motions[0].status = MotionStatus::Done;
    assert_eq!(of(&fixture.workspace).unwrap().crowded.len(), 1);
}

#[test]
fn effort_spreads_over_a_task_s_days_and_what_is_done_loads_nobody() {
    let mut fixture = Fixture::new();
    let motion = fixture.motion("campaign", date(2026, 1, 1), date(2026, 12, 31), &[]);
    for (start, due, done) in [
        (Some(date(2026, 1, 22)), Some(date(2026, 2, 10)), false),
        (None, Some(date(2026, 2, 1)), false),
        (Some(date(2026, 2, 1)), Some(date(2026, 2, 9)), true),
        (None, None, false),
    ] {
        fixture.task(motion, Function::Sales, date(2026, 1, 1), 10.0);
        let task = fixture.workspace.tasks.last_mut().unwrap();
        (task.start, task.due, task.done) = (start, due, done);
    }
    let loads = of(&fixture.workspace).unwrap().loads;
    let found: Vec<_> = loads.into_iter().collect();
    assert_eq!(found, [((Function::Sales, month("2026-01")), 5.0), ((Function::Sales, month("2026-02")), 15.0),]);
}
