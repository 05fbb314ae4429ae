//! A workshop's worth of editing a plan: 200 random changes undone step by step return the content of the start, redone
//! that of the end.

use api::ErrorReply;
use api::commands::motions;
use api::wire;
use domain::MotionId;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::undo::Bench;

/// One command by its kind, with choices that are resolved against what is there when it runs.
type Act = (u8, [usize; 4]);

const KINDS: u8 = 20;

struct Plan<'b> {
    bench: &'b Bench,
}

impl Plan<'_> {
    fn call(&self, name: &str, request: &Value) -> Result<(), ErrorReply> {
        self.bench.app.call(&self.bench.window, name, request.to_string().as_bytes()).map(drop)
    }

    /// A few motions, so that the same ones are met again and again.
    fn motion(&self, choice: usize) -> MotionId {
        let json = self.bench.app.listing(&self.bench.window, api::Listed::Motions).unwrap().json();
        let rows = json["motions"].as_array().unwrap();
        rows[choice % rows.len().min(5)]["id"].as_str().unwrap().parse().unwrap()
    }

    fn detail(&self, choice: usize) -> wire::MotionDetail {
        let request = wire::MotionRequest { id: self.motion(choice) };
        motions::detail(&self.bench.app, &self.bench.window, request).unwrap()
    }

    /// Something inside a motion; the motion itself where nothing is.
    fn item(&self, motion: usize, choice: usize) -> Value {
        let detail = self.detail(motion);
        let tasks = detail.tasks.iter().map(|task| json!({ "task": task.id }));
        let items: Vec<Value> =
            tasks.chain(detail.milestones.iter().map(|row| json!({ "milestone": row.id }))).collect();
        if items.is_empty() { json!({ "motion": detail.row.id }) } else { items[choice % items.len()].clone() }
    }

    /// Runs one act; a refusal is fine, it must only change nothing.
    fn run(&self, (kind, [a, b, c, d]): Act) -> Result<(), ErrorReply> {
        let motion = self.motion(a);
        let day = |choice: usize| format!("2026-{:02}-{:02}", choice % 12 + 1, choice % 28 + 1);
        match kind {
            0 => self.call("phase_add", &json!({ "motion": motion, "name": format!("Phase {b}") })),
            1 | 2 => {
                let phase = self.detail(a).phases.get(c % 4).map(|phase| phase.id);
                let owner = [json!(null), json!({ "function": "sales" })][d % 2].clone();
                let add = json!({
                    "motion": motion, "name": format!("Task {b}"), "phase": phase, "owner": owner, "start": day(b),
                    "due": day(b), "effort_days": d,
                });
                self.call("task_add", &add)
            }
            3 => self.call("milestone_add", &json!({ "motion": motion, "name": "Done", "date": day(b) })),
            4 => {
                let (key, form) = (["referral", "co_created"][b % 2], ["light", "full"][c % 2]);
                let playbook = json!({ "key": key, "form": form });
                let add = json!({
                    "name": format!("Motion {d}"), "kind": "referral", "partners": [], "start": day(d), "end": null,
                    "budget": null, "owner": null, "playbook": playbook,
                });
                self.call("motion_add", &add)
            }
            5 | 6 => {
                let (waits, after) = (self.item(a, b), self.item(a + c % 2, d));
                self.call("dependency_add", &json!({ "waits": waits, "after": after, "lag_days": c % 5 }))
            }
            7 => {
                let (waits, after) = (json!({ "motion": motion }), json!({ "motion": self.motion(b) }));
                self.call("dependency_add", &json!({ "waits": waits, "after": after, "lag_days": 0 }))
            }
            8..=10 => {
                let what = if kind == 8 { self.item(a, b) } else { json!({ "motion": motion }) };
                let days = i32::try_from(c % 40).unwrap() - 10;
                let start_days = if d % 3 == 0 { 0 } else { days };
                let with_waiting = d % 2 == 0;
                let request =
                    json!({ "what": what, "start_days": start_days, "end_days": days, "with_waiting": with_waiting });
                self.call("plan_move", &request)
            }
            11 => self.call("playbook_save", &json!({ "motion": motion, "name": format!("Book {}", b % 2) })),
            12 => self.call("playbook_delete", &json!({ "key": format!("book_{}", b % 2) })),
            13 => self
                .call("motion_update", &json!({ "id": motion, "change": { "field": "metrics", "value": ["orders"] } })),
            14 => self.call(["undo", "redo"][b % 2], &json!({})),
            15 if c % 9 == 0 => self.call("motion_delete", &json!({ "id": motion })),
            _ => self.step(&self.detail(a), kind, [b, c, d]),
        }
    }

    /// The acts on one step of a motion.
    fn step(&self, detail: &wire::MotionDetail, kind: u8, [b, c, d]: [usize; 3]) -> Result<(), ErrorReply> {
        let Some(task) = detail.tasks.get(b % detail.tasks.len().max(1)) else { return Ok(()) };
        let id = task.id;
        let update = |field: &str, value: &Value| {
            self.call("task_update", &json!({ "id": id, "change": { "field": field, "value": value } }))
        };
        match kind {
            15 => self.call("task_delete", &json!({ "id": id })),
            16 => {
                let phase = detail.phases.get(c % 4).map(|phase| phase.id);
                let others = detail.tasks.iter().filter(|other| other.phase == phase && other.id != id);
                let before = others.map(|other| other.id).nth(d % 3);
                self.call("task_move", &json!({ "id": id, "phase": phase, "before": before }))
            }
            17 => {
                let had =
                    task.checklist.iter().skip(1).map(|item| json!({ "id": item.id, "text": item.text, "done": true }));
                let new = json!({ "id": null, "text": format!("Line {d}"), "done": false });
                update("checklist", &had.chain([new]).collect())
            }
            18 => match (detail.phases.first(), detail.dependencies.get(d % 3)) {
                (_, Some(row)) if c % 2 == 0 => self.call("dependency_delete", &json!({ "id": row.id })),
                (Some(phase), _) => self.call("phase_delete", &json!({ "id": phase.id })),
                _ => Ok(()),
            },
            _ => match c % 4 {
                0 => update("done", &json!(d % 2 == 0)),
                1 => update("name", &json!(format!("Named {d}"))),
                2 => update("notes", &json!(format!("Note {d}"))),
                _ => update("owner", &json!({ "function": "product" })),
            },
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn two_hundred_changes_of_a_plan_are_undone_and_redone(
        acts in prop::collection::vec((0..KINDS, [0..1000_usize, 0..1000_usize, 0..1000_usize, 0..1000_usize]), 200),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let bench = Bench::sample(folder.path());
        let plan = Plan { bench: &bench };
        let first = bench.hash();
        let done = acts.into_iter().filter(|act| plan.run(*act).is_ok()).count();
        prop_assert!(done > 100, "{} of 200 were possible", done);
        let last = bench.hash();
        while plan.call("undo", &json!({})).is_ok() {}
        prop_assert_eq!(bench.hash(), first);
        while plan.call("redo", &json!({})).is_ok() {}
        prop_assert_eq!(bench.hash(), last);
    }
}
