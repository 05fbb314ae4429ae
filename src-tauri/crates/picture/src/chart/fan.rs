//! What may come, as a fan of ranges, with what was measured and where it is heading.

use domain::{Date, Month};

use super::course::{self, Place};
use super::frame::{Frame, Span, name};
use super::ground::{EndWord, Ground, Room, end_room};
use super::input::{Figures, MonthsInput, Projected};
use super::measure::{Measure, extent, sound};
use super::sheet::{Sheet, nothing};
use super::{Cell, ChartPicture, ChartSeries, ChartTable, Plot, PlotMonth, Reading, alt, readings, strokes};

/// A simulated plan by month, as given: sums to date or levels.
#[derive(Debug, Clone, PartialEq)]
pub struct FanInput {
    /// What is measured.
    pub measure: Measure,
    /// Size and choices.
    pub frame: Frame,
    /// Sums to date stand at months' ends and begin at nothing.
    pub figures: Figures,
    /// First month.
    pub first: Month,
    /// Month by month from the first, 1 to 60; none where a month has none.
    pub fan: Vec<Option<FanMonth>>,
    /// Measured figures, in step with it; may be shorter.
    pub actual: Vec<Option<f64>>,
    /// Where it is heading, in step with it: begins with the month after the last actual. Empty for none.
    pub reforecast: Vec<Option<Projected>>,
    /// Today's line, if it falls on the chart.
    pub today: Option<Date>,
}

/// Quantiles of one month: in eight of ten simulated outcomes the figure lies between `p10` and `p90`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct FanMonth {
    pub p10: f64,
    pub p25: f64,
    pub p50: f64,
    pub p75: f64,
    pub p90: f64,
}

impl FanMonth {
    fn sound(self) -> Option<Self> {
        let [p10, p25, p50, p75, p90] = [self.p10, self.p25, self.p50, self.p75, self.p90].map(sound);
        Some(Self { p10: p10?, p25: p25?, p50: p50?, p75: p75?, p90: p90? })
    }
}

impl FanInput {
    fn month(&self, month: usize) -> Option<FanMonth> {
        self.fan.get(month).copied().flatten().and_then(FanMonth::sound)
    }

    /// The same with the outer range alone: lines, readout and words are those of any plan.
    fn months(&self) -> MonthsInput {
        let projected = |month| {
            let FanMonth { p10, p50, p90, .. } = self.month(month)?;
            Some(Projected { low: Some(p10), mid: p50, high: Some(p90) })
        };
        MonthsInput {
            measure: self.measure.clone(),
            frame: self.frame.clone(),
            figures: self.figures,
            first: self.first,
            projected: (0..self.fan.len()).map(projected).collect(),
            actual: self.actual.clone(),
            reforecast: self.reforecast.clone(),
            today: self.today,
        }
    }
}

/// p10 to p90 and p25 to p75 as pale areas, p50 as the plan's line, actual and reforecast over them.
///
/// Series: `series:range` (p10 to p90), `series:inner_range` (p25 to p75), `series:projected` (p50), `series:actual`,
/// `series:reforecast`.
pub fn fan(input: &FanInput) -> ChartPicture {
    let months = input.months();
    if months.is_empty() {
        return nothing(&input.frame, &input.measure.name, table(input, months.span()));
    }
    let place = if input.figures == Figures::ToDate { Place::End } else { Place::Middle };
    let sheet = Sheet::new(input.frame.bounds());
    let words = [true, false].map(|figures| end_words(&months, figures));
    let words = words.into_iter().find(|words| end_room(words) <= sheet.bounds.w * 0.34).unwrap_or_default();
    let room = Room { right: end_room(&words), strip: 0.0 };
    let ground = Ground::lay(&sheet, shown_extent(input, &months), &input.measure, months.span(), room);
    ground.grid();
    for (id, paint, ends) in [
        (
            "series:range",
            strokes::range(&input.measure),
            (|month: FanMonth| (month.p10, month.p90)) as fn(FanMonth) -> _,
        ),
        ("series:inner_range", strokes::inner_range(&input.measure), |month| (month.p25, month.p75)),
    ] {
        if input.frame.shows(id) {
            let ends: Vec<_> = (0..input.fan.len()).map(|month| input.month(month).map(ends)).collect();
            course::range(&ground.canvas, id, &ends, place, &paint);
        }
    }
    course::lines(&ground.canvas, &months, place);
    ground.axes();
    ground.end_words(words);
    ground.today(input.today);
    course::name_actual(&ground, &months, place);
    let drawn = readings::months(&months, |month| ground.x(place.x(month)), |value| Some(ground.y(value)));
    let drawn = drawn.into_iter().enumerate().map(|(month, drawn)| named(input, month, drawn)).collect();
    let plot = Plot { area: ground.area(), months: drawn, panels: Vec::new() };
    let mut series = readings::series(&months, "p50", "p10 to p90");
    let inner =
        ChartSeries::area(&input.frame, "series:inner_range", "p25 to p75", strokes::inner_range(&input.measure));
    let after = series.iter().position(|series| series.id == "series:range").map_or(series.len(), |range| range + 1);
    series.insert(after, inner);
    sheet.finish(said(&months), plot, table(input, months.span())).with_series(series)
}

fn end_words(months: &MonthsInput, figures: bool) -> Vec<EndWord> {
    course::end_words(months, "p50", ["p10", "p90"], figures)
}

/// The outer range hides with its series, the inner one with its own.
fn shown_extent(input: &FanInput, months: &MonthsInput) -> (f64, f64) {
    let inner = input.frame.shows("series:inner_range");
    let inner = (0..input.fan.len()).filter_map(|month| input.month(month).filter(|_| inner));
    let (low, high) = months.extent();
    extent(inner.flat_map(|month| [month.p25, month.p75]).chain([low, high])).unwrap_or_default()
}

/// A month's readout in the words of a fan.
fn named(input: &FanInput, month: usize, drawn: PlotMonth) -> PlotMonth {
    let inner = input.month(month).filter(|fan| fan.p25 < fan.p75).map(|fan| {
        let text = input.measure.range(fan.p25, fan.p75);
        Reading::new("series:inner_range", "p25 to p75", None, text)
    });
    let mut readings = Vec::new();
    for reading in drawn.readings {
        let (name, range) = match reading.series.as_str() {
            "series:projected" => ("p50", false),
            "series:range" => ("p10 to p90", true),
            _ => (reading.name.as_str(), false),
        };
        readings.push(Reading { name: name.to_owned(), ..reading.clone() });
        if range {
            readings.extend(inner.clone());
        }
    }
    PlotMonth { readings, ..drawn }
}

/// "In eight of ten simulated outcomes Dec 2026 lies at €6.8M to €10.2M, given these inputs."
fn said(months: &MonthsInput) -> String {
    let (measure, language) = (&months.measure, months.measure.language);
    let subject = match months.figures {
        Figures::ToDate => "{name} to date, simulated, {span}",
        Figures::Own | Figures::Level => "{name} by month, simulated, {span}",
    };
    let parts = [("name", measure.name.as_str()), ("span", &alt::span(measure, months.span()))];
    let subject = language.fill(subject, &parts);
    let last = months.last(MonthsInput::projected).and_then(|(month, plan)| Some((month, plan, plan.doubt()?)));
    let fan = last.map(|(month, plan, (low, high))| {
        let (month, range) = (language.month(months.span().month(month)), measure.range(low, high));
        let parts = [("month", month.as_str()), ("range", &range), ("middle", &measure.figure(plan.mid))];
        language.fill(
            "In eight of ten simulated outcomes {month} lies at {range}, the middle at {middle}, given these inputs.",
            &parts,
        )
    });
    let details = [Some(alt::measured(months)), fan, alt::reforecast(months)].map(Option::unwrap_or_default);
    alt::text(&subject, &months.frame, alt::finding(months), &details)
}

fn table(input: &FanInput, span: Span) -> ChartTable {
    let mut table = ChartTable::new(&["Month", "Actual", "p10", "p25", "p50", "p75", "p90", "Reforecast"]);
    let months = input.months();
    for (index, month) in span.months().enumerate() {
        let figure = |value| Cell::figure(value, |value| input.measure.figure(value));
        let fan = input.month(index);
        let quantiles = fan.map_or([None; 5], |fan| [fan.p10, fan.p25, fan.p50, fan.p75, fan.p90].map(Some));
        let mut row = vec![Cell::word(name(month)), figure(months.actual(index))];
        row.extend(quantiles.map(figure));
        row.push(figure(months.reforecast(index).map(|later| later.mid)));
        table.rows.push(row);
    }
    table
}
