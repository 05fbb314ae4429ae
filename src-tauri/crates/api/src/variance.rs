//! What was planned beside what was measured, for the command line: all metrics, every line of the portfolio.

use domain::{Key, Line, Lines, Metric, OverMonths};
use forecast::{Outcome, Planned, outcome};
use serde_json::{Value, json};

use crate::loaded::{Loaded, figure_json};
use crate::{App, ErrorReply, WindowId};

impl App {
    /// Every metric of the fiscal year with anything planned or measured: planned and measured to its last measured month,
    /// by motion, with what motions share and what lies outside them. Against a locked plan where one is named.
    pub fn variance_report(
        &self,
        window: &WindowId,
        against: Option<&str>,
        only: Option<&Key>,
    ) -> Result<Value, ErrorReply> {
        let loaded = self.loaded(window)?;
        if let Some(key) = only {
            loaded.metric(key)?;
        }
        let locked = against.map(|name| locked_plan(&loaded, name)).transpose()?;
        let report = Report { loaded: &loaded, planned: locked.as_ref().unwrap_or_else(|| loaded.planned()) };
        let year = loaded.fiscal_year();
        let metrics = loaded.workspace.metrics.iter().filter(|metric| only.is_none_or(|key| metric.key == *key));
        let rows: Vec<Value> = metrics.filter_map(|metric| report.metric(metric)).collect();
        Ok(json!({
            "year": year.year,
            "first": year.first(),
            "last": year.last(),
            "scenario": loaded.scenario_name(),
            "against": against,
            "metrics": rows,
        }))
    }
}

/// The plan of a locked plan by name, in the chosen scenario of that day.
fn locked_plan(loaded: &Loaded, name: &str) -> Result<Planned, ErrorReply> {
    let plans = &loaded.expected.locked_plans;
    let plan = plans.iter().find(|plan| plan.name.as_str() == name).ok_or_else(|| {
        let names: Vec<&str> = plans.iter().map(|plan| plan.name.as_str()).collect();
        let known = if names.is_empty() { "none is locked yet".to_owned() } else { names.join(", ") };
        ErrorReply::refused(format!("There is no locked plan '{name}': {known}."))
    })?;
    let then = plan
        .workspace()
        .map_err(|_| ErrorReply::refused(format!("The locked plan '{name}' cannot be read: lock a new one.")))?;
    Ok(Planned::of(&forecast::in_scenario(&then, loaded.scenario)))
}

struct Report<'a> {
    loaded: &'a Loaded,
    planned: &'a Planned,
}

impl Report<'_> {
    fn metric(&self, metric: &Metric) -> Option<Value> {
        let total = self.line(metric, &Lines::All)?;
        let mut motions = Vec::new();
        for motion in &self.loaded.workspace.motions {
            if let Some(figures) = self.line(metric, &Lines::one(Line::Motion(motion.id))) {
                let reasons = &self.loaded.workspace.variance_reasons;
                let reason = reasons.iter().find(|row| row.motion == motion.id && row.metric == metric.key);
                let mut row = json!({
                    "motion": motion.name,
                    "id": motion.id,
                    "reason": reason.map(|row| row.reason.as_str()),
                });
                merge(&mut row, figures);
                motions.push((motion.name.clone(), motion.id, row));
            }
        }
        motions.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
        let adds = metric.over_months == OverMonths::Sum;
        let beside = |line: Line| if adds { self.line(metric, &Lines::one(line)) } else { None };
        let mut row = json!({
            "metric": metric.key,
            "name": metric.name,
            "side": metric.side,
            "unit": metric.unit,
            "motions": motions.into_iter().map(|(_, _, row)| row).collect::<Vec<_>>(),
            "shared_by_motions": beside(Line::Shared),
            "outside_motions": beside(Line::Outside),
        });
        merge(&mut row, total);
        Some(row)
    }

    /// Planned, measured and the difference; none where there is neither.
    fn line(&self, metric: &Metric, lines: &Lines) -> Option<Value> {
        let year = self.loaded.fiscal_year();
        let found: Outcome =
            outcome(self.loaded.ledger(), self.planned, lines, &metric.key, (year.first(), year.last()))?;
        let measured = found.to_date.filter(|to| to.actual != 0.0 || !found.adds || found.whole.is_some());
        if measured.is_none() && found.whole.is_none() {
            return None;
        }
        let value = |figure: Option<f64>| {
            let currency = self.loaded.workspace.settings.currency;
            figure.map_or(Value::Null, |figure| figure_json(figure, metric.unit, currency))
        };
        let to = measured;
        Some(json!({
            "to": to.map(|to| to.month),
            "planned": value(to.and_then(|to| to.projected)),
            "actual": value(to.map(|to| to.actual)),
            "variance": value(to.and_then(|to| to.variance)),
            "variance_ratio": to.and_then(|to| to.variance_ratio),
            "better": to.and_then(|to| to.good),
            "year_planned": value(found.whole.map(|range| range.mid)),
            "year_low": value(found.whole.map(|range| range.low)),
            "year_high": value(found.whole.map(|range| range.high)),
            "cases": found.cases,
        }))
    }
}

fn merge(row: &mut Value, more: Value) {
    if let (Value::Object(row), Value::Object(more)) = (row, more) {
        row.extend(more);
    }
}
