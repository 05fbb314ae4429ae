//! Where metrics land, why they differ from their plans, and whose figures to trust.

use domain::ReforecastChoice;
use serde_json::json;
use store::Step;

use crate::loaded::method_label;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// Why a metric differs from its plan to date; none where its months do not add up or nothing is planned or measured.
pub fn effects(app: &App, window: &WindowId, request: OutcomesRequest) -> Result<Option<EffectsView>, ErrorReply> {
    app.loaded(window)?.effects_view(&request)
}

/// How near past forecasts came.
pub fn trust(app: &App, window: &WindowId, _: Nothing) -> Result<TrustView, ErrorReply> {
    Ok(app.loaded(window)?.trust_view())
}

/// Chooses how a metric is reforecast.
pub fn set_method(app: &App, window: &WindowId, request: ReforecastSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let metric = loaded.metric(&request.metric)?;
    let before = loaded.expected.reforecast_choices.iter().find(|row| row.metric == metric.key);
    if before.map(|row| row.method) == request.method {
        return Ok(Nothing {});
    }
    let key = metric.key.clone();
    let step =
        |sentence: String| Step { command: "metric_reforecast_set".into(), args: json!({ "metric": key }), sentence };
    if let Some(method) = request.method {
        let row = ReforecastChoice { metric: key.clone(), method };
        let sentence = format!("Reforecast {} by {}", metric.name, method_label(method).to_lowercase());
        app.step(window, step(sentence), move |edit| Ok(edit.put(&row)?))?;
    } else {
        let step = step(format!("Reforecast {} by the default", metric.name));
        app.step(window, step, move |edit| Ok(edit.delete::<ReforecastChoice>(&key)?))?;
    }
    Ok(Nothing {})
}
