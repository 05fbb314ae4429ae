//! How one value of the domain lies in one or more columns, and how rows are read. Must not know any table.

use domain::{Bounds, Currency, Figure, Function, Lens, Money, Owner, SignalSubject, TaskOrMilestone, TaskOwner};
use rusqlite::types::{Value, ValueRef};

use crate::{StoreError, scalar::Scalar};

/// A value that fills a fixed number of columns.
pub trait Field: Sized {
    /// Appends its columns.
    fn put(&self, out: &mut Vec<Value>);
    /// Reads its columns.
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError>;
}

/// Walks over the columns of one row from left to right.
pub struct Reader<'a> {
    row: &'a rusqlite::Row<'a>,
    table: &'static str,
    next: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(table: &'static str, row: &'a rusqlite::Row<'a>) -> Self {
        Self { row, table, next: 0 }
    }

    /// The next value.
    pub fn take<T: Field>(&mut self) -> Result<T, StoreError> {
        T::take(self)
    }

    fn scalar<T: Scalar>(&mut self) -> Result<T, StoreError> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        T::from_value(value).ok_or_else(|| self.wrong(T::EXPECTED))
    }

    /// The error for the column read last.
    pub(crate) fn wrong(&self, expected: &'static str) -> StoreError {
        let index = self.next.saturating_sub(1);
        let column = self.row.as_ref().column_name(index).unwrap_or("?").to_owned();
        let found = self.row.get_ref(index).map_or_else(|_| "nothing".into(), shown);
        StoreError::Unreadable { table: self.table, column, found, expected }
    }
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "nothing".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => format!("'{}'", String::from_utf8_lossy(text).chars().take(60).collect::<String>()),
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

impl<T: Scalar> Field for T {
    fn put(&self, out: &mut Vec<Value>) {
        out.push(self.to_value());
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        reader.scalar()
    }
}

impl<A: Field, B: Field> Field for (A, B) {
    fn put(&self, out: &mut Vec<Value>) {
        self.0.put(out);
        self.1.put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok((reader.take()?, reader.take()?))
    }
}

impl Field for Lens {
    fn put(&self, out: &mut Vec<Value>) {
        out.extend(domain::Aspect::ALL.map(|aspect| self.get(aspect).to_value()));
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        let mut lens = Self::default();
        for aspect in domain::Aspect::ALL {
            lens.set(aspect, reader.take()?);
        }
        Ok(lens)
    }
}

/// Whether there is a lens at all is a column of its own: a lens of six unknowns differs from no lens.
impl Field for Option<Lens> {
    fn put(&self, out: &mut Vec<Value>) {
        self.is_some().put(out);
        self.unwrap_or_default().put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        let (known, lens): (bool, Lens) = reader.take()?;
        Ok(known.then_some(lens))
    }
}

impl Field for Bounds {
    fn put(&self, out: &mut Vec<Value>) {
        (self.lower, self.upper).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self { lower: reader.take()?, upper: reader.take()? })
    }
}

impl Field for Option<Owner> {
    fn put(&self, out: &mut Vec<Value>) {
        let (person, function) = match *self {
            Some(Owner::Person(person)) => (Some(person), None),
            Some(Owner::Function(function)) => (None, Some(function)),
            None => (None, None),
        };
        (person, function).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            (Some(person), None) => Ok(Some(Owner::Person(person))),
            (None, Some(function)) => Ok(Some(Owner::Function(function))),
            (None, None::<Function>) => Ok(None),
            _ => Err(reader.wrong("a person or a function, not both")),
        }
    }
}

impl Field for Option<TaskOwner> {
    fn put(&self, out: &mut Vec<Value>) {
        let (person, function, contact) = match *self {
            Some(TaskOwner::Person(person)) => (Some(person), None, None),
            Some(TaskOwner::Function(function)) => (None, Some(function), None),
            Some(TaskOwner::Contact(contact)) => (None, None, Some(contact)),
            None => (None, None, None),
        };
        ((person, function), contact).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            ((Some(person), None), None) => Ok(Some(TaskOwner::Person(person))),
            ((None, Some(function)), None) => Ok(Some(TaskOwner::Function(function))),
            ((None, None), Some(contact)) => Ok(Some(TaskOwner::Contact(contact))),
            ((None, None::<Function>), None) => Ok(None),
            _ => Err(reader.wrong("a person, a function or a contact, one of them")),
        }
    }
}

impl Field for TaskOrMilestone {
    fn put(&self, out: &mut Vec<Value>) {
        let (task, milestone) = match *self {
            Self::Task(id) => (Some(id), None),
            Self::Milestone(id) => (None, Some(id)),
        };
        (task, milestone).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            (Some(id), None) => Ok(Self::Task(id)),
            (None, Some(id)) => Ok(Self::Milestone(id)),
            _ => Err(reader.wrong("a task or a milestone")),
        }
    }
}

impl Field for Money {
    fn put(&self, out: &mut Vec<Value>) {
        (self.minor, self.currency).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self { minor: reader.take()?, currency: reader.take()? })
    }
}

impl Field for Figure {
    fn put(&self, out: &mut Vec<Value>) {
        let (minor, currency, real) = match *self {
            Self::Money(money) => (Some(money.minor), Some(money.currency), None),
            Self::Number(number) => (None, None, Some(number)),
        };
        ((minor, currency), real).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            ((Some(minor), Some(currency)), None) => Ok(Self::Money(Money { minor, currency })),
            ((None, None::<Currency>), Some(number)) => Ok(Self::Number(number)),
            _ => Err(reader.wrong("money with its currency, or a number")),
        }
    }
}

impl Field for SignalSubject {
    fn put(&self, out: &mut Vec<Value>) {
        let (organization, relationship) = match *self {
            Self::Organization(id) => (Some(id), None),
            Self::Relationship(id) => (None, Some(id)),
        };
        (organization, relationship).put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        match reader.take()? {
            (Some(id), None) => Ok(Self::Organization(id)),
            (None, Some(id)) => Ok(Self::Relationship(id)),
            _ => Err(reader.wrong("an organization or a relationship")),
        }
    }
}
