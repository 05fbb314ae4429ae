//! A projection in a scenario: where it differs from Expected it is written, where it does not, nothing is.

use std::collections::BTreeMap;

use domain::{
    DistributionKind, Driver, Projection, ProjectionId, ScenarioDifference, ScenarioDifferenceId, ScenarioId, Workspace,
};
use serde_json::{Value, json};
use store::{Edit, StoreError};
use uuid::Uuid;

use super::draft::Draft;
use crate::loaded::Loaded;

/// What is written, and what goes.
pub(super) struct Differences {
    put: Vec<ScenarioDifference>,
    gone: Vec<ScenarioDifferenceId>,
}

impl Differences {
    pub(super) fn write(&self, edit: &Edit<'_>) -> Result<(), StoreError> {
        self.gone.iter().try_for_each(|id| edit.delete::<ScenarioDifference>(id))?;
        self.put.iter().try_for_each(|row| edit.put(row))
    }
}

/// How `draft` differs from Expected.
pub(super) fn of(
    loaded: &Loaded,
    scenario: ScenarioId,
    draft: &Draft,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Differences {
    let id = draft.projection.id;
    let base = expected(&loaded.expected, id);
    let wanted = columns(
        &draft.projection,
        draft.inputs.iter().map(|row| (row.name.as_str(), [Some(row.value), row.low, row.high], row.distribution)),
        draft.figures.iter().map(|row| (row.month.to_string(), row.value)),
    );
    let own = |row: &&ScenarioDifference| row.scenario == scenario && row.table == "projection" && row.row == id.0;
    let known: BTreeMap<&str, &ScenarioDifference> =
        loaded.expected.scenario_differences.iter().filter(own).map(|row| (row.column.as_str(), row)).collect();
    let differs = wanted.into_iter().filter(|(column, value)| base.get(column) != Some(value));
    let put: Vec<ScenarioDifference> = differs
        .map(|(column, value)| ScenarioDifference {
            id: known.get(column.as_str()).map_or_else(|| new_id().into(), |row| row.id),
            scenario,
            table: "projection".to_owned(),
            row: id.0,
            column,
            value: value.to_string(),
        })
        .collect();
    let gone = known.values().filter(|row| put.iter().all(|kept| kept.id != row.id)).map(|row| row.id).collect();
    Differences { put, gone }
}

fn expected(workspace: &Workspace, id: ProjectionId) -> BTreeMap<String, Value> {
    let Some(projection) = workspace.projections.iter().find(|row| row.id == id) else { return BTreeMap::new() };
    let drivers: BTreeMap<_, _> = workspace.drivers.iter().map(|row| (row.id, row)).collect();
    let inputs = workspace.projection_inputs.iter().filter(|row| row.projection == id).map(|row| {
        let driver = row.driver.and_then(|driver| drivers.get(&driver));
        let own = ([Some(row.value), row.low, row.high], row.distribution);
        let shared = |driver: &Driver| ([Some(driver.value), driver.low, driver.high], driver.distribution);
        let (figures, distribution) = driver.map_or(own, |driver| shared(driver));
        (row.name.as_str(), figures, distribution)
    });
    let figures = workspace.projection_figures.iter().filter(|row| row.projection == id);
    columns(projection, inputs, figures.map(|row| (row.month.to_string(), row.value)))
}

fn columns<'a>(
    projection: &Projection,
    inputs: impl Iterator<Item = (&'a str, [Option<f64>; 3], Option<DistributionKind>)>,
    figures: impl Iterator<Item = (String, f64)>,
) -> BTreeMap<String, Value> {
    let own = [
        ("from", json!(projection.from)),
        ("months", json!(projection.months)),
        ("model", json!(projection.model)),
        ("total", json!(projection.total)),
        ("low", json!(projection.low)),
        ("high", json!(projection.high)),
        ("distribution", json!(projection.distribution)),
    ];
    let input = |(name, [value, low, high], distribution): (&str, [Option<f64>; 3], Option<DistributionKind>)| {
        let figures = json!({ "value": value, "low": low, "high": high, "distribution": distribution });
        (format!("input:{name}"), figures)
    };
    let figure = |(month, value): (String, f64)| (format!("figure:{month}"), json!(value));
    let own = own.into_iter().map(|(column, value)| (column.to_owned(), value));
    own.chain(inputs.map(input)).chain(figures.map(figure)).collect()
}
