//! Relationships on a real file: every field, what flows, what was observed, kinds, commission and the rules of the lens are
//! steps that can be taken back, are said in the history, and travel with the file.

use api::commands::{organizations, relationships, workspace};
use api::wire::{self, Nothing};
use api::{Audience, ErrorReply};
use domain::{
    Bounds, Character, CommissionEvent, CommissionRate, CommissionTerms, CommissionTier, CommissionTime, Direction,
    Key, Lens, Name, RelationshipId, RelationshipStatus, Weight,
};

use crate::command_line::Person;
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

fn key(word: &str) -> Key {
    Key::parse(word).unwrap()
}

fn weight(number: u8) -> Weight {
    Weight::try_from(number).unwrap()
}

fn percent(percent: f64) -> CommissionTerms {
    CommissionTerms {
        per: CommissionEvent::Sale,
        rate: CommissionRate::Percent(percent),
        tiers: vec![CommissionTier { from: 50, rate: CommissionRate::Percent(percent + 2.0) }],
        lasts: CommissionTime::Months(12),
        cookie_days: Some(30),
    }
}

impl Bench {
    /// The relationship that decides where a partner stands.
    fn deciding(&self, partner: &str) -> RelationshipId {
        let id = self.app.organization_named(&self.window, partner).unwrap();
        let detail = organizations::detail(&self.app, &self.window, wire::PartnerRequest { id }).unwrap();
        detail.deciding.unwrap()
    }

    fn line(&self, id: RelationshipId) -> wire::RelationshipDetail {
        relationships::detail(&self.app, &self.window, wire::RelationshipRequest { id }).unwrap()
    }

    fn set_line(&self, id: RelationshipId, change: wire::RelationshipChange) -> Result<Nothing, ErrorReply> {
        relationships::update(&self.app, &self.window, wire::RelationshipUpdate { id, change })
    }

    fn give(&self, relationship: RelationshipId, direction: Direction, kind: &str, number: u8) {
        let add =
            wire::ValueExchangeAdd { relationship, direction, kind: key(kind), what: text(""), weight: weight(number) };
        relationships::add_value(&self.app, &self.window, add).unwrap();
    }

    fn last_sentence(&self) -> String {
        workspace::history(&self.app, &self.window, Nothing {}).unwrap().pop().unwrap().sentence
    }

    fn set_rules(&self, version: u32, lower: f64, upper: f64) -> Result<Nothing, ErrorReply> {
        let bounds = Bounds { lower, upper };
        relationships::set_rules(&self.app, &self.window, wire::LensRulesSet { version, bounds })
    }
}

#[test]
fn every_field_is_set_said_and_taken_back() {
    use wire::RelationshipChange::{Commission, Kind, Notes, Since, Status, Strength, Tier};

    let (_folder, bench) = sample();
    let id = bench.deciding("Fernhill Commerce");
    let commission = wire::CommissionSet { terms: percent(8.0), audience: Audience::Internal };
    for (change, said) in [
        (Status(RelationshipStatus::AtRisk), "Changed status of relationship "),
        (Since(Some(domain::Date::constant(2024, 3, 1))), "Changed beginning of relationship "),
        (Tier(text("Gold")), "Changed tier of relationship "),
        (Strength(Some(weight(2))), "Changed strength of relationship "),
        (Notes(text("Signed in *March*")), "Changed contract notes of relationship "),
        (Commission(Some(commission)), "Changed commission of relationship "),
        (Kind(key("resells")), "Changed kind of relationship "),
    ] {
        let before = bench.line(id);
        bench.set_line(id, change).unwrap();
        assert!(bench.last_sentence().starts_with(said), "{}", bench.last_sentence());
        assert_ne!(bench.line(id), before, "{said}");
        workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
        assert_eq!(bench.line(id), before, "{said}");
        workspace::redo(&bench.app, &bench.window, Nothing {}).unwrap();
    }
    let line = bench.line(id);
    let words = line.commission.as_ref().map(|commission| commission.words.as_str());
    assert_eq!(words, Some("8 % of each sale, 10 % from 50 a month, for 12 months, cookie 30 days"));
    assert_eq!((line.tier.as_deref(), line.notes.as_str()), (Some("Gold"), "Signed in *March*"));
    bench.set_line(id, Commission(None)).unwrap();
    assert_eq!(bench.line(id).commission, None);
}

#[test]
fn what_makes_no_sense_is_refused_in_words_and_changes_nothing() {
    let (_folder, bench) = sample();
    let id = bench.deciding("Fernhill Commerce");
    let before = bench.hash();
    let paid =
        |terms| wire::RelationshipChange::Commission(Some(wire::CommissionSet { terms, audience: Audience::Internal }));
    let per_click = CommissionTerms { per: CommissionEvent::Click, ..percent(8.0) };
    for (refused, expect) in [
        (bench.set_line(id, paid(percent(0.0))), "A percentage lies above 0"),
        (bench.set_line(id, paid(per_click)), "A percentage is part of a sale"),
        (
            bench.set_line(id, wire::RelationshipChange::Kind(key("nothing"))),
            "There is no kind of relationship 'nothing'",
        ),
        (
            bench.set_line(id, wire::RelationshipChange::Since(Some(domain::Date::constant(2030, 1, 1)))),
            "2030-01-01 is still to come",
        ),
        (bench.set_rules(9, 2.0, 3.0), "There is no version 9 of the rules: choose 1 to 2."),
        (bench.set_rules(1, 3.0, 2.0), "The bounds 3 and 2 leave no room"),
        (bench.set_rules(1, 2.0, 2.2), "The bounds 2 and 2.2 leave no room"),
    ] {
        let message = refused.unwrap_err().message;
        assert!(message.starts_with(expect), "{message}");
    }
    assert_eq!(bench.hash(), before);
}

#[test]
fn the_value_exchange_is_kept_in_order_and_shows_how_even_it_is() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let id = bench.deciding("Fernhill Commerce");
    for old in bench.line(id).values {
        relationships::delete_value(app, window, wire::ValueExchangeRequest { id: old.id }).unwrap();
    }
    assert_eq!(bench.line(id).reciprocity_words, "nothing is given or got yet");
    for (direction, kind, number) in [
        (Direction::Give, "data", 4),
        (Direction::Give, "reach", 3),
        (Direction::Get, "leads", 5),
        (Direction::Get, "shared_ip", 4),
    ] {
        bench.give(id, direction, kind, number);
    }
    let line = bench.line(id);
    assert_eq!(line.reciprocity_words, "give 7, get 9 → 7 ÷ 9 = 0.78");
    let kinds =
        |line: &wire::RelationshipDetail| line.values.iter().map(|row| row.kind_name.clone()).collect::<Vec<_>>();
    assert_eq!(kinds(&line), ["Data", "Reach", "Leads", "Shared IP"]);
    let change = |row: &wire::ValueExchangeView, change| {
        relationships::update_value(app, window, wire::ValueExchangeUpdate { id: row.id, change }).unwrap()
    };
    change(&line.values[1], wire::ValueExchangeChange::Position(0));
    change(&line.values[0], wire::ValueExchangeChange::Weight(weight(1)));
    change(&line.values[2], wire::ValueExchangeChange::What(text("Leads of the fair")));
    let line = bench.line(id);
    assert_eq!(kinds(&line), ["Reach", "Data", "Leads", "Shared IP"]);
    assert_eq!(line.reciprocity_words, "give 4, get 9 → 4 ÷ 9 = 0.44");
    assert!(bench.last_sentence().starts_with("Changed note of value 'Leads' of relationship"));
    assert_eq!(line.values[2].what, "Leads of the fair");
}

#[test]
fn kinds_of_value_are_the_workspaces_own() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let kinds = || relationships::value_kinds(app, window, Nothing {}).unwrap();
    let built_in = kinds();
    assert!(built_in.iter().any(|kind| kind.name == "Shared IP" && !kind.money));
    let added = relationships::add_value_kind(app, window, wire::ValueKindAdd { name: name("Training"), money: false })
        .unwrap();
    assert_eq!(kinds().len(), built_in.len() + 1);
    let again = wire::ValueKindAdd { name: name("training"), money: true };
    assert!(relationships::add_value_kind(app, window, again).unwrap_err().message.contains("“Training” already"));
    let update = |key: &Key, change| {
        relationships::update_value_kind(app, window, wire::ValueKindUpdate { key: key.clone(), change }).unwrap()
    };
    update(&added.key, wire::ValueKindChange::Position(0));
    update(&added.key, wire::ValueKindChange::Name(name("Enabling")));
    assert_eq!(kinds()[0].name, "Enabling");
    let delete = |key: &Key, into: Option<Key>| {
        relationships::delete_value_kind(app, window, wire::KindDelete { key: key.clone(), into })
    };
    let used = kinds().into_iter().find(|kind| kind.used > 1).unwrap();
    let refused = delete(&used.key, None).unwrap_err().message;
    assert_eq!(refused, format!("{} is the kind of {} values: choose what they become instead.", used.name, used.used));
    delete(&used.key, Some(added.key.clone())).unwrap();
    assert_eq!(kinds()[0].used, used.used);
    for _ in 0..4 {
        workspace::undo(app, window, Nothing {}).unwrap();
    }
    assert_eq!(kinds(), built_in);
}

#[test]
fn kinds_of_relationship_have_two_readings_and_a_default_lens() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let kinds = || relationships::kinds(app, window, Nothing {}).unwrap();
    let add = |forward: &str, reverse: &str| {
        let (forward, reverse) = (name(forward), name(reverse));
        let add =
            wire::RelationshipKindAdd { forward, reverse, symmetric: false, default_lens: Some(Lens::of([4.0; 6])) };
        relationships::add_kind(app, window, add)
    };
    add("trains", "is trained by").unwrap();
    let trains = kinds().pop().unwrap();
    assert_eq!(
        (trains.forward.as_str(), trains.reverse.as_str(), trains.depth),
        ("trains", "is trained by", Some(4.0))
    );
    let taken = add("Trains", "teaches").unwrap_err().message;
    assert!(taken.starts_with("'Trains' is a reading of 'trains' already"), "{taken}");
    let id = bench.deciding("Fernhill Commerce");
    bench.set_line(id, wire::RelationshipChange::Kind(trains.key.clone())).unwrap();
    let delete =
        |into: Option<Key>| relationships::delete_kind(app, window, wire::KindDelete { key: trains.key.clone(), into });
    assert_eq!(
        delete(None).unwrap_err().message,
        "'trains' is the kind of 1 relationship: choose what they become instead."
    );
    let update = |change| {
        let key = trains.key.clone();
        relationships::update_kind(app, window, wire::RelationshipKindUpdate { key, change })
    };
    update(wire::RelationshipKindChange::Forward(name("coaches"))).unwrap();
    update(wire::RelationshipKindChange::DefaultLens(Some(Lens { focus: Some(2.04), ..Lens::default() }))).unwrap();
    let far = Lens { focus: Some(7.0), ..Lens::default() };
    let refused = update(wire::RelationshipKindChange::DefaultLens(Some(far))).unwrap_err().message;
    assert!(refused.starts_with("Focus was given 7"), "{refused}");
    let changed = kinds().pop().unwrap();
    assert_eq!((changed.forward.as_str(), changed.default_lens.and_then(|lens| lens.focus)), ("coaches", Some(2.0)));
    delete(Some(key("resells"))).unwrap();
    assert_eq!(bench.line(id).reading, "resells");
    workspace::undo(app, window, Nothing {}).unwrap();
    assert_eq!(bench.line(id).reading, "coaches");
}

#[test]
fn signals_are_noted_changed_and_deleted() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let relationship = bench.deciding("Fernhill Commerce");
    let before = bench.line(relationship).signals.len();
    let set = |id, kind: &str, value: &str, day| {
        let (kind, value, source) = (name(kind), text(value), text("Call"));
        relationships::set_signal(app, window, wire::SignalSet { id, relationship, kind, value, source, date: day })
    };
    let day = domain::Date::constant(2026, 6, 1);
    set(None, "asked to CO author", "Wants to write the report with us", day).unwrap();
    let noted = bench.line(relationship).signals[0].clone();
    assert_eq!((noted.kind.as_str(), noted.counts, noted.of_partner), ("Asked to co author", true, false));
    set(Some(noted.id), "Gossip", "Heard at the fair", day).unwrap();
    let changed = bench.line(relationship).signals[0].clone();
    assert_eq!((changed.kind.as_str(), changed.counts, changed.source.as_str()), ("Gossip", false, "Call"));
    let late = set(None, "Gossip", "Not yet", domain::Date::constant(2031, 1, 1)).unwrap_err().message;
    assert!(late.starts_with("2031-01-01 is still to come"), "{late}");
    assert!(set(None, "Gossip", " ", day).is_err());
    relationships::delete_signal(app, window, wire::SignalRequest { id: noted.id }).unwrap();
    assert_eq!(bench.line(relationship).signals.len(), before);
}

#[test]
fn a_change_of_the_rules_is_a_line_of_history_and_is_taken_back() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let view = || relationships::rules(app, window, Nothing {}).unwrap();
    let before = view();
    assert_eq!((before.version, before.books.len(), before.books[0].moved), (1, 2, 0));
    bench.set_rules(2, 2.0, 3.0).unwrap();
    let said = bench.last_sentence();
    assert!(said.starts_with("Changed the rules of the lens from version 1 to 2"), "{said}");
    let moved = before.books[1].moved;
    assert_eq!(said.contains("character") || said.contains("is now"), moved > 0, "{said}, {moved} moved");
    assert_eq!((view().version, view().books[0].book.version), (2, 1));
    bench.set_rules(2, 1.6, 3.6).unwrap();
    assert!(bench.last_sentence().starts_with("Moved the bounds of the lens to 1.6 and 3.6"));
    for _ in 0..2 {
        workspace::undo(app, window, Nothing {}).unwrap();
    }
    assert_eq!(view(), before);
}

#[test]
fn a_character_holds_until_depth_has_passed_a_bound_and_the_step_says_so() {
    let (_folder, bench) = sample();
    let (app, window) = (&bench.app, &bench.window);
    let add = wire::RelationshipKindAdd {
        forward: name("trains"),
        reverse: name("is trained by"),
        symmetric: false,
        default_lens: Some(Lens::of([1.9; 6])),
    };
    relationships::add_kind(app, window, add).unwrap();
    let new = wire::PartnerAdd {
        name: name("Nova"),
        kind: key("brand"),
        relationship: Some(key("trains")),
        placeholder: false,
    };
    organizations::add(app, window, new).unwrap();
    let id = bench.deciding("Nova");
    let deepen = |depth: f64| {
        let change = wire::RelationshipKindChange::DefaultLens(Some(Lens::of([depth; 6])));
        relationships::update_kind(app, window, wire::RelationshipKindUpdate { key: key("trains"), change }).unwrap();
        (bench.line(id).depth, bench.line(id).character)
    };
    assert_eq!(bench.line(id).character, Character::Transactional);
    assert_eq!(deepen(2.1), (Some(2.1), Character::Transactional), "not past the bound by enough");
    assert_eq!(bench.last_sentence(), "Changed the default lens of 'trains'");
    assert_eq!(deepen(2.2), (Some(2.2), Character::Ecotone));
    let said = bench.last_sentence();
    assert!(said.starts_with("Changed the default lens of 'trains': “") && said.ends_with("is now ecotone"), "{said}");
    assert_eq!(deepen(1.9), (Some(1.9), Character::Ecotone));
    assert_eq!(deepen(1.7), (Some(1.7), Character::Transactional));
    for expect in [Character::Ecotone, Character::Ecotone, Character::Transactional] {
        workspace::undo(app, window, Nothing {}).unwrap();
        assert_eq!(bench.line(id).character, expect);
    }
}

#[test]
fn the_command_line_adds_terms_and_values_and_files_carry_them() {
    let person = Person::new();
    person.done("new p.ecotone --us Tidewater");
    for partner in ["Nordlys", "Acme"] {
        person.file(&format!("{partner}.csv"), format!("Name,Kind\n{partner},brand\n"));
        person.done(&format!("import p.ecotone {partner}.csv --as organizations"));
    }
    person.done(
        "relationship add p.ecotone Nordlys promotes Tidewater strength=4 since=2026-01-31 status=at_risk \
         'commission=8% per sale, 10% from 50 a month, 12 months, cookie 30 days' give=commission:4 \
         'get=reach:3:Newsletter: monthly' get=leads",
    );
    let refused = person.run("relationship add p.ecotone Acme promotes Tidewater 'commission=by agreement'").refusal;
    assert!(refused.contains("'by agreement' was not understood as commission"), "{refused}");
    let refused = person.run("relationship add p.ecotone Acme promotes Tidewater give=gold").refusal;
    assert!(refused.contains("There is no kind of value 'gold'"), "{refused}");
    let refused = person.run("relationship add p.ecotone Acme promotes Tidewater give=reach:9").refusal;
    assert!(refused.contains("no weight from 1 to 5"), "{refused}");
    let shown = person.done("show p.ecotone relationships --json");
    let terms = "8 % of each sale, 10 % from 50 a month, for 12 months, cookie 30 days";
    assert!(shown.contains(terms), "{shown}");

    // The workspace as JSON comes back equal, the tables byte for byte.
    person.done("export p.ecotone workspace --out one.json");
    let json = std::fs::read_to_string(person.path("one.json")).unwrap();
    for kept in ["\"commissions\"", "\"percent\": 8.0", "\"Newsletter: monthly\"", "\"lens_rules\": 1"] {
        assert!(json.contains(kept), "{kept}");
    }
    person.done("new again.ecotone --from one.json");
    person.done("export again.ecotone workspace --out two.json");
    assert_eq!(json, std::fs::read_to_string(person.path("two.json")).unwrap());
    person.done("export p.ecotone tables --out first");
    let before = person.done("show p.ecotone history");
    person.done("import p.ecotone first/relationships.csv --as relationships");
    assert_eq!(person.done("show p.ecotone history"), before, "importing what was exported changes nothing");
    person.done("new other.ecotone --us Tidewater");
    person.done("import other.ecotone first/organizations.csv --as organizations");
    person.done("import other.ecotone first/relationships.csv --as relationships");
    person.done("export other.ecotone tables --out second");
    let read = |folder: &str| std::fs::read_to_string(person.path(&format!("{folder}/relationships.csv"))).unwrap();
    assert_eq!(read("first"), read("second"));
    assert!(read("second").contains(terms));
}
