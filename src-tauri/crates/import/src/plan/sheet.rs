//! Which sheet of a book is read, and its table. Must not know what its rows bring.

use domain::Workspace;

use super::Options;
use crate::ImportError;
use crate::columns::{Known, Said};
use crate::readers::{Book, Sheet};
use crate::table::{Finding, Table};
use crate::words::{self, folded, shown};

/// The words for every metric, and its key.
pub(crate) fn metric_words(workspace: &Workspace) -> Vec<(String, domain::Key)> {
    let words = |metric: &domain::Metric| {
        [metric.key.as_str(), metric.name.as_str()].map(|word| (folded(word), metric.key.clone()))
    };
    workspace.metrics.iter().flat_map(words).collect()
}

/// The sheet that a person named, or the one whose header fits best; hidden sheets and those marked `(ignore)` are not
/// looked at.
pub(crate) fn choose_sheet<'b>(
    name: &str,
    book: &'b Book,
    options: &Options,
    known: Known<'_>,
) -> Result<(&'b Sheet, Table), ImportError> {
    let map = options.all_mappings();
    let said = Said { map: &map, set: &options.set, profile: options.profile()? };
    let finding = Finding { schema: options.noun.schema(), said, known, header_row: options.header_row };
    if let Some(asked) = &options.sheet {
        let none = || ImportError::NoSuchSheet {
            file: shown(name),
            sheet: shown(asked),
            found: words::list(book.sheets.iter().map(|sheet| sheet.name.as_str()), 12),
        };
        let sheet = book.sheets.iter().find(|sheet| sheet.name == *asked).ok_or_else(none)?;
        return Table::of(name, sheet, finding).map(|table| (sheet, table));
    }
    let is_shown = |sheet: &&Sheet| !sheet.hidden && !sheet.name.to_lowercase().contains("(ignore)");
    let mut first_error = None;
    let mut best: Option<(&Sheet, Table)> = None;
    for sheet in book.sheets.iter().filter(is_shown) {
        match Table::of(name, sheet, finding) {
            Ok(table) if best.as_ref().is_none_or(|(_, other)| table.columns.rank() > other.columns.rank()) => {
                best = Some((sheet, table));
            }
            Ok(_) => {}
            // Of several sheets, one that has rows says more than one that is empty.
            Err(error) => {
                let is_better = !matches!(error, ImportError::Empty { .. });
                if first_error.is_none() || is_better && matches!(first_error, Some(ImportError::Empty { .. })) {
                    first_error = Some(error);
                }
            }
        }
    }
    best.ok_or_else(|| first_error.unwrap_or_else(|| ImportError::Empty { file: shown(name) }))
}
