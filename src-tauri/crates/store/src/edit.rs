//! The inside of a step: everything that can be changed.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    path::Path,
};

use domain::Workspace;
use rusqlite::Connection;

use crate::{StoreError, delete, error::is_fatal, row, row::Row, whole};

/// The inside of a step. Every noun of [`domain::Workspace`] is a [`Row`]: `edit.insert(&organization)`,
/// `edit.delete::<Organization>(&id)`, `edit.update(&settings)`.
pub struct Edit<'a> {
    connection: &'a Connection,
    path: &'a Path,
    sentence: String,
    touched: RefCell<BTreeSet<&'static str>>,
    deleted: Cell<bool>,
    disk_failed: Cell<bool>,
}

impl<'a> Edit<'a> {
    pub(crate) fn new(connection: &'a Connection, path: &'a Path, sentence: String) -> Self {
        let touched = RefCell::default();
        Self { connection, path, sentence, touched, deleted: Cell::new(false), disk_failed: Cell::new(false) }
    }

    /// Adds a row.
    pub fn insert<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        self.touched.borrow_mut().insert(R::TABLE);
        self.watch(row::insert(self.connection, row))
    }

    /// Replaces the row that has the same id. Only columns that differ reach the history.
    pub fn update<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        self.touched.borrow_mut().insert(R::TABLE);
        if self.watch(row::update(self.connection, row))? {
            Ok(())
        } else {
            Err(missing::<R>(&row.values()[..R::KEYS]))
        }
    }

    /// Replaces the row that has the same id, or adds it.
    pub fn put<R: Row>(&self, row: &R) -> Result<(), StoreError> {
        self.touched.borrow_mut().insert(R::TABLE);
        if self.watch(row::update(self.connection, row))? { Ok(()) } else { self.insert(row) }
    }

    /// Removes a row and everything that belongs to it. Refuses us, and vocabulary that is still used.
    pub fn delete<R: Row>(&self, id: &R::Id) -> Result<(), StoreError> {
        let key = R::key(id);
        self.touched.borrow_mut().insert(R::TABLE);
        self.watch(delete::refuse(self.connection, R::TABLE, &key))?;
        self.watch(delete::belongings(self.connection, R::TABLE, &key))?;
        self.deleted.set(true);
        if self.watch(row::delete::<R>(self.connection, id))? { Ok(()) } else { Err(missing::<R>(&key)) }
    }

    /// One row as it is now, inside the step.
    pub fn get<R: Row>(&self, id: &R::Id) -> Result<Option<R>, StoreError> {
        self.watch(row::get(self.connection, id))
    }

    /// All rows of a table in their order, as they are now, inside the step.
    pub fn all<R: Row>(&self) -> Result<Vec<R>, StoreError> {
        self.watch(row::all(self.connection))
    }

    /// The whole workspace as it is now, inside the step.
    pub fn workspace(&self) -> Result<Workspace, StoreError> {
        self.watch(whole::read(self.connection))
    }

    /// Whether a row of one of these tables was added, changed or removed.
    pub fn touched(&self, tables: &[&str]) -> bool {
        self.touched.borrow().iter().any(|table| tables.contains(table))
    }

    /// The step's sentence.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }

    /// Replaces the step's sentence, when it is known only at the end ("Imported 2,164 organizations").
    pub fn say(&mut self, sentence: impl Into<String>) {
        self.sentence = sentence.into();
    }

    pub(crate) fn into_sentence(self) -> String {
        self.sentence
    }

    /// Whether the disk refused something, even if the closure went on.
    pub(crate) fn disk_failed(&self) -> bool {
        self.disk_failed.get()
    }

    /// Removes what no foreign key can: rows that speak of deleted rows by id.
    pub(crate) fn sweep(&self) -> Result<(), StoreError> {
        if self.deleted.get() { self.watch(delete::sweep(self.connection)) } else { Ok(()) }
    }

    fn watch<T>(&self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        result.map_err(|error| match error {
            StoreError::Database(error) if is_fatal(&error) => {
                self.disk_failed.set(true);
                StoreError::at(self.path, error)
            }
            other => other,
        })
    }
}

fn missing<R: Row>(key: &[rusqlite::types::Value]) -> StoreError {
    StoreError::Missing { table: R::TABLE, id: row::shown_key(key) }
}
