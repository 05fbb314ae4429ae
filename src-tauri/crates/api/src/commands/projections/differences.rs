//! A projection in a scenario: where it differs from Expected it is written, where it does not, nothing is.

use std::collections::BTreeMap;

use domain::{DistributionKind, Projection, ProjectionInput, ScenarioId, Workspace};
use forecast::{TOTAL, inputs_of};
use serde_json::{Value, json};

use super::draft::Draft;
use crate::App;
use crate::differing::{Differences, Differing};
use crate::loaded::Loaded;

/// How `draft` differs from Expected.
pub(super) fn of(app: &App, loaded: &Loaded, scenario: ScenarioId, draft: &Draft) -> Differences {
    let id = draft.projection.id;
    let mut columns = own(&draft.projection);
    columns.extend(inputs(&loaded.expected, draft));
    columns.extend(figures(&loaded.expected, draft));
    let mut differing = Differing::new(app, loaded, scenario);
    let known = loaded.expected.scenario_differences.iter();
    for before in known.filter(|one| one.scenario == scenario && one.table == "projection" && one.row == id.0) {
        if !columns.contains_key(&before.column) {
            differing.clear("projection", id.0, &before.column);
        }
    }
    for (column, value) in columns {
        differing.set("projection", id.0, &column, &value);
    }
    differing.unchecked()
}

fn own(projection: &Projection) -> BTreeMap<String, Value> {
    let columns = [
        ("from", json!(projection.from)),
        ("months", json!(projection.months)),
        ("model", json!(projection.model)),
        ("low", json!(projection.low)),
        ("high", json!(projection.high)),
        ("distribution", json!(projection.distribution)),
    ];
    // What a model makes from its inputs is worked out in every scenario anew.
    let has_total = inputs_of(projection.model).iter().any(|kind| kind.name == TOTAL);
    let total = has_total.then(|| (TOTAL, json!(projection.total)));
    columns.into_iter().chain(total).map(|(column, value)| (column.to_owned(), value)).collect()
}

/// Those of the draft; one that Expected has and the draft has not stands at its default.
fn inputs(expected: &Workspace, draft: &Draft) -> Vec<(String, Value)> {
    let before = |name: &str| {
        let mut rows = expected.projection_inputs.iter();
        rows.find(|row| row.projection == draft.projection.id && row.name.as_str() == name)
    };
    let column = |name: &str, [value, low, high]: [Option<f64>; 3], distribution: Option<DistributionKind>| {
        let range = json!({ "value": value, "low": low, "high": high, "distribution": distribution });
        (format!("input:{name}"), range)
    };
    let follows_as_before = |row: &&ProjectionInput| {
        row.driver.is_some() && before(row.name.as_str()).is_some_and(|before| before.driver == row.driver)
    };
    let typed = draft.inputs.iter().filter(|row| !follows_as_before(row));
    let typed = typed.map(|row| column(row.name.as_str(), [Some(row.value), row.low, row.high], row.distribution));
    let emptied = inputs_of(draft.projection.model)
        .iter()
        .filter(|kind| before(kind.name).is_some() && draft.inputs.iter().all(|row| row.name.as_str() != kind.name));
    let emptied =
        emptied.filter_map(|kind| kind.default.map(|value| column(kind.name, [Some(value), None, None], None)));
    typed.chain(emptied).collect()
}

/// Those of the draft; a month that Expected has and the draft has not counts as nothing.
fn figures(expected: &Workspace, draft: &Draft) -> Vec<(String, Value)> {
    let before = expected.projection_figures.iter().filter(|row| row.projection == draft.projection.id);
    let emptied = before.filter(|row| draft.figures.iter().all(|kept| kept.month != row.month));
    let emptied = emptied.map(|row| (row.month, 0.0));
    let typed = draft.figures.iter().map(|row| (row.month, row.value));
    typed.chain(emptied).map(|(month, value)| (format!("figure:{month}"), json!(value))).collect()
}
