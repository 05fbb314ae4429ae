//! Bad input gets one clear sentence and changes nothing.

use crate::command_line::Person;

/// A workspace with two partners and a motion.
fn prepared() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.file("two.csv", "Name,Kind\nAcme,Brand\nNordlys,Reseller\n");
    person.done("import w.ecotone two.csv --as organizations");
    person.done("motion add w.ecotone --name Tour --kind joint_gtm --partner Acme --start 2026-01-01 --end 2026-06-30");
    person
}

/// Runs `line` and compares exit code and parts of the sentence.
fn check(person: &Person, line: &str, code: i32, parts: &[&str]) {
    let ended = person.run(line);
    assert_eq!(ended.code, code, "ecotone {line}\n{}", ended.refusal);
    for part in parts {
        assert!(ended.refusal.contains(part), "ecotone {line}\nexpected: {part}\nfound: {}", ended.refusal);
    }
}

#[test]
fn files_that_are_no_workspace() {
    let person = prepared();
    person.file("text.ecotone", "hello");
    std::fs::create_dir(person.path("folder.ecotone")).unwrap();
    let mut damaged = std::fs::read(person.path("w.ecotone")).unwrap();
    let half = damaged.len() / 2;
    damaged[half..].fill(0x5a);
    person.file("damaged.ecotone", &damaged);
    let mut newer = std::fs::read(person.path("w.ecotone")).unwrap();
    newer[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    person.file("newer.ecotone", &newer);
    for (file, parts) in [
        ("missing.ecotone", ["missing.ecotone", ""]),
        ("text.ecotone", ["text.ecotone", "not a"]),
        ("folder.ecotone", ["folder.ecotone", "folder"]),
        ("damaged.ecotone", ["damaged.ecotone", "damaged"]),
        ("newer.ecotone", ["newer.ecotone", "newer"]),
    ] {
        check(&person, &format!("show {file} organizations"), 1, &parts);
    }
    assert_eq!(std::fs::read(person.path("newer.ecotone")).unwrap(), newer, "a newer file stays untouched");
    check(&person, "new w.ecotone", 1, &["w.ecotone"]);
}

#[test]
fn a_file_that_another_process_holds() {
    let person = prepared();
    let held = store::WorkspaceFile::open(&person.path("w.ecotone"), None).unwrap();
    check(&person, "show w.ecotone organizations", 1, &["w.ecotone", "open"]);
    drop(held);
    person.done("show w.ecotone organizations");
}

#[test]
fn tables_that_do_not_fit() {
    let person = prepared();
    let before = person.done("show w.ecotone history");
    for (content, noun, parts) in [
        ("", "organizations", vec!["in.csv", "empty"]),
        ("1,2\n3,4\n", "organizations", vec!["in.csv", "column names"]),
        ("From,Relationship\nAcme,resells\n", "relationships", vec!["in.csv", "row 1", "From and Relationship"]),
        ("Name,Kind,Tier\nZed,Brand\n", "organizations", vec!["in.csv", "Row 2", "found", "expected"]),
        ("From,To,Relationship\nAcme,Nobody,resells\n", "relationships", vec!["in.csv", "Row 2", "'To'", "Nobody"]),
        ("Name,Kind,Since\nZed,Brand,31.31.2026\n", "organizations", vec!["in.csv", "Row 2", "'Since'", "31.31.2026"]),
        (
            "Month,Motion,Metric,Value\n2026-01,Tour,revenue,much\n",
            "actuals",
            vec!["in.csv", "Row 2", "'Value'", "much"],
        ),
        (
            "Month,Motion,Metric,Value\n2026-01,Nothing,revenue,5\n",
            "actuals",
            vec!["in.csv", "Row 2", "'Motion'", "Nothing"],
        ),
    ] {
        person.file("in.csv", content);
        check(&person, &format!("import w.ecotone in.csv --as {noun}"), 1, &parts);
    }
    assert_eq!(person.done("show w.ecotone history"), before);
}

#[test]
fn good_rows_go_in_while_bad_ones_are_kept_with_their_reason() {
    let person = prepared();
    person.file("in.csv", "From,To,Relationship\nAcme,Nordlys,resells\nAcme,Nobody,resells\n");
    let said = person.done("import w.ecotone in.csv --as relationships --rejects bad.csv");
    assert!(said.contains("1 relationship added") && said.contains("bad.csv"), "{said}");
    let rejects = std::fs::read_to_string(person.path("bad.csv")).unwrap();
    assert!(rejects.starts_with("From,To,Relationship,Reason"), "{rejects}");
    assert_eq!(rejects.lines().count(), 2, "{rejects}");
    assert!(rejects.contains("Nobody"), "{rejects}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let person = prepared();
    let before = person.done("show w.ecotone history");
    person.file("in.csv", "Name,Kind\nZed,Brand\n");
    let said = person.done("import w.ecotone in.csv --as organizations --dry-run");
    assert!(said.contains("1 organization added") && said.contains("dry run"), "{said}");
    assert_eq!(person.done("show w.ecotone history"), before);
}

#[test]
fn words_that_name_nothing() {
    let person = prepared();
    let motion = "motion add w.ecotone --name M --start 2026-01-01 --end 2026-02-01";
    let actual = "actual add w.ecotone --month 2026-01";
    for (line, code, parts) in [
        (format!("{motion} --kind dance"), 1, vec!["'dance'", "joint_gtm"]),
        (format!("{motion} --kind joint_gtm --partner Acm"), 1, vec!["'Acm'", "did you mean 'Acme'"]),
        (format!("{motion} --kind joint_gtm --budget 1,5"), 1, vec!["'1,5'"]),
        (format!("{actual} --motion Tour --metric fame --value 1"), 1, vec!["'fame'", "revenue"]),
        (format!("{actual} --motion Tour --metric revenue --value lots"), 1, vec!["'lots'"]),
        (format!("{actual} --motion Tour --metric revenue --value 1.234"), 1, vec!["1.234", "decimals"]),
        (
            "motion add w.ecotone --name M --kind joint_gtm --start 2026-02-01 --end 2026-01-01".into(),
            1,
            vec!["before"],
        ),
        ("actual add w.ecotone --motion Tour --metric revenue --month 2026-13 --value 1".into(), 2, vec!["2026-13"]),
        ("show w.ecotone cakes".into(), 2, vec!["cakes"]),
        ("dance".into(), 2, vec!["dance"]),
    ] {
        check(&person, &line, code, &parts);
    }
}

#[test]
fn an_unwritable_place_leaves_nothing_half() {
    let person = prepared();
    check(&person, "export w.ecotone map --out nowhere/map.svg", 1, &["nowhere/map.svg"]);
    assert!(!person.path("nowhere").exists());
}
