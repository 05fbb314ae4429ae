//! Looking at the map: who is left out, what is told apart and compared, what a picture may say, and saved views.

use std::collections::BTreeSet;

use api::commands::{editing, locked_plans, map, organizations, views, workspace};
use api::wire::{self, Compare, Focus, MapRequest, MapStyle, Nothing, ViewSettings};
use api::{Audience, ErrorReply};
use domain::{Condition, CustomField, CustomKind, CustomValue, Field, Key, Name, OrganizationId, Test};
use picture::{Change, Item};
use store::{Origin, Step, WorkspaceFile};

use crate::command_line::Person;
use crate::undo::Bench;

fn sample() -> (tempfile::TempDir, Bench) {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    (folder, bench)
}

fn seen(bench: &Bench, settings: ViewSettings) -> wire::MapView {
    let look = MapRequest { settings, ..MapRequest::default() };
    map::view(&bench.app, &bench.window, look).unwrap()
}

/// The partners on a map, by name.
fn names(view: &wire::MapView) -> BTreeSet<String> {
    view.outline.iter().flat_map(|group| &group.partners).map(|partner| partner.name.clone()).collect()
}

fn id(bench: &Bench, name: &str) -> OrganizationId {
    bench.app.organization_named(&bench.window, name).unwrap()
}

fn any_of(field: Field, words: &[&str]) -> ViewSettings {
    let test = Test::AnyOf { words: words.iter().map(|&word| word.to_owned()).collect() };
    let mut settings = ViewSettings::default();
    settings.filter.conditions.push(Condition { field, test });
    settings
}

#[test]
fn a_filter_leaves_out_everyone_else_and_the_counts_follow() {
    let (_folder, bench) = sample();
    let all = seen(&bench, ViewSettings::default());
    let rows = organizations::list(&bench.app, &bench.window, Nothing {}).unwrap();
    for (field, word) in [(Field::Kind, "reseller"), (Field::Stage, "grow"), (Field::Group, "Retail brands")] {
        let some = seen(&bench, any_of(field.clone(), &[word]));
        let expect: BTreeSet<String> = rows
            .iter()
            .filter(|row| match field {
                Field::Kind => row.kind.as_str() == word,
                Field::Stage => row.stage.as_ref().is_some_and(|stage| stage.as_str() == word),
                _ => row.group.as_deref() == Some(word),
            })
            .map(|row| row.name.clone())
            .collect();
        assert!(!expect.is_empty() && expect.len() < names(&all).len(), "{field}");
        assert_eq!(names(&some), expect, "{field}");
        let counted: u32 = some.legend.kinds.iter().map(|kind| kind.count).sum();
        assert_eq!(counted as usize, expect.len(), "{field}");
    }
    assert_eq!(names(&seen(&bench, ViewSettings::default())), names(&all));
}

#[test]
fn a_focus_shows_its_surroundings_and_another_center_its_own_depth() {
    let (_folder, bench) = sample();
    let middle = id(&bench, "Fernhill Commerce");
    let near = |hops| {
        let focus = Some(Focus { organizations: vec![middle], hops });
        names(&seen(&bench, ViewSettings { focus, ..ViewSettings::default() }))
    };
    assert_eq!(near(0), BTreeSet::from(["Fernhill Commerce".to_owned()]));
    assert!(near(1).len() > 1 && near(1).is_subset(&near(2)) && near(2).len() < 45, "{:?}", near(2));

    let elsewhere = seen(&bench, ViewSettings { center: Some(middle), ..ViewSettings::default() });
    let at = |view: &wire::MapView, of: OrganizationId| {
        let place = |item: &Item| match item {
            Item::Node { id, at, .. } if *id == format!("organization:{of}") => Some(*at),
            _ => None,
        };
        view.list.items.iter().find_map(place).unwrap()
    };
    let centered = |view: &wire::MapView| at(view, middle).iter().all(|value| value.abs() < 1e-3);
    assert!(centered(&elsewhere) && !centered(&seen(&bench, ViewSettings::default())));
}

#[test]
fn colors_and_sizes_say_what_was_asked_in_the_legend() {
    let (_folder, bench) = sample();
    let settings =
        ViewSettings { color_by: Some(Field::Region), size_by: Some(Field::Degree), ..ViewSettings::default() };
    let legend = seen(&bench, settings).legend;
    let colors = legend.colors.unwrap();
    assert_eq!(colors.title, "Region");
    assert!(colors.entries.iter().any(|entry| entry.name == "Nordics"), "{colors:?}");
    assert!(legend.size.unwrap().contains("Relationships"));
    let usual = seen(&bench, ViewSettings::default()).legend.size;
    assert_eq!(usual.as_deref(), Some("Size: revenue won this fiscal year, largest €269k"));
    let depth = seen(&bench, ViewSettings { color_by: Some(Field::Depth), ..ViewSettings::default() });
    assert_eq!(depth.legend.colors.unwrap().title, "Depth");
}

#[test]
fn what_changed_since_the_plan_was_locked_is_marked() {
    let (_folder, bench) = sample();
    let plan = locked_plans::lock(&bench.app, &bench.window, wire::PlanLock { name: "Spring".into() }).unwrap();
    let compared = || {
        let compare = Some(Compare::LockedPlan(plan.id));
        seen(&bench, ViewSettings { compare, ..ViewSettings::default() })
    };
    let change_of = |view: &wire::MapView, of: &str| {
        let mark = |item: &Item| match item {
            Item::Node { id, change, .. } if *id == format!("organization:{of}") => {
                Some(change.as_ref().map(|mark| mark.change))
            }
            _ => None,
        };
        view.list.items.iter().find_map(mark).unwrap()
    };
    let same = compared();
    assert!(same.list.items.iter().all(|item| !matches!(item, Item::Node { change: Some(_), .. })));

    let add = wire::PartnerAdd {
        name: Name::parse("Newcomer").unwrap(),
        kind: Key::parse("brand").unwrap(),
        placeholder: false,
        relationship: None,
    };
    let new = organizations::add(&bench.app, &bench.window, add).unwrap().id;
    let gone = id(&bench, "Loopcart");
    organizations::delete(&bench.app, &bench.window, wire::PartnerRequest { id: gone }).unwrap();
    let after = compared();
    assert_eq!(change_of(&after, &new.to_string()), Some(Change::Added));
    assert_eq!(change_of(&after, &gone.to_string()), Some(Change::Gone));
    assert_eq!(change_of(&after, &id(&bench, "Saltmarsh").to_string()), None);
    workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_eq!(change_of(&compared(), &gone.to_string()), None);
}

#[test]
fn a_view_is_kept_renamed_and_removed_as_steps() {
    let (_folder, bench) = sample();
    let before = bench.hash();
    let settings = ViewSettings { color_by: Some(Field::Region), ..any_of(Field::Kind, &["brand"]) };
    let new = |id, name: &str| wire::ViewSave {
        id,
        name: name.to_owned(),
        style: MapStyle::Rings,
        settings: settings.clone(),
    };
    let save = |request| views::save(&bench.app, &bench.window, request);
    let kept = save(new(None, "Brands by region")).unwrap();
    assert_eq!((kept.style, &kept.settings, kept.is_default), (MapStyle::Rings, &settings, false));
    let said = |error: ErrorReply| error.message;
    assert!(save(new(None, "Brands by region")).map_err(said).unwrap_err().contains("already"));
    assert!(save(new(None, " ")).map_err(said).unwrap_err().contains("no name"));
    save(new(Some(kept.id), "Brands")).unwrap();
    let listed = views::list(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_eq!(listed.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["Brands", "Organic"]);
    let delete = |id| views::delete(&bench.app, &bench.window, wire::ViewRequest { id });
    let first = listed.iter().find(|view| view.is_default).unwrap().id;
    assert!(delete(first).map_err(said).unwrap_err().contains("stays"));
    delete(kept.id).unwrap();
    for _ in 0..3 {
        workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
    }
    assert_eq!(bench.hash(), before);
}

#[test]
fn a_field_of_more_words_than_a_list_holds_can_still_be_searched() {
    let (_folder, bench) = sample();
    let names: Vec<String> = (0..201).map(|number| format!("Partner {number}")).collect();
    let request = serde_json::json!({
        "names": names, "kind": "brand", "tie": null, "placeholder": false, "near": null,
    });
    let added = editing::add(&bench.app, &bench.window, serde_json::from_value(request).unwrap()).unwrap().added;
    for (number, partner) in added.iter().enumerate() {
        let change = serde_json::json!({ "field": "region", "value": format!("Region {number}") });
        let request = serde_json::json!({ "ids": [partner.id], "change": change });
        organizations::update(&bench.app, &bench.window, serde_json::from_value(request).unwrap()).unwrap();
    }
    let request = wire::FieldsRequest { audience: Audience::Internal };
    let fields = views::fields(&bench.app, &bench.window, request).unwrap();
    let region = fields.iter().find(|field| field.field == Field::Region).expect("it is offered");
    assert!(region.words.is_empty() && region.range.is_none(), "nobody reads a list of 208 words");
    let mut settings = ViewSettings::default();
    let test = Test::Contains { text: "region 17".into() };
    settings.filter.conditions.push(Condition { field: Field::Region, test });
    let expect = std::iter::once(17).chain(170..180).map(|number: u32| format!("Partner {number}"));
    assert_eq!(self::names(&seen(&bench, settings)), expect.collect());
}

/// A word that is in no file by chance.
const MARKER: &str = "XQZMARKER";

/// Plants markers in everything that only we may see.
fn plant(path: &std::path::Path) {
    let mut file = WorkspaceFile::open(path, None).unwrap();
    let workspace = file.read().unwrap();
    let origin = Origin { author: String::new(), now: jiff::Timestamp::UNIX_EPOCH };
    let step = Step { command: "plant".into(), args: serde_json::Value::Null, sentence: "Planted".into() };
    file.step(step, &origin, |edit| {
        mark_rows(edit, &workspace)?;
        log(edit, &workspace)?;
        let field = CustomField {
            key: Key::parse("margin").unwrap(),
            noun: "organization".into(),
            name: Name::parse(&format!("{MARKER} field")).unwrap(),
            kind: CustomKind::Text,
            choices: None,
            audience: Audience::Internal,
            position: 0,
        };
        edit.insert(&field)?;
        let value = |organization: &domain::Organization| CustomValue {
            field: field.key.clone(),
            row: organization.id.0,
            value: format!("{MARKER} value"),
        };
        workspace.organizations.iter().try_for_each(|organization| edit.insert(&value(organization)))?;
        for (name, color, size) in [("Planted", "custom:margin", "degree"), ("Owners", "owner", "metric:revenue")] {
            let view = domain::View {
                id: uuid::Uuid::now_v7().into(),
                name: Name::parse(name).unwrap(),
                style: "organic".into(),
                is_default: false,
                settings: format!(r#"{{"color_by":"{color}","group_by":"{color}","size_by":"{size}"}}"#),
            };
            edit.insert(&view)?;
        }
        Ok::<(), store::StoreError>(())
    })
    .unwrap();
}

/// Words of rows that are there: none of them says how deep a relationship is.
fn mark_rows(edit: &store::Edit<'_>, workspace: &domain::Workspace) -> Result<(), store::StoreError> {
    let words = |of: &str| format!("{MARKER} {of}");
    let named = |of: &str| Name::parse(&words(of)).unwrap();
    macro_rules! mark {
        ($($rows:ident, $row:ident => $change:expr;)*) => {
            $(
                assert!(!workspace.$rows.is_empty(), "the sample has no {}", stringify!($rows));
                for $row in &workspace.$rows {
                    let mut $row = $row.clone();
                    $change;
                    edit.update(&$row)?;
                }
            )*
        };
    }
    mark! {
        organizations, row => row.notes = words("notes");
        relationships, row => {
            row.notes = words("contract");
            row.commission = row.commission.map(|_| words("commission"));
        };
        value_exchanges, row => row.what = words("exchange");
        signals, row => row.source = words("source");
        overrules, row => row.reason = words("reason");
        people, row => (row.name, row.email) = (named("person"), Some(words("email")));
        contacts, row => (row.name, row.role, row.phone) = (named("contact"), Some(words("role")), Some(words("phone")));
        accounts, row => row.name = named("account");
        deals, row => row.name = named("deal");
        motions, row => (row.name, row.objective) = (named("motion"), words("objective"));
        tasks, row => row.name = named("task");
        funds, row => row.name = named("fund");
        metrics, row => (row.name, row.definition) = (named("metric"), words("definition"));
        actuals, row => row.source = words("measured");
        scenarios, row => row.name = Name::parse(&format!("{MARKER} {}", row.id)).unwrap();
    }
    assert!(workspace.relationships.iter().any(|row| row.commission.is_some()));
    Ok(())
}

/// An entry of each kind that a partner's page keeps.
fn log(edit: &store::Edit<'_>, workspace: &domain::Workspace) -> Result<(), store::StoreError> {
    let day = domain::Date::constant(2026, 6, 1);
    for organization in &workspace.organizations {
        edit.insert(&domain::Activity {
            id: uuid::Uuid::now_v7().into(),
            organization: organization.id,
            date: day,
            person: None,
            kind: domain::ActivityKind::Note,
            note: format!("{MARKER} said"),
            next_step: Some(format!("{MARKER} next")),
            next_by: Some(day),
            next_done: false,
        })?;
        let name = Name::parse(&format!("{MARKER} {}", organization.id)).unwrap();
        edit.insert(&domain::OrganizationAlias { organization: organization.id, name })?;
    }
    let renewal = |row: &domain::Relationship| domain::Renewal {
        relationship: row.id,
        date: day,
        note: format!("{MARKER} renewal"),
    };
    workspace.relationships.iter().try_for_each(|row| edit.insert(&renewal(row)))
}

#[test]
fn a_picture_for_others_holds_nothing_that_only_we_may_see() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    let written = |name: &str, options: &str| {
        person.done(&format!("export w.ecotone map --out {name} {options}"));
        std::fs::read(person.path(name)).unwrap()
    };
    let held = |bytes: &[u8]| bytes.windows(MARKER.len()).any(|window| window == MARKER.as_bytes());
    let pictures: Vec<(&str, String)> = ["client", "partner"]
        .into_iter()
        .flat_map(|audience| {
            let files = ["m.svg --theme light", "m.svg --theme dark", "m.svg --theme projector", "m.png --scale 1"];
            files.map(|file| (audience, file))
        })
        .map(|(audience, file)| (&file[..5], format!("--audience {audience} {}", &file[5..])))
        .collect();
    let clean: Vec<_> = pictures.iter().map(|(name, options)| written(name, options)).collect();
    plant(&person.path("w.ecotone"));
    for view in ["Planted", "Owners"] {
        assert!(
            held(&written("ours.svg", &format!("--view {view}"))),
            "{view}: ours names it, so the test would find it"
        );
        for ((name, options), clean) in pictures.iter().zip(&clean) {
            let found = written(name, &format!("--view {view} {options}"));
            assert!(!held(&found), "{view} {name} {options}");
            if view == "Owners" {
                // Not a pixel of it differs from the map of a workspace without any of these words.
                assert!(found == *clean, "{view} {name} {options}");
            }
        }
    }
}

#[test]
fn a_picture_is_written_as_its_name_ends_and_refusals_name_what_there_is() {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person.done("export w.ecotone map --out m.png --scale 1 --theme dark");
    let png = std::fs::read(person.path("m.png")).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let refused = person.run("export w.ecotone map --out m.svg --view Nowhere");
    assert_eq!(refused.code, 1);
    assert!(refused.refusal.contains("'Nowhere'") && refused.refusal.contains("'Organic'"), "{}", refused.refusal);
    let refused = person.run("export w.ecotone map --out n.png --scale 9");
    assert!(refused.code != 0 && !person.path("n.png").exists(), "{}", refused.refusal);
}
