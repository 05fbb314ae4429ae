//! A figure with its doubt. Must not know what it is a figure of.

use serde::Serialize;
use ts_rs::TS;

/// A low, a middle and a high figure. The ends of several projections are added as they are, so a sum's range assumes
/// that they go well or badly together: wider than it need be, never narrower.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, TS)]
pub struct Range {
    /// How low it may well be.
    pub low: f64,
    /// What is expected.
    pub mid: f64,
    /// How high it may well be.
    pub high: f64,
}

impl Range {
    /// No doubt.
    #[must_use]
    pub fn certain(mid: f64) -> Self {
        Self { low: mid, mid, high: mid }
    }

    /// Both ends and the middle added.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, mid: self.mid + other.mid, high: self.high + other.high }
    }

    /// Both ends and the middle times `factor`.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, mid: self.mid * factor, high: self.high * factor }
    }
}
