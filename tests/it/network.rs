//! The workspace as a network: measures and introductions.

use serde_json::Value;

use crate::command_line::Person;

/// Acme – Beta – Gamma in a chain off us; Delta knows nobody but as an idea, Old only of long ago.
fn chain() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.file(
        "partners.csv",
        "Name,Kind,Placeholder\nAcme,Brand,\nBeta,Reseller,\nGamma,Technology,\nDelta,Brand,\nOld,Brand,\nA wish,Brand,yes\n",
    );
    person.file(
        "lines.csv",
        "From,To,Relationship,Status\nAcme,Tidewater,integrates with,Active\nBeta,Acme,resells,Active\n\
         Acme,Beta,refers to,In talks\nGamma,Beta,allied with,At risk\nDelta,Gamma,resells,Idea\n\
         Old,Gamma,resells,Ended\nA wish,Gamma,resells,Active\n",
    );
    person.done("import w.ecotone partners.csv --as organizations");
    person.done("import w.ecotone lines.csv --as relationships");
    person
}

fn measures(person: &Person) -> Value {
    serde_json::from_str(&person.done("measures w.ecotone --json")).unwrap()
}

#[test]
fn introductions_in_words() {
    let person = chain();
    for (from, to, expect) in [
        ("Acme", "Tidewater", "Acme → (integrates with) → Tidewater"),
        (
            "Tidewater",
            "Gamma",
            "Tidewater → (is integrated by) → Acme → (is resold by, refers to) → Beta → (allied with) → Gamma",
        ),
        ("Gamma", "Acme", "Gamma → (allied with) → Beta → (resells, is referred by) → Acme"),
        ("Acme", "Delta", "Nobody can introduce Acme to Delta"),
        ("Acme", "Old", "Nobody can introduce Acme to Old"),
    ] {
        let said = person.done(&format!("path w.ecotone '{from}' '{to}'"));
        assert!(said.contains(expect), "{from} to {to}\nexpected: {expect}\nfound: {said}");
    }
}

#[test]
fn introductions_for_programs() {
    let person = chain();
    let path: Value = serde_json::from_str(&person.done("path w.ecotone Acme Gamma --json")).unwrap();
    assert_eq!(path["schema"], 1);
    let steps = path["steps"].as_array().unwrap();
    let names: Vec<&Value> = steps.iter().map(|step| &step["to_name"]).collect();
    assert_eq!(names, ["Beta", "Gamma"]);
    let readings: Vec<&Value> =
        steps[0]["relationships"].as_array().unwrap().iter().map(|used| &used["reading"]).collect();
    assert_eq!(readings, ["is resold by", "refers to"]);
    let none: Value = serde_json::from_str(&person.done("path w.ecotone Acme Old --json")).unwrap();
    assert_eq!(none["steps"], Value::Null);
}

#[test]
fn who_cannot_be_introduced_is_refused() {
    let person = chain();
    // An import would take a second Beta for the first.
    let mut file = store::WorkspaceFile::open(&person.path("w.ecotone"), None).unwrap();
    let twin = domain::Organization::named(
        uuid::Uuid::now_v7().into(),
        domain::Name::parse("Beta").unwrap(),
        domain::Key::parse("brand").unwrap(),
    );
    let step = store::Step { command: "test".into(), args: Value::Null, sentence: "Added a twin".into() };
    let origin = store::Origin { author: String::new(), now: jiff::Timestamp::now() };
    file.step(step, &origin, |edit| edit.insert(&twin)).unwrap();
    drop(file);
    for (line, parts) in [
        ("path w.ecotone Acme Nobody", vec!["no organization 'Nobody'"]),
        ("path w.ecotone acme Gamma", vec!["'acme'", "did you mean 'Acme'"]),
        ("path w.ecotone Acme Beta", vec!["2 organizations are called 'Beta'", "by its id"]),
        ("path w.ecotone Acme Acme", vec!["Acme needs no introduction to itself"]),
        ("path w.ecotone Acme 'A wish'", vec!["A wish is a placeholder"]),
    ] {
        let ended = person.run(line);
        assert_eq!(ended.code, 1, "ecotone {line}");
        for part in parts {
            assert!(ended.refusal.contains(part), "ecotone {line}\nexpected: {part}\nfound: {}", ended.refusal);
        }
    }
}

#[test]
fn measures_of_the_chain() {
    let person = chain();
    let measured = measures(&person);
    let names: Vec<&Value> =
        measured["organizations"].as_array().unwrap().iter().map(|organization| &organization["name"]).collect();
    assert_eq!(names, ["Acme", "Beta", "Delta", "Gamma", "Old", "Tidewater"], "sorted, without the wish");
    let of = |name: &str, key: &str| {
        let all = measured["organizations"].as_array().unwrap();
        all.iter().find(|organization| organization["name"] == name).unwrap()[key].clone()
    };
    for (name, degree, incoming, outgoing, between, cut) in [
        ("Tidewater", 1, 1, 0, 0.0, false),
        ("Acme", 2, 1, 2, 2.0, true),
        ("Beta", 2, 2, 2, 2.0, true),
        ("Gamma", 1, 1, 1, 0.0, false),
        ("Delta", 0, 0, 0, 0.0, false),
    ] {
        let found = ["degree", "degree_in", "degree_out"].map(|key| of(name, key));
        assert_eq!(found, [degree.into(), incoming.into(), Value::from(outgoing)], "{name}");
        assert_eq!(of(name, "betweenness").as_f64(), Some(between), "{name}");
        assert_eq!(of(name, "articulation_point"), cut, "{name}");
    }
    assert_eq!(of("Acme", "reach").as_f64(), Some(0.6), "three of five others within two steps");
    let whole = &measured["whole"];
    assert_eq!(
        [&whole["organizations"], &whole["ties"], &whole["components"]],
        [&6.into(), &3.into(), &Value::from(3)]
    );
    assert_eq!(whole["density"].as_f64(), Some(0.2));
    let bridges: Vec<(&Value, &Value)> =
        whole["bridges"].as_array().unwrap().iter().map(|bridge| (&bridge["from_name"], &bridge["to_name"])).collect();
    assert_eq!(
        format!("{bridges:?}"),
        r#"[(String("Acme"), String("Beta")), (String("Acme"), String("Tidewater")), (String("Beta"), String("Gamma"))]"#
    );
}

#[test]
fn the_table_says_the_same() {
    let said = chain().done("measures w.ecotone");
    assert!(said.lines().next().unwrap().starts_with("name       degree"), "{said}");
    assert!(said.contains("6 organizations, 3 ties, 3 components"), "{said}");
    assert!(said.contains("Bridge: Acme – Beta"), "{said}");
}
