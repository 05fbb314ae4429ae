//! What can be wrong with a formula, in sentences.

use super::{DEPTH_MAX, LENGTH_MAX, STEPS_MAX};
use crate::{Basis, Key};

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
