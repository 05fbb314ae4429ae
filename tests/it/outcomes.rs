//! Projected against actual: lines that add up, figures that are explained to the same value, own metrics, charts as files.

use serde_json::{Value, json};

use crate::command_line::Person;
use crate::joint_work::Page;

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-6 * left.abs().max(1.0)
}

/// Whole units of money, or a number.
fn units(value: &Value) -> Option<f64> {
    value["amount"].as_str().map_or_else(|| value.as_f64(), |amount| amount.parse().ok())
}

#[test]
fn every_figure_on_the_screen_is_explained_to_the_same_value() {
    let page = Page::sample();
    let metrics = page.done("metrics", json!({}))["metrics"].as_array().unwrap().clone();
    let mut explained = 0;
    let mut same = |request: Value, figure: &Value| {
        let Some(figure) = figure.as_f64() else { return };
        let found = page.done("explain", request.clone());
        let value = found["explanation"]["value"]["figure"].as_f64().unwrap();
        assert!(near(value, figure), "{request}: {value}, shown {figure}");
        explained += 1;
    };
    for metric in &metrics {
        let view = page.done("outcomes", json!({ "metric": metric["key"] }));
        let months = view["months"].as_array().unwrap();
        for month in months {
            let at = &month["month"];
            same(json!({ "metric": metric["key"], "first": at, "last": at }), &month["actual"]);
        }
        let Some(last) = months.iter().rev().find(|month| !month["actual"].is_null()) else { continue };
        let to = json!({ "metric": metric["key"], "first": view["first"], "last": last["month"] });
        same(to.clone(), &view["total"]["actual"]);
        for motion in view["motions"].as_array().unwrap() {
            let own = page.done("outcomes", json!({ "metric": metric["key"], "motion": motion["id"] }));
            let own = own["months"].as_array().unwrap();
            let Some(last) = own.iter().rev().find(|month| !month["actual"].is_null()) else { continue };
            let request = json!({ "metric": metric["key"], "motion": motion["id"], "first": view["first"],
                "last": last["month"] });
            same(request, &motion["actual"]);
        }
        for figure in ["strategy", "tactic"].iter().flat_map(|side| view[*side].as_array().unwrap()) {
            let request = json!({ "metric": figure["metric"], "first": figure["first"], "last": figure["last"] });
            same(request, &figure["figure"]);
        }
    }
    assert!(explained > 400, "{explained}");
}

#[test]
fn motions_and_what_they_share_make_the_portfolio() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let report: Value = serde_json::from_str(&person.done("variance w.ecotone --json")).unwrap();
    assert_eq!(report["schema"], 1);
    let mut added = 0;
    for metric in report["metrics"].as_array().unwrap() {
        let motions = metric["motions"].as_array().unwrap();
        if metric["shared_by_motions"].is_null() && metric["outside_motions"].is_null() {
            continue;
        }
        let lines: Vec<&Value> =
            motions.iter().chain([&metric["shared_by_motions"], &metric["outside_motions"]]).collect();
        let sum: f64 = lines.iter().filter_map(|line| units(&line["actual"])).sum();
        let total = units(&metric["actual"]).unwrap_or(0.0);
        assert!(near(sum, total), "{}: {sum} and {total}", metric["metric"]);
        added += 1;
    }
    assert!(added > 5, "{added}");
    let roas = report["metrics"].as_array().unwrap().iter().find(|metric| metric["metric"] == "roas").unwrap();
    assert_eq!((&roas["side"], &roas["unit"]), (&json!("tactical"), &json!("ratio")));
}

#[test]
fn a_plan_is_measured_against_the_one_that_was_locked() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("lock w.ecotone --name 'June'");
    person.done(
        "projection set w.ecotone --motion 'Peak Season Playbook' --metric revenue --from 2026-01 --months 12 \
         --model linear --total 1200000",
    );
    let of = |rest: &str| {
        let report: Value =
            serde_json::from_str(&person.done(&format!("variance w.ecotone --metric revenue --json {rest}"))).unwrap();
        let motions = report["metrics"][0]["motions"].as_array().unwrap().clone();
        let playbook = motions.iter().find(|motion| motion["motion"] == "Peak Season Playbook").unwrap().clone();
        (units(&playbook["year_planned"]).unwrap(), units(&playbook["actual"]).unwrap())
    };
    assert!(near(of("").0, 1_200_000.0));
    let (planned, actual) = of("--against June");
    assert!(near(planned, 940_000.0) && near(actual, of("").1));
    let refused = person.run("variance w.ecotone --against May");
    assert!(refused.refusal.contains("no locked plan 'May': June"), "{}", refused.refusal);
}

#[test]
fn own_metrics_are_checked_before_they_are_kept() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let added = person.done(
        "metric add w.ecotone --name 'Revenue for each introduction' --unit money --formula 'sourced_revenue / introductions' \
         --over-months ratio_of_sums",
    );
    assert_eq!(added.trim(), "Added metric Revenue for each introduction.");
    let shown: Value = serde_json::from_str(&person.done("show w.ecotone metrics --json")).unwrap();
    let own = shown["metrics"].as_array().unwrap().iter().find(|row| row["key"] == "revenue_for_each_introduction");
    assert_eq!(own.unwrap()["formula"], "sourced_revenue / introductions");
    let explained = person.done("explain w.ecotone revenue_for_each_introduction");
    assert!(explained.contains("Formula: Partner-sourced revenue ÷ Qualified introductions"), "{explained}");
    for (formula, unit, part) in [
        ("revenue +", "money", "formula"),
        ("revenu / orders", "money", "revenue"),
        ("revenue + orders", "money", "orders"),
        ("revenue * pipeline", "money", "mon"),
    ] {
        let refused =
            person.run(&format!("metric add w.ecotone --name Odd --unit {unit} --formula '{formula}'")).refusal;
        assert!(refused.to_lowercase().contains(part), "{formula}: {refused}");
    }
    let used = person.run("metric remove w.ecotone revenue");
    assert!(used.refusal.contains("belongs to every workspace"), "{}", used.refusal);
    person.done("metric remove w.ecotone revenue_for_each_introduction");
    person.done("undo w.ecotone");
}

#[test]
fn charts_are_files_with_the_figures_of_the_screen() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    for kind in [
        "cumulative",
        "monthly",
        "variance",
        "bullet",
        "funnel",
        "multiples",
        "ranked",
        "roas",
        "roas_cohorts",
        "sparkline",
    ] {
        person.done(&format!("export w.ecotone chart --kind {kind} --metric affiliate_revenue --out {kind}.svg"));
        let svg = std::fs::read_to_string(person.path(&format!("{kind}.svg"))).unwrap();
        assert!(svg.starts_with("<svg") && svg.len() > 400, "{kind}");
    }
    person.done("export w.ecotone chart --kind cumulative --metric revenue --out c.csv");
    let csv = std::fs::read_to_string(person.path("c.csv")).unwrap();
    assert_eq!(csv.lines().count(), 13, "{csv}");
    let refused = person.run("export w.ecotone chart --kind cumulative --metric nothing --out d.svg");
    assert!(refused.refusal.contains("no metric 'nothing'"), "{}", refused.refusal);
    assert!(!person.path("d.svg").exists());
}

#[test]
fn a_reason_stays_with_the_motion() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done(
        "reason set w.ecotone --motion 'Native order sync launch' --metric revenue --reason 'Beta slipped 3 weeks'",
    );
    let report: Value = serde_json::from_str(&person.done("variance w.ecotone --metric revenue --json")).unwrap();
    let reasons: Vec<&Value> =
        report["metrics"][0]["motions"].as_array().unwrap().iter().map(|row| &row["reason"]).collect();
    assert_eq!(reasons.iter().filter(|reason| reason.as_str() == Some("Beta slipped 3 weeks")).count(), 1);
    person.done("undo w.ecotone");
}
