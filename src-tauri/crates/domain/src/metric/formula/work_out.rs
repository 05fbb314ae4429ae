//! Works a formula out from the figures of its parts. Must not know where they come from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Formula, Operator};
use crate::Key;

/// Why there is no figure. Shown as "—" or "Unknown", with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Nothing was measured, typed or counted.
    NoFigure,
    /// A ratio over zero.
    OverZero,
    /// Fewer cases than the metric's floor.
    BelowFloor,
    /// Its formula cannot be worked out (a circle, an unknown metric, units that do not fit).
    WrongFormula,
    /// Larger than a number can be.
    TooLarge,
}

/// How many cases a figure rests on: deals, partners, what a typed count says. Nought where nobody says: typed money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cases {
    /// A number or a setting rests on none.
    Given,
    /// Of something that adds up: cases add up with it.
    Sum(u32),
    /// Of a quotient: two of them together are as good as the one with fewer cases.
    Fewest(u32),
}

/// A figure in whole units, or why there is none, and the cases that it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worked {
    /// The figure.
    pub figure: Result<f64, Missing>,
    /// Its cases.
    pub cases: Cases,
}

impl Worked {
    /// Nothing known.
    pub const NOTHING: Self = Self { figure: Err(Missing::NoFigure), cases: Cases::Sum(0) };

    /// How many cases, as a number.
    pub fn count(&self) -> u32 {
        self.cases.count().unwrap_or(0)
    }
}

impl Cases {
    fn count(self) -> Option<u32> {
        match self {
            Self::Given => None,
            Self::Sum(count) | Self::Fewest(count) => Some(count),
        }
    }

    fn added(self, other: Self) -> Self {
        match (self, other) {
            (Self::Sum(left), Self::Sum(right)) => Self::Sum(left.saturating_add(right)),
            _ => self.fewest(other),
        }
    }

    /// What is taken away is part of the rest, or no more than a correction of it.
    fn less(self, other: Self) -> Self {
        match (self, other) {
            (Self::Sum(left), Self::Sum(right)) => Self::Sum(left.max(right)),
            _ => self.fewest(other),
        }
    }

    /// Of two that both say how many cases there are; none is as good as not said.
    fn fewest(self, other: Self) -> Self {
        match (self.count().unwrap_or(0), other.count().unwrap_or(0)) {
            (0, 0) if self == Self::Given => other,
            (_, 0) => self,
            (0, _) => other,
            (left, right) => Self::Fewest(left.min(right)),
        }
    }

    /// A sum divided rests on what it is divided by (orders, deals) where that says how many; a quotient divided on both.
    fn over(self, below: Self) -> Self {
        match (self, below) {
            (_, Self::Given) => self,
            (Self::Fewest(_), _) => self.fewest(below),
            (Self::Given | Self::Sum(_), below) => match below.count() {
                None | Some(0) => Self::Fewest(self.count().unwrap_or(0)),
                Some(count) => Self::Fewest(count),
            },
        }
    }
}

impl Formula {
    /// The figure, each part as `part` gives it. A sum counts the parts that have a figure, as long as one has.
    pub fn work_out(&self, part: &mut dyn FnMut(&Key) -> Worked) -> Worked {
        match self {
            Self::Number(number) => Worked { figure: Ok(*number), cases: Cases::Given },
            Self::Part(key) => part(key),
            Self::Minus(inner) => {
                let inner = inner.work_out(part);
                Worked { figure: inner.figure.map(|figure| -figure), ..inner }
            }
            Self::Two(left, operator, right) => {
                let left = left.work_out(part);
                two(left, *operator, right.work_out(part))
            }
            Self::Min(all) => every(all, part, f64::min),
            Self::Max(all) => every(all, part, f64::max),
        }
    }
}

fn every(all: &[Formula], part: &mut dyn FnMut(&Key) -> Worked, choose: fn(f64, f64) -> f64) -> Worked {
    let worked = all.iter().map(|one| one.work_out(part));
    let both = |left: Worked, right: Worked| Worked {
        figure: left.figure.and_then(|left| right.figure.map(|right| choose(left, right))),
        cases: left.cases.fewest(right.cases),
    };
    worked.reduce(both).unwrap_or(Worked::NOTHING)
}

fn two(left: Worked, operator: Operator, right: Worked) -> Worked {
    let cases = match operator {
        Operator::Plus => left.cases.added(right.cases),
        Operator::Minus => left.cases.less(right.cases),
        Operator::Times => left.cases.fewest(right.cases),
        Operator::Over => left.cases.over(right.cases),
    };
    let figure = match operator {
        Operator::Plus => added(left, right, 1.0),
        Operator::Minus => added(left, right, -1.0),
        Operator::Times => left.figure.and_then(|left| right.figure.map(|right| left * right)),
        Operator::Over => left.figure.and_then(|left| match right.figure {
            Ok(0.0) => Err(Missing::OverZero),
            Ok(right) => Ok(left / right),
            Err(missing) => Err(missing),
        }),
    };
    Worked {
        figure: figure.and_then(|figure| if figure.is_finite() { Ok(figure) } else { Err(Missing::TooLarge) }),
        cases,
    }
}

/// Of two sums, what nobody measured counts as nothing beside a figure; what cannot be worked out stays so.
fn added(left: Worked, right: Worked, sign: f64) -> Result<f64, Missing> {
    let sums = matches!((left.cases, right.cases), (Cases::Sum(_), Cases::Sum(_)));
    match (left.figure, right.figure.map(|figure| sign * figure)) {
        (Ok(left), Ok(right)) => Ok(left + right),
        (Ok(figure), Err(Missing::NoFigure)) | (Err(Missing::NoFigure), Ok(figure)) if sums => Ok(figure),
        (Err(missing), _) | (_, Err(missing)) => Err(missing),
    }
}
