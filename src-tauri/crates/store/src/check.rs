//! The full check, for `ecotone check`.

use rusqlite::Connection;

use crate::{StoreError, inspect, migrate::MIGRATIONS, schema};

/// What the full check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Sentences; none when the file is clean.
    pub findings: Vec<String>,
    /// Rows by table, in the order of the schema.
    pub rows: Vec<(String, u64)>,
    /// Lines of the history.
    pub history: u64,
    /// The file's format.
    pub schema_version: i64,
}

impl CheckReport {
    /// Nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }
}

pub(crate) fn check(connection: &Connection, version: i64) -> Result<CheckReport, StoreError> {
    let mut findings = inspect::integrity(connection, "integrity_check")?;
    let dangling = inspect::dangling(connection)?;
    findings
        .extend(dangling.into_iter().map(|(table, to)| format!("a row of {table} points to a missing row of {to}")));
    let differences = schema::differences(connection, MIGRATIONS, version)?;
    findings.extend(differences.into_iter().map(|difference| format!("the tables were altered; {difference}")));
    let count = |table: &str| -> rusqlite::Result<u64> {
        let rows: i64 = connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        Ok(rows.unsigned_abs())
    };
    let rows = schema::CONTENT.into_iter().map(|table| Ok((table.to_owned(), count(table)?)));
    Ok(CheckReport {
        findings,
        rows: rows.collect::<rusqlite::Result<_>>()?,
        history: count("history")?,
        schema_version: version,
    })
}
