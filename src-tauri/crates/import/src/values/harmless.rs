//! Cells that a spreadsheet would take for formulas, made texts and back again without loss.

/// What a spreadsheet reads as the beginning of a formula, and the mark itself, so that every cell comes back as it was.
const BEGINNINGS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// `cell` as no spreadsheet runs it.
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(BEGINNINGS) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell that [`harmless`] was given.
pub fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(BEGINNINGS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_cell_comes_back(cell in "[=+\\-@\t\r'a]{0,6}") {
            let safe = harmless(&cell);
            prop_assert!(!safe.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(restored(&safe), cell);
        }
    }
}
