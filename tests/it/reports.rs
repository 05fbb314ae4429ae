//! Reports of networks from the command line: what comes in, comes again, is refused, waits for a rate, and is taken back.

use serde_json::Value;

use crate::command_line::{Person, repository};

fn network(file: &str) -> String {
    repository(&format!("tests/fixtures/networks/{file}.csv")).display().to_string()
}

/// A workspace with the two partners of the reports.
fn program() -> Person {
    let person = Person::new();
    person.file("partners.csv", "Name,Website\nAcme Blog,acme.example\nBeta Deals,beta.example\n");
    person.done("new r.ecotone --us Tidewater");
    person.done("import r.ecotone partners.csv --as organizations");
    person
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Every figure but its id, which is made anew.
fn figures(person: &Person) -> Vec<String> {
    let folder = "figures";
    person.done(&format!("export r.ecotone tables --out {folder}"));
    let table = std::fs::read_to_string(person.path(&format!("{folder}/actuals.csv"))).unwrap();
    let mut lines: Vec<String> = table.lines().skip(1).map(|line| line.split_once(',').unwrap().1.to_owned()).collect();
    lines.sort();
    lines
}

#[test]
fn a_report_comes_in_once_and_is_taken_back_as_one_step() {
    let person = program();
    let import = format!("import r.ecotone '{}' --as actuals --period 2026-03", network("awin-publisher"));
    let seen = person.done(&format!("{import} --dry-run"));
    assert!(seen.contains("GBP kept as they are: they wait for a rate from GBP to EUR"), "{seen}");
    assert_eq!(figures(&person), Vec::<String>::new(), "a look writes nothing");
    person.done(&import);
    let first = figures(&person);
    assert!(
        first.contains(&"2026-03,Acme Blog,,affiliate_revenue,250.00,EUR,Awin by publisher".to_owned()),
        "{first:?}"
    );
    let history = person.done("show r.ecotone history");
    let again = person.done(&import);
    assert!(again.contains("nothing changes"), "{again}");
    assert_eq!(person.done("show r.ecotone history"), history);

    let corrected = std::fs::read_to_string(network("awin-publisher")).unwrap().replace("250.00,25.00", "240.00,24.00");
    person.file("corrected.csv", corrected);
    let second = json(&person.done("import r.ecotone corrected.csv --as actuals --period 2026-03 --json"));
    let changes = second["changes"].as_array().unwrap();
    assert_eq!(changes[0], "Affiliate revenue of Acme Blog, 2026-03: 250.00 EUR → 240.00 EUR");
    assert_eq!((changes.len(), second["updated"].as_u64()), (2, Some(2)));
    person.done("undo r.ecotone");
    assert_eq!(figures(&person), first);
    person.done("undo r.ecotone");
    assert_eq!(figures(&person), Vec::<String>::new());
    assert!(person.done("check r.ecotone").contains("is clean"));
}

#[test]
fn what_a_report_needs_is_asked_for_in_the_words_of_the_command_line() {
    let person = program();
    for (file, flags, expect) in [
        ("awin-publisher", "", "(--period 2026-03"),
        ("awin-publisher", "--period 2026-03 --basis paid", "(--basis approved"),
        ("partnerstack-activity", "", "(--motion NAME)"),
        ("shareasale", "--profile awin", "is no report of Awin by publisher"),
    ] {
        let refused = person.run(&format!("import r.ecotone '{}' --as actuals {flags}", network(file))).refusal;
        assert!(refused.contains(expect), "{file} {flags}: {refused}");
    }
    person.file("wrong.csv", "publisherId,publisherName,currency,clicks,pendingNo,confirmedNo,confirmedValue\n1,Acme Blog,Euros,5,0,1,10.00\n");
    let refused = person.run("import r.ecotone wrong.csv --as actuals --period 2026-03").refusal;
    assert!(refused.contains("Row 2, column 'currency': found 'Euros', expected a currency such as EUR"), "{refused}");
    assert_eq!(figures(&person), Vec::<String>::new());
}

#[test]
fn partners_of_a_report_are_said_once() {
    let person = program();
    let import = format!("import r.ecotone '{}' --as actuals --period 2026-03", network("impact"));
    let seen = person.done(&format!("{import} --dry-run"));
    assert!(seen.contains("'Gamma Reviews' of impact.com by partner is no partner here"), "{seen}");
    person.done(&format!("{import} --partner 'Gamma Reviews=-'"));
    assert!(figures(&person).iter().all(|line| !line.contains("Gamma")));
    let again = person.done(&import);
    assert!(again.contains("left out, as you said: Gamma Reviews") && again.contains("nothing changes"), "{again}");
}

#[test]
fn rates_are_given_listed_and_taken_away() {
    let person = program();
    person.done("rate add r.ecotone GBP EUR 1.17 --date 2026-03-31 --source ECB");
    let rates = json(&person.done("show r.ecotone rates --json"));
    assert_eq!((rates["rates"][0]["rate"].as_f64(), rates["rates"][0]["source"].as_str()), (Some(1.17), Some("ECB")));
    let import = format!("import r.ecotone '{}' --as actuals --period 2026-03", network("awin-publisher"));
    assert!(!person.done(&import).contains("wait for a rate"));
    person.done("rate add r.ecotone GBP EUR 1.18 --date 2026-03-31 --source ECB");
    let listed = person.done("rate list r.ecotone");
    assert!(listed.contains("1.18") && !listed.contains("1.17"), "{listed}");
    person.done("rate remove r.ecotone GBP EUR --date 2026-03-31");
    for (typed, expect) in [
        ("rate remove r.ecotone GBP EUR --date 2026-03-31", "There is no rate from GBP to EUR of 2026-03-31"),
        ("rate add r.ecotone EUR EUR 1 --date 2026-03-31 --source ECB", "give a rate between two currencies"),
        ("rate add r.ecotone GBP EUR 0 --date 2026-03-31 --source ECB", "0 is no rate"),
        ("rate add r.ecotone GBP EUR 1 --date 2026-03-31 --source ' '", "A rate needs its source"),
    ] {
        let refused = person.run(typed).refusal;
        assert!(refused.contains(expect), "{typed}: {refused}");
    }
}
