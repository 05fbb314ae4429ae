//! What stands in the ledger, and what does not and why.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::metric::line::Line;
use crate::metric::sheet::Cell;
use crate::{ExchangeRateId, ImportBatchId, Key, Money, Month, OrganizationId};

/// One base figure and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its month.
    pub month: Month,
    /// Its line.
    pub line: Line,
    /// Its amount.
    pub cell: Cell,
    /// Where it comes from.
    pub source: EntrySource,
    /// The rate that it was converted by.
    pub rate: Option<ExchangeRateId>,
}

/// Where a base figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntrySource {
    /// A deal.
    Deal,
    /// A fund.
    Fund,
    /// An account.
    Account,
    /// A partner.
    Partner,
    /// A value exchange.
    Exchange,
    /// A market figure, with who says so.
    Market(String),
    /// What the motions' plans expect.
    Plan,
    /// An actual.
    Actual {
        /// Where it comes from ("typed", a network).
        source: String,
        /// The file that brought it.
        batch: Option<ImportBatchId>,
        /// Final; a provisional figure may still change.
        confirmed: bool,
    },
}

/// A typed or imported figure that does not count, because another one covers its month and line with another amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Clash {
    /// Of what.
    pub metric: Key,
    /// The month.
    pub month: Month,
    /// The line that it was given for.
    pub line: Line,
    /// Whose figure, where it is of an organization alone.
    pub organization: Option<OrganizationId>,
    /// The figure that does not count, in whole units.
    pub typed: f64,
    /// What counts instead.
    pub counted: f64,
}

/// A figure that cannot be counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    /// Of what.
    pub metric: Key,
    /// The month; none where that is what is missing.
    pub month: Option<Month>,
    /// The line.
    pub line: Line,
    /// How much.
    pub money: Option<Money>,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a figure cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// In another currency, and nobody gave a rate as of its month or before.
    NoRate,
    /// A closed deal without the day on which it was closed.
    NoDate,
    /// An open deal without a probability.
    NoProbability,
    /// A second market figure for a year: the newest one counts.
    Replaced,
}
