//! From reach to wins: planned beside actual at each stage, and what part goes on to the next.

use super::frame::Frame;
use super::measure::{Measure, extent, sound};
use super::rows::{Around, Rows};
use super::sheet::{Word, nothing};
use super::{Cell, ChartPicture, ChartSeries, ChartTable, Plot, Reading, alt, strokes};
use crate::{ItemId, format};

/// Below each stage: the rate to the next.
const RATES: f32 = 20.0;

/// Stages one after another.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelInput {
    /// "Peak Season Playbook to 31 May": begins the alternative text.
    pub title: String,
    /// Size and choices: `series:actual` and `series:projected` can be hidden.
    pub frame: Frame,
    /// From the widest to the narrowest. Stages of one unit share one scale.
    pub stages: Vec<FunnelStage>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStage {
    /// `stage:leads`.
    pub id: ItemId,
    /// Its name and unit: "Leads", a count; "Value", money.
    pub measure: Measure,
    /// What was planned for the time that was measured.
    pub planned: Option<f64>,
    /// What was measured.
    pub actual: Option<f64>,
}

impl FunnelStage {
    fn planned(&self) -> Option<f64> {
        self.planned.and_then(sound)
    }

    fn actual(&self) -> Option<f64> {
        self.actual.and_then(sound)
    }

    fn variance(&self) -> Option<f64> {
        Some(self.actual()? - self.planned()?)
    }
}

/// Actual as a bar of ink, the plan as a thin bar below it, rates between the stages.
pub fn funnel(input: &FunnelInput) -> ChartPicture {
    if input.stages.iter().all(|stage| stage.planned().or(stage.actual()).is_none()) {
        return nothing(&input.frame, &input.title, table(input));
    }
    let names = input.stages.iter().map(|stage| stage.measure.name.as_str());
    let rows = Rows::lay(&input.frame, names, Around { between: RATES, above: true, ..Around::default() });
    let mut panels = Vec::new();
    for (index, stage) in input.stages.iter().enumerate() {
        bars(&rows, input, index);
        words(&rows, index, stage);
        if let Some(next) = input.stages.get(index + 1) {
            let area = rows.area(index);
            let rate = Rate::of(stage, next);
            let at = [[0.0, area.y + area.h + 11.0]];
            for words in rate.map(|rate| rate.words()).into_iter().flatten() {
                if rows.sheet.word(&Word::new(&words).color("text-3"), &at) {
                    break;
                }
            }
        }
        panels.push(rows.panel(index, &stage.id, &stage.measure.name, readings(stage)));
    }
    let plot = Plot { area: rows.sheet.bounds, months: Vec::new(), panels };
    let series = input.stages.first().map(|stage| {
        let plan = strokes::plan(&stage.measure).paint;
        [
            ChartSeries::area(&input.frame, "series:actual", "Actual", strokes::actual().paint),
            ChartSeries::area(&input.frame, "series:projected", "Plan", plan),
        ]
    });
    let series = series.into_iter().flatten().collect();
    rows.sheet.finish(said(input), plot, table(input)).with_series(series)
}

fn bars(rows: &Rows, input: &FunnelInput, index: usize) {
    let stage = &input.stages[index];
    let alike = input.stages.iter().filter(|other| other.measure.unit == stage.measure.unit);
    let values = alike.flat_map(|stage| [stage.planned(), stage.actual()]).flatten();
    let (low, high) = extent(values.chain([0.0])).unwrap_or_default();
    let strip = rows.strip(index, low..if low < high { high } else { low + 1.0 }, 0.0);
    if let Some(actual) = stage.actual().filter(|_| input.frame.shows("series:actual")) {
        strip.part(0.0, actual, (-0.2, 1.0), strokes::bar("series:actual", "c-actual"));
    }
    if let Some(planned) = stage.planned().filter(|_| input.frame.shows("series:projected")) {
        strip.part(0.0, planned, (-1.0, -0.5), strokes::planned("series:projected", &stage.measure));
    }
}

fn words(rows: &Rows, index: usize, stage: &FunnelStage) {
    let figure = stage.actual().map_or_else(|| "—".to_owned(), |value| stage.measure.figure(value));
    let figure = Word::new(&figure).bold().size(11.5);
    let plan = stage.planned().map(|value| format!("plan {}", stage.measure.figure(value))).unwrap_or_default();
    let plan = Word::new(&plan);
    let both = figure.width() + plan.width() + 8.0;
    let roomy = both < rows.sheet.bounds.w * 0.55;
    rows.figure(index, &figure);
    rows.name(index, &Word::new(&stage.measure.name).name().of(&stage.id), if roomy { both } else { figure.width() });
    if roomy {
        rows.figure_before(index, &plan, figure.width() + 8.0);
    }
}

/// From one stage to the next: a share between stages of one unit, else an amount for each.
struct Rate {
    actual: Option<String>,
    planned: Option<String>,
    /// "go on", or "each".
    verb: &'static str,
}

impl Rate {
    fn of(stage: &FunnelStage, next: &FunnelStage) -> Option<Self> {
        let share = stage.measure.unit == next.measure.unit;
        let rate = |from: Option<f64>, to: Option<f64>| {
            let rate = to? / from.filter(|from| *from > 0.0)?;
            Some(if share { format::percent(rate) } else { next.measure.figure(rate) })
        };
        let (actual, planned) = (rate(stage.actual(), next.actual()), rate(stage.planned(), next.planned()));
        let verb = if share { "go on" } else { "each" };
        actual.as_ref().or(planned.as_ref())?;
        Some(Self { actual, planned, verb })
    }

    /// From the fullest words to the shortest.
    fn words(&self) -> Vec<String> {
        let verb = self.verb;
        match (&self.actual, &self.planned) {
            (Some(actual), Some(planned)) => vec![format!("↓ {actual} {verb}, plan {planned}"), format!("↓ {actual}")],
            (Some(actual), None) => vec![format!("↓ {actual} {verb}")],
            (None, Some(planned)) => vec![format!("↓ plan {planned}")],
            (None, None) => Vec::new(),
        }
    }
}

fn readings(stage: &FunnelStage) -> Vec<Reading> {
    let measure = &stage.measure;
    let figure = |id: &str, name: &str, value: Option<f64>| {
        value.map(|value| Reading::new(id, name, Some(value), measure.figure(value)))
    };
    let variance = stage.variance();
    let all = [
        figure("series:actual", "Actual", stage.actual()),
        figure("series:projected", "Plan", stage.planned()),
        variance.map(|value| Reading::new("series:variance", "Variance", Some(value), measure.difference(value))),
    ];
    all.into_iter().flatten().collect()
}

/// What comes out at the end, against plan.
fn said(input: &FunnelInput) -> String {
    let last = input.stages.iter().rev().find_map(|stage| Some((stage, stage.variance()?)));
    let finding = last
        .map(|(stage, variance)| format!("{}: {}", stage.measure.name, alt::against_plan(&stage.measure, variance)));
    let figure = |stage: &FunnelStage| {
        let (actual, plan) = (stage.actual(), stage.planned());
        let text = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| stage.measure.figure(value));
        format!("{} {}, plan {}.", stage.measure.name, text(actual), text(plan))
    };
    let details: Vec<String> = input.stages.iter().map(figure).collect();
    alt::text(&input.title, &input.frame, finding, &details)
}

fn table(input: &FunnelInput) -> ChartTable {
    let mut table = ChartTable::new(&["Stage", "Actual", "Plan", "Variance", "Rate to the next", "Planned rate"]);
    for (index, stage) in input.stages.iter().enumerate() {
        let figure = |value| Cell::figure(value, |value| stage.measure.figure(value));
        let rate = input.stages.get(index + 1).and_then(|next| Rate::of(stage, next));
        let (actual, planned) = rate.map_or((None, None), |rate| (rate.actual, rate.planned));
        let word = |words: Option<String>| Cell::word(words.unwrap_or_else(|| "—".to_owned()));
        table.rows.push(vec![
            Cell::word(&stage.measure.name),
            figure(stage.actual()),
            figure(stage.planned()),
            Cell::figure(stage.variance(), |value| stage.measure.difference(value)),
            word(actual),
            word(planned),
        ]);
    }
    table
}
