//! Nothing that is ours to read leaves in what is made for a client or a partner: markers stand in every text that names an
//! audience, and no output holds one.

use serde_json::{Value, json};

use crate::command_line::Person;
use crate::sections::plan_jointly;

/// Begins every marker, and nothing else.
pub const MARK: &str = "MARKED-";

/// Texts that a person types, beside the audience that may read them.
const TYPED: [&str; 11] =
    ["name", "what", "answer", "text", "note", "notes", "reason", "health_reason", "objective", "proof", "value"];

/// The sample with everything that names an audience meant for us and marked, and texts that are always ours.
pub fn marked() -> (Person, usize) {
    let person = Person::new();
    person.done("new sample.ecotone --template sample");
    person.done("export sample.ecotone workspace --out sample.json");
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("sample.json")).unwrap()).unwrap();
    let mut marks = 0;
    let lists = whole["workspace"].as_object_mut().unwrap();
    plan_jointly(lists);
    for (list, rows) in lists.iter_mut() {
        for row in rows.as_array_mut().into_iter().flatten() {
            mark(list, row, &mut marks);
        }
    }
    let partner = lists["organizations"][1]["id"].clone();
    lists["custom_fields"] = json!([{ "key": "secret", "noun": "organization", "name": format!("{MARK}field"),
        "kind": "text", "choices": null, "audience": "internal", "position": 0 }]);
    lists["custom_values"] = json!([{ "field": "secret", "row": partner, "value": format!("{MARK}value") }]);
    person.file("marked.json", whole.to_string());
    person.done("new marked.ecotone --from marked.json");
    (person, marks)
}

fn mark(list: &str, row: &mut Value, marks: &mut usize) {
    let Some(fields) = row.as_object_mut() else { return };
    let meant: Vec<String> = fields.keys().filter(|key| key.ends_with("audience")).cloned().collect();
    let always_ours = match list {
        "organizations" | "relationships" => &["notes", "commission"][..],
        "scenes" => &["notes"],
        "overrules" => &["reason"],
        "activities" | "renewals" | "fit_answers" | "gate_answers" => &["note"],
        "account_activities" => &["what"],
        _ => &[],
    };
    let whole_row = meant.iter().any(|key| key == "audience");
    for key in &meant {
        fields[key] = json!("internal");
    }
    for (key, value) in fields.iter_mut() {
        let own = meant.iter().any(|audience| match audience.as_str() {
            "health_audience" => key == "health_reason",
            other => other.strip_suffix("_audience").is_some_and(|of| key == of),
        });
        let typed = whole_row && TYPED.contains(&key.as_str());
        if (own || typed || always_ours.contains(&key.as_str())) && (value.is_string() || key == "commission") {
            *marks += 1;
            *value = json!(format!("{}{MARK}{marks}", value.as_str().unwrap_or_default()));
        }
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn a_hand_over_holds_no_byte_that_is_ours() {
    let (person, marks) = marked();
    assert!(marks > 60, "{marks}");
    assert!(holds(&std::fs::read(person.path("marked.ecotone")).unwrap(), MARK), "the test would see one");
    for audience in ["client", "partner"] {
        person.done(&format!("export marked.ecotone handover --audience {audience} --out {audience}.ecotone"));
        let copy = std::fs::read(person.path(&format!("{audience}.ecotone"))).unwrap();
        assert!(!holds(&copy, MARK), "{audience}");
        person.done(&format!("check {audience}.ecotone"));
        let history: Value =
            serde_json::from_str(&person.done(&format!("show {audience}.ecotone history --json"))).unwrap();
        assert_eq!(history["history"], json!([]));
        for list in ["organizations", "relationships", "motions", "outcomes"] {
            let shown = |file: &str| {
                let rows: Value = serde_json::from_str(&person.done(&format!("show {file} {list} --json"))).unwrap();
                rows[list].as_array().unwrap().len()
            };
            assert_eq!(shown(&format!("{audience}.ecotone")), shown("marked.ecotone"), "{list} for a {audience}");
        }
    }
}

/// What a program reads out of a PDF: its pages and its metadata.
pub fn printed(person: &Person, name: &str) -> String {
    let path = person.path(name);
    let output = |tool: &str, arguments: &[&str]| {
        let output = std::process::Command::new(tool).args(arguments).arg(&path).arg("-").output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let about = std::process::Command::new("pdfinfo").args(["-struct-text"]).arg(&path).output().unwrap();
    output("pdftotext", &["-raw"]) + &String::from_utf8_lossy(&about.stdout)
}

#[test]
fn a_document_says_nothing_that_is_ours() {
    let (person, _) = marked();
    for (audience, expect) in [("internal", true), ("client", false), ("partner", false)] {
        person.done(&format!("export marked.ecotone document --audience {audience} --out {audience}.pdf"));
        let text = printed(&person, &format!("{audience}.pdf"));
        assert!(text.contains("Tidewater"), "{audience}: {text}");
        assert_eq!(text.contains(MARK), expect, "{audience}");
        let bytes = std::fs::read(person.path(&format!("{audience}.pdf"))).unwrap();
        assert!(!holds(&bytes, MARK), "{audience}: in the metadata");
    }
}

#[test]
fn no_section_says_what_is_ours() {
    let (person, _) = marked();
    person.done(&format!("lock marked.ecotone --name {MARK}plan"));
    person.done("motion add marked.ecotone --name 'Harbor Tour' --kind joint_gtm --start 2026-01-01 --end 2026-12-31");
    let partner = person.done("show marked.ecotone organizations --json");
    let partner: Value = serde_json::from_str(&partner).unwrap();
    let partner = partner["organizations"][1]["id"].as_str().unwrap();
    person.done("document add marked.ecotone --name All");
    person.done(
        "document set marked.ecotone All sections=cover,summary,review,strategy,map,growth,partners,profiles,joint_plan,timeline,\
         motions,outcomes,scenarios,risks,budget,changes,glossary,method map.extent=kind",
    );
    person.done(&format!("document set marked.ecotone All joint_plan.partners={partner}"));
    for (audience, expect) in [("internal", true), ("client", false), ("partner", false)] {
        let out = format!("{audience}.pdf");
        person.done(&format!("export marked.ecotone document --document All --audience {audience} --out {out}"));
        let text = printed(&person, &out);
        assert_eq!(text.contains(MARK), expect, "{audience}");
        for words in ["grow with?", "Lose top reseller"] {
            assert_eq!(text.contains(words), audience != "partner", "{audience}: {words}");
        }
        let told = holds(&std::fs::read(person.path(&out)).unwrap(), MARK);
        assert!(!told || expect, "{audience}: in the metadata");
    }
}

#[test]
fn pictures_for_others_hold_nothing_that_is_ours() {
    let (person, _) = marked();
    for audience in ["client", "partner"] {
        for out in ["map.svg", "map.png", "timeline.svg", "timeline.png"] {
            let (kind, _) = out.split_once('.').unwrap();
            person.done(&format!("export marked.ecotone {kind} --audience {audience} --out {out}"));
            assert!(!holds(&std::fs::read(person.path(out)).unwrap(), MARK), "{out} for a {audience}");
        }
    }
}

#[test]
fn a_hand_over_says_the_same_figures() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("export w.ecotone handover --audience client --out client.ecotone");
    for list in ["organizations", "outcomes", "metrics"] {
        let shown = |file: &str| person.done(&format!("show {file} {list} --json"));
        assert_eq!(shown("client.ecotone"), shown("w.ecotone"), "{list}");
    }
}

#[test]
fn a_hand_over_is_for_somebody_else_and_never_half() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    for (line, expect) in [
        ("export w.ecotone handover --out copy.ecotone", "choose one of them"),
        ("export w.ecotone handover --audience client --out w.ecotone", "open"),
        ("export w.ecotone handover --audience client --out no/copy.ecotone", "no"),
    ] {
        let ended = person.run(line);
        assert_eq!(ended.code, 1, "{line}");
        assert!(ended.refusal.contains(expect), "{line}: {}", ended.refusal);
        assert!(!person.path("copy.ecotone").exists());
    }
    person.done("export w.ecotone handover --audience client --out copy.ecotone");
    person.done("export w.ecotone handover --audience partner --out copy.ecotone");
    person.done("check copy.ecotone");
}
