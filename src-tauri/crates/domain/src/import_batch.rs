//! Import batches: which file brought which rows.

use jiff::Timestamp;

use crate::ImportBatchId;

/// One imported file, with its source rows kept beside what they became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// Its id.
    pub id: ImportBatchId,
    /// The file's name, without its folder.
    pub file_name: String,
    /// What it was imported as: `organizations`, `relationships`, `actuals`.
    pub kind: String,
    /// When.
    pub time: Timestamp,
    /// The source rows as CSV in UTF-8. The store keeps them compressed.
    pub rows: Vec<u8>,
}
