//! Undo of any sequence of changes of relationships returns the content of the start, redo that of the end.

use api::ErrorReply;
use api::commands::{relationships, workspace};
use api::wire::{self, Nothing};
use domain::{
    Audience, Bounds, CommissionEvent, CommissionRate, CommissionTerms, CommissionTier, CommissionTime, Direction, Key,
    Lens, Name, RelationshipId, RelationshipStatus, Weight,
};
use proptest::prelude::*;

use crate::undo::Bench;

/// One command with choices that are resolved against what is there when it runs.
#[derive(Debug, Clone)]
enum Act {
    Status(usize, usize),
    Strength(usize, u8),
    Commission(usize, Option<u8>),
    Value(usize, u8, usize),
    ChangeValue(usize, usize, u8),
    DeleteValue(usize, usize),
    Signal(usize, String),
    DeleteSignal(usize),
    AddKind(String),
    Lens(usize, f64),
    DeleteKind(usize, usize),
    AddValueKind(String),
    DeleteValueKind(usize, Option<usize>),
    Rules(u32, f64),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Act> {
    let name = "[A-Za-z*#$<>&é株 ]{0,12}x";
    let any = 0..1000_usize;
    prop_oneof![
        2 => (any.clone(), any.clone()).prop_map(|(r, s)| Act::Status(r, s)),
        1 => (any.clone(), 0..=5_u8).prop_map(|(r, s)| Act::Strength(r, s)),
        2 => (any.clone(), prop::option::of(0..120_u8)).prop_map(|(r, p)| Act::Commission(r, p)),
        4 => (any.clone(), 1..=5_u8, any.clone()).prop_map(|(r, w, k)| Act::Value(r, w, k)),
        3 => (any.clone(), any.clone(), 0..5_u8).prop_map(|(r, v, c)| Act::ChangeValue(r, v, c)),
        2 => (any.clone(), any.clone()).prop_map(|(r, v)| Act::DeleteValue(r, v)),
        2 => (any.clone(), name).prop_map(|(r, n)| Act::Signal(r, n)),
        1 => any.clone().prop_map(Act::DeleteSignal),
        1 => name.prop_map(Act::AddKind),
        2 => (any.clone(), 0.0..6.0_f64).prop_map(|(k, v)| Act::Lens(k, v)),
        1 => (any.clone(), any.clone()).prop_map(|(k, i)| Act::DeleteKind(k, i)),
        1 => name.prop_map(Act::AddValueKind),
        1 => (any.clone(), prop::option::of(any)).prop_map(|(k, i)| Act::DeleteValueKind(k, i)),
        1 => (0..4_u32, 0.5..4.0_f64).prop_map(|(v, l)| Act::Rules(v, l)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

struct Lines<'b> {
    bench: &'b Bench,
    ids: Vec<RelationshipId>,
}

impl<'b> Lines<'b> {
    /// A few relationships, so that the same ones are met again and again.
    fn of(bench: &'b Bench) -> Self {
        let json = bench.app.listing(&bench.window, api::Listed::Relationships).unwrap().json();
        let rows = json["relationships"].as_array().unwrap();
        let ids = rows.iter().take(5).map(|row| row["id"].as_str().unwrap().parse().unwrap()).collect();
        Self { bench, ids }
    }

    fn line(&self, choice: usize) -> wire::RelationshipDetail {
        let id = self.ids[choice % self.ids.len()];
        relationships::detail(&self.bench.app, &self.bench.window, wire::RelationshipRequest { id }).unwrap()
    }

    fn change(&self, choice: usize, change: wire::RelationshipChange) -> Result<(), ErrorReply> {
        let update = wire::RelationshipUpdate { id: self.line(choice).id, change };
        relationships::update(&self.bench.app, &self.bench.window, update).map(|_| ())
    }

    /// Runs one act; a refusal is fine, it must only change nothing.
    fn run(&self, act: Act) -> Result<(), ErrorReply> {
        let (app, window) = (&self.bench.app, &self.bench.window);
        let kinds = || relationships::kinds(app, window, Nothing {}).unwrap();
        match act {
            Act::Status(line, status) => {
                let all = [RelationshipStatus::Idea, RelationshipStatus::Active, RelationshipStatus::Ended];
                self.change(line, wire::RelationshipChange::Status(all[status % 3]))
            }
            Act::Strength(line, number) => {
                self.change(line, wire::RelationshipChange::Strength(Weight::try_from(number).ok()))
            }
            Act::Commission(line, percent) => {
                let set =
                    percent.map(|percent| wire::CommissionSet { terms: terms(percent), audience: Audience::Client });
                self.change(line, wire::RelationshipChange::Commission(set))
            }
            Act::AddKind(name) => {
                let forward = Name::parse(&name).unwrap();
                let (reverse, symmetric, default_lens) = (forward.clone(), true, None);
                let add = wire::RelationshipKindAdd { forward, reverse, symmetric, default_lens };
                relationships::add_kind(app, window, add).map(|_| ())
            }
            Act::Lens(kind, value) => {
                let kinds = kinds();
                let change = wire::RelationshipKindChange::DefaultLens(Some(Lens::of([value; 6])));
                let key = kinds[kind % kinds.len()].key.clone();
                relationships::update_kind(app, window, wire::RelationshipKindUpdate { key, change }).map(|_| ())
            }
            Act::DeleteKind(kind, into) => {
                let kinds = kinds();
                let [key, into] = [kind, into].map(|choice| kinds[choice % kinds.len()].key.clone());
                relationships::delete_kind(app, window, wire::KindDelete { key, into: Some(into) }).map(|_| ())
            }
            Act::Rules(version, lower) => {
                let bounds = Bounds { lower, upper: lower + 1.0 };
                relationships::set_rules(app, window, wire::LensRulesSet { version, bounds }).map(|_| ())
            }
            Act::Undo => workspace::undo(app, window, Nothing {}).map(|_| ()),
            Act::Redo => workspace::redo(app, window, Nothing {}).map(|_| ()),
            flowing => self.run_flow(flowing),
        }
    }

    /// The acts on values and signals.
    fn run_flow(&self, act: Act) -> Result<(), ErrorReply> {
        let (app, window) = (&self.bench.app, &self.bench.window);
        let value_kinds = || relationships::value_kinds(app, window, Nothing {}).unwrap();
        match act {
            Act::Value(line, weight, kind) => {
                let kinds = value_kinds();
                let add = wire::ValueExchangeAdd {
                    relationship: self.line(line).id,
                    direction: if weight % 2 == 0 { Direction::Give } else { Direction::Get },
                    kind: kinds[kind % kinds.len()].key.clone(),
                    what: "Reach".to_owned().try_into().unwrap(),
                    weight: weight.try_into().unwrap(),
                };
                relationships::add_value(app, window, add).map(|_| ())
            }
            Act::ChangeValue(line, value, what) => {
                let Some(id) = self.value(line, value) else { return Ok(()) };
                let change = match what {
                    0 => wire::ValueExchangeChange::Direction(Direction::Give),
                    1 => wire::ValueExchangeChange::Kind(Key::literal("data")),
                    2 => wire::ValueExchangeChange::What(String::new().try_into().unwrap()),
                    3 => wire::ValueExchangeChange::Weight(5.try_into().unwrap()),
                    _ => wire::ValueExchangeChange::Position(0),
                };
                relationships::update_value(app, window, wire::ValueExchangeUpdate { id, change }).map(|_| ())
            }
            Act::DeleteValue(line, value) => {
                let Some(id) = self.value(line, value) else { return Ok(()) };
                relationships::delete_value(app, window, wire::ValueExchangeRequest { id }).map(|_| ())
            }
            Act::Signal(line, name) => {
                let line = self.line(line);
                let set = wire::SignalSet {
                    id: line.signals.first().map(|signal| signal.id).filter(|_| name.len() % 2 == 0),
                    relationship: line.id,
                    kind: Name::parse(&name).unwrap(),
                    value: name.try_into().unwrap(),
                    source: String::new().try_into().unwrap(),
                    date: domain::Date::constant(2026, 5, 1),
                };
                relationships::set_signal(app, window, set).map(|_| ())
            }
            Act::DeleteSignal(line) => {
                let Some(id) = self.line(line).signals.first().map(|signal| signal.id) else { return Ok(()) };
                relationships::delete_signal(app, window, wire::SignalRequest { id }).map(|_| ())
            }
            Act::AddValueKind(name) => {
                let add = wire::ValueKindAdd { name: Name::parse(&name).unwrap(), money: name.len() % 2 == 0 };
                relationships::add_value_kind(app, window, add).map(|_| ())
            }
            Act::DeleteValueKind(kind, into) => {
                let kinds = value_kinds();
                let key = kinds[kind % kinds.len()].key.clone();
                let into = into.map(|into| kinds[into % kinds.len()].key.clone());
                relationships::delete_value_kind(app, window, wire::KindDelete { key, into }).map(|_| ())
            }
            other => unreachable!("{other:?} is no act on what flows"),
        }
    }

    fn value(&self, line: usize, choice: usize) -> Option<domain::ValueExchangeId> {
        let values = self.line(line).values;
        (!values.is_empty()).then(|| values[choice % values.len()].id)
    }
}

fn terms(percent: u8) -> CommissionTerms {
    CommissionTerms {
        per: CommissionEvent::Sale,
        rate: CommissionRate::Percent(f64::from(percent)),
        tiers: vec![CommissionTier { from: 2 + u32::from(percent), rate: CommissionRate::Percent(9.5) }],
        lasts: if percent.is_multiple_of(2) {
            CommissionTime::Life
        } else {
            CommissionTime::Months(u32::from(percent))
        },
        cookie_days: None,
    }
}

proptest! {
    // Each case is many commands on a real file; a few cases try hundreds.
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn relationships_come_back_at_the_start_and_the_end(acts in prop::collection::vec(acts(), 80)) {
        let folder = tempfile::tempdir().unwrap();
        let bench = Bench::sample(folder.path());
        let start = bench.hash();
        let lines = Lines::of(&bench);
        for act in acts {
            let before = bench.hash();
            if lines.run(act.clone()).is_err() {
                prop_assert_eq!(bench.hash(), before, "a refused {:?} changed something", act);
            }
        }
        bench.redo_all();
        let end = bench.hash();
        let steps = bench.undo_all();
        prop_assert_eq!(bench.hash(), start.clone());
        bench.app.close_window(&bench.window);
        bench.app.open_path(&bench.window, &folder.path().join("w.ecotone")).unwrap();
        prop_assert_eq!(bench.redo_all(), steps);
        prop_assert_eq!(bench.hash(), end);
        prop_assert_eq!(bench.undo_all(), steps);
        prop_assert_eq!(bench.hash(), start);
    }
}
