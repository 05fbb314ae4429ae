//! A document without partner names: whoever reads it learns of no partner but the client, wherever a name was typed.

use std::process::Command;

use serde_json::Value;

use crate::audiences::printed;
use crate::command_line::Person;
use crate::sections::plan_jointly;

/// Begins every partner's name, and nothing else.
const MARK: &str = "Qzx";
const CLIENT: &str = "Clientele Works";

/// Texts that a person types, and that may name anybody.
const TYPED: [&str; 12] = [
    "name",
    "what",
    "answer",
    "text",
    "note",
    "notes",
    "reason",
    "health_reason",
    "objective",
    "role",
    "definition",
    "group",
];

/// The sample, in which every text that somebody typed names a partner.
fn named_everywhere() -> Person {
    let person = Person::new();
    person.done("new sample.ecotone --template sample");
    person.done("export sample.ecotone workspace --out sample.json");
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("sample.json")).unwrap()).unwrap();
    let us = whole["workspace"]["settings"]["us"].clone();
    let lists = whole["workspace"].as_object_mut().unwrap();
    plan_jointly(lists);
    let mut names = Vec::new();
    for (at, row) in lists["organizations"].as_array_mut().unwrap().iter_mut().enumerate() {
        if row["id"] != us {
            let name = if names.is_empty() { CLIENT.to_owned() } else { format!("{MARK}{at}a Co") };
            row["name"] = name.clone().into();
            names.push(name);
        }
    }
    for (list, rows) in lists.iter_mut() {
        for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            for (key, value) in row.iter_mut() {
                let is_name = list == "organizations" && key == "name";
                if TYPED.contains(&key.as_str()) && value.is_string() && !is_name {
                    let name = &names[1 + value.as_str().unwrap().len() % (names.len() - 1)];
                    *value = format!("{} with {name}", value.as_str().unwrap()).into();
                }
            }
        }
    }
    person.file("named.json", whole.to_string());
    person.done("new w.ecotone --from named.json");
    person.done("lock w.ecotone --name First --today 2026-03-31");
    person.done(
        "motion add w.ecotone --name 'Harbor Tour' --kind joint_gtm --start 2026-09-01 --end 2026-10-31 --budget 12000",
    );
    person.done("document add w.ecotone --name All");
    person.done(&format!(
        "document set w.ecotone All sections=cover,summary,review,strategy,map,growth,partners,profiles,joint_plan,timeline,\
         motions,outcomes,scenarios,risks,budget,changes,glossary,method 'client={CLIENT}' 'heading.map={MARK}3a Co carries' \
         heading.risks=accept heading.summary=accept 'title=With {MARK}4a Co'"
    ));
    person.file("own.md", format!("# Thanks to {MARK}5a Co\n\nAnd to **{MARK}6a Co**."));
    person.done("document text w.ecotone All own.md");
    person
}

/// Everything that a program could read in the file.
fn told(person: &Person, name: &str) -> String {
    let open = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .arg(person.path(name))
        .arg("-")
        .output()
        .unwrap();
    printed(person, name) + &String::from_utf8_lossy(&open.stdout)
}

#[test]
fn a_document_without_partner_names_names_us_and_the_client_alone() {
    let person = named_everywhere();
    person.done("export w.ecotone document --document All --out all.pdf --today 2026-06-03");
    assert!(told(&person, "all.pdf").matches(MARK).count() > 300, "the test would see one");
    person.done("document set w.ecotone All partner_names=no");
    for settings in ["map.extent=kind audience=internal", "map.extent=whole audience=client language=de"] {
        person.done(&format!("document set w.ecotone All {settings}"));
        person.done("export w.ecotone document --document All --out all.pdf --today 2026-06-03");
        let found = told(&person, "all.pdf");
        let mut around = found.lines().filter(|line| line.contains(MARK));
        assert_eq!(around.next(), None, "{settings}");
        for words in [CLIENT, "Tidewater", "Partner 1", "Partner 2"] {
            assert!(found.contains(words), "{settings}: {words}");
        }
    }
}

#[test]
fn a_heading_that_was_accepted_stays_without_names() {
    let person = named_everywhere();
    person.done("document set w.ecotone All partner_names=no sections=risks,map");
    let before = person.done("export w.ecotone document --document All --out all.pdf --today 2026-06-03");
    assert!(!before.contains("risks"), "{before}");
}

#[test]
fn a_document_prints_the_figures_of_its_own_scenario() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("document add w.ecotone --name Plan");
    person.done("document set w.ecotone Plan sections=cover,outcomes,method");
    let text = |flags: &str| {
        person.done(&format!("export w.ecotone document --document Plan --out plan.pdf --today 2026-06-30 {flags}"));
        printed(&person, "plan.pdf")
    };
    let (expected, lost) = (text(""), text("--scenario 'Lose top reseller'"));
    assert_ne!(expected, lost);
    person.done("document set w.ecotone Plan 'scenario=Lose top reseller'");
    assert_eq!(text(""), lost);
    assert_eq!(text("--scenario Expected"), expected, "what is asked for this once");
    person.done("document set w.ecotone Plan scenario=Expected");
    assert_eq!(text(""), expected);
    person.done("document set w.ecotone Plan scenario=");
    assert_eq!(text("--scenario 'Lose top reseller'"), lost);
    let ended = person.run("document set w.ecotone Plan scenario=Nowhere");
    assert!(ended.refusal.contains("There is no scenario 'Nowhere'"), "{}", ended.refusal);

    person.done("document set w.ecotone Plan 'scenario=Lose top reseller'");
    person.done("scenario remove w.ecotone 'Lose top reseller'");
    let landing = |text: &str| text.lines().filter(|line| line.starts_with('p')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(landing(&text("")), landing(&expected), "one that is gone gives way");
    assert_ne!(landing(&expected), landing(&lost));
}
