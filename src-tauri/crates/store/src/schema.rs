//! Which tables a workspace file has, and whether a file really has them.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::Connection;

use crate::migrate::{self, Migration};

/// "ECOT", at the place in the file's header that is meant for it.
pub(crate) const APPLICATION_ID: i32 = 0x4543_4F54;

/// Every table whose changes a step records: all but `history`.
pub(crate) const CONTENT: [&str; 79] = [
    "settings",
    "organization_kind",
    "relationship_kind",
    "motion_kind",
    "stage",
    "metric",
    "person",
    "organization",
    "contact",
    "tag",
    "organization_tag",
    "custom_field",
    "custom_value",
    "relationship",
    "value_exchange",
    "signal",
    "overrule",
    "account",
    "motion",
    "deal",
    "touch",
    "motion_partner",
    "task",
    "milestone",
    "dependency",
    "budget_line",
    "budget_share",
    "fund",
    "projection",
    "projection_input",
    "projection_figure",
    "import_batch",
    "actual",
    "scenario",
    "scenario_difference",
    "locked_plan",
    "view",
    "placement",
    "scene",
    "plan_document",
    "organization_region",
    "organization_segment",
    "organization_logo",
    "activity",
    "renewal",
    "organization_alias",
    "foreign_id",
    "import_mapping",
    "fit_criterion",
    "fit_answer",
    "gate_answer",
    "value_kind",
    "commission",
    "commission_tier",
    "held_character",
    "not_duplicate",
    "phase",
    "checklist_item",
    "task_dependency",
    "motion_metric",
    "playbook",
    "raci",
    "risk",
    "motion_note",
    "joint_plan_text",
    "joint_plan_account",
    "joint_objective",
    "capacity",
    "deal_stage_entry",
    "account_activity",
    "driver",
    "actual_report",
    "exchange_rate",
    "market_figure",
    "variance_reason",
    "correlation_group",
    "correlation_member",
    "target",
    "reforecast_choice",
];

/// One line for each thing that a schema holds.
type Shape = BTreeSet<String>;

/// The schemas that migrations were seen to make, by the SQL of these: making one takes longer than reading a workspace.
static MADE: Mutex<BTreeMap<Vec<&'static str>, Arc<Shape>>> = Mutex::new(BTreeMap::new());

/// What differs between the schema of this file and the one that `migrations` up to `version` make.
pub(crate) fn differences(
    connection: &Connection,
    migrations: &[Migration],
    version: i64,
) -> rusqlite::Result<Vec<String>> {
    let (known, found) = (made(migrations, version)?, shape(connection)?);
    let unexpected = found.difference(&known).map(|line| format!("unexpected: {line}"));
    let missing = known.difference(&found).map(|line| format!("missing: {line}"));
    Ok(unexpected.chain(missing).collect())
}

fn made(migrations: &[Migration], version: i64) -> rusqlite::Result<Arc<Shape>> {
    let by: Vec<&'static str> = migrate::numbered(migrations)
        .filter(|(number, _)| *number <= version)
        .map(|(_, migration)| migration.sql)
        .collect();
    if let Some(known) = MADE.lock().unwrap_or_else(PoisonError::into_inner).get(&by) {
        return Ok(Arc::clone(known));
    }
    let connection = Connection::open_in_memory()?;
    migrate::run(&connection, migrations, 0, version)?;
    let known = Arc::new(shape(&connection)?);
    MADE.lock().unwrap_or_else(PoisonError::into_inner).insert(by, Arc::clone(&known));
    Ok(known)
}

/// One line for each table, column, key, index and anything else the schema holds. Statistics tables are left out: they
/// hold nothing that is read as content.
fn shape(connection: &Connection) -> rusqlite::Result<Shape> {
    const QUERIES: [&str; 5] = [
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\'",
        "SELECT 'table', name, type, ncol, wr, strict FROM pragma_table_list
         WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\'",
        "SELECT 'column', t.name, c.cid, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden
         FROM sqlite_schema t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\'",
        "SELECT 'key', t.name, f.id, f.seq, f.\"table\", f.\"from\", f.\"to\", f.on_update, f.on_delete, f.match
         FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'",
        "SELECT 'index', t.name, i.name, i.\"unique\", i.origin, i.partial, x.seqno, x.cid, x.name, x.desc, x.coll, x.key
         FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) x WHERE t.type = 'table'",
    ];
    let mut lines = BTreeSet::new();
    for query in QUERIES {
        let mut statement = connection.prepare(query)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let words: rusqlite::Result<Vec<String>> =
                (0..columns).map(|index| Ok(word(row.get_ref(index)?))).collect();
            lines.insert(words?.join(" "));
        }
    }
    Ok(lines)
}

fn word(value: rusqlite::types::ValueRef<'_>) -> String {
    use rusqlite::types::ValueRef::{Blob, Integer, Null, Real, Text};
    match value {
        Null => "-".into(),
        Integer(number) => number.to_string(),
        Real(number) => number.to_string(),
        Text(bytes) | Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
