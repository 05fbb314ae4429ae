//! Strategy and tactic, profiles, risks, the budget, the glossary and a text of one's own.

use domain::{Character, Shape};
use press::{
    AspectBar, Balance, BalancePart, Column, Profile, Reading, Strategy, Table, Tables, Term, TextPage, Value,
};

pub fn strategy() -> Strategy {
    let part = |character, share, text: &str| BalancePart { character, share, text: text.into() };
    let balance = |label: &str, total: &str, parts| Balance { label: label.into(), total: total.into(), parts };
    Strategy {
        heading: Some("62% of the planned budget goes into strategic motions".into()),
        lead: "Two thirds of the partners are still tactical.".into(),
        balances: vec![
            balance(
                "Partners",
                "45",
                vec![
                    part(Character::Strategic, 0.31, "14, 31%"),
                    part(Character::Ecotone, 0.18, "8, 18%"),
                    part(Character::Transactional, 0.38, "17, 38%"),
                    part(Character::Unknown, 0.13, "6, 13%"),
                ],
            ),
            balance(
                "Planned budget",
                "€412k",
                vec![
                    part(Character::Strategic, 0.62, "€255k, 62%"),
                    part(Character::Transactional, 0.38, "€157k, 38%"),
                ],
            ),
        ],
        aspects: aspects(),
        known: "31 by evidence, 8 by judgment, 6 unknown; rules v1".into(),
    }
}

fn aspects() -> Vec<AspectBar> {
    let aspect = |name: &str, low: &str, high: &str, value: Option<f64>| AspectBar {
        name: name.into(),
        low: low.into(),
        high: high.into(),
        value,
        text: value.map_or_else(|| "unknown".into(), |value| format!("{value:.1}")),
    };
    vec![
        aspect("Focus", "performance", "long-term growth", Some(3.4)),
        aspect("Relationship type", "transactional", "co-owned", Some(2.8)),
        aspect("Value exchange", "commission", "shared value", Some(3.1)),
        aspect("Scales by", "platform", "enablement", Some(0.0)),
        aspect("Success metrics", "ROAS, CPA", "market share, co-sell", None),
        aspect("Involvement", "performance team", "marketing, sales, product, executive", Some(5.0)),
    ]
}

pub fn profiles() -> Vec<Profile> {
    let profile = |name: &str, character, motions: &[usize]| Profile {
        name: name.into(),
        kind: "Technology".into(),
        shape: Shape::RoundedSquare,
        color: "kind-tech".into(),
        character,
        facts: vec![
            Reading { title: "Stage".into(), text: "Grow".into() },
            Reading { title: "Tier".into(), text: "1".into() },
            Reading { title: "Depth".into(), text: "3.7, lowest: success metrics 2.2".into() },
        ],
        relationships: vec!["integrates with Tidewater, since 2022".into()],
        aspects: aspects(),
        gives: vec![Value { text: "Order data API".into(), weight: 4 }],
        gets: vec![Value { text: "A place in their store".into(), weight: 3 }],
        motions: motions.into(),
    };
    vec![
        profile("Fernhill Commerce", Character::Strategic, &[0, 2]),
        profile("Cinder CDP", Character::Ecotone, &[]),
        profile("Quayside Checkout", Character::Unknown, &[1]),
    ]
}

pub fn risks() -> Tables {
    let row =
        |risk: &str, motion: &str, weight: &str, answer: &str| [risk, motion, weight, answer].map(str::to_owned).into();
    Tables {
        heading: None,
        lead: "Exposure is likelihood times impact, each 1 to 5: 25 is the most.".into(),
        tables: vec![Table {
            title: String::new(),
            columns: vec![
                Column::words("Risk"),
                Column::words("Motion"),
                Column::figures("Exposure"),
                Column::words("Answer"),
            ],
            rows: vec![
                row(
                    "The order sync slips again",
                    "Peak Season Playbook",
                    "16",
                    "A date to decide by, and a smaller pilot",
                ),
                row("One city finds no venue", "Peak Season Playbook", "6", "Two venues on hold until March"),
            ],
            totals: Vec::new(),
        }],
    }
}

pub fn budget() -> Tables {
    let row = |cells: [&str; 4]| cells.map(str::to_owned).into();
    Tables {
        heading: None,
        lead: String::new(),
        tables: vec![Table {
            title: "By motion".into(),
            columns: vec![
                Column::words("Motion"),
                Column::figures("Planned").strong(),
                Column::figures("Committed"),
                Column::figures("Spent"),
            ],
            rows: vec![row(["Peak Season Playbook", "€118k", "€60k", "€41k"])],
            totals: vec![row(["Total", "€118k", "€60k", "€41k"])],
        }],
    }
}

pub fn glossary() -> Vec<Term> {
    vec![Term {
        name: "ROAS".into(),
        definition: "What the affiliates' orders brought for what they cost.".into(),
        formula: "affiliate revenue ÷ affiliate cost".into(),
        note: "Tactical; collected, net".into(),
    }]
}

pub fn text() -> TextPage {
    TextPage {
        title: String::new(),
        markdown: "# What we ask of you\n\nA **decision** on the *second* [pilot](https://tidewater.example/pilot) by \
                   April, and:\n\n1. a sponsor\n2. two weeks of your team\n   - product\n   - sales\n\n#### Why now\n\n\
                   > Peak season begins in October.\n\n| Step | Days |\n|---|--:|\n| Decide | 5 |\n| Build | 20 |\n\n---\n\n\
                   ~~Later~~ `now`.\n"
            .into(),
    }
}
