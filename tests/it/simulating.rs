//! The plan simulated: ranges, the chance of a target, what moves it, motions that go together, and the same bytes again.

use serde_json::Value;

use crate::command_line::Person;

fn json(person: &Person, line: &str) -> Value {
    let answer: Value = serde_json::from_str(&person.done(&format!("{line} --json"))).unwrap();
    assert_eq!(answer["schema"], 1, "{line}");
    answer
}

/// The figure at the end: p10, p50, p90.
fn end(simulated: &Value) -> [f64; 3] {
    let last = simulated["months"].as_array().unwrap().last().unwrap();
    ["p10", "p50", "p90"].map(|quantile| last["to_date"][quantile].as_f64().unwrap())
}

/// Two motions that expect 1,200 each, from half to one and a half of it.
fn planned() -> Person {
    let person = Person::new();
    person.done("new plan.ecotone --name Plan --us Us --currency EUR");
    for name in ["North", "South"] {
        person.done(&format!(
            "motion add plan.ecotone --name {name} --kind co_created --start 2026-01-01 --end 2026-12-31"
        ));
        person.done(&format!(
            "projection set plan.ecotone --motion {name} --metric revenue --from 2026-01 --months 12 --model linear \
             --total 1200 --low 50% --high 150%"
        ));
    }
    person
}

#[test]
fn a_portfolio_is_less_sure_than_its_motions_alone_would_make_it() {
    let person = planned();
    let simulate = |more: &str| json(&person, &format!("simulate plan.ecotone --today 2026-06-15 {more}"));
    let (whole, alone) = (simulate(""), simulate("--motion North"));
    let ([low, middle, high], [alone_low, _, alone_high]) = (end(&whole), end(&alone));
    assert!((middle - 2_400.0).abs() < 24.0, "{middle}");
    let ratio = (high - low) / (alone_high - alone_low);
    assert!((1.5..1.72).contains(&ratio), "two motions of correlation 0.3 are √2.6 times as wide as one: {ratio}");
    assert_eq!((&whole["runs"], &whole["seed"], &whole["correlation"]), (&10_000.into(), &1.into(), &0.3.into()));
    assert_eq!(whole["drivers"].as_array().unwrap().len(), 2);
    assert!(whole["words"].as_str().unwrap().ends_with("given these inputs."), "{}", whole["words"]);
    person.done("correlation group plan.ecotone --name Store --correlation 1 --motion North --motion South");
    let [low, _, high] = end(&simulate(""));
    let ratio = (high - low) / (alone_high - alone_low);
    assert!((1.95..2.05).contains(&ratio), "what stands and falls together is twice as wide: {ratio}");
    person.done("undo plan.ecotone");
    assert_eq!(simulate(""), whole);
}

#[test]
fn a_target_has_a_chance_and_the_plan_stands_in_for_it() {
    let person = planned();
    let target = |person: &Person| json(person, "simulate plan.ecotone --today 2026-06-15")["target"].clone();
    let plan = target(&person);
    assert_eq!((&plan["value"], &plan["is_set"]), (&2_400.0.into(), &false.into()));
    assert!((plan["chance"].as_f64().unwrap() - 0.5).abs() < 0.02, "{plan}");
    person.done("target set plan.ecotone revenue 2000 --year 2026");
    let set = target(&person);
    assert_eq!((&set["value"], &set["is_set"]), (&2_000.0.into(), &true.into()));
    assert!(set["chance"].as_f64().unwrap() > 0.8, "{set}");
    person.done("undo plan.ecotone");
    assert_eq!(target(&person), plan);
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_one_others() {
    let person = planned();
    let simulate = |seed: u32| person.done(&format!("simulate plan.ecotone --today 2026-06-15 --seed {seed} --json"));
    let first = simulate(7);
    assert_eq!(first, simulate(7));
    assert_ne!(first, simulate(8));
}

#[test]
fn what_cannot_be_simulated_is_said() {
    let person = planned();
    for (line, sentence) in [
        (
            "simulate plan.ecotone --metric orders",
            "Nothing uncertain is planned of Affiliate orders in these months: give a projection of it a low and a high.",
        ),
        ("simulate plan.ecotone --runs 5 --today 2026-06-15", "A simulation has 100 to 100000 runs, not 5."),
        ("correlation set plan.ecotone 1.5", "1.5 is no correlation: choose a number from 0 to 1, such as 0.3."),
        (
            "projection set plan.ecotone --motion North --metric revenue --from 2026-01 --months 12 --model linear --total 1200 --input total=1:2:3:odd",
            "'odd' is no distribution: write one of fixed, uniform, triangular, pert, lognormal, beta.",
        ),
    ] {
        let ended = person.run(line);
        assert_eq!(ended.code, 1, "{line}");
        assert!(ended.refusal.contains(sentence), "{}", ended.refusal);
    }
}
