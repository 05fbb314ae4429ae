//! A page for each partner: what it says, what it keeps, and the folder that it is written into.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::audiences::{MARK, marked, printed};
use crate::command_line::Person;

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// "Firm012": found in texts by any program.
fn firms(text: &str) -> BTreeSet<&str> {
    text.match_indices("Firm").map(|(at, _)| text[at..].get(..7).unwrap_or_default()).collect()
}

/// Every company under a name that is easy to find, and those names wherever somebody can have typed them.
fn with_names_everywhere(person: &Person) {
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("marked.json")).unwrap()).unwrap();
    let lists = whole["workspace"].as_object_mut().unwrap();
    let mut aliases = Vec::new();
    for (at, row) in lists["organizations"].as_array_mut().unwrap().iter_mut().enumerate() {
        row["name"] = json!(format!("Firm{at:03}"));
        aliases.push(json!({ "organization": row["id"], "name": format!("Firm{:03}", 500 + at) }));
    }
    let count = aliases.len();
    lists["organization_aliases"] = json!(aliases);
    for (list, field) in [
        ("motions", "name"),
        ("tasks", "name"),
        ("milestones", "name"),
        ("value_exchanges", "what"),
        ("motion_partners", "role"),
    ] {
        for (at, row) in lists[list].as_array_mut().unwrap().iter_mut().enumerate() {
            let typed = row[field].as_str().unwrap_or_default();
            row[field] = json!(format!(
                "{typed} FIRM{:03}, Firm{:03}'s and firm{:03}",
                at % count,
                500 + at % count,
                (at + 7) % count
            ));
        }
    }
    person.file("named.json", whole.to_string());
    person.done("new named.ecotone --from named.json");
}

#[test]
fn a_brief_names_no_other_partner_and_says_nothing_that_is_ours() {
    let (person, _) = marked();
    with_names_everywhere(&person);
    person.done("export named.ecotone briefs --out briefs --today 2026-06-03");
    let all = names(&person.path("briefs"));
    assert!(all.len() > 20, "{all:?}");
    for name in all {
        let text = printed(&person, &format!("briefs/{name}")).to_lowercase();
        let own = name.trim_end_matches(".pdf").to_lowercase();
        assert!(text.contains(&own), "{name}: {text}");
        assert!(!text.contains(&MARK.to_lowercase()), "{name}: {text}");
        for found in firms(&text.replace("firm", "Firm")) {
            let number = &found[4..];
            let us = "000";
            let former = |of: &str| of.parse::<u32>().map(|at| (500 + at).to_string()).unwrap_or_default();
            let allowed = [us, &own[4..]].map(|of| [of.to_owned(), former(of)]).concat();
            assert!(allowed.contains(&number.to_owned()), "{name} names {found}: {text}");
        }
        assert!(!text.contains("depth") && !text.contains("8 %"), "{name}: {text}");
    }
}

#[test]
fn what_is_ours_to_judge_is_shown_where_it_is_switched_on() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.file("p.csv", "Name,Kind,Notes\nAcme,Affiliate,They like mornings\nBeta,Reseller,\n");
    person.done("import w.ecotone p.csv --as organizations");
    person.done("relationship add w.ecotone Acme promotes Tidewater 'commission=8 % of each sale'");
    let text = |options: &str| {
        person.done(&format!("export w.ecotone briefs --out out --partner Acme --today 2026-06-03 {options}"));
        assert_eq!(names(&person.path("out")), ["Acme.pdf"]);
        printed(&person, "out/Acme.pdf")
    };
    let plain = text("");
    assert!(plain.contains("Acme promotes Tidewater"), "{plain}");
    for (show, words) in [("commission", "8"), ("lens", "Focus"), ("notes", "They like mornings")] {
        assert!(!plain.contains(words) || show == "commission", "{show}: {plain}");
        let shown = text(&format!("--show {show}"));
        assert!(shown.contains(words), "{show}: {shown}");
    }
    assert!(!plain.contains("8 %") && text("--show commission,notes").contains("8 %"));
    let german = text("--language de --paper 16x9");
    assert!(german.contains("Partnerblatt"), "{german}");
}

#[test]
fn names_become_safe_files_and_a_refused_folder_stays_as_it_was() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    let long = "x".repeat(180);
    person.file("p.csv", format!("Name,Kind\n../up,Brand\nCON,Brand\nA/B,Brand\nA:B,Brand\n{long},Brand\n"));
    person.done("import w.ecotone p.csv --as organizations");
    person.done("export w.ecotone briefs --out out");
    let cut = format!("{}.pdf", "x".repeat(120));
    assert_eq!(names(&person.path("out")), ["A-B 2.pdf", "A-B.pdf", "CON -.pdf", "up.pdf", &cut]);
    person.file("out/mine.txt", "mine");
    std::fs::remove_file(person.path("out/up.pdf")).unwrap();
    std::fs::create_dir(person.path("out/up.pdf")).unwrap();
    person.file("taken", "a file");
    for (line, expect) in [
        ("export w.ecotone briefs --out out", "up.pdf could not be written"),
        ("export w.ecotone briefs --out taken", "could not be written"),
        ("export w.ecotone briefs --out no --partner Nobody", "Nobody"),
        ("export w.ecotone briefs --out no --partner Tidewater", "There is no brief for Tidewater"),
    ] {
        let before = std::fs::read(person.path("out/A-B.pdf")).unwrap();
        let ended = person.run(line);
        assert_eq!(ended.code, 1, "{line}");
        assert!(ended.refusal.contains(expect), "{line}: {}", ended.refusal);
        assert_eq!(names(&person.path("out")), ["A-B 2.pdf", "A-B.pdf", "CON -.pdf", "mine.txt", "up.pdf", &cut]);
        assert!(std::fs::read(person.path("out/A-B.pdf")).unwrap() == before, "{line}");
    }
    assert!(!person.path("no").exists());
}
