//! What a formula's units allow: money is not added to counts, bases are not mixed, and only a plain sum adds up over months.
//! Must not know figures.

use super::{Formula, FormulaError, Operator, setting};
use crate::{Basis, Key, Metric, MetricRules, MetricSide, MetricUnit, OverMonths, OverMotions};

/// The one metric in which strategic and tactical revenue, contract value and cash meet.
pub const TOTAL_PARTNER_REVENUE: &str = "total_partner_revenue";

/// What kind of figure a formula gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    unit: Unit,
    /// A number or setting, the same in every month and motion.
    plain: bool,
    /// Its months and motions add up: a plain sum of metrics that do.
    pub adds: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Money {
        basis: Basis,
        side: Option<MetricSide>,
    },
    Count,
    Days,
    /// A quotient, a part of a whole, a score, a number.
    Number,
}

/// Whether `metric` can be worked out by `formula` over `metrics`.
///
/// # Errors
///
/// It names an unknown metric or none, mixes units, bases or sides, gives another unit than the metric has, or would add up
/// what does not.
pub fn check<'a>(
    formula: &Formula,
    metric: &Metric,
    rules: &MetricRules,
    metrics: &dyn Fn(&Key) -> Option<&'a Metric>,
    nearest: &dyn Fn(&Key) -> Option<Key>,
) -> Result<Quantity, FormulaError> {
    let total = metric.key.as_str() == TOTAL_PARTNER_REVENUE && metric.side == MetricSide::Both;
    let reading = Reading { rules, metrics, nearest, total };
    let given = reading.of(formula)?;
    if given.plain {
        return Err(FormulaError::NoMetric);
    }
    let fits = match given.unit {
        Unit::Money { .. } => metric.unit == MetricUnit::Money,
        Unit::Count => metric.unit == MetricUnit::Count,
        Unit::Days => metric.unit == MetricUnit::Days,
        Unit::Number => matches!(metric.unit, MetricUnit::Ratio | MetricUnit::Percent | MetricUnit::Score),
    };
    if !fits {
        return Err(FormulaError::Unit { given: given.unit.words(), wanted: words(metric.unit) });
    }
    let ratio = metric.over_months == OverMonths::RatioOfSums && metric.over_motions == OverMotions::RatioOfSums;
    if !ratio && !given.adds { Err(FormulaError::NotASum) } else { Ok(given) }
}

struct Reading<'r, 'a> {
    rules: &'r MetricRules,
    metrics: &'r dyn Fn(&Key) -> Option<&'a Metric>,
    nearest: &'r dyn Fn(&Key) -> Option<Key>,
    total: bool,
}

impl Reading<'_, '_> {
    fn of(&self, formula: &Formula) -> Result<Quantity, FormulaError> {
        match formula {
            Formula::Number(_) => Ok(Quantity { unit: Unit::Number, plain: true, adds: false }),
            Formula::Part(key) => self.part(key),
            Formula::Minus(inner) => self.of(inner),
            Formula::Two(left, operator, right) => {
                let (left, right) = (self.of(left)?, self.of(right)?);
                match operator {
                    Operator::Plus | Operator::Minus => self.added(left, right, formula),
                    Operator::Times => times(left, right, formula),
                    Operator::Over => over(left, right, formula),
                }
            }
            Formula::Min(all) | Formula::Max(all) => {
                let mut both: Option<Quantity> = None;
                for one in all {
                    let one = self.of(one)?;
                    both = Some(both.map_or(Ok(one), |both| self.added(both, one, formula))?);
                }
                both.map(|both| Quantity { adds: false, ..both }).ok_or(FormulaError::NoMetric)
            }
        }
    }

    fn part(&self, key: &Key) -> Result<Quantity, FormulaError> {
        if let Some(metric) = (self.metrics)(key) {
            let unit = match metric.unit {
                MetricUnit::Money => Unit::Money { basis: metric.basis, side: Some(metric.side) },
                MetricUnit::Count => Unit::Count,
                MetricUnit::Days => Unit::Days,
                MetricUnit::Ratio | MetricUnit::Percent | MetricUnit::Score => Unit::Number,
            };
            let adds = metric.over_months == OverMonths::Sum && metric.over_motions == OverMotions::Sum;
            return Ok(Quantity { unit, plain: false, adds });
        }
        if setting(self.rules, key).is_some() {
            return Ok(Quantity { unit: Unit::Number, plain: true, adds: false });
        }
        Err(FormulaError::Unknown { name: key.clone(), nearest: (self.nearest)(key) })
    }

    fn added(&self, left: Quantity, right: Quantity, of: &Formula) -> Result<Quantity, FormulaError> {
        let unit = match (left.unit, right.unit) {
            (Unit::Money { basis: one, side: a }, Unit::Money { basis: other, side: b }) => {
                if one != other && !self.total {
                    return Err(FormulaError::Bases { left: one, right: other, of: of.to_string() });
                }
                if !sides_meet(a, b) && !self.total {
                    return Err(FormulaError::Sides { of: of.to_string() });
                }
                Unit::Money { basis: one, side: a.or(b) }
            }
            (one, other) if one == other => one,
            (one, other) => {
                return Err(FormulaError::Unlike { left: one.words(), right: other.words(), of: of.to_string() });
            }
        };
        Ok(Quantity { unit, plain: left.plain && right.plain, adds: left.adds && right.adds })
    }
}

fn times(left: Quantity, right: Quantity, of: &Formula) -> Result<Quantity, FormulaError> {
    let unit = match (left.unit, right.unit) {
        (Unit::Money { .. }, Unit::Money { .. }) => return Err(no_unit("money times money", of)),
        (Unit::Days, Unit::Days) => return Err(no_unit("days times days", of)),
        (money @ Unit::Money { .. }, _) | (_, money @ Unit::Money { .. }) => money,
        (Unit::Days, _) | (_, Unit::Days) => Unit::Days,
        (Unit::Count, _) | (_, Unit::Count) => Unit::Count,
        (Unit::Number, Unit::Number) => Unit::Number,
    };
    let adds = (left.plain && right.adds) || (left.adds && right.plain);
    Ok(Quantity { unit, plain: left.plain && right.plain, adds })
}

fn over(left: Quantity, right: Quantity, of: &Formula) -> Result<Quantity, FormulaError> {
    let unit = match (left.unit, right.unit) {
        (Unit::Money { .. }, Unit::Money { .. }) | (Unit::Count | Unit::Number, Unit::Count | Unit::Days) => {
            Unit::Number
        }
        (Unit::Days, Unit::Days) => Unit::Number,
        (_, Unit::Money { .. }) => return Err(no_unit("divided by money", of)),
        (unit, _) => unit,
    };
    Ok(Quantity { unit, plain: left.plain && right.plain, adds: left.adds && right.plain })
}

fn no_unit(what: &'static str, of: &Formula) -> FormulaError {
    FormulaError::NoUnit { what, of: of.to_string() }
}

impl Unit {
    fn words(self) -> &'static str {
        match self {
            Self::Money { .. } => "money",
            Self::Count => "a count",
            Self::Days => "days",
            Self::Number => "a ratio",
        }
    }
}

fn words(unit: MetricUnit) -> &'static str {
    match unit {
        MetricUnit::Money => "money",
        MetricUnit::Count => "a count",
        MetricUnit::Ratio => "a ratio",
        MetricUnit::Percent => "percent",
        MetricUnit::Score => "a score",
        MetricUnit::Days => "days",
    }
}

/// Whether money of these two sides may be added.
fn sides_meet(left: Option<MetricSide>, right: Option<MetricSide>) -> bool {
    left.zip(right).is_none_or(|(left, right)| left == right)
}
