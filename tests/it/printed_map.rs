//! The map of the document is the map of the screen: every name stands where it stands there, at one scale.

use api::wire::MapRequest;
use kurbo::Rect;
use picture::{Align, Item};

use crate::command_line::Person;
use crate::pdf::Document;
use crate::undo::{Bench, Nobody};

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
    let list = api::commands::map::view(&bench.app, &bench.window, look).unwrap().list;
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
