//! Files go in through the child that reads them, come out again without loss, and are taken back as one step.

use std::sync::Arc;

use api::{App, Event, FileKind, Folders, Host, WindowId};
use serde_json::{Value, json};

use crate::command_line::{Person, repository};

const US: &str = "Cloud Native Computing Foundation";

fn fixture(path: &str) -> String {
    repository(&format!("tests/fixtures/{path}")).display().to_string()
}

fn cncf() -> Person {
    let person = Person::new();
    person.done(&format!("new c.ecotone --us '{US}'"));
    person.done(&format!("import c.ecotone '{}' --as organizations", fixture("cncf/partners.csv")));
    person.done(&format!("import c.ecotone '{}' --as relationships", fixture("cncf/relationships.csv")));
    person.done("export c.ecotone tables --out first");
    person
}

fn same_tables(person: &Person, other: &str) {
    for table in ["organizations", "relationships", "contacts", "accounts", "deals", "touches", "actuals"] {
        let read = |folder: &str| std::fs::read(person.path(&format!("{folder}/{table}.csv"))).unwrap();
        assert_eq!(read("first"), read(other), "{table}");
    }
}

#[test]
fn tables_come_back_byte_for_byte_and_the_workspace_as_it_was() {
    let person = cncf();
    person.done("export c.ecotone tables --out all.xlsx");
    for (name, organizations, relationships) in
        [("csv", "first/organizations.csv", "first/relationships.csv"), ("xlsx", "all.xlsx", "all.xlsx")]
    {
        person.done(&format!("new {name}.ecotone --us '{US}'"));
        person.done(&format!("import {name}.ecotone {organizations} --as organizations"));
        person.done(&format!("import {name}.ecotone {relationships} --as relationships"));
        person.done(&format!("export {name}.ecotone tables --out {name}"));
        same_tables(&person, name);
    }
    person.done("export c.ecotone workspace --out one.json");
    person.done("new again.ecotone --from one.json");
    person.done("export again.ecotone workspace --out two.json");
    assert_eq!(std::fs::read(person.path("one.json")).unwrap(), std::fs::read(person.path("two.json")).unwrap());
    assert!(person.done("check again.ecotone").contains("is clean"));
    person.file("bad.json", "{}");
    assert!(person.run("new bad.ecotone --from bad.json").refusal.contains("no workspace as JSON"));
}

#[test]
fn the_same_file_changes_nothing_and_a_changed_one_only_what_changed() {
    let person = cncf();
    let before = person.done("show c.ecotone history");
    person.done("import c.ecotone first/organizations.csv --as organizations");
    person.done("import c.ecotone first/relationships.csv --as relationships");
    assert_eq!(person.done("show c.ecotone history"), before);
    let table = std::fs::read_to_string(person.path("first/organizations.csv")).unwrap();
    let changed = table.replacen(",Platinum,", ",Gold,", 1);
    person.file("changed.csv", changed);
    let said: Value =
        serde_json::from_str(&person.done("import c.ecotone changed.csv --as organizations --json")).unwrap();
    assert_eq!(
        (said["updated"].as_u64(), said["created"].as_u64(), said["unchanged"].as_u64()),
        (Some(1), Some(0), Some(2164))
    );
    person.done("undo c.ecotone");
    person.done("export c.ecotone tables --out undone");
    same_tables(&person, "undone");
}

#[test]
fn hostile_names_come_out_of_every_table_as_they_went_in() {
    let person = Person::new();
    person.done("new h.ecotone --us Tidewater");
    person.done(&format!("import h.ecotone '{}' --as organizations", fixture("csv/hostile.csv")));
    let names = |file: &str| -> Vec<String> {
        let listed: Value = serde_json::from_str(&person.done(&format!("show {file} organizations --json"))).unwrap();
        listed["organizations"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    person.done("export h.ecotone tables --out first");
    let table = std::fs::read_to_string(person.path("first/organizations.csv")).unwrap();
    assert!(table.contains(",'=cmd|' /C calc'!A0,") && !table.contains(",=cmd"), "a formula is a text");
    person.done("export h.ecotone tables --out all.xlsx");
    for source in ["first/organizations.csv", "all.xlsx"] {
        let file = format!("{}.ecotone", source.replace(['/', '.'], "-"));
        person.done(&format!("new {file} --us Tidewater"));
        person.done(&format!("import {file} {source} --as organizations"));
        assert_eq!(names(&file), names("h.ecotone"));
        person.done(&format!("export {file} tables --out again"));
        same_tables(&person, "again");
    }
}

#[test]
fn partners_are_set_related_merged_and_taken_back() {
    let person = Person::new();
    person.done("new p.ecotone --us Tidewater");
    person.file("two.csv", "Name,Kind,Notes,Contact,Website\nAcme,Brand,From A,Ada,acme.example\nACME Inc,Brand,From B,Bob,\nNordlys,Reseller,,,\n");
    let said = person.done("import p.ecotone two.csv --as organizations");
    assert!(said.contains("look for duplicates"), "{said}");
    assert!(person.done("show p.ecotone duplicates").contains("the same name but for its spelling"));
    assert_eq!(
        person.done("organization set p.ecotone Acme tier=Gold stage=active 'notes=New =x'").trim(),
        "Changed tier, stage, notes of Acme."
    );
    person.done("organization set p.ecotone Acme tier=");
    assert!(
        person
            .run("organization set p.ecotone Acme kind=bran")
            .refusal
            .contains("There is no kind of organization 'bran'")
    );
    person.done("relationship add p.ecotone 'ACME Inc' resells Tidewater status=at_risk strength=4 since=2026-01-31");
    person.done("relationship add p.ecotone Nordlys 'is resold by' Acme");
    assert!(person.run("relationship add p.ecotone Acme resells Acme").refusal.contains("another organization"));
    let before = person.done("show p.ecotone relationships --json");
    person.done("organization merge p.ecotone 'ACME Inc' --into Acme");
    let lines = person.done("show p.ecotone relationships --filter 'from=Acme and status=at_risk'");
    assert!(lines.contains("Tidewater"), "{lines}");
    person.done("export p.ecotone tables --out merged");
    let contacts = std::fs::read_to_string(person.path("merged/contacts.csv")).unwrap();
    assert!(contacts.contains(",Ada,") && contacts.matches(",Acme,").count() == 2, "{contacts}");
    let said = person.done("import p.ecotone two.csv --as organizations --on-conflict mine");
    assert!(!said.contains("added"), "the name that went is known: {said}");
    person.done("undo p.ecotone");
    assert_eq!(person.done("show p.ecotone relationships --json"), before);
    assert!(person.run("organization merge p.ecotone Tidewater --into Acme").refusal.contains("is us"));
}

#[test]
fn importing_customers_leaves_the_map_as_it_was() {
    let person = Person::new();
    person.done("new m.ecotone --template sample");
    let map = || {
        person.done("export m.ecotone map --out map.svg");
        std::fs::read(person.path("map.svg")).unwrap()
    };
    let before = map();
    person.done(&format!("import m.ecotone '{}' --as accounts", fixture("profiles/hubspot-companies.csv")));
    assert_eq!(map(), before);
    assert!(person.done("show m.ecotone accounts --filter domain=acme.example").contains("Acme GmbH"));
}

/// A window whose dialogs answer with one file, and which cancels when it hears of progress.
struct Window {
    file: std::path::PathBuf,
    app: std::sync::OnceLock<std::sync::Weak<App>>,
    cancels: bool,
}

struct Shared(Arc<Window>);

impl Host for Shared {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<std::path::PathBuf> {
        Some(self.0.file.clone())
    }
    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<std::path::PathBuf> {
        None
    }
    fn ask_folder(&self, _: &WindowId) -> Option<std::path::PathBuf> {
        None
    }

    fn emit(&self, window: Option<&WindowId>, event: &Event) {
        if let (true, Event::Progress { job, phase, .. }, Some(window)) = (self.0.cancels, event, window)
            && phase.starts_with("Comparing")
            && let Some(app) = self.0.app.get().and_then(std::sync::Weak::upgrade)
        {
            app.call(window, "job_cancel", json!({ "job": job }).to_string().as_bytes()).unwrap();
        }
    }
    fn today(&self) -> domain::Date {
        domain::Date::constant(2026, 11, 23)
    }
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }
    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

#[test]
fn a_window_looks_plans_and_writes_by_handle_and_a_cancelled_import_writes_nothing() {
    for cancels in [false, true] {
        let person = Person::new();
        person.done("new w.ecotone --us Tidewater");
        let file = person.file("list.csv", "Name,Kind\nAcme,Brand\nBeta,Reseller\n");
        let host = Arc::new(Window { file, app: std::sync::OnceLock::new(), cancels });
        let app = Arc::new(App::new(Box::new(Shared(host.clone())), Folders::under(person.path("folders"))));
        host.app.set(Arc::downgrade(&app)).unwrap();
        let window = WindowId("main".into());
        app.open_path(&window, &person.path("w.ecotone")).unwrap();
        let call = |name: &str, request: Value| -> Result<Value, api::ErrorReply> {
            app.call(&window, name, request.to_string().as_bytes()).map(|reply| match reply {
                api::Reply::Json(bytes) => serde_json::from_slice(&bytes).unwrap(),
                api::Reply::Bytes(_) => Value::Null,
            })
        };
        let opened = call("import_open", json!({ "job": "read", "dropped": false })).unwrap();
        assert_eq!(opened["file_name"], "list.csv");
        let options = json!({
            "noun": "organizations", "map": [], "set": [], "encoding": null, "delimiter": null, "sheet": null,
            "header_row": null, "profile": null, "dates": null, "conflict": "file", "conflicts": [], "partner_if": null, "several": [], "same": [],
            "report": {
                "basis": null, "dated_by": null, "first": null, "last": null, "motion": null, "running": false,
                "provisional": false, "left_out": [],
            },
        });
        let request =
            json!({ "handle": opened["handle"], "job": "import", "options": options, "without_rejects": false });
        let look = call("import_look", request.clone()).unwrap();
        assert_eq!(
            (look["columns"][0]["field"].as_str(), look["columns"][0]["samples"][1].as_str()),
            (Some("name"), Some("Beta"))
        );
        let count = || call("partners", json!({})).unwrap().as_array().unwrap().len();
        if cancels {
            let refused = call("import_apply", request).unwrap_err();
            assert_eq!((refused.code, count()), (api::Refusal::Cancelled, 0));
            continue;
        }
        assert_eq!((call("import_plan", request.clone()).unwrap()["created"].as_u64(), count()), (Some(2), 0));
        assert_eq!((call("import_apply", request.clone()).unwrap()["created"].as_u64(), count()), (Some(2), 2));
        assert!(call("import_apply", request).is_err(), "a handle is good once");
        call("undo", json!({})).unwrap();
        assert_eq!(count(), 0);
    }
}

#[test]
fn notes_fields_and_tags_come_back_from_our_own_tables_as_they_were() {
    let person = Person::new();
    person.done("new n.ecotone --us Tidewater");
    person.file(
        "own.csv",
        "Ecotone ID,Name,Kind,Notes,Tags\n,Acme,Brand,\"  one\ntwo \",\"\"\"Pilot, small\"\"; Cloud\"\n",
    );
    person.done("import n.ecotone own.csv --as organizations");
    person.done("export n.ecotone tables --out first");
    let table = std::fs::read_to_string(person.path("first/organizations.csv")).unwrap();
    assert!(table.contains("\"  one\ntwo \"") && table.contains(r#","Cloud; ""Pilot, small""","#), "{table}");
    person.done("new m.ecotone --us Tidewater");
    person.done("import m.ecotone first/organizations.csv --as organizations");
    person.done("export m.ecotone tables --out again");
    same_tables(&person, "again");
}

#[test]
fn every_table_and_the_workspace_come_back_from_its_json() {
    let person = Person::new();
    person.done("new s.ecotone --template sample");
    person.file("more.csv", "Partner ID,Name,Tags\n7,Fernhill Commerce,Pilot\n8,Nightjar,\"Pilot; Cloud\"\n");
    person.done("import s.ecotone more.csv --as organizations");
    person.done("export s.ecotone workspace --out one.json");
    person.done("export s.ecotone tables --out first");
    person.done("export s.ecotone tables --out all.xlsx");
    person.done("new again.ecotone --from one.json");
    person.done("export again.ecotone workspace --out two.json");
    person.done("export again.ecotone tables --out again");
    assert_eq!(std::fs::read(person.path("one.json")).unwrap(), std::fs::read(person.path("two.json")).unwrap());
    let mut with_rows = 0;
    for entry in std::fs::read_dir(person.path("first")).unwrap() {
        let table = entry.unwrap();
        let bytes = std::fs::read(table.path()).unwrap();
        with_rows += usize::from(String::from_utf8_lossy(&bytes).lines().count() > 1);
        let again = std::fs::read(person.path("again").join(table.file_name())).unwrap();
        assert_eq!(bytes, again, "{}", table.file_name().display());
    }
    assert!(with_rows > 25, "only {with_rows} tables have rows");
}
