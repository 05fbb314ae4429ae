//! Fields and tags of a workspace's own, many cells at once, a partner's page and sorting: what is kept, what is refused
//! in words, and that undo takes all of it back.

use api::commands::{activity, editing, fields, organizations, workspace};
use api::wire::{self, CustomChange, Nothing, PartnerChange};
use api::{Audience, ErrorReply};
use domain::{ActivityKind, Character, CustomKind, Key, Name, OrganizationId};

use crate::undo::Bench;

fn sample() -> (tempfile::TempDir, Bench) {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    (folder, bench)
}

fn text(words: &str) -> wire::Text {
    words.to_owned().try_into().unwrap()
}

fn name(words: &str) -> Name {
    Name::parse(words).unwrap()
}

impl Bench {
    fn partner_id(&self, name: &str) -> OrganizationId {
        self.app.organization_named(&self.window, name).unwrap()
    }

    fn table_row(&self, name: &str) -> wire::PartnerRow {
        let rows = organizations::list(&self.app, &self.window, Nothing {}).unwrap();
        rows.into_iter().find(|row| row.name == name).unwrap()
    }

    fn page_of(&self, name: &str) -> wire::PartnerPage {
        let id = self.partner_id(name);
        activity::page(&self.app, &self.window, wire::PartnerRequest { id }).unwrap()
    }

    fn set_all(&self, names: &[&str], change: PartnerChange) -> Result<Nothing, ErrorReply> {
        let ids = names.iter().map(|name| self.partner_id(name)).collect();
        organizations::update(&self.app, &self.window, wire::PartnersUpdate { ids, change })
    }

    fn add_field(&self, label: &str, kind: CustomKind, choices: &[&str]) -> Key {
        let request = wire::CustomFieldAdd {
            name: name(label),
            kind,
            choices: choices.iter().map(|choice| name(choice)).collect(),
            audience: Audience::Client,
        };
        fields::add(&self.app, &self.window, request).unwrap().key
    }

    fn set_value(&self, partner: &str, key: &Key, value: Option<&str>) -> Result<Nothing, ErrorReply> {
        self.set_all(&[partner], PartnerChange::Custom(CustomChange { key: key.clone(), value: value.map(text) }))
    }

    fn change_field(&self, key: &Key, change: wire::CustomFieldChange) -> Result<Nothing, ErrorReply> {
        fields::update(&self.app, &self.window, wire::CustomFieldUpdate { key: key.clone(), change })
    }

    fn take_back(&self) -> String {
        workspace::undo(&self.app, &self.window, Nothing {}).unwrap().sentence
    }

    fn passing(&self, condition: &str) -> Vec<String> {
        let filter = serde_json::from_str(&format!(r#"{{"conditions":[{condition}]}}"#)).unwrap();
        let ids = organizations::passing(&self.app, &self.window, wire::PartnersPassing { filter }).unwrap();
        let rows = organizations::list(&self.app, &self.window, Nothing {}).unwrap();
        let mut names: Vec<String> = rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| row.name).collect();
        names.sort();
        names
    }
}

#[test]
fn values_follow_their_choices_and_come_back_by_undo() {
    let (_folder, bench) = sample();
    let begun = bench.hash();
    let key = bench.add_field("Programme", CustomKind::MultiChoice, &["Gold", "Silver"]);
    assert_eq!(key.as_str(), "programme");
    bench.set_value("Saltmarsh", &key, Some(r#"["Gold","Silver"]"#)).unwrap();
    bench.set_value("Velo Nord", &key, Some(r#"["Silver"]"#)).unwrap();
    let filled = bench.hash();
    let edit = |was: Option<&str>, to: &str| wire::ChoiceEdit { was: was.map(str::to_owned), name: name(to) };
    let choices = vec![edit(None, "Bronze"), edit(Some("Gold"), "Platinum")];
    bench.change_field(&key, wire::CustomFieldChange::Choices(choices)).unwrap();
    assert_eq!(bench.table_row("Saltmarsh").custom.get(&key).map(String::as_str), Some(r#"["Platinum"]"#));
    assert_eq!(bench.table_row("Velo Nord").custom.get(&key), None);
    assert_eq!(bench.take_back(), "Changed the choices of Programme");
    assert_eq!(bench.hash(), filled);
    let request = wire::CustomFieldRequest { key: key.clone() };
    fields::delete(&bench.app, &bench.window, request).unwrap();
    assert_eq!(bench.table_row("Saltmarsh").custom.len(), 0);
    bench.take_back();
    assert_eq!(bench.hash(), filled);
    for _ in 0..3 {
        bench.take_back();
    }
    assert_eq!(bench.hash(), begun);
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let (_folder, bench) = sample();
    let seats = bench.add_field("Seats", CustomKind::Number, &[]);
    let tier = bench.add_field("Level", CustomKind::Choice, &["A", "B"]);
    let refused = |result: Result<Nothing, ErrorReply>| result.unwrap_err().message;
    for (message, expect) in [
        (
            refused(bench.set_value("Saltmarsh", &seats, Some("many"))),
            "“many” does not fit Seats: write a number such as 1250.50.",
        ),
        (refused(bench.set_value("Saltmarsh", &tier, Some("C"))), "“C” does not fit Level: choose one of A, B."),
        (
            refused(bench.change_field(&tier, wire::CustomFieldChange::Name(name("seats")))),
            "There is a field “Seats” already: give this one another name.",
        ),
        (
            refused(bench.change_field(&tier, wire::CustomFieldChange::Choices(Vec::new()))),
            "A field of choices needs at least one choice: type one.",
        ),
    ] {
        assert_eq!(message, expect);
    }
}

#[test]
fn fields_keep_their_order_and_can_be_filtered_by() {
    let (_folder, bench) = sample();
    let [a, b, c] = ["First", "Second", "Third"].map(|label| bench.add_field(label, CustomKind::Money, &[]));
    bench.change_field(&c, wire::CustomFieldChange::Position(0)).unwrap();
    let listed = fields::list(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_eq!(listed.iter().map(|field| &field.key).collect::<Vec<_>>(), [&c, &a, &b]);
    bench.set_value("Saltmarsh", &a, Some("1250.50")).unwrap();
    bench.set_value("Velo Nord", &a, Some("-3")).unwrap();
    let least = |least: &str| {
        bench.passing(&format!(r#"{{"field":"custom:first","test":{{"is":"between","least":{least},"most":null}}}}"#))
    };
    assert_eq!(least("0"), ["Saltmarsh"]);
    assert_eq!(least("-3"), ["Saltmarsh", "Velo Nord"]);
    bench.set_all(&["Saltmarsh", "Velo Nord"], PartnerChange::AddTag(name("Pilot"))).unwrap();
    bench.set_all(&["Saltmarsh"], PartnerChange::Segments(vec![name("Fashion"), name("Outdoor")])).unwrap();
    bench.set_all(&["Velo Nord"], PartnerChange::Regions(vec![name("DACH"), name("Nordics")])).unwrap();
    let any = |field: &str, word: &str| {
        bench.passing(&format!(r#"{{"field":"{field}","test":{{"is":"any_of","words":["{word}"]}}}}"#))
    };
    let tags = fields::tags(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_eq!(any("tag", &tags[0].id.to_string()), ["Saltmarsh", "Velo Nord"]);
    assert_eq!(any("segment", "Outdoor"), ["Saltmarsh"]);
    assert!(any("region", "Nordics").contains(&"Velo Nord".to_owned()));
    assert_eq!(bench.table_row("Velo Nord").regions, ["DACH", "Nordics"]);
    bench.set_all(&["Saltmarsh"], PartnerChange::RemoveTag(name("pilot"))).unwrap();
    assert_eq!(any("tag", &tags[0].id.to_string()), ["Velo Nord"]);
}

#[test]
fn many_cells_and_new_rows_are_one_step() {
    let (_folder, bench) = sample();
    let begun = bench.hash();
    let hostile = ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "'; DROP TABLE organization; --", "שלום"];
    let new = hostile.iter().map(|each| wire::PartnerNew {
        name: name(each),
        kind: Key::literal("reseller"),
        changes: vec![PartnerChange::Tags(vec![name("New")]), PartnerChange::Tier(text("3"))],
    });
    let edits = ["Saltmarsh", "Velo Nord"].map(|partner| wire::PartnerEdit {
        id: bench.partner_id(partner),
        changes: vec![PartnerChange::Tier(text("Gold")), PartnerChange::Stage(Some(Key::literal("dormant")))],
    });
    let request = wire::PartnersEdit { gesture: wire::EditGesture::Paste, edits: edits.to_vec(), new: new.collect() };
    let done = organizations::edit(&bench.app, &bench.window, request).unwrap();
    assert_eq!((done.changed, done.added.len()), (2, hostile.len()));
    for each in hostile {
        assert_eq!(bench.table_row(each).tags.len(), 1, "{each}");
    }
    assert_eq!(bench.table_row("Saltmarsh").tier.as_deref(), Some("Gold"));
    assert_eq!(bench.take_back(), "Pasted into 2 partners, and 4 more");
    assert_eq!(bench.hash(), begun);
    let wrong = wire::PartnersEdit {
        gesture: wire::EditGesture::Paste,
        edits: vec![wire::PartnerEdit {
            id: bench.partner_id("Saltmarsh"),
            changes: vec![PartnerChange::Tier(text("1")), PartnerChange::Stage(Some(Key::literal("nowhere")))],
        }],
        new: Vec::new(),
    };
    assert!(organizations::edit(&bench.app, &bench.window, wrong).is_err());
    assert_eq!(bench.hash(), begun);
}

#[test]
fn a_page_tells_what_was_done_and_what_is_due() {
    let (_folder, bench) = sample();
    let begun = bench.hash();
    let partner = bench.partner_id("Saltmarsh");
    let day = |text: &str| text.parse().unwrap();
    let entry = wire::ActivitySet {
        id: None,
        organization: partner,
        date: day("2026-06-29"),
        person: None,
        kind: ActivityKind::Meeting,
        note: text("They want to **co-author**."),
        next_step: text("Send the outline"),
        next_by: Some(day("2026-07-03")),
        next_done: false,
    };
    activity::set(&bench.app, &bench.window, entry.clone()).unwrap();
    let line = bench.page_of("Saltmarsh").detail.relationships[0].id;
    let renewal =
        wire::RenewalSet { relationship: line, date: Some(day("2026-07-01")), note: text("Annual agreement") };
    activity::set_renewal(&bench.app, &bench.window, renewal).unwrap();
    let page = bench.page_of("Saltmarsh");
    let due: Vec<_> = page.due.iter().map(|item| (item.kind, item.what.as_str())).collect();
    assert_eq!(due[..2], [(wire::DueKind::Renewal, "Annual agreement"), (wire::DueKind::NextStep, "Send the outline")]);
    let history: Vec<_> = page.history.iter().map(|line| line.sentence.as_str()).collect();
    assert_eq!(history.len(), 2);
    assert!(history[0].starts_with("Set the renewal to 1 July 2026: "), "{history:?}");
    assert_eq!(history[1], "Logged a meeting with Saltmarsh");
    assert_eq!(bench.page_of("Velo Nord").history.len(), 0);

    let all = activity::due(&bench.app, &bench.window, Nothing {}).unwrap();
    let kinds: std::collections::BTreeSet<_> = all.iter().map(|item| item.kind).collect();
    assert_eq!(kinds.len(), 4, "the sample has tasks and funds too");
    assert!(all.is_sorted_by_key(|item| (item.date.is_none(), item.date)));
    let done = wire::NextStepDone { id: page.activities[0].id, done: true };
    activity::set_done(&bench.app, &bench.window, done).unwrap();
    assert_eq!(bench.page_of("Saltmarsh").due.len() + 1, page.due.len());

    let empty = wire::ActivitySet { note: text(" "), next_step: text(""), next_by: None, ..entry };
    assert!(activity::set(&bench.app, &bench.window, empty).is_err());
    for _ in 0..3 {
        bench.take_back();
    }
    assert_eq!(bench.hash(), begun);
}

#[test]
fn sorting_counts_as_judgment_and_relates_whom_nothing_related() {
    let (_folder, bench) = sample();
    let begun = bench.hash();
    let request = wire::PartnerAdd {
        name: name("Copper Mill"),
        kind: Key::literal("reseller"),
        relationship: None,
        placeholder: false,
    };
    organizations::add(&bench.app, &bench.window, request).unwrap();
    let id = bench.partner_id("Copper Mill");
    for (character, reason, expect) in [
        (Character::Strategic, "", "Sorted by hand"),
        (Character::Transactional, "Pays per sale only", "Pays per sale only"),
        (Character::Ecotone, "", "Sorted by hand"),
    ] {
        let request = wire::PartnerSort { id, character, reason: text(reason) };
        editing::sort(&bench.app, &bench.window, request).unwrap();
        let detail = bench.page_of("Copper Mill").detail;
        assert_eq!(detail.row.character, character);
        assert_eq!(detail.relationships.len(), 1);
        assert_eq!(detail.relationships[0].reading, "resells");
        assert!(detail.aspects.iter().any(|aspect| aspect.sentence.contains(expect)), "{:?}", detail.aspects);
    }
    for _ in 0..4 {
        bench.take_back();
    }
    assert_eq!(bench.hash(), begun);
}

#[test]
fn a_logo_is_drawn_anew_and_columns_stay_with_the_workspace() {
    let (_folder, bench) = sample();
    let id = bench.partner_id("Saltmarsh");
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><script>alert(1)</script><rect width='4' height='4'/></svg>";
    let base64 = picture::logo::base64(svg.as_bytes());
    activity::set_logo(&bench.app, &bench.window, wire::LogoSet { id, base64 }).unwrap();
    let kept = activity::logo(&bench.app, &bench.window, wire::PartnerRequest { id }).unwrap();
    assert!(kept.starts_with(b"\x89PNG"));
    assert!(bench.page_of("Saltmarsh").has_logo);
    let base64 = picture::logo::base64(b"GIF89a");
    assert!(activity::set_logo(&bench.app, &bench.window, wire::LogoSet { id, base64 }).is_err());
    bench.take_back();
    assert!(!bench.page_of("Saltmarsh").has_logo);

    let view = wire::TableView { columns: ["tags", "name"].map(str::to_owned).to_vec() };
    fields::set_table(&bench.app, &bench.window, view.clone()).unwrap();
    assert_eq!(fields::table(&bench.app, &bench.window, Nothing {}).unwrap(), view);
    assert_eq!(bench.take_back(), "Changed the columns of the table");
    assert_eq!(fields::table(&bench.app, &bench.window, Nothing {}).unwrap(), wire::TableView::default());
}
