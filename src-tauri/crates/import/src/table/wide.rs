//! Months or metrics across the columns, cut into one row for each figure.

use csv::StringRecord;

use super::Table;
use crate::columns::Wide;
use crate::readers::Record;
use crate::words::count;
use crate::{ImportError, WIDE_MAX};

impl Table {
    /// One row for each figure; cells with nothing in them bring none. Only the columns that a field takes are copied.
    pub(super) fn cut_wide(&mut self, file: &str) -> Result<(), ImportError> {
        let Some(wide) = self.columns.wide.clone() else { return Ok(()) };
        let figures = self.rows.len().saturating_mul(wide.columns().len());
        if figures > WIDE_MAX {
            let (found, most) = (figures_across(figures), figures_across(WIDE_MAX));
            return Err(ImportError::TooLarge { file: file.to_owned(), found, most });
        }
        let unread = self.unread();
        let kept = self.columns.compact();
        let mut rows = Vec::new();
        for row in self.rows.iter() {
            for (place, name) in wide.columns() {
                let Some(value) = row.cells.get(*place).filter(|cell| !cell.trim().is_empty()) else { continue };
                let mut cells = StringRecord::new();
                for at in &kept {
                    cells.push_field(row.cells.get(*at).unwrap_or_default());
                }
                cells.push_field(name);
                cells.push_field(value);
                rows.push(Record { number: row.number, cells });
            }
        }
        if rows.is_empty() {
            return Err(ImportError::NoRows { file: file.to_owned(), row: self.header_row });
        }
        let (key, title) = match wide {
            Wide::Months(_) => ("month", "Month"),
            Wide::Metrics(_) => ("metric", "Metric"),
        };
        let width = kept.len();
        let names = kept.iter().map(|at| self.header.get(*at).cloned().unwrap_or_default());
        let header = names.chain([title.to_owned(), "Value".to_owned()]).collect();
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
        self.reshaped.extend(unread);
        let whole = (std::mem::replace(&mut self.header, header), std::mem::replace(&mut self.rows, rows.into()));
        self.whole = Some(whole);
        Ok(())
    }
}

fn figures_across(number: usize) -> String {
    count(number, "figure across the columns", "figures across the columns")
}
