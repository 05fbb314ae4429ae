//! The report as a workbook: its formulas come to the workspace's totals, what was typed stays a text, and a client reads
//! nothing that is ours.

mod office;
mod sheets;

use calamine::Data;
use serde_json::{Value, json};

use crate::audiences::{MARK, marked};
use crate::command_line::Person;
use sheets::Book;

const SHEETS: [&str; 9] =
    ["Overview", "Partners", "Relationships", "Motions", "Tasks", "Budget", "Projections", "Actuals", "Variance"];

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

fn report(person: &Person, options: &str) -> Book {
    person.done(&format!("export w.ecotone report --out w.xlsx {options}"));
    Book::open(&person.path("w.xlsx"))
}

fn asked(person: &Person, line: &str) -> Value {
    serde_json::from_str(&person.done(line)).unwrap()
}

/// Whole units of money, or a number.
fn units(value: &Value) -> Option<f64> {
    value["amount"].as_str().map_or_else(|| value.as_f64(), |amount| amount.parse().ok())
}

/// To the minor unit.
fn same(left: f64, right: f64) -> bool {
    (left - right).abs() < 0.005 + 1e-9 * left.abs()
}

#[test]
fn every_formula_worked_out_anew_says_what_the_file_says() {
    let book = report(&sample(), "");
    assert_eq!(book.names(), SHEETS);
    let mut kinds = std::collections::BTreeMap::new();
    for (sheet, at, formula) in book.formulas() {
        *kinds.entry(formula.split('(').next().unwrap().chars().take(5).collect::<String>()).or_insert(0) += 1;
        let worked_out = book.work_out(&sheet, &formula);
        match book.cell(&sheet, at) {
            Data::String(text) => assert_eq!((text.as_str(), worked_out), ("—", None), "{sheet} {at:?} {formula}"),
            cell => {
                let value = calamine::DataType::as_f64(&cell).unwrap();
                assert!(
                    worked_out.is_some_and(|other| same(other, value)),
                    "{sheet} {at:?} {formula}: {worked_out:?}, {value}"
                );
            }
        }
    }
    assert!(kinds.get("SUM").is_some_and(|count| *count > 100) && kinds.contains_key("SUMIF"), "{kinds:?}");
}

#[test]
fn totals_worked_out_anew_are_the_workspaces() {
    let person = sample();
    let book = report(&person, "");
    let variance = asked(&person, "variance w.ecotone --json");
    let mut compared = 0;
    for row in book.table("Variance").into_iter().filter(|row| row["Motion"].1 == "All motions") {
        let metrics = variance["metrics"].as_array().unwrap();
        let metric = metrics.iter().find(|metric| metric["name"] == json!(row["Metric"].1)).unwrap();
        for (column, field) in [("Planned", "planned"), ("Actual", "actual"), ("Variance", "variance")] {
            let Some(own) = units(&metric[field]) else { continue };
            let found = book.value("Variance", row[column].0).unwrap();
            assert!(same(found, own), "{}: {column} {found}, {own}", metric["name"]);
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
    let budget = asked(&person, "show w.ecotone budget --json");
    let planned: f64 = budget["budget"].as_array().unwrap().iter().filter_map(|line| units(&line["planned"])).sum();
    let total = book.table("Budget").into_iter().find(|row| row["Motion"].1 == "Total").unwrap();
    assert!(same(book.value("Budget", total["Planned"].0).unwrap(), planned));
    let motions: f64 = book.table("Motions").iter().filter_map(|row| book.value("Motions", row["Planned"].0)).sum();
    assert!(same(motions, planned), "each motion's lines are added up: {motions}, {planned}");
}

#[test]
fn what_was_typed_is_a_text_whatever_it_looks_like() {
    let person = Person::new();
    person.done("new w.ecotone --us =1+1");
    let typed = ["=HYPERLINK(1)", "+cmd|' /C calc", "@SUM(A1)", "-2+3", "{=1}"];
    person.file("p.csv", format!("Name;Kind\n{};reseller\n", typed.join(";reseller\n")));
    person.done("import w.ecotone p.csv --as organizations");
    person.done(&format!(
        "motion add w.ecotone --name '{}' --form light --playbook co_created --start 2026-01-01",
        "=2*3"
    ));
    let book = report(&person, "");
    let partners: Vec<String> = book.table("Partners").iter().map(|row| row["Partner"].1.clone()).collect();
    for name in typed {
        assert!(partners.iter().any(|partner| partner == name), "{name}: {partners:?}");
    }
    assert_eq!(book.table("Motions")[0]["Motion"].1, "=2*3");
    for (sheet, at, formula) in book.formulas() {
        let ours = ["SUM(", "SUMIF(", "IF("].iter().any(|begin| formula.starts_with(begin));
        let difference = formula.split('-').all(|cell| cell.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert!(ours || difference, "{sheet} {at:?}: {formula}");
    }
}

#[test]
fn a_report_is_of_the_chosen_scenario_and_always_the_same() {
    let person = sample();
    let expected = report(&person, "--today 2026-07-01");
    let first = std::fs::read(person.path("w.xlsx")).unwrap();
    report(&person, "--today 2026-07-01");
    assert!(first == std::fs::read(person.path("w.xlsx")).unwrap(), "the same bytes");
    let scenarios: Value = {
        person.done("export w.ecotone workspace --out w.json");
        serde_json::from_slice(&std::fs::read(person.path("w.json")).unwrap()).unwrap()
    };
    let name = scenarios["workspace"]["scenarios"][0]["name"].as_str().unwrap();
    let other = report(&person, &format!("--today 2026-07-01 --scenario '{name}'"));
    assert!(other.text().contains(name));
    let planned = |book: &Book| -> Vec<Option<f64>> {
        book.table("Variance").iter().map(|row| book.value("Variance", row["Planned for the year"].0)).collect()
    };
    assert_ne!(planned(&expected), planned(&other));
    let refused = person.run("export w.ecotone report --out w.xlsx --scenario Nowhere");
    assert_eq!(refused.code, 1);
}

#[test]
fn a_report_for_others_says_nothing_that_is_ours() {
    let (person, _) = marked();
    person.done("export marked.ecotone report --out ours.xlsx");
    assert!(Book::open(&person.path("ours.xlsx")).text().contains(MARK), "the test would see one");
    for audience in ["client", "partner"] {
        person.done(&format!("export marked.ecotone report --out {audience}.xlsx --audience {audience}"));
        let book = Book::open(&person.path(&format!("{audience}.xlsx")));
        assert!(!book.text().contains(MARK), "{audience}");
        assert_eq!(book.names(), SHEETS);
        let statuses: Vec<String> = book.table("Motions").iter().map(|row| row["Status"].1.clone()).collect();
        assert!(!statuses.is_empty());
        assert!(statuses.iter().all(|status| !["Idea", "Draft", "Dropped"].contains(&status.as_str())), "{statuses:?}");
        let judged = book.table("Partners")[0].contains_key("Depth");
        assert_eq!(judged, audience == "client", "a partner does not read how we judge");
    }
}

#[test]
fn an_empty_workspace_makes_a_report_too() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    assert_eq!(report(&person, "").names(), SHEETS);
    let refused = person.run("export w.ecotone report --out no/w.xlsx");
    assert_eq!(refused.code, 1, "{}", refused.refusal);
}
