//! The projection models against SciPy and NumPy: figures and the script that made them are in
//! `tests/fixtures/forecast`.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read fails the test")]

use std::num::NonZeroU32;

use forecast::models::{Bass, Cohort, Even, Funnel, Gompertz, Ramp, SCurve, Seasonal, Shares};
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;

struct Inputs<'a>(&'a Value);

impl Inputs<'_> {
    fn number(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap()
    }

    fn whole(&self, name: &str) -> u32 {
        serde_json::from_value(self.0[name].clone()).unwrap()
    }

    fn list(&self, name: &str) -> Vec<f64> {
        floats(&self.0[name])
    }
}

fn floats(figures: &Value) -> Vec<f64> {
    figures.as_array().unwrap().iter().map(|figure| figure.as_f64().unwrap()).collect()
}

fn months(model: &str, inputs: &Inputs) -> Vec<f64> {
    let of = |name| inputs.number(name);
    let count = inputs.whole("months");
    match model {
        "even" => Even { total: of("total") }.months(count),
        "ramp" => Ramp { first: of("first"), last: of("last") }.months(count),
        "s_curve" => SCurve { total: of("total"), steepness: of("steepness"), midpoint: of("midpoint") }.months(count),
        "gompertz" => {
            Gompertz { ceiling: of("ceiling"), displacement: of("displacement"), rate: of("rate") }.months(count)
        }
        "bass" => Bass { market: of("market"), innovation: of("innovation"), imitation: of("imitation") }.months(count),
        "cohort" => Cohort {
            members: of("members"),
            growth: of("growth"),
            worth: of("worth"),
            retention: of("retention"),
            term: inputs.0["term"].as_u64().and_then(|term| NonZeroU32::new(u32::try_from(term).unwrap())),
        }
        .months(count),
        "seasonal" => Seasonal { last_year: inputs.list("last_year"), growth: of("growth") }.months(count),
        "shares" => Shares { total: of("total"), weights: inputs.list("weights") }.months(count),
        other => panic!("no model {other}"),
    }
    .unwrap()
}

#[track_caller]
fn check(what: &str, found: &[f64], expect: &[f64]) {
    assert_eq!(found.len(), expect.len(), "{what}");
    for (month, (found, expect)) in found.iter().zip(expect).enumerate() {
        let near = (found - expect).abs() <= TOLERANCE * expect.abs().max(1.0);
        assert!(near, "{what}, month {month}: {found} and not {expect}");
    }
}

fn check_funnel(inputs: &Inputs, figures: &Value) {
    let (rates, lags) = (inputs.list("rates"), &inputs.0["lags"]);
    let lag = |index: usize| u32::try_from(lags[index].as_u64().unwrap()).unwrap();
    let funnel = Funnel {
        reach: inputs.list("reach")[0],
        lead_rate: rates[0],
        opportunity_rate: rates[1],
        win_rate: rates[2],
        deal_size: inputs.number("deal_size"),
        lead_lag: lag(0),
        opportunity_lag: lag(1),
        win_lag: lag(2),
        capacity: inputs.0["capacity"].as_f64(),
    };
    let count = inputs.whole("months");
    let reach: Vec<f64> = inputs.list("reach").into_iter().cycle().take(count as usize).collect();
    let stages = funnel.months_of(&reach).unwrap();
    for (name, found) in [
        ("leads", &stages.leads),
        ("worked", &stages.worked),
        ("waiting", &stages.waiting),
        ("opportunities", &stages.opportunities),
        ("wins", &stages.wins),
        ("value", &stages.value),
    ] {
        check(&format!("{name} of {}", inputs.0), found, &floats(&figures[name]));
    }
    if inputs.list("reach").len() == 1 {
        assert_eq!(funnel.months(count).unwrap(), stages);
    }
}

#[test]
fn every_model_meets_the_figures_of_scipy_and_numpy() {
    let kept = std::fs::read_to_string("../../../tests/fixtures/forecast/models.json").unwrap();
    let cases: Vec<Value> = serde_json::from_str(&kept).unwrap();
    let mut models: Vec<&str> = cases.iter().map(|case| case["model"].as_str().unwrap()).collect();
    for case in &cases {
        let (model, inputs) = (case["model"].as_str().unwrap(), Inputs(&case["inputs"]));
        if model == "funnel" {
            check_funnel(&inputs, &case["figures"]);
        } else {
            let found = months(model, &inputs);
            check(&format!("{model} of {}", inputs.0), &found, &floats(&case["figures"]));
        }
    }
    models.dedup();
    assert_eq!(models, ["even", "ramp", "s_curve", "gompertz", "bass", "cohort", "seasonal", "shares", "funnel"]);
}
