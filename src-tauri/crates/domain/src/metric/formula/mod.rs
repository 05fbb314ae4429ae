//! A metric worked out from others, as a person writes it: `affiliate_revenue / affiliate_cost`. Owns the expression, how it
//! is read and written, and what its units allow; must not know where figures come from.

mod error;
mod parse;
mod settings;
mod units;
mod work_out;
mod write;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::Key;

pub use error::FormulaError;
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
}

#[cfg(test)]
mod tests;
