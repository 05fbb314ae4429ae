//! What a partner's profile says.

use domain::{Character, Shape};
use serde::{Deserialize, Serialize};

use super::{AspectBar, Reading};

/// A partner's profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// As typed.
    pub name: String,
    /// The kind's name.
    pub kind: String,
    /// Shape of its kind.
    pub shape: Shape,
    /// Color of its kind: a token of the design or `#rrggbb`.
    pub color: String,
    /// What it is for us.
    pub character: Character,
    /// "Stage", "Tier", "Owner", …; those without a text are left out.
    pub facts: Vec<Reading>,
    /// How it is related to us, one line each ("resells Tidewater, since 2024").
    pub relationships: Vec<String>,
    /// The six aspects; may be empty.
    pub aspects: Vec<AspectBar>,
    /// What we give.
    pub gives: Vec<Value>,
    /// What we get.
    pub gets: Vec<Value>,
    /// The motions that it takes part in, by their place in the document's.
    pub motions: Vec<usize>,
}

/// A value given or got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// "Order data API".
    pub text: String,
    /// How much it weighs, 1 to 5.
    pub weight: u8,
}
