//! Compression of changesets and source rows. A hostile file cannot make it grow without bound.

use std::io::{Read, Write};

use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};

use crate::StoreError;

/// Largest text taken back: far above any real import, far below what would stall a laptop.
const UNPACKED_MAX: u64 = 512 * 1024 * 1024;

/// Writing into memory does not fail; should it ever, the bytes are kept as an empty stream that [`unpack`] refuses.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

pub(crate) fn unpack(table: &'static str, packed: &[u8]) -> Result<Vec<u8>, StoreError> {
    unpack_within(table, packed, UNPACKED_MAX)
}

/// Refuses what has more than `most` bytes.
pub(crate) fn unpack_within(table: &'static str, packed: &[u8], most: u64) -> Result<Vec<u8>, StoreError> {
    let unreadable = |found: String| StoreError::Unreadable {
        table,
        column: "its compressed bytes".into(),
        found,
        expected: "a zlib stream",
    };
    let mut out = Vec::new();
    ZlibDecoder::new(packed).take(most + 1).read_to_end(&mut out).map_err(|error| unreadable(error.to_string()))?;
    if out.len() as u64 > most { Err(unreadable(format!("more than {} MB", most / 1024 / 1024))) } else { Ok(out) }
}
