//! Projected against actual: the chart and typed actuals.

use domain::Actual;
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Source of figures that a person typed.
const TYPED: &str = "typed";

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
