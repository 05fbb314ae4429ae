//! What if: scenarios from the command line and from the page, side by side, promoted and taken back.

use serde_json::{Value, json};

use crate::command_line::Person;
use crate::joint_work::{Page, STUDY};

/// Every answer that a screen is made from, by its name.
fn screens(page: &Page) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    let mut ask = |name: &str, request: Value| {
        let answer = page.done(name, request.clone());
        all.push((format!("{name} {request}"), answer.clone()));
        answer
    };
    for metric in ["revenue", "sourced_revenue", "affiliate_revenue", "orders", "introductions", "roas"] {
        ask("outcomes", json!({ "metric": metric }));
        for kind in ["cumulative", "monthly", "bullet", "ranked", "multiples"] {
            ask("chart", json!({ "kind": kind, "metric": metric, "width": 800, "height": 300 }));
        }
    }
    for by in ["kind", "partner", "status"] {
        ask("motions", json!({ "by": by }));
    }
    let motions: Vec<Value> = page.whole().motions.iter().map(|motion| json!(motion.id)).collect();
    for motion in motions {
        for name in ["motion", "motion_money", "motion_joint"] {
            ask(name, json!({ "id": motion }));
        }
    }
    let partners = ask("partners", json!({}));
    for partner in partners.as_array().unwrap().iter().take(12) {
        ask("partner_page", json!({ "id": partner["id"] }));
    }
    for name in ["schedule", "funds", "due", "drivers", "document"] {
        ask(name, json!({}));
    }
    all
}

fn choose(page: &Page, scenario: &Value) {
    page.done("scenario_choose", json!({ "scenario": scenario }));
}

#[test]
fn a_scenario_without_differences_is_expected_on_every_screen() {
    let page = Page::sample();
    let empty = page.done("scenario_add", json!({ "name": "Nothing else" }))["id"].clone();
    let expected = screens(&page);
    choose(&page, &empty);
    for ((name, expected), (_, seen)) in expected.iter().zip(&screens(&page)) {
        assert_eq!(expected, seen, "{name}");
    }
    // The map and the timeline, as they are painted.
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("scenario add w.ecotone --name 'Nothing else'");
    for (kind, rest) in [("map", ""), ("timeline", ""), ("chart", "--kind cumulative --metric revenue")] {
        let written = |scenario: &str, out: &str| {
            person.done(&format!("export w.ecotone {kind} {rest} --scenario '{scenario}' --out {out}"));
            std::fs::read(person.path(out)).unwrap()
        };
        assert!(written("Expected", "a.svg") == written("Nothing else", "b.svg"), "{kind}");
    }
}

/// Numbers from a seed, the same on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// One change of any kind; some say what Expected says.
fn change(draw: &mut Draw, whole: &domain::Workspace) -> Value {
    let motion = draw.of(&whole.motions);
    let projection = draw.of(&whole.projections).clone();
    let of = json!({ "motion": projection.motion, "metric": projection.metric });
    let with = |more: Value| {
        let mut all = of.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    match draw.below(8) {
        0 => json!({ "period": with(json!({ "months": draw.below(24) + 1 })) }),
        1 => json!({ "figure": with(json!({ "month": "2026-07", "value": draw.below(1000).to_string() })) }),
        2 => json!({ "input": with(json!({ "input": "total", "value": draw.below(100_000).to_string() })) }),
        3 => json!({ "motion": { "motion": motion.id, "active": draw.below(2) == 0 } }),
        4 => {
            let start = motion.start.saturating_add(days(draw.below(40)));
            let end = motion.end.saturating_add(days(40));
            json!({ "dates": { "motion": motion.id, "start": start, "end": end } })
        }
        5 => {
            let line = draw.of(&whole.budget_lines);
            let amount = json!({ "amount": format!("{}.00", draw.below(50_000)), "currency": line.currency });
            json!({ "budget": { "line": line.id, "planned": amount } })
        }
        6 => {
            let partner = draw.of(&whole.organizations);
            json!({ "organization": { "organization": partner.id, "active": draw.below(2) == 0 } })
        }
        _ => {
            let relationship = draw.of(&whole.relationships);
            let character = ["strategic", "ecotone", "transactional"][draw.below(3)];
            json!({ "lens": { "relationship": relationship.id, "character": character } })
        }
    }
}

fn days(days: usize) -> jiff::Span {
    jiff::Span::new().days(i64::try_from(days).unwrap())
}

/// The figures that a promoted scenario has to bring along.
fn figures(page: &Page) -> Vec<Value> {
    let of = |metric: &str| {
        let view = page.done("outcomes", json!({ "metric": metric }));
        json!({ "months": view["months"], "total": view["total"] })
    };
    ["revenue", "sourced_revenue", "affiliate_revenue"].map(of).to_vec()
}

#[test]
fn promoting_shows_what_the_scenario_showed_and_undo_brings_everything_back() {
    for seed in 1..=2 {
        let page = Page::sample();
        let mut draw = Draw(seed);
        let bold = page.done("scenario_add", json!({ "name": "Bold" }))["id"].clone();
        let other = page.done("scenario_add", json!({ "name": "Other" }))["id"].clone();
        let whole = page.whole();
        let mut taken = 0;
        for _ in 0..40 {
            let scenario = if draw.below(3) == 0 { &other } else { &bold };
            let change = change(&mut draw, &whole);
            let set = json!({ "scenario": scenario, "changes": [change] });
            // What does not fit (a target of a model without one, us) is refused and changes nothing.
            taken += usize::from(page.call("scenario_set", set).is_ok());
        }
        assert!(taken > 10, "seed {seed}: {taken} changes were taken");
        choose(&page, &bold);
        let shown = figures(&page);
        let before = page.whole();
        page.done("scenario_promote", json!({ "scenario": bold }));
        assert_eq!(page.done("workspace_state", json!({}))["scenario"], Value::Null);
        assert_eq!(figures(&page), shown, "seed {seed}");
        assert!(page.whole().scenarios.iter().all(|one| json!(one.id) != bold));
        page.done("undo", json!({}));
        assert_eq!(page.whole(), before, "seed {seed}");
    }
}

#[test]
fn a_scenario_is_kept_from_the_command_line() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let json = |line: &str| -> Value { serde_json::from_str(&person.done(line)).unwrap() };
    let said = |line: &str| person.done(line).trim().to_owned();
    assert_eq!(said("scenario add w.ecotone --name Lean"), "Added scenario Lean.");
    assert_eq!(
        said(&format!("scenario set w.ecotone Lean motion '{STUDY}' active=no")),
        format!("Changed motion {STUDY} in Lean.")
    );
    let list = json("scenario list w.ecotone Lean --json");
    assert_eq!(list["differences"][0]["what"], format!("{STUDY}: on or off"));
    let compared = json("scenario compare w.ecotone --metric revenue --runs 200 --json");
    let rows = compared["metrics"][0]["scenarios"].as_array().unwrap();
    let row = |name: &str| rows.iter().find(|row| row["name"] == name).unwrap();
    let planned = |name: &str| row(name)["planned"]["amount"].as_str().unwrap().parse::<f64>().unwrap();
    assert!(planned("Lean") < planned("Expected"), "{rows:?}");
    let ends =
        ["p10", "p50", "p90"].map(|key| row("Expected")[key]["amount"].as_str().unwrap().parse::<f64>().unwrap());
    assert!(ends.is_sorted(), "{ends:?}");
    // Said as Expected says it, it is no difference.
    person.done(&format!("scenario set w.ecotone Lean motion '{STUDY}' active=yes"));
    assert_eq!(json("scenario list w.ecotone Lean --json")["differences"], json!([]));
    person.done(&format!("scenario set w.ecotone Lean motion '{STUDY}' end=2026-12-15"));
    assert_eq!(said("scenario add w.ecotone --name Leaner --from Lean"), "Duplicated scenario Lean as Leaner.");
    assert_eq!(said("scenario rename w.ecotone Leaner --name Meaner"), "Renamed scenario Leaner to Meaner.");
    assert_eq!(said("scenario promote w.ecotone Lean"), "Promoted scenario Lean to Expected.");
    // What has come to be the same is no difference any more.
    assert_eq!(json("scenario list w.ecotone Meaner --json")["differences"], json!([]));
    person.done("export w.ecotone chart --kind scenarios --metric revenue --out scenarios.svg");
    assert_eq!(said("scenario remove w.ecotone Meaner"), "Removed scenario Meaner.");
    for (line, part) in [
        ("scenario set w.ecotone Gone motion X active=no", "no scenario 'Gone'"),
        ("scenario promote w.ecotone Expected", "the plan itself"),
        ("scenario add w.ecotone --name Expected", "choose another name"),
    ] {
        let ended = person.run(line);
        assert!(ended.code == 1 && ended.refusal.contains(part), "{line}: {}", ended.refusal);
    }
}

#[test]
fn what_would_have_to_be_true_from_the_command_line() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done(&format!(
        "projection set w.ecotone --motion '{STUDY}' --metric revenue --from 2026-01 --months 10 --model funnel --input \
         reach=1000 --input lead_rate=10% --input opportunity_rate=50% --input win_rate=25% --input deal_size=4000"
    ));
    let solve = |rest: &str| format!("solve w.ecotone --motion '{STUDY}' --metric revenue --input win_rate {rest}");
    assert_eq!(
        person.done(&solve("--target 600000")).trim(),
        "Partner-influenced revenue of €600k would need a win rate of 30%, planned 25%."
    );
    let far: Value = serde_json::from_str(&person.done(&solve("--target 9000000 --json"))).unwrap();
    assert_eq!((&far["reachable"], &far["value_text"]), (&json!(false), &json!("100%")));
    person.done("scenario add w.ecotone --name Bold");
    person.done(&solve("--target 600000 --scenario Bold --apply"));
    let list: Value = serde_json::from_str(&person.done("scenario list w.ecotone Bold --json")).unwrap();
    assert_eq!((&list["differences"][0]["base_text"], &list["differences"][0]["text"]), (&json!("25%"), &json!("30%")));
    let refused = person.run(&format!("solve w.ecotone --motion '{STUDY}' --metric revenue --input speed --target 1"));
    assert!(refused.refusal.contains("with the input 'speed': name one of"), "{}", refused.refusal);
}
