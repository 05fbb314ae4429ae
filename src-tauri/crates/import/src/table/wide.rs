//! Months or metrics across the columns, cut into one row for each figure.

use csv::StringRecord;

use super::Table;
use crate::columns::Wide;
use crate::readers::Record;
use crate::words::count;

impl Table {
    /// One row for each figure; cells with nothing in them bring none.
    pub(super) fn cut_wide(&mut self) {
        let Some(wide) = self.columns.wide.clone() else { return };
        let width = self.header.len();
        let mut rows = Vec::new();
        for row in &self.rows {
            for (place, name) in wide.columns() {
                let Some(value) = row.cells.get(*place).filter(|cell| !cell.trim().is_empty()) else { continue };
                let mut cells = StringRecord::new();
                (0..width).for_each(|at| cells.push_field(row.cells.get(at).unwrap_or_default()));
                cells.push_field(name);
                cells.push_field(value);
                rows.push(Record { number: row.number, cells });
            }
        }
        let (key, title) = match wide {
            Wide::Months(_) => ("month", "Month"),
            Wide::Metrics(_) => ("metric", "Metric"),
        };
        self.header.extend([title.to_owned(), "Value".to_owned()]);
        self.columns.put(key, width);
        self.columns.put("value", width + 1);
        let columns = wide.columns().len();
        let what = match wide {
            Wide::Months(_) => count(columns, "month", "months"),
            Wide::Metrics(_) => count(columns, "metric", "metrics"),
        };
        self.reshaped.push(format!("Read {what} across the columns as rows of their own."));
        // Only the cells that are cut out have to be there.
        self.ragged = true;
        self.rows = rows;
    }
}
