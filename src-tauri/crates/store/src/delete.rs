//! What goes when a row goes, in explicit statements: no foreign key cascades, so that a changeset holds everything.

use domain::Settings;
use rusqlite::{Connection, params_from_iter, types::Value};

use crate::{StoreError, row};

/// Refuses what cannot be deleted: us, the settings, and vocabulary that rows still name.
pub(crate) fn refuse(connection: &Connection, table: &'static str, key: &[Value]) -> Result<(), StoreError> {
    if table == "settings" {
        return Err(StoreError::Rule { table: table.into(), detail: "every workspace has them".into() });
    }
    if table == "organization"
        && let Some(settings) = row::get::<Settings>(connection, &())?
        && settings.us.to_string() == row::shown_key(key)
    {
        return Err(StoreError::UsCannotBeDeleted);
    }
    for (noun, users, column) in uses(table) {
        let sql = format!("SELECT count(*) FROM {users} WHERE {column} = ?1");
        let count: i64 = connection.prepare_cached(&sql)?.query_row(params_from_iter(key), |row| row.get(0))?;
        if count > 0 {
            return Err(StoreError::InUse { noun, key: row::shown_key(key), table: users, count });
        }
    }
    Ok(())
}

/// Removes everything that belongs to the row, or lets go of it where the other row stays.
pub(crate) fn belongings(connection: &Connection, table: &str, key: &[Value]) -> Result<(), StoreError> {
    for sql in statements(table) {
        connection.prepare_cached(sql)?.execute(params_from_iter(key))?;
    }
    Ok(())
}

/// Removes rows that speak of a deleted row by an id that no foreign key watches.
pub(crate) fn sweep(connection: &Connection) -> Result<(), StoreError> {
    const NAMED_BY_ID: [&str; 10] = [
        "driver",
        "organization",
        "relationship",
        "motion",
        "budget_line",
        "projection",
        "account",
        "deal",
        "contact",
        "person",
    ];
    for table in NAMED_BY_ID {
        for sql in [
            format!("DELETE FROM scenario_difference WHERE \"table\" = ?1 AND \"row\" NOT IN (SELECT id FROM {table})"),
            format!(
                "DELETE FROM custom_value WHERE field IN (SELECT \"key\" FROM custom_field WHERE noun = ?1)
                 AND \"row\" NOT IN (SELECT id FROM {table})"
            ),
            format!("DELETE FROM foreign_id WHERE noun = ?1 AND \"row\" NOT IN (SELECT id FROM {table})"),
        ] {
            connection.prepare_cached(&sql)?.execute([table])?;
        }
    }
    Ok(())
}

/// For a table of vocabulary: (what it is called, the tables that name it, by which column).
fn uses(table: &str) -> &'static [(&'static str, &'static str, &'static str)] {
    match table {
        "organization_kind" => &[("kind", "organization", "kind")],
        "relationship_kind" => &[("kind", "relationship", "kind")],
        "value_kind" => &[("kind", "value_exchange", "kind")],
        "motion_kind" => &[("kind", "motion", "kind"), ("kind", "playbook", "kind")],
        "stage" => &[("stage", "organization", "stage")],
        "metric" => &[
            ("metric", "projection", "metric"),
            ("metric", "actual", "metric"),
            ("metric", "motion_metric", "metric"),
            ("metric", "joint_objective", "metric"),
            ("metric", "variance_reason", "metric"),
            ("metric", "target", "metric"),
        ],
        _ => &[],
    }
}

/// What goes with an organization.
const OF_ORGANIZATION: &[&str] = &[
    "DELETE FROM value_exchange WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM signal WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM overrule WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM renewal WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM commission_tier WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM commission WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM held_character WHERE relationship IN
               (SELECT id FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1)",
    "DELETE FROM relationship WHERE \"from\" = ?1 OR \"to\" = ?1",
    "DELETE FROM signal WHERE organization = ?1",
    "UPDATE task SET owner_contact = NULL WHERE owner_contact IN (SELECT id FROM contact WHERE organization = ?1)",
    "DELETE FROM contact WHERE organization = ?1",
    "DELETE FROM organization_tag WHERE organization = ?1",
    "DELETE FROM organization_region WHERE organization = ?1",
    "DELETE FROM organization_alias WHERE organization = ?1",
    "DELETE FROM organization_segment WHERE organization = ?1",
    "DELETE FROM organization_logo WHERE organization = ?1",
    "DELETE FROM activity WHERE organization = ?1",
    "DELETE FROM fit_answer WHERE organization = ?1",
    "DELETE FROM gate_answer WHERE organization = ?1",
    "DELETE FROM not_duplicate WHERE \"first\" = ?1 OR \"second\" = ?1",
    "DELETE FROM touch WHERE organization = ?1",
    "DELETE FROM motion_partner WHERE organization = ?1",
    "DELETE FROM raci WHERE organization = ?1",
    "DELETE FROM joint_plan_text WHERE organization = ?1",
    "DELETE FROM joint_plan_account WHERE organization = ?1",
    "DELETE FROM joint_objective WHERE organization = ?1",
    "DELETE FROM capacity WHERE organization = ?1",
    "DELETE FROM placement WHERE organization = ?1",
    "DELETE FROM budget_share WHERE organization = ?1",
    "DELETE FROM fund WHERE giver = ?1",
    "DELETE FROM actual WHERE organization = ?1 AND motion IS NULL",
    "UPDATE actual SET organization = NULL WHERE organization = ?1",
];

/// A figure that counts to a motion outlives the organization that it names; a motion's figures go with the motion.
fn statements(table: &str) -> &'static [&'static str] {
    match table {
        "organization" => OF_ORGANIZATION,
        "relationship" => &[
            "DELETE FROM value_exchange WHERE relationship = ?1",
            "DELETE FROM signal WHERE relationship = ?1",
            "DELETE FROM overrule WHERE relationship = ?1",
            "DELETE FROM renewal WHERE relationship = ?1",
            "DELETE FROM commission_tier WHERE relationship = ?1",
            "DELETE FROM commission WHERE relationship = ?1",
            "DELETE FROM held_character WHERE relationship = ?1",
        ],
        "person" => &[
            "UPDATE organization SET owner_person = NULL WHERE owner_person = ?1",
            "UPDATE motion SET owner_person = NULL WHERE owner_person = ?1",
            "UPDATE task SET owner_person = NULL WHERE owner_person = ?1",
            "UPDATE activity SET person = NULL WHERE person = ?1",
            "UPDATE risk SET owner_person = NULL WHERE owner_person = ?1",
        ],
        "contact" => &["UPDATE task SET owner_contact = NULL WHERE owner_contact = ?1"],
        "account" => &[
            "DELETE FROM touch WHERE deal IN (SELECT id FROM deal WHERE account = ?1)",
            "DELETE FROM deal_stage_entry WHERE deal IN (SELECT id FROM deal WHERE account = ?1)",
            "DELETE FROM account_activity WHERE account = ?1",
            "DELETE FROM deal WHERE account = ?1",
            "DELETE FROM joint_plan_account WHERE account = ?1",
        ],
        "deal" => &["DELETE FROM touch WHERE deal = ?1", "DELETE FROM deal_stage_entry WHERE deal = ?1"],
        "motion" => &[
            "DELETE FROM motion_partner WHERE motion = ?1",
            "DELETE FROM task_dependency WHERE task IN (SELECT id FROM task WHERE motion = ?1)
               OR after_task IN (SELECT id FROM task WHERE motion = ?1)
               OR milestone IN (SELECT id FROM milestone WHERE motion = ?1)
               OR after_milestone IN (SELECT id FROM milestone WHERE motion = ?1)",
            "DELETE FROM checklist_item WHERE task IN (SELECT id FROM task WHERE motion = ?1)",
            "DELETE FROM raci WHERE motion = ?1",
            "DELETE FROM risk WHERE motion = ?1",
            "DELETE FROM motion_note WHERE motion = ?1",
            "DELETE FROM task WHERE motion = ?1",
            "DELETE FROM phase WHERE motion = ?1",
            "DELETE FROM milestone WHERE motion = ?1",
            "DELETE FROM motion_metric WHERE motion = ?1",
            "DELETE FROM dependency WHERE motion = ?1 OR after = ?1",
            "DELETE FROM budget_share WHERE budget_line IN (SELECT id FROM budget_line WHERE motion = ?1)",
            "DELETE FROM budget_line WHERE motion = ?1",
            "DELETE FROM projection_input WHERE projection IN (SELECT id FROM projection WHERE motion = ?1)",
            "DELETE FROM projection_figure WHERE projection IN (SELECT id FROM projection WHERE motion = ?1)",
            "UPDATE budget_line SET projection = NULL
             WHERE projection IN (SELECT id FROM projection WHERE motion = ?1)",
            "DELETE FROM projection WHERE motion = ?1",
            "DELETE FROM actual WHERE motion = ?1",
            "DELETE FROM variance_reason WHERE motion = ?1",
            "DELETE FROM correlation_member WHERE motion = ?1",
            "UPDATE actual_report SET motion = NULL WHERE motion = ?1",
            "UPDATE touch SET motion = NULL WHERE motion = ?1",
            "UPDATE deal SET motion = NULL WHERE motion = ?1",
            "UPDATE fund SET motion = NULL WHERE motion = ?1",
        ],
        "task" => &[
            "DELETE FROM task_dependency WHERE task = ?1 OR after_task = ?1",
            "DELETE FROM checklist_item WHERE task = ?1",
        ],
        "milestone" => &["DELETE FROM task_dependency WHERE milestone = ?1 OR after_milestone = ?1"],
        "phase" => &["UPDATE task SET phase = NULL WHERE phase = ?1"],
        "motion_partner" => &["DELETE FROM raci WHERE motion = ?1 AND organization = ?2"],
        "fit_criterion" => &["DELETE FROM fit_answer WHERE criterion = ?1"],
        "tag" => &["DELETE FROM organization_tag WHERE tag = ?1"],
        "commission" => &["DELETE FROM commission_tier WHERE relationship = ?1"],
        "custom_field" => &["DELETE FROM custom_value WHERE field = ?1"],
        "budget_line" => &["DELETE FROM budget_share WHERE budget_line = ?1"],
        "projection" => &[
            "DELETE FROM projection_input WHERE projection = ?1",
            "DELETE FROM projection_figure WHERE projection = ?1",
            "UPDATE budget_line SET projection = NULL WHERE projection = ?1",
        ],
        "correlation_group" => &["DELETE FROM correlation_member WHERE correlation_group = ?1"],
        "metric" => &["DELETE FROM reforecast_choice WHERE metric = ?1"],
        "driver" => &["UPDATE projection_input SET driver = NULL WHERE driver = ?1"],
        "scenario" => &["DELETE FROM scenario_difference WHERE scenario = ?1"],
        "import_batch" => &[
            "UPDATE actual SET batch = NULL WHERE batch = ?1",
            "UPDATE import_mapping SET batch = NULL WHERE batch = ?1",
            "DELETE FROM actual_report WHERE batch = ?1",
        ],
        "view" => &["DELETE FROM placement WHERE view = ?1", "UPDATE scene SET view = NULL WHERE view = ?1"],
        _ => &[],
    }
}
