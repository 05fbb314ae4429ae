use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::fixture::{Fixture, name};
use crate::{
    Dependency, Metric, MetricSide, MotionId, MotionKind, TaskDependency, TaskOrMilestone, TaskOwner, Workspace,
    schedule,
};

/// Phases, tasks, milestones and metrics as a person would read them.
fn told(playbook: &Playbook) -> String {
    let mut text =
        format!("{} ({}), {} days, led by {}\n", playbook.name, playbook.key, playbook.days(), playbook.owner.name());
    let after = |waits: &[PlaybookWait]| {
        let each = |wait: &PlaybookWait| {
            let at = match wait.on {
                PlaybookStep::Task(at) => format!("{}", at + 1),
                PlaybookStep::Milestone(at) => format!("milestone {}", at + 1),
            };
            if wait.lag_days == 0 { at } else { format!("{at} + {} days", wait.lag_days) }
        };
        let all: Vec<String> = waits.iter().map(each).collect();
        if all.is_empty() { String::new() } else { format!(", after {}", all.join(", ")) }
    };
    for (phase, at) in playbook.phases.iter().zip(0_u32..) {
        let _ = writeln!(text, "  {phase}");
        for (number, task) in (1..).zip(&playbook.tasks).filter(|(_, task)| task.phase == Some(at)) {
            let owner = task.owner.map_or("nobody", Function::name);
            let _ = writeln!(text, "    {number}. {} [{owner}, {} days{}]", task.name, task.days, after(&task.after));
        }
    }
    for milestone in &playbook.milestones {
        let _ = writeln!(text, "  * {}{}", milestone.name, after(&milestone.after));
    }
    let metrics: Vec<&str> = playbook.metrics.iter().map(Key::as_str).collect();
    let _ = writeln!(text, "  judged by {}", metrics.join(", "));
    for cost in &playbook.budget {
        let _ = writeln!(text, "  {:?} {} {:?}", cost.behavior, cost.name, cost.share);
    }
    text
}

#[test]
fn the_built_in_playbooks_say_what_they_are() {
    let all: Vec<String> = Playbook::built_in().iter().map(told).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn each_kind_has_one_and_only_the_affiliate_program_is_judged_by_tactical_metrics() {
    let books = Playbook::built_in();
    let kinds: Vec<Key> = MotionKind::built_in().into_iter().map(|kind| kind.key).collect();
    assert_eq!(books.iter().map(|book| book.kind.clone()).collect::<Vec<_>>(), kinds);
    let sides: BTreeMap<Key, MetricSide> = Metric::built_in().into_iter().map(|m| (m.key, m.side)).collect();
    for book in &books {
        let expect =
            if book.kind.as_str() == "affiliate_program" { MetricSide::Tactical } else { MetricSide::Strategic };
        assert!(!book.metrics.is_empty());
        assert!(book.metrics.iter().all(|metric| sides.get(metric) == Some(&expect)), "{}", book.name);
        let shares: f64 = book.budget.iter().filter_map(|cost| cost.share).sum();
        assert!((shares - 1.0).abs() < 1e-9, "{}", book.name);
        assert!(book.tasks.iter().all(|task| task.phase.is_some() && task.owner.is_some()), "{}", book.name);
    }
}

/// A motion made of a playbook, alone in a workspace.
fn planned(playbook: &Playbook, form: PlaybookForm, start: jiff::civil::Date) -> (Workspace, MotionId, Draft) {
    let mut fixture = Fixture::new();
    let motion = fixture.motion("joint_gtm", start, start, &[]);
    let mut next = 1_000_u128;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let draft = draft(playbook, form, motion, start, &mut new_id).unwrap();
    let mut workspace = fixture.workspace;
    workspace.motions[0].end = draft.end;
    workspace.phases.clone_from(&draft.phases);
    workspace.tasks.clone_from(&draft.tasks);
    workspace.checklist_items.clone_from(&draft.checklist_items);
    workspace.milestones.clone_from(&draft.milestones);
    workspace.task_dependencies.clone_from(&draft.dependencies);
    workspace.motion_metrics.clone_from(&draft.metrics);
    (workspace, motion, draft)
}

/// Nothing dangles, everything lies inside the motion, and no date contradicts a dependency.
fn check_draft(workspace: &Workspace, draft: &Draft) {
    let motion = &workspace.motions[0];
    let tasks = workspace.tasks.iter().map(|task| TaskOrMilestone::Task(task.id));
    let steps: BTreeSet<_> =
        tasks.chain(workspace.milestones.iter().map(|row| TaskOrMilestone::Milestone(row.id))).collect();
    assert_eq!(steps.len(), workspace.tasks.len() + workspace.milestones.len());
    for row in &workspace.task_dependencies {
        assert!(steps.contains(&row.waits) && steps.contains(&row.after));
    }
    let phases: BTreeSet<_> = workspace.phases.iter().map(|phase| phase.id).collect();
    for task in &workspace.tasks {
        let (start, due) = (task.start.unwrap(), task.due.unwrap());
        assert!(motion.start <= start && start <= due && due <= motion.end, "{}", task.name);
        assert!(task.phase.is_none_or(|phase| phases.contains(&phase)));
    }
    assert!(workspace.milestones.iter().all(|row| (motion.start..=motion.end).contains(&row.date)));
    let found = schedule::of(workspace).unwrap();
    assert_eq!(found.broken_steps, []);
    for step in &found.steps {
        assert!(step.slack >= 0);
        let own = match step.step {
            TaskOrMilestone::Task(id) => workspace.tasks.iter().find(|task| task.id == id).unwrap().start.unwrap(),
            TaskOrMilestone::Milestone(id) => workspace.milestones.iter().find(|row| row.id == id).unwrap().date,
        };
        assert_eq!(step.early_start, own, "each step is drafted as early as can be");
    }
    let days: Vec<_> = workspace.milestones.iter().map(|row| row.date).collect();
    assert!(days.is_sorted(), "{days:?}");
    assert!(draft.end >= motion.start);
}

proptest! {
    #[test]
    fn a_draft_s_dates_respect_its_dependencies_from_any_start(days in 0_i64..20_000, which in 0_usize..5) {
        let start = date(1990, 1, 1).saturating_add(days.days());
        let playbook = &Playbook::built_in()[which];
        let (full, _, draft) = planned(playbook, PlaybookForm::Full, start);
        check_draft(&full, &draft);
        prop_assert_eq!(full.tasks.len(), playbook.tasks.len());
        let (light, _, draft) = planned(playbook, PlaybookForm::Light, start);
        check_draft(&light, &draft);
        prop_assert_eq!((light.tasks.len(), light.phases.len(), light.motion_metrics.len()), (0, 0, 1));
        let days = |workspace: &Workspace| workspace.milestones.iter().map(|row| row.date).collect::<Vec<_>>();
        prop_assert_eq!(days(&light), days(&full), "both forms reach their milestones on the same days");
        prop_assert_eq!(light.motions[0].end, full.motions[0].end);
    }
}

#[test]
fn milestones_of_the_light_form_wait_for_each_other() {
    for playbook in Playbook::built_in() {
        let (light, ..) = planned(&playbook, PlaybookForm::Light, date(2026, 1, 5));
        let waiting: BTreeSet<_> = light.task_dependencies.iter().map(|row| row.waits).collect();
        assert!(waiting.len() + 1 >= light.milestones.len() - 1, "{}: {waiting:?}", playbook.name);
    }
}

#[test]
fn a_motion_leaves_the_playbook_that_gives_it_again() {
    for playbook in Playbook::built_in() {
        let (mut workspace, motion, draft) = planned(&playbook, PlaybookForm::Full, date(2026, 2, 2));
        workspace.motions[0].kind = playbook.kind.clone();
        workspace.motions[0].objective.clone_from(&playbook.about);
        workspace.motions[0].owner = Some(crate::Owner::Function(draft.owner));
        let motion = workspace.motions.iter().find(|row| row.id == motion).unwrap();
        let mut again = of_motion(&workspace, motion, playbook.key.clone(), playbook.name.clone());
        assert_eq!(again.days(), playbook.days());
        again.budget.clone_from(&playbook.budget);
        again.tasks.iter_mut().for_each(|task| task.offset_days = 0);
        again.milestones.iter_mut().for_each(|milestone| milestone.offset_days = 0);
        assert_eq!(again, playbook);
    }
}

#[test]
fn what_reaches_outside_a_motion_stays_outside_its_playbook() {
    let mut fixture = Fixture::new();
    let [own, other] = [1, 2].map(|day| fixture.motion("referral", date(2026, 3, day), date(2026, 4, 30), &[]));
    fixture.task(own, Function::Sales, date(2026, 3, 5), 2.0);
    fixture.task(other, Function::Sales, date(2026, 3, 1), 2.0);
    let (waits, after) = (fixture.workspace.tasks[0].id, fixture.workspace.tasks[1].id);
    fixture.workspace.tasks[0].owner = Some(TaskOwner::Contact(fixture.id()));
    let id = fixture.id();
    let (waits, after) = (TaskOrMilestone::Task(waits), TaskOrMilestone::Task(after));
    fixture.workspace.task_dependencies.push(TaskDependency { id, waits, after, lag_days: 3 });
    let id = fixture.id();
    fixture.workspace.dependencies.push(Dependency { id, motion: own, after: other });
    let motion = fixture.workspace.motions[0].clone();
    let playbook = of_motion(&fixture.workspace, &motion, Key::literal("ours"), name("Ours"));
    assert_eq!(playbook.check(), Ok(()));
    let task = &playbook.tasks[0];
    assert_eq!((task.offset_days, task.days, task.owner, task.after.len()), (4, 1, None, 0));
}

#[test]
fn a_playbook_that_does_not_fit_together_is_refused_in_words() {
    type Change = fn(&mut Playbook);
    let cases: [(Change, &str); 9] = [
        (
            |book| {
                book.tasks.clear();
                book.milestones.clear();
            },
            "neither a task nor a milestone",
        ),
        (|book| book.tasks[0].days = 0, "takes or waits 0 days"),
        (|book| book.milestones[0].offset_days = 9_999, "takes or waits 9999 days"),
        (|book| book.tasks[0].phase = Some(9), "names phase number 9"),
        (|book| book.tasks[1].after[0].on = PlaybookStep::Task(99), "names task number 99"),
        (|book| book.tasks[1].after[0].on = PlaybookStep::Milestone(9), "names milestone number 9"),
        (|book| book.tasks[0].effort_days = Some(f64::NAN), "no figure of its kind"),
        (|book| book.budget[0].share = Some(0.9), "add up to at most 1"),
        (
            |book| {
                let on = PlaybookStep::Task(3);
                book.tasks[0].after.push(PlaybookWait { on, lag_days: 0 });
            },
            "wait for each other in a circle: “Choose the theme and the audience that both want”",
        ),
    ];
    for (change, expect) in cases {
        let mut book = Playbook::built_in().remove(0);
        change(&mut book);
        let sentence = book.check().unwrap_err().to_string();
        assert!(sentence.contains(expect), "{sentence}");
    }
}
