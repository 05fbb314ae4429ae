//! Last year again, grown.

use crate::input::{InputError, countable, growth, month_count, number};

/// Months of a year.
pub const YEAR: usize = 12;

/// The same months of last year × (1 + growth) for each year since.
#[derive(Debug, Clone, PartialEq)]
pub struct Seasonal {
    /// Last year's figures from the projection's first month on, at most [`YEAR`]; fewer if fewer are projected.
    pub last_year: Vec<f64>,
    /// Growth in a year: 0.1 is 10 % more; −1 or more.
    pub growth: f64,
}

impl Seasonal {
    /// The figures of `count` months, 1 to 120: the month i, from 0, gets
    /// last year's figure i mod 12 × (1 + growth)^(1 + i ÷ 12, whole).
    pub fn months(&self, count: u32) -> Result<Vec<f64>, InputError> {
        let months = month_count(count)?;
        growth("growth", self.growth)?;
        self.last_year.iter().try_for_each(|figure| number("figure of last year", *figure).map(drop))?;
        let figures = self.last_year.len();
        if figures > YEAR {
            return Err(InputError::Count { what: "figures of last year", found: figures, expected: YEAR });
        }
        if figures < YEAR.min(months as usize) {
            return Err(InputError::Season { figures, months });
        }
        let years = |month: usize| 1.0 + (month / YEAR) as f64;
        let grown = |month: usize| self.last_year[month % YEAR] * libm::pow(1.0 + self.growth, years(month));
        countable((0..months as usize).map(grown).collect())
    }
}
