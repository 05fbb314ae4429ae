//! Variances by name: a bar to either side of nothing, with its figure and its share of the plan.

use super::frame::Frame;
use super::measure::{Measure, Scale, extent, sound};
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Plot, Reading, alt, strokes};
use crate::{ItemId, format};

/// Above the rows: the unit.
const HEAD: f32 = 18.0;
/// Between two columns of figures.
const GAP: f32 = 14.0;

/// Motions, partners or metrics of one unit against plan.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedInput {
    /// What is measured, of all rows alike.
    pub measure: Measure,
    /// Size and choices; hidden ids leave rows out.
    pub frame: Frame,
    /// In the order shown: ranked by the caller, who knows by what.
    pub rows: Vec<RankedRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedRow {
    /// `motion:…`.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// The plan so far.
    pub planned: Option<f64>,
    /// The actual so far.
    pub actual: Option<f64>,
}

impl RankedRow {
    fn variance(&self) -> Option<f64> {
        Some(self.actual.and_then(sound)? - self.planned.and_then(sound)?)
    }

    /// "+10%"; a dash of a plan of nothing.
    fn share(&self) -> String {
        let planned = self.planned.and_then(sound).filter(|planned| *planned > 0.0);
        planned.zip(self.variance()).map_or_else(
            || "—".to_owned(),
            |(planned, variance)| match variance / planned {
                share if share.abs() < 10.0 => format::percent_difference(share),
                share if share > 0.0 => "over ×10".to_owned(),
                _ => "under −×10".to_owned(),
            },
        )
    }
}

/// Steel where better, oxblood where worse; rows without a variance keep their name. A chart of many rows grows in height.
pub fn ranked(input: &RankedInput) -> ChartPicture {
    let measure = &input.measure;
    let shown: Vec<&RankedRow> = input.rows.iter().filter(|row| input.frame.shows(&row.id)).collect();
    let Some((low, high)) = extent(shown.iter().filter_map(|row| row.variance())) else {
        return nothing(&input.frame, &format!("{} by variance", measure.name), table(input));
    };
    let scale = Scale::of(measure, high.max(-low));
    let words: Vec<[String; 2]> = shown.iter().map(|row| figures(row, &scale)).collect();
    let width = |column: usize| words.iter().map(|row| word(column, &row[column]).width()).fold(0.0, f32::max);
    let (variance, share) = (width(0), width(1));
    let figures = variance + share + 2.0 * GAP;
    let names = shown.iter().map(|row| row.name.as_str());
    let rows = Rows::lay(&input.frame, names, Around { head: HEAD, figures, ..Around::default() });
    let (low, high) = (low.min(0.0), high.max(0.0));
    let high = if low < high { high } else { low + 1.0 };
    let mut panels = Vec::new();
    for (index, (row, words)) in shown.iter().zip(&words).enumerate() {
        let strip = rows.strip(index, low..high, 2.0);
        strip.tick("", 0.0, 1.0, crate::Stroke::solid("line-2", 1.0));
        if let Some(value) = row.variance() {
            strip.bar(0.0, value, 0.7, strokes::bar(row.id.clone(), strokes::variance(measure, value)));
        }
        rows.figure(index, &word(1, &words[1]));
        rows.figure_before(index, &word(0, &words[0]), share + GAP);
        rows.name(index, &Word::new(&row.name).name().of(&row.id), figures);
        panels.push(rows.panel(index, &row.id, &row.name, readings(row, measure)));
    }
    let unit = scale.unit().map_or_else(|| "to plan".to_owned(), |unit| format!("{unit} to plan"));
    rows.sheet.word(&Word::new(&unit).color("text-3").end(), &[[rows.sheet.bounds.w, 12.0]]);
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    rows.sheet.finish(said(input, &shown), plot, table(input))
}

/// Variance and share as words.
fn figures(row: &RankedRow, scale: &Scale) -> [String; 2] {
    let variance = row.variance().map_or_else(|| "—".to_owned(), |value| scale.signed(value));
    [variance, row.share()]
}

fn word(column: usize, words: &str) -> Word<'_> {
    if column == 0 { Word::new(words).bold() } else { Word::new(words) }
}

fn readings(row: &RankedRow, measure: &Measure) -> Vec<Reading> {
    let figure = |id: &str, name: &str, value: Option<f64>| {
        value.map(|value| Reading::new(id, name, Some(value), measure.figure(value)))
    };
    let difference = |value| Reading::new("series:variance", "Variance", Some(value), measure.difference(value));
    let all = [
        figure("series:actual", "Actual", row.actual.and_then(sound)),
        figure("series:projected", "Plan", row.planned.and_then(sound)),
        row.variance().map(difference),
    ];
    all.into_iter().flatten().collect()
}

fn said(input: &RankedInput, shown: &[&RankedRow]) -> String {
    let measure = &input.measure;
    let known: Vec<(&str, f64)> = shown.iter().filter_map(|row| Some((row.name.as_str(), row.variance()?))).collect();
    let end = |row: Option<&(&str, f64)>, word: &str| {
        row.map(|(name, value)| format!("{word}: {name}, {}.", measure.difference(*value))).unwrap_or_default()
    };
    let most = known.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let least = known.iter().min_by(|a, b| a.1.total_cmp(&b.1)).filter(|_| known.len() > 1);
    let good = known.iter().filter(|(_, value)| *value == 0.0 || measure.good(*value)).count();
    let finding = format!("{good} of {} on plan or better", known.len());
    let details = [end(most, "Most above plan"), end(least, "Least")];
    alt::text(&format!("{}, variance to plan by name", measure.name), &input.frame, Some(finding), &details)
}

fn table(input: &RankedInput) -> ChartTable {
    let mut table = ChartTable::new(&["Name", "Plan", "Actual", "Variance", "Of plan"]);
    for row in &input.rows {
        let figure = |value: Option<f64>| Cell::figure(value.and_then(sound), |value| input.measure.figure(value));
        table.rows.push(vec![
            Cell::word(&row.name),
            figure(row.planned),
            figure(row.actual),
            Cell::figure(row.variance(), |value| input.measure.difference(value)),
            Cell::word(row.share()),
        ]);
    }
    table
}
