//! Where the months left are heading and where they land, from what was measured so far.
//!
//! Owns the methods, which of them is used where one lacks what it needs, and how wide their ranges are. Must not know the
//! calendar, nor where figures come from.

mod holt;
mod rates;
mod ratio;
mod update;

use domain::{MetricUnit, ReforecastMethod};
use serde::Serialize;
use ts_rs::TS;

use crate::input::InputError;
use holt::Damping;

/// How many planned months the plan weighs as much as, when it is updated by what was measured. Three: after a quarter of
/// measured months, plan and measurement count the same.
pub const PRIOR_MONTHS: f64 = 3.0;

/// The fewest measured months from which a spread can be told.
pub const MONTHS_NEEDED: usize = 3;

/// The fewest measured months for a level and a trend with errors of their own.
pub const MONTHS_NEEDED_OF_TREND: usize = 4;

/// What is known of a metric whose months add up. All lists begin with the period's first month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    /// Every month up to the last measured one; nothing measured counts as 0. In the metric's unit.
    pub measured: Vec<f64>,
    /// Every month of the period; empty where nothing is planned.
    pub planned: Vec<f64>,
    /// The same months a year before; empty where they are not known.
    pub last_year: Vec<f64>,
    /// How many months the period has, at least as many as are measured.
    pub months: usize,
}

/// What is known of a rate: so many hits (deals won) of so many trials (deals closed).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hits {
    /// Hits of every month up to the last measured one.
    pub hits: Vec<f64>,
    /// Trials of the same months.
    pub trials: Vec<f64>,
    /// The rate planned, 0 to 1; none where nothing is planned.
    pub planned: Option<f64>,
    /// Trials of each month left; empty: as many as were measured in a month.
    pub trials_left: Vec<f64>,
    /// How many months the period has, at least as many as are measured.
    pub months: usize,
}

/// Where something will be: in eight of ten cases between the ends, given what was measured.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, TS)]
pub struct Estimate {
    /// One in ten is below.
    pub p10: f64,
    /// As often below as above.
    pub p50: f64,
    /// One in ten is above.
    pub p90: f64,
}

/// The months left.
#[derive(Debug, Clone, PartialEq)]
pub struct Reforecast {
    /// How they were worked out.
    pub method: ReforecastMethod,
    /// Methods that came before it and lacked something, in their order.
    pub passed_over: Vec<(ReforecastMethod, Lacks)>,
    /// Each month left by itself.
    pub months: Vec<Estimate>,
    /// From the period's first month to each month left, with what was measured. The ends of months do not add up to those
    /// of sums: good and bad months even out.
    pub to_date: Vec<Estimate>,
    /// The whole period.
    pub landing: Estimate,
}

/// What a method lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Lacks {
    /// Nothing is planned that could be updated.
    #[error("nothing is planned")]
    Plan,
    /// The same months a year before are not known, or were nothing.
    #[error("the same months of last year are not measured")]
    LastYear,
    /// Fewer than [`MONTHS_NEEDED`], or [`MONTHS_NEEDED_OF_TREND`] for a trend.
    #[error("too few months are measured")]
    Months,
    /// More was given back than came in: a count of events cannot be below nothing.
    #[error("what was measured is below zero")]
    BelowZero,
    /// The method is for sums, and this is a rate.
    #[error("it is made for sums, not for rates")]
    OfSums,
    /// A figure is too large to be worked with, or no number.
    #[error("a figure is too large")]
    TooLarge,
}

impl From<InputError> for Lacks {
    fn from(_: InputError) -> Self {
        Self::TooLarge
    }
}

/// What is used where nobody chose: counts, money and rates update the plan, because a plan knows seasons and launches that
/// few measured months cannot show; what is neither goes on as it went.
pub fn default_method(unit: MetricUnit) -> ReforecastMethod {
    match unit {
        MetricUnit::Count | MetricUnit::Money | MetricUnit::Percent => ReforecastMethod::Update,
        MetricUnit::Ratio | MetricUnit::Score | MetricUnit::Days => ReforecastMethod::RunRate,
    }
}

/// Reforecasts a metric whose months add up, counted in `unit`. The `chosen` method is asked first, then those of
/// [`in_turn`]. The error lists what each of them lacks.
pub fn reforecast(
    flow: &Flow,
    unit: MetricUnit,
    chosen: ReforecastMethod,
) -> Result<Reforecast, Vec<(ReforecastMethod, Lacks)>> {
    let ahead = |method| match method {
        ReforecastMethod::Update if unit == MetricUnit::Count => update::counts(flow),
        ReforecastMethod::Update => update::amounts(flow),
        ReforecastMethod::RunRate => ratio::run_rate(flow),
        ReforecastMethod::SeasonalRunRate => ratio::seasonal(flow),
        ReforecastMethod::Holt => holt::trend(flow, Damping::None),
        ReforecastMethod::DampedHolt => holt::trend(flow, Damping::Fades),
    };
    let so_far: f64 = flow.measured.iter().sum();
    let floored = flow.measured.iter().all(|figure| *figure >= 0.0);
    first_of(chosen, ahead).map(|(method, passed_over, ahead)| {
        let ahead = if floored { ahead.at_least_nothing() } else { ahead };
        let to_date: Vec<Estimate> = ahead.sums.iter().map(|sum| sum.plus(so_far)).collect();
        let landing = to_date.last().copied().unwrap_or(Estimate::certain(so_far));
        Reforecast { method, passed_over, months: ahead.months, to_date, landing }
    })
}

/// Reforecasts a rate: each month left, and the hits of the period over its trials.
pub fn reforecast_rate(hits: &Hits, chosen: ReforecastMethod) -> Result<Reforecast, Vec<(ReforecastMethod, Lacks)>> {
    let ahead = |method| match method {
        ReforecastMethod::Update => rates::update(hits),
        ReforecastMethod::RunRate => rates::run_rate(hits),
        ReforecastMethod::SeasonalRunRate | ReforecastMethod::Holt | ReforecastMethod::DampedHolt => Err(Lacks::OfSums),
    };
    first_of(chosen, ahead).map(|(method, passed_over, ahead)| {
        let landing = ahead.sums.last().copied().unwrap_or_else(|| Estimate::certain(hits.so_far()));
        Reforecast { method, passed_over, months: ahead.months, to_date: ahead.sums, landing }
    })
}

/// The methods asked one after the other: the chosen one, then the update of the plan, then last year's seasons, then the
/// run-rate, which needs the least.
pub fn in_turn(chosen: ReforecastMethod) -> impl Iterator<Item = ReforecastMethod> {
    let rest = [ReforecastMethod::Update, ReforecastMethod::SeasonalRunRate, ReforecastMethod::RunRate];
    [chosen].into_iter().chain(rest.into_iter().filter(move |method| *method != chosen))
}

/// What a method says of the months left.
struct Ahead {
    months: Vec<Estimate>,
    /// Of the first month left up to each.
    sums: Vec<Estimate>,
}

/// A method, those passed over before it, and what it says.
type Found = (ReforecastMethod, Vec<(ReforecastMethod, Lacks)>, Ahead);

fn first_of(
    chosen: ReforecastMethod,
    ahead: impl Fn(ReforecastMethod) -> Result<Ahead, Lacks>,
) -> Result<Found, Vec<(ReforecastMethod, Lacks)>> {
    let mut passed_over = Vec::new();
    for method in in_turn(chosen) {
        match ahead(method).and_then(Ahead::finite) {
            Ok(found) => return Ok((method, passed_over, found)),
            Err(lacks) => passed_over.push((method, lacks)),
        }
    }
    Err(passed_over)
}

impl Ahead {
    /// `month` and `sum` are asked for each of the `left` months: by itself, and from the first left up to it.
    fn of(
        left: usize,
        mut month: impl FnMut(usize) -> Result<Estimate, Lacks>,
        mut sum: impl FnMut(usize) -> Result<Estimate, Lacks>,
    ) -> Result<Self, Lacks> {
        let months = (0..left).map(&mut month).collect::<Result<_, _>>()?;
        let sums = (0..left).map(&mut sum).collect::<Result<_, _>>()?;
        Ok(Self { months, sums })
    }

    fn finite(self) -> Result<Self, Lacks> {
        let sound = |one: &Estimate| one.p10.is_finite() && one.p50.is_finite() && one.p90.is_finite();
        if self.months.iter().chain(&self.sums).all(sound) { Ok(self) } else { Err(Lacks::TooLarge) }
    }

    /// Where no measured month was below nothing, none left is expected to be.
    fn at_least_nothing(self) -> Self {
        let floor = |list: Vec<Estimate>| list.into_iter().map(|one| one.each(|figure| figure.max(0.0))).collect();
        Self { months: floor(self.months), sums: floor(self.sums) }
    }
}

impl Estimate {
    fn certain(figure: f64) -> Self {
        Self { p10: figure, p50: figure, p90: figure }
    }

    /// `middle`, and as far to both sides as `away`.
    fn around(middle: f64, away: f64) -> Self {
        Self { p10: middle - away, p50: middle, p90: middle + away }
    }

    fn each(self, change: impl Fn(f64) -> f64) -> Self {
        Self { p10: change(self.p10), p50: change(self.p50), p90: change(self.p90) }
    }

    fn plus(self, figure: f64) -> Self {
        self.each(|own| own + figure)
    }

    /// The quantiles at 0.1, 0.5 and 0.9.
    fn by(quantile: impl Fn(f64) -> Result<f64, Lacks>) -> Result<Self, Lacks> {
        Ok(Self { p10: quantile(0.1)?, p50: quantile(0.5)?, p90: quantile(0.9)? })
    }
}

impl Flow {
    fn left(&self) -> usize {
        self.months.saturating_sub(self.measured.len())
    }

    /// `list` as the measured months and the months left, if it has all of them.
    fn split<'a>(&self, list: &'a [f64]) -> Option<(&'a [f64], &'a [f64])> {
        (list.len() == self.months && self.measured.len() <= self.months).then(|| list.split_at(self.measured.len()))
    }
}

#[cfg(test)]
mod tests;
