use jiff::civil::date;

use crate::fixture::{Fixture, name};
use crate::schedule::{self, circle};
use crate::{DependencyId, Function, Milestone, MilestoneId, MotionId, TaskDependency, TaskId, TaskOrMilestone};

/// A plan whose motion lasts all of May 2026.
struct Plan {
    fixture: Fixture,
    motion: MotionId,
}

impl Plan {
    fn new() -> Self {
        let mut fixture = Fixture::new();
        let motion = fixture.motion("campaign", date(2026, 5, 1), date(2026, 5, 31), &[]);
        Self { fixture, motion }
    }

    fn task(&mut self, text: &str, from: i8, to: i8) -> TaskId {
        self.fixture.task(self.motion, Function::Sales, date(2026, 5, from), 1.0);
        let task = self.fixture.workspace.tasks.last_mut().unwrap();
        (task.name, task.due, task.done) = (name(text), Some(date(2026, 5, to)), false);
        task.id
    }

    fn milestone(&mut self, text: &str, day: i8) -> MilestoneId {
        let (id, motion) = (self.fixture.id(), self.motion);
        let row = Milestone { id, motion, name: name(text), date: date(2026, 5, day), reached: false };
        self.fixture.workspace.milestones.push(row);
        id
    }

    fn wait(&mut self, waits: TaskOrMilestone, after: TaskOrMilestone, lag_days: u32) -> DependencyId {
        let id = self.fixture.id();
        self.fixture.workspace.task_dependencies.push(TaskDependency { id, waits, after, lag_days });
        id
    }
}

#[test]
fn tasks_and_milestones_go_one_behind_the_other_with_days_in_between() {
    use TaskOrMilestone::{Milestone, Task};
    let mut plan = Plan::new();
    let write = plan.task("Write", 4, 8);
    let draw = plan.task("Draw", 4, 5);
    let print = plan.task("Print", 9, 12);
    let ready = plan.milestone("Ready", 12);
    let send = plan.task("Send", 13, 13);
    plan.wait(Task(print), Task(write), 0);
    plan.wait(Task(print), Task(draw), 2);
    plan.wait(Milestone(ready), Task(print), 0);
    plan.wait(Task(send), Milestone(ready), 0);
    let found = schedule::of(&plan.fixture.workspace).unwrap();
    assert_eq!(found.broken_steps, []);
    let days: Vec<_> = found
        .steps
        .iter()
        .map(|s| (s.early_start.day(), s.early_end.day(), s.late_end.day(), s.slack, s.critical))
        .collect();
    assert_eq!(
        days,
        [(4, 8, 8, 0, true), (4, 5, 6, 1, false), (9, 12, 12, 0, true), (13, 13, 13, 0, true), (12, 12, 12, 0, true)]
    );
}

#[test]
fn dates_that_contradict_a_dependency_are_named_with_their_days() {
    use TaskOrMilestone::{Milestone, Task};
    let mut plan = Plan::new();
    let write = plan.task("Write", 4, 8);
    let print = plan.task("Print", 8, 12);
    let ready = plan.milestone("Ready", 11);
    let early = plan.wait(Task(print), Task(write), 3);
    let sooner = plan.wait(Milestone(ready), Task(print), 0);
    plan.wait(Milestone(ready), Task(write), 3);
    let broken = schedule::of(&plan.fixture.workspace).unwrap().broken_steps;
    let found: Vec<_> = broken.iter().map(|row| (row.dependency, row.days)).collect();
    assert_eq!(found, [(early, 4), (sooner, 1)]);
}

#[test]
fn a_circle_of_steps_is_named_with_and_without_dates() {
    use TaskOrMilestone::{Milestone, Task};
    let mut plan = Plan::new();
    let write = plan.task("Write", 4, 8);
    let ready = plan.milestone("Ready", 11);
    plan.wait(Task(write), Milestone(ready), 0);
    assert_eq!(circle::check_steps(&plan.fixture.workspace), Ok(()));
    plan.wait(Milestone(ready), Task(write), 0);
    let expect = "these wait for each other in a circle: “Write” waits for “Ready” waits for “Write”; \
                  take one of these dependencies away";
    assert_eq!(schedule::of(&plan.fixture.workspace).unwrap_err().to_string(), expect);
    let task = &mut plan.fixture.workspace.tasks[0];
    (task.start, task.due) = (None, None);
    assert_eq!(circle::check_steps(&plan.fixture.workspace).unwrap_err().to_string(), expect);
    assert!(schedule::of(&plan.fixture.workspace).is_ok(), "what has no dates has no times");
}
