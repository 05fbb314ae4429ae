//! A fingerprint of the content, for comparing two states of a workspace.

use rusqlite::{Connection, types::ValueRef};

use crate::{StoreError, schema};

/// BLAKE3 over every row of every content table in the order of the schema and the primary keys, as hex. The history is
/// left out.
pub(crate) fn content_hash(connection: &Connection) -> Result<String, StoreError> {
    let mut hasher = blake3::Hasher::new();
    for table in schema::CONTENT {
        hasher.update(table.as_bytes());
        let keys: Vec<String> = connection
            .prepare_cached("SELECT '\"' || name || '\"' FROM pragma_table_xinfo(?1) WHERE pk > 0 ORDER BY pk")?
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut statement =
            connection.prepare_cached(&format!("SELECT * FROM {table} ORDER BY {}", keys.join(", ")))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                add(&mut hasher, row.get_ref(column)?);
            }
        }
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// Type and length go in too, so that no two rows of values look the same.
fn add(hasher: &mut blake3::Hasher, value: ValueRef<'_>) {
    let (kind, number);
    let bytes: &[u8] = match value {
        ValueRef::Null => {
            kind = b'n';
            &[]
        }
        ValueRef::Integer(integer) => {
            (kind, number) = (b'i', integer.to_le_bytes());
            &number
        }
        ValueRef::Real(real) => {
            (kind, number) = (b'r', real.to_le_bytes());
            &number
        }
        ValueRef::Text(text) => {
            kind = b't';
            text
        }
        ValueRef::Blob(blob) => {
            kind = b'b';
            blob
        }
    };
    hasher.update(&[kind]);
    hasher.update(&(bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}
