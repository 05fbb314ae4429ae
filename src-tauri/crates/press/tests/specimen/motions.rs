//! Three motions: one with everything, a tactical one, and one that is hardly more than a name.

use domain::{Character, Date, Shape};
use press::{Budget, BudgetRow, Column, FunctionPart, MilestoneMark, MotionPage, PartnerPart, Payer, Table, TaskRow};

pub fn playbook() -> MotionPage {
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
        totals: vec![line("Total", "€118,000", "€58,000", "€36,400")],
        payers: vec![
            payer("Tidewater", "€59k", 0.5, "kind-us"),
            payer("Fernhill Commerce", "€36k", 0.305, "kind-tech"),
            payer("Oakmere Outdoor", "€23k", 0.195, "kind-brand"),
        ],
    }
}

pub fn expectation() -> Table {
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
        totals: Vec::new(),
    }
}

pub fn affiliates() -> MotionPage {
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

pub fn enablement() -> MotionPage {
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
