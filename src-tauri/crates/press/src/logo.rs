//! A logo drawn anew as a small PNG, whatever file it came as.
//!
//! Owns: which files are taken, and how large the picture becomes. Must not know: whose logo it is. A vector file is
//! drawn once and forgotten: its scripts and links never reach a screen or a document.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

use crate::png::closed;

/// Largest file, in bytes.
pub const LOGO_BYTES_MAX: usize = 1024 * 1024;
/// The longer side of the picture that is kept.
const SIDE: f32 = 256.0;
/// Longer sides would be a decompression bomb, or at least no logo.
const PIXELS_MAX: u32 = 8_192;

/// A file that is no logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Too many bytes.
    #[error("this picture has {found} KB and 1,024 KB is the most: make it smaller, 256 pixels each way are plenty")]
    Size {
        /// Its size in KB.
        found: usize,
    },
    /// Of another kind.
    #[error("this picture is neither a PNG, a JPEG nor an SVG file: save it as one of these")]
    Kind,
    /// Too many pixels.
    #[error("this picture is {width} by {height} pixels and {PIXELS_MAX} each way are the most: make it smaller")]
    Pixels {
        /// Across.
        width: u32,
        /// Down.
        height: u32,
    },
    /// Damaged.
    #[error("this picture cannot be drawn, the file seems to be damaged: save it anew and choose it again")]
    Damaged,
}

/// Draws a PNG, JPEG or SVG file as a PNG of at most 256 pixels each way.
pub fn logo_png(bytes: &[u8]) -> Result<Vec<u8>, LogoError> {
    if bytes.len() > LOGO_BYTES_MAX {
        return Err(LogoError::Size { found: bytes.len().div_ceil(1024) });
    }
    let tree = match raster_size(bytes) {
        Some((kind, width, height)) => raster(bytes, kind, width, height)?,
        None if looks_like_svg(bytes) => {
            usvg::Tree::from_data(bytes, &without_pictures()).map_err(|_| LogoError::Damaged)?
        }
        None => return Err(LogoError::Kind),
    };
    let size = tree.size();
    let scale = SIDE / size.width().max(size.height());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "casts to integers stop at their bounds"
    )]
    let pixels = |length: f32| ((length * scale).round() as u32).clamp(1, SIDE as u32);
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or(LogoError::Damaged)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    if pixmap.pixels().iter().all(|pixel| pixel.alpha() == 0) {
        return Err(LogoError::Damaged);
    }
    pixmap.encode_png().map_err(|_| LogoError::Damaged)
}

/// A picture of pixels inside a vector picture of its size, so that there is one way to draw.
fn raster(bytes: &[u8], kind: &str, width: u32, height: u32) -> Result<usvg::Tree, LogoError> {
    if width > PIXELS_MAX || height > PIXELS_MAX {
        return Err(LogoError::Pixels { width, height });
    }
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
         <image width='{width}' height='{height}' href='data:{kind};base64,{}'/></svg>",
        picture::logo::base64(bytes)
    );
    usvg::Tree::from_str(&svg, &closed()).map_err(|_| LogoError::Damaged)
}

/// A vector file's own pictures are not drawn: they could be of any size, whatever the file's size says.
fn without_pictures() -> usvg::Options<'static> {
    let mut options = closed();
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    options
}

/// Kind and size of a PNG or a JPEG, by its first bytes.
fn raster_size(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let four = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR") {
        return Some(("image/png", four(16)?, four(20)?));
    }
    let two = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    if !bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return None;
    }
    // Segments until the one that says the size.
    let mut at = 2;
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some(("image/jpeg", two(at + 7)?, two(at + 5)?));
            }
            0xff => at += 1,
            _ => at += 2 + usize::try_from(two(at + 2)?).ok()?,
        }
    }
    None
}

fn looks_like_svg(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(head);
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bytes: &[u8]) -> Result<(u32, u32), LogoError> {
        let png = logo_png(bytes)?;
        let pixmap = Pixmap::decode_png(&png).unwrap();
        Ok((pixmap.width(), pixmap.height()))
    }

    fn svg(content: &str) -> Vec<u8> {
        let open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'";
        format!("<?xml version='1.0'?>{open} width='40' height='20'>{content}</svg>").into_bytes()
    }

    /// A picture inside a vector file may claim any size, also by way of a vector file within it.
    #[test]
    fn pictures_inside_vector_files_are_not_drawn() {
        let mut dot = Pixmap::new(4, 4).unwrap();
        dot.fill(resvg::tiny_skia::Color::BLACK);
        let dot = picture::logo::base64(&dot.encode_png().unwrap());
        let image = format!("<image width='40' height='20' href='data:image/png;base64,{dot}'/>");
        let nested = picture::logo::base64(&svg(&image));
        let nested = format!("<image width='40' height='20' href='data:image/svg+xml;base64,{nested}'/>");
        for content in [
            image.clone(),
            nested,
            format!(
                "<filter id='f'><feImage {}</filter><rect width='40' height='20' fill='none' filter='url(#f)'/>",
                &image[7..]
            ),
        ] {
            assert_eq!(drawn(&svg(&content)), Err(LogoError::Damaged), "{content}");
            let beside = svg(&format!("<rect width='2' height='2'/>{content}"));
            let picture = Pixmap::decode_png(&logo_png(&beside).unwrap()).unwrap();
            assert_eq!(
                picture.pixel(200, 100).map(resvg::tiny_skia::PremultipliedColorU8::alpha),
                Some(0),
                "{content}"
            );
        }
    }

    #[test]
    fn files_of_each_kind_become_small_pngs() {
        let red = svg("<rect width='40' height='20' fill='red'/>");
        assert_eq!(drawn(&red), Ok((256, 128)));
        assert_eq!(drawn(&logo_png(&red).unwrap()), Ok((256, 128)));
        let scripted = svg("<script>alert(1)</script><rect width='4' height='4'/>");
        assert_eq!(drawn(&scripted), Ok((256, 128)));
        let bomb =
            [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &60_000_u32.to_be_bytes(), &4_u32.to_be_bytes()].concat();
        for (bytes, expect) in [
            (svg("<image width='9' height='9' href='/etc/passwd'/>"), LogoError::Damaged),
            (bomb, LogoError::Pixels { width: 60_000, height: 4 }),
            (b"GIF89a".to_vec(), LogoError::Kind),
            (b"\xff\xd8\xff\xe0\0\x04ab".to_vec(), LogoError::Kind),
            (vec![b'<'; LOGO_BYTES_MAX + 1], LogoError::Size { found: 1025 }),
            (b"<svg".to_vec(), LogoError::Damaged),
        ] {
            assert_eq!(drawn(&bytes), Err(expect));
        }
    }
}
