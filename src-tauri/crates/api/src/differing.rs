//! What a scenario is about to see differently. Where it says what Expected says, nothing is kept.
//!
//! Owns: the rows of differences. Must not know: what was asked for, nor how values read.

use std::collections::{BTreeMap, BTreeSet};

use domain::scenario::column_value;
use domain::{Aspect, Lens, RelationshipId, ScenarioDifference, ScenarioDifferenceId, ScenarioId, Workspace};
use forecast::{ProjectionRows, curve};
use serde_json::{Value, json};
use store::{Edit, StoreError};
use uuid::Uuid;

use crate::loaded::Loaded;
use crate::{App, ErrorReply};

/// Differences of one scenario, as they shall be.
pub(crate) struct Differing<'l> {
    app: &'l App,
    loaded: &'l Loaded,
    scenario: ScenarioId,
    put: Vec<ScenarioDifference>,
    gone: Vec<ScenarioDifferenceId>,
}

/// What is written, and what goes.
pub(crate) struct Differences {
    put: Vec<ScenarioDifference>,
    gone: Vec<ScenarioDifferenceId>,
}

impl<'l> Differing<'l> {
    pub(crate) fn new(app: &'l App, loaded: &'l Loaded, scenario: ScenarioId) -> Self {
        Self { app, loaded, scenario, put: Vec::new(), gone: Vec::new() }
    }

    /// The scenario sees `value` there from now on. A column that is set twice is as it was set last.
    pub(crate) fn set(&mut self, table: &str, row: Uuid, column: &str, value: &Value) {
        self.put.retain(|one| !is_at(one, table, row, column));
        let known = self.known(table, row, column).map(|one| one.id);
        self.gone.retain(|id| Some(*id) != known);
        if column_value(&self.loaded.expected, table, row, column).as_ref() == Some(value) {
            self.gone.extend(known);
            return;
        }
        self.put.push(ScenarioDifference {
            id: known.unwrap_or_else(|| self.app.host.new_id().into()),
            scenario: self.scenario,
            table: table.to_owned(),
            row,
            column: column.to_owned(),
            value: value.to_string(),
        });
    }

    /// The scenario judges a relationship, beside what it says of other aspects already.
    pub(crate) fn judge(&mut self, relationship: RelationshipId, lens: &Lens) {
        let known = self.known("relationship", relationship.0, "lens");
        let mut meant: Lens = known.and_then(|one| serde_json::from_str(&one.value).ok()).unwrap_or_default();
        for aspect in Aspect::ALL {
            if let Some(value) = lens.get(aspect) {
                meant.set(aspect, Some(value));
            }
        }
        if meant != Lens::default() {
            self.set("relationship", relationship.0, "lens", &json!(meant));
        }
    }

    /// The scenario sees there what Expected sees.
    pub(crate) fn clear(&mut self, table: &str, row: Uuid, column: &str) {
        self.put.retain(|one| !is_at(one, table, row, column));
        self.gone.extend(self.known(table, row, column).map(|one| one.id));
    }

    /// What the scenario holds there now.
    pub(crate) fn known(&self, table: &str, row: Uuid, column: &str) -> Option<&'l ScenarioDifference> {
        let mut all = self.loaded.expected.scenario_differences.iter();
        all.find(|one| one.scenario == self.scenario && is_at(one, table, row, column))
    }

    /// The workspace's rows as they will be: Expected with these differences beside it.
    fn rows(&self) -> Workspace {
        let mut workspace = self.loaded.expected.clone();
        let replaced: BTreeSet<_> = self.put.iter().map(|one| one.id).chain(self.gone.iter().copied()).collect();
        workspace.scenario_differences.retain(|one| !replaced.contains(&one.id));
        workspace.scenario_differences.extend(self.put.iter().cloned());
        workspace
    }

    /// The workspace as the scenario will see it.
    pub(crate) fn seen(&self) -> Workspace {
        forecast::in_scenario(&self.rows(), self.scenario)
    }

    /// The differences, once every projection that they touch can still be worked out.
    pub(crate) fn checked(self) -> Result<Differences, ErrorReply> {
        let seen = self.seen();
        let touched: BTreeSet<Uuid> = self.put.iter().map(|one| one.row).collect();
        let driven = seen.projection_inputs.iter().filter(|row| row.driver.is_some_and(|id| touched.contains(&id.0)));
        let driven: BTreeSet<Uuid> = driven.map(|row| row.projection.0).collect();
        let inputs = ProjectionRows::of(&seen);
        let metrics: BTreeMap<_, _> = seen.metrics.iter().map(|metric| (&metric.key, metric)).collect();
        for projection in
            seen.projections.iter().filter(|row| touched.contains(&row.id.0) || driven.contains(&row.id.0))
        {
            let Some(metric) = metrics.get(&projection.metric) else { continue };
            curve(&inputs, projection, metric.unit, metric.over_months == domain::OverMonths::Sum).map_err(
                |error| {
                    let motion = self.loaded.motion_name(projection.motion);
                    ErrorReply::refused(format!("{motion} cannot take this for {}: {error}.", metric.name))
                },
            )?;
        }
        Ok(self.unchecked())
    }

    /// The differences, of values that always fit.
    pub(crate) fn unchecked(self) -> Differences {
        Differences { put: self.put, gone: self.gone }
    }
}

impl Differences {
    pub(crate) fn write(&self, edit: &Edit<'_>) -> Result<(), StoreError> {
        self.gone.iter().try_for_each(|id| edit.delete::<ScenarioDifference>(id))?;
        self.put.iter().try_for_each(|row| edit.put(row))
    }
}

fn is_at(one: &ScenarioDifference, table: &str, row: Uuid, column: &str) -> bool {
    one.row == row && one.table == table && one.column == column
}
