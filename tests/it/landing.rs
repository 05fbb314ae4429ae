//! Where metrics land, why they differ from their plans, and how near forecasts came: effects add up to the cent, ranges hold
//! their middle, a method is chosen in one step.

use serde_json::{Value, json};

use crate::command_line::Person;
use crate::joint_work::Page;

fn report(person: &Person, command: &str) -> Value {
    let found: Value = serde_json::from_str(&person.done(command)).unwrap();
    assert_eq!(found["schema"], 1, "{command}");
    found
}

fn amount(value: &Value) -> f64 {
    value["amount"].as_str().map_or_else(|| value.as_f64().unwrap(), |amount| amount.parse().unwrap())
}

#[test]
fn effects_add_up_to_the_variance_in_minor_units() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let effects = report(&person, "variance w.ecotone --effects --json");
    let variances = report(&person, "variance w.ecotone --json");
    let mut lines = 0;
    for metric in effects["metrics"].as_array().unwrap() {
        let own = variances["metrics"].as_array().unwrap();
        let own = own.iter().find(|row| row["metric"] == metric["metric"]).unwrap();
        assert!((amount(&own["variance"]) - amount(&metric["variance"])).abs() < 0.011, "{metric}");
        for line in metric["motions"].as_array().unwrap().iter().chain([metric]) {
            let parts = line["effects"].as_array().unwrap().iter().map(|effect| effect["minor"].as_i64().unwrap());
            assert_eq!(parts.sum::<i64>(), line["variance_minor"].as_i64().unwrap(), "{line}");
            lines += 1;
        }
    }
    assert!(lines > 20, "{lines}");
    let has = |metric: &str, cause: &str| {
        let found = effects["metrics"].as_array().unwrap().iter().find(|row| row["metric"] == metric).unwrap();
        found["effects"].as_array().unwrap().iter().any(|effect| effect["cause"] == cause)
    };
    assert!(has("affiliate_revenue", "volume") && has("affiliate_revenue", "rate"), "orders and their worth");
    assert!(person.done("variance w.ecotone --effects").contains("timing"));
}

#[test]
fn a_year_lands_in_a_range_around_what_was_measured() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let all = report(&person, "reforecast w.ecotone --json");
    let metrics = all["metrics"].as_array().unwrap();
    assert!(metrics.len() > 5);
    for metric in metrics {
        let [low, mid, high] = ["p10", "p50", "p90"].map(|end| amount(&metric["landing"][end]));
        assert!(low <= mid && mid <= high, "{metric}");
        if let Some(last) = metric["months"].as_array().unwrap().last() {
            assert_eq!(last["to_date"], metric["landing"]);
        }
    }
    for (method, expect) in [
        ("update", "update"),
        ("run_rate", "run_rate"),
        ("damped_holt", "damped_holt"),
        ("seasonal_run_rate", "update"),
    ] {
        let found =
            report(&person, &format!("reforecast w.ecotone --metric affiliate_revenue --method {method} --json"));
        assert_eq!(found["metrics"][0]["method"], expect);
    }
    let none = person.run("reforecast w.ecotone --metric roas").refusal;
    assert!(none.contains("do not add up to a year"), "{none}");
}

#[test]
fn a_method_is_chosen_in_one_step() {
    let page = Page::sample();
    let before = page.whole();
    let landing = |page: &Page| page.done("outcomes", json!({ "metric": "affiliate_revenue" }))["landing"].clone();
    assert_eq!((&landing(&page)["method"], &landing(&page)["chosen"]), (&json!("update"), &Value::Null));
    page.done("metric_reforecast_set", json!({ "metric": "affiliate_revenue", "method": "run_rate" }));
    let chosen = landing(&page);
    assert_eq!((&chosen["method"], &chosen["reason"]), (&json!("run_rate"), &json!("Chosen for Affiliate revenue.")));
    assert_eq!(page.done("undo", json!({}))["sentence"], "Reforecast Affiliate revenue by run-rate");
    assert_eq!(page.whole(), before);
}

#[test]
fn forecasts_are_held_against_what_came() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let found = report(&person, "accuracy w.ecotone --json");
    let motions = found["motions"].as_array().unwrap();
    assert!(motions.len() > 5 && !found["models"].as_array().unwrap().is_empty());
    assert!(motions.iter().all(|row| row["track"]["months"].as_u64().unwrap() > 0), "only what can be compared");
    let words = person.done("accuracy w.ecotone");
    assert!(words.contains("WAPE") && words.contains("today's plan"), "{words}");
    for kind in ["waterfall", "coverage"] {
        person.done(&format!("export w.ecotone chart --kind {kind} --metric affiliate_revenue --out {kind}.csv"));
    }
}
