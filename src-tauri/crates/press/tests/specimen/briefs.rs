//! Briefs: a full one, an empty one, and one that holds far too much.

use domain::{Date, Paper};
use press::{AspectBar, Brand, BriefContact, BriefFigure, BriefInput, BriefMotion, BriefStep, Reading};

use super::HOSTILE;

/// A brief as a partner usually gets it.
pub fn brief() -> BriefInput {
    let motion = |name: &str, span: &str, status: &str, role: &str| BriefMotion {
        name: name.into(),
        span: span.into(),
        status: status.into(),
        role: role.into(),
    };
    let step =
        |what: &str, part: &str, when: &str| BriefStep { what: what.into(), part: part.into(), when: when.into() };
    let figure = |label: &str, value: &str, note: &str| BriefFigure {
        label: label.into(),
        value: value.into(),
        note: note.into(),
    };
    let contact = |name: &str, role: &str, reach: &str| BriefContact {
        name: name.into(),
        role: role.into(),
        reach: reach.into(),
    };
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    BriefInput {
        confidentiality: Some("Confidential".into()),
        together: texts(&[
            "Northbeam integrates with Tidewater. Partners since March 2024.",
            "Shops that run both know which campaign sold which order, and returns fall by a fifth within two quarters.",
        ]),
        ours: texts(&["Order data API", "Introductions to 40 outdoor retailers", "A place in the spring lookbook"]),
        theirs: texts(&["Attribution for every channel", "Two days of engineering a month"]),
        motions: vec![
            motion("Attribution playbook", "1 March to 31 October 2026", "Running", "Co-author"),
            motion("Retail data breakfast", "4 May to 30 June 2026", "Agreed", "Host"),
        ],
        steps: vec![
            step("Send the customer quotes", "Attribution playbook, Maya Lindqvist", "by 12 June"),
            step("Playbook published", "Attribution playbook", "30 June"),
        ],
        figures: vec![
            figure("Accounts won together", "12", "in FY 2026"),
            figure("Joint budget", "€48k", "Northbeam: €20k"),
        ],
        contacts: vec![
            contact("Jonas Weber", "Marketing, Tidewater", "jonas@tidewater.example"),
            contact("Maya Lindqvist", "Partner lead, Northbeam", ""),
        ],
        ..empty_brief()
    }
}

/// A brief for a partner of whom only the name is known.
pub fn empty_brief() -> BriefInput {
    BriefInput {
        us: "Tidewater".into(),
        partner: "Northbeam".into(),
        title: "Tidewater and Northbeam".into(),
        author: None,
        date: Date::constant(2026, 6, 3),
        date_text: "3 June 2026".into(),
        confidentiality: None,
        draft: false,
        paper: Paper::A4,
        brand: Brand::default(),
        language: "en".into(),
        together: Vec::new(),
        ours: Vec::new(),
        theirs: Vec::new(),
        motions: Vec::new(),
        steps: Vec::new(),
        figures: Vec::new(),
        contacts: Vec::new(),
        extras: Vec::new(),
        aspects: Vec::new(),
    }
}

/// A hundred of everything, each very long or full of marks.
pub fn hostile_brief() -> BriefInput {
    let long = "Wolkenkuckucksheimverwaltungsgesellschaft".repeat(12);
    let texts = || {
        let typed = HOSTILE.iter().map(|text| (*text).to_owned());
        typed.chain(std::iter::repeat_n("A note that goes on. ".repeat(240), 4)).chain([long.clone()]).cycle().take(100)
    };
    BriefInput {
        us: long.clone(),
        partner: HOSTILE[0].into(),
        title: format!("{long} and {}", HOSTILE[0]),
        confidentiality: Some(long.clone()),
        draft: true,
        together: texts().skip(8).collect(),
        ours: texts().collect(),
        theirs: texts().skip(3).collect(),
        motions: texts()
            .map(|name| BriefMotion { name, span: long.clone(), status: long.clone(), role: long.clone() })
            .collect(),
        steps: texts().map(|what| BriefStep { what, part: long.clone(), when: long.clone() }).collect(),
        figures: texts().map(|label| BriefFigure { label, value: long.clone(), note: long.clone() }).collect(),
        contacts: texts().map(|name| BriefContact { name, role: long.clone(), reach: long.clone() }).collect(),
        extras: texts().map(|text| Reading { title: HOSTILE[2].into(), text }).collect(),
        aspects: (0..6)
            .map(|at| AspectBar {
                name: long.clone(),
                low: long.clone(),
                high: long.clone(),
                value: (at % 2 == 0).then_some(3.2),
                text: "3.2".into(),
            })
            .collect(),
        ..empty_brief()
    }
}
