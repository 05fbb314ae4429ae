//! Rows that are headings of the rows below them: "Resellers", then the resellers.

use csv::StringRecord;

use super::Table;
use crate::columns::field::Noun;
use crate::readers::Record;
use crate::words::{count, folded};

/// What the column that holds the headings is called.
const SECTION: &str = "Section";

/// A table of fewer rows, or of fewer columns, has no sections that could be told from short rows.
const ROWS_LEAST: usize = 3;
const COLUMNS_LEAST: usize = 3;

impl Table {
    /// Moves headings into a column of their own and fills it down. A row is a heading when it holds one cell where every
    /// other row holds several, and the first row is one: a list that begins with a partner has no sections.
    pub(super) fn fill_sections(&mut self) {
        if self.rows.len() < ROWS_LEAST || self.header.iter().filter(|name| !name.is_empty()).count() < COLUMNS_LEAST {
            return;
        }
        let filled = |row: &Record| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let counts: Vec<usize> = self.rows.iter().map(filled).collect();
        let headings = counts.iter().filter(|count| **count == 1).count();
        let is_sectioned =
            counts[0] == 1 && counts.last().is_some_and(|last| *last > 1) && headings * 3 <= counts.len();
        // Two headings in a row are titles, or partners of whom little is known.
        if !is_sectioned || counts.windows(2).any(|pair| pair == [1, 1]) {
            return;
        }
        let place = self.header.len();
        self.header.push(SECTION.to_owned());
        let mut heading = String::new();
        let mut rows = Vec::with_capacity(self.rows.len());
        for (row, count) in self.rows.iter().zip(counts) {
            if count == 1 {
                let words = row.cells.iter().map(str::trim).find(|cell| !cell.is_empty());
                words.unwrap_or_default().clone_into(&mut heading);
                continue;
            }
            let mut cells = StringRecord::new();
            (0..place).for_each(|at| cells.push_field(row.cells.get(at).unwrap_or_default()));
            cells.push_field(&heading);
            // Cells past the column names stay, for the row to be refused by.
            if row.cells.iter().skip(place).any(|cell| !cell.trim().is_empty()) {
                row.cells.iter().skip(place).for_each(|cell| cells.push_field(cell));
            }
            rows.push(Record { number: row.number, cells });
        }
        self.rows = rows.into();
        if self.columns.schema().noun == Some(Noun::Organizations) {
            let free = ["kind", "group"].into_iter().find(|key| self.columns.place(key).is_none());
            let field = free.filter(|key| *key == "group" || self.headings_are_kinds(place)).or(Some("group"));
            if let Some(field) = field.filter(|key| self.columns.place(key).is_none()) {
                self.columns.put(field, place);
            }
        }
        self.reshaped.push(format!("Filled down {} above the rows they head.", count(headings, "heading", "headings")));
    }

    /// "Resellers", "Affiliate partners" and the like.
    fn headings_are_kinds(&self, place: usize) -> bool {
        let mut words = self.rows.iter().filter_map(|row| row.cells.get(place)).map(folded);
        words.all(|word| {
            ["brand", "tech", "reseller", "affiliate", "agenc", "referral"].iter().any(|k| word.starts_with(k))
        })
    }
}
