//! Any bytes as what a reader in a child sends.

#![no_main]

use import::readers::stream;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = stream::read(&mut &bytes[..], &|_| true);
});
