//! Projected against actual: the chart, typed actuals, projections.

use domain::{Actual, Figure, Projection, ScenarioDifference};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Source of figures that a person typed.
const TYPED: &str = "typed";

/// Longest projection, in months.
const MONTHS_MAX: u32 = 120;

/// The Outcomes screen for a metric and a motion or all.
pub fn view(app: &App, window: &WindowId, request: OutcomesRequest) -> Result<OutcomesView, ErrorReply> {
    app.loaded(window)?.outcomes_view(&request)
}

/// Types one month's figure in, changes it, or takes it away.
pub fn set_actual(app: &App, window: &WindowId, request: ActualSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
    let of_month = |actual: &&Actual| {
        actual.motion == Some(motion.id)
            && actual.organization.is_none()
            && actual.metric == metric.key
            && actual.month == request.month
    };
    let before = loaded.expected.actuals.iter().find(of_month).cloned();
    let what = format!("{} of {} in {}", metric.name, motion.name, request.month);
    let args = json!({ "motion": motion.id, "metric": metric.key, "month": request.month });
    let step = |verb: &str| Step { command: "actual_set".into(), args, sentence: format!("{verb} {what}") };
    let Some(typed) = request.value.not_blank() else {
        let Some(before) = before else { return Ok(Nothing {}) };
        app.step(window, step("Removed actual"), move |edit| Ok(edit.delete::<Actual>(&before.id)?))?;
        return Ok(Nothing {});
    };
    let figure = loaded.figure_typed(metric, &typed)?;
    if let Some(mut actual) = before {
        actual.figure = figure;
        TYPED.clone_into(&mut actual.source);
        app.step(window, step("Changed actual"), move |edit| Ok(edit.update(&actual)?))?;
    } else {
        let actual = Actual {
            id: app.host.new_id().into(),
            motion: Some(motion.id),
            organization: None,
            metric: metric.key.clone(),
            month: request.month,
            source: TYPED.to_owned(),
            figure,
            batch: None,
            confirmed: true,
        };
        app.step(window, step("Added actual"), move |edit| Ok(edit.insert(&actual)?))?;
    }
    Ok(Nothing {})
}

/// Sets what a motion is expected to do to a metric: in the Expected scenario as a row, in another as differences from it.
pub fn set_projection(app: &App, window: &WindowId, request: ProjectionSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let (motion, metric) = (loaded.motion(request.motion)?, loaded.metric(&request.metric)?);
    if !(1..=MONTHS_MAX).contains(&request.months) {
        return Err(ErrorReply::refused(format!(
            "A projection spans 1 to {MONTHS_MAX} months, not {}.",
            request.months
        )));
    }
    let total = request.total.clone().into_string();
    let total = match loaded.figure_typed(metric, total.trim())? {
        Figure::Money(money) => money.to_f64(),
        Figure::Number(number) => number,
    };
    let before = loaded.expected.projections.iter().find(|p| p.motion == motion.id && p.metric == metric.key);
    let scenario = loaded.scenario.map(|_| format!(" in {}", loaded.scenario_name())).unwrap_or_default();
    let step = Step {
        command: "projection_set".into(),
        args: json!({ "motion": motion.id, "metric": metric.key, "total": total, "scenario": loaded.scenario }),
        sentence: format!("Set projection of {} for {}{scenario}", metric.name, motion.name),
    };
    let projection = Projection {
        id: before.map_or_else(|| app.host.new_id().into(), |p| p.id),
        motion: motion.id,
        metric: metric.key.clone(),
        from: request.from,
        months: request.months,
        model: request.model,
        total,
        low: before.and_then(|p| p.low),
        high: before.and_then(|p| p.high),
    };
    match (loaded.scenario, before) {
        (None, _) => app.step(window, step, move |edit| Ok(edit.put(&projection)?))?,
        (Some(_), None) => {
            return Err(ErrorReply::refused(format!(
                "{} has no projection of {} in Expected, and a scenario holds differences only: set it there first.",
                motion.name, metric.name
            )));
        }
        (Some(scenario), Some(_)) => {
            let differences = differences(app, &loaded, scenario, &projection);
            app.step(window, step, move |edit| Ok(differences.iter().try_for_each(|row| edit.put(row))?))?;
        }
    }
    Ok(Nothing {})
}

/// A projection as differences of a scenario, each in the row that it already has there.
fn differences(
    app: &App,
    loaded: &Loaded,
    scenario: domain::ScenarioId,
    projection: &Projection,
) -> Vec<ScenarioDifference> {
    let values = [
        ("from", json!(projection.from)),
        ("months", json!(projection.months)),
        ("model", json!(projection.model)),
        ("total", json!(projection.total)),
    ];
    let difference = |(column, value): (&str, serde_json::Value)| {
        let same = |d: &&ScenarioDifference| {
            d.scenario == scenario && d.table == "projection" && d.row == projection.id.0 && d.column == column
        };
        let known = loaded.expected.scenario_differences.iter().find(same);
        ScenarioDifference {
            id: known.map_or_else(|| app.host.new_id().into(), |d| d.id),
            scenario,
            table: "projection".to_owned(),
            row: projection.id.0,
            column: column.to_owned(),
            value: value.to_string(),
        }
    };
    values.into_iter().map(difference).collect()
}
