//! The brand of documents as a file, and the template that the next client's workspace begins with.

use serde_json::{Value, json};

use crate::audiences::{MARK, marked, printed};
use crate::command_line::Person;

/// A logo that any program can draw: red.
const DOT: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";

fn brand(person: &Person, name: &str, change: impl FnOnce(&mut Value)) {
    let mut file = json!({ "schema": 1, "format": "ecotone brand", "brand": {
        "accent": "#1f3a6e", "paper": "us_letter", "author": "Ann", "confidentiality": "Between us",
        "preparer": { "name": "Harrow & Lane", "logo": DOT } } });
    change(&mut file);
    person.file(name, file.to_string());
}

fn settings(person: &Person) -> Value {
    let all: Value = serde_json::from_str(&person.done("document list w.ecotone --json")).unwrap();
    all["documents"][0]["settings"].clone()
}

#[test]
fn a_brand_goes_from_one_workspace_into_another_with_its_logo() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.done("document add w.ecotone --name Board");
    person.done("document set w.ecotone Board client=Nordlys");
    brand(&person, "b.json", |_| {});
    person.done("document load-brand w.ecotone Board b.json");
    let worn = settings(&person);
    assert_eq!((&worn["accent"], &worn["paper"]), (&json!("#1f3a6e"), &json!("us_letter")));
    assert_eq!((&worn["client"]["name"], &worn["preparer"]["name"]), (&json!("Nordlys"), &json!("Harrow & Lane")));
    assert!(worn["preparer"]["logo"]["png"].as_str().unwrap().starts_with("iVBORw0KGgo"));

    person.done("document save-brand w.ecotone Board --out again.json");
    person.done("undo w.ecotone");
    assert_eq!(settings(&person)["preparer"]["name"], "");
    person.done("document load-brand w.ecotone Board again.json");
    assert_eq!(settings(&person), worn, "what was saved is what is loaded");

    person.done("new other.ecotone --us Tarn");
    person.done("export other.ecotone document --brand again.json --sections cover,method --out other.pdf");
    let text = printed(&person, "other.pdf");
    for words in ["Harrow & Lane", "Between us"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let pictures = std::process::Command::new("pdfimages").arg("-list").arg(person.path("other.pdf")).output().unwrap();
    assert!(String::from_utf8_lossy(&pictures.stdout).lines().count() > 2, "the logo is printed");
}

#[test]
fn a_file_that_is_no_brand_is_refused_and_changes_nothing() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.done("document add w.ecotone --name Board");
    let before = settings(&person);
    brand(&person, "color.json", |file| file["brand"]["accent"] = json!("red"));
    brand(&person, "unknown.json", |file| file["brand"]["font"] = json!("Comic"));
    brand(&person, "format.json", |file| file["format"] = json!("ecotone playbook"));
    brand(&person, "newer.json", |file| file["schema"] = json!(2));
    brand(&person, "text.json", |file| file["brand"]["preparer"]["logo"] = json!("aGFsbG8="));
    brand(&person, "half.json", |file| file["brand"]["preparer"]["logo"] = json!("iVBORw0KGgoAAAAN"));
    brand(&person, "long.json", |file| file["brand"]["author"] = json!("x".repeat(2000)));
    person.file("large.json", vec![b' '; 1024 * 1024 + 1]);
    for (file, expect) in [
        ("none.json", "none.json cannot be read as a brand"),
        ("color.json", "'red' is no color"),
        ("unknown.json", "font"),
        ("format.json", "its format is 'ecotone playbook'"),
        ("newer.json", "its schema is 2"),
        ("text.json", "no PNG file"),
        ("half.json", "the preparer's logo"),
        ("long.json", "the author has 2000 characters"),
        ("large.json", "1024 KB are the most"),
    ] {
        let ended = person.run(&format!("document load-brand w.ecotone Board {file}"));
        assert_eq!(ended.code, 1, "{file}");
        assert!(ended.refusal.contains(expect), "{file}: {}", ended.refusal);
        assert_eq!(settings(&person), before, "{file}");
    }
}

#[test]
fn a_house_template_holds_ways_to_work_and_nothing_of_the_client() {
    let (person, _) = marked();
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("marked.json")).unwrap()).unwrap();
    let lists = whole["workspace"].as_object_mut().unwrap();
    lists["settings"]["name"] = json!(format!("{MARK}workspace"));
    let ways = [
        "settings",
        "organization_kinds",
        "relationship_kinds",
        "motion_kinds",
        "value_kinds",
        "stages",
        "metrics",
        "custom_fields",
        "fit_criteria",
        "playbooks",
        "plan_documents",
    ];
    let mut marks = 0;
    for (list, rows) in lists.iter_mut().filter(|(list, _)| !ways.contains(&list.as_str())) {
        for row in rows.as_array_mut().into_iter().flatten() {
            for key in ["name", "what", "note", "notes", "text", "role", "value", "person", "title"] {
                if let Some(typed) = row.get_mut(key).filter(|typed| typed.is_string() && list != "custom_values") {
                    *typed = json!(format!("{MARK}{list}-{marks}"));
                    marks += 1;
                }
            }
        }
    }
    assert!(marks > 200, "{marks}");
    let company = lists["organizations"][1]["name"].as_str().unwrap().to_owned();
    let text = json!({ "title": format!("{MARK}title"), "subtitle": format!("{MARK}subtitle"),
        "client": { "name": format!("{MARK}client"), "logo": null }, "version": format!("{MARK}version"),
        "preparer": { "name": "Harrow & Lane", "logo": null }, "accent": "#1f3a6e",
        "outline": [{ "on": true, "heading": { "own": { "text": format!("{MARK}heading"), "finding": null } },
                "content": { "risks": {} } },
            { "on": true, "content": { "text": { "title": "", "markdown": format!("{MARK}markdown") } } }] });
    lists["plan_documents"] = json!([{ "id": "0190a2f0-0000-7000-8000-000000000001",
        "name": format!("Board of {company}"), "audience": "client", "language": "de",
        "settings": text.to_string() }]);
    lists["custom_fields"] = json!([{ "key": "size", "noun": "organization", "name": "Team size", "kind": "text",
        "choices": null, "audience": "internal", "position": 0 }]);
    lists["custom_values"] = json!([]);
    person.file("client.json", whole.to_string());
    person.done("new client.ecotone --from client.json");
    person.done("template save client.ecotone --name 'Harrow & Lane' --out house.ecotone-template");
    let house = std::fs::read_to_string(person.path("house.ecotone-template")).unwrap();
    let left = house.lines().find(|line| line.contains(MARK));
    assert!(left.is_none(), "{left:?}");
    assert!(house.contains("Board of a company"), "a company's name in a document's");

    person.done("new next.ecotone --template house.ecotone-template --us Tarn --currency CHF");
    person.done("check next.ecotone");
    let shown = |what: &str| -> Value {
        serde_json::from_str(&person.done(&format!("show next.ecotone {what} --json"))).unwrap()
    };
    assert_eq!(shown("motions")["motions"], json!([]));
    assert_eq!(shown("organizations")["organizations"].as_array().unwrap().len(), 1, "us alone");
    person.done("export next.ecotone workspace --out next.json");
    let next: Value = serde_json::from_slice(&std::fs::read(person.path("next.json")).unwrap()).unwrap();
    for list in ["organization_kinds", "relationship_kinds", "motion_kinds", "stages", "fit_criteria", "custom_fields"]
    {
        assert_eq!(next["workspace"][list], whole["workspace"][list], "{list}");
    }
    assert_eq!(next["workspace"]["settings"]["bounds"], whole["workspace"]["settings"]["bounds"]);
    let settings: Value =
        serde_json::from_str(next["workspace"]["plan_documents"][0]["settings"].as_str().unwrap()).unwrap();
    assert_eq!((&settings["accent"], &settings["preparer"]["name"]), (&json!("#1f3a6e"), &json!("Harrow & Lane")));
    assert_eq!(settings["outline"], json!([{ "on": true, "heading": "neutral", "content": { "risks": {} } }]));
    for (file, expect) in [
        ("none.ecotone-template", "cannot be read as a template"),
        ("client.ecotone-template", "no 'ecotone house template'"),
    ] {
        if file.starts_with("client") {
            person.file(file, house.replace("ecotone house template", "ecotone brand"));
        }
        let ended = person.run(&format!("new no.ecotone --template {file} --us Tarn"));
        assert!(ended.code == 1 && ended.refusal.contains(expect), "{file}: {}", ended.refusal);
        assert!(!person.path("no.ecotone").exists());
    }
}
