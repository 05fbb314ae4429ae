//! Lines for a person, JSON for a program.

use std::io::Write;
use std::path::Path;

use api::{ErrorReply, Listing};
use serde::Serialize;
use serde_json::Value;

/// One line on standard output. A closed pipe ends the program quietly elsewhere; here nothing is left to do about it.
pub fn line(text: &str) {
    let _written = writeln!(std::io::stdout(), "{text}");
}

/// A list as an aligned table, or as JSON.
pub fn listing(listing: &Listing, json: bool) -> Result<(), ErrorReply> {
    if json {
        return pretty(&listing.json());
    }
    table(&listing.table());
    Ok(())
}

/// Anything as JSON, with the schema's number.
pub fn json(value: &impl Serialize) -> Result<(), ErrorReply> {
    let mut value = serde_json::to_value(value).map_err(|error| no_json(&error))?;
    if let Value::Object(fields) = &mut value {
        fields.insert("schema".into(), 1.into());
    }
    pretty(&value)
}

/// Rows under a head, aligned.
pub fn table(table: &[Vec<String>]) {
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        table.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count().min(CELL_MAX)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in table {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        line(cells.join("  ").trim_end());
    }
}

/// A table with these columns (head and key) of rows as they are in JSON.
pub fn columns(columns: &[(&str, &str)], rows: &impl Serialize) -> Result<(), ErrorReply> {
    let rows = serde_json::to_value(rows).map_err(|error| no_json(&error))?;
    let head = columns.iter().map(|(head, _)| (*head).to_owned()).collect();
    let row = |row: &Value| columns.iter().map(|(_, key)| cell(&row[key])).collect();
    table(&std::iter::once(head).chain(rows.as_array().into_iter().flatten().map(row)).collect::<Vec<_>>());
    Ok(())
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null | Value::Bool(false) => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_f64() => number.as_f64().map(figure).unwrap_or_default(),
        other => other.to_string(),
    }
}

/// What a phase took.
pub fn milliseconds(phase: &str, milliseconds: f64) {
    line(&format!("{phase:<12}{milliseconds:>10.1} ms"));
}

/// A figure with as many decimals as a table can bear; `--json` has all of them.
pub fn figure(figure: f64) -> String {
    let text = format!("{figure:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// "1 bridge", "3 bridges".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn pretty(value: &Value) -> Result<(), ErrorReply> {
    line(&serde_json::to_string_pretty(value).map_err(|error| no_json(&error))?);
    Ok(())
}

fn no_json(error: &serde_json::Error) -> ErrorReply {
    ErrorReply::refused(format!("The answer could not be written as JSON: {error}."))
}

/// The widest cell of a table on a terminal; `--json` has the whole text.
const CELL_MAX: usize = 60;

fn padded(cell: &str, width: usize) -> String {
    let length = cell.chars().count();
    if length > CELL_MAX {
        let cut: String = cell.chars().take(CELL_MAX - 1).collect();
        return format!("{cut}…");
    }
    format!("{cell}{}", " ".repeat(width.saturating_sub(length)))
}

/// What a check found; findings are a refusal.
pub fn check(file: &Path, report: &api::CheckReport) -> Result<(), ErrorReply> {
    if !report.findings.is_empty() {
        return Err(ErrorReply::refused(format!("{}: {}", file.display(), report.findings.join("; "))));
    }
    let rows: u64 = report.rows.iter().map(|(_, count)| count).sum();
    line(&format!(
        "{} is clean: {rows} rows in {} tables, {} lines of history, version {}.",
        file.display(),
        report.rows.len(),
        report.history,
        report.schema_version
    ));
    Ok(())
}
