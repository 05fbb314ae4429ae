//! What a workspace would be in a scenario: its rows with the scenario's differences written over them. Must not know how
//! differences are stored or what is worked out from the result.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::budget::follow;
use crate::{
    DistributionKind, Key, Lens, Month, Overrule, ProjectionFigure, ProjectionId, ProjectionInput, ScenarioDifference,
    ScenarioDifferenceId, ScenarioId, Workspace,
};

/// The workspace in a scenario. Differences that fit no row, or no value, are passed over: see
/// [`unusable_differences`].
#[must_use]
pub fn apply_scenario(workspace: &Workspace, scenario: ScenarioId) -> Workspace {
    apply(workspace, scenario).0
}

/// The differences of a scenario that change nothing: their row is gone, the column cannot differ, or the value does not
/// fit. `ecotone check` and the scenario's screen list them.
pub fn unusable_differences(workspace: &Workspace, scenario: ScenarioId) -> Vec<ScenarioDifferenceId> {
    apply(workspace, scenario).1
}

fn apply(workspace: &Workspace, scenario: ScenarioId) -> (Workspace, Vec<ScenarioDifferenceId>) {
    let mut changed = workspace.clone();
    let mut unusable = Vec::new();
    for difference in workspace.scenario_differences.iter().filter(|difference| difference.scenario == scenario) {
        let done = match difference.table.as_str() {
            "projection" => projection(&mut changed, difference),
            "driver" => driver(&mut changed, difference),
            "motion" => motion(&mut changed, difference),
            "budget_line" => budget_line(&mut changed, difference),
            "organization" => organization(&mut changed, difference),
            "relationship" => relationship(&mut changed, difference),
            _ => None,
        };
        if done.is_none() {
            unusable.push(difference.id);
        }
    }
    // A scenario may move one end of a motion beyond the other: the motion then lasts that one day.
    for motion in &mut changed.motions {
        motion.end = motion.end.max(motion.start);
    }
    follow(&mut changed);
    (changed, unusable)
}

fn projection(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let projection = row(&mut workspace.projections, |projection| projection.id.0, difference.row)?;
    match difference.column.as_str() {
        "from" => projection.from = value(difference)?,
        "months" => projection.months = value(difference).filter(|months| (1..=120).contains(months))?,
        "model" => projection.model = value(difference)?,
        "total" => projection.total = value(difference)?,
        "low" => projection.low = value(difference)?,
        "high" => projection.high = value(difference)?,
        "distribution" => projection.distribution = value(difference)?,
        column => {
            let id = projection.id;
            return match column.split_once(':')? {
                ("input", name) => input(workspace, id, Key::parse(name).ok()?, difference),
                ("figure", month) => figure(workspace, id, Month::parse(month).ok()?, difference),
                _ => None,
            };
        }
    }
    Some(())
}

/// A model's input, as its value with its ends; a number alone has no doubt.
fn input(
    workspace: &mut Workspace,
    projection: ProjectionId,
    name: Key,
    difference: &ScenarioDifference,
) -> Option<()> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Given {
        Number(f64),
        Range { value: f64, low: Option<f64>, high: Option<f64>, distribution: Option<DistributionKind> },
    }
    let (value, low, high, distribution) = match value(difference)? {
        Given::Number(value) => (value, None, None, None),
        Given::Range { value, low, high, distribution } => (value, low, high, distribution),
    };
    let changed = ProjectionInput { projection, name, value, low, high, driver: None, distribution };
    let rows = &mut workspace.projection_inputs;
    match rows.iter_mut().find(|row| row.projection == projection && row.name == changed.name) {
        Some(row) => *row = changed,
        None => rows.push(changed),
    }
    Some(())
}

fn figure(
    workspace: &mut Workspace,
    projection: ProjectionId,
    month: Month,
    difference: &ScenarioDifference,
) -> Option<()> {
    let changed = ProjectionFigure { projection, month, value: value(difference)? };
    let rows = &mut workspace.projection_figures;
    match rows.iter_mut().find(|row| row.projection == projection && row.month == month) {
        Some(row) => *row = changed,
        None => rows.push(changed),
    }
    Some(())
}

fn driver(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let driver = row(&mut workspace.drivers, |driver| driver.id.0, difference.row)?;
    match difference.column.as_str() {
        "value" => driver.value = value(difference)?,
        "low" => driver.low = value(difference)?,
        "high" => driver.high = value(difference)?,
        "distribution" => driver.distribution = value(difference)?,
        _ => return None,
    }
    Some(())
}

fn motion(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let motion = row(&mut workspace.motions, |motion| motion.id.0, difference.row)?;
    match difference.column.as_str() {
        "start" => motion.start = value(difference)?,
        "end" => motion.end = value(difference)?,
        "active" => motion.active = value(difference)?,
        _ => return None,
    }
    Some(())
}

fn budget_line(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let line = row(&mut workspace.budget_lines, |line| line.id.0, difference.row)?;
    match difference.column.as_str() {
        "planned_minor" => line.planned_minor = value(difference)?,
        _ => return None,
    }
    Some(())
}

fn organization(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let organization = row(&mut workspace.organizations, |organization| organization.id.0, difference.row)?;
    match difference.column.as_str() {
        "active" => organization.active = value(difference)?,
        _ => return None,
    }
    Some(())
}

/// `lens` is no column of the store: a relationship's lens in a scenario is a judgment that only that scenario holds.
fn relationship(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    let relationship = row(&mut workspace.relationships, |relationship| relationship.id.0, difference.row)?.id;
    let lens: Lens = (difference.column == "lens").then(|| value(difference))??;
    let scenario = workspace.scenarios.iter().find(|scenario| scenario.id == difference.scenario)?;
    workspace.overrules.push(Overrule {
        id: difference.id.0.into(),
        relationship,
        lens,
        reason: format!("scenario “{}”", scenario.name),
        // The last word on the relationship, whatever was judged before.
        date: Date::MAX,
    });
    Some(())
}

/// Not by binary search: a difference may come from a file whose rows are in any order.
fn row<T>(rows: &mut [T], id: impl Fn(&T) -> Uuid, wanted: Uuid) -> Option<&mut T> {
    rows.iter_mut().find(|row| id(row) == wanted)
}

fn value<T: DeserializeOwned>(difference: &ScenarioDifference) -> Option<T> {
    serde_json::from_str(&difference.value).ok()
}

#[cfg(test)]
mod tests;
