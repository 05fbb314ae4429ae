//! Reports that come again, in parts, corrected or wrong: what changes, what is asked and what is refused.

use import::{Answers, ImportError, Noun, Options, ReportOptions};
use proptest::prelude::*;

use crate::fixture;
use crate::reports::{Program, march};

fn shareasale() -> String {
    String::from_utf8(fixture("networks/shareasale.csv")).unwrap()
}

/// 9001 was 100 USD and is 90 now, and 9007 was approved meanwhile.
#[test]
fn a_corrected_report_corrects_and_says_what() {
    let mut program = Program::new();
    program.import("march.csv", shareasale().as_bytes(), &ReportOptions::default());
    let corrected = shareasale()
        .replace("$100.00,$10.00", "$90.00,$9.00")
        .replace("$60.00,$6.00,,,,0", "$60.00,$6.00,,,,1")
        .replace("9004,101", "9004,102");
    let seen = program.plan("again.csv", corrected.as_bytes(), &ReportOptions::default()).unwrap();
    let changes: Vec<String> = seen.figure_changes.iter().map(ToString::to_string).collect();
    assert_eq!(
        changes,
        [
            "Affiliate revenue of Acme Blog, 2026-03: 130.00 USD → 120.00 USD",
            "Reversed revenue of Acme Blog, 2026-03: 60.00 USD → 20.00 USD",
            "Commission of Acme Blog, 2026-03: 13.00 USD → 12.00 USD",
            "Affiliate orders of Acme Blog, 2026-04: 0 → 1",
            "Declined orders of Acme Blog, 2026-03: 1 → nothing",
        ]
    );
    let before = program.workspace.actuals.clone();
    assert!(seen.summary().join("\n").contains("130.00 USD → 120.00 USD"), "{:?}", seen.summary());
    assert_eq!(program.workspace.actuals, before, "a look changes nothing");
    program.keep(&seen);
    assert!(program.figures()[0].contains("affiliate_revenue USD 120.00"), "{:?}", program.figures());
}

#[test]
fn partners_whom_nobody_knows_are_asked_about_once() {
    for (answer, expect) in [
        ("new", vec!["Gamma Reviews 2026-03", "Acme Blog 2026-03", "Beta Deals 2026-03"]),
        ("this one", vec!["Acme Blog 2026-03", "Beta Deals 2026-03"]),
        ("leave out", vec!["Acme Blog 2026-03", "Beta Deals 2026-03"]),
    ] {
        let mut program = Program::new();
        let text = String::from_utf8(fixture("networks/impact.csv")).unwrap();
        let beta = program.workspace.organizations.iter().find(|one| one.name.as_str() == "Beta Deals").unwrap().id.0;
        let mut answers = Answers::default();
        match answer {
            "new" => drop(answers.same.insert("Gamma Reviews".to_owned(), None)),
            "this one" => drop(answers.same.insert("Gamma Reviews".to_owned(), Some(beta))),
            _ => drop(answers.left_out.insert("Gamma Reviews".to_owned())),
        }
        let unsaid = program.plan("impact.csv", text.as_bytes(), &march()).unwrap();
        let asked: Vec<String> = unsaid.questions.iter().filter(|q| q.is_open()).map(ToString::to_string).collect();
        assert!(asked.len() == 1 && asked[0].contains("'Gamma Reviews' of impact.com by partner is no partner here"));
        let options = Options { answers, report: march(), ..Options::new(Noun::Actuals) };
        let said = program.plan_with("impact.csv", text.as_bytes(), &options).unwrap();
        program.keep(&said);
        let whose: Vec<String> =
            program.figures().iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
        assert!(
            whose.len() == expect.len() && expect.iter().all(|who| whose.iter().any(|own| own == who)),
            "{whose:?}"
        );
        let next = text.replace("0,-1,-1,-50.00", "0,-2,-2,-70.00");
        let next = program.plan("impact-2.csv", next.as_bytes(), &march()).unwrap();
        assert!(next.questions.iter().all(|question| !question.is_open()), "{answer}: {:?}", next.questions);
        assert!(next.new_organizations.is_empty(), "{answer}");
        let is_changed = next.figure_changes.iter().any(|change| change.metric == "Affiliate revenue");
        assert_eq!(is_changed, answer != "leave out", "{answer}: {:?}", next.figure_changes);
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_a_sentence() {
    let awin = String::from_utf8(fixture("networks/awin-publisher.csv")).unwrap();
    let activity = String::from_utf8(fixture("networks/partnerstack-activity.csv")).unwrap();
    let none = ReportOptions::default();
    let month = |text: &str| domain::Month::parse(text).unwrap();
    let quarter = ReportOptions { period: Some((month("2026-01"), month("2026-03"))), ..ReportOptions::default() };
    let paid = ReportOptions { basis: Some(domain::ReportBasis::Paid), ..march() };
    let click = ReportOptions { dated_by: Some(domain::ReportDate::Click), ..march() };
    for (text, report, expect, typed) in [
        (&awin, &none, "has no dates: say which month it is of", "--period 2026-03"),
        (&activity, &none, "names no partners: say which motion", "--motion NAME"),
        (&awin, &paid, "does not say which commissions are paid", "--basis approved"),
        (&awin, &click, "has no column for the day of the click", "--dated-by transaction"),
        (&awin, &quarter, "months in common would count twice", ""),
    ] {
        let mut program = Program::new();
        program.import("march.csv", awin.as_bytes(), &march());
        let own = ReportOptions { motion: None, ..report.clone() };
        let refused = program.plan("other.csv", text.as_bytes(), &own).unwrap_err();
        assert!(refused.to_string().contains(expect), "{refused}");
        assert!(refused.typed().contains(typed), "{}", refused.typed());
    }
    let mut program = Program::new();
    let wrong = Options { profile: Some("cj".to_owned()), report: march(), ..Options::new(Noun::Actuals) };
    let refused = program.plan_with("awin.csv", "Campaign,Region\nA,DE\n".as_bytes(), &wrong).unwrap_err();
    assert!(
        matches!(refused, ImportError::OtherReport { .. } | ImportError::NoHeader { .. }),
        "neither partners nor figures: {refused}"
    );
}

#[test]
fn rows_with_a_wrong_currency_or_money_for_a_count_are_named() {
    for (from, to, expect) in [
        ("GB,GBP", "GB,12.50", "Row 3, column 'currency': found '12.50', expected a currency such as EUR"),
        ("GB,GBP", "GB,Pounds", "Row 3, column 'currency': found 'Pounds'"),
        (
            "\"12,000\",400",
            "\"12,000\",€400.00",
            "Row 2, column 'clicks': found '€400.00', expected a count such as 42; money",
        ),
        ("250.00,25.00", "250.00,25%", "Row 2, column 'confirmedComm': found '25%', expected an amount"),
        ("250.00,25.00", "£250.00,25.00", "one row has one currency"),
    ] {
        let mut program = Program::new();
        let text = String::from_utf8(fixture("networks/awin-publisher.csv")).unwrap();
        assert!(text.contains(from), "{from}");
        let plan = program.plan("awin.csv", text.replace(from, to).as_bytes(), &march()).unwrap();
        let refused = plan.require_all_rows().err().map(|error| error.to_string()).unwrap_or_default();
        assert!(refused.contains(expect), "{to}: {refused}");
    }
}

const HEADER: &str = "Trans ID,User ID,Trans Date,Trans Amount,Commission,Voided,Locked,Currency";

fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (1..60_u32, 101..103_u32, 1..13_u32, -9_000..20_000_i32, 0..900_i32, 0..8_u32, 0..4_u32);
    let row = row.prop_map(|(id, user, month, amount, commission, voided, kind)| {
        let (voided, locked) = (if voided == 0 { "1" } else { "" }, u32::from(kind > 0));
        let currency = if kind == 3 { "USD" } else { "EUR" };
        let (amount, commission) = (f64::from(amount) / 100.0, f64::from(commission) / 100.0);
        // The same id means the same transaction.
        (id, format!("{id},{user},2026-{month:02}-17,{amount:.2},{commission:.2},{voided},{locked},{currency}"))
    });
    prop::collection::btree_map(1..60_u32, row, 1..40).prop_map(|rows| {
        let mut by_id = std::collections::BTreeMap::new();
        by_id.extend(rows.into_values());
        by_id.into_values().collect()
    })
}

fn text(rows: &[String]) -> String {
    rows.iter().fold(format!("{HEADER}\n"), |text, row| text + row + "\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn neither_order_nor_parts_change_figures(rows in rows(), again in 0..40_usize, cut in 0..40_usize) {
        let mut whole = Program::new();
        whole.import("whole.csv", text(&rows).as_bytes(), &ReportOptions::default());
        let mut turned = rows.clone();
        turned.reverse();
        turned.push(rows[again % rows.len()].clone());
        let mut other = Program::new();
        other.import("turned.csv", text(&turned).as_bytes(), &ReportOptions::default());
        prop_assert_eq!(whole.figures(), other.figures());
        let mut parts = Program::new();
        let (first, second) = rows.split_at(cut % rows.len());
        for part in [first, second].into_iter().filter(|part| !part.is_empty()) {
            parts.import("part.csv", text(part).as_bytes(), &ReportOptions::default());
        }
        prop_assert_eq!(whole.figures(), parts.figures());
    }
}
