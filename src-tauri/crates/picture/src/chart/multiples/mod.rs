//! One small chart for each motion, all on one scale.

mod words;

use domain::Month;

use super::frame::{Frame, Span, name};
use super::measure::{Measure, extent, sound};
use super::sheet::{Sheet, Word, nothing};
use super::{ChartPicture, Panel, Plot, PlotMonth, strokes};
use crate::{ItemId, Rect, Stroke};

/// Least width and height of a panel, its greatest height, what lies between two, and what its words take.
const WIDTH: f32 = 124.0;
const HEIGHT: (f32, f32) = (84.0, 150.0);
const GAP: (f32, f32) = (20.0, 16.0);
const WORDS: f32 = 36.0;
/// Below all panels: months and the scale.
const FOOT: f32 = 34.0;

/// Motions beside one another.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiplesInput {
    /// What is measured, of all motions alike.
    pub measure: Measure,
    /// Size and choices; hidden ids leave panels out.
    pub frame: Frame,
    /// First month of all panels.
    pub first: Month,
    /// One for each motion, in the order shown.
    pub panels: Vec<MultiplesPanel>,
}

/// One motion's figures, to date.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiplesPanel {
    /// `motion:…`.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// The plan to date, month by month.
    pub projected: Vec<Option<f64>>,
    /// The actual to date, in step with it; may be shorter.
    pub actual: Vec<Option<f64>>,
}

impl MultiplesPanel {
    fn at(figures: &[Option<f64>], month: usize) -> Option<f64> {
        figures.get(month).copied().flatten().and_then(sound)
    }

    fn projected(&self, month: usize) -> Option<f64> {
        Self::at(&self.projected, month)
    }

    fn actual(&self, month: usize) -> Option<f64> {
        Self::at(&self.actual, month)
    }

    /// The last month with an actual: it and the plan then.
    fn latest(&self) -> Option<(f64, Option<f64>)> {
        let month = (0..self.actual.len()).rev().find(|month| self.actual(*month).is_some())?;
        Some((self.actual(month)?, self.projected(month)))
    }

    fn variance(&self) -> Option<f64> {
        let (actual, plan) = self.latest()?;
        Some(actual - plan?)
    }

    fn is_empty(&self) -> bool {
        (0..self.projected.len().max(self.actual.len()))
            .all(|month| self.projected(month).or(self.actual(month)).is_none())
    }
}

/// Where panels lie.
struct Grid {
    across: usize,
    width: f32,
    pitch: f32,
}

impl Grid {
    fn lay(bounds: &Rect, count: usize) -> Self {
        let across = (((bounds.w + GAP.0) / (WIDTH + GAP.0)).floor().max(1.0) as usize).min(count.max(1));
        let down = count.div_ceil(across).max(1) as f32;
        let width = (bounds.w - GAP.0 * (across - 1) as f32) / across as f32;
        let pitch = ((bounds.h - FOOT + GAP.1) / down).clamp(HEIGHT.0 + GAP.1, HEIGHT.1 + GAP.1);
        Self { across, width, pitch }
    }

    fn cell(&self, index: usize) -> Rect {
        let (column, row) = (index % self.across, index / self.across);
        let x = (self.width + GAP.0) * column as f32;
        Rect { x, y: self.pitch * row as f32, w: self.width, h: self.pitch - GAP.1 }
    }

    fn height(&self, count: usize) -> f32 {
        self.pitch * count.div_ceil(self.across) as f32 - GAP.1 + FOOT
    }
}

/// Plan thin, actual in ink with a dot at its end, and how far from plan it is. A chart of many motions grows in height.
pub fn multiples(input: &MultiplesInput) -> ChartPicture {
    let shown: Vec<&MultiplesPanel> = input.panels.iter().filter(|panel| input.frame.shows(&panel.id)).collect();
    if shown.iter().all(|panel| panel.is_empty()) {
        return nothing(&input.frame, &input.measure.name, words::table(input));
    }
    let bounds = input.frame.bounds();
    let grid = Grid::lay(&bounds, shown.len());
    let sheet = Sheet::new(Rect { h: bounds.h.max(grid.height(shown.len())), ..bounds });
    let values = shown.iter().flat_map(|panel| panel.projected.iter().chain(&panel.actual));
    let (low, high) = extent(values.filter_map(|value| sound((*value)?)).chain([0.0])).unwrap_or_default();
    let high = if low < high { high } else { low + 1.0 };
    let mut panels = Vec::new();
    let mut months = Vec::new();
    for (index, panel) in shown.iter().enumerate() {
        let cell = grid.cell(index);
        let area = Rect { x: cell.x + 2.0, y: cell.y + WORDS, w: cell.w - 8.0, h: cell.h - WORDS };
        draw(&sheet, input, panel, area, low..high);
        head(&sheet, input, panel, &cell);
        if index + grid.across >= shown.len() {
            edges(&sheet, input, &area);
        }
        if index == 0 {
            months = crosshair(&span(input), &area);
        }
        panels.push(Panel {
            id: panel.id.clone(),
            name: panel.name.clone(),
            area: cell,
            readings: words::readings(input, panel),
        });
    }
    let scale = format!("One scale: {} to {}", input.measure.figure(low), input.measure.figure(high));
    let foot = grid.height(shown.len()) - 4.0;
    sheet.word(&Word::new(&scale).color("text-3").within(bounds.w), &[[0.0, foot]]);
    let plot = Plot { area: grid.cell(0), months, panels };
    sheet.finish(words::said(input, &shown), plot, words::table(input))
}

fn span(input: &MultiplesInput) -> Span {
    let count = input.panels.iter().map(|panel| panel.projected.len().max(panel.actual.len())).max();
    Span { first: input.first, count: count.unwrap_or(0) }
}

fn draw(sheet: &Sheet, input: &MultiplesInput, panel: &MultiplesPanel, area: Rect, values: std::ops::Range<f64>) {
    let count = span(input).count;
    let canvas = sheet.canvas(area, 0.0..count.max(1) as f64, values);
    canvas.line("", &[(0.0, 0.0), (count.max(1) as f64, 0.0)], Stroke::solid("line", 1.0));
    let line = |of: fn(&MultiplesPanel, usize) -> Option<f64>, stroke: Stroke| {
        let points = (0..count).filter_map(|month| Some((month as f64 + 1.0, of(panel, month)?)));
        let begins = of(panel, 0).map(|_| (0.0, 0.0));
        let points: Vec<_> = begins.into_iter().chain(points).collect();
        if points.len() > 1 {
            canvas.line(&panel.id, &points, stroke);
        }
        points.last().copied()
    };
    line(MultiplesPanel::projected, strokes::plan(&input.measure));
    if let Some(end) = line(MultiplesPanel::actual, strokes::actual()) {
        canvas.dot(&panel.id, end, 3.5, strokes::actual().paint);
    }
}

/// The name, and below it how far from plan, with an arrow.
fn head(sheet: &Sheet, input: &MultiplesInput, panel: &MultiplesPanel, cell: &Rect) {
    sheet.word(&Word::new(&panel.name).name().of(&panel.id).within(cell.w), &[[cell.x, cell.y + 12.0]]);
    let baseline = cell.y + 28.0;
    let Some((actual, plan)) = panel.latest() else {
        sheet.word(&Word::new("nothing measured").color("text-3").within(cell.w), &[[cell.x, baseline]]);
        return;
    };
    let text = words::to_plan(&input.measure, actual, plan);
    let variance = plan.map_or(0.0, |plan| actual - plan);
    let level = input.measure.figure(variance) == input.measure.figure(0.0);
    let x = if level {
        cell.x
    } else {
        sheet.arrow([cell.x, baseline - 0.5], variance > 0.0, strokes::variance(&input.measure, variance));
        cell.x + 13.0
    };
    sheet.word(&Word::new(&text).within(cell.x + cell.w - x), &[[x, baseline]]);
}

/// First and last month below a panel of the lowest row.
fn edges(sheet: &Sheet, input: &MultiplesInput, area: &Rect) {
    let span = span(input);
    let short = |index: usize| {
        let month = span.month(index);
        if span.within_a_year() { month.short_name().to_owned() } else { name(month) }
    };
    let y = area.y + area.h + 14.0;
    let (first, last) = (short(0), short(span.count.max(1) - 1));
    sheet.word(&Word::new(&first).color("text-3"), &[[area.x - 2.0, y]]);
    if span.count > 1 {
        sheet.word(&Word::new(&last).color("text-3").end(), &[[area.x + area.w + 6.0, y]]);
    }
}

fn crosshair(span: &Span, area: &Rect) -> Vec<PlotMonth> {
    let pitch = area.w / span.count.max(1) as f32;
    let months = span.months().enumerate().map(|(index, month)| PlotMonth {
        month: Some(month),
        label: name(month),
        x: area.x + pitch * (index + 1) as f32,
        readings: Vec::new(),
    });
    months.collect()
}
