//! From the plan to where it will land, step by step.

use super::axis::Axis;
use super::frame::Frame;
use super::measure::{Measure, extent, sound};
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartTable, Panel, Plot, Reading, alt, strokes};
use crate::{ItemId, Stroke};

/// Below the rows: the axis.
const FOOT: f32 = 20.0;
const INSET: f32 = 4.0;

/// A beginning, changes and where they lead.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallInput {
    /// What is measured.
    pub measure: Measure,
    /// Size and choices. Steps cannot be hidden: without one the rest would not add up.
    pub frame: Frame,
    /// What the first row is called, and where it stands: "Plan", 8.4M.
    pub start: (String, f64),
    /// What changes it, in this order; those that are no numbers count as nothing.
    pub steps: Vec<WaterfallStep>,
    /// What the last row is called: "Landing". It stands where the steps lead.
    pub end: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallStep {
    /// `effect:rate`, `motion:…`.
    pub id: ItemId,
    /// "Win rate".
    pub name: String,
    /// By how much.
    pub change: f64,
}

impl WaterfallStep {
    fn change(&self) -> f64 {
        sound(self.change).unwrap_or(0.0)
    }
}

impl WaterfallInput {
    /// Where it stands at the beginning and after each step.
    fn standings(&self) -> Vec<f64> {
        let mut standing = sound(self.start.1).unwrap_or(0.0);
        let after = self.steps.iter().map(|step| {
            standing += step.change();
            standing
        });
        let after: Vec<f64> = after.collect();
        [sound(self.start.1).unwrap_or(0.0)].into_iter().chain(after).collect()
    }

    fn landing(&self) -> f64 {
        self.standings().last().copied().unwrap_or(0.0)
    }
}

/// Ticks for both standings, bars for the changes between them: places and lengths, so that the axis need not begin at
/// nothing and small changes can be seen.
pub fn waterfall(input: &WaterfallInput) -> ChartPicture {
    let measure = &input.measure;
    let standings = input.standings();
    let Some((low, high)) = extent(standings.iter().copied()).filter(|_| sound(input.start.1).is_some()) else {
        return nothing(&input.frame, &measure.name, table(input));
    };
    let names = [input.start.0.as_str()].into_iter().chain(input.steps.iter().map(|step| step.name.as_str()));
    let names: Vec<&str> = names.chain([input.end.as_str()]).collect();
    let figures = figures(input);
    let widest = figures.iter().map(|words| Word::new(words).bold().width()).fold(0.0, f32::max) + 12.0;
    let around = Around { foot: FOOT, figures: widest, ..Around::default() };
    let rows = Rows::lay(&input.frame, names.iter().copied(), around);
    let axis = Axis::around(low, high, rows.steps(INSET), measure);
    rows.axis(&axis, INSET);
    draw(&rows, input, &standings, &axis);
    let last = names.len() - 1;
    for (index, (name, words)) in names.iter().zip(&figures).enumerate() {
        let outer = index == 0 || index == last;
        let figure = Word::new(words).bold();
        rows.figure(index, &figure);
        let word = Word::new(name).name();
        rows.name(index, &if outer { word.bold().size(11.5) } else { word }, figure.width());
    }
    rows.axis_words(&axis, INSET);
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels: panels(&rows, input, &figures) };
    rows.sheet.finish(said(input), plot, table(input))
}

fn draw(rows: &Rows, input: &WaterfallInput, standings: &[f64], axis: &Axis) {
    let measure = &input.measure;
    let values = || axis.low..axis.high;
    let start = rows.strip(0, values(), INSET);
    for (index, step) in input.steps.iter().enumerate() {
        let strip = rows.strip(index + 1, values(), INSET);
        let (from, to) = (standings[index], standings[index + 1]);
        let above = rows.strip(index, values(), INSET);
        let lead = vec![[strip.x(from), above.middle()], [strip.x(from), strip.middle()]];
        rows.sheet.rule(None, lead, Stroke::solid("line-3", 1.0));
        strip.bar(from, to, 0.7, strokes::bar(step.id.clone(), strokes::variance(measure, step.change())));
    }
    let last = input.steps.len();
    let (above, strip) = (rows.strip(last, values(), INSET), rows.strip(last + 1, values(), INSET));
    let landing = standings[last];
    let lead = vec![[strip.x(landing), above.middle()], [strip.x(landing), strip.middle()]];
    rows.sheet.rule(None, lead, Stroke::solid("line-3", 1.0));
    start.tick("series:projected", standings[0], 1.0, strokes::target(measure));
    strip.tick("series:reforecast", landing, 1.0, strokes::landing());
}

/// What stands at the right of each row.
fn figures(input: &WaterfallInput) -> Vec<String> {
    let measure = &input.measure;
    let steps = input.steps.iter().map(|step| measure.difference(step.change()));
    let start = measure.figure(sound(input.start.1).unwrap_or(0.0));
    [start].into_iter().chain(steps).chain([measure.figure(input.landing())]).collect()
}

fn panels(rows: &Rows, input: &WaterfallInput, figures: &[String]) -> Vec<Panel> {
    let panel = |row: usize, id: &str, name: &str, value: f64| {
        let reading = Reading::new(id, name, Some(value), figures[row].clone());
        rows.panel(row, id, name, vec![reading])
    };
    let start = panel(0, "series:projected", &input.start.0, sound(input.start.1).unwrap_or(0.0));
    let steps = input.steps.iter().enumerate();
    let steps = steps.map(|(index, step)| panel(index + 1, &step.id, &step.name, step.change()));
    let end = panel(figures.len() - 1, "series:reforecast", &input.end, input.landing());
    [start].into_iter().chain(steps).chain([end]).collect()
}

/// "Landing €8.8M, €0.4M above plan, which is better; Win rate weighs most."
fn said(input: &WaterfallInput) -> String {
    let measure = &input.measure;
    let change = input.landing() - sound(input.start.1).unwrap_or(0.0);
    let most = input.steps.iter().max_by(|a, b| a.change().abs().total_cmp(&b.change().abs()));
    let most = most.filter(|step| step.change() != 0.0);
    let language = measure.language;
    let most = most.map(|step| language.fill("; {name} weighs most", &[("name", &step.name)])).unwrap_or_default();
    let finding =
        format!("{} {}, {}{most}", input.end, measure.figure(input.landing()), alt::against_plan(measure, change));
    let steps: Vec<String> =
        input.steps.iter().map(|step| format!("{}: {}.", step.name, measure.difference(step.change()))).collect();
    let parts = [("name", measure.name.as_str()), ("start", &input.start.0), ("end", &input.end)];
    alt::text(&language.fill("{name} from {start} to {end}", &parts), &input.frame, Some(finding), &steps)
}

fn table(input: &WaterfallInput) -> ChartTable {
    let mut table = ChartTable::new(&["Step", "Change", "Stands at"]);
    let figure = |value: f64| Cell::figure(Some(value), |value| input.measure.figure(value));
    let standings = input.standings();
    table.rows.push(vec![Cell::word(&input.start.0), Cell::word(""), figure(standings[0])]);
    for (step, standing) in input.steps.iter().zip(&standings[1..]) {
        let change = Cell::figure(Some(step.change()), |value| input.measure.difference(value));
        table.rows.push(vec![Cell::word(&step.name), change, figure(*standing)]);
    }
    table.rows.push(vec![Cell::word(&input.end), Cell::word(""), figure(input.landing())]);
    table
}
