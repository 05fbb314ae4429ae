//! One row for each metric: actual against target and range, each on its own scale.

use super::frame::Frame;
use super::input::Projected;
use super::measure::{Measure, extent, sound};
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Plot, Reading, alt, strokes};
use crate::ItemId;

/// Metrics against their targets.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletInput {
    /// "Strategy to 31 May": begins the alternative text.
    pub title: String,
    /// Size and choices; hidden ids leave rows out.
    pub frame: Frame,
    /// One for each metric, in the order shown.
    pub rows: Vec<BulletRow>,
}

/// One metric.
#[derive(Debug, Clone, PartialEq)]
pub struct BulletRow {
    /// `metric:…`.
    pub id: ItemId,
    /// Its name and unit; each row has its own scale.
    pub measure: Measure,
    /// What was measured.
    pub actual: Option<f64>,
    /// The target, with its range where a doubt was given.
    pub target: Option<Projected>,
}

impl BulletRow {
    fn actual(&self) -> Option<f64> {
        self.actual.and_then(sound)
    }

    fn target(&self) -> Option<Projected> {
        self.target.and_then(Projected::sound)
    }

    fn variance(&self) -> Option<f64> {
        Some(self.actual()? - self.target()?.mid)
    }
}

/// Actual as a bar of ink, the target as a tick, its range as a pale band behind.
pub fn bullet(input: &BulletInput) -> ChartPicture {
    let shown: Vec<&BulletRow> = input.rows.iter().filter(|row| input.frame.shows(&row.id)).collect();
    if shown.iter().all(|row| row.actual().is_none() && row.target().is_none()) {
        return nothing(&input.frame, &input.title, table(input));
    }
    let names = shown.iter().map(|row| row.measure.name.as_str());
    let rows = Rows::lay(&input.frame, names, Around { above: true, ..Around::default() });
    let mut panels = Vec::new();
    for (index, row) in shown.iter().enumerate() {
        draw(&rows, index, row);
        panels.push(rows.panel(index, &row.id, &row.measure.name, readings(row)));
    }
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    let details: Vec<String> = shown.iter().map(|row| format!("{}: {}.", row.measure.name, said(row))).collect();
    rows.sheet.finish(alt::text(&input.title, &input.frame, finding(&shown), &details), plot, table(input))
}

fn draw(rows: &Rows, index: usize, row: &BulletRow) {
    let (actual, target) = (row.actual(), row.target());
    let ends = target.map(|target| target.ends());
    let all = [actual, target.map(|target| target.mid), ends.map(|ends| ends.0), ends.map(|ends| ends.1), Some(0.0)];
    let (low, high) = extent(all.into_iter().flatten()).unwrap_or_default();
    // A little more than the largest, so that its tick does not stand at the edge.
    let strip = rows.strip(index, low * 1.06..if low < high { high * 1.06 } else { 1.0 }, 0.0);
    strip.bar(low * 1.06, high * 1.06, 0.8, strokes::track());
    if let Some((low, high)) = target.and_then(|target| target.doubt()) {
        strip.bar(low, high, 0.8, strokes::ground(row.id.clone(), strokes::inner_range(&row.measure)));
    }
    if let Some(actual) = actual {
        strip.bar(0.0, actual, 0.4, strokes::bar(row.id.clone(), "c-actual"));
    }
    if let Some(target) = target {
        strip.tick(&row.id, target.mid, 1.0, strokes::target(&row.measure));
    }
    words(rows, index, row);
}

/// The name at the left; at the right the figure, with the plan beside it where there is room for both.
fn words(rows: &Rows, index: usize, row: &BulletRow) {
    let figure = row.actual().map_or_else(|| "—".to_owned(), |value| row.measure.figure(value));
    let figure = Word::new(&figure).bold().size(11.5);
    let plan = row.target().map(|target| format!("plan {}", row.measure.figure(target.mid))).unwrap_or_default();
    let plan = Word::new(&plan);
    let (width, both) = (rows.sheet.bounds.w, figure.width() + plan.width() + 8.0);
    let roomy = both < width * 0.55;
    let room = if roomy { both } else { figure.width() };
    rows.figure(index, &figure);
    rows.name(index, &Word::new(&row.measure.name).name().of(&row.id), room);
    if roomy {
        rows.figure_before(index, &plan, figure.width() + 8.0);
    }
}

fn readings(row: &BulletRow) -> Vec<Reading> {
    let figure = |value: f64| row.measure.figure(value);
    let range = row.target().and_then(|target| target.doubt());
    let all = [
        row.actual().map(|value| Reading::new("series:actual", "Actual", Some(value), figure(value))),
        row.target().map(|plan| Reading::new("series:projected", "Plan", Some(plan.mid), figure(plan.mid))),
        range.map(|(low, high)| Reading::new("series:range", "Range", None, row.measure.range(low, high))),
        row.variance()
            .map(|value| Reading::new("series:variance", "Variance", Some(value), row.measure.difference(value))),
    ];
    all.into_iter().flatten().collect()
}

fn said(row: &BulletRow) -> String {
    match (row.actual(), row.target()) {
        (Some(actual), Some(plan)) => {
            format!("{}, plan {}", row.measure.figure(actual), row.measure.figure(plan.mid))
        }
        (Some(actual), None) => format!("{}, no plan", row.measure.figure(actual)),
        (None, Some(plan)) => format!("nothing measured, plan {}", row.measure.figure(plan.mid)),
        (None, None) => "no figures".to_owned(),
    }
}

/// "2 of 3 at or better than plan".
fn finding(rows: &[&BulletRow]) -> Option<String> {
    let compared: Vec<bool> = rows
        .iter()
        .filter_map(|row| {
            let variance = row.variance()?;
            Some(variance == 0.0 || row.measure.good(variance))
        })
        .collect();
    let good = compared.iter().filter(|good| **good).count();
    (!compared.is_empty()).then(|| format!("{good} of {} on plan or better", compared.len()))
}

fn table(input: &BulletInput) -> ChartTable {
    let mut table = ChartTable::new(&["Metric", "Actual", "Plan", "Low", "High", "Variance"]);
    for row in &input.rows {
        let figure = |value| Cell::figure(value, |value| row.measure.figure(value));
        let target = row.target();
        table.rows.push(vec![
            Cell::word(&row.measure.name),
            figure(row.actual()),
            figure(target.map(|target| target.mid)),
            figure(target.and_then(|target| target.low)),
            figure(target.and_then(|target| target.high)),
            Cell::figure(row.variance(), |value| row.measure.difference(value)),
        ]);
    }
    table
}
