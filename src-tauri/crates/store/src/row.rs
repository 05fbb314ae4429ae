//! What a row of any table can do: be added, replaced, found and listed. Must not know which tables there are.

use rusqlite::{Connection, OptionalExtension, params_from_iter, types::Value};

use crate::{StoreError, field::Reader};

/// A row of a table: every noun of [`domain::Workspace`], its [`domain::Settings`] (whose id is `()`), and
/// [`domain::ImportBatch`].
pub trait Row: Sized {
    /// What names one row: an id newtype, a [`domain::Key`] for vocabulary, a pair for placements and motion partners.
    type Id;
    /// The table's name.
    const TABLE: &'static str;
    /// Its columns, those of the primary key first.
    #[doc(hidden)]
    const COLUMNS: &'static [&'static str];
    /// How many columns the primary key has.
    #[doc(hidden)]
    const KEYS: usize;
    /// The columns that lists are sorted by.
    #[doc(hidden)]
    const ORDER: &'static str;
    /// The columns of the primary key.
    #[doc(hidden)]
    fn key(id: &Self::Id) -> Vec<Value>;
    /// All columns.
    #[doc(hidden)]
    fn values(&self) -> Vec<Value>;
    /// Reads all columns.
    #[doc(hidden)]
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError>;
    /// Writes what lies in a table of its own.
    #[doc(hidden)]
    fn write_parts(&self, _connection: &Connection) -> Result<(), StoreError> {
        Ok(())
    }
    /// Reads what lies in a table of its own.
    #[doc(hidden)]
    fn read_parts(&mut self, _connection: &Connection) -> Result<(), StoreError> {
        Ok(())
    }
}

/// Declares a table: its type, name, id, order, and the columns of each field (those of the key first).
macro_rules! table {
    ($noun:ident, $table:literal, $id:ty, keys $keys:literal, order $order:literal, {
        $($field:ident: $($column:literal)+,)*
    } $(parts { $($part:ident: $empty:expr),* } write $write:path, read $read:path)?) => {
        impl crate::row::Row for domain::$noun {
            type Id = $id;
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$($($column),+),*];
            const KEYS: usize = $keys;
            const ORDER: &'static str = $order;
            fn key(id: &Self::Id) -> Vec<rusqlite::types::Value> {
                let mut out = Vec::with_capacity($keys);
                crate::field::Field::put(id, &mut out);
                out
            }
            fn values(&self) -> Vec<rusqlite::types::Value> {
                let mut out = Vec::with_capacity(Self::COLUMNS.len());
                $(crate::field::Field::put(&self.$field, &mut out);)*
                out
            }
            fn take(reader: &mut crate::field::Reader<'_>) -> Result<Self, crate::StoreError> {
                Ok(Self { $($field: reader.take()?,)* $($($part: $empty,)*)? })
            }
            $(
                fn write_parts(&self, connection: &rusqlite::Connection) -> Result<(), crate::StoreError> {
                    $write(self, connection)
                }
                fn read_parts(&mut self, connection: &rusqlite::Connection) -> Result<(), crate::StoreError> {
                    $read(self, connection)
                }
            )?
        }
    };
}
pub(crate) use table;

pub(crate) fn insert<R: Row>(connection: &Connection, row: &R) -> Result<(), StoreError> {
    let marks = vec!["?"; R::COLUMNS.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", R::TABLE, columns::<R>());
    run::<R>(connection, &sql, checked::<R>(row)?)?;
    row.write_parts(connection)
}

/// Answers whether there was such a row.
pub(crate) fn update<R: Row>(connection: &Connection, row: &R) -> Result<bool, StoreError> {
    // A row that is all key keeps its key: there is nothing else to set.
    let set = if R::COLUMNS.len() == R::KEYS { R::COLUMNS } else { &R::COLUMNS[R::KEYS..] };
    let set = set.iter().map(|column| format!("\"{column}\" = ?")).collect::<Vec<_>>().join(", ");
    let mut values = checked::<R>(row)?;
    if R::COLUMNS.len() == R::KEYS {
        values.extend_from_within(..);
    } else {
        values.rotate_left(R::KEYS);
    }
    let found = run::<R>(connection, &format!("UPDATE {} SET {set} WHERE {}", R::TABLE, where_key::<R>()), values)? > 0;
    if found {
        row.write_parts(connection)?;
    }
    Ok(found)
}

/// Answers whether there was such a row.
pub(crate) fn delete<R: Row>(connection: &Connection, id: &R::Id) -> Result<bool, StoreError> {
    Ok(run::<R>(connection, &format!("DELETE FROM {} WHERE {}", R::TABLE, where_key::<R>()), R::key(id))? > 0)
}

pub(crate) fn get<R: Row>(connection: &Connection, id: &R::Id) -> Result<Option<R>, StoreError> {
    let sql = format!("SELECT {} FROM {} WHERE {}", columns::<R>(), R::TABLE, where_key::<R>());
    let mut statement = connection.prepare_cached(&sql)?;
    let row = statement
        .query_row(params_from_iter(R::key(id)), |row| Ok(R::take(&mut Reader::new(R::TABLE, row))))
        .optional()?
        .transpose()?;
    let Some(mut row) = row else { return Ok(None) };
    row.read_parts(connection)?;
    Ok(Some(row))
}

pub(crate) fn all<R: Row>(connection: &Connection) -> Result<Vec<R>, StoreError> {
    let sql = format!("SELECT {} FROM {} ORDER BY {}", columns::<R>(), R::TABLE, R::ORDER);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut out: Vec<R> = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(R::take(&mut Reader::new(R::TABLE, row))?);
    }
    for row in &mut out {
        row.read_parts(connection)?;
    }
    Ok(out)
}

/// A row's key as one text, for messages.
pub(crate) fn shown_key(key: &[Value]) -> String {
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    key.iter().map(text).collect::<Vec<_>>().join("/")
}

fn columns<R: Row>() -> String {
    R::COLUMNS.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}

fn where_key<R: Row>() -> String {
    R::COLUMNS[..R::KEYS].iter().map(|column| format!("\"{column}\" = ?")).collect::<Vec<_>>().join(" AND ")
}

/// SQLite keeps NaN as NULL and would keep an infinity that no reader takes back.
fn checked<R: Row>(row: &R) -> Result<Vec<Value>, StoreError> {
    let values = row.values();
    let endless = |(_, value): &(usize, &Value)| matches!(value, Value::Real(number) if !number.is_finite());
    match values.iter().enumerate().find(endless) {
        Some((index, _)) => Err(StoreError::Rule {
            table: R::TABLE.into(),
            detail: format!("the figure in {} is not a finite number", R::COLUMNS[index]),
        }),
        None => Ok(values),
    }
}

fn run<R: Row>(connection: &Connection, sql: &str, values: Vec<Value>) -> Result<usize, StoreError> {
    let keys = if sql.starts_with("UPDATE") { values.len() - R::KEYS..values.len() } else { 0..R::KEYS };
    let key = values[keys].to_vec();
    connection
        .prepare_cached(sql)?
        .execute(params_from_iter(values))
        .map_err(|error| StoreError::from_write(R::TABLE, || shown_key(&key), error))
}
