//! Editing on the map: many at once is one step, a crossed bound needs a reason, and undo takes back all of it.

use api::commands::{editing, map, organizations, workspace};
use api::wire::{self, MapMove, MapStyle, Nothing, PlaceGesture};
use api::{ErrorReply, Refusal};
use domain::{Character, Key, OrganizationId};

use crate::undo::{Bench, painted};

fn sample() -> (tempfile::TempDir, Bench) {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    (folder, bench)
}

fn text(words: &str) -> wire::Text {
    words.to_owned().try_into().unwrap()
}

impl Bench {
    fn id(&self, name: &str) -> OrganizationId {
        self.app.organization_named(&self.window, name).unwrap()
    }

    fn row(&self, id: OrganizationId) -> wire::PartnerRow {
        organizations::detail(&self.app, &self.window, wire::PartnerRequest { id }).unwrap().row
    }

    fn detail(&self, id: OrganizationId) -> wire::PartnerDetail {
        organizations::detail(&self.app, &self.window, wire::PartnerRequest { id }).unwrap()
    }

    fn of_character(&self, character: Character) -> Vec<OrganizationId> {
        let rows = organizations::list(&self.app, &self.window, Nothing {}).unwrap();
        rows.into_iter().filter(|row| row.character == character).map(|row| row.id).collect()
    }

    fn at(&self, id: OrganizationId) -> (f64, f64) {
        let [x, y] = painted(self, id).map(f64::from);
        (x, y)
    }

    /// Half width and half height of the ecotone's and the core's ellipse, as painted.
    fn zones(&self) -> Vec<[f32; 2]> {
        let view = map::view(&self.app, &self.window, wire::MapRequest::default()).unwrap();
        let ellipse = |item: &picture::Item| match item {
            picture::Item::Ellipse { rx, ry, .. } => Some([*rx, *ry]),
            _ => None,
        };
        view.list.items.iter().filter_map(ellipse).collect()
    }

    fn place(
        &self,
        moves: &[(OrganizationId, (f64, f64))],
        reason: Option<&str>,
    ) -> Result<wire::MapPlaced, ErrorReply> {
        let moves = moves.iter().map(|&(id, (x, y))| MapMove { id, x, y }).collect();
        let request = wire::MapPlaceMany {
            style: MapStyle::Organic,
            view: None,
            moves,
            gesture: PlaceGesture::Move,
            reason: reason.map(text),
        };
        editing::place_many(&self.app, &self.window, request)
    }

    fn names_to_add(names: &[&str]) -> wire::OrganizationsAdd {
        wire::OrganizationsAdd {
            names: names.iter().map(|name| text(name)).collect(),
            kind: Key::parse("brand").unwrap(),
            tie: None,
            placeholder: false,
            near: None,
        }
    }

    fn add(&self, request: wire::OrganizationsAdd) -> Result<wire::OrganizationsAdded, ErrorReply> {
        editing::add(&self.app, &self.window, request)
    }

    /// The one step since `before` is taken back whole, and comes again whole.
    fn is_one_step(&self, before: &str, sentence: &str) {
        let after = self.hash();
        assert_ne!(after, before);
        assert_eq!(workspace::undo(&self.app, &self.window, Nothing {}).unwrap().sentence, sentence);
        assert_eq!(self.hash(), before, "undo of “{sentence}” leaves something behind");
        workspace::redo(&self.app, &self.window, Nothing {}).unwrap();
        assert_eq!(self.hash(), after, "redo of “{sentence}” is not what was done");
    }
}

#[test]
fn a_dragged_selection_is_one_step_and_stays_where_it_was_put() {
    let (_folder, bench) = sample();
    let ids: Vec<_> = bench.of_character(Character::Strategic).into_iter().take(3).collect();
    let moves: Vec<_> =
        ids.iter().map(|id| (*id, bench.at(*id))).map(|(id, (x, y))| (id, (x + 6.0, y - 4.0))).collect();
    let before = bench.hash();
    assert_eq!(bench.place(&moves, None).unwrap().crossings, []);
    bench.is_one_step(&before, "Moved 3 partners on the map");
    for (id, (x, y)) in &moves {
        let (now_x, now_y) = bench.at(*id);
        assert!((now_x - x).abs() < 30.0 && (now_y - y).abs() < 30.0, "{}", bench.row(*id).name);
    }
    let before = bench.hash();
    let unpin = || wire::MapUnpinMany { style: MapStyle::Organic, view: None, ids: ids.clone() };
    editing::unpin_many(&bench.app, &bench.window, unpin()).unwrap();
    bench.is_one_step(&before, "Unpinned 3 partners on the map");
    let refused = editing::unpin_many(&bench.app, &bench.window, unpin()).unwrap_err();
    assert!(refused.message.contains("None of the selected partners is pinned"), "{}", refused.message);
}

#[test]
fn crossing_a_bound_is_asked_about_and_becomes_an_overrule_with_its_reason() {
    let (_folder, bench) = sample();
    let id = bench.of_character(Character::Transactional)[0];
    let row = bench.row(id);
    let [ecotone, core] = bench.zones()[..] else { panic!("two ellipses are painted") };
    let between = (f64::from(ecotone[0] + core[0]) / 2.0, 0.0);
    let before = bench.hash();

    let asked = bench.place(&[(id, between)], None).unwrap().crossings;
    assert_eq!(bench.hash(), before, "asking changes nothing");
    let [crossing] = &asked[..] else { panic!("{asked:?}") };
    assert_eq!((crossing.from, crossing.to, crossing.depth), (Character::Transactional, Character::Ecotone, row.depth));
    assert!((2.0..3.0).contains(&crossing.new_depth), "{}", crossing.new_depth);

    let blank = bench.place(&[(id, between)], Some("  ")).unwrap_err();
    assert!(blank.message.contains("the reason"), "{}", blank.message);
    assert_eq!(bench.place(&[(id, between)], Some("They asked to co-author")).unwrap().crossings, []);
    bench.is_one_step(&before, &format!("Moved {} on the map, judged ecotone", row.name));
    let detail = bench.detail(id);
    assert_eq!(detail.row.character, Character::Ecotone);
    assert!((detail.row.depth.unwrap() - crossing.new_depth).abs() < 0.25, "{:?}", detail.row.depth);
    let judged = detail.aspects.iter().filter(|aspect| aspect.source.as_deref() == Some("overrule"));
    assert!(judged.clone().count() >= 3);
    assert!(judged.clone().all(|aspect| aspect.sentence.contains("They asked to co-author")));
}

#[test]
fn a_place_that_says_nothing_possible_springs_back() {
    let (_folder, bench) = sample();
    let us = bench.id("Tidewater");
    let refused = bench.place(&[(us, (40.0, 40.0))], None).unwrap_err();
    assert!(refused.message.contains("No partner is selected"), "{}", refused.message);
    let alone = bench.add(Bench::names_to_add(&["Stranger"])).unwrap().added[0].id;
    let before = bench.hash();
    let refused = bench.place(&[(alone, (30.0, 30.0))], None).unwrap_err();
    assert_eq!(refused.code, Refusal::OutsideZone);
    assert!(refused.message.contains("Stranger has no line to Tidewater"), "{}", refused.message);
    let nowhere = bench.place(&[(alone, (f64::NAN, 0.0))], None).unwrap_err();
    assert_eq!(nowhere.code, Refusal::BadRequest);
    assert_eq!(bench.hash(), before);
}

#[test]
fn a_selection_is_judged_with_one_reason() {
    let (_folder, bench) = sample();
    for (from, to, word) in [
        (Character::Transactional, Character::Strategic, "strategic"),
        (Character::Transactional, Character::Ecotone, "ecotone"),
        (Character::Strategic, Character::Transactional, "transactional"),
    ] {
        let ids: Vec<_> = bench.of_character(from).into_iter().take(2).collect();
        let before = bench.hash();
        let request = wire::OrganizationsJudge { ids: ids.clone(), character: to, reason: text("Seen in the room") };
        editing::judge(&bench.app, &bench.window, request).unwrap();
        bench.is_one_step(&before, &format!("Judged 2 partners {word}"));
        for id in ids {
            assert_eq!(bench.row(id).character, to, "{}", bench.row(id).name);
        }
    }
}

#[test]
fn a_judgment_does_not_make_a_relationship_active() {
    let (_folder, bench) = sample();
    let id = bench.id("Tarn Cycling");
    assert_eq!(bench.row(id).character, Character::Unknown);
    let (before, at) = (bench.hash(), bench.at(bench.id("Kessel & Partner")));
    let request = wire::OrganizationsJudge { ids: vec![id], character: Character::Ecotone, reason: text("Hope") };
    let judged = editing::judge(&bench.app, &bench.window, request).unwrap_err();
    let asked = bench.place(&[(id, at)], None).unwrap().crossings;
    assert_eq!((asked.len(), asked[0].from, asked[0].depth), (1, Character::Unknown, None));
    let dragged = bench.place(&[(id, at)], Some("Hope")).unwrap_err();
    for refused in [judged, dragged] {
        let words = "No relationship of Tarn Cycling with Tidewater is active: set its status to active first.";
        assert_eq!(refused.message, words);
    }
    assert_eq!(bench.hash(), before);
}

#[test]
fn a_list_of_names_is_one_step_without_the_ones_that_were_there() {
    let (_folder, bench) = sample();
    let before = bench.hash();
    let known = "Kessel & Partner";
    let mut request = Bench::names_to_add(&[
        "Nordlicht",
        "  kessel &  PARTNER ",
        "<b>Bold</b>",
        "",
        "nordlicht",
        "=1+1",
        "two\u{7}bells",
    ]);
    request.tie = Some(wire::NewTie {
        kind: Key::parse("integrates_with").unwrap(),
        with: bench.id("Tidewater"),
        outgoing: true,
    });
    let answer = bench.add(request.clone()).unwrap();
    let names = |rows: &[wire::Placed]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&answer.added), ["Nordlicht", "<b>Bold</b>", "=1+1"]);
    assert_eq!((names(&answer.already), answer.repeated), (vec![known.to_owned()], 1));
    assert_eq!(answer.refused.len(), 2, "{:?}", answer.refused);
    bench.is_one_step(&before, "Added 3 partners");
    let lines = bench.detail(answer.added[0].id).relationships;
    assert_eq!((lines.len(), lines[0].other_name.as_str()), (1, "Tidewater"));

    let before = bench.hash();
    let again = bench.add(request).unwrap();
    assert_eq!((again.added.len(), again.already.len(), bench.hash()), (0, 4, before), "nothing new is no step");
}

#[test]
fn a_deleted_selection_comes_back_with_what_hung_on_it() {
    let (_folder, bench) = sample();
    let ids = vec![bench.id("Fernhill Commerce"), bench.id("Kessel & Partner"), bench.id("Tidewater")];
    let before = bench.hash();
    let lines = bench.detail(ids[0]).relationships.len();
    let done = editing::delete(&bench.app, &bench.window, wire::OrganizationsRequest { ids: ids.clone() }).unwrap();
    assert_eq!(done.partners, 2, "we ourselves stay");
    assert!(done.relationships as usize >= lines);
    bench.is_one_step(&before, "Deleted 2 partners");
}

#[test]
fn copies_have_names_and_lines_of_their_own() {
    let (_folder, bench) = sample();
    let original = bench.id("Fernhill Commerce");
    let before = bench.hash();
    let copy = |ids| editing::duplicate(&bench.app, &bench.window, wire::OrganizationsRequest { ids }).unwrap();
    let first = copy(vec![original]).added;
    bench.is_one_step(&before, "Duplicated Fernhill Commerce");
    let second = copy(vec![first[0].id]).added;
    assert_eq!((first[0].name.as_str(), second[0].name.as_str()), ("Fernhill Commerce (2)", "Fernhill Commerce (3)"));
    let (of, is) = (bench.detail(original), bench.detail(second[0].id));
    assert_eq!((of.row.kind, of.row.tier, of.relationships.len()), (is.row.kind, is.row.tier, is.relationships.len()));
}

#[test]
fn a_placeholder_becomes_a_company_in_one_step() {
    let (_folder, bench) = sample();
    let mut request = Bench::names_to_add(&["a payment partner in DACH"]);
    request.placeholder = true;
    let wish = bench.add(request).unwrap().added[0].id;
    assert!(bench.row(wish).placeholder);
    let before = bench.hash();
    let name = |name: &str| wire::PlaceholderName { id: wish, name: domain::Name::parse(name).unwrap() };
    let taken = editing::name_placeholder(&bench.app, &bench.window, name("fernhill commerce")).unwrap_err();
    assert!(taken.message.contains("Fernhill Commerce is on the map already"), "{}", taken.message);
    editing::name_placeholder(&bench.app, &bench.window, name("Zahlwerk")).unwrap();
    bench.is_one_step(&before, "Named the placeholder “a payment partner in DACH”: Zahlwerk");
    assert_eq!((bench.row(wish).name.as_str(), bench.row(wish).placeholder), ("Zahlwerk", false));
}
