//! The map of the document is the map of the screen: the file that Typst draws has the same ids, places, shapes and labels
//! as the list that the window paints, and on the page every name stands where it stands there, at one scale.

mod differences;
mod elements;
mod faults;
mod labels;
mod lines;
mod placing;

use std::collections::BTreeSet;

use api::commands::{documents, map, organizations, views};
use api::wire::{DocumentAdd, DocumentBody, DocumentPrint, MapRequest, MapStyle, PartnerAdd, ViewSave, ViewSettings};
use domain::{Audience, DocumentPreset, Key, MapExtent, MapGrouping, Name, Paper, SectionContent, SectionKind};
use kurbo::Rect;
use picture::{Align, DisplayList, Item};

use crate::command_line::Person;
use crate::pages::{cncf, hostile};
use crate::pdf::Document;
use crate::undo::{Bench, Nobody};
use differences::{Compared, Need, compare};
use placing::Placing;

/// What the press is handed of a document's map.
struct Handed {
    whole: (String, [f64; 2]),
    parts: Vec<(String, [f64; 2])>,
}

fn handed(bench: &Bench, print: &DocumentPrint) -> Handed {
    let input = bench.app.document_input(&bench.window, print).unwrap();
    let page = input.map.unwrap();
    let parts = page.details.into_iter().map(|part| (part.svg, part.size)).collect();
    Handed { whole: (page.svg, page.size), parts }
}

fn on_screen(bench: &Bench, look: MapRequest) -> DisplayList {
    map::view(&bench.app, &bench.window, look).unwrap().list
}

/// Opens what the command line has made.
fn opened(person: &Person) -> Bench {
    let bench = Bench::bare(&person.path("of-the-window"));
    bench.app.open_path(&bench.window, &person.path("w.ecotone")).unwrap();
    bench
}

/// The whole map shows all that the window shows at rest. What waits there for a pointer may be left to it, and a name
/// that finds no room to a part.
fn whole(list: &DisplayList, (svg, size): &(String, [f64; 2])) -> Compared {
    let need = |item: &Item| match item {
        Item::Path { quiet: true, .. } | Item::Label { .. } => Need::Perhaps,
        _ => Need::Drawn,
    };
    compare(list, svg, Placing::of_whole(list, *size), &need)
}

/// A part shows some of the organizations with their names, the lines that reach them, and the ground under them.
fn part(list: &DisplayList, (svg, _): &(String, [f64; 2]), names: Names) -> Compared {
    let document = roxmltree::Document::parse(svg).unwrap();
    let placing = Placing::of_part(list, document.root_element()).unwrap();
    let ids: BTreeSet<String> =
        document.descendants().filter_map(|element| element.attribute("id").map(str::to_owned)).collect();
    let shown = |id: &str| ids.contains(&id.replace(':', "-"));
    let ends: BTreeSet<[u32; 2]> = list
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Node { id, at, .. } if shown(id) => Some(at.map(f32::to_bits)),
            _ => None,
        })
        .collect();
    let reaches = |at: &[f32; 2]| ends.contains(&at.map(f32::to_bits));
    let need = |item: &Item| match item {
        Item::Node { id, .. } if shown(id) => Need::Drawn,
        Item::Label { id: Some(id), .. } if shown(id) => match names {
            Names::All => Need::Drawn,
            Names::WhereThereIsRoom => Need::Perhaps,
        },
        Item::Label { id: None, .. } => Need::Perhaps,
        Item::Mark { at, .. } if reaches(at) => Need::Drawn,
        Item::Path { points, quiet, .. } if points.iter().any(reaches) => {
            if *quiet {
                Need::Perhaps
            } else {
                Need::Drawn
            }
        }
        Item::Ellipse { .. } | Item::Rect { .. } => Need::Drawn,
        _ => Need::LeftOut,
    };
    compare(list, svg, placing, &need)
}

/// Which names have to stand on some page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    All,
    WhereThereIsRoom,
}

/// Compares all pages of a map with the list that the window paints.
fn check(name: &str, list: &DisplayList, handed: &Handed, names: Names) {
    let mut all = whole(list, &handed.whole);
    let mut shapes = BTreeSet::new();
    for (at, one) in handed.parts.iter().enumerate() {
        let found = part(list, one, names);
        let place = format!("part {} of {}", at + 1, handed.parts.len());
        all.differences.extend(found.differences.into_iter().map(|difference| format!("{place}: {difference}")));
        for shown in found.shown {
            if matches!(list.items[shown], Item::Node { .. }) && !shapes.insert(shown) {
                all.differences.push(format!("{place}: {} is on two parts", elements::called(&list.items[shown])));
            }
            all.shown.push(shown);
        }
    }
    let shown: BTreeSet<usize> = all.shown.into_iter().collect();
    let unnamed = list.items.iter().enumerate().filter(|(place, item)| {
        names == Names::All
            && matches!(item, Item::Label { id: Some(id), .. } if id.starts_with("organization:"))
            && !shown.contains(place)
    });
    let unnamed = unnamed.map(|(_, item)| format!("{} is on no page", elements::called(item)));
    all.differences.extend(unnamed);
    let nodes = list.items.iter().filter(|item| matches!(item, Item::Node { .. })).count();
    assert!(nodes > 1 && (shapes.is_empty() || shapes.len() == nodes), "{name}: {} of {nodes}", shapes.len());
    let count = all.differences.len();
    assert!(count == 0, "{name}: {count} differences\n{}", all.differences[..count.min(40)].join("\n"));
}

#[test]
fn typst_draws_what_the_window_paints_for_every_audience_on_every_paper() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    for audience in [Audience::Internal, Audience::Client, Audience::Partner] {
        let list = on_screen(&bench, MapRequest { audience, ..MapRequest::default() });
        for paper in [Paper::A4, Paper::UsLetter, Paper::Wide] {
            let print = DocumentPrint { audience: Some(audience), paper: Some(paper), ..DocumentPrint::default() };
            check(&format!("{audience:?} on {paper:?}"), &list, &handed(&bench, &print), Names::All);
        }
    }
    // Those who stay keep their places when somebody comes; so they do on paper.
    let add = PartnerAdd {
        name: Name::parse("Newcomer").unwrap(),
        kind: Key::parse("reseller").unwrap(),
        relationship: Some(Key::parse("resells").unwrap()),
        placeholder: false,
    };
    organizations::add(&bench.app, &bench.window, add).unwrap();
    let list = on_screen(&bench, MapRequest::default());
    check("after an edit", &list, &handed(&bench, &DocumentPrint::default()), Names::All);
}

#[test]
fn typst_draws_what_the_window_paints_of_a_saved_view_in_every_style() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    for style in [MapStyle::Organic, MapStyle::Rings, MapStyle::ValueChain, MapStyle::ByKind] {
        let settings = ViewSettings { color_by: Some(domain::Field::Tier), ..ViewSettings::default() };
        let save = ViewSave { id: None, name: format!("Printed {style:?}"), style, settings };
        let view = views::save(&bench.app, &bench.window, save).unwrap();
        let look = MapRequest { style, view: Some(view.id), settings: view.settings, ..MapRequest::default() };
        let print = of_extent(&bench, &view.name, MapExtent::View(view.id));
        check(&view.name, &on_screen(&bench, look), &handed(&bench, &print), Names::All);
    }
}

#[test]
fn each_groups_page_is_the_window_with_that_filter() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let print = of_extent(&bench, "By kind", MapExtent::By(MapGrouping::Kind));
    let handed = handed(&bench, &print);
    let kinds = ["brand", "tech_integration", "reseller", "affiliate"];
    assert!(handed.parts.len() >= kinds.len());
    for (kind, page) in kinds.into_iter().zip(&handed.parts) {
        let mut settings = ViewSettings::default();
        let test = domain::Test::AnyOf { words: vec![kind.to_owned()] };
        settings.filter.conditions.push(domain::Condition { field: domain::Field::Kind, test });
        let list = on_screen(&bench, MapRequest { settings, ..MapRequest::default() });
        let found = whole(&list, page);
        assert!(found.differences.is_empty(), "{kind}:\n{}", found.differences.join("\n"));
    }
}

/// A document whose map shows `extent`.
fn of_extent(bench: &Bench, name: &str, shown: MapExtent) -> DocumentPrint {
    let mut settings = DocumentPreset::default().settings();
    for section in &mut settings.outline {
        if let SectionContent::Map { extent, .. } = &mut section.content {
            *extent = shown;
        }
    }
    let body = DocumentBody { audience: Audience::Internal, language: "en".into(), settings };
    let add = DocumentAdd {
        name: Name::parse(name).unwrap(),
        like: None,
        preset: DocumentPreset::default(),
        body: Some(body),
    };
    let saved = documents::add(&bench.app, &bench.window, add).unwrap();
    let sections = Some(vec![SectionKind::Map]);
    DocumentPrint { document: Some(saved.id), sections, ..DocumentPrint::default() }
}

#[test]
fn typst_draws_what_the_window_paints_of_hostile_names() {
    let person = hostile();
    let bench = opened(&person);
    let list = on_screen(&bench, MapRequest::default());
    check("hostile", &list, &handed(&bench, &DocumentPrint::default()), Names::All);
}

#[test]
fn typst_draws_what_the_window_paints_of_thousands() {
    let person = cncf();
    let bench = opened(&person);
    let list = on_screen(&bench, MapRequest::default());
    let sections = Some(vec![SectionKind::Map]);
    let handed = handed(&bench, &DocumentPrint { sections, ..DocumentPrint::default() });
    // Their names do not fit on so many pages: those left out stand in the tables of partners alone.
    let named = names_printed(&list, &handed);
    assert!(handed.parts.len() == 40 && named > 800, "{named} names on {} parts", handed.parts.len());
    check("CNCF", &list, &handed, Names::WhereThereIsRoom);
}

/// How many of the names in the list stand on any page.
fn names_printed(list: &DisplayList, handed: &Handed) -> usize {
    let ids = |(svg, _): &(String, [f64; 2])| -> Vec<String> {
        let document = roxmltree::Document::parse(svg).unwrap();
        document.descendants().filter_map(|element| element.attribute("id").map(str::to_owned)).collect()
    };
    let printed: BTreeSet<String> = handed.parts.iter().chain([&handed.whole]).flat_map(ids).collect();
    let labels = list.items.iter().filter(|item| matches!(item, Item::Label { .. }));
    labels.filter_map(elements::id).filter(|id| printed.contains(id)).count()
}

/// A name in the list with where its anchor lies, and what its place is measured against: names of one size whose first
/// lines hang equally low.
struct Placed {
    words: String,
    at: [f64; 2],
    hung: [u32; 2],
}

/// A name with its ink and its baseline on the page.
type Printed<'a> = (&'a Placed, Rect, f64);

#[test]
fn the_printed_map_is_the_map_of_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::sample(folder.path());
    let look = MapRequest { audience: domain::Audience::Client, ..MapRequest::default() };
    let list = on_screen(&bench, look);
    let labels = list.items.iter().filter_map(|item| match item {
        Item::Label { id: Some(id), at, dx, dy, lines, align: Align::Center, font_size, .. }
            if *dx == 0.0 && id.starts_with("organization:") =>
        {
            Some(Placed { words: lines[0].clone(), at: at.map(f64::from), hung: [dy.to_bits(), font_size.to_bits()] })
        }
        _ => None,
    });
    let labels: Vec<Placed> = labels.collect();
    let person = Person::new();
    std::fs::copy(folder.path().join("w.ecotone"), person.path("w.ecotone")).unwrap();
    let today = api::Host::today(&Nobody);
    person.done(&format!("export w.ecotone document --sections map --audience client --out w.pdf --today {today}"));
    let document = Document::read(std::fs::read(person.path("w.pdf")).unwrap());
    let printed: Vec<Printed<'_>> = labels
        .iter()
        .filter_map(|label| {
            // A first word that several names share, or that the page says elsewhere, tells no place.
            let mut runs = document.pages[0].runs.iter().filter(|run| run.text == label.words);
            let run = runs.next().filter(|_| runs.next().is_none())?;
            let alone = labels.iter().filter(|other| other.words == label.words).count() == 1;
            alone.then_some((label, run.ink, run.baseline))
        })
        .collect();
    assert!(printed.len() > 20 && printed.len() * 3 >= labels.len() * 2, "{} of {}", printed.len(), labels.len());
    let by_x = |one: &&Printed<'_>, other: &&Printed<'_>| one.0.at[0].total_cmp(&other.0.at[0]);
    let (left, right) = (printed.iter().min_by(by_x).unwrap(), printed.iter().max_by(by_x).unwrap());
    let scale = (right.1.center().x - left.1.center().x) / (right.0.at[0] - left.0.at[0]);
    for (label, ink, baseline) in &printed {
        let x = left.1.center().x + (label.at[0] - left.0.at[0]) * scale;
        assert!((ink.center().x - x).abs() < 1.0, "{}: {x:.1}, printed {:.1}", label.words, ink.center().x);
        for (other, _, below) in printed.iter().filter(|(other, ..)| other.hung == label.hung) {
            let (expect, found) = ((other.at[1] - label.at[1]) * scale, below - baseline);
            assert!(
                (expect - found).abs() < 1.0,
                "{} to {}: {expect:.1}, printed {found:.1}",
                label.words,
                other.words
            );
        }
    }
}
