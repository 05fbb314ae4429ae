//! How one value of the domain lies in one or more columns. Must not know any table.

use domain::{Bounds, Currency, Date, Figure, Function, Key, Lens, Money, Month, Name, Owner, SignalSubject, Weight};
use jiff::Timestamp;
use rusqlite::types::{Value, ValueRef};

use crate::StoreError;

/// A value that fills exactly one column.
pub trait Scalar: Sized {
    /// What a person is told to expect there.
    const EXPECTED: &'static str;
    /// As SQLite keeps it.
    fn to_value(&self) -> Value;
    /// Back again, or none when the column holds something else.
    fn from_value(value: ValueRef<'_>) -> Option<Self>;
}

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
    fn wrong(&self, expected: &'static str) -> StoreError {
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

fn text(value: ValueRef<'_>) -> Option<&str> {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
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

impl<T: Scalar> Scalar for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        if matches!(value, ValueRef::Null) { Some(None) } else { T::from_value(value).map(Some) }
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

impl Scalar for String {
    const EXPECTED: &'static str = "text";
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        text(value).map(Self::from)
    }
}

impl Scalar for Vec<u8> {
    const EXPECTED: &'static str = "bytes";
    fn to_value(&self) -> Value {
        Value::Blob(self.clone())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(Self::from)
    }
}

impl Scalar for bool {
    const EXPECTED: &'static str = "0 or 1";
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Integer(0) => Some(false),
            ValueRef::Integer(1) => Some(true),
            _ => None,
        }
    }
}

impl Scalar for f64 {
    const EXPECTED: &'static str = "a number";
    fn to_value(&self) -> Value {
        Value::Real(*self)
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        value.as_f64().ok().filter(|number| number.is_finite())
    }
}

macro_rules! whole_numbers {
    ($($type:ty: $expected:literal;)*) => {$(
        impl Scalar for $type {
            const EXPECTED: &'static str = $expected;
            fn to_value(&self) -> Value {
                Value::Integer(i64::from(*self))
            }
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                value.as_i64().ok()?.try_into().ok()
            }
        }
    )*};
}
whole_numbers! {
    i64: "a whole number";
    i32: "a whole number";
    u32: "a whole number from 0";
}

impl Scalar for Weight {
    const EXPECTED: &'static str = "a weight from 1 to 5";
    fn to_value(&self) -> Value {
        Value::Integer(i64::from(u8::from(*self)))
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        Self::try_from(u8::try_from(value.as_i64().ok()?).ok()?).ok()
    }
}

macro_rules! parsed_text {
    ($($type:ty: $expected:literal, $parse:expr;)*) => {$(
        impl Scalar for $type {
            const EXPECTED: &'static str = $expected;
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                let parse: fn(&str) -> Option<Self> = $parse;
                parse(text(value)?)
            }
        }
    )*};
}
parsed_text! {
    Name: "a name", |text| Self::parse(text).ok();
    Key: "a key of a-z, 0-9 and _", |text| Self::parse(text).ok();
    Currency: "a currency code", |text| Self::parse(text).ok();
    Month: "a month as YYYY-MM", |text| Self::parse(text).ok();
    Date: "a day as YYYY-MM-DD", |text| text.parse().ok();
    Timestamp: "a UTC time", |text| text.parse().ok();
}

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Scalar for domain::$id {
            const EXPECTED: &'static str = "a UUID in lower case";
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
            // Only the spelling that is written here, so that a row is found again by its id.
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                let text = text(value)?;
                text.parse().ok().filter(|id: &Self| id.to_string() == text)
            }
        }
    )*};
}
ids! {
    OrganizationId RelationshipId ValueExchangeId SignalId OverruleId PersonId ContactId AccountId DealId TouchId
    MotionId TaskId MilestoneId DependencyId BudgetLineId FundId ScenarioId ScenarioDifferenceId ProjectionId ActualId
    LockedPlanId ImportBatchId ViewId SceneId PlanDocumentId
}

impl Scalar for uuid::Uuid {
    const EXPECTED: &'static str = "a UUID in lower case";
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        let text = text(value)?;
        text.parse().ok().filter(|id: &Self| id.to_string() == text)
    }
}

/// Enumerations are spelled in the file as on the wire: serde's names are the only list of words.
macro_rules! words {
    ($($type:ident)*) => {$(
        impl Scalar for domain::$type {
            const EXPECTED: &'static str = concat!("a word for ", stringify!($type));
            fn to_value(&self) -> Value {
                match serde_json::to_value(self) {
                    Ok(serde_json::Value::String(word)) => Value::Text(word),
                    _ => Value::Null,
                }
            }
            fn from_value(value: ValueRef<'_>) -> Option<Self> {
                use serde::de::{Deserialize, IntoDeserializer, value::{Error, StrDeserializer}};
                let word: StrDeserializer<'_, Error> = text(value)?.into_deserializer();
                Self::deserialize(word).ok()
            }
        }
    )*};
}
words! {
    Audience Basis Better CostBehavior DealStage Direction Function Glyph Health MetricSide MetricUnit MotionStatus
    OverMonths ProjectionModel RelationshipStatus Shape TouchKind
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
