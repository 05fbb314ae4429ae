//! The same figure each month.

use crate::input::{InputError, month_count, number};

/// A total spread evenly: total ÷ n each month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Even {
    /// All months together.
    pub total: f64,
}

impl Even {
    /// The figures of `count` months, 1 to 120; they add up to the total.
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let (total, count) = (number("total", self.total)?, month_count(count)?);
        Ok(vec![total / f64::from(count); count as usize])
    }
}
