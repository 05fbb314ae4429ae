//! Whose figures to trust: past months with what was foreseen of them, by motion and by model, in words. Must not know how
//! the measures are worked out.

use std::collections::BTreeMap;

use domain::{Line, Lines, Metric, MetricSide, MetricUnit, Month, Motion, Projection, ProjectionModel};
use forecast::{PAST_MONTHS_NEEDED, PastMonth, Track, track};
use picture::chart::{ChartPicture, CoverageInput, CoverageRow, Frame, coverage};
use picture::format;

use super::Loaded;
use super::projections::model_label;
use crate::wire::*;

const DASH: &str = "—";

/// The part of actuals that a range from p10 to p90 should hold.
const EXPECTED: f64 = 0.8;

/// The longest past that is compared.
const MONTHS_MAX: i32 = 120;

/// What each column means.
const MEASURES: [(&str, &str); 7] = [
    ("WAPE", "How far off, of all that was measured: 20% means that a fifth of it was missed or too much."),
    ("Bias", "Forecast less actual on average: with a plus the forecasts were too high."),
    ("MASE", "Below 1 beats saying \"as the month before\"; above 1 does not."),
    ("MAPE", "How far off a month is on average, in percent of it; only where no month was nothing."),
    ("In range", "How many months lay inside their low to high range: of well-judged ranges 8 in 10."),
    ("Pinball", "How well low, middle and high were placed, in the metric's unit; smaller is better."),
    ("CRPS", "How far the whole range was from what came, in the metric's unit; smaller is better."),
];

/// One motion's record of one metric.
pub(crate) struct Record<'a> {
    pub(crate) motion: &'a Motion,
    pub(crate) metric: &'a Metric,
    pub(crate) model: ProjectionModel,
    pub(crate) track: Track,
    /// The mean size of what was measured.
    size: f64,
}

impl Loaded {
    /// Every motion and metric with a projection and a measured month before this one. A month's forecast is what the latest
    /// plan that was locked before the month began said, else what today's plan says; its low and high stand for p10 and p90.
    pub(crate) fn records(&self) -> Vec<Record<'_>> {
        let mut found = Vec::new();
        for projection in &self.workspace.projections {
            let Some(motion) = self.workspace.motions.iter().find(|motion| motion.id == projection.motion) else {
                continue;
            };
            let Ok(metric) = self.metric(&projection.metric) else { continue };
            found.extend(self.record(projection, motion, metric));
        }
        let name = |record: &Record<'_>| (record.motion.name.clone(), record.motion.id, record.metric.position);
        found.sort_by_key(name);
        found
    }

    fn record<'a>(&'a self, projection: &Projection, motion: &'a Motion, metric: &'a Metric) -> Option<Record<'a>> {
        let lines = Lines::one(Line::Motion(motion.id));
        let (first, last) = self.ledger().span(&metric.key)?;
        let last = last.min(Month::of(self.today).plus(-1));
        let measured = self.ledger().months(&metric.key, &lines, first.max(last.plus(1 - MONTHS_MAX)), last);
        let begin = projection.from;
        let past: Vec<PastMonth> =
            measured.iter().filter_map(|(month, actual)| self.past_month(metric, &lines, *month, *actual)).collect();
        let before: Vec<f64> = measured.range(..begin).map(|(_, figure)| *figure).collect();
        let size = past.iter().map(|month| month.actual.abs()).sum::<f64>() / past.len().max(1) as f64;
        Some(Record { motion, metric, model: projection.model, track: track(&past, &before)?, size })
    }

    fn past_month(&self, metric: &Metric, lines: &Lines, month: Month, actual: f64) -> Option<PastMonth> {
        let library = self.ledger().library();
        let locked = self.locked().iter().rev().find(|plan| plan.date < month.first_day());
        let locked = locked.and_then(|plan| plan.planned.value(library, &metric.key, lines, month, month));
        let today = || self.planned().value(library, &metric.key, lines, month, month);
        Some(PastMonth { foreseen: locked.or_else(today)?, actual, locked: locked.is_some() })
    }

    pub(crate) fn trust_view(&self) -> TrustView {
        let records = self.records();
        let mut motions: Vec<TrustRow> = records.iter().map(|record| self.trust_row(record)).collect();
        let mut by_model: BTreeMap<&'static str, Vec<&Record<'_>>> = BTreeMap::new();
        for record in &records {
            by_model.entry(model_label(record.model)).or_default().push(record);
        }
        let mut models: Vec<TrustRow> = by_model.iter().map(|(label, of)| model_row(label, of)).collect();
        motions.sort_by(nearest_first);
        models.sort_by(nearest_first);
        let (all, locked) = motions.iter().fold((0, 0), |sum, row| (sum.0 + row.months, sum.1 + row.locked));
        TrustView { motions, models, measures: MEASURES.iter().map(measure_note).collect(), basis: basis(all, locked) }
    }

    fn trust_row(&self, record: &Record<'_>) -> TrustRow {
        let (metric, track) = (record.metric, &record.track);
        let currency = self.workspace.settings.currency;
        let too_few = (track.months as usize) < PAST_MONTHS_NEEDED;
        let figure = |value: f64| format::figure(value, metric.unit, currency);
        let said = |text: Option<String>| text.filter(|_| !too_few).unwrap_or_else(|| DASH.to_owned());
        TrustRow {
            motion: Some(record.motion.id),
            name: record.motion.name.to_string(),
            metric: Some(metric.key.clone()),
            metric_name: metric.name.to_string(),
            model: model_label(record.model).to_owned(),
            months: track.months,
            locked: track.locked,
            too_few,
            wape: track.accuracy.wape.filter(|_| !too_few),
            wape_text: said(track.accuracy.wape.map(format::percent)),
            bias_text: said(Some(format::difference(track.accuracy.bias, metric.unit, currency))),
            mase_text: said(track.accuracy.mase.map(ratio)),
            mape_text: said(track.accuracy.mape.map(format::percent)),
            inside: track.inside,
            ranged: track.ranged,
            coverage_text: in_range(track.inside, track.ranged),
            pinball_text: said(Some(figure(track.pinball))),
            crps_text: said(Some(figure(track.crps))),
        }
    }

    /// Coverage by motion, of all metrics of one side: a share has no unit.
    pub(crate) fn coverage_chart(&self, side: MetricSide, frame: Frame) -> ChartPicture {
        let mut rows: Vec<CoverageRow> = Vec::new();
        for record in self.records().iter().filter(|record| record.metric.side == side) {
            let id = format!("motion:{}", record.motion.id);
            let (inside, of) = (record.track.inside, record.track.ranged);
            match rows.last_mut().filter(|row| row.id == id) {
                Some(row) => (row.inside, row.of) = (row.inside + inside, row.of + of),
                None => rows.push(CoverageRow { id, name: record.motion.name.to_string(), inside, of }),
            }
        }
        rows.retain(|row| row.of > 0);
        let title = "Months inside their low to high range".to_owned();
        let floor = u32::try_from(PAST_MONTHS_NEEDED).unwrap_or(u32::MAX);
        coverage(&CoverageInput { title, frame, expected: EXPECTED, floor, rows })
    }
}

/// Of several motions and metrics: only what has no unit, weighted by months.
fn model_row(label: &str, records: &[&Record<'_>]) -> TrustRow {
    let sum = |of: fn(&Track) -> u32| records.iter().map(|record| of(&record.track)).sum::<u32>();
    let months = sum(|track| track.months);
    let too_few = (months as usize) < PAST_MONTHS_NEEDED;
    let mean = |of: &dyn Fn(&Record<'_>) -> Option<f64>| {
        let known: Vec<(f64, f64)> =
            records.iter().filter_map(|record| Some((of(record)?, f64::from(record.track.months)))).collect();
        let weight: f64 = known.iter().map(|(_, weight)| weight).sum();
        (weight > 0.0 && !too_few).then(|| known.iter().map(|(value, weight)| value * weight).sum::<f64>() / weight)
    };
    let part = |value: f64, record: &Record<'_>| (record.size > 0.0).then(|| value / record.size);
    let wape = mean(&|record| record.track.accuracy.wape);
    let text = |value: Option<f64>, words: fn(f64) -> String| value.map_or_else(|| DASH.to_owned(), words);
    TrustRow {
        motion: None,
        name: label.to_owned(),
        metric: None,
        metric_name: String::new(),
        model: String::new(),
        months,
        locked: sum(|track| track.locked),
        too_few,
        wape,
        wape_text: text(wape, format::percent),
        bias_text: text(mean(&|record| part(record.track.accuracy.bias, record)), format::percent_difference),
        mase_text: text(mean(&|record| record.track.accuracy.mase), ratio),
        mape_text: text(mean(&|record| record.track.accuracy.mape), format::percent),
        inside: sum(|track| track.inside),
        ranged: sum(|track| track.ranged),
        coverage_text: in_range(sum(|track| track.inside), sum(|track| track.ranged)),
        pinball_text: text(mean(&|record| part(record.track.pinball, record)), format::percent),
        crps_text: text(mean(&|record| part(record.track.crps, record)), format::percent),
    }
}

/// Few months last, then by error.
fn nearest_first(a: &TrustRow, b: &TrustRow) -> std::cmp::Ordering {
    let wape = |row: &TrustRow| row.wape.unwrap_or(f64::INFINITY);
    a.too_few
        .cmp(&b.too_few)
        .then(wape(a).total_cmp(&wape(b)))
        .then_with(|| (&a.name, &a.metric_name).cmp(&(&b.name, &b.metric_name)))
}

fn basis(all: u32, locked: u32) -> String {
    match (all, locked) {
        (0, _) => "No month with a forecast is measured yet.".to_owned(),
        (_, 0) => format!(
            "All {all} forecasts are today's plan looking back: lock a plan, so that later ones count as foresight."
        ),
        (all, locked) if all == locked => format!("All {all} forecasts are of the plan locked before the month began."),
        _ => format!(
            "{locked} of {all} forecasts are of the plan locked before the month began, the others are today's plan looking back."
        ),
    }
}

fn in_range(inside: u32, ranged: u32) -> String {
    if ranged == 0 { DASH.to_owned() } else { format!("{inside} of {ranged}") }
}

fn ratio(value: f64) -> String {
    format::figure(value, MetricUnit::Ratio, domain::Currency::EUR)
}

fn measure_note((name, meaning): &(&str, &str)) -> MeasureNote {
    MeasureNote { name: (*name).to_owned(), meaning: (*meaning).to_owned() }
}
