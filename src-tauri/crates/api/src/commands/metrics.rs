//! The metric library: own metrics with a formula over others, what is headlined, the rules of counting, what markets are
//! worth, and where a figure comes from.

use domain::{FormulaError, Key, Library, MarketFigure, Metric, MetricOrigin, MetricRules, Name};
use serde_json::json;
use store::Step;

use crate::loaded::Loaded;
use crate::wire::*;
use crate::{App, ErrorReply, WindowId};

/// All metrics, the rules and the market figures.
pub fn library(app: &App, window: &WindowId, _: Nothing) -> Result<MetricLibrary, ErrorReply> {
    Ok(app.loaded(window)?.metric_library())
}

/// Where a figure comes from.
pub fn explain(app: &App, window: &WindowId, request: ExplainRequest) -> Result<ExplanationView, ErrorReply> {
    app.loaded(window)?.explanation(&request)
}

/// Adds an own metric, or changes one. Of a built-in one only what people say of it changes.
pub fn set(app: &App, window: &WindowId, request: MetricSet) -> Result<MetricKept, ErrorReply> {
    let loaded = app.loaded(window)?;
    let before = request.key.as_ref().map(|key| loaded.metric(key)).transpose()?;
    let metric = read(&loaded, request, before)?;
    if before == Some(&metric) {
        return Ok(MetricKept { key: metric.key });
    }
    let key = metric.key.clone();
    let verb = if before.is_some() { "Changed" } else { "Added" };
    let sentence = format!("{verb} metric {}", metric.name);
    let step = Step { command: "metric_set".into(), args: json!({ "key": key }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&metric)?))?;
    Ok(MetricKept { key })
}

/// Takes an own metric away that nothing uses.
pub fn remove(app: &App, window: &WindowId, request: MetricRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let metric = loaded.metric(&request.key)?;
    if Metric::built_in().iter().any(|known| known.key == metric.key) {
        return Err(ErrorReply::refused(format!(
            "{} belongs to every workspace: take it off the key figures instead.",
            metric.name
        )));
    }
    let uses = |other: &&Metric| match &other.origin {
        MetricOrigin::Formula(formula) => {
            domain::Formula::parse(formula).is_ok_and(|formula| formula.keys().contains(&metric.key))
        }
        MetricOrigin::Measured | MetricOrigin::Counted(_) => false,
    };
    if let Some(other) = loaded.expected.metrics.iter().find(uses) {
        return Err(ErrorReply::refused(format!(
            "{} is worked out from {}: change its formula first.",
            other.name, metric.name
        )));
    }
    let (key, sentence) = (metric.key.clone(), format!("Removed metric {}", metric.name));
    let step = Step { command: "metric_remove".into(), args: json!({ "key": key }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<Metric>(&key)?))?;
    Ok(Nothing {})
}

/// Sets how metrics are counted.
pub fn set_rules(app: &App, window: &WindowId, rules: MetricRules) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    check_rules(&rules)?;
    let mut settings = loaded.expected.settings.clone();
    if settings.metric_rules == rules {
        return Ok(Nothing {});
    }
    settings.metric_rules = rules;
    let sentence = "Changed how metrics are counted".to_owned();
    let step = Step { command: "metric_rules_set".into(), args: json!({}), sentence };
    app.step(window, step, move |edit| Ok(edit.update(&settings)?))?;
    Ok(Nothing {})
}

/// Adds what a market was worth in a year, or changes it.
pub fn set_market(app: &App, window: &WindowId, request: MarketFigureSet) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let Some(source) = request.source.not_blank() else {
        return Err(ErrorReply::refused("A market figure needs its source: say who says so, and where."));
    };
    if !(1901..2199).contains(&request.year) {
        return Err(ErrorReply::refused(format!("{} is no year: write one such as 2026.", request.year)));
    }
    if request.value.minor <= 0 {
        return Err(ErrorReply::refused("A market is worth more than nothing: type its amount."));
    }
    let known = |id: &domain::MarketFigureId| loaded.expected.market_figures.iter().any(|row| row.id == *id);
    if request.id.as_ref().is_some_and(|id| !known(id)) {
        return Err(crate::loaded::gone("market figure"));
    }
    let row = MarketFigure {
        id: request.id.unwrap_or_else(|| app.host.new_id().into()),
        year: request.year,
        value: request.value,
        scope: request.scope.not_blank().unwrap_or_default(),
        source,
    };
    let sentence = format!("Set the market of {}", row.year);
    let step = Step { command: "market_set".into(), args: json!({ "id": row.id }), sentence };
    app.step(window, step, move |edit| Ok(edit.put(&row)?))?;
    Ok(Nothing {})
}

/// Takes a market figure away.
pub fn remove_market(app: &App, window: &WindowId, request: MarketFigureRequest) -> Result<Nothing, ErrorReply> {
    let loaded = app.loaded(window)?;
    let row = loaded.expected.market_figures.iter().find(|row| row.id == request.id);
    let row = row.ok_or_else(|| crate::loaded::gone("market figure"))?;
    let (id, sentence) = (row.id, format!("Removed the market of {}", row.year));
    let step = Step { command: "market_remove".into(), args: json!({ "id": id }), sentence };
    app.step(window, step, move |edit| Ok(edit.delete::<MarketFigure>(&id)?))?;
    Ok(Nothing {})
}

fn read(loaded: &Loaded, request: MetricSet, before: Option<&Metric>) -> Result<Metric, ErrorReply> {
    let name = request.name.not_blank().unwrap_or_default();
    let name = Name::parse(&name).map_err(|error| ErrorReply::refused(format!("The metric has no name: {error}.")))?;
    let metrics = &loaded.expected.metrics;
    let key = match before {
        Some(before) => before.key.clone(),
        None => new_key(&name, metrics)?,
    };
    if let Some(other) = metrics.iter().find(|other| other.name == name && other.key != key) {
        return Err(ErrorReply::refused(format!("There is a metric '{}' already: choose another name.", other.name)));
    }
    let definition = request.definition.not_blank().unwrap_or_default();
    let source = request.source.not_blank().unwrap_or_default();
    if let Some(built_in) = before.filter(|row| Metric::built_in().iter().any(|known| known.key == row.key)) {
        let kept = Metric { name, source, floor: request.floor, headline: request.headline, ..built_in.clone() };
        return Ok(kept);
    }
    let formula = request.formula.not_blank();
    let metric = Metric {
        key,
        name,
        unit: request.unit,
        better: request.better,
        over_months: request.over_months,
        side: request.side,
        basis: request.basis,
        definition,
        position: before.map_or_else(|| next_position(metrics), |row| row.position),
        over_motions: request.over_motions,
        origin: formula.clone().map_or(MetricOrigin::Measured, MetricOrigin::Formula),
        source,
        floor: request.floor,
        headline: request.headline,
    };
    if let Some(formula) = formula {
        let library = Library::of(metrics, &loaded.expected.settings.metric_rules);
        library.check(&metric, &formula).map_err(|error| wrong_formula(&error))?;
    }
    Ok(metric)
}

fn wrong_formula(error: &FormulaError) -> ErrorReply {
    let text = error.to_string();
    ErrorReply::refused(if text.ends_with(['.', '?']) { text } else { format!("{text}.") })
}

/// `Demo share` becomes `demo_share`.
fn new_key(name: &Name, metrics: &[Metric]) -> Result<Key, ErrorReply> {
    let letters = name.as_str().to_lowercase();
    let plain: String = letters.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let words: Vec<&str> = plain.split('_').filter(|word| !word.is_empty()).collect();
    let begun = if words.is_empty() { "metric".to_owned() } else { words.join("_") };
    let begun = if begun.starts_with(|c: char| c.is_ascii_digit()) { format!("m_{begun}") } else { begun };
    let free = |key: &String| metrics.iter().all(|metric| metric.key.as_str() != key);
    let numbered = (2..1000).map(|number| format!("{begun}_{number}"));
    let key = std::iter::once(begun.clone()).chain(numbered).find(free).unwrap_or(begun);
    Key::parse(&key).map_err(|_| ErrorReply::refused("This name is too long for a metric: shorten it."))
}

fn next_position(metrics: &[Metric]) -> u32 {
    metrics.iter().map(|metric| metric.position).max().map_or(0, |last| last.saturating_add(1))
}

fn check_rules(rules: &MetricRules) -> Result<(), ErrorReply> {
    let refuse = |sentence: &str| Err(ErrorReply::refused(sentence));
    if !(1..=3650).contains(&rules.sourcing_window_days) || rules.sourcing_quiet_days > 3650 {
        return refuse("Days of sourcing go from 0 to 3650: type others.");
    }
    if ![1, 100].contains(&rules.epc_clicks) {
        return refuse("Earnings are per click or per 100 clicks: choose 1 or 100.");
    }
    if !(1..=120).contains(&rules.fund_window_months) {
        return refuse("Market money pays back within 1 to 120 months: type another number.");
    }
    let quality = rules.quality;
    let weights = [quality.coverage, quality.win_rate, quality.age, quality.next_step];
    if weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0) || weights.iter().sum::<f64>() <= 0.0 {
        return refuse("Weights of pipeline quality are 0 or more, and at least one is more.");
    }
    Ok(())
}
