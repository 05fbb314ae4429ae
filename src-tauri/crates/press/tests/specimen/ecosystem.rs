//! A summary, a map and its partners.

use domain::{Character, Shape};
use press::{
    CharacterCount, KeyFigure, LegendKind, MapDetail, MapPage, NameList, PartnerGroup, PartnerRow, Reading, Summary,
};

use super::pictures::map_of;

pub fn summary() -> Summary {
    let figure = |label: &str, value: &str, note: &str| KeyFigure {
        label: label.into(),
        value: value.into(),
        note: note.into(),
    };
    Summary {
        heading: Some("Depth pays: strategic partners carry 61% of influenced revenue".into()),
        lead: "Fourteen of 45 partners are strategic. They take part in seven of twelve motions and in most of the \
               deals that were won this year."
            .into(),
        figures: vec![
            figure("Partners", "45", "of four kinds"),
            figure("Strategic", "14", "31 by evidence, 8 by judgment"),
            figure("Motions", "12", "7 strategic, 5 tactical"),
            figure("Planned budget", "€612k", "41% paid by partners"),
            figure("Influenced revenue", "€2.29M", "to 31 May, plan €2.23M"),
            figure("Affiliate revenue", "€562k", "plan €540k, ROAS 4.3"),
        ],
        findings: vec![
            "The commerce stack and the DACH channel bring 61% of the influenced pipeline.".into(),
            "Two partners are single points of failure: Fernhill Commerce and Kessel & Partner.".into(),
            "Metrics still count clicks: success metrics are the lowest aspect of nine strategic partners.".into(),
        ],
        contents: true,
    }
}

pub fn map() -> MapPage {
    let kind =
        |name: &str, shape, color: &str, count| LegendKind { name: name.into(), shape, color: color.into(), count };
    let count = |character, count| CharacterCount { character, count };
    let reading = |title: &str, text: &str| Reading { title: title.into(), text: text.into() };
    MapPage {
        heading: Some("Fourteen strategic partners carry the plan, and six more are within reach".into()),
        lead: String::new(),
        svg: map_of(45),
        size: [499.0, 420.0],
        details: vec![MapDetail {
            title: String::new(),
            svg: map_of(20),
            size: [499.0, 600.0],
            alt: "Part 1 of 1 of the ecosystem map.".into(),
        }],
        alt: "A map of 45 partners around Tidewater; fourteen of them stand in the strategic core.".into(),
        legend: vec![
            kind("Brand", Shape::Circle, "kind-brand", 9),
            kind("Technology", Shape::RoundedSquare, "kind-tech", 14),
            kind("Reseller", Shape::Diamond, "kind-reseller", 8),
            kind("Affiliate", Shape::Triangle, "kind-affiliate", 14),
        ],
        characters: vec![
            count(Character::Strategic, 14),
            count(Character::Ecotone, 9),
            count(Character::Transactional, 16),
            count(Character::Unknown, 6),
        ],
        known: "31 by evidence, 8 by judgment, 6 unknown and not drawn; rules v1".into(),
        readings: vec![
            reading("What holds", "The commerce stack and the DACH channel bring 61% of influenced pipeline."),
            reading("What is thin", "Two partners are single points of failure: Fernhill and Kessel & Partner."),
            reading("Who can grow", "The Shelf Report reaches 62% of our buyers and has asked to co-author."),
        ],
        lists: vec![NameList {
            title: "Not placed yet".into(),
            names: ["Arbor Analytics", "Blue Fjord", "Cobalt Loop", "Dune & Daughter", "Eddy", "Fathom Press"]
                .map(str::to_owned)
                .into(),
        }],
    }
}

pub fn partners() -> Vec<PartnerGroup> {
    let kinds = [
        ("Brand", Shape::Circle, "kind-brand", ["Oakmere Outdoor", "Saltmarsh", "Lark & Loom"]),
        ("Technology", Shape::RoundedSquare, "kind-tech", ["Fernhill Commerce", "Parcelwise", "Quayside Checkout"]),
        ("Reseller", Shape::Diamond, "kind-reseller", ["Kessel & Partner", "Nordlys Digital", "Southbank"]),
        ("Affiliate", Shape::Triangle, "kind-affiliate", ["The Shelf Report", "Dealfinch", "Couponry"]),
    ];
    let characters = [Character::Strategic, Character::Ecotone, Character::Transactional, Character::Unknown];
    kinds
        .into_iter()
        .map(|(kind, shape, color, names)| PartnerGroup {
            kind: kind.into(),
            shape,
            color: color.into(),
            rows: (0..9)
                .map(|at| PartnerRow {
                    name: if at < 3 { names[at].into() } else { format!("{} {}", names[at % 3], at + 1) },
                    character: characters[at % 4],
                    tier: ["Platinum", "Gold", ""][at % 3].into(),
                    stage: ["Grow", "Active", "Onboard"][at % 3].into(),
                    owner: ["Sales lead", "Marketing lead", ""][at % 3].into(),
                    depth: ["3.7, lowest: success metrics 2.2", "2.4, lowest: involvement 1.0", "1.1", ""][at % 4]
                        .into(),
                })
                .collect(),
        })
        .collect()
}
