//! One motion or all of them, and an organization's own figures over time. What the portfolio's figures are is the ledger's
//! ([`crate::metric::ledger`]).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Actual, Currency, Figure, Metric, Month, MotionId, OverMonths};

/// One motion, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole portfolio.
    All,
    /// One motion.
    Motion(MotionId),
}

/// Actuals of one metric, all months together as the metric says; of others and in other currencies none counts. None
/// without a figure that does.
pub fn over_months<'a>(actuals: impl Iterator<Item = &'a Actual>, metric: &Metric, currency: Currency) -> Option<f64> {
    let mut months: BTreeMap<Month, Sum> = BTreeMap::new();
    for actual in actuals.filter(|actual| actual.metric == metric.key) {
        let foreign = matches!(actual.figure, Figure::Money(money) if money.currency != currency);
        if !foreign {
            months.entry(actual.month).or_default().add(actual.figure);
        }
    }
    let per_unit = currency.minor_per_unit() as f64;
    let figures: Vec<f64> = months.into_values().map(|sum| sum.units(per_unit)).collect();
    let total: f64 = figures.iter().sum();
    match metric.over_months {
        _ if figures.is_empty() => None,
        OverMonths::Sum => Some(total),
        OverMonths::First => figures.first().copied(),
        OverMonths::Last => figures.last().copied(),
        OverMonths::Average | OverMonths::RatioOfSums => Some(total / figures.len() as f64),
    }
}

/// A ratio, or none over zero: shown as a dash.
pub fn ratio(above: f64, below: f64) -> Option<f64> {
    (below != 0.0).then(|| above / below)
}

/// Money in minor units and numbers apart, so that cents add up exactly.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    minor: i64,
    number: f64,
}

impl Sum {
    fn add(&mut self, figure: Figure) {
        match figure {
            Figure::Money(money) => self.minor = self.minor.saturating_add(money.minor),
            Figure::Number(number) => self.number += number,
        }
    }

    fn units(self, per_unit: f64) -> f64 {
        self.minor as f64 / per_unit + self.number
    }
}

#[cfg(test)]
mod tests;
