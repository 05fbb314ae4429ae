//! What a formula is once settings, or the figures of its parts, are put in. Must not know where figures come from.

use super::{Formula, Operator};
use crate::{Key, MetricRules};

/// The figure of a setting by its key; switches are 0 or 1. None for a key that is no setting.
pub fn setting(rules: &MetricRules, key: &Key) -> Option<f64> {
    let switch = |on: bool| f64::from(u8::from(on));
    Some(match key.as_str() {
        "epc_clicks" => f64::from(rules.epc_clicks),
        "cost_has_platform_fee" => switch(rules.cost_has_platform_fee),
        "cost_has_discounts" => switch(rules.cost_has_discounts),
        "quality_coverage" => rules.quality.coverage,
        "quality_win_rate" => rules.quality.win_rate,
        "quality_age" => rules.quality.age,
        "quality_next_step" => rules.quality.next_step,
        _ => return None,
    })
}

impl Formula {
    /// The formula in force: settings as numbers, and without what a switch leaves out.
    #[must_use]
    pub fn under(&self, rules: &MetricRules) -> Self {
        match self {
            Self::Number(_) => self.clone(),
            Self::Part(key) => setting(rules, key).map_or_else(|| self.clone(), Self::Number),
            Self::Minus(inner) => Self::Minus(Box::new(inner.under(rules))),
            Self::Two(left, operator, right) => two(left.under(rules), *operator, right.under(rules)),
            Self::Min(all) => Self::Min(all.iter().map(|one| one.under(rules)).collect()),
            Self::Max(all) => Self::Max(all.iter().map(|one| one.under(rules)).collect()),
        }
    }
}

impl Formula {
    /// A number, which may be negative.
    pub fn of(number: f64) -> Self {
        if number < 0.0 { Self::Minus(Box::new(Self::Number(-number))) } else { Self::Number(number) }
    }

    /// The formula and a number beside it.
    #[must_use]
    pub fn plus(self, number: f64) -> Self {
        let operator = if number < 0.0 { Operator::Minus } else { Operator::Plus };
        Self::Two(Box::new(self), operator, Box::new(Self::Number(number.abs())))
    }

    /// The formula with the figures of its parts; a part without one keeps its key.
    #[must_use]
    pub fn put(&self, figure: &dyn Fn(&Key) -> Option<f64>) -> Self {
        let all = |all: &[Self]| all.iter().map(|one| one.put(figure)).collect();
        match self {
            Self::Number(_) => self.clone(),
            Self::Part(key) => figure(key).map_or_else(|| self.clone(), Self::of),
            Self::Minus(inner) => Self::Minus(Box::new(inner.put(figure))),
            Self::Two(left, operator, right) => {
                Self::Two(Box::new(left.put(figure)), *operator, Box::new(right.put(figure)))
            }
            Self::Min(list) => Self::Min(all(list)),
            Self::Max(list) => Self::Max(all(list)),
        }
    }
}

fn two(left: Formula, operator: Operator, right: Formula) -> Formula {
    let is = |formula: &Formula, number: f64| *formula == Formula::Number(number);
    match operator {
        Operator::Times if is(&left, 0.0) || is(&right, 0.0) => Formula::Number(0.0),
        Operator::Times if is(&left, 1.0) => right,
        Operator::Times | Operator::Over if is(&right, 1.0) => left,
        Operator::Plus | Operator::Minus if is(&right, 0.0) => left,
        Operator::Plus if is(&left, 0.0) => right,
        _ => Formula::Two(Box::new(left), operator, Box::new(right)),
    }
}
