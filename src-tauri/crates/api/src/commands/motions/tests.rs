use serde_json::{Value, json};

use crate::rehearsal::Rehearsal;

/// A motion with three dated tasks, one behind the other, and another motion.
struct Plan {
    rehearsal: Rehearsal,
    motions: [String; 2],
    tasks: [String; 3],
}

impl Plan {
    fn new() -> Self {
        let rehearsal = Rehearsal::new();
        let motion = |name: &str, start: &str, end: &str| {
            let add = json!({
                "name": name, "kind": "joint_gtm", "partners": [], "start": start, "end": end, "budget": null, "owner": null,
            });
            id(&rehearsal.call("motion_add", &add).unwrap())
        };
        let motions = [motion("Launch", "2026-07-01", "2026-07-31"), motion("Roadshow", "2026-08-03", "2026-08-20")];
        let task = |name: &str, start: &str, due: &str| {
            let add = json!({
                "motion": motions[0], "name": name, "phase": null, "owner": { "function": "sales" }, "start": start,
                "due": due, "effort_days": 2,
            });
            id(&rehearsal.call("task_add", &add).unwrap())
        };
        let tasks = [
            task("Write", "2026-07-01", "2026-07-05"),
            task("Draw", "2026-07-06", "2026-07-10"),
            task("Print", "2026-07-13", "2026-07-14"),
        ];
        Self { rehearsal, motions, tasks }
    }

    fn call(&self, name: &str, request: &Value) -> Value {
        self.rehearsal.call(name, request).unwrap_or_else(|error| panic!("{name}: {}", error.message))
    }

    fn refused(&self, name: &str, request: &Value) -> String {
        self.rehearsal.call(name, request).unwrap_err().message
    }

    fn wait(&self, waits: usize, after: usize, lag_days: u32) -> Value {
        json!({ "waits": { "task": self.tasks[waits] }, "after": { "task": self.tasks[after] }, "lag_days": lag_days })
    }

    fn detail(&self, motion: usize) -> Value {
        self.call("motion", &json!({ "id": self.motions[motion] }))
    }

    /// Each task's name with one of its fields.
    fn told(&self, field: &str) -> Vec<(String, Value)> {
        let detail = self.detail(0);
        let tasks = detail["tasks"].as_array().unwrap().iter();
        tasks.map(|task| (task["name"].as_str().unwrap().to_owned(), task[field].clone())).collect()
    }
}

fn id(added: &Value) -> String {
    added["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_would_close_a_circle_is_refused_with_its_members() {
    let plan = Plan::new();
    plan.call("dependency_add", &plan.wait(1, 0, 0));
    plan.call("dependency_add", &plan.wait(2, 1, 2));
    let said = plan.refused("dependency_add", &plan.wait(0, 2, 0));
    assert!(said.contains("“Write” waits for “Print” waits for “Draw” waits for “Write”"), "{said}");
    assert!(plan.refused("dependency_add", &plan.wait(1, 0, 3)).contains("waits for the other already"));
    assert!(plan.refused("dependency_add", &plan.wait(1, 1, 0)).contains("cannot wait for itself"));
    let motion = |at: usize| json!({ "motion": plan.motions[at] });
    let mixed = json!({ "waits": motion(1), "after": { "task": plan.tasks[0] }, "lag_days": 0 });
    assert!(plan.refused("dependency_add", &mixed).contains("choose two of one sort"));
    plan.call("dependency_add", &json!({ "waits": motion(1), "after": motion(0), "lag_days": 0 }));
    let said = plan.refused("dependency_add", &json!({ "waits": motion(0), "after": motion(1), "lag_days": 0 }));
    assert!(said.contains("“Launch” waits for “Roadshow” waits for “Launch”"), "{said}");

    let dependencies = plan.detail(0)["dependencies"].as_array().unwrap().clone();
    let words: Vec<_> =
        dependencies.iter().map(|row| (&row["waits_words"], &row["after_words"], &row["too_early"])).collect();
    let (name, held) = (|text: &str| Value::from(text), Value::from(0));
    assert_eq!(
        words,
        [
            (&name("Roadshow"), &name("Launch"), &held),
            (&name("Draw"), &name("Write"), &held),
            (&name("Print"), &name("Draw"), &held)
        ]
    );
    assert_eq!(plan.told("slack").iter().map(|(_, slack)| slack.clone()).collect::<Vec<_>>(), [0, 0, 0]);
    plan.call("dependency_update", &json!({ "id": dependencies[2]["id"], "lag_days": 5 }));
    assert_eq!(plan.detail(0)["dependencies"][2]["too_early"], 3);
    plan.call("dependency_delete", &json!({ "id": dependencies[1]["id"] }));
    assert_eq!(plan.detail(0)["dependencies"].as_array().unwrap().len(), 2);
}

#[test]
fn a_move_says_what_else_would_move_and_takes_it_along_when_asked() {
    let plan = Plan::new();
    let [first, second] = [0, 1].map(|at| json!({ "motion": plan.motions[at] }));
    plan.call("dependency_add", &json!({ "waits": second, "after": first, "lag_days": 0 }));
    plan.call("task_done", &json!({ "id": plan.tasks[0], "done": true }));
    let ask = json!({ "what": first, "start_days": 7, "end_days": 7 });
    let preview = plan.call("plan_move_preview", &ask);
    assert_eq!(preview["inside"], 2, "what is done stays");
    let also = &preview["also"][0];
    assert_eq!((&also["words"], &also["days"], &also["start"]), (&"Roadshow".into(), &5.into(), &"2026-08-08".into()));

    let apply =
        |with_waiting: bool| json!({ "what": first, "start_days": 7, "end_days": 7, "with_waiting": with_waiting });
    plan.call("plan_move", &apply(true));
    assert_eq!(
        plan.call("workspace_state", &json!({}))["undo"],
        "Moved Launch 7 days later, and one motion that waits"
    );
    assert_eq!(
        (&plan.detail(0)["row"]["start"], &plan.detail(1)["row"]["start"]),
        (&"2026-07-08".into(), &"2026-08-08".into())
    );
    let due: Vec<_> = plan.told("due").into_iter().map(|(_, due)| due).collect();
    assert_eq!(due, ["2026-07-05", "2026-07-17", "2026-07-21"]);
    plan.call("undo", &json!({}));
    plan.call("plan_move", &apply(false));
    assert_eq!(plan.detail(1)["row"]["start"], "2026-08-03");
    assert_eq!(plan.detail(1)["dependencies"][0]["too_early"], 5);
    let back = json!({ "what": first, "start_days": 60, "end_days": 0, "with_waiting": false });
    assert!(plan.refused("plan_move", &back).contains("would end on"));
}

#[test]
fn tasks_are_ordered_in_phases_and_keep_their_checklists() {
    let plan = Plan::new();
    let phase = |name: &str| id(&plan.call("phase_add", &json!({ "motion": plan.motions[0], "name": name })));
    let (run, make) = (phase("Run"), phase("Make"));
    plan.call("phase_update", &json!({ "id": make, "change": { "field": "before", "value": run } }));
    let place = |task: usize, phase: &str, before: Option<usize>| {
        let before = before.map(|at| plan.tasks[at].clone());
        plan.call("task_move", &json!({ "id": plan.tasks[task], "phase": phase, "before": before }));
    };
    place(2, &make, None);
    place(0, &make, Some(2));
    place(1, &run, None);
    let names = || plan.told("phase").into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(), ["Write", "Print", "Draw"]);
    place(2, &make, Some(0));
    assert_eq!(names(), ["Print", "Write", "Draw"]);

    let update = |field: &str, value: &Value| {
        plan.call("task_update", &json!({ "id": plan.tasks[0], "change": { "field": field, "value": value } }));
    };
    let line = |text: &str, id: &Value| json!({ "id": id, "text": text, "done": false });
    update("checklist", &json!([line("Ask", &Value::Null), line("Sign", &Value::Null)]));
    let kept = plan.told("checklist")[1].1[1]["id"].clone();
    update("checklist", &json!([line("Sign twice", &kept), line("Send", &Value::Null)]));
    let list = plan.told("checklist")[1].1.clone();
    assert_eq!((&list[0]["id"], &list[0]["text"], &list[1]["text"]), (&kept, &"Sign twice".into(), &"Send".into()));
    plan.call("undo", &json!({}));
    assert_eq!(plan.told("checklist")[1].1[0]["text"], "Ask");

    plan.call("phase_delete", &json!({ "id": make }));
    assert_eq!(names(), ["Draw", "Print", "Write"], "tasks outlive their phase");
    let dates = json!({ "field": "dates", "value": { "start": "2026-07-09", "due": "2026-07-08" } });
    assert!(
        plan.refused("task_update", &json!({ "id": plan.tasks[0], "change": dates })).contains("swap the two days")
    );
    let other = id(&plan.call("phase_add", &json!({ "motion": plan.motions[1], "name": "Else" })));
    let stray = json!({ "id": plan.tasks[0], "phase": other, "before": null });
    assert!(plan.refused("task_move", &stray).contains("belongs to another motion"));
}

#[test]
fn somebody_at_a_partner_may_do_a_task_and_is_let_go_with_the_partner() {
    let plan = Plan::new();
    let partner = plan.rehearsal.partner("Acme", None);
    let set = json!({
        "id": null, "organization": partner, "name": "Bo", "role": "", "email": "", "phone": "",
    });
    plan.call("contact_set", &set);
    let page = plan.call("partner_page", &json!({ "id": partner }));
    let contact = page["contacts"][0]["id"].clone();
    let owner = json!({ "field": "owner", "value": { "contact": contact } });
    plan.call("task_update", &json!({ "id": plan.tasks[0], "change": owner }));
    assert_eq!(plan.told("owner_words")[0].1, "Bo (Acme)");
    plan.call("partner_delete", &json!({ "id": partner }));
    assert_eq!(plan.told("owner_words")[0].1, "");
}

#[test]
fn what_a_motion_is_judged_by_is_kept_in_order() {
    let plan = Plan::new();
    let set = |keys: &Value| {
        let change = json!({ "field": "metrics", "value": keys });
        plan.call("motion_update", &json!({ "id": plan.motions[0], "change": change }));
        let detail = plan.detail(0);
        detail["metrics"].as_array().unwrap().iter().map(|row| row["metric"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(set(&json!(["revenue", "pipeline", "revenue"])), ["revenue", "pipeline"]);
    assert_eq!(set(&json!(["introductions", "revenue"])), ["introductions", "revenue"]);
    assert!(set(&json!([])).is_empty());
}

#[test]
fn another_health_has_another_reason_and_the_same_one_keeps_it() {
    let plan = Plan::new();
    let motion = &plan.motions[0];
    let reason = || plan.call("motion_joint", &json!({ "id": motion }))["health_reason"].clone();
    let set = |health: &str| {
        plan.call("motion_update", &json!({ "id": motion, "change": { "field": "health", "value": health } }))
    };
    plan.call("motion_health_set", &json!({ "id": motion, "health": "at_risk", "reason": "No venue yet" }));
    set("at_risk");
    assert_eq!(reason(), "No venue yet");
    set("behind");
    assert_eq!(reason(), "");
}
