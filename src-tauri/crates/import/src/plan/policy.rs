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
    /// For fields that are not named.
    pub default: OnConflict,
    /// By the field's key.
    pub by_field: BTreeMap<String, OnConflict>,
}

impl Policies {
    /// The choice for one field.
    pub fn of(&self, field: &str) -> OnConflict {
        self.by_field.get(field).copied().unwrap_or(self.default)
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
