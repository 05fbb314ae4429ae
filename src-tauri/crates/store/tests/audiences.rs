//! What is handed over says nothing that only a narrower audience may read.

use std::{fs, path::Path};

use domain::*;
use rusqlite::types::Value;
use store::{BesideWorkspace, WorkspaceFile};

use crate::sample::{full, id, origin};

const AUDIENCES: [Audience; 3] = [Audience::Internal, Audience::Client, Audience::Partner];
const PLACES: [&str; 13] = [
    "objective",
    "reason",
    "task",
    "risk",
    "answer",
    "note",
    "line",
    "difference",
    "fund",
    "proof",
    "goal",
    "account",
    "plan",
];

/// One marker in every text that has an audience, for each audience; whoever may see less finds it nowhere in the bytes.
#[test]
fn what_is_handed_over_says_nothing_of_a_narrower_audience() {
    let mut workspace = full(false);
    for (audience, number) in AUDIENCES.into_iter().zip([600, 700, 800]) {
        mark(&mut workspace, audience, number);
        mark_joint_plan(&mut workspace, audience, number);
    }
    workspace.locked_plans[0].content = "{\"everything\":\"MARK-locked-Internal-\"}".into();
    let folder = tempfile::tempdir().unwrap();
    let file = WorkspaceFile::create(&folder.path().join("plan.ecotone"), &workspace, &origin(), None).unwrap();
    for audience in AUDIENCES {
        let to = folder.path().join(format!("{audience:?}.ecotone"));
        file.hand_over(&to, audience).unwrap();
        let bytes = fs::read(&to).unwrap();
        let readable = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
        for of in AUDIENCES {
            for place in PLACES {
                assert_eq!(readable(&marker(place, of)), of >= audience, "{place} of {of:?} for {audience:?}");
            }
        }
        assert_eq!(readable("MARK-locked-Internal-"), audience == Audience::Internal);
        let handed = WorkspaceFile::open(&to, None).unwrap().read().unwrap();
        assert_eq!(
            handed.capacities.is_empty(),
            audience > Audience::Internal,
            "how much time we have is ours to know"
        );
    }
}

fn marker(what: &str, audience: Audience) -> String {
    format!("MARK-{what}-{audience:?}-")
}

/// A motion with its risk, note, cost and fund.
fn mark(workspace: &mut Workspace, audience: Audience, number: u128) {
    let sample = full(false);
    let text = |what: &str| marker(what, audience);
    let named = |what: &str| Name::parse(&text(what)).unwrap();
    let motion = Motion {
        id: id(number),
        objective: text("objective"),
        objective_audience: audience,
        health_reason: text("reason"),
        health_audience: audience,
        ..sample.motions[0].clone()
    };
    workspace.tasks.push(Task {
        id: id(number + 20),
        notes: text("task"),
        notes_audience: audience,
        ..sample.tasks[0].clone()
    });
    workspace.risks.push(Risk {
        id: id(number + 1),
        motion: motion.id,
        what: text("risk"),
        answer: text("answer"),
        audience,
        ..sample.risks[0].clone()
    });
    workspace.motion_notes.push(MotionNote {
        id: id(number + 2),
        text: text("note"),
        audience,
        ..sample.motion_notes[0].clone()
    });
    let line = BudgetLine { id: id(number + 3), name: named("line"), audience, ..sample.budget_lines[0].clone() };
    workspace.scenario_differences.push(ScenarioDifference {
        id: id(number + 4),
        table: "budget_line".into(),
        row: line.id.0,
        column: "planned_minor".into(),
        value: format!("\"{}\"", text("difference")),
        ..sample.scenario_differences[0].clone()
    });
    workspace.budget_lines.push(line);
    workspace.funds.push(Fund {
        id: id(number + 5),
        name: named("fund"),
        proof: text("proof"),
        audience,
        ..sample.funds[0].clone()
    });
    workspace.motions.push(motion);
}

/// Texts, an account and an objective of a joint plan.
fn mark_joint_plan(workspace: &mut Workspace, audience: Audience, number: u128) {
    let sample = full(false);
    let text = |what: &str| marker(what, audience);
    let named = |what: &str| Name::parse(&text(what)).unwrap();
    let partner = sample.organizations[1].id;
    workspace.joint_objectives.push(JointObjective {
        id: id(number + 6),
        name: named("goal"),
        audience,
        ..sample.joint_objectives[0].clone()
    });
    let account = Account { id: id(number + 7), ..sample.accounts[0].clone() };
    workspace.joint_plan_accounts.push(JointPlanAccount {
        organization: partner,
        account: account.id,
        note: text("account"),
        audience,
    });
    workspace.accounts.push(account);
    let field = match audience {
        Audience::Internal => JointPlanField::Threats,
        Audience::Client => JointPlanField::Cadence,
        Audience::Partner => JointPlanField::WhyUsTogether,
    };
    workspace.joint_plan_texts.push(JointPlanText { organization: partner, field, text: text("plan"), audience });
}

/// What a client reads of a file that is handed over: `table.column` of every text that is not a key, a day or one of a few
/// words.
const CLIENT_READS: &[&str] = &[
    "account.domain",
    "account.name",
    "actual.source",
    "checklist_item.text",
    "contact.email",
    "contact.name",
    "contact.phone",
    "contact.role",
    "correlation_group.name",
    "deal.name",
    "deal.next_step",
    "driver.name",
    "exchange_rate.source",
    "import_batch.file_name",
    "import_batch.kind",
    "market_figure.scope",
    "market_figure.source",
    "metric.definition",
    "metric.name",
    "metric.source",
    "milestone.name",
    "motion.name",
    "motion_kind.name",
    "motion_partner.role",
    "organization.group",
    "organization.name",
    "organization.region",
    "organization.tier",
    "organization.website",
    "organization_alias.name",
    "organization_kind.color",
    "organization_kind.name",
    "person.email",
    "person.name",
    "phase.name",
    "relationship.tier",
    "relationship_kind.forward",
    "relationship_kind.reverse",
    "scenario.name",
    "scenario_difference.column",
    "scenario_difference.table",
    "scenario_difference.value",
    "scene.title",
    "settings.language",
    "settings.lift_stage",
    "settings.name",
    "signal.source",
    "signal.value",
    "stage.name",
    "tag.color",
    "tag.name",
    "task.name",
    "touch.evidence",
    "value_exchange.what",
    "value_kind.name",
    "view.name",
    "view.settings",
    "view.style",
];

/// Taken from the schema, so that nobody can forget a new column: each text of a row that is meant for us stays with us, or
/// is named above.
#[test]
fn a_client_reads_only_what_was_decided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.ecotone");
    let (workspace, beside_it) = imported();
    drop(WorkspaceFile::create_with(&path, &workspace, &beside_it, &origin(), None).unwrap());
    mean_for_us(&path);
    let planted: Vec<String> = texts(&path).into_iter().filter(|column| plant(&path, column)).collect();
    let to = folder.path().join("client.ecotone");
    WorkspaceFile::open(&path, None).unwrap().hand_over(&to, Audience::Client).unwrap();
    let bytes = fs::read(&to).unwrap();
    let readable = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    let (read, kept): (Vec<&String>, Vec<&String>) = planted.iter().partition(|column| readable(&mark_of(column)));
    assert_eq!(read, CLIENT_READS, "decide who may read a new column: domain/src/seen_by.rs, and name it here");
    assert!(kept.len() > 25, "{kept:?}");
    let handed = WorkspaceFile::open(&to, None).unwrap();
    assert!(handed.all::<ImportBatch>().unwrap().iter().all(|batch| batch.rows.is_empty()), "source rows are ours");
}

/// The sample with an imported report.
fn imported() -> (Workspace, BesideWorkspace) {
    let mut workspace = full(false);
    let batch = ImportBatch {
        id: id(900),
        file_name: "report.csv".into(),
        kind: "actuals".into(),
        time: origin().now,
        rows: b"SOURCE-ROWS".to_vec(),
    };
    workspace.actual_reports.push(ActualReport {
        batch: batch.id,
        profile: Key::parse("awin").unwrap(),
        basis: ReportBasis::Approved,
        dated_by: ReportDate::Transaction,
        first: None,
        last: None,
        running: false,
        motion: None,
        provisional: false,
    });
    let logo = OrganizationLogo { organization: workspace.organizations[1].id, png: vec![1] };
    (workspace, BesideWorkspace { batches: vec![batch], logos: vec![logo] })
}

/// Every row that names an audience is meant for us.
fn mean_for_us(path: &Path) {
    let file = rusqlite::Connection::open(path).unwrap();
    for column in columns(&file, "c.name LIKE '%audience'") {
        let (table, name) = column.split_once('.').unwrap();
        file.execute(&format!("UPDATE \"{table}\" SET \"{name}\" = 'internal'"), []).unwrap();
    }
}

/// `table.column` of every text that is no key and points to none.
fn texts(path: &Path) -> Vec<String> {
    columns(
        &rusqlite::Connection::open(path).unwrap(),
        "c.type = 'TEXT' AND c.name NOT LIKE '%audience' AND (c.pk = 0 OR t.name = 'organization_alias')
         AND c.name NOT IN (SELECT f.\"from\" FROM pragma_foreign_key_list(t.name) f)",
    )
}

fn columns(file: &rusqlite::Connection, which: &str) -> Vec<String> {
    let sql = format!(
        "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name <> 'history' AND {which} ORDER BY 1"
    );
    file.prepare(&sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn mark_of(column: &str) -> String {
    format!("MARK-{column}-")
}

/// Writes a marker into the column's first row; takes it away again where it makes the file unreadable, as a day or a word of
/// a fixed list does.
fn plant(path: &Path, column: &str) -> bool {
    let (table, name) = column.split_once('.').unwrap();
    let first = format!("WHERE rowid = (SELECT min(rowid) FROM \"{table}\")");
    let write = |value: &Value| {
        let file = rusqlite::Connection::open(path).unwrap();
        file.pragma_update(None, "synchronous", "OFF").unwrap();
        file.execute(&format!("UPDATE \"{table}\" SET \"{name}\" = ?1 {first}"), [value])
    };
    let before = rusqlite::Connection::open(path).unwrap().query_row(
        &format!("SELECT \"{name}\" FROM \"{table}\" {first}"),
        [],
        |row| row.get::<_, Value>(0),
    );
    let Ok(before) = before else { panic!("the sample has no row in {table}: add one, so that its texts are tried") };
    if matches!(&before, Value::Text(text) if is_formal(text)) {
        return false;
    }
    let planted = write(&Value::Text(mark_of(column))).is_ok();
    // Imported files are read only when somebody asks.
    let read = || WorkspaceFile::open(path, None).and_then(|file| file.all::<ImportBatch>());
    if planted && read().is_err() {
        write(&before).unwrap();
        return false;
    }
    planted
}

/// An id, a day or a month: its column takes nothing else.
fn is_formal(text: &str) -> bool {
    uuid::Uuid::parse_str(text).is_ok() || text.parse::<Date>().is_ok() || Month::parse(text).is_ok()
}
