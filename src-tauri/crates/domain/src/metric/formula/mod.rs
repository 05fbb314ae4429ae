//! A metric worked out from others, as a person writes it: `affiliate_revenue / affiliate_cost`. Owns the expression, how it
//! is read and written, and what its units allow; must not know where figures come from.

mod parse;
mod settings;
mod units;
mod work_out;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Basis, Key, MetricSide};

pub use settings::setting;
pub use units::{Quantity, check};
pub use work_out::{Cases, Missing, Worked};

/// Most characters of a formula.
pub const LENGTH_MAX: usize = 1_000;
/// Most parentheses, signs and functions inside each other.
pub const DEPTH_MAX: usize = 32;
/// Most formulas built on each other: with the bounds above, no chain of them exhausts the stack.
pub const STEPS_MAX: usize = 12;

/// An expression over metrics, settings and numbers. [`std::fmt::Display`] writes it so that it reads back the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Formula {
    /// A plain number, not negative.
    Number(f64),
    /// Another metric, or a setting of [`crate::MetricRules`].
    Part(Key),
    /// With the other sign.
    Minus(Box<Formula>),
    /// Two with a sign between them.
    Two(Box<Formula>, Operator, Box<Formula>),
    /// The smallest of them.
    Min(Vec<Formula>),
    /// The largest of them.
    Max(Vec<Formula>),
}

/// A sign between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

/// Why a text is no formula, or one that cannot be worked out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FormulaError {
    /// More than [`LENGTH_MAX`].
    #[error("a formula has {0} characters: keep it to {LENGTH_MAX}")]
    TooLong(usize),
    /// Deeper than [`DEPTH_MAX`].
    #[error(
        "a formula has more than {DEPTH_MAX} parentheses or signs inside each other: make a metric of a part of it"
    )]
    TooDeep,
    /// Something else stands there than belongs there.
    #[error("at character {at} of the formula there is {found}, where {expected} was expected")]
    Syntax {
        /// Which character, from 1.
        at: usize,
        /// What stands there.
        found: String,
        /// What belongs there.
        expected: String,
    },
    /// No metric and no setting has this key.
    #[error("the formula names '{name}', which is no metric{}", nearest.as_ref().map_or(String::new(), |key| format!(": did you mean '{key}'?")))]
    Unknown {
        /// As typed.
        name: Key,
        /// The metric that is spelled most like it.
        nearest: Option<Key>,
    },
    /// A metric would be worked out from itself.
    #[error("a metric cannot be worked out from itself: {}", shown(.0))]
    Circle(Vec<Key>),
    /// So many formulas are built on each other.
    #[error("more than {STEPS_MAX} formulas are built on each other: work '{0}' out from fewer steps")]
    TooManySteps(Key),
    /// It names no metric.
    #[error("the formula names no metric: use at least one, for example affiliate_revenue / affiliate_cost")]
    NoMetric,
    /// Two things of different units are added or compared.
    #[error("{left} and {right} cannot be added, subtracted or compared in '{of}': bring both to one unit first")]
    Unlike {
        /// Unit of the first.
        left: &'static str,
        /// Unit of the second.
        right: &'static str,
        /// The part of the formula that does it.
        of: String,
    },
    /// Money times money, or something divided by money.
    #[error(
        "'{of}' would be {what}, which is no unit: money may be divided by money or by a count, and multiplied by a number"
    )]
    NoUnit {
        /// "money times money".
        what: &'static str,
        /// The part of the formula that does it.
        of: String,
    },
    /// Contract value and cash are added.
    #[error("'{of}' would add money of two bases ({} and {}), which no total may: divide them, or use metrics of one basis", basis(*.left), basis(*.right))]
    Bases {
        /// Of the first.
        left: Basis,
        /// Of the second.
        right: Basis,
        /// The part of the formula that does it.
        of: String,
    },
    /// Strategic and tactical revenue are added.
    #[error("'{of}' would add strategic and tactical money, which only Total partner revenue does")]
    Sides {
        /// The part of the formula that does it.
        of: String,
    },
    /// The metric says another unit than its formula gives.
    #[error("the formula gives {given}, but the metric is in {wanted}: change the unit or the formula")]
    Unit {
        /// What the formula gives.
        given: &'static str,
        /// What the metric says.
        wanted: &'static str,
    },
    /// Months or motions are added though the formula is no sum of sums.
    #[error(
        "the formula is no plain sum of metrics that add up, so its months and motions do not add up either: let it be a ratio of sums"
    )]
    NotASum,
}

impl Formula {
    /// Reads a formula: numbers, keys of metrics, `+ - * /` (also `− × ÷`), `min(…)`, `max(…)` and parentheses.
    ///
    /// # Errors
    ///
    /// It is too long, too deep, or no formula.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        parse::formula(text)
    }

    /// Every key that it names, in order.
    pub fn keys(&self) -> BTreeSet<Key> {
        let mut keys = BTreeSet::new();
        self.collect(&mut keys);
        keys
    }

    fn collect(&self, keys: &mut BTreeSet<Key>) {
        match self {
            Self::Number(_) => {}
            Self::Part(key) => {
                keys.insert(key.clone());
            }
            Self::Minus(inner) => inner.collect(keys),
            Self::Two(left, _, right) => {
                left.collect(keys);
                right.collect(keys);
            }
            Self::Min(all) | Self::Max(all) => all.iter().for_each(|one| one.collect(keys)),
        }
    }

    /// How tightly it holds together: a sum 1, a product 2, everything else 3.
    fn tightness(&self) -> u8 {
        match self {
            Self::Two(_, Operator::Plus | Operator::Minus, _) | Self::Minus(_) => 1,
            Self::Two(..) => 2,
            _ => 3,
        }
    }

    fn write(&self, f: &mut std::fmt::Formatter<'_>, at_least: u8) -> std::fmt::Result {
        if self.tightness() < at_least {
            return write!(f, "({self})");
        }
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Part(key) => write!(f, "{key}"),
            Self::Minus(inner) => {
                f.write_str("-")?;
                inner.write(f, 3)
            }
            Self::Two(left, operator, right) => {
                let tightness = self.tightness();
                left.write(f, tightness)?;
                write!(f, " {operator} ")?;
                right.write(f, tightness + 1)
            }
            Self::Min(all) => list(f, "min", all),
            Self::Max(all) => list(f, "max", all),
        }
    }
}

fn list(f: &mut std::fmt::Formatter<'_>, word: &str, all: &[Formula]) -> std::fmt::Result {
    write!(f, "{word}(")?;
    for (one, index) in all.iter().zip(0..) {
        let comma = if index == 0 { "" } else { ", " };
        write!(f, "{comma}{one}")?;
    }
    f.write_str(")")
}

impl std::fmt::Display for Formula {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.write(f, 0)
    }
}

impl std::fmt::Display for Operator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Over => "/",
        })
    }
}

fn shown(keys: &[Key]) -> String {
    keys.iter().map(Key::as_str).collect::<Vec<_>>().join(" → ")
}

/// A basis in words.
fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::FirstYearValue => "first-year contract value",
        Basis::AnnualRecurring => "annual recurring revenue",
        Basis::Collected => "cash collected",
        Basis::CollectedGross => "cash collected, gross",
        Basis::Mixed => "contract value and cash",
        Basis::NotMoney => "no money",
    }
}

/// Whether money of these two sides may be added.
fn sides_meet(left: Option<MetricSide>, right: Option<MetricSide>) -> bool {
    left.zip(right).is_none_or(|(left, right)| left == right)
}
