//! What each driver does to the outcome: its result at the input's low and high end, the widest first.

use super::frame::Frame;
use super::measure::{Measure, extent, sound};
use super::rows::{Around, Rows, Strip};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Plot, Reading, alt, strokes};
use crate::{ItemId, Stroke};

/// Above the rows: what the middle line says.
const HEAD: f32 = 20.0;

/// Drivers of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoInput {
    /// The outcome: "Revenue by December".
    pub measure: Measure,
    /// Size and choices; hidden ids leave rows out.
    pub frame: Frame,
    /// The outcome with every input at its middle.
    pub base: f64,
    /// In any order: the chart puts the widest first.
    pub drivers: Vec<TornadoDriver>,
}

/// One input.
#[derive(Debug, Clone, PartialEq)]
pub struct TornadoDriver {
    /// `driver:…`.
    pub id: ItemId,
    /// "Win rate, 18% to 31%".
    pub name: String,
    /// The outcome with this input at its p10, the others at their middle.
    pub low: f64,
    /// The same at its p90.
    pub high: f64,
}

impl TornadoDriver {
    fn ends(&self) -> Option<(f64, f64)> {
        Some((sound(self.low)?, sound(self.high)?))
    }

    fn swing(&self) -> f64 {
        self.ends().map_or(0.0, |(low, high)| (high - low).abs())
    }
}

/// Bars to either side of the middle outcome: steel for the better side, oxblood for the worse, a figure at each end. A
/// name holds the range that it stands for, so it is never cut beside its bars: it stands above them then.
pub fn tornado(input: &TornadoInput) -> ChartPicture {
    let measure = &input.measure;
    let mut shown: Vec<&TornadoDriver> =
        input.drivers.iter().filter(|row| row.ends().is_some() && input.frame.shows(&row.id)).collect();
    shown.sort_by(|a, b| b.swing().total_cmp(&a.swing()).then(a.name.cmp(&b.name)));
    let ends = shown.iter().filter_map(|row| row.ends()).flat_map(|(low, high)| [low, high]);
    let Some((base, (low, high))) = sound(input.base).and_then(|base| Some((base, extent(ends)?))) else {
        return nothing(&input.frame, &measure.name, table(input));
    };
    let (low, high) = (low.min(base), high.max(base));
    let high = if low < high { high } else { low + 1.0 };
    let names = shown.iter().map(|row| row.name.as_str());
    let above = Rows::cut(&input.frame, names.clone());
    let rows = Rows::lay(&input.frame, names, Around { head: HEAD, above, ..Around::default() });
    let widest =
        shown.iter().flat_map(|row| [row.low, row.high]).map(|value| Word::new(&measure.figure(value)).width());
    let inset = widest.fold(0.0, f32::max) + 6.0;
    middle(&rows, measure, base, low..high, inset);
    for (index, row) in shown.iter().enumerate() {
        bars(&rows, row, measure, base, &rows.strip(index, low..high, inset));
    }
    let panel = |(index, row): (usize, &&TornadoDriver)| {
        rows.name(index, &Word::new(&row.name).name().of(&row.id), 0.0);
        rows.panel(index, &row.id, &row.name, readings(row, measure))
    };
    let panels = shown.iter().enumerate().map(panel).collect();
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    rows.sheet.finish(said(input, &shown), plot, table(input))
}

/// To either end from the middle, and a figure beside each that differs from it.
fn bars(rows: &Rows, row: &TornadoDriver, measure: &Measure, base: f64, strip: &Strip) {
    let Some((at_low, at_high)) = row.ends() else { return };
    for end in [at_low, at_high] {
        strip.bar(base, end, 0.7, strokes::bar(row.id.clone(), strokes::variance(measure, end - base)));
    }
    let baseline = strip.middle() + 3.5;
    let (left, right) = (at_low.min(at_high).min(base), at_low.max(at_high).max(base));
    if left < base {
        rows.sheet.word(&Word::new(&measure.figure(left)).end(), &[[strip.x(left) - 4.0, baseline]]);
    }
    if right > base {
        rows.sheet.word(&Word::new(&measure.figure(right)), &[[strip.x(right) + 4.0, baseline]]);
    }
}

/// The line of the middle outcome, named above.
fn middle(rows: &Rows, measure: &Measure, base: f64, values: std::ops::Range<f64>, inset: f32) {
    let x = rows.strip(0, values, inset).x(base);
    rows.sheet.rule(None, vec![[x, HEAD - 3.0], [x, rows.bottom()]], Stroke::solid("text-2", 1.0));
    let words = measure.language.fill("{figure} in the middle", &[("figure", &measure.figure(base))]);
    let half = Word::new(&words).width() / 2.0;
    let x = x.clamp(half, (rows.sheet.bounds.w - half).max(half));
    rows.sheet.word(&Word::new(&words).center(), &[[x, 12.0]]);
}

fn readings(row: &TornadoDriver, measure: &Measure) -> Vec<Reading> {
    let reading = |id: &str, name: &str, value: f64| Reading::new(id, name, Some(value), measure.figure(value));
    vec![reading("series:low", "At its p10", row.low), reading("series:high", "At its p90", row.high)]
}

/// "Win rate moves it most, by €1.2M."
fn said(input: &TornadoInput, shown: &[&TornadoDriver]) -> String {
    let measure = &input.measure;
    let language = measure.language;
    let finding = shown.first().map(|row| {
        let parts = [("name", row.name.as_str()), ("figure", &measure.figure(row.swing()))];
        language.fill("{name} moves it most, by {figure}", &parts)
    });
    let middle = [("figure", &*measure.figure(input.base))];
    let base = language.fill("{figure} with every input at its middle.", &middle);
    let rows = shown.iter().map(|row| format!("{}: {}.", row.name, measure.range(row.low, row.high)));
    let details: Vec<String> = [base].into_iter().chain(rows).collect();
    let subject = language.fill("{name}, what drives it", &[("name", &measure.name)]);
    alt::text(&subject, &input.frame, finding, &details)
}

fn table(input: &TornadoInput) -> ChartTable {
    let mut table = ChartTable::new(&["Driver", "At its p10", "At its p90", "Swing"]);
    for row in &input.drivers {
        let figure = |value: Option<f64>| Cell::figure(value, |value| input.measure.figure(value));
        let swing = row.ends().map(|_| row.swing());
        table.rows.push(vec![Cell::word(&row.name), figure(sound(row.low)), figure(sound(row.high)), figure(swing)]);
    }
    table
}
