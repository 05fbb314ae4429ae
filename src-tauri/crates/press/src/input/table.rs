//! A plain table of finished texts.

use serde::{Deserialize, Serialize};

/// A table; its head repeats on each page that it reaches.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// Over it ("What we expect by December").
    pub title: String,
    /// From left to right; the first names the row.
    pub columns: Vec<Column>,
    /// Each as long as `columns`; missing cells print empty, surplus ones are left out.
    pub rows: Vec<Vec<String>>,
    /// What the rows come to, set off below them: one for each currency.
    pub totals: Vec<Vec<String>>,
}

/// A column of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// Where its texts stand: words at the start, figures at the end.
    pub side: Side,
    /// The column that a reader should see first.
    pub strong: bool,
}

/// Where a column's texts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Side {
    Start,
    End,
}

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), side: Side::Start, strong: false }
    }

    /// A column of figures.
    pub fn figures(name: impl Into<String>) -> Self {
        Self { name: name.into(), side: Side::End, strong: false }
    }

    /// The same, set stronger than the others.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.strong = true;
        self
    }
}
