//! The order in which a chart is drawn, and how its parts share the room.

use std::cell::RefCell;

use plotters::drawing::DrawingAreaErrorKind;

use super::axis::{Axis, SIZE};
use super::backend::{Pen, SharedPen};
use super::canvas::{Canvas, EndWord};
use super::series::Series;
use super::{ChartInput, ChartPicture, Plot, PlotMonth, alt, variance};
use crate::{DisplayList, Rect, format, text};

/// Above the area: today's word. Below it: months, and years where there are several.
const TOP: f32 = 22.0;
const MONTHS: f32 = 22.0;
const YEARS: f32 = 13.0;
/// Height of one step of the value axis, about.
const STEP: f32 = 46.0;

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Cumulative,
    Monthly,
}

impl Kind {
    /// Where a month's figure lies: sums at its end, the month's own in its middle.
    pub(super) fn x(self, month: usize) -> f64 {
        month as f64 + if self == Self::Cumulative { 1.0 } else { 0.5 }
    }
}

pub(super) fn draw(input: &ChartInput, series: &Series, kind: Kind) -> ChartPicture {
    let pen = SharedPen::new(RefCell::new(Pen::default()));
    // The backend cannot fail; an area too small for plotters leaves a chart without lines.
    let plot = parts(input, series, kind, &pen).unwrap_or_else(|_| Plot { area: whole(input), months: Vec::new() });
    let items = pen.borrow_mut().take();
    ChartPicture { list: DisplayList::of(whole(input), alt::text(input, series, kind), items), plot }
}

fn whole(input: &ChartInput) -> Rect {
    Rect { x: 0.0, y: 0.0, w: input.width.max(1.0), h: input.height.max(1.0) }
}

fn parts(
    input: &ChartInput,
    series: &Series,
    kind: Kind,
    pen: &SharedPen,
) -> Result<Plot, DrawingAreaErrorKind<std::convert::Infallible>> {
    let ends = end_words(input, series, kind);
    let right = ends.iter().map(|word| text::measure(&word.words, SIZE, word.weight)).fold(0.0, f32::max) + 16.0;
    let several = series.months.first().map(|month| month.year()) != series.months.last().map(|month| month.year());
    let below = MONTHS + if several { YEARS } else { 0.0 };
    let strip = if kind == Kind::Monthly { variance::height(input, series) } else { 0.0 };
    let height = (input.height - TOP - below - strip).max(20.0);
    let (low, high) = series.extent();
    let axis = Axis::new(low, high, f64::from((height / STEP).clamp(1.5, 5.0)), input.unit, input.currency);
    let left = axis.width() + 12.0;
    let area = Rect { x: left, y: TOP, w: (input.width - left - right).max(20.0), h: height };
    let count = series.months.len();

    let mut canvas = Canvas::new(pen, input, area, count, axis)?;
    canvas.grid()?;
    lines(&mut canvas, input, series, kind)?;
    canvas.today(input, area.y + area.h + strip);
    canvas.month_names(input, area.y + area.h + strip);
    canvas.end_words(ends);
    name_actual(&canvas, input, series, kind);
    if strip > 0.0 {
        variance::draw(pen, input, series, Rect { y: area.y + area.h, h: strip, ..area })?;
    }
    let months: Vec<PlotMonth> =
        (0..count).map(|month| series.readout(input, month, canvas.at(kind.x(month), 0.0)[0])).collect();
    Ok(Plot { area: Rect { h: area.h + strip, ..area }, months })
}

fn lines(canvas: &mut Canvas, input: &ChartInput, series: &Series, kind: Kind) -> super::canvas::Drawing {
    let origin = (kind == Kind::Cumulative).then_some(0.0);
    if let (Some(low), Some(high)) = (&series.low, &series.high) {
        let ends = low.iter().zip(high).enumerate().map(|(month, (low, high))| (kind.x(month), *low, *high));
        let points: Vec<_> = origin.map(|zero| (zero, zero, zero)).into_iter().chain(ends).collect();
        let (color, opacity) = if input.tactical { ("tactic", 0.10) } else { ("c-fan-outer", 1.0) };
        canvas.band(&points, color, opacity)?;
    }
    let middle = series.projected.iter().enumerate().map(|(month, value)| (kind.x(month), *value));
    canvas.projected(origin.map(|zero| (zero, zero)).into_iter().chain(middle).collect(), input.tactical)?;
    canvas.actual(pieces(series, kind))
}

/// Runs of measured months; in sums one run from the very beginning.
fn pieces(series: &Series, kind: Kind) -> Vec<Vec<(f64, f64)>> {
    let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut broken = true;
    for (month, value) in series.actual.iter().enumerate() {
        let Some(value) = value else {
            broken = true;
            continue;
        };
        if broken {
            pieces.push(if kind == Kind::Cumulative { vec![(0.0, 0.0)] } else { Vec::new() });
            broken = false;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push((kind.x(month), *value));
        }
    }
    pieces
}

fn end_words(input: &ChartInput, series: &Series, kind: Kind) -> Vec<EndWord> {
    let Some(middle) = series.projected.last() else { return Vec::new() };
    let figure = |value: f64| format::figure(value, input.unit, input.currency);
    // Month by month the last one's figure says little: the line is named without it.
    let say = |name: &str, value: f64| {
        if kind == Kind::Cumulative { format!("{name} {}", figure(value)) } else { name.to_owned() }
    };
    let color = if input.tactical { "tactic-text" } else { "strategy-text" };
    let mut words = vec![EndWord { value: *middle, words: say("Projected", *middle), weight: 620, color }];
    let ends = series.low.as_ref().and_then(|low| low.last()).zip(series.high.as_ref().and_then(|high| high.last()));
    if let Some((low, high)) = ends.filter(|(low, high)| low < high) {
        words.push(EndWord { value: *low, words: say("Low", *low), weight: 420, color: "text-2" });
        words.push(EndWord { value: *high, words: say("High", *high), weight: 420, color: "text-2" });
    }
    words
}

fn name_actual(canvas: &Canvas, input: &ChartInput, series: &Series, kind: Kind) {
    let Some(month) = series.actual.iter().rposition(Option::is_some) else { return };
    let Some(value) = series.actual[month] else { return };
    let words = format!("Actual {}", format::figure(value, input.unit, input.currency));
    let of = |values: &[f64]| -> Vec<(f64, f64)> {
        values.iter().enumerate().map(|(month, value)| (kind.x(month), *value)).collect()
    };
    let actual = series.actual.iter().enumerate().filter_map(|(month, value)| Some((kind.x(month), (*value)?)));
    let mut drawn: Vec<(f64, f64)> = of(&series.projected);
    drawn.extend(actual);
    canvas.name_point(&words, (kind.x(month), value), &drawn);
}
