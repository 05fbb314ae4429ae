//! Measured figures typed and pasted: one step, all or none, and nothing that a file brought is typed over.

use serde_json::{Value, json};

use crate::joint_work::{Page, STUDY};

fn cell(metric: &str, month: &str, value: &str) -> Value {
    json!({ "metric": metric, "month": month, "value": value })
}

fn row(page: &Page, metric: &str) -> Value {
    let request = json!({ "motion": page.motion(STUDY), "first": "2026-01", "last": "2026-12" });
    let grid = page.done("actuals", request);
    grid["rows"].as_array().unwrap().iter().find(|row| row["metric"] == metric).unwrap().clone()
}

#[test]
fn a_paste_is_one_step_and_comes_back_as_typed() {
    let page = Page::sample();
    let before = page.whole();
    let cells = [
        cell("introductions", "2026-01", "3"),
        cell("introductions", "2026-02", "1,250"),
        cell("affiliate_revenue", "2026-02", "1 200.50"),
        cell("revenue", "2026-05", " "),
    ];
    let request = json!({ "motion": page.motion(STUDY), "cells": cells });
    assert_eq!(page.done("actuals_set", request.clone())["changed"], 3);
    let introductions = row(&page, "introductions");
    let texts: Vec<&str> =
        introductions["cells"].as_array().unwrap()[..3].iter().map(|cell| cell["text"].as_str().unwrap()).collect();
    assert_eq!((texts, &introductions["used"]), (vec!["3", "1250", ""], &json!(true)));
    assert_eq!(row(&page, "affiliate_revenue")["cells"][1]["text"], "1200.50");
    assert_eq!(page.done("actuals_set", request)["changed"], 0, "the same again changes nothing");
    let provisional = json!({ "metric": "introductions", "month": "2026-01", "confirmed": false });
    page.done("actuals_set", json!({ "motion": page.motion(STUDY), "cells": [provisional] }));
    assert_eq!(row(&page, "introductions")["cells"][0], json!({ "text": "3", "confirmed": false, "imported": [] }));
    assert_eq!(
        page.done("undo", json!({}))["sentence"].as_str().unwrap(),
        "Set Qualified introductions of Returns Without Regret study in 2026-01"
    );
    page.done("undo", json!({}));
    assert_eq!(page.whole(), before);
}

#[test]
fn a_figure_that_does_not_fit_changes_nothing() {
    let page = Page::sample();
    let before = page.whole();
    let motion = page.motion(STUDY);
    for (cells, part) in [
        (
            [cell("introductions", "2026-01", "3"), cell("introductions", "2026-02", "many")],
            "Qualified introductions of 2026-02: 'many' is no figure",
        ),
        (
            [cell("introductions", "2026-01", "3"), cell("revenue", "2026-02", "12%")],
            "Partner-influenced revenue of 2026-02",
        ),
        ([cell("introductions", "2026-01", "3"), cell("nothing", "2026-02", "1")], "no metric 'nothing'"),
    ] {
        let refused = page.call("actuals_set", json!({ "motion": motion, "cells": cells })).unwrap_err();
        assert!(refused.contains(part), "{refused}");
    }
    let nobody = page.call("actuals_set", json!({ "cells": [cell("orders", "2026-01", "1")] })).unwrap_err();
    assert!(nobody.contains("to a motion or to a partner"), "{nobody}");
    let long = json!({ "motion": motion, "first": "2020-01", "last": "2026-12" });
    assert!(page.call("actuals", long).unwrap_err().contains("1 to 60 months"));
    assert_eq!(page.whole(), before);
}
