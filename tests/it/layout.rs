//! Layouts of the map: told, kept as one step, and steady.

use api::commands::{editing, layout, map, relationships, workspace};
use api::wire::{self, MapStyle, Nothing};
use serde_json::{Value, json};

use crate::command_line::Person;
use crate::undo::{Bench, bits, lay_out, painted};

fn sample() -> Person {
    let person = Person::new();
    person.done("new w.ecotone --template sample");
    person
}

fn history_length(person: &Person) -> usize {
    person.done("show w.ecotone history").lines().count()
}

const STYLES: [&str; 4] = ["organic", "rings", "value_chain", "by_kind"];

#[test]
fn every_style_places_everyone_and_is_one_step() {
    for style in STYLES {
        let person = sample();
        let before = history_length(&person);
        let line = format!("layout w.ecotone --style {style}");
        let said = person.done(&line);
        assert!(said.contains("moved 46"), "{style}: {said}");
        let again: Value = serde_json::from_str(&person.done(&format!("{line} --json"))).unwrap();
        assert_eq!((&again["schema"], &again["style"], &again["kept"]), (&json!(1), &json!(style), &json!(false)));
        assert_eq!(history_length(&person), before + 1, "{style}: laid out again, nothing moves");
        let places = again["organizations"].as_array().unwrap();
        assert_eq!(places.len(), 46, "{style}");
        let names: Vec<&str> = places.iter().map(|place| place["name"].as_str().unwrap()).collect();
        assert!(names.is_sorted(), "{style}: {names:?}");
        let milliseconds: f64 =
            again["phases"].as_array().unwrap().iter().map(|p| p["milliseconds"].as_f64().unwrap()).sum();
        assert!((milliseconds - again["milliseconds"].as_f64().unwrap()).abs() < 1e-6, "{style}");
        assert!((0.01..1.0).contains(&again["fill"].as_f64().unwrap()), "{style}: {}", again["fill"]);
        assert!(person.done("undo w.ecotone").contains("Laid out the map"), "{style}");
        assert!(person.done("check w.ecotone").contains("is clean"), "{style}");
    }
}

#[test]
fn rings_and_chains_mean_something() {
    let person = Person::new();
    person.done("new w.ecotone --us Tidewater");
    person.file(
        "partners.csv",
        "Name,Kind,Tier,Stage\nInner,Brand,1,Grow\nOuter,Brand,2,Identify\nLeft,Technology,,Exit\n",
    );
    person.file(
        "lines.csv",
        "From,To,Relationship\nLeft,Tidewater,integrates with\nInner,Tidewater,resells\nOuter,Inner,refers to\n",
    );
    person.done("import w.ecotone partners.csv --as organizations");
    person.done("import w.ecotone lines.csv --as relationships");
    let places = |options: &str| {
        let said: Value =
            serde_json::from_str(&person.done(&format!("layout w.ecotone --dry-run --json {options}"))).unwrap();
        ["Inner", "Left", "Outer", "Tidewater"].map(|name| {
            let all = said["organizations"].as_array().unwrap();
            let place = all.iter().find(|place| place["name"] == name).unwrap();
            [place["x"].as_f64().unwrap(), place["y"].as_f64().unwrap()]
        })
    };
    let far = |at: [f64; 2], us: [f64; 2]| (at[0] - us[0]).hypot(at[1] - us[1]);
    for (by, nearer, farther) in [("tier", 0, 2), ("hops", 1, 2), ("stage", 0, 2), ("stage", 2, 1)] {
        let at = places(&format!("--style rings --by {by}"));
        assert!(far(at[nearer], at[3]) < far(at[farther], at[3]), "{by}: {at:?}");
    }
    assert_eq!(places("--style rings"), places("--style rings --by tier"), "tiers where there are any");
    // Technology comes to us, we go out through who resells, and on through who is referred to by whom.
    let [inner, left, outer, us] = places("--style value_chain").map(|at| at[0]);
    assert!(left < us && us < inner && inner < outer, "{left} {us} {inner} {outer}");
}

#[test]
fn a_dry_run_writes_nothing() {
    let person = sample();
    let before = history_length(&person);
    let said = person.done("layout w.ecotone --style organic --dry-run");
    assert!(said.contains("Tidewater") && said.contains("dry run"), "{said}");
    assert_eq!(history_length(&person), before);
}

#[test]
fn what_the_layout_kept_is_what_the_map_shows() {
    let person = sample();
    person.done("export w.ecotone map --out before.svg");
    person.done("layout w.ecotone --style organic");
    person.done("export w.ecotone map --out after.svg");
    let read = |name: &str| std::fs::read_to_string(person.path(name)).unwrap();
    assert!(read("before.svg") == read("after.svg"), "the map has moved");
}

#[test]
fn kept_places_come_back_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let done = layout::run(&bench.app, &bench.window, lay_out(MapStyle::Organic)).unwrap();
    let partner = done.organizations.iter().find(|place| place.name == "Kessel & Partner").unwrap();
    bench.app.close_window(&bench.window);
    let moved = domain::Placement {
        view: done.view.unwrap(),
        organization: partner.id,
        x: partner.x + 2.5,
        y: partner.y,
        pinned: false,
    };
    let file = folder.path().join("w.ecotone");
    let mut open = store::WorkspaceFile::open(&file, None).unwrap();
    let step = store::Step { command: "test".into(), args: Value::Null, sentence: "Moved a little".into() };
    let origin = store::Origin { author: String::new(), now: jiff::Timestamp::now() };
    open.step(step, &origin, |edit| edit.put(&moved)).unwrap();
    drop(open);
    bench.app.open_path(&bench.window, &file).unwrap();
    #[allow(clippy::cast_possible_truncation, reason = "the picture has single precision")]
    let expect = [moved.x as f32, moved.y as f32];
    assert_eq!(bits(painted(&bench, partner.id)), bits(expect));
    workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_ne!(bits(painted(&bench, partner.id)), bits(expect), "what was undone leaves no trace");
}

#[test]
fn pins_stay_and_clashing_ones_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let (app, window) = (&bench.app, &bench.window);
    let ids = ["Harbor POS", "DealDock"].map(|name| app.organization_named(window, name).unwrap());
    let at = painted(&bench, ids[0]).map(f64::from);
    assert_eq!(bench.put(ids[0], at[0], at[1]).unwrap().crossings, []);
    let done = layout::run(app, window, lay_out(MapStyle::Organic)).unwrap();
    let place = |done: &wire::LayoutDone, id| done.organizations.iter().find(|place| place.id == id).unwrap().clone();
    let pinned = place(&done, ids[0]);
    assert_eq!((pinned.pinned, [pinned.x, pinned.y]), (true, at));
    assert!(done.clashing.is_empty() && done.strayed.is_empty());
    // Both are transactional: either may lie here.
    assert_eq!(bench.put(ids[1], at[0], at[1]).unwrap().crossings, []);
    let done = layout::run(app, window, lay_out(MapStyle::Organic)).unwrap();
    let clash: Vec<_> = done.clashing.iter().map(|pair| pair.clone().map(|placed| placed.name)).collect();
    assert_eq!(clash, [["DealDock", "Harbor POS"].map(str::to_owned)]);
    assert_eq!([place(&done, ids[1]).x, place(&done, ids[1]).y].map(f64::to_bits), at.map(f64::to_bits));
}

#[test]
fn pins_are_where_they_were_to_the_last_bit_whatever_happens_around_them() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let (app, window) = (&bench.app, &bench.window);
    let id = |name: &str| app.organization_named(window, name).unwrap();
    let names = ["Harbor POS", "Fernhill Commerce", "Southbank", "Merchant Mornings"];
    // No picture can hold these places exactly, and no sum of others comes out at them by chance.
    let pins = names.map(id).map(|id| (id, painted(&bench, id).map(|at| f64::from(at) + 0.1)));
    for (id, [x, y]) in pins {
        assert_eq!(bench.put(id, x, y).unwrap().crossings, []);
    }
    let stays = |after: &str, look: &wire::MapRequest| {
        let view = map::view(app, window, look.clone()).unwrap();
        for (pinned, at) in pins {
            let found = view.list.items.iter().find_map(|item| match item {
                picture::Item::Node { id, at, .. } if *id == format!("organization:{pinned}") => Some(*at),
                _ => None,
            });
            #[allow(clippy::cast_possible_truncation, reason = "the picture has single precision")]
            let expect = at.map(|at| at as f32);
            assert_eq!(found.map(bits), Some(bits(expect)), "{after}");
        }
        let done = layout::run(app, window, wire::LayoutRun { keep: false, ..lay_out(MapStyle::Organic) }).unwrap();
        for (pinned, at) in pins {
            let place = done.organizations.iter().find(|place| place.id == pinned).unwrap();
            assert_eq!([place.x, place.y].map(f64::to_bits), at.map(f64::to_bits), "{after}: {}", place.name);
        }
    };
    let usual = wire::MapRequest::default();
    let separated = |separate| wire::ViewSettings { separate: Some(separate), ..wire::ViewSettings::default() };
    stays("pinning", &usual);
    let add = json!({
        "names": ["One", "Two", "Three"], "kind": "brand", "tie": null, "placeholder": false, "near": pins[0].1,
    });
    let added = editing::add(app, window, serde_json::from_value(add).unwrap()).unwrap().added;
    stays("adding beside one", &usual);
    let kind = domain::Key::parse("integrates_with").unwrap();
    let tie = wire::RelationshipAdd { from: added[0].id, to: pins[1].0, kind };
    relationships::add(app, window, tie).unwrap();
    stays("relating to one", &usual);
    stays("tidying up", &wire::MapRequest { tidy_up: true, ..usual.clone() });
    for separate in [1.0, 0.0, 0.5] {
        stays("separating", &wire::MapRequest { settings: separated(separate), ..usual.clone() });
    }
    layout::run(app, window, wire::LayoutRun { separate: Some(0.9), ..lay_out(MapStyle::Organic) }).unwrap();
    stays("laying out", &usual);
    layout::run(app, window, lay_out(MapStyle::Rings)).unwrap();
    stays("another style", &usual);
    let gone = wire::OrganizationsRequest { ids: vec![id("Loopcart")] };
    editing::delete(app, window, gone).unwrap();
    workspace::undo(app, window, Nothing {}).unwrap();
    stays("deleting another and undoing it", &usual);
    app.close_window(window);
    app.open_path(window, &folder.path().join("w.ecotone")).unwrap();
    stays("opening again", &usual);
}

#[test]
fn a_cancelled_layout_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let before = bench.hash();
    bench.app.call(&bench.window, "job_cancel", br#"{"job":"layout"}"#).unwrap();
    let refused = layout::run(&bench.app, &bench.window, lay_out(MapStyle::Organic)).unwrap_err();
    assert_eq!(refused.code, api::Refusal::Cancelled);
    assert_eq!(bench.hash(), before);
    layout::run(&bench.app, &bench.window, lay_out(MapStyle::Organic)).unwrap();
    bench.app.call(&bench.window, "job_cancel", br#"{"job":"measures"}"#).unwrap();
    let refused = bench.app.call(&bench.window, "measures", br#"{"job":"measures"}"#).unwrap_err();
    assert_eq!(refused.code, api::Refusal::Cancelled);
}

#[test]
fn wrong_usage_is_said() {
    let person = sample();
    for (line, parts) in [
        ("layout w.ecotone", vec!["--style"]),
        ("layout w.ecotone --style cloud", vec!["cloud", "value_chain"]),
        ("layout w.ecotone --style organic --separate 2", vec!["'2'", "0 to 1"]),
        ("layout w.ecotone --style organic --separate nan", vec!["nan", "0 to 1"]),
        ("layout w.ecotone --style rings --by moon", vec!["moon", "tier"]),
    ] {
        let ended = person.run(line);
        assert_eq!(ended.code, 2, "ecotone {line}\n{}", ended.refusal);
        for part in parts {
            assert!(ended.refusal.contains(part), "ecotone {line}\nexpected: {part}\nfound: {}", ended.refusal);
        }
    }
}
