//! Scenarios, a joint plan, what has changed, a quarterly review, and who can be grown with.

use std::collections::BTreeMap;

use domain::{Character, SectionKind};
use press::{Chapter, Chart, Column, Part, PartOpening, Reading, Table};

use super::pictures;

pub fn chapters() -> BTreeMap<SectionKind, Chapter> {
    BTreeMap::from([
        (SectionKind::Scenarios, scenarios()),
        (SectionKind::JointPlan, joint_plan()),
        (SectionKind::Changes, changes()),
        (SectionKind::Review, review()),
        (SectionKind::Growth, growth()),
    ])
}

fn texts(entries: &[(&str, &str)]) -> Vec<Reading> {
    entries.iter().map(|(title, text)| Reading { title: (*title).into(), text: (*text).into() }).collect()
}

fn table(title: &str, columns: Vec<Column>, rows: &[&[&str]]) -> Part {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Part::Table(Table { title: title.into(), columns, rows: rows.iter().map(row).collect(), ..Table::default() })
}

fn chapter(lead: &str, parts: Vec<Part>) -> Chapter {
    Chapter { heading: None, lead: lead.into(), parts }
}

fn scenarios() -> Chapter {
    let differs = || vec![Column::words("What differs"), Column::figures("Expected"), Column::figures("Here")];
    let inputs = ["Assumption", "Low", "Expected", "High"];
    let inputs = inputs.iter().enumerate();
    let inputs = inputs.map(|(at, name)| if at == 0 { Column::words(*name) } else { Column::figures(*name) });
    chapter(
        "Beside Expected, two scenarios say what could be different.",
        vec![
            Part::Chart(Chart {
                title: "Influenced revenue in each scenario".into(),
                svg: pictures::chart(),
                alt: "Expected ends the year at €8.4M, Without Fernhill at €6.1M, Bold at €9.9M.".into(),
                note: String::new(),
            }),
            table(
                "Without Fernhill",
                differs(),
                &[
                    &["Fernhill Commerce: takes part", "yes", "no"],
                    &["Playbook: first day", "1 Mar 2026", "1 May 2026"],
                ],
            ),
            table("Bold", differs(), &[&["Playbook, Influenced revenue: are won", "25% (20% to 30%)", "35%"]]),
            Part::Facts(texts(&[("Correlation of all inputs", "0.3"), ("Simulated runs", "10,000"), ("Seed", "1")])),
            table(
                "What the projections are made from",
                inputs.collect(),
                &[
                    &["Playbook, Influenced revenue: reach each month", "3,000", "4,000", "5,500"],
                    &["are won", "20%", "25%", "30%"],
                ],
            ),
        ],
    )
}

fn joint_plan() -> Chapter {
    let opening = |name: &str, character| {
        let lead = "Own the peak-readiness conversation together.".to_owned();
        Part::Opening(PartOpening { title: name.into(), lead, character })
    };
    let motions = || {
        let columns = vec![Column::words("Motion"), Column::words("Status"), Column::words("Role")];
        table("Motions together", columns, &[&["Peak Season Playbook", "Running", "Co-author"]])
    };
    chapter(
        "",
        vec![
            opening("Fernhill Commerce", Some(Character::Strategic)),
            Part::Texts(texts(&[
                ("Why us together", "They have the merchants, we have the season."),
                ("Cadence", "Every second Tuesday."),
                ("Exit terms", "Three months' notice."),
            ])),
            motions(),
            opening("Oakmere Outdoor", None),
            Part::Texts(texts(&[("Why us together", "One audience."), ("Strengths", "Trust.")])),
            motions(),
        ],
    )
}

fn changes() -> Chapter {
    let columns =
        || vec![Column::words("Motion"), Column::words("What"), Column::figures("Then"), Column::figures("Now")];
    chapter(
        "Compared with the plan of 31 March 2026.",
        vec![table(
            "Motions",
            columns(),
            &[
                &["Always-on affiliates", "new", "", ""],
                &["Peak Season Playbook", "Ends", "30 September 2026", "31 October 2026"],
                &["", "Planned budget", "€102,000", "€118,000"],
            ],
        )],
    )
}

fn review() -> Chapter {
    let past = vec![Column::words("Action"), Column::words("Motion"), Column::words("What came of it")];
    let next = vec![Column::words("Action"), Column::words("Motion"), Column::words("Due")];
    chapter(
        "Influenced revenue is €56k above plan to May 2026.",
        vec![
            table("Jan to Mar 2026: last actions", past, &[&["Name the topic", "Peak Season Playbook", "done"]]),
            table(
                "Apr to Jun 2026: what is due",
                next,
                &[
                    &["Book rooms", "Peak Season Playbook", "3 May, late"],
                    &["Print", "Peak Season Playbook", "20 June"],
                ],
            ),
        ],
    )
}

fn growth() -> Chapter {
    let columns = vec![
        Column::words("Partner"),
        Column::figures("Depth").strong(),
        Column::words("Lowest aspect"),
        Column::words("Sign"),
    ];
    chapter(
        "Partners that are not strategic yet, the nearest first.",
        vec![table("", columns, &[&["The Shelf Report", "2.8", "Involvement 1.2", "asked to co-author"]])],
    )
}
