//! Undo of any sequence of commands returns the content of the start, redo that of the end, also after reopening.

use std::path::PathBuf;

use api::commands::{editing, layout, map, motions, organizations, relationships, workspace};
use api::wire::{self, Nothing};
use api::{App, ErrorReply, Event, FileKind, Folders, Host, NewFile, WindowId};
use domain::{Key, Name};
use proptest::prelude::*;

/// A host without anyone in front of it, on a fixed day.
pub struct Nobody;

impl Host for Nobody {
    fn ask_open(&self, _: &WindowId, _: FileKind) -> Option<PathBuf> {
        None
    }
    fn ask_save(&self, _: &WindowId, _: FileKind, _: &str) -> Option<PathBuf> {
        None
    }
    fn ask_folder(&self, _: &WindowId) -> Option<PathBuf> {
        None
    }

    fn emit(&self, _: Option<&WindowId>, _: &Event) {}
    fn today(&self) -> domain::Date {
        domain::Date::constant(2026, 6, 30)
    }
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }
    fn new_id(&self) -> uuid::Uuid {
        uuid::Uuid::now_v7()
    }
}

/// One command with choices that are resolved against what is there when it runs.
#[derive(Debug, Clone)]
enum Act {
    AddPartner(String, usize),
    Rename(usize, String),
    Tier(usize, String),
    Stage(Vec<usize>, usize),
    DeletePartner(usize),
    Relate(usize, usize, usize),
    EndRelationship(usize),
    DeleteRelationship(usize),
    AddValue(usize, u8),
    Move(usize, f64, f64),
    MoveMany(Vec<usize>, f64, f64, bool),
    AddNames(Vec<String>, usize),
    Duplicate(Vec<usize>),
    DeleteMany(Vec<usize>),
    Judge(usize, usize),
    LayOut(usize),
    AddMotion(String, usize),
    Budget(usize, i64),
    Partners(usize, Vec<usize>),
    DeleteMotion(usize),
    Project(usize, f64),
    Actual(usize, i32, i64),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Act> {
    let name = "[A-Za-z*#$<>&é株 ]{0,12}x";
    let any = 0..1000_usize;
    prop_oneof![
        4 => (name, any.clone()).prop_map(|(n, k)| Act::AddPartner(n, k)),
        2 => (any.clone(), name).prop_map(|(p, n)| Act::Rename(p, n)),
        1 => (any.clone(), name).prop_map(|(p, n)| Act::Tier(p, n)),
        1 => (prop::collection::vec(any.clone(), 1..5), any.clone()).prop_map(|(p, s)| Act::Stage(p, s)),
        1 => any.clone().prop_map(Act::DeletePartner),
        3 => (any.clone(), any.clone(), any.clone()).prop_map(|(a, b, k)| Act::Relate(a, b, k)),
        1 => any.clone().prop_map(Act::EndRelationship),
        1 => any.clone().prop_map(Act::DeleteRelationship),
        2 => (any.clone(), 1..=5_u8).prop_map(|(r, w)| Act::AddValue(r, w)),
        1 => (any.clone(), -400.0..400.0_f64, -300.0..300.0_f64).prop_map(|(p, x, y)| Act::Move(p, x, y)),
        2 => (prop::collection::vec(any.clone(), 1..4), -400.0..400.0_f64, -300.0..300.0_f64, proptest::bool::ANY)
            .prop_map(|(p, x, y, why)| Act::MoveMany(p, x, y, why)),
        1 => (prop::collection::vec(name, 0..6), any.clone()).prop_map(|(n, k)| Act::AddNames(n, k)),
        1 => prop::collection::vec(any.clone(), 1..3).prop_map(Act::Duplicate),
        1 => prop::collection::vec(any.clone(), 1..3).prop_map(Act::DeleteMany),
        1 => (any.clone(), any.clone()).prop_map(|(p, c)| Act::Judge(p, c)),
        1 => any.clone().prop_map(Act::LayOut),
        2 => (name, any.clone()).prop_map(|(n, k)| Act::AddMotion(n, k)),
        1 => (any.clone(), 0..1_000_000_i64).prop_map(|(m, b)| Act::Budget(m, b)),
        1 => (any.clone(), prop::collection::vec(any.clone(), 0..4)).prop_map(|(m, p)| Act::Partners(m, p)),
        1 => any.clone().prop_map(Act::DeleteMotion),
        2 => (any.clone(), 0.0..1e6_f64).prop_map(|(m, t)| Act::Project(m, t)),
        2 => (any, 0..12_i32, 0..10_000_i64).prop_map(|(m, month, v)| Act::Actual(m, month, v)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

/// An open workspace.
pub struct Bench {
    pub app: App,
    pub window: WindowId,
}

const STYLES: [wire::MapStyle; 4] =
    [wire::MapStyle::Organic, wire::MapStyle::Rings, wire::MapStyle::ValueChain, wire::MapStyle::ByKind];

/// A layout in `style` that is kept.
pub fn lay_out(style: wire::MapStyle) -> wire::LayoutRun {
    wire::LayoutRun { style, separate: None, seed: 1, by: None, form: None, keep: true, job: "layout".into() }
}

impl Bench {
    /// The sample, in a folder of its own.
    pub fn sample(folder: &std::path::Path) -> Self {
        Self::made(folder, "sample")
    }

    /// With nothing open yet.
    pub fn bare(folder: &std::path::Path) -> Self {
        Self { app: App::new(Box::new(Nobody), Folders::under(folder)), window: WindowId("w".into()) }
    }

    /// From a template, in a folder of its own.
    pub fn made(folder: &std::path::Path, template: &str) -> Self {
        let bench = Self::bare(folder);
        let new = NewFile { template: template.into(), name: None, us: None, currency: None };
        bench.app.create_at(&bench.window, &folder.join("w.ecotone"), new).unwrap();
        bench
    }

    pub fn hash(&self) -> String {
        self.app.content_hash(&self.window).unwrap()
    }

    fn ids(&self, what: api::Listed) -> Vec<String> {
        let json = self.app.listing(&self.window, what).unwrap().json();
        let rows = json.as_object().unwrap().values().find_map(|value| value.as_array()).unwrap().clone();
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    fn pick<T: std::str::FromStr>(&self, what: api::Listed, choice: usize) -> Option<T> {
        let ids = self.ids(what);
        (!ids.is_empty()).then(|| ids[choice % ids.len()].parse().ok()).flatten()
    }

    fn partner(&self, choice: usize) -> domain::OrganizationId {
        self.pick(api::Listed::Organizations, choice).unwrap()
    }

    fn motion(&self, choice: usize) -> Option<domain::MotionId> {
        self.pick(api::Listed::Motions, choice)
    }

    fn state(&self) -> wire::WorkspaceState {
        workspace::state(&self.app, &self.window, Nothing {}).unwrap().unwrap()
    }

    /// Runs one act; a refusal is fine, it must only change nothing.
    fn run(&self, act: Act) -> Result<(), ErrorReply> {
        let (app, window) = (&self.app, &self.window);
        let known = self.state();
        match act {
            Act::AddPartner(name, choice) => {
                let kind = known.organization_kinds[choice % known.organization_kinds.len()].key.clone();
                let relationship = known.relationship_kinds[choice % known.relationship_kinds.len()].key.clone();
                let relationship = (choice % 3 > 0).then_some(relationship);
                let add = wire::PartnerAdd {
                    name: Name::parse(&name).unwrap(),
                    kind,
                    relationship,
                    placeholder: choice % 7 == 0,
                };
                organizations::add(app, window, add).map(|_| ())
            }
            Act::Rename(choice, name) => {
                self.change(vec![choice], wire::PartnerChange::Name(Name::parse(&name).unwrap()))
            }
            Act::Tier(choice, tier) => self.change(vec![choice], wire::PartnerChange::Tier(tier.try_into().unwrap())),
            Act::Stage(choices, stage) => {
                let stage = known.stages[stage % known.stages.len()].key.clone();
                self.change(choices, wire::PartnerChange::Stage(Some(stage)))
            }
            Act::DeletePartner(choice) => {
                organizations::delete(app, window, wire::PartnerRequest { id: self.partner(choice) }).map(|_| ())
            }
            Act::Relate(from, to, kind) => {
                let kind = known.relationship_kinds[kind % known.relationship_kinds.len()].key.clone();
                let add = wire::RelationshipAdd { from: self.partner(from), to: self.partner(to), kind };
                relationships::add(app, window, add).map(|_| ())
            }
            Act::EndRelationship(choice) => {
                let Some(id) = self.pick(api::Listed::Relationships, choice) else { return Ok(()) };
                let change = wire::RelationshipChange::Status(domain::RelationshipStatus::Ended);
                relationships::update(app, window, wire::RelationshipUpdate { id, change }).map(|_| ())
            }
            Act::DeleteRelationship(choice) => {
                let Some(id) = self.pick(api::Listed::Relationships, choice) else { return Ok(()) };
                relationships::delete(app, window, wire::RelationshipRequest { id }).map(|_| ())
            }
            Act::AddValue(choice, weight) => {
                let Some(relationship) = self.pick(api::Listed::Relationships, choice) else { return Ok(()) };
                let add = wire::ValueExchangeAdd {
                    relationship,
                    direction: if weight % 2 == 0 { domain::Direction::Give } else { domain::Direction::Get },
                    kind: Key::parse("reach").unwrap(),
                    what: "Reach".to_owned().try_into().unwrap(),
                    weight: weight.try_into().unwrap(),
                };
                relationships::add_value(app, window, add).map(|_| ())
            }
            Act::Move(choice, x, y) => self.put(self.partner(choice), x, y).map(|_| ()),
            Act::LayOut(choice) => layout::run(app, window, lay_out(STYLES[choice % STYLES.len()])).map(|_| ()),
            Act::Undo => workspace::undo(app, window, Nothing {}).map(|_| ()),
            Act::Redo => workspace::redo(app, window, Nothing {}).map(|_| ()),
            many @ (Act::MoveMany(..)
            | Act::AddNames(..)
            | Act::Duplicate(..)
            | Act::DeleteMany(..)
            | Act::Judge(..)) => self.run_many(many),
            plan => self.run_plan(plan),
        }
    }

    /// Drops one partner on the organic map, without a reason to cross a bound.
    pub fn put(&self, id: domain::OrganizationId, x: f64, y: f64) -> Result<wire::MapPlaced, ErrorReply> {
        self.put_because(id, x, y, None)
    }

    fn put_because(
        &self,
        id: domain::OrganizationId,
        x: f64,
        y: f64,
        reason: Option<&str>,
    ) -> Result<wire::MapPlaced, ErrorReply> {
        let place = wire::MapPlaceMany {
            style: wire::MapStyle::Organic,
            view: None,
            moves: vec![wire::MapMove { id, x, y }],
            gesture: wire::PlaceGesture::Move,
            reason: reason.map(|reason| reason.to_owned().try_into().unwrap()),
        };
        editing::place_many(&self.app, &self.window, place)
    }

    /// The acts on several partners of the map at once.
    fn run_many(&self, act: Act) -> Result<(), ErrorReply> {
        let (app, window) = (&self.app, &self.window);
        let ids = |choices: &[usize]| choices.iter().map(|choice| self.partner(*choice)).collect::<Vec<_>>();
        let kinds = self.state().organization_kinds;
        match act {
            Act::MoveMany(choices, x, y, why) => {
                let moves = ids(&choices).into_iter().map(|id| wire::MapMove { id, x, y }).collect();
                let reason = why.then(|| "Seen".to_owned().try_into().unwrap());
                let (style, gesture) = (wire::MapStyle::Organic, wire::PlaceGesture::Move);
                let place = wire::MapPlaceMany { style, view: None, moves, gesture, reason };
                editing::place_many(app, window, place).map(|_| ())
            }
            Act::AddNames(names, choice) => {
                let add = wire::OrganizationsAdd {
                    names: names.into_iter().map(|name| name.try_into().unwrap()).collect(),
                    kind: kinds[choice % kinds.len()].key.clone(),
                    tie: None,
                    placeholder: choice % 5 == 0,
                    near: (choice % 2 == 0).then_some([40.0, -60.0]),
                };
                editing::add(app, window, add).map(|_| ())
            }
            Act::Duplicate(choices) => {
                editing::duplicate(app, window, wire::OrganizationsRequest { ids: ids(&choices) }).map(|_| ())
            }
            Act::DeleteMany(choices) => {
                editing::delete(app, window, wire::OrganizationsRequest { ids: ids(&choices) }).map(|_| ())
            }
            Act::Judge(choice, character) => {
                let character = [domain::Character::Ecotone, domain::Character::Strategic][character % 2];
                let reason = "Seen".to_owned().try_into().unwrap();
                let judge = wire::OrganizationsJudge { ids: ids(&[choice]), character, reason };
                editing::judge(app, window, judge).map(|_| ())
            }
            other => unreachable!("{other:?} is no act on several partners"),
        }
    }

    /// The acts on motions and their figures.
    fn run_plan(&self, act: Act) -> Result<(), ErrorReply> {
        let (app, window) = (&self.app, &self.window);
        let known = self.state();
        match act {
            Act::AddMotion(name, choice) => {
                let add = wire::MotionAdd {
                    name: Name::parse(&name).unwrap(),
                    kind: known.motion_kinds[choice % known.motion_kinds.len()].key.clone(),
                    partners: vec![self.partner(choice)],
                    start: domain::Date::constant(2026, 1, 15),
                    end: Some(domain::Date::constant(2026, 9, 30)),
                    budget: (choice % 2 == 0).then(|| domain::Money::zero(known.currency)),
                    owner: None,
                    playbook: None,
                };
                motions::add(app, window, add).map(|_| ())
            }
            Act::Budget(choice, minor) => self
                .change_motion(choice, wire::MotionChange::Budget(domain::Money { minor, currency: known.currency })),
            Act::Partners(choice, partners) => {
                let partners = partners.into_iter().map(|partner| self.partner(partner)).collect();
                self.change_motion(choice, wire::MotionChange::Partners(partners))
            }
            Act::DeleteMotion(choice) => {
                let Some(id) = self.motion(choice) else { return Ok(()) };
                motions::delete(app, window, wire::MotionRequest { id }).map(|_| ())
            }
            Act::Project(choice, total) => {
                let Some(motion) = self.motion(choice) else { return Ok(()) };
                let set = wire::ProjectionSet {
                    motion,
                    metric: Key::parse("revenue").unwrap(),
                    from: domain::Month::parse("2026-01").unwrap(),
                    months: 12,
                    model: domain::ProjectionModel::SCurve,
                    total: format!("{total:.2}").try_into().unwrap(),
                    low: wire::Text::default(),
                    high: wire::Text::default(),
                    distribution: None,
                    inputs: Vec::new(),
                    figures: Vec::new(),
                };
                api::commands::projections::set(app, window, set).map(|_| ())
            }
            Act::Actual(choice, month, value) => {
                let Some(motion) = self.motion(choice) else { return Ok(()) };
                let typed = if value % 5 == 0 { String::new() } else { value.to_string() };
                let cell = wire::ActualSetCell {
                    metric: Key::parse("revenue").unwrap(),
                    month: domain::Month::parse("2026-01").unwrap().plus(month),
                    value: Some(typed.try_into().unwrap()),
                    confirmed: None,
                };
                let set = wire::ActualsSet { motion: Some(motion), organization: None, cells: vec![cell] };
                api::commands::actuals::set(app, window, set).map(|_| ())
            }
            other => unreachable!("{other:?} is no act on a plan"),
        }
    }

    fn change(&self, choices: Vec<usize>, change: wire::PartnerChange) -> Result<(), ErrorReply> {
        let mut ids: Vec<_> = choices.into_iter().map(|choice| self.partner(choice)).collect();
        ids.sort();
        ids.dedup();
        organizations::update(&self.app, &self.window, wire::PartnersUpdate { ids, change }).map(|_| ())
    }

    fn change_motion(&self, choice: usize, change: wire::MotionChange) -> Result<(), ErrorReply> {
        let Some(id) = self.motion(choice) else { return Ok(()) };
        motions::update(&self.app, &self.window, wire::MotionUpdate { id, change }).map(|_| ())
    }

    pub fn undo_all(&self) -> usize {
        let mut steps = 0;
        while workspace::undo(&self.app, &self.window, Nothing {}).is_ok() {
            steps += 1;
        }
        steps
    }

    pub fn redo_all(&self) -> usize {
        let mut steps = 0;
        while workspace::redo(&self.app, &self.window, Nothing {}).is_ok() {
            steps += 1;
        }
        steps
    }
}

proptest! {
    // Each case is 200 commands on a real file; a few cases try thousands.
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_start_and_the_end_come_back(acts in prop::collection::vec(acts(), 200)) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("w.ecotone");
        let bench = Bench::made(folder.path(), "reseller");
        let start = bench.hash();
        for act in acts {
            let before = bench.hash();
            if bench.run(act.clone()).is_err() {
                prop_assert_eq!(bench.hash(), before, "a refused {:?} changed something", act);
            }
        }
        // Steps that an undo left to be redone come first, so that the end is the furthest point.
        bench.redo_all();
        let end = bench.hash();
        let steps = bench.undo_all();
        prop_assert_eq!(bench.hash(), start.clone());

        bench.app.close_window(&bench.window);
        bench.app.open_path(&bench.window, &file).unwrap();
        prop_assert_eq!(bench.hash(), start.clone());
        prop_assert_eq!(bench.redo_all(), steps);
        prop_assert_eq!(bench.hash(), end);

        bench.app.close_window(&bench.window);
        bench.app.open_path(&bench.window, &file).unwrap();
        prop_assert_eq!(bench.undo_all(), steps);
        prop_assert_eq!(bench.hash(), start);
    }
}

/// Where the map paints every organization, to the last bit.
fn all_painted(bench: &Bench) -> Vec<(String, [u32; 2])> {
    let view = map::view(&bench.app, &bench.window, wire::MapRequest::default()).unwrap();
    let places = view.list.items.into_iter().filter_map(|item| match item {
        picture::Item::Node { id, at, .. } => Some((id, bits(at))),
        _ => None,
    });
    places.collect()
}

/// Where the map paints an organization.
pub fn painted(bench: &Bench, id: domain::OrganizationId) -> [f32; 2] {
    let view = map::view(&bench.app, &bench.window, wire::MapRequest::default()).unwrap();
    let named = format!("organization:{id}");
    let at = view.list.items.iter().find_map(|item| match item {
        picture::Item::Node { id, at, .. } if *id == named => Some(*at),
        _ => None,
    });
    at.unwrap()
}

/// A place to compare: no rounding is meant to hide a move.
pub fn bits(place: [f32; 2]) -> [u32; 2] {
    place.map(f32::to_bits)
}

#[test]
fn a_moved_node_returns_when_its_move_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::made(folder.path(), "sample");
    let id = bench.app.organization_named(&bench.window, "Kessel & Partner").unwrap();
    let before = painted(&bench, id);
    let here = before.map(f64::from);
    let moved = bench.put(id, here[0] + 60.0, here[1] - 50.0).unwrap();
    assert_eq!(moved.crossings, []);
    assert_ne!(bits(painted(&bench, id)), bits(before));
    workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
    assert_eq!(bits(painted(&bench, id)), bits(before));
}

#[test]
fn changes_of_one_row_at_the_same_moment_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::made(folder.path(), "reseller");
    let id = bench.partner(0);
    let fields = ["tier", "group", "region", "website", "notes"];
    std::thread::scope(|scope| {
        for field in fields {
            let (app, window) = (&bench.app, &bench.window);
            scope.spawn(move || {
                let change = serde_json::json!({ "ids": [id], "change": { "field": field, "value": field } });
                app.call(window, "partners_update", change.to_string().as_bytes()).unwrap();
            });
        }
    });
    let detail = organizations::detail(&bench.app, &bench.window, wire::PartnerRequest { id }).unwrap();
    let found = [detail.row.tier, detail.row.group, detail.region, detail.website, Some(detail.notes)];
    assert_eq!(found.map(Option::unwrap), fields);
}

#[test]
fn a_judged_move_undone_leaves_everyone_where_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::made(folder.path(), "sample");
    for name in ["Alba Skincare", "Juniper Kids", "Harbor POS", "Mosaic Reviews"] {
        let id = bench.app.organization_named(&bench.window, name).unwrap();
        let before = all_painted(&bench);
        let [x, y] = painted(&bench, id).map(|at| f64::from(at) * 0.45);
        assert_eq!(bench.put(id, x, y).unwrap().crossings.len(), 1, "{name}");
        bench.put_because(id, x, y, Some("Seen in the room")).unwrap();
        assert_ne!(all_painted(&bench), before, "{name}");
        workspace::undo(&bench.app, &bench.window, Nothing {}).unwrap();
        assert_eq!(all_painted(&bench), before, "{name}");
    }
}
