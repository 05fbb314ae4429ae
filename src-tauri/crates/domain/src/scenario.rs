//! Scenarios: named sets of differences from the Expected one, which is the workspace itself.

mod apply;
mod column;
mod promote;

pub use apply::{apply_scenario, unusable_differences};
pub use column::{Unusable, column_value, same_as_expected, why_unusable};
pub use promote::promoted;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Name, ScenarioDifferenceId, ScenarioId};

/// A named set of differences. "Expected" is no row: it is the workspace without differences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// As typed.
    pub name: Name,
    /// Place in lists, from 0.
    pub position: u32,
}

/// One column of one row that a scenario sees differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioDifference {
    /// Its id.
    pub id: ScenarioDifferenceId,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The row's table, by its name in the store (`projection`, `driver`, `motion`, `organization`,
    /// `budget_line`, `relationship`).
    pub table: String,
    /// The row's id.
    pub row: Uuid,
    /// The column, by its name in the store.
    pub column: String,
    /// The value as JSON.
    pub value: String,
}
