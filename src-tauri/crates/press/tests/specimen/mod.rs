//! Inputs that the tests and the example share: a full plan, an empty one, and one of hostile names.

mod pictures;

use domain::{Audience, Character, Date, Shape};
use press::*;

pub use pictures::map_of;

/// Names that would do harm if anything read them as markup.
pub const HOSTILE: [&str; 8] =
    ["#eval(\"1\")", "*x*", "$a$", "<b>", "@ref", "_y_ -> z", "a // b /* c", "\"quoted\" \\u{41} `raw`"];

/// A plan with every section filled.
pub fn full() -> DocumentInput {
    DocumentInput {
        summary: summary(),
        map: Some(map()),
        partners: partners(),
        motions: vec![playbook(), affiliates(), enablement()],
        outcomes: outcomes(),
        method: method(),
        prepared_for: Some("Tidewater Outdoor Group".into()),
        prepared_by: Some("Harrow & Lane".into()),
        version: Some("Version 3".into()),
        confidentiality: Some("Confidential".into()),
        audience: Audience::Client,
        ..empty()
    }
}

/// A plan of a workspace in which nothing has been entered yet.
pub fn empty() -> DocumentInput {
    DocumentInput {
        title: "Partner growth plan 2026".into(),
        subtitle: String::new(),
        us: "Tidewater".into(),
        workspace: "Tidewater partner growth plan 2026".into(),
        prepared_for: None,
        prepared_by: None,
        version: None,
        date: Date::constant(2026, 6, 3),
        date_text: "June 2026".into(),
        confidentiality: None,
        currency: "EUR".into(),
        language: "en".into(),
        audience: Audience::Internal,
        scenario: "Expected".into(),
        summary: Summary::default(),
        map: None,
        partners: Vec::new(),
        motions: Vec::new(),
        outcomes: Outcomes::default(),
        method: Method::default(),
    }
}

/// The full plan with hostile and very long names wherever a name can stand.
pub fn hostile() -> DocumentInput {
    let mut plan = full();
    let long = "Wolkenkuckucksheimverwaltungsgesellschaft".repeat(12);
    plan.title = HOSTILE[0].into();
    plan.us = HOSTILE[1].into();
    plan.workspace = format!("{} {long}", HOSTILE[2]);
    plan.prepared_by = Some(long.clone());
    plan.summary.findings = HOSTILE.map(str::to_owned).into();
    plan.summary.figures[0].value = long.clone();
    for (row, name) in plan.partners[0].rows.iter_mut().zip(HOSTILE) {
        row.name = name.into();
        row.owner = long.clone();
        row.tier = long.clone();
    }
    plan.partners[1].kind = long.clone();
    plan.partners[1].color = "red\"); #panic(".into();
    plan.partners[1].rows[0].name = "株式会社 \u{202E}abc".into();
    let motion = &mut plan.motions[0];
    motion.name = format!("{} {long}", HOSTILE[3]);
    motion.objective = "A note that goes on. ".repeat(240);
    motion.partners[0].name = long.clone();
    motion.partners[0].role = long.clone();
    motion.tasks[0].name = long.clone();
    motion.milestones[0].name = format!("{}\u{0007}", HOSTILE[5]);
    if let Some(budget) = &mut motion.budget {
        budget.payers[1].name = long.clone();
        budget.lines[0].planned = long.clone();
    }
    plan.outcomes.heading = Some(HOSTILE[4].into());
    plan.outcomes.strategy[0].label = long.clone();
    plan.method.sources = vec![long];
    plan
}

fn summary() -> Summary {
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
    }
}

fn map() -> MapPage {
    let kind =
        |name: &str, shape, color: &str, count| LegendKind { name: name.into(), shape, color: color.into(), count };
    let count = |character, count| CharacterCount { character, count };
    let reading = |title: &str, text: &str| Reading { title: title.into(), text: text.into() };
    MapPage {
        heading: Some("Fourteen strategic partners carry the plan, and six more are within reach".into()),
        lead: String::new(),
        svg: map_of(45),
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

fn partners() -> Vec<PartnerGroup> {
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

fn playbook() -> MotionPage {
    let day = |month, day| Date::constant(2026, month, day);
    let task = |name: &str, owner: &str, start, due, span: &str, progress| TaskRow {
        name: name.into(),
        owner: owner.into(),
        start: Some(start),
        due: Some(due),
        span: span.into(),
        progress,
    };
    MotionPage {
        name: "Peak Season Playbook".into(),
        kind: "Co-created content & campaigns".into(),
        character: Character::Strategic,
        status: "Running".into(),
        health: "On track".into(),
        objective: "Own the peak-readiness conversation with mid-market retailers through one co-authored report and \
                    a four-city roadshow."
            .into(),
        owner: "Marketing lead".into(),
        start: day(1, 5),
        end: day(12, 18),
        span: "5 January to 18 December 2026".into(),
        partners: vec![
            PartnerPart {
                name: "Fernhill Commerce".into(),
                role: "Co-author, data".into(),
                shape: Shape::RoundedSquare,
                color: "kind-tech".into(),
            },
            PartnerPart {
                name: "Oakmere Outdoor".into(),
                role: "Lead story, venue".into(),
                shape: Shape::Circle,
                color: "kind-brand".into(),
            },
        ],
        functions: [("Marketing", "leads"), ("Sales, Product", "contribute"), ("Executive", "sponsors")]
            .map(|(name, part)| FunctionPart { name: name.into(), part: part.into() })
            .into(),
        tasks: vec![
            task("Benchmark report", "Marketing lead", day(2, 2), day(4, 10), "2 Feb to 10 Apr", Some(1.0)),
            task("Account mapping", "Sales lead", day(4, 6), day(7, 3), "6 Apr to 3 Jul", Some(0.6)),
            task("Roadshow, four cities", "", day(6, 15), day(9, 18), "15 Jun to 18 Sep", Some(0.1)),
            task("Co-sell follow-up", "Sales lead", day(9, 7), day(11, 13), "7 Sep to 13 Nov", None),
        ],
        milestones: vec![
            MilestoneMark {
                name: "Report published".into(),
                date: day(4, 14),
                date_text: "14 April".into(),
                reached: true,
            },
            MilestoneMark {
                name: "First hundred introductions".into(),
                date: day(9, 18),
                date_text: "18 September".into(),
                reached: false,
            },
        ],
        budget: Some(budget()),
        tables: vec![expectation()],
    }
}

fn budget() -> Budget {
    let line = |name: &str, planned: &str, committed: &str, spent: &str| BudgetRow {
        name: name.into(),
        behavior: "Fixed".into(),
        planned: planned.into(),
        committed: committed.into(),
        spent: spent.into(),
    };
    let payer = |name: &str, amount: &str, share, color: &str| Payer {
        name: name.into(),
        amount: amount.into(),
        share,
        color: color.into(),
    };
    Budget {
        total: "€118k".into(),
        lines: vec![
            line("Report and design", "€38,000", "€38,000", "€36,400"),
            line("Roadshow", "€62,000", "€20,000", ""),
            line("Follow-up", "€18,000", "", ""),
        ],
        payers: vec![
            payer("Tidewater", "€59k", 0.5, "kind-us"),
            payer("Fernhill Commerce", "€36k", 0.305, "kind-tech"),
            payer("Oakmere Outdoor", "€23k", 0.195, "kind-brand"),
        ],
    }
}

fn expectation() -> Table {
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    Table {
        title: "What we expect by December".into(),
        columns: vec![
            Column::words("Measure"),
            Column::figures("Low (p10)"),
            Column::figures("Middle (p50)").strong(),
            Column::figures("High (p90)"),
        ],
        rows: vec![
            row(["Co-sell influence", "€0.9M", "€1.4M", "€2.1M"]),
            row(["Qualified pipeline", "€1.8M", "€2.6M", "€3.5M"]),
            row(["Share of target accounts won", "+0.3 pt", "+0.6 pt", "+0.9 pt"]),
        ],
    }
}

fn affiliates() -> MotionPage {
    MotionPage {
        name: "Affiliate program, spring refresh".into(),
        kind: "Affiliate programs".into(),
        character: Character::Transactional,
        health: String::new(),
        objective: "Fewer, better publishers; commission by margin, not by order.".into(),
        functions: Vec::new(),
        start: Date::constant(2026, 3, 1),
        end: Date::constant(2026, 8, 31),
        span: "1 March to 31 August 2026".into(),
        milestones: Vec::new(),
        ..playbook()
    }
}

fn enablement() -> MotionPage {
    MotionPage {
        name: "DACH channel enablement".into(),
        kind: "Reseller enablement".into(),
        character: Character::Unknown,
        status: "Idea".into(),
        health: String::new(),
        objective: String::new(),
        owner: String::new(),
        partners: Vec::new(),
        functions: Vec::new(),
        tasks: Vec::new(),
        milestones: Vec::new(),
        budget: None,
        tables: Vec::new(),
        ..playbook()
    }
}

fn outcomes() -> Outcomes {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let values = [-20, 12, 31, -22, 55];
    let measure =
        |label: &str, value: &str, plan: &str| Measure { label: label.into(), value: value.into(), plan: plan.into() };
    Outcomes {
        heading: Some("€56k above plan, and heading for €8.8M".into()),
        lead: "Partner-influenced revenue of strategic motions to 31 May, against the locked plan. Given these \
               inputs, eight outcomes in ten fall inside the shaded band."
            .into(),
        charts: vec![
            Chart {
                title: String::new(),
                svg: pictures::chart(),
                alt: "Cumulative influenced revenue by month: actual €2.29M by May, above the projected line.".into(),
                note: "First-year contract value of won deals; each deal counts once.".into(),
            },
            Chart {
                title: "Affiliate revenue by month".into(),
                svg: pictures::chart(),
                alt: "Affiliate revenue by month, close to plan.".into(),
                note: String::new(),
            },
        ],
        variance: months
            .iter()
            .enumerate()
            .map(|(at, month)| MonthVariance {
                month: (*month).into(),
                value: values.get(at).copied().map(f64::from),
                text: values.get(at).map(|value| format!("{value:+}").replace('-', "−")).unwrap_or_default(),
                good: values.get(at).is_some_and(|value| *value > 0),
            })
            .collect(),
        variance_title: "Variance by month, €k".into(),
        why: "May carried the gain: the Playbook roadshow opened early and filled. April fell short when the order \
              sync beta slipped three weeks. Customer introductions stay behind at 14 of 20."
            .into(),
        strategy: vec![
            measure("Accounts won", "11.8%", "plan 11.6%"),
            measure("Pipeline quality", "68", "plan 66"),
            measure("Co-sell influence", "31%", "plan 34%"),
        ],
        tactic: vec![
            measure("Affiliate revenue", "€562k", "plan €540k"),
            measure("ROAS", "4.3", "plan 4.0"),
            measure("CPA", "€38", "plan €35"),
        ],
        tables: vec![expectation()],
    }
}

fn method() -> Method {
    Method {
        text: vec![
            "Character follows the lens: six aspects from 0 (tactic) to 5 (strategy), scored from evidence by \
             readable rules. Depth is the mean of the known aspects; with under three known it is unknown."
                .into(),
        ],
        sources: vec!["CRM export, 31 May 2026".into(), "Affiliate network report, May 2026".into()],
        definitions: vec![Reading {
            title: "Partner-influenced revenue".into(),
            text: "First-year contract value of won deals that a partner materially advanced. Each deal counts once."
                .into(),
        }],
    }
}
