//! What a person says about a file before it is planned. Everything unsaid is guessed.

use uuid::Uuid;

use super::doubt::Answers;
use super::policy::Policies;
use crate::profiles::{self, Profile};
use crate::readers::Reading;
use crate::values::date::DateOrder;
use crate::words::{self, folded, shown};
use crate::{ColumnMapping, ImportError, KeptReport, Noun, ReportOptions};

/// A file as the caller read it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name without folders, for messages and as the source of actuals.
    pub name: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
}

/// A column and what its cells have to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The column's name in the file.
    pub column: String,
    /// What the cell holds, or one of several values in it.
    pub value: String,
}

/// What the person said about a file; everything else is guessed.
#[derive(Debug, Clone)]
pub struct Options {
    /// What its rows are.
    pub noun: Noun,
    /// Columns named by hand; they win over guesses.
    pub map: Vec<ColumnMapping>,
    /// Values that hold for every row: field and value.
    pub set: Vec<(String, String)>,
    /// How to read the file.
    pub reading: Reading,
    /// The sheet of a workbook, or a guess.
    pub sheet: Option<String>,
    /// The row of the column names, or a guess.
    pub header_row: Option<usize>,
    /// The make of file, by its key, or a guess.
    pub profile: Option<String>,
    /// How days are read that read both ways.
    pub dates: Option<DateOrder>,
    /// Who wins where file and workspace differ.
    pub policies: Policies,
    /// Which rows of a list of customers are partners.
    pub partner_if: Option<Condition>,
    /// What was answered about names.
    pub answers: Answers,
    /// The file whose mapping was taken, where a person said nothing about this one.
    pub recalled: Option<String>,
    /// What was said about a report of a network.
    pub report: ReportOptions,
    /// The reports of the same make that the workspace keeps: figures are made from all of them.
    pub kept: Vec<KeptReport>,
    /// The file that this one follows, as CSV: what it named and this one does not is listed.
    pub previous: Option<Vec<u8>>,
}

impl Options {
    /// Rows of `noun`, everything else guessed.
    pub fn new(noun: Noun) -> Self {
        Self {
            noun,
            map: Vec::new(),
            set: Vec::new(),
            reading: Reading::default(),
            sheet: None,
            header_row: None,
            profile: None,
            dates: None,
            policies: Policies::default(),
            partner_if: None,
            answers: Answers::default(),
            recalled: None,
            report: ReportOptions::default(),
            kept: Vec::new(),
            previous: None,
        }
    }

    /// Columns named by hand. The column that tells partners from customers says nothing else, unless a person says so.
    pub(crate) fn all_mappings(&self) -> Vec<ColumnMapping> {
        let mut map = self.map.clone();
        if let Some(only) = &self.partner_if
            && !map.iter().any(|map| folded(&map.column) == folded(&only.column))
        {
            map.push(ColumnMapping { column: only.column.clone(), field: "-".to_owned() });
        }
        map
    }

    /// What was taken from the last time, in a sentence; a file about which nothing was said brings nothing to say.
    pub(super) fn recalled_words(&self) -> Option<String> {
        let file = self.recalled.as_ref()?;
        let columns = self.map.iter().map(|map| format!("{} → {}", map.column, map.field));
        let values = self.set.iter().map(|(field, value)| format!("{field} = {value}"));
        let partners = self.partner_if.iter().map(|only| format!("partners where {} = {}", only.column, only.value));
        let winners = self.policies.words();
        let said: Vec<String> = columns.chain(values).chain(partners).chain(winners).collect();
        let words = words::list(said.iter().map(String::as_str), 8);
        (!said.is_empty()).then(|| format!("Used the mapping of last time ({}): {words}.", shown(file)))
    }

    /// The make of file that a person named.
    pub(crate) fn profile(&self) -> Result<Option<&'static Profile>, ImportError> {
        let Some(key) = &self.profile else { return Ok(None) };
        let found = profiles::find(&folded(key), self.noun).or_else(|| profiles::find(key, self.noun));
        let mut keys: Vec<&str> = profiles::all().map(|profile| profile.key).collect();
        keys.dedup();
        let none = || ImportError::NoSuchProfile { profile: shown(key), found: words::list(keys, 20) };
        found.map(Some).ok_or_else(none)
    }
}

/// What is worked with while rows become a plan.
pub(crate) struct Work<'a> {
    /// Where new identifiers come from.
    pub new_id: &'a mut dyn FnMut() -> Uuid,
    /// Told how many rows are done; says whether to go on.
    pub go_on: &'a dyn Fn(usize) -> bool,
}

impl Work<'_> {
    /// Looks up from the work now and then, so that it can be stopped.
    pub fn look_up(&self, done: usize) -> Result<(), ImportError> {
        if done.is_multiple_of(512) && !(self.go_on)(done) { Err(ImportError::Cancelled) } else { Ok(()) }
    }
}
