//! Projections, actuals, scenarios and locked plans.

use domain::{
    ActualId, CorrelationGroupId, DriverId, ExchangeRateId, ImportBatchId, Key, LockedPlanId, MarketFigureId, Month,
    MotionId, ProjectionId, ScenarioDifferenceId, ScenarioId,
};

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
    distribution: "distribution",
});

table!(ProjectionInput, "projection_input", (ProjectionId, Key), keys 2, order "projection, name", {
    projection: "projection",
    name: "name",
    value: "value",
    low: "low",
    high: "high",
    driver: "driver",
    distribution: "distribution",
});

table!(ProjectionFigure, "projection_figure", (ProjectionId, Month), keys 2, order "projection, month", {
    projection: "projection",
    month: "month",
    value: "value",
});

table!(Driver, "driver", DriverId, keys 1, order "id", {
    id: "id",
    name: "name",
    unit: "unit",
    value: "value",
    low: "low",
    high: "high",
    distribution: "distribution",
});

table!(CorrelationGroup, "correlation_group", CorrelationGroupId, keys 1, order "id", {
    id: "id",
    name: "name",
    correlation: "correlation",
});

table!(CorrelationMember, "correlation_member", MotionId, keys 1, order "motion", {
    motion: "motion",
    correlation_group: "correlation_group",
});

table!(Target, "target", (Key, i32), keys 2, order "metric, year", {
    metric: "metric",
    year: "year",
    value: "value",
});

table!(ReforecastChoice, "reforecast_choice", Key, keys 1, order "metric", {
    metric: "metric",
    method: "method",
});

table!(VarianceReason, "variance_reason", (MotionId, Key), keys 2, order "motion, metric", {
    motion: "motion",
    metric: "metric",
    reason: "reason",
    audience: "audience",
});

table!(ActualReport, "actual_report", ImportBatchId, keys 1, order "batch", {
    batch: "batch",
    profile: "profile",
    basis: "basis",
    dated_by: "dated_by",
    first: "first",
    last: "last",
    running: "running",
    motion: "motion",
    provisional: "provisional",
});

table!(ExchangeRate, "exchange_rate", ExchangeRateId, keys 1, order "id", {
    id: "id",
    from: "from",
    to: "to",
    rate: "rate",
    date: "date",
    source: "source",
});

table!(MarketFigure, "market_figure", MarketFigureId, keys 1, order "id", {
    id: "id",
    year: "year",
    value: "minor" "currency",
    scope: "scope",
    source: "source",
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
    confirmed: "confirmed",
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
