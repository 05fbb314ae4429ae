//! Distributions, quantiles, measures, smoothing and beliefs against SciPy, NumPy, utilsforecast, scoringrules and
//! statsmodels: figures and the script that made them are in `tests/fixtures/forecast`.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read fails the test")]

use forecast::{
    CountBelief, Distribution, RateBelief, Smoothing, accuracy, coverage, crps, interval_score, pinball, quantiles,
    smooth,
};
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;
const FIVE: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

fn cases(part: &str) -> Vec<Value> {
    let kept = std::fs::read_to_string("../../../tests/fixtures/forecast/figures.json").unwrap();
    let figures: Value = serde_json::from_str(&kept).unwrap();
    figures[part].as_array().unwrap().clone()
}

fn floats(figures: &Value) -> Vec<f64> {
    figures.as_array().unwrap().iter().map(|figure| figure.as_f64().unwrap()).collect()
}

#[track_caller]
fn check(what: &dyn std::fmt::Display, found: f64, expect: &Value) {
    let expect = expect.as_f64().unwrap();
    // Relative to the figure itself: a rate of 0.001 is as exact as an amount of a million.
    assert!((found - expect).abs() <= TOLERANCE * expect.abs(), "{what}: {found:e} and not {expect:e}");
}

#[track_caller]
fn check_all(what: &dyn std::fmt::Display, found: &[f64], expect: &Value) {
    let expect = expect.as_array().unwrap();
    assert_eq!(found.len(), expect.len(), "{what}");
    for (index, (found, expect)) in found.iter().zip(expect).enumerate() {
        check(&format!("{what} [{index}]"), *found, expect);
    }
}

fn distribution(case: &Value) -> Distribution {
    let inputs = floats(&case["inputs"]);
    match (case["kind"].as_str().unwrap(), inputs[..].as_ref()) {
        ("uniform", [low, high]) => Distribution::uniform(*low, *high),
        ("triangular", [low, mode, high]) => Distribution::triangular(*low, *mode, *high),
        ("pert", [low, mode, high]) => Distribution::pert(*low, *mode, *high),
        ("lognormal", [p10, p90]) => Distribution::lognormal(*p10, *p90),
        ("beta", [alpha, beta]) => Distribution::beta(*alpha, *beta),
        other => panic!("no distribution {other:?}"),
    }
    .unwrap()
}

#[test]
fn means_and_quantiles_of_distributions_are_those_of_scipy() {
    for case in cases("distributions") {
        let distribution = distribution(&case);
        let what = format!("{} {}", case["kind"], case["inputs"]);
        check(&what, distribution.mean(), &case["mean"]);
        let found: Vec<f64> = floats(&case["at"]).iter().map(|p| distribution.quantile(*p).unwrap()).collect();
        check_all(&what, &found, &case["quantiles"]);
    }
}

#[test]
fn quantiles_of_samples_are_those_of_numpy() {
    for case in cases("quantiles") {
        let found = quantiles(&floats(&case["samples"]), &floats(&case["at"])).unwrap();
        check_all(&"samples", &found, &case["quantiles"]);
    }
}

#[test]
fn measures_are_those_of_utilsforecast_and_scoringrules() {
    for case in cases("measures") {
        let list = |name: &str| floats(&case[name]);
        let (actual, forecast, low, high) = (list("actual"), list("forecast"), list("low"), list("high"));
        let measured = accuracy(&actual, &forecast, &list("training")).unwrap();
        check(&"wape", measured.wape.unwrap(), &case["wape"]);
        check(&"bias", measured.bias, &case["bias"]);
        check(&"mase", measured.mase.unwrap(), &case["mase"]);
        check(&"mape", measured.mape.unwrap(), &case["mape"]);
        check(&"coverage", coverage(&actual, &low, &high).unwrap(), &case["coverage"]);
        check(&"interval score", interval_score(&actual, &low, &high, 0.2).unwrap(), &case["interval_score"]);
        check(&"crps", crps(&list("samples"), actual[0]).unwrap(), &case["crps"]);
        let losses = FIVE.map(|level| pinball(&actual, &forecast, level).unwrap());
        check_all(&"pinball", &losses, &case["pinball"]);
    }
}

#[test]
fn smoothing_with_given_parameters_is_that_of_statsmodels_and_a_search_is_at_least_as_good() {
    for case in cases("smoothing") {
        let given = |name: &str| case["given"][name].as_f64();
        let (alpha, beta, phi) = (given("alpha"), given("beta"), given("phi"));
        let smoothing = match case["method"].as_str().unwrap() {
            "ses" => Smoothing::Ses { alpha },
            "holt" => Smoothing::Holt { alpha, beta },
            _ => Smoothing::DampedHolt { alpha, beta, phi },
        };
        let smoothed = smooth(&floats(&case["series"]), smoothing, 6).unwrap();
        let what = format!("{} {}", case["method"], case["given"]);
        if alpha.is_some() {
            check(&what, smoothed.squared_error, &case["squared_error"]);
            check_all(&what, &smoothed.fitted, &case["fitted"]);
            check_all(&what, &smoothed.forecast, &case["forecast"]);
        } else {
            let best = case["squared_error"].as_f64().unwrap();
            println!("{what}: {smoothed:?}, statsmodels {best}");
            assert!(smoothed.squared_error <= best * (1.0 + 1e-9), "{what}: {smoothed:?}, not {best}");
        }
    }
}

#[test]
fn beliefs_are_those_of_scipy() {
    for case in cases("beliefs") {
        let (prior, seen) = (floats(&case["prior"]), floats(&case["seen"]));
        let ahead = case["ahead"].as_f64().unwrap();
        let whole = |count: u64| count as f64;
        let (mean, at, ahead_mean, ahead_at) = if case["kind"] == "rate" {
            let belief = RateBelief::new(prior[0], prior[1]).unwrap().seen(seen[0], seen[1]).unwrap();
            let trials = u32::try_from(case["ahead"].as_u64().unwrap()).unwrap();
            let hits = FIVE.map(|p| f64::from(belief.hits_quantile(trials, p).unwrap()));
            (belief.mean(), FIVE.map(|p| belief.quantile(p).unwrap()), belief.hits_mean(trials), hits)
        } else {
            let belief = CountBelief::new(prior[0], prior[1]).unwrap().seen(seen[0], seen[1]).unwrap();
            let events = FIVE.map(|p| whole(belief.events_quantile(ahead, p).unwrap()));
            (belief.mean(), FIVE.map(|p| belief.quantile(p).unwrap()), belief.events_mean(ahead).unwrap(), events)
        };
        let what = format!("{} {} {}", case["kind"], case["prior"], case["seen"]);
        check(&what, mean, &case["mean"]);
        check_all(&what, &at, &case["quantiles"]);
        check(&what, ahead_mean, &case["ahead_mean"]);
        check_all(&what, &ahead_at, &case["ahead_quantiles"]);
    }
}
