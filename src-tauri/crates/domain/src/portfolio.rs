//! What was measured: the actuals of one motion, or of all, by month. Owns which figures count and which clash; must not
//! know what was projected.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Actual, ActualId, Currency, Figure, Key, Metric, Month, MotionId, OrganizationId, OverMonths, Workspace};

/// One motion, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole portfolio.
    All,
    /// One motion.
    Motion(MotionId),
}

/// A metric's actuals by month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured {
    /// One figure for each measured month, in whole units.
    pub months: BTreeMap<Month, f64>,
    /// Figures of organizations that a motion's figure stands in the way of.
    pub clashes: Vec<Clash>,
    /// Figures in a currency other than the workspace's: there is no rate to add them by.
    pub left_out: Vec<ActualId>,
}

/// An organization's own figure for a month that motions have figures for: it is not counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Clash {
    /// Whose figure.
    pub organization: OrganizationId,
    /// Of what.
    pub metric: Key,
    /// The month.
    pub month: Month,
    /// The organization's figure, not counted.
    pub organization_figure: f64,
    /// The motions' figure, counted.
    pub motions_figure: f64,
}

/// The figures of `metric` in `scope`. A figure with a motion counts to that motion and to the portfolio. A figure of an
/// organization alone counts to the portfolio in the months that no motion has a figure for; in the others it is a clash.
pub fn measured(workspace: &Workspace, scope: Scope, metric: &Key) -> Measured {
    let mut measured = Measured::default();
    let mut motions: BTreeMap<Month, Sum> = BTreeMap::new();
    let mut organizations: BTreeMap<Month, Vec<&Actual>> = BTreeMap::new();
    for actual in workspace.actuals.iter().filter(|actual| actual.metric == *metric) {
        let counts = match (scope, actual.motion) {
            (Scope::Motion(wanted), motion) => motion == Some(wanted),
            (Scope::All, _) => true,
        };
        let foreign = matches!(actual.figure, Figure::Money(money) if money.currency != workspace.settings.currency);
        if counts && foreign {
            measured.left_out.push(actual.id);
        } else if counts && actual.motion.is_some() {
            motions.entry(actual.month).or_default().add(actual.figure);
        } else if counts {
            organizations.entry(actual.month).or_default().push(actual);
        }
    }
    let per_unit = workspace.settings.currency.minor_per_unit() as f64;
    measured.months = motions.into_iter().map(|(month, sum)| (month, sum.units(per_unit))).collect();
    for (month, actuals) in organizations {
        if let Some(&motions_figure) = measured.months.get(&month) {
            measured.clashes.extend(actuals.iter().filter_map(|actual| clash(actual, motions_figure)));
        } else {
            let mut sum = Sum::default();
            for actual in actuals {
                sum.add(actual.figure);
            }
            measured.months.insert(month, sum.units(per_unit));
        }
    }
    measured
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

/// Affiliate figures of one period: the three that ratios are made of, never of different periods or scopes.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct AffiliateFigures {
    /// Order value attributed to affiliates, net of tax and refunds.
    pub revenue: f64,
    /// Commission, network fees and bonuses.
    pub cost: f64,
    /// Approved orders.
    pub orders: f64,
}

impl AffiliateFigures {
    /// Return on ad spend: affiliate revenue ÷ affiliate cost. None over no cost.
    pub fn roas(&self) -> Option<f64> {
        ratio(self.revenue, self.cost)
    }

    /// Cost per action: affiliate cost ÷ approved orders. None over no orders.
    pub fn cpa(&self) -> Option<f64> {
        ratio(self.cost, self.orders)
    }

    /// Average order value: affiliate revenue ÷ approved orders. None over no orders.
    pub fn order_value(&self) -> Option<f64> {
        ratio(self.revenue, self.orders)
    }
}

/// Affiliate figures as measured in `scope`, in the months from `first` to `last`.
pub fn affiliate(workspace: &Workspace, scope: Scope, first: Month, last: Month) -> AffiliateFigures {
    let sum = |metric| {
        let months = measured(workspace, scope, &Key::literal(metric)).months;
        months.range(first..=last).map(|(_, figure)| figure).sum()
    };
    AffiliateFigures { revenue: sum("affiliate_revenue"), cost: sum("affiliate_cost"), orders: sum("orders") }
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

fn clash(actual: &Actual, motions_figure: f64) -> Option<Clash> {
    Some(Clash {
        organization: actual.organization?,
        metric: actual.metric.clone(),
        month: actual.month,
        organization_figure: actual.figure.to_f64(),
        motions_figure,
    })
}

#[cfg(test)]
mod tests;
