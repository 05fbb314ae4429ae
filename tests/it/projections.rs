//! What motions are expected to do: every model from the command line, shared figures, and scenarios that differ.

use serde_json::{Value, json};

use crate::command_line::Person;
use crate::joint_work::{Page, STUDY};

/// What is projected in these months, as the Outcomes screen has it.
fn projected(page: &Page, metric: &str, months: &[&str]) -> Vec<String> {
    let motion = page.motion(STUDY);
    let request = json!({ "motion": motion, "metric": metric });
    let view = page.done("outcomes", request);
    let text = |wanted: &&str| {
        let all = view["months"].as_array().unwrap();
        let month = all.iter().find(|month| month["month"] == **wanted);
        month.and_then(|month| month["projected_text"].as_str()).unwrap_or_default().to_owned()
    };
    months.iter().map(text).collect()
}

const SUMMER: [&str; 3] = ["2026-07", "2026-08", "2026-09"];

#[test]
fn every_model_is_set_from_the_command_line() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let set = |rest: &str| {
        format!("projection set w.ecotone --motion '{STUDY}' --metric revenue --from 2026-07 --months 3 {rest}")
    };
    for rest in [
        "--model linear --total 300 --low 80% --high 360",
        "--model s_curve --total 300 --input steepness=5:8:12",
        "--model typed --figure 2026-07=10 --figure 2026-09=30",
        "--model ramp --input first=10 --input last=20:30:45",
        "--model gompertz --total 900 --input displacement=3 --input rate=0.5",
        "--model bass --total 900 --input innovation=3% --input imitation=38%",
        "--model cohort --input members=10 --input worth=20 --input retention=90% --input term=6",
        "--model seasonal --input growth=10% --figure 2026-07=10 --figure 2026-08=20 --figure 2026-09=30",
        "--model split --total 90 --figure 2026-07=1 --figure 2026-08=2",
        "--model funnel --input reach=1000 --input lead_rate=4%:5%:6% --input opportunity_rate=40% --input win_rate=25% \
         --input deal_size=1200 --input win_lag=1 --input capacity=40",
    ] {
        assert_eq!(
            person.done(&set(rest)).trim(),
            format!("Set projection of Partner-influenced revenue for {STUDY}.")
        );
    }
    for (rest, part) in [
        ("--model funnel --input reach=10", "Become leads is missing"),
        ("--model funnel --input speed=10", "no input 'speed': it takes reach, lead_rate"),
        ("--model linear --total much", "'much'"),
        ("--model linear --total 100 --low 120", "type the lower one first"),
        ("--model linear --total 100 --input x=1", "no input 'x': it takes none"),
        ("--model typed --figure 2026-12=1", "outside the projection's months 2026-07 to 2026-09"),
        ("--model cohort --input members=1 --input worth=1 --input retention=120%", "between 0 and 1"),
        ("--model funnel --input reach=1:2", "write 30%, or low, expected and high as 20%:30%:40%"),
        ("--model funnel --input reach=@None", "There is no driver 'None'"),
    ] {
        let ended = person.run(&set(rest));
        assert!(ended.refusal.contains(part), "{rest}: {}", ended.refusal);
    }
    person.done(&format!("projection remove w.ecotone --motion '{STUDY}' --metric revenue"));
    let again = person.run(&format!("projection remove w.ecotone --motion '{STUDY}' --metric revenue"));
    assert!(again.refusal.contains("no projection of 'revenue'"), "{}", again.refusal);
}

#[test]
fn one_rate_is_used_by_many_and_kept_when_it_goes() {
    let page = Page::sample();
    let rate = json!({ "name": "Win rate", "unit": "percent", "value": "30%", "low": "20%", "high": "40%" });
    let driver = page.done("driver_set", rate)["id"].clone();
    let motion = page.motion(STUDY);
    let funnel = json!({ "motion": motion, "metric": "introductions", "from": "2026-07", "months": 2, "model": "funnel",
        "inputs": [{ "name": "reach", "value": "100" }, { "name": "lead_rate", "value": "50%" },
            { "name": "opportunity_rate", "value": "40%" }, { "name": "win_rate", "driver": driver }] });
    page.done("projection_set", funnel);
    let july = |page: &Page| projected(page, "introductions", &SUMMER)[0].clone();
    // 100 × 0.5 × 0.4 × 0.3.
    assert_eq!(july(&page), "6");
    page.done("driver_set", json!({ "id": driver, "name": "Win rate", "unit": "percent", "value": "60%" }));
    assert_eq!(july(&page), "12");
    let refused = page
        .call("driver_set", json!({ "id": driver, "name": "Win rate", "unit": "percent", "value": "160%" }))
        .unwrap_err();
    assert!(refused.contains(&format!("{STUDY} cannot take this")), "{refused}");
    page.done("driver_remove", json!({ "id": driver }));
    assert_eq!(july(&page), "12");
    let form = page.done("projection", json!({ "motion": motion, "metric": "introductions" }));
    let win = form["inputs"].as_array().unwrap().iter().find(|input| input["name"] == "win_rate").unwrap().clone();
    assert_eq!((&win["value"], &win["driver"]), (&json!("60%"), &Value::Null));
}

#[test]
fn a_scenario_keeps_only_what_differs() {
    let page = Page::sample();
    let motion = page.motion(STUDY);
    let ramp = |last: &str| {
        json!({ "motion": motion, "metric": "orders", "from": "2026-07", "months": 3, "model": "ramp",
            "inputs": [{ "name": "first", "value": "10" }, { "name": "last", "value": last }] })
    };
    page.done("projection_set", ramp("30"));
    let scenario = page.done("workspace_state", json!({}))["scenarios"][0]["id"].clone();
    page.done("scenario_choose", json!({ "scenario": scenario }));
    let differences = |page: &Page| page.whole().scenario_differences.len();
    let before = differences(&page);
    page.done("projection_set", ramp("50"));
    // The last month; the total that follows from it is worked out in every scenario anew.
    assert_eq!(differences(&page), before + 1);
    assert_eq!(projected(&page, "orders", &SUMMER), ["10", "30", "50"]);
    let form = page.done("projection", json!({ "motion": motion, "metric": "orders" }));
    let bases: Vec<&Value> = form["inputs"].as_array().unwrap().iter().map(|input| &input["base"]).collect();
    assert_eq!(bases, [&Value::Null, &json!("30")]);
    page.done("projection_set", ramp("30"));
    assert_eq!(differences(&page), before, "what is as expected again is no difference");
    page.done("scenario_choose", json!({ "scenario": null }));
    assert_eq!(projected(&page, "orders", &SUMMER), ["10", "20", "30"]);
}

#[test]
fn a_projection_is_seen_before_it_is_kept() {
    let page = Page::sample();
    let draft = |total: &str| {
        json!({ "width": 300, "height": 160, "projection": { "motion": page.motion(STUDY), "metric": "revenue",
            "from": "2026-07", "months": 4, "model": "linear", "total": total, "low": "50%", "high": "150%" } })
    };
    let preview = page.done("projection_preview", draft("400,000"));
    assert_eq!(preview["words"], "€400k, between €305.1k and €507.4k in eight of ten simulated outcomes");
    assert!(preview["chart"]["items"].as_array().unwrap().len() > 5);
    let refused = page.call("projection_preview", draft("")).unwrap_err();
    assert!(refused.contains("amount"), "{refused}");
}
