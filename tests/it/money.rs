//! Who pays what, in which currency, what funds still need, and what a cost that follows results may come to.

use domain::Money;
use serde_json::{Value, json};

use crate::command_line::Person;
use crate::joint_work::{Page, STUDY, euros};

#[test]
fn payers_add_up_to_the_cent_on_the_command_line() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done(&format!("budget add w.ecotone --motion '{STUDY}' --name Printing --planned 100.01"));
    person.done(&format!(
        "budget set w.ecotone Printing --motion '{STUDY}' 'payer=Cinder CDP:33.3%' 'payer=Harbor POS:33.3%' spent=50.01"
    ));
    let shown: Value =
        serde_json::from_str(&person.done("show w.ecotone budget --filter name=Printing --json")).unwrap();
    let line = &shown["budget"][0];
    assert_eq!((&line["planned"], &line["over"]), (&euros("100.01"), &Value::Null));
    assert_eq!(line["payers"], json!(["Cinder CDP 33.30 EUR", "Harbor POS 33.30 EUR"]));
    person.done(&format!("budget set w.ecotone Printing --motion '{STUDY}' 'payer=Cinder CDP:100.01' spent=120"));
    let shown: Value =
        serde_json::from_str(&person.done("show w.ecotone budget --filter name=Printing --json")).unwrap();
    assert_eq!(shown["budget"][0]["over"], euros("19.99"));
    let ended = person.run(&format!("budget set w.ecotone Printing --motion '{STUDY}' 'payer=Cinder CDP:100.02'"));
    assert!(ended.refusal.contains("come to €100.02, and Printing is planned at €100.01"), "{}", ended.refusal);
}

#[test]
fn a_program_that_sells_more_than_planned_is_not_over_its_budget() {
    let page = Page::sample();
    let motion = page.motion(STUDY);
    let projection = json!({ "motion": motion, "metric": "orders", "from": "2026-05", "months": 4, "model": "linear",
        "total": "400" });
    page.done("projection_set", projection);
    let money = page.done("motion_money", json!({ "id": motion }));
    let follow =
        money["followable"].as_array().unwrap().iter().find(|each| each["metric"] == "orders").unwrap().clone();
    let follow = json!({ "projection": follow["projection"], "rate": 5.0 });
    let added = page.done(
        "budget_line_add",
        json!({ "motion": motion, "name": "Commission", "planned": euros("0"), "follow": follow }),
    );
    let line = || {
        let money = page.done("motion_money", json!({ "id": motion }));
        money["lines"].as_array().unwrap().iter().find(|line| line["id"] == added["id"]).unwrap().clone()
    };
    // 400 orders at €5; May and June of four months are over by 30 June.
    assert_eq!((&line()["planned"], &line()["implied"]), (&euros("2000.00"), &euros("1000.00")));
    let spent = json!({ "id": added["id"], "change": { "field": "spent", "value": euros("1500") } });
    page.done("budget_line_update", spent);
    assert_eq!(line()["over"], euros("500.00"), "nothing was sold that explains it");
    let sold = json!({ "metric": "orders", "month": "2026-05", "value": "250" });
    page.done("actuals_set", json!({ "motion": motion, "cells": [sold] }));
    assert_eq!((&line()["implied"], &line()["over"]), (&euros("1750.00"), &Value::Null));
    assert_eq!(line()["follows"]["words"], "€5 for each of Affiliate orders (400)");
}

#[test]
fn currencies_stand_side_by_side_and_never_add() {
    let page = Page::sample();
    let motion = page.motion(STUDY);
    let dollars = json!({ "amount": "9.99", "currency": "USD" });
    let before = page.done("motion_money", json!({ "id": motion }))["totals"].clone();
    page.done("budget_line_add", json!({ "motion": motion, "name": "Booth", "planned": dollars, "follow": null }));
    let money = page.done("motion_money", json!({ "id": motion }));
    assert_eq!((&money["totals"][0], &money["totals"][1]["planned"]), (&before[0], &dollars));
    for total in money["totals"].as_array().unwrap() {
        let currency = &total["planned"]["currency"];
        let minor = |of: &Value| serde_json::from_value::<Money>(of.clone()).unwrap().minor;
        let payers =
            money["payers"].as_array().unwrap().iter().filter(|payer| payer["planned"]["currency"] == *currency);
        for what in ["planned", "committed", "spent"] {
            assert_eq!(payers.clone().map(|payer| minor(&payer[what])).sum::<i64>(), minor(&total[what]), "{what}");
        }
    }
}

#[test]
fn another_currency_of_the_workspace_changes_no_amount() {
    let page = Page::sample();
    let before = page.whole();
    for currency in ["JPY", "KWD", "USD"] {
        page.done("currency_set", json!({ "currency": currency }));
        let mut after = page.whole();
        assert_eq!(after.settings.currency.code(), currency);
        after.settings.currency = before.settings.currency;
        assert_eq!(after, before, "{currency}");
    }
}

#[test]
fn a_fund_lives_its_life_and_is_due_when_it_must_be_claimed() {
    let page = Page::sample();
    let fund = json!({ "name": "Spring MDF", "giver": page.partner("Cinder CDP"), "motion": page.motion(STUDY),
        "amount": euros("4000"), "accrued": false });
    let id = page.done("fund_add", fund)["id"].clone();
    let set = |of: &str, day: Value| {
        page.call("fund_update", json!({ "id": id, "change": { "field": "day", "value": { "of": of, "day": day } } }))
    };
    let words = || {
        let funds = page.done("funds", json!({}));
        funds.as_array().unwrap().iter().find(|fund| fund["id"] == id).unwrap()["words"].clone()
    };
    let due = || {
        let items = page.done("due", json!({}));
        items.as_array().unwrap().iter().filter(|item| item["what"] == "Claim Spring MDF with proof").count()
    };
    assert_eq!((words(), due()), (json!("not yet requested"), 0));
    for (of, day, expect, deadlines) in [
        ("approved", "2026-05-02", "approved, to be spent", 0),
        ("spent", "2026-06-01", "spent, to be claimed", 0),
        ("claim_by", "2026-07-08", "claim by 8 July, 8 days left", 1),
        ("claim_by", "2026-06-29", "expired unclaimed on 29 June", 1),
    ] {
        set(of, json!(day)).unwrap();
        assert_eq!((words(), due()), (json!(expect), deadlines), "{of} {day}");
    }
    assert!(set("claimed", json!("2026-06-28")).unwrap_err().contains("claimed with proof"));
    page.done("fund_update", json!({ "id": id, "change": { "field": "proof", "value": "Invoice 4711" } }));
    assert!(set("claimed", json!("2026-05-31")).unwrap_err().contains("before it was spent on 2026-06-01"));
    set("claimed", json!("2026-06-28")).unwrap();
    assert_eq!((words(), due()), (json!("claimed on 28 June, not yet reimbursed"), 0));
}

#[test]
fn a_scenario_plans_another_amount_and_expected_keeps_its_own() {
    let page = Page::sample();
    let motion = page.motion(STUDY);
    let money = || page.done("motion_money", json!({ "id": motion }))["lines"][0].clone();
    let before = money();
    let scenario = json!(page.whole().scenarios[0].id);
    page.done("scenario_choose", json!({ "scenario": scenario }));
    let planned = json!({ "id": before["id"], "change": { "field": "planned", "value": euros("77.77") } });
    page.done("budget_line_update", planned);
    assert_eq!(money()["planned"], euros("77.77"));
    page.done("scenario_choose", json!({ "scenario": null }));
    assert_eq!(money(), before);
}

#[test]
fn two_partners_made_one_pay_what_both_did_and_keep_both_plans() {
    let page = Page::sample();
    let (motion, gone, kept) = (page.motion(STUDY), page.partner("Cinder CDP"), page.partner("Harbor POS"));
    let line = json!({ "motion": motion, "name": "Booth", "planned": euros("1000"), "follow": null });
    let id = page.done("budget_line_add", line)["id"].clone();
    let shares = json!([
        { "organization": gone, "part": { "amount": euros("250") } },
        { "organization": kept, "part": { "percent": 50.0 } },
    ]);
    page.done("budget_line_update", json!({ "id": id, "change": { "field": "shares", "value": shares } }));
    for (partner, field, text) in
        [(&gone, "threats", "Price"), (&gone, "cadence", "Weekly"), (&kept, "cadence", "Monthly")]
    {
        let text = json!({ "organization": partner, "field": field, "text": text, "audience": "internal" });
        page.done("joint_plan_text_set", text);
    }
    page.done("organizations_merge", json!({ "goes": gone, "stays": kept }));
    let money = page.done("motion_money", json!({ "id": motion }));
    let booth = money["lines"].as_array().unwrap().iter().find(|line| line["id"] == id).unwrap();
    assert_eq!(booth["shares"].as_array().unwrap().len(), 1);
    assert_eq!(booth["shares"][0]["pays"], euros("750.00"));
    let plan = page.done("joint_plan", json!({ "id": kept }));
    let text = |field: &str| {
        let texts = plan["texts"].as_array().unwrap();
        texts.iter().find(|text| text["field"] == field).unwrap()["text"].clone()
    };
    assert_eq!((text("threats"), text("cadence")), (json!("Price"), json!("Monthly")));
}
