//! How one value of the domain lies in one column, and what is refused when it is read.

use domain::{Currency, Date, Key, Month, Name, Weight};
use jiff::Timestamp;
use rusqlite::types::{Value, ValueRef};

/// A value that fills exactly one column.
pub trait Scalar: Sized {
    /// What a person is told to expect there.
    const EXPECTED: &'static str;
    /// As SQLite keeps it.
    fn to_value(&self) -> Value;
    /// Back again, or none when the column holds something else.
    fn from_value(value: ValueRef<'_>) -> Option<Self>;
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
    OrganizationId TagId RelationshipId ValueExchangeId SignalId OverruleId PersonId ContactId AccountId DealId TouchId
    MotionId TaskId MilestoneId DependencyId BudgetLineId FundId ScenarioId ScenarioDifferenceId ProjectionId ActualId
    LockedPlanId ImportBatchId ImportMappingId RiskId MotionNoteId JointObjectiveId ViewId SceneId PlanDocumentId
    CorrelationGroupId DriverId ExchangeRateId MarketFigureId AccountActivityId
    ActivityId PhaseId ChecklistItemId
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
    ActivityKind Audience Basis Better Character CommissionEvent CostBehavior Count CustomKind DealStage Direction DistributionKind
    Function GateQuestion Glyph Health InfluenceModel JointPlanField MetricSide MetricUnit MotionStatus NoteKind ObjectiveKind OverMonths OverMotions ProjectionModel
    RaciLetter ReforecastMethod
    RelationshipStatus ReportBasis ReportDate Shape TouchKind
}

fn text(value: ValueRef<'_>) -> Option<&str> {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}
