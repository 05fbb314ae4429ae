//! The lists of a workspace that no table of its own shows, each row as it is kept: ids beside the names they stand for,
//! amounts as decimals with their currency, and what lies deeper as JSON.
//!
//! Must not know: what a row means.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Money, Workspace};
use import::OWN_ID;
use serde::Serialize;
use serde_json::{Map, Value};

/// A table's name and its rows, the column names first.
type Rows = (&'static str, Vec<Vec<String>>);

/// Every list but those with a table of their own, and but what only a screen of this program can show: views with their
/// placements and scenes, plan documents, and locked plans, each a workspace of its own. The workspace as JSON has all.
pub(super) fn all(workspace: &Workspace) -> Vec<Rows> {
    let names = Names::of(workspace);
    macro_rules! lists {
        ($($list:ident),* $(,)?) => { vec![$((stringify!($list), names.table(&workspace.$list))),*] };
    }
    lists![
        organization_regions,
        organization_segments,
        organization_aliases,
        organization_tags,
        tags,
        custom_fields,
        custom_values,
        activities,
        renewals,
        value_exchanges,
        value_kinds,
        commissions,
        signals,
        overrules,
        held_characters,
        not_duplicates,
        foreign_ids,
        people,
        organization_kinds,
        relationship_kinds,
        stages,
        motion_kinds,
        motion_partners,
        milestones,
        dependencies,
        phases,
        checklist_items,
        task_dependencies,
        motion_metrics,
        playbooks,
        budget_lines,
        funds,
        raci,
        risks,
        motion_notes,
        joint_plan_texts,
        joint_plan_accounts,
        joint_objectives,
        capacities,
        metrics,
        drivers,
        projections,
        projection_inputs,
        projection_figures,
        actual_reports,
        exchange_rates,
        market_figures,
        variance_reasons,
        deal_stage_entries,
        account_activities,
        correlation_groups,
        correlation_members,
        targets,
        reforecast_choices,
        scenarios,
        scenario_differences,
        import_mappings,
    ]
}

/// What ids stand for.
struct Names(BTreeMap<String, String>);

impl Names {
    fn of(workspace: &Workspace) -> Self {
        let organization = |id| workspace.organization(id).map(|row| row.name.as_str()).unwrap_or_default();
        let organizations = workspace.organizations.iter().map(|row| (row.id.to_string(), row.name.to_string()));
        let people = workspace.people.iter().map(|row| (row.id.to_string(), row.name.to_string()));
        let tags = workspace.tags.iter().map(|row| (row.id.to_string(), row.name.to_string()));
        let accounts = workspace.accounts.iter().map(|row| (row.id.to_string(), row.name.to_string()));
        let motions = workspace.motions.iter().map(|row| (row.id.to_string(), row.name.to_string()));
        let relationships = workspace.relationships.iter().map(|row| {
            let kind = workspace.relationship_kinds.iter().find(|kind| kind.key == row.kind);
            let kind = kind.map(|kind| kind.forward.as_str()).unwrap_or_default();
            (row.id.to_string(), format!("{} {kind} {}", organization(row.from), organization(row.to)))
        });
        Self(organizations.chain(people).chain(tags).chain(accounts).chain(motions).chain(relationships).collect())
    }

    fn table<R: Serialize>(&self, rows: &[R]) -> Vec<Vec<String>> {
        let rows: Vec<BTreeMap<String, String>> = rows.iter().map(|row| self.row(row)).collect();
        let columns: BTreeSet<&str> = rows.iter().flatten().map(|(name, _)| name.as_str()).collect();
        let columns: Vec<&str> = columns.into_iter().filter(|name| *name != OWN_ID).collect();
        let cells = |row: &BTreeMap<String, String>| {
            let cell = |name: &str| row.get(name).cloned().unwrap_or_default();
            std::iter::once(OWN_ID).chain(columns.iter().copied()).map(cell).collect::<Vec<_>>()
        };
        let names = std::iter::once(OWN_ID).chain(columns.iter().copied()).map(str::to_owned).collect();
        std::iter::once(names).chain(rows.iter().map(cells)).collect()
    }

    fn row(&self, row: &impl Serialize) -> BTreeMap<String, String> {
        let mut cells = BTreeMap::new();
        match serde_json::to_value(row) {
            Ok(Value::Object(fields)) => self.fields(&mut cells, "", &fields),
            Ok(other) => drop(cells.insert("Value".to_owned(), words(&other))),
            // Rows are plain values: there is nothing in them that JSON has not.
            Err(_) => {}
        }
        cells
    }

    fn fields(&self, cells: &mut BTreeMap<String, String>, before: &str, fields: &Map<String, Value>) {
        for (key, value) in fields {
            let name = if before.is_empty() { heading(key) } else { format!("{before} {}", key.replace('_', " ")) };
            let money = || serde_json::from_value::<Money>(value.clone()).ok();
            match value {
                _ if name == "Id" => drop(cells.insert(OWN_ID.to_owned(), words(value))),
                Value::String(text) if self.0.contains_key(text) => {
                    cells.insert(format!("{name} ID"), text.clone());
                    cells.insert(name, self.0[text].clone());
                }
                Value::Object(inner) => match money() {
                    Some(money) => {
                        cells.insert(format!("{name} currency"), money.currency.to_string());
                        cells.insert(name, money.to_decimal());
                    }
                    None => self.fields(cells, &name, inner),
                },
                _ => drop(cells.insert(name, words(value))),
            }
        }
    }
}

/// `next_step` as "Next step"; the screen says "partner".
fn heading(key: &str) -> String {
    if key == "organization" {
        return "Partner".to_owned();
    }
    let mut words = key.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::tables::tables;
    use crate::rehearsal::Rehearsal;

    /// What only a screen shows; JSON has it.
    const IN_JSON_ONLY: [&str; 6] = ["settings", "views", "placements", "scenes", "plan_documents", "locked_plans"];

    #[test]
    fn every_list_of_a_workspace_is_a_table() {
        let rehearsal = Rehearsal::new();
        let loaded = rehearsal.app.loaded(&rehearsal.window).unwrap();
        let Value::Object(workspace) = serde_json::to_value(&loaded.expected).unwrap() else { panic!("no object") };
        let mut tables: Vec<&str> = tables(&loaded).iter().map(|table| table.name).collect();
        tables.sort_unstable();
        let mut lists: Vec<&str> =
            workspace.keys().map(String::as_str).filter(|name| !IN_JSON_ONLY.contains(name)).collect();
        lists.sort_unstable();
        assert_eq!(lists, tables, "each once: a workbook has no two sheets of one name");
    }

    #[test]
    fn no_value_of_a_row_is_left_out() {
        #[derive(Serialize)]
        struct Row {
            id: u8,
            organization: String,
            amount: Money,
            none: Option<u8>,
            lens: [u8; 2],
            figure: BTreeMap<&'static str, f64>,
        }
        let names = Names([("7".to_owned(), "Acme".to_owned())].into());
        let amount = Money { minor: 1250, currency: domain::Currency::EUR };
        let figure = [("number", 0.5)].into();
        let row = Row { id: 1, organization: "7".into(), amount, none: None, lens: [1, 2], figure };
        assert_eq!(
            names.table(&[row]),
            [
                [OWN_ID, "Amount", "Amount currency", "Figure number", "Lens", "None", "Partner", "Partner ID"],
                ["1", "12.50", "EUR", "0.5", "[1,2]", "", "Acme", "7"],
            ]
        );
    }
}
