//! Figures that several projections share.

use std::collections::BTreeSet;

use domain::{Driver, DriverId, MetricUnit, Name, ScenarioId};
use forecast::{InputUnit, ProjectionRows, curve};
use serde_json::json;
use store::Step;

use super::projections::rising;
use crate::differing::Differing;
use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// All of them.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<DriverView>, ErrorReply> {
    Ok(app.loaded(window)?.driver_views())
}

/// Adds a shared figure or changes one.
pub fn set(app: &App, window: &WindowId, request: DriverSet) -> Result<DriverKept, ErrorReply> {
    let loaded = app.loaded(window)?;
    let name = request.name.not_blank().unwrap_or_default();
    let name = Name::parse(&name).map_err(|error| ErrorReply::refused(format!("The driver has no name: {error}.")))?;
    let before = request.id.map(|id| loaded.driver(id)).transpose()?;
    let read = |typed: &Text| {
        let text = typed.as_str().trim();
        (!text.is_empty()).then(|| loaded.input_typed(InputUnit::Metric, request.unit, text)).transpose()
    };
    let value = read(&request.value)?.ok_or_else(|| ErrorReply::refused("Type what the driver is expected to be."))?;
    let driver = Driver {
        id: before.map_or_else(|| app.host.new_id().into(), |before| before.id),
        name,
        unit: request.unit,
        value,
        low: read(&request.low)?,
        high: read(&request.high)?,
        distribution: request.distribution,
    };
    rising([driver.low, Some(value), driver.high])?;
    if loaded.expected.drivers.iter().any(|other| other.name == driver.name && other.id != driver.id) {
        return Err(ErrorReply::refused(format!("There is a driver '{}' already: choose another name.", driver.name)));
    }
    if let (Some(scenario), Some(before)) = (loaded.scenario, before) {
        set_there(app, window, &loaded, scenario, before, &driver)?;
        return Ok(DriverKept { id: driver.id });
    }
    fits_everywhere(&loaded, &driver)?;
    let id = driver.id;
    let verb = if before.is_some() { "Changed" } else { "Added" };
    let place = loaded.scenario.map(|_| " in every scenario").unwrap_or_default();
    let sentence = format!("{verb} driver {}{place}", driver.name);
    let step = Step { command: "driver_set".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&driver)?))?;
    Ok(DriverKept { id })
}

/// A scenario sees another figure; the name is the same in every scenario, and so is the unit.
fn set_there(
    app: &App,
    window: &WindowId,
    loaded: &Loaded,
    scenario: ScenarioId,
    before: &Driver,
    driver: &Driver,
) -> Result<(), ErrorReply> {
    if driver.unit != before.unit {
        return Err(ErrorReply::refused(format!(
            "The unit of {} is the same in every scenario: change it in Expected.",
            before.name
        )));
    }
    let mut differing = Differing::new(app, loaded, scenario);
    let columns = [
        ("value", json!(driver.value)),
        ("low", json!(driver.low)),
        ("high", json!(driver.high)),
        ("distribution", json!(driver.distribution)),
    ];
    for (column, value) in columns {
        differing.set("driver", driver.id.0, column, &value);
    }
    let differences = differing.checked()?;
    let renamed = (driver.name != before.name).then(|| Driver { name: driver.name.clone(), ..before.clone() });
    let step = Step {
        command: "driver_set".into(),
        args: json!({ "id": driver.id, "scenario": scenario }),
        sentence: format!("Changed driver {} in {}", driver.name, loaded.scenario_name()),
    };
    app.step(window, step, move |edit| {
        renamed.iter().try_for_each(|row| edit.update(row))?;
        Ok(differences.write(edit)?)
    })
}

/// Takes a shared figure away; projections keep its value as their own.
pub fn remove(app: &App, window: &WindowId, request: DriverRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let driver = loaded.driver(request.id)?.clone();
    let own = loaded.expected.projection_inputs.iter().filter(|row| row.driver == Some(driver.id));
    let kept: Vec<_> = own
        .map(|row| domain::ProjectionInput {
            value: driver.value,
            low: driver.low,
            high: driver.high,
            driver: None,
            distribution: driver.distribution,
            ..row.clone()
        })
        .collect();
    let sentence = format!("Removed driver {}", driver.name);
    let step = Step { command: "driver_remove".into(), args: json!({ "id": driver.id }), sentence };
    app.step(window, step, move |edit| {
        kept.iter().try_for_each(|row| edit.put(row))?;
        Ok(edit.delete::<Driver>(&driver.id)?)
    })?;
    Ok(Nothing {})
}

/// A driver that a projection cannot take is refused with the projection's motion.
fn fits_everywhere(loaded: &Loaded, driver: &Driver) -> Result<(), ErrorReply> {
    let workspace = &loaded.expected;
    let mut drivers: Vec<Driver> = workspace.drivers.iter().filter(|row| row.id != driver.id).cloned().collect();
    drivers.push(driver.clone());
    let rows = ProjectionRows::from(&workspace.projection_inputs, &workspace.projection_figures, &drivers);
    let uses = workspace.projection_inputs.iter().filter(|row| row.driver == Some(driver.id));
    let uses: BTreeSet<_> = uses.map(|row| row.projection).collect();
    for projection in workspace.projections.iter().filter(|row| uses.contains(&row.id)) {
        let unit = loaded.metric(&projection.metric).map_or(MetricUnit::Count, |metric| metric.unit);
        curve(&rows, projection, unit, true).map_err(|error| {
            ErrorReply::refused(format!("{} cannot take this: {error}.", loaded.motion_name(projection.motion)))
        })?;
    }
    Ok(())
}

impl Loaded {
    pub(crate) fn driver(&self, id: DriverId) -> Result<&Driver, ErrorReply> {
        self.expected.drivers.iter().find(|row| row.id == id).ok_or_else(|| crate::loaded::gone("driver"))
    }
}
