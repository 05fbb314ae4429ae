//! Raster pictures of organizations.
//!
//! Owns: which files may be shown. Must not know: whose logo it is, where it comes from.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A logo larger than this would make every picture of the map heavy.
pub const BYTES_MAX: usize = 256 * 1024;

/// A picture file that every painter can show: never a vector file, which could hold scripts and links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    kind: &'static str,
    bytes: Arc<[u8]>,
    mark: u64,
}

/// A file that is no [`Logo`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Of another kind.
    #[error("this picture is neither a PNG, a JPEG nor a WebP file: save it as one of these")]
    Kind,
    /// Too many bytes.
    #[error("this picture has {found} KB and 256 KB is the most: make it smaller, 256 pixels each way are plenty")]
    Size {
        /// Its size in KB.
        found: usize,
    },
}

impl Logo {
    /// Takes a file by its first bytes, whatever it is called.
    pub fn parse(bytes: &[u8]) -> Result<Self, LogoError> {
        let kind = match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
            _ => return Err(LogoError::Kind),
        };
        if bytes.len() > BYTES_MAX {
            return Err(LogoError::Size { found: bytes.len().div_ceil(1024) });
        }
        Ok(Self { kind, bytes: bytes.into(), mark: mark(bytes) })
    }

    /// `image/png`, `image/jpeg` or `image/webp`.
    pub fn media_type(&self) -> &'static str {
        self.kind
    }

    /// Tells two logos apart without their bytes: another file has another one.
    pub fn mark(&self) -> u64 {
        self.mark
    }

    /// The file in base64.
    pub fn base64(&self) -> String {
        base64(&self.bytes)
    }
}

/// FNV-1a (Fowler, Noll and Vo), the same on every machine.
fn mark(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Bytes as text, padded.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

    #[test]
    fn pictures_are_known_by_their_first_bytes() {
        for (bytes, expect) in [
            (PNG, Ok("image/png")),
            (b"\xff\xd8\xff\xe0 JFIF", Ok("image/jpeg")),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Ok("image/webp")),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Err(LogoError::Kind)),
            (b"", Err(LogoError::Kind)),
        ] {
            assert_eq!(Logo::parse(bytes).map(|logo| logo.media_type()), expect);
        }
        let large = [PNG, &vec![0; BYTES_MAX]].concat();
        assert_eq!(Logo::parse(&large), Err(LogoError::Size { found: 257 }));
    }

    #[test]
    fn another_file_has_another_mark() {
        let logo = |more: &[u8]| Logo::parse(&[PNG, more].concat()).unwrap();
        assert_eq!(logo(b"a").mark(), logo(b"a").mark());
        assert_ne!(logo(b"a").mark(), logo(b"b").mark());
    }
}
