//! Members who join month by month and stay for a while.

use std::num::NonZeroU32;

use crate::input::{InputError, countable, growth, month_count, not_negative, number, share};

/// What groups of members, each joined in one month, are worth together as they fade.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cohort {
    /// How many join in the first month, 0 or more.
    pub members: f64,
    /// How the joining changes from month to month: 0.05 is 5 % more each month; −1 or more.
    pub growth: f64,
    /// What one member is worth in a month.
    pub worth: f64,
    /// Which part of the members stays from one month to the next, 0 to 1.
    pub retention: f64,
    /// For how many months a member counts (a commission's term), the month of joining included; none: without end.
    pub term: Option<NonZeroU32>,
}

impl Cohort {
    /// The figures of `count` months, 1 to 120: the month t, from 0, gets
    /// Σ over k ≤ t with t − k < term of members × (1 + growth)^k × worth × retention^(t − k).
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        not_negative("members per month", self.members)?;
        growth("growth", self.growth)?;
        number("worth of a member", self.worth)?;
        share("retention", self.retention)?;
        let months = month_count(count)?;
        let joined = |month: u32| self.members * libm::pow(1.0 + self.growth, f64::from(month));
        let stayed = |age: u32| libm::pow(self.retention, f64::from(age));
        let term = self.term.map_or(months, NonZeroU32::get);
        let at = |month: u32| {
            let ages = 0..=month.min(term - 1);
            self.worth * ages.map(|age| joined(month - age) * stayed(age)).sum::<f64>()
        };
        countable((0..months).map(at).collect())
    }
}
