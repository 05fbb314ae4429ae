//! Plain figures: forecasts measured, series smoothed, distributions looked up, and refused in words.

use serde_json::Value;

use crate::command_line::Person;

fn json(person: &Person, line: &str) -> Value {
    let answer: Value = serde_json::from_str(&person.done(&format!("{line} --json"))).unwrap();
    assert_eq!(answer["schema"], 1, "{line}");
    answer
}

#[track_caller]
fn near(found: &Value, expect: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expect).abs() <= 1e-9 * expect.abs().max(1.0), "{found} and not {expect}");
}

#[test]
fn the_worked_example_of_the_metrics_comes_out() {
    let person = Person::new();
    person.file("named.csv", "Month,Forecast,Actual\n2026-01,15,10\n2026-02,12,5\n2026-03,5,8\n2026-04,8,10\n");
    person.file("bare.csv", "10;15\r\n5;12\r\n8;5\r\n10;8\r\n");
    for name in ["named.csv", "bare.csv"] {
        let measured = json(&person, &format!("forecast accuracy {name}"));
        near(&measured["mape"], 0.618_75);
        near(&measured["wape"], 17.0 / 33.0);
        near(&measured["bias"], 1.75);
        assert_eq!((&measured["mase"], &measured["coverage"]), (&Value::Null, &Value::Null), "{name}");
        let said = person.done(&format!("forecast accuracy {name}"));
        assert!(said.contains("61.875 %") && said.contains("51.5152 %") && said.contains("1.75"), "{said}");
    }
}

#[test]
fn earlier_actuals_scale_the_error_and_a_band_is_scored() {
    let person = Person::new();
    person.file(
        "both.csv",
        "actual,forecast,low,high\n7,,,\n9,,,\n4,,,\n10,15,9,20\n5,12,6,13\n8,5,1,8\n10,8,7,9\n,6,5,7\n",
    );
    let measured = json(&person, "forecast accuracy both.csv");
    assert_eq!((&measured["rows"], &measured["training_rows"]), (&4.into(), &3.into()));
    // Mean |error| 4.25 over mean |step| 3.5.
    near(&measured["mase"], 4.25 / 3.5);
    near(&measured["coverage"], 0.5);
    // Widths 11, 7, 7, 2, and one below 6 and one over 9, each by 1, times 2 ÷ 0.2.
    near(&measured["interval_score"], (27.0 + 2.0 * 10.0) / 4.0);
}

#[test]
fn a_series_is_smoothed_by_given_or_chosen_parameters() {
    let person = Person::new();
    person.file("series.csv", "month,value\n2026-01,10\n2026-02,20\n2026-03,10\n");
    let ses = json(&person, "forecast smooth series.csv --method ses --alpha 0.5 --steps 2");
    assert_eq!(ses["fitted"], serde_json::json!([10.0, 10.0, 15.0]));
    assert_eq!(ses["forecast"], serde_json::json!([12.5, 12.5]));
    let holt = json(&person, "forecast smooth series.csv --method holt --alpha 0.5 --beta 0.5 --steps 1");
    // 10 + 10 is expected first: level 15, trend 7.5; then 22.5: level 21.25, trend 6.875; then 28.125: 19.0625, 2.34375.
    assert_eq!(holt["fitted"], serde_json::json!([20.0, 22.5, 28.125]));
    near(&holt["forecast"][0], 19.062_5 + 2.343_75);
    let given = json(&person, "forecast smooth series.csv --method damped_holt --alpha 0.3 --steps 3");
    let chosen = json(&person, "forecast smooth series.csv --method damped_holt --steps 3");
    near(&given["alpha"], 0.3);
    assert!(chosen["squared_error"].as_f64() <= given["squared_error"].as_f64(), "{chosen}");
    let said = person.done("forecast smooth series.csv --method ses --steps 1");
    assert!(said.starts_with("step") && said.contains("alpha"), "{said}");
}

#[test]
fn quantiles_of_each_distribution() {
    let person = Person::new();
    for (flags, mean, quantiles) in [
        // From SciPy 1.17: stats.beta(2, 4, 100, 200).ppf.
        ("--pert 100,150,300 --at 0.1,0.5,0.9", 500.0 / 3.0, [122.446_991_71, 162.762_034_09, 216.778_074_92]),
        ("--uniform -10,10 --at 0.25,0.5,0.75", 0.0, [-5.0, 0.0, 5.0]),
        ("--triangular 0,0,1 --at 0.19,0.51,0.75", 1.0 / 3.0, [0.1, 0.3, 0.5]),
        ("--lognormal 10,1000 --at 0.1,0.5,0.9", 502.334_195_65, [10.0, 100.0, 1000.0]),
        ("--beta 1,1 --at 0.1,0.5,0.9", 0.5, [0.1, 0.5, 0.9]),
    ] {
        let found = json(&person, &format!("forecast quantiles {flags}"));
        let close = |found: &Value, expect: f64| (found.as_f64().unwrap() - expect).abs() <= 1e-6;
        assert!(close(&found["mean"], mean), "{flags}: {found}");
        for (index, expect) in quantiles.into_iter().enumerate() {
            assert!(close(&found["quantiles"][index]["value"], expect), "{flags}: {found}");
        }
    }
}

#[test]
fn figures_that_do_not_fit_are_refused_in_one_sentence() {
    let person = Person::new();
    person.file("word.csv", "actual,forecast\n1,2\n3,many\n");
    person.file("other.csv", "plan,actual\n1,2\n");
    person.file("gap.csv", "month,value\n2026-01,1\n2026-02,\n");
    person.file("one.csv", "value\n4\n");
    person.file("lone.csv", "1\n2\n");
    person.file("empty.csv", "");
    person.file("bare.csv", "month,value\n");
    person.file("crossed.csv", "actual,forecast,low,high\n1,1,5,2\n");
    for (line, code, parts) in [
        ("accuracy word.csv", 1, vec!["word.csv, row 3", "'many'", "1234.5"]),
        ("accuracy other.csv", 1, vec!["other.csv", "'forecast'", "'plan', 'actual'"]),
        ("accuracy crossed.csv", 1, vec!["crossed.csv", "do not rise"]),
        ("accuracy none.csv", 1, vec!["none.csv", "no file of this name"]),
        ("accuracy one.csv", 1, vec!["one.csv", "'actual'"]),
        ("accuracy lone.csv", 1, vec!["lone.csv", "'forecast'", "one column without a name"]),
        ("accuracy empty.csv", 1, vec!["empty.csv", "is empty"]),
        ("smooth bare.csv --method ses --steps 1", 1, vec!["bare.csv", "is empty"]),
        ("smooth gap.csv --method ses --steps 1", 1, vec!["gap.csv, row 3", "nothing"]),
        ("smooth one.csv --method holt --steps 1", 1, vec!["one.csv", "number of figures is 1"]),
        ("smooth one.csv --method ses --steps 0", 1, vec!["0 months", "1 to 120"]),
        ("smooth one.csv --method ses --beta 0.1 --steps 1", 1, vec!["--beta", "damped_holt"]),
        ("smooth one.csv --method holt --phi 0.9 --steps 1", 1, vec!["--phi", "damped_holt"]),
        ("smooth one.csv --method ses --alpha 2 --steps 1", 2, vec!["'2'", "0 to 1"]),
        ("quantiles --pert 3,2,1e200", 1, vec!["highest value is 1e200"]),
        ("quantiles --pert 3,2,1", 1, vec!["3, 2 and 1 do not rise"]),
        ("quantiles --pert 1,2", 2, vec!["1,2", "3 numbers"]),
        ("quantiles --beta 2,3 --at 1", 1, vec!["probability is 1", "less than 1"]),
        ("quantiles --pert 1,2,3 --beta 2,3", 2, vec!["--beta"]),
        ("quantiles --at 0.5", 2, vec!["--pert"]),
    ] {
        let ended = person.run(&format!("forecast {line}"));
        assert_eq!(ended.code, code, "ecotone forecast {line}\n{}", ended.refusal);
        for part in parts {
            assert!(
                ended.refusal.contains(part),
                "ecotone forecast {line}\nexpected: {part}\nfound: {}",
                ended.refusal
            );
        }
    }
}
