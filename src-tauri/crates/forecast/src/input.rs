//! What an input of a model has to be, and the sentence that says so. Must not know any model.

use std::ops::RangeInclusive;

/// The most months that a projection has.
pub const MONTHS_MAX: u32 = 120;

/// Why a model cannot answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InputError {
    /// One input is outside what it may be, or no number.
    #[error("The {input} is {}, but has to be {expected}: correct it", shown(*found))]
    Number {
        /// Which input, in words.
        input: &'static str,
        /// What it was.
        found: f64,
        /// What it may be, in words.
        expected: &'static str,
    },
    /// No months, or more than [`MONTHS_MAX`].
    #[error("A projection cannot have {0} months: choose 1 to {MONTHS_MAX}")]
    Months(u32),
    /// A list without entries.
    #[error("There are no {0}: enter at least one")]
    Empty(&'static str),
    /// Figures of last year do not reach as far as the projection.
    #[error("Last year has {figures} of its 12 months, but {months} are projected: enter the missing ones")]
    Season {
        /// How many there are.
        figures: usize,
        /// How many are projected.
        months: u32,
    },
    /// All weights are 0.
    #[error("Every weight of the split is 0: give at least one month a weight")]
    NoWeight,
    /// Two lists that belong together differ in length.
    #[error("The number of {what} is {found}, but has to be {expected}: give one for each")]
    Count {
        /// Of what, in words.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many there have to be.
        expected: usize,
    },
    /// Low, middle and high, or the like, do not rise.
    #[error("{}, {} and {} do not rise: enter the lowest first and the highest last", shown(*low), shown(*mid), shown(*high))]
    Order {
        /// What should be lowest.
        low: f64,
        /// What should lie between.
        mid: f64,
        /// What should be highest.
        high: f64,
    },
    /// The figures leave what a computer can count.
    #[error("These inputs lead to figures too large to count: lower the growth or the amounts")]
    TooLarge,
}

/// A number in few characters, also where it is very large or very small.
fn shown(number: f64) -> String {
    let plain = number == 0.0 || !number.is_finite() || (1e-6..1e15).contains(&number.abs());
    if plain { number.to_string() } else { format!("{number:e}") }
}

/// `count` months, from 1 to [`MONTHS_MAX`].
pub(crate) fn month_count(count: u32) -> Result<u32, InputError> {
    if (1..=MONTHS_MAX).contains(&count) { Ok(count) } else { Err(InputError::Months(count)) }
}

/// A number of any size and sign.
pub(crate) fn number(input: &'static str, found: f64) -> Result<f64, InputError> {
    if found.is_finite() { Ok(found) } else { Err(InputError::Number { input, found, expected: "a number" }) }
}

/// 0 or more.
pub(crate) fn not_negative(input: &'static str, found: f64) -> Result<f64, InputError> {
    within(input, found, 0.0..=f64::MAX, "0 or more")
}

/// A share: 0 to 1.
pub(crate) fn share(input: &'static str, found: f64) -> Result<f64, InputError> {
    within(input, found, 0.0..=1.0, "between 0 and 1")
}

/// Growth: −1 (everything gone) or more.
pub(crate) fn growth(input: &'static str, found: f64) -> Result<f64, InputError> {
    within(input, found, -1.0..=f64::MAX, "-1 or more")
}

/// A number within `bounds`, which `expected` puts in words.
pub(crate) fn within(
    input: &'static str,
    found: f64,
    bounds: RangeInclusive<f64>,
    expected: &'static str,
) -> Result<f64, InputError> {
    // A NaN lies in no range.
    if bounds.contains(&found) { Ok(found) } else { Err(InputError::Number { input, found, expected }) }
}

/// The figures, unless one of them has left the range of a float.
pub(crate) fn countable(figures: Vec<f64>) -> Result<Vec<f64>, InputError> {
    if figures.iter().all(|figure| figure.is_finite()) { Ok(figures) } else { Err(InputError::TooLarge) }
}
