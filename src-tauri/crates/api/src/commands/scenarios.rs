//! Scenarios: made, named, put in order, taken away, set side by side. What they see differently is under `change`, what
//! they would lose or gain as a whole under `structural`.

mod change;
mod promote;
mod structural;

use domain::{Name, Scenario, ScenarioDifference, ScenarioId};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

pub use change::{reset, set};
pub use promote::promote;
pub use structural::{graduate, lose, suggestions};

/// More than anybody compares.
const SCENARIOS_MAX: usize = 50;

/// What every scenario comes to, beside Expected.
pub fn list(app: &App, window: &WindowId, request: ScenariosRequest) -> Result<ScenariosView, ErrorReply> {
    app.loaded(window)?.scenarios_view(&request)
}

/// What one scenario sees differently.
pub fn differences(
    app: &App,
    window: &WindowId,
    request: ScenarioRequest,
) -> Result<Vec<ScenarioDifferenceView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    Ok(loaded.scenario_differences(loaded.scenario_row(request.scenario)?))
}

/// Makes a scenario, as Expected is or as another one is.
pub fn add(app: &App, window: &WindowId, request: ScenarioAdd) -> Result<ScenarioAdded, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name = free_name(&loaded, &request.name, None)?;
    if loaded.expected.scenarios.len() >= SCENARIOS_MAX {
        return Err(ErrorReply::refused(format!("There are {SCENARIOS_MAX} scenarios: remove one first.")));
    }
    let from = request.from.map(|from| loaded.scenario_row(from)).transpose()?;
    let id = ScenarioId(app.host.new_id());
    let position = loaded.expected.scenarios.iter().map(|one| one.position + 1).max().unwrap_or(0);
    let scenario = Scenario { id, name: name.clone(), position };
    let own = loaded.expected.scenario_differences.iter().filter(|one| Some(one.scenario) == request.from);
    let copies: Vec<ScenarioDifference> =
        own.map(|one| ScenarioDifference { id: app.host.new_id().into(), scenario: id, ..one.clone() }).collect();
    let sentence = match from {
        Some(from) => format!("Duplicated scenario {} as {name}", from.name),
        None => format!("Added scenario {name}"),
    };
    let step = Step { command: "scenario_add".into(), args: json!({ "id": id, "from": request.from }), sentence };
    app.step(window, step, move |edit| {
        edit.insert(&scenario)?;
        Ok(copies.iter().try_for_each(|row| edit.insert(row))?)
    })?;
    Ok(ScenarioAdded { id })
}

/// Gives a scenario another name.
pub fn rename(app: &App, window: &WindowId, request: ScenarioRename) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = loaded.scenario_row(request.scenario)?;
    let name = free_name(&loaded, &request.name, Some(before.id))?;
    let sentence = format!("Renamed scenario {} to {name}", before.name);
    let renamed = Scenario { name, ..before.clone() };
    let step = Step { command: "scenario_rename".into(), args: json!({ "id": renamed.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&renamed)?))?;
    Ok(Nothing {})
}

/// Puts a scenario at another place of the list.
pub fn place(app: &App, window: &WindowId, request: ScenarioMove) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let moved = loaded.scenario_row(request.scenario)?;
    let mut order: Vec<&Scenario> = loaded.scenarios_in_order();
    order.retain(|one| one.id != moved.id);
    order.insert(usize::try_from(request.position).unwrap_or(usize::MAX).min(order.len()), moved);
    let placed = order.into_iter().zip(0..).map(|(one, position)| Scenario { position, ..one.clone() });
    let placed: Vec<Scenario> = placed.collect();
    let step = Step {
        command: "scenario_move".into(),
        args: json!({ "id": moved.id, "position": request.position }),
        sentence: format!("Moved scenario {}", moved.name),
    };
    app.step(window, step, move |edit| Ok(placed.iter().try_for_each(|row| edit.update(row))?))?;
    Ok(Nothing {})
}

/// Takes a scenario away with its differences. Where it was chosen, Expected applies.
pub fn remove(app: &App, window: &WindowId, request: ScenarioRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let scenario = loaded.scenario_row(request.scenario)?;
    let step = Step {
        command: "scenario_remove".into(),
        args: json!({ "id": scenario.id }),
        sentence: format!("Removed scenario {}", scenario.name),
    };
    app.step(window, step, move |edit| Ok(edit.delete::<Scenario>(&request.scenario)?))?;
    Ok(Nothing {})
}

/// A name that no other scenario has, nor the workspace itself.
fn free_name(loaded: &Loaded, typed: &Text, own: Option<ScenarioId>) -> Result<Name, ErrorReply> {
    let name = Name::parse(typed.as_str().trim())
        .map_err(|error| ErrorReply::refused(format!("The scenario has no name: {error}.")))?;
    if name.as_str() == "Expected" {
        return Err(ErrorReply::refused("Expected is what the plan itself is called: choose another name."));
    }
    if loaded.expected.scenarios.iter().any(|one| one.name == name && Some(one.id) != own) {
        return Err(ErrorReply::refused(format!("There is a scenario '{name}' already: choose another name.")));
    }
    Ok(name)
}

#[cfg(test)]
mod tests;
