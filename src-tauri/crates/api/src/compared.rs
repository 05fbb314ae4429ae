//! All scenarios side by side, for the command line: planned and simulated, metric by metric.

use domain::{Key, Metric};
use picture::format;
use serde_json::{Value, json};

use crate::loaded::{Loaded, figure_json};
use crate::wire::ScenariosRequest;
use crate::{App, ErrorReply, WindowId};

impl App {
    /// Each scenario's planned figure of the fiscal year, its difference from Expected, and p10, p50 and p90 of its end; of
    /// `metrics`, or of every headline metric of which something is planned.
    pub fn compare_scenarios(
        &self,
        window: &WindowId,
        metrics: &[Key],
        runs: Option<u32>,
    ) -> Result<Value, ErrorReply> {
        let loaded = self.loaded(window)?;
        if let Some(runs) = runs.filter(|runs| !(1..=forecast::simulation::RUNS_MAX).contains(runs)) {
            return Err(ErrorReply::refused(format!(
                "A simulation has 1 to {} runs, not {runs}.",
                forecast::simulation::RUNS_MAX
            )));
        }
        let rows: Vec<Value> = if metrics.is_empty() {
            let headline = loaded.expected.metrics.iter().filter(|metric| metric.headline);
            let rows = headline.map(|metric| side_by_side(&loaded, metric, runs)).collect::<Result<Vec<_>, _>>()?;
            let planned = |row: &Value| {
                row["scenarios"].as_array().into_iter().flatten().any(|scenario| !scenario["planned"].is_null())
            };
            rows.into_iter().filter(planned).collect()
        } else {
            let named = metrics.iter().map(|key| side_by_side(&loaded, loaded.metric(key)?, runs));
            named.collect::<Result<_, _>>()?
        };
        let rules = loaded.expected.settings.simulation;
        Ok(json!({
            "year": loaded.fiscal_year().year,
            "runs": runs.unwrap_or(rules.runs),
            "seed": rules.seed,
            "metrics": rows,
        }))
    }
}

fn side_by_side(loaded: &Loaded, metric: &Metric, runs: Option<u32>) -> Result<Value, ErrorReply> {
    let request = ScenariosRequest { metric: metric.key.clone(), year: None, motion: None };
    let view = loaded.scenarios_view(&request)?;
    let (lines, year) = (loaded.lines(None)?, loaded.fiscal_year());
    let currency = loaded.expected.settings.currency;
    let figure = |value: Option<f64>| value.map_or(Value::Null, |value| figure_json(value, metric.unit, currency));
    let row = |row: &crate::wire::ScenarioRow| {
        let end = loaded.year_end(row.id, metric, &lines, year, runs);
        json!({
            "id": row.id,
            "name": row.name,
            "differences": row.differences,
            "unusable": row.unusable,
            "planned": figure(row.planned),
            "planned_text": row.planned_text,
            "difference": figure(row.difference),
            "difference_text": row.difference_text,
            "p10": figure(end.map(|end| end.low)),
            "p50": figure(end.map(|end| end.mid)),
            "p90": figure(end.map(|end| end.high)),
            "range_text": end.map_or_else(String::new, |end| format::range(end.low, end.high, metric.unit, currency)),
        })
    };
    let scenarios: Vec<Value> = view.rows.iter().map(row).collect();
    Ok(json!({ "metric": metric.key, "name": metric.name, "unit": metric.unit, "scenarios": scenarios }))
}
