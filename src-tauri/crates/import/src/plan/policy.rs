//! Who wins where the file and the workspace differ, column by column.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What happens to a field of a row that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnConflict {
    /// The file's value is taken; an empty cell changes nothing.
    #[default]
    File,
    /// What is there stays, even when it is nothing.
    Mine,
    /// Only what is empty is filled.
    Fill,
}

/// The choice for every field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Policies {
    /// For fields that are not named; none says nothing, so that what was said the last time holds, or the file wins.
    pub default: Option<OnConflict>,
    /// By the field's key.
    pub by_field: BTreeMap<String, OnConflict>,
}

impl Policies {
    /// These, and where they say nothing what was said `before`.
    #[must_use]
    pub fn or(mut self, before: Self) -> Self {
        // A choice for everything is also one for each field that was named before.
        if self.default.is_none() {
            self.default = before.default;
            for (field, choice) in before.by_field {
                self.by_field.entry(field).or_insert(choice);
            }
        }
        self
    }

    /// Every choice but that the file wins, which goes without saying.
    pub(super) fn words(&self) -> impl Iterator<Item = String> {
        let words = |choice: OnConflict| match choice {
            OnConflict::File => "the file wins",
            OnConflict::Mine => "mine wins",
            OnConflict::Fill => "only empty fields are filled",
        };
        let default = self.default.filter(|choice| *choice != OnConflict::File).map(|choice| words(choice).to_owned());
        let fields = self.by_field.iter().map(move |(field, choice)| format!("{field}: {}", words(*choice)));
        default.into_iter().chain(fields)
    }

    /// The choice for one field.
    pub fn of(&self, field: &str) -> OnConflict {
        self.by_field.get(field).copied().or(self.default).unwrap_or_default()
    }

    /// What an optional field becomes.
    pub fn option<T: Clone>(&self, field: &str, new: &Option<T>, old: &Option<T>) -> Option<T> {
        match (self.of(field), old) {
            (OnConflict::Mine, _) | (OnConflict::Fill, Some(_)) => old.clone(),
            _ => new.clone().or_else(|| old.clone()),
        }
    }

    /// What a field becomes that always has a value, where `is_empty` says that it holds nothing yet.
    pub fn value<T: Clone>(&self, field: &str, new: &Option<T>, old: &T, is_empty: bool) -> T {
        match (self.of(field), new) {
            (OnConflict::File, Some(new)) => new.clone(),
            (OnConflict::Fill, Some(new)) if is_empty => new.clone(),
            _ => old.clone(),
        }
    }
}
