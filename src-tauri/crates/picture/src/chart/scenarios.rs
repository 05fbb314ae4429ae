//! What each scenario would come to: a range with its middle, against the one that the others are compared with.

use super::axis::Axis;
use super::frame::Frame;
use super::input::Projected;
use super::measure::{Measure, extent};
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Plot, Reading, alt, strokes};
use crate::ItemId;

/// Below the rows: the axis.
const FOOT: f32 = 20.0;

/// Scenarios side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenariosInput {
    /// What is compared: "Revenue by December".
    pub measure: Measure,
    /// Size and choices; hidden ids leave rows out.
    pub frame: Frame,
    /// "Expected" first: the others are compared with it.
    pub rows: Vec<ScenarioRow>,
}

/// One scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioRow {
    /// `scenario:…`.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// Its p10, p50 and p90.
    pub outcome: Option<Projected>,
}

impl ScenarioRow {
    fn outcome(&self) -> Option<Projected> {
        self.outcome.and_then(Projected::sound)
    }
}

/// Bars from p10 to p90 with a tick at p50; the first scenario's p50 as a dotted line through the others.
pub fn scenarios(input: &ScenariosInput) -> ChartPicture {
    let measure = &input.measure;
    let shown: Vec<&ScenarioRow> = input.rows.iter().filter(|row| input.frame.shows(&row.id)).collect();
    let ends = shown.iter().filter_map(|row| row.outcome()).flat_map(|outcome| {
        let (low, high) = outcome.ends();
        [low, outcome.mid, high]
    });
    let Some((low, high)) = extent(ends) else {
        return nothing(&input.frame, &measure.name, table(input));
    };
    let names = shown.iter().map(|row| row.name.as_str());
    let rows = Rows::lay(&input.frame, names, Around { foot: FOOT, above: true, ..Around::default() });
    let axis = Axis::around(low, high, rows.steps(2.0), measure);
    let first = input.rows.first().and_then(|row| Some((row.id.as_str(), row.outcome()?.mid)));
    let mut panels = Vec::new();
    for (index, row) in shown.iter().enumerate() {
        let strip = rows.strip(index, axis.low..axis.high, 2.0);
        strip.track(axis.low, axis.high);
        let own = first.is_some_and(|(id, _)| id == row.id);
        if let Some(outcome) = row.outcome() {
            let (low, high) = outcome.ends();
            strip.bar(low, high, 0.42, strokes::span(row.id.clone(), measure, if own { 0.45 } else { 0.22 }));
            strip.tick(&row.id, outcome.mid, 0.9, strokes::middle(measure));
        }
        if let Some((_, value)) = first.filter(|_| !own) {
            strip.tick("", value, 1.0, strokes::reference());
        }
        let figure = row.outcome().map_or_else(|| "—".to_owned(), |outcome| measure.figure(outcome.mid));
        let figure = Word::new(&figure).bold().size(11.5);
        rows.figure(index, &figure);
        let name = Word::new(&row.name).name().of(&row.id);
        rows.name(index, &if own { name.bold().size(11.5) } else { name }, figure.width());
        panels.push(rows.panel(index, &row.id, &row.name, readings(row, measure)));
    }
    rows.axis_words(&axis, 2.0);
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    rows.sheet.finish(said(input, &shown), plot, table(input))
}

fn readings(row: &ScenarioRow, measure: &Measure) -> Vec<Reading> {
    let Some(outcome) = row.outcome() else { return Vec::new() };
    let range =
        outcome.doubt().map(|(low, high)| Reading::new("series:range", "p10 to p90", None, measure.range(low, high)));
    let middle = Reading::new("series:p50", "p50", Some(outcome.mid), measure.figure(outcome.mid));
    [Some(middle), range].into_iter().flatten().collect()
}

/// "Graduate affiliates comes out highest, €0.9M above Expected."
fn said(input: &ScenariosInput, shown: &[&ScenarioRow]) -> String {
    let measure = &input.measure;
    let first = input.rows.first().and_then(|row| Some((row.name.as_str(), row.outcome()?.mid)));
    let known = || shown.iter().filter_map(|row| Some((row.name.as_str(), row.outcome()?)));
    let top = known().max_by(|a, b| a.1.mid.total_cmp(&b.1.mid));
    let finding = top.zip(first).map(|((name, outcome), (base, middle))| {
        let ahead = measure.figure(outcome.mid - middle);
        let parts = [("name", name), ("ahead", ahead.as_str()), ("base", base)];
        let sentence =
            if name == base { "{name} comes out highest" } else { "{name} comes out highest, {ahead} above {base}" };
        measure.language.fill(sentence, &parts)
    });
    let details: Vec<String> = known()
        .map(|(name, outcome)| format!("{name}: {}{}.", measure.figure(outcome.mid), alt::range_of(measure, outcome)))
        .collect();
    let subject = measure.language.fill("{name} by scenario", &[("name", &measure.name)]);
    alt::text(&subject, &input.frame, finding, &details)
}

fn table(input: &ScenariosInput) -> ChartTable {
    let mut table = ChartTable::new(&["Scenario", "p10", "p50", "p90"]);
    for row in &input.rows {
        let figure = |value| Cell::figure(value, |value| input.measure.figure(value));
        let outcome = row.outcome();
        table.rows.push(vec![
            Cell::word(&row.name),
            figure(outcome.and_then(|outcome| outcome.low)),
            figure(outcome.map(|outcome| outcome.mid)),
            figure(outcome.and_then(|outcome| outcome.high)),
        ]);
    }
    table
}
