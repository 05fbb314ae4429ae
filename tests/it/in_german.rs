//! A document in German says nothing of ours in English: what is printed in English can only be what a person typed.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::command_line::{Person, repository};
use crate::pdf::Document;
use crate::sections::rich;

const ALL: &str = "cover,summary,review,strategy,map,growth,partners,profiles,joint_plan,timeline,motions,outcomes,\
                   scenarios,risks,budget,changes,glossary,method";

/// Lists whose names are ours until somebody changes them.
const OURS: [&str; 5] = ["organization_kinds", "stages", "motion_kinds", "relationship_kinds", "metrics"];

fn table(language: &str) -> Map<String, Value> {
    let path = repository(&format!("assets/plan/words/{language}.json"));
    let Value::Object(table) = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap() else { unreachable!() };
    table
}

/// What stands between the gaps of a phrase.
fn fixed(phrase: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in phrase.split('{') {
        parts.push(part.split_once('}').map_or(part, |(_, rest)| rest).trim());
    }
    parts
}

/// English phrases for which German has other words.
fn english() -> BTreeSet<String> {
    let (english, german) = (table("en"), table("de"));
    let keyed = english.iter().filter_map(|(key, text)| Some((text.as_str()?, german[key].as_str()?)));
    let said = german["phrases"]["said"].as_object().unwrap();
    let said = said.iter().map(|(phrase, text)| (phrase.as_str(), text.as_str().unwrap()));
    let differ = keyed.chain(said).filter(|(phrase, text)| phrase != text);
    let german: BTreeSet<&str> = german.values().filter_map(Value::as_str).chain(said_of(&german)).collect();
    let parts = differ.flat_map(|(phrase, _)| fixed(phrase)).map(str::to_owned);
    parts.filter(|part| part.len() > 2 && !german.contains(part.as_str())).collect()
}

fn said_of(german: &Map<String, Value>) -> impl Iterator<Item = &str> {
    german["phrases"]["said"].as_object().unwrap().values().filter_map(Value::as_str)
}

/// Every text of the workspace but for names of ours.
fn typed(person: &Person) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, texts)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut whole: Value = serde_json::from_slice(&std::fs::read(person.path("rich.json")).unwrap()).unwrap();
    for list in OURS {
        whole["workspace"].as_object_mut().unwrap().remove(list);
    }
    let mut texts = Vec::new();
    collect(&whole, &mut texts);
    texts
}

/// Whole words only.
fn holds(text: &str, phrase: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(phrase)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + phrase.len()..].chars().next()))
}

/// English phrases of three words or more anywhere in it, and shorter ones where they are all that a text says.
fn found(said: &str, texts: &[String], english: &BTreeSet<String>, typed: &[String]) -> Vec<String> {
    let is_long = |phrase: &&String| phrase.split_whitespace().count() >= 3;
    let by_person = |phrase: &str| typed.iter().any(|text| holds(text, phrase));
    let long = english.iter().filter(is_long).filter(|phrase| holds(said, phrase));
    let short = english.iter().filter(|phrase| !is_long(phrase)).filter(|phrase| texts.contains(phrase));
    long.chain(short).filter(|phrase| !by_person(phrase)).cloned().collect()
}

#[test]
fn nothing_of_ours_stays_english() {
    let (person, _) = rich();
    person.done("lock w.ecotone --name 'Erster Plan' --today 2026-03-31");
    person.done("motion set w.ecotone 'Nordics launch kit' start=2026-08-01");
    let (english, typed) = (english(), typed(&person));
    assert!(english.len() > 300, "{}", english.len());
    for audience in ["internal", "client"] {
        person.done(&format!(
            "export w.ecotone document --sections {ALL} --language de --audience {audience} --out g.pdf --today 2026-06-03"
        ));
        let document = Document::read(std::fs::read(person.path("g.pdf")).unwrap());
        let runs = document.pages.iter().flat_map(|page| &page.runs).map(|run| run.text.trim().to_owned());
        let spoken = document.tags.all().into_iter().filter_map(|tag| tag.alt.clone());
        let texts: Vec<String> = runs.chain(spoken).collect();
        let found = found(&texts.join(" "), &texts, &english, &typed);
        assert_eq!(found, Vec::<String>::new(), "{audience}");
        assert_eq!(document.language, "de");
    }
}

#[test]
fn briefs_in_german_say_nothing_of_ours_in_english() {
    let (person, _) = rich();
    let (english, typed) = (english(), typed(&person));
    let show = "--show lens --show fit --show commission --show projections";
    person.done(&format!("export w.ecotone briefs --language de {show} --out briefs --today 2026-06-03"));
    for file in std::fs::read_dir(person.path("briefs")).unwrap() {
        let path = file.unwrap().path();
        let document = Document::read(std::fs::read(&path).unwrap());
        let texts: Vec<String> = document.pages[0].runs.iter().map(|run| run.text.trim().to_owned()).collect();
        assert_eq!(found(&texts.join(" "), &texts, &english, &typed), Vec::<String>::new(), "{}", path.display());
    }
}
