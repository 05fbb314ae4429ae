//! Any bytes as a workbook. Begin with `tests/fixtures/xlsx` as the corpus.

#![no_main]

use import::{Reading, Source, readers};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut file = b"PK\x03\x04".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"PK\x03\x04").unwrap_or(bytes));
    let _ = readers::read(Source { name: "any.xlsx", bytes: &file }, &Reading::default());
});
