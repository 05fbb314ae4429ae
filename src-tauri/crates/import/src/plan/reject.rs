//! A row that does not fit, and why.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::words::{count, shown};

/// One row that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Its row in the file as a spreadsheet counts: the first is 1.
    pub row: usize,
    /// The column at fault, or none when it is the whole row.
    pub column: Option<String>,
    /// What stands there, shortened for showing.
    pub found: String,
    /// What would fit.
    pub expected: String,
    /// What to do about it; may be empty.
    pub advice: String,
    /// The whole file needs an answer before this row can be read.
    pub ask: Option<Ask>,
}

/// What a person has to say about a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Whether `1/3` is in March or in January.
    DayOrMonth,
}

/// Rows with one kind of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The first of them.
    pub first: Reject,
    /// How many there are.
    pub rows: usize,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.first)?;
        if self.rows > 1 { write!(f, " (and {} alike)", count(self.rows - 1, "row", "rows")) } else { Ok(()) }
    }
}

impl Reject {
    pub(crate) fn new(row: usize, column: Option<&str>, found: &str, expected: impl Into<String>) -> Self {
        let found = if found.trim().is_empty() { "nothing".to_owned() } else { format!("'{}'", shown(found)) };
        Self { row, column: column.map(shown), found, expected: expected.into(), advice: String::new(), ask: None }
    }

    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    pub(crate) fn ask(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }

    /// Without its row, for a single one.
    pub fn sentence(&self) -> String {
        let column = self.column.as_ref().map_or_else(String::new, |column| format!("{column}: "));
        format!("{column}{}.", self.fault())
    }

    fn place(&self) -> String {
        self.column.as_ref().map_or_else(String::new, |column| format!(", column '{column}'"))
    }

    fn fault(&self) -> String {
        let Self { found, expected, advice, .. } = self;
        let advice = if advice.is_empty() { String::new() } else { format!("; {advice}") };
        format!("found {found}, expected {expected}{advice}")
    }
}

impl std::fmt::Display for Reject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Row {}{}: {}", self.row, self.place(), self.fault())
    }
}

/// Each kind of fault, the most frequent first.
pub(crate) fn faults(rejects: &[Reject]) -> Vec<Fault> {
    let mut groups: Vec<(&Reject, usize)> = Vec::new();
    let mut places: HashMap<(Option<&str>, &str), usize> = HashMap::new();
    for reject in rejects {
        let place = *places.entry((reject.column.as_deref(), &reject.expected)).or_insert_with(|| {
            groups.push((reject, 0));
            groups.len() - 1
        });
        groups[place].1 += 1;
    }
    groups.sort_by_key(|&(first, times)| (std::cmp::Reverse(times), first.row));
    groups.into_iter().map(|(first, rows)| Fault { first: first.clone(), rows }).collect()
}

/// One line for each kind of fault, the most frequent first, at most five.
pub(crate) fn grouped(rejects: &[Reject]) -> String {
    const SHOWN: usize = 5;
    let faults = faults(rejects);
    let mut text = String::new();
    for fault in faults.iter().take(SHOWN) {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  {fault}");
    }
    if let Some(rest) = faults.len().checked_sub(SHOWN).filter(|rest| *rest > 0) {
        let _ = write!(text, "\n  … and {}", count(rest, "other fault", "other faults"));
    }
    text
}
