//! Where metrics land, why they differ from their plans, and how near past forecasts came, for the command line.

use domain::{Key, Line, Lines, Metric, MotionId, ReforecastMethod};
use forecast::effects::Cause;
use forecast::reforecast::{Estimate, Reforecast};
use serde_json::{Value, json};

use crate::loaded::{Loaded, figure_json, lacks_words, method_label, no_landing};
use crate::{App, ErrorReply, WindowId};

impl App {
    /// Where each metric lands in the fiscal year: one metric, or all that are planned or among the key figures; of one
    /// motion or all.
    /// `method` stands before those that were chosen.
    pub fn reforecast_report(
        &self,
        window: &WindowId,
        only: Option<&Key>,
        motion: Option<MotionId>,
        method: Option<ReforecastMethod>,
    ) -> Result<Value, ErrorReply> {
        let loaded = self.loaded(window)?;
        let lines = loaded.lines(motion)?;
        let year = loaded.fiscal_year();
        let mut rows = Vec::new();
        let metrics = match only {
            Some(key) => vec![loaded.metric(key)?],
            None => loaded.workspace.metrics.iter().collect(),
        };
        for metric in metrics {
            match loaded.reforecast(metric, &lines, year, method) {
                // Without a plan, only the key figures are worth a line of their own.
                Ok((of, _)) if only.is_none() && of.whole.is_none() && !metric.headline => {}
                Ok((of, found)) => {
                    let begin = of.to_date.map_or(year.first(), |to| to.month.plus(1));
                    rows.push(row(&loaded, metric, &found, begin));
                }
                Err(why) if only.is_some() => return Err(no_landing(metric, &why)),
                Err(_) => {}
            }
        }
        Ok(json!({
            "year": year.year,
            "first": year.first(),
            "last": year.last(),
            "motion": motion.map(|id| loaded.motion_name(id)),
            "interval": 0.8,
            "metrics": rows,
        }))
    }

    /// Every metric's variance to date, split by what made it: the portfolio and each motion.
    pub fn effects_report(&self, window: &WindowId, only: Option<&Key>) -> Result<Value, ErrorReply> {
        let loaded = self.loaded(window)?;
        if let Some(key) = only {
            loaded.metric(key)?;
        }
        let metrics = loaded.workspace.metrics.iter().filter(|metric| only.is_none_or(|key| metric.key == *key));
        let rows: Vec<Value> = metrics.filter_map(|metric| effects_row(&loaded, metric)).collect();
        let year = loaded.fiscal_year();
        Ok(json!({
            "year": year.year,
            "first": year.first(),
            "last": year.last(),
            "scenario": loaded.scenario_name(),
            "metrics": rows,
        }))
    }

    /// How near past forecasts came, by motion and metric and by model.
    pub fn accuracy_report(&self, window: &WindowId) -> Result<Value, ErrorReply> {
        let loaded = self.loaded(window)?;
        let records = loaded.records();
        let rows = records.iter().map(|record| {
            json!({
                "motion": record.motion.name,
                "id": record.motion.id,
                "metric": record.metric.key,
                "unit": record.metric.unit,
                "model": record.model,
                "track": record.track,
            })
        });
        let view = loaded.trust_view();
        Ok(json!({
            "basis": view.basis,
            "motions": rows.collect::<Vec<Value>>(),
            "models": view.models,
            "texts": view.motions,
        }))
    }
}

fn row(loaded: &Loaded, metric: &Metric, found: &Reforecast, begin: domain::Month) -> Value {
    let figure = |value: f64| figure_json(value, metric.unit, loaded.workspace.settings.currency);
    let ends = |one: &Estimate| json!({ "p10": figure(one.p10), "p50": figure(one.p50), "p90": figure(one.p90) });
    let months = (0..).zip(found.months.iter().zip(&found.to_date));
    let months = months
        .map(|(offset, (own, sum))| json!({ "month": begin.plus(offset), "own": ends(own), "to_date": ends(sum) }));
    let passed = found.passed_over.iter();
    json!({
        "metric": metric.key,
        "name": metric.name,
        "unit": metric.unit,
        "method": found.method,
        "method_name": method_label(found.method),
        "reason": loaded.method_reason(metric, found),
        "passed_over": passed.map(|(method, lacks)| json!({
            "method": method, "lacks": lacks, "why": lacks_words(*lacks),
        })).collect::<Vec<Value>>(),
        "landing": ends(&found.landing),
        "months": months.collect::<Vec<Value>>(),
    })
}

fn effects_row(loaded: &Loaded, metric: &Metric) -> Option<Value> {
    let total = split(loaded, metric, None)?;
    let motions = loaded.workspace.motions.iter().filter_map(|motion| {
        let measured = loaded.outcome(
            &Lines::one(Line::Motion(motion.id)),
            metric,
            (loaded.fiscal_year().first(), loaded.fiscal_year().last()),
        );
        measured.ok().filter(|of| of.whole.is_some())?;
        let mut row = split(loaded, metric, Some(motion.id))?;
        row["motion"] = json!(motion.name);
        row["id"] = json!(motion.id);
        Some(row)
    });
    let mut motions: Vec<Value> = motions.collect();
    motions.sort_by_key(|row| row["motion"].as_str().map(str::to_owned));
    let mut row = json!({ "metric": metric.key, "name": metric.name, "unit": metric.unit, "motions": motions });
    if let (Value::Object(row), Value::Object(total)) = (&mut row, total) {
        row.extend(total);
    }
    Some(row)
}

/// Planned, measured and every effect; in minor units too, which add up exactly.
fn split(loaded: &Loaded, metric: &Metric, motion: Option<MotionId>) -> Option<Value> {
    let why = loaded.why(metric, motion, loaded.fiscal_year())?;
    let per_unit = loaded.per_unit(metric);
    let figure = |minor: i64| figure_json(minor as f64 / per_unit, metric.unit, loaded.workspace.settings.currency);
    let effects = why.effects.effects.iter().map(|effect| {
        let (cause, stage) = match effect.cause {
            Cause::Timing => ("timing", None),
            Cause::Volume(place) => ("volume", Some(&why.chain[place])),
            Cause::Rate(place) => ("rate", Some(&why.chain[place])),
            Cause::Rounding => ("rounding", None),
        };
        json!({ "cause": cause, "stage": stage, "change": figure(effect.minor), "minor": effect.minor })
    });
    Some(json!({
        "to": why.to,
        "planned": figure(why.effects.planned),
        "actual": figure(why.effects.actual),
        "variance": figure(why.effects.variance()),
        "variance_minor": why.effects.variance(),
        "effects": effects.collect::<Vec<Value>>(),
    }))
}
