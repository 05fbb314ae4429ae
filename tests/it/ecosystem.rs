//! A real public ecosystem goes in whole, comes out again, and comes back.

use crate::command_line::{Person, repository};

fn imported() -> Person {
    let person = Person::new();
    person.done("new c.ecotone --us 'Cloud Native Computing Foundation'");
    let (partners, relationships) =
        (repository("tests/fixtures/cncf/partners.csv"), repository("tests/fixtures/cncf/relationships.csv"));
    person.done(&format!("import c.ecotone '{}' --as organizations", partners.display()));
    let said = person.done(&format!("import c.ecotone '{}' --as relationships", relationships.display()));
    assert!(said.contains("Member of, Trains for, Hosted project and Builds"), "{said}");
    person
}

/// Organizations and relationships in the file.
fn counts(person: &Person) -> (usize, usize) {
    let count = |what: &str| {
        let listing: serde_json::Value =
            serde_json::from_str(&person.done(&format!("show c.ecotone {what} --json"))).unwrap();
        assert_eq!(listing["schema"], 1);
        listing[what].as_array().unwrap().len()
    };
    (count("organizations"), count("relationships"))
}

#[test]
fn every_row_goes_in_and_undo_takes_files_back_one_by_one() {
    let person = imported();
    assert_eq!(counts(&person), (2165, 2843));
    person.done("undo c.ecotone");
    assert_eq!(counts(&person), (2165, 0));
    person.done("undo c.ecotone");
    assert_eq!(counts(&person), (1, 0));
    assert!(person.run("undo c.ecotone").refusal.contains("nothing to undo"));
    person.done("redo c.ecotone");
    person.done("redo c.ecotone");
    assert_eq!(counts(&person), (2165, 2843));
    assert!(person.done("check c.ecotone").contains("is clean"));
}

#[test]
fn the_same_files_again_change_nothing() {
    let person = imported();
    let before = person.done("show c.ecotone history");
    for (file, noun) in [("partners", "organizations"), ("relationships", "relationships")] {
        let path = repository(&format!("tests/fixtures/cncf/{file}.csv"));
        person.done(&format!("import c.ecotone '{}' --as {noun}", path.display()));
    }
    assert_eq!(counts(&person), (2165, 2843));
    assert_eq!(person.done("show c.ecotone history"), before);
}

#[test]
fn another_sqlite_finds_the_file_whole() {
    let person = imported();
    let output = std::process::Command::new("sqlite3")
        .args([person.path("c.ecotone").as_os_str(), "pragma integrity_check".as_ref()])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "ok");
}

#[test]
fn history_reads_as_sentences() {
    let person = imported();
    person.done("undo c.ecotone");
    let history = person.done("show c.ecotone history");
    assert!(history.contains("Imported 2,843 relationships from relationships.csv"), "{history}");
    assert!(history.contains("undo"), "{history}");
}

#[test]
fn nothing_lies_beside_the_file() {
    let person = imported();
    let names: Vec<String> = std::fs::read_dir(person.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("c."))
        .collect();
    assert_eq!(names, ["c.ecotone"]);
}
