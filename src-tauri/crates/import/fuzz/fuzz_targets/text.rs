//! Any bytes as a text of cells. Begin with `tests/fixtures/csv` as the corpus.

#![no_main]

use import::{Reading, Source, readers};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = readers::read(Source { name: "any.csv", bytes }, &Reading::default());
});
