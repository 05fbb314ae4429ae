//! What a workspace would be in a scenario: its rows with the scenario's differences written over them. Must not know how
//! differences are stored or what is worked out from the result.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::budget::follow;
use crate::schedule::days_between;
use crate::{
    DistributionKind, Key, Lens, Month, MotionId, Overrule, ProjectionFigure, ProjectionId, ProjectionInput,
    ScenarioDifference, ScenarioDifferenceId, ScenarioId, Workspace,
};

/// The workspace in a scenario. Differences that fit no row, or no value, are passed over: see
/// [`unusable_differences`].
#[must_use]
pub fn apply_scenario(workspace: &Workspace, scenario: ScenarioId) -> Workspace {
    let mut changed = written(workspace, scenario).0;
    follow(&mut changed);
    changed
}

/// The differences of a scenario that change nothing: their row is gone, the column cannot differ, or the value does not
/// fit. `ecotone check` and the scenario's screen list them.
pub fn unusable_differences(workspace: &Workspace, scenario: ScenarioId) -> Vec<ScenarioDifferenceId> {
    written(workspace, scenario).1
}

/// The workspace with a scenario's differences written into its rows, and those that could not be. Costs that follow a
/// projection are left as they were.
pub(super) fn written(workspace: &Workspace, scenario: ScenarioId) -> (Workspace, Vec<ScenarioDifferenceId>) {
    let mut changed = workspace.clone();
    let mut unusable = Vec::new();
    for difference in workspace.scenario_differences.iter().filter(|difference| difference.scenario == scenario) {
        if write(&mut changed, difference).is_none() {
            unusable.push(difference.id);
        }
    }
    // A scenario may move one end of a motion beyond the other: the motion then lasts that one day.
    for motion in &mut changed.motions {
        motion.end = motion.end.max(motion.start);
    }
    take_along(&mut changed, workspace);
    (changed, unusable)
}

/// Writes one difference; none where it changes nothing.
pub(super) fn write(workspace: &mut Workspace, difference: &ScenarioDifference) -> Option<()> {
    match difference.table.as_str() {
        "projection" => projection(workspace, difference),
        "driver" => driver(workspace, difference),
        "motion" => motion(workspace, difference),
        "budget_line" => budget_line(workspace, difference),
        "organization" => organization(workspace, difference),
        "relationship" => relationship(workspace, difference),
        _ => None,
    }
}

/// A motion that moves as a whole takes along what is inside it and has not happened, as it does when it is moved in
/// Expected.
fn take_along(changed: &mut Workspace, before: &Workspace) {
    let moved: BTreeMap<MotionId, i64> = before
        .motions
        .iter()
        .zip(&changed.motions)
        .map(|(old, new)| (new.id, days_between(old.start, new.start), days_between(old.end, new.end)))
        .filter(|(_, start, end)| start == end && *start != 0)
        .map(|(id, days, _)| (id, days))
        .collect();
    let later = |day: Date, days: &i64| day.saturating_add(days.days());
    for task in changed.tasks.iter_mut().filter(|task| !task.done) {
        if let Some(days) = moved.get(&task.motion) {
            task.start = task.start.map(|day| later(day, days));
            task.due = task.due.map(|day| later(day, days));
        }
    }
    for milestone in changed.milestones.iter_mut().filter(|milestone| !milestone.reached) {
        if let Some(days) = moved.get(&milestone.motion) {
            milestone.date = later(milestone.date, days);
        }
    }
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
