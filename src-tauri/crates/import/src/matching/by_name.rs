//! Finding what a name in a file stands for: exact names only, and never one of several.

use std::collections::HashMap;

use domain::Name;

use crate::Reject;
use crate::table::row::Row;
use crate::words::count;

/// Rows of one kind by their exact name.
pub struct ByName<'w, Id> {
    places: HashMap<&'w str, Vec<Id>>,
    /// What the rows are, singular and plural.
    words: (&'static str, &'static str),
    /// What to do when a name is unknown.
    advice: &'static str,
}

impl<'w, Id: Copy> ByName<'w, Id> {
    /// An index of `rows`.
    pub fn of(
        rows: impl Iterator<Item = (&'w Name, Id)>,
        words: (&'static str, &'static str),
        advice: &'static str,
    ) -> Self {
        let mut places: HashMap<&str, Vec<Id>> = HashMap::new();
        for (name, id) in rows {
            places.entry(name.as_str()).or_default().push(id);
        }
        Self { places, words, advice }
    }

    /// Everything of this name.
    pub fn all(&self, name: &str) -> &[Id] {
        self.places.get(name).map_or(&[], Vec::as_slice)
    }

    /// The one that the field names.
    pub fn one(&self, row: Row<'_>, field: &str) -> Result<Id, Reject> {
        let (one, many) = self.words;
        match self.all(row.text(field)) {
            [id] => Ok(*id),
            [] => Err(row.reject(field, format!("the name of {one}")).advise(self.advice)),
            several => Err(row.reject(field, format!("a name that stands for {one} only")).advise(format!(
                "{} have this name; give them different names first",
                count(several.len(), many, many)
            ))),
        }
    }

    /// The one that the field names, where it names any.
    pub fn given(&self, row: Row<'_>, field: &str) -> Result<Option<Id>, Reject> {
        row.given(field).map(|_| self.one(row, field)).transpose()
    }
}
