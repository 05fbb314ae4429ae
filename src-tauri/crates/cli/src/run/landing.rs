//! `reforecast`, `accuracy` and the effects of `variance`.

use api::ErrorReply;
use serde_json::{Value, json};

use super::Session;
use crate::arguments::{Accuracy, Reforecast, Variance};
use crate::print;

impl Session {
    pub(super) fn reforecast(&self, reforecast: &Reforecast) -> Result<(), ErrorReply> {
        self.open(&reforecast.file)?;
        if let Some(name) = &reforecast.scenario {
            self.choose(name)?;
        }
        let motion = reforecast.motion.as_deref().map(|name| self.app.motion_named(&self.window, name)).transpose()?;
        let method = reforecast.method.map(Into::into);
        let report = self.app.reforecast_report(&self.window, reforecast.metric.as_ref(), motion, method)?;
        if reforecast.json {
            return print::json(&report);
        }
        let row = |metric: &Value| {
            json!({
                "name": metric["name"],
                "landing": figure(&metric["landing"]["p50"]),
                "low": figure(&metric["landing"]["p10"]),
                "high": figure(&metric["landing"]["p90"]),
                "method": metric["method_name"],
                "reason": metric["reason"],
            })
        };
        let columns = [
            ("Metric", "name"),
            ("Landing", "landing"),
            ("From", "low"),
            ("To", "high"),
            ("Method", "method"),
            ("Why", "reason"),
        ];
        let rows: Vec<Value> = report["metrics"].as_array().into_iter().flatten().map(row).collect();
        print::columns(&columns, &rows)
    }

    pub(super) fn effects(&self, variance: &Variance) -> Result<(), ErrorReply> {
        let report = self.app.effects_report(&self.window, variance.metric.as_ref())?;
        if variance.json {
            return print::json(&report);
        }
        let columns =
            [("Metric", "name"), ("Motion", "motion"), ("Cause", "cause"), ("Stage", "stage"), ("Change", "change")];
        let mut rows = Vec::new();
        for metric in report["metrics"].as_array().into_iter().flatten() {
            effect_rows(metric, metric, &mut rows);
            for motion in metric["motions"].as_array().into_iter().flatten() {
                effect_rows(metric, motion, &mut rows);
            }
        }
        print::columns(&columns, &rows)
    }

    pub(super) fn accuracy(&self, accuracy: &Accuracy) -> Result<(), ErrorReply> {
        self.open(&accuracy.file)?;
        let report = self.app.accuracy_report(&self.window)?;
        if accuracy.json {
            return print::json(&report);
        }
        let columns = [
            ("Motion", "name"),
            ("Metric", "metric_name"),
            ("Model", "model"),
            ("Months", "months"),
            ("WAPE", "wape_text"),
            ("Bias", "bias_text"),
            ("MASE", "mase_text"),
            ("In range", "coverage_text"),
        ];
        if let Some(basis) = report["basis"].as_str() {
            print::line(basis);
        }
        let rows: Vec<Value> = report["texts"].as_array().cloned().unwrap_or_default();
        print::columns(&columns, &rows)
    }
}

fn effect_rows(metric: &Value, line: &Value, rows: &mut Vec<Value>) {
    for effect in line["effects"].as_array().into_iter().flatten() {
        rows.push(json!({
            "name": metric["name"],
            "motion": line["motion"].as_str().unwrap_or("All"),
            "cause": effect["cause"],
            "stage": effect["stage"].as_str().unwrap_or(""),
            "change": figure(&effect["change"]),
        }));
    }
}

/// Money as one cell.
pub(super) fn figure(value: &Value) -> String {
    match (value["amount"].as_str(), value["currency"].as_str(), value.as_f64()) {
        (Some(amount), Some(currency), _) => format!("{amount} {currency}"),
        (_, _, Some(number)) => print::figure(number),
        _ => String::new(),
    }
}
