//! A scenario made Expected, as one step that undo takes back whole.

use domain::scenario::promoted;
use domain::{Scenario, ScenarioDifference, Workspace};
use serde_json::json;
use store::{Edit, Row, Step, StoreError};

use crate::wire::{Nothing, ScenarioRequest};
use crate::{App, ErrorReply, WindowId};

/// Makes a scenario what is expected; it is gone then, and Expected applies where it was chosen.
pub fn promote(app: &App, window: &WindowId, request: ScenarioRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?.clone();
    let after = promoted(&loaded.expected, scenario.id, loaded.today, &mut || app.host.new_id().into());
    let step = Step {
        command: "scenario_promote".into(),
        args: json!({ "id": scenario.id }),
        sentence: format!("Promoted scenario {} to Expected", scenario.name),
    };
    let open = loaded.clone();
    app.step(window, step, move |edit| Ok(write(edit, &open.expected, &after)?))?;
    Ok(Nothing {})
}

fn write(edit: &Edit<'_>, before: &Workspace, after: &Workspace) -> Result<(), StoreError> {
    let kept = |one: &&ScenarioDifference| after.scenario_differences.iter().all(|row| row.id != one.id);
    let mut gone = before.scenario_differences.iter().filter(kept);
    gone.try_for_each(|one| edit.delete::<ScenarioDifference>(&one.id))?;
    let mut gone = before.scenarios.iter().filter(|one| after.scenarios.iter().all(|row| row.id != one.id));
    gone.try_for_each(|one| edit.delete::<Scenario>(&one.id))?;
    put_changed(edit, &before.projections, &after.projections)?;
    put_changed(edit, &before.projection_inputs, &after.projection_inputs)?;
    put_changed(edit, &before.projection_figures, &after.projection_figures)?;
    put_changed(edit, &before.drivers, &after.drivers)?;
    put_changed(edit, &before.motions, &after.motions)?;
    put_changed(edit, &before.tasks, &after.tasks)?;
    put_changed(edit, &before.milestones, &after.milestones)?;
    put_changed(edit, &before.budget_lines, &after.budget_lines)?;
    put_changed(edit, &before.organizations, &after.organizations)?;
    put_changed(edit, &before.overrules, &after.overrules)
}

/// Writes the rows that differ. A scenario changes rows in place and adds new ones behind them.
fn put_changed<R: Row + PartialEq>(edit: &Edit<'_>, before: &[R], after: &[R]) -> Result<(), StoreError> {
    let changed = after.iter().enumerate().filter(|(index, row)| before.get(*index) != Some(*row));
    changed.map(|(_, row)| row).try_for_each(|row| edit.put(row))
}
