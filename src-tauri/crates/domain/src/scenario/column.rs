//! What a workspace says in a column that a scenario may see differently. Must not know how differences are stored.

use serde_json::{Value, json};
use uuid::Uuid;

use super::apply::{self, written};
use crate::{Key, Month, Overrule, ProjectionId, ScenarioDifference, ScenarioDifferenceId, ScenarioId, Workspace};

/// Why a difference changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// What it is about was deleted.
    #[error("what it is about is no longer there")]
    Gone,
    /// The same in every scenario.
    #[error("this cannot differ between scenarios")]
    Column,
    /// No value that the column can have.
    #[error("its value does not fit")]
    Value,
}

/// What a workspace says in a column, as JSON; null where it says nothing, as of an input that stands at its default. None
/// where there is no such row, or the column cannot differ. An input that a driver stands for says what the driver says.
pub fn column_value(workspace: &Workspace, table: &str, row: Uuid, column: &str) -> Option<Value> {
    match table {
        "projection" => projection(workspace, row, column),
        "driver" => {
            let driver = workspace.drivers.iter().find(|driver| driver.id.0 == row)?;
            match column {
                "value" => Some(json!(driver.value)),
                "low" => Some(json!(driver.low)),
                "high" => Some(json!(driver.high)),
                "distribution" => Some(json!(driver.distribution)),
                _ => None,
            }
        }
        "motion" => {
            let motion = workspace.motions.iter().find(|motion| motion.id.0 == row)?;
            match column {
                "start" => Some(json!(motion.start)),
                "end" => Some(json!(motion.end)),
                "active" => Some(json!(motion.active)),
                _ => None,
            }
        }
        "budget_line" if column == "planned_minor" => {
            workspace.budget_lines.iter().find(|line| line.id.0 == row).map(|line| json!(line.planned_minor))
        }
        "organization" if column == "active" => {
            workspace.organizations.iter().find(|one| one.id.0 == row).map(|one| json!(one.active))
        }
        "relationship" if column == "lens" => {
            workspace.relationships.iter().find(|one| one.id.0 == row)?;
            let own = workspace.overrules.iter().filter(|overrule| overrule.relationship.0 == row);
            // Of one day the later row stands, as in the lens.
            Some(
                own.max_by_key(|overrule| overrule.date)
                    .map_or(Value::Null, |overrule: &Overrule| json!(overrule.lens)),
            )
        }
        _ => None,
    }
}

/// Why a difference changes nothing; none where it can be written, even where it says what Expected says.
pub fn why_unusable(workspace: &Workspace, difference: &ScenarioDifference) -> Option<Unusable> {
    if apply::write(&mut workspace.clone(), difference).is_some() {
        return None;
    }
    let (table, row) = (difference.table.as_str(), difference.row);
    let known = match table {
        "projection" => workspace.projections.iter().any(|one| one.id.0 == row),
        "driver" => workspace.drivers.iter().any(|one| one.id.0 == row),
        "motion" => workspace.motions.iter().any(|one| one.id.0 == row),
        "budget_line" => workspace.budget_lines.iter().any(|one| one.id.0 == row),
        "organization" => workspace.organizations.iter().any(|one| one.id.0 == row),
        "relationship" => workspace.relationships.iter().any(|one| one.id.0 == row),
        _ => return Some(Unusable::Column),
    };
    Some(match column_value(workspace, table, row, &difference.column) {
        _ if !known => Unusable::Gone,
        None => Unusable::Column,
        Some(_) => Unusable::Value,
    })
}

/// The differences of a scenario that say what Expected says.
pub fn same_as_expected(workspace: &Workspace, scenario: ScenarioId) -> Vec<ScenarioDifferenceId> {
    let (changed, unusable) = written(workspace, scenario);
    let own = workspace.scenario_differences.iter().filter(|one| one.scenario == scenario);
    let usable = own.filter(|one| !unusable.contains(&one.id));
    let says = |workspace, one: &ScenarioDifference| column_value(workspace, &one.table, one.row, &one.column);
    usable.filter(|one| says(workspace, one) == says(&changed, one)).map(|one| one.id).collect()
}

fn projection(workspace: &Workspace, row: Uuid, column: &str) -> Option<Value> {
    let projection = workspace.projections.iter().find(|projection| projection.id.0 == row)?;
    match column {
        "from" => Some(json!(projection.from)),
        "months" => Some(json!(projection.months)),
        "model" => Some(json!(projection.model)),
        "total" => Some(json!(projection.total)),
        "low" => Some(json!(projection.low)),
        "high" => Some(json!(projection.high)),
        "distribution" => Some(json!(projection.distribution)),
        _ => match column.split_once(':')? {
            ("input", name) => Some(input(workspace, projection.id, &Key::parse(name).ok()?)),
            ("figure", month) => Some(figure(workspace, projection.id, Month::parse(month).ok()?)),
            _ => None,
        },
    }
}

fn input(workspace: &Workspace, projection: ProjectionId, name: &Key) -> Value {
    let mut rows = workspace.projection_inputs.iter();
    let Some(row) = rows.find(|row| row.projection == projection && row.name == *name) else { return Value::Null };
    let driver = row.driver.and_then(|id| workspace.drivers.iter().find(|driver| driver.id == id));
    let own = (row.value, row.low, row.high, row.distribution);
    let (value, low, high, distribution) =
        driver.map_or(own, |driver| (driver.value, driver.low, driver.high, driver.distribution));
    json!({ "value": value, "low": low, "high": high, "distribution": distribution })
}

fn figure(workspace: &Workspace, projection: ProjectionId, month: Month) -> Value {
    let mut rows = workspace.projection_figures.iter();
    rows.find(|row| row.projection == projection && row.month == month).map_or(Value::Null, |row| json!(row.value))
}
