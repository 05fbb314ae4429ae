//! Projections, actuals, scenarios and locked plans.

use domain::{ActualId, LockedPlanId, ProjectionId, ScenarioDifferenceId, ScenarioId};

use crate::row::table;

table!(Projection, "projection", ProjectionId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    metric: "metric",
    from: "from",
    months: "months",
    model: "model",
    total: "total",
    low: "low",
    high: "high",
});

table!(Actual, "actual", ActualId, keys 1, order "id", {
    id: "id",
    motion: "motion",
    organization: "organization",
    metric: "metric",
    month: "month",
    source: "source",
    figure: "minor" "currency" "real",
    batch: "batch",
});

table!(Scenario, "scenario", ScenarioId, keys 1, order "id", {
    id: "id",
    name: "name",
    position: "position",
});

table!(ScenarioDifference, "scenario_difference", ScenarioDifferenceId, keys 1, order "id", {
    id: "id",
    scenario: "scenario",
    table: "table",
    row: "row",
    column: "column",
    value: "value",
});

table!(LockedPlan, "locked_plan", LockedPlanId, keys 1, order "id", {
    id: "id",
    name: "name",
    date: "date",
    content: "content",
});
