//! What the page on strategy and tactic says.

use domain::Character;
use serde::{Deserialize, Serialize};

/// How much is strategy and how much tactic. With nothing in it, its page says what it waits for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Strategy {
    /// The page's finding.
    pub heading: Option<String>,
    /// A sentence or two under the heading; may be empty.
    pub lead: String,
    /// Partners, motions, money, each divided by character.
    pub balances: Vec<Balance>,
    /// The six aspects over all partners.
    pub aspects: Vec<AspectBar>,
    /// "31 by evidence, 8 by judgment, 6 unknown; rules v1"; may be empty.
    pub known: String,
}

/// Something divided by character.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    /// "Partners".
    pub label: String,
    /// All of it ("45").
    pub total: String,
    /// Its parts; those of nothing are left out.
    pub parts: Vec<BalancePart>,
}

/// A part of a [`Balance`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BalancePart {
    /// Of which character.
    pub character: Character,
    /// Of the whole, 0 to 1.
    pub share: f64,
    /// "14, 31%".
    pub text: String,
}

/// One aspect of the lens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AspectBar {
    /// "Focus".
    pub name: String,
    /// The words at 0 (tactic).
    pub low: String,
    /// The words at 5 (strategy).
    pub high: String,
    /// 0 to 5; none where unknown.
    pub value: Option<f64>,
    /// "3.7", or that it is unknown.
    pub text: String,
}
