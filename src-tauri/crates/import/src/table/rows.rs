//! The rows of a table: those of its sheet as long as nothing is done to them, so that a long file lies in memory once.

use std::ops::Deref;
use std::sync::Arc;

use crate::readers::Record;

/// Rows in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    all: Arc<Vec<Record>>,
    from: usize,
    to: usize,
}

impl Rows {
    /// Those of a sheet from one place on.
    pub fn below(all: &Arc<Vec<Record>>, from: usize) -> Self {
        Self { all: Arc::clone(all), from: from.min(all.len()), to: all.len() }
    }

    /// Leaves the last one out.
    pub fn pop(&mut self) {
        self.to = self.to.saturating_sub(1).max(self.from);
    }
}

impl From<Vec<Record>> for Rows {
    fn from(rows: Vec<Record>) -> Self {
        let to = rows.len();
        Self { all: Arc::new(rows), from: 0, to }
    }
}

impl Deref for Rows {
    type Target = [Record];

    fn deref(&self) -> &[Record] {
        &self.all[self.from..self.to]
    }
}
