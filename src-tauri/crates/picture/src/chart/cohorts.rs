//! What each month's newcomers have brought back so far, followed over their own months.

use domain::Month;

use super::axis::Axis;
use super::canvas::Canvas;
use super::frame::{Frame, name};
use super::measure::{Measure, extent, sound};
use super::roas::BREAK_EVEN;
use super::sheet::{Sheet, Word, nothing};
use super::{Cell, ChartPicture, ChartSeries, ChartTable, Plot, PlotMonth, Reading, alt, strokes};
use crate::{ItemId, Paint, Rect, Stroke};

/// Above and below the area.
const TOP: f32 = 10.0;
const BOTTOM: f32 = 36.0;
/// At the right, for the cohorts' names.
const NAMES: f32 = 62.0;

/// ROAS by cohort.
#[derive(Debug, Clone, PartialEq)]
pub struct CohortsInput {
    /// The ratio: "ROAS to date".
    pub measure: Measure,
    /// Size and choices; hidden ids leave lines out.
    pub frame: Frame,
    /// The oldest first.
    pub cohorts: Vec<Cohort>,
}

/// Those who came in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// `cohort:2026-01`.
    pub id: ItemId,
    /// When they came.
    pub month: Month,
    /// The ratio to date after their first month, their second, …; none where it cannot be worked out.
    pub ratios: Vec<Option<f64>>,
}

impl Cohort {
    fn at(&self, age: usize) -> Option<f64> {
        self.ratios.get(age).copied().flatten().and_then(sound)
    }

    fn last(&self) -> Option<(usize, f64)> {
        (0..self.ratios.len()).rev().find_map(|age| Some((age, self.at(age)?)))
    }
}

/// One line for each cohort over the months since it came: older ones paler, the newest in ink, break-even dotted.
pub fn cohorts(input: &CohortsInput) -> ChartPicture {
    let shown: Vec<&Cohort> =
        input.cohorts.iter().filter(|cohort| input.frame.shows(&cohort.id) && cohort.last().is_some()).collect();
    let count = shown.iter().map(|cohort| cohort.ratios.len()).max().unwrap_or(0);
    let ratios = shown.iter().flat_map(|cohort| (0..count).filter_map(|age| cohort.at(age)));
    let Some((low, high)) = extent(ratios.chain([BREAK_EVEN])).filter(|_| !shown.is_empty()) else {
        return nothing(&input.frame, &input.measure.name, table(input));
    };
    let sheet = Sheet::new(input.frame.bounds());
    let height = (sheet.bounds.h - TOP - BOTTOM).max(20.0);
    let axis = Axis::new(low, high, f64::from((height / 46.0).clamp(1.5, 5.0)), &input.measure);
    let left = axis.width() + 12.0;
    let area = Rect { x: left, y: TOP, w: (sheet.bounds.w - left - NAMES).max(20.0), h: height };
    let canvas = sheet.canvas(area, 0.0..count as f64, axis.low..axis.high);
    for (value, _) in &axis.ticks {
        let color = if *value == 0.0 { "line-2" } else { "grid" };
        canvas.line("", &[(0.0, *value), (count as f64, *value)], Stroke::solid(color, 1.0));
    }
    canvas.line("series:break_even", &[(0.0, BREAK_EVEN), (count as f64, BREAK_EVEN)], strokes::reference());
    for cohort in &shown {
        // A line keeps its ink when others are switched off.
        let index = input.cohorts.iter().position(|own| own.id == cohort.id).unwrap_or(0);
        line(&canvas, cohort, part_of(index, input.cohorts.len()));
    }
    words(&sheet, &canvas, &axis, count, &shown);
    let plot = Plot { area, months: months(&canvas, input, count), panels: Vec::new() };
    let series = |(index, cohort): (usize, &Cohort)| {
        let stroke = look(part_of(index, input.cohorts.len()));
        ChartSeries::line(&input.frame, &cohort.id, &name(cohort.month), stroke)
    };
    let series = input.cohorts.iter().enumerate().map(series).collect();
    sheet.finish(said(input, &shown), plot, table(input)).with_series(series)
}

/// How much ink a line has: a third of the oldest, all of the newest.
fn part_of(index: usize, count: usize) -> f32 {
    if count < 2 { 1.0 } else { 0.35 + 0.65 * index as f32 / (count - 1) as f32 }
}

fn look(part: f32) -> Stroke {
    let width = if part >= 1.0 { 2.75 } else { 1.5 };
    Stroke { paint: Paint::plain("c-actual").mixed(part), width, dash: Vec::new() }
}

/// One cohort's line; a single month's is a dot.
fn line(canvas: &Canvas, cohort: &Cohort, part: f32) {
    let points: Vec<(f64, f64)> =
        (0..cohort.ratios.len()).filter_map(|age| Some((age as f64 + 0.5, cohort.at(age)?))).collect();
    let stroke = look(part);
    let ink = stroke.paint.clone();
    if points.len() > 1 {
        canvas.line(&cohort.id, &points, stroke);
    }
    if let Some(end) = points.last() {
        canvas.dot(&cohort.id, *end, if part >= 1.0 { 4.0 } else { 2.2 }, ink);
    }
}

fn words(sheet: &Sheet, canvas: &Canvas, axis: &Axis, count: usize, shown: &[&Cohort]) {
    let area = canvas.area;
    for (value, word) in axis.ticks.iter().rev() {
        let [_, y] = canvas.at(0.0, *value);
        sheet.word(&Word::new(word).end(), &[[area.x - 8.0, y + 3.5]]);
    }
    let bottom = area.y + area.h;
    for age in 0..count {
        let number = (age + 1).to_string();
        sheet.word(&Word::new(&number).center(), &[[canvas.at(age as f64 + 0.5, 0.0)[0], bottom + 15.0]]);
    }
    let middle = area.x + area.w / 2.0;
    for words in ["Months since the first sale", "Months on"] {
        if sheet.word(&Word::new(words).color("text-3").center(), &[[middle, bottom + 30.0]]) {
            break;
        }
    }
    // The newest first: it is the one that is asked about.
    for (index, cohort) in shown.iter().enumerate().rev() {
        let Some((age, value)) = cohort.last() else { continue };
        let [x, y] = canvas.at(age as f64 + 0.5, value);
        let text = name(cohort.month);
        let newest = index + 1 == shown.len();
        let word = Word::new(&text).of(&cohort.id);
        let word = if newest { word.bold().halo() } else { word.halo() };
        let left = (x - word.width() - 8.0).max(area.x + 2.0);
        let above = (x - word.width() / 2.0).max(area.x + 2.0);
        let places = [
            [x + 8.0, y + 3.5],
            [above, y - 9.0],
            [left, y - 2.0],
            [x + 8.0, y - 6.0],
            [left, y - 9.0],
            [x + 8.0, y + 13.0],
        ];
        if newest {
            sheet.word_off_lines(&word, &places)
        } else {
            sheet.word_only_off_lines(&word, &places)
        };
    }
    let [_, y] = canvas.at(0.0, BREAK_EVEN);
    let word = Word::new("Break-even").halo().of("series:break_even");
    let right = area.x + area.w - word.width() - 4.0;
    sheet.word_off_lines(&word, &[[right, y - 5.0], [right, y + 12.0], [area.x + 6.0, y - 5.0]]);
}

fn months(canvas: &Canvas, input: &CohortsInput, count: usize) -> Vec<PlotMonth> {
    let month = |age: usize| PlotMonth {
        month: None,
        label: if age == 0 { "1 month on".to_owned() } else { format!("{} months on", age + 1) },
        x: canvas.at(age as f64 + 0.5, 0.0)[0],
        readings: input
            .cohorts
            .iter()
            .filter_map(|cohort| {
                let value = cohort.at(age)?;
                let text = input.measure.figure(value);
                let y = Some(canvas.at(0.0, value)[1]);
                Some(Reading { y, ..Reading::new(&cohort.id, &name(cohort.month), Some(value), text) })
            })
            .collect(),
    };
    (0..count).map(month).collect()
}

/// "3 of 5 cohorts have paid back."
fn said(input: &CohortsInput, shown: &[&Cohort]) -> String {
    let last: Vec<(&Cohort, f64)> = shown.iter().filter_map(|cohort| Some((*cohort, cohort.last()?.1))).collect();
    let back = last.iter().filter(|(_, ratio)| *ratio >= BREAK_EVEN).count();
    let finding = format!("{back} of {} cohorts are at or above break-even", last.len());
    let each = last.iter().map(|(cohort, ratio)| {
        let age = cohort.last().map_or(0, |(age, _)| age + 1);
        format!("{}: {} after {age} months.", name(cohort.month), input.measure.figure(*ratio))
    });
    let details: Vec<String> = each.collect();
    alt::text(&format!("{} by cohort", input.measure.name), &input.frame, Some(finding), &details)
}

/// One row for each cohort, one column for each of its months.
fn table(input: &CohortsInput) -> ChartTable {
    let count = input.cohorts.iter().map(|cohort| cohort.ratios.len()).max().unwrap_or(0);
    let heads = (1..=count).map(|age| format!("Month {age}"));
    let columns = ["Cohort".to_owned()].into_iter().chain(heads).collect();
    let row = |cohort: &Cohort| {
        let figures = (0..count).map(|age| Cell::figure(cohort.at(age), |value| input.measure.figure(value)));
        [Cell::word(name(cohort.month))].into_iter().chain(figures).collect()
    };
    ChartTable { columns, rows: input.cohorts.iter().map(row).collect() }
}
