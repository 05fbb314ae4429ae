//! Rates between currencies, as a person gives them.

use domain::ExchangeRate;
use serde_json::json;
use store::Step;

use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// All of them, by currencies, the latest first.
pub fn list(app: &App, window: &WindowId, _: Nothing) -> Result<Vec<RateView>, ErrorReply> {
    let loaded = app.loaded(window)?;
    let mut rates: Vec<&ExchangeRate> = loaded.expected.exchange_rates.iter().collect();
    rates.sort_by_key(|rate| (rate.from, rate.to, std::cmp::Reverse(rate.date), rate.id));
    Ok(rates.into_iter().map(view).collect())
}

/// Adds a rate, or replaces the one of the same day.
pub fn add(app: &App, window: &WindowId, request: RateAdd) -> Result<RateKept, ErrorReply> {
    let RateAdd { from, to, rate, date, source } = request;
    if from == to {
        return Err(ErrorReply::refused(format!("{from} is always worth {to}: give a rate between two currencies.")));
    }
    if !(rate.is_finite() && rate > 0.0) {
        return Err(ErrorReply::refused(format!(
            "{rate} is no rate: write how much {to} one {from} is worth, such as 0.92."
        )));
    }
    let source = source.not_blank().unwrap_or_default();
    if source.is_empty() {
        return Err(ErrorReply::refused("A rate needs its source: write who says so, such as ECB."));
    }
    let loaded = app.loaded(window)?;
    let is_same = |known: &&ExchangeRate| (known.from, known.to, known.date) == (from, to, date);
    let before = loaded.expected.exchange_rates.iter().find(is_same);
    let id = before.map_or_else(|| app.host.new_id().into(), |before| before.id);
    let kept = ExchangeRate { id, from, to, rate, date, source };
    if before == Some(&kept) {
        return Ok(RateKept { id });
    }
    let verb = if before.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} the rate of {date}: one {from} is {rate} {to}");
    let step = Step { command: "rate_add".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&kept)?))?;
    Ok(RateKept { id })
}

/// Takes a rate away.
pub fn remove(app: &App, window: &WindowId, request: RateRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let rate = loaded.expected.exchange_rates.iter().find(|rate| rate.id == request.id);
    let rate = rate.ok_or_else(|| crate::loaded::gone("rate"))?;
    let sentence = format!("Removed the rate of {} from {} to {}", rate.date, rate.from, rate.to);
    let id = rate.id;
    let step = Step { command: "rate_remove".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<ExchangeRate>(&id)?))?;
    Ok(Nothing {})
}

fn view(rate: &ExchangeRate) -> RateView {
    let ExchangeRate { id, from, to, rate, date, source } = rate.clone();
    RateView { id, from, to, rate, date, source }
}
