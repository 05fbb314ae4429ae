//! What the sections of the document say of a workspace that has something for each of them, and of one that has not.

use serde_json::{Map, Value, json};

use crate::command_line::Person;

/// Two partners with a joint plan each, a decision and a risk in their motions, and something that several motions share.
pub fn plan_jointly(lists: &mut Map<String, Value>) {
    let mut next = 0;
    let mut id = || {
        next += 1;
        format!("01900000-0000-7000-8000-{next:012}")
    };
    let partners = two_partners(lists);
    let account = lists["accounts"][0]["id"].clone();
    for partner in &partners {
        for (field, text) in [("why_us_together", "One season"), ("their_sponsor", "Tom Reyes"), ("threats", "A rival")]
        {
            push(
                lists,
                "joint_plan_texts",
                json!({ "organization": partner, "field": field, "text": text, "audience": "partner" }),
            );
        }
        push(
            lists,
            "joint_plan_accounts",
            json!({ "organization": partner, "account": account, "note": "They introduce us", "audience": "partner" }),
        );
        let target = json!({ "currency": null, "quarters": [1, 1, 2, 2] });
        push(
            lists,
            "joint_objectives",
            json!({ "id": id(), "organization": partner, "kind": "certification", "name": "Six certified",
            "metric": null, "year": 2026, "target": target, "audience": "partner", "position": 0 }),
        );
    }
    let motions: Vec<Value> = lists["motions"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    for motion in &motions[..3] {
        push(
            lists,
            "motion_notes",
            json!({ "id": id(), "motion": motion, "date": "2026-05-11", "kind": "decision", "text": "Cities are fixed",
            "audience": "partner" }),
        );
        push(
            lists,
            "risks",
            json!({ "id": id(), "motion": motion, "what": "The sync slips", "likelihood": 4, "impact": 4,
            "answer": "A smaller pilot", "owner": null, "open": true, "audience": "partner" }),
        );
    }
    let group = id();
    push(lists, "correlation_groups", json!({ "id": group, "name": "One store", "correlation": 0.6 }));
    for motion in &motions[..2] {
        push(lists, "correlation_members", json!({ "motion": motion, "correlation_group": group }));
    }
}

fn push(lists: &mut Map<String, Value>, list: &str, row: Value) {
    lists[list].as_array_mut().unwrap().push(row);
}

/// Ids of the two that take part in most motions.
pub fn two_partners(lists: &Map<String, Value>) -> Vec<Value> {
    let mut parts: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for part in lists["motion_partners"].as_array().unwrap() {
        *parts.entry(part["organization"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let mut most: Vec<(String, usize)> = parts.into_iter().collect();
    most.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), id.clone()));
    most.into_iter().take(2).map(|(id, _)| json!(id)).collect()
}

/// The sample with joint plans, and the names of all partners, those with a plan first.
pub fn rich() -> (Person, Vec<String>) {
    let person = Person::new();
    person.done("new sample.ecotone --template sample");
    person.done("export sample.ecotone workspace --out sample.json");
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("sample.json")).unwrap()).unwrap();
    let us = whole["workspace"]["settings"]["us"].clone();
    let lists = whole["workspace"].as_object_mut().unwrap();
    plan_jointly(lists);
    let planned = two_partners(lists);
    let rows = lists["organizations"].as_array().unwrap();
    let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
    let of = |id: &Value| name(rows.iter().find(|row| row["id"] == *id).unwrap());
    let others = rows.iter().filter(|row| row["id"] != us && !planned.contains(&row["id"])).map(name);
    let names = planned.iter().map(of).chain(others).collect();
    person.file("rich.json", whole.to_string());
    person.done("new w.ecotone --from rich.json");
    (person, names)
}

fn text(person: &Person, name: &str) -> String {
    let output =
        std::process::Command::new("pdftotext").args(["-raw"]).arg(person.path(name)).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn each_section_says_what_the_workspace_says() {
    let (person, _) = rich();
    let today = "--today 2026-06-03";
    for (section, expect) in [
        ("scenarios", &["Lose top reseller", "In this scenario", "One store", "Simulated runs"][..]),
        (
            "joint_plan",
            &["One season", "They introduce us", "Six certified", "Motions together", "Money of both", "Tom Reyes"],
        ),
        ("review", &["last actions", "Cities are fixed", "The sync slips", "what is due"]),
        ("growth", &["lowest: ", "Ecotone"]),
        ("changes", &["No earlier version of this plan is kept yet"]),
    ] {
        for language in ["en", "de"] {
            person.done(&format!(
                "export w.ecotone document --sections {section} --language {language} --out {section}.pdf {today}"
            ));
            if language == "en" {
                let found = text(&person, &format!("{section}.pdf"));
                for words in expect {
                    assert!(found.contains(words), "{section}: expected: {words}\nfound: {found}");
                }
            }
        }
    }
}

#[test]
fn a_partner_reads_its_own_joint_plan_alone() {
    let (person, names) = rich();
    person.done("document add w.ecotone --name Partner");
    person.done("document set w.ecotone Partner audience=partner sections=joint_plan");
    let export = "export w.ecotone document --document Partner --out p.pdf --today 2026-06-03";
    let ended = person.run(export);
    assert_eq!(ended.code, 1);
    assert!(ended.refusal.contains("choose whose it is"), "{}", ended.refusal);
    assert!(!person.path("p.pdf").exists());

    person.done(&format!("document set w.ecotone Partner 'joint_plan.partners={}'", names[0]));
    person.done(export);
    let found = text(&person, "p.pdf");
    assert!(found.contains(&names[0]) && found.contains("One season"), "{found}");
    for other in &names[1..] {
        assert!(!found.contains(other.as_str()), "{other} is named: {found}");
    }
}

#[test]
fn changes_are_counted_from_a_locked_plan() {
    let (person, names) = rich();
    person.done("lock w.ecotone --name 'First plan' --today 2026-03-31");
    let same = "export w.ecotone document --sections changes --out c.pdf --today 2026-06-03";
    person.done(same);
    person.done(
        "motion add w.ecotone --name 'Harbor Tour' --kind joint_gtm --start 2026-09-01 --end 2026-10-31 --budget 12000",
    );
    person.done("motion set w.ecotone 'Harbor Tour' status=draft");
    person.done(&format!("organization set w.ecotone '{}' tier=9", names[0]));
    for (audience, named) in [("internal", true), ("client", false)] {
        person.done(&format!("{same} --audience {audience}"));
        let found = text(&person, "c.pdf");
        assert_eq!(found.contains("First plan"), named, "{audience}: {found}");
        for words in ["31 March 2026", "Tier"] {
            assert!(found.contains(words), "{audience}: expected: {words}\nfound: {found}");
        }
        // A draft is for us until it is proposed.
        for words in ["Harbor Tour", "Planned budget"] {
            assert_eq!(found.contains(words), named, "{audience}, {words}: {found}");
        }
    }
    person.done("document add w.ecotone --name Review --preset quarterly");
    person.done("document set w.ecotone Review 'changes.since=First plan'");
    let ended = person.run("document set w.ecotone Review changes.since=Second");
    assert!(ended.refusal.contains("There is no locked plan 'Second'"), "{}", ended.refusal);
    person.done("export w.ecotone document --document Review --out r.pdf --today 2026-06-03");
    let found = text(&person, "r.pdf");
    let (past, next) = (found.find("last actions").unwrap(), found.find("what is due").unwrap());
    assert!(past < next && found.contains("Harbor Tour"), "{found}");
}

#[test]
fn the_map_is_printed_group_by_group() {
    let (person, _) = rich();
    person.done("document add w.ecotone --name Map");
    person.done("document set w.ecotone Map sections=map");
    let pages = || {
        person.done("export w.ecotone document --document Map --out m.pdf --today 2026-06-03");
        text(&person, "m.pdf")
    };
    let whole = pages();
    assert!(whole.contains("What holds") && whole.contains("Who can grow"), "{whole}");
    for (by, expect) in [("kind", "Reseller"), ("tier", "Tier 1"), ("character", "Transactional")] {
        person.done(&format!("document set w.ecotone Map map.extent={by}"));
        let found = pages();
        assert!(found.lines().any(|line| line.trim() == expect), "{by}: expected a page '{expect}': {found}");
    }
    let ended = person.run("document set w.ecotone Map map.extent=nowhere");
    assert!(ended.refusal.contains("There is no view 'nowhere'"), "{}", ended.refusal);
}

#[test]
fn money_how_it_is_known_and_page_numbers_are_printed_or_not() {
    let (person, _) = rich();
    person.done("lock w.ecotone --name First --today 2026-03-31");
    person.done(
        "motion add w.ecotone --name 'Harbor Tour' --kind joint_gtm --start 2026-09-01 --end 2026-10-31 --budget 12000",
    );
    person.done("document add w.ecotone --name All");
    person.done(
        "document set w.ecotone All sections=cover,summary,review,strategy,map,growth,partners,profiles,joint_plan,timeline,\
         motions,outcomes,scenarios,risks,budget,changes,glossary,method",
    );
    let pages = || {
        person.done("export w.ecotone document --document All --out all.pdf --today 2026-06-03");
        text(&person, "all.pdf")
    };
    for (field, words) in [("amounts", "€"), ("known", "by evidence,"), ("page_numbers", "Tidewater partner plan 2 of")]
    {
        assert!(pages().contains(words), "{field}");
        person.done(&format!("document set w.ecotone All {field}=no"));
        let found = pages();
        let line = found.lines().find(|line| line.contains(words));
        assert_eq!(line, None, "{field}");
    }
}

#[test]
fn a_section_without_anything_is_left_out_and_says_what_to_add() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let export = "export w.ecotone document --out r.pdf --today 2026-06-03 --sections risks,budget,joint_plan,growth";
    let told = person.done(export);
    for line in [
        "Nothing to print yet, risks: record a risk in a motion.",
        "Nothing to print yet, joint_plan: write a joint plan with a partner.",
    ] {
        assert!(told.contains(line), "expected: {line}\nfound: {told}");
    }
    assert!(!told.contains("yet, budget") && !told.contains("yet, growth"), "{told}");
    assert!(!text(&person, "r.pdf").contains("No risk is recorded"));
    let told = person.done(&format!("{export} --audience partner"));
    assert!(told.contains("yet, growth: partners are told nothing of it, so choose another audience."), "{told}");

    let (person, _) = rich();
    assert!(!person.done(export).contains("Nothing to print yet"));
}

#[test]
fn partners_of_joint_plans_may_have_commas_in_their_names() {
    let (person, names) = rich();
    person.done(&format!("organization set w.ecotone '{}' 'name=Kessel, Brandt & Co'", names[0]));
    person.done("document add w.ecotone --name Joint");
    person.done("document set w.ecotone Joint sections=joint_plan");
    let export = "export w.ecotone document --document Joint --out j.pdf --today 2026-06-03";
    for (typed, expect) in [
        ("Kessel, Brandt & Co".to_owned(), [true, false]),
        (format!("{}, \"Kessel, Brandt & Co\"", names[1]), [true, true]),
        (names[1].clone(), [false, true]),
    ] {
        person.done(&format!("document set w.ecotone Joint 'joint_plan.partners={typed}'"));
        person.done(export);
        let found = text(&person, "j.pdf");
        let stands = ["Kessel, Brandt & Co", &names[1]].map(|name| found.lines().any(|line| line.trim() == name));
        assert_eq!(stands, expect, "{typed}: {found}");
    }
    let ended = person.run("document set w.ecotone Joint 'joint_plan.partners=\"Kessel, Brandt'");
    assert!(ended.refusal.contains("never ends"), "{}", ended.refusal);
}
