use proptest::prelude::*;
use serde_json::Value;

use super::*;

const TOLERANCE: f64 = 1e-9;

fn cases(part: &str) -> Vec<Value> {
    let kept = std::fs::read_to_string("../../../tests/fixtures/forecast/reforecast.json").unwrap();
    let figures: Value = serde_json::from_str(&kept).unwrap();
    figures[part].as_array().unwrap().clone()
}

fn floats(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().map(|figure| figure.as_f64().unwrap()).collect()
}

fn flow(case: &Value, months: usize) -> Flow {
    let list = |name: &str| floats(&case[name]);
    Flow { measured: list("measured"), planned: list("planned"), last_year: list("last_year"), months }
}

#[track_caller]
fn check(found: &Reforecast, method: ReforecastMethod, case: &Value) {
    assert_eq!(found.method, method);
    for (what, list) in [("months", &found.months), ("to_date", &found.to_date)] {
        let expect = case[what].as_array().unwrap();
        assert_eq!(list.len(), expect.len(), "{what}");
        for (index, (one, expect)) in list.iter().zip(expect).enumerate() {
            for (found, expect) in [one.p10, one.p50, one.p90].into_iter().zip(floats(expect)) {
                assert!(
                    (found - expect).abs() <= TOLERANCE * expect.abs().max(1e-3),
                    "{what} {index}: {found} {expect}"
                );
            }
        }
    }
    assert_eq!(found.to_date.last(), Some(&found.landing));
}

#[test]
fn run_rates_have_the_ranges_of_student() {
    for case in cases("run_rate") {
        let found = reforecast(&flow(&case, 12), MetricUnit::Money, ReforecastMethod::RunRate).unwrap();
        check(&found, ReforecastMethod::RunRate, &case);
    }
    for case in cases("seasonal") {
        let found = reforecast(&flow(&case, 12), MetricUnit::Money, ReforecastMethod::SeasonalRunRate).unwrap();
        check(&found, ReforecastMethod::SeasonalRunRate, &case);
    }
}

#[test]
fn an_updated_plan_is_what_scipy_says_of_it() {
    for case in cases("counts") {
        let found = reforecast(&flow(&case, 12), MetricUnit::Count, ReforecastMethod::Update).unwrap();
        check(&found, ReforecastMethod::Update, &case);
    }
    for case in cases("amounts") {
        let found = reforecast(&flow(&case, 12), MetricUnit::Money, ReforecastMethod::Update).unwrap();
        check(&found, ReforecastMethod::Update, &case);
    }
    for case in cases("rates") {
        let (hits, trials, trials_left) = (floats(&case["hits"]), floats(&case["trials"]), floats(&case["left"]));
        let months = trials.len() + trials_left.len();
        let hits = Hits { hits, trials, planned: case["planned"].as_f64(), trials_left, months };
        check(&reforecast_rate(&hits, ReforecastMethod::Update).unwrap(), ReforecastMethod::Update, &case);
    }
}

#[test]
fn what_is_not_known_of_a_sum_grows_as_in_the_state_space_model() {
    for case in cases("spreads") {
        let [alpha, beta, phi] = ["alpha", "beta", "phi"].map(|name| case[name].as_f64().unwrap());
        let (alone, together) = (floats(&case["alone"]), floats(&case["together"]));
        let found = holt::spreads(alpha, beta, phi, alone.len());
        for (found, expect) in found.into_iter().zip(alone.into_iter().zip(together)) {
            assert!((libm::sqrt(found.0) - expect.0).abs() < TOLERANCE * expect.0);
            assert!((libm::sqrt(found.1) - expect.1).abs() < TOLERANCE * expect.1);
        }
    }
}

#[test]
fn a_method_that_lacks_something_gives_way_in_a_stated_order() {
    use ReforecastMethod::{DampedHolt, Holt, RunRate, SeasonalRunRate, Update};
    let measured = vec![10.0, 12.0, 11.0];
    let full = Flow { measured, planned: vec![9.0; 12], last_year: vec![8.0; 12], months: 12 };
    let no_plan = Flow { planned: Vec::new(), ..full.clone() };
    let alone = Flow { last_year: Vec::new(), ..no_plan.clone() };
    let empty = Flow { planned: vec![0.0; 12], last_year: vec![0.0; 12], ..full.clone() };
    let first = Flow { measured: vec![4.0], ..full.clone() };
    let refunds = Flow { measured: vec![3.0, -9.0, 1.0], ..full.clone() };
    let check = |flow: &Flow, chosen, expect: ReforecastMethod, lacks: &[(ReforecastMethod, Lacks)]| {
        let found = reforecast(flow, MetricUnit::Money, chosen).unwrap();
        assert_eq!((found.method, found.passed_over.as_slice()), (expect, lacks));
    };
    check(&full, Update, Update, &[]);
    check(&full, SeasonalRunRate, SeasonalRunRate, &[]);
    check(&no_plan, Update, SeasonalRunRate, &[(Update, Lacks::Plan)]);
    check(&alone, Update, RunRate, &[(Update, Lacks::Plan), (SeasonalRunRate, Lacks::LastYear)]);
    check(&empty, SeasonalRunRate, RunRate, &[(SeasonalRunRate, Lacks::LastYear), (Update, Lacks::Plan)]);
    check(&full, Holt, Update, &[(Holt, Lacks::Months)]);
    check(&first, RunRate, Update, &[(RunRate, Lacks::Months)]);
    check(&refunds, Update, SeasonalRunRate, &[(Update, Lacks::BelowZero)]);
    check(&Flow { measured: vec![1.0, 2.0, 4.0, 3.0], ..alone.clone() }, DampedHolt, DampedHolt, &[]);
    let nothing = reforecast(&Flow { months: 12, ..Flow::default() }, MetricUnit::Count, Update).unwrap_err();
    assert_eq!(nothing, [(Update, Lacks::Plan), (SeasonalRunRate, Lacks::LastYear), (RunRate, Lacks::Months)]);
    let hits = Hits { hits: vec![1.0; 4], trials: vec![4.0; 4], months: 6, ..Hits::default() };
    let found = reforecast_rate(&hits, Holt).unwrap();
    assert_eq!((found.method, found.landing.p50), (RunRate, 0.25));
}

#[test]
fn a_finished_period_lands_where_it_is() {
    let done = Flow { measured: vec![5.0; 12], planned: vec![4.0; 12], months: 12, ..Flow::default() };
    let found = reforecast(&done, MetricUnit::Count, ReforecastMethod::Update).unwrap();
    assert_eq!((found.months.len(), found.landing), (0, Estimate::certain(60.0)));
}

fn months(most: f64) -> impl Strategy<Value = Vec<f64>> {
    proptest::collection::vec(prop_oneof![1 => Just(0.0), 4 => 0.0..most], 12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was measured: ends rise, and a period never lands below what it has.
    #[test]
    fn ends_rise_and_nothing_is_lost(
        measured in months(1e6), planned in months(1e6), last_year in months(1e6), seen in 0_usize..12, method in 0_usize..5,
    ) {
        use ReforecastMethod::{DampedHolt, Holt, RunRate, SeasonalRunRate, Update};
        let method = [Update, RunRate, SeasonalRunRate, Holt, DampedHolt][method];
        let flow = Flow { measured: measured[..seen].to_vec(), planned, last_year, months: 12 };
        let so_far: f64 = flow.measured.iter().sum();
        for unit in [MetricUnit::Money, MetricUnit::Count] {
            let Ok(found) = reforecast(&flow, unit, method) else { continue };
            prop_assert_eq!((found.months.len(), found.to_date.len()), (12 - seen, 12 - seen));
            for one in found.months.iter().chain(&found.to_date) {
                prop_assert!(one.p10 <= one.p50 && one.p50 <= one.p90, "{:?}", one);
            }
            prop_assert!(found.to_date.iter().all(|one| one.p10 >= so_far));
        }
    }
}
