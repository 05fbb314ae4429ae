use serde_json::{Value, json};

use crate::rehearsal::Rehearsal;

/// A workspace with a motion of two partners that is to bring revenue by a funnel, and a scenario of that name.
struct Plan {
    rehearsal: Rehearsal,
    motion: Value,
    partners: [domain::OrganizationId; 2],
}

impl Plan {
    fn new() -> Self {
        let rehearsal = Rehearsal::new();
        let active = Some(domain::RelationshipStatus::Active);
        let partners = [rehearsal.partner("Fernhill", active), rehearsal.partner("Nordlys", active)];
        let add = json!({
            "name": "Study", "kind": "co_created", "start": "2026-01-01", "end": "2026-12-31", "partners": partners,
        });
        let motion = rehearsal.call("motion_add", &add).unwrap()["id"].clone();
        let input = |name: &str, value: &str| json!({ "name": name, "value": value });
        let funnel = json!({
            "motion": motion, "metric": "revenue", "from": "2026-01", "months": 10, "model": "funnel",
            "inputs": [
                input("reach", "1000"), input("lead_rate", "10%"), input("opportunity_rate", "50%"),
                input("win_rate", "25%"), input("deal_size", "4000"),
            ],
        });
        rehearsal.call("projection_set", &funnel).unwrap();
        Self { rehearsal, motion, partners }
    }

    #[allow(clippy::needless_pass_by_value, reason = "a request is written where it is sent")]
    fn call(&self, name: &str, request: Value) -> Result<Value, String> {
        self.rehearsal.call(name, &request).map_err(|error| error.message)
    }

    fn scenario(&self, name: &str) -> Value {
        self.call("scenario_add", json!({ "name": name })).unwrap()["id"].clone()
    }

    fn win_rate(&self, scenario: &Value, value: &str) {
        let input = json!({ "motion": self.motion, "metric": "revenue", "input": "win_rate", "value": value });
        self.call("scenario_set", json!({ "scenario": scenario, "changes": [{ "input": input }] })).unwrap();
    }

    /// (name, planned in whole euros, differences) of each row.
    fn rows(&self) -> Vec<(String, Option<f64>, u64)> {
        let view = self.call("scenarios", json!({ "metric": "revenue" })).unwrap();
        let row = |row: &Value| {
            (row["name"].as_str().unwrap().to_owned(), row["planned"].as_f64(), row["differences"].as_u64().unwrap())
        };
        view["rows"].as_array().unwrap().iter().map(row).collect()
    }

    fn hash(&self) -> String {
        self.rehearsal.app.content_hash(&self.rehearsal.window).unwrap()
    }
}

fn close(found: Option<f64>, expect: f64) -> bool {
    found.is_some_and(|found| (found - expect).abs() < 1e-6 * expect.abs().max(1.0))
}

#[test]
fn what_a_scenario_says_as_expected_does_is_no_difference() {
    let plan = Plan::new();
    let bold = plan.scenario("Bold");
    plan.win_rate(&bold, "30%");
    let rows = plan.rows();
    assert!(close(rows[0].1, 500_000.0) && close(rows[1].1, 600_000.0), "{rows:?}");
    assert_eq!((rows[0].2, rows[1].2), (0, 1));
    let list = plan.call("scenario_differences", json!({ "scenario": bold })).unwrap();
    let line = |key: &str| list[0][key].as_str().unwrap().to_owned();
    assert_eq!(
        [line("what"), line("base_text"), line("text")],
        ["Study, Partner-influenced revenue: win rate", "25%", "30%"]
    );
    plan.win_rate(&bold, "25%");
    let list = plan.call("scenario_differences", json!({ "scenario": bold })).unwrap();
    assert_eq!(list, json!([]));
}

#[test]
fn a_name_is_taken_once() {
    let plan = Plan::new();
    plan.scenario("Bold");
    for (name, expect) in
        [("Bold", "already"), (" Bold ", "already"), ("Expected", "the plan itself"), (" ", "no name")]
    {
        let refused = plan.call("scenario_add", json!({ "name": name })).unwrap_err();
        assert!(refused.contains(expect), "{name}: {refused}");
    }
}

#[test]
fn a_copy_has_differences_of_its_own() {
    let plan = Plan::new();
    let bold = plan.scenario("Bold");
    plan.win_rate(&bold, "30%");
    let copy = plan.call("scenario_add", json!({ "name": "Bolder", "from": bold })).unwrap()["id"].clone();
    plan.win_rate(&copy, "40%");
    let rows = plan.rows();
    assert!(close(rows[1].1, 600_000.0) && close(rows[2].1, 800_000.0), "{rows:?}");
    plan.call("scenario_move", json!({ "scenario": copy, "position": 0 })).unwrap();
    let names: Vec<String> = plan.rows().into_iter().map(|row| row.0).collect();
    assert_eq!(names, ["Expected", "Bolder", "Bold"]);
}

/// Who is lost takes an equal part along; with the last partner the motion does nothing.
#[test]
fn lost_partners_take_their_part_out_of_the_plan() {
    let plan = Plan::new();
    let lean = plan.scenario("Lean");
    let [first, second] = plan.partners;
    for (lost, expect) in [(first, Some(250_000.0)), (second, None)] {
        plan.call("scenario_lose", json!({ "scenario": lean, "organizations": [lost] })).unwrap();
        let row = plan.rows()[1].1;
        assert!(expect.map_or(row.is_none(), |expect| close(row, expect)), "{row:?}");
    }
    let view = plan.call("scenarios", json!({ "metric": "revenue" })).unwrap();
    assert!(close(view["rows"][1]["difference"].as_f64(), -500_000.0));
    let us = plan.rehearsal.app.loaded(&plan.rehearsal.window).unwrap().expected.settings.us;
    let refused = plan.call("scenario_lose", json!({ "scenario": lean, "organizations": [us] })).unwrap_err();
    assert!(refused.contains("is us"), "{refused}");
}

#[test]
fn graduating_is_strategic_there_and_nowhere_else() {
    let plan = Plan::new();
    let bold = plan.scenario("Bold");
    let [partner, _] = plan.partners;
    let graduate = json!({ "scenario": bold, "organizations": [partner], "motions_on": [plan.motion] });
    plan.call("scenario_graduate", graduate).unwrap();
    let character = |scenario: Value| {
        plan.call("scenario_choose", json!({ "scenario": scenario })).unwrap();
        let loaded = plan.rehearsal.app.loaded(&plan.rehearsal.window).unwrap();
        loaded.assessment.organization(partner).unwrap().character
    };
    assert_eq!(character(bold), domain::Character::Strategic);
    assert_ne!(character(Value::Null), domain::Character::Strategic);
}

#[test]
fn judging_in_a_scenario_leaves_expected_alone() {
    let plan = Plan::new();
    let bold = plan.scenario("Bold");
    plan.call("scenario_choose", json!({ "scenario": bold })).unwrap();
    let judge = json!({ "ids": [plan.partners[0]], "character": "strategic", "reason": "What if" });
    plan.call("organizations_judge", judge).unwrap();
    let loaded = plan.rehearsal.app.loaded(&plan.rehearsal.window).unwrap();
    assert!(loaded.expected.overrules.is_empty());
    assert_eq!(loaded.expected.scenario_differences.len(), 1);
    assert!(loaded.undo.as_ref().unwrap().ends_with("in Bold"), "{:?}", loaded.undo);
}

#[test]
fn a_scenario_that_is_gone_gives_way_to_expected() {
    let plan = Plan::new();
    let bold = plan.scenario("Bold");
    plan.call("scenario_choose", json!({ "scenario": bold })).unwrap();
    plan.call("scenario_remove", json!({ "scenario": bold })).unwrap();
    let state = plan.call("workspace_state", json!({})).unwrap();
    assert_eq!((&state["scenario"], state["scenarios"].as_array().unwrap().len()), (&Value::Null, 0));
    // What is typed now is Expected's own.
    let dates = json!({ "id": plan.motion, "change": { "field": "dates", "value": { "start": "2026-02-01", "end": "2026-12-31" } } });
    plan.call("motion_update", dates).unwrap();
}

#[test]
fn promoting_is_one_step_and_undo_takes_it_back_whole() {
    let plan = Plan::new();
    let (bold, other) = (plan.scenario("Bold"), plan.scenario("Other"));
    plan.win_rate(&bold, "30%");
    plan.win_rate(&other, "40%");
    let graduate = json!({ "scenario": bold, "organizations": [plan.partners[0]], "motions_on": [] });
    plan.call("scenario_graduate", graduate).unwrap();
    let before = plan.hash();
    plan.call("scenario_promote", json!({ "scenario": bold })).unwrap();
    let rows = plan.rows();
    assert!(close(rows[0].1, 600_000.0) && close(rows[1].1, 800_000.0) && rows.len() == 2, "{rows:?}");
    let loaded = plan.rehearsal.app.loaded(&plan.rehearsal.window).unwrap();
    assert_eq!(loaded.expected.overrules[0].reason, "From the scenario “Bold”");
    plan.call("undo", json!({})).unwrap();
    assert_eq!(plan.hash(), before);
}

#[test]
fn what_would_have_to_be_true_is_said_and_set() {
    let plan = Plan::new();
    let ask = |target: &str| json!({ "motion": plan.motion, "input": "win_rate", "target": target });
    let found = plan.call("solve", ask("600000")).unwrap();
    assert_eq!(found["sentence"], "Partner-influenced revenue of €600k would need a win rate of 30%, planned 25%.");
    assert_eq!(found["range_words"], "0% to 100%");
    let far = plan.call("solve", ask("9000000")).unwrap();
    assert_eq!(
        far["sentence"],
        "No win rate brings Partner-influenced revenue to €9M: the nearest is €2M, with 100%, planned 25%."
    );
    let bold = plan.scenario("Bold");
    let set = |target: &str| plan.call("solve_apply", json!({ "solve": ask(target), "scenario": bold }));
    assert!(set("9000000").unwrap_err().starts_with("No win rate"));
    set("600000").unwrap();
    assert!(close(plan.rows()[1].1, 600_000.0) && close(plan.rows()[0].1, 500_000.0));
    plan.call("solve_apply", json!({ "solve": ask("400000") })).unwrap();
    assert!(close(plan.rows()[0].1, 400_000.0));
}
