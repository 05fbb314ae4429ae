//! Projected, actual and reforecast figures by month: what most charts are drawn from.

use domain::{Date, Month};

use super::frame::{Frame, Span};
use super::measure::{Measure, extent, sound};

/// What figures of months are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// Each month's own, which add up: revenue, clicks.
    Own,
    /// Sums to date: they stand at months' ends, and their lines begin at nothing.
    ToDate,
    /// Standings, averages and ratios, which do not add up, whether of a month or to date: a score, ROAS.
    Level,
}

/// Figures by month.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthsInput {
    /// What is measured.
    pub measure: Measure,
    /// Size and choices.
    pub frame: Frame,
    /// Whether they add up.
    pub figures: Figures,
    /// First month.
    pub first: Month,
    /// The plan, month by month from the first; none where a month has none. 1 to 60 months; the longest of the three
    /// lists rules.
    pub projected: Vec<Option<Projected>>,
    /// Measured figures, in step with `projected`; may be shorter.
    pub actual: Vec<Option<f64>>,
    /// Where it is heading, in step with `projected`: begins with the month after the last actual. Empty for none.
    pub reforecast: Vec<Option<Projected>>,
    /// Today's line, if it falls on the chart.
    pub today: Option<Date>,
}

/// One month's projection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Projected {
    /// The low end, where a doubt was given.
    pub low: Option<f64>,
    /// The middle.
    pub mid: f64,
    /// The high end, where a doubt was given.
    pub high: Option<f64>,
}

impl MonthsInput {
    /// Own figures as sums to date; others as they are. A month without a projection or a measured figure adds nothing;
    /// actuals run to the last measured month, and the reforecast goes on from there.
    #[must_use]
    pub fn summed(&self) -> Self {
        if self.figures != Figures::Own {
            return self.clone();
        }
        let measured = self.actual.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
        let mut sum = 0.0;
        let actual = self.actual[..measured].iter().map(|value| {
            sum += value.and_then(sound).unwrap_or(0.0);
            Some(sum)
        });
        let actual: Vec<Option<f64>> = actual.collect();
        Self {
            figures: Figures::ToDate,
            projected: sums(&self.projected, 0.0),
            reforecast: sums(&self.reforecast, actual.last().copied().flatten().unwrap_or(0.0)),
            actual,
            ..self.clone()
        }
    }

    pub(super) fn span(&self) -> Span {
        Span { first: self.first, count: self.projected.len().max(self.actual.len()).max(self.reforecast.len()) }
    }

    pub(super) fn actual(&self, month: usize) -> Option<f64> {
        self.actual.get(month).copied().flatten().and_then(sound)
    }

    pub(super) fn projected(&self, month: usize) -> Option<Projected> {
        self.projected.get(month).copied().flatten().and_then(Projected::sound)
    }

    pub(super) fn reforecast(&self, month: usize) -> Option<Projected> {
        self.reforecast.get(month).copied().flatten().and_then(Projected::sound)
    }

    /// Actual less projected, where there are both.
    pub(super) fn variance(&self, month: usize) -> Option<f64> {
        Some(self.actual(month)? - self.projected(month)?.mid)
    }

    pub(super) fn last_actual(&self) -> Option<usize> {
        (0..self.span().count).rev().find(|month| self.actual(*month).is_some())
    }

    /// The last month with this kind of projection.
    pub(super) fn last(&self, of: fn(&Self, usize) -> Option<Projected>) -> Option<(usize, Projected)> {
        (0..self.span().count).rev().find_map(|month| Some((month, of(self, month)?)))
    }

    /// Does it hold any figure?
    pub(super) fn is_empty(&self) -> bool {
        let month = |month| self.actual(month).or_else(|| Some(self.projected(month).or(self.reforecast(month))?.mid));
        (0..self.span().count).all(|index| month(index).is_none())
    }

    /// From the smallest to the largest figure of what is shown, with zero.
    pub(super) fn extent(&self) -> (f64, f64) {
        let shows = |id: &str| self.frame.shows(id);
        let (actual, projected) = (shows("series:actual"), shows("series:projected"));
        let (range, reforecast) = (shows("series:range"), shows("series:reforecast"));
        let of = |month: usize| {
            let (plan, later) = (self.projected(month), self.reforecast(month));
            let ends = plan.filter(|_| range).map_or([None; 2], |plan| [plan.low, plan.high]);
            let later =
                later.filter(|_| reforecast).map_or([None; 3], |later| [Some(later.mid), later.low, later.high]);
            let middle = [self.actual(month).filter(|_| actual), plan.filter(|_| projected).map(|plan| plan.mid)];
            ends.into_iter().chain(later).chain(middle).flatten()
        };
        extent((0..self.span().count).flat_map(of).chain([0.0])).unwrap_or_default()
    }
}

impl Projected {
    /// A figure without a doubt.
    pub fn certain(mid: f64) -> Self {
        Self { low: None, mid, high: None }
    }

    pub(super) fn sound(self) -> Option<Self> {
        let (low, high) = (self.low.and_then(sound), self.high.and_then(sound));
        Some(Self { low, mid: sound(self.mid)?, high })
    }

    /// Both ends; an end that was not given is the middle.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.low.unwrap_or(self.mid), self.high.unwrap_or(self.mid))
    }

    /// Both ends, if they differ.
    pub(super) fn doubt(&self) -> Option<(f64, f64)> {
        Some(self.ends()).filter(|(low, high)| low < high)
    }
}

fn sums(figures: &[Option<Projected>], from: f64) -> Vec<Option<Projected>> {
    let first = figures.iter().position(Option::is_some);
    let doubted = figures.iter().flatten().any(|figure| figure.low.is_some() || figure.high.is_some());
    let mut sum = (from, from, from);
    let add = |(month, figure): (usize, &Option<Projected>)| {
        if let Some(figure) = figure.and_then(Projected::sound) {
            let (low, high) = figure.ends();
            sum = (sum.0 + low, sum.1 + figure.mid, sum.2 + high);
        }
        let figure = Projected { low: doubted.then_some(sum.0), mid: sum.1, high: doubted.then_some(sum.2) };
        (first.is_some_and(|first| month >= first)).then_some(figure)
    };
    figures.iter().enumerate().map(add).collect()
}
