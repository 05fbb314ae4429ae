//! How often what happened lay inside the range that was promised.

use domain::{Better, Currency, MetricSide, MetricUnit};

use super::axis::Axis;
use super::frame::Frame;
use super::measure::Measure;
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Plot, Reading, alt, strokes};
use crate::{ItemId, Language, Paint, Stroke, format};

/// Above the rows: what the line says. Below them: the axis.
const HEAD: f32 = 18.0;
const FOOT: f32 = 20.0;
const INSET: f32 = 8.0;

/// Ranges held against actuals.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageInput {
    /// "Coverage of the p10 to p90 range": begins the alternative text.
    pub title: String,
    /// Size and choices; hidden ids leave rows out.
    pub frame: Frame,
    /// The share that should lie inside: 0.8 of a p10 to p90 range.
    pub expected: f64,
    /// Fewer actuals than this say nothing yet.
    pub floor: u32,
    /// One for each motion or model, in the order shown.
    pub rows: Vec<CoverageRow>,
}

/// One motion or model.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageRow {
    /// `motion:…`, `model:…`.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// Actuals inside their range.
    pub inside: u32,
    /// Actuals that had a range.
    pub of: u32,
}

impl CoverageRow {
    /// The share inside; none of too few.
    fn share(&self, floor: u32) -> Option<f64> {
        (self.of > 0 && self.of >= floor).then(|| f64::from(self.inside.min(self.of)) / f64::from(self.of))
    }

    fn count(&self) -> String {
        format!("{} of {}", self.inside.min(self.of), self.of)
    }
}

/// Bars from none to all, with a dotted line where well-judged ranges would end: shorter means too sure, longer too
/// cautious.
pub fn coverage(input: &CoverageInput) -> ChartPicture {
    let shown: Vec<&CoverageRow> = input.rows.iter().filter(|row| input.frame.shows(&row.id)).collect();
    if shown.iter().all(|row| row.of == 0) {
        return nothing(&input.frame, &input.title, table(input));
    }
    let names = shown.iter().map(|row| row.name.as_str());
    let figures: Vec<(String, String)> = shown.iter().map(|row| (said_of(row, input.floor), row.count())).collect();
    let width = |words: &str, bold: bool| if bold { Word::new(words).bold().width() } else { Word::new(words).width() };
    let shares = figures.iter().map(|(share, _)| width(share, true)).fold(0.0, f32::max);
    let counts = figures.iter().map(|(_, count)| width(count, false)).fold(0.0, f32::max);
    let figures_width = shares + counts + 22.0;
    let around = Around { head: HEAD, foot: FOOT, figures: figures_width, ..Around::default() };
    let rows = Rows::lay(&input.frame, names, around);
    let axis = Axis::new(0.0, 1.0, rows.steps(INSET).clamp(2.0, 4.0), &percent());
    rows.axis(&axis, INSET);
    for (index, row) in shown.iter().enumerate() {
        if let Some(part) = row.share(input.floor) {
            let strip = rows.strip(index, axis.low..axis.high, INSET);
            strip.bar(0.0, part, 0.55, strokes::bar(row.id.clone(), "c-actual"));
        }
    }
    expected(&rows, input.expected.clamp(0.0, 1.0), &axis);
    let mut panels = Vec::new();
    for (index, (row, (share, count))) in shown.iter().zip(&figures).enumerate() {
        rows.figure(index, &Word::new(count));
        rows.figure_before(index, &Word::new(share).bold(), counts + 10.0);
        rows.name(index, &Word::new(&row.name).name().of(&row.id), figures_width);
        panels.push(rows.panel(index, &row.id, &row.name, readings(row, input.floor)));
    }
    rows.axis_words(&axis, INSET);
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    rows.sheet.finish(said(input, &shown), plot, table(input))
}

/// The line that well-judged ranges reach, through all rows, named above.
fn expected(rows: &Rows, share: f64, axis: &Axis) {
    let x = rows.strip(0, axis.low..axis.high, INSET).x(share);
    let stroke = Stroke { paint: Paint::plain("c-proj"), width: 1.75, dash: vec![2.0, 3.0] };
    rows.sheet.rule(None, vec![[x, HEAD - 4.0], [x, rows.bottom()]], stroke);
    let words = format!("{} expected", format::percent(share));
    let half = Word::new(&words).width() / 2.0;
    let x = x.clamp(half, (rows.sheet.bounds.w - half).max(half));
    rows.sheet.word(&Word::new(&words).center().color("strategy-text"), &[[x, 11.0]]);
}

/// Shares of a whole.
fn percent() -> Measure {
    Measure {
        name: String::new(),
        unit: MetricUnit::Percent,
        currency: Currency::EUR,
        better: Better::Higher,
        side: MetricSide::Strategic,
        language: Language::default(),
    }
}

fn said_of(row: &CoverageRow, floor: u32) -> String {
    row.share(floor).map_or_else(|| "too few".to_owned(), format::percent)
}

fn readings(row: &CoverageRow, floor: u32) -> Vec<Reading> {
    vec![
        Reading::new("series:coverage", "Inside the range", row.share(floor), said_of(row, floor)),
        Reading::new("series:count", "Actuals", None, row.count()),
    ]
}

/// "28 of 36 actuals (78%) lay inside their range, where 80% are expected."
fn said(input: &CoverageInput, shown: &[&CoverageRow]) -> String {
    let inside: u64 = shown.iter().map(|row| u64::from(row.inside.min(row.of))).sum();
    let of: u64 = shown.iter().map(|row| u64::from(row.of)).sum();
    let share = format::percent(inside as f64 / of as f64);
    let expected = format::percent(input.expected);
    let all = format!("{inside} of {of} actuals ({share}) lay inside their range, where {expected} are expected");
    let rows: Vec<String> =
        shown.iter().map(|row| format!("{}: {}, {}.", row.name, said_of(row, input.floor), row.count())).collect();
    alt::text(&input.title, &input.frame, Some(all), &rows)
}

fn table(input: &CoverageInput) -> ChartTable {
    let mut table = ChartTable::new(&["Name", "Inside", "Actuals", "Share"]);
    for row in &input.rows {
        let count = |count: u32| Cell::figure(Some(f64::from(count)), |_| count.to_string());
        let share = row.share(input.floor);
        let share = Cell { text: said_of(row, input.floor), value: share };
        table.rows.push(vec![Cell::word(&row.name), count(row.inside.min(row.of)), count(row.of), share]);
    }
    table
}
