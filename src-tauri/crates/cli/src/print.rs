//! Lines for a person, JSON for a program.

use std::io::Write;
use std::path::Path;

use api::{ErrorReply, Listing};

/// One line on standard output. A closed pipe ends the program quietly elsewhere; here nothing is left to do about it.
pub fn line(text: &str) {
    let _written = writeln!(std::io::stdout(), "{text}");
}

/// A list as an aligned table, or as JSON.
pub fn listing(listing: &Listing, json: bool) -> Result<(), ErrorReply> {
    if json {
        let text = serde_json::to_string_pretty(&listing.json());
        line(&text.map_err(|error| ErrorReply::refused(format!("The list could not be written as JSON: {error}.")))?);
        return Ok(());
    }
    let table = listing.table();
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        table.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count().min(CELL_MAX)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in &table {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        line(cells.join("  ").trim_end());
    }
    Ok(())
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
