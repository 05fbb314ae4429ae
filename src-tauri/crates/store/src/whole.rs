//! The whole workspace, read and written at once.

use domain::{Settings, Workspace};
use rusqlite::Connection;

use crate::{StoreError, row};

macro_rules! lists {
    ($($list:ident)*) => {
        /// Every list in its order.
        pub(crate) fn read(connection: &Connection) -> Result<Workspace, StoreError> {
            let settings = row::get::<Settings>(connection, &())?
                .ok_or(StoreError::Missing { table: "settings", id: "workspace".into() })?;
            Ok(Workspace { settings, $($list: row::all(connection)?,)* })
        }

        /// Adds every row.
        pub(crate) fn write(connection: &Connection, workspace: &Workspace) -> Result<(), StoreError> {
            row::insert(connection, &workspace.settings)?;
            $(
                for noun in &workspace.$list {
                    row::insert(connection, noun)?;
                }
            )*
            Ok(())
        }
    };
}

lists! {
    organization_kinds relationship_kinds motion_kinds stages metrics organizations tags organization_tags custom_fields
    custom_values relationships value_exchanges signals overrules people contacts accounts deals touches motions motion_partners tasks milestones dependencies budget_lines
    funds projections actuals scenarios scenario_differences locked_plans views placements scenes plan_documents
    organization_regions organization_segments activities renewals
    organization_aliases foreign_ids import_mappings
    fit_criteria fit_answers gate_answers
    not_duplicates
    value_kinds commissions held_characters
    phases checklist_items task_dependencies motion_metrics playbooks
    raci risks motion_notes joint_plan_texts joint_plan_accounts joint_objectives capacities
    drivers projection_inputs projection_figures actual_reports exchange_rates market_figures variance_reasons
    deal_stage_entries account_activities
    correlation_groups correlation_members targets reforecast_choices
}
