//! Templates become whole workspaces, and a wrong name in one is told with its file and row.

use std::collections::BTreeSet;

use domain::{Aspect, Date, GateQuestion, Owner, SignalSubject};
use import::template::{embedded, read_template, templates};

use crate::ids;

const SETTINGS: &str =
    r#"{"name": "Plan", "us": "Tidewater", "currency": "EUR", "fiscal_first_month": 4, "today": "2026-06-30"}"#;

/// Two partners with one row of everything.
fn small() -> Vec<(&'static str, String)> {
    [
        ("workspace.json", SETTINGS),
        ("people.csv", "Name,Function,Email\nInes,Partnerships,ines@tidewater.example"),
        ("organizations.csv", "Name,Kind,Stage,Owner\nFernhill,Technology,Grow,Ines\nShelf,Affiliate,Active,Marketing"),
        (
            "relationships.csv",
            "From,To,Kind,Status\nTidewater,Fernhill,integrates with,Active\nShelf,Tidewater,shouts about,In talks",
        ),
        ("contacts.csv", "Partner,Name,Role,Email,Phone\nFernhill,Mira,Head,,"),
        (
            "value_exchanges.csv",
            "From,To,Relationship,Direction,Kind,What,Weight\nTidewater,Fernhill,integrates with,Give,data,Order API,4",
        ),
        (
            "signals.csv",
            "Partner,From,To,Relationship,Kind,Value,Source,Date\nShelf,,,,overlap,62 %,Survey,2026-05-12\n\
             ,Shelf,Tidewater,shouts about,reach,much,Notes,2026-02-03",
        ),
        (
            "overrules.csv",
            "From,To,Relationship,Focus,Relationship Type,Value Exchange,Scales By,Success Metrics,Involvement,Reason,Date\n\
             Tidewater,Fernhill,integrates with,,,,3.4,,,Joint training,2026-03-02",
        ),
        (
            "motions.csv",
            "Name,Kind,Status,Health,Objective,Start,End,Owner,Active\n\
             Playbook,co_created,Running,On track,Own it.,2026-01-29,2026-10-15,Marketing,yes\n\
             Roadshow,co_created,Draft,At risk,,2026-03-01,2026-05-01,Ines,no",
        ),
        ("motion_partners.csv", "Motion,Partner,Role\nPlaybook,Fernhill,\"Co-author, data\""),
        ("tasks.csv", "Motion,Name,Owner,Start,Due,Done,Effort Days\nPlaybook,Write,Ines,2026-02-02,2026-04-15,yes,14"),
        ("milestones.csv", "Motion,Name,Date,Reached\nPlaybook,Report,2026-04-15,yes"),
        ("dependencies.csv", "Motion,After\nRoadshow,Playbook"),
        (
            "budget_lines.csv",
            "Motion,Name,Behavior,Currency,Planned,Committed,Spent\nPlaybook,Venues,Fixed,EUR,62000.00,40000.00,12500.50",
        ),
        ("budget_shares.csv", "Motion,Line,Payer,Share\nPlaybook,Venues,Tidewater,0.5\nPlaybook,Venues,Fernhill,0.5"),
        (
            "funds.csv",
            "Name,Motion,Giver,Accrued,Amount,Currency,Requested,Approved,Spent,Claimed,Claim By,Reimbursed,Expires\n\
             Fund,Playbook,Fernhill,no,36000.00,EUR,2026-01-20,,,,2026-11-30,,",
        ),
        ("accounts.csv", "Name,Domain,Target\nArdent,ardent.example,yes"),
        (
            "deals.csv",
            "Account,Name,Amount,Currency,Stage,Opened,Closed,Motion\n\
             Ardent,Rollout,86000.00,EUR,Won,2026-01-19,2026-04-22,Playbook",
        ),
        ("touches.csv", "Deal,Partner,Kind,Date,Share,Evidence\nRollout,Fernhill,Influenced,2026-02-11,0.6,Workshop"),
        ("fit_criteria.csv", "Name,Question,Weight\nReach,Do they reach new customers?,5\nReach 2,,0"),
        ("fit_answers.csv", "Partner,Criterion,Score,Note\nFernhill,Reach,4,41 joint customers\nFernhill,Reach 2,,ask"),
        ("gate_answers.csv", "Partner,Question,Answer,Note\nFernhill,Right customers,yes,\nFernhill,Economics,,open"),
        ("projections.csv", "Motion,Metric,From,Months,Model,Total,Low,High\nPlaybook,revenue,2026-02,11,s_curve,1400000,0.64,1.5"),
        ("scenarios.csv", "Name\nBold\nFlat"),
        (
            "scenario_differences.csv",
            "Scenario,Table,Row,Detail,Column,Value\nBold,projection,Playbook,revenue,total,1520000\n\
             Flat,motion,Roadshow,,active,false\nFlat,organization,Shelf,,active,false\n\
             Flat,budget_line,Playbook,Venues,planned_minor,1\nBold,relationship,Shelf,shouts about,status,\"\"\"active\"\"\"",
        ),
        ("actuals.csv", "Month,Partner,Motion,Metric,Value\n2026-04,,Playbook,revenue,86000.00"),
    ]
    .map(|(name, text)| (name, text.to_owned()))
    .to_vec()
}

fn borrowed<'a>(files: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a [u8])> {
    files.iter().map(|(name, text)| (*name, text.as_bytes())).collect()
}

#[test]
fn every_noun_is_read() {
    let files = small();
    let read = read_template(&borrowed(&files), &mut ids()).unwrap();
    assert_eq!(read.today, Some("2026-06-30".parse::<Date>().unwrap()));
    let all = read.workspace;
    assert_eq!((all.settings.fiscal_first_month, all.us().unwrap().name.as_str()), (4, "Tidewater"));
    let counts = [
        all.organizations.len(),
        all.relationships.len(),
        all.signals.len(),
        all.motions.len(),
        all.scenario_differences.len(),
        all.budget_lines[0].shares.len(),
    ];
    assert_eq!(counts, [3, 2, 2, 2, 5, 2]);
    assert!(all.partners().any(|partner| partner.owner == Some(Owner::Person(all.people[0].id))));
    assert_eq!(all.relationship_kinds.last().unwrap().forward.as_str(), "shouts about");
    assert!(all.signals.iter().any(|signal| matches!(signal.subject, SignalSubject::Relationship(_))));
    assert_eq!(all.overrules[0].lens.get(Aspect::ScalesBy), Some(3.4));
    assert_eq!(all.budget_lines[0].spent_minor, 1_250_050);
    assert_eq!((all.tasks.len(), all.contacts.len(), all.touches.len(), all.funds.len()), (1, 1, 1, 1));
    let fit = domain::fit::fit(&all.fit_criteria, &all.fit_answers);
    assert_eq!((fit.mean, fit.share(), all.fit_answers[1].note.as_str()), (Some(4.0), 1.0, "ask"));
    let gate: Vec<_> = all.gate_answers.iter().map(|given| (given.question, given.answer)).collect();
    assert_eq!(gate, [(GateQuestion::Economics, None), (GateQuestion::RightCustomers, Some(true))]);
    assert_eq!(all.scenario_differences[0].row, all.projections[0].id.0);
    assert_eq!((all.scenarios[1].position, all.actuals[0].batch), (1, None));
}

#[test]
fn a_wrong_name_is_told_with_its_file_and_row() {
    for (file, from, to, expect) in [
        (
            "motion_partners.csv",
            "Fernhill",
            "Fernhil",
            "motion_partners.csv: Row 2, column 'Partner': found 'Fernhil', expected the name of one partner",
        ),
        (
            "tasks.csv",
            "Ines",
            "Inez",
            "tasks.csv: Row 2, column 'Owner': found 'Inez', expected a function or a person",
        ),
        (
            "organizations.csv",
            "Ines",
            "Inez",
            "organizations.csv: found the owner 'Inez', expected a function or a person",
        ),
        (
            "touches.csv",
            "Rollout",
            "Roll-out",
            "touches.csv: Row 2, column 'Deal': found 'Roll-out', expected the name of one deal",
        ),
        (
            "fit_answers.csv",
            "Reach,4",
            "Reach,6",
            "fit_answers.csv: Row 2, column 'Score': found '6', expected a whole number from 1 to 5",
        ),
        (
            "value_exchanges.csv",
            "integrates with",
            "resells",
            "value_exchanges.csv: Row 2, column 'Relationship': found 'resells', expected the kind of one relationship between the two; there are 0",
        ),
        (
            "motions.csv",
            "Running",
            "Runing",
            "motions.csv: Row 2, column 'Status': found 'Runing', expected one of the words for it; unknown variant `runing`, expected one of `idea`",
        ),
        (
            "motions.csv",
            "2026-05-01",
            "2026-02-01",
            "motions.csv: Row 3, column 'End': found '2026-02-01', expected a day not before 2026-03-01",
        ),
        (
            "budget_shares.csv",
            "Fernhill,0.5",
            "Fernhill,0.4",
            "budget_shares.csv: the shares of 'Venues' do not add up to 1",
        ),
        ("budget_lines.csv", "62000.00", "62,000.00", "budget_lines.csv: Row 2: found 8 cells, expected 7"),
        (
            "scenario_differences.csv",
            "1520000",
            "much",
            "scenario_differences.csv: Row 2, column 'Value': found 'much', expected a value as JSON",
        ),
        ("people.csv", "Email", "Mail", "people.csv: found the columns Mail, which nothing reads"),
        ("relationships.csv", "Shelf", "Shelv", "relationships.csv: 1 of 2 rows cannot be taken"),
        ("workspace.json", "\"currency\"", "\"money\"", "workspace.json: unknown field `money`"),
    ] {
        let mut files = small();
        for (name, text) in files.iter_mut().filter(|(name, _)| *name == file) {
            assert!(text.contains(from), "{name}");
            *text = text.replacen(from, to, 1);
        }
        let error = read_template(&borrowed(&files), &mut ids()).unwrap_err().to_string();
        assert!(error.starts_with(expect), "{error}");
    }
    let mut files = small();
    files.push(("notes.csv", String::new()));
    let error = read_template(&borrowed(&files), &mut ids()).unwrap_err().to_string();
    assert_eq!(error, "notes.csv is no table of a workspace; the tables are named in assets/samples/README.md");
}

#[test]
fn every_template_reads_and_says_what_it_is() {
    let names: BTreeSet<&str> = templates().iter().map(|template| template.name).collect();
    assert_eq!(names.len(), templates().len());
    assert_eq!(templates()[0].name, "blank");
    assert!(embedded("sample").is_some() && embedded("nothing").is_none());
    for template in templates() {
        let read = template.read(&mut ids()).unwrap_or_else(|error| panic!("{}: {error}", template.name));
        assert_eq!(read.workspace.partners().count(), template.partner_count(), "{}", template.name);
        assert!(!template.title().is_empty() && template.description().len() > 20, "{}", template.name);
    }
}

#[test]
fn every_file_of_a_sample_is_carried() {
    let root = "../../../assets/samples";
    let mut folders = 0;
    for folder in std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        folders += 1;
        let on_disk: BTreeSet<(String, Vec<u8>)> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
            .collect();
        let carried = templates().iter().any(|template| {
            let files = template.files().iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
            files.collect::<BTreeSet<_>>() == on_disk
        });
        assert!(carried, "{}", folder.display());
    }
    assert_eq!(folders, templates().len() - 1);
}
