//! What is checked before a file is trusted.

use std::path::Path;

use rusqlite::Connection;

use crate::{
    StoreError,
    migrate::{self, Migration},
    schema,
};

/// Everything: what the file is, whether its pages and rows hold together. Answers with its format.
pub(crate) fn inspect(connection: &Connection, path: &Path, migrations: &[Migration]) -> Result<i64, StoreError> {
    let version = recognize(connection, path, migrations)?;
    let damaged = |detail| StoreError::Damaged { path: path.to_owned(), detail, backup: None };
    if let Some(finding) = integrity(connection, "quick_check").map_err(|error| StoreError::at(path, error))?.first() {
        return Err(damaged(finding.clone()));
    }
    match dangling(connection).map_err(|error| StoreError::at(path, error))?.first() {
        Some((table, parent)) => Err(damaged(format!("a row of {table} points to a missing row of {parent}"))),
        None => Ok(version),
    }
}

/// The quick part: mark, format, and a schema that is exactly the known one.
pub(crate) fn recognize(connection: &Connection, path: &Path, migrations: &[Migration]) -> Result<i64, StoreError> {
    let number = |pragma| -> Result<i64, StoreError> {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).map_err(|error| StoreError::at(path, error))
    };
    let (mark, version) = (number("application_id")?, number("user_version")?);
    let path_buf = || path.to_owned();
    if mark != i64::from(schema::APPLICATION_ID) || version < 1 {
        return Err(StoreError::NotAWorkspace { path: path_buf(), detail: "it does not carry Ecotone's mark".into() });
    }
    let known = migrate::newest(migrations);
    if version > known {
        return Err(StoreError::Newer { path: path_buf(), found: version, known });
    }
    let differences =
        schema::differences(connection, migrations, version).map_err(|error| StoreError::at(path, error))?;
    match differences.first() {
        Some(first) => Err(StoreError::Damaged {
            path: path_buf(),
            detail: format!("its tables are not those that Ecotone makes; {first}"),
            backup: None,
        }),
        None => Ok(version),
    }
}

/// What `quick_check` or `integrity_check` finds, at most a hundred lines.
pub(crate) fn integrity(connection: &Connection, pragma: &str) -> rusqlite::Result<Vec<String>> {
    let mut findings = Vec::new();
    connection.pragma_query(None, pragma, |row| {
        let line: String = row.get(0)?;
        if line != "ok" {
            findings.push(line);
        }
        Ok(())
    })?;
    Ok(findings)
}

/// Rows that point nowhere, as (table, table pointed to).
pub(crate) fn dangling(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut findings = Vec::new();
    connection.pragma_query(None, "foreign_key_check", |row| {
        findings.push((row.get(0)?, row.get(2)?));
        Ok(())
    })?;
    Ok(findings)
}
