//! Inputs that the tests and the example share: a full plan, an empty one, and one of hostile names.

mod briefs;
mod chapters;
mod ecosystem;
mod further;
mod motions;
mod outcomes;
mod pictures;

use std::collections::BTreeMap;

use domain::{Audience, Date, DocumentSettings, Paper};
use press::{Brand, DocumentInput, Method, Outcomes, Part, Strategy, Summary, Tables};

#[allow(unused_imports, reason = "the tests and the example each use some")]
pub use briefs::{brief, empty_brief, hostile_brief};
pub use pictures::map_of;

use chapters::chapters;
use ecosystem::{map, partners, summary};
use further::{budget, glossary, profiles, risks, strategy, text};
use motions::{affiliates, enablement, playbook};
use outcomes::{method, outcomes};

/// Names that would do harm if anything read them as markup.
pub const HOSTILE: [&str; 8] =
    ["#eval(\"1\")", "*x*", "$a$", "<b>", "@ref", "_y_ -> z", "a // b /* c", "\"quoted\" \\u{41} `raw`"];

/// A plan with every section filled.
pub fn full() -> DocumentInput {
    DocumentInput {
        outline: domain::SectionKind::ALL.into(),
        summary: summary(),
        strategy: strategy(),
        map: Some(map()),
        partners: partners(),
        profiles: profiles(),
        motions: vec![playbook(), affiliates(), enablement()],
        outcomes: outcomes(),
        chapters: chapters(),
        risks: risks(),
        budget: budget(),
        glossary: glossary(),
        method: method(),
        texts: vec![text()],
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
        author: None,
        version: None,
        date: Date::constant(2026, 6, 3),
        date_text: "June 2026".into(),
        confidentiality: None,
        draft: false,
        page_numbers: true,
        paper: Paper::A4,
        brand: Brand::default(),
        currency: "EUR".into(),
        language: "en".into(),
        audience: Audience::Internal,
        scenario: "Expected".into(),
        outline: DocumentSettings::default().outline.iter().map(|section| section.content.kind()).collect(),
        summary: Summary { contents: true, ..Summary::default() },
        strategy: Strategy::default(),
        map: None,
        partners: Vec::new(),
        profiles: Vec::new(),
        motions: Vec::new(),
        outcomes: Outcomes::default(),
        chapters: BTreeMap::new(),
        risks: Tables::default(),
        budget: Tables::default(),
        glossary: Vec::new(),
        method: Method::default(),
        texts: Vec::new(),
    }
}

/// The full plan with hostile and very long names wherever a name can stand.
pub fn hostile() -> DocumentInput {
    let mut plan = full();
    let long = || "Wolkenkuckucksheimverwaltungsgesellschaft".repeat(12);
    plan.title = HOSTILE[0].into();
    plan.us = HOSTILE[1].into();
    plan.workspace = format!("{} {}", HOSTILE[2], long());
    plan.prepared_by = Some(long());
    plan.summary.findings = HOSTILE.map(str::to_owned).into();
    plan.summary.figures[0].value = long();
    for (row, name) in plan.partners[0].rows.iter_mut().zip(HOSTILE) {
        row.name = name.into();
        row.owner = long();
        row.tier = long();
    }
    plan.partners[1].kind = long();
    plan.partners[1].color = "red\"); #panic(".into();
    plan.partners[1].rows[0].name = "株式会社 ᚠᚱ \u{202E}abc".into();
    let motion = &mut plan.motions[0];
    motion.name = format!("{} {}", HOSTILE[3], long());
    motion.objective = "A note that goes on. ".repeat(240);
    motion.partners[0].name = long();
    motion.partners[0].role = long();
    motion.tasks[0].name = long();
    motion.milestones[0].name = format!("{}\u{0007}", HOSTILE[5]);
    if let Some(budget) = &mut motion.budget {
        budget.payers[1].name = long();
        budget.lines[0].planned = long();
    }
    plan.outcomes.heading = Some(HOSTILE[4].into());
    plan.outcomes.strategy[0].label = long();
    plan.method.sources = vec![long()];
    for part in plan.chapters.values_mut().flat_map(|chapter| &mut chapter.parts) {
        match part {
            Part::Opening(opening) => opening.title = format!("{} {}", HOSTILE[1], long()),
            Part::Facts(entries) => entries[0].text = long(),
            Part::Texts(entries) => {
                entries[0].text = "A note that goes on.\nAnd on. ".repeat(240);
                entries[1].text = long();
            }
            Part::Table(table) => table.rows[0].iter_mut().for_each(|cell| *cell = long()),
            Part::Chart(chart) => chart.title = long(),
        }
    }
    plan.strategy.heading = Some(long());
    plan.strategy.aspects[0].low = long();
    plan.profiles[0].name = long();
    plan.profiles[0].gives[0].text = long();
    plan.profiles[0].relationships = vec![HOSTILE[6].into(), long()];
    plan.risks.tables[0].rows[0] = vec![HOSTILE[7].into(), long(), "25".into(), "A note that goes on. ".repeat(240)];
    plan.glossary[0].formula = long();
    plan.texts[0].title = format!("{} {}", HOSTILE[0], long());
    plan.texts[0].markdown = format!("$a$ @ref #eval(\"1\") <b>x</b>\n\n- {}\n\n```\n{}\n```\n", long(), long());
    plan
}
