//! What two companies plan together: who does what, what was promised, and what has moved since the plan was locked.

use domain::Workspace;
use serde_json::{Value, json};

use crate::command_line::Person;
use crate::undo::Bench;

/// An open sample and what the page can ask of it.
pub struct Page {
    pub bench: Bench,
    pub folder: tempfile::TempDir,
}

impl Page {
    /// The sample.
    pub fn sample() -> Self {
        Self::made("sample")
    }

    /// From a template.
    pub fn made(template: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { bench: Bench::made(folder.path(), template), folder }
    }

    #[allow(clippy::needless_pass_by_value, reason = "a request is written where it is sent")]
    pub fn call(&self, command: &str, request: Value) -> Result<Value, String> {
        match self.bench.app.call(&self.bench.window, command, request.to_string().as_bytes()) {
            Ok(api::Reply::Json(json)) => Ok(serde_json::from_slice(&json).unwrap()),
            Ok(api::Reply::Bytes(_)) => panic!("{command} answers with bytes"),
            Err(refused) => Err(refused.message),
        }
    }

    pub fn done(&self, command: &str, request: Value) -> Value {
        self.call(command, request).unwrap()
    }

    pub fn motion(&self, name: &str) -> Value {
        json!(self.bench.app.motion_named(&self.bench.window, name).unwrap())
    }

    pub fn partner(&self, name: &str) -> Value {
        json!(self.bench.app.organization_named(&self.bench.window, name).unwrap())
    }

    /// Everything that the file holds.
    pub fn whole(&self) -> Workspace {
        let out = self.folder.path().join("whole.json");
        self.bench.app.export_workspace(&self.bench.window, &out).unwrap();
        let whole: Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
        serde_json::from_value(whole["workspace"].clone()).unwrap()
    }
}

/// A motion of the sample with partners and a budget.
pub const STUDY: &str = "Returns Without Regret study";

/// An amount as it travels.
pub fn euros(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

#[test]
fn a_partner_has_a_role_and_both_sides_have_their_parts() {
    let page = Page::sample();
    let motion = page.motion(STUDY);
    let joint = || page.done("motion_joint", json!({ "id": motion }));
    let partner = joint()["partners"][0]["id"].clone();
    let us = page.partner("Tidewater");
    page.done("motion_partner_update", json!({ "motion": motion, "organization": partner, "role": "Stage host" }));
    for (side, function, letter) in [(&us, "marketing", "responsible"), (&partner, "marketing", "informed")] {
        page.done(
            "raci_set",
            json!({ "motion": motion, "organization": side, "function": function, "letter": letter }),
        );
    }
    assert_eq!(joint()["raci_gap"], "Nobody is accountable: give one function the A.");
    page.done(
        "raci_set",
        json!({ "motion": motion, "organization": us, "function": "sales", "letter": "accountable" }),
    );
    let found = joint();
    let letters: Vec<_> =
        found["raci"].as_array().unwrap().iter().map(|part| part["letter"].as_str().unwrap()).collect();
    assert_eq!((letters, &found["raci_gap"]), (vec!["responsible", "accountable", "informed"], &Value::Null));
    assert!(found["roles"].as_array().unwrap().contains(&json!("Stage host")));
    for side in ["by_kind", "by_evidence"] {
        let [strategic, tactical] = ["strategic", "tactical"].map(|share| found[side][share].as_f64().unwrap());
        assert!((strategic + tactical - 1.0).abs() < 1e-12, "{side}");
    }

    page.done("motion_update", json!({ "id": motion, "change": { "field": "partners", "value": [] } }));
    assert_eq!(joint()["raci"].as_array().unwrap().len(), 2, "the parts of a partner that left are gone with it");
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let page = Page::sample();
    let (motion, us) = (page.motion(STUDY), page.partner("Tidewater"));
    let money = page.done("motion_money", json!({ "id": motion }));
    let line = money["lines"][0]["id"].clone();
    let stranger = page.partner("Kessel & Partner");
    let change = |field: &str, value: Value| json!({ "id": line, "change": { "field": field, "value": value } });
    let percent =
        |organization: &Value, percent: f64| json!({ "organization": organization, "part": { "percent": percent } });
    for (command, request, expect) in [
        ("budget_line_update", change("spent", json!({ "amount": "1", "currency": "USD" })), "type the amount in EUR"),
        ("budget_line_update", change("planned", euros("-1")), "is below zero"),
        ("budget_line_update", change("shares", json!([percent(&us, 60.0), percent(&stranger, 40.01)])), "100.01 %"),
        ("budget_line_update", change("shares", json!([percent(&us, 1.0), percent(&us, 1.0)])), "stands twice"),
        ("budget_line_update", change("follow", json!({ "projection": line, "rate": 1.0 })), "has no such projection"),
        (
            "raci_set",
            json!({ "motion": motion, "organization": stranger, "function": "sales", "letter": "informed" }),
            "takes no part in",
        ),
        (
            "risk_set",
            json!({ "id": null, "motion": motion, "what": " ", "likelihood": 1, "impact": 1, "answer": "", "owner": null,
                "open": true, "audience": "internal" }),
            "what may happen",
        ),
        (
            "joint_objective_add",
            json!({ "organization": stranger, "kind": "objective", "name": "Win", "metric": "revenue", "year": null,
                "target": { "number": 12.0 } }),
            "type an amount with its currency",
        ),
        (
            "joint_objective_add",
            json!({ "organization": stranger, "kind": "certification", "name": "Certify", "metric": null, "year": null,
                "target": { "number": 1.5 } }),
            "not whole",
        ),
        ("joint_plan", json!({ "id": us }), "choose a partner"),
        ("capacity_set", json!({ "organization": null, "function": "sales", "days": -1.0 }), "0 to 1000 days"),
    ] {
        let before = page.bench.hash();
        let refused = page.call(command, request).unwrap_err();
        assert!(refused.contains(expect), "{command}: {refused}");
        assert_eq!(page.bench.hash(), before, "{command}");
    }
}

#[test]
fn a_joint_plan_splits_its_targets_into_quarters_that_add_up() {
    let page = Page::sample();
    let partner = page.partner("Cinder CDP");
    let text = json!({ "organization": partner, "field": "exit_terms", "text": "90 days", "audience": "partner" });
    page.done("joint_plan_text_set", text);
    let objective = json!({ "organization": partner, "kind": "objective", "name": "Win together", "metric": "revenue",
        "year": null, "target": { "money": euros("100000.01") } });
    let id = page.done("joint_objective_add", objective)["id"].clone();
    let quarter = json!({ "quarter": 4, "target": { "money": euros("40000") } });
    page.done("joint_objective_update", json!({ "id": id, "change": { "field": "quarter", "value": quarter } }));
    let plan = page.done("joint_plan", json!({ "id": partner }));
    let target = &plan["objectives"][0]["target"];
    assert_eq!(target["quarters"][0]["money"], euros("25000.01"));
    assert_eq!(target["year"]["money"], euros("115000.01"), "the sum of its quarters");
    assert_eq!(plan["texts"].as_array().unwrap().len(), 13);
    let whole = page.whole();
    assert_eq!((whole.joint_objectives.len(), whole.joint_plan_texts[0].text.as_str()), (1, "90 days"));
}

#[test]
fn a_plan_is_locked_and_what_moved_since_is_told() {
    let page = Page::sample();
    page.done("plan_lock", json!({ "name": "June" }));
    let plan = page
        .done("locked_plans", json!({}))
        .as_array()
        .unwrap()
        .iter()
        .find(|plan| plan["name"] == "June")
        .unwrap()["id"]
        .clone();
    let compared = || page.done("plan_variance", json!({ "id": plan }));
    assert_eq!((&compared()["motions"], &compared()["budget"]), (&json!([]), &json!([])));
    let motion = page.motion(STUDY);
    let before = page.done("motion", json!({ "id": motion }))["row"].clone();
    let end: domain::Date = before["end"].as_str().unwrap().parse().unwrap();
    let later = json!({ "start": before["start"], "end": end.saturating_add(jiff::Span::new().days(12)) });
    page.done("motion_update", json!({ "id": motion, "change": { "field": "dates", "value": later } }));
    page.done("budget_line_add", json!({ "motion": motion, "name": "More", "planned": euros("4000"), "follow": null }));
    let found = compared();
    assert_eq!(found["motions"][0]["words"], "ends 12 days later; +€4,000");
    assert_eq!(found["budget"][0]["difference"], euros("4000.00"));
    page.done("locked_plan_delete", json!({ "id": plan }));
    assert!(page.call("plan_variance", json!({ "id": plan })).unwrap_err().contains("locked plan is gone"));
}

#[test]
fn work_beyond_a_function_s_days_is_a_conflict() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    assert!(person.done("lock w.ecotone --name Q3").contains("Locked the plan Q3"));
    let page = Page::sample();
    page.done("capacity_set", json!({ "organization": null, "function": "marketing", "days": 2.0 }));
    let schedule = page.done("schedule", json!({}));
    let words = schedule["overloads"][0]["words"].as_str().unwrap();
    assert!(words.starts_with("Marketing has ") && words.ends_with(", and 2 days"), "{words}");
}
